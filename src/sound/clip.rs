//! A sound that was made by another program: a phrase that is spoken.

use std::num::NonZero;
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::time::Duration;

use hound::{SampleFormat, WavReader};
use rodio::buffer::SamplesBuffer;
use rodio::source::UniformSourceIterator;

use super::{SAMPLE_RATE, Volume, duration, frames};

/// A phrase as it is played: one channel at [`SAMPLE_RATE`], without silence around it, and as loud
/// as every other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip {
    /// Whole numbers, since a routine's phrases are kept in memory for as long as it lasts.
    samples: Arc<[i16]>,
}

/// Why a file is no clip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAClip {
    #[error("there is no sound in it")]
    NoSound,
    #[error("it lasts longer than a minute")]
    TooLong,
}

/// Root of the mean square of the spoken parts: with it a voice is about as loud as the cues.
const LOUDNESS: f32 = 0.09;

/// The loudest sample: with a softened cue below it, nothing clips.
const PEAK: f32 = 0.6;

/// What is softer than this part of the loudest sample, at either end, is silence.
const SILENCE: f32 = 0.02;

/// Kept of the silence at either end, so that no consonant is cut.
const KEPT: usize = SAMPLE_RATE as usize / 100;

/// A longer phrase would find no room before the next sound.
const LONGEST: Duration = Duration::from_mins(1);

/// Samples a second that are read; speech programs write from 8,000 to 48,000.
const RATES: RangeInclusive<u32> = 4_000..=192_000;

impl Clip {
    /// What a speech program has written: a WAV file of one or two channels, at a rate from 4,000 to
    /// 192,000 Hz.
    ///
    /// # Errors
    /// If it is no such file, is shorter than it says, holds nothing but silence, or lasts longer
    /// than a minute.
    pub fn read(wav: &[u8]) -> Result<Self, NotAClip> {
        let no_sound = NotAClip::NoSound;
        let mut reader = WavReader::new(wav).map_err(|_| no_sound)?;
        let spec = reader.spec();
        let channels = NonZero::new(spec.channels).filter(|channels| channels.get() <= 2);
        let channels = channels.ok_or(no_sound)?;
        let rate = NonZero::new(spec.sample_rate).filter(|rate| RATES.contains(&rate.get()));
        let rate = rate.ok_or(no_sound)?;
        let most = LONGEST.as_secs() * u64::from(rate.get()) * u64::from(channels.get());
        if u64::from(reader.len()) > most {
            // A header may promise more than there is.
            let bytes = most * u64::from(spec.bits_per_sample / 8);
            let is_there = wav.len() as u64 > bytes;
            return Err(if is_there {
                NotAClip::TooLong
            } else {
                no_sound
            });
        }
        let as_written = SamplesBuffer::new(channels, rate, samples(&mut reader).ok_or(no_sound)?);
        let wanted = const { NonZero::new(SAMPLE_RATE).unwrap() };
        let samples: Vec<f32> =
            UniformSourceIterator::new(as_written, NonZero::<u16>::MIN, wanted).collect();
        let spoken = without_silence(&samples).ok_or(no_sound)?;
        let gain = gain(spoken);
        let levelled = spoken.iter().map(|sample| whole(sample * gain));
        Ok(Self::of(levelled.collect()))
    }

    /// A clip of these samples, full scale being [`i16::MAX`].
    pub fn of(samples: Vec<i16>) -> Self {
        Self {
            samples: samples.into(),
        }
    }

    /// Clips one after the other, with silence between them; `None` of none.
    pub fn in_a_row(clips: &[Self], silence: Duration) -> Option<Self> {
        let (first, rest) = clips.split_first()?;
        let mut row = first.samples.to_vec();
        for clip in rest {
            row.resize(row.len() + frames(silence), 0);
            row.extend_from_slice(&clip.samples);
        }
        Some(Self::of(row))
    }

    /// The clip at a part of its loudness: half the number sounds half as loud.
    #[must_use]
    pub fn at(self, volume_percent: u8) -> Self {
        if volume_percent >= 100 {
            return self;
        }
        let gain = Volume::percent(volume_percent).gain();
        Self::of(self.samples().map(|sample| whole(sample * gain)).collect())
    }

    /// How long it lasts.
    pub fn length(&self) -> Duration {
        duration(self.samples.len())
    }

