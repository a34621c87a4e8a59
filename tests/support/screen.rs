//! A screen of the test's own, with a window manager, on which keys are pressed and windows
//! minimised.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::patience::await_that;
use super::process::{Process, missing};

/// A display that nobody sees.
pub(crate) struct Screen {
    pub(crate) display: String,
    // Dropped, and so ended, in this order.
    _server: Process,
    _manager: Option<Process>,
}

/// The number that the display knows a window by.
pub(crate) struct Window(pub(crate) String);

impl Screen {
    pub(crate) fn start(folder: &Path) -> Self {
        Self::with(folder, &["-screen", "0", "1280x800x24"])
    }

    /// A display that is started with these arguments.
    pub(crate) fn with(folder: &Path, arguments: &[&str]) -> Self {
        // A server that starts over when its last window goes refuses the next for a moment.
        let (server, display) = serve(folder, &[arguments, &["-noreset"]].concat());
        let mut manager = Command::new("openbox");
        manager
            .arg("--sm-disable")
            .env("DISPLAY", &display)
            .env("HOME", folder);
        let manager = Process::start(&mut manager, folder);
        let screen = Self::of((server, display), Some(manager));
        // A window that opens while the manager starts may stay out of view.
        await_that("the window manager answers", || {
            screen.xdotool(&["get_desktop"]).status.success()
        });
        screen
    }

    /// A server with its display, and what manages the windows there, if anything does.
    pub(crate) fn of((server, display): (Process, String), manager: Option<Process>) -> Self {
        Self {
            display,
            _server: server,
            _manager: manager,
        }
    }

    /// Lets a program open its windows here, and nowhere else.
    pub(crate) fn shows(&self, program: &mut Command) {
        program
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET");
    }

    /// The window that a program has opened.
    pub(crate) fn window_of(&self, program: &Process) -> Window {
        self.window(&["--pid", &program.0.id().to_string()])
    }

    /// The first window that this is true of, once there is one.
    pub(crate) fn window(&self, such: &[&str]) -> Window {
        let mut found = String::new();
        await_that("the window opens", || {
            found = self.search(such);
            !found.is_empty()
        });
        Window(found.lines().next().unwrap_or_default().to_owned())
    }

    pub(crate) fn press(&self, window: &Window, key: &str) {
        self.ask(&["windowactivate", "--sync", &window.0]);
        self.ask(&["key", key]);
    }

    pub(crate) fn minimise(&self, window: &Window) {
        self.ask(&["windowminimize", &window.0]);
        await_that("the window is minimised", || {
            let visible = self.search(&["--name", ".*"]);
            !visible.is_empty() && visible.lines().all(|visible| visible != window.0)
        });
    }

    /// The windows in view that this is true of, one in a line. That there is none is no failure.
    fn search(&self, such: &[&str]) -> String {
        let search = [&["search", "--onlyvisible"], such].concat();
        text(&self.xdotool(&search).stdout)
    }

    /// What `xdotool` answers.
    pub(crate) fn ask(&self, arguments: &[&str]) -> String {
        let answer = self.xdotool(arguments);
        let complaint = text(&answer.stderr);
        assert!(
            answer.status.success(),
            "xdotool {arguments:?}: {complaint}"
        );
        text(&answer.stdout)
    }

    fn xdotool(&self, arguments: &[&str]) -> Output {
        let answer = Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output();
        answer.unwrap_or_else(|error| missing("xdotool", &error))
    }
}

/// A server, and the name of its display.
pub(crate) fn serve(folder: &Path, arguments: &[&str]) -> (Process, String) {
    let mut server = Command::new("Xvfb");
    server
        .args(["-displayfd", "1"])
        .args(["-nolisten", "tcp"])
        .args(arguments)
        .stdout(Stdio::piped());
    let mut server = Process::start(&mut server, folder);
    let mut number = String::new();
    let said = server.0.stdout.take().unwrap();
    BufReader::new(said).read_line(&mut number).unwrap();
    (server, format!(":{}", number.trim()))
}

/// What was written, without the last line's end.
fn text(written: &[u8]) -> String {
    String::from_utf8_lossy(written).trim().to_owned()
}
