//! What was done of each exercise, and what was left out and why.

use std::sync::Arc;

use eframe::egui::{CornerRadius, Sense, Ui, Vec2};

use super::head::bar;
use crate::progress::Share;
use crate::report::summary as told;
use crate::routine::{Exercise, Routine};
use crate::summary::{ExerciseSum, Summary};
use crate::text::printable;
use crate::ui::figure::Posed;
use crate::ui::theme::{palette, radius, space};
use crate::ui::widgets::{Line, body, card, muted, part, section, small, strong};
use crate::words::{Message, Words};

const FIGURE: Vec2 = Vec2::new(76.0, 50.0);
/// From so many points on, all of an exercise stands in one line.
const WIDE: f32 = 640.0;

pub(super) fn show(ui: &mut Ui, words: &Words, summary: &Summary, routines: &[Arc<Routine>]) {
    card(ui, |ui| {
        section(ui, &words.get("sum-exercises"));
        if summary.exercises.is_empty() {
            muted(ui, &words.get("sum-exercises-none"));
            return;
        }
        let sums = &summary.whole;
        let count = sums.begun - sums.told;
        let of = Message::new("sum-exercises-of").with("count", count);
        muted(ui, &words.message(&of));
        for (number, sum) in summary.exercises.iter().enumerate() {
            part(ui, number, |ui| exercise(ui, words, sum, routines));
        }
    });
}

fn exercise(ui: &mut Ui, words: &Words, sum: &ExerciseSum, routines: &[Arc<Routine>]) {
    let palette = palette(ui);
    ui.add_space(space::XS);
    let top = ui.cursor().top();
    let edge = eframe::egui::Stroke::new(palette.edge, palette.line);
    ui.painter().hline(ui.max_rect().x_range(), top, edge);
    ui.add_space(space::S);
    // Nothing of it is laid out while it is far from view.
    let room = ui.available_width();
    if room < WIDE {
        name(ui, words, sum);
        for (side, share) in sides(sum) {
            part(ui, side, |ui| done(ui, words, sum, side, share, true));
        }
        left_out(ui, words, sum);
        return;
    }
    let [gap, reasons, each] = [space::M, room * 0.22, room * 0.19];
    let mut line = Line::begin(ui);
    let shown = figure_of(sum, routines);
    line.add(ui, FIGURE.x, gap, |ui| {
        let (rect, _) = ui.allocate_exact_size(FIGURE, Sense::hover());
        if let Some((routine, exercise)) = shown
            && ui.is_rect_visible(rect)
            && let Some(figure) = routine.figure_of(exercise)
        {
            let corner = CornerRadius::same(radius::PICTURE);
            ui.painter().rect_filled(rect, corner, palette.paper);
            Posed::in_hold(figure, exercise).paint(ui, rect.shrink(5.0));
        }
    });
    let names = room - FIGURE.x - reasons - 2.0 * each - 4.0 * gap;
    line.add(ui, names, gap, |ui| name(ui, words, sum));
    let sides = sides(sum);
    #[expect(clippy::cast_precision_loss, reason = "one or two")]
    let width = (2.0 * each + gap - gap * (sides.len() - 1) as f32) / sides.len() as f32;
    for (side, share) in sides {
        line.add(ui, width, gap, |ui| done(ui, words, sum, side, share, true));
    }
    line.add(ui, reasons, 0.0, |ui| left_out(ui, words, sum));
    line.end(ui);
}

fn name(ui: &mut Ui, words: &Words, sum: &ExerciseSum) {
    strong(ui, &printable(&sum.name));
    small(ui, &told::dose(words, sum));
}

/// The sides that it has.
fn sides(sum: &ExerciseSum) -> Vec<(&'static str, Share)> {
    let all = [
        ("sum-column-left", sum.left),
        ("sum-column-right", sum.right),
        ("sum-column-both", sum.both),
    ];
    let has = all.into_iter().filter(|(_, share)| share.of > 0);
    let has: Vec<_> = has.collect();
    if has.is_empty() {
        vec![("sum-column-both", Share::default())]
    } else {
        has
    }
}

fn done(
    ui: &mut Ui,
    words: &Words,
    sum: &ExerciseSum,
    side: &'static str,
    share: Share,
    names_side: bool,
) {
    let done = words.message(&told::done_of(sum.measure, share));
    if names_side && side != "sum-column-both" {
        small(ui, &words.get(side));
    }
    body(ui, &done);
    let width = ui.available_width().min(170.0);
    bar(ui, share, width);
}

fn left_out(ui: &mut Ui, words: &Words, sum: &ExerciseSum) {
    small(ui, &words.get("sum-column-left-out"));
    body(ui, &words.message(&told::number_left_out(sum)));
    if !sum.left_out.is_empty() {
        small(ui, &told::reasons(words, sum));
    }
}

/// The exercise as a routine that is there has it, for its figure.
pub(super) fn figure_of<'a>(
    sum: &ExerciseSum,
    routines: &'a [Arc<Routine>],
) -> Option<(&'a Routine, &'a Exercise)> {
    let routine = routines.iter().find(|it| it.id == sum.routine)?;
    let mut exercises = routine.exercises.iter();
    Some((routine, exercises.find(|it| it.id == sum.exercise)?))
}
