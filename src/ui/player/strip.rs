//! The strip of steps: what is done, what is now and what is to come, in proportion to its time.

use std::ops::Range;

use eframe::egui::{Color32, CornerRadius, Painter, Rangef, Rect, Stroke, StrokeKind};

use crate::plan::Plan;
use crate::session::{Attempt, Outcome};
use crate::ui::theme::Palette;
use crate::ui::timeline::{Bar, bars};

/// Height of a segment in which something is held or done.
pub(super) const HEIGHT: f32 = 12.0;
/// Height of a pause.
const THIN: f32 = 5.0;

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

/// Lays out the strip between the ends of `x`, as of the step `step` with these attempts before it.
pub(super) fn segments(plan: &Plan, step: usize, attempts: &[Attempt], x: Rangef) -> Vec<Segment> {
    let held = held(plan, attempts);
    let segment = |bar: Bar| Segment {
        x: bar.x,
        work: bar.work,
        progress: progress(bar.steps, &held, step),
    };
    bars(plan, x).into_iter().map(segment).collect()
}

fn progress(steps: Range<usize>, held: &[bool], step: usize) -> Progress {
    if step < steps.start {
        Progress::ToCome
    } else if step < steps.end {
        Progress::Now
    } else if held[steps].iter().all(|&held| held) {
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
