//! What a session asks of the desktop, and gives back.

use std::collections::{BTreeMap, HashMap};
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use rustix::process::{Pid, Signal, kill_process};
use x11rb::connection::Connection as _;
use x11rb::protocol::screensaver::ConnectionExt as _;
use x11rb::protocol::xproto::{Blanking, ConnectionExt as _, Exposures};
use x11rb::rust_connection::RustConnection;
use zbus::message::Header;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};
use zbus::{interface, names};

use crate::machine::Machine;
use crate::own_bus::{Guest, OwnBus};
use crate::patience::await_that;
use crate::process::Process;
use crate::screen::Screen;

/// A hold that does not end by itself.
pub(crate) const LONG: &str = r#"
format = 1
id = "long"
title = "Long"

[[exercise]]
name = "Back"
hold = "1h"
reps = 1
prepare = 0
"#;

/// A hold of a second.
const SHORT: &str = r#"
format = 1
id = "short"
title = "Short"

[[exercise]]
name = "Knee"
hold = "1s"
reps = 1
prepare = 0
"#;

/// What was given: by its number to whom, and what was said about it.
type Given = Arc<Mutex<BTreeMap<u32, (String, Vec<String>)>>>;

/// A service that gives something by a number, as several do.
#[derive(Clone, Default)]
pub(crate) struct Giver {
    given: Given,
}

impl Giver {
    fn give(&self, header: &Header<'_>, said: &[&str]) -> u32 {
        let mut given = self.given.lock().unwrap();
        let number = given.last_key_value().map_or(7, |(last, _)| last + 1);
        let said = said.iter().map(|text| (*text).to_owned()).collect();
        given.insert(number, (header.sender().unwrap().to_string(), said));
        number
    }

    pub(crate) fn is_given(&self) -> bool {
        !self.given.lock().unwrap().is_empty()
    }
}

struct ScreenSaver(Giver);

#[interface(name = "org.freedesktop.ScreenSaver")]
impl ScreenSaver {
    fn inhibit(&self, program: &str, reason: &str, #[zbus(header)] header: Header<'_>) -> u32 {
        self.0.give(&header, &[program, reason])
    }

    fn un_inhibit(&self, number: u32) {
        self.0.given.lock().unwrap().remove(&number);
    }
}

struct Power(Giver);

#[interface(name = "org.freedesktop.PowerManagement.Inhibit")]
impl Power {
    fn inhibit(&self, program: &str, reason: &str, #[zbus(header)] header: Header<'_>) -> u32 {
        self.0.give(&header, &[program, reason])
    }

    fn un_inhibit(&self, number: u32) {
        self.0.given.lock().unwrap().remove(&number);
    }
}

struct Notifications(Giver);

#[interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    fn inhibit(
        &self,
        program: &str,
        reason: &str,
        _hints: HashMap<String, OwnedValue>,
        #[zbus(header)] header: Header<'_>,
    ) -> u32 {
        self.0.give(&header, &[program, reason])
    }

    fn un_inhibit(&self, number: u32) {
        self.0.given.lock().unwrap().remove(&number);
    }
}

struct Portal(Giver);

const REQUEST: &str = "/org/freedesktop/portal/desktop/request/1/1";

#[interface(name = "org.freedesktop.portal.Inhibit")]
impl Portal {
    fn inhibit(
        &self,
        _window: &str,
        flags: u32,
        options: HashMap<String, OwnedValue>,
        #[zbus(header)] header: Header<'_>,
    ) -> OwnedObjectPath {
        let reason = String::try_from(options["reason"].clone()).unwrap();
        self.0.give(&header, &[&flags.to_string(), &reason]);
        REQUEST.try_into().unwrap()
    }
}

struct Request(Giver);

#[interface(name = "org.freedesktop.portal.Request")]
impl Request {
    fn close(&self) {
        self.0.given.lock().unwrap().clear();
    }
}

