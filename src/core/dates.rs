//! A date, and days of the week, as they are put into words.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::message::{Arg, List, Message};

/// The day with its month by name: "4 January 2027".
pub fn in_words(date: Date) -> Message {
    of_any_year(date, "date-day").with("year", date.year().to_string())
}

/// The same without the year: "4 January".
pub fn in_year(date: Date) -> Message {
    of_any_year(date, "date-day-of-year")
}

fn of_any_year(date: Date, id: &'static str) -> Message {
    const MONTHS: [&str; 12] = [
        "date-january",
        "date-february",
        "date-march",
        "date-april",
        "date-may",
        "date-june",
        "date-july",
        "date-august",
        "date-september",
        "date-october",
        "date-november",
        "date-december",
    ];
    // Months count from 1 to 12.
    let index = usize::try_from(date.month() - 1).unwrap_or_default();
    let month = MONTHS.get(index).copied().unwrap_or(MONTHS[0]);
    Message::new(id)
        .with("day", i64::from(date.day()))
        .with("month", Message::new(month))
}

/// The same with the month by its short name, in the same order: "4 Jan".
pub fn in_year_short(date: Date) -> Message {
    Message::new("date-day-of-year")
        .with("day", i64::from(date.day()))
        .with("month", short_month(date))
}

/// The month by its short name: "Sep".
pub fn short_month(date: Date) -> Message {
    const MONTHS: [&str; 12] = [
        "sum-month-1",
        "sum-month-2",
        "sum-month-3",
        "sum-month-4",
        "sum-month-5",
        "sum-month-6",
        "sum-month-7",
        "sum-month-8",
        "sum-month-9",
        "sum-month-10",
        "sum-month-11",
        "sum-month-12",
    ];
    // Months count from 1 to 12.
    let index = usize::try_from(date.month() - 1).unwrap_or_default();
    Message::new(MONTHS.get(index).copied().unwrap_or(MONTHS[0]))
}

/// The first day of the week that a date is in, where weeks begin on `first`.
pub fn week_of(date: Date, first: Weekday) -> Date {
    date.saturating_sub(i64::from(first.until(date.weekday())).days())
}

/// Days of the week one after the other, from Monday on: each run of them by its first and its last, a day alone by
/// itself twice. Two days make no run.
pub fn runs(days: &[Weekday]) -> Vec<[Weekday; 2]> {
    let mut sorted = days.to_vec();
    sorted.sort_unstable_by_key(|day| day.to_monday_zero_offset());
    sorted.dedup();
    let follows = |one: &Weekday, next: &Weekday| one.next() == *next && *next != Weekday::Monday;
    let mut all = Vec::new();
    for run in sorted.chunk_by(follows) {
        match run {
            [first, _, .., last] => all.push([*first, *last]),
            few => all.extend(few.iter().map(|day| [*day, *day])),
        }
    }
    all
}

/// The days by their whole names, as a list: "Monday to Wednesday and Friday".
pub fn days_in_words(days: &[Weekday]) -> Arg {
    let name = |day: Weekday| {
        let key = format!("day-{}", day.to_monday_one_offset());
        Message::new("change-word").with("key", key)
    };
    List::And.of(runs(days).into_iter().map(|[first, last]| {
        if first == last {
            return name(first);
        }
        Message::new("days-run")
            .with("first", name(first))
            .with("last", name(last))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_days_and_more_are_a_run_and_none_goes_round_the_week() {
        use Weekday::*;
        for (days, expected) in [
            (&[Monday, Wednesday][..], &[[Monday; 2], [Wednesday; 2]][..]),
            (&[Tuesday, Monday], &[[Monday; 2], [Tuesday; 2]]),
            (
                &[Saturday, Monday, Tuesday, Thursday, Friday, Wednesday],
                &[[Monday, Saturday]],
            ),
            (
                &[Sunday, Monday, Thursday, Friday, Saturday],
                &[[Monday; 2], [Thursday, Sunday]],
            ),
            (&[], &[]),
        ] {
            assert_eq!(runs(days), expected, "{days:?}");
        }
    }
}
