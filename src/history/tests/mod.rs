//! The log's contract, promise by promise. What needs a process of its own is in `tests/record`.

mod cut;
mod damage;
mod going_on;
mod importing;
mod last;
mod moving;
mod pain;
mod reading;
mod said;
mod sites;
mod sums;
mod synced;
mod tally;
mod writing;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use tempfile::TempDir;

use super::append::Writer;
use super::fallback::{Fallback, Place};
use super::record::{ExerciseFact, Fact, HoldFact, Id, Line, Prescribed, RoutineFact, Started};
use super::{History, Hold, Log, Past, ProblemKind, RecordedSession, SessionOutcome, WhyNot};
use crate::clock;
use crate::day::Dose;
use crate::routine::{Exercise, Routine, Side};
use crate::session::{Answer, Outcome, StopReason};

const DEVICE: &str = "01935000-0000-7000-8000-000000000001";

/// A record in a folder of its own.
struct Record {
    folder: TempDir,
}

impl Record {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn log(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        let folder = self.log().join(DEVICE);
        fs::create_dir_all(&folder).unwrap();
        folder.join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.file(name), text).unwrap();
    }

    fn writer(&self) -> Writer {
        Writer::new(self.log().join(DEVICE))
    }

    /// Where lines go that can't be written; too deep to be read as part of the record.
    fn elsewhere(&self) -> PathBuf {
        self.folder.path().join("elsewhere/lines")
    }

    fn read(&self) -> History {
        History::read(self.log())
    }

    fn open(&self) -> Log {
        Log::with_writer(
            self.log().to_owned(),
            id(DEVICE),
            self.writer(),
            Fallback::in_places(
                self.log().to_owned(),
                vec![Place::lasting(self.elsewhere())],
            ),
            noon,
        )
        .unwrap()
    }

    /// Milliseconds held in all sessions together: tells how many holds were read, and which.
    fn held_ms(&self) -> u64 {
        self.read()
            .sessions
            .iter()
            .map(|session| session.held_ms())
            .sum()
    }
}

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

fn noon() -> Zoned {
    "2026-11-22T12:00:00+01:00[Europe/Berlin]".parse().unwrap()
}

fn line(session: Id, fact: Fact<'static>) -> String {
    Line::new(session, &noon(), fact).text()
}

/// Four holds of twenty seconds: two on the left, two on the right.
fn started() -> Fact<'static> {
    let step = |step, side, rep| Prescribed(step, Some(side), Some(1), Some(rep), Some(20_000));
    Fact::Started(Started {
        routine: RoutineFact {
            id: "lower-back".into(),
            revision: 3,
            title: "Lower \"back\"".into(),
            sha256: "00ff".into(),
            language: "en".into(),
        },
        device: id(DEVICE),
        site: None,
        pain_before: Some(4),
        pain_limit: None,
        due: None,
        prescribed_ms: 80_000,
        exercises: vec![ExerciseFact {
            id: "knee".into(),
            name: "Knee to chest".into(),
            optional: false,
            load: None,
            rep_ms: None,
            extra: Vec::new(),
            steps: vec![
                step(1, Side::Left, 1),
                step(3, Side::Left, 2),
                step(5, Side::Right, 1),
                step(7, Side::Right, 2),
            ],
        }],
    })
}

fn hold(step: u32, held_ms: u64) -> Fact<'static> {
    let (side, rep) = match step {
        1 => (Side::Left, 1),
        3 => (Side::Left, 2),
        5 => (Side::Right, 1),
        _ => (Side::Right, 2),
    };
    Fact::Hold(HoldFact {
        step,
        exercise: "knee".into(),
        name: "Knee to chest".into(),
        side: Some(side),
        set: Some(1),
        rep: Some(rep),
        prescribed_ms: Some(20_000),
        held_ms,
        outcome: if held_ms < 20_000 {
            Outcome::CutShort
        } else {
            Outcome::Done
        },
        again: false,
    })
}

fn noted(
    pain_before: Option<u8>,
    pain_after: Option<u8>,
    note: Option<&'static str>,
) -> Fact<'static> {
    Fact::Noted {
        pain_before,
        pain_after,
        note: note.map(Into::into),
        loads: Vec::new(),
        reps: Vec::new(),
    }
}

