//! Handing a routine out: the sheets as they will be on paper, and where they are put.

mod sheet;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Id, Key, TextureHandle, Ui};

use super::theme::{palette, space};
use super::widgets::{
    Button, Field, Line, body, buttons, card, choice, muted, note, notice, panel, part, row, small,
    strong, title, toggle_row,
};
use super::{Action, Outside, Place};
use crate::document::{Paper, Photo, Sheet};
use crate::handing_out::Form;
use crate::library;
use crate::pdf::preview::Page;
use crate::ui::spoken::announce;
use crate::words::{Message, Words};

/// What is asked for where a routine is handed out.
#[derive(Debug, Clone, PartialEq)]
pub enum HandOutAction {
    /// Open the page for this routine of the library, or for the file that was opened by its path.
    Open(Option<String>),
    /// Show it on this sheet.
    Lay(Sheet),
    /// Write it in this form, over a file that is there if it `replaces` that.
    Write {
        form: Form,
        path: PathBuf,
        replaces: bool,
    },
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
    pub written: Option<&'a Written>,
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

/// What came of writing a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// It is there, with what is to be known of it.
    Done {
        form: Form,
        path: PathBuf,
        notes: Vec<Message>,
    },
    /// There is a file of that name already, and it was not replaced by this form.
    Exists {
        form: Form,
        path: PathBuf,
    },
    Failed(Message),
}

/// What the person chose on the page and typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// `None` while it is the usual one.
    pub form: Option<Form>,
    /// Where to write it, and where that is usually done, since another routine has another place; `None` while it
    /// is the usual one.
    pub path: Option<(PathBuf, String)>,
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
    let room = ui.available_width();
    if room < WIDE {
        action = action.or(show_choices(ui, words, view, draft));
        ui.add_space(space::M);
        show_sheets(ui, words, view, draft);
        return action;
    }
    let mut line = Line::begin(ui);
    line.add(ui, CHOICES, space::XL, |ui| {
        action = action.take().or(show_choices(ui, words, view, draft));
    });
    line.add(ui, room - CHOICES - space::XL, 0.0, |ui| {
        show_sheets(ui, words, view, draft);
    });
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
            action = part(ui, "paper", |ui| show_paper(ui, words, view.sheet));
        }
    });
    ui.add_space(space::S);
    let saved = part(ui, "place", |ui| {
        card(ui, |ui| show_place(ui, words, view, draft)).inner
    });
    action.or(saved)
}

fn show_paper(ui: &mut Ui, words: &Words, sheet: Sheet) -> Option<Action> {
    let mut chosen = sheet;
    let papers = [
        (Paper::A4, "hand-out-a4"),
        (Paper::Letter, "hand-out-letter"),
    ];
    let papers = papers.map(|(paper, id)| (paper, words.get(id)));
    let name = words.get("hand-out-paper");
    strong(ui, &name);
    if let Some(paper) = choice(ui, &name, sheet.paper, &papers) {
        chosen.paper = paper;
    }
    let large = words.get("hand-out-large");
    toggle_row(ui, &mut chosen.large_print, &large, None);
    (chosen != sheet).then_some(Action::HandOut(HandOutAction::Lay(chosen)))
}

/// Where it is written, and what came of that.
fn show_place(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    let form = view.form(draft);
    if view.usual.as_os_str().is_empty() {
        // It is being laid out.
        return None;
    }
    let usual = view.usual.with_added_extension(form.ending());
    let usual = usual.display().to_string();
    let typed = draft.path.take().filter(|(place, _)| place == view.usual);
    let mut path = typed.map_or_else(|| usual.clone(), |(_, path)| path);
    let name = words.get("hand-out-path");
    let field = Field::new(Id::unique("path of a handout"), &name);
    let response = field.show(ui, &mut path);
    // It keeps the keyboard with Enter.
    let by_enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    draft.path = (path != usual).then(|| (view.usual.to_owned(), path.clone()));
    let write = || {
        let path = library::typed_path(&path, view.usual.parent())?;
        Some(Action::HandOut(HandOutAction::Write {
            form,
            path,
            replaces: false,
        }))
    };
    let save = words.get("hand-out-save");
    let by_button = ui.add(Button::primary(&save)).clicked();
    let mut action = (by_enter || by_button).then(write).flatten();
    if let Some(written) = view.written {
        ui.add_space(space::S);
        let asked = part(ui, "written", |ui| show_written(ui, words, view, written));
        action = action.or(asked);
    }
    action
}

fn show_written(ui: &mut Ui, words: &Words, view: &View, written: &Written) -> Option<Action> {
    match written {
        Written::Done { form, path, notes } => {
            let done = Message::new("handout-written").with("path", path.as_path());
            let done = words.message(&done);
            panel(ui, palette(ui).teal_soft, |ui| {
                let shown = body(ui, &done);
                announce(ui, &shown, &done);
            });
            for note in notes {
                small(ui, &words.message(note));
            }
            let folder = path.parent()?.to_owned();
            let [open, show] = ["hand-out-open", "hand-out-folder"].map(|id| words.get(id));
            // Supple is what opens its own.
            let open = (*form != Form::Share).then(|| Button::secondary(&open));
            let is_offered = open.is_some();
            let mut ways = Vec::from_iter(open);
            ways.push(Button::secondary(&show));
            let pressed = row(ui, |ui| buttons(ui, ways)).inner;
            if let Some(warning) = view.warning {
                note(ui, &words.message(warning));
            }
            pressed.map(|way| {
                Action::Outside(match way {
                    0 if is_offered => Outside::File(path.clone()),
                    _ => Outside::Folder(folder),
                })
            })
        }
        // The one that was asked about gives way, whatever is chosen and typed by now.
        Written::Exists { form, path } => {
            let exists = Message::new("hand-out-exists").with("path", path.as_path());
            notice(ui, &words.message(&exists));
            let replace = words.get("hand-out-replace");
            let pressed = row(ui, |ui| buttons(ui, [Button::secondary(&replace)]));
            pressed.inner.map(|_| {
                Action::HandOut(HandOutAction::Write {
                    form: *form,
                    path: path.clone(),
                    replaces: true,
                })
            })
        }
        Written::Failed(why) => {
            notice(ui, &words.message(why));
            None
        }
    }
}

fn show_sheets(ui: &mut Ui, words: &Words, view: &View, draft: &Draft) {
    match view.sheets {
        None => {
            muted(ui, &words.get("hand-out-laying"));
        }
        Some(Err(why)) => {
            notice(ui, &words.message(why));
        }
        Some(Ok(sheets)) => {
            small(
                ui,
                &words.get(match view.form(draft) {
                    Form::Pdf => "hand-out-preview",
                    Form::Html => "hand-out-preview-html",
                    Form::Share => "hand-out-preview-share",
                }),
            );
            sheet::show(ui, words, sheets);
        }
    }
}
