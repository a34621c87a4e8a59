//! Threads of the program's own, none of which ends without a word.

use std::io;
use std::thread::{self, JoinHandle};

use crate::contain::contained;

/// Does `work` on a thread of its own. If that breaks off by a mistake of the program's own, `failed` is
/// called there, and tells whoever waits for it.
///
/// # Errors
/// If the system has no thread to give.
pub(crate) fn start(
    name: &str,
    work: impl FnOnce() + Send + 'static,
    failed: impl FnOnce() + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        if contained(work).is_none() {
            // Whoever fails at telling has nobody left to tell.
            let _ = contained(failed);
        }
    })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_thread_that_breaks_off_says_so_and_one_that_does_its_work_does_not() {
        for fails in [true, false] {
            let (said, heard) = mpsc::channel();
            let work = move || assert!(!fails, "as a mistake would");
            let thread = start("test", work, move || said.send(()).unwrap()).unwrap();
            thread.join().unwrap();
            assert_eq!(heard.try_recv().is_ok(), fails);
        }
    }
}
