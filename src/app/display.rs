//! The display that the window opens on, and why a window may not open.

use std::panic;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use eframe::UserEvent;
use winit::event_loop::EventLoopBuilder;
#[cfg(all(unix, not(target_os = "macos")))]
use x11rb::rust_connection::RustConnection;

use super::gone;
use crate::error_stream;
use crate::words::Message;

/// Where a window can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
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
                    static HELD: Mutex<Option<RustConnection>> = Mutex::new(None);
                    *HELD.lock().unwrap_or_else(PoisonError::into_inner) = Some(connection);
                }
                answers
            }
            #[cfg(not(all(unix, not(target_os = "macos"))))]
            Self::Native => true,
        }
    }

    /// Looks whether windows can have the scale that the environment asks for.
    ///
    /// # Errors
    /// It is none.
    pub(super) fn check_scale(self) -> Result<(), Message> {
        #[cfg(all(unix, not(target_os = "macos")))]
        if self == Self::X11 {
            let value = std::env::var("WINIT_X11_SCALE_FACTOR").unwrap_or_default();
            return bad_scale(&value).map_or(Ok(()), Err);
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

#[cfg(all(unix, not(target_os = "macos")))]
mod sockets {
    use std::ffi::{OsStr, OsString};
    use std::fs;
    use std::os::unix::fs::FileTypeExt as _;
    use std::os::unix::net::UnixStream;
    use std::path::PathBuf;

    use super::Display;

    /// The display that these environment variables name.
    pub(super) fn find(variable: impl Fn(&str) -> Option<OsString>) -> Option<Display> {
        if variable("WAYLAND_SOCKET").is_some_and(|socket| is_handed_over(&socket)) {
            return Some(Display::Wayland);
        }
        let compositor = variable("WAYLAND_DISPLAY").and_then(|name| {
            // An absolute path replaces the folder.
            let folder = PathBuf::from(variable("XDG_RUNTIME_DIR").unwrap_or_default());
            UnixStream::connect(folder.join(name)).ok()
        });
        match compositor {
            Some(_) => Some(Display::Wayland),
            None => variable("DISPLAY").map(|_| Display::X11),
        }
    }

    /// Whether this is the number of an open connection that this program was started with. Used
    /// without being one, it would end the process.
    fn is_handed_over(socket: &OsStr) -> bool {
        let number = socket.to_str().and_then(|text| text.parse::<u32>().ok());
        let kind = number.map(|number| fs::metadata(format!("/dev/fd/{number}")));
        kind.is_some_and(|kind| kind.is_ok_and(|kind| kind.file_type().is_socket()))
    }

    #[cfg(test)]
    mod tests {
        use std::os::unix::net::UnixListener;

        use super::*;

        #[test]
        fn a_number_that_is_no_open_connection_is_none() {
            for socket in ["", "0", "99999", "-1", "abc"] {
                assert!(!is_handed_over(OsStr::new(socket)), "{socket}");
            }
            let (connection, _other) = UnixStream::pair().unwrap();
            let number = std::os::fd::AsRawFd::as_raw_fd(&connection).to_string();
            assert!(is_handed_over(OsStr::new(&number)));
        }

        #[test]
        fn a_compositor_that_does_not_answer_is_passed_over_for_an_x_server() {
            let folder = tempfile::tempdir().unwrap();
            let runtime = folder.path().as_os_str();
            let _compositor = UnixListener::bind(folder.path().join("wayland-0")).unwrap();
            let absolute = folder.path().join("wayland-0").into_os_string();
            let (there, gone) = (OsString::from("wayland-0"), OsString::from("wayland-9"));
            let x = || Some(OsString::from(":0"));
            for (wayland, display, found) in [
                (Some(there.clone()), None, Some(Display::Wayland)),
                (Some(there), x(), Some(Display::Wayland)),
                (Some(absolute), None, Some(Display::Wayland)),
                (Some(gone.clone()), x(), Some(Display::X11)),
                (Some(gone), None, None),
                (None, x(), Some(Display::X11)),
                (None, None, None),
            ] {
                let said = format!("{wayland:?} {display:?}");
                let variable = |name: &str| match name {
                    "WAYLAND_DISPLAY" => wayland.clone(),
                    "XDG_RUNTIME_DIR" => Some(runtime.to_owned()),
                    "DISPLAY" => display.clone(),
                    _ => None,
                };
                assert_eq!(super::find(variable), found, "{said}");
            }
        }
    }
}

/// Calls `work`. A panic of the libraries below the window is the `Err`, and is printed nowhere: some
/// have no other way to say that a part of the system is missing, or that the display is gone. Supple's
/// own panics are not this function's to hide.
///
/// # Errors
/// The text of the panic.
pub(super) fn without_panics<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    let reason = Arc::new(Mutex::new(None));
    let (usual, written, thread) = (
        panic::take_hook(),
        Arc::clone(&reason),
        thread::current().id(),
    );
    panic::set_hook(Box::new(move |panic| {
        // Libraries are compiled from elsewhere.
        let is_own = panic
            .location()
            .is_some_and(|at| Path::new(at.file()).is_relative());
        let is_here = thread::current().id() == thread;
        if is_here {
            let text = panic.payload_as_str().unwrap_or_default().to_owned();
            let first = lock(&written).replace(text).filter(|_| !is_own);
            if let Some(first) = first {
                // What the libraries let go of after the first, such as a window that is no more.
                gone::end_in_panic(first);
            }
            if is_own {
                *lock(&written) = None;
            }
        }
        if is_own || !is_here {
            error_stream::unsilenced(|| usual(panic));
        }
    }));
    let done = panic::catch_unwind(panic::AssertUnwindSafe(work));
    // Back to the default one; Supple sets no other.
    let _ = panic::take_hook();
    done.or_else(|panic| match lock(&reason).take() {
        Some(reason) => Err(reason),
        None => panic::resume_unwind(panic),
    })
}

fn lock(reason: &Mutex<Option<String>>) -> std::sync::MutexGuard<'_, Option<String>> {
    reason.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why no window can have the scale that the environment asks for, if it can't: what winit makes of
/// a number beyond all screens is no sentence.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn bad_scale(value: &str) -> Option<Message> {
    const SCALES: std::ops::RangeInclusive<f64> = 0.2..=20.0;
    let is_scale = |value: f64| SCALES.contains(&value);
    let is_good = value.is_empty()
        || value.eq_ignore_ascii_case("randr")
        || value.parse().is_ok_and(is_scale);
    (!is_good).then(|| Message::new("error-window-scale").with("value", value))
}

