//! What a record comes to over some time: sessions of those that were due, doses, pain.
//!
//! One place adds it up, for the window, the terminal, reports and tables alike. It takes sessions as plain
//! values, in any order, and a span of days.
//!
//! - A session belongs to the day on which it began, in the zone in which the person was then.
//! - What was due is what the routine's file said at the time. From the first session on it counts, until a
//!   later session has it otherwise, the programme ends, or the routine has been left alone for
//!   [`LEFT_ALONE_DAYS`]. Of sessions whose schedule is not known, or that have none, nothing was due.
//! - A day on which a session was due and none was recorded is just that: it may have been done without
//!   the app. What is due on the day that is not over yet counts as far as it was done. A session that was put
//!   off since the pain before it was above the limit was due no more.
//! - Of days that are left to the person those count on which most was done: of a week with so many days, and of
//!   days with others between them of each stretch that has room for one. What is missing was due on the last day
//!   on which it was still in time.
//! - What a session that was due asks for, exercises and time, is what the sessions of its day asked for. Where
//!   none of the day was measured, it is what those before it asked for on average: of the same text of the
//!   routine, and on days on which the same of its rhythms were due, if there were any. What comes later changes
//!   nothing of it, and what is left to the person is never asked for.
//! - Sessions beyond what was due count as done, and what was done in them is in no share of what was due. Where
//!   nothing was due, shares are of the sessions that were begun. No share mixes the two.
//! - A session from before [`EARLIEST`], or of a day that has not come, is in no sum: the clock stood wrong, or
//!   stands wrong now. So many are told.
//! - What a person told of later was not measured: such a session counts as one, and adds nothing to times,
//!   doses and exercises.

mod day;
mod exercise;
mod pain;
mod rhythm;
#[cfg(test)]
mod tests;
mod week;

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use jiff::{Timestamp, ToSpan as _};

pub use day::{DaySum, Mark, Sums};
pub use exercise::{ExerciseSum, LeftOut, Measure, Reason};
pub use pain::{Change, Middle, PainWeek, Trend, TrendKind};
pub use week::first_weekday;

pub use crate::dates::week_of;

use self::day::OfDay;
use self::exercise::Exercises;
use self::pain::Pains;
use self::rhythm::Course;
use crate::progress::DoseStep;
use crate::routine::Due;

/// A routine that was left alone for so many days is due no more, unless its file says how long it goes on.
pub const LEFT_ALONE_DAYS: i32 = 28;

/// No session was recorded before this day. A machine whose clock has lost its time begins at one before it.
pub const EARLIEST: Date = jiff::civil::date(2000, 1, 1);

/// A session on record, as far as its sums go.
#[derive(Debug, Clone)]
pub struct Session<'a> {
    /// On which it began, in the zone in which the person was then.
    pub date: Date,
    pub started: Timestamp,
    /// The routine's id.
    pub routine: &'a str,
    /// Tells one text of the routine from another.
    pub version: &'a str,
    /// When its sessions were due then; `None` if that is not known.
    pub due: Option<&'a Due>,
    pub is_completed: bool,
    pub known: Known,
    /// Whether it hurt.
    pub hurt: bool,
    /// From 0 to 10, if the person gave one.
    pub pain_before: Option<u8>,
    /// From 0 to 10, if the person gave one.
    pub pain_after: Option<u8>,
    /// The limit that the routine's author had set then.
    pub pain_limit: Option<u8>,
    /// The steps of its dose, in order.
    pub steps: Vec<Step<'a>>,
}

/// What is known of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It was measured.
    Measured,
    /// The person told of it later: nothing of it was measured.
    Told,
    /// It was not begun, since the pain before it was above the limit.
    PutOff,
}

/// A step of the dose with what is added up of it.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    pub dose: DoseStep<&'a str>,
    /// The exercise's name.
    pub name: &'a str,
    /// How many repetitions at a pace it has, if it has any.
    pub reps: Option<u32>,
    /// Why it was left out, if it was.
    pub left_out: Reason,
}

/// Days one after another, the first and the last of them with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: Date,
    pub to: Date,
}

impl Span {
    /// So many weeks with the one that `today` is in, up to today.
    pub fn weeks(count: u32, today: Date, first: Weekday) -> Self {
        let earlier = i64::from(count.saturating_sub(1)) * 7;
        Self {
            from: week_of(today, first).saturating_sub(earlier.days()),
            to: today,
        }
    }

    pub fn has(self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }
}

/// How long a time, up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// So many weeks with the one that the day is in.
    Weeks(u32),
    /// All of it.
    All,
}

