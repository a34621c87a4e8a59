//! What goes into the decision whether to remind somebody, and what comes out.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Time;
use jiff::{Timestamp, Zoned};

use super::candidate::Candidate;
use super::silence::Silence;
use crate::session;

/// All that is known at a moment.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// The person's date and time of day.
    pub here: Zoned,
    /// The clocks that nobody sets.
    pub clocks: session::Reading,
    /// Since when nobody was at keyboard or mouse; `None` if nothing tells.
    pub idle: Option<Duration>,
    /// What is the case of the silences that are read from the desktop: [`Silence::Session`],
    /// [`Silence::Locked`] and those of [`Silence::CHOSEN`].
    pub silences: &'a BTreeSet<Silence>,
    /// In the order in which one is preferred to another.
    pub candidates: &'a [Candidate],
}

/// What is to be done about reminding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Show it, or keep it on show: it is the same until it is answered, or over.
    Remind(Reminder),
    /// It would be time for this, and something keeps it back.
    Silent { why: Silence, waiting: Reminder },
    /// Nothing is due.
    Wait(Wait),
}

/// It is time for a routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The routine's id.
    pub routine: Arc<str>,
    pub why: Why,
    /// What kept it back last.
    pub after: Option<Silence>,
    pub can_be_put_off: bool,
}

/// Why it is time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// So much sitting.
    Sitting(Duration),
    /// The routine's own time of the day.
    Time(Time),
    /// It is the turn of one of so many sessions that are left.
    Left(u32),
}

/// Why nothing is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wait {
    /// For a routine, which comes then if nothing changes.
    For {
        routine: Arc<str>,
        why: Why,
        at: Timestamp,
    },
    /// Until the hours in which there are reminders begin again.
    Hours { until: Timestamp },
    /// Until then at least: a break in the hours, or their end, comes before the next reminder.
    NotBefore { until: Timestamp },
    /// There is nothing to be reminded of today, or nothing more.
    NothingLeft,
}

/// What a person makes of a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// They begin.
    Start,
    /// They are to be reminded again in a while.
    PutOff,
    NotNow,
    /// Of this routine no more today.
    NotToday,
    /// It went by itself.
    Gone,
}

impl Answer {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Start, "start"),
        (Self::PutOff, "put-off"),
        (Self::NotNow, "not-now"),
        (Self::NotToday, "not-today"),
        (Self::Gone, "gone"),
    ];

    /// Its name among programs.
    pub fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(answer, _)| *answer == self)
            .map_or("", |(_, name)| name)
    }

    /// The one with that name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, it)| *it == name).map(|(answer, _)| *answer)
    }
}
