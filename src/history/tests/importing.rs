//! What was exported comes back as it was, once, and yields to the lines it was made of.

use std::fs;
use std::sync::Arc;

use super::*;
use crate::history::exported::{NotBegun, Session};
use crate::history::import::import_into;
use crate::history::record::{Correction, NotCounted, Now, WhyLeftOut};
use crate::history::{Hurt, Imported, Load, NotImported, Reps};
use crate::routine::{Due, Rhythm};

/// What `supple history --json` prints of this history, without its problems.
fn export(history: &History) -> String {
    let sessions: Vec<_> = history.sessions.iter().map(|it| Session::of(it)).collect();
    let not_begun: Vec<_> = history.not_begun.iter().map(NotBegun::of).collect();
    let whole = serde_json::json!({
        "format": 1, "sessions": sessions, "not_begun": not_begun, "problems": [],
    });
    serde_json::to_string_pretty(&whole).unwrap()
}

fn import(record: &Record, text: impl AsRef<[u8]>) -> Result<Imported, NotImported> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    import_into(record.log(), file.path())
}

fn added(added: usize, there: usize) -> Imported {
    Imported { added, there }
}

/// The files of the record with what is in them.
fn files(record: &Record) -> Vec<(PathBuf, Vec<u8>)> {
    let files = fs::read_dir(record.log()).unwrap().flatten();
    let files = files.filter(|it| it.path().is_file());
    let mut files: Vec<_> = files
        .map(|it| (it.path(), fs::read(it.path()).unwrap()))
        .collect();
    files.sort();
    files
}

fn any_due(chance: &mut fastrand::Rng, first: jiff::civil::Date) -> Arc<Due> {
    let rhythm = Rhythm {
        times_a_day: chance.u32(1..4),
        days: vec![jiff::civil::Weekday::Monday],
        days_per_week: Some(2),
        days_between: 1,
    };
    Arc::new(Due {
        rhythms: vec![rhythm],
        first_day: Some(first),
        weeks: Some(6),
        last_day: None,
    })
}

