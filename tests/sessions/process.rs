//! The guide as a process of its own: stopped, ended from outside, rehearsed.

use std::fs::File;
use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use supple::history::{History, SessionOutcome};
use supple::session::{Outcome, StopReason};

use crate::machine::Machine;

/// An open step, a second to prepare, then a long hold.
const ROUTINE: &str = r#"
format = 1
title = "One long hold"

[[exercise]]
name = "Breathe"
kind = "open"
prepare = 0
rest_after = 0

[[exercise]]
name = "Hold"
hold = "10m"
reps = 1
prepare = "1s"
"#;

const STOPPED: SessionOutcome = SessionOutcome::Stopped(StopReason::Other);

/// `supple guide` in folders of its own.
struct Guide {
    machine: Machine,
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    began: Instant,
}

impl Guide {
    fn start(arguments: &[&str]) -> Self {
        let machine = Machine::new();
        machine.write("long.toml", ROUTINE);
        let began = Instant::now();
        let mut child = machine
            .command(["guide", "long.toml"])
            .args(arguments)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self {
            machine,
            child,
            lines,
            began,
        }
    }

    /// Reads on to the line that contains this.
    fn read_to(&mut self, text: &str) {
        let found = self
            .lines
            .by_ref()
            .map(Result::unwrap)
            .find(|line| line.contains(text));
        assert!(
            found.is_some(),
            "the guide ended without a word of {text:?}"
        );
    }

    fn signal(&self, name: &str) {
        signal(&self.child, name);
    }

    fn end(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    fn history(&self) -> History {
        History::read(&self.machine.folders().log())
    }
}

fn signal(child: &Child, name: &str) {
    let pid = child.id().to_string();
    let sent = Command::new("kill").args(["-s", name, &pid]).status();
    assert!(sent.unwrap().success());
}

#[test]
fn a_process_that_is_stopped_in_a_hold_says_so_and_counts_nothing_of_the_gap() {
    let mut guide = Guide::start(&[]);
    guide.read_to("10:00  Hold");
    guide.signal("STOP");
    let held_at_most = guide.began.elapsed().saturating_sub(Duration::from_secs(1));
    // The gap is what this is about: the two seconds that are tolerated, at most one to the next
    // deadline, and one more.
    thread::sleep(Duration::from_secs(4));
    guide.signal("CONT");
    guide.read_to("Supple was away for");
    guide.read_to("no keys here to go on");
    guide.read_to("Enough for this time.");
    assert!(guide.end().success());

    let history = guide.history();
    let session = &history.sessions[0];
    assert_eq!(session.outcome, STOPPED);
    let hold = &session.holds[1];
    assert_ne!(hold.outcome, Outcome::Done);
    assert!(
        u128::from(hold.held_ms) <= held_at_most.as_millis(),
        "{hold:?}"
    );
}

#[test]
fn without_keys_an_open_step_is_left_out_and_said_to_be() {
    let mut guide = Guide::start(&[]);
    guide.read_to("no keys here");
    guide.read_to("Get ready");
    guide.read_to("10:00  Hold");
    guide.signal("INT");
    assert!(guide.end().success());
    let history = guide.history();
    let open = &history.sessions[0].holds[0];
    assert_ne!(open.outcome, Outcome::Done);
    assert_eq!(open.prescribed_ms, None);
}

#[test]
fn control_c_ends_a_session_in_good_order() {
    let mut guide = Guide::start(&[]);
    guide.read_to("10:00  Hold");
    guide.signal("INT");
    guide.read_to("Enough for this time.");
    assert!(guide.end().success());
    let history = guide.history();
    assert_eq!(history.sessions[0].outcome, STOPPED);
}

#[test]
fn a_speech_program_that_hangs_does_not_outlive_the_guide() {
    let machine = Machine::new();
    machine.write("long.toml", ROUTINE);
    machine.write("speak.sh", "exec > pipe; echo begun; sleep 60 & wait");
    machine.write(
        "config/settings.toml",
        "speech_program = \"sh speak.sh {file}\"\n",
    );
    let pipe = machine.path("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let child = machine.command(["guide", "long.toml"]).spawn().unwrap();
    let mut said = BufReader::new(File::open(pipe).unwrap()).lines();
    assert_eq!(said.next().unwrap().unwrap(), "begun");
    let began = Instant::now();
    signal(&child, "INT");
    assert!(child.wait_with_output().unwrap().status.success());
    // The pipe ends with the last process that has it.
    assert!(said.next().is_none());
    assert!(began.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_rehearsal_leaves_no_trace() {
    let mut guide = Guide::start(&["--rehearse"]);
    guide.read_to("10:00  Hold");
    guide.signal("INT");
    guide.read_to("nothing was recorded");
    assert!(guide.end().success());
    for folder in ["data", "config", "cache"] {
        assert!(!guide.machine.path(folder).exists(), "{folder}");
    }
}

#[test]
fn without_keys_too_the_safety_card_is_shown_until_it_was_read() {
    let machine = Machine::new();
    machine.write("long.toml", ROUTINE);
    let reported = || {
        let mut command = machine.command(["guide", "long.toml"]);
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let before: Vec<String> = lines
            .map(Result::unwrap)
            .take_while(|line| line != "Breathe")
            .collect();
        child.kill().unwrap();
        child.wait().unwrap();
        before.join("\n")
    };
    let first = reported();
    assert!(
        first.contains("Before you begin") && first.contains("get help at once"),
        "{first}"
    );
    machine.write("config/settings.toml", "safety_card_seen = true\n");
    let later = reported();
    assert!(!later.contains("Before you begin"), "{later}");
    assert!(later.contains("Stop if it hurts"), "{later}");
}

#[test]
fn what_an_author_says_to_the_person_is_said_before_and_in_the_exercise() {
    let machine = Machine::new();
    let routine = r#"
format = 1
title = "From the clinic"
author = { name = "Jo", contact = "555 0134" }

[safety]
pain_limit = 3

[[exercise]]
name = "Knee"
hold = "1s"
reps = 1
caution = "Mind the new hip."
clinician_note = "Left side only until we meet again."
"#;
    machine.write("clinic.toml", routine);
    let mut command = machine.command(["guide", "clinic.toml", "--rehearse"]);
    let reported = String::from_utf8(command.output().unwrap().stdout).unwrap();
    let mut rest = reported.as_str();
    for text in [
        "limit: stop when pain rises above 3 of 10.",
        "Ask Jo: 555 0134",
        "Take care: Mind the new hip.",
        "For you: Left side only until we meet again.",
    ] {
        let found = rest.find(text);
        assert!(
            found.is_some(),
            "{text} is missing, or not in its place: {reported}"
        );
        rest = &rest[found.unwrap()..];
    }
}
