//! Where something is written that is handed out, and what came of that.

use std::path::{Path, PathBuf};

use eframe::egui::{Id, Key, Ui};

use crate::library;
use crate::ui::spoken::announce;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{
    Button, Field, Lines, body, buttons, note, notice, panel, part, row, small,
};
use crate::ui::{Action, Outside};
use crate::words::{Message, Words};

/// What came of writing a file in one of the forms `F`.
#[derive(Debug, Clone, PartialEq)]
pub enum Written<F> {
    /// It is being written there.
    UnderWay(PathBuf),
    /// It is there, with what is to be known of it.
    Done {
        path: PathBuf,
        /// Whether Supple is what opens it.
        is_own: bool,
        notes: Vec<Message>,
    },
    /// There is a file of that name already, and it was not replaced by this form.
    Exists { form: F, path: PathBuf },
    /// It could not be written.
    Failed(Message),
}

/// What was typed as the place of a file, and where such a file is usually put, since another has another place;
/// `None` while it is the usual one.
pub type Typed = Option<(PathBuf, String)>;

/// What is to be written.
pub(in crate::ui) struct Target<'a, F> {
    pub(in crate::ui) form: F,
    /// How its name ends.
    pub(in crate::ui) ending: &'static str,
    /// Where it is put if the person says nothing else, without its ending; empty while that is not known.
    pub(in crate::ui) usual: &'a Path,
    pub(in crate::ui) written: Option<&'a Written<F>>,
    /// Why a folder could not be opened.
    pub(in crate::ui) warning: Option<&'a Message>,
}

/// What is to be written, and where: over a file that is there if it `replaces` that.
#[derive(Debug, Clone, PartialEq)]
pub struct ToWrite<F> {
    pub form: F,
    pub path: PathBuf,
    pub replaces: bool,
}

/// What is asked for there.
enum Asked<F> {
    Write(ToWrite<F>),
    Outside(Outside),
}

/// Where it is written, and what came of that. `write` is how it is asked for.
pub(in crate::ui) fn show<F: Clone>(
    ui: &mut Ui,
    words: &Words,
    target: &Target<'_, F>,
    typed: &mut Typed,
    write: impl FnOnce(ToWrite<F>) -> Action,
) -> Option<Action> {
    Some(match show_place(ui, words, target, typed)? {
        Asked::Write(it) => write(it),
        Asked::Outside(outside) => Action::Outside(outside),
    })
}

fn show_place<F: Clone>(
    ui: &mut Ui,
    words: &Words,
    target: &Target<'_, F>,
    typed: &mut Typed,
) -> Option<Asked<F>> {
    if target.usual.as_os_str().is_empty() {
        // It is being laid out.
        return None;
    }
    let usual = target.usual.with_added_extension(target.ending);
    let usual = usual.display().to_string();
    let before = typed.take().filter(|(place, _)| place == target.usual);
    let mut path = before.map_or_else(|| usual.clone(), |(_, path)| path);
    let name = words.get("hand-out-path");
    let field = Field {
        // What tells one form from another is the end of it.
        lines: Lines::Wrapped,
        ..Field::new(Id::unique("path of a handout"), &name)
    };
    let response = field.show(ui, &mut path);
    // It keeps the keyboard with Enter.
    let by_enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    *typed = (path != usual).then(|| (target.usual.to_owned(), path.clone()));
    let write = || {
        let path = library::typed_path(&path, target.usual.parent())?;
        Some(Asked::Write(ToWrite {
            form: target.form.clone(),
            path,
            replaces: false,
        }))
    };
    let save = words.get("hand-out-save");
    let by_button = ui.add(Button::primary(&save)).clicked();
    let mut asked = (by_enter || by_button).then(write).flatten();
    if let Some(written) = target.written {
        ui.add_space(space::S);
        let more = part(ui, "written", |ui| {
            show_written(ui, words, written, target.warning)
        });
        asked = asked.or(more);
    }
    asked
}

fn show_written<F: Clone>(
    ui: &mut Ui,
    words: &Words,
    written: &Written<F>,
    warning: Option<&Message>,
) -> Option<Asked<F>> {
    match written {
        Written::UnderWay(path) => {
            let writing = Message::new("hand-out-writing").with("path", path.as_path());
            small(ui, &words.message(&writing));
            None
        }
        Written::Done {
            path,
            is_own,
            notes,
        } => {
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
            let open = (!is_own).then(|| Button::secondary(&open));
            let is_offered = open.is_some();
            let mut ways = Vec::from_iter(open);
            ways.push(Button::secondary(&show));
            let pressed = row(ui, |ui| buttons(ui, ways)).inner;
            if let Some(warning) = warning {
                note(ui, &words.message(warning));
            }
            pressed.map(|way| {
                Asked::Outside(match way {
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
                Asked::Write(ToWrite {
                    form: form.clone(),
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
