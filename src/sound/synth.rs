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
//! | get ready | marimba | three unhurried steps up: C E G |
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
//! Every stroke begins with a raised cosine of 5 ms or longer and fades exponentially; the last
//! 10 ms are drawn to zero, so that nothing clicks. The volumes in the table below are set by ear
//! and held by a test to within 1.5 dB of one K-weighted loudness, and the peaks to a third of full
//! scale: three cues at once do not clip.

use std::f64::consts::{PI, TAU};
use std::sync::{Arc, LazyLock};

use super::Cue;

/// Frames a second of every cue. One channel: a cue must not depend on where the person lies.
pub const SAMPLE_RATE: u32 = 48_000;

/// The sound of a cue, made when first asked for, all at once in a few milliseconds.
pub fn samples(cue: Cue) -> Arc<[f32]> {
    static ALL: LazyLock<Vec<(Cue, Arc<[f32]>)>> = LazyLock::new(|| {
        let made = |cue| (cue, play(score(cue)).into());
        Cue::ALL.map(made).into()
    });
    ALL.iter()
        .find(|(of, _)| *of == cue)
        .map_or_else(|| Arc::from([]), |(_, samples)| Arc::clone(samples))
}

/// One stroke of an instrument.
struct Note {
    at_ms: u32,
    pitch: Hz,
    instrument: &'static Instrument,
    /// The peak of its fundamental; full scale is 1.
    volume: f64,
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
    attack_ms: 5,
};

const fn partial(ratio: f64, level: f64, fade_ms: u32) -> Partial {
    Partial {
        ratio,
        level,
        fade_ms,
    }
}

const fn note(at_ms: u32, pitch: Hz, instrument: &'static Instrument, volume: f64) -> Note {
    Note {
        at_ms,
        pitch,
        instrument,
        volume,
    }
}

fn score(cue: Cue) -> &'static [Note] {
    match cue {
        Cue::GetReady => {
            const {
                &[
                    note(0, C5, &MARIMBA, 0.2),
                    note(170, E5, &MARIMBA, 0.2),
                    note(340, G5, &MARIMBA, 0.2),
                ]
            }
        }
        Cue::HoldStart => const { &[note(0, G5, &BELL, 0.15), note(110, D6, &BELL, 0.15)] },
        Cue::Halfway => const { &[note(0, E6, &BELL, 0.15)] },
        Cue::LastSecond => const { &[note(0, G6, &WOOD, 0.2)] },
        Cue::HoldEnd => const { &[note(0, D6, &BELL, 0.15), note(160, G5, &BELL, 0.15)] },
        Cue::RestOver => const { &[note(0, A5, &FLUTE, 0.15), note(230, D6, &FLUTE, 0.15)] },
        Cue::SwitchSides => {
            const {
                &[
                    note(0, E5, &MARIMBA, 0.2),
                    note(140, A4, &MARIMBA, 0.2),
                    note(280, E5, &MARIMBA, 0.2),
                    note(420, A4, &MARIMBA, 0.2),
                ]
            }
        }
        Cue::Beat => const { &[note(0, A4, &MARIMBA, 0.2)] },
        Cue::Finished => {
            const {
                &[
                    note(0, C5, &BELL, 0.15),
                    note(150, E5, &BELL, 0.15),
                    note(300, G5, &BELL, 0.15),
                    note(450, C6, &BELL, 0.15),
                ]
            }
        }
        Cue::Stopped => const { &[note(0, C4, &MARIMBA, 0.2), note(300, C4, &MARIMBA, 0.2)] },
    }
}

/// The last part of a cue, over which it is drawn to zero.
const TAIL_MS: u32 = 10;

fn play(score: &[Note]) -> Vec<f32> {
    let end_ms = score.iter().map(Note::end_ms).max().unwrap_or(0);
    let end = frames(end_ms);
    (0..end)
        .map(|frame| {
            let sum: f64 = score.iter().map(|note| note.at(frame)).sum();
            let left = f64::from(end - 1 - frame) / f64::from(frames(TAIL_MS));
            to_sample(sum * rise(left))
        })
        .collect()
}

impl Note {
    /// When less than a thousandth of it is left.
    fn end_ms(&self) -> u32 {
        let partials = self.instrument.partials.iter();
        let longest = partials.map(|partial| partial.fade_ms).max().unwrap_or(0);
        self.at_ms + longest
    }

    /// Its part of the cue's frame.
    fn at(&self, frame: u32) -> f64 {
        let Some(frame) = frame.checked_sub(frames(self.at_ms)) else {
            return 0.0;
        };
        let seconds = f64::from(frame) / f64::from(SAMPLE_RATE);
        let attack = rise(f64::from(frame) / f64::from(frames(self.instrument.attack_ms)));
        let partials = self.instrument.partials.iter();
        let sum: f64 = partials
            .map(|partial| {
                let faded = seconds * 1000.0 / f64::from(partial.fade_ms);
                let level = partial.level * 0.001_f64.powf(faded);
                level * (TAU * self.pitch * partial.ratio * seconds).sin()
            })
            .sum();
        self.volume * attack * sum
    }
}

fn frames(ms: u32) -> u32 {
    ms * (SAMPLE_RATE / 1000)
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
