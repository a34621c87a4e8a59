//! When there are reminders, and when there are none.

mod any_month;
mod desk;
mod kept;
mod kept_back;
mod month;

use std::time::Duration;

use jiff::civil::time;
use jiff::{Timestamp, Zoned};

use self::desk::{Desk, of, sitting, times_a_day, wishes, with_times};
use super::*;

const MONDAY: &str = "2026-11-30T08:50:00[Europe/Berlin]";

fn minutes(minutes: u64) -> Duration {
    Duration::from_mins(minutes)
}

fn standing() -> Candidate {
    of("break", Place::Desk)
}

#[test]
fn a_working_day_with_a_call_a_meal_and_an_evening() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    desk.until(10, 15)
        .silent(Silence::Microphone)
        .until(10, 50)
        .loud();
    desk.until(12, 10).away().until(13, 5).back().until(23, 0);
    // Each break takes two minutes. The second would be due at 10:22, and comes after the call.
    let came = [
        "09:35 break",
        "11:00 break after Microphone",
        "11:47 break",
        "13:50 break",
        "14:37 break",
        "15:24 break",
        "16:11 break",
        "16:58 break",
    ];
    assert_eq!(desk.times(), came);
}

#[test]
fn time_away_rests_the_clock_and_five_minutes_of_it_are_a_break() {
    for (away, expected) in [(0, "09:35"), (4, "09:39"), (6, "10:01")] {
        let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
        desk.until(9, 10)
            .away()
            .pass(minutes(away))
            .back()
            .until(11, 0);
        let first = desk.came[0].0.strftime("%H:%M").to_string();
        assert_eq!(first, expected, "{away} minutes away");
    }
}

#[test]
fn nothing_waits_for_who_is_away_and_hours_are_over_when_they_are() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    let decided = |desk: &Desk| desk.decision().clone();
    desk.until(9, 10).away().until(10, 30);
    let away = decided(&desk);
    assert!(matches!(away, Decision::Wait(Wait::For { .. })), "{away:?}");
    // What would be next comes after the hours.
    desk.back().until(17, 25);
    let late = decided(&desk);
    let begin: Zoned = "2026-12-01T09:00:00[Europe/Berlin]".parse().unwrap();
    let until = begin.timestamp();
    assert_eq!(late, Decision::Wait(Wait::NotBefore { until }));
    desk.until(17, 45);
    assert_eq!(decided(&desk), Decision::Wait(Wait::Hours { until }));
}

#[test]
fn where_nothing_tells_who_is_there_time_passes_all_the_same() {
    let mut reminders = Reminders::new(sitting());
    let candidates = [standing()];
    let nine: Zoned = "2026-11-30T09:00:00[Europe/Berlin]".parse().unwrap();
    let mut at = |minutes: u64| {
        let passed = Duration::from_mins(minutes);
        reminders.advance(&Reading {
            here: &nine + passed,
            clocks: crate::session::Reading {
                monotonic: passed,
                with_sleep: passed,
            },
            idle: None,
            silences: &std::collections::BTreeSet::new(),
            candidates: &candidates,
        })
    };
    assert!(matches!(at(0), Decision::Wait(Wait::For { .. })));
    assert!(matches!(at(45), Decision::Remind(_)));
    // But for the hours in which they meant to be elsewhere.
    let noon = 195;
    for passed in 46..=noon + 45 + 44 {
        let decision = at(passed);
        let is_due = matches!(decision, Decision::Remind(_) | Decision::Silent { .. });
        let is_first = passed == noon + 45 + 44;
        assert!(
            passed < noon || is_due == is_first,
            "{passed}: {decision:?}"
        );
    }
}

#[test]
fn what_waited_for_the_rest_after_a_call_says_that_it_is_over() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    desk.until(9, 10).silent(Silence::Microphone).until(9, 30);
    desk.loud().until(10, 0);
    assert_eq!(desk.times(), ["09:40 break after Microphone"]);
}

#[test]
fn a_break_on_the_floor_is_none_for_the_office() {
    let floor = times_a_day(3, of("floor", Place::Floor));
    let mut desk = Desk::new(sitting(), vec![floor, standing()], MONDAY);
    desk.until(10, 0);
    assert_eq!(desk.times(), ["09:35 break"]);
}

