//! What was done of each exercise.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Known, Session, Step};
use crate::lengths::millis;
use crate::progress::Share;
use crate::routine::Side;
use crate::session::Outcome;

/// Why a step of the dose was left out, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It hurt there, or the person says so of what they left out.
    Hurts,
    /// The session was stopped since it hurt, before it came to this.
    StoppedInPain,
    NoTime,
    TooHard,
    DidNotKnowHow,
    Other,
    NotGiven,
}

/// Steps that were left out for one reason, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    pub reason: Reason,
    /// Told apart where it hurt.
    pub side: Option<Side>,
    pub steps: u64,
}

/// In what an exercise is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Time held.
    Time,
    /// Repetitions at a pace.
    Reps,
    /// How often it was done; an open dose has no time.
    Times,
}

/// What an exercise comes to in the sessions that were begun and measured. One that was counted otherwise in earlier
/// sessions has a sum for each way: times that were held and repetitions are never added up, and none is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseSum {
    /// The routine's id.
    pub routine: String,
    /// The exercise's id.
    pub exercise: String,
    /// As the last session has it.
    pub name: String,
    pub measure: Measure,
    /// Milliseconds, repetitions or times that were done, of those prescribed: on the left.
    pub left: Share,
    pub right: Share,
    /// Of steps that have no side.
    pub both: Share,
    /// Sessions in which it was attempted, of those in which it was to be done.
    pub sessions: Share,
    /// Steps that were left out, the commonest reason first.
    pub left_out: Vec<LeftOut>,
    /// How many steps the last session has on each side, and how long each is.
    pub steps: u32,
    pub step_ms: Option<u64>,
    /// How many repetitions at a pace a step has.
    pub step_reps: Option<u32>,
}

impl Measure {
    /// In what a step is counted.
    fn of(step: &Step<'_>) -> Self {
        match step {
            Step { reps: Some(_), .. } => Self::Reps,
            step if step.dose.prescribed.is_some() => Self::Time,
            _ => Self::Times,
        }
    }
}

impl ExerciseSum {
    /// Steps that were left out for whatever reason.
    pub fn steps_left_out(&self) -> u64 {
        self.left_out.iter().map(|it| it.steps).sum()
    }
}

#[derive(Default)]
pub(super) struct Exercises<'a> {
    of_id: BTreeMap<Key<'a>, Draft<'a>>,
}

/// A routine's id, an exercise's, and in what it is counted.
type Key<'a> = (&'a str, &'a str, Measure);

#[derive(Default)]
struct Draft<'a> {
    /// When the last session with it began, and which place it had there.
    last: Option<(Timestamp, usize)>,
    name: &'a str,
    /// In milliseconds, in repetitions and in times.
    sides: BTreeMap<Option<Side>, [Share; 3]>,
    sessions: Share,
    left_out: BTreeMap<(Reason, Option<Side>), u64>,
    steps: u32,
    step_ms: Option<u64>,
    step_reps: Option<u32>,
}

