//! What keeps a reminder back, or has another routine come.

use jiff::civil::{date, time};
use jiff::{SignedDuration, Timestamp, Zoned};

use super::desk::{Desk, of, sitting, times_a_day, wishes, with_times};
use super::{MONDAY, *};
use crate::day::{Day, End, SessionOfDay};
use crate::progress::Share;
use crate::routine::{Exercise, Routine};

#[test]
fn nobody_who_is_away_is_reminded_of_a_time_that_has_come() {
    let once = with_times(&[(10, 0)], of("once", Place::Desk));
    let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![once], MONDAY);
    desk.until(9, 30).away().until(10, 30);
    assert_eq!(desk.times(), [""; 0]);
    let decided = desk.decision();
    assert!(
        matches!(
            decided,
            Decision::Silent {
                why: Silence::Away,
                ..
            }
        ),
        "{decided:?}"
    );
    desk.back().until(10, 45);
    assert_eq!(desk.times().len(), 1, "{:?}", desk.times());
}

#[test]
fn a_session_that_was_just_done_takes_the_reminder_of_another_away_for_a_while() {
    let now: Zoned = MONDAY.parse().unwrap();
    let done = Candidate {
        last: Some(now.timestamp()),
        ..of("done", Place::Desk)
    };
    let soon = with_times(&[(8, 55)], of("soon", Place::Desk));
    let mut wishes = wishes(When::AtFixedTimes);
    wishes.hours.awake.from = time(8, 0, 0, 0);
    let mut desk = Desk::new(wishes, vec![done, soon], MONDAY);
    desk.until(8, 56);
    let decided = desk.decision();
    assert!(
        matches!(
            decided,
            Decision::Silent {
                why: Silence::JustDone,
                ..
            }
        ),
        "{decided:?}"
    );
    desk.until(10, 0);
    let first = desk.came[0].0.timestamp();
    let after = now.timestamp().duration_until(first);
    assert!(after >= SignedDuration::from_mins(15), "{after:?}");
}

#[test]
fn a_break_is_of_a_routine_of_which_something_is_left() {
    for names in [["done", "left"], ["left", "done"]] {
        let candidates = names.map(|name| {
            let candidate = times_a_day(1, of(name, Place::Desk));
            Candidate {
                done: u32::from(name == "done"),
                ..candidate
            }
        });
        let mut desk = Desk::new(sitting(), candidates.into(), MONDAY);
        desk.until(9, 40);
        assert_eq!(desk.times(), ["09:35 left"]);
    }
}

#[test]
fn nobody_is_reminded_of_what_hurt_today() {
    let routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
    let session = |hurt| SessionOfDay {
        date: date(2026, 11, 30),
        started: Timestamp::UNIX_EPOCH,
        last: Timestamp::UNIX_EPOCH,
        part: Share { done: 1, of: 1 },
        end: End::Completed,
        hurt,
        pain_before: None,
        pain_after: None,
        pain_limit: None,
        was_ahead: false,
    };
    let is_open = |hurt| {
        let mut day = Day::new(date(2026, 11, 30));
        day.mind(&"back".into(), &session(hurt));
        let standing = day.standing(&routine, false);
        Candidate::of(&routine, &routine, &standing, None).is_open
    };
    assert!(is_open(false));
    assert!(!is_open(true));
}