/// A session of which all may be anything that a record can have.
fn any_session(chance: &mut fastrand::Rng) -> RecordedSession {
    let zones = ["Europe/Berlin", "America/New_York", "UTC", "Asia/Kathmandu"];
    let start = jiff::Timestamp::from_millisecond(chance.i64(1_600_000_000_000..1_700_000_000_000))
        .unwrap();
    let started = start.in_tz(zones[chance.usize(..4)]).unwrap();
    let later = |chance: &mut fastrand::Rng| {
        &started + jiff::Span::new().milliseconds(chance.i64(0..9_000_000))
    };
    let mut text = {
        let mut chance = chance.fork();
        move || -> String {
            let letters = ['a', 'ß', '"', '\\', '\u{1f9d8}', ' ', '=', '\n', 'e'];
            (0..chance.usize(1..9))
                .map(|_| letters[chance.usize(..letters.len())])
                .collect()
        }
    };
    let side = [None, Some(Side::Left), Some(Side::Right)];
    let outcomes = [Outcome::Done, Outcome::CutShort, Outcome::Skipped];
    let ends = [
        SessionOutcome::Completed,
        SessionOutcome::Interrupted,
        SessionOutcome::Stopped(StopReason::Pain),
        SessionOutcome::Stopped(StopReason::Other),
    ];
    let pain = |chance: &mut fastrand::Rng| chance.bool().then(|| chance.u8(..=10));
    let mut hold = |chance: &mut fastrand::Rng, step| Hold {
        exercise: text().trim().into(),
        name: text().into(),
        side: side[chance.usize(..3)],
        set: chance.bool().then(|| chance.u32(1..9)),
        rep: chance.bool().then(|| chance.u32(1..9)),
        prescribed_ms: chance.bool().then(|| chance.u64(..90_000)),
        optional: chance.bool(),
        ..Hold::sample(step, chance.u64(..90_000), outcomes[chance.usize(..3)])
    };
    let holds: Vec<Hold> = (0..chance.u32(..6))
        .map(|at| hold(chance, 2 * at + 1))
        .collect();
    let other_attempts = (0..chance.u32(..3))
        .map(|at| hold(chance, 2 * at + 1))
        .collect();
    let load = |of: &Hold| Load {
        exercise: Arc::clone(&of.exercise),
        load: "2 kg".into(),
    };
    let hurt = |of: &Hold| Hurt {
        step: of.step,
        exercise: Arc::clone(&of.exercise),
        name: Arc::clone(&of.name),
        side: of.side,
        answer: [None, Some(Answer::Easier), Some(Answer::WentOn)][of.step as usize % 3],
    };
    let id = Id::at(start);
    RecordedSession {
        device: chance.bool().then(|| super::id(DEVICE)),
        finished: chance.bool().then(|| later(chance)),
        last: later(chance),
        pain_before: pain(chance),
        pain_limit: pain(chance),
        pain_after: pain(chance),
        note: chance.bool().then(|| "It pulled,\n\"a bit\".".into()),
        due: chance.bool().then(|| any_due(chance, started.date())),
        is_told: chance.bool(),
        not_counted: chance.bool().then_some(NotCounted::NotMine),
        left_out: chance.bool().then_some(WhyLeftOut::TooHard),
        next_day: chance.bool().then(|| (chance.u8(..=10), later(chance))),
        was_corrected: chance.bool(),
        loads: holds.iter().map(load).collect(),
        prescribed_loads: holds.iter().skip(1).map(load).collect(),
        reps: holds
            .iter()
            .map(|hold| Reps {
                exercise: Arc::clone(&hold.exercise),
                side: hold.side,
                reps: vec![8, 7],
            })
            .collect(),
        paces: holds
            .iter()
            .map(|hold| (Arc::clone(&hold.exercise), 4000))
            .collect(),
        hurts: holds.iter().skip(2).map(hurt).collect(),
        other_attempts,
        holds,
        done_since_pain: chance.bool(),
        ..RecordedSession {
            id,
            last_line: id,
            ..RecordedSession::sample("lower-back", started.clone(), ends[chance.usize(..4)])
        }
    }
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    let mut chance = fastrand::Rng::with_seed(14);
    let mut sessions: Vec<_> = (0..200)
        .map(|_| Arc::new(any_session(&mut chance)))
        .collect();
    sessions.sort_by(|one, other| other.started.cmp(&one.started));
    let not_begun = crate::history::NotBegun {
        id: Id::new(),
        device: id(DEVICE),
        time: noon(),
        routine: sessions[0].routine.clone(),
        pain_before: Some(7),
        why: WhyNot::PainAboveLimit { limit: 5 },
    };
    let history = History {
        sessions,
        not_begun: vec![not_begun],
        ..History::default()
    };
    let exported = export(&history);
    let record = Record::new();
    assert_eq!(import(&record, &exported).unwrap(), added(201, 0));
    let read = record.read();
    assert_eq!(read.problems, []);
    for (there, was) in read.sessions.iter().zip(&history.sessions) {
        assert_eq!(there, was);
    }
    assert_eq!(export(&read), exported);
    // Once more, and from there again.
    let there = files(&record);
    assert_eq!(import(&record, &exported).unwrap(), added(0, 201));
    assert_eq!(import(&record, export(&read)).unwrap(), added(0, 201));
    assert_eq!(files(&record), there);
}

/// A record of one session, and what is exported of it.
fn recorded() -> (Record, Id, String) {
    let record = Record::new();
    let session = Id::new();
    let lines = [
        started(),
        hold(1, 20_000),
        hold(3, 4_000),
        Fact::Completed {},
    ];
    let lines = lines.map(|fact| line(session, fact));
    record.write("2026.jsonl", lines.concat());
    let exported = export(&record.read());
    (record, session, exported)
}

