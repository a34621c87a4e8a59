//! What the fields of a part are drawn with, what is typed in them, and what is wrong with them.

use std::path::PathBuf;

use eframe::egui::{Id, Ui};

use super::wording::in_own_words;
use super::{Draft, EditorAction, View};
use crate::editing::{At, Edit, Field, Value};
use crate::library;
use crate::routine::{Diagnostic, Mistake};
use crate::ui::theme::palette;
use crate::ui::widgets::{muted, note, row, small};
use crate::words::{Message, Words};

/// What stands in the field that has the keyboard. It may be no value yet: a list ends in the middle of a
/// word while it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    pub field: Field,
    pub text: String,
    /// What the document says since this was typed; `None` until that is done.
    pub(super) of: Option<String>,
}

/// What the fields are drawn with, and what was asked for in them.
pub(super) struct Form<'f> {
    pub(super) words: &'f Words,
    pub(super) view: &'f View<'f>,
    pub(super) draft: &'f mut Draft,
    pub(super) asked: &'f mut Vec<EditorAction>,
}

impl Form<'_> {
    pub(super) fn value(&self, field: &Field) -> Option<Value> {
        self.view.editing.value(field)
    }

    pub(super) fn set(&mut self, field: &Field, value: Value) {
        self.edit(Edit::Set(field.clone(), value));
    }

    pub(super) fn unset(&mut self, field: &Field) {
        self.edit(Edit::Unset(field.clone()));
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        self.asked.push(EditorAction::Edit(edit));
    }

    /// What is wrong with a field.
    pub(super) fn wrong(&self, field: &Field) -> impl Iterator<Item = &Diagnostic> {
        let is_pasted = self.pasted(field).is_some();
        self.view.editing.at(field).filter(move |_| !is_pasted)
    }

    /// The whole path of a picture that stands in its field, as it is pasted. It is no mistake but the way to have the
    /// picture copied.
    pub(super) fn pasted(&self, field: &Field) -> Option<PathBuf> {
        let is_image = field.key == "image" && field.part.exercise_index().is_some();
        let written = self.value(field).filter(|_| is_image)?;
        library::pasted(&written.shown())
    }

    pub(super) fn is_wrong(&self, field: &Field) -> bool {
        self.wrong(field).any(Diagnostic::is_error)
    }

    pub(super) fn label(&self, field: &Field) -> String {
        self.words.message(&field.label())
    }
}

/// The id of the field in the window, by which it keeps the keyboard.
pub(super) fn id_of(field: &Field) -> Id {
    Id::unique(("editor field", field))
}

/// The name of a field above it.
pub(super) fn name_above(ui: &mut Ui, form: &Form<'_>, field: &Field) -> String {
    let name = form.label(field);
    if form.is_wrong(field) {
        let color = palette(ui).danger;
        ui.label(crate::ui::theme::Type::Small.text(&name, color).strong());
    } else {
        small(ui, &name);
    }
    name
}

/// What is wrong with more than a field: by its line, where that is all there is to find it by.
pub(super) fn show_diagnostic(ui: &mut Ui, words: &Words, at: &At, diagnostic: &Diagnostic) {
    let mistake = &diagnostic.mistake;
    let what = in_own_words(words, at, mistake.message());
    let is_in_text = *at == At::Line || matches!(mistake, Mistake::KeyUnknown { .. });
    let text = if is_in_text {
        let text = Message::new("editor-line")
            .with("line", diagnostic.place.line)
            .with("what", what);
        words.message(&text)
    } else {
        what
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        show_what(ui, diagnostic, &text);
        if let Some(fix) = mistake.help() {
            small(ui, &in_own_words(words, at, fix));
        }
    });
}

pub(super) fn show_what(ui: &mut Ui, diagnostic: &Diagnostic, text: &str) {
    if diagnostic.is_error() {
        note(ui, text);
    } else {
        row(ui, |ui| muted(ui, text));
    }
}
