//! A display that stays on by itself, where no service of a desktop sees to it.

use std::sync::mpsc::Receiver;

use x11rb::connection::Connection as _;
use x11rb::protocol::screensaver;
use x11rb::rust_connection::RustConnection;

use super::compositor;
use crate::contain::contained;

/// Keeps the display on that the environment names.
pub(super) fn on_display(over: &Receiver<()>) {
    if let Some(socket) = compositor::socket() {
        compositor::hold(&socket, over);
    } else if std::env::var_os("DISPLAY").is_some_and(|value| !value.is_empty()) {
        on_x11(over);
    }
}

/// Has the X server's own screen saver wait. The server takes it back when the connection goes.
fn on_x11(over: &Receiver<()>) {
    // It panics at a number of a display that is too large.
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
