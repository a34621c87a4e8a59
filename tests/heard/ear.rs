//! Finds the cues in a recording, and says whether they are the ones that were planned.

use std::ops::Range;
use std::time::Duration;

use supple::sound::{Cue, SAMPLE_RATE, duration, frames, samples};

/// A cue in a recording.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) cue: Cue,
    /// Seconds from the recording's beginning.
    pub(crate) at: f64,
    /// Correlation with the cue as it was made, 1 for the very same shape.
    pub(crate) likeness: f64,
}

/// How the planned moments lie in the recording.
#[derive(Debug)]
pub(crate) struct Fit {
    /// Seconds of the recording in a second of the plan.
    pub(crate) rate: f64,
    /// Seconds by which each cue is late, once the recorder's clock is taken out.
    pub(crate) errors: Vec<f64>,
}

/// As much of a cue as is compared.
const COMPARED: usize = SAMPLE_RATE as usize / 2;

/// How far the onset of a cue may be off what its loudness says, in samples.
const SLACK: usize = 96;

/// A cue is heard if it is louder than this part of the loudest sample of all.
const AUDIBLE: f32 = 0.05;

/// All cues of a recording in order.
pub(crate) fn listen(recording: &[f32]) -> Vec<Found> {
    let threshold = AUDIBLE * peak(recording);
    if threshold <= f32::EPSILON {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(onset) = first_above(&recording[from..], threshold) {
        let rise = from + onset;
        let loudest = peak(&recording[rise..(rise + COMPARED).min(recording.len())]);
        let cue = identify(recording, rise, threshold / loudest);
        let audible = audible(&samples(cue.cue), threshold / loudest);
        from = (rise + audible.len()).min(recording.len());
        found.push(cue);
    }
    found
}

/// The cue that is most like what rises above a part of its loudest sample at `rise`.
fn identify(recording: &[f32], rise: usize, part: f32) -> Found {
    let of = |cue| {
        let made = samples(cue);
        let made = &made[..made.len().min(COMPARED)];
        let start = rise.saturating_sub(audible(made, part).start);
        let near = start.saturating_sub(SLACK)..=start + SLACK;
        let (start, likeness) = near
            .step_by(4)
            .map(|start| (start, likeness(recording, start, made)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap();
        Found {
            cue,
            at: seconds(start),
            likeness,
        }
    };
    Cue::ALL
        .map(of)
        .into_iter()
        .max_by(|a, b| a.likeness.total_cmp(&b.likeness))
        .unwrap()
}

/// Where a cue as made is louder than a part of its loudest sample, with a margin at its end.
fn audible(made: &[f32], part: f32) -> Range<usize> {
    let threshold = part * peak(made);
    let first = first_above(made, threshold).unwrap_or(0);
    let last = made.iter().rposition(|sample| sample.abs() > threshold);
    first..last.unwrap_or(0) + SLACK * 10
}

/// Normalised correlation of what was recorded from `start` on with a cue followed by silence.
fn likeness(recording: &[f32], start: usize, made: &[f32]) -> f64 {
    let end = (start + COMPARED).min(recording.len());
    let heard = &recording[start.min(end)..end];
    let mut product = 0.0_f64;
    let mut of_made = 0.0_f64;
    let mut of_heard = 0.0_f64;
    // Nothing of a cue lies above a quarter of the rate, so every other sample tells as much.
    for index in (0..heard.len()).step_by(2) {
        let (heard, made) = (heard[index], made.get(index).copied().unwrap_or(0.0));
        product += f64::from(heard * made);
        of_made += f64::from(made * made);
        of_heard += f64::from(heard * heard);
    }
    product / (of_made * of_heard).sqrt().max(f64::MIN_POSITIVE)
}

/// Says what is wrong with what was heard, if anything is: a cue missing, another in its place, one
/// too many, or one further than `tolerance` from its planned moment.
pub(crate) fn judge(
    planned: &[(Duration, Cue)],
    found: &[Found],
    tolerance: Duration,
) -> Result<Fit, String> {
    for (number, (&(at, cue), heard)) in planned.iter().zip(found).enumerate() {
        if heard.cue != cue || heard.likeness < 0.8 {
            return Err(format!(
                "cue {number}, planned at {at:?}: {cue:?} expected, heard {heard:?}"
            ));
        }
    }
    if planned.len() != found.len() {
        return Err(format!(
            "{} cues expected, {} heard",
            planned.len(),
            found.len()
        ));
    }
    let points: Vec<_> = planned
        .iter()
        .zip(found)
        .map(|((at, _), found)| (at.as_secs_f64(), found.at))
        .collect();
    let fit = line_through(&points);
    if (fit.rate - 1.0).abs() > 0.002 {
        return Err(format!("the whole ran at {} of its pace", fit.rate));
    }
    for (&(at, cue), &error) in planned.iter().zip(&fit.errors) {
        if error.abs() > tolerance.as_secs_f64() {
            return Err(format!("{cue:?}, planned at {at:?}, is {error:.4} s late"));
        }
    }
    Ok(fit)
}

/// The line with the least squares through onsets, each with the moment planned for it and the one
/// at which it was heard, in seconds.
pub(crate) fn line_through(onsets: &[(f64, f64)]) -> Fit {
    let points = || onsets.iter().copied();
    let count = points().map(|_| 1.0).sum::<f64>();
    let mean_planned = points().map(|(planned, _)| planned).sum::<f64>() / count;
    let mean_heard = points().map(|(_, heard)| heard).sum::<f64>() / count;
    let spread = |weigh: fn(f64, f64) -> f64| {
        points()
            .map(|(planned, heard)| weigh(planned - mean_planned, heard - mean_heard))
            .sum::<f64>()
    };
    let rate = spread(|planned, heard| planned * heard) / spread(|planned, _| planned * planned);
    Fit {
        rate,
        errors: points()
            .map(|(planned, heard)| heard - mean_heard - rate * (planned - mean_planned))
            .collect(),
    }
}

/// A sound looked for in a recording.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Match {
    /// Seconds from the recording's beginning.
    pub(crate) at: f64,
    /// Correlation with the sound as it was made, 1 for the very same shape.
    pub(crate) likeness: f64,
}

/// Where a sound is in a recording, at most a tenth of a second from `near`, in seconds. It begins
/// where nothing of it was before: a tone that fades is alike to itself at any later moment.
pub(crate) fn match_of(recording: &[f32], made: &[f32], near: f64) -> Match {
    const AROUND: usize = SAMPLE_RATE as usize / 10;
    const BEFORE: usize = SAMPLE_RATE as usize / 50;
    let made = &[&[0.0; BEFORE], made].concat();
    let near = (near - seconds(BEFORE)).max(0.0);
    let look = |starts: Range<usize>, step: usize, every: usize| {
        starts
            .step_by(step)
            .map(|start| (start, alike(recording, start, made, every)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap()
    };
    let near = frames(Duration::from_secs_f64(near));
    let (roughly, _) = look(near.saturating_sub(AROUND)..near + AROUND, 12, 12);
    let (start, likeness) = look(roughly.saturating_sub(12)..roughly + 12, 2, 3);
    Match {
        at: seconds(start + BEFORE),
        likeness,
    }
}

/// Normalised correlation of a sound with the recording from `start` on, by some of its samples.
pub(crate) fn alike(recording: &[f32], start: usize, made: &[f32], every: usize) -> f64 {
    let heard = recording.get(start..).unwrap_or_default();
    let length = made.len().min(heard.len());
    let (mut product, mut of_made, mut of_heard) = (0.0_f32, 0.0_f32, 0.0_f32);
    // By index: iterators take several times as long where nothing is optimised, and nearly all that listening
    // takes is spent here.
    let mut at = 0;
    while at < length {
        let (made, heard) = (made[at], heard[at]);
        product += made * heard;
        of_made += made * made;
        of_heard += heard * heard;
        at += every;
    }
    f64::from(product) / f64::from(of_made * of_heard).sqrt().max(f64::MIN_POSITIVE)
}

/// The loudest sample between two moments of a recording, in seconds.
pub(crate) fn loudest_between(recording: &[f32], from: f64, until: f64) -> f32 {
    let within = |frame: &usize| (from..until).contains(&seconds(*frame));
    let from = (0..recording.len()).find(within).unwrap();
    let length = (from..recording.len()).take_while(within).count();
    peak(&recording[from..from + length])
}

fn peak(samples: &[f32]) -> f32 {
    samples
        .iter()
        .fold(0.0, |peak, sample| peak.max(sample.abs()))
}

fn first_above(samples: &[f32], threshold: f32) -> Option<usize> {
    samples.iter().position(|sample| sample.abs() > threshold)
}

fn seconds(frames: usize) -> f64 {
    duration(frames).as_secs_f64()
}

/// Something done to what is played, each cue with its millisecond.
type Change = fn(&mut Vec<(u64, Cue)>);

/// A recording as it would be if each cue sounded at its moment, in milliseconds.
fn recording_of(cues: &[(u64, Cue)]) -> Vec<f32> {
    let at = |ms: u64| frames(Duration::from_millis(ms));
    let end = cues.iter().map(|(ms, _)| ms + 2500).max().unwrap_or(0);
    let mut recording = vec![0.0; at(end)];
    for &(ms, cue) in cues {
        for (place, sample) in recording[at(ms)..].iter_mut().zip(samples(cue).iter()) {
            *place += 0.4 * sample;
        }
    }
    recording
}

#[test]
fn the_ear_knows_every_cue_and_notices_what_is_missing_swapped_late_or_too_much() {
    let planned: Vec<_> = (0..)
        .map(|second| Duration::from_secs(second * 2))
        .zip(Cue::ALL)
        .collect();
    let played: Vec<_> = (0..)
        .map(|second| 5000 + second * 2000)
        .zip(Cue::ALL)
        .collect();
    let heard = |change: Change| {
        let mut played = played.clone();
        change(&mut played);
        let found = listen(&recording_of(&played));
        judge(&planned, &found, Duration::from_millis(30))
    };

    let fit = heard(|_| {}).unwrap();
    assert!(
        fit.errors.iter().all(|error| error.abs() < 0.001),
        "{fit:?}"
    );
    let faults: [(_, Change); 6] = [
        ("missing", |played| played.retain(|(ms, _)| *ms != 11_000)),
        ("the last missing", |played| played.truncate(9)),
        ("swapped", |played| played[4].1 = Cue::HoldStart),
        ("late", |played| played[5].0 += 45),
        ("too much", |played| played.push((26_500, Cue::LastSecond))),
        ("two at once", |played| {
            played.push((9_000, Cue::SwitchSides));
        }),
    ];
    for (name, change) in faults {
        assert!(heard(change).is_err(), "{name}");
    }
    assert!(listen(&[0.0; 1000]).is_empty());
}