/// A session from its start, with these facts.
fn session(facts: impl IntoIterator<Item = Fact<'static>>) -> (Id, String) {
    let session = Id::new();
    let text = std::iter::once(started())
        .chain(facts)
        .map(|fact| line(session, fact))
        .collect();
    (session, text)
}

fn held(session: &RecordedSession) -> Vec<(u32, u64, Outcome)> {
    let fields = |hold: &Hold| (hold.step, hold.held_ms, hold.outcome);
    session.holds.iter().map(fields).collect()
}

#[test]
fn a_line_is_json_whose_checksum_covers_all_before_it() {
    let text = line(Id::new(), hold(1, 20_000));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["v"], 1);
    assert_eq!(json["time"], "2026-11-22T12:00:00.000+01:00[Europe/Berlin]");
    assert_eq!(json["fact"]["hold"]["exercise"], "knee");
    let (checked, _) = text.split_once(",\"crc\":").unwrap();
    let crc = format!("{:08x}", crc32fast::hash(checked.as_bytes()));
    assert_eq!(json["crc"], crc);
}

#[test]
fn a_session_is_read_as_it_was_written() {
    let record = Record::new();
    let (id, text) = session([
        hold(1, 20_000),
        hold(3, 20_000),
        hold(5, 20_000),
        hold(7, 12_000),
        Fact::Stopped {
            reason: StopReason::Pain,
        },
        noted(None, Some(2), Some("better")),
    ]);
    record.write("2026.jsonl", text);
    let history = record.read();
    assert_eq!(history.problems, []);
    let session = &history.sessions[0];
    assert_eq!(session.id, id);
    assert_eq!(&*session.routine.title, "Lower \"back\"");
    assert_eq!(session.started, noon());
    assert_eq!(session.finished, Some(noon()));
    assert_eq!(session.outcome, SessionOutcome::Stopped(StopReason::Pain));
    assert_eq!(
        (session.pain_before, session.pain_after),
        (Some(4), Some(2))
    );
    assert_eq!(session.note.as_deref(), Some("better"));
    assert_eq!(
        (session.held_ms(), session.prescribed_ms()),
        (72_000, 80_000)
    );
}

#[test]
fn a_session_that_was_cut_off_keeps_its_holds_and_skips_the_rest() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000)]);
    record.write("2026.jsonl", text);
    let history = record.read();
    let session = &history.sessions[0];
    assert_eq!(session.outcome, SessionOutcome::Interrupted);
    assert_eq!(session.finished, None);
    assert_eq!(
        held(session),
        [
            (1, 20_000, Outcome::Done),
            (3, 0, Outcome::Skipped),
            (5, 0, Outcome::Skipped),
            (7, 0, Outcome::Skipped),
        ]
    );
}

#[test]
fn of_several_attempts_at_a_hold_the_longest_counts() {
    let record = Record::new();
    let (_, text) = session([hold(1, 5_000), hold(1, 20_000), hold(1, 3_000)]);
    record.write("2026.jsonl", text);
    assert_eq!(record.held_ms(), 20_000);
    let session = &record.read().sessions[0];
    let others: Vec<_> = session.other_attempts.iter().map(|it| it.held_ms).collect();
    assert_eq!(others, [5_000, 3_000], "the others are kept");
    assert_eq!(session.holds.len(), 4);
}

#[test]
fn where_it_hurt_and_what_was_chosen_then_is_kept() {
    let hurt = |step, side| Fact::Hurt {
        step,
        exercise: "knee".into(),
        side,
    };
    let answered = |answer| Fact::Answered { answer };
    let record = Record::new();
    let (_, text) = session([
        hurt(1, Some(Side::Left)),
        answered(Answer::Easier),
        hold(1, 20_000),
        hurt(2, None),
        hurt(3, Some(Side::Left)),
        answered(Answer::Ended),
        Fact::Stopped {
            reason: StopReason::Pain,
        },
    ]);
    record.write("2026.jsonl", text);
    let session = &record.read().sessions[0];
    let hurts: Vec<_> = session
        .hurts
        .iter()
        .map(|hurt| (&*hurt.name, hurt.step, hurt.side, hurt.answer))
        .collect();
    assert_eq!(
        hurts,
        [
            ("Knee to chest", 1, Some(Side::Left), Some(Answer::Easier)),
            ("Knee to chest", 2, None, None),
            ("Knee to chest", 3, Some(Side::Left), Some(Answer::Ended)),
        ]
    );
}