#[test]
fn fixed_times_are_kept_and_the_floor_waits_for_the_end_of_work() {
    let back = with_times(&[(7, 30), (12, 0), (21, 0)], of("back", Place::Floor));
    let neck = with_times(&[(11, 0)], of("neck", Place::Desk));
    let began = "2026-11-30T06:00:00[Europe/Berlin]";
    let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![back, neck], began);
    desk.until(23, 50);
    assert_eq!(
        desk.times(),
        ["07:30 back", "11:00 neck", "17:30 back", "21:00 back"]
    );
}

#[test]
fn each_time_comes_once_where_the_clocks_go_back() {
    let berlin = (
        "2026-10-25T00:30:00[Europe/Berlin]",
        [(2, 15), (6, 0), (12, 0)],
    );
    let santiago = (
        "2026-04-04T20:00:00[America/Santiago]",
        [(21, 0), (23, 0), (23, 30)],
    );
    for (began, times) in [berlin, santiago] {
        let back = with_times(&times, of("back", Place::Desk));
        let mut wishes = wishes(When::AtFixedTimes);
        wishes.hours.work = [None; 7];
        let midnight = time(0, 0, 0, 0);
        wishes.hours.awake = Stretch {
            from: midnight,
            until: midnight,
        };
        let from: Zoned = began.parse().unwrap();
        let expected = outlook(&Reminders::new(wishes), &[back], &from);
        let came: Vec<_> = expected.iter().map(|it| it.at.time()).collect();
        let times = times.map(|(hour, minute)| time(hour, minute, 0, 0));
        assert_eq!(came, times, "{began}");
    }
}

#[test]
fn a_session_done_before_its_time_is_not_asked_for_again() {
    let neck = with_times(&[(11, 0), (15, 0)], of("neck", Place::Desk));
    let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![neck], MONDAY);
    desk.until(10, 30);
    desk.candidates[0].done = 1;
    desk.candidates[0].last = Some(desk.here.timestamp());
    desk.until(20, 0);
    assert_eq!(desk.times(), ["15:00 neck"]);
}

#[test]
fn no_time_is_reminded_of_once_nothing_of_the_days_dose_is_left() {
    let once = Candidate {
        of: 1,
        ..with_times(&[(9, 0), (11, 0), (15, 0)], of("once", Place::Desk))
    };
    let twice = with_times(&[(10, 0), (16, 0)], of("twice", Place::Desk));
    let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![once, twice], MONDAY);
    desk.until(20, 0);
    assert_eq!(desk.times(), ["09:00 once", "10:00 twice", "16:00 twice"]);
}

#[test]
fn a_time_that_comes_once_the_hours_are_over_is_promised_for_no_other_day() {
    let late = with_times(&[(22, 30)], of("late", Place::Desk));
    let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![late], MONDAY);
    desk.until(12, 0);
    let decided = desk.decision();
    let is_promised = matches!(decided, Decision::Wait(Wait::For { .. }));
    assert!(!is_promised, "{decided:?}");
}

#[test]
fn of_more_reminders_than_there_is_room_for_every_routine_has_some() {
    for names in [["often", "seldom"], ["seldom", "often"]] {
        let candidates = names.map(|name| {
            let times = if name == "often" { 40 } else { 3 };
            times_a_day(times, of(name, Place::Desk))
        });
        let mut desk = Desk::new(wishes(When::SpreadOverDay), candidates.into(), MONDAY);
        desk.until(17, 30);
        let seldom = desk
            .times()
            .iter()
            .filter(|it| it.contains("seldom"))
            .count();
        assert_eq!(seldom, 3, "{:?}", desk.times());
    }
}

#[test]
fn the_dose_is_spread_evenly_over_what_is_left() {
    let neck = times_a_day(4, of("neck", Place::Desk));
    let began = "2026-11-30T09:00:00[Europe/Berlin]";
    let mut desk = Desk::new(wishes(When::SpreadOverDay), vec![neck.clone()], began);
    desk.until(23, 0);
    // Seven and three quarter hours of work: an hour less two minutes before the first.
    let spread = ["09:58 neck", "11:55 neck", "14:37 neck", "16:33 neck"];
    assert_eq!(desk.times(), spread);

    // What is refused is spread over the rest.
    let mut desk = Desk::new(wishes(When::SpreadOverDay), vec![neck], began);
    desk.answering(Answer::NotNow)
        .until(10, 0)
        .answering(Answer::Start)
        .until(23, 0);
    assert_eq!(desk.candidates[0].done, 4);
}

