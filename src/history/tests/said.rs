//! What a person says of a session later: each a line more, and nothing rewritten.

use std::fs;
use std::sync::Arc;

use super::*;
use crate::history::{Correction, NotCounted, Now, WhyLeftOut};
use crate::routine::{Due, Rhythm};
use crate::summary::{Question, Reason, Span, Summary};

fn pain_after(pain: Option<u8>) -> Correction {
    Correction {
        pain_after: Some(Now(pain)),
        ..Correction::default()
    }
}

/// Lines of one session in the order in which they are written: its beginning, its holds, what was said at
/// its end.
fn lines_of_a_session() -> (Id, Vec<String>) {
    let session = Id::new();
    let mut lines = vec![line(session, started())];
    lines.push(line(session, Fact::Completed {}));
    lines.push(line(
        session,
        Fact::Noted {
            pain_before: Some(4),
            pain_after: Some(6),
            note: Some("A sharp pull.".into()),
            loads: Vec::new(),
            reps: Vec::new(),
        },
    ));
    (session, lines)
}

/// A line, and its id.
fn said(session: Id, fact: Fact<'static>) -> (Id, String) {
    let line = Line::new(session, &noon(), fact);
    (line.id, line.text())
}

#[test]
fn a_correction_is_a_line_more_and_can_be_taken_back_and_that_as_well() {
    let record = Record::new();
    let (session, mut lines) = lines_of_a_session();
    let read = |lines: &[String]| {
        record.write("2026.jsonl", lines.concat());
        let history = record.read();
        assert_eq!(history.problems, []);
        history.sessions[0].clone()
    };
    let first = read(&lines);
    assert_eq!((first.pain_after, first.corrections.len()), (Some(6), 0));

    let (lower, text) = said(session, Fact::Corrected(pain_after(Some(2))));
    lines.push(text);
    let (none, text) = said(
        session,
        Fact::Corrected(Correction {
            note: Some(Now(None)),
            not_counted: Some(Now(Some(NotCounted::NotMine))),
            ..pain_after(None)
        }),
    );
    lines.push(text);
    let corrected = read(&lines);
    assert_eq!(
        (corrected.pain_before, corrected.pain_after),
        (Some(4), None)
    );
    assert_eq!(corrected.note, None);
    assert!(!corrected.counts());
    assert_eq!(corrected.corrections, [lower, none]);

    let (undo, text) = said(session, Fact::Undone { line: none });
    lines.push(text);
    let undone = read(&lines);
    assert_eq!(undone.pain_after, Some(2));
    assert_eq!(undone.note.as_deref(), Some("A sharp pull."));
    assert!(undone.counts());

    lines.push(said(session, Fact::Undone { line: undo }).1);
    assert_eq!(read(&lines).corrections, [lower, none]);
}

#[test]
fn lines_read_in_any_order_from_any_files_come_to_the_same() {
    let (session, mut lines) = lines_of_a_session();
    for pain in 0..4 {
        let (id, text) = said(session, Fact::Corrected(pain_after(Some(pain))));
        lines.push(text);
        if pain % 2 == 1 {
            lines.push(said(session, Fact::Undone { line: id }).1);
        }
    }
    lines.push(
        said(
            session,
            Fact::LeftOut {
                why: WhyLeftOut::Other,
            },
        )
        .1,
    );
    lines.push(
        said(
            session,
            Fact::LeftOut {
                why: WhyLeftOut::NoTime,
            },
        )
        .1,
    );
    lines.push(said(session, Fact::NextDay { pain: Some(3) }).1);
    lines.push(told(Id::new()));
    let mut expected = None;
    let mut chance = fastrand::Rng::with_seed(3);
    for _ in 0..40 {
        let record = Record::new();
        let mut files = vec![String::new(); chance.usize(1..4)];
        let mut shuffled = lines.clone();
        // Copies of conflicts have some lines twice.
        shuffled.extend(lines.iter().filter(|_| chance.bool()).cloned());
        chance.shuffle(&mut shuffled);
        for line in shuffled {
            let at = chance.usize(..files.len());
            files[at].push_str(&line);
        }
        for (number, text) in files.iter().enumerate() {
            record.write(&format!("2026-{number}.jsonl"), text);
        }
        let read = record.read().sessions;
        let expected = expected.get_or_insert_with(|| read.clone());
        assert_eq!(&read, expected);
    }
    let sessions = expected.unwrap();
    assert_eq!(sessions.len(), 2);
    let measured = sessions.iter().find(|it| !it.is_told).unwrap();
    assert_eq!(measured.pain_after, Some(2));
    assert_eq!(measured.left_out, Some(WhyLeftOut::NoTime));
    assert_eq!(measured.next_day.as_ref().map(|it| it.0), Some(3));
}

