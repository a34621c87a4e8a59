//! The strip of steps: what is done, what is now and what is to come, in proportion to its time.

use std::time::Duration;

use eframe::egui::{Color32, CornerRadius, Painter, Rangef, Rect, Stroke, StrokeKind};

use crate::plan::{Plan, Step};
use crate::session::{Attempt, Outcome};
use crate::ui::theme::Palette;

/// Height of a segment in which something is held or done.
pub(super) const HEIGHT: f32 = 12.0;
/// Height of a pause.
const THIN: f32 = 5.0;
/// Between two segments.
const GAP: f32 = 4.0;
/// The least width at which a segment is still seen as one.
const LEAST: f32 = 5.0;
/// How long an open step looks, since it has no length.
const OPEN: Duration = Duration::from_secs(20);

/// One piece of the strip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Segment {
    pub(super) x: Rangef,
    /// Whether it is part of the dose, rather than a pause.
    pub(super) work: bool,
    pub(super) progress: Progress,
}

/// Where a segment is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    Done,
    /// Past, and not held to its end.
    Missed,
    Now,
    ToCome,
}

/// How much of the plan one segment stands for. Each is coarser than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Step,
    /// A step of the dose with the pause before it.
    Work,
    /// All of one set.
    Set,
    Exercise,
}

/// Lays out the strip between the ends of `x`: as fine as leaves every segment wide enough to be
/// seen, so that 3 steps and 10,000 are both readable.
pub(super) fn segments(plan: &Plan, step: usize, attempts: &[Attempt], x: Rangef) -> Vec<Segment> {
    let mut pieces = Vec::new();
    for grain in [Grain::Step, Grain::Work, Grain::Set, Grain::Exercise] {
        pieces = group(plan, grain);
        if fits(pieces.len(), x.span()) {
            break;
        }
    }
    place(&pieces, &held(plan, attempts), step, x)
}

/// The steps that one segment stands for, in order and without gaps.
struct Piece {
    first: usize,
    last: usize,
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
                piece.last = index;
                piece.duration += duration;
                piece.work |= step.kind.is_work();
            }
            None => pieces.push(Piece {
                first: index,
                last: index,
                duration,
                work: step.kind.is_work(),
            }),
        }
        before = Some(step);
    }
    pieces
}

/// Whether `step` is part of the same segment as the step before it.
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

fn place(pieces: &[Piece], held: &[bool], step: usize, x: Rangef) -> Vec<Segment> {
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
        .iter()
        .map(|piece| {
            let share = if total.is_zero() {
                1.0 / count
            } else {
                piece.duration.div_duration_f32(total)
            };
            let width = least + shared * share;
            let segment = Segment {
                x: Rangef::new(left, left + width),
                work: piece.work,
                progress: progress(piece, held, step),
            };
            left += width + gap;
            segment
        })
        .collect()
}

fn progress(piece: &Piece, held: &[bool], step: usize) -> Progress {
    if step < piece.first {
        Progress::ToCome
    } else if step <= piece.last {
        Progress::Now
    } else if held[piece.first..=piece.last].iter().all(|&held| held) {
        Progress::Done
    } else {
        Progress::Missed
    }
}

/// Of each step, whether it counts as done once it is past: all but those that were tried and never
/// held to their end. What was not tried at all is a pause, or belongs to the session that this one
/// goes on with.
fn held(plan: &Plan, attempts: &[Attempt]) -> Vec<bool> {
    let mut held = vec![true; plan.steps.len()];
    // Done comes last: it outweighs the attempts that were cut short.
    for done in [false, true] {
        let of_this_kind = attempts
            .iter()
            .filter(|attempt| (attempt.outcome == Outcome::Done) == done);
        for attempt in of_this_kind {
            if let Some(held) = held.get_mut(attempt.step) {
                *held = done;
            }
        }
    }
    held
}

/// Paints `segments` around the line `y`.
pub(super) fn paint(painter: &Painter, segments: &[Segment], y: f32, palette: &Palette) {
    for segment in segments {
        let height = if segment.work { HEIGHT } else { THIN };
        let rect =
            Rect::from_x_y_ranges(segment.x, Rangef::new(y - height / 2.0, y + height / 2.0));
        let corner = CornerRadius::same(if segment.work { 6 } else { 3 });
        match segment.progress {
            Progress::Missed => {
                let edge = Stroke::new(1.5, palette.teal);
                painter.rect(rect, corner, Color32::TRANSPARENT, edge, StrokeKind::Inside);
            }
            Progress::Done => _ = painter.rect_filled(rect, corner, palette.teal),
            Progress::Now => {
                // Coral alone is too close to the paper, by day.
                let edge = Stroke::new(1.5, palette.danger_line);
                let rect = rect.expand(1.0);
                painter.rect(rect, corner, palette.coral, edge, StrokeKind::Inside);
            }
            Progress::ToCome => _ = painter.rect_filled(rect, corner, palette.track),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a plan has at most 10,000 steps"
)]
fn small(count: usize) -> f32 {
    count as f32
}
