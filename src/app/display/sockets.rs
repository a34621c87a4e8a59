//! Which display the environment names.

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
