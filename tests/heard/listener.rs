//! Somebody who only hears: makes out of a recording, without a look at the plan, which holds were
//! called for, on which side and for how long.

use std::ops::Range;
use std::time::Duration;

use supple::routine::Side;
use supple::sound::{Clip, Cue, SAMPLE_RATE, duration, frames, lead, samples};
use supple::voice::PAUSE;

use super::ear::alike;
use super::server::SILENCE;

/// What is heard at a moment of a recording, in samples from its beginning.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Heard<'a> {
    Cue(Cue),
    Phrase(&'a str),
}

/// A hold as a person does it who only hears.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hold {
    pub(crate) exercise: String,
    pub(crate) side: Option<Side>,
    pub(crate) length: Duration,
}

/// All that is heard in a recording, in its order, of cues and of phrases known by their sound.
/// Nothing is known of when to expect what.
pub(crate) fn listen<'a>(
    recording: &[f32],
    phrases: &'a [(String, Clip)],
) -> Vec<(usize, Heard<'a>)> {
    let mut heard = Vec::new();
    let mut at = 0;
    while let Some(onset) = first_sound(recording, at) {
        let sound = cue_at(recording, onset).or_else(|| phrase_at(recording, onset, phrases));
        let Some((start, sound, length)) = sound else {
            panic!("unknown at {:?}, after {heard:?}", duration(onset));
        };
        heard.push((start, sound));
        at = start + length;
        // Words follow words after a pause, and begin while the cue before them still rings.
        while let Some((start, said, length)) = phrase_at(recording, at, phrases) {
            heard.push((start, said));
            at = start + length + frames(PAUSE);
        }
        at = quiet_after(recording, at);
    }
    heard
}

/// The holds that are called for by what is heard.
pub(crate) fn holds(heard: &[(usize, Heard<'_>)], names: &[&str]) -> Vec<Hold> {
    let mut exercise = String::new();
    let mut side = None;
    let mut began = None;
    let mut holds = Vec::new();
    for (at, sound) in heard {
        match sound {
            Heard::Cue(Cue::HoldStart) => began = Some(*at),
            Heard::Cue(Cue::HoldEnd | Cue::SwitchSides | Cue::GetReady | Cue::Finished) => {
                let length = began.take().map(|began| duration(at - began));
                holds.extend(length.map(|length| Hold {
                    exercise: exercise.clone(),
                    side,
                    length,
                }));
            }
            Heard::Phrase(name) if names.contains(name) => {
                (*name).clone_into(&mut exercise);
                side = None;
            }
            Heard::Phrase("Left side" | "Switch to the left side") => side = Some(Side::Left),
            Heard::Phrase("Right side" | "Switch to the right side") => side = Some(Side::Right),
            _ => {}
        }
    }
    holds
}

/// What rises above silence from `from` on.
fn first_sound(recording: &[f32], from: usize) -> Option<usize> {
    let rest = recording.get(from..)?;
    let above = rest.iter().position(|sample| sample.abs() > SILENCE)?;
    Some(from + above)
}

/// Where a tenth of a second of silence begins, or the recording ends.
fn quiet_after(recording: &[f32], from: usize) -> usize {
    let is_quiet = |window: &[f32]| window.iter().all(|sample| sample.abs() <= SILENCE);
    let mut at = from;
    while let Some(window) = recording.get(at..at + SAMPLE_RATE as usize / 10) {
        if is_quiet(window) {
            return at;
        }
        at += SAMPLE_RATE as usize / 100;
    }
    recording.len()
}

/// Of a cue as much as is heard alone: a voice may begin then, and softens what rings on.
fn cue_at(recording: &[f32], onset: usize) -> Option<(usize, Heard<'static>, usize)> {
    let found = Cue::ALL.into_iter().filter_map(|cue| {
        let alone = frames(lead(cue));
        let made = samples(cue);
        let made = &made[..alone.min(made.len())];
        let (start, likeness) = best(recording, onset.saturating_sub(1500)..onset + 200, made);
        (likeness > 0.9).then_some((likeness, start, cue, alone))
    });
    let (_, start, cue, alone) = found.max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some((start, Heard::Cue(cue), alone))
}

fn phrase_at<'a>(
    recording: &[f32],
    onset: usize,
    phrases: &'a [(String, Clip)],
) -> Option<(usize, Heard<'a>, usize)> {
    let found = phrases.iter().filter_map(|(text, clip)| {
        let made: Vec<f32> = clip.samples().collect();
        let around = onset.saturating_sub(1500)..onset + 1500;
        let (start, likeness) = best(recording, around, &made);
        (likeness > 0.8).then_some((likeness, start, text, made.len()))
    });
    let (_, start, text, length) = found.max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some((start, Heard::Phrase(text), length))
}

/// Where in a range a sound fits best, and how well.
fn best(recording: &[f32], around: Range<usize>, made: &[f32]) -> (usize, f64) {
    // The beginning says where it can be at all; of a cue it is all of it, since a single tone
    // fits wherever it swings alike.
    let beginning = &made[..made.len().min(SAMPLE_RATE as usize)];
    // A prime, so that no tone has the same place in its swing each time.
    let (roughly, likeness) = around
        .step_by(8)
        .map(|start| (start, alike(recording, start, beginning, 53)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unwrap_or_default();
    if likeness < 0.3 {
        return (roughly, likeness);
    }
    (roughly.saturating_sub(8)..roughly + 8)
        .step_by(2)
        .map(|start| (start, alike(recording, start, made, 7)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unwrap()
}
