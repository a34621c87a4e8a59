//! What the cues sound like.
//!
//! The person lies on the floor with closed eyes, perhaps beside a sleeping child: every cue must
//! say what it means at the lowest volume that is heard at all, and none may startle. So:
//!
//! - Each cue differs from all others in more than one way: in its movement (rising begins, falling
//!   ends, swinging changes sides), in its instrument and in its number of strokes.
//! - The instruments are a marimba, a small bell, a breathed flute and a wood block: soft, short and
//!   without the harshness that makes an alarm. Nothing lies below 260 Hz, which a phone's or a
//!   laptop's speaker would swallow, nor loud above 4 kHz, where old ears are deaf.
//! - All pitches are of one pentatonic scale (C D E G A): whatever rings into the next cue is in
//!   tune with it.
//!
//! | cue | instrument | figure |
//! |---|---|---|
//! | get ready | marimba | three unhurried strokes up: A C E |
//! | start of hold | bell | two quick strokes, a fifth up: G D |
//! | halfway | bell | one high stroke: E |
//! | last seconds | wood | one dry tick, softer than the rest |
//! | end of hold | bell | two strokes, the same fifth down: D G |
//! | rest over | flute | two breathed tones up: A D |
//! | switch sides | marimba | to and fro, twice: E A E A |
//! | beat | marimba | one low, short stroke: A |
//! | finished | bell | a chord, upwards and left to ring: C E G C |
//! | stopped | marimba | the same low tone twice, slowly: C C |
//!
//! Every stroke begins with a raised cosine of 6 ms or longer and fades exponentially; the last
//! 10 ms are drawn to zero, so that nothing clicks. The volumes in the table below are set by ear
//! and held by a test to within 1.5 dB of one K-weighted loudness, and the peaks to a third of full
//! scale: three cues at once do not clip.

use std::f64::consts::{PI, TAU};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use super::Cue;

/// Frames a second of every cue. One channel: a cue must not depend on where the person lies.
pub const SAMPLE_RATE: u32 = 48_000;

/// How many frames at [`SAMPLE_RATE`] a time has; a part of one is none.
pub fn frames(time: Duration) -> usize {
    let frames = time.as_nanos() * u128::from(SAMPLE_RATE) / 1_000_000_000;
    usize::try_from(frames).unwrap_or(usize::MAX)
}

/// How long so many frames at [`SAMPLE_RATE`] last; a day at most.
pub fn duration(frames: usize) -> Duration {
    let frames = u32::try_from(frames).unwrap_or(u32::MAX);
    Duration::from_secs(1) * frames / SAMPLE_RATE
}

/// The sound of a cue, made when first asked for, all at once in a few milliseconds.
pub fn samples(cue: Cue) -> Arc<[f32]> {
    static ALL: LazyLock<Vec<(Cue, Arc<[f32]>)>> = LazyLock::new(|| {
        let made = |cue| (cue, motif(cue).play().into());
        Cue::ALL.map(made).into()
    });
    ALL.iter()
        .find(|(of, _)| *of == cue)
        .map_or_else(|| Arc::from([]), |(_, samples)| Arc::clone(samples))
}

/// How long a cue is listened to before a voice may begin: until a tenth of its last stroke is left.
pub fn lead(cue: Cue) -> Duration {
    let Motif {
        instrument,
        strokes,
        ..
    } = motif(cue);
    let last_ms = strokes.last().map_or(0, |(at_ms, _)| *at_ms);
    // A stroke fades by the same part in the same time: to a thousandth in the whole of it.
    let to_a_tenth_ms = instrument.fade_ms() / 3;
    millis(last_ms + to_a_tenth_ms)
}

/// What is played for a cue.
struct Motif {
    instrument: &'static Instrument,
    /// The peak of a stroke's fundamental; full scale is 1.
    volume: f64,
    /// When, in milliseconds, and at which pitch.
    strokes: &'static [(u32, Hz)],
}

