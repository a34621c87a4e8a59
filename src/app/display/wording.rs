//! Why a window may not open, in words, with what to install where that is known.

use crate::words::Message;

/// Why the window did not open, with what to install where that is known.
pub(in crate::app) fn explain(error: &eframe::Error) -> Message {
    match error {
        eframe::Error::Glutin(_)
        | eframe::Error::NoGlutinConfigs(..)
        | eframe::Error::OpenGL(_) => Message::new("error-window-opengl"),
        _ => explain_text(&in_full(error)),
    }
}

/// Whether an error is about a library rather than a display.
pub(in crate::app) fn names_library(error: &eframe::Error) -> bool {
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
pub(in crate::app) fn explain_text(reason: &str) -> Message {
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

/// What winit and glutin load while they run, and Debian's packages of it.
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
    // What wayland-client and winit's keyboard call them.
    for (name, library) in [
        ("NoWaylandLib", "libwayland-client.so"),
        ("XKBNotFound", "libxkbcommon.so"),
    ] {
        if reason.contains(name) {
            return Some(library);
        }
    }
    let is_of_a_name = |c: char| c.is_ascii_alphanumeric() || "-_.+".contains(c);
    reason
        .split(|c| !is_of_a_name(c))
        .map(|word| word.trim_end_matches('.'))
        .find(|word| word.starts_with("lib") && word.contains(".so"))
}

/// Some libraries put a whole report into their errors.
pub(in crate::app) fn first_line(reason: &str) -> &str {
    reason.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

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
                "called `Result::unwrap()` on an `Err` value: XKBNotFound",
                "libxkbcommon.so",
                "libxkbcommon0",
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

    #[test]
    fn the_debian_package_names_each_of_them() {
        let manifest: toml::Table = include_str!("../../../Cargo.toml").parse().unwrap();
        let deb = &manifest["package"]["metadata"]["deb"];
        for (library, package) in PACKAGES {
            // OpenGL draws where a display refuses what the processor draws.
            let is_of_opengl = library.contains("GL") || library.contains("-egl");
            let list = if is_of_opengl { "suggests" } else { "depends" };
            let named = deb[list].as_str().unwrap().split(", ");
            assert!(named.into_iter().any(|name| name == package), "{package}");
        }
    }
}
