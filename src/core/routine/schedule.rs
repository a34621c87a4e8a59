//! When a routine, or one of its exercises, is to be done.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time, Weekday};

/// Days of a week.
pub(crate) const WEEK: u32 = 7;

/// When the routine is to be done. Empty lists and `None` mean that the file does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Without it, once for each time in [`at`](Self::at), or else once.
    pub times_per_day: Option<u32>,
    /// Past it the app advises a rest, and lets the person decide.
    pub max_per_day: Option<u32>,
    /// Every day if empty.
    pub days: Vec<Weekday>,
    /// On so many days of each week, whichever they are.
    pub days_per_week: Option<u32>,
    /// At least so many days without it between two with it.
    pub days_between: Option<u32>,
    pub at: Vec<Time>,
    pub review_on: Option<Date>,
    /// On which the programme begins; without it, with the first session.
    pub first_day: Option<Date>,
    /// How long the programme lasts. At most one of the two is there.
    pub weeks: Option<u32>,
    /// On which it ends.
    pub last_day: Option<Date>,
    /// What the person is told once it is over.
    pub afterwards: Option<String>,
}

impl Schedule {
    /// How many sessions are meant for a day on which there are any.
    pub fn times_a_day(&self) -> u32 {
        // A file names no more times than there are minutes in a day.
        let named = u32::try_from(self.at.len()).unwrap_or(u32::MAX);
        self.times_per_day.unwrap_or(named.max(1))
    }

    /// On which days the routine is to be done, and how often on each.
    pub fn rhythm(&self) -> Rhythm {
        Rhythm {
            times_a_day: self.times_a_day(),
            days: self.days.clone(),
            days_per_week: self.days_per_week,
            days_between: self.days_between.unwrap_or(0),
        }
    }

    /// Which week of the programme a day is in, from 1. It counts from the first day that is written,
    /// or else from the first session.
    pub fn week_on(&self, date: Date, first_session: Option<Date>) -> u32 {
        let first = self.first_day.or(first_session);
        let since = first.map_or(0, |first| days(first, date));
        since / WEEK + 1
    }

    /// How many weeks the programme has, if the file says so.
    pub fn number_of_weeks(&self) -> Option<u32> {
        let by_days = || Some(self.week_on(self.last_day?, Some(self.first_day?)));
        self.weeks.or_else(by_days)
    }

    /// The last day of the programme, if it has one and that is known.
    pub fn ends_on(&self, first_session: Option<Date>) -> Option<Date> {
        let (first_day, weeks, last_day) = (self.first_day, self.weeks, self.last_day);
        end(first_day, weeks, last_day, first_session)
    }

    /// Whether any of the days that it names is one of the programme; `None` where it names none, or it is not known
    /// when the programme is.
    pub(super) fn has_day_in_time(&self) -> Option<bool> {
        let (first, end) = (self.first_day?, self.ends_on(None)?);
        let is_known = !self.days.is_empty() && first <= end;
        let mut days = first.series(1.day()).take(7).take_while(|day| *day <= end);
        is_known.then(|| days.any(|day| self.days.contains(&day.weekday())))
    }
}

/// The last day of a programme, which is written or comes of its first day, or else of its first session,
/// and of how long it lasts.
pub(super) fn end(
    first_day: Option<Date>,
    weeks: Option<u32>,
    last_day: Option<Date>,
    first_session: Option<Date>,
) -> Option<Date> {
    last_day.or_else(|| {
        let first = first_day.or(first_session)?;
        let days = i64::from(weeks?) * i64::from(WEEK) - 1;
        Some(first.saturating_add(days.days()))
    })
}

/// From one day to a later one; none to an earlier one.
pub(crate) fn days(from: Date, to: Date) -> u32 {
    let days = to.duration_since(from).as_hours() / 24;
    u32::try_from(days).unwrap_or(0)
}

/// On which days something is to be done, and how often on each.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rhythm {
    /// On a day on which it is to be done at all; never 0.
    pub times_a_day: u32,
    /// Every day if empty. If not, nothing is said below.
    pub days: Vec<Weekday>,
    /// On so many days of each week, whichever they are. They fit into a week with all the days
    /// between them.
    pub days_per_week: Option<u32>,
    /// At least so many days without it between two with it.
    pub days_between: u32,
}

impl Rhythm {
    /// Whether the day is not left out from the first.
    pub fn is_for(&self, weekday: Weekday) -> bool {
        self.days.is_empty() || self.days.contains(&weekday)
    }

    /// The first day after one on which it was done that has the days between behind it.
    pub fn next_after(&self, done: Date) -> Date {
        done.saturating_add((i64::from(self.days_between) + 1).days())
    }
}