fn motif(cue: Cue) -> Motif {
    let (instrument, volume, strokes): (_, _, &[_]) = match cue {
        Cue::GetReady => (&MARIMBA, 0.19, &[(0, A4), (170, C5), (340, E5)]),
        Cue::HoldStart => (&BELL, 0.125, &[(0, G5), (110, D6)]),
        Cue::Halfway => (&BELL, 0.15, &[(0, E6)]),
        Cue::LastSecond => (&WOOD, 0.34, &[(0, G6)]),
        Cue::HoldEnd => (&BELL, 0.135, &[(0, D6), (160, G5)]),
        Cue::RestOver => (&FLUTE, 0.285, &[(0, A5), (230, D6)]),
        Cue::SwitchSides => (&MARIMBA, 0.18, &[(0, E5), (140, A4), (280, E5), (420, A4)]),
        Cue::Beat => (&MARIMBA, 0.24, &[(0, A4)]),
        Cue::Finished => (&BELL, 0.13, &[(0, C5), (150, E5), (300, G5), (450, C6)]),
        Cue::Stopped => (&MARIMBA, 0.245, &[(0, C4), (300, C4)]),
    };
    Motif {
        instrument,
        volume,
        strokes,
    }
}

/// The last part of a cue, over which it is drawn to zero.
const TAIL_MS: u32 = 10;

impl Motif {
    fn play(&self) -> Vec<f32> {
        let last_ms = self.strokes.last().map_or(0, |(at_ms, _)| *at_ms);
        let end = frames(millis(last_ms + self.instrument.fade_ms()));
        let sample = |frame: usize| {
            let strokes = self.strokes.iter();
            let sum: f64 = strokes
                .filter_map(|&(at_ms, pitch)| {
                    let since = frame.checked_sub(frames(millis(at_ms)))?;
                    Some(self.instrument.stroke(pitch, duration(since)))
                })
                .sum();
            let left = duration(end - 1 - frame).div_duration_f64(millis(TAIL_MS));
            to_sample(self.volume * sum * rise(left))
        };
        (0..end).map(sample).collect()
    }
}

type Hz = f64;

// Equal temperament, A4 = 440 Hz.
const C4: Hz = 261.63;
const A4: Hz = 440.0;
const C5: Hz = 523.25;
const E5: Hz = 659.26;
const G5: Hz = 783.99;
const A5: Hz = 880.0;
const C6: Hz = 1046.50;
const D6: Hz = 1174.66;
const E6: Hz = 1318.51;
const G6: Hz = 1567.98;

/// What a stroke is made of.
struct Instrument {
    partials: &'static [Partial],
    attack_ms: u32,
}

/// One sine of a stroke.
struct Partial {
    /// Of the pitch.
    ratio: f64,
    /// Of the volume.
    level: f64,
    /// Until a thousandth of it is left.
    fade_ms: u32,
}

/// A wooden bar is tuned so that its second mode lies two octaves up.
const MARIMBA: Instrument = Instrument {
    partials: &[
        partial(1.0, 1.0, 600),
        partial(3.93, 0.18, 200),
        partial(9.2, 0.03, 80),
    ],
    attack_ms: 6,
};

/// A bar left free, with the partials of a glockenspiel, struck with felt.
const BELL: Instrument = Instrument {
    partials: &[
        partial(1.0, 1.0, 1100),
        partial(2.0, 0.22, 700),
        partial(2.76, 0.10, 350),
    ],
    attack_ms: 6,
};

const FLUTE: Instrument = Instrument {
    partials: &[
        partial(1.0, 1.0, 700),
        partial(2.0, 0.14, 500),
        partial(3.0, 0.05, 400),
    ],
    attack_ms: 70,
};

const WOOD: Instrument = Instrument {
    partials: &[partial(1.0, 1.0, 70), partial(2.57, 0.35, 45)],
    attack_ms: 6,
};

const fn partial(ratio: f64, level: f64, fade_ms: u32) -> Partial {
    Partial {
        ratio,
        level,
        fade_ms,
    }
}

impl Instrument {
    /// Until less than a thousandth of a stroke is left.
    fn fade_ms(&self) -> u32 {
        let fades = self.partials.iter().map(|partial| partial.fade_ms);
        fades.max().unwrap_or(0)
    }

    /// A stroke of volume 1, at a time after it was struck.
    fn stroke(&self, pitch: Hz, since: Duration) -> f64 {
        let seconds = since.as_secs_f64();
        let attack = rise(since.div_duration_f64(millis(self.attack_ms)));
        let partials = self.partials.iter();
        let sum: f64 = partials
            .map(|partial| {
                let faded = seconds * 1000.0 / f64::from(partial.fade_ms);
                let level = partial.level * 0.001_f64.powf(faded);
                level * (TAU * pitch * partial.ratio * seconds).sin()
            })
            .sum();
        attack * sum
    }
}

