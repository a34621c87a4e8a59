//! How a figure is taken and printed.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
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

/// What this program does for a flag and a path takes in a process of its own, which alone can tell
/// its memory: the median of its times, and the most MiB.
pub(crate) fn cost_in_a_child(flag: &str, path: &Path) -> (Duration, u64) {
    const RUNS: usize = 5;
    let runs: Vec<_> = (0..RUNS).map(|_| told_by_a_child(flag, path)).collect();
    let times = Times::from(runs.iter().map(|(time, _)| *time).collect());
    let mib = runs.iter().map(|(_, mib)| *mib).max().unwrap();
    (times.median(), mib)
}

fn told_by_a_child(flag: &str, path: &Path) -> (Duration, u64) {
    let mut child = Command::new(env::current_exe().unwrap());
    let output = child.arg(flag).arg(path).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (micros, mib) = text.trim().split_once(' ').unwrap();
    let time = Duration::from_micros(micros.parse().unwrap());
    (time, mib.parse().unwrap())
}

/// What a child ends with.
pub(crate) fn tell_parent(time: Duration) {
    println!("{} {}", time.as_micros(), peak_mib());
}

/// The most memory that this process ever held, in MiB; 0 where the system does not say.
fn peak_mib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.unwrap_or(0) / 1024
}
