//! Listens to whole sessions with a machine's ear: a sound server of the test's own records what
//! the program plays, and every cue of the plan is looked for in the recording.
//!
//! These tests take as long as the sessions they listen to.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod cover;
mod ear;
mod listener;
#[path = "../support/machine.rs"]
mod machine;
#[path = "../support/patience.rs"]
mod patience;
mod pipewire;
#[path = "../support/process.rs"]
mod process;
#[path = "../support/screen.rs"]
mod screen;
mod server;
mod voice;

use std::env;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

use supple::clock::{Clock, SystemClock, Wake};
use supple::history::{self, History, SessionOutcome, Unrecorded};
use supple::library;
use supple::routine::{Dose, Exercise, Routine};
use supple::runner::{Runner, Shell};
use supple::session::{self, Reading, Session, StopReason};
use supple::sound::{Cue, Cues, Heard, Output, Speaker, Volume};
use supple::voice::{Guidance, Speech};

use ear::{judge, listen, loudest_between};
use machine::Machine;
use patience::await_that;
use process::Process;
use screen::Screen;
use server::Server;

/// Every cue but the one for a session that is stopped, in a minute and a quarter.
const ROUTINE: &str = r#"
format = 1
title = "Every cue"

[[exercise]]
name = "Each side in turn"
sides = "each"
prepare = "3s"
hold = "8s"
reps = 2
rest = "4s"
switch = "4s"
rest_after = "2s"
halfway = true

[[exercise]]
name = "At a pace"
kind = "reps"
prepare = "2s"
reps = 4
pace = "2s"
countdown = 0
rest_after = 0

[[exercise]]
name = "No time to change sides, and the middle among the last seconds"
sides = "alternate"
prepare = "2s"
hold = "6s"
reps = 1
switch = 0
halfway = true
"#;

#[test]
fn every_cue_is_heard_on_time_while_the_window_is_covered_and_minimised() {
    let machine = Machine::new();
    let folder = machine.folder.path();
    let planned = routine(&machine);
    let server = Server::start(folder);
    let screen = Screen::start(folder);

    let other = Machine::new();
    let mut above = supple(&other, &[]);
    screen.shows(&mut above);
    server.plays(&mut above);
    let above = Process::start(&mut above, other.folder.path());
    let above = (screen.window_of(&above), above);

    let mut program = supple(&machine, &["open", FILE, "--start"]);
    screen.shows(&mut program);
    server.plays(&mut program);
    let program = Process::start(&mut program, folder);
    let window = screen.window_of(&program);
    screen.press(&window, "Return");
    await_that("the session has begun", || session_of(&machine).is_some());
    screen.cover(&window, &above.0);
    await_that("some holds are done", || {
        session_of(&machine).is_some_and(|session| session.holds.len() >= 3)
    });
    screen.minimise(&window);
    await_that("the session is completed", || {
        session_of(&machine).unwrap().outcome == SessionOutcome::Completed
    });
    on_time(&planned, &server);
}

#[test]
fn every_cue_is_heard_on_time_in_the_terminal() {
    let machine = Machine::new();
    let planned = routine(&machine);
    let server = Server::start(machine.folder.path());
    let mut program = supple(&machine, &["guide", FILE]);
    server.plays(&mut program);
    let mut program = Process::start(&mut program, machine.folder.path());
    assert!(program.0.wait().unwrap().success());
    on_time(&planned, &server);
}

/// The session under way, or done, as the record has it.
fn session_of(machine: &Machine) -> Option<history::RecordedSession> {
    let history = History::read(&machine.folders().log());
    let first = history.sessions.into_iter().next();
    first.map(Arc::unwrap_or_clone)
}

/// What the routine's file is called.
const FILE: &str = "every-cue.toml";

/// Writes the routine's file, and tells what is to be heard of it.
fn routine(machine: &Machine) -> Vec<(Duration, Cue)> {
    let file = machine.write(FILE, ROUTINE);
    let today = jiff::civil::date(2026, 1, 1);
    let routine = library::read_file(&file, today).unwrap().routine;
    planned(Arc::new(routine.unwrap()))
}

/// Supple for a person who has used it before.
fn supple(machine: &Machine, arguments: &[&str]) -> Command {
    let settings = "safety_card_seen = true\nvolume_percent = 100\nvoice = false\n";
    machine.write("config/settings.toml", settings);
    let mut program = machine.command(arguments);
    program
        .env("HOME", machine.folder.path())
        .stdout(Stdio::null());
    program
}

fn on_time(planned: &[(Duration, Cue)], server: &Server) {
    let found = listen(&server.heard_out());
    if let Err(fault) = judge(planned, &found, Duration::from_millis(30)) {
        let found: Vec<_> = found.iter().map(|found| format!("{found:?}")).collect();
        panic!("{fault}\nheard:\n{}", found.join("\n"));
    }
}

