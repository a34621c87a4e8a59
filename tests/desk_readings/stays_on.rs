//! A compositor whose screen stays on during a session, where no service of a desktop sees to it.

use std::fs;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};

use crate::compositor::Sway;
use crate::machine::Machine;
use crate::own_bus::OwnBus;
use crate::patience::await_that;
use crate::process::Process;
use crate::session::LONG;

#[test]
fn a_compositor_keeps_its_screen_on_until_a_session_is_left_or_killed() {
    let machine = Machine::new();
    machine.write("long.toml", LONG);
    let quiet = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    machine.write("config/settings.toml", quiet);
    let folder = machine.folder.path();
    let bus = OwnBus::start(folder, "bus");
    let sway = Sway::start(folder);
    // How often sway says that it was asked to stay on, and that it was let go.
    let says = |what: &str| {
        let log = fs::read_to_string(folder.join("sway.log")).unwrap();
        log.matches(what).count()
    };
    for (times, signal) in [(1, Signal::INT), (2, Signal::KILL)] {
        let mut program = machine.command(["guide", "long.toml"]);
        program
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &bus.address)
            .stdout(Stdio::null());
        sway.shows(&mut program);
        let mut program = Process::start(&mut program, folder);
        await_that("the screen stays on", || {
            says("New sway idle inhibitor") == times
        });
        assert_eq!(says("idle inhibitor destroyed"), times - 1);
        kill_process(Pid::from_child(&program.0), signal).unwrap();
        program.0.wait().unwrap();
        await_that("the screen may go dark", || {
            says("idle inhibitor destroyed") == times
        });
    }
}