fn told(session: Id) -> String {
    let fact = super::super::record::ToldFact {
        routine: RoutineFact::of(&Routine::new("lower-back", "Lower back", Vec::new())),
        device: id(DEVICE),
        done: "2026-11-20T12:00:00+01:00[Europe/Berlin]".into(),
        due: super::super::record::DueFact::default(),
    };
    line(session, Fact::Told(fact))
}

#[test]
fn a_session_that_was_told_is_of_its_day_and_told_apart() {
    let record = Record::new();
    let (_, mut lines) = lines_of_a_session();
    lines.push(told(Id::new()));
    record.write("2026.jsonl", lines.concat());
    let history = record.read();
    let told = history.sessions.iter().find(|it| it.is_told).unwrap();
    assert_eq!(told.started.date().to_string(), "2026-11-20");
    assert_eq!(told.outcome, SessionOutcome::Completed);
    assert!(history.ahead.is_empty(), "no clock was set back");
    let sums = summary(&history).whole;
    assert_eq!((sums.told, sums.begun), (1, 2));
    assert_eq!(sums.dose_begun().of, 80_000, "nothing of it was measured");
}

fn summary(history: &History) -> Summary {
    let span = Span {
        from: "2026-11-01".parse().unwrap(),
        to: "2026-11-30".parse().unwrap(),
    };
    let question = Question {
        span,
        routine: None,
        today: span.to,
        first_weekday: jiff::civil::Weekday::Monday,
    };
    history.summary(&question, |_| None)
}

#[test]
fn what_counts_for_nothing_is_in_no_figure_and_stays_in_the_record() {
    let record = Record::new();
    let (session, mut lines) = lines_of_a_session();
    let correction = Correction {
        not_counted: Some(Now(Some(NotCounted::NotDone))),
        ..Correction::default()
    };
    lines.push(said(session, Fact::Corrected(correction)).1);
    record.write("2026.jsonl", lines.concat());
    let history = record.read();
    assert_eq!(history.sessions.len(), 1);
    assert_eq!(summary(&history).whole.begun, 0);
    assert_eq!(history.routines(), Vec::<&super::super::RoutineRef>::new());
    let day = history.day(&noon(), None);
    let standing = day.standing(&Routine::new("lower-back", "Lower back", Vec::new()), true);
    assert!(
        matches!(standing.dose, Dose::Suggested { .. }),
        "it is not taken up"
    );
}

#[test]
fn corrections_are_written_after_all_that_is_there_and_nothing_is_rewritten() {
    let record = Record::new();
    let (_, lines) = lines_of_a_session();
    record.write("2026.jsonl", lines.concat());
    let before = fs::read_to_string(record.file("2026.jsonl")).unwrap();
    let log = record.open();
    let session = record.read().sessions[0].clone();
    log.correct(&session, pain_after(Some(1)));
    log.next_day(&session, 2);
    log.left_out(session.id, WhyLeftOut::TooHard);
    let corrected = log.history().sessions[0].clone();
    assert_eq!(corrected.pain_after, Some(1));
    assert_eq!(corrected.next_day.as_ref().map(|it| it.0), Some(2));
    log.undo(&corrected, corrected.corrections[0]);
    let undone = log.history().sessions[0].clone();
    assert_eq!(undone.pain_after, Some(6));
    let all = fs::read_to_string(record.file("2026.jsonl")).unwrap();
    assert!(all.starts_with(&before));
}

#[test]
fn the_record_keeps_when_sessions_were_due_whatever_the_file_says_later() {
    let record = Record::new();
    let log = record.open();
    let mut routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee to chest")]);
    routine.schedule.times_per_day = Some(2);
    routine.schedule.days_per_week = Some(3);
    routine.schedule.days_between = Some(1);
    routine.schedule.weeks = Some(6);
    routine.schedule.first_day = Some("2026-11-02".parse().unwrap());
    let due = routine.due();
    let expected = Rhythm {
        times_a_day: 2,
        days: Vec::new(),
        days_per_week: Some(3),
        days_between: 1,
    };
    assert_eq!(due.rhythms, [expected]);
    log.tell(&routine, &noon());
    let read = log.history().sessions[0].due.clone().unwrap();
    assert_eq!(*read, due);
    let free = Routine::new("neck", "Neck", vec![Exercise::new("turn", "Turn")]);
    assert_eq!(free.due(), Due::default());
}

