//! The routine as a text: for lines that break the grammar, with which nothing has a place in a field.

use eframe::egui::{Id, Ui};

use super::filling::{Form, show_diagnostic};
use crate::editing::Edit;
use crate::ui::widgets::{Button, Field as TextField, Lines, body, section};

fn id() -> Id {
    Id::unique("editor text")
}

/// Whether the text is to be shown and not its fields. While it is typed in, it stays: the first letter with which
/// it has fields again is seldom the last that is meant.
pub(super) fn is_needed(ui: &Ui, form: &Form<'_>) -> bool {
    !form.view.editing.has_fields() || ui.memory(|memory| memory.has_focus(id()))
}

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>) {
    section(ui, &form.words.get("editor-as-text"));
    if form.view.editing.has_fields() {
        body(ui, &form.words.get("editor-as-text-good"));
        let back = form.words.get("editor-as-text-back");
        if ui.add(Button::secondary(&back)).clicked() {
            ui.memory_mut(|memory| memory.surrender_focus(id()));
        }
    } else {
        body(ui, &form.words.get("editor-as-text-why"));
        for (at, diagnostic) in form.view.editing.placed() {
            show_diagnostic(ui, form.words, at, diagnostic);
        }
    }
    let mut text = form.view.editing.text().to_owned();
    let name = form.words.get("editor-text");
    let input = TextField {
        lines: Lines::Several(16),
        ..TextField::new(id(), &name)
    };
    let response = input.show(ui, &mut text);
    if response.changed() {
        form.edit(Edit::Text(text));
    } else if response.lost_focus() {
        form.asked.push(super::EditorAction::Settle);
    }
}
