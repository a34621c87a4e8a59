//! What of a routine a session of a day has.

use std::sync::Arc;

use super::turn::Turn;
use crate::routine::Routine;

/// What of a routine a session has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// With the exercises that the session has and no others.
    pub routine: Arc<Routine>,
    /// The others, in the order of the file.
    pub left_out: Vec<LeftOut>,
}

/// An exercise that a session does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Its index in the whole routine.
    pub exercise: usize,
    /// Why not.
    pub why: Turn,
}

impl Selection {
    /// All exercises, with their doses in a week of the programme.
    pub(super) fn whole(routine: &Arc<Routine>, week: u32) -> Self {
        Self::without(routine, week, Vec::new())
    }

    /// The exercises whose turn it is. Where none is left, those of the day once more, and on a day
    /// that has none all of them: whoever begins all the same is kept from nothing.
    pub(super) fn of(routine: &Arc<Routine>, week: u32, turns: &[Turn]) -> Self {
        let levels: [fn(Turn) -> bool; 2] = [Turn::is_open, Turn::is_of_today];
        let has_any = |level: &&fn(Turn) -> bool| turns.iter().any(|turn| level(*turn));
        let Some(level) = levels.iter().find(has_any) else {
            return Self::whole(routine, week);
        };
        let left_out = (0..).zip(turns.iter().copied());
        let left_out = left_out.filter(|(_, turn)| !level(*turn));
        let left_out = left_out.map(|(exercise, why)| LeftOut { exercise, why });
        Self::without(routine, week, left_out.collect())
    }

    fn without(routine: &Arc<Routine>, week: u32, left_out: Vec<LeftOut>) -> Self {
        let has_changed = |from: u32| from <= week;
        let mut exercises = routine.exercises.iter();
        let changes = exercises.any(|exercise| exercise.weeks().any(has_changed));
        let is_in = |index: usize| left_out.iter().all(|left| left.exercise != index);
        let routine = if left_out.is_empty() && !changes {
            Arc::clone(routine)
        } else {
            Arc::new(routine.part(week, is_in))
        };
        Self { routine, left_out }
    }
}
