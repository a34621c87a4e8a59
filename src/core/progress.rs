//! What was to be done in a session, what was done of it, and what counts as a session of the day.
//!
//! There is one tally. Every screen, text and file that says how much was done asks it, whether the
//! session is under way or on record: [`of_session`] gives the steps of the dose of the one, the
//! history those of the other, and from there on both are the same.
//!
//! - Of several attempts at one step the longest counts, and at an open step one that was done
//!   before all others.
//! - What is optional was to be done only if it was done: trying it obliges to nothing. The time that
//!   it was held counts all the same.
//! - Time beyond a step's prescription makes up for no other step.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::time::Duration;

use crate::lengths::millis;
use crate::plan::Plan;
use crate::routine::{Routine, Side};
use crate::session::{Attempt, Outcome};

/// A step of the dose with what was done of it. `E` identifies an exercise of the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoseStep<E> {
    pub exercise: E,
    pub side: Option<Side>,
    /// Whether the exercise may be skipped.
    pub optional: bool,
    /// `None` for an open step.
    pub prescribed: Option<Duration>,
    /// Also beyond what was prescribed.
    pub held: Duration,
    /// A step that was never reached is skipped.
    pub outcome: Outcome,
}

impl<E> DoseStep<E> {
    /// Whether it was to be done: one that is optional and was not done to its end leaves no gap.
    pub fn is_to_do(&self) -> bool {
        !self.optional || self.outcome == Outcome::Done
    }

    /// Milliseconds held of those prescribed; `None` of an open step.
    fn time(&self) -> Option<Share> {
        let prescribed = self.prescribed?;
        Some(Share {
            done: millis(self.held.min(prescribed)),
            of: millis(prescribed),
        })
    }

    /// Whether there is anything to say of it.
    fn counts(&self) -> bool {
        self.is_to_do() || self.outcome != Outcome::Skipped
    }
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub done: u64,
    /// The whole.
    pub of: u64,
}

impl Share {
    /// 0 to 100, rounded down; `None` of nothing.
    pub fn percent(self) -> Option<u64> {
        (self.done * 100).checked_div(self.of)
    }

    /// Takes in another part of another whole.
    pub fn add(&mut self, other: Self) {
        self.done += other.done;
        self.of += other.of;
    }

    /// Nothing is a part of nothing, and less than no other.
    fn is_less_than(self, other: Self) -> bool {
        let cross = |one: u64, other: u64| u128::from(one) * u128::from(other);
        cross(self.done, other.of) < cross(other.done, self.of)
    }

    fn count(&mut self, is_done: bool) {
        self.done += u64::from(is_done);
        self.of += 1;
    }
}

/// What the steps of a session, of an exercise or of anything else come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Steps that were done to their end, of those that were to be done.
    pub steps: Share,
    /// Of those that were to be done, how many were skipped or never reached.
    pub skipped: u64,
    /// Milliseconds held of those prescribed.
    pub dose: Share,
    /// Exercises that were begun, of those that were to be done.
    pub exercises: Share,
    pub held: Held,
    /// What every session of the routine asks for.
    asked: Parts,
    /// What it leaves to the person.
    optional: Parts,
}

/// What was done of some steps, as far as a part of a session goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Parts {
    /// Steps that were done to their ends, of all.
    steps: Share,
    /// The same of open steps alone.
    open: Share,
    /// Milliseconds held of those prescribed, of all steps but the open ones.
    time: Share,
}

/// How long was held, in the whole seconds of each step, so that sums of what is shown add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// Seconds; `None` of a side that was not to be done.
    pub left: Option<u64>,
    pub right: Option<u64>,
    /// Of steps that have no side.
    pub both: u64,
}

impl Held {
    /// Seconds on both sides and on none together.
    pub fn whole(&self) -> u64 {
        self.left.unwrap_or_default() + self.right.unwrap_or_default() + self.both
    }

    fn count<E>(&mut self, step: &DoseStep<E>) {
        let seconds = step.held.as_secs();
        let mut held = Self::default();
        match step.side {
            Some(Side::Left) => held.left = Some(seconds),
            Some(Side::Right) => held.right = Some(seconds),
            None => held.both = seconds,
        }
        self.add(held);
    }

