//! A day's sessions, and what they come to.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Session, Span};
use crate::lengths::millis;
use crate::progress::{Sessions, Share, Tally};
use crate::routine::{Due, Side};

/// What days come to. Those of several days, and of several routines, add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Sessions that were done, of those that were due.
    pub sessions: Share,
    /// Those that were done beyond what was due on their days.
    pub more: u64,
    /// Those that were done when nothing is known of what was due, or the file does not say.
    pub free: u64,
    /// Sessions that were begun, with those that were told.
    pub begun: u64,
    /// Sessions that the person told of later.
    pub told: u64,
    /// Sessions in which it is not known what was due.
    pub unknown: u64,
    /// Exercises that were attempted, of those of the sessions that were due; of days of which it is not known
    /// what was due, of those of the sessions that were begun.
    pub exercises: Share,
    /// Milliseconds held, of those of the same sessions.
    pub dose: Share,
    /// Milliseconds held on the left side, of those prescribed in the sessions that were begun.
    pub left: Share,
    /// The same on the right.
    pub right: Share,
    /// The same of what has no side.
    pub both: Share,
}

impl Sums {
    /// What some days come to together.
    pub fn of<'d>(days: impl IntoIterator<Item = &'d DaySum>) -> Self {
        let mut sums = Self::default();
        for day in days {
            sums.add(&day.sums);
        }
        sums
    }

    pub fn add(&mut self, other: &Self) {
        self.sessions.add(other.sessions);
        self.more += other.more;
        self.free += other.free;
        self.begun += other.begun;
        self.told += other.told;
        self.unknown += other.unknown;
        self.exercises.add(other.exercises);
        self.dose.add(other.dose);
        self.left.add(other.left);
        self.right.add(other.right);
        self.both.add(other.both);
    }

    /// Sessions that were done, whether or not they were due.
    pub fn done(&self) -> u64 {
        self.sessions.done + self.more + self.free
    }
}

/// A day, and what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySum {
    pub date: Date,
    pub sums: Sums,
    /// How many sessions were due; `None` if that is not known, or no schedule says.
    pub due: Option<u32>,
    /// Whether a session was stopped or hurt.
    pub hurt: bool,
    /// Whether it is before the first session on record.
    pub is_before: bool,
}

/// What a day is shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The record begins later.
    Before,
    /// Nothing is recorded, and it is not known that anything was due.
    Nothing,
    /// Nothing was due.
    NotDue,
    /// Sessions were due, and none is recorded.
    Due,
    /// Sessions were begun, and fewer done than were due.
    Partly,
    /// As many as were due.
    Done,
}

impl DaySum {
    pub fn mark(&self) -> Mark {
        let done = self.sums.done();
        let due = self.due.map(u64::from);
        match (self.sums.begun, due) {
            _ if self.is_before => Mark::Before,
            (0, None) => Mark::Nothing,
            (0, Some(0)) => Mark::NotDue,
            (0, Some(_)) => Mark::Due,
            (_, Some(due)) if due > self.sums.sessions.done => Mark::Partly,
            _ if done == 0 => Mark::Partly,
            _ => Mark::Done,
        }
    }
}

/// Each day of a span, of a record that begins on a day.
pub(super) fn each(span: Span, begins: Option<Date>) -> Vec<DaySum> {
    let days = span.from.series(jiff::Span::new().days(1));
    let days = days.take_while(|date| *date <= span.to);
    let sum = |date| DaySum {
        date,
        sums: Sums::default(),
        due: None,
        hurt: false,
        is_before: begins.is_none_or(|begins| date < begins),
    };
    days.map(sum).collect()
}

/// The sessions of one routine on a day.
#[derive(Debug, Clone, Default)]
pub(super) struct OfDay<'a> {
    sessions: Sessions,
    begun: u64,
    told: u64,
    unknown: u64,
    pub hurt: bool,
    /// Exercises that were attempted of those that were to be done, in the sessions that were measured.
    exercises: Share,
    dose: Share,
    /// On the left, on the right and of what has no side.
    sides: [Share; 3],
    /// When sessions were due by the last that says so, and when that began.
    due: Option<(Timestamp, &'a Due)>,
}

impl<'a> OfDay<'a> {
    pub(super) fn add(&mut self, session: &Session<'a>) {
        let dose = || session.steps.iter().map(|step| step.dose);
        let tally = (!session.is_told).then(|| Tally::of(dose()));
        let part = tally.map_or(Share { done: 1, of: 1 }, |tally| {
            tally.part(session.is_completed)
        });
        self.sessions.add(part, session.is_completed);
        self.begun += 1;
        self.told += u64::from(session.is_told);
        self.unknown += u64::from(session.due.is_none());
        self.hurt |= session.hurt;
        if let Some(due) = session.due {
            let last = (session.started, due);
            // Two that began at once are of one file, or it does not matter which is the later.
            if self.due.is_none_or(|(at, _)| at <= session.started) {
                self.due = Some(last);
            }
        }
        let Some(tally) = tally else { return };
        self.exercises.add(tally.exercises);
        self.dose.add(tally.dose);
        for step in session.steps.iter().filter(|step| step.dose.is_to_do()) {
            if let Some(prescribed) = step.dose.prescribed {
                let held = step.dose.held.min(prescribed);
                self.sides[place(step.dose.side)].add(Share {
                    done: millis(held),
                    of: millis(prescribed),
                });
            }
        }
    }

    pub(super) fn number(&self) -> u32 {
        self.sessions.number()
    }

    pub(super) fn due(&self) -> Option<&'a Due> {
        self.due.map(|(_, due)| due)
    }

    /// The exercises and the milliseconds of one of its sessions; `None` if none was measured.
    pub(super) fn of_one(&self) -> Option<Whole> {
        let measured = self.begun - self.told;
        (measured > 0).then(|| Whole {
            exercises: self.exercises.of / measured,
            dose: self.dose.of / measured,
        })
    }

    /// What the day comes to, with so many sessions that were due; `None` if that is not known.
    pub(super) fn sums(&self, due: Option<u32>, whole: Whole) -> Sums {
        let number = u64::from(self.number());
        let side = |side| self.sides[place(side)];
        let sums = Sums {
            begun: self.begun,
            told: self.told,
            unknown: self.unknown,
            left: side(Some(Side::Left)),
            right: side(Some(Side::Right)),
            both: side(None),
            ..Sums::default()
        };
        let Some(due) = due.map(u64::from) else {
            return Sums {
                free: number,
                exercises: self.exercises,
                dose: self.dose,
                ..sums
            };
        };
        let done = number.min(due);
        // Those that were told were due as well, and nothing of them was measured.
        let measured_due = due.saturating_sub(self.told.min(done));
        let share = |of_day: Share, of_one: u64| {
            let of = of_one * measured_due;
            Share {
                done: of_day.done.min(of),
                of,
            }
        };
        Sums {
            sessions: Share { done, of: due },
            more: number - done,
            exercises: share(self.exercises, whole.exercises),
            dose: share(self.dose, whole.dose),
            ..sums
        }
    }
}

/// The place of a side among all.
fn place(side: Option<Side>) -> usize {
    match side {
        Some(Side::Left) => 0,
        Some(Side::Right) => 1,
        None => 2,
    }
}

/// What a whole session has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Whole {
    pub exercises: u64,
    pub dose: u64,
}