impl Period {
    /// Its days up to `to`, of a record that begins on the day `begins`.
    pub fn span(self, begins: Option<Date>, to: Date, first: Weekday) -> Span {
        match self {
            Self::Weeks(count) => Span::weeks(count, to, first),
            Self::All => Span {
                from: begins.map_or(to, |begins| begins.min(to)),
                to,
            },
        }
    }
}

/// What is asked of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    pub span: Span,
    /// The id of the one routine that it is about; without one it is about all.
    pub routine: Option<&'a str>,
    /// The day that is not over yet.
    pub today: Date,
    /// On which weeks begin where the person is.
    pub first_weekday: Weekday,
}

/// What the record comes to over a span of days.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub span: Span,
    /// On which weeks begin.
    pub first_weekday: Weekday,
    pub today: Date,
    /// The day of the first session on record, whether or not it is in the span.
    pub begins: Option<Date>,
    /// Each day of the span, in order.
    pub days: Vec<DaySum>,
    /// All of them.
    pub whole: Sums,
    /// In the order in which sessions have them, those of one routine side by side.
    pub exercises: Vec<ExerciseSum>,
    /// Each week in which the person gave their pain, in order.
    pub pain: Vec<PainWeek>,
    /// How the pain changed, where enough is known of it.
    pub trend: Option<Trend>,
    /// The limit that the author had set in the last session of the span: of all routines, the lowest.
    pub pain_limit: Option<u8>,
    /// When the routine's sessions were due at the end of the span, of a question about one routine.
    pub due: Option<Due>,
    /// Sessions that are in no sum for the day they have: it is before [`EARLIEST`], or has not come.
    pub misdated: u64,
}

impl Summary {
    /// Adds up sessions, in whichever order they come.
    pub fn of<'a>(
        sessions: impl IntoIterator<Item = Session<'a>>,
        question: &Question<'_>,
    ) -> Self {
        let span = Span {
            from: question.span.from.max(EARLIEST),
            ..question.span
        };
        let question = &Question { span, ..*question };
        let mut courses: BTreeMap<&str, BTreeMap<Date, OfDay>> = BTreeMap::new();
        let (mut exercises, mut pains) = (Exercises::default(), Pains::default());
        let mut misdated = 0;
        let asked = |session: &Session<'_>| question.routine.is_none_or(|id| id == session.routine);
        for session in sessions.into_iter().filter(asked) {
            if session.date < EARLIEST || session.date > question.today {
                misdated += 1;
                continue;
            }
            // What comes later is none of the span's, but for a limit or a schedule, which are of their day.
            if session.date > span.to {
                continue;
            }
            let of_routine = courses.entry(session.routine).or_default();
            of_routine.entry(session.date).or_default().add(&session);
            if span.has(session.date) {
                exercises.add(&session);
                pains.add(&session);
            }
        }
        let begins = courses.values().filter_map(|days| days.keys().next());
        let begins = begins.min().copied();
        let mut days: Vec<DaySum> = day::each(span, begins, question.today);
        let mut due = None;
        for (_, of_routine) in courses {
            due = Course::of(of_routine, question).walk(&mut days);
        }
        let whole = Sums::of(&days);
        Self {
            span,
            first_weekday: question.first_weekday,
            today: question.today,
            begins,
            whole,
            days,
            exercises: exercises.sums(),
            trend: pains.trend(),
            pain_limit: pains.limit(),
            pain: pains.weeks(question.first_weekday),
            due: due.filter(|_| question.routine.is_some()),
            misdated,
        }
    }

    /// What some of its days come to.
    pub fn between(&self, from: Date, to: Date) -> Sums {
        let those = self.days.iter();
        Sums::of(those.filter(|day| from <= day.date && day.date <= to))
    }

    /// Each week of the span by its first day, and what its days come to, in order.
    pub fn weeks(&self) -> Vec<(Date, Sums)> {
        let of_week = |day: &DaySum| week_of(day.date, self.first_weekday);
        let weeks = self
            .days
            .chunk_by(|one, other| of_week(one) == of_week(other));
        let sum = |days: &[DaySum]| (of_week(&days[0]), Sums::of(days));
        weeks.map(sum).collect()
    }

    /// Today, this week so far and this month so far, as far as the span has them.
    pub fn lately(&self) -> [Sums; 3] {
        let today = self.today;
        let from = [
            today,
            week_of(today, self.first_weekday),
            today.first_of_month(),
        ];
        from.map(|from| self.between(from, today))
    }
}
