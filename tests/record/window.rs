//! The window while nobody touches it, and with the record when the system ends the program.

use std::fs;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use supple::clock;
use supple::history::{History, SessionOutcome};

use crate::machine;
use crate::patience::await_that;
use crate::process::Process;
use crate::screen::Screen;

#[test]
fn a_program_that_the_system_ends_closes_its_window_and_leaves_a_session_to_go_on_with() {
    let machine = machine();
    machine.write(
        "config/settings.toml",
        "safety_card_seen = true\nmuted = true\nvoice = false\n",
    );
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    for in_view in [true, false] {
        let mut program = machine.command(["open", "long.toml", "--start"]);
        screen.shows(&mut program);
        let mut program = Process::start(&mut program, folder);
        let window = screen.window_of(&program);
        let done = machine.lines().matches("\"done\"").count();
        screen.press(&window, "Return");
        await_that("a hold is done", || {
            machine.lines().matches("\"done\"").count() > done
        });
        if !in_view {
            screen.minimise(&window);
        }

        kill_process(Pid::from_child(&program.0), Signal::TERM).unwrap();
        let mut ended = None;
        await_that("the program ends", || {
            ended = program.0.try_wait().unwrap();
            ended.is_some()
        });
        assert_eq!(ended.unwrap().code(), Some(0), "in view: {in_view}");

        let history = History::read(&machine.folders().log());
        let last = &history.sessions[0];
        assert_eq!(last.outcome, SessionOutcome::Interrupted);
        assert!(
            history
                .unfinished(last.device.unwrap(), &clock::here())
                .is_some(),
            "{last:?}"
        );
    }
}

/// Longer than whoever looks again and again waits in between.
const UNTOUCHED: Duration = Duration::from_secs(4);

#[test]
fn a_window_that_nobody_touches_wakes_up_for_nothing_and_neither_does_a_question_or_a_pause() {
    wakes_up_for_nothing("muted = true");
}

/// Whoever has no sound device has none later either, as a rule: it is looked for less and less often, and no more
/// while nothing is to be heard.
#[test]
fn nor_does_one_without_a_sound_device() {
    wakes_up_for_nothing("muted = false");
}

fn wakes_up_for_nothing(setting: &str) {
    let machine = machine();
    machine.write(
        "config/settings.toml",
        format!("safety_card_seen = true\n{setting}\n"),
    );
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let open = |arguments: &[&str]| {
        let mut program = machine.command(arguments);
        screen.shows(&mut program);
        // No device and no server, whatever the machine has.
        program.env("ALSA_CONFIG_PATH", "/dev/null");
        let program = Process::start(&mut program, folder);
        let window = screen.window_of(&program);
        (program, window)
    };
    let sleeps = |program: &Process, where_: &str| {
        await_that(&format!("nothing wakes up any more: {where_}"), || {
            let before = wakes(program);
            thread::sleep(UNTOUCHED);
            wakes(program) == before
        });
    };
    let (page, _) = open(&["open", "neck-and-shoulders"]);
    sleeps(&page, "a page");
    drop(page);
    let (session, window) = open(&["open", "long.toml", "--start"]);
    sleeps(&session, "the question before a session");
    screen.press(&window, "Return");
    await_that("a hold is done", || machine.lines().contains("\"done\""));
    screen.press(&window, "space");
    sleeps(&session, "a pause");
}

/// How often any thread of a program has gone to sleep.
fn wakes(program: &Process) -> u64 {
    let threads = fs::read_dir(format!("/proc/{}/task", program.0.id())).unwrap();
    let of_thread = |thread: std::io::Result<fs::DirEntry>| {
        // It may have ended meanwhile.
        let status = fs::read_to_string(thread.unwrap().path().join("status")).ok()?;
        let times = status
            .lines()
            .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        times.unwrap().trim().parse::<u64>().ok()
    };
    threads.filter_map(of_thread).sum()
}