struct Player(Arc<Mutex<String>>);

#[interface(name = "org.mpris.MediaPlayer2.Player")]
impl Player {
    #[zbus(property)]
    fn playback_status(&self) -> String {
        self.0.lock().unwrap().clone()
    }

    fn play(&self) {
        "Playing".clone_into(&mut self.0.lock().unwrap());
    }

    fn pause(&self) {
        "Paused".clone_into(&mut self.0.lock().unwrap());
    }
}

/// A machine on whose desktop there is a bus.
pub(crate) struct Desktop {
    pub(crate) machine: Machine,
    pub(crate) session: OwnBus,
    system: OwnBus,
}

impl Desktop {
    /// With these lines among the settings of a session.
    pub(crate) fn new(settings: &str) -> Self {
        let machine = Machine::new();
        machine.write("long.toml", LONG);
        machine.write("short.toml", SHORT);
        let quiet = "safety_card_seen = true\nmuted = true\nvoice = false\n";
        machine.write(
            "config/settings.toml",
            format!("{quiet}[session]\n{settings}"),
        );
        let session = OwnBus::start(machine.folder.path(), "session");
        let system = OwnBus::start(machine.folder.path(), "system");
        Self {
            machine,
            session,
            system,
        }
    }

    fn command(&self, arguments: &[&str]) -> std::process::Command {
        let mut program = self.machine.command(arguments);
        program
            .env("DBUS_SESSION_BUS_ADDRESS", &self.session.address)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.system.address)
            .env("LC_ALL", "C.UTF-8")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null());
        program
    }

    /// A session in a terminal that nobody sees.
    pub(crate) fn guides(&self, routine: &str) -> Process {
        let mut program = self.command(&["guide", routine]);
        Process::start(&mut program, self.machine.folder.path())
    }

    pub(crate) fn screen_saver(&self) -> (Giver, Guest) {
        let giver = Giver::default();
        let service = ScreenSaver(giver.clone());
        let path = "/org/freedesktop/ScreenSaver";
        (
            giver,
            self.session
                .has("org.freedesktop.ScreenSaver", path, service),
        )
    }

    /// Waits until whoever was given something has left the bus.
    fn await_gone(&self, giver: &Giver) {
        let all = giver.given.lock().unwrap();
        let (whom, _) = all.last_key_value().unwrap().1;
        let whom = names::UniqueName::try_from(whom.as_str()).unwrap();
        self.session.await_name(&whom, false);
    }
}

pub(crate) fn end(program: &mut Process, signal: Signal) {
    kill_process(Pid::from_child(&program.0), signal).unwrap();
    program.0.wait().unwrap();
}

fn inhibitors(system: &OwnBus) -> Vec<(String, String, String, String, u32, u32)> {
    let name = "org.freedesktop.login1";
    let manager = (
        name,
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    );
    let list = system.connect().call(manager, "ListInhibitors", &());
    list.body().deserialize().unwrap()
}

#[test]
fn screen_and_system_stay_on_until_a_session_is_left() {
    let desktop = Desktop::new("");
    let _logind = desktop.system.mock("logind", "org.freedesktop.login1");
    let (saver, _saver) = desktop.screen_saver();
    let power = Giver::default();
    let path = "/org/freedesktop/PowerManagement/Inhibit";
    let _power = desktop.session.has(
        "org.freedesktop.PowerManagement",
        path,
        Power(power.clone()),
    );
    let notifications = Giver::default();
    let path = "/org/freedesktop/Notifications";
    let service = Notifications(notifications.clone());
    let _notifications = desktop
        .session
        .has("org.freedesktop.Notifications", path, service);
    let mut program = desktop.guides("long.toml");
    await_that("the screen stays on", || {
        saver.is_given() && power.is_given()
    });
    await_that("the system stays on", || {
        !inhibitors(&desktop.system).is_empty()
    });
    let (what, who, why, mode, ..) = inhibitors(&desktop.system).remove(0);
    let held = [what, who, why, mode];
    assert_eq!(held, ["idle", "supple", "A session is under way", "block"]);
    let said = saver.given.lock().unwrap()[&7].1.clone();
    assert_eq!(said, ["supple", "A session is under way"]);
    assert!(!notifications.is_given(), "nobody wished for that");

    end(&mut program, Signal::INT);
    // What was given was given back before the program ended.
    assert!(!saver.is_given() && !power.is_given());
    await_that("the system may sleep", || {
        inhibitors(&desktop.system).is_empty()
    });
}

