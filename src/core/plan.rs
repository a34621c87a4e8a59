//! A routine laid out in time: a flat list of steps with absolute offsets.
//!
//! Pure and exact. The order of an exercise's steps is the format's: `prepare`; then for each set
//! the repetitions, with `rest` between holds of the same side and `switch` where the side changes;
//! `rest_between_sets` between sets, each set beginning with the first side again; `rest_after`
//! before the next exercise, except after the last. A pause of no length makes no step. Repetitions
//! at a pace that alternate sides are one step for each set: the pace goes on from side to side.
//!
//! The exercises of a circuit are done in turn, a set of each in every round: a further round begins
//! with its rest, and each of its exercises with time to get ready.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Serialize;

use crate::routine::{Dose, Exercise, MOST_STEPS, Routine, Sides, in_turn, measure, spoken};
use crate::side::Side;

/// What a session that goes on gives for getting ready, at least.
const TO_GET_READY: Duration = Duration::from_secs(10);

/// The steps of a routine in the order in which they are done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Never empty.
    pub steps: Vec<Step>,
    /// The sum of all steps that have an end.
    pub total: Duration,
    /// Index of the step to get ready in that was put between two others: see [`Plan::going_on`].
    pub put_in: Option<usize>,
    /// The exercises whose further rounds are left out since it hurt, as indices into the routine's. Not the
    /// routine says so but a session: it lies here since whoever asks what comes next asks the plan. A plan
    /// of a routine has none.
    pub left_out: BTreeSet<usize>,
}

/// One stretch of time in which one thing is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What it is for.
    pub kind: StepKind,
    /// From the start of the plan; an open step takes no time of it.
    pub start: Duration,
    /// `None` for an open step, which lasts until the person says done.
    pub duration: Option<Duration>,
    /// Index into [`Routine::exercises`].
    pub exercise: usize,
    /// The side under way, or the one that a pause leads to; `None` where there are no sides, in the
    /// rest after an exercise, and where the sides change within the step: see [`Step::side_at`].
    pub side: Option<Side>,
    /// Counts from 1; `None` for steps outside the sets (`prepare`, rest after the exercise). In a circuit
    /// getting ready has the number of its round.
    pub set: Option<u32>,
    /// Counts from 1; `None` where a step is no single repetition.
    pub rep: Option<u32>,
    /// Whether it is beyond what is asked, or leads to what is: the upper part of "8 to 12", which may
    /// be left out.
    pub extra: bool,
    /// Of repetitions at a pace, how many of the set and the side lie in steps before.
    pub reps_before: u32,
}

/// What a step is for. The names are those of `supple plan --json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StepKind {
    /// Read, get into position.
    Prepare,
    /// Keep still in the stretch.
    Hold,
    /// Change sides.
    Switch,
    /// Let go, until the next hold or the next exercise.
    Rest,
    /// Repetitions at a pace.
    Reps,
    /// An activity such as a walk, for some time.
    Activity,
    /// Open: until the person says done.
    Wait,
}

impl StepKind {
    /// Whether the step is part of the dose, and so part of the record.
    pub fn is_work(self) -> bool {
        matches!(self, Self::Hold | Self::Reps | Self::Activity | Self::Wait)
    }
}

impl Step {
    /// Whether the person says when it is over: an open step, or one beyond what is asked.
    pub fn ends_when_done(&self) -> bool {
        self.kind == StepKind::Wait || self.extra
    }

    /// The side under way once `elapsed` of a step of `exercise` has passed.
    pub fn side_at(&self, exercise: &Exercise, elapsed: Duration) -> Option<Side> {
        match exercise.dose {
            Dose::Paced { pace, .. } if self.kind == StepKind::Reps => {
                // Paces are whole seconds, one at least.
                let before = elapsed.as_secs() / pace.as_secs().max(1);
                Movement::after(before, exercise).side.or(self.side)
            }
            _ => self.side,
        }
    }
}

/// One repetition of several at a pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Movement {
    /// Counts from 1, on each side by itself where they alternate.
    pub rep: u64,
    /// Its side where they alternate; otherwise that is the step's.
    pub side: Option<Side>,
}

impl Movement {
    /// The one that comes after so many others of its step.
    pub fn after(others: u64, exercise: &Exercise) -> Self {
        let first = exercise.first_side;
        if exercise.alternates_at_pace() {
            let is_first = others.is_multiple_of(2);
            Self {
                rep: others / 2 + 1,
                side: Some(if is_first { first } else { first.other() }),
            }
        } else {
            Self {
                rep: others.saturating_add(1),
                side: None,
            }
        }
    }
}

