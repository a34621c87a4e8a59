//! For how long nobody was at keyboard or mouse, as the desktop has it.

use std::time::Duration;

use crate::bus::{Asked, Whom};

pub(super) async fn on_bus(session: &Asked) -> Option<Duration> {
    let gnome = Whom(
        "org.gnome.Mutter.IdleMonitor",
        "/org/gnome/Mutter/IdleMonitor/Core",
        "org.gnome.Mutter.IdleMonitor",
    );
    if let Some(idle) = session.call(gnome, "GetIdletime", &()).await {
        return Some(Duration::from_millis(idle));
    }
    let kde = Whom(
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
    );
    let idle: u32 = session.call(kde, "GetSessionIdleTime", &()).await?;
    Some(Duration::from_millis(idle.into()))
}
