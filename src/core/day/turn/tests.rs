//! What the days between and the days of a week promise.

use jiff::ToSpan as _;
use jiff::civil::{Weekday, date};

use super::*;
use crate::dates::week_of;

const WHOLE: Share = Share { done: 1, of: 1 };

fn rhythm(days_per_week: Option<u32>, days_between: u32) -> Rhythm {
    Rhythm {
        times_a_day: 1,
        days: Vec::new(),
        days_per_week,
        days_between,
    }
}

/// All that fit into every week.
fn all() -> Vec<(u32, u32)> {
    let all = (1..=7).flat_map(|days| (0..=6).map(move |between| (days, between)));
    all.filter(|(days, between)| days * (between + 1) <= WEEK)
        .collect()
}

#[test]
fn whoever_begins_no_later_than_it_is_due_does_it_as_often_a_week_as_is_written() {
    let monday = date(2027, 1, 4);
    for (per_week, between) in all() {
        let rhythm = rhythm(Some(per_week), between);
        for seed in 0..40 {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut practice = Practice::default();
            let mut last = None;
            for week in 0..6 {
                for day in 0..7 {
                    let date = monday.saturating_add((week * 7 + day).days());
                    let does = match practice.turn(&rhythm, date, week_of(date, Weekday::Monday)) {
                        Turn::Due => true,
                        Turn::MayBeDone => random.bool(),
                        _ => false,
                    };
                    if does {
                        practice.add(date, WHOLE, true);
                        if let Some(last) = last.replace(date) {
                            assert!(days(last, date) > between, "{seed}: {last} {date}");
                        }
                        let turn = practice.turn(&rhythm, date, week_of(date, Weekday::Monday));
                        assert_eq!(turn, Turn::Done);
                    }
                }
                let sunday = monday.saturating_add((week * 7 + 6).days());
                let done = practice.days_of_week(sunday, week_of(sunday, Weekday::Monday));
                assert_eq!(done, per_week, "{per_week} {between} {seed}: week {week}");
            }
        }
    }
}

#[test]
fn three_days_a_week_with_a_day_between_are_due_when_no_later_days_would_do() {
    use Turn::{DayBetween, Done, Due, MayBeDone, WeekDone};
    let rhythm = rhythm(Some(3), 1);
    let turns = |done: &[i8]| {
        let mut practice = Practice::default();
        for day in done {
            practice.add(date(2027, 1, *day), WHOLE, true);
        }
        (4..=10)
            .map(|day| {
                let date = date(2027, 1, day);
                practice.turn(&rhythm, date, week_of(date, Weekday::Monday))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        turns(&[]),
        [MayBeDone, MayBeDone, Due, Due, Due, Due, Due],
        "from Wednesday on there are no days to spare"
    );
    assert_eq!(
        turns(&[4, 6, 8]),
        [
            Done, DayBetween, Done, DayBetween, Done, DayBetween, WeekDone
        ],
    );
    assert_eq!(
        turns(&[3])[..2],
        [DayBetween, MayBeDone],
        "on the Sunday before"
    );
}

#[test]
fn every_other_day_is_due_unless_it_was_done_the_day_before() {
    let rhythm = rhythm(None, 1);
    let turn =
        |practice: &Practice, day| practice.turn(&rhythm, date(2027, 1, day), date(2027, 1, 4));
    let mut practice = Practice::default();
    assert_eq!(turn(&practice, 4), Turn::Due);
    practice.add(date(2027, 1, 4), WHOLE, true);
    assert_eq!(turn(&practice, 5), Turn::DayBetween);
    assert_eq!(turn(&practice, 6), Turn::Due);
    let half_of_half = Share { done: 1, of: 4 };
    practice.add(date(2027, 1, 5), half_of_half, true);
    assert_eq!(
        turn(&practice, 6),
        Turn::Due,
        "less than half of it is none"
    );
}

#[test]
fn a_week_begins_on_the_day_on_which_it_does_where_the_person_is() {
    let rhythm = rhythm(Some(2), 0);
    let mut practice = Practice::default();
    for day in [7, 9] {
        practice.add(date(2027, 1, day), WHOLE, true);
    }
    let sunday = date(2027, 1, 10);
    for (first, turn) in [
        (Weekday::Monday, Turn::WeekDone),
        (Weekday::Sunday, Turn::MayBeDone),
        (Weekday::Saturday, Turn::MayBeDone),
    ] {
        let week = week_of(sunday, first);
        assert_eq!(practice.turn(&rhythm, sunday, week), turn, "{first:?}");
    }
}