impl Plan {
    /// Lays a routine out. Cannot fail: a [`Routine`] has been measured against the limits.
    pub fn of(routine: &Routine) -> Self {
        let steps = measure(&routine.exercises).steps.min(MOST_STEPS);
        let mut layout = Layout {
            steps: Vec::with_capacity(usize::try_from(steps).unwrap_or(0)),
            end: Duration::ZERO,
        };
        let mut first = 0;
        for together in in_turn(&routine.exercises) {
            layout.rounds(first, together);
            first += together.len();
            let last = first - 1;
            if first < routine.exercises.len() {
                let rest = routine.exercises[last].rest_after;
                layout.pause(StepKind::Rest, rest, Place::of(last));
            }
        }
        Self {
            steps: layout.steps,
            total: layout.end,
            put_in: None,
            left_out: BTreeSet::new(),
        }
    }

    /// The plan of a session that goes on with this step of the dose, by its index in the routine's
    /// own plan: coming back to it begins with time to lie down and get ready. That time takes the
    /// place of the pause before the step; where there is none, a step is put in.
    pub fn going_on(routine: &Routine, at: usize) -> Self {
        let mut plan = Self::of(routine);
        let Some(&next) = plan.steps.get(at) else {
            return plan;
        };
        let prepare = routine.exercises[next.exercise].prepare;
        let ready = Step {
            kind: StepKind::Prepare,
            duration: Some(prepare.max(TO_GET_READY)),
            set: None,
            rep: None,
            reps_before: 0,
            ..next
        };
        let before = at.checked_sub(1);
        if let Some(pause) = before.filter(|&before| !plan.steps[before].kind.is_work()) {
            plan.steps[pause] = ready;
        } else {
            plan.steps.insert(at, ready);
            plan.put_in = Some(at);
        }
        plan.total = Duration::ZERO;
        for step in &mut plan.steps {
            step.start = plan.total;
            plan.total += step.duration.unwrap_or_default();
        }
        plan
    }

    /// The index in the routine's own plan of a step of this one: the record knows no other. The
    /// time to get ready has that of the step that it leads to, unless it stands for a pause.
    pub fn on_record(&self, step: usize) -> usize {
        step - usize::from(self.put_in.is_some_and(|put_in| step > put_in))
    }

    /// The index in this plan of a step of the dose in the routine's own.
    pub fn from_record(&self, step: usize) -> usize {
        step + usize::from(self.put_in.is_some_and(|put_in| step >= put_in))
    }

    /// The step that comes after one by itself; the number of steps after the last.
    pub fn after(&self, index: usize) -> usize {
        self.from(index.saturating_add(1))
    }

    /// The step that a rest leads to; any other step itself.
    pub fn after_rest(&self, index: usize) -> usize {
        let is_rest = |step: &Step| step.kind == StepKind::Rest;
        if self.steps.get(index).is_some_and(is_rest) {
            self.after(index)
        } else {
            index
        }
    }

    /// The first step from this index on that is not left out; the number of steps if all are.
    pub fn from(&self, index: usize) -> usize {
        let later = index..self.steps.len();
        let mut later = later.filter(|&index| !self.is_left_out(index));
        later.next().unwrap_or(self.steps.len())
    }

    /// The first step of work from this index on that is none of these exercises', if there is one.
    pub fn first_work_without(&self, index: usize, exercises: &[usize]) -> Option<usize> {
        let mut later = self.work().skip_while(|(step, _)| *step < index);
        let found = later.find(|(_, step)| !exercises.contains(&step.exercise));
        found.map(|(step, _)| step)
    }

    /// Whether a step is one of a round that is left out. The rest before a round stays where any of it is
    /// still done.
    pub fn is_left_out(&self, index: usize) -> bool {
        let Some(step) = self.steps.get(index).filter(|_| !self.left_out.is_empty()) else {
            return false;
        };
        if !self.left_out.contains(&step.exercise) {
            return self.is_rest_before_another(index);
        }
        !(self.is_rest_before_round(index) && self.is_any_done_in_round(index))
    }

    /// Whether anything is still done in the round that a rest leads to.
    fn is_any_done_in_round(&self, rest: usize) -> bool {
        let round = self.steps[rest].set;
        let later = self.steps[rest..].iter();
        let mut of_round = later.take_while(|step| step.set.is_none() || step.set == round);
        of_round.any(|step| step.kind.is_work() && !self.left_out.contains(&step.exercise))
    }

    /// Whether a step is a rest after an exercise of a circuit that comes last in its round, since the others
    /// are left out: the rest between the rounds is enough.
    fn is_rest_before_another(&self, index: usize) -> bool {
        let is_rest = |step: &Step| step.kind == StepKind::Rest && step.set.is_none();
        let leads_out = |step: &Step| self.left_out.contains(&step.exercise);
        self.steps.get(index).is_some_and(is_rest)
            && self.steps.get(index + 1).is_some_and(leads_out)
            && self.is_rest_before_round(self.from(index + 1))
    }

