//! The log's contract, promise by promise. What needs a process of its own is in `tests/record`.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Zoned;
use tempfile::TempDir;

use super::append::{LogFile, Writer};
use super::record::{ExerciseFact, Fact, HoldFact, Id, Line, Prescribed, RoutineFact, Started};
use super::{History, Hold, Log, Note, ProblemKind, Session, SessionOutcome, Summary};
use crate::routine::Side;
use crate::session::{Outcome, StopReason};

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

    fn append(&self, line: &str) {
        self.writer().append(2026, line).unwrap();
    }

    fn writer(&self) -> Writer {
        Writer::new(self.log().join(DEVICE))
    }

    fn read(&self) -> History {
        History::read(self.log())
    }

    /// Milliseconds held in all sessions together: tells how many holds were read, and which.
    fn held_ms(&self) -> u64 {
        self.read().sessions.iter().map(Session::held_ms).sum()
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
        pain_before: Some(4),
        prescribed_ms: 80_000,
        exercises: vec![ExerciseFact {
            id: "knee".into(),
            name: "Knee to chest".into(),
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

fn held(session: &Session) -> Vec<(u32, u64, Outcome)> {
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
fn a_log_cut_at_any_byte_loses_only_the_line_cut_and_takes_the_next() {
    let (session, text) = session([hold(1, 20_000), hold(3, 20_000)]);
    let next = line(session, hold(5, 20_000));
    for cut in 0..text.len() {
        let record = Record::new();
        record.write("2026.jsonl", &text[..cut]);
        // A line without its newline is whole all the same.
        let whole = text[..cut].matches("\"}\n").count()
            + usize::from(text[..cut].ends_with("\"}") && text.as_bytes()[cut] == b'\n');
        let holds = whole.saturating_sub(1) as u64;
        assert_eq!(record.held_ms(), holds * 20_000, "cut at byte {cut}");
        assert_eq!(record.read().problems, [], "cut at byte {cut}");

        record.append(&next);
        let history = record.read();
        let held: u64 = history.sessions.iter().map(Session::held_ms).sum();
        assert_eq!(
            held,
            (holds + 1) * 20_000,
            "appended after a cut at byte {cut}"
        );
        let kept = fs::read_to_string(record.file("2026.jsonl")).unwrap();
        assert!(
            kept.starts_with(&text[..cut]),
            "rewritten after a cut at byte {cut}"
        );
    }
}

#[test]
fn a_flipped_byte_is_told_and_costs_no_line_but_its_own() {
    let (_, text) = session([hold(1, 20_000), hold(3, 20_000), hold(5, 20_000)]);
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let record = Record::new();
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 0x04;
        record.write("2026.jsonl", &bytes);
        let history = record.read();
        let bad = lines.iter().filter(|end| **end < at).count();
        // A newline that is gone glues two lines together; behind the last there is none to glue,
        // and what is left of it may be a line on its way to the disk.
        let glued = lines.contains(&at);
        let lost = |line: usize| line == bad || (glued && line == bad + 1);
        let holds = (1..=3).filter(|line| !lost(*line)).count() as u64;
        let held: u64 = history.sessions.iter().map(Session::held_ms).sum();
        assert_eq!(held, holds * 20_000, "byte {at}");
        let told = |number| {
            let damaged =
                |kind: &ProblemKind| matches!(kind, ProblemKind::Damaged { copy: Some(_) });
            history
                .problems
                .iter()
                .any(|problem| problem.line == Some(number) && damaged(&problem.kind))
        };
        assert!(
            told(bad + 1) || at + 1 == text.len(),
            "byte {at}: {:?}",
            history.problems
        );
        assert_eq!(
            fs::read(record.file("2026.jsonl")).unwrap(),
            bytes,
            "byte {at}"
        );
    }
}

#[test]
fn a_damaged_line_is_copied_aside_once_however_often_it_is_read() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000), hold(3, 20_000)]);
    record.write("2026.jsonl", text.replacen("20000", "99999", 1));
    let problems = record.read().problems;
    assert_eq!(record.read().problems, problems);
    let copies: Vec<_> = fs::read_dir(record.log().join("quarantine"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "damaged"))
        .collect();
    assert_eq!(copies.len(), 1);
    let text = fs::read_to_string(&copies[0]).unwrap();
    assert_eq!(text.lines().count(), 1);
    assert!(text.contains("99999"));
}

