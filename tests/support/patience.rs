//! Waiting for another process.

use std::thread;
use std::time::{Duration, Instant};

/// How long is waited for another process before the test fails; how long it takes is no matter.
pub(crate) const PATIENCE: Duration = Duration::from_mins(2);

/// Waits for something that takes a moment.
pub(crate) fn await_that(what: &str, mut so: impl FnMut() -> bool) {
    let patience = Instant::now() + PATIENCE;
    while !so() {
        assert!(Instant::now() < patience, "in vain waited that {what}");
        thread::sleep(Duration::from_millis(50));
    }
}
