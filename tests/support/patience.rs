//! Waiting for another process.

use std::thread;
use std::time::{Duration, Instant};

/// Waits for something that takes a moment; how long is no matter.
pub(crate) fn await_that(what: &str, mut so: impl FnMut() -> bool) {
    let patience = Instant::now() + Duration::from_mins(2);
    while !so() {
        assert!(Instant::now() < patience, "in vain waited that {what}");
        thread::sleep(Duration::from_millis(50));
    }
}
