//! What a day, a month or any other choice of sessions comes to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{Hold, Session};
use crate::routine::Side;
use crate::session::Outcome;

/// What some sessions come to. The two figures that matter back in the clinic are the share of
/// exercises attempted and the share of the dose completed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many there were.
    pub sessions: usize,
    /// Days of the person's calendar on which there was a session.
    pub days: BTreeSet<Date>,
    /// Sessions that count as a dose, by the routine's id.
    pub doses: BTreeMap<Arc<str>, u32>,
    /// With time beyond the prescription, and all open steps.
    pub held_ms: u64,
    pub held_left_ms: u64,
    pub held_right_ms: u64,
    /// Milliseconds held of those prescribed. Time beyond a hold's prescription makes up for no
    /// other hold. What is optional counts if it was not skipped.
    pub dose: Share,
    /// Exercises that were begun, of those prescribed. What is optional counts if it was begun.
    pub exercises: Share,
    /// The pain that was told, oldest first.
    pub pain: Vec<Pain>,
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub done: u64,
    /// The whole.
    pub of: u64,
}

/// Pain from 0 to 10 around a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pain {
    pub day: Date,
    pub before: Option<u8>,
    pub after: Option<u8>,
}

impl Summary {
    /// Sums up sessions that come newest first.
    pub fn of<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> Self {
        let mut summary = Self::default();
        for session in sessions {
            summary.add(session);
        }
        summary.pain.reverse();
        summary
    }

    /// How many doses of a routine there were.
    pub fn doses_of(&self, routine: &str) -> u32 {
        self.doses.get(routine).copied().unwrap_or(0)
    }

    fn add(&mut self, session: &Session) {
        let day = session.started.date();
        self.sessions += 1;
        self.days.insert(day);
        if session.is_a_dose() {
            *self
                .doses
                .entry(Arc::clone(&session.routine.id))
                .or_default() += 1;
        }
        for hold in &session.holds {
            self.held_ms += hold.held_ms;
            match hold.side {
                Some(Side::Left) => self.held_left_ms += hold.held_ms,
                Some(Side::Right) => self.held_right_ms += hold.held_ms,
                None => {}
            }
        }
        self.dose.add(session.dose());
        self.exercises.add(session.exercises());
        if session.pain_before.is_some() || session.pain_after.is_some() {
            self.pain.push(Pain {
                day,
                before: session.pain_before,
                after: session.pain_after,
            });
        }
    }
}

impl Session {
    /// Whether the session counts as one of the day's: at least half of its dose was held,
    /// whichever way it ended. A session that was skipped through to its end does not.
    pub fn is_a_dose(&self) -> bool {
        let dose = self.dose();
        let share = if dose.of > 0 { dose } else { self.exercises() };
        share.of > 0 && share.done * 2 >= share.of
    }

    /// Milliseconds held of those prescribed. Time beyond a hold's prescription makes up for no
    /// other hold. What is optional counts if it was not skipped.
    pub fn dose(&self) -> Share {
        let mut dose = Share::default();
        for hold in self.to_do() {
            if let Some(prescribed_ms) = hold.prescribed_ms {
                dose.done += hold.held_ms.min(prescribed_ms);
                dose.of += prescribed_ms;
            }
        }
        dose
    }

    /// Exercises that were begun, of those prescribed. What is optional counts if it was begun.
    pub fn exercises(&self) -> Share {
        let mut share = Share::default();
        let to_do: Vec<&Hold> = self.to_do().collect();
        // An exercise's steps lie side by side.
        for holds in to_do.chunk_by(|one, other| one.exercise == other.exercise) {
            share.of += 1;
            let was_begun = |hold: &&Hold| hold.outcome != Outcome::Skipped;
            share.done += u64::from(holds.iter().any(was_begun));
        }
        share
    }

    /// Holds that were done to their end, of those that were to be done.
    pub(crate) fn in_full(&self) -> Share {
        let mut share = Share::default();
        for hold in self.to_do() {
            share.of += 1;
            share.done += u64::from(hold.outcome == Outcome::Done);
        }
        share
    }

    /// What was to be done: every hold but the optional ones that were skipped.
    pub(crate) fn to_do(&self) -> impl Iterator<Item = &Hold> {
        let counts = |hold: &&Hold| hold.outcome.counts(hold.optional);
        self.holds.iter().filter(counts)
    }
}

impl Share {
    /// 0 to 100, rounded down; `None` of nothing.
    pub fn percent(self) -> Option<u64> {
        (self.done * 100).checked_div(self.of)
    }

    fn add(&mut self, other: Self) {
        self.done += other.done;
        self.of += other.of;
    }
}
