//! Reading when a routine, or one of its exercises, is to be done.

use jiff::civil::{Date, Weekday};
use toml::Spanned;

use super::choices::DAYS;
use super::mistake::{Mistake, WhenFault};
use super::schedule::{Rhythm, Schedule, WEEK};
use super::section::{Section, inner};

/// Reads when the routine is to be done.
pub(super) fn read_schedule(section: &Section<'_>, today: Date) -> Schedule {
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
    note_named_twice(section, "at", &mut at);
    let is_as_many = |times: &u32| usize::try_from(*times) == Ok(at.len());
    if let Some(times) = times_per_day
        .as_ref()
        .filter(|it| !is_as_many(it.get_ref()))
        && !at.is_empty()
    {
        let fault = WhenFault::TimesDiffer {
            times: *times.get_ref(),
            named: at.len(),
        };
        section.note(Mistake::When(fault), times.span());
    }
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
    let afterwards = section.text("afterwards");
    let ends = ["weeks", "last_day"].iter().any(|key| section.has(key));
    if let Some(afterwards) = afterwards.as_ref().filter(|_| !ends) {
        section.note(Mistake::When(WhenFault::NeverOver), afterwards.span());
    }
    let schedule = Schedule {
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
        afterwards: afterwards.map(Spanned::into_inner),
    };
    if schedule.has_day_in_time() == Some(false) {
        section.note(
            Mistake::When(WhenFault::NoDayInTime),
            section.key_span("days"),
        );
    }
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

/// Reads the days and times that an exercise has of its own. What it leaves out is as in the schedule; its
/// days are left out if none of their keys is there, and one of them takes the place of all three.
pub(super) fn read_rhythm(section: &Section<'_>, schedule: &Schedule) -> Option<Rhythm> {
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
        Rhythm {
            times_a_day,
            ..of_all
        }
    } else {
        Rhythm {
            times_a_day,
            days: days.named,
            days_per_week: days.per_week,
            days_between: days.between.unwrap_or(0),
        }
    })
}

/// Reads the first week of the programme that has an exercise, and the last one if it is written.
pub(super) fn read_weeks(section: &Section<'_>, schedule: &Schedule) -> (u32, Option<u32>) {
    let from = section.whole("from_week");
    let until = section.whole("until_week");
    for week in [&from, &until].into_iter().flatten() {
        note_week_after_end(section, week, schedule);
    }
    if let (Some(from), Some(until)) = (&from, &until)
        && from.get_ref() > until.get_ref()
    {
        let fault = WhenFault::WeeksEndFirst {
            from: *from.get_ref(),
            until: *until.get_ref(),
        };
        section.note(Mistake::When(fault), until.span());
    }
    (
        from.map_or(1, Spanned::into_inner),
        until.map(Spanned::into_inner),
    )
}

/// Warns of a week that comes after the last one of the programme.
pub(super) fn note_week_after_end(section: &Section<'_>, week: &Spanned<u32>, schedule: &Schedule) {
    if let Some(weeks) = schedule.weeks.filter(|weeks| week.get_ref() > weeks) {
        let week_after = *week.get_ref();
        let fault = WhenFault::WeekAfterEnd {
            week: week_after,
            weeks,
        };
        section.note(Mistake::When(fault), week.span());
    }
}

/// Leaves one of each in an ordered list, and warns where there were more.
fn note_named_twice<T: PartialEq>(section: &Section<'_>, key: &'static str, list: &mut Vec<T>) {
    let written = list.len();
    list.dedup();
    if list.len() < written {
        section.note(Mistake::When(WhenFault::NamedTwice), section.key_span(key));
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
        note_named_twice(section, "days", &mut named);
        if section.has_own("days") && section.lists_nothing("days") {
            let span = section.key_span("days");
            section.note(Mistake::When(WhenFault::NoDays), span);
        }
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