fn hurt() -> Fact<'static> {
    Fact::Hurt {
        step: 3,
        exercise: "knee".into(),
        side: None,
    }
}

fn went_on() -> Fact<'static> {
    let answer = Answer::WentOn;
    Fact::Answered { answer }
}

#[test]
fn there_is_something_to_go_on_from_once_a_hold_is_done() {
    for (facts, offered) in [
        (vec![], false),
        (vec![hold(1, 4_000)], false),
        (vec![hold(1, 20_000)], true),
        // Cut off while it hurt, after that with nothing more done, and with something done.
        (vec![hold(1, 20_000), hurt()], false),
        (
            vec![hold(1, 20_000), hurt(), went_on(), hold(3, 9_000)],
            false,
        ),
        // The first is what was done when it hurt.
        (
            vec![hold(1, 20_000), hurt(), went_on(), hold(3, 20_000)],
            false,
        ),
        (
            vec![
                hold(1, 20_000),
                hurt(),
                went_on(),
                hold(3, 9_000),
                hold(3, 20_000),
            ],
            true,
        ),
    ] {
        let record = Record::new();
        record.write("2026.jsonl", session(facts.clone()).1);
        let unfinished = record.read().unfinished(id(DEVICE), &noon());
        assert_eq!(unfinished.is_some(), offered, "{facts:?}");
    }
}

#[test]
fn what_is_said_later_counts_and_what_is_not_said_stays() {
    let record = Record::new();
    let (_, text) = session([
        noted(Some(5), Some(3), None),
        noted(None, Some(1), Some("first")),
        noted(None, None, Some("second")),
    ]);
    record.write("2026.jsonl", text);
    let session = &record.read().sessions[0];
    assert_eq!(
        (session.pain_before, session.pain_after),
        (Some(5), Some(1))
    );
    assert_eq!(session.note.as_deref(), Some("second"));
}

#[test]
fn a_session_keeps_the_day_that_the_person_lived() {
    let cases = [
        // A zone that no machine knows, and one whose rules are not what the line says.
        ("2026-11-22T23:30:00.000+01:00[Mars/Olympus]", "2026-11-22"),
        ("2026-11-22T23:30:00.000+05:00[Europe/Berlin]", "2026-11-22"),
        ("2026-11-22T23:30:00.000-11:00[Pacific/Niue]", "2026-11-22"),
        ("2026-11-23T00:10:00.000+01:00", "2026-11-23"),
    ];
    for (time, day) in cases {
        let record = Record::new();
        let mut start = Line::new(Id::new(), &noon(), started());
        start.time = time.into();
        record.write("2026.jsonl", start.text());
        let session = &record.read().sessions[0];
        assert_eq!(session.started.date().to_string(), day, "{time}");
    }
}

#[test]
fn a_session_that_was_cut_off_can_be_gone_on_with_until_the_next_day_or_a_no() {
    let record = Record::new();
    let (session, text) = session([hold(1, 20_000), hold(3, 4_000)]);
    record.write("2026.jsonl", text);
    let soon = noon() + jiff::ToSpan::minutes(2);
    let next_day = noon() + jiff::ToSpan::hours(20);
    let history = record.read();
    let unfinished = history.unfinished(id(DEVICE), &soon).unwrap();
    assert_eq!((unfinished.session, unfinished.next_hold), (session, 5));
    assert_eq!(history.unfinished(id(DEVICE), &next_day), None);
    assert_eq!(history.unfinished(Id::new(), &soon), None, "another device");

    // One that was recorded while the clock was years ahead is not in its way.
    let ahead = Line::new(Id::new(), &(noon() + jiff::ToSpan::years(10)), started());
    record.write("2036.jsonl", ahead.text());
    let unfinished = record.read().unfinished(id(DEVICE), &soon).unwrap();
    assert_eq!(unfinished.session, session);

    let log = record.open();
    log.close(session);
    let history = log.history();
    assert_eq!(history.unfinished(id(DEVICE), &soon), None);
    assert_eq!(history.sessions[0].outcome, SessionOutcome::Interrupted);
}

