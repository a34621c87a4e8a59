//! The compositor of Plasma, as a window of a screen of the test's own. Who has it tries it with
//! `cargo test --test desk_readings -- --ignored kwin`; on a machine without Plasma it is 200 MB.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::time::Duration;

use supple::desk::readings::Desktop as _;

use crate::Desk;
use crate::machine::Machine;
use crate::own_bus::OwnBus;
use crate::patience::await_that;
use crate::process::Process;
use crate::screen::Screen;
use crate::session::LONG;

/// So long somebody does nothing and is still there.
const AWAY: Duration = Duration::from_millis(500);

struct Kwin {
    // Dropped, and so ended, in this order: without a screen it goes on in circles.
    _server: Process,
    /// With whose keyboard one types here.
    screen: Screen,
    bus: OwnBus,
}

impl Kwin {
    fn start(desk: &mut Desk) -> Self {
        let bus = OwnBus::start(desk.path(), "bus");
        let screen = Screen::start(desk.path());
        let runtime = desk.path().join("runtime");
        fs::create_dir(&runtime).unwrap();
        fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
        // As it is installed it may ask for a priority of its own, and does not start at all where nobody may.
        let program = desk.path().join("kwin_wayland");
        let installed = env::split_paths(&env::var_os("PATH").unwrap())
            .map(|folder| folder.join("kwin_wayland"))
            .find(|path| path.exists());
        fs::copy(installed.unwrap(), &program).unwrap();
        let mut server = Command::new(program);
        server
            .args(["--x11-display", &screen.display])
            .args(["--width", "640", "--height", "480"])
            .args(["--no-lockscreen", "--socket", "wayland-test"])
            // Draws without OpenGL.
            .env("KWIN_COMPOSE", "Q")
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .env("XDG_RUNTIME_DIR", &runtime)
            .env("HOME", desk.path())
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DISPLAY")
            .stdout(Stdio::null());
        let server = Process::start(&mut server, desk.path());
        let socket = runtime.join("wayland-test");
        await_that("KWin listens", || UnixStream::connect(&socket).is_ok());
        let window = screen.window_of(&server);
        screen.ask(&["windowactivate", "--sync", &window.0]);
        desk.places.wayland = Some(socket);
        desk.places.away = AWAY;
        Self {
            _server: server,
            screen,
            bus,
        }
    }
}

#[test]
#[ignore = "needs kwin_wayland, 200 MB that nothing else needs: cargo test --test desk_readings -- --ignored"]
fn kwin_tells_when_somebody_goes_and_comes_back() {
    let mut desk = Desk::new();
    let kwin = Kwin::start(&mut desk);
    let mut real = desk.real();
    for key in ["a", "b"] {
        await_that("nobody is there", || real.look().idle >= Some(AWAY));
        await_that("somebody is there", || {
            kwin.screen.ask(&["key", key]);
            real.look().idle == Some(Duration::ZERO)
        });
    }
}

#[test]
#[ignore = "needs kwin_wayland, 200 MB that nothing else needs: cargo test --test desk_readings -- --ignored"]
fn kwin_keeps_its_screen_on_until_a_session_is_killed() {
    let mut desk = Desk::new();
    let kwin = Kwin::start(&mut desk);
    let mut real = desk.real();
    let mut screen = Desk::new();
    screen.places.x11 = Some(kwin.screen.display.clone());
    let mut screen = screen.real();
    let machine = Machine::new();
    machine.write("long.toml", LONG);
    let quiet = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    machine.write("config/settings.toml", quiet);
    let mut program = machine.command(["guide", "long.toml"]);
    program
        .env("DBUS_SESSION_BUS_ADDRESS", &kwin.bus.address)
        .env("DBUS_SYSTEM_BUS_ADDRESS", &kwin.bus.address)
        .env("WAYLAND_DISPLAY", desk.places.wayland.as_ref().unwrap())
        .env_remove("WAYLAND_SOCKET")
        .stdout(Stdio::null());
    let program = Process::start(&mut program, desk.path());
    await_that("nobody goes for thrice the time", || {
        let is_there = real.look().idle == Some(Duration::ZERO);
        if !is_there {
            // Somebody went before the session began.
            kwin.screen.ask(&["key", "a"]);
        }
        is_there && screen.look().idle >= Some(3 * AWAY)
    });
    drop(program);
    await_that("nobody is there", || real.look().idle >= Some(AWAY));
}
