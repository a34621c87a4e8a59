//! The strip of steps: what is done, what is now and what is to come, in proportion to its time.

use std::ops::Range;

use eframe::egui::{Color32, CornerRadius, Painter, Rangef, Rect, Stroke, StrokeKind};

use crate::runner::Snapshot;
use crate::session::Outcome;
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
    /// Past, and left out: it was optional.
    LeftOut,
    Now,
    ToCome,
}

/// Lays out the strip between the ends of `x`, as of where the session stands in `snapshot`.
pub(super) fn segments(snapshot: &Snapshot, x: Rangef) -> Vec<Segment> {
    let marks = marks(snapshot);
    let segment = |bar: Bar| Segment {
        x: bar.x,
        work: bar.work,
        progress: progress(bar.steps, &marks, snapshot.step),
    };
    bars(&snapshot.plan, x).into_iter().map(segment).collect()
}

fn progress(steps: Range<usize>, marks: &[Mark], step: usize) -> Progress {
    if step < steps.start {
        return Progress::ToCome;
    }
    if step < steps.end {
        return Progress::Now;
    }
    let marks = &marks[steps];
    if marks.contains(&Mark::Missed) {
        Progress::Missed
    } else if marks.contains(&Mark::LeftOut) {
        Progress::LeftOut
    } else {
        Progress::Done
    }
}

/// What there is to show of a step once it is past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Held to its end, or a pause.
    Done,
    /// To be done, and not held to its end.
    Missed,
    /// Optional and skipped.
    LeftOut,
}

fn marks(snapshot: &Snapshot) -> Vec<Mark> {
    let mut marks = vec![Mark::Done; snapshot.plan.steps.len()];
    for ((index, _), step) in snapshot.plan.work().zip(snapshot.dose()) {
        if !step.is_to_do() {
            marks[index] = Mark::LeftOut;
        } else if step.outcome != Outcome::Done {
            marks[index] = Mark::Missed;
        }
    }
    marks
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
            Progress::ToCome | Progress::LeftOut => {
                painter.rect_filled(rect, corner, palette.track);
            }
        }
    }
}