#[test]
fn on_a_day_off_the_dose_lies_in_the_hours_awake() {
    let neck = times_a_day(1, of("neck", Place::Desk));
    let began = "2026-11-29T00:10:00[Europe/Berlin]";
    let mut desk = Desk::new(wishes(When::SpreadOverDay), vec![neck], began);
    desk.until(23, 50);
    assert_eq!(desk.times(), ["14:52 neck"]);
}

#[test]
fn what_is_put_off_comes_again_in_ten_minutes_as_often_as_the_person_allows_it() {
    let limited = Wishes {
        put_off_at_most: Some(2),
        ..sitting()
    };
    let mut desk = Desk::new(limited, vec![standing()], MONDAY);
    desk.answering(Answer::PutOff).until(11, 0);
    let can: Vec<_> = desk
        .came
        .iter()
        .map(|(at, it)| (at.strftime("%H:%M").to_string(), it.can_be_put_off))
        .collect();
    let expected = [
        ("09:35", true),
        ("09:45", true),
        ("09:55", false),
        ("10:40", true),
        ("10:50", true),
    ];
    assert_eq!(can, expected.map(|(at, can)| (at.to_owned(), can)));
}

#[test]
fn a_break_takes_what_was_put_off_away() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    desk.answering(Answer::PutOff)
        .until(9, 37)
        .answering(Answer::Start);
    desk.away().until(9, 44).back().until(10, 20);
    assert_eq!(desk.times(), ["09:35 break"]);
}

#[test]
fn what_nobody_answers_goes_by_itself() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    desk.answering(None).until(9, 37);
    assert!(
        matches!(desk.decision(), Decision::Wait(_)),
        "{:?}",
        desk.decision()
    );
    desk.until(10, 30);
    assert_eq!(desk.times(), ["09:35 break", "10:21 break"]);
}

#[test]
fn a_call_takes_the_reminder_away_and_it_comes_after() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    desk.answering(None)
        .until(9, 35)
        .pass(Duration::from_secs(20));
    assert!(matches!(desk.decision(), Decision::Remind(_)));
    desk.silent(Silence::Camera).until(9, 50);
    assert!(matches!(
        desk.decision(),
        Decision::Silent {
            why: Silence::Camera,
            ..
        }
    ));
    desk.loud().until(10, 1);
    assert_eq!(desk.times(), ["09:35 break", "10:00 break after Camera"]);
}

#[test]
fn not_today_is_for_the_day_and_one_routine() {
    let other = of("other", Place::Desk);
    let mut desk = Desk::new(sitting(), vec![standing(), other], MONDAY);
    desk.answering(Answer::NotToday)
        .until(9, 40)
        .answering(Answer::NotNow)
        .until(10, 30);
    assert_eq!(desk.times(), ["09:35 break", "10:20 other"]);
    desk.away().until(23, 59).pass(minutes(9 * 60 + 30)).back();
    desk.came.clear();
    desk.until(10, 30);
    assert_eq!(desk.came[0].1.routine, "break".into());
}

#[test]
fn it_is_quiet_as_long_as_the_person_wants() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    let until: Timestamp = "2026-11-30T14:00:00+01".parse().unwrap();
    desk.reminders.be_quiet_until(Some(until));
    desk.until(13, 59);
    let Decision::Silent { why, .. } = desk.decision() else {
        panic!("{:?}", desk.decision());
    };
    assert_eq!(*why, Silence::Asked);
    desk.until(14, 1);
    assert_eq!(desk.times(), ["14:00 break"]);
}

#[test]
fn nothing_is_said_of_what_hurt_nor_more_often_than_its_author_allows() {
    let hurt = Candidate {
        is_open: false,
        ..times_a_day(3, of("hurt", Place::Desk))
    };
    let enough = Candidate {
        at_most: Some(1),
        ..of("enough", Place::Desk)
    };
    let mut desk = Desk::new(sitting(), vec![hurt, enough], MONDAY);
    desk.until(17, 0);
    assert_eq!(desk.times(), ["09:35 enough"]);
    assert_eq!(*desk.decision(), Decision::Wait(Wait::NothingLeft));
}

