//! A day's sessions, and what they come to.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Known, Session, Span};
use crate::lengths::millis;
use crate::progress::{self, Sessions, Share, Tally};
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
    /// Sessions that were put off since the pain before them was above the limit.
    pub put_off: u64,
    /// Exercises that were attempted, of those that the sessions asked for that were due.
    pub exercises: Share,
    /// Milliseconds held, of those of the same sessions.
    pub dose: Share,
    /// Exercises that were attempted, of those of the sessions that were begun.
    pub exercises_begun: Share,
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
        self.put_off += other.put_off;
        self.exercises.add(other.exercises);
        self.dose.add(other.dose);
        self.exercises_begun.add(other.exercises_begun);
        self.left.add(other.left);
        self.right.add(other.right);
        self.both.add(other.both);
    }

    /// Sessions that were done, whether or not they were due.
    pub fn done(&self) -> u64 {
        self.sessions.done + self.more + self.free
    }

    /// Whether any session was due.
    pub fn is_due(&self) -> bool {
        self.sessions.of > 0
    }

    /// Exercises that were attempted of those that were due, or where no session was, of those that were begun:
    /// never of both together.
    pub fn attempted(&self) -> Share {
        if self.is_due() {
            self.exercises
        } else {
            self.exercises_begun
        }
    }

    /// Milliseconds held, of the same.
    pub fn held(&self) -> Share {
        if self.is_due() {
            self.dose
        } else {
            self.dose_begun()
        }
    }

    /// Milliseconds held, of those of the sessions that were begun.
    pub fn dose_begun(&self) -> Share {
        let mut dose = self.left;
        dose.add(self.right);
        dose.add(self.both);
        dose
    }
}

/// A day, and what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySum {
    pub date: Date,
    pub sums: Sums,
    /// How many sessions were due, without those that were put off for pain; `None` if that is not known, or no
    /// schedule says.
    pub due: Option<u32>,
    /// Whether it is over: on the last day of all there may be more to come.
    pub is_over: bool,
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
    /// None was begun, since the pain before it was above the limit.
    PutOff,
    /// Sessions are due, none is recorded, and the day is not over.
    Open,
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
            (0, None | Some(0)) if self.sums.put_off > 0 => Mark::PutOff,
            (0, None) => Mark::Nothing,
            (0, Some(0)) => Mark::NotDue,
            (0, Some(_)) if !self.is_over => Mark::Open,
            (0, Some(_)) => Mark::Due,
            (_, Some(due)) if due > self.sums.sessions.done => Mark::Partly,
            _ if done == 0 => Mark::Partly,
            _ => Mark::Done,
        }
    }
}