#[test]
fn copies_of_a_sync_program_are_read_and_count_once() {
    let record = Record::new();
    let (session, text) = session([hold(1, 20_000)]);
    let here = format!("{text}{}", line(session, hold(3, 20_000)));
    let there = format!("{text}{}", line(session, hold(5, 20_000)));
    record.write("2026.jsonl", &here);
    record.write("2026.sync-conflict-20261122-120000-ABCDEFG.jsonl", &there);
    record.write("2026 (conflicted copy 2026-11-22 120000).jsonl", &there);
    record.write("2026 (Anna's conflicted copy).jsonl", &here);
    let other = record.log().join("another device");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("2025.jsonl"), &there).unwrap();
    let history = record.read();
    assert_eq!(history.problems, []);
    assert_eq!(history.sessions.len(), 1);
    assert_eq!(history.sessions[0].held_ms(), 60_000);
}

#[test]
fn a_line_damaged_in_one_copy_and_whole_in_another_is_no_loss() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000), hold(3, 20_000)]);
    record.write("2026.jsonl", text.replacen("held_ms", "held_xs", 1));
    record.write("2026.sync-conflict-20261122-120000-ABCDEFG.jsonl", &text);
    assert_eq!(record.held_ms(), 40_000);
    assert_eq!(record.read().problems, []);
}

#[test]
fn lines_with_other_line_ends_are_read() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000)]);
    let text = text.replace('\n', "\r\n");
    record.write("2026.jsonl", format!("\u{feff}{text}\r\n"));
    assert_eq!(record.held_ms(), 20_000);
    assert_eq!(record.read().problems, []);
}

/// The line with other bytes in it, and the checksum that fits them.
fn checked(line: &str, from: &str, to: &str) -> String {
    let (body, _) = line.split_once(",\"crc\":").unwrap();
    let body = body.replacen(from, to, 1);
    format!(
        "{body},\"crc\":\"{:08x}\"}}\n",
        crc32fast::hash(body.as_bytes())
    )
}

#[test]
fn lines_of_a_newer_version_are_counted_and_the_rest_is_read() {
    let record = Record::new();
    let (session, text) = session([hold(1, 20_000)]);
    let newer_version = checked(&line(session, hold(3, 20_000)), "\"v\":1", "\"v\":2");
    let newer_fact = checked(&line(session, hold(5, 20_000)), "\"hold\"", "\"breath\"");
    let newer_field = checked(
        &line(session, hold(7, 20_000)),
        "\"step\"",
        "\"mood\":3,\"step\"",
    );
    record.write(
        "2026.jsonl",
        format!("{text}{newer_version}{newer_fact}{newer_field}"),
    );
    let history = record.read();
    assert_eq!(history.sessions[0].held_ms(), 40_000);
    let [problem] = &history.problems[..] else {
        panic!("{:?}", history.problems);
    };
    assert_eq!(problem.kind, ProblemKind::Newer { lines: 2 });
    assert!(!record.log().join("quarantine").exists());
}

