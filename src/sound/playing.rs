//! A prepared sound on its way to the device.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use rodio::Source;

use super::{Clip, SAMPLE_RATE, frames, urgent};

/// What all sounds that play have in common; changed while they play.
#[derive(Debug, Default)]
pub(super) struct Mix {
    /// The bits of an `f32` from 0 to 1.
    gain: AtomicU32,
    /// How often silence was asked for; a sound born before the last time fades out.
    silences: AtomicU32,
    /// How often the voice was asked to make room for what comes; a phrase born before the last time
    /// fades out.
    hushes: AtomicU32,
    /// How many phrases are being spoken.
    speaking: AtomicU32,
}

/// How often each of the two ways to end a sound early had been used when a sound was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Born {
    silences: u32,
    hushes: u32,
}

/// What is played.
#[derive(Debug)]
pub(super) enum Sound {
    Cue(Arc<[f32]>),
    Voice(Clip),
}

impl Sound {
    fn kind(&self) -> Kind {
        match self {
            Self::Cue(_) => Kind::Cue,
            Self::Voice(_) => Kind::Voice,
        }
    }

    /// The sample at an index, full scale being 1; `None` after the last.
    fn sample(&self, index: usize) -> Option<f32> {
        match self {
            Self::Cue(samples) => samples.get(index).copied(),
            Self::Voice(clip) => clip.sample(index),
        }
    }
}

/// What kind of sound plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Softer while something is spoken.
    Cue,
    Voice,
}

/// What a cue is multiplied by while something is spoken: twelve decibels less.
const UNDER_THE_VOICE: f32 = 0.25;

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

    /// Fades out what is being spoken.
    pub(super) fn hush(&self) {
        self.hushes.fetch_add(1, Ordering::Relaxed);
    }

    /// Given to a sound at birth: when it was asked for, not when the device got to it.
    pub(super) fn born(&self) -> Born {
        Born {
            silences: self.silences.load(Ordering::Relaxed),
            hushes: self.hushes.load(Ordering::Relaxed),
        }
    }

    /// Whether a sound is to end early.
    fn ends(&self, kind: Kind, born: Born) -> bool {
        let now = self.born();
        now.silences != born.silences || kind == Kind::Voice && now.hushes != born.hushes
    }

    fn gain_of(&self, kind: Kind) -> f32 {
        let softer = kind == Kind::Cue && self.speaking.load(Ordering::Relaxed) > 0;
        self.gain() * if softer { UNDER_THE_VOICE } else { 1.0 }
    }
}

/// The largest change of the volume from one sample to the next: from full to nothing in 20 ms, too
/// slow for a click and too fast to be noticed.
const GAIN_STEP: f32 = 1.0 / 960.0;

/// From the moment a sound is asked for to its first sample: a little more than the device's
/// buffer, so that the wait for the next buffer, which is longer for one sound than for another, is
/// the same for all.
pub(super) const DELAY: Duration = Duration::from_millis(50);

/// A sound of one channel at [`SAMPLE_RATE`], played once at the mix's volume.
#[derive(Debug)]
pub(super) struct Playing {
    sound: Sound,
    asked: Instant,
    /// From then to the first sample.
    delay: Duration,
    /// Samples of silence that a converter of rates takes before the device asks for any.
    ahead: u8,
    /// How many samples of silence come then; known once the device asks.
    lead: Option<usize>,
    next: usize,
    mix: Arc<Mix>,
    born: Born,
    gain: f32,
    /// Whether this is counted among what is being spoken.
    speaks: bool,
}

impl Playing {
    /// A sound that is asked for at `asked`, when the mix told what it was `born` with.
    pub(super) fn new(sound: Sound, mix: &Arc<Mix>, asked: Instant, born: Born) -> Self {
        let gain = mix.gain_of(sound.kind());
        Self {
            sound,
            asked,
            delay: DELAY,
            ahead: 2,
            lead: None,
            next: 0,
            mix: Arc::clone(mix),
            born,
            gain,
            speaks: false,
        }
    }

