//! Several processes that write at once, and one that is killed while it writes.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use supple::history::{History, Id, Log, Note};

use crate::machine::Machine;
use crate::machine::folders::folders;
use crate::{kill, machine};

/// The tests start themselves again with these set: where to write, and how many lines.
const PLACE: &str = "SUPPLE_TEST_WRITES_TO";
const LINES: &str = "SUPPLE_TEST_LINES";

/// In a process that was started to write: notes one session after another and says each that is on
/// the disk. Tells whether this is such a process.
fn is_writer() -> bool {
    let (Some(place), Ok(lines)) = (env::var_os(PLACE), env::var(LINES)) else {
        return false;
    };
    let log = Log::open(&folders(place.as_ref())).unwrap();
    let mut out = io::stdout();
    for _ in 0..lines.parse::<usize>().unwrap() {
        let session = Id::new();
        log.note(session, Note::default());
        log.flush().unwrap();
        writeln!(out, "on the disk: {session}").unwrap();
    }
    true
}

/// Starts the test of that name as a writer.
fn start_writer(test: &str, machine: &Machine, lines: usize) -> Child {
    let test = format!("writers::{test}");
    Command::new(env::current_exe().unwrap())
        .args(["--exact", &test, "--nocapture"])
        .env(PLACE, machine.folder.path())
        .env(LINES, lines.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The sessions that a writer said are on the disk.
fn said(text: &str) -> Vec<Id> {
    text.lines()
        .filter_map(|line| line.split_once("on the disk: "))
        .map(|(_, session)| session.parse().unwrap())
        .collect()
}

/// How many of the sessions are in the record, and that nothing is wrong with it but that none of
/// these sessions has a start.
fn assert_recorded(machine: &Machine, sessions: &[Id]) {
    let history = History::read(&machine.folders().log());
    assert!(
        history
            .problems
            .iter()
            .all(|problem| problem.line.is_none())
    );
    for session in sessions {
        let count = history
            .sessions
            .iter()
            .filter(|known| known.id == *session)
            .count();
        assert_eq!(count, 1, "{session}");
    }
}

#[test]
fn processes_that_write_at_once_lose_no_line_and_share_one_device() {
    const EACH: usize = 50;
    if is_writer() {
        return;
    }
    let machine = machine();
    let start = || {
        start_writer(
            "processes_that_write_at_once_lose_no_line_and_share_one_device",
            &machine,
            EACH,
        )
    };
    let writers: Vec<Child> = (0..4).map(|_| start()).collect();
    let mut sessions = Vec::new();
    for writer in writers {
        let output = writer.wait_with_output().unwrap();
        assert!(output.status.success());
        sessions.extend(said(&String::from_utf8(output.stdout).unwrap()));
    }
    assert_eq!(sessions.len(), 4 * EACH);
    assert_recorded(&machine, &sessions);
    let devices = std::fs::read_dir(machine.folders().log()).unwrap().count();
    assert_eq!(devices, 1);
}

#[test]
fn a_process_that_is_killed_while_it_writes_loses_nothing_it_called_written() {
    if is_writer() {
        return;
    }
    let machine = machine();
    for lines in [1, 2, 7, 20] {
        let mut writer = start_writer(
            "a_process_that_is_killed_while_it_writes_loses_nothing_it_called_written",
            &machine,
            usize::MAX,
        );
        let mut output = BufReader::new(writer.stdout.take().unwrap());
        let mut text = String::new();
        while said(&text).len() < lines {
            assert!(output.read_line(&mut text).unwrap() > 0);
        }
        kill(writer);
        std::io::Read::read_to_string(&mut output, &mut text).unwrap();
        // The last word may have been cut off.
        let end = text.rfind('\n').map_or(0, |end| end + 1);
        assert_recorded(&machine, &said(&text[..end]));
    }
}
