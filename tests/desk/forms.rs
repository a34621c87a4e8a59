//! Each form of a reminder on a real desktop: notifications by dunst, the small window on a display of the test's own.

use std::process::{Command, Output};

use crate::machine::Machine;
use crate::notified::Bus;
use crate::patience::await_that;
use crate::process::{Process, missing};
use crate::running::{Running, last_answer};
use crate::screen::Screen;
use crate::{ALWAYS, due};

struct Desktop {
    machine: Machine,
    bus: Bus,
    screen: Screen,
    _dunst: Process,
}

impl Desktop {
    fn start(form: &str) -> Self {
        let machine = due(&format!("form = \"{form}\""));
        let bus = Bus::start(&machine);
        let screen = Screen::start(machine.folder.path());
        let mut dunst = Command::new("dunst");
        dunst
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .env("HOME", machine.folder.path());
        screen.shows(&mut dunst);
        let dunst = Process::start(&mut dunst, machine.folder.path());
        let desktop = Self {
            machine,
            bus,
            screen,
            _dunst: dunst,
        };
        await_that("dunst answers", || {
            desktop.dunst(&["is-paused"]).status.success()
        });
        desktop
    }

    fn dunst(&self, arguments: &[&str]) -> Output {
        let answer = Command::new("dunstctl")
            .args(arguments)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address)
            .output();
        answer.unwrap_or_else(|error| missing("dunstctl", &error))
    }

    fn shown(&self) -> String {
        let count = self.dunst(&["count", "displayed"]).stdout;
        String::from_utf8(count).unwrap().trim().to_owned()
    }

    fn remind(&self) -> Running {
        Running::start(&self.machine, |command| {
            command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address);
            self.screen.shows(command);
        })
    }

    fn await_notification(&self) {
        await_that("dunst shows the reminder", || self.shown() == "1");
    }
}

#[test]
fn a_click_begins_the_session_in_a_window_that_outlives_the_process() {
    let desktop = Desktop::start("notification");
    let running = desktop.remind();
    desktop.await_notification();
    desktop.dunst(&["action"]);
    await_that("the answer arrives", || {
        last_answer(&desktop.machine) == "start"
    });
    let window = desktop.screen.window(&["--name", "Supple"]);
    await_that("it is taken away", || desktop.shown() == "0");
    drop(running);
    let pid = desktop.screen.ask(&["getwindowpid", &window.0]);
    let child = rustix::process::Pid::from_raw(pid.parse().unwrap()).unwrap();
    rustix::process::kill_process(child, rustix::process::Signal::TERM).unwrap();
}

#[test]
fn what_is_closed_is_not_now() {
    let desktop = Desktop::start("notification");
    let _running = desktop.remind();
    desktop.await_notification();
    desktop.dunst(&["close"]);
    await_that("the answer arrives", || {
        last_answer(&desktop.machine) == "not-now"
    });
}

#[test]
fn the_small_window_is_answered_and_goes_with_the_process() {
    let desktop = Desktop::start("window");
    let running = desktop.remind();
    let window = desktop.screen.window(&["--name", "^Time for "]);
    desktop.screen.press(&window, "Escape");
    await_that("the answer arrives", || {
        last_answer(&desktop.machine) == "not-now"
    });
    drop(running);

    let desktop = Desktop::start("window");
    let mut running = desktop.remind();
    let window = desktop.screen.window(&["--name", "^Time for "]);
    running.signal(rustix::process::Signal::TERM);
    assert_eq!(running.code(), Some(0));
    await_that("the window is gone", || {
        let mut name = Command::new("xdotool");
        name.args(["getwindowname", &window.0]);
        desktop.screen.shows(&mut name);
        !name.output().unwrap().status.success()
    });
}

#[test]
fn where_nothing_is_to_be_heard_the_window_comes() {
    let desktop = Desktop::start("voice");
    let muted = format!("{ALWAYS}form = \"voice\"\n[sound]\nmuted = true\n");
    desktop.machine.write("config/settings.toml", muted);
    let _running = desktop.remind();
    desktop.screen.window(&["--name", "^Time for "]);
}