    /// Has the sound begin so much later than another that is asked for at the same moment.
    pub(super) fn delayed(mut self, lead: Duration) -> Self {
        self.delay += lead;
        self
    }

    /// The next sample before the volume.
    fn sample(&mut self) -> Option<f32> {
        let sample = self.sound.sample(self.next)?;
        if self.next == 0 && self.sound.kind() == Kind::Voice {
            self.mix.speaking.fetch_add(1, Ordering::Relaxed);
            self.speaks = true;
        }
        self.next += 1;
        Some(sample)
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        if self.speaks {
            self.mix.speaking.fetch_sub(1, Ordering::Relaxed);
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
        let lead = self.lead.get_or_insert_with(|| {
            urgent::goes_first();
            let until = (self.asked + self.delay).saturating_duration_since(Instant::now());
            frames(until.min(self.delay))
        });
        if *lead > 0 {
            *lead -= 1;
            return Some(0.0);
        }
        let kind = self.sound.kind();
        let ends = self.mix.ends(kind, self.born);
        if ends && self.next == 0 {
            return None;
        }
        let sample = self.sample()?;
        let wanted = if ends { 0.0 } else { self.mix.gain_of(kind) };
        self.gain += (wanted - self.gain).clamp(-GAIN_STEP, GAIN_STEP);
        if ends && self.gain <= 0.0 {
            return None;
        }
        Some(sample * self.gain)
    }
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
        Playing::new(Sound::Cue(ones(4000)), mix, asked, mix.born())
    }

    fn voice(mix: &Arc<Mix>) -> Playing {
        let asked = Instant::now().checked_sub(DELAY).unwrap();
        let ones = Clip::of(vec![i16::MAX; 4000]);
        Playing::new(Sound::Voice(ones), mix, asked, mix.born())
    }

    fn ones(count: usize) -> Arc<[f32]> {
        Arc::from(vec![1.0; count])
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
        let sound = || Playing::new(Sound::Cue(ones(10)), &mix, asked, mix.born());
        let silent = |playing: Playing| playing.take_while(|sample| *sample <= 0.0).count();
        assert_eq!(silent(sound()), 2402);
        let lead = Duration::from_millis(500);
        assert_eq!(silent(sound().delayed(lead)), 2402 + 24_000);
    }

    #[test]
    fn what_the_device_gets_to_late_does_not_begin_later_than_it_was_to() {
        let mix = mix(1.0);
        let asked = Instant::now().checked_sub(Duration::from_secs(1)).unwrap();
        let sound = Playing::new(Sound::Cue(ones(10)), &mix, asked, mix.born());
        let sound = sound.delayed(Duration::from_secs(2));
        let silent = sound.take_while(|sample| *sample <= 0.0).count();
        assert!(silent <= frames(Duration::from_secs(1) + DELAY) + 2);
    }

    #[test]
    fn a_cue_is_softer_while_something_is_spoken_and_changes_without_a_click() {
        let mix = mix(0.8);
        let mut cue = steady(&mix).skip(2);
        let mut heard: Vec<_> = cue.by_ref().take(500).collect();
        let mut voice = voice(&mix).skip(2);
        assert!((voice.next().unwrap() - 0.8).abs() < 0.01);
        heard.extend(cue.by_ref().take(1500));
        assert!((heard[499] - 0.8).abs() < 0.01);
        assert!((heard[1999] - 0.2).abs() < 0.01);
        drop(voice);
        heard.extend(cue);
        assert!((heard.last().unwrap() - 0.8).abs() < 0.01);
        assert!(largest_step(&heard) < 0.002);
    }

    #[test]
    fn a_hush_ends_what_is_spoken_and_no_cue() {
        let mix = mix(0.8);
        let (mut cue, mut spoken) = (steady(&mix).skip(2), voice(&mix).skip(2));
        let unspoken = voice(&mix).skip(2);
        cue.next();
        spoken.next();
        mix.hush();
        assert_eq!(cue.count(), 3999);
        assert!(spoken.count() < 48 * 25);
        assert_eq!(unspoken.count(), 0);
        assert_eq!(voice(&mix).skip(2).count(), 4000);
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
