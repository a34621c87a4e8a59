//! Whether a program has asked for the screen to stay on, as for a film or a presentation. Where a compositor
//! tells nobody which window fills the screen, this is what is left.

use super::either;
use crate::bus::{Asked, Whom};

pub(super) async fn on_bus(session: &Asked) -> Option<bool> {
    /// That the screen goes dark.
    const GNOME_IDLE: u32 = 8;
    const KDE_SCREEN: u32 = 4;
    let gnome = Whom(
        "org.gnome.SessionManager",
        "/org/gnome/SessionManager",
        "org.gnome.SessionManager",
    );
    let kde = Whom(
        "org.kde.Solid.PowerManagement.PolicyAgent",
        "/org/kde/Solid/PowerManagement/PolicyAgent",
        "org.kde.Solid.PowerManagement.PolicyAgent",
    );
    let gnome = session.call(gnome, "IsInhibited", &GNOME_IDLE).await;
    either(gnome, session.call(kde, "HasInhibition", &KDE_SCREEN).await)
}
