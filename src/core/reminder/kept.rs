//! What of a day is to be known when the program is started anew in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::decision::Reading;
use super::machine::{OfDay, Reminders};
use super::silence::APART;

/// What is kept of a day: without it a person would be asked again what they have answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    pub date: Option<Date>,
    /// Since when that day is looked at.
    pub since: Option<Timestamp>,
    /// The routines that the person wants to hear no more of on that day.
    pub not_today: BTreeSet<Arc<str>>,
    /// The last of a routine's own times that there was a reminder for.
    pub times: BTreeMap<Arc<str>, Time>,
    /// When the last reminder of a routine was answered, or went.
    pub answered: BTreeMap<Arc<str>, Timestamp>,
    /// When a reminder was on show last.
    pub shown: Option<Timestamp>,
    /// Until when the person wants quiet, on whichever day.
    pub quiet_until: Option<Timestamp>,
}

impl Reminders {
    /// What is to be kept.
    pub fn keep(&self) -> Kept {
        let OfDay {
            date,
            since,
            not_today,
            times,
            answered,
            shown,
        } = self.day.clone();
        Kept {
            date,
            since,
            not_today,
            times,
            answered,
            shown,
            quiet_until: self.quiet_until,
        }
    }

    /// Goes on from what was kept; to be called before anything is decided. What is of another day counts no more.
    pub fn recall(&mut self, kept: Kept, reading: &Reading<'_>) {
        let now = reading.here.timestamp();
        let since = kept.shown.map(|shown| now.duration_since(shown));
        if since.is_some_and(|since| since.unsigned_abs() < APART) {
            // As if it had been just now: the clock of that moment is gone.
            self.shown = Some(reading.clocks.with_sleep);
        }
        self.day = OfDay {
            date: kept.date,
            since: kept.since,
            not_today: kept.not_today,
            times: kept.times,
            answered: kept.answered,
            shown: kept.shown,
        };
        self.quiet_until = kept.quiet_until;
    }
}
