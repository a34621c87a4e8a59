//! The record: whether all of it can be read, and where it lies.

use std::path::Path;

use eframe::egui::{Id, Key, Ui};

use super::SettingsAction;
use crate::history::{Checkup, Moved, Problem};
use crate::library;
use crate::text::shown_path;
use crate::ui::spoken::announce;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, Field, body, buttons, notice, part, row, small};
use crate::ui::{Action, Outside};
use crate::words::{Message, Words};

/// What is known of the record.
#[derive(Debug, Clone, Copy)]
pub struct OfRecord<'a> {
    /// Where it lies.
    pub folder: &'a Path,
    /// Why that folder can't be read, as where it is not there, if it was found so.
    pub unread: Option<&'a Problem>,
    /// Whether it is being looked at, or moved.
    pub is_busy: bool,
    /// What the last look at all of it found.
    pub checkup: Option<&'a Checkup>,
    /// What came of the last move.
    pub moved: Option<&'a Result<Moved, Message>>,
}

/// `typed` is the folder to move it to, while that is asked for.
pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    view: &OfRecord<'_>,
    typed: &mut Option<String>,
) -> Option<Action> {
    let lies = Message::new("settings-record-lies").with("folder", shown_path(view.folder));
    small(ui, &words.message(&lies));
    // A look at all of it says the same.
    if let Some(problem) = view.unread.filter(|_| view.checkup.is_none()) {
        notice(ui, &words.message(&problem.message()));
    }
    let mut action = None;
    row(ui, |ui| {
        let check = if view.is_busy {
            "settings-record-busy"
        } else {
            "settings-record-check"
        };
        let pressed = ui.add(Button::secondary(&words.get(check))).clicked();
        if pressed && !view.is_busy {
            action = Some(Action::Settings(SettingsAction::CheckRecord));
        }
        let move_it = words.get("settings-record-move");
        if typed.is_none() && ui.add(Button::secondary(&move_it)).clicked() {
            *typed = Some(String::new());
        }
    });
    if typed.is_some() {
        let asked = part(ui, "move", |ui| show_move(ui, words, typed));
        action = action.or(asked);
    }
    match view.moved {
        Some(Ok(moved)) => {
            let text = words.message(&moved.message());
            let shown = body(ui, &text);
            announce(ui, &shown, &text);
        }
        Some(Err(reason)) => {
            notice(ui, &words.message(reason));
        }
        None => {}
    }
    action.or(view
        .checkup
        .and_then(|checkup| show_found(ui, words, checkup)))
}

/// Where it is to lie from now on.
fn show_move(ui: &mut Ui, words: &Words, typed: &mut Option<String>) -> Option<Action> {
    let path = typed.as_mut()?;
    let name = words.get("settings-record-folder");
    let field = Field {
        width: ui.available_width().min(620.0),
        ..Field::new(Id::unique("folder of the record"), &name)
    };
    let is_empty = path.is_empty();
    let response = field.show(ui, path);
    if is_empty && path.is_empty() && !response.has_focus() && !response.lost_focus() {
        response.request_focus();
    }
    small(ui, &words.get("settings-record-move-how"));
    let by_enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let by_escape = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    let [there, close] =
        ["settings-record-move-there", "settings-record-move-close"].map(|id| words.get(id));
    let ways = [Button::primary(&there), Button::quiet(&close)];
    let pressed = row(ui, |ui| buttons(ui, ways)).inner;
    let moves = by_enter || pressed == Some(0);
    let found = library::typed_path(path, None).filter(|_| moves);
    if found.is_some() || by_escape || pressed == Some(1) {
        *typed = None;
    }
    found.map(|folder| Action::Settings(SettingsAction::MoveRecord(folder)))
}

/// What a look at all of it found.
fn show_found(ui: &mut Ui, words: &Words, checkup: &Checkup) -> Option<Action> {
    /// What is wrong beyond that is told by the command.
    const SHOWN: usize = 5;
    ui.add_space(space::XS);
    let found = [checkup.counts(), checkup.verdict()].map(|line| words.message(&line));
    let shown = body(ui, &found[0]);
    body(ui, &found[1]);
    announce(ui, &shown, &found.join(" "));
    for problem in checkup.problems.iter().take(SHOWN) {
        small(ui, &words.message(&problem.message()));
    }
    if let Some(more @ 1..) = checkup.problems.len().checked_sub(SHOWN) {
        let more = Message::new("settings-record-more").with("more", more);
        small(ui, &words.message(&more));
    }
    let folder = checkup.set_aside.as_ref()?;
    small(ui, &words.message(&checkup.aside()?));
    let open = words.get("settings-record-aside");
    let pressed = ui.add(Button::secondary(&open)).clicked();
    pressed.then(|| Action::Outside(Outside::Folder(folder.clone())))
}
