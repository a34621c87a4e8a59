//! How a figure is taken and printed.

use std::fs;
use std::time::{Duration, Instant};

/// Times of the same work done many times over.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn of(runs: usize, mut work: impl FnMut()) -> Self {
        let time = || {
            let began = Instant::now();
            work();
            began.elapsed()
        };
        Self::from(std::iter::repeat_with(time).take(runs).collect())
    }

    pub(crate) fn from(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    pub(crate) fn median(&self) -> Duration {
        self.at(50)
    }

    /// The time that this share of the runs stayed within.
    pub(crate) fn at(&self, percent: usize) -> Duration {
        self.0[(self.0.len() - 1) * percent / 100]
    }
}

pub(crate) fn heading(text: &str) {
    println!("\n{text}");
}

pub(crate) fn figure(what: &str, value: &str) {
    println!("  {what:<58} {value}");
}

pub(crate) fn in_words(time: Duration) -> String {
    let micros = time.as_micros();
    match micros {
        0..10_000 => format!("{micros} µs"),
        _ => format!("{} ms", micros / 1000),
    }
}

/// The most memory that this process ever held, in MiB; 0 where the system does not tell.
pub(crate) fn peak_mib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.unwrap_or(0) / 1024
}
