//! How large the plan of a routine is, reckoned without laying it out.

use std::time::Duration;

use super::{Exercise, Sides};

/// How large a plan would be, without making it: a file from anywhere is measured before anything
/// is allocated for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many steps it would have.
    pub steps: u64,
    /// What would be its [`Plan::total`](crate::plan::Plan::total).
    pub total: Duration,
}

impl Size {
    /// Whole minutes, as one would say how long it takes: rounded, and never none.
    pub fn minutes(self) -> u64 {
        ((self.total.as_secs() + 30) / 60).max(1)
    }
}

/// Measures the plan of `exercises`; agrees with [`Plan::of`](crate::plan::Plan::of) step for step. No dose is too large
/// to be measured.
pub fn measure(exercises: &[Exercise]) -> Size {
    let mut size = Size {
        steps: 0,
        total: Duration::ZERO,
    };
    let mut add = |times: u64, duration: Option<Duration>| {
        if duration == Some(Duration::ZERO) {
            return;
        }
        let each = duration.map_or(0, |duration| duration.as_secs());
        size.steps = size.steps.saturating_add(times);
        let secs = each.saturating_mul(times);
        size.total = size.total.saturating_add(Duration::from_secs(secs));
    };
    for (index, exercise) in exercises.iter().enumerate() {
        let sets = u64::from(exercise.sets);
        let (turns, changes) = turns(exercise);
        add(1, Some(exercise.prepare));
        let rests = turns.saturating_sub(changes + 1);
        add(sets.saturating_mul(turns), exercise.step_length());
        if let Some(others) = sets.saturating_mul(changes).checked_sub(1) {
            add(1, Some(exercise.switch + exercise.more_at_first_switch));
            add(others, Some(exercise.switch));
        }
        add(sets.saturating_mul(rests), Some(exercise.rest));
        add(sets.saturating_sub(1), Some(exercise.rest_between_sets));
        if index + 1 < exercises.len() {
            add(1, Some(exercise.rest_after));
        }
    }
    size
}

/// Work steps in one set, and how often the side changes between them.
fn turns(exercise: &Exercise) -> (u64, u64) {
    let reps = u64::from(exercise.dose.steps_a_side());
    match exercise.sides {
        Sides::None | Sides::Left | Sides::Right => (reps, 0),
        Sides::Alternate if exercise.alternates_at_pace() => (reps, 0),
        Sides::Each => (2 * reps, 1),
        Sides::Alternate => (2 * reps, 2 * reps - 1),
    }
}
