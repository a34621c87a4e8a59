//! The editor of a routine in the window: what of it is in view, and what it asks. The routine itself,
//! with its file and its draft, is in [`EditorStore`](crate::store::EditorStore).

use std::path::Path;
use std::time::Instant;

use eframe::egui::{Ui, ViewportCommand};

use super::{App, Shown};
use crate::editing::exercises as list_of_exercises;
use crate::store::{OpenRoutine, Saving};
use crate::text::shown_path;
use crate::ui::editor::Question;
use crate::ui::exercises::Offer;
use crate::ui::key_help::Screen;
use crate::ui::picture_cache::Pictures;
use crate::ui::{Action, Place, editor, exercises, figures};
use crate::words::{Message, Words};

/// The editor, and what it picks from.
#[derive(Default)]
pub(super) struct EditorShell {
    /// While something is open, or about to be.
    pub(super) desk: Option<Desk>,
    /// The exercises that can be picked, once they were needed.
    offer: Option<Offer>,
}

/// What is in view of the routine that is open.
pub(super) struct Desk {
    /// Where the editor was opened from.
    pub(super) back: Place,
    pub(super) draft: editor::Draft,
    pub(super) front: Front,
    pub(super) asks: Option<Question>,
    /// What kept the last edit from being done.
    pub(super) refused: Option<Message>,
    /// Whether it is to be left once it is saved, and for what.
    pub(super) leaves: Option<Leaving>,
    /// How many outcomes of saving and of looks at the file were seen.
    seen: u64,
    /// Whether it has been in view.
    is_up: bool,
}

/// What comes once all is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Back to where the editor was opened from.
    Back,
    /// The window closes.
    Close,
    /// The routine is handed out.
    HandOut,
}

/// What is in view.
pub(super) enum Front {
    Editor,
    /// Exercises are picked, to be put at this place.
    Exercises(exercises::Draft, usize),
    Figures(figures::Draft),
}

impl EditorShell {
    /// The screen whose keys are obeyed.
    pub(super) fn screen(&self) -> Screen {
        match self.desk.as_ref().map(|desk| &desk.front) {
            Some(Front::Exercises(..)) => Screen::Exercises,
            Some(Front::Figures(_)) => Screen::Figures,
            Some(Front::Editor) | None => Screen::Editor,
        }
    }

    /// The exercises that can be picked, in these words.
    fn offer(&mut self, words: &Words) -> &Offer {
        let language = words.language().tag;
        let is_other = |offer: &Offer| offer.language != language;
        if self.offer.as_ref().is_some_and(is_other) {
            self.offer = None;
        }
        self.offer.get_or_insert_with(|| Offer::of(words))
    }
}

impl Desk {
    pub(super) fn new(back: Place) -> Self {
        Self {
            back,
            draft: editor::Draft::default(),
            front: Front::Editor,
            asks: None,
            refused: None,
            leaves: None,
            seen: 0,
            is_up: false,
        }
    }
}

impl App {
    /// Shows what the store is opening, once it has.
    pub(super) fn begin_editing(&mut self) {
        self.editor.desk = Some(Desk::new(self.place.clone()));
    }

    /// Goes on with the editor as the store does.
    pub(super) fn follow_editor(&mut self) {
        if let Some(left) = self.store.editor.keep(Instant::now()) {
            self.ctx.request_repaint_after(left);
        }
        let Some(desk) = &mut self.editor.desk else {
            return;
        };
        let Some(open) = self.store.editor.open() else {
            if !self.store.editor.is_opening() {
                self.editor.desk = None;
                if let Some(why) = self.store.editor.problem().cloned() {
                    self.complain(why);
                }
            }
            return;
        };
        if !desk.is_up {
            // A session was begun, or another page is asked for, before the file was read: it stays.
            if !matches!(self.shown, Shown::Place) {
                self.editor.desk = None;
                self.store.editor.close();
                return;
            }
            desk.is_up = true;
            let editing = open.editing();
            // What can't be read has its exercises, though nobody can tell which.
            if editing.has_fields() && editing.count(&list_of_exercises()) == 0 {
                desk.front = Front::Exercises(exercises::Draft::default(), 0);
            }
            self.shown = Shown::Editor;
        }
        if desk.seen == open.outcomes() {
            return;
        }
        desk.seen = open.outcomes();
        let leaves = desk.leaves.take();
        match open.saving() {
            Saving::Conflict(conflict) => {
                desk.asks = Some(Question::Changed {
                    theirs: conflict.others.clone(),
                    own: conflict.yours.clone(),
                    can_have_both: conflict.can_have_both(),
                });
            }
            Saving::Gone => desk.asks = Some(Question::Gone),
            Saving::Protected(why) => desk.asks = Some(Question::Protected(why.clone())),
            Saving::Done => {
                let leaves = leaves.filter(|_| !open.is_changed());
                match leaves {
                    Some(Leaving::Back) => self.leave_editor(),
                    Some(Leaving::Close) => {
                        self.leave_editor();
                        self.ctx.send_viewport_cmd(ViewportCommand::Close);
                    }
                    Some(Leaving::HandOut) => self.hand_out_edited(),
                    None => {}
                }
                // It is shown on its page as it is now.
                self.store.library.read(self.words.language());
            }
            Saving::Nothing | Saving::Busy { .. } | Saving::Failed(_) => {}
        }
    }

