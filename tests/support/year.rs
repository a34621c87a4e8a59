//! A year as a person lives it with Supple: sessions of two routines, driven through the real engine and
//! recorded as they go, on a clock that is set. Nothing is written by hand.
//!
//! The same seed gives the same year: sessions missed and stopped, holidays, a journey to another zone, a
//! session over midnight, a new version of the file with another schedule, pain that falls, reasons,
//! corrections, told sessions.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan as _, Zoned};
use supple::folders::Folders;
use supple::history::{Correction, Log, NotCounted, Note, Now, Recorder, WhyLeftOut};
use supple::routine::{Routine, Surroundings, read};
use supple::runner::Record as _;
use supple::session::{Command, EventKind, Reading, Session, StopReason};

thread_local! {
    static NOW: RefCell<Zoned> = RefCell::new(Zoned::default());
}

/// The time that is set, for the record.
fn now() -> Zoned {
    NOW.with_borrow(Zoned::clone)
}

fn set(time: &Zoned) {
    NOW.set(time.clone());
}

/// The file of the routine that the year is about.
pub(crate) const BACK: &str = r#"
format = 1
id = "lower-back-relief"
title = "Lower back relief"
revision = 3
author = { name = "A. Physiotherapist", clinic = "Oak Street Clinic" }
safety = { pain_limit = 5 }

[schedule]
times_per_day = 2
days = ["mon", "tue", "wed", "thu", "fri", "sat"]

[[exercise]]
id = "knee-to-chest"
name = "Single knee to chest"
figure = "knee-to-chest"
sides = "each"
hold = "20s"
reps = 3

[[exercise]]
id = "lower-back-rotation"
name = "Lower back rotation"
figure = "lower-back-rotation"
sides = "alternate"
hold = "10s"
reps = 3

[[exercise]]
id = "pelvic-tilt"
name = "Pelvic tilt"
figure = "pelvic-tilt"
kind = "reps"
reps = 10

[[exercise]]
id = "hamstring-stretch"
name = "Hamstring stretch"
figure = "hamstring-lying-towel"
sides = "each"
hold = "30s"
reps = 2
"#;

const STANDING: &str = r#"
format = 1
id = "two-minute-standing-break"
title = "Two-minute standing break"

[[exercise]]
name = "Calf at a wall"
sides = "each"
hold = "30s"
"#;

/// The routine that the year is about.
pub(crate) fn back() -> Arc<Routine> {
    routine(BACK)
}

/// The one that is done now and then.
pub(crate) fn standing() -> Arc<Routine> {
    routine(STANDING)
}

fn routine(text: &str) -> Arc<Routine> {
    let surroundings = Surroundings {
        stem: "routine",
        today: Date::constant(2026, 11, 1),
        image: &|_| Ok(()),
    };
    let reading = read(text.as_bytes(), &surroundings);
    assert!(reading.routine.is_some(), "{:?}", reading.diagnostics);
    Arc::new(reading.routine.unwrap())
}

/// What a person does in a session besides letting it go on.
#[derive(Clone, Copy)]
enum Course {
    Whole,
    /// Leaves out the rest of the exercise that is under way after so many seconds.
    Skips(u64),
    NoTime(u64),
    /// It hurts after so many seconds, and they go on, skip the exercise, or stop.
    Hurts(u64, Command),
}

/// Records a year that ends on this day, the last session of it in the morning. The folders are to be empty.
pub(crate) fn record(folders: &Folders, last: Date, seed: u64) {
    let log = Log::open_with_clock(folders, now).unwrap();
    let mut chance = fastrand::Rng::with_seed(seed);
    let home = TimeZone::get("Europe/Berlin").unwrap();
    let away = TimeZone::get("America/New_York").unwrap();
    let once = routine(&BACK.replace("times_per_day = 2", "times_per_day = 1"));
    let (back, standing) = (back(), standing());
    let first = last.saturating_sub(364.days());
    let mut days = 0_i64;
    for date in first.series(1.day()).take_while(|date| *date <= last) {
        days += 1;
        // Two weeks by the sea, and one with a cold.
        let is_off = (150..164).contains(&days) || (290..296).contains(&days);
        if is_off || date.weekday() == Weekday::Sunday && chance.u8(..8) > 0 {
            continue;
        }
        let zone = if (210..219).contains(&days) {
            &away
        } else {
            &home
        };
        let routine = if days < 60 { &once } else { &back };
        let times = if days < 60 { 1 } else { 2 };
        for time in 0..times {
            if date == last && time > 0 || chance.u8(..100) < if time == 0 { 12 } else { 30 } {
                continue;
            }
            let (hour, minute) = match time {
                0 => (7, chance.i8(20..58)),
                // Once in a while, over midnight.
                _ if chance.u8(..40) == 0 => (23, 57),
                _ => (chance.i8(19..22), chance.i8(0..59)),
            };
            let starts = date.at(hour, minute, 0, 0).to_zoned(zone.clone()).unwrap();
            let before = pain(&mut chance, days);
            let course = match chance.u8(..100) {
                0..78 => Course::Whole,
                78..88 => Course::Skips(chance.u64(15..200)),
                88..95 => Course::NoTime(chance.u64(60..250)),
                95..97 => Course::Hurts(chance.u64(60..280), Command::Resume),
                97..99 => Course::Hurts(chance.u64(60..280), Command::SkipExercise),
                _ => Course::Hurts(chance.u64(60..280), Command::Stop(StopReason::Pain)),
            };
            session(&log, routine, &starts, course, before, &mut chance);
        }
        if chance.u8(..9) == 0 {
            let at = date.at(14, chance.i8(0..59), 0, 0);
            let starts = at.to_zoned(zone.clone()).unwrap();
            session(&log, &standing, &starts, Course::Whole, None, &mut chance);
        }
        if chance.u8(..60) == 0 {
            let evening = date.at(22, 30, 0, 0).to_zoned(zone.clone()).unwrap();
            set(&evening);
            let noon = date.at(12, 0, 0, 0).to_zoned(zone.clone()).unwrap();
            log.tell(routine, &noon);
        }
    }
    correct(&log, last, &home);
}

