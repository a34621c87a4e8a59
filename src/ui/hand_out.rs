//! Handing a routine out: the sheets as they will be on paper, and where they are put.

pub(super) mod paper;
pub(super) mod place;
mod sheet;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use eframe::egui::{TextureHandle, Ui};

pub(super) use self::place::Target;
pub use self::place::{ToWrite, Typed, Written};
use super::theme::space;
use super::widgets::{Button, Line, card, choice, part, small, strong, title};
use super::{Action, Place};
use crate::document::{Photo, Sheet};
use crate::handing_out::Form;
use crate::pdf::preview::Page;
use crate::words::{Message, Words};

/// What is asked for where a routine is handed out.
#[derive(Debug, Clone, PartialEq)]
pub enum HandOutAction {
    /// Open the page for this routine of the library, or for the file that was opened by its path.
    Open(Option<String>),
    /// Show it on this sheet.
    Lay(Sheet),
    Write(ToWrite<Form>),
}

/// What a routine is handed out as.
#[derive(Debug)]
pub struct View<'a> {
    pub title: &'a str,
    /// Where the way back leads.
    pub back: Place,
    pub sheet: Sheet,
    /// `None` while it is laid out; why it can't be.
    pub sheets: Option<Result<&'a Sheets, &'a Message>>,
    /// What came of writing it.
    pub written: Option<&'a Written<Form>>,
    /// As what it is handed out if the person says nothing else.
    pub usual_form: Form,
    /// Where it is put if the person says nothing else, without the ending of its form.
    pub usual: &'a Path,
    /// Why a folder could not be opened.
    pub warning: Option<&'a Message>,
}

/// The pages on paper, with the pictures that they need.
pub struct Sheets {
    pub sheet: Sheet,
    pub pages: Vec<Page>,
    pub photos: Vec<(Arc<Photo>, TextureHandle)>,
}

impl fmt::Debug for Sheets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sheets = f.debug_struct("Sheets");
        sheets.field("sheet", &self.sheet).finish_non_exhaustive()
    }
}

/// What the person chose on the page and typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// `None` while it is the usual one.
    pub form: Option<Form>,
    /// Where to write it.
    pub path: Typed,
}

impl View<'_> {
    fn form(&self, draft: &Draft) -> Form {
        draft.form.unwrap_or(self.usual_form)
    }
}

/// From so many points on the choices stand beside the sheets.
const WIDE: f32 = 700.0;
/// How wide they are then.
const CHOICES: f32 = 330.0;

/// The page. What is chosen and typed on it is in `draft`, which is kept for it from one call to the next.
pub fn show(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    let mut action = None;
    let back = Message::new("hand-out-back").with("title", view.title);
    if ui.add(Button::quiet(&words.message(&back))).clicked() {
        action = Some(Action::Go(view.back.clone()));
    }
    title(ui, &words.get("hand-out-title"));
    ui.add_space(space::S);
    let typed = &mut *draft;
    let form = view.form(typed);
    let chosen = beside(
        ui,
        |ui| show_choices(ui, words, view, typed),
        |ui| show_sheets(ui, words, view, form),
    );
    action.or(chosen)
}

/// What is chosen beside the sheets that come of it, or above them where there is little room.
pub(super) fn beside(
    ui: &mut Ui,
    choices: impl FnOnce(&mut Ui) -> Option<Action>,
    sheets: impl FnOnce(&mut Ui),
) -> Option<Action> {
    let room = ui.available_width();
    if room < WIDE {
        let action = choices(ui);
        ui.add_space(space::M);
        sheets(ui);
        return action;
    }
    let mut action = None;
    let mut line = Line::begin(ui);
    line.add(ui, CHOICES, space::XL, |ui| action = choices(ui));
    line.add(ui, room - CHOICES - space::XL, 0.0, sheets);
    line.end(ui);
    action
}

fn show_choices(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    let mut action = None;
    card(ui, |ui| {
        let forms = [
            (Form::Pdf, "hand-out-pdf"),
            (Form::Html, "hand-out-html"),
            (Form::Share, "hand-out-share"),
        ];
        let forms = forms.map(|(form, id)| (form, words.get(id)));
        let name = words.get("hand-out-form");
        strong(ui, &name);
        if let Some(form) = choice(ui, &name, view.form(draft), &forms) {
            draft.form = Some(form);
            draft.path = None;
        }
        small(
            ui,
            &words.get(match view.form(draft) {
                Form::Pdf => "hand-out-pdf-hint",
                Form::Html => "hand-out-html-hint",
                Form::Share => "hand-out-share-hint",
            }),
        );
        if view.form(draft) != Form::Share {
            ui.add_space(space::S);
            let sheet = part(ui, "paper", |ui| paper::choose(ui, words, view.sheet));
            action = sheet.map(|sheet| Action::HandOut(HandOutAction::Lay(sheet)));
        }
    });
    ui.add_space(space::S);
    let form = view.form(draft);
    let target = Target {
        form,
        ending: form.ending(),
        usual: view.usual,
        written: view.written,
        warning: view.warning,
    };
    let write = |it| Action::HandOut(HandOutAction::Write(it));
    let asked = part(ui, "place", |ui| {
        let path = &mut draft.path;
        card(ui, |ui| place::show(ui, words, &target, path, write)).inner
    });
    action.or(asked)
}

fn show_sheets(ui: &mut Ui, words: &Words, view: &View, form: Form) {
    let what = match form {
        Form::Pdf => "hand-out-preview",
        Form::Html => "hand-out-preview-html",
        Form::Share => "hand-out-preview-share",
    };
    paper::show(ui, words, view.sheets, what);
}