    /// Back to where the editor was opened from.
    pub(super) fn leave_editor(&mut self) {
        self.store.editor.close();
        if let Some(desk) = self.editor.desk.take() {
            self.place = desk.back;
            self.shown = Shown::Place;
        }
    }

    pub(super) fn show_editor(&mut self, ui: &mut Ui) -> Option<Action> {
        let mut desk = self.editor.desk.take()?;
        let action = self.show_desk(ui, &mut desk);
        self.editor.desk = Some(desk);
        action
    }

    fn show_desk(&mut self, ui: &mut Ui, desk: &mut Desk) -> Option<Action> {
        let open = self.store.editor.open()?;
        let words = &self.words;
        let reduced_motion = self.store.settings.now.reduced_motion;
        let mut warnings = warnings(open, desk.refused.as_ref());
        let mut left = self.store.editor.left().iter();
        if left.any(|left| left.file.is_some() && left.file.as_deref() == open.path()) {
            warnings.push(Message::new("editor-left-here"));
        }
        let file = open.path().and_then(Path::file_name);
        let file = file.map(|name| shown_path(Path::new(name)));
        let view = editor::View {
            editing: open.editing(),
            saved: editor::Saved {
                is_changed: open.is_changed(),
                unsaved: open.unsaved(),
                kept_since: open.kept_since(),
                is_new: open.path().is_none(),
            },
            saved_as: file.as_deref().filter(|_| *open.saving() == Saving::Done),
            warnings: &warnings,
            pictures: Pictures::of(&self.pictures.cache, Some(open.folder())),
            reduced_motion,
            is_dialog_missing: self.files.is_missing(),
        };
        let asked = match &mut desk.front {
            Front::Editor => editor::show(ui, words, &view, &mut desk.draft),
            Front::Exercises(draft, _) => {
                let title = editor::title(words, open.editing());
                let view = exercises::View {
                    offer: self.editor.offer(words),
                    title: &title,
                    reduced_motion,
                    unopened: self.outside.unopened.as_deref(),
                };
                exercises::show(ui, words, &view, draft)
            }
            Front::Figures(draft) => figures::show(ui, words, self.editor.offer(words), draft),
        };
        let answer = desk.asks.as_mut();
        let answer = answer.and_then(|question| editor::ask(ui, words, &view, question));
        Action::both(asked, answer)
    }

    /// Whether the session in view is its author trying what is edited.
    pub(super) fn is_trial(&self) -> bool {
        self.editor.desk.as_ref().is_some_and(|desk| desk.is_up)
    }

    /// Has a picture that was dropped on the window copied beside the routine, for the exercise whose fields are
    /// in view.
    pub(super) fn bring_picture(&mut self, path: &Path) {
        let Some(desk) = &self.editor.desk else {
            return;
        };
        if let (Front::Editor, Some(exercise)) = (&desk.front, desk.draft.chosen.exercise_index()) {
            self.store.editor.bring_picture(exercise, path);
        }
    }

    /// Whether something is not saved. A routine that was only begun is nothing yet.
    pub(super) fn is_edited(&self) -> bool {
        self.store.editor.open().is_some_and(|open| {
            let is_begun = open.path().is_some() || open.editing().undoable().is_some();
            open.is_changed() && is_begun
        })
    }

    /// Has the person asked before the window closes with something that is not saved; `false` if there
    /// is nothing to ask.
    pub(super) fn ask_to_close_editor(&mut self) -> bool {
        let is_edited = self.is_edited();
        match &mut self.editor.desk {
            Some(desk) if is_edited && matches!(self.shown, Shown::Editor) => {
                desk.asks = Some(Question::Leave { closes: true });
                true
            }
            _ => false,
        }
    }
}

/// What is wrong, or to be known of the file.
fn warnings(open: &OpenRoutine, refused: Option<&Message>) -> Vec<Message> {
    let mut warnings: Vec<Message> = refused.into_iter().cloned().collect();
    if let Saving::Failed(why) | Saving::Protected(why) = open.saving() {
        warnings.push(why.clone());
    }
    warnings.extend(open.draft_warning().cloned());
    warnings.extend(open.picture_warning().cloned());
    warnings.extend_from_slice(open.notes());
    if open.is_edited_elsewhere() {
        warnings.push(Message::new("editor-elsewhere"));
    }
    if open.is_renewed() {
        warnings.push(Message::new("editor-renewed"));
    }
    warnings
}