/// The test below starts itself again with this set: what is played can be led to a server of its
/// own for a whole process alone.
const PLAYS: &str = "SUPPLE_TEST_PLAYS";

#[test]
fn what_hurts_is_quiet_at_once_and_any_other_end_is_reported() {
    if env::var_os(PLAYS).is_some() {
        return play_three_sessions();
    }
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    let mut sessions = Command::new(env::current_exe().unwrap());
    sessions
        .args([
            "--exact",
            "what_hurts_is_quiet_at_once_and_any_other_end_is_reported",
        ])
        .env(PLAYS, "1");
    server.plays(&mut sessions);
    let mut sessions = Process::start(&mut sessions, folder.path());
    assert!(sessions.0.wait().unwrap().success());

    let recording = server.heard_out();
    let found = listen(&recording);
    let cues: Vec<_> = found.iter().map(|found| found.cue).collect();
    let expected = [
        [Cue::GetReady, Cue::HoldStart],
        [Cue::GetReady, Cue::Stopped],
        [Cue::GetReady, Cue::Stopped],
    ];
    assert_eq!(cues, expected.as_flattened(), "{found:?}");
    let hurt = found[1].at + HURTS_AFTER.as_secs_f64();
    let left = loudest_between(&recording, hurt + 0.2, found[2].at - 0.1);
    assert!(left <= 0.0, "still heard: {left}");
}

/// How long after the start of a hold it hurts.
const HURTS_AFTER: Duration = Duration::from_millis(150);

/// One that hurts, one that is stopped, and one that fails.
fn play_three_sessions() {
    let speaker = Speaker::new(&Output {
        device: None,
        volume: Volume::percent(100),
        muted: false,
        voice: false,
    });
    let speaker = speaker.unwrap();

    let hurting = start(&speaker, SystemClock::start(), Duration::from_secs(2));
    await_that("the hold begins", || hurting.snapshot().step == 1);
    thread::sleep(HURTS_AFTER);
    hurting.send(session::Command::Hurts);
    thread::sleep(Duration::from_secs(1));
    hurting.send(session::Command::Stop(StopReason::Pain));
    thread::sleep(Duration::from_secs(1));

    let stopped = start(&speaker, SystemClock::start(), Duration::from_secs(20));
    thread::sleep(Duration::from_secs(2));
    stopped.send(session::Command::Stop(StopReason::NoTime));
    await_that("the session ends", || stopped.snapshot().state.is_over());
    speaker.ring_out();

    let failing = start(
        &speaker,
        Failing(SystemClock::start()),
        Duration::from_secs(20),
    );
    await_that("the session fails", || failing.snapshot().state.is_over());
    speaker.ring_out();
}

fn start(speaker: &Speaker, clock: impl Clock + 'static, prepare: Duration) -> Runner {
    let exercise = Exercise {
        prepare,
        dose: Dose::Hold {
            hold: Duration::from_secs(20),
            reps: 1,
        },
        ..Exercise::new("hold", "Hold")
    };
    let routine = Arc::new(Routine::new("played", "Played", vec![exercise]));
    let session = Session::new(routine);
    let shell = Shell {
        clock,
        sound: Box::new(Guidance::new(speaker, &session, &Speech::default(), None)),
        record: Box::new(Unrecorded(None)),
        changed: Box::new(|| {}),
    };
    let runner = Runner::spawn(session, shell).unwrap();
    runner.send(session::Command::Start);
    runner
}

/// A clock that panics when it is looked at after two seconds.
struct Failing(SystemClock);

impl Clock for Failing {
    fn now(&self) -> Reading {
        let now = self.0.now();
        assert!(
            now.monotonic < Duration::from_secs(2),
            "a clock that has failed"
        );
        now
    }

    fn wait<T>(&self, messages: &Receiver<T>, deadline: Option<Duration>) -> Wake<T> {
        self.0.wait(messages, deadline)
    }
}

/// The moments of a session that nobody interrupts, each with what is to be heard.
fn planned(routine: Arc<Routine>) -> Vec<(Duration, Cue)> {
    let mut session = Session::new(routine);
    let mut cues = Cues::default();
    let mut planned = Vec::new();
    let mut events = Vec::new();
    let mut now = Duration::ZERO;
    session
        .apply(session::Command::Start, reading(now), &mut events)
        .unwrap();
    loop {
        if let Some(Heard::Cue(cue)) = cues.hear(&events, session.plan()) {
            planned.push((now, cue));
        }
        events.clear();
        match session.next_deadline() {
            Some(deadline) => now = deadline,
            None => return planned,
        }
        session.advance(reading(now), &mut events);
    }
}

fn reading(monotonic: Duration) -> Reading {
    Reading {
        monotonic,
        with_sleep: monotonic,
    }
}
