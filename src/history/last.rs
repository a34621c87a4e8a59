//! What was done last of a routine's exercises, to be told before the next session.

use std::sync::Arc;

use jiff::civil::Date;

use super::{History, RecordedSession};
use crate::progress::{self, StepReps};
use crate::routine::{Exercise, Routine, Side};
use crate::session::Outcome;

/// What was done last of the exercises of a routine, of each of which there is anything to tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Last(Vec<(String, LastDone)>);

/// What was done of an exercise in the last session in which it was begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LastDone {
    /// What it was done with, where it has a load.
    pub load: Option<Arc<str>>,
    /// What was prescribed for it then.
    pub prescribed_load: Option<Arc<str>>,
    /// How many repetitions in each set, where that is left to the person; else empty. Where each side has a
    /// dose of its own, of each by itself, and else on the side with fewer.
    pub reps: Vec<(Option<Side>, Vec<u64>)>,
}

impl Last {
    /// Of an exercise by its id.
    pub fn of(&self, exercise: &str) -> Option<&LastDone> {
        let (_, done) = self.0.iter().find(|(id, _)| id == exercise)?;
        Some(done)
    }
}

impl History {
    /// What was done last of those exercises of a routine whose dose leaves something to the person.
    pub fn last_of(&self, routine: &Routine) -> Last {
        let leaves_open = |exercise: &&Exercise| {
            has_range(exercise) || in_all_weeks(exercise).any(|it| it.load.is_some())
        };
        let exercises = routine.exercises.iter().filter(leaves_open);
        let last = |exercise: &Exercise| {
            let found = &self.found;
            let session = found.last_with(&self.sessions, &routine.id, &exercise.id)?;
            let reps = |side: Option<Side>| (side, session.reps_of(&exercise.id, side));
            let sides: &[_] = if in_all_weeks(exercise).any(|it| it.has_dose_of_sides()) {
                &[Some(Side::Left), Some(Side::Right)]
            } else {
                &[None]
            };
            let reps = has_range(exercise).then(|| sides.iter().copied().map(reps));
            let reps = reps.into_iter().flatten();
            let done = LastDone {
                load: session.load_of(&exercise.id).map(Into::into),
                prescribed_load: session.prescribed_load_of(&exercise.id).cloned(),
                reps: reps.filter(|(_, reps)| !reps.is_empty()).collect(),
            };
            Some((exercise.id.clone(), done))
        };
        Last(exercises.filter_map(last).collect())
    }

    /// With what an exercise of a session's routine was done up to that session, the first day with
    /// each load, oldest first.
    pub fn course_of_load(&self, up_to: &RecordedSession, exercise: &str) -> Vec<(Date, &str)> {
        let sessions = self.sessions.iter().rev();
        let of_it = sessions.filter(|session| session.routine.id == up_to.routine.id);
        let so_far = of_it.filter(|session| session.started <= up_to.started);
        let mut course: Vec<(Date, &str)> = Vec::new();
        for session in so_far.filter(|session| session.begun().any(|id| **id == *exercise)) {
            if let Some(load) = session.load_of(exercise)
                && course.last().is_none_or(|(_, last)| *last != load)
            {
                course.push((session.started.date(), load));
            }
        }
        course
    }
}

/// Whether the dose goes from a lower number of repetitions to an upper one, on any side and in any week.
fn has_range(exercise: &Exercise) -> bool {
    let sides = [None, Some(Side::Left), Some(Side::Right)];
    let is_open = |exercise: Exercise| sides.iter().any(|it| exercise.on(*it).more_reps > 0);
    in_all_weeks(exercise).any(is_open)
}

/// An exercise with its first dose, and with that of each week in which it changes.
fn in_all_weeks(exercise: &Exercise) -> impl Iterator<Item = Exercise> {
    let later = exercise.weeks().map(|week| exercise.in_week(week));
    std::iter::once(exercise.clone()).chain(later)
}

impl RecordedSession {
    /// How many repetitions of an exercise were done in each set that was begun, on a side or else on the
    /// one with fewer: as the person said, or else as they were counted.
    fn reps_of(&self, exercise: &str, side: Option<Side>) -> Vec<u64> {
        let is_of_side = |of: Option<Side>| side.is_none() || of == side;
        let said = self.reps.iter().filter(|it| *it.exercise == *exercise);
        let said: Vec<_> = said.filter(|it| is_of_side(it.side)).collect();
        match &said[..] {
            [] => {}
            [said] => return said.reps.iter().copied().map(u64::from).collect(),
            sides => {
                let of_side = |of: &&super::Reps| {
                    let side = of.side;
                    let sets = (1..).zip(of.reps.clone());
                    sets.map(move |(set, reps)| StepReps {
                        set: Some(set),
                        side,
                        done: reps.into(),
                    })
                };
                return progress::reps_by_set(sides.iter().flat_map(of_side));
            }
        }
        let pace = self.paces.iter().find(|(id, _)| **id == *exercise);
        let of_it = self.holds.iter().filter(|hold| *hold.exercise == *exercise);
        let of_it = of_it.filter(|hold| is_of_side(hold.side));
        progress::reps_by_set(of_it.map(|hold| StepReps {
            set: hold.set,
            side: hold.side,
            done: match (hold.rep, pace) {
                (Some(_), _) => u64::from(hold.outcome == Outcome::Done),
                (None, Some((_, pace))) => {
                    // The last is begun where all of it fits; who adds time does more of them.
                    hold.held_ms.checked_div(*pace).unwrap_or(0)
                }
                (None, None) => 0,
            },
        }))
    }

    /// The exercises of which anything was done, each as often as it was.
    pub(super) fn begun(&self) -> impl Iterator<Item = &Arc<str>> {
        let done = |hold: &&super::Hold| hold.outcome != Outcome::Skipped;
        self.holds.iter().filter(done).map(|hold| &hold.exercise)
    }
}