    /// The samples, full scale being 1.
    pub fn samples(&self) -> impl Iterator<Item = f32> {
        self.samples.iter().copied().map(of_full_scale)
    }

    /// The sample at an index, full scale being 1; `None` after the last.
    pub(super) fn sample(&self, index: usize) -> Option<f32> {
        self.samples.get(index).copied().map(of_full_scale)
    }
}

/// All samples, full scale being 1; `None` if there are fewer than the header says.
fn samples(reader: &mut WavReader<&[u8]>) -> Option<Vec<f32>> {
    let spec = reader.spec();
    match spec.sample_format {
        SampleFormat::Float => reader.samples().collect::<Result<_, _>>().ok(),
        SampleFormat::Int => {
            let bits = spec.bits_per_sample;
            let samples = reader.samples::<i32>();
            samples
                .map(|sample| Some(scaled(sample.ok()?, bits)))
                .collect()
        }
    }
}

/// A sample of so many bits, full scale being 1.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a sample needs no more than an f32 holds"
)]
fn scaled(sample: i32, bits: u16) -> f32 {
    (f64::from(sample) / f64::from(bits).exp2() * 2.0) as f32
}

fn without_silence(samples: &[f32]) -> Option<&[f32]> {
    let peak = peak(samples);
    if peak <= f32::EPSILON {
        return None;
    }
    let is_heard = |sample: &f32| sample.abs() > SILENCE * peak;
    let first = samples.iter().position(is_heard)?;
    let last = samples.iter().rposition(is_heard)?;
    let end = (last + KEPT).min(samples.len());
    samples.get(first.saturating_sub(KEPT)..end)
}

fn gain(spoken: &[f32]) -> f32 {
    let peak = peak(spoken);
    let (sum, count) = spoken
        .iter()
        .filter(|sample| sample.abs() > SILENCE * peak)
        .fold((0.0_f32, 0.0_f32), |(sum, count), sample| {
            (sum + sample * sample, count + 1.0)
        });
    let loudness = (sum / count.max(1.0)).sqrt();
    (LOUDNESS / loudness).min(PEAK / peak)
}

fn peak(samples: &[f32]) -> f32 {
    samples
        .iter()
        .fold(0.0, |peak, sample| peak.max(sample.abs()))
}

fn of_full_scale(sample: i16) -> f32 {
    f32::from(sample) / f32::from(i16::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "saturates")]
