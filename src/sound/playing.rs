//! A prepared sound on its way to the device.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use rodio::Source;

use super::SAMPLE_RATE;

/// What all sounds that play have in common; changed while they play.
#[derive(Debug, Default)]
pub(super) struct Mix {
    /// The bits of an `f32` from 0 to 1.
    gain: AtomicU32,
    /// How often silence was asked for; a sound born before the last time fades out.
    silences: AtomicU32,
}

impl Mix {
    pub(super) fn set_gain(&self, gain: f32) {
        self.gain.store(gain.to_bits(), Ordering::Relaxed);
    }

    pub(super) fn is_silent(&self) -> bool {
        self.gain() <= 0.0
    }

    /// Fades out everything that plays.
    pub(super) fn silence(&self) {
        self.silences.fetch_add(1, Ordering::Relaxed);
    }

    fn gain(&self) -> f32 {
        f32::from_bits(self.gain.load(Ordering::Relaxed))
    }

    /// Given to a sound at birth: when it was asked for, not when the device got to it.
    pub(super) fn silences(&self) -> u32 {
        self.silences.load(Ordering::Relaxed)
    }
}

/// The largest change of the volume from one sample to the next: from full to nothing in 20 ms, too
/// slow for a click and too fast to be noticed.
const GAIN_STEP: f32 = 1.0 / 960.0;

/// From the moment a sound is asked for to its first sample: a little more than the device's
/// buffer, so that the wait for the next buffer, which is longer for one sound than for another, is
/// the same for all.
const DELAY: Duration = Duration::from_millis(50);

/// A sound of one channel at [`SAMPLE_RATE`], played once at the mix's volume.
#[derive(Debug)]
pub(super) struct Playing {
    samples: Arc<[f32]>,
    starts: Instant,
    /// Samples of silence that a converter of rates takes before the device asks for any.
    ahead: u8,
    /// How many samples of silence come then; known once the device asks.
    lead: Option<u64>,
    next: usize,
    mix: Arc<Mix>,
    born: u32,
    gain: f32,
}

impl Playing {
    /// `born` is the mix's silences when the sound was asked for, at `asked`.
    pub(super) fn new(samples: Arc<[f32]>, mix: &Arc<Mix>, asked: Instant, born: u32) -> Self {
        Self {
            samples,
            starts: asked + DELAY,
            ahead: 2,
            lead: None,
            next: 0,
            mix: Arc::clone(mix),
            born,
            gain: mix.gain(),
        }
    }
}

impl Iterator for Playing {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.ahead > 0 {
            self.ahead -= 1;
            return Some(0.0);
        }
        let lead = self.lead.get_or_insert_with(|| frames_until(self.starts));
        if *lead > 0 {
            *lead -= 1;
            return Some(0.0);
        }
        let sample = *self.samples.get(self.next)?;
        self.next += 1;
        let silenced = self.mix.silences() != self.born;
        let wanted = if silenced { 0.0 } else { self.mix.gain() };
        self.gain += (wanted - self.gain).clamp(-GAIN_STEP, GAIN_STEP);
        if silenced && self.gain <= 0.0 {
            return None;
        }
        Some(sample * self.gain)
    }
}

fn frames_until(moment: Instant) -> u64 {
    let wait = moment.saturating_duration_since(Instant::now()).min(DELAY);
    u64::from(wait.subsec_micros()) * u64::from(SAMPLE_RATE) / 1_000_000
}

impl Source for Playing {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A sound asked for so long ago that it starts at once.
    fn steady(mix: &Arc<Mix>) -> Playing {
        let asked = Instant::now().checked_sub(DELAY).unwrap();
        Playing::new(Arc::from(vec![1.0; 4000]), mix, asked, mix.silences())
    }

    fn mix(gain: f32) -> Arc<Mix> {
        let mix = Arc::new(Mix::default());
        mix.set_gain(gain);
        mix
    }

    fn largest_step(samples: &[f32]) -> f32 {
        samples
            .windows(2)
            .map(|pair| (pair[1] - pair[0]).abs())
            .fold(0.0, f32::max)
    }

    #[test]
    fn silence_fades_what_plays_within_25_ms_without_a_click() {
        let mix = mix(0.8);
        let mut playing = steady(&mix).skip(2);
        let mut heard: Vec<_> = playing.by_ref().take(1000).collect();
        mix.silence();
        heard.extend(playing);
        assert!(heard.len() < 1000 + 48 * 25, "{}", heard.len());
        assert!(*heard.last().unwrap() < 0.01);
        assert!(largest_step(&heard) < 0.002);
    }

    #[test]
    fn a_sound_starts_a_fixed_time_after_it_was_asked_for() {
        // In a time to come, so that the test's own time does not count.
        let asked = Instant::now() + Duration::from_mins(1);
        let mix = mix(1.0);
        let playing = Playing::new(Arc::from(vec![1.0; 10]), &mix, asked, 0);
        let silent = playing.take_while(|sample| *sample <= 0.0).count();
        assert_eq!(silent, 2402);
    }

    #[test]
    fn what_starts_after_a_silence_is_heard() {
        let mix = mix(0.5);
        mix.silence();
        assert_eq!(steady(&mix).count(), 4002);
    }

    #[test]
    fn a_changed_volume_is_heard_in_what_plays_without_a_click() {
        let mix = mix(1.0);
        let mut playing = steady(&mix).skip(2);
        let mut heard: Vec<_> = playing.by_ref().take(1000).collect();
        mix.set_gain(0.25);
        heard.extend(playing);
        assert_eq!(heard.len(), 4000);
        assert!((heard[3999] - 0.25).abs() < 0.01);
        assert!(largest_step(&heard) < 0.002);
    }
}
