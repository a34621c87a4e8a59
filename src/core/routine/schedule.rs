//! When a routine, or one of its exercises, is to be done.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time, Weekday};
use toml::Spanned;

use super::choices::DAYS;
use super::mistake::{Mistake, WhenFault};
use super::section::{Section, inner};

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

    /// The last day of the programme, if it has one and that is known.
    pub fn ends_on(&self, first_session: Option<Date>) -> Option<Date> {
        self.last_day.or_else(|| {
            let first = self.first_day.or(first_session)?;
            let days = i64::from(self.weeks?) * i64::from(WEEK) - 1;
            Some(first.saturating_add(days.days()))
        })
    }

    /// Reads it.
    pub(super) fn read(section: &Section<'_>, today: Date) -> Self {
        let times_per_day = section.whole("times_per_day");
        let max_per_day = section.whole("max_per_day");
        if let (Some(times), Some(max)) = (&times_per_day, &max_per_day) {
            note_times_above_max(section, times, *max.get_ref());
        }
        let Days {
            named,
            per_week,
            between,
        } = Days::read(section);
        let mut at = inner(section.times("at"));
        at.sort_unstable();
        at.dedup();
        let review_on = section.date("review_on");
        if let Some(review) = review_on.as_ref().filter(|date| *date.get_ref() < today) {
            let date = *review.get_ref();
            section.note(Mistake::ReviewPassed { date }, review.span());
        }
        let first_day = section.date("first_day");
        let weeks = section.whole("weeks");
        let last_day = section.date("last_day");
        if let (Some(_), Some(last)) = (&weeks, &last_day) {
            section.note(Mistake::When(WhenFault::EndsTwice), last.span());
        }
        if let (Some(first), Some(last)) = (&first_day, &last_day)
            && first.get_ref() > last.get_ref()
        {
            section.note(Mistake::When(WhenFault::EndsBeforeItBegins), last.span());
        }
        let schedule = Self {
            times_per_day: times_per_day.map(Spanned::into_inner),
            max_per_day: max_per_day.map(Spanned::into_inner),
            days: named,
            days_per_week: per_week,
            days_between: between,
            at,
            review_on: review_on.map(Spanned::into_inner),
            first_day: first_day.map(Spanned::into_inner),
            weeks: weeks.map(Spanned::into_inner),
            last_day: last_day.as_ref().map(|date| *date.get_ref()),
        };
        if let Some(date) = schedule.ends_on(None).filter(|date| *date < today) {
            let key = if last_day.is_some() {
                "last_day"
            } else {
                "weeks"
            };
            let mistake = Mistake::When(WhenFault::Over { date });
            section.note(mistake, section.key_span(key));
        }
        schedule
    }
}

/// From one day to a later one; none to an earlier one.
pub(crate) fn days(from: Date, to: Date) -> u32 {
    let days = to.duration_since(from).as_hours() / 24;
    u32::try_from(days).unwrap_or(0)
}

/// On which days something is to be done, and how often on each.
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// Reads the one that an exercise has of its own. What it leaves out is as in the schedule.
    pub(super) fn read(section: &Section<'_>, schedule: &Schedule) -> Option<Self> {
        let times_per_day = section.whole("times_per_day");
        if let (Some(times), Some(max)) = (&times_per_day, schedule.max_per_day) {
            note_times_above_max(section, times, max);
        }
        let days = Days::read(section);
        if times_per_day.is_none() && days == Days::default() {
            return None;
        }
        let of_all = schedule.rhythm();
        let times_a_day = times_per_day.map_or(of_all.times_a_day, Spanned::into_inner);
        Some(if days == Days::default() {
            Self {
                times_a_day,
                ..of_all
            }
        } else {
            Self {
                times_a_day,
                days: days.named,
                days_per_week: days.per_week,
                days_between: days.between.unwrap_or(0),
            }
        })
    }
}

fn note_times_above_max(section: &Section<'_>, times: &Spanned<u32>, max: u32) {
    if *times.get_ref() > max {
        let times_per_day = *times.get_ref();
        let mistake = Mistake::TimesAboveMax {
            times: times_per_day,
            max,
        };
        section.note(mistake, times.span());
    }
}

/// What a section says of days.
#[derive(Default, PartialEq, Eq)]
struct Days {
    named: Vec<Weekday>,
    per_week: Option<u32>,
    between: Option<u32>,
}

impl Days {
    fn read(section: &Section<'_>) -> Self {
        let mut named = section.choices("days", &DAYS);
        named.sort_by_key(|day| day.to_monday_one_offset());
        named.dedup();
        let per_week = section.whole("days_per_week");
        let between = section.whole("days_between");
        let written = [("days_per_week", &per_week), ("days_between", &between)];
        let counted = written.iter().find(|(_, value)| value.is_some());
        if let Some((key, _)) = counted.filter(|_| !named.is_empty()) {
            section.note(
                Mistake::When(WhenFault::DaysTwice { key }),
                section.key_span(key),
            );
        }
        let days = per_week.as_ref().zip(between.as_ref());
        if let Some((days, between)) = days.map(|(days, between)| (days, *between.get_ref()))
            && days.get_ref() * (between + 1) > WEEK
        {
            let mistake = Mistake::When(WhenFault::DaysDontFit {
                days: *days.get_ref(),
                between,
            });
            section.note(mistake, days.span());
        }
        Self {
            named,
            per_week: per_week.map(Spanned::into_inner),
            between: between.map(Spanned::into_inner),
        }
    }
}