    fn add(&mut self, other: Self) {
        let sum = |one: Option<u64>, other: Option<u64>| {
            (one.is_some() || other.is_some())
                .then(|| one.unwrap_or_default() + other.unwrap_or_default())
        };
        self.left = sum(self.left, other.left);
        self.right = sum(self.right, other.right);
        self.both += other.both;
    }
}

impl Tally {
    /// Sums up the steps of a session, or some of them.
    pub fn of<E: PartialEq>(steps: impl IntoIterator<Item = DoseStep<E>>) -> Self {
        let mut whole = Self::default();
        for (_, tally) in by_exercise(steps) {
            whole.add(&tally);
        }
        whole
    }

    /// Takes in another.
    pub fn add(&mut self, other: &Self) {
        self.steps.add(other.steps);
        self.skipped += other.skipped;
        self.dose.add(other.dose);
        self.exercises.add(other.exercises);
        self.held.add(other.held);
        self.asked.add(other.asked);
        self.optional.add(other.optional);
    }

    /// Takes in a step of the one exercise that this is of.
    fn count<E>(&mut self, step: &DoseStep<E>) {
        self.held.count(step);
        if !step.is_to_do() {
            return;
        }
        let parts = if step.optional {
            &mut self.optional
        } else {
            &mut self.asked
        };
        parts.count(step);
        self.steps.count(step.outcome == Outcome::Done);
        let is_skipped = step.outcome == Outcome::Skipped;
        self.skipped += u64::from(is_skipped);
        self.exercises.of = 1;
        self.exercises.done |= u64::from(!is_skipped);
        self.dose.add(step.time().unwrap_or_default());
    }

    /// The part of the session that was done, of what it asks for; of one in which all is optional,
    /// the part of that. Each open step weighs as much as a step with an end does on average. Of a
    /// session that did not go on to its end no more than the part of its steps that were done to
    /// their ends, which is what is shown of it.
    pub fn part(&self, is_completed: bool) -> Share {
        let parts = if self.asked.steps.of > 0 {
            self.asked
        } else {
            self.optional
        };
        let (part, steps) = (parts.weighed(), parts.steps);
        if is_completed || part.is_less_than(steps) {
            part
        } else {
            steps
        }
    }
}

impl Parts {
    fn add(&mut self, other: Self) {
        self.steps.add(other.steps);
        self.open.add(other.open);
        self.time.add(other.time);
    }

    fn count<E>(&mut self, step: &DoseStep<E>) {
        let is_done = step.outcome == Outcome::Done;
        self.steps.count(is_done);
        match step.time() {
            Some(time) => self.time.add(time),
            None => self.open.count(is_done),
        }
    }

    /// The part that was done of open steps and of those with an end, by how many there are of each.
    fn weighed(self) -> Share {
        let Self { steps, open, time } = self;
        if time.of == 0 {
            return steps;
        }
        let timed = steps.of - open.of;
        let of_time = time.done.saturating_mul(timed);
        Share {
            done: of_time.saturating_add(time.of.saturating_mul(open.done)),
            of: time.of.saturating_mul(steps.of),
        }
    }
}

/// The exercises of which anything was to be done or was held, in the order of their first steps,
/// each with what was done of it.
pub fn by_exercise<E: PartialEq>(steps: impl IntoIterator<Item = DoseStep<E>>) -> Vec<(E, Tally)> {
    let mut exercises: Vec<(E, Tally)> = Vec::new();
    for step in steps.into_iter().filter(DoseStep::counts) {
        // An exercise's steps lie side by side, but in the rounds of a circuit and where the record is damaged.
        let known = exercises.iter_mut().rfind(|(of, _)| *of == step.exercise);
        if let Some((_, tally)) = known {
            tally.count(&step);
        } else {
            let mut tally = Tally::default();
            tally.count(&step);
            exercises.push((step.exercise, tally));
        }
    }
    exercises
}

