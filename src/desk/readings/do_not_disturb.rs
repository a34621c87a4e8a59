//! Whether the person does not want to be disturbed.

use std::borrow::Cow;

use gvdb::read::File;

use super::{Places, either};
use crate::bus::{Asked, Whom};
use crate::contain::contained;
use crate::disk;

const NOTIFICATIONS: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// As whoever shows notifications has it.
pub(super) async fn on_bus(session: &Asked) -> Option<bool> {
    // Plasma, and those that have it from there.
    let inhibited = session.get(Whom(NOTIFICATIONS, PATH, NOTIFICATIONS), "Inhibited");
    let dunst = Whom(NOTIFICATIONS, PATH, "org.dunstproject.cmd0");
    let known = either(inhibited.await, session.get(dunst, "paused").await);
    let mako = mako(session).await;
    either(
        either(known, mako),
        either(swaync(session).await, xfce(session).await),
    )
}

/// Its modes have the names that a person gives them: this is the one in its manual.
async fn mako(session: &Asked) -> Option<bool> {
    let mako = Whom("fr.emersion.Mako", "/fr/emersion/Mako", "fr.emersion.Mako");
    let modes = session
        .get::<zbus::zvariant::OwnedValue>(mako, "Modes")
        .await?;
    let modes: Vec<String> = modes.try_into().ok()?;
    Some(modes.iter().any(|mode| mode == "do-not-disturb"))
}

async fn swaync(session: &Asked) -> Option<bool> {
    const NAME: &str = "org.erikreider.swaync.cc";
    let swaync = Whom(NAME, "/org/erikreider/swaync/cc", NAME);
    session.call(swaync, "GetDnd", &()).await
}

async fn xfce(session: &Asked) -> Option<bool> {
    let xfce = Whom("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf");
    let property = ("xfce4-notifyd", "/do-not-disturb");
    // It knows none that was never chosen.
    let value: zbus::zvariant::OwnedValue = session.call(xfce, "GetProperty", &property).await?;
    value.try_into().ok()
}

/// Desktops with a switch among their settings: where it is, and how it stands when nothing is to come.
const SWITCHES: [(&str, &str, bool); 4] = [
    (
        "GNOME",
        "/org/gnome/desktop/notifications/show-banners",
        false,
    ),
    (
        "Budgie",
        "/org/gnome/desktop/notifications/show-banners",
        false,
    ),
    (
        "X-Cinnamon",
        "/org/cinnamon/desktop/notifications/display-notifications",
        false,
    ),
    ("MATE", "/org/mate/notification-daemon/do-not-disturb", true),
];

/// More than the settings of a desktop have, in bytes.
const LARGEST: u64 = 16 << 20;

/// As the desktop's settings have it.
pub(super) fn in_settings(places: &Places) -> Option<bool> {
    let is_here = |name: &str| places.desktop.split(':').any(|desktop| desktop == name);
    let (_, key, quiet) = SWITCHES.iter().find(|(name, ..)| is_here(name))?;
    let Ok(database) = disk::read_up_to(LARGEST, places.dconf.as_ref()?) else {
        // Nothing was ever chosen there.
        return Some(false);
    };
    // What a library makes of a file that broke is no promise of its own.
    let value = contained(|| {
        let file = File::from_bytes(Cow::Owned(database)).ok()?;
        file.hash_table().ok()?.get::<bool>(key).ok()
    });
    Some(value? == Some(*quiet))
}
