//! The ways into the editor from a routine that was found.

use eframe::egui::Ui;

use super::OpenAction;
use crate::library::{Entry, Origin};
use crate::ui::Action;
use crate::ui::widgets::{Button, row};
use crate::words::{Message, Words};

/// Draws the ways to change a routine, or a copy of it: also one with mistakes, which is no routine yet.
pub fn ways(ui: &mut Ui, words: &Words, entry: &Entry, title: &str) -> Option<Action> {
    let named = |id| words.message(&Message::new(id).with("title", title));
    let way = |ui: &mut Ui, id, name, action| {
        let (text, name) = (words.get(id), named(name));
        let clicked = ui.add(Button::quiet(&text).name(&name)).clicked();
        clicked.then_some(Action::Open(action))
    };
    let asked = row(ui, |ui| match &entry.origin {
        Origin::Own(path) => {
            let edit = OpenAction::EditFile(path.clone());
            let copy = OpenAction::CopyFile(path.clone());
            let edits = way(ui, "editor-edit", "editor-edit-name", edit);
            let copies = way(
                ui,
                "editor-duplicate-routine",
                "editor-duplicate-routine-name",
                copy,
            );
            edits.or(copies)
        }
        Origin::Shipped => {
            let id = entry.routine.as_ref()?.id.clone();
            let edit = OpenAction::CopyShipped(id);
            way(ui, "editor-edit-copy", "editor-edit-copy-name", edit)
        }
    });
    asked.inner
}
