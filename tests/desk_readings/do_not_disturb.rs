use std::path::Path;
use std::process::Command;

use supple::desk::readings::Missing;
use supple::reminder::Silence;
use zbus::interface;
use zbus::zvariant::Value;

use crate::process::missing;
use crate::screen::Screen;
use crate::{Desk, told};

fn quiet(desk: &Desk) -> Option<bool> {
    told(&desk.look(), Silence::DoNotDisturb, Missing::DoNotDisturb)
}

const NOTIFICATIONS: &str = "org.freedesktop.Notifications";

#[test]
fn dunst_tells_that_it_is_paused() {
    let mut desk = Desk::new();
    let bus = desk.session_bus();
    assert_eq!(quiet(&desk), None);
    let screen = Screen::start(desk.path());
    let mut dunst = Command::new("dunst");
    screen.shows(&mut dunst);
    let _dunst = bus.serve(&mut dunst, NOTIFICATIONS);
    assert_eq!(quiet(&desk), Some(false));
    let paused = (
        NOTIFICATIONS,
        "/org/freedesktop/Notifications",
        "org.dunstproject.cmd0",
    );
    for is_paused in [true, false] {
        bus.connect().set(paused, "paused", is_paused);
        assert_eq!(quiet(&desk), Some(is_paused));
    }
}

struct Plasma(bool);

#[interface(name = "org.freedesktop.Notifications")]
impl Plasma {
    #[zbus(property)]
    fn inhibited(&self) -> bool {
        self.0
    }
}

struct Xfconf;

#[interface(name = "org.xfce.Xfconf")]
impl Xfconf {
    fn get_property(&self, channel: &str, property: &str) -> zbus::fdo::Result<Value<'_>> {
        if (channel, property) == ("xfce4-notifyd", "/do-not-disturb") {
            Ok(true.into())
        } else {
            Err(zbus::fdo::Error::Failed("no such property".into()))
        }
    }
}

struct Mako(Vec<String>);

#[interface(name = "fr.emersion.Mako")]
impl Mako {
    #[zbus(property)]
    fn modes(&self) -> Vec<String> {
        self.0.clone()
    }
}

struct Swaync;

#[interface(name = "org.erikreider.swaync.cc")]
impl Swaync {
    fn get_dnd(&self) -> bool {
        true
    }
}

#[test]
fn so_do_those_of_other_desktops() {
    let mut desk = Desk::new();
    let bus = desk.session_bus();
    for inhibited in [false, true] {
        let path = "/org/freedesktop/Notifications";
        let plasma = bus.has(NOTIFICATIONS, path, Plasma(inhibited));
        assert_eq!(quiet(&desk), Some(inhibited));
        drop(plasma);
        bus.await_name(NOTIFICATIONS, false);
    }
    for (mode, is_quiet) in [("default", false), ("do-not-disturb", true)] {
        let mako = Mako(vec![mode.to_owned()]);
        let mako = bus.has("fr.emersion.Mako", "/fr/emersion/Mako", mako);
        assert_eq!(quiet(&desk), Some(is_quiet));
        drop(mako);
        bus.await_name("fr.emersion.Mako", false);
    }
    let path = "/org/erikreider/swaync/cc";
    let swaync = bus.has("org.erikreider.swaync.cc", path, Swaync);
    assert_eq!(quiet(&desk), Some(true));
    drop(swaync);
    bus.await_name("org.erikreider.swaync.cc", false);
    assert_eq!(quiet(&desk), None);
    let _xfconf = bus.has("org.xfce.Xfconf", "/org/xfce/Xfconf", Xfconf);
    assert_eq!(quiet(&desk), Some(true));
}

#[test]
fn gnome_and_its_kin_have_a_switch_among_their_settings() {
    let mut desk = Desk::new();
    let bus = desk.session_bus();
    let config = desk.path().join("config");
    let places = ["/usr/libexec/dconf-service", "/usr/lib/dconf-service"];
    let service = places.iter().find(|path| Path::new(path).exists());
    let mut service = Command::new(service.unwrap_or(&"dconf-service"));
    let _service = bus.serve(service.env("XDG_CONFIG_HOME", &config), "ca.desrt.dconf");
    let write = |key: &str, value: &str| {
        let mut dconf = Command::new("dconf");
        dconf
            .args(["write", key, value])
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .env("XDG_CONFIG_HOME", &config);
        let done = dconf
            .status()
            .unwrap_or_else(|error| missing("dconf", &error));
        assert!(done.success());
    };
    desk.places.dconf = Some(config.join("dconf/user"));
    for (desktop, key, quiet_value) in [
        (
            "ubuntu:GNOME",
            "/org/gnome/desktop/notifications/show-banners",
            "false",
        ),
        (
            "X-Cinnamon",
            "/org/cinnamon/desktop/notifications/display-notifications",
            "false",
        ),
        (
            "MATE",
            "/org/mate/notification-daemon/do-not-disturb",
            "true",
        ),
    ] {
        desktop.clone_into(&mut desk.places.desktop);
        assert_eq!(quiet(&desk), Some(false), "{desktop}: nothing was chosen");
        write(key, quiet_value);
        assert_eq!(quiet(&desk), Some(true), "{desktop}");
        write(
            key,
            if quiet_value == "true" {
                "false"
            } else {
                "true"
            },
        );
        assert_eq!(quiet(&desk), Some(false), "{desktop}");
    }
    "sway".clone_into(&mut desk.places.desktop);
    assert_eq!(quiet(&desk), None, "others do not look there");
    "MATE".clone_into(&mut desk.places.desktop);
    std::fs::write(config.join("dconf/user"), "GVariant and no more").unwrap();
    assert_eq!(quiet(&desk), Some(false), "a file that broke");
}