#[test]
fn why_something_was_left_out_is_what_is_known_of_it() {
    let record = Record::new();
    let session = Id::new();
    let hold = |step, outcome| {
        Fact::Hold(HoldFact {
            step,
            exercise: "knee-to-chest".into(),
            name: "Knee to chest".into(),
            side: Some(Side::Left),
            set: Some(1),
            rep: Some(1),
            prescribed_ms: Some(20_000),
            held_ms: 0,
            outcome,
            again: false,
        })
    };
    let first = match started() {
        Fact::Started(started) => started.exercises[0].steps[0].0,
        _ => unreachable!(),
    };
    let mut lines = vec![line(session, started())];
    lines.push(line(session, hold(first, Outcome::Skipped)));
    let mut read = |fact| {
        lines.push(line(session, fact));
        record.write("2026.jsonl", lines.concat());
        let session = record.read().sessions[0].clone();
        session.why_left_out(&session.holds[0])
    };
    assert_eq!(read(Fact::Completed {}), Reason::NotGiven);
    let reason = StopReason::Pain;
    // It was elsewhere that it hurt: nothing is said of the side that was left out.
    assert_eq!(read(Fact::Stopped { reason }), Reason::StoppedInPain);
    let reason = StopReason::NoTime;
    assert_eq!(read(Fact::Stopped { reason }), Reason::NoTime);
    let why = WhyLeftOut::TooHard;
    assert_eq!(read(Fact::LeftOut { why }), Reason::TooHard);
    let hurt = Fact::Hurt {
        step: first,
        exercise: "knee-to-chest".into(),
        side: Some(Side::Left),
    };
    assert_eq!(read(hurt), Reason::Hurts);
    let answer = Answer::WentOn;
    assert_eq!(read(Fact::Answered { answer }), Reason::TooHard);
}

#[test]
fn the_next_day_is_asked_about_once_and_of_what_was_chosen_alone() {
    let record = Record::new();
    let (session, mut lines) = lines_of_a_session();
    record.write("2026.jsonl", lines.concat());
    let routine = record.read().sessions[0].routine.id.to_string();
    let asked = |routines: &[&str], days: i64| {
        let now = noon().saturating_add(jiff::Span::new().days(days));
        let routines = routines.iter().map(ToString::to_string).collect();
        record.read().of_yesterday(&now, &routines).map(|it| it.id)
    };
    assert_eq!(asked(&[&routine], 1), Some(session));
    assert_eq!(asked(&[], 1), None, "nothing is asked unless it is chosen");
    assert_eq!(asked(&["another"], 1), None);
    assert_eq!(asked(&[&routine], 0), None, "it is the same day");
    assert_eq!(asked(&[&routine], 2), None, "it is too long ago");
    lines.push(said(session, Fact::NextDay { pain: Some(2) }).1);
    record.write("2026.jsonl", lines.concat());
    assert_eq!(asked(&[&routine], 1), None, "it is answered");
}

#[test]
fn each_routine_is_asked_about_by_itself_and_a_date_to_come_silences_none() {
    let at = |time: &str| format!("{time}[UTC]").parse::<Zoned>().unwrap();
    let sample =
        |id: &str, time: &str| RecordedSession::sample(id, at(time), SessionOutcome::Completed);
    let asked = |sessions: Vec<RecordedSession>| {
        let history = History {
            sessions: sessions.into_iter().map(Arc::new).collect(),
            ..History::default()
        };
        let routines = ["back", "neck"].map(String::from).into();
        let last = history.of_yesterday(&at("2026-11-23T12:00"), &routines);
        last.map(|it| (it.routine.id.to_string(), it.started.clone()))
    };
    let yesterday = || sample("back", "2026-11-22T08:00");
    let back = Some(("back".to_owned(), at("2026-11-22T08:00")));
    let ahead = || sample("back", "2029-01-01T08:00");
    let other = || sample("neck", "2026-11-23T08:00");
    assert_eq!(asked(vec![other(), yesterday()]), back);
    assert_eq!(asked(vec![ahead(), other(), yesterday()]), back);
    let again = sample("back", "2026-11-23T09:00");
    assert_eq!(asked(vec![again, other(), yesterday()]), None);
}
