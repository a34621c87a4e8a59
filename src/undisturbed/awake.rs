//! An X server whose own screen saver waits, where no service of a desktop does it for one.

use std::sync::mpsc::Receiver;

use x11rb::connection::Connection as _;
use x11rb::protocol::screensaver;
use x11rb::rust_connection::RustConnection;

use crate::contain::contained;

/// The server takes it back when the connection goes.
pub(super) fn on_x11(over: &Receiver<()>) {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if is_set("WAYLAND_DISPLAY") || !is_set("DISPLAY") {
        return;
    }
    // It adds a number of a display that is none without a check.
    let connect = || RustConnection::connect(None).ok();
    let Some((connection, _)) = contained(connect).flatten() else {
        return;
    };
    let waits = screensaver::query_version(&connection, 1, 1)
        .ok()
        .and_then(|version| version.reply().ok())
        .and_then(|_| screensaver::suspend(&connection, 1).ok());
    if waits.is_some() && connection.flush().is_ok() {
        // Nothing is ever sent: it ends with the other side.
        let _ = over.recv();
    }
}
