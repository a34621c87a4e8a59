//! Writing: bad disks, several handles, clocks that are set.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::super::append::{LogFile, Writer};
use super::super::record::{Fact, Id, Line};
use super::super::{Log, Note, SessionOutcome};
use super::{DEVICE, Record, hold, id, noon, session, started};

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
