//! The routines that a person can be reminded of.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Time;

use super::hours::Place;
use crate::day::{Dose, Standing};
use crate::plan::Plan;
use crate::routine::{Position, Routine};

/// A routine as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub routine: Arc<str>,
    pub place: Place,
    /// Of a session, as far as it has an end.
    pub length: Duration,
    /// The times of day that its author gives, in order.
    pub times: Vec<Time>,
    /// How many of today's sessions are done.
    pub done: u32,
    /// How many are meant for today.
    pub of: u32,
    /// The most that its author allows for a day.
    pub at_most: Option<u32>,
    /// Whether it is for today, and no pain speaks against it.
    pub is_open: bool,
    /// The end of its last session.
    pub last: Option<Timestamp>,
}

impl Candidate {
    /// A routine, `part` of which a session of today has, on a day that means this for it.
    pub fn of(
        routine: &Routine,
        part: &Routine,
        standing: &Standing,
        last: Option<Timestamp>,
    ) -> Self {
        let is_for_today = matches!(
            standing.dose,
            Dose::Planned { of: 1.., .. } | Dose::Suggested { .. }
        );
        let (done, of) = match standing.dose {
            Dose::Planned { done, of } => (done, of),
            Dose::Suggested { .. } => (0, 0),
        };
        let mut times = routine.schedule.at.clone();
        times.sort_unstable();
        let mut exercises = part.exercises.iter();
        Self {
            routine: routine.id.as_str().into(),
            place: if exercises.any(|exercise| exercise.position == Some(Position::Floor)) {
                Place::Floor
            } else {
                Place::Desk
            },
            length: Plan::of(part).total,
            times,
            done,
            of,
            at_most: routine.schedule.max_per_day,
            is_open: is_for_today && !standing.calls_for_rest(),
            last,
        }
    }

    /// Whether another session is as its author wants it.
    pub fn is_allowed(&self) -> bool {
        self.is_open && self.at_most.is_none_or(|most| self.done < most)
    }

    /// Whether as many sessions as are meant for today are done; never where its author doesn't say how many.
    pub fn is_done(&self) -> bool {
        self.of > 0 && self.left() == 0
    }

    /// How many sessions of today are left.
    pub fn left(&self) -> u32 {
        self.of.saturating_sub(self.done)
    }
}
