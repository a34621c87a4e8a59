//! A session from left to right: a bar for each hold, as long as it was to be held and filled as far as it was.

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::history::{Hold, RecordedSession};
use crate::session::Outcome;
use crate::text::printable;
use crate::ui::text::{one_line, said};
use crate::ui::theme::{Type, palette};
use crate::words::Words;

const GAP: f32 = 4.0;
/// Between two exercises.
const WIDE_GAP: f32 = 14.0;
/// The least width at which a bar is still seen as one.
const LEAST: f32 = 4.0;
const HEIGHT: f32 = 16.0;
/// How long a hold without a length looks.
const OPEN_MS: u64 = 20_000;
const LINE: f32 = 18.0;
/// With less room a name that has to be cut is left out.
const LEAST_NAME: f32 = 44.0;

/// One hold, or an exercise where there are too many of them.
struct Bar {
    exercise: usize,
    of_ms: u64,
    /// From 0 to 1.
    done: f32,
    is_done: bool,
    hurt: bool,
}

/// Draws it; `told` says the same in words. Draws nothing where there is no room for it.
pub(super) fn show(ui: &mut Ui, words: &Words, session: &RecordedSession, told: &str) {
    let room = ui.available_width();
    let (names, bars) = bars(session);
    let bars = if width_needed(&bars) <= room {
        bars
    } else {
        by_exercise(&bars)
    };
    if bars.is_empty() || width_needed(&bars) > room {
        return;
    }
    let hurts = bars.iter().any(|bar| bar.hurt);
    let above = if hurts { LINE } else { 0.0 };
    let size = vec2(room, above + HEIGHT + LINE + 4.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let name = format!("{}: {told}", words.get("past-strip"));
    said(ui, rect, "strip", Role::Image, &name);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let places = places(
        &bars,
        Rect::from_min_size(rect.min + vec2(0.0, above), vec2(room, HEIGHT)),
    );
    for (bar, place) in bars.iter().zip(&places) {
        paint(ui, *place, bar);
    }
    name_exercises(ui, &names, &bars, &places);
    let hurt = bars.iter().position(|bar| bar.hurt);
    if let Some(place) = hurt.map(|hurt| places[hurt]) {
        let galley = one_line(ui, &words.get("sum-day-hurt"), Type::Tiny.font(), room);
        let half = galley.size().x / 2.0;
        let most = (rect.right() - 2.0 * half).max(rect.left());
        let x = (place.center().x - half).clamp(rect.left(), most);
        let color = palette(ui).danger;
        ui.painter().galley(pos2(x, rect.top()), galley, color);
    }
}

/// Where each bar stands in a line of them.
fn places(bars: &[Bar], line: Rect) -> Vec<Rect> {
    let whole: u64 = bars.iter().map(|bar| bar.of_ms).sum();
    let shared = line.width() - width_needed(bars);
    let mut left = line.left();
    let mut places = Vec::new();
    for (index, bar) in bars.iter().enumerate() {
        if index > 0 {
            let is_same = bars[index - 1].exercise == bar.exercise;
            left += if is_same { GAP } else { WIDE_GAP };
        }
        let width = LEAST + shared * share(bar.of_ms, whole);
        places.push(Rect::from_min_size(
            pos2(left, line.top()),
            vec2(width, line.height()),
        ));
        left += width;
    }
    places
}

/// Writes the name of each exercise below its bars and no further, so that none seems to be of those after it.
fn name_exercises(ui: &Ui, names: &[String], bars: &[Bar], places: &[Rect]) {
    let mut from = 0;
    for part in bars.chunk_by(|one, other| one.exercise == other.exercise) {
        let of_part = &places[from..from + part.len()];
        from += part.len();
        let ([first, ..], [.., last]) = (of_part, of_part) else {
            continue;
        };
        let room = last.right() - first.left();
        let galley = one_line(ui, &names[part[0].exercise], Type::Tiny.font(), room);
        if !galley.elided || room >= LEAST_NAME {
            let at = pos2(first.left(), first.bottom() + 4.0);
            ui.painter().galley(at, galley, palette(ui).muted);
        }
    }
}

/// Whether it hurt in a hold, or on the way to it.
pub(super) fn hurts_in(session: &RecordedSession, hold: &Hold) -> bool {
    let is_first = |step: u32| {
        let mut holds = session.holds.iter();
        holds.find(|it| it.step >= step).map(|it| it.step) == Some(hold.step)
    };
    session.hurts.iter().any(|it| is_first(it.step))
}

/// The names of the exercises, and a bar for each hold.
fn bars(session: &RecordedSession) -> (Vec<String>, Vec<Bar>) {
    let mut exercises: Vec<&str> = Vec::new();
    let mut names = Vec::new();
    let holds = session.holds.iter().map(|hold| {
        let known = exercises.iter().position(|id| *id == &*hold.exercise);
        let exercise = known.unwrap_or_else(|| {
            exercises.push(&hold.exercise);
            names.push(printable(&hold.name));
            exercises.len() - 1
        });
        let of_ms = hold.prescribed_ms.unwrap_or(OPEN_MS).max(1);
        let is_done = hold.outcome == Outcome::Done;
        Bar {
            exercise,
            of_ms,
            done: if is_done {
                1.0
            } else {
                share(hold.held_ms, of_ms).min(1.0)
            },
            is_done,
            hurt: hurts_in(session, hold),
        }
    });
    let bars = holds.collect();
    (names, bars)
}

fn by_exercise(bars: &[Bar]) -> Vec<Bar> {
    let parts = bars.chunk_by(|one, other| one.exercise == other.exercise);
    let joined = parts.map(|part| {
        let of_ms: u64 = part.iter().map(|bar| bar.of_ms).sum();
        let done = part.iter().map(|bar| bar.done * share(bar.of_ms, of_ms));
        Bar {
            exercise: part[0].exercise,
            of_ms,
            done: done.sum(),
            is_done: part.iter().all(|bar| bar.is_done),
            hurt: part.iter().any(|bar| bar.hurt),
        }
    });
    joined.collect()
}

/// How wide they are at least.
fn width_needed(bars: &[Bar]) -> f32 {
    let gaps = bars.windows(2).map(|two| {
        let is_same = two[0].exercise == two[1].exercise;
        if is_same { GAP } else { WIDE_GAP }
    });
    gaps.sum::<f32>() + bars.iter().map(|_| LEAST).sum::<f32>()
}

#[expect(clippy::cast_precision_loss, reason = "as exact as can be seen")]
fn share(part: u64, whole: u64) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// Done, partly or not, and whether it hurt: each has a shape of its own.
fn paint(ui: &Ui, place: Rect, bar: &Bar) {
    let palette = palette(ui);
    let corner = CornerRadius::same(5);
    let (edge, ground, part) = if bar.hurt {
        (palette.danger_line, palette.coral_soft, palette.danger_line)
    } else {
        (palette.outline, palette.surface, palette.teal_fill)
    };
    if bar.is_done && !bar.hurt {
        ui.painter().rect_filled(place, corner, palette.teal_fill);
        return;
    }
    ui.painter().rect_filled(place, corner, ground);
    if bar.done > 0.0 {
        let filled = place.with_max_x(place.left() + place.width() * bar.done);
        ui.painter().rect_filled(filled, corner, part);
    }
    let stroke = Stroke::new(palette.edge + 0.5, edge);
    ui.painter()
        .rect_stroke(place, corner, stroke, StrokeKind::Inside);
}