#[test]
fn an_imported_session_yields_to_its_own_lines_wherever_they_come_from() {
    let (original, _, exported) = recorded();
    // Where they are.
    assert_eq!(import(&original, &exported).unwrap(), added(0, 1));
    // Where they come later.
    let other = Record::new();
    let changed = exported.replace("20000,", "12345,");
    assert_eq!(import(&other, changed).unwrap(), added(1, 0));
    assert_eq!(other.held_ms(), 16_345);
    let lines = fs::read(original.file("2026.jsonl")).unwrap();
    other.write("2026.jsonl", lines);
    assert_eq!(export(&other.read()), exported);
}

#[test]
fn what_is_said_later_of_an_imported_session_counts_and_can_be_taken_back() {
    let (_, _, exported) = recorded();
    let record = Record::new();
    import(&record, &exported).unwrap();
    let log = record.open();
    let imported = log.history().sessions[0].clone();
    log.correct(
        &imported,
        Correction {
            pain_after: Some(Now(Some(3))),
            ..Correction::default()
        },
    );
    log.next_day(&imported, 2);
    let said = log.history().sessions[0].clone();
    assert_eq!(said.pain_after, Some(3));
    assert_eq!(said.next_day.as_ref().map(|(pain, _)| *pain), Some(2));
    assert!(said.is_corrected() && !imported.is_corrected());
    // The older export takes nothing of it back.
    assert_eq!(import(&record, &exported).unwrap(), added(0, 1));
    assert_eq!(log.history().sessions[0], said);
    log.undo(&said, said.corrections[0]);
    assert_eq!(log.history().sessions[0].pain_after, None);
    assert_eq!(log.history().problems, []);
}

#[test]
fn of_two_exports_the_one_with_more_said_counts_in_either_order() {
    let (original, session, first) = recorded();
    let log = original.open();
    log.note(
        session,
        crate::history::Note {
            note: Some("Better.".into()),
            ..Default::default()
        },
    );
    let second = export(&log.history());
    assert_ne!(first, second);
    for order in [[&first, &second], [&second, &first]] {
        let record = Record::new();
        for exported in order {
            import(&record, exported).unwrap();
        }
        assert_eq!(export(&record.read()), second);
    }
}

#[test]
fn an_imported_session_that_was_cut_off_is_gone_on_with_where_it_began() {
    let record = Record::new();
    let session = Id::new();
    record.write(
        "2026.jsonl",
        [line(session, started()), line(session, hold(1, 20_000))].concat(),
    );
    let exported = export(&record.read());
    assert!(record.read().unfinished(id(DEVICE), &noon()).is_some());
    let other = Record::new();
    import(&other, &exported).unwrap();
    assert_eq!(other.read().unfinished(id(DEVICE), &noon()), None);
    assert_eq!(export(&other.read()), exported);
}

#[test]
fn of_a_file_that_was_cut_short_nothing_is_imported() {
    let (_, _, exported) = recorded();
    let record = Record::new();
    for end in 0..exported.len() {
        let refused = import(&record, &exported.as_bytes()[..end]);
        assert!(
            matches!(refused, Err(NotImported::Cut)),
            "{end}: {refused:?}"
        );
    }
    assert_eq!(files(&record), []);
    // A mark that an editor puts before it is none of it.
    assert_eq!(
        import(&record, format!("\u{feff}{exported}\n")).unwrap(),
        added(1, 0)
    );
}