#[test]
fn after_three_days_with_the_lid_closed_one_reminder_comes_two_minutes_after_waking() {
    let back = with_times(&[(7, 30), (10, 0)], of("back", Place::Desk));
    let neck = with_times(&[(9, 0), (11, 0)], of("neck", Place::Desk));
    let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![back, neck], MONDAY);
    desk.until(8, 55);
    desk.came.clear();
    desk.begin_day()
        .sleep(Duration::from_hours(3 * 24 + 3))
        .until(14, 0);
    assert_eq!(desk.times(), ["11:57 neck"]);
}

#[test]
fn a_night_and_a_lunch_asleep_count_as_breaks() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    desk.until(9, 30).sleep(minutes(30)).until(10, 44);
    assert_eq!(desk.times(), [""; 0]);
    desk.until(10, 46);
    assert_eq!(desk.times(), ["10:45 break"]);
}

#[test]
fn a_clock_that_is_set_or_a_new_zone_brings_no_reminder_twice() {
    let neck = with_times(&[(11, 0)], of("neck", Place::Desk));
    let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![neck], MONDAY);
    desk.answering(Answer::NotNow).until(11, 5);
    desk.set("2026-11-30T10:30:00[Europe/Berlin]").until(11, 30);
    desk.set("2026-11-30T10:30:00[Europe/London]").until(11, 30);
    assert_eq!(desk.times(), ["11:00 neck"]);

    // Sitting is measured by clocks that nobody sets.
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    desk.until(9, 10)
        .set("2026-11-30T15:10:00[Europe/Berlin]")
        .until(15, 40);
    assert_eq!(desk.times(), ["15:35 break"]);
}

#[test]
fn the_hours_are_those_of_the_clock_on_the_wall() {
    // The clocks are set back at three, and on.
    for (night, reminder) in [
        ("2026-10-25T00:30:00[Europe/Berlin]", "07:30 back"),
        ("2026-03-29T00:30:00[Europe/Berlin]", "07:30 back"),
    ] {
        let back = with_times(&[(2, 30), (7, 30)], of("back", Place::Floor));
        let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![back], night);
        desk.until(12, 0);
        // What lies in the night comes in the morning, and is one with what is due then.
        let times = desk.times();
        assert_eq!(
            times.last().map(String::as_str),
            Some(reminder),
            "{times:?}"
        );
    }
}

#[test]
fn who_works_at_night_is_reminded_at_night() {
    let mut night = sitting();
    night.hours.meal = None;
    night.hours.work = [Some(Stretch {
        from: time(22, 0, 0, 0),
        until: time(6, 0, 0, 0),
    }); 7];
    let began = "2026-11-30T21:30:00[Europe/Berlin]";
    let mut desk = Desk::new(night, vec![standing()], began);
    desk.until(23, 59).pass(minutes(2));
    desk.until(8, 0);
    let times = desk.times();
    assert_eq!(times.first().map(String::as_str), Some("22:15 break"));
    assert_eq!(times.last().map(String::as_str), Some("05:18 break"));
}

#[test]
fn a_day_is_told_as_it_would_go() {
    let midnight: Zoned = "2026-11-30T00:00:00[Europe/Berlin]".parse().unwrap();
    let back = with_times(&[(7, 30), (10, 0)], of("back", Place::Floor));
    let neck = times_a_day(2, of("neck", Place::Desk));
    let sat = [
        "09:45", "10:32", "11:19", "12:06", "13:45", "14:32", "15:19", "16:06", "16:53",
    ];
    for (wishes, candidate, expected) in [
        (sitting(), standing(), &sat[..]),
        (wishes(When::AtFixedTimes), back, &["07:30", "17:30"]),
        (wishes(When::SpreadOverDay), neck, &["10:56", "15:34"]),
    ] {
        let reminders = Reminders::new(wishes);
        let day = outlook(&reminders, &[candidate], &midnight);
        let times = day.iter().map(|it| it.at.strftime("%H:%M").to_string());
        assert_eq!(times.collect::<Vec<_>>(), expected);
    }
}
