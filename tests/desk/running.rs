//! The program itself, as it reminds.

use std::process::{Child, Command};

use serde_json::Value;
use supple::folders::Folders;

use crate::ended::Ended;
use crate::machine::Machine;
use crate::patience::await_that;

/// The process that reminds; ended with the test.
pub(crate) struct Running(pub(crate) Child);

impl Running {
    /// Starts it, and waits until it answers.
    pub(crate) fn start(machine: &Machine, with: impl FnOnce(&mut Command)) -> Self {
        let mut command = alone(machine, &["remind"]);
        with(&mut command);
        let running = Self(command.spawn().unwrap());
        await_that("the process that reminds answers", || {
            status(machine)["runs"] == true
        });
        running
    }

    pub(crate) fn signal(&self, signal: rustix::process::Signal) {
        let pid = rustix::process::Pid::from_child(&self.0);
        rustix::process::kill_process(pid, signal).unwrap();
    }

    /// Its exit code, once it has ended by itself; a signal is none.
    pub(crate) fn code(&mut self) -> Option<i32> {
        self.0.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program without display and bus.
pub(crate) fn alone(machine: &Machine, arguments: &[&str]) -> Command {
    let mut command = machine.command(arguments);
    let nowhere = machine.path("no-bus");
    command
        .env("HOME", machine.folder.path())
        .env(
            "DBUS_SESSION_BUS_ADDRESS",
            format!("unix:path={}", nowhere.display()),
        )
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("XDG_RUNTIME_DIR")
        .env_remove("XDG_CONFIG_HOME");
    command
}

pub(crate) fn supple(machine: &Machine, arguments: &[&str]) -> Ended {
    Ended::of(alone(machine, arguments).spawn().unwrap())
}

pub(crate) fn status(machine: &Machine) -> Value {
    supple(machine, &["status", "--json"]).json()
}

/// What became of the last reminder.
pub(crate) fn last_answer(machine: &Machine) -> Value {
    status(machine)["last"]["answer"].clone()
}

/// Where it keeps that it is the one.
pub(crate) fn lock(folders: &Folders) -> std::path::PathBuf {
    folders.config.join("reminders.lock")
}
