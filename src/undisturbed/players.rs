//! Players of music and films: those that play pause, and go on afterwards.

use crate::bus::{Asked, Bus, Whom};

const PREFIX: &str = "org.mpris.MediaPlayer2.";

/// Speaks for whichever of the others was in use last.
const SPOKESMAN: &str = "org.mpris.MediaPlayer2.playerctld";

/// The players that were paused, by their names on the bus.
pub(super) struct Paused(Vec<Player>);

struct Player {
    name: String,
    /// Whose name it was: one that was started anew is another.
    owner: String,
}

impl Paused {
    /// Pauses all that play.
    pub(super) fn all(session: &mut Bus) -> Self {
        let names = zbus::block_on(session.ask(async |bus| {
            let names = bus.names(PREFIX).filter(|name| *name != SPOKESMAN);
            names.map(ToOwned::to_owned).collect::<Vec<_>>()
        }));
        let names = names.unwrap_or_default().into_iter();
        // One that hangs has time of its own.
        let paused = names.filter_map(|name| {
            let paused = session.ask(async |bus| Player::pause(bus, name).await);
            zbus::block_on(paused).flatten()
        });
        Self(paused.collect())
    }

    /// Has those go on that stand as they were left.
    pub(super) fn go_on(self, session: &mut Bus) {
        for player in self.0 {
            zbus::block_on(session.ask(async |bus| player.go_on(bus).await));
        }
    }
}

impl Player {
    async fn pause(bus: &Asked, name: String) -> Option<Self> {
        if status(bus, &name).await? != "Playing" {
            return None;
        }
        let owner = bus.owner(&name).await?;
        let () = bus.call(player(&name), "Pause", &()).await?;
        Some(Self { name, owner })
    }

    async fn go_on(&self, bus: &Asked) -> Option<()> {
        let is_as_left = status(bus, &self.name).await? == "Paused"
            && bus.owner(&self.name).await? == self.owner;
        if is_as_left {
            let () = bus.call(player(&self.name), "Play", &()).await?;
        }
        Some(())
    }
}

fn player(name: &str) -> Whom<'_> {
    Whom(
        name,
        "/org/mpris/MediaPlayer2",
        "org.mpris.MediaPlayer2.Player",
    )
}

async fn status(bus: &Asked, name: &str) -> Option<String> {
    bus.get(player(name), "PlaybackStatus").await
}