fn whole(sample: f32) -> i16 {
    (sample * f32::from(i16::MAX)) as i16
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// A WAV file of 16 bits a sample.
    fn wav(rate: u32, channels: u16, samples: &[i16]) -> Vec<u8> {
        let data: Vec<u8> = samples.iter().flat_map(|s| s.to_le_bytes()).collect();
        let size = u32::try_from(data.len()).unwrap();
        let frame = channels * 2;
        let mut file = b"RIFF".to_vec();
        file.extend((36 + size).to_le_bytes());
        file.extend(b"WAVEfmt ");
        file.extend(16_u32.to_le_bytes());
        file.extend(1_u16.to_le_bytes());
        file.extend(channels.to_le_bytes());
        file.extend(rate.to_le_bytes());
        file.extend((rate * u32::from(frame)).to_le_bytes());
        file.extend(frame.to_le_bytes());
        file.extend(16_u16.to_le_bytes());
        file.extend(b"data");
        file.extend(size.to_le_bytes());
        file.extend(data);
        file
    }

    /// A second of a tone at an amplitude between two half seconds of silence.
    fn tone(rate: u32, channels: u16, amplitude: f64) -> Vec<u8> {
        let frames = 2 * rate;
        let sample = |frame: u32| {
            let spoken = (rate / 2..rate * 3 / 2).contains(&frame);
            let turn = std::f64::consts::TAU * 220.0 * f64::from(frame) / f64::from(rate);
            let value = if spoken { amplitude * turn.sin() } else { 0.0 };
            #[expect(clippy::cast_possible_truncation, reason = "saturates")]
            let value = (value * 32_767.0) as i16;
            value
        };
        let samples: Vec<i16> = (0..frames)
            .flat_map(|frame| std::iter::repeat_n(sample(frame), channels.into()))
            .collect();
        wav(rate, channels, &samples)
    }

    #[test]
    fn a_clip_is_what_was_spoken_without_the_silence_around_it() {
        for (rate, channels) in [(22_050, 1), (16_000, 1), (48_000, 2), (44_100, 2)] {
            let clip = Clip::read(&tone(rate, channels, 0.5)).unwrap();
            let off = clip.length().abs_diff(Duration::from_secs(1));
            assert!(off < Duration::from_millis(25), "{rate}: {off:?}");
        }
    }

    #[test]
    fn every_voice_is_equally_loud() {
        for amplitude in [0.05, 0.3, 0.9] {
            let clip = Clip::read(&tone(22_050, 1, amplitude)).unwrap();
            let loudest = clip.samples().fold(0.0, f32::max);
            // A sine's peak lies a root of two above its mean.
            assert!((loudest - LOUDNESS * 1.414).abs() < 0.01, "{loudest}");
        }
    }

    #[test]
    fn clips_in_a_row_keep_their_distance() {
        let clip = Clip::of(vec![1; 480]);
        assert_eq!(Clip::in_a_row(&[], Duration::ZERO), None);
        let row = Clip::in_a_row(
            &[clip.clone(), clip.clone(), clip],
            Duration::from_millis(250),
        );
        assert_eq!(row.unwrap().length(), Duration::from_millis(530));
    }

    #[test]
    fn every_depth_of_sample_is_read() {
        let written = |bits_per_sample, sample_format| {
            let spec = hound::WavSpec {
                channels: 1,
                sample_rate: 16_000,
                bits_per_sample,
                sample_format,
            };
            let mut file = Cursor::new(Vec::new());
            let mut writer = hound::WavWriter::new(&mut file, spec).unwrap();
            for frame in 0..16_000 {
                let up = frame / 20 % 2 == 0;
                if sample_format == SampleFormat::Float {
                    writer
                        .write_sample(if up { 0.5_f32 } else { -0.5 })
                        .unwrap();
                } else {
                    let half = 1_i32 << (bits_per_sample - 2);
                    writer.write_sample(if up { half } else { -half }).unwrap();
                }
            }
            writer.finalize().unwrap();
            Clip::read(file.get_ref()).unwrap()
        };
        let usual = written(16, SampleFormat::Int);
        for (bits, format) in [
            (8, SampleFormat::Int),
            (24, SampleFormat::Int),
            (32, SampleFormat::Int),
            (32, SampleFormat::Float),
        ] {
            let clip = written(bits, format);
            assert_eq!(clip.length(), usual.length(), "{bits} {format:?}");
            let loudest = |clip: &Clip| clip.samples().fold(0.0, f32::max);
            assert!((loudest(&clip) - loudest(&usual)).abs() < 0.01);
        }
    }

    #[test]
    fn a_header_that_lies_is_refused() {
        let honest = tone(16_000, 1, 0.5);
        assert!(Clip::read(&honest).is_ok());
        let field = |at: usize, value: &[u8]| {
            let mut file = honest.clone();
            file[at..at + value.len()].copy_from_slice(value);
            file
        };
        for (what, file) in [
            ("no channel", field(22, &[0, 0])),
            ("eight channels", field(22, &[8, 0])),
            ("no rate", field(24, &[0; 4])),
            ("a rate of one", field(24, &[1, 0, 0, 0])),
            ("hours", field(40, &[0xf0, 0xff, 0xff, 0x7f])),
            ("cut off", honest[..honest.len() / 2].to_vec()),
        ] {
            assert_eq!(Clip::read(&file), Err(NotAClip::NoSound), "{what}");
        }
    }

    #[test]
    fn what_lasts_longer_than_there_is_ever_room_for_is_told_apart() {
        let of_secs = |secs: usize| wav(8_000, 1, &vec![9_000; secs * 8_000]);
        assert!(Clip::read(&of_secs(60)).is_ok());
        assert_eq!(Clip::read(&of_secs(61)), Err(NotAClip::TooLong));
    }

    #[test]
    fn what_is_no_speech_is_none() {
        assert_eq!(Clip::read(b""), Err(NotAClip::NoSound));
        assert_eq!(Clip::read(b"RIFF and so on"), Err(NotAClip::NoSound));
        assert_eq!(
            Clip::read(&wav(22_050, 1, &[0; 1000])),
            Err(NotAClip::NoSound)
        );
        let mut cut_off = tone(22_050, 1, 0.5);
        cut_off.truncate(30);
        assert_eq!(Clip::read(&cut_off), Err(NotAClip::NoSound));
    }
}