#[test]
fn what_is_not_as_it_was_exported_is_named_with_its_line() {
    let (original, _, exported) = recorded();
    for (part, other) in [
        ("\"held_ms\": 4000", "\"held_ms\": \"long\""),
        ("\"outcome\": \"completed\"", "\"outcome\": \"won\""),
        ("\"pain_before\": 4", "\"pain_before\": 11"),
        ("\"last\": \"2026-11-22T12", "\"last\": \"22.11.2026 12"),
        ("\"sessions\"", "\"Sessions\""),
        ("\"format\"", "\"Format\""),
        ("\"format\": 1,", ""),
    ] {
        let record = Record::new();
        let broken = exported.replace(part, other);
        assert_ne!(broken, exported, "{part}");
        // What is missing is missed at the end.
        let line = broken.lines().position(|it| it.contains(other));
        let line = line.filter(|_| other.contains(':'));
        let line = line.map_or(broken.lines().count(), |at| at + 1);
        let refused = import(&record, &broken);
        let named =
            |it: &NotImported| matches!(it, NotImported::Other { line: named } if *named == line);
        assert!(
            refused.as_ref().is_err_and(named),
            "{other}, {line}: {refused:?}"
        );
        assert_eq!(files(&record), [], "{other}");
    }
    let newer = import(
        &original,
        exported.replace("\"format\": 1", "\"format\": 2"),
    );
    assert!(matches!(newer, Err(NotImported::Newer)), "{newer:?}");
    let archive = import(&original, b"PK\x03\x04 and more");
    assert!(matches!(archive, Err(NotImported::Archive)), "{archive:?}");
    for text in ["started;finished\n", "[]", "{\"v\":1}"] {
        let refused = import(&original, text);
        assert!(
            matches!(refused, Err(NotImported::Other { line: 1 })),
            "{refused:?}"
        );
    }
}

#[test]
fn a_session_that_no_record_can_have_takes_no_room() {
    let (_, _, exported) = recorded();
    let record = Record::new();
    let long = "x".repeat(17 << 20);
    for part in ["Knee to chest", "problems"] {
        let broken = exported.replacen(part, &long, 1);
        let refused = import(&record, broken);
        assert!(
            matches!(&refused, Err(NotImported::Unread(error)) if error.kind() == std::io::ErrorKind::FileTooLarge),
            "{refused:?}"
        );
    }
    // Within what is read, and longer than a line of the record.
    let broken = exported.replacen("Knee to chest", &long[..5 << 20], 1);
    assert!(matches!(
        import(&record, broken),
        Err(NotImported::Other { .. })
    ));
}

#[test]
fn a_file_of_an_older_supple_is_imported_too() {
    let (_, _, exported) = recorded();
    let mut json: serde_json::Value = serde_json::from_str(&exported).unwrap();
    let session = json["sessions"][0].as_object_mut().unwrap();
    for lacked in [
        "device",
        "pain_limit",
        "prescribed_loads",
        "paces",
        "last",
        "done_since_pain",
        "last_line",
    ] {
        session.remove(lacked).unwrap();
    }
    session["routine"]
        .as_object_mut()
        .unwrap()
        .remove("language");
    for hold in session["holds"].as_array_mut().unwrap() {
        hold.as_object_mut().unwrap().remove("step");
    }
    let record = Record::new();
    assert_eq!(import(&record, json.to_string()).unwrap(), added(1, 0));
    assert_eq!(record.held_ms(), 24_000);
}

#[test]
fn copies_of_the_program_that_import_the_same_at_once_all_do_and_it_is_there_once() {
    let (_, _, exported) = recorded();
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), &exported).unwrap();
    for _ in 0..20 {
        let record = Record::new();
        let start = std::sync::Barrier::new(4);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    start.wait();
                    import_into(record.log(), file.path()).unwrap();
                });
            }
        });
        assert_eq!(record.read().sessions.len(), 1);
        assert_eq!(files(&record).len(), 1);
    }
}

#[test]
fn what_a_sync_program_emptied_is_imported_again_beside_it() {
    let (_, _, exported) = recorded();
    let record = Record::new();
    import(&record, &exported).unwrap();
    let (path, _) = files(&record).remove(0);
    fs::write(&path, "").unwrap();
    assert_eq!(import(&record, &exported).unwrap(), added(1, 0));
    assert_eq!(record.read().sessions.len(), 1);
    assert_eq!(fs::read(&path).unwrap(), b"", "it is not written over");
}
