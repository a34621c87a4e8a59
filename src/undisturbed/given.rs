//! What is asked of the services of a desktop.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use zbus::zvariant::{OwnedFd, OwnedObjectPath, Value};

use super::Wanted;
use super::players::Paused;
use crate::bus::{Address, Asked, Bus, PATIENCE, Whom};

/// As a desktop knows the program.
const PROGRAM: &str = "supple";

/// So often it is heard what players say.
const LISTEN: Duration = Duration::from_secs(30);

/// Asks, waits until it is `over`, and gives back.
pub(super) fn hold(wanted: &Wanted, over: &Receiver<()>) {
    let mut session = Bus::at(Address::Session, PATIENCE);
    let mut system = Bus::at(Address::System, PATIENCE);
    let paused = wanted.pause_players.then(|| Paused::all(&mut session));
    let given = zbus::block_on(session.ask(async |bus| {
        let mut given = Vec::new();
        if wanted.do_not_disturb {
            given.extend(quiet(bus, &wanted.reason).await);
        }
        if wanted.awake {
            given.extend(awake(bus, &wanted.reason).await);
        }
        given
    }));
    // As long as this is open.
    let in_system = wanted.awake.then(|| {
        zbus::block_on(system.ask(async |bus| awake_in_system(bus, &wanted.reason).await))
    });
    // Nothing is ever sent: it ends with the other side.
    while let Err(RecvTimeoutError::Timeout) = over.recv_timeout(LISTEN) {
        if let Some(paused) = &paused {
            paused.hear(&mut session);
        }
    }
    drop(in_system);
    zbus::block_on(session.ask(async |bus| {
        for given in given.into_iter().flatten() {
            given.give_back(bus).await;
        }
    }));
    if let Some(paused) = paused {
        paused.go_on(&mut session);
    }
}

/// Something that a service has given.
enum Given {
    /// By a number.
    Number(Whom<'static>, &'static str, u32),
    /// By an object of its own.
    Request(OwnedObjectPath),
}

const PORTAL: &str = "org.freedesktop.portal.Desktop";

impl Given {
    async fn give_back(self, bus: &Asked) {
        // A service that is gone has nothing to take back.
        let _: Option<()> = match &self {
            Self::Number(whom, method, number) => bus.call(*whom, method, number).await,
            Self::Request(path) => {
                let request = Whom(PORTAL, path, "org.freedesktop.portal.Request");
                bus.call(request, "Close", &()).await
            }
        };
    }
}

/// Has messages of other programs wait.
async fn quiet(bus: &Asked, reason: &str) -> Option<Given> {
    let whom = Whom(
        "org.freedesktop.Notifications",
        "/org/freedesktop/Notifications",
        "org.freedesktop.Notifications",
    );
    let hints: HashMap<&str, Value<'_>> = HashMap::new();
    let number = bus.call(whom, "Inhibit", &(PROGRAM, reason, hints)).await?;
    Some(Given::Number(whom, "UnInhibit", number))
}

/// Has the screen stay on, and the system with it.
async fn awake(bus: &Asked, reason: &str) -> Vec<Given> {
    let screen = Whom(
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
    );
    // Of some desktops those who look after the power listen to nobody else.
    let power = Whom(
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    );
    let mut given = Vec::new();
    for whom in [screen, power] {
        let number = bus.call(whom, "Inhibit", &(PROGRAM, reason)).await;
        given.extend(number.map(|number| Given::Number(whom, "UnInhibit", number)));
    }
    if given.is_empty() {
        given.extend(awake_through_portal(bus, reason).await);
    }
    given
}

/// The same for a program that is kept from the desktop's own services.
async fn awake_through_portal(bus: &Asked, reason: &str) -> Option<Given> {
    const SUSPEND_AND_IDLE: u32 = 4 | 8;
    let portal = Whom(
        PORTAL,
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Inhibit",
    );
    let options = HashMap::from([("reason", Value::from(reason))]);
    let with = ("", SUSPEND_AND_IDLE, options);
    let request = bus.call_or_start(portal, "Inhibit", &with).await?;
    Some(Given::Request(request))
}

/// The same of the service that puts a machine to sleep which nobody uses. A person can still do that.
async fn awake_in_system(bus: &Asked, reason: &str) -> Option<OwnedFd> {
    let login = Whom(
        "org.freedesktop.login1",
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    );
    let with = ("idle", PROGRAM, reason, "block");
    bus.call(login, "Inhibit", &with).await
}
