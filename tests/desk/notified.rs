//! Notifications, as a server that stands in for a desktop's gets them, on a bus of the test's own.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};

use zbus::connection::Builder;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, block_on, interface};

use crate::due;
use crate::machine::Machine;
use crate::patience::{PATIENCE, await_that};
use crate::process::Process;
use crate::running::{Running, alone, last_answer, status};

pub(crate) const PATH: &str = "/org/freedesktop/Notifications";

/// A bus that only this test knows.
pub(crate) struct Bus {
    pub(crate) address: String,
    _daemon: Process,
}

impl Bus {
    pub(crate) fn start(machine: &Machine) -> Self {
        let mut daemon = Command::new("dbus-daemon");
        daemon
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .env("XDG_DATA_DIRS", machine.path("no-services"))
            .env("XDG_DATA_HOME", machine.path("no-services"))
            .stdout(Stdio::piped());
        let mut daemon = Process::start(&mut daemon, machine.folder.path());
        let mut address = String::new();
        let said = daemon.0.stdout.take().unwrap();
        BufReader::new(said).read_line(&mut address).unwrap();
        Self {
            address: address.trim().to_owned(),
            _daemon: daemon,
        }
    }

    pub(crate) fn remind(&self, machine: &Machine) -> Running {
        Running::start(machine, |command| {
            command.env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        })
    }
}

/// What reached the server.
#[derive(Debug)]
pub(crate) enum Got {
    Notification {
        title: String,
        text: String,
        actions: Vec<String>,
        stays: i32,
    },
    Close(u32),
}

pub(crate) struct Server {
    got: Sender<Got>,
    can: Vec<&'static str>,
}

/// The number that the server gives a notification.
pub(crate) const NUMBER: u32 = 7;

#[interface(name = "org.freedesktop.Notifications")]
impl Server {
    fn get_capabilities(&self) -> Vec<&'static str> {
        self.can.clone()
    }

    #[expect(clippy::too_many_arguments, reason = "as the interface has it")]
    fn notify(
        &self,
        _app: &str,
        _replaces: u32,
        _icon: &str,
        summary: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        expires: i32,
    ) -> u32 {
        let _ = self.got.send(Got::Notification {
            title: summary,
            text: body,
            actions,
            stays: expires,
        });
        NUMBER
    }

    fn close_notification(&self, id: u32) {
        let _ = self.got.send(Got::Close(id));
    }

    #[zbus(signal)]
    pub(crate) async fn action_invoked(
        to: &SignalEmitter<'_>,
        id: u32,
        key: &str,
    ) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(to: &SignalEmitter<'_>, id: u32, why: u32) -> zbus::Result<()>;
}

