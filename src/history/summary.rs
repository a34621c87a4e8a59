//! What a day, a month or any other choice of sessions comes to.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Session;
use crate::progress::Tally;

/// What some sessions come to. The two figures that matter back in the clinic are the share of
/// exercises attempted and the share of the dose completed; both are in the tally.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many there were.
    pub sessions: usize,
    /// Days of the person's calendar on which there was a session.
    pub days: BTreeSet<Date>,
    /// Of all of them together.
    pub tally: Tally,
    /// The pain that was given, oldest first.
    pub pain: Vec<Pain>,
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

    fn add(&mut self, session: &Session) {
        let day = session.started.date();
        self.sessions += 1;
        self.days.insert(day);
        self.tally.add(&session.tally());
        if session.pain_before.is_some() || session.pain_after.is_some() {
            self.pain.push(Pain {
                day,
                before: session.pain_before,
                after: session.pain_after,
            });
        }
    }
}
