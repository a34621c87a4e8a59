//! Which lines of a session are not on the disk yet.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::runner::Written;

/// Counts the lines of a session that were handed in and are not on the disk.
#[derive(Debug, Default)]
pub(super) struct Unwritten {
    lines: AtomicUsize,
    /// Called once there are none.
    reported: OnceLock<Written>,
}

impl Unwritten {
    /// Sets what is called each time that all lines are on the disk.
    pub(super) fn tell(&self, written: Written) {
        // A session has one runner.
        let _ = self.reported.set(written);
    }

    /// Before a line is handed in.
    pub(super) fn add(&self) {
        self.lines.fetch_add(1, Ordering::SeqCst);
    }

    /// Once a line is on the disk.
    pub(super) fn take(&self) {
        let before = self.lines.fetch_sub(1, Ordering::SeqCst);
        if before == 1
            && let Some(reported) = self.reported.get()
        {
            reported.tell();
        }
    }

    pub(super) fn is_none(&self) -> bool {
        self.lines.load(Ordering::SeqCst) == 0
    }
}
