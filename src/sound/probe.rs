//! Whether a device takes what is played.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rodio::Source;
use rodio::mixer::Mixer;

use super::SAMPLE_RATE;

/// Something that a device which plays takes within a time, and that nobody hears.
pub(super) struct Probe {
    is_taken: Arc<AtomicBool>,
    until: Instant,
}

impl Probe {
    /// Hands it to a device, which has this time to take it.
    pub(super) fn on(mixer: &Mixer, now: Instant, patience: Duration) -> Self {
        let is_taken = Arc::default();
        mixer.add(Nothing {
            is_taken: Arc::clone(&is_taken),
            ahead: 2,
        });
        Self {
            is_taken,
            until: now + patience,
        }
    }

    /// When it is known whether the device plays.
    pub(super) fn until(&self) -> Instant {
        self.until
    }

    /// Whether the device plays, once that is known.
    pub(super) fn answer(&self, now: Instant) -> Option<bool> {
        let is_taken = self.is_taken.load(Ordering::Relaxed);
        (is_taken || self.until <= now).then_some(is_taken)
    }
}

/// A sound without a sample.
struct Nothing {
    is_taken: Arc<AtomicBool>,
    /// What a converter of rates takes before the device asks for any.
    ahead: u8,
}

impl Iterator for Nothing {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.ahead > 0 {
            self.ahead -= 1;
            return Some(0.0);
        }
        self.is_taken.store(true, Ordering::Relaxed);
        None
    }
}

impl Source for Nothing {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> NonZero<u16> {
        NonZero::<u16>::MIN
    }

    fn sample_rate(&self) -> NonZero<u32> {
        const { NonZero::new(SAMPLE_RATE).unwrap() }
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