    /// Whether a step is the rest between two rounds of a circuit.
    pub fn is_rest_before_round(&self, index: usize) -> bool {
        let step = self.steps.get(index);
        let step = step.filter(|step| step.kind == StepKind::Rest && step.set.is_some());
        step.is_some_and(|_| self.begins_exercise(index))
    }

    /// The last step of work before a step that is not left out.
    pub fn work_before(&self, index: usize) -> Option<usize> {
        let is_done = |&before: &usize| {
            let step = &self.steps[before];
            step.kind.is_work() && !self.left_out.contains(&step.exercise)
        };
        (0..index).rev().find(is_done)
    }

    /// Whether a round of a circuit begins with a step, which is none of a rest, and which it is.
    pub fn begins_round(&self, index: usize, routine: &Routine) -> Option<u32> {
        let step = self
            .steps
            .get(index)
            .filter(|step| step.kind != StepKind::Rest)?;
        let exercise = routine.exercises.get(step.exercise)?;
        let round = step.set.filter(|_| exercise.circuit().is_some())?;
        let before = self.steps[..index].iter().rev();
        let mut before = before.filter(|it| !self.left_out.contains(&it.exercise));
        let is_of_round = |it: &&Step| it.kind.is_work() || it.kind == StepKind::Prepare;
        let last = before.find(is_of_round);
        let goes_on = last.is_some_and(|last| {
            let of_last = routine.exercises.get(last.exercise);
            last.set == step.set && of_last.is_some_and(|it| it.is_in_circuit_with(exercise))
        });
        (!goes_on).then_some(round)
    }

    /// Whether a further set of an exercise begins with the step of this index.
    pub fn begins_further_set(&self, index: usize) -> bool {
        let Some(step) = self.steps.get(index).filter(|step| step.kind.is_work()) else {
            return false;
        };
        let before = self.steps[..index].iter().rev();
        let mut before = before.take_while(|before| before.exercise == step.exercise);
        let last = before.find(|before| before.kind.is_work());
        last.is_some_and(|last| last.set != step.set)
    }

    /// Whether the first step of an exercise has this index.
    pub fn begins_exercise(&self, index: usize) -> bool {
        let of = |index: usize| self.steps.get(index).map(|step| step.exercise);
        index.checked_sub(1).and_then(of) != of(index)
    }

    /// The steps of the dose, with their index in the plan.
    pub fn work(&self) -> impl Iterator<Item = (usize, &Step)> {
        self.steps
            .iter()
            .enumerate()
            .filter(|(_, step)| step.kind.is_work())
    }
}

/// What a step belongs to.
#[derive(Clone, Copy)]
struct Place {
    exercise: usize,
    side: Option<Side>,
    set: Option<u32>,
    rep: Option<u32>,
    extra: bool,
    reps_before: u32,
}

impl Place {
    fn of(exercise: usize) -> Self {
        Self {
            exercise,
            side: None,
            set: None,
            rep: None,
            extra: false,
            reps_before: 0,
        }
    }
}

struct Layout {
    steps: Vec<Step>,
    end: Duration,
}

impl Layout {
    /// Exercises that are done in turn, a set of each in every round; mostly a single one. `first` is the
    /// index of the first.
    fn rounds(&mut self, first: usize, together: &[Exercise]) {
        let sides: Vec<_> = together.iter().map(sides_in_order).collect();
        let of_all = sides.iter().flatten();
        let most = of_all.map(|(_, on_side)| on_side.most_sets()).max();
        for round in 1..=most.unwrap_or(1) {
            let mut before = together.last().filter(|_| together.len() > 1);
            for (at, (exercise, sides)) in together.iter().zip(&sides).enumerate() {
                let order = order_of_a_set(sides, exercise.sides, round);
                let Some(turn) = order.first() else {
                    continue;
                };
                let index = first + at;
                let alternating = exercise.alternates_at_pace();
                let place = Place {
                    side: turn.side.or(alternating.then_some(exercise.first_side)),
                    set: exercise.circuit().map(|_| round),
                    extra: turn.extra,
                    ..Place::of(index)
                };
                if round > 1 && at == 0 {
                    self.pause(StepKind::Rest, exercise.rest_between_sets, place);
                }
                if round == 1 {
                    self.pause(StepKind::Prepare, exercise.prepare, place);
                } else if let Some(before) = before {
                    let again = spoken::prepare_again(exercise, before);
                    self.pause(StepKind::Prepare, again, place);
                }
                self.set(index, exercise, round, &order);
                if at + 1 < together.len() {
                    let extra = turn.extra;
                    let place = Place {
                        extra,
                        ..Place::of(index)
                    };
                    self.pause(StepKind::Rest, exercise.rest_after, place);
                }
                before = Some(exercise);
            }
        }
    }

