//! What was done of each exercise, and what was left out and why.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Sense, Ui, Vec2, pos2};

use super::head::bar;
use crate::progress::Share;
use crate::report::summary as told;
use crate::routine::{Exercise, Routine};
use crate::summary::{ExerciseSum, Summary};
use crate::ui::figure::Posed;
use crate::ui::text::{one_line, said};
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::{Line, card, muted, part, row, section, small, strong};
use crate::words::{List, Message, Words};

pub(super) const FIGURE: Vec2 = Vec2::new(76.0, 50.0);
/// From so many points on, all of an exercise stands in one line.
const WIDE: f32 = 640.0;
/// No bar is longer.
const MOST_BAR: f32 = 170.0;

pub(super) fn show(ui: &mut Ui, words: &Words, summary: &Summary, routines: &[Arc<Routine>]) {
    card(ui, |ui| {
        let sums = &summary.whole;
        let count = sums.begun - sums.told;
        let of = Message::new("sum-exercises-of").with("count", count);
        row(ui, |ui| {
            section(ui, &words.get("sum-exercises"));
            if !summary.exercises.is_empty() {
                muted(ui, &words.message(&of));
            }
        });
        if summary.exercises.is_empty() {
            muted(ui, &words.get("sum-exercises-none"));
            return;
        }
        if ui.available_width() >= WIDE {
            columns_line(ui, words);
        }
        for (number, sum) in summary.exercises.iter().enumerate() {
            let title = |id: &str| {
                let routine = routines.iter().find(|it| it.id == id)?;
                Some(routine.title.clone())
            };
            let called = told::exercise(words, summary, sum, title);
            part(ui, number, |ui| {
                exercise(ui, words, (sum, &called), routines);
            });
        }
    });
}

/// Where the columns are: how wide each is from the name on, with what is between them.
struct Columns {
    gap: f32,
    name: f32,
    side: f32,
    reasons: f32,
}

impl Columns {
    fn of(room: f32) -> Self {
        let [gap, side, reasons] = [space::M, room * 0.17, room * 0.27];
        Self {
            gap,
            name: room - FIGURE.x - reasons - 2.0 * side - 4.0 * gap,
            side,
            reasons,
        }
    }
}

/// The names of the columns. Screen readers hear them with each number.
fn columns_line(ui: &mut Ui, words: &Words) {
    let Columns {
        gap, name, side, ..
    } = Columns::of(ui.available_width());
    let palette = palette(ui);
    let height = ui.text_style_height(&eframe::egui::TextStyle::Small);
    let size = Vec2::new(ui.available_width(), height);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut left = rect.left() + FIGURE.x + name + 2.0 * gap;
    for column in ["sum-column-left", "sum-column-right", "sum-column-left-out"] {
        let galley = one_line(ui, &words.get(column), Type::Small.font(), side);
        let at = pos2(left, rect.top());
        ui.painter().galley(at, galley, palette.muted);
        left += side + gap;
    }
}

fn exercise(
    ui: &mut Ui,
    words: &Words,
    (sum, called): (&ExerciseSum, &str),
    routines: &[Arc<Routine>],
) {
    let palette = palette(ui);
    ui.add_space(space::XS);
    let top = ui.cursor().top();
    let edge = eframe::egui::Stroke::new(palette.edge, palette.line);
    ui.painter().hline(ui.max_rect().x_range(), top, edge);
    ui.add_space(space::S);
    // Nothing of it is laid out while it is far from view.
    let room = ui.available_width();
    if room < WIDE {
        name(ui, words, sum, called);
        for (side, share) in sides(sum) {
            part(ui, side, |ui| done(ui, words, sum, side, share, true));
        }
        left_out(ui, words, sum, true);
        return;
    }
    let columns = Columns::of(room);
    let gap = columns.gap;
    let mut line = Line::begin(ui);
    line.add(ui, FIGURE.x, gap, |ui| {
        figure(ui, [&sum.routine, &sum.exercise], routines);
    });
    line.add(ui, columns.name, gap, |ui| name(ui, words, sum, called));
    let sides = sides(sum);
    #[expect(clippy::cast_precision_loss, reason = "one or two")]
    let width = (2.0 * columns.side + gap - gap * (sides.len() - 1) as f32) / sides.len() as f32;
    for (side, share) in sides {
        line.add(ui, width, gap, |ui| {
            done(ui, words, sum, side, share, false);
        });
    }
    line.add(ui, columns.reasons, 0.0, |ui| {
        left_out(ui, words, sum, false);
    });
    line.end(ui);
}

/// The figure of an exercise, by the routine's id and its own; the room that it would take where it has none.
pub(super) fn figure(ui: &mut Ui, ids: [&str; 2], routines: &[Arc<Routine>]) {
    let (rect, _) = ui.allocate_exact_size(FIGURE, Sense::hover());
    if let Some((routine, exercise)) = figure_of(ids, routines)
        && ui.is_rect_visible(rect)
        && let Some(figure) = routine.figure_of(exercise)
    {
        let corner = CornerRadius::same(radius::PICTURE);
        let paper = palette(ui).paper;
        ui.painter().rect_filled(rect, corner, paper);
        Posed::in_hold(figure, exercise).paint(ui, rect.shrink(5.0));
    }
}

fn name(ui: &mut Ui, words: &Words, sum: &ExerciseSum, called: &str) {
    strong(ui, called);
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

/// What was done on a side. Its name is heard in any case, and seen where no column has it.
fn done(
    ui: &mut Ui,
    words: &Words,
    sum: &ExerciseSum,
    side: &'static str,
    share: Share,
    names_side: bool,
) {
    let done = words.message(&told::done_of(sum.measure, share));
    let heard = format!("{}: {done}", words.get(side));
    let is_of_both = side == "sum-column-both";
    if names_side && !is_of_both {
        small(ui, &words.get(side));
    }
    let seen = if is_of_both {
        words.list(List::Parts, [done, words.get("sum-side-both")])
    } else {
        done
    };
    value(ui, &seen, &heard);
    let width = ui.available_width().min(MOST_BAR);
    bar(ui, share, width);
}

fn left_out(ui: &mut Ui, words: &Words, sum: &ExerciseSum, names_column: bool) {
    let name = words.get("sum-column-left-out");
    if names_column {
        small(ui, &name);
    }
    let count = words.message(&told::number_left_out(sum));
    value(ui, &count, &format!("{name}: {count}"));
    if !sum.left_out.is_empty() {
        small(ui, &told::reasons(words, sum));
    }
}

/// What is seen, and heard with the name of its column.
fn value(ui: &mut Ui, seen: &str, heard: &str) {
    let galley = one_line(ui, seen, Type::Body.font(), ui.available_width());
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, palette(ui).ink);
    said(ui, rect, heard, Role::Label, heard);
}

/// The exercise as a routine that is there has it, for its figure.
pub(super) fn figure_of<'a>(
    [routine, exercise]: [&str; 2],
    routines: &'a [Arc<Routine>],
) -> Option<(&'a Routine, &'a Exercise)> {
    let routine = routines.iter().find(|it| it.id == *routine)?;
    let mut exercises = routine.exercises.iter();
    Some((routine, exercises.find(|it| it.id == *exercise)?))
}
