use std::process::Command;

use supple::desk::readings::{Desktop as _, Missing, Real};
use supple::reminder::Silence;
use x11rb::COPY_DEPTH_FROM_PARENT;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, CreateWindowAux, PropMode, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use zbus::interface;

use crate::compositor::Sway;
use crate::patience::await_that;
use crate::process::Process;
use crate::screen::Screen;
use crate::{Desk, told};

fn filled(real: &mut Real) -> Option<bool> {
    told(&real.look(), Silence::FullScreen, Missing::FullScreen)
}

/// Opens a window of a program with this name that fills the screen.
fn fill(connection: &RustConnection, program: &str) -> Window {
    let root = connection.setup().roots[0].root;
    let atom = |name: &str| {
        let atom = connection.intern_atom(false, name.as_bytes()).unwrap();
        atom.reply().unwrap().atom
    };
    let window = connection.generate_id().unwrap();
    let (class, aux) = (WindowClass::INPUT_OUTPUT, CreateWindowAux::new());
    let depth = COPY_DEPTH_FROM_PARENT;
    let created = connection.create_window(depth, window, root, 0, 0, 300, 200, 0, class, 0, &aux);
    created.unwrap();
    let name = format!("{program}\0{program}\0");
    let (class, text) = (AtomEnum::WM_CLASS, AtomEnum::STRING);
    let named =
        connection.change_property8(PropMode::REPLACE, window, class, text, name.as_bytes());
    named.unwrap();
    let (state, fills) = (atom("_NET_WM_STATE"), atom("_NET_WM_STATE_FULLSCREEN"));
    let filled =
        connection.change_property32(PropMode::REPLACE, window, state, AtomEnum::ATOM, &[fills]);
    filled.unwrap();
    connection.map_window(window).unwrap();
    connection.flush().unwrap();
    window
}

#[test]
fn another_programs_window_fills_an_x_servers_screen() {
    let mut desk = Desk::new();
    let screen = Screen::start(desk.path());
    desk.places.x11 = Some(screen.display.clone());
    let mut real = desk.real();
    assert_eq!(filled(&mut real), Some(false), "there is no window");
    let (connection, _) = RustConnection::connect(Some(&screen.display)).unwrap();
    let film = fill(&connection, "film");
    await_that("the film fills the screen", || {
        filled(&mut real) == Some(true)
    });
    connection.destroy_window(film).unwrap();
    connection.flush().unwrap();
    await_that("the film is over", || filled(&mut real) == Some(false));
    let own = fill(&connection, "supple");
    let own = own.to_string();
    await_that("Supple's own window is in use", || {
        let active = Command::new("xdotool")
            .arg("getactivewindow")
            .env("DISPLAY", &screen.display)
            .output();
        active.is_ok_and(|active| String::from_utf8_lossy(&active.stdout).trim() == own)
    });
    assert_eq!(
        filled(&mut real),
        Some(false),
        "its own window is no other's"
    );
}

#[test]
fn an_x_server_that_goes_away_tells_nothing_any_more_and_one_that_comes_is_found() {
    let mut desk = Desk::new();
    let screen = Screen::start(desk.path());
    desk.places.x11 = Some(screen.display.clone());
    let mut real = desk.real();
    assert!(real.look().idle.is_some());
    let display = screen.display.clone();
    drop(screen);
    await_that("it is gone", || real.look().idle.is_none());
    assert_eq!(filled(&mut real), None);
    let number = display.trim_start_matches(':').to_owned();
    let mut server = Command::new("Xvfb");
    server.args([&format!(":{number}"), "-nolisten", "tcp", "-noreset"]);
    let _server = Process::start(&mut server, desk.path());
    await_that("another is there", || real.look().idle.is_some());
}

#[test]
fn another_programs_window_fills_a_compositors_screen() {
    let mut desk = Desk::new();
    let sway = Sway::start(desk.path());
    desk.places.wayland = Some(desk.path().join("sway/wayland-1"));
    let mut real = desk.real();
    assert_eq!(filled(&mut real), Some(false), "there is no window");
    let mut film = Command::new("weston-flower");
    sway.shows(&mut film);
    let _film = Process::start(&mut film, desk.path());
    await_that("the window fills the screen", || {
        sway.can("fullscreen enable") && filled(&mut real) == Some(true)
    });
    sway.order("fullscreen disable");
    await_that("it does so no more", || filled(&mut real) == Some(false));
}

struct Gnome(bool);

#[interface(name = "org.gnome.SessionManager")]
impl Gnome {
    /// Something keeps the machine from sleeping, and when `0` is on the screen from going dark too.
    fn is_inhibited(&self, flags: u32) -> bool {
        flags & 4 != 0 || self.0 && flags & 8 != 0
    }
}

struct Plasma(bool);

#[interface(name = "org.kde.Solid.PowerManagement.PolicyAgent")]
impl Plasma {
    fn has_inhibition(&self, types: u32) -> bool {
        types & 1 != 0 || self.0 && types & 4 != 0
    }
}

#[test]
fn where_no_compositor_tells_what_keeps_the_screen_on_does() {
    let mut desk = Desk::new();
    let bus = desk.session_bus();
    let mut real = desk.real();
    for on in [false, true] {
        let gnome = "org.gnome.SessionManager";
        let service = bus.has(gnome, "/org/gnome/SessionManager", Gnome(on));
        assert_eq!(filled(&mut real), Some(on));
        drop(service);
        bus.await_name(gnome, false);
        let plasma = "org.kde.Solid.PowerManagement.PolicyAgent";
        let path = "/org/kde/Solid/PowerManagement/PolicyAgent";
        let service = bus.has(plasma, path, Plasma(on));
        assert_eq!(filled(&mut real), Some(on));
        drop(service);
        bus.await_name(plasma, false);
    }
}