/// From six down to two, as it goes.
fn pain(chance: &mut fastrand::Rng, days: i64) -> Option<u8> {
    let trend = 6 - days * 4 / 365;
    let pain = trend + chance.i64(-1..2);
    (chance.u8(..10) > 0).then(|| u8::try_from(pain.clamp(0, 10)).unwrap())
}

fn session(
    log: &Log,
    routine: &Arc<Routine>,
    starts: &Zoned,
    course: Course,
    before: Option<u8>,
    chance: &mut fastrand::Rng,
) {
    set(starts);
    let mut recorder = Recorder::new(log, routine, before);
    let mut session = Session::new(Arc::clone(routine));
    let mut given = Vec::new();
    let mut events = Vec::new();
    for second in 0..3600 {
        let elapsed = Duration::from_secs(second);
        let reading = Reading {
            monotonic: elapsed,
            with_sleep: elapsed,
        };
        let commands: &[Command] = match course {
            _ if second == 0 => &[Command::Start],
            Course::Skips(at) if second == at => &[Command::SkipExercise],
            Course::NoTime(at) if second == at => &[Command::Stop(StopReason::NoTime)],
            Course::Hurts(at, _) if second == at => &[Command::Hurts],
            Course::Hurts(at, then) if second == at + 10 => &[then],
            _ => &[],
        };
        session.advance(reading, &mut events);
        for command in commands {
            // Some come after the end.
            let _ = session.apply(*command, reading, &mut events);
        }
        set(&starts.saturating_add(elapsed));
        for event in events.drain(..) {
            given.push(event.kind);
            recorder.event(&event, session.plan());
        }
        if session.state().is_over() {
            break;
        }
    }
    let hurt = given
        .iter()
        .any(|kind| matches!(kind, EventKind::Hurt { .. }));
    let notes = [
        "Slept well, less stiff than on Monday.",
        "Could put on my socks sitting down again.",
        "A sharp pull behind the left knee in the towel stretch. Gone after an hour.",
    ];
    let note = match chance.usize(..25) {
        at @ 0..2 => Some(notes[at]),
        _ if hurt => Some(notes[2]),
        _ => None,
    };
    let after = before.map(|before| {
        let by = if hurt { 2 } else { -chance.i8(0..3) };
        before.saturating_add_signed(by).min(10)
    });
    log.note(
        recorder.session(),
        Note {
            pain_after: after,
            note: note.map(ToOwned::to_owned),
            ..Note::default()
        },
    );
    if let Course::Skips(_) = course
        && chance.bool()
    {
        let at = chance.usize(..WhyLeftOut::ALL.len());
        log.left_out(recorder.session(), WhyLeftOut::ALL[at]);
    }
}

/// What the person says of some of them later.
fn correct(log: &Log, last: Date, home: &TimeZone) {
    set(&last.at(8, 30, 0, 0).to_zoned(home.clone()).unwrap());
    // A disk without room would make another year of it.
    log.flush().unwrap();
    let history = log.history();
    let sessions = &history.sessions;
    let mine = Correction {
        not_counted: Some(Now(Some(NotCounted::NotMine))),
        ..Correction::default()
    };
    let pain = Correction {
        pain_after: Some(Now(Some(2))),
        ..Correction::default()
    };
    for (at, correction) in [(20, mine), (4, pain)] {
        if let Some(session) = sessions.get(at) {
            log.correct(session, correction);
        }
    }
    for session in sessions.iter().skip(1).take(3) {
        log.next_day(session, 2);
    }
    log.flush().unwrap();
}
