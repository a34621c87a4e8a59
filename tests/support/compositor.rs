//! A Wayland display of the test's own.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::patience::await_that;
use super::process::Process;
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
        server.arg("--backend=headless-backend.so");
        Self::serve(server, folder)
    }

    /// In a window of this screen, with whose keyboard one types here.
    pub(crate) fn on(screen: &Screen, folder: &Path) -> (Self, Window) {
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
            .args(["--use-pixman", "--socket=wayland-test"])
            .args(["--no-config", "--idle-time=0"])
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
