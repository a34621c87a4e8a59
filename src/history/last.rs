//! What was done last of a routine's exercises, to be told before the next session.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{History, RecordedSession};
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
    /// How many repetitions, in each set by itself and on the side with fewer, where that is left to the
    /// person; else empty.
    pub reps: Vec<u64>,
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
        let leaves_open = |exercise: &&Exercise| exercise.load.is_some() || has_range(exercise);
        let exercises = routine.exercises.iter().filter(leaves_open);
        let last = |exercise: &Exercise| {
            let found = &self.found;
            let session = found.last_with(&self.sessions, &routine.id, &exercise.id)?;
            let reps = has_range(exercise).then(|| session.reps_of(&exercise.id));
            let done = LastDone {
                load: session.load_of(&exercise.id).map(Into::into),
                prescribed_load: session.prescribed_load_of(&exercise.id).cloned(),
                reps: reps.unwrap_or_default(),
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

/// Whether the dose goes from a lower number of repetitions to an upper one, on any side.
fn has_range(exercise: &Exercise) -> bool {
    let sides = [None, Some(Side::Left), Some(Side::Right)];
    sides.iter().any(|side| exercise.on(*side).more_reps > 0)
}

impl RecordedSession {
    /// How many repetitions of an exercise were done in each set that was begun: on the side with
    /// fewer, where both are done.
    fn reps_of(&self, exercise: &str) -> Vec<u64> {
        let pace = self.paces.iter().find(|(id, _)| **id == *exercise);
        let mut sets: BTreeMap<Option<u32>, BTreeMap<Option<Side>, u64>> = BTreeMap::new();
        for hold in self.holds.iter().filter(|hold| *hold.exercise == *exercise) {
            let of_side = sets.entry(hold.set).or_default();
            *of_side.entry(hold.side).or_default() += match (hold.rep, pace) {
                (Some(_), _) => u64::from(hold.outcome == Outcome::Done),
                (None, Some((_, pace))) => {
                    // The last is begun where all of it fits; who adds time does more of them.
                    hold.held_ms.checked_div(*pace).unwrap_or(0)
                }
                (None, None) => 0,
            };
        }
        let fewest = |sides: &BTreeMap<Option<Side>, u64>| sides.values().min().copied();
        let reps = sets.values().filter_map(fewest);
        reps.filter(|reps| *reps > 0).collect()
    }

    /// The exercises of which anything was done, each as often as it was.
    pub(super) fn begun(&self) -> impl Iterator<Item = &Arc<str>> {
        let done = |hold: &&super::Hold| hold.outcome != Outcome::Skipped;
        self.holds.iter().filter(done).map(|hold| &hold.exercise)
    }
}