#[test]
fn a_session_whose_start_is_lost_keeps_its_holds() {
    let record = Record::new();
    let (id, text) = session([hold(1, 20_000), hold(5, 20_000)]);
    let (_, rest) = text.split_once('\n').unwrap();
    record.write("2026.jsonl", rest);
    let history = record.read();
    assert_eq!(history.sessions[0].held_ms(), 40_000);
    assert_eq!(
        history.problems[0].kind,
        ProblemKind::NoStart { session: id }
    );
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
fn a_clock_that_was_set_back_loses_nothing() {
    let record = Record::new();
    let session = Id::new();
    let later = Line::new(session, &noon(), started()).text();
    let earlier = "2024-02-29T08:00:00+01:00[Europe/Berlin]".parse().unwrap();
    let mut writer = record.writer();
    writer.append(2026, &later).unwrap();
    for fact in [hold(1, 20_000), Fact::Completed {}] {
        let line = Line::new(session, &earlier, fact).text();
        writer.append(2024, &line).unwrap();
    }
    let history = record.read();
    assert_eq!(history.sessions.len(), 1);
    assert_eq!(history.sessions[0].outcome, SessionOutcome::Completed);
    assert_eq!(history.sessions[0].held_ms(), 20_000);
}

/// A file on a disk that fails the first few times.
struct BadFile {
    file: File,
    fails: Arc<AtomicU32>,
    how: Failing,
}

#[derive(Debug, Clone, Copy)]
enum Failing {
    /// Everything is written; whether it is on the disk nobody knows.
    Sync,
    /// The disk is full after a few bytes.
    Write,
}

impl BadFile {
    fn fails(&self) -> bool {
        let less = |fails: u32| fails.checked_sub(1);
        self.fails
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, less)
            .is_ok()
    }
}

impl Read for BadFile {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.file.read(bytes)
    }
}

