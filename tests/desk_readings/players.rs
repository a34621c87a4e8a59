//! A real player of music, paused for a session.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use futures_lite::{StreamExt as _, future};
use rustix::process::Signal;
use zbus::zvariant::OwnedValue;
use zbus::{MatchRule, MessageStream, block_on};

use crate::own_bus::OwnBus;
use crate::patience::await_that;
use crate::process::Process;
use crate::session::{Desktop, end};

const PATH: &str = "/org/mpris/MediaPlayer2";
const PLAYER: &str = "org.mpris.MediaPlayer2.Player";

/// mpv, which plays noise to nobody.
struct Mpv<'a> {
    bus: &'a OwnBus,
    /// Its name on the bus.
    name: String,
    /// Where it is used as in a window of its own.
    socket: PathBuf,
    _process: Process,
}

impl<'a> Mpv<'a> {
    /// The only one or one more, with these arguments.
    fn start(desktop: &'a Desktop, only: bool, arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir_in(&desktop.machine.folder)
            .unwrap()
            .keep();
        let socket = folder.join("socket");
        let mut mpv = Command::new("mpv");
        mpv.args(["--ao=null", "--no-video", "--no-terminal"])
            .arg(format!("--input-ipc-server={}", socket.display()))
            .args(arguments)
            .arg("av://lavfi:anoisesrc=r=8000")
            .env("DBUS_SESSION_BUS_ADDRESS", &desktop.session.address)
            // What it is on the bus by lies among the settings of the system.
            .env("HOME", &folder)
            .env_remove("MPV_HOME")
            .env_remove("XDG_CONFIG_HOME")
            .stdout(Stdio::null());
        let process = Process::start(&mut mpv, &folder);
        let name = "org.mpris.MediaPlayer2.mpv";
        let name = if only {
            name.to_owned()
        } else {
            format!("{name}.instance{}", process.0.id())
        };
        let bus = &desktop.session;
        bus.await_name(&name, true);
        Self {
            bus,
            name,
            socket,
            _process: process,
        }
    }

    /// What mpv answers to a command, as a program of the same person may give it.
    fn command(&self, command: &str) -> serde_json::Value {
        let mut stream = UnixStream::connect(&self.socket).unwrap();
        writeln!(stream, "{command}").unwrap();
        let answers = BufReader::new(stream).lines();
        // In between it tells of what happens.
        let mut answers = answers.map(|line| serde_json::from_str(&line.unwrap()).unwrap());
        let answer = answers.find(|answer: &serde_json::Value| answer.get("error").is_some());
        let answer = answer.unwrap();
        assert_eq!(answer["error"], "success", "{command}");
        answer
    }

    fn is_paused(&self) -> bool {
        self.command(r#"{"command": ["get_property", "pause"]}"#)["data"] == true
    }

    /// What it is, as everybody on the bus knows.
    fn status(&self) -> String {
        let whom = (&*self.name, PATH, "org.freedesktop.DBus.Properties");
        let guest = self.bus.connect();
        let status = guest.call(whom, "Get", &(PLAYER, "PlaybackStatus"));
        let status: OwnedValue = status.body().deserialize().unwrap();
        status.try_into().unwrap()
    }

    /// As the person does it, until everybody on the bus knows.
    fn press_space(&self) {
        let is = if self.is_paused() {
            "Playing"
        } else {
            "Paused"
        };
        let guest = self.bus.connect();
        let rule = MatchRule::builder()
            .sender(self.name.as_str())
            .and_then(|rule| rule.member("PropertiesChanged"))
            .and_then(|rule| rule.path(PATH));
        let rule = rule.unwrap().build();
        let said = MessageStream::for_match_rule(rule, &guest.0, None);
        let mut said = block_on(said).unwrap();
        self.command(r#"{"command": ["keypress", "SPACE"]}"#);
        await_that(&format!("{} is {is}", self.name), || {
            let Some(Some(said)) = block_on(future::poll_once(said.next())) else {
                return false;
            };
            let said = said.unwrap().body();
            let said: (&str, HashMap<String, OwnedValue>, Vec<&str>) = said.deserialize().unwrap();
            let (of, now, _) = said;
            let status = now.get("PlaybackStatus");
            let status = status.map(|status| status.downcast_ref::<&str>());
            of == PLAYER && status == Some(Ok(is))
        });
    }
}

#[test]
fn a_player_goes_on_if_the_session_paused_it_and_nobody_else() {
    let desktop = Desktop::new("pause_players = true\n");
    let radio = Mpv::start(&desktop, true, &[]);
    let paused_before = Mpv::start(&desktop, false, &["--pause"]);
    let paused_again = Mpv::start(&desktop, false, &[]);
    let stopped = Mpv::start(&desktop, false, &["--idle"]);
    let (saver, _saver) = desktop.screen_saver();
    let mut program = desktop.guides("long.toml");
    // It comes after the players.
    await_that("the screen stays on", || saver.is_given());
    assert!(radio.is_paused() && paused_again.is_paused() && stopped.is_paused());

    paused_again.press_space();
    paused_again.press_space();
    stopped.command(r#"{"command": ["stop"]}"#);
    await_that("it has stopped", || stopped.status() == "Stopped");
    end(&mut program, Signal::INT);
    assert!(!radio.is_paused(), "it goes on before the program ends");
    assert!(paused_before.is_paused(), "it was paused before");
    assert!(paused_again.is_paused(), "a person paused it");
    assert!(stopped.is_paused(), "a person stopped it");
}
