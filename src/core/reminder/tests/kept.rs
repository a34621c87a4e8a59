//! The program ends in the middle of a day, and is started anew.

use super::desk::{Desk, of, sitting, times_a_day, wishes, with_times};
use super::*;

#[test]
fn started_anew_it_asks_nothing_that_was_answered() {
    let neck = with_times(&[(10, 0), (11, 0)], of("neck", Place::Desk));
    let back = with_times(&[(10, 30), (15, 0)], of("back", Place::Desk));
    let mut desk = Desk::new(wishes(When::AtFixedTimes), vec![neck, back], MONDAY);
    desk.answering(Answer::NotToday).until(10, 5);
    desk.answering(Answer::NotNow).until(10, 35);
    desk.start_anew().until(17, 0);
    assert_eq!(desk.times(), ["10:00 neck", "10:30 back", "15:00 back"]);

    // The next day is another.
    desk.pass(minutes(16 * 60)).start_anew().until(10, 10);
    assert_eq!(desk.times()[3..], ["10:00 neck"]);
}

#[test]
fn started_anew_it_keeps_the_distance_and_the_quiet_that_was_asked_for() {
    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    desk.answering(Answer::PutOff).until(9, 36);
    desk.wish(Wishes {
        when: When::AfterSitting(minutes(1)),
        ..sitting()
    });
    desk.start_anew().until(9, 50);
    assert_eq!(desk.times(), ["09:35 break", "09:46 break"]);

    let mut desk = Desk::new(sitting(), vec![standing()], MONDAY);
    let noon = desk.here.with().hour(12).minute(0).build().unwrap();
    desk.reminders.be_quiet_until(Some(noon.timestamp()));
    desk.start_anew().until(11, 59);
    assert_eq!(desk.times(), [""; 0]);
    assert_eq!(desk.reminders.quiet_until(), Some(noon.timestamp()));
}

#[test]
fn started_anew_it_spreads_what_is_left_over_what_is_left() {
    let neck = times_a_day(4, of("neck", Place::Desk));
    let began = "2026-11-30T09:00:00[Europe/Berlin]";
    let mut desk = Desk::new(wishes(When::SpreadOverDay), vec![neck], began);
    desk.until(9, 30).start_anew().until(12, 0).start_anew();
    desk.until(13, 30).start_anew().until(23, 0);
    let spread = ["09:58 neck", "11:55 neck", "14:37 neck", "16:33 neck"];
    assert_eq!(desk.times(), spread);
}
