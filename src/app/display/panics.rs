//! Panics by which libraries below the window report an error.

use std::panic;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::app::at_exit;
use crate::error_stream;

/// Calls `work`. A panic of the libraries below the window is the `Err`, and is printed nowhere: some
/// have no other way to say that a part of the system is missing, or that the display is gone. Supple's
/// own panics are not this function's to hide.
///
/// # Errors
/// The text of the panic.
pub(in crate::app) fn without_panics<R>(work: impl FnOnce() -> R) -> Result<R, String> {
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
                at_exit::end_in_panic(first);
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

fn lock(reason: &Mutex<Option<String>>) -> MutexGuard<'_, Option<String>> {
    reason.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_ones_own_is_not_hidden() {
        let done = panic::catch_unwind(|| without_panics(|| panic!("as a mistake would")));
        assert!(done.is_err());
        assert_eq!(without_panics(|| 1), Ok(1));
    }
}
