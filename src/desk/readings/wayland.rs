//! What a Wayland compositor tells.

use std::collections::BTreeMap;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use wayland_client::globals::{GlobalList, GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_registry::WlRegistry;
use wayland_client::protocol::wl_seat::WlSeat;
use wayland_client::{
    Connection, Dispatch, EventQueue, Proxy as _, QueueHandle, delegate_noop, event_created_child,
};
use wayland_protocols::ext::idle_notify::v1::client::ext_idle_notification_v1::{
    self, ExtIdleNotificationV1,
};
use wayland_protocols::ext::idle_notify::v1::client::ext_idle_notifier_v1::ExtIdleNotifierV1;
use wayland_protocols_wlr::foreign_toplevel::v1::client::zwlr_foreign_toplevel_handle_v1::{
    self, State, ZwlrForeignToplevelHandleV1,
};
use wayland_protocols_wlr::foreign_toplevel::v1::client::zwlr_foreign_toplevel_manager_v1::{
    self, ZwlrForeignToplevelManagerV1,
};

use super::aside::Aside;
use crate::threads;

/// What this program's windows are called.
const OWN: &str = "supple";

/// Connects, and asks what the compositor can do.
fn connect<S>(socket: &Path) -> Option<(GlobalList, EventQueue<S>)>
where
    S: Dispatch<WlRegistry, GlobalListContents> + 'static,
{
    let connection = Connection::from_socket(UnixStream::connect(socket).ok()?).ok()?;
    registry_queue_init(&connection).ok()
}

/// Whether somebody is there, as the compositor says when that changes.
pub(super) struct Presence {
    socket: PathBuf,
    away: Duration,
    known: Arc<Shared>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Nobody listens.
    Nothing,
    /// It has not answered yet.
    Asked,
    /// This compositor says nothing of it.
    Untold,
    There,
    AwaySince(Instant),
}

/// What is known, as the thread that listens has it.
struct Shared {
    known: Mutex<Known>,
    changed: Condvar,
}

impl Shared {
    fn set(&self, now: Known) {
        *self.lock() = now;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known as soon as it is answered, or then.
    fn answered(&self, until: Instant) -> Known {
        let left = until.saturating_duration_since(Instant::now());
        let is_asked = |known: &mut Known| *known == Known::Asked;
        let known = self.changed.wait_timeout_while(self.lock(), left, is_asked);
        *known.unwrap_or_else(PoisonError::into_inner).0
    }
}

impl Presence {
    /// `away` is how long somebody may do nothing and still be there.
    pub(super) fn listen(socket: PathBuf, away: Duration) -> Self {
        let known = Shared {
            known: Mutex::new(Known::Nothing),
            changed: Condvar::new(),
        };
        let presence = Self {
            socket,
            away,
            known: Arc::new(known),
        };
        presence.start();
        presence
    }

    /// For how long nobody was there; somebody who did nothing for less than `away` is there.
    pub(super) fn idle(&self, until: Instant) -> Option<Duration> {
        if *self.known.lock() == Known::Nothing {
            self.start();
        }
        match self.known.answered(until) {
            Known::Nothing | Known::Asked | Known::Untold => None,
            Known::There => Some(Duration::ZERO),
            Known::AwaySince(since) => Some(since.elapsed()),
        }
    }

    /// Listens on a thread of its own, which wakes only when somebody goes or comes back.
    fn start(&self) {
        self.known.set(Known::Asked);
        let (socket, away, known) = (self.socket.clone(), self.away, Arc::clone(&self.known));
        let broken = Arc::clone(&self.known);
        let work = move || {
            let told = listen(&socket, away, &known);
            // One that is gone may come back; one that can't tell won't learn it.
            known.set(told.map_or(Known::Nothing, |()| Known::Untold));
        };
        let failed = move || broken.set(Known::Untold);
        if threads::start("presence", work, failed).is_err() {
            self.known.set(Known::Nothing);
        }
    }
}

/// `Some` if the compositor does not tell, `None` once it is gone.
fn listen(socket: &Path, away: Duration, known: &Arc<Shared>) -> Option<()> {
    let (globals, mut queue) = connect::<Listener>(socket)?;
    let handle = queue.handle();
    let seat: Option<WlSeat> = globals.bind(&handle, 1..=1, ()).ok();
    let notifier: Option<ExtIdleNotifierV1> = globals.bind(&handle, 1..=2, ()).ok();
    let (Some(seat), Some(notifier)) = (seat, notifier) else {
        return Some(());
    };
    let after = u32::try_from(away.as_millis()).unwrap_or(u32::MAX);
    // A film keeps the screen on, and nobody at the keyboard.
    if notifier.version() >= 2 {
        notifier.get_input_idle_notification(after, &seat, &handle, ());
    } else {
        notifier.get_idle_notification(after, &seat, &handle, ());
    }
    let mut listener = Listener {
        away,
        known: Arc::clone(known),
    };
    queue.roundtrip(&mut listener).ok()?;
    if *known.lock() == Known::Asked {
        known.set(Known::There);
    }
    loop {
        queue.blocking_dispatch(&mut listener).ok()?;
    }
}

struct Listener {
    away: Duration,
    known: Arc<Shared>,
}

impl Dispatch<ExtIdleNotificationV1, ()> for Listener {
    fn event(
        listener: &mut Self,
        _: &ExtIdleNotificationV1,
        event: ext_idle_notification_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let now = match event {
            ext_idle_notification_v1::Event::Idled => {
                let now = Instant::now();
                Known::AwaySince(now.checked_sub(listener.away).unwrap_or(now))
            }
            _ => Known::There,
        };
        listener.known.set(now);
    }
}

delegate_noop!(Listener: ignore WlSeat);
delegate_noop!(Listener: ExtIdleNotifierV1);

impl Dispatch<WlRegistry, GlobalListContents> for Listener {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wayland_client::protocol::wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

/// A thread that looks which window fills the screen of a compositor. It connects anew for each look: a list of
/// windows that is kept up to date would wake it at each change of a title.
pub(super) fn windows(socket: PathBuf) -> Option<Aside<Option<bool>>> {
    Aside::start("windows", move || is_filled(&socket))
}

fn is_filled(socket: &Path) -> Option<bool> {
    let (globals, mut queue) = connect::<Windows>(socket)?;
    let handle = queue.handle();
    let _list: ZwlrForeignToplevelManagerV1 = globals.bind(&handle, 2..=3, ()).ok()?;
    let mut windows = Windows::default();
    // The windows, and then what there is to say of them.
    queue.roundtrip(&mut windows).ok()?;
    queue.roundtrip(&mut windows).ok()?;
    let mut windows = windows.0.into_values();
    Some(windows.any(|window| window.fills && window.program != OWN))
}

#[derive(Default)]
struct Windows(BTreeMap<u32, Seen>);

#[derive(Default)]
struct Seen {
    program: String,
    /// Whether it fills the screen, and is in use.
    fills: bool,
}

impl Dispatch<ZwlrForeignToplevelManagerV1, ()> for Windows {
    fn event(
        _: &mut Self,
        _: &ZwlrForeignToplevelManagerV1,
        _: zwlr_foreign_toplevel_manager_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }

    event_created_child!(Windows, ZwlrForeignToplevelManagerV1, [
        zwlr_foreign_toplevel_manager_v1::EVT_TOPLEVEL_OPCODE => (ZwlrForeignToplevelHandleV1, ()),
    ]);
}

impl Dispatch<ZwlrForeignToplevelHandleV1, ()> for Windows {
    fn event(
        windows: &mut Self,
        window: &ZwlrForeignToplevelHandleV1,
        event: zwlr_foreign_toplevel_handle_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let seen = windows.0.entry(window.id().protocol_id()).or_default();
        match event {
            zwlr_foreign_toplevel_handle_v1::Event::AppId { app_id } => seen.program = app_id,
            zwlr_foreign_toplevel_handle_v1::Event::State { state } => {
                let states = state.as_chunks::<4>().0;
                let is = |what: State| {
                    let mut states = states.iter().map(|state| u32::from_ne_bytes(*state));
                    states.any(|state| state == what as u32)
                };
                seen.fills = is(State::Fullscreen) && is(State::Activated);
            }
            _ => {}
        }
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for Windows {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wayland_client::protocol::wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}
