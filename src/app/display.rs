//! The display that the window opens on, and why a window may not open.

mod panics;
#[cfg(all(unix, not(target_os = "macos")))]
mod scale;
#[cfg(all(unix, not(target_os = "macos")))]
mod sockets;
mod wording;

#[cfg(all(unix, not(target_os = "macos")))]
use std::sync::{Mutex, PoisonError};

use eframe::UserEvent;
use winit::event_loop::EventLoopBuilder;
#[cfg(all(unix, not(target_os = "macos")))]
use x11rb::rust_connection::RustConnection;

pub(super) use self::panics::without_panics;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use self::scale::KeptSize;
pub(super) use self::wording::{explain, explain_text, first_line, names_library};

use crate::words::Message;

/// Where a window can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    #[cfg(all(unix, not(target_os = "macos")))]
    Wayland,
    #[cfg(all(unix, not(target_os = "macos")))]
    X11,
    /// The system has one kind of display, which needs no choice.
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    Native,
}

impl Display {
    /// Looks for a display before anything is tried: winit can't try a second one, and some systems
    /// take their time to refuse. A Wayland compositor that does not answer is passed over where an X
    /// server is named too.
    pub(super) fn find() -> Option<Self> {
        #[cfg(all(unix, not(target_os = "macos")))]
        return sockets::find(|name| std::env::var_os(name).filter(|value| !value.is_empty()));
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        Some(Self::Native)
    }

    /// Whether the display is there. A server that ends takes no connection any more.
    pub(super) fn answers(self) -> bool {
        match self {
            #[cfg(all(unix, not(target_os = "macos")))]
            Self::Wayland => Self::find() == Some(self),
            #[cfg(all(unix, not(target_os = "macos")))]
            Self::X11 => {
                // It adds a number of a display that is none without a check.
                let connect = || RustConnection::connect(None).ok();
                let connection = without_panics(connect).ok().flatten();
                let answers = connection.is_some();
                if let Some((connection, _)) = connection {
                    // Some servers start anew when their last program leaves them, and have no time
                    // for the window then.
                    static CONNECTION: Mutex<Option<RustConnection>> = Mutex::new(None);
                    *CONNECTION.lock().unwrap_or_else(PoisonError::into_inner) = Some(connection);
                }
                answers
            }
            #[cfg(not(all(unix, not(target_os = "macos"))))]
            Self::Native => true,
        }
    }

    /// Looks whether windows can have the scale that they are asked to have, and starts anew where the desktop's own
    /// is none.
    ///
    /// # Errors
    /// It is none.
    pub(super) fn check_scale(self) -> Result<(), Message> {
        #[cfg(all(unix, not(target_os = "macos")))]
        if self == Self::X11 {
            return scale::check();
        }
        Ok(())
    }

    /// Whether files can be dropped on a window. winit passes none on under Wayland.
    pub(super) fn takes_drops(self) -> bool {
        #[cfg(all(unix, not(target_os = "macos")))]
        return self != Self::Wayland;
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        true
    }

    /// Has the event loop open its windows here.
    pub(super) fn choose(self, builder: &mut EventLoopBuilder<UserEvent>) {
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            use winit::platform::wayland::EventLoopBuilderExtWayland as _;
            use winit::platform::x11::EventLoopBuilderExtX11 as _;

            match self {
                Self::Wayland => builder.with_wayland(),
                Self::X11 => builder.with_x11(),
            };
        }
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        let _ = builder;
    }
}