#[test]
fn a_program_that_is_killed_keeps_nothing_awake() {
    let desktop = Desktop::new("");
    let _logind = desktop.system.mock("logind", "org.freedesktop.login1");
    let (saver, _saver) = desktop.screen_saver();
    let mut program = desktop.guides("long.toml");
    await_that("the screen stays on", || saver.is_given());
    await_that("the system stays on", || {
        !inhibitors(&desktop.system).is_empty()
    });
    end(&mut program, Signal::KILL);
    await_that("the system may sleep", || {
        inhibitors(&desktop.system).is_empty()
    });
    // By that a desktop knows that it has to take back what it gave.
    desktop.await_gone(&saver);
}

#[test]
fn a_session_in_the_window_gives_back_what_it_had_at_its_end_while_the_window_stays() {
    let desktop = Desktop::new("");
    let (saver, _saver) = desktop.screen_saver();
    let folder = desktop.machine.folder.path();
    let screen = Screen::start(folder);
    let mut program = desktop.command(&["open", "short.toml", "--start"]);
    screen.shows(&mut program);
    let mut program = Process::start(&mut program, folder);
    let window = screen.window_of(&program);
    screen.press(&window, "Return");
    await_that("the screen stays on", || saver.is_given());
    await_that("it may go dark", || !saver.is_given());
    assert_eq!(
        program.0.try_wait().unwrap(),
        None,
        "the window is still there"
    );
}

#[test]
fn without_the_desktops_own_services_the_portal_keeps_it_awake() {
    let desktop = Desktop::new("");
    let portal = Giver::default();
    let path = "/org/freedesktop/portal/desktop";
    let service = desktop.session.has(
        "org.freedesktop.portal.Desktop",
        path,
        Portal(portal.clone()),
    );
    let request = Request(portal.clone());
    let served = async { service.0.object_server().at(REQUEST, request).await };
    assert!(zbus::block_on(served).unwrap());
    let mut program = desktop.guides("long.toml");
    await_that("it stays on", || portal.is_given());
    let said = portal.given.lock().unwrap()[&7].1.clone();
    assert_eq!(said, ["12", "A session is under way"]);
    end(&mut program, Signal::INT);
    assert!(!portal.is_given());
}

#[test]
fn an_x_servers_own_screen_saver_waits() {
    const ON: u8 = 1;
    let desktop = Desktop::new("");
    let folder = desktop.machine.folder.path();
    let screen = Screen::start(folder);
    let (connection, at) = RustConnection::connect(Some(&screen.display)).unwrap();
    let root = connection.setup().roots[at].root;
    let (blanking, exposures) = (Blanking::PREFERRED, Exposures::ALLOWED);
    connection
        .set_screen_saver(1, 0, blanking, exposures)
        .unwrap();
    let is_on = || {
        let info = connection
            .screensaver_query_info(root)
            .unwrap()
            .reply()
            .unwrap();
        (info.state == ON, info.ms_since_user_input)
    };
    await_that("it comes by itself", || is_on().0);

    let mut program = desktop.command(&["guide", "long.toml"]);
    screen.shows(&mut program);
    let mut program = Process::start(&mut program, folder);
    await_that("it does not come for thrice the time", || {
        let (is_on, idle) = is_on();
        if is_on {
            screen.ask(&["key", "a"]);
        }
        !is_on && idle > 3_000
    });
    end(&mut program, Signal::INT);
    screen.ask(&["key", "a"]);
    await_that("it comes again", || is_on().0);
}

