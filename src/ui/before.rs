//! What comes before a session: the safety card, once, and the question about pain.

use eframe::egui::{Key, Ui};

use super::Action;
use super::column::column;
use super::theme::space;
use super::widgets::{Button, NumberPad, card, muted, pressed, row, small, title};
use crate::words::Words;

/// The card before the very first session.
pub fn show_safety(ui: &mut Ui, words: &Words) -> Option<Action> {
    column(ui, |ui| safety(ui, words))
}

fn safety(ui: &mut Ui, words: &Words) -> Option<Action> {
    let mut action = None;
    title(ui, &words.get("safety-title"));
    ui.add_space(space::S);
    card(ui, |ui| super::learn::show_safety_lines(ui, words));
    ui.add_space(space::S);
    let accept = words.get("safety-accept");
    row(ui, |ui| {
        if ui
            .add(Button::primary(&accept).key("Enter").large())
            .clicked()
            || pressed(ui, Key::Enter)
        {
            action = Some(Action::AcceptSafety);
        }
        if ui
            .add(Button::secondary(&words.get("before-cancel")).key("Esc"))
            .clicked()
            || pressed(ui, Key::Escape)
        {
            action = Some(Action::Cancel);
        }
    });
    action
}

/// The question about pain. A digit answers it, and one key leaves it unanswered.
pub fn show_pain(ui: &mut Ui, words: &Words, routine: &str) -> Option<Action> {
    column(ui, |ui| pain(ui, words, routine))
}

fn pain(ui: &mut Ui, words: &Words, routine: &str) -> Option<Action> {
    let mut action = None;
    muted(ui, routine);
    title(ui, &words.get("pain-before-title"));
    ui.add_space(space::S);
    let pad = NumberPad {
        name: &words.get("pain-name"),
        chosen: None,
    };
    if let Some(pain) = pad.show(ui) {
        action = Some(Action::PainBefore(Some(pain)));
    }
    small(ui, &words.get("pain-scale"));
    ui.add_space(space::M);
    row(ui, |ui| {
        let skip = words.get("pain-skip");
        if ui.add(Button::primary(&skip).key("Enter")).clicked() || pressed(ui, Key::Enter) {
            action = Some(Action::PainBefore(None));
        }
        if ui
            .add(Button::secondary(&words.get("before-cancel")).key("Esc"))
            .clicked()
            || pressed(ui, Key::Escape)
        {
            action = Some(Action::Cancel);
        }
    });
    ui.add_space(space::S);
    small(ui, &words.get("pain-why"));
    action
}
