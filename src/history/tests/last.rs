//! What was done last, and how it came to that.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::Record;
use super::tally::Course;
use crate::history::{History, Load, Note, RecordedSession, Recorder, Reps, SessionOutcome};
use crate::report;
use crate::routine::{Dose, Exercise, Routine, Side, Sides};
use crate::session::{Command, Session};
use crate::words::Words;

#[test]
fn a_session_has_the_load_that_was_used_or_else_the_prescribed_one_and_its_course() {
    let record = Record::new();
    let routine = Arc::new(Routine::new(
        "arm",
        "Arm",
        vec![Exercise {
            load: Some("1 kg".to_owned()),
            ..Exercise::new("curl", "Biceps curl")
        }],
    ));
    let log = record.open();
    for load in [None, Some("2 kg"), None, Some("2 kg"), Some("")] {
        let recorder = Recorder::new(&log, &routine, None);
        let id = recorder.session();
        let mut course = Course::new(Session::new(Arc::clone(&routine)), recorder);
        course.pass(120);
        drop(course);
        if let Some(load) = load.filter(|load| !load.is_empty()) {
            let loads = vec![Load {
                exercise: "curl".into(),
                load: load.into(),
            }];
            log.note(
                id,
                Note {
                    loads,
                    ..Note::default()
                },
            );
        }
    }
    let history = log.history();
    let mut loads: Vec<_> = history.sessions.iter().collect();
    loads.sort_by_key(|session| session.id);
    let used: Vec<_> = loads.iter().map(|it| it.load_of("curl")).collect();
    let [light, heavy] = [Some("1 kg"), Some("2 kg")];
    assert_eq!(used, [light, heavy, light, heavy, light]);
    let last = history.last_of(&routine);
    assert_eq!(last.of("curl").unwrap().load.as_deref(), light);
    assert_eq!(last.of("other"), None);
    let course = history.course_of_load(&history.sessions[0], "curl");
    let loads: Vec<_> = course.iter().map(|(_, load)| *load).collect();
    assert!(loads.len() <= 5 && loads.contains(&"2 kg"), "{loads:?}");
}

#[test]
fn how_many_of_eight_to_twelve_there_were_is_remembered() {
    let secs = Duration::from_secs;
    let hold = Dose::Hold {
        hold: secs(5),
        reps: 2,
    };
    let paced = Dose::Paced {
        reps: 2,
        pace: secs(5),
    };
    for dose in [hold, paced] {
        let record = Record::new();
        let mut exercise = Exercise::new("squat", "Squat");
        exercise.dose = dose;
        exercise.more_reps = 2;
        (exercise.prepare, exercise.rest) = (secs(10), Duration::ZERO);
        let routine = Arc::new(Routine::new("legs", "Legs", vec![exercise]));
        let log = record.open();
        let recorder = Recorder::new(&log, &routine, None);
        let id = recorder.session();
        let mut course = Course::new(Session::new(Arc::clone(&routine)), recorder);
        // Two are asked; one more is done, and the last is left.
        course.pass(10 + 15 + 3);
        course.give(Command::Done);
        drop(course);
        let history = log.history();
        let session = &history.sessions[0];
        assert_eq!(session.outcome, SessionOutcome::Completed);
        let tally = session.tally();
        assert_eq!(tally.steps.done, tally.steps.of, "no gap: {dose:?}");
        assert_eq!(
            history.last_of(&routine).of("squat").unwrap().reps,
            [(None, vec![3])],
            "{dose:?}"
        );
        // What the person says counts, and of two answers the later.
        for reps in [vec![5], vec![4, 2]] {
            let reps = vec![Reps {
                exercise: "squat".into(),
                side: None,
                reps,
            }];
            log.note(
                id,
                Note {
                    reps,
                    ..Note::default()
                },
            );
        }
        let last = log.history().last_of(&routine);
        assert_eq!(
            last.of("squat").unwrap().reps,
            [(None, vec![4, 2])],
            "{dose:?}"
        );
    }
}

#[test]
fn where_each_side_has_a_dose_of_its_own_each_is_remembered_by_itself() {
    let record = Record::new();
    let of_side = |reps, more_reps| Exercise {
        dose: Dose::Paced {
            reps,
            pace: Duration::from_secs(5),
        },
        more_reps,
        ..Exercise::new("squat", "Squat")
    };
    let exercise = Exercise {
        sides: Sides::Each,
        prepare: Duration::from_secs(10),
        switch: Duration::ZERO,
        in_words_of: Some(std::sync::Arc::new([of_side(2, 1), of_side(4, 0)])),
        ..of_side(4, 0)
    };
    let routine = Arc::new(Routine::new("legs", "Legs", vec![exercise]));
    let log = record.open();
    let recorder = Recorder::new(&log, &routine, None);
    let id = recorder.session();
    let mut course = Course::new(Session::new(Arc::clone(&routine)), recorder);
    // Two of the left are asked and one more is done, and four of the right.
    course.pass(10 + 15 + 20);
    drop(course);
    let last = || log.history().last_of(&routine).of("squat").unwrap().clone();
    assert_eq!(
        last().reps,
        [(Some(Side::Left), vec![3]), (Some(Side::Right), vec![4])]
    );
    let said = |side, reps: u32| Reps {
        exercise: "squat".into(),
        side,
        reps: vec![reps],
    };
    let reps = vec![said(Some(Side::Left), 2), said(Some(Side::Right), 9)];
    let note = Note {
        reps,
        ..Note::default()
    };
    log.note(id, note);
    assert_eq!(
        last().reps,
        [(Some(Side::Left), vec![2]), (Some(Side::Right), vec![9])]
    );
    let told = Words::of("en").message(&report::last_done(&last()).unwrap());
    assert_eq!(told, "Last time: left 2, right 9");
    let told = Words::of("de").message(&report::last_done(&last()).unwrap());
    assert_eq!(told, "Letztes Mal: links 2, rechts 9");
    // Once both sides are prescribed alike, the one with fewer is told.
    let alike = Exercise {
        sides: Sides::Each,
        more_reps: 2,
        ..of_side(4, 2)
    };
    let alike = Routine::new("legs", "Legs", vec![alike]);
    let history = log.history();
    assert_eq!(
        history.last_of(&alike).of("squat").unwrap().reps,
        [(None, vec![2])]
    );
}

#[test]
fn a_programme_counts_from_the_first_session_since_a_break_of_four_weeks() {
    let of = |days: &[Date]| {
        let sessions = days.iter().rev().map(|day| {
            let started = day.at(8, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
            RecordedSession::sample("knee", started, SessionOutcome::Completed).into()
        });
        let history = History {
            sessions: sessions.collect(),
            ..History::default()
        };
        history
            .found
            .first_sessions(&history.sessions)
            .get("knee")
            .copied()
    };
    assert_eq!(of(&[]), None);
    let [january, february, march] = [1, 2, 3].map(|month| date(2026, month, 1));
    assert_eq!(of(&[january]), Some(january));
    // 28 days are no break, and 31 are one.
    assert_eq!(of(&[february, march]), Some(february));
    assert_eq!(of(&[january, february, march]), Some(february));
}
