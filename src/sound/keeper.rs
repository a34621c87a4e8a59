//! Opens and closes devices on a thread of its own: a sound server that hangs may never be done with either.

use std::io;
use std::sync::mpsc;

use super::device::{self, OnLoss, Open};
use crate::contain::contained;
use crate::threads;

/// What is asked of the thread. It does one after the other.
pub(super) enum Request {
    /// Open this device, or the system's own.
    Open(Option<String>, OnLoss),
    Close(Open),
}

/// Starts the thread, which ends with what hands it its requests. It calls `opened` with each device that was
/// asked for; with `None` if that could not be opened.
///
/// # Errors
/// If the system has no thread left.
pub(super) fn start<F>(opened: F) -> io::Result<impl FnMut(Request) + Send + use<F>>
where
    F: Fn(Option<Open>) + Send + 'static,
{
    let (requests, inbox) = mpsc::channel();
    let answer = move |request| match request {
        Request::Open(device, on_loss) => {
            let open = contained(|| device::open(device.as_deref(), on_loss).ok());
            opened(open.flatten());
        }
        Request::Close(open) => {
            // A driver may have a mistake here too; the device is gone either way.
            let _ = contained(|| drop(open));
        }
    };
    threads::start("device", move || inbox.into_iter().for_each(answer), || ())?;
    // The thread ends only after this.
    Ok(move |request| drop(requests.send(request)))
}