    fn set(&mut self, index: usize, exercise: &Exercise, set: u32, order: &[Turn]) {
        let mut before = None;
        let mut has_changed = set > 1;
        for turn in order {
            let place = Place {
                exercise: index,
                side: turn.side,
                set: Some(set),
                rep: turn.rep,
                extra: turn.extra,
                reps_before: turn.reps_before,
            };
            let pause = Place {
                rep: None,
                reps_before: 0,
                ..place
            };
            match before {
                None => {}
                // At a pace the repetitions that may be done besides go on without a pause.
                Some(before) if before == turn.side && turn.reps_before > 0 => {}
                Some(before) if before == turn.side => {
                    self.pause(StepKind::Rest, exercise.rest, pause);
                }
                Some(_) => {
                    let more = if has_changed {
                        Duration::ZERO
                    } else {
                        exercise.more_at_first_switch
                    };
                    has_changed = true;
                    self.pause(StepKind::Switch, exercise.switch + more, pause);
                }
            }
            let kind = match exercise.dose {
                Dose::Hold { .. } => StepKind::Hold,
                Dose::Paced { .. } => StepKind::Reps,
                Dose::Timed { .. } => StepKind::Activity,
                Dose::Open => StepKind::Wait,
            };
            self.step(kind, turn.length, place);
            before = Some(turn.side);
        }
    }

    fn pause(&mut self, kind: StepKind, duration: Duration, place: Place) {
        if !duration.is_zero() {
            self.step(kind, Some(duration), place);
        }
    }

    fn step(&mut self, kind: StepKind, duration: Option<Duration>, place: Place) {
        self.steps.push(Step {
            kind,
            start: self.end,
            duration,
            exercise: place.exercise,
            side: place.side,
            set: place.set,
            rep: place.rep,
            extra: place.extra,
            reps_before: place.reps_before,
        });
        self.end += duration.unwrap_or_default();
    }
}

/// One step of work of a set.
#[derive(Clone, Copy)]
struct Turn {
    side: Option<Side>,
    rep: Option<u32>,
    length: Option<Duration>,
    extra: bool,
    reps_before: u32,
}

/// The sides that are done, each with the exercise as it is on it.
fn sides_in_order(exercise: &Exercise) -> Vec<(Option<Side>, &Exercise)> {
    let first = exercise.first_side;
    let sides = match exercise.sides {
        Sides::Alternate if exercise.alternates_at_pace() => vec![None],
        Sides::None => vec![None],
        Sides::Left => vec![Some(Side::Left)],
        Sides::Right => vec![Some(Side::Right)],
        Sides::Each | Sides::Alternate => vec![Some(first), Some(first.other())],
    };
    let on = |side| (side, exercise.on(side));
    sides.into_iter().map(on).collect()
}

/// The steps of work of one set, in order.
fn order_of_a_set(sides: &[(Option<Side>, &Exercise)], order: Sides, set: u32) -> Vec<Turn> {
    let of_set = sides
        .iter()
        .filter(|(_, on_side)| set <= on_side.most_sets());
    let mut turns = of_set.map(|&(side, on_side)| turns_of_a_side(side, on_side, set));
    if order != Sides::Alternate {
        let mut first = turns.next().unwrap_or_default();
        turns.for_each(|mut other| first.append(&mut other));
        return first;
    }
    let turns: Vec<Vec<Turn>> = turns.collect();
    let longest = turns.iter().map(Vec::len).max().unwrap_or(0);
    let in_turn = (0..longest).flat_map(|at| turns.iter().filter_map(move |side| side.get(at)));
    in_turn.copied().collect()
}

/// The steps of work of one set on one side, in order.
fn turns_of_a_side(side: Option<Side>, exercise: &Exercise, set: u32) -> Vec<Turn> {
    let turn = Turn {
        side,
        rep: None,
        length: exercise.step_length(),
        extra: set > exercise.sets,
        reps_before: 0,
    };
    match exercise.dose {
        Dose::Timed { .. } | Dose::Open => vec![turn],
        Dose::Hold { reps, .. } => (1..=reps.saturating_add(exercise.more_reps))
            .map(|rep| Turn {
                rep: Some(rep),
                extra: turn.extra || rep > reps,
                ..turn
            })
            .collect(),
        Dose::Paced { reps, .. } => {
            let more = (exercise.more_reps > 0).then(|| Turn {
                length: Some(exercise.length_at_pace(exercise.more_reps)),
                extra: true,
                reps_before: reps,
                ..turn
            });
            [turn].into_iter().chain(more).collect()
        }
    }
}

#[cfg(test)]
mod tests;