fn millis(ms: u32) -> Duration {
    Duration::from_millis(ms.into())
}

/// Half a raised cosine, from 0 at 0 to 1 at 1 and beyond.
fn rise(part: f64) -> f64 {
    0.5 - 0.5 * (PI * part.clamp(0.0, 1.0)).cos()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a sample needs no more than an f32 holds"
)]
fn to_sample(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each() -> impl Iterator<Item = (Cue, Arc<[f32]>)> {
        Cue::ALL.into_iter().map(|cue| (cue, samples(cue)))
    }

    fn peak(samples: &[f32]) -> f32 {
        samples
            .iter()
            .fold(0.0, |peak, sample| peak.max(sample.abs()))
    }

    /// The K-weighted loudness of ITU-R BS.1770-5, of the loudest fifth of a second: the time over
    /// which an ear takes a short sound as a whole.
    fn loudness(samples: &[f32]) -> f64 {
        // The two filters of the recommendation's annex 1, tables 1 and 2, at 48 kHz.
        let shelf = filtered(
            samples.iter().map(|sample| f64::from(*sample)),
            [
                1.535_124_859_586_97,
                -2.691_696_189_406_38,
                1.198_392_810_852_85,
            ],
            [-1.690_659_293_182_41, 0.732_480_774_215_85],
        );
        let weighted = filtered(
            shelf.into_iter(),
            [1.0, -2.0, 1.0],
            [-1.990_047_454_833_98, 0.990_072_250_366_21],
        );
        let window = SAMPLE_RATE as usize / 5;
        let mut sum = 0.0;
        let mut loudest: f64 = 0.0;
        for (index, sample) in weighted.iter().enumerate() {
            sum += sample * sample;
            if let Some(gone) = index.checked_sub(window) {
                sum -= weighted[gone] * weighted[gone];
            }
            loudest = loudest.max(sum);
        }
        -0.691 + 10.0 * (loudest * 5.0 / f64::from(SAMPLE_RATE)).log10()
    }

    fn filtered(samples: impl Iterator<Item = f64>, b: [f64; 3], a: [f64; 2]) -> Vec<f64> {
        let mut state = [0.0; 2];
        samples
            .map(|sample| {
                let out = b[0] * sample + state[0];
                state = [
                    b[1] * sample - a[0] * out + state[1],
                    b[2] * sample - a[1] * out,
                ];
                out
            })
            .collect()
    }

    /// How much of a pitch there is in a part of a cue (Goertzel).
    fn strength(samples: &[f32], pitch: Hz) -> f64 {
        let turn = 2.0 * (TAU * pitch / f64::from(SAMPLE_RATE)).cos();
        let (last, before) = samples.iter().fold((0.0, 0.0), |(last, before), sample| {
            (f64::from(*sample) + turn * last - before, last)
        });
        last * last + before * before - turn * last * before
    }

    const D5: Hz = 587.33;
    const PITCHES: [Hz; 11] = [C4, A4, C5, D5, E5, G5, A5, C6, D6, E6, G6];

    /// The strongest pitch of a tenth of a second.
    fn pitch_at(samples: &[f32], ms: u32) -> Hz {
        let from = frames(millis(ms));
        let part = &samples[from..(from + 4800).min(samples.len())];
        let stronger = |a: &Hz, b: &Hz| strength(part, *a).total_cmp(&strength(part, *b));
        PITCHES.into_iter().max_by(stronger).unwrap()
    }

    #[test]
    fn a_time_has_as_many_frames_as_last_for_it() {
        for (count, time) in [
            (0, Duration::ZERO),
            (48, millis(1)),
            (48_000, Duration::from_secs(1)),
            (48_000 * 3600, Duration::from_hours(1)),
        ] {
            assert_eq!(frames(time), count);
            assert_eq!(duration(count), time);
        }
        assert_eq!(frames(Duration::from_nanos(41_666)), 1);
        assert_eq!(frames(Duration::MAX), usize::MAX);
        assert!(duration(usize::MAX) > Duration::from_hours(24));
    }

    #[test]
    fn cues_are_equally_loud_and_the_ticking_seconds_softer() {
        let others = || each().filter(|(cue, _)| *cue != Cue::LastSecond);
        let loudest = others()
            .map(|(_, samples)| loudness(&samples))
            .fold(f64::MIN, f64::max);
        for (cue, samples) in others() {
            let softer = loudest - loudness(&samples);
            assert!(softer < 1.5, "{cue:?} is {softer} dB softer");
        }
        let softer = loudest - loudness(&samples(Cue::LastSecond));
        assert!((4.0..8.0).contains(&softer), "{softer}");
    }

    #[test]
    fn the_measure_of_loudness_is_that_of_the_recommendation() {
        // A full-scale sine of 997 Hz in one channel reads -3.01 LKFS.
        let turn = |frame: u32| TAU * 997.0 * f64::from(frame) / f64::from(SAMPLE_RATE);
        let sine: Vec<_> = (0..SAMPLE_RATE)
            .map(|frame| to_sample(turn(frame).sin()))
            .collect();
        let read = loudness(&sine);
        assert!((read + 3.01).abs() < 0.02, "{read}");
    }

    #[test]
    fn nothing_clicks_at_the_beginning_within_or_at_the_end() {
        for (cue, samples) in each() {
            let first = peak(&samples[..48]);
            assert!(first < 0.1 * peak(&samples), "{cue:?} begins with {first}");
            let last = peak(&samples[samples.len() - 48..]);
            assert!(last < 0.0001, "{cue:?} ends with {last}");
            // A click is a corner: a change of slope from one sample to the next.
            let corner = samples
                .windows(3)
                .map(|three| (three[0] - 2.0 * three[1] + three[2]).abs())
                .fold(0.0, f32::max);
            assert!(corner < 0.04, "{cue:?} has a corner of {corner}");
        }
    }

    #[test]
    fn three_cues_at_once_do_not_clip() {
        for (cue, samples) in each() {
            let reached = peak(&samples);
            assert!(reached < 0.33, "{cue:?} reaches {reached}");
        }
    }

    #[test]
    fn a_cue_is_short_and_only_the_end_of_a_routine_may_ring_longer() {
        for (cue, samples) in each() {
            let longest = if cue == Cue::Finished { 2000 } else { 1300 };
            assert!(samples.len() <= frames(millis(longest)), "{cue:?}");
        }
    }

    #[test]
    fn a_beginning_rises_an_end_falls_and_a_change_of_sides_swings() {
        let cases: [(Cue, &[(u32, Hz)]); 10] = [
            (Cue::GetReady, &[(0, A4), (170, C5), (340, E5)]),
            (Cue::HoldStart, &[(0, G5), (110, D6)]),
            (Cue::Halfway, &[(0, E6)]),
            (Cue::LastSecond, &[(0, G6)]),
            (Cue::HoldEnd, &[(0, D6), (160, G5)]),
            (Cue::RestOver, &[(30, A5), (290, D6)]),
            (
                Cue::SwitchSides,
                &[(0, E5), (140, A4), (280, E5), (420, A4)],
            ),
            (Cue::Beat, &[(0, A4)]),
            (Cue::Finished, &[(0, C5), (150, E5), (300, G5), (450, C6)]),
            (Cue::Stopped, &[(0, C4), (300, C4)]),
        ];
        for (cue, melody) in cases {
            for &(ms, pitch) in melody {
                let heard = pitch_at(&samples(cue), ms);
                assert!((heard - pitch).abs() < 1.0, "{cue:?}, {ms} ms: {heard} Hz");
            }
        }
    }

    #[test]
    fn no_two_cues_share_a_melody() {
        // How strong each pitch is in each tenth of the first half second.
        let melody = |samples: &[f32]| -> Vec<f64> {
            let mut padded = samples.to_vec();
            padded.resize(samples.len().max(24_000), 0.0);
            padded[..24_000]
                .chunks(4800)
                .flat_map(|tenth| PITCHES.map(|pitch| strength(tenth, pitch).sqrt()))
                .collect()
        };
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let melodies: Vec<_> = each()
            .map(|(cue, samples)| (cue, melody(&samples)))
            .collect();
        for (index, (one, a)) in melodies.iter().enumerate() {
            for (other, b) in &melodies[index + 1..] {
                let alike = product(a, b) / (product(a, a) * product(b, b)).sqrt();
                assert!(alike < 0.75, "{one:?} and {other:?}: {alike}");
            }
        }
    }
}