pub(crate) fn serve(bus: &Bus, can: &[&'static str]) -> (Connection, Receiver<Got>) {
    let (got, gotten) = mpsc::channel();
    let can = can.to_vec();
    let server = Builder::address(bus.address.as_str())
        .unwrap()
        .name("org.freedesktop.Notifications")
        .unwrap()
        .serve_at(PATH, Server { got, can })
        .unwrap();
    (block_on(server.build()).unwrap(), gotten)
}

/// What is shown, by a server that can do this.
fn shown(can: &[&'static str]) -> (Machine, Bus, Running, Connection, Receiver<Got>, Got) {
    let machine = due("form = \"notification\"");
    let bus = Bus::start(&machine);
    let (server, got) = serve(&bus, can);
    let running = bus.remind(&machine);
    let first = got.recv_timeout(PATIENCE).unwrap();
    (machine, bus, running, server, got, first)
}

const ALL: [&str; 3] = ["actions", "body", "body-markup"];

#[test]
fn a_notification_says_why_and_offers_what_can_be_answered() {
    let (_machine, _bus, _running, _server, _got, first) = shown(&ALL);
    let Got::Notification {
        title,
        text,
        actions,
        stays,
    } = first
    else {
        panic!("{first:?}");
    };
    assert_eq!(title, "Time for For the neck");
    assert!(text.contains("Its time today: 0:00."), "{text}");
    let keys: Vec<&str> = actions.iter().step_by(2).map(String::as_str).collect();
    assert_eq!(keys, ["default", "start", "put-off", "not-now"]);
    assert_eq!(stays, 60_000);
}

#[test]
fn each_answer_reaches_the_one_that_reminds() {
    for (key, answer) in [
        ("start", "start"),
        ("default", "start"),
        ("put-off", "put-off"),
        ("not-now", "not-now"),
    ] {
        let (machine, _bus, _running, server, got, _) = shown(&ALL);
        let to = SignalEmitter::new(&server, PATH).unwrap();
        // Of another program's notification nothing is taken.
        block_on(Server::action_invoked(&to, NUMBER + 1, "not-now")).unwrap();
        block_on(Server::action_invoked(&to, NUMBER, key)).unwrap();
        await_that("the answer arrives", || last_answer(&machine) == answer);
        drop(got);
    }
}

#[test]
fn what_the_person_closes_is_not_now_and_what_the_server_closes_is_gone() {
    for (why, answer) in [(2, "not-now"), (1, "gone")] {
        let (machine, _bus, _running, server, _got, _) = shown(&ALL);
        let to = SignalEmitter::new(&server, PATH).unwrap();
        block_on(Server::notification_closed(&to, NUMBER, why)).unwrap();
        await_that("the answer arrives", || last_answer(&machine) == answer);
    }
}

#[test]
fn what_is_answered_elsewhere_is_closed_and_so_is_what_is_on_show_at_the_end() {
    let (machine, _bus, _running, _server, got, _) = shown(&ALL);
    let answered = alone(&machine, &["remind", "--answer", "put-off"]).status();
    assert!(answered.unwrap().success());
    let closed = got.recv_timeout(PATIENCE).unwrap();
    assert!(matches!(closed, Got::Close(NUMBER)), "{closed:?}");

    let (_machine, _bus, mut running, _server, got, _) = shown(&ALL);
    running.signal(rustix::process::Signal::TERM);
    assert_eq!(running.code(), Some(0));
    assert!(matches!(got.recv_timeout(PATIENCE), Ok(Got::Close(NUMBER))));
}

#[test]
fn a_server_without_buttons_says_in_words_how_to_begin() {
    let (_machine, _bus, _running, _server, _got, first) = shown(&["body"]);
    let Got::Notification { text, .. } = first else {
        panic!("{first:?}");
    };
    assert!(text.contains("To begin, open Supple"), "{text}");
}

#[test]
fn where_nothing_shows_notifications_the_window_is_tried_and_the_process_goes_on() {
    let machine = due("form = \"notification\"");
    let bus = Bus::start(&machine);
    let _running = bus.remind(&machine);
    await_that("both were tried", || status(&machine)["shown_as"] == "none");
    assert_eq!(last_answer(&machine), "not-shown");
    assert_eq!(status(&machine)["runs"], true);
}

#[test]
fn the_bus_knows_it_by_name_and_asks_it_what_is_on() {
    let machine = due("");
    let bus = Bus::start(&machine);
    let mut running = bus.remind(&machine);
    let asker = Builder::address(bus.address.as_str()).unwrap().build();
    let asker = block_on(asker).unwrap();
    let ask = |method: &str| {
        let name = "supple.Reminders";
        let reply = asker.call_method(Some(name), "/supple/Reminders", Some(name), method, &());
        let text: String = block_on(reply).unwrap().body().deserialize().unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()
    };
    assert_eq!(ask("Status")["runs"], true);
    assert_eq!(ask("QuietUntilTomorrow")["now"]["because"], "asked");

    // Another person's folders on the same bus are not reminded of as well.
    let other = due("");
    let mut second = alone(&other, &["remind"]);
    second.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    let second = crate::ended::Ended::of(second.spawn().unwrap());
    assert!(second.stdout.contains("already"), "{}", second.stdout);

    // It goes on when the bus does not.
    drop(bus);
    assert_eq!(status(&machine)["runs"], true);
    running.signal(rustix::process::Signal::TERM);
    assert_eq!(running.code(), Some(0));
}
