//! What hangs.

use std::os::unix::net::UnixListener;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use supple::desk::readings::{Desktop as _, Missing};
use supple::reminder::Silence;

use crate::idle::Mutter;
use crate::patience::await_that;
use crate::{Desk, told};

/// What does not hang answers sooner, on any machine.
const PATIENCE: Duration = Duration::from_secs(2);

#[test]
fn whatever_hangs_the_rest_is_told() {
    let mut desk = Desk::new();
    desk.places.patience = PATIENCE;
    desk.write("sys/class/power_supply/BAT0/type", "Battery\n");
    desk.write("sys/class/power_supply/BAT0/status", "Discharging\n");
    let (session, system) = (desk.session_bus(), desk.system_bus());
    // Each takes a connection, and never says a word.
    let listen = |name: &str| {
        let path = desk.path().join(name);
        (UnixListener::bind(&path).unwrap(), path)
    };
    let (_sound, sound) = listen("sound");
    let (_compositor, compositor) = listen("compositor");
    desk.places.sound = Some(sound);
    desk.places.wayland = Some(compositor);
    let mut real = desk.real();
    session.hang();
    system.hang();
    for _ in 0..3 {
        let looked = real.look();
        assert_eq!(
            told(&looked, Silence::Battery, Missing::Battery),
            Some(true)
        );
        assert_eq!(looked.idle, None);
    }
}

#[test]
fn a_service_that_hangs_keeps_the_others_from_nothing() {
    let mut desk = Desk::new();
    desk.places.patience = PATIENCE;
    let bus = desk.session_bus();
    let locker = bus.mock("gnome_screensaver", "org.gnome.ScreenSaver");
    let mut real = desk.real();
    let looked = real.look();
    assert_eq!(told(&looked, Silence::Locked, Missing::Locked), Some(false));
    kill_process(Pid::from_child(&locker.0), Signal::STOP).unwrap();
    let name = "org.gnome.Mutter.IdleMonitor";
    let path = "/org/gnome/Mutter/IdleMonitor/Core";
    let _mutter = bus.has(name, path, Mutter(1_500));
    let looked = real.look();
    assert_eq!(told(&looked, Silence::Locked, Missing::Locked), None);
    assert_eq!(looked.idle, Some(Duration::from_millis(1_500)));
    kill_process(Pid::from_child(&locker.0), Signal::CONT).unwrap();
    await_that("it answers again", || {
        told(&real.look(), Silence::Locked, Missing::Locked) == Some(false)
    });
}
