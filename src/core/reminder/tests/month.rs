//! A working month of one person, a day for each rule.

use jiff::ToSpan as _;

use super::desk::{Desk, of, sitting, times_a_day, wishes, with_times};
use super::minutes;
use crate::reminder::*;

/// What is the case on a day, and what the person does in it.
type Rule = (&'static str, fn(&mut Desk));

const RULES: [Rule; 18] = [
    ("sits all day", |_| {}),
    ("a walk of six minutes at ten", |desk| {
        desk.until(10, 0).away().pass(minutes(6)).back();
    }),
    ("a call from half past nine to eleven", |desk| {
        desk.until(9, 30).silent(Silence::Microphone);
        desk.until(11, 0).loud();
    }),
    ("a film on the whole screen from ten to eleven", |desk| {
        desk.until(10, 0).silent(Silence::FullScreen);
        desk.until(11, 0).loud();
    }),
    ("on battery, and does not mind", |desk| {
        desk.silent(Silence::Battery);
    }),
    ("locks the screen from ten to eleven", |desk| {
        desk.until(10, 0).silent(Silence::Locked).away();
        desk.until(11, 0).loud().back();
    }),
    ("wants quiet from ten to two", |desk| {
        desk.until(10, 0);
        let two = desk.here.timestamp().checked_add(4.hours());
        desk.reminders.be_quiet_until(two.ok());
    }),
    ("answers nothing", |desk| {
        desk.answering(None);
    }),
    ("says not now", |desk| {
        desk.answering(Answer::NotNow);
    }),
    ("puts each off once", |desk| {
        let mut once = sitting();
        once.put_off_at_most = Some(1);
        desk.wish(once);
        desk.answering(Answer::PutOff);
    }),
    ("not today", |desk| {
        desk.answering(Answer::NotToday);
    }),
    ("the lid is closed from ten to four", |desk| {
        desk.until(10, 0).sleep(minutes(360));
    }),
    ("begins anew at ten", |desk| {
        desk.until(10, 0).start_anew();
    }),
    ("comes at noon", |desk| {
        desk.away().until(12, 0).back();
    }),
    ("twice is enough", |desk| {
        desk.candidates[0].at_most = Some(2);
    }),
    ("it hurt today", |desk| {
        desk.candidates[0].is_open = false;
    }),
    ("at set times", |desk| {
        desk.candidates = vec![with_times(&[(10, 0), (15, 0)], of("break", Place::Desk))];
        desk.wish(wishes(When::AtFixedTimes));
        desk.begin_day();
    }),
    ("four, spread over the day", |desk| {
        desk.candidates = vec![times_a_day(4, of("break", Place::Desk))];
        desk.wish(wishes(When::SpreadOverDay));
        desk.begin_day();
    }),
];

#[test]
fn a_month_shows_each_rule_on_a_day_of_its_own() {
    let mut desk = Desk::new(sitting(), vec![of("break", Place::Desk)], super::MONDAY);
    let mut rules = RULES.iter();
    let mut table = String::new();
    while rules.len() > 0 {
        let weekday = desk.here.date().weekday().to_monday_one_offset();
        let (rule, happens) = if weekday > 5 {
            let day_off: Rule = ("a day off", |_| {});
            day_off
        } else {
            *rules.next().unwrap()
        };
        desk.candidates = vec![of("break", Place::Desk)];
        desk.wish(sitting());
        desk.answering(Answer::Start).came.clear();
        happens(&mut desk);
        desk.until(23, 0);
        let came = desk.came.iter().map(|(at, reminder)| {
            let after = reminder.after.map(|after| format!(" after {after:?}"));
            format!("{}{}", at.strftime("%H:%M"), after.unwrap_or_default())
        });
        let came: Vec<_> = came.collect();
        let date = desk.here.date();
        let weekday = date.strftime("%a");
        let line = format!("{weekday}, {rule}: {}", came.join(" "));
        table += line.trim_end();
        table.push('\n');
        desk.silences.clear();
        let zone = desk.here.time_zone().clone();
        let morning = date.tomorrow().unwrap().at(8, 50, 0, 0).to_zoned(zone);
        let night = morning.unwrap().duration_since(&desk.here);
        desk.sleep(night.try_into().unwrap()).begin_day();
    }
    assert_eq!(table, MONTH);
}

const MONTH: &str = "\
Mon, sits all day: 09:35 10:22 11:09 11:56 13:00 13:47 14:34 15:21 16:08 16:55
Tue, a walk of six minutes at ten: 09:35 10:51 11:38 13:00 13:47 14:34 15:21 16:08 16:55
Wed, a call from half past nine to eleven: 11:10 after Microphone 11:57 13:00 13:47 14:34 15:21 16:08 16:55
Thu, a film on the whole screen from ten to eleven: 09:35 11:10 after FullScreen 11:57 13:00 13:47 14:34 15:21 16:08 16:55
Fri, on battery, and does not mind: 09:35 10:22 11:09 11:56 13:00 13:47 14:34 15:21 16:08 16:55
Sat, a day off:
Sun, a day off:
Mon, locks the screen from ten to eleven: 09:35 11:45 13:00 13:47 14:34 15:21 16:08 16:55
Tue, wants quiet from ten to two: 09:35 14:00 14:47 15:34 16:21 17:08
Wed, answers nothing: 09:35 10:21 11:07 11:53 13:00 13:46 14:32 15:18 16:04 16:50
Thu, says not now: 09:35 10:20 11:05 11:50 13:00 13:45 14:30 15:15 16:00 16:45
Fri, puts each off once: 09:35 09:45 10:30 10:40 11:25 11:35 13:00 13:10 13:55 14:05 14:50 15:00 15:45 15:55 16:40 16:50
Sat, a day off:
Sun, a day off:
Mon, not today: 09:35
Tue, the lid is closed from ten to four: 09:35 16:45
Wed, begins anew at ten: 09:35 10:45 11:32 13:00 13:47 14:34 15:21 16:08 16:55
Thu, comes at noon: 13:00 13:47 14:34 15:21 16:08 16:55
Fri, twice is enough: 09:35 10:22
Sat, a day off:
Sun, a day off:
Mon, it hurt today:
Tue, at set times: 10:00 15:00
Wed, four, spread over the day: 09:58 11:55 14:37 16:33
";
