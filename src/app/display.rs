//! The display that the window opens on, and why a window may not open.

mod panics;
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

    /// Looks whether windows can have the scale that the environment asks for. Where it asks for none, and the
    /// display's own is none that a screen has, the program starts anew at the usual one: it is from the
    /// environment alone that winit takes another.
    ///
    /// # Errors
    /// It is none.
    pub(super) fn check_scale(self) -> Result<(), Message> {
        #[cfg(all(unix, not(target_os = "macos")))]
        if self == Self::X11 {
            let value = std::env::var(SCALE_FACTOR).unwrap_or_default();
            if let Some(bad) = bad_scale(&value) {
                return Err(bad);
            }
            if value.is_empty() && xft_dpi().is_some_and(|dpi| !SCALES.contains(&(dpi / 96.0))) {
                return start_at_usual_scale();
            }
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

/// What winit takes a scale from.
#[cfg(all(unix, not(target_os = "macos")))]
const SCALE_FACTOR: &str = "WINIT_X11_SCALE_FACTOR";

/// Those of all screens that there are.
#[cfg(all(unix, not(target_os = "macos")))]
const SCALES: std::ops::RangeInclusive<f64> = 0.2..=20.0;

/// The dots on an inch that the desktop has written into the display's settings, as winit reads them. Some write 0.
#[cfg(all(unix, not(target_os = "macos")))]
fn xft_dpi() -> Option<f64> {
    let (connection, _) = without_panics(|| RustConnection::connect(None).ok())
        .ok()
        .flatten()?;
    let settings = x11rb::resource_manager::new_from_default(&connection).ok()?;
    settings.get_string("Xft.dpi", "")?.parse().ok()
}

/// # Errors
/// The system won't start the program anew.
#[cfg(all(unix, not(target_os = "macos")))]
fn start_at_usual_scale() -> Result<(), Message> {
    use std::os::unix::process::CommandExt as _;

    let failed = |error: &std::io::Error| {
        let reason = crate::disk::reason(error);
        Message::new("error-window").with("reason", reason)
    };
    let program = std::env::current_exe().map_err(|error| failed(&error))?;
    let mut program = std::process::Command::new(program);
    program.args(std::env::args_os().skip(1));
    Err(failed(&program.env(SCALE_FACTOR, "1").exec()))
}

/// Why no window can have the scale that the environment asks for, if it can't: what winit makes of
/// a number beyond all screens is no sentence.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn bad_scale(value: &str) -> Option<Message> {
    let is_scale = |value: f64| SCALES.contains(&value);
    let is_good = value.is_empty()
        || value.eq_ignore_ascii_case("randr")
        || value.parse().is_ok_and(is_scale);
    (!is_good).then(|| Message::new("error-window-scale").with("value", value))
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use super::*;

    #[test]
    fn a_scale_that_no_screen_has_is_named() {
        for value in ["", "1", "1.5", "2e0", "randr", "RandR"] {
            assert_eq!(bad_scale(value), None, "{value}");
        }
        for value in ["wide", "0", "-1", "1e9", "NaN", "inf", "1,5"] {
            assert!(bad_scale(value).is_some(), "{value}");
        }
    }
}
