//! A Wayland display of the test's own.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::patience::await_that;
use super::process::{Process, missing};
use super::screen::{Screen, Window};

/// A Wayland display that nobody sees.
pub(crate) struct Compositor {
    runtime: PathBuf,
    _server: Process,
}

impl Compositor {
    /// Without a keyboard.
    pub(crate) fn start(folder: &Path) -> Self {
        let mut server = Command::new("weston");
        server.args(["--backend=headless-backend.so", "--use-pixman"]);
        Self::serve(server, folder)
    }

    /// In a window of this screen, with whose keyboard one types here.
    pub(crate) fn on(screen: &Screen, folder: &Path) -> (Self, Window) {
        // Drawn with OpenGL: its drawing on plain memory goes on reading where a program's pictures lay
        // before that program asked for more room, and is ended by it (weston 10).
        let mut server = Command::new("weston");
        server.arg("--backend=x11-backend.so");
        screen.shows(&mut server);
        let compositor = Self::serve(server, folder);
        let window = screen.window(&["--class", "weston"]);
        screen.ask(&["windowactivate", "--sync", &window.0]);
        (compositor, window)
    }

    /// Lets a program open its windows here, and nowhere else.
    pub(crate) fn shows(&self, program: &mut Command) {
        program
            .env("XDG_RUNTIME_DIR", &self.runtime)
            .env("WAYLAND_DISPLAY", "wayland-test")
            .env_remove("WAYLAND_SOCKET")
            .env_remove("DISPLAY");
    }

    fn serve(mut server: Command, folder: &Path) -> Self {
        let runtime = folder.join("runtime");
        fs::create_dir(&runtime).unwrap();
        fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
        server
            .args(["--socket=wayland-test", "--no-config", "--idle-time=0"])
            .env("XDG_RUNTIME_DIR", &runtime)
            .stdout(Stdio::null());
        let server = Process::start(&mut server, folder);
        await_that("the compositor listens", || {
            UnixStream::connect(runtime.join("wayland-test")).is_ok()
        });
        Self {
            runtime,
            _server: server,
        }
    }
}

/// A Wayland display that nobody sees, with a keyboard, whose screens come, go and change as they do at a
/// desk.
pub(crate) struct Sway {
    runtime: PathBuf,
    /// A program learns of a keyboard that comes with its first key too late for that key.
    keyboard: Option<Process>,
    _server: Process,
}

impl Sway {
    /// One screen of 1280x720 pixels, named `HEADLESS-1`.
    pub(crate) fn start(folder: &Path) -> Self {
        let runtime = folder.join("sway");
        fs::create_dir(&runtime).unwrap();
        fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
        let config = runtime.join("config");
        fs::write(&config, "default_border none\nxwayland disable\n").unwrap();
        let mut server = Command::new("sway");
        if rustix::process::geteuid().is_root() {
            // It does not run as root.
            const NOBODY: u32 = 65_534;
            chown(&runtime, Some(NOBODY), Some(NOBODY)).unwrap();
            fs::set_permissions(folder, fs::Permissions::from_mode(0o711)).unwrap();
            server.uid(NOBODY).gid(NOBODY);
        }
        server
            .args(["--debug", "--config"])
            .arg(config)
            .env("XDG_RUNTIME_DIR", &runtime)
            .env("HOME", &runtime)
            .env("SWAYSOCK", runtime.join("sway.sock"))
            .env("WLR_BACKENDS", "headless")
            .env("WLR_LIBINPUT_NO_DEVICES", "1")
            .env("WLR_RENDERER", "pixman")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DISPLAY")
            .stdout(Stdio::null());
        let server = Process::start(&mut server, folder);
        let mut sway = Self {
            runtime,
            keyboard: None,
            _server: server,
        };
        await_that("sway answers", || {
            sway.ask(&["-t", "get_version"]).is_some()
        });
        let mut keyboard = Command::new("wtype");
        sway.shows(keyboard.args(["-s", "3600000"]));
        sway.keyboard = Some(Process::start(&mut keyboard, folder));
        await_that("a keyboard is there", || {
            let seats = sway.ask(&["-t", "get_seats"]);
            seats.is_some_and(|seats| seats.contains("virtual keyboard"))
        });
        sway
    }

    /// Lets a program open its windows here, and nowhere else.
    pub(crate) fn shows(&self, program: &mut Command) {
        program
            .env("XDG_RUNTIME_DIR", &self.runtime)
            .env("WAYLAND_DISPLAY", "wayland-1")
            .env_remove("WAYLAND_SOCKET")
            .env_remove("DISPLAY");
    }

    /// Has sway do something that it can do.
    pub(crate) fn order(&self, order: &str) {
        assert!(self.can(order), "{order}");
    }

    /// Has it do something, if it can.
    pub(crate) fn can(&self, order: &str) -> bool {
        self.ask(&[order]).is_some()
    }

    pub(crate) fn press(&self, key: &str) {
        let mut press = Command::new("wtype");
        self.shows(press.args(["-k", key]));
        let pressed = press.status();
        let pressed = pressed.unwrap_or_else(|error| missing("wtype", &error));
        assert!(pressed.success(), "{key}");
    }

    /// Waits until the program's window is there and has the keyboard.
    pub(crate) fn await_window(&self) {
        await_that("the window opens", || {
            let tree = self.ask(&["-t", "get_tree"]).unwrap_or_default();
            serde_json::from_str(&tree).is_ok_and(|tree| has_keyboard(&tree))
        });
    }

    /// What `swaymsg` answers, if that is no refusal.
    fn ask(&self, arguments: &[&str]) -> Option<String> {
        let answer = Command::new("swaymsg")
            .arg("--socket")
            .arg(self.runtime.join("sway.sock"))
            .args(arguments)
            .output();
        let answer = answer.unwrap_or_else(|error| missing("swaymsg", &error));
        let text = String::from_utf8(answer.stdout).unwrap();
        answer.status.success().then_some(text)
    }
}

/// Whether the program's window, somewhere in sway's tree, has the keyboard.
fn has_keyboard(node: &serde_json::Value) -> bool {
    let is_it = node["app_id"] == "supple" && node["focused"] == true;
    let inside = ["nodes", "floating_nodes"].map(|of| node[of].as_array());
    is_it || inside.into_iter().flatten().flatten().any(has_keyboard)
}
