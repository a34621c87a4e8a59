//! Players of music and films: those that play pause, and go on afterwards.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zbus::Task;

use crate::bus::{Asked, Bus, Whom};

const PREFIX: &str = "org.mpris.MediaPlayer2.";
const PATH: &str = "/org/mpris/MediaPlayer2";
const INTERFACE: &str = "org.mpris.MediaPlayer2.Player";

/// Speaks for whichever of the others was in use last.
const SPOKESMAN: &str = "org.mpris.MediaPlayer2.playerctld";

const STATUS: &str = "PlaybackStatus";
const PLAYS: &str = "Playing";

/// The players that were paused.
pub(super) struct Paused {
    players: Vec<Player>,
    started: Started,
    /// Takes in which of them are started, as long as it is there.
    _hears: Option<Task<()>>,
}

/// Those that have said that they play, by whom they are on the bus.
#[derive(Clone, Default)]
struct Started(Arc<Mutex<BTreeSet<String>>>);

struct Player {
    name: String,
    /// Whose name it was: one that was started anew is another.
    owner: String,
}

impl Paused {
    /// Pauses all that play.
    pub(super) fn all(session: &mut Bus) -> Self {
        let started = Started::default();
        let known = started.clone();
        let first = zbus::block_on(session.ask(async |bus| {
            let names = bus.names(PREFIX).filter(|name| *name != SPOKESMAN);
            let names: Vec<_> = names.map(ToOwned::to_owned).collect();
            if names.is_empty() {
                return (names, None);
            }
            let hears = bus.hear_changes(PATH, INTERFACE, move |who, now| {
                let status = now.get(STATUS).map(|status| status.downcast_ref::<&str>());
                if status == Some(Ok(PLAYS)) {
                    known.lock().insert(who.to_owned());
                }
            });
            (names, hears.await)
        }));
        let (names, hears) = first.unwrap_or_default();
        // One that hangs has time of its own.
        let paused = names.into_iter().filter_map(|name| {
            let paused = session.ask(async |bus| Player::pause(bus, name, &started).await);
            zbus::block_on(paused).flatten()
        });
        Self {
            players: paused.collect(),
            started,
            _hears: hears,
        }
    }

    /// Takes in what the players said meanwhile, which waits until then.
    pub(super) fn hear(&self, session: &mut Bus) {
        if !self.players.is_empty() {
            zbus::block_on(session.ask(async |_| ()));
        }
    }

    /// Has those go on that nobody started or stopped since.
    pub(super) fn go_on(self, session: &mut Bus) {
        for player in &self.players {
            zbus::block_on(session.ask(async |bus| player.go_on(bus, &self.started).await));
        }
    }
}

impl Started {
    fn lock(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Player {
    async fn pause(bus: &Asked, name: String, started: &Started) -> Option<Self> {
        if status(bus, &name).await? != PLAYS {
            return None;
        }
        let () = bus.call(player(&name), "Pause", &()).await?;
        let owner = bus.owner(&name).await?;
        // What it said before it was asked to pause.
        started.lock().remove(&owner);
        Some(Self { name, owner })
    }

    async fn go_on(&self, bus: &Asked, started: &Started) -> Option<()> {
        // One that has just been asked to pause may not know yet that it does.
        let is_as_left = status(bus, &self.name).await? != "Stopped"
            && bus.owner(&self.name).await? == self.owner
            && !started.lock().contains(&self.owner);
        if is_as_left {
            let () = bus.call(player(&self.name), "Play", &()).await?;
        }
        Some(())
    }
}

fn player(name: &str) -> Whom<'_> {
    Whom(name, PATH, INTERFACE)
}

async fn status(bus: &Asked, name: &str) -> Option<String> {
    bus.get(player(name), STATUS).await
}
