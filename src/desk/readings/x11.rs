//! What an X server tells.

use std::time::Duration;

use x11rb::connection::{Connection as _, RequestConnection as _};
use x11rb::errors::{ConnectionError, ReplyError};
use x11rb::protocol::screensaver::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{Atom, AtomEnum, ConnectionExt as _, Window};
use x11rb::rust_connection::RustConnection;

use super::aside::Aside;
use crate::contain::contained;

/// What it tells at a look.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    pub(super) idle: Option<Duration>,
    pub(super) full_screen: Option<bool>,
}

/// A thread that looks at the X server with this display, as soon as it is there.
pub(super) fn start(display: String) -> Option<Aside<Told>> {
    let mut server: Option<Server> = None;
    Aside::start("x11", move || {
        if server.is_none() {
            server = Server::connect(&display);
        }
        let told = server.as_ref().and_then(|server| server.look().ok());
        if told.is_none() {
            // It is gone, and may come back.
            server = None;
        }
        told.unwrap_or_default()
    })
}

struct Server {
    connection: RustConnection,
    root: Window,
    knows_idle: bool,
    manager: Atom,
    active: Atom,
    state: Atom,
    full_screen: Atom,
}

impl Server {
    fn connect(display: &str) -> Option<Self> {
        // It panics at a number of a display that is too large.
        let connect = || RustConnection::connect(Some(display)).ok();
        let (connection, screen) = contained(connect).flatten()?;
        let root = connection.setup().roots.get(screen)?.root;
        let extension = connection.extension_information(screensaver::X11_EXTENSION_NAME);
        let knows_idle = extension.ok()?.is_some();
        let atom = |name: &[u8]| {
            let atom = connection.intern_atom(false, name).ok()?;
            Some(atom.reply().ok()?.atom)
        };
        Some(Self {
            root,
            knows_idle,
            manager: atom(b"_NET_SUPPORTING_WM_CHECK")?,
            active: atom(b"_NET_ACTIVE_WINDOW")?,
            state: atom(b"_NET_WM_STATE")?,
            full_screen: atom(b"_NET_WM_STATE_FULLSCREEN")?,
            connection,
        })
    }

    /// # Errors
    /// If the server is gone.
    fn look(&self) -> Result<Told, ConnectionError> {
        let mut idle = None;
        if self.knows_idle {
            let info = answer(self.connection.screensaver_query_info(self.root)?.reply())?;
            idle = info.map(|info| Duration::from_millis(info.ms_since_user_input.into()));
        }
        let window = AtomEnum::WINDOW.into();
        // There is a window manager, or nothing says what fills the screen.
        let mut full_screen = None;
        if self.values(self.root, self.manager, window)?.is_some() {
            let active = self.values(self.root, self.active, window)?;
            let active = active.and_then(|windows| windows.first().copied());
            let active = active.filter(|window| *window != x11rb::NONE);
            full_screen = Some(match active {
                Some(window) => self.is_filled_by(window)?,
                None => false,
            });
        }
        Ok(Told { idle, full_screen })
    }

    fn is_filled_by(&self, window: Window) -> Result<bool, ConnectionError> {
        let states = self.values(window, self.state, AtomEnum::ATOM.into())?;
        let fills = states.is_some_and(|states| states.contains(&self.full_screen));
        Ok(fills && !self.is_own(window)?)
    }

    /// Whether it is Supple's, in whichever process.
    fn is_own(&self, window: Window) -> Result<bool, ConnectionError> {
        let (class, text) = (AtomEnum::WM_CLASS, AtomEnum::STRING);
        let class = self
            .connection
            .get_property(false, window, class, text, 0, 64)?;
        let class = answer(class.reply())?;
        Ok(class.is_some_and(|class| {
            let mut names = class.value.split(|byte| *byte == 0);
            names.any(|name| name == b"supple")
        }))
    }

    /// The first values of a property; `None` if it is not there, or the window is not.
    fn values(
        &self,
        window: Window,
        property: Atom,
        of: Atom,
    ) -> Result<Option<Vec<u32>>, ConnectionError> {
        let property = self
            .connection
            .get_property(false, window, property, of, 0, 64)?;
        let property = answer(property.reply())?;
        Ok(property.and_then(|property| Some(property.value32()?.collect())))
    }
}

/// What was answered: `None` if that was a refusal.
fn answer<T>(reply: Result<T, ReplyError>) -> Result<Option<T>, ConnectionError> {
    match reply {
        Ok(reply) => Ok(Some(reply)),
        Err(ReplyError::X11Error(_)) => Ok(None),
        Err(ReplyError::ConnectionError(error)) => Err(error),
    }
}
