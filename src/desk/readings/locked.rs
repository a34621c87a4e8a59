//! Whether the screen is locked.

use super::either;
use crate::bus::{Asked, Whom};

/// Those that lock a screen, with the path at which they say so.
const LOCKERS: [(&str, &str); 5] = [
    (
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
    ),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
];

/// As the desktop's own locker has it.
pub(super) async fn in_session(session: &Asked) -> Option<bool> {
    let mut locked = None;
    for (name, path) in LOCKERS {
        let active = session.call(Whom(name, path, name), "GetActive", &()).await;
        locked = either(locked, active);
    }
    locked
}

/// As the service has it that knows who is logged in.
pub(super) async fn in_login(system: &Asked) -> Option<bool> {
    let whom = Whom(
        "org.freedesktop.login1",
        // The session that this program runs in, or else the one that has the screen.
        "/org/freedesktop/login1/session/auto",
        "org.freedesktop.login1.Session",
    );
    system.get(whom, "LockedHint").await
}
