//! The error stream while Supple has the terminal.
//!
//! Libraries write their warnings to it: libpulse every three seconds where it may not use the session's
//! folder, over the guide's line with the time, and Xlib when the display goes away. What matters to the
//! person Supple says in its own words. So while the guide has the terminal, or a window is open, the
//! stream is discarded, unless it goes to a file: whoever wants to read it all can have it there. In a pipe,
//! such as a desktop starts programs with, nobody may read it, and once that is full whoever writes waits. Supple
//! can still write there itself, and a panic is still printed there.

use std::io::{self, IsTerminal as _, Write};

/// Keeps the error stream out of the terminal until it is dropped.
pub(crate) struct Silenced(());

impl Silenced {
    pub(crate) fn begin() -> Self {
        os::silence();
        Self(())
    }
}

impl Drop for Silenced {
    fn drop(&mut self) {
        os::restore();
    }
}

/// The error stream for Supple's own messages.
pub(crate) fn own() -> Box<dyn Write> {
    os::own().unwrap_or_else(|| Box::new(io::stderr()))
}

/// Whether that is a terminal.
pub(crate) fn is_terminal() -> bool {
    os::own_is_terminal().unwrap_or_else(|| io::stderr().is_terminal())
}

/// Runs what prints a panic, with the error stream as it was.
pub(crate) fn unsilenced(print: impl FnOnce()) {
    let was_silenced = os::restore();
    print();
    if was_silenced {
        os::silence();
    }
}

#[cfg(unix)]
mod os {
    use std::fs::File;
    use std::io::{self, IsTerminal as _, Write};
    use std::os::fd::{AsFd as _, OwnedFd};
    use std::sync::{Mutex, MutexGuard, PoisonError};

    use rustix::fs::FileType;

    /// The error stream as it was, while it is discarded.
    static OWN: Mutex<Option<OwnedFd>> = Mutex::new(None);

    fn kept() -> MutexGuard<'static, Option<OwnedFd>> {
        OWN.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn silence() {
        let mut kept = kept();
        if kept.is_some() || is_file() {
            return;
        }
        let own = io::stderr().as_fd().try_clone_to_owned();
        let nowhere = File::options().write(true).open("/dev/null");
        // Without either the messages appear, which harms nothing.
        if let (Ok(own), Ok(nowhere)) = (own, nowhere)
            && rustix::stdio::dup2_stderr(&nowhere).is_ok()
        {
            *kept = Some(own);
        }
    }

    fn is_file() -> bool {
        let about = rustix::fs::fstat(io::stderr());
        about.is_ok_and(|about| FileType::from_raw_mode(about.st_mode) == FileType::RegularFile)
    }

    /// `None` where nothing is discarded.
    pub(super) fn own_is_terminal() -> Option<bool> {
        kept().as_ref().map(OwnedFd::is_terminal)
    }

    /// Whether it was discarded.
    pub(super) fn restore() -> bool {
        let own = kept().take();
        // There is no other way to it.
        own.is_some_and(|own| rustix::stdio::dup2_stderr(&own).is_ok())
    }

    pub(super) fn own() -> Option<Box<dyn Write>> {
        let own = kept().as_ref()?.try_clone().ok()?;
        Some(Box::new(File::from(own)))
    }
}

#[cfg(not(unix))]
mod os {
    use std::io::Write;

    pub(super) fn silence() {}

    pub(super) fn own_is_terminal() -> Option<bool> {
        None
    }

    pub(super) fn restore() -> bool {
        false
    }

    pub(super) fn own() -> Option<Box<dyn Write>> {
        None
    }
}
