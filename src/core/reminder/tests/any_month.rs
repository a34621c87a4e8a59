//! What holds whatever a person does in a month, and whatever their computer does.

use std::time::Duration;

use jiff::{SignedDuration, ToSpan as _};

use super::desk::{Desk, of, sitting, times_a_day, wishes, with_times};
use crate::reminder::*;

/// How many months are tried; each is made of its number alone.
const MONTHS: u64 = 3;

const DAYS: usize = 28;

fn kinds() -> [Wishes; 3] {
    [
        sitting(),
        wishes(When::AtFixedTimes),
        wishes(When::SpreadOverDay),
    ]
}

fn candidates() -> Vec<Candidate> {
    vec![
        times_a_day(
            3,
            with_times(&[(9, 30), (14, 0), (16, 0)], of("neck", Place::Desk)),
        ),
        times_a_day(
            2,
            with_times(&[(7, 15), (12, 30)], of("back", Place::Floor)),
        ),
    ]
}

/// What a person does for a while.
fn while_(random: &mut fastrand::Rng, desk: &mut Desk) {
    let length = Duration::from_secs(random.u64(20..3600));
    match random.u8(0..10) {
        0 => {
            desk.away().pass(length).back();
        }
        1 => {
            desk.sleep(length * random.u32(1..10));
        }
        2 | 3 => {
            let silence = *random.choice(&Silence::CHOSEN).unwrap_or(&Silence::Camera);
            desk.silent(silence).pass(length).loud();
        }
        4 => {
            desk.silent(Silence::Locked)
                .away()
                .pass(length)
                .loud()
                .back();
        }
        _ => {
            desk.pass(length);
        }
    }
    let answers = [
        Some(Answer::Start),
        Some(Answer::Start),
        Some(Answer::NotNow),
        Some(Answer::PutOff),
        None,
    ];
    desk.answer = answers[random.usize(0..answers.len())];
}

#[test]
fn no_reminder_comes_too_soon_in_silence_or_outside_of_the_hours() {
    for month in 0..MONTHS {
        for wishes in kinds() {
            let mut random = fastrand::Rng::with_seed(month);
            let began = "2026-03-09T00:00:00[Europe/Berlin]";
            let mut desk = Desk::new(wishes.clone(), candidates(), began);
            let end = &desk.here + 28.days();
            let mut date = desk.here.date();
            while desk.here < end {
                let before = desk.came.len();
                let silences = desk.silences.clone();
                while_(&mut random, &mut desk);
                if desk.here.date() != date {
                    date = desk.here.date();
                    desk.begin_day();
                }
                assert!(silences.is_empty());
                for (at, reminder) in &desk.came[before..] {
                    let told = format!("month {month}, {:?}: {reminder:?} at {at}", wishes.when);
                    assert!(is_in_hours(&wishes, reminder, at), "{told}");
                }
            }
            for pair in desk.came.windows(2) {
                let between = pair[1].0.duration_since(&pair[0].0);
                let told = format!("month {month}, {:?}: {pair:?}", wishes.when);
                assert!(
                    between >= SignedDuration::try_from(APART).unwrap(),
                    "{told}"
                );
            }
            assert!(desk.came.len() > DAYS, "month {month}, {:?}", wishes.when);
            assert!(desk.in_silence.is_empty(), "{:?}", desk.in_silence);
        }
    }
}

/// By the wall clock, and told anew: nine to half past five from Monday to Friday, a meal from a quarter past
/// twelve to one.
fn is_in_hours(wishes: &Wishes, reminder: &Reminder, at: &jiff::Zoned) -> bool {
    let minute = i32::from(at.hour()) * 60 + i32::from(at.minute());
    let is_work = at.weekday().to_monday_zero_offset() < 5 && (540..1050).contains(&minute);
    let is_meal = (735..780).contains(&minute);
    let is_awake = (420..1320).contains(&minute);
    let is_floor = *reminder.routine == *"back";
    !is_meal
        && match wishes.when {
            When::AfterSitting(_) => is_work && !is_floor,
            When::AtFixedTimes | When::SpreadOverDay => is_awake && !(is_floor && is_work),
        }
}

#[test]
fn who_is_there_and_follows_has_the_days_dose() {
    for wishes in [wishes(When::AtFixedTimes), wishes(When::SpreadOverDay)] {
        let began = "2026-03-09T00:00:00[Europe/Berlin]";
        let mut desk = Desk::new(wishes.clone(), candidates(), began);
        for day in 0..DAYS {
            desk.until(23, 59);
            let left: Vec<u32> = desk.candidates.iter().map(Candidate::left).collect();
            assert_eq!(left, [0, 0], "{:?}, day {day}", wishes.when);
            desk.pass(Duration::from_mins(1)).begin_day();
        }
    }
}
