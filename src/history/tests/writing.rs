//! Writing: bad disks, several handles, clocks that are set.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use jiff::Zoned;

use super::super::append::{LogFile, Writer};
use super::super::fallback::{Fallback, Place};
use super::super::log::Mark;
use super::super::record::{Fact, Id, Line};
use super::super::{Log, Note, SessionOutcome};
use super::{DEVICE, Record, hold, id, noon, session, started};

/// A file on a disk that fails until it is fixed.
struct BadFile {
    file: File,
    broken: Arc<AtomicBool>,
    how: Failing,
}

#[derive(Debug, Clone, Copy)]
enum Failing {
    /// Everything is written; whether it is on the disk nobody knows.
    Sync,
    /// The disk is full after a few bytes.
    Write,
    /// A mistake of the program's own.
    Panic,
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
        if matches!(self.how, Failing::Write) && self.broken.load(Ordering::SeqCst) {
            self.file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(io::ErrorKind::StorageFull.into());
        }
        let panics = matches!(self.how, Failing::Panic) && self.broken.load(Ordering::SeqCst);
        assert!(!panics, "as a mistake would");
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl LogFile for BadFile {
    fn sync(&mut self) -> io::Result<()> {
        if matches!(self.how, Failing::Sync) && self.broken.load(Ordering::SeqCst) {
            return Err(io::Error::other("input/output error"));
        }
        self.file.sync()
    }
}

/// A log on a disk that fails, and what is to be set to false to fix it.
fn failing_log(record: &Record, how: Failing) -> (Log, Arc<AtomicBool>) {
    let broken = Arc::new(AtomicBool::new(true));
    let of_the_disk = Arc::clone(&broken);
    let open = move |path: &Path| -> io::Result<Box<dyn LogFile>> {
        let file = File::options()
            .read(true)
            .append(true)
            .create(true)
            .open(path)?;
        let broken = Arc::clone(&of_the_disk);
        Ok(Box::new(BadFile { file, broken, how }))
    };
    let folder = record.log().join(DEVICE);
    let writer = Writer::with_files(folder, Box::new(open));
    let places = [record.file("2000.jsonl"), record.elsewhere()];
    let places = places.map(Place::lasting).into();
    let elsewhere = Fallback::in_places(record.log().to_owned(), places);
    let log =
        Log::with_writer(record.log().to_owned(), id(DEVICE), writer, elsewhere, noon).unwrap();
    (log, broken)
}

#[test]
fn a_disk_that_fails_for_a_while_loses_nothing_and_says_so_as_long_as_it_fails() {
    for how in [Failing::Sync, Failing::Write, Failing::Panic] {
        let record = Record::new();
        let (log, broken) = failing_log(&record, how);
        let session = Id::new();
        log.write(session, started());
        for held in [1_000, 20_000] {
            log.write(session, hold(1, held));
            let warning = log.flush().unwrap_err();
            assert_eq!(warning.id, "record-unwritten", "{how:?}");
            assert_eq!(log.warning(), Some(warning), "{how:?}");
        }

        broken.store(false, Ordering::SeqCst);
        log.write(session, Fact::Completed {});
        assert_eq!(log.flush(), Ok(()), "{how:?}");
        assert_eq!(log.warning(), None, "{how:?}");
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
    let (log, broken) = failing_log(&record, Failing::Write);
    log.write(Id::new(), started());
    assert!(log.flush().is_err());
    broken.store(false, Ordering::SeqCst);
    drop(log);
    assert_eq!(record.read().sessions.len(), 1);
}

#[test]
fn what_can_not_be_written_at_the_end_is_put_elsewhere_and_taken_in_at_the_next_start() {
    for asked in [true, false] {
        let record = Record::new();
        let (log, _broken) = failing_log(&record, Failing::Write);
        // In the way of the place that is tried first.
        record.write("2000.jsonl", "");
        let session = Id::new();
        log.write(session, started());
        log.write(session, hold(1, 20_000));
        if asked {
            let reported = log.save_in_fallback().unwrap_err();
            assert_eq!(reported.id, "record-kept-elsewhere");
            assert_eq!(log.save_in_fallback(), Ok(()), "nothing waits any more");
        }
        drop(log);
        assert_eq!(record.read().sessions, []);
        let kept: Vec<_> = fs::read_dir(record.elsewhere())
            .unwrap()
            .flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap())
            .map(|file| file.unwrap().path())
            .collect();
        let [kept] = &kept[..] else {
            panic!("{kept:?}");
        };
        // It can't be taken in at once.
        let place = record.log().join(kept.file_name().unwrap());
        fs::create_dir(&place).unwrap();
        assert_eq!(record.open().history().sessions, []);
        assert!(kept.exists());
        fs::remove_dir(place).unwrap();
        // It is no other record's.
        let other = record.log().with_file_name("other");
        Fallback::in_places(other.clone(), vec![Place::lasting(record.elsewhere())]).take_in();
        assert!(kept.exists() && !other.exists());
        // Whoever reads the record again has it, also without another start.
        let log = record.open();
        assert_eq!(log.history().sessions[0].held_ms(), 20_000);
        assert!(!kept.exists());
    }
}

#[test]
fn a_note_is_added_to_a_session_that_is_over() {
    let record = Record::new();
    let (session, text) = session([hold(1, 20_000), Fact::Completed {}]);
    record.write("2026.jsonl", text);
    let log = record.open();
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
fn a_running_session_is_listed_once_it_ends_or_is_cut_off() {
    let record = Record::new();
    let log = record.open();
    let session = Id::new();
    let mark = log.begin(session);
    log.write(session, started());
    assert_eq!(log.history().sessions, []);
    drop(mark);
    assert_eq!(
        log.history().sessions[0].outcome,
        SessionOutcome::Interrupted
    );
}

/// What becomes of the files of the device while a session is under way.
type Loss = fn(&Record);

#[test]
fn a_session_whose_folder_is_deleted_or_exchanged_meanwhile_has_its_beginning_again() {
    const OTHER: &str = "01935000-0000-7000-8000-000000000002";
    fn year(record: &Record) -> std::path::PathBuf {
        record.file("2026.jsonl")
    }
    let losses: [(&str, Loss); 7] = [
        ("nothing", |_| {}),
        ("the device's folder is deleted", |record| {
            fs::remove_dir_all(record.log().join(DEVICE)).unwrap();
        }),
        ("the file is deleted", |record| {
            fs::remove_file(year(record)).unwrap();
        }),
        ("the file is emptied", |record| {
            fs::write(year(record), "").unwrap();
        }),
        ("the file is cut short within its last line", |record| {
            let text = fs::read(year(record)).unwrap();
            fs::write(year(record), &text[..text.len() - 40]).unwrap();
        }),
        ("an older file takes its place", |record| {
            let text = session([hold(1, 20_000), Fact::Completed {}]).1.repeat(9);
            fs::write(year(record), text).unwrap();
        }),
        ("another folder takes its place", |record| {
            let folder = record.log().join(DEVICE);
            let elsewhere = record.elsewhere();
            fs::create_dir_all(&elsewhere).unwrap();
            fs::rename(&folder, elsewhere.join(Id::new().to_string())).unwrap();
            fs::create_dir(&folder).unwrap();
        }),
    ];
    for (what, lose) in losses {
        let record = Record::new();
        let others = record.log().join(OTHER);
        fs::create_dir(&others).unwrap();
        let of_another = session([hold(1, 1_000)]).1;
        fs::write(others.join("2026.jsonl"), &of_another).unwrap();
        let log = record.open();
        let (session, mark) = under_way(&log);
        lose(&record);
        log.write(session, hold(3, 20_000));
        assert_eq!(log.flush(), Ok(()), "{what}");
        let listed = record.read().sessions.iter().any(|it| it.id == session);
        assert!(!listed, "it is running: {what}");
        log.write(session, Fact::Completed {});
        drop(mark);
        assert_eq!(log.flush(), Ok(()));
        lose(&record);
        log.note(
            session,
            Note {
                pain_after: Some(2),
                ..Note::default()
            },
        );
        let history = log.history();
        assert_eq!(history.problems, [], "{what}");
        let read = history.sessions.iter().find(|it| it.id == session).unwrap();
        assert_eq!(read.held_ms(), 40_000, "{what}");
        assert_eq!(read.outcome, SessionOutcome::Completed, "{what}");
        assert_eq!(
            (read.pain_before, read.pain_after),
            (Some(4), Some(2)),
            "{what}"
        );
        let there = fs::read_to_string(others.join("2026.jsonl")).unwrap();
        assert_eq!(there, of_another, "{what}");
        let lines = fs::read_to_string(year(&record)).unwrap();
        let copies = lines.matches("\"completed\"").count();
        assert!(what != "nothing" || copies == 1, "{lines}");
    }
}

#[test]
fn a_session_that_is_lost_after_its_last_line_is_there_again() {
    for at_the_end in [false, true] {
        let record = Record::new();
        let log = record.open();
        let (session, mark) = under_way(&log);
        log.write(session, Fact::Completed {});
        drop(mark);
        assert_eq!(log.flush(), Ok(()));
        fs::remove_dir_all(record.log()).unwrap();
        let saved = if at_the_end {
            log.save_in_fallback()
        } else {
            log.flush()
        };
        assert_eq!(saved, Ok(()));
        let history = record.read();
        assert_eq!(history.problems, []);
        assert_eq!(history.sessions[0].outcome, SessionOutcome::Completed);
        assert_eq!(history.sessions[0].held_ms(), 20_000);
    }
}

/// A session whose beginning and first hold are on the disk.
fn under_way(log: &Log) -> (Id, Mark) {
    let session = Id::new();
    let mark = log.begin(session);
    for fact in [started(), hold(1, 20_000)] {
        log.write(session, fact);
    }
    assert_eq!(log.flush(), Ok(()));
    (session, mark)
}

#[test]
fn what_is_put_elsewhere_since_the_folder_is_gone_has_the_beginning_of_the_session() {
    let record = Record::new();
    let log = record.open();
    let (session, mark) = under_way(&log);
    let folder = record.log().join(DEVICE);
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "a file in its place").unwrap();
    log.write(session, hold(3, 20_000));
    drop(mark);
    assert_eq!(
        log.save_in_fallback().unwrap_err().id,
        "record-kept-elsewhere"
    );
    fs::remove_file(folder).unwrap();
    let history = record.open().history();
    assert_eq!(history.problems, []);
    assert_eq!(history.sessions[0].held_ms(), 40_000);
}

#[test]
fn a_clock_that_was_set_back_loses_nothing() {
    let record = Record::new();
    let session = Id::new();
    let later = Line::new(session, &noon(), started()).text();
    let earlier = "2024-02-29T08:00:00+01:00[Europe/Berlin]".parse().unwrap();
    let mut writer = record.writer();
    writer.append(2026, &later, String::new).unwrap();
    for fact in [hold(1, 20_000), Fact::Completed {}] {
        let line = Line::new(session, &earlier, fact).text();
        writer.append(2024, &line, String::new).unwrap();
    }
    let history = record.read();
    assert_eq!(history.sessions.len(), 1);
    assert_eq!(history.sessions[0].outcome, SessionOutcome::Completed);
    assert_eq!(history.sessions[0].held_ms(), 20_000);
}

/// Another time and zone with each line: that of a machine whose clock is set far ahead, then back, while
/// it travels.
fn jumping() -> Zoned {
    static LINES: AtomicUsize = AtomicUsize::new(0);
    const TIMES: [&str; 5] = [
        "2026-11-22T23:50:00+01:00[Europe/Berlin]",
        "2031-03-30T03:30:00+02:00[Europe/Berlin]",
        "2026-11-22T17:51:00-05:00[America/New_York]",
        "1999-12-31T23:59:59+14:00[Pacific/Kiritimati]",
        "2026-11-23T12:55:00+14:00[Pacific/Kiritimati]",
    ];
    let line = LINES.fetch_add(1, Ordering::SeqCst);
    TIMES[line % TIMES.len()].parse().unwrap()
}

#[test]
fn a_clock_and_a_zone_that_jump_with_each_line_lose_none_and_move_no_session() {
    let record = Record::new();
    let elsewhere = Fallback::in_places(
        record.log().to_owned(),
        vec![Place::lasting(record.elsewhere())],
    );
    let folder = record.log().to_owned();
    let log = Log::with_writer(folder, id(DEVICE), record.writer(), elsewhere, jumping).unwrap();
    let session = Id::new();
    log.write(session, started());
    for step in [1, 3, 5] {
        log.write(session, hold(step, 20_000));
    }
    log.write(session, Fact::Completed {});
    let history = log.history();
    assert_eq!(history.problems, []);
    assert_eq!(history.sessions.len(), 1);
    let session = &history.sessions[0];
    assert_eq!(session.held_ms(), 60_000);
    assert_eq!(session.outcome, SessionOutcome::Completed);
    assert_eq!(session.started.date().to_string(), "2026-11-22");
}

#[test]
fn ids_sort_as_they_were_made_whatever_the_clock_says() {
    let clock = [
        "2026-11-22T12:00:00Z",
        "1969-12-31T23:00:00Z",
        "2003-01-01T00:00:00Z",
    ];
    let mut last = Id::new();
    for time in clock.into_iter().cycle().take(600) {
        let next = Id::at(time.parse().unwrap());
        assert!(last < next, "{time}: {last}, {next}");
        last = next;
    }
}