/// The steps of the dose of a session after these attempts, in the plan's order.
pub fn of_session<'a>(
    routine: &'a Routine,
    plan: &'a Plan,
    attempts: &[Attempt],
) -> impl Iterator<Item = DoseStep<usize>> + use<'a> {
    let counting = counting(plan, attempts);
    plan.work().map(move |(index, step)| {
        let attempt = counting.get(index).copied().flatten();
        let exercise = routine.exercises.get(step.exercise);
        DoseStep {
            exercise: step.exercise,
            side: step.side,
            optional: step.extra || exercise.is_some_and(|exercise| exercise.optional),
            prescribed: step.duration,
            held: attempt.map_or(Duration::ZERO, |attempt| attempt.held),
            outcome: attempt.map_or(Outcome::Skipped, |attempt| attempt.outcome),
        }
    })
}

/// Of each step of the plan the attempt that counts, if there was any.
pub fn counting(plan: &Plan, attempts: &[Attempt]) -> Vec<Option<Attempt>> {
    let mut counting: Vec<Option<Attempt>> = vec![None; plan.steps.len()];
    let weight = |attempt: &Attempt| weight(attempt.outcome, attempt.held, attempt.prescribed);
    for attempt in attempts {
        // Of attempts of one weight the first counts.
        if let Some(best) = counting.get_mut(attempt.step)
            && best
                .as_ref()
                .is_none_or(|best| weight(attempt) > weight(best))
        {
            *best = Some(*attempt);
        }
    }
    counting
}

/// Repetitions that were done in a step of the dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepReps {
    pub set: Option<u32>,
    pub side: Option<Side>,
    pub done: u64,
}

/// How many repetitions of an exercise were done in each set that was begun: on the side with fewer,
/// where both are done.
pub fn reps_by_set(steps: impl IntoIterator<Item = StepReps>) -> Vec<u64> {
    let mut sets: BTreeMap<Option<u32>, BTreeMap<Option<Side>, u64>> = BTreeMap::new();
    for step in steps {
        let of_side = sets.entry(step.set).or_default();
        *of_side.entry(step.side).or_default() += step.done;
    }
    let fewest = |sides: &BTreeMap<Option<Side>, u64>| {
        // A side that was left out is not one with fewer.
        let begun = sides.values().filter(|reps| **reps > 0);
        begun.min().copied()
    };
    sets.values().filter_map(fewest).collect()
}

/// What weighs an attempt against others at its step; the heaviest counts, and the first of those.
pub fn weight<T: Ord + Copy>(outcome: Outcome, held: T, prescribed: Option<T>) -> impl Ord {
    let is_done = outcome == Outcome::Done;
    (is_done && prescribed.is_none(), held, is_done)
}

/// How many sessions of the day those of one routine come to.
///
/// One that went on to its end with at least half done of what it asks for is one. The parts of the
/// others join, rounded, so that half a session is one, less than half is none, and two halves are no
/// more than one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sessions {
    whole: u64,
    /// What the others come to, in [`WHOLE`](Self::WHOLE)ths of a session, each rounded up: what comes to just
    /// a half is not to fall short of it by the rounding.
    parts: u64,
}

impl Sessions {
    /// So fine that what is rounded is less than a millisecond of any session.
    const WHOLE: u64 = 1_000_000_000;

    /// Takes in a session that is over, or that nobody will go on with.
    pub fn add(&mut self, part: Share, is_completed: bool) {
        let is_half = part.of > 0 && part.done.saturating_mul(2) >= part.of;
        if is_completed && is_half {
            self.whole += 1;
        } else {
            let done = u128::from(part.done.min(part.of)) * u128::from(Self::WHOLE);
            let part = done.div_ceil(u128::from(part.of).max(1));
            self.parts += u64::try_from(part).unwrap_or(Self::WHOLE);
        }
    }

    /// Takes in the sessions of one of so many exercises that are chosen for a session.
    pub fn add_of(&mut self, one: Self, choose: u32) {
        let whole = one.whole.saturating_mul(Self::WHOLE);
        let all = whole.saturating_add(one.parts);
        self.parts += all.div_ceil(u64::from(choose.max(1)));
    }

    /// How many they come to.
    pub fn number(&self) -> u32 {
        let of_parts = (self.parts + Self::WHOLE / 2) / Self::WHOLE;
        u32::try_from(self.whole + of_parts).unwrap_or(u32::MAX)
    }
}