impl Seek for BadFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl Write for BadFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if matches!(self.how, Failing::Write) && self.fails() {
            self.file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl LogFile for BadFile {
    fn sync(&mut self) -> io::Result<()> {
        if matches!(self.how, Failing::Sync) && self.fails() {
            return Err(io::Error::other("input/output error"));
        }
        self.file.sync()
    }
}

/// A log on a disk that fails so many times, and then no more.
fn failing_log(record: &Record, how: Failing, times: u32) -> Log {
    let fails = Arc::new(AtomicU32::new(times));
    let open = move |path: &Path| -> io::Result<Box<dyn LogFile>> {
        let file = File::options()
            .read(true)
            .append(true)
            .create(true)
            .open(path)?;
        let fails = Arc::clone(&fails);
        Ok(Box::new(BadFile { file, fails, how }))
    };
    let folder = record.log().join(DEVICE);
    let writer = Writer::with_files(folder, Box::new(open));
    Log::with_writer(record.log().to_owned(), id(DEVICE), writer).unwrap()
}

#[test]
fn a_disk_that_fails_for_a_while_loses_nothing_and_says_so_as_long_as_it_fails() {
    for how in [Failing::Sync, Failing::Write] {
        let record = Record::new();
        let log = failing_log(&record, how, 3);
        let session = Id::new();
        log.write(session, started());
        log.write(session, hold(1, 20_000));
        let trouble = log.flush().unwrap_err();
        assert_eq!(trouble.id, "record-unwritten", "{how:?}");
        assert!(log.trouble().is_some(), "{how:?}");

        log.write(session, Fact::Completed {});
        assert_eq!(log.flush(), Ok(()), "{how:?}");
        assert_eq!(log.trouble(), None, "{how:?}");
        let history = log.history();
        assert_eq!(history.problems, [], "{how:?}");
        assert_eq!(history.sessions.len(), 1, "{how:?}");
        assert_eq!(history.sessions[0].held_ms(), 20_000, "{how:?}");
        assert_eq!(history.sessions[0].outcome, SessionOutcome::Completed);
    }
}

#[test]
fn what_waits_is_tried_again_at_the_end() {
    let record = Record::new();
    let log = failing_log(&record, Failing::Sync, 1);
    log.write(Id::new(), started());
    drop(log);
    assert_eq!(record.read().sessions.len(), 1);
}

#[test]
fn a_note_is_added_to_a_session_that_is_over() {
    let record = Record::new();
    let (session, text) = session([hold(1, 20_000), Fact::Completed {}]);
    record.write("2026.jsonl", text);
    let log = Log::with_writer(record.log().to_owned(), id(DEVICE), record.writer()).unwrap();
    log.note(
        session,
        Note {
            pain_after: Some(1),
            note: Some("Felt \"good\"\nand warm".to_owned()),
            ..Note::default()
        },
    );
    let session = &log.history().sessions[0];
    assert_eq!(
        (session.pain_before, session.pain_after),
        (Some(4), Some(1))
    );
    assert_eq!(session.note.as_deref(), Some("Felt \"good\"\nand warm"));
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

    let log = Log::with_writer(record.log().to_owned(), id(DEVICE), record.writer()).unwrap();
    log.close(session);
    let history = log.history();
    assert_eq!(history.unfinished(id(DEVICE), &soon), None);
    assert_eq!(history.sessions[0].outcome, SessionOutcome::Interrupted);
}

#[test]
fn a_running_session_is_listed_once_it_ends_or_is_cut_off() {
    let record = Record::new();
    let log = Log::with_writer(record.log().to_owned(), id(DEVICE), record.writer()).unwrap();
    let session = Id::new();
    log.begin(session);
    log.write(session, started());
    assert_eq!(log.history().sessions, []);
    log.end(session);
    assert_eq!(
        log.history().sessions[0].outcome,
        SessionOutcome::Interrupted
    );
}

#[test]
fn a_session_is_a_dose_if_half_of_it_was_held() {
    let cases = [
        ("all skipped to the end", vec![Fact::Completed {}], 0),
        ("less than half", vec![hold(1, 20_000), hold(3, 19_999)], 0),
        ("half, cut off", vec![hold(1, 20_000), hold(3, 20_000)], 1),
        (
            "time beyond one hold is no other hold",
            vec![hold(1, 80_000)],
            0,
        ),
    ];
    for (case, facts, doses) in cases {
        let record = Record::new();
        record.write("2026.jsonl", session(facts).1);
        let history = record.read();
        let day = Summary::of(history.on(noon().date()));
        assert_eq!(day.doses_of("lower-back"), doses, "{case}");
    }
}

#[test]
fn a_month_is_summed_up() {
    let record = Record::new();
    let text = session([hold(1, 20_000), hold(5, 25_000), noted(None, Some(2), None)]).1
        + &session([hold(1, 20_000), hold(3, 20_000), hold(7, 5_000)]).1;
    record.write("2026.jsonl", text);
    let history = record.read();
    let month = Summary::of(history.in_month_of(noon().date()));
    assert_eq!((month.sessions, month.days.len()), (2, 1));
    assert_eq!((month.held_left_ms, month.held_right_ms), (60_000, 30_000));
    assert_eq!(month.dose.percent(), Some(53));
    assert_eq!(month.exercises.percent(), Some(100));
    assert_eq!(month.pain.len(), 2);
    let next = noon().date().last_of_month().tomorrow().unwrap();
    assert_eq!(Summary::of(history.in_month_of(next)).sessions, 0);
}

#[test]
fn everything_that_can_be_wrong_with_the_record_has_words_in_every_language() {
    let path = PathBuf::from("log");
    let kinds = [
        ProblemKind::Damaged { copy: None },
        ProblemKind::Damaged {
            copy: Some(path.clone()),
        },
        ProblemKind::Newer { lines: 1 },
        ProblemKind::Newer { lines: 2 },
        ProblemKind::NoStart { session: Id::new() },
    ];
    let reasons = [
        io::ErrorKind::StorageFull,
        io::ErrorKind::PermissionDenied,
        io::ErrorKind::ReadOnlyFilesystem,
        io::ErrorKind::NotADirectory,
        io::ErrorKind::IsADirectory,
        io::ErrorKind::ResourceBusy,
        io::ErrorKind::Other,
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
