//! The ways on from a page: buttons with the keys that do the same.

use eframe::egui::{Key, Ui};

use super::Action;
use super::column::has_room_for_keys;
use super::widgets::{Button, pressed, row};

/// A way on from a page.
pub(super) struct Way<'a> {
    pub(super) text: String,
    /// The first of its keys, as it is shown; empty for one without.
    pub(super) sign: String,
    pub(super) keys: &'a [Key],
    pub(super) action: Action,
}

/// Shows the ways, the one that is meant first, and gives what was chosen by button or by key.
pub(super) fn show<'a>(ui: &mut Ui, ways: impl IntoIterator<Item = Way<'a>>) -> Option<Action> {
    show_from(ui, 0, ways)
}

/// The same without the one that is meant first.
pub(super) fn show_others<'a>(
    ui: &mut Ui,
    ways: impl IntoIterator<Item = Way<'a>>,
) -> Option<Action> {
    show_from(ui, 1, ways)
}

fn show_from<'a>(
    ui: &mut Ui,
    first: usize,
    ways: impl IntoIterator<Item = Way<'a>>,
) -> Option<Action> {
    let has_room = has_room_for_keys(ui);
    let mut chosen = None;
    row(ui, |ui| {
        for (number, way) in (first..).zip(ways) {
            let button = match number {
                0 => Button::primary(&way.text),
                _ => Button::secondary(&way.text),
            };
            let button = match &*way.sign {
                "" => button,
                sign if has_room => button.key(sign),
                sign => button.hidden_key(sign),
            };
            let is_clicked = ui.add(button).clicked();
            let by_key = way.keys.iter().any(|key| pressed(ui, *key));
            if is_clicked || by_key {
                chosen = chosen.take().or(Some(way.action));
            }
        }
    });
    chosen
}
