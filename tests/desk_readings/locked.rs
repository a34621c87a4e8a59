use supple::desk::readings::{Desktop as _, Missing};
use supple::reminder::Silence;

use crate::{Desk, told};

fn locked(desk: &Desk) -> Option<bool> {
    told(&desk.look(), Silence::Locked, Missing::Locked)
}

#[test]
fn a_desktops_own_locker_tells_that_the_screen_is_locked() {
    let mut desk = Desk::new();
    let bus = desk.session_bus();
    assert_eq!(locked(&desk), None);
    let _locker = bus.mock("gnome_screensaver", "org.gnome.ScreenSaver");
    assert_eq!(locked(&desk), Some(false));
    let name = "org.gnome.ScreenSaver";
    let screen_saver = (name, "/org/gnome/ScreenSaver", name);
    for is_locked in [true, false] {
        bus.connect().call(screen_saver, "SetActive", &is_locked);
        assert_eq!(locked(&desk), Some(is_locked));
    }
}

#[test]
fn the_service_that_knows_who_is_logged_in_tells_it_too() {
    let mut desk = Desk::new();
    let bus = desk.system_bus();
    let _logind = bus.mock("logind", "org.freedesktop.login1");
    let bus = bus.connect();
    let name = "org.freedesktop.login1";
    let manager = (name, "/org/freedesktop/login1", "org.freedesktop.DBus.Mock");
    // This is what a program calls its own session.
    let path = "/org/freedesktop/login1/session/auto";
    bus.call(
        manager,
        "AddSession",
        &("auto", "seat0", 1000_u32, "pat", true),
    );
    let session = "org.freedesktop.login1.Session";
    let mut real = desk.real();
    for is_locked in [false, true, false] {
        bus.set((name, path, session), "LockedHint", is_locked);
        let looked = real.look();
        let told = told(&looked, Silence::Locked, Missing::Locked);
        assert_eq!(told, Some(is_locked));
    }
}