impl<'a> Exercises<'a> {
    pub(super) fn add(&mut self, session: &Session<'a>) {
        if session.known != Known::Measured {
            return;
        }
        // A handful, the steps of each side by side but in the rounds of a circuit.
        let mut of_session: Vec<(&str, Vec<&Step<'a>>)> = Vec::new();
        for step in &session.steps {
            let exercise = step.dose.exercise;
            match of_session.iter_mut().rfind(|(of, _)| *of == exercise) {
                Some((_, steps)) => steps.push(step),
                None => of_session.push((exercise, vec![step])),
            }
        }
        for (place, (exercise, steps)) in of_session.into_iter().enumerate() {
            let measure = steps
                .first()
                .map_or(Measure::Time, |step| Measure::of(step));
            let key = (session.routine, exercise, measure);
            let draft = self.of_id.entry(key).or_default();
            draft.add(&steps, (session.started, place));
        }
    }

    pub(super) fn sums(self) -> Vec<ExerciseSum> {
        let mut drafts: Vec<_> = self.of_id.into_iter().collect();
        let last_of_routine = |routine: &str, drafts: &[(Key<'_>, Draft<'_>)]| {
            let of_it = drafts.iter().filter(|((of, ..), _)| *of == routine);
            of_it
                .filter_map(|(_, draft)| draft.last)
                .map(|it| it.0)
                .max()
        };
        let mut keys: Vec<_> = drafts
            .iter()
            .map(|((routine, exercise, measure), draft)| {
                let last = last_of_routine(routine, &drafts);
                // The routine that was done last is the first, and what its last session no longer has
                // comes last.
                let is_gone = draft.last.map(|it| it.0) < last;
                let place = draft.last.map_or(0, |it| it.1);
                let of_routine = (std::cmp::Reverse(last), *routine);
                (of_routine, is_gone, place, *exercise, *measure)
            })
            .collect();
        keys.sort_unstable();
        let place = |of: &Key<'_>| keys.iter().position(|key| (key.0.1, key.3, key.4) == *of);
        drafts.sort_by_key(|(key, _)| place(key));
        let sum = |(key, draft): (Key<'_>, Draft<'_>)| draft.sum(key);
        drafts.into_iter().map(sum).collect()
    }
}

impl<'a> Draft<'a> {
    fn add(&mut self, steps: &[&Step<'a>], at: (Timestamp, usize)) {
        if self.last.is_none_or(|last| last.0 <= at.0) {
            self.last = Some(at);
            if let Some(step) = steps.first() {
                self.name = step.name;
                self.step_ms = step.dose.prescribed.map(millis);
                self.step_reps = step.reps;
                let of_side = steps.iter().filter(|it| it.dose.side == step.dose.side);
                self.steps = u32::try_from(of_side.count()).unwrap_or(u32::MAX);
            }
        }
        let (mut is_to_do, mut is_attempted) = (false, false);
        for step in steps {
            let dose = &step.dose;
            if !dose.is_to_do() {
                continue;
            }
            is_to_do = true;
            let is_skipped = dose.outcome == Outcome::Skipped;
            is_attempted |= !is_skipped;
            let [time, reps, times] = self.sides.entry(dose.side).or_default();
            if let Some(prescribed) = dose.prescribed {
                let (held, prescribed) = (millis(dose.held.min(prescribed)), millis(prescribed));
                time.add(Share {
                    done: held,
                    of: prescribed,
                });
                let of = u64::from(step.reps.unwrap_or(0));
                reps.add(Share {
                    done: (held * of).checked_div(prescribed).unwrap_or(0),
                    of,
                });
            }
            times.add(Share {
                done: u64::from(dose.outcome == Outcome::Done),
                of: 1,
            });
            if is_skipped {
                let side = dose.side.filter(|_| step.left_out == Reason::Hurts);
                *self.left_out.entry((step.left_out, side)).or_default() += 1;
            }
        }
        self.sessions.add(Share {
            done: u64::from(is_attempted),
            of: u64::from(is_to_do),
        });
    }

    fn sum(self, (routine, exercise, measure): Key<'_>) -> ExerciseSum {
        let of_side = |side| {
            let [time, reps, times] = self.sides.get(&side).copied().unwrap_or_default();
            match measure {
                Measure::Time => time,
                Measure::Reps => reps,
                Measure::Times => times,
            }
        };
        let mut left_out: Vec<LeftOut> = self
            .left_out
            .iter()
            .map(|(&(reason, side), &steps)| LeftOut {
                reason,
                side,
                steps,
            })
            .collect();
        left_out.sort_by_key(|it| std::cmp::Reverse(it.steps));
        ExerciseSum {
            routine: routine.to_owned(),
            exercise: exercise.to_owned(),
            name: self.name.to_owned(),
            measure,
            left: of_side(Some(Side::Left)),
            right: of_side(Some(Side::Right)),
            both: of_side(None),
            sessions: self.sessions,
            left_out,
            steps: self.steps,
            step_ms: self.step_ms,
            step_reps: self.step_reps,
        }
    }
}
