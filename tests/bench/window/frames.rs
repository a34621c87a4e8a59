//! The frames that the program has noted down.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::figures::{Times, figure, in_words};

/// No more often than this is a frame due.
const FRAME: Duration = Duration::from_nanos(1_000_000_000 / 60);

pub(super) struct Frames(Vec<Frame>);

struct Frame {
    late: Duration,
    took: Duration,
    pixels: u64,
}

impl Frames {
    pub(super) fn read(log: &Path) -> Self {
        let text = fs::read_to_string(log).unwrap_or_default();
        // The last line may be one that is being written.
        let complete = text.rsplit_once('\n').map_or("", |(lines, _)| lines);
        let frame = |line: &str| {
            let numbers: Vec<u64> = line.split(',').map_while(|it| it.parse().ok()).collect();
            let [late, took, pixels] = numbers[..] else {
                return None;
            };
            Some(Frame {
                late: Duration::from_micros(late),
                took: Duration::from_micros(took),
                pixels,
            })
        };
        Self(complete.lines().filter_map(frame).collect())
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Those after so many.
    pub(super) fn from(mut self, before: usize) -> Self {
        self.0.drain(..before);
        self
    }

    /// Prints what they cost, drawn within this time.
    pub(super) fn tell(&self, what: &str, time: Duration) {
        if self.0.is_empty() {
            figure(what, "no frames were drawn");
            return;
        }
        let count = u32::try_from(self.count()).unwrap();
        let a_second = f64::from(count) / time.as_secs_f64();
        let dropped: f64 = self
            .0
            .iter()
            .map(|frame| frame.late.div_duration_f64(FRAME).floor())
            .sum();
        let pixels: u64 = self.0.iter().map(|frame| frame.pixels).sum();
        let pixels = pixels / u64::from(count);
        let took = Times::from(self.0.iter().map(|frame| frame.took).collect());
        let late = Times::from(self.0.iter().map(|frame| frame.late).collect());
        let [usual, most, latest] = [took.median(), took.at(99), late.at(99)].map(in_words);
        figure(
            &format!("{what}: frames"),
            &format!(
                "{a_second:.1} a second, {dropped:.0} dropped, late by at most {latest} (99 %)"
            ),
        );
        figure(
            &format!("{what}: a frame"),
            &format!("median {usual}, at most {most} (99 %), {pixels} pixels"),
        );
    }
}