/// Each day of a span that `today` may lie in, of a record that begins on a day.
pub(super) fn each(span: Span, begins: Option<Date>, today: Date) -> Vec<DaySum> {
    let days = span.from.series(jiff::Span::new().days(1));
    let days = days.take_while(|date| *date <= span.to);
    let sum = |date| DaySum {
        date,
        sums: Sums::default(),
        due: None,
        is_over: date < today,
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
    put_off: u64,
    pub hurt: bool,
    /// Exercises that were attempted of those that were to be done, in the sessions that were measured.
    exercises: Share,
    /// What those sessions asked for, without what they left to the person.
    asked: Asked,
    /// The same of each exercise.
    by_exercise: BTreeMap<&'a str, OfExercise>,
    /// On the left, on the right and of what has no side.
    sides: [Share; 3],
    /// When sessions were due by the last that says so, and when that began.
    due: Option<(Timestamp, &'a Due)>,
    /// Of which text of the routine the last is, and when that began.
    version: Option<(Timestamp, &'a str)>,
}

impl<'a> OfDay<'a> {
    pub(super) fn add(&mut self, session: &Session<'a>) {
        if session.known == Known::PutOff {
            self.put_off += 1;
            return;
        }
        let is_told = session.known == Known::Told;
        let dose = || session.steps.iter().map(|step| step.dose);
        let tally = (!is_told).then(|| Tally::of(dose()));
        let part = tally.map_or(Share { done: 1, of: 1 }, |tally| {
            tally.part(session.is_completed)
        });
        self.sessions.add(part, session.is_completed);
        self.begun += 1;
        self.told += u64::from(is_told);
        self.unknown += u64::from(session.due.is_none());
        self.hurt |= session.hurt;
        if let Some(due) = session.due {
            let last = (session.started, due);
            // Two that began at once are of one file, or it does not matter which is the later.
            if self.due.is_none_or(|(at, _)| at <= session.started) {
                self.due = Some(last);
            }
        }
        if self.version.is_none_or(|(at, _)| at <= session.started) {
            self.version = Some((session.started, session.version));
        }
        let Some(tally) = tally else { return };
        self.exercises.add(tally.exercises);
        // Where all is left to the person, what they did of it is all that can be asked for.
        let asks = dose().any(|step| !step.optional);
        let to_do = || dose().filter(|step| !asks || !step.optional);
        let asked = Tally::of(to_do());
        self.asked.add(Asked {
            sessions: 1,
            exercises: asked.exercises,
            dose: asked.dose,
        });
        for (exercise, tally) in progress::by_exercise(to_do()) {
            let of_exercise = self.by_exercise.entry(exercise).or_default();
            of_exercise.begun.add(tally.exercises);
        }
        for step in to_do() {
            let of_exercise = self.by_exercise.entry(step.exercise).or_default();
            of_exercise.dose[place(step.side)].add(Tally::of([step]).dose);
        }
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

    pub(super) fn version(&self) -> Option<&'a str> {
        self.version.map(|(_, version)| version)
    }

    pub(super) fn is_begun(&self) -> bool {
        self.begun > 0
    }

    /// Whether one was put off for pain.
    pub(super) fn is_put_off(&self) -> bool {
        self.put_off > 0
    }

    /// What its sessions that were measured asked for.
    pub(super) fn asked(&self) -> Asked {
        self.asked
    }

    /// What the day comes to, with so many sessions that were due, `None` if that is not known. What each of them
    /// asks for is what those of the day did, or if none was measured what `others` did on average.
    pub(super) fn sums(&self, due: Option<u32>, others: Asked) -> Sums {
        let number = u64::from(self.number());
        let side = |side| self.sides[place(side)];
        let sums = Sums {
            begun: self.begun,
            told: self.told,
            unknown: self.unknown,
            put_off: self.put_off,
            exercises_begun: self.exercises,
            left: side(Some(Side::Left)),
            right: side(Some(Side::Right)),
            both: side(None),
            ..Sums::default()
        };
        let Some(due) = due.map(u64::from) else {
            return Sums {
                free: number,
                ..sums
            };
        };
        let done = number.min(due);
        // Those that were told were due as well, and nothing of them was measured.
        let measured_due = due.saturating_sub(self.told.min(done));
        let asked = if self.asked.sessions > 0 {
            self.asked
        } else {
            others
        };
        // What was done twice does not stand for what was left out: a side, or another exercise.
        let counts = |share: &Share| {
            let of = share.of.saturating_mul(measured_due);
            share.done.min(of.div_ceil(asked.sessions.max(1)))
        };
        let exercises = self.by_exercise.values();
        let begun = exercises.clone().map(|it| counts(&it.begun)).sum();
        let held = exercises.flat_map(|it| &it.dose).map(counts).sum();
        let share = |done: u64, of: u64| {
            let of = of.saturating_mul(measured_due);
            let of = of.checked_div(asked.sessions).unwrap_or(0);
            Share {
                done: done.min(of),
                of,
            }
        };
        Sums {
            sessions: Share { done, of: due },
            more: number - done,
            exercises: share(begun, asked.exercises.of),
            dose: share(held, asked.dose.of),
            ..sums
        }
    }
}

/// What the sessions of a day asked for of an exercise.
#[derive(Debug, Clone, Copy, Default)]
struct OfExercise {
    /// In how many of them it was begun.
    begun: Share,
    /// Milliseconds held, on the left, on the right and of what has no side.
    dose: [Share; 3],
}

/// The place of a side among all.
fn place(side: Option<Side>) -> usize {
    match side {
        Some(Side::Left) => 0,
        Some(Side::Right) => 1,
        None => 2,
    }
}

/// What so many sessions that were measured asked for, and what was done of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked {
    pub sessions: u64,
    pub exercises: Share,
    pub dose: Share,
}

impl Asked {
    pub(super) fn add(&mut self, other: Self) {
        self.sessions += other.sessions;
        self.exercises.add(other.exercises);
        self.dose.add(other.dose);
    }
}