#[test]
fn messages_wait_where_that_is_wished() {
    let desktop = Desktop::new("keep_awake = false\ndo_not_disturb = true\n");
    let _logind = desktop.system.mock("logind", "org.freedesktop.login1");
    let (saver, _saver) = desktop.screen_saver();
    let notifications = Giver::default();
    let path = "/org/freedesktop/Notifications";
    let service = Notifications(notifications.clone());
    let _notifications = desktop
        .session
        .has("org.freedesktop.Notifications", path, service);
    let mut program = desktop.guides("long.toml");
    await_that("messages wait", || notifications.is_given());
    let said = notifications.given.lock().unwrap()[&7].1.clone();
    assert_eq!(said, ["supple", "A session is under way"]);
    end(&mut program, Signal::INT);
    assert!(!notifications.is_given());
    assert!(!saver.is_given() && inhibitors(&desktop.system).is_empty());
}

#[test]
fn what_plays_pauses_and_goes_on_if_it_still_stands_paused() {
    let desktop = Desktop::new("pause_players = true\n");
    let path = "/org/mpris/MediaPlayer2";
    let names = ["radio", "film", "stopped", "anew"];
    let names = names.map(|name| format!("org.mpris.MediaPlayer2.{name}"));
    let statuses = ["Playing", "Paused", "Playing", "Playing"];
    let mut players = Vec::new();
    for (name, status) in names.iter().zip(statuses) {
        let status = Arc::new(Mutex::new(status.to_owned()));
        let guest = desktop.session.has(name, path, Player(Arc::clone(&status)));
        players.push((status, Some(guest)));
    }
    let (saver, _saver) = desktop.screen_saver();
    let is = |player: &(Arc<Mutex<String>>, Option<Guest>), what: &str| {
        *player.0.lock().unwrap() == what
    };
    let mut program = desktop.guides("long.toml");
    await_that("all pause", || {
        players.iter().all(|player| is(player, "Paused"))
    });
    // It comes after the players.
    await_that("the screen stays on", || saver.is_given());

    "Stopped".clone_into(&mut players[2].0.lock().unwrap());
    players[3].1 = None;
    desktop.session.await_name(&names[3], false);
    let again = Player(Arc::clone(&players[3].0));
    let _anew = desktop.session.has(&names[3], path, again);
    end(&mut program, Signal::INT);
    assert!(
        is(&players[0], "Playing"),
        "it goes on before the program ends"
    );
    assert!(
        is(&players[1], "Paused"),
        "it was not Supple that paused it"
    );
    assert!(is(&players[2], "Stopped"), "a person stopped it");
    assert!(is(&players[3], "Paused"), "it was started anew");
}

#[test]
fn what_nobody_wished_for_is_left_alone() {
    let desktop = Desktop::new("keep_awake = false\n");
    let (saver, _saver) = desktop.screen_saver();
    let status = Arc::new(Mutex::new("Playing".to_owned()));
    let path = "/org/mpris/MediaPlayer2";
    let _radio = desktop.session.has(
        "org.mpris.MediaPlayer2.radio",
        path,
        Player(Arc::clone(&status)),
    );
    let mut program = desktop.guides("short.toml");
    assert!(program.0.wait().unwrap().success());
    assert_eq!(*status.lock().unwrap(), "Playing");
    assert!(!saver.is_given());
}

#[test]
fn without_any_bus_a_session_runs_as_ever() {
    let desktop = Desktop::new("do_not_disturb = true\npause_players = true\n");
    desktop.session.hang();
    desktop.system.hang();
    let mut program = desktop.guides("short.toml");
    assert!(program.0.wait().unwrap().success());
}
