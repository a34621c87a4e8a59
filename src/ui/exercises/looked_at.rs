//! One exercise with all that is known of it, its figure moving.

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Sense, Ui, vec2};

use super::{Draft, LookedAt, Offered, View};
use crate::facts::{self, Aim};
use crate::figure;
use crate::routine::link_host;
use crate::ui::source::show_link;
use crate::ui::text::said;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::{Button, body, chip, heading, muted, row, small, warning};
use crate::ui::{Action, moving, picture};
use crate::words::{Message, Words};

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
    let action = show_words(ui, words, view, offered);
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

fn show_words(ui: &mut Ui, words: &Words, view: &View, offered: &Offered) -> Option<Action> {
    let exercise = &offered.exercise;
    if let Some(caution) = &exercise.caution {
        let caution = Message::new("exercise-caution").with("text", caution.as_str());
        warning(ui, &words.message(&caution));
    }
    for (number, instruction) in (1..).zip(&exercise.instructions) {
        body(ui, &format!("{number}. {instruction}"));
    }
    for (id, text) in [
        ("exercise-feel-it-in", &exercise.feel_it_in),
        ("exercise-easier", &exercise.easier),
        ("exercise-harder", &exercise.harder),
    ] {
        if let Some(text) = text {
            let figure = exercise.figure.as_deref().and_then(figure::shipped);
            let aim = Aim::shown_by(figure, exercise);
            let text = Message::new(id).with("text", text.as_str());
            muted(ui, &words.message(&text.with("aim", aim.key())));
        }
    }
    let source = exercise.source.as_ref()?;
    if link_host(source).is_some() {
        return show_link(ui, words, source, view.unopened);
    }
    let text = Message::new("exercise-source").with("source", source.as_str());
    small(ui, &words.message(&text));
    None
}