/// Why the window did not open, with what to install where that is known.
pub(super) fn explain(error: &eframe::Error) -> Message {
    match error {
        eframe::Error::Glutin(_)
        | eframe::Error::NoGlutinConfigs(..)
        | eframe::Error::OpenGL(_) => Message::new("error-window-opengl"),
        _ => explain_text(&in_full(error)),
    }
}

/// Whether an error is about a library rather than a display.
pub(super) fn names_library(error: &eframe::Error) -> bool {
    missing_library(&in_full(error)).is_some()
}

/// With all that an error holds: what winit displays leaves the library out.
fn in_full(error: &eframe::Error) -> String {
    match error {
        eframe::Error::WinitEventLoop(error) => format!("{error}: {error:?}"),
        error => error.to_string(),
    }
}

/// The same from the text of an error or a panic.
pub(super) fn explain_text(reason: &str) -> Message {
    match missing_library(reason) {
        Some(library) => {
            let package = PACKAGES.iter().find(|(name, _)| library.starts_with(name));
            let message = Message::new(match package {
                Some(_) => "error-window-library",
                None => "error-window-other-library",
            });
            let package = package.map_or("", |(_, package)| package);
            message.with("library", library).with("package", package)
        }
        // What winit calls it.
        None if reason.contains("XRandR") => Message::new("error-window-randr"),
        // What eframe calls a display for which OpenGL has no pixels.
        None if reason.contains("glutin config") => Message::new("error-window-opengl"),
        None => Message::new("error-window").with("reason", first_line(reason)),
    }
}

/// What winit and glutin load while they run, and Debian's packages of it. `.ci/setup` installs the
/// same.
const PACKAGES: [(&str, &str); 11] = [
    ("libX11-xcb.so", "libx11-xcb1"),
    ("libX11.so", "libx11-6"),
    ("libXcursor.so", "libxcursor1"),
    ("libXi.so", "libxi6"),
    ("libXrandr.so", "libxrandr2"),
    ("libxkbcommon-x11.so", "libxkbcommon-x11-0"),
    ("libxkbcommon.so", "libxkbcommon0"),
    ("libEGL.so", "libegl1"),
    ("libGL.so", "libgl1"),
    ("libwayland-client.so", "libwayland-client0"),
    ("libwayland-egl.so", "libwayland-egl1"),
];

/// The first name of a shared library in a text.
fn missing_library(reason: &str) -> Option<&str> {
    // What wayland-client calls it.
    if reason.contains("NoWaylandLib") {
        return Some("libwayland-client.so");
    }
    let is_of_a_name = |c: char| c.is_ascii_alphanumeric() || "-_.+".contains(c);
    reason
        .split(|c| !is_of_a_name(c))
        .map(|word| word.trim_end_matches('.'))
        .find(|word| word.starts_with("lib") && word.contains(".so"))
}

/// Some libraries put a whole report into their errors.
pub(super) fn first_line(reason: &str) -> &str {
    reason.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn a_scale_that_no_screen_has_is_named() {
        for value in ["", "1", "1.5", "2e0", "randr", "RandR"] {
            assert_eq!(bad_scale(value), None, "{value}");
        }
        for value in ["wide", "0", "-1", "1e9", "NaN", "inf", "1,5"] {
            assert!(bad_scale(value).is_some(), "{value}");
        }
    }

    #[test]
    fn a_panic_of_ones_own_is_not_hidden() {
        let done = panic::catch_unwind(|| without_panics(|| panic!("as a mistake would")));
        assert!(done.is_err());
        assert_eq!(without_panics(|| 1), Ok(1));
    }

    #[test]
    fn a_missing_library_is_named_with_its_package() {
        for (reason, library, package) in [
            (
                "Library libxkbcommon-x11.so could not be loaded.",
                "libxkbcommon-x11.so",
                "libxkbcommon-x11-0",
            ),
            (
                "os error: Wayland: NoWaylandLib",
                "libwayland-client.so",
                "libwayland-client0",
            ),
            (
                "os error: opening library failed (libXcursor.so.1: cannot open shared object \
                 file: No such file or directory); tried libXcursor.so",
                "libXcursor.so.1",
                "libxcursor1",
            ),
        ] {
            let words = Words::of("en");
            let said = words.message(&explain_text(reason));
            assert!(said.contains(library) && said.contains(package), "{said}");
        }
        let said = Words::of("en").message(&explain_text("no libsomething.so.3 here\nand more"));
        assert!(said.contains("libsomething.so.3"), "{said}");
        let said = Words::of("en").message(&explain_text("refused\nand a long report"));
        assert!(
            said.contains("refused") && !said.contains("report"),
            "{said}"
        );
    }
}
