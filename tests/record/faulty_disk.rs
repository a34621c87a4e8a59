//! Disks that fail in ways that no mount brings about: the program runs with a library before the C library.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command};

use crate::ended::Ended;
use crate::machine::Machine;
use crate::mounted::Mounted;
use crate::patience::await_that;
use crate::{kill, machine};

/// Six holds of a second, one after the other.
const SIX: &str = r#"
format = 1
id = "six"
title = "Six"

[[exercise]]
name = "Knee"
hold = "1s"
reps = 6
prepare = 0
rest = 0
"#;

/// A machine with a library that fails as its environment says.
struct Faulty {
    machine: Machine,
    library: PathBuf,
}

impl Faulty {
    fn new() -> Self {
        let machine = machine();
        machine.write("six.toml", SIX);
        let library = machine.path("faulty_disk.so");
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-Wall", "-Werror", "-O1", "-o"])
            .arg(&library)
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/tests/support/faulty_disk.c"
            ))
            .output()
            .unwrap();
        assert!(built.status.success(), "{built:?}");
        Self { machine, library }
    }

    /// How often something failed by the library.
    fn struck(&self) -> u64 {
        fs::metadata(self.machine.path("struck")).map_or(0, |about| about.len())
    }

    fn start(&self, arguments: &[&str], fault: &str) -> Child {
        let log = self.machine.folders().log();
        self.machine
            .command(arguments)
            .env("LD_PRELOAD", &self.library)
            .env("SUPPLE_TEST_STRUCK", self.machine.path("struck"))
            .env("SUPPLE_TEST_BELOW", fs::canonicalize(&log).unwrap_or(log))
            .env(fault, self.machine.path("fault"))
            .spawn()
            .unwrap()
    }

    /// The holds that were done in the only session.
    fn held(&self) -> Vec<u64> {
        let sessions = self.machine.sessions();
        assert_eq!(sessions.len(), 1, "{sessions:?}");
        assert_eq!(sessions[0]["outcome"], "completed");
        assert_eq!(sessions[0]["other_attempts"], serde_json::json!([]));
        let holds = sessions[0]["holds"].as_array().unwrap();
        let held = holds.iter().map(|hold| hold["held_ms"].as_u64().unwrap());
        held.collect()
    }
}

#[test]
fn what_can_not_be_brought_to_the_disk_is_reported_kept_elsewhere_and_taken_in_later() {
    let faulty = Faulty::new();
    faulty.machine.write("fault", "");
    let guide = Ended::of(faulty.start(&["guide", "six.toml"], "SUPPLE_TEST_BAD_SYNC"));
    assert!(faulty.struck() > 0);
    assert_eq!(guide.code, 3, "{}", guide.stderr);
    assert!(guide.stdout.contains("6 of 6"), "{}", guide.stdout);
    let log = faulty.machine.folders().log();
    assert!(
        guide.stderr.contains(log.to_str().unwrap()),
        "{}",
        guide.stderr
    );
    assert_eq!(faulty.held(), [1000; 6]);
}

#[test]
fn a_disk_that_fails_for_a_moment_in_a_session_loses_and_doubles_nothing() {
    let faulty = Faulty::new();
    let guide = faulty.start(&["guide", "six.toml"], "SUPPLE_TEST_BAD_SYNC");
    faulty.machine.wait_for_line("\"hold\"");
    let fault = faulty.machine.write("fault", "");
    await_that("a line fails", || faulty.struck() > 0);
    fs::remove_file(fault).unwrap();
    let guide = Ended::of(guide);
    assert_eq!(guide.code, 0, "{}", guide.stderr);
    assert_eq!(faulty.held(), [1000; 6]);
}

#[test]
fn without_locks_two_copies_write_at_once_and_lose_and_double_nothing() {
    let faulty = Faulty::new();
    let start = || faulty.start(&["guide", "six.toml"], "SUPPLE_TEST_NO_LOCKS");
    let guides = [start(), start(), start()];
    for guide in guides.map(Ended::of) {
        assert_eq!(guide.code, 0, "{}", guide.stderr);
    }
    assert!(faulty.struck() > 0);
    let sessions = faulty.machine.sessions();
    assert_eq!(sessions.len(), 3);
    for session in &sessions {
        assert_eq!(session["outcome"], "completed");
        assert_eq!(session["held_ms"], 6000);
        assert_eq!(session["other_attempts"], serde_json::json!([]));
    }
    let history = Ended::of(faulty.start(&["history"], "SUPPLE_TEST_NO_LOCKS"));
    assert_eq!(
        (history.code, history.stderr.as_str()),
        (0, ""),
        "{}",
        history.stdout
    );
}

#[test]
fn a_folder_that_becomes_read_only_in_a_session_is_reported_and_nothing_of_it_is_lost() {
    let machine = machine();
    machine.write("six.toml", SIX);
    let data = machine.folders().data;
    let guide = machine.command(["guide", "six.toml"]).spawn().unwrap();
    machine.wait_for_line("\"hold\"");
    // As a system does to a disk that fails.
    let Some(disk) = Mounted::at(&data, &["--bind", "-o", "ro", data.to_str().unwrap()]) else {
        return kill(guide);
    };
    let guide = Ended::of(guide);
    assert_eq!(guide.code, 3, "{}", guide.stderr);
    assert!(guide.stdout.contains("6 of 6"), "{}", guide.stdout);
    assert!(
        guide.stderr.contains("can only be read"),
        "{}",
        guide.stderr
    );
    drop(disk);
    let sessions = machine.sessions();
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0]["outcome"], "completed");
    assert_eq!(sessions[0]["held_ms"], 6000);
}
