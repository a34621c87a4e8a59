//! The ways into the editor from a routine that was found.

use eframe::egui::Ui;

use super::OpenAction;
use crate::library::{Entry, Origin};
use crate::ui::Action;
use crate::ui::widgets::{Button, buttons, row};
use crate::words::{Message, Words};

/// A button that leads into the editor.
#[derive(Debug)]
pub struct Way {
    text: String,
    /// With what it is about.
    name: String,
    action: OpenAction,
}

impl Way {
    pub fn button(&self) -> Button<'_> {
        Button::quiet(&self.text).name(&self.name)
    }

    pub fn action(&self) -> Action {
        Action::Open(self.action.clone())
    }
}

/// The ways to change a routine, or a copy of it: also one with mistakes, which is no routine yet.
pub fn ways_of(words: &Words, entry: &Entry, title: &str) -> Vec<Way> {
    let way = |text, name, action| Way {
        text: words.get(text),
        name: words.message(&Message::new(name).with("title", title)),
        action,
    };
    match (&entry.origin, &entry.routine) {
        (Origin::Own(path), _) => vec![
            way(
                "editor-edit",
                "editor-edit-name",
                OpenAction::EditFile(path.clone()),
            ),
            way(
                "editor-duplicate-routine",
                "editor-duplicate-routine-name",
                OpenAction::CopyFile(path.clone()),
            ),
        ],
        (Origin::Shipped, Some(routine)) => vec![way(
            "editor-edit-copy",
            "editor-edit-copy-name",
            OpenAction::CopyShipped(routine.id.clone()),
        )],
        (Origin::Shipped, None) => Vec::new(),
    }
}

/// Draws them beside one another.
pub fn ways(ui: &mut Ui, words: &Words, entry: &Entry, title: &str) -> Option<Action> {
    let ways = ways_of(words, entry, title);
    let all: Vec<_> = ways.iter().map(Way::button).collect();
    let pressed = row(ui, |ui| buttons(ui, all)).inner;
    pressed.and_then(|way| ways.get(way)).map(Way::action)
}