#[test]
fn everything_that_can_be_wrong_with_the_record_has_words_in_every_language() {
    let path = PathBuf::from("log");
    let kinds = [
        ProblemKind::Damaged { copy: None },
        ProblemKind::Damaged {
            copy: Some(path.clone()),
        },
        ProblemKind::MoreDamaged { lines: 1 },
        ProblemKind::MoreDamaged { lines: 2 },
        ProblemKind::TooMuch { lines: 1 },
        ProblemKind::TooMuch { lines: 2 },
        ProblemKind::LongLine,
        ProblemKind::LargeFile,
        ProblemKind::NoPain,
        ProblemKind::Newer { lines: 1 },
        ProblemKind::Newer { lines: 2 },
        ProblemKind::NoStart { session: Id::new() },
    ];
    let reasons = [
        std::io::ErrorKind::StorageFull,
        std::io::ErrorKind::PermissionDenied,
        std::io::ErrorKind::ReadOnlyFilesystem,
        std::io::ErrorKind::NotADirectory,
        std::io::ErrorKind::IsADirectory,
        std::io::ErrorKind::ResourceBusy,
        std::io::ErrorKind::Other,
    ]
    .map(|kind| ProblemKind::Unreadable(crate::disk::reason(&kind.into())));
    for kind in kinds.into_iter().chain(reasons) {
        let problem = super::Problem {
            path: path.clone(),
            line: Some(3),
            kind,
        };
        for language in crate::words::LANGUAGES {
            let text = crate::words::Words::of(language.tag).message(&problem.message());
            assert!(!text.contains(['[', '{']), "{}: {text}", language.tag);
        }
    }
}

#[test]
fn a_session_that_was_not_begun_is_kept_with_its_reason_and_counts_as_none() {
    let record = Record::new();
    let log = record.open();
    let routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
    let why = WhyNot::PainAboveLimit { limit: 3 };
    log.not_begun(&routine, Some(6), why);
    let (cut_off, an_hour_before) = (Id::new(), noon() - jiff::ToSpan::hours(1));
    let facts = [started(), hold(1, 20_000)];
    let lines = facts.map(|fact| Line::new(cut_off, &an_hour_before, fact).text());
    record.write("earlier.jsonl", lines.concat());
    let history = log.history();
    assert_eq!(history.problems, []);
    let [it] = &history.not_begun[..] else {
        panic!("{:?}", history.not_begun);
    };
    assert_eq!((&*it.routine.id, &*it.routine.title), ("back", "Back"));
    assert_eq!((it.pain_before, it.why), (Some(6), why));
    assert_eq!(it.device, log.device());
    let order: Vec<_> = history
        .past()
        .into_iter()
        .map(|past| matches!(past, Past::NotBegun(_)))
        .collect();
    assert_eq!(order, [true, false], "newest first");
    let sessions: Vec<_> = history.sessions.iter().map(|it| it.id).collect();
    assert_eq!(sessions, [cut_off]);
    // What was cut off before it can still be gone on with.
    assert!(history.unfinished(id(DEVICE), &noon()).is_some());
}

#[test]
fn what_is_gone_on_with_counts_though_the_clock_was_set_back_meanwhile() {
    let record = Record::new();
    let session = Id::new();
    let soon = clock::here().timestamp().as_millisecond() + 60_000;
    let soon = format!("{soon:012x}");
    let stopped = Line {
        id: id(&format!(
            "{}-{}-7000-8000-000000000001",
            &soon[..8],
            &soon[8..]
        )),
        ..Line::new(
            session,
            &noon(),
            Fact::Stopped {
                reason: StopReason::NoTime,
            },
        )
    };
    let before = [line(session, started()), line(session, hold(1, 20_000))];
    record.write("2026.jsonl", before.concat() + &stopped.text());
    let log = record.open();
    let taken_up = log.take_up(session, &noon()).unwrap();
    for fact in [
        Fact::Continued { step: 3 },
        hold(3, 20_000),
        Fact::Completed {},
    ] {
        log.write(session, fact);
    }
    drop(taken_up);
    assert_eq!(log.history().sessions[0].outcome, SessionOutcome::Completed);
}
