//! A plan as bars from left to right, in proportion to their time.

use std::ops::Range;
use std::time::Duration;

use eframe::egui::Rangef;

use crate::plan::{Plan, Step};

/// Between two bars.
const GAP: f32 = 4.0;
/// The least width at which a bar is still seen as one.
const LEAST: f32 = 5.0;
/// How long an open step looks, since it has no length.
const OPEN: Duration = Duration::from_secs(20);

/// What stands for one step of a plan, or for a few.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bar {
    pub(super) x: Rangef,
    /// Indices into the plan's steps.
    pub(super) steps: Range<usize>,
    /// Whether it is part of the dose, rather than a pause.
    pub(super) work: bool,
}

/// How much of the plan one bar stands for. Each is coarser than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Step,
    /// A step of the dose with the pause before it.
    Work,
    /// All of one set.
    Set,
    Exercise,
}

/// Lays out the plan between the ends of `x`: as fine as leaves every bar wide enough to be seen, so
/// that 3 steps and 10,000 are both readable.
pub(super) fn bars(plan: &Plan, x: Rangef) -> Vec<Bar> {
    let mut pieces = Vec::new();
    for grain in [Grain::Step, Grain::Work, Grain::Set, Grain::Exercise] {
        pieces = group(plan, grain);
        if fits(pieces.len(), x.span()) {
            break;
        }
    }
    place(pieces, x)
}

/// The steps that one bar stands for, in order and without gaps.
struct Piece {
    steps: Range<usize>,
    duration: Duration,
    work: bool,
}

fn group(plan: &Plan, grain: Grain) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before: Option<&Step> = None;
    for (index, step) in plan.steps.iter().enumerate() {
        let duration = step.duration.unwrap_or(OPEN);
        let joins = before.is_some_and(|before| joins(grain, before, step));
        match pieces.last_mut().filter(|_| joins) {
            Some(piece) => {
                piece.steps.end = index + 1;
                piece.duration += duration;
                piece.work |= step.kind.is_work();
            }
            None => pieces.push(Piece {
                steps: index..index + 1,
                duration,
                work: step.kind.is_work(),
            }),
        }
        before = Some(step);
    }
    pieces
}

/// Whether `step` is part of the same bar as the step before it.
fn joins(grain: Grain, before: &Step, step: &Step) -> bool {
    let same_exercise = before.exercise == step.exercise;
    match grain {
        Grain::Step => false,
        Grain::Work => !before.kind.is_work(),
        Grain::Set => same_exercise && (before.set == step.set || !before.kind.is_work()),
        Grain::Exercise => same_exercise,
    }
}

fn fits(count: usize, width: f32) -> bool {
    small(count) * (LEAST + GAP) <= width
}

fn place(pieces: Vec<Piece>, x: Rangef) -> Vec<Bar> {
    let count = small(pieces.len());
    // Only more exercises than points are so many that no gap is left between them.
    let gap = if fits(pieces.len(), x.span()) {
        GAP
    } else {
        0.0
    };
    let least = LEAST.min(x.span() / count.max(1.0));
    let shared = (x.span() - gap * (count - 1.0) - least * count).max(0.0);
    let total: Duration = pieces.iter().map(|piece| piece.duration).sum();
    let mut left = x.min;
    pieces
        .into_iter()
        .map(|piece| {
            let share = if total.is_zero() {
                1.0 / count
            } else {
                piece.duration.div_duration_f32(total)
            };
            let width = least + shared * share;
            let bar = Bar {
                x: Rangef::new(left, left + width),
                steps: piece.steps,
                work: piece.work,
            };
            left += width + gap;
            bar
        })
        .collect()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a plan has at most 10,000 steps"
)]
fn small(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::{Dose, Exercise, Routine};

    #[test]
    fn an_open_step_is_as_wide_as_a_hold_of_twenty_seconds() {
        let mut exercises = [
            Dose::Open,
            Dose::Hold {
                hold: OPEN,
                reps: 1,
            },
        ]
        .map(|dose| {
            let mut exercise = Exercise::new("a", "A");
            exercise.dose = dose;
            exercise
        });
        exercises[1].id = "b".to_owned();
        let plan = Plan::of(&Routine::new("r", "R", exercises.into()));
        let bars = bars(&plan, Rangef::new(0.0, 400.0));
        let work: Vec<_> = bars.iter().filter(|bar| bar.work).collect();
        let [open, hold] = work[..] else {
            panic!("{bars:?}");
        };
        assert!((open.x.span() - hold.x.span()).abs() < 0.1, "{bars:?}");
        assert!(open.x.span() > 40.0, "{bars:?}");
    }
}
