//! One exercise with all that is known of it, its figure moving.

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Sense, Ui, vec2};

use super::{Draft, LookedAt, Offered, View};
use crate::facts::{self, Aim};
use crate::figure;
use crate::ui::exercise_words::{self, Saying};
use crate::ui::text::said;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::{Button, chip, heading, row};
use crate::ui::{Action, moving, picture};
use crate::words::Words;

const PICTURE: f32 = 190.0;

pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    looked_at: LookedAt,
    offered: &Offered,
) -> Option<Action> {
    show_figure(ui, words, view, looked_at, offered);
    heading(ui, &offered.exercise.name);
    let color = palette(ui).teal_ink;
    ui.label(Type::Strong.text(&offered.dose, color));
    show_ways(ui, words, draft, offered);
    show_tags(ui, words, offered);
    let exercise = &offered.exercise;
    let figure = exercise.figure.as_deref().and_then(figure::shipped);
    let saying = Saying {
        aim: Aim::shown_by(figure, exercise),
        is_numbered: true,
        unopened: view.unopened,
    };
    let action = exercise_words::show(ui, words, exercise, saying);
    ui.add_space(space::XL);
    action
}

fn show_figure(ui: &mut Ui, words: &Words, view: &View, looked_at: LookedAt, offered: &Offered) {
    let exercise = &offered.exercise;
    let size = vec2(ui.available_width(), PICTURE);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    said(
        ui,
        rect,
        offered.id,
        Role::Image,
        &picture::name(words, exercise),
    );
    let fill = palette(ui).picture;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius::CARD), fill);
    if let Some(figure) = exercise.figure.as_deref().and_then(figure::shipped) {
        let since = looked_at.shown_for(ui);
        let area = rect.shrink(12.0);
        moving::paint(ui, figure, exercise, area, since, view.reduced_motion);
    }
}

fn show_ways(ui: &mut Ui, words: &Words, draft: &mut Draft, offered: &Offered) {
    let is_in = draft.chosen.contains(&offered.id);
    let [take, drop, close] =
        ["pick-take-in", "pick-take-out", "pick-close"].map(|id| words.get(id));
    let close_name = words.get("pick-close-name");
    row(ui, |ui| {
        let way = if is_in {
            Button::secondary(&drop)
        } else {
            Button::primary(&take)
        };
        if ui.add(way).clicked() {
            draft.toggle(offered.id);
        }
        if ui.add(Button::quiet(&close).name(&close_name)).clicked() {
            draft.looked_at = None;
        }
    });
}

/// What it is for, and where and with what it is done.
fn show_tags(ui: &mut Ui, words: &Words, offered: &Offered) {
    let exercise = &offered.exercise;
    row(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for region in &exercise.regions {
            chip(ui, &words.get(facts::region(*region)));
        }
        if let Some(position) = exercise.position {
            chip(ui, &words.get(facts::position(position)));
        }
        for thing in &exercise.equipment {
            chip(ui, thing);
        }
    });
}
