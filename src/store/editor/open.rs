//! One routine that is open to be written, and how it stands with its file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::{Date, Time};

use super::draft::{Kept, Slot};
use super::file::{Conflict, Fate, told};
use crate::clock;
use crate::editing::{Edit, Editing, Part, Refused, Value, exercises};
use crate::library;
use crate::routine::{Author, ImageFault, LARGEST_FILE, Routine, Surroundings};
use crate::words::Message;

/// Which of the pictures that the text names can be shown.
pub(super) type Pictures = HashMap<String, Result<(), ImageFault>>;

/// How it stands with the file.
#[derive(Debug, Clone, PartialEq)]
pub enum Saving {
    /// Nothing was asked of it.
    Nothing,
    /// It is being written, or a copy of it as another routine.
    Busy { is_copy: bool },
    /// It was written.
    Done,
    /// Why it can't be written.
    Failed(Message),
    /// Why its file is left as it is, whatever is in it.
    Protected(Message),
    /// Somebody else changed it meanwhile; it is as they left it.
    Conflict(Box<Conflict>),
    /// It is not there any more.
    Gone,
}

impl Saving {
    /// Whether something is being written.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::Busy { .. })
    }
}

/// A routine that is open to be written.
#[derive(Debug)]
pub struct OpenRoutine {
    pub(super) editing: Editing,
    /// `None` if it was never saved.
    pub(super) path: Option<PathBuf>,
    /// The content of its file as it was read or saved; `None` if no file is there.
    pub(super) saved: Option<Vec<u8>>,
    /// What that says.
    base: Option<Arc<Routine>>,
    /// The author of what was opened, or saved last.
    author: Option<Author>,
    /// Where a file of it is made, and by which name.
    pub(super) folder: PathBuf,
    pub(super) name: String,
    pub(super) saving: Saving,
    outcomes: u64,
    pictures: Pictures,
    /// Those that are looked at, or have been.
    asked: Vec<String>,
    /// The ids of the exercises that a picture is on its way to.
    pub(super) pictured: Vec<String>,
    /// How many edits there were when it was saved last, and how many of these were undone and can't be redone.
    saved_steps: usize,
    lost_steps: usize,
    /// Since when the draft has all.
    kept_since: Option<Time>,
    /// Where its draft is kept.
    pub(super) slot: Option<Slot>,
    /// The version of the text that the draft has.
    kept: u64,
    pub(super) kept_at: Option<Instant>,
    pub(super) is_being_kept: bool,
    draft_warning: Option<Message>,
    pub(super) is_edited_elsewhere: bool,
    /// Why a picture could not be copied beside it.
    pub(super) picture_warning: Option<Message>,
    /// Whether the text was read again because others changed the file.
    is_renewed: bool,
    /// What the person should know of its file: what a killed program left beside it, or a new owner.
    notes: Vec<Message>,
}

impl OpenRoutine {
    pub(super) fn of_file(path: &Path, slot: Option<Slot>) -> Result<Self, Message> {
        let bytes = library::bytes(path).map_err(|error| error.message())?;
        let reading = library::read_bytes(&bytes, path, clock::today());
        // Of a larger file there is only the beginning, which would be saved as the whole.
        if bytes.len() > LARGEST_FILE {
            let why = reading.diagnostics.first();
            let why = why.map(|diagnostic| diagnostic.mistake.message());
            return Err(why.unwrap_or_else(|| Message::new("edit-refused-unreadable")));
        }
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let stem = path.file_stem().unwrap_or_default();
        let name = stem.to_string_lossy().into_owned();
        let mut open = Self::new(&bytes, Some(path.to_owned()), folder, name, slot)?;
        open.base = reading.routine.map(Arc::new);
        open.saved = Some(bytes);
        open.notes = library::left_of(path);
        Ok(open)
    }

    /// One that has no file yet.
    pub(super) fn anew(
        text: &str,
        folder: PathBuf,
        name: String,
        slot: Option<Slot>,
    ) -> Result<Self, Message> {
        Self::new(text.as_bytes(), None, folder, name, slot)
    }

    pub(super) fn of_draft(drafts: &Path, name: &str, folder: PathBuf) -> Result<Self, Message> {
        let unread =
            |error| Message::new("edit-draft-unread").with("reason", crate::disk::reason(&error));
        let (slot, kept) = Slot::take(drafts, name).map_err(unread)?;
        let Kept {
            file,
            before,
            text,
            title,
            written_at: _,
        } = kept;
        let folder = file
            .as_deref()
            .and_then(Path::parent)
            .map_or(folder, Path::to_owned);
        let bytes = before.clone().unwrap_or_default().into_bytes();
        let first = if before.is_some() {
            &bytes
        } else {
            text.as_bytes()
        };
        let mut open = Self::new(first, file, folder, title, Some(slot))?;
        if before.is_some() {
            let path = open.path.clone().unwrap_or_default();
            open.base = library::read_bytes(&bytes, &path, clock::today())
                .routine
                .map(Arc::new);
            open.saved = Some(bytes);
            // As an edit, so that it can be undone.
            let edit = Edit::Text(text.trim_start_matches('\u{feff}').to_owned());
            let _ = open.change(|editing, surroundings| editing.apply(&edit, surroundings));
        }
        open.kept = open.editing.version();
        Ok(open)
    }

    fn new(
        bytes: &[u8],
        path: Option<PathBuf>,
        folder: PathBuf,
        name: String,
        slot: Option<Slot>,
    ) -> Result<Self, Message> {
        let no_text = || Message::new("edit-no-text");
        let nothing = surroundings_of("", &Pictures::new(), |surroundings| {
            Editing::open(bytes, surroundings)
        });
        let mut open = Self {
            editing: nothing.ok_or_else(no_text)?,
            path,
            saved: None,
            base: None,
            author: None,
            folder,
            name,
            saving: Saving::Nothing,
            outcomes: 0,
            pictures: Pictures::new(),
            asked: Vec::new(),
            pictured: Vec::new(),
            saved_steps: 0,
            lost_steps: 0,
            kept_since: None,
            slot,
            kept: 0,
            kept_at: None,
            is_being_kept: false,
            draft_warning: None,
            is_edited_elsewhere: false,
            picture_warning: None,
            is_renewed: false,
            notes: Vec::new(),
        };
        open.change(Editing::read);
        open.kept = open.editing.version();
        open.author = author_in(&open.editing);
        Ok(open)
    }

    /// The text and all that is known of it.
    pub fn editing(&self) -> &Editing {
        &self.editing
    }

    /// Its file; `None` if it was never saved.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The folder that its pictures lie in, or below it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How it stands with the file.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// Whether anything is not saved.
    pub fn is_changed(&self) -> bool {
        match &self.saved {
            Some(saved) => *saved != self.editing.bytes(),
            None => true,
        }
    }

    /// How many edits are not saved, those among them that undo what was saved.
    pub fn unsaved(&self) -> usize {
        self.lost_steps + self.editing.steps().abs_diff(self.saved_steps)
    }

    /// Whether the draft has all that is not saved.
    pub fn is_kept(&self) -> bool {
        !self.has_news() && self.draft_warning.is_none()
    }

    /// The time of day at which the draft last had all unsaved changes; `None` if it lacks some now.
    pub fn kept_since(&self) -> Option<Time> {
        self.kept_since.filter(|_| self.is_kept())
    }

    /// Why unsaved work can't be kept in a draft.
    pub fn draft_warning(&self) -> Option<&Message> {
        self.draft_warning.as_ref()
    }

    /// Why the picture that was chosen last could not be copied beside the routine.
    pub fn picture_warning(&self) -> Option<&Message> {
        self.picture_warning.as_ref()
    }

    /// Whether another window had unsaved work on the same file when it was opened.
    pub fn is_edited_elsewhere(&self) -> bool {
        self.is_edited_elsewhere
    }

    /// Whether others changed the file and it was read again, nothing being unsaved here.
    pub fn is_renewed(&self) -> bool {
        self.is_renewed
    }

    /// What else the person should know of its file.
    pub fn notes(&self) -> &[Message] {
        &self.notes
    }

    /// What saving changes of the prescription, a sentence each: nothing of a routine that was never saved, or
    /// while there are mistakes.
    pub fn changes(&self) -> Vec<Message> {
        let now = self.editing.reading().routine.as_ref();
        told(self.base.as_deref(), now)
    }

    /// Whether the author has counted the version up, or down, by hand: their number stays.
    pub fn is_counted_by_hand(&self) -> bool {
        let now = self.editing.shown().map(|routine| routine.revision);
        let before = self.base.as_ref().map(|routine| routine.revision);
        before.is_some() && now != before
    }

    /// The edit that counts the version up, with the day as its date.
    pub(super) fn counted_up(&self, today: Date) -> Edit {
        let before = self.base.as_ref().map_or(0, |routine| routine.revision);
        let top = Part::top();
        let next = before.saturating_add(1).to_string();
        Edit::Several(vec![
            Edit::Set(top.field("revision"), Value::text(next)),
            Edit::Set(top.field("updated"), Value::text(today.to_string())),
        ])
    }

    /// An edit with what goes along with it. The ids are kept by which the record may know exercises, and by which
    /// a picture that is on its way does: what is not saved yet nobody has done.
    pub(super) fn with_what_follows(&self, edit: &Edit) -> Edit {
        let is_saved = |id: &str| match (&self.saved, &self.base) {
            (None, _) => false,
            (Some(_), Some(base)) => base.exercises.iter().any(|exercise| exercise.id == id),
            (Some(_), None) => true,
        };
        let is_known = |id: &str| is_saved(id) || self.pictured.iter().any(|other| other == id);
        self.editing.with_what_follows(edit.clone(), is_known)
    }

    /// Does an edit, which may take the place of saved ones that were undone.
    pub(super) fn apply(&mut self, edit: &Edit) -> Result<(), Refused> {
        let before = self.editing.steps();
        let done = self.change(|editing, surroundings| editing.apply(edit, surroundings));
        if before < self.saved_steps && self.editing.redoable().is_none() {
            self.lost_steps += self.saved_steps - before;
            self.saved_steps = before;
        }
        done
    }

    /// Of the pictures that exercises wait for, one for this id is there, or comes no more.
    pub(super) fn no_longer_waits(&mut self, id: &str) {
        let one = self.pictured.iter().position(|other| other == id);
        if let Some(one) = one {
            self.pictured.remove(one);
        }
    }

    /// Changes the text, with all that is known around it.
    pub(super) fn change<T>(
        &mut self,
        change: impl FnOnce(&mut Editing, &Surroundings<'_>) -> T,
    ) -> T {
        let stem = self.path.as_deref().and_then(Path::file_stem);
        let stem = stem.map(|stem| stem.to_string_lossy());
        let stem = stem.as_deref().unwrap_or(&self.name);
        let editing = &mut self.editing;
        self.is_renewed = false;
        surroundings_of(stem, &self.pictures, |surroundings| {
            change(editing, surroundings)
        })
    }

    /// The pictures that the text names, if there are others among them than before.
    pub(super) fn new_pictures(&mut self) -> Option<(PathBuf, Vec<String>)> {
        let count = self.editing.count(&exercises());
        let image = |at| self.editing.value(&Part::exercise(at).field("image"));
        let names = (0..count).filter_map(image).map(|name| name.shown());
        let names: Vec<_> = names.collect();
        let is_new = names.iter().any(|name| !self.asked.contains(name));
        is_new.then(|| {
            self.asked.clone_from(&names);
            (self.folder.join("routine.toml"), names)
        })
    }

    pub(super) fn know(&mut self, pictures: Pictures) {
        if pictures != self.pictures {
            self.pictures = pictures;
            let kept = self.kept == self.editing.version();
            self.change(Editing::read);
            if kept {
                // The text is the same.
                self.kept = self.editing.version();
            }
        }
    }

    /// Whether the draft is of another text.
    pub(super) fn has_news(&self) -> bool {
        self.kept != self.editing.version()
    }

    pub(super) fn kept(&self, now: i64) -> Kept {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
        let title = self.editing.value(&Part::top().field("title"));
        Kept {
            file: self.path.clone().filter(|path| path.to_str().is_some()),
            before: self.saved.clone().map(text),
            text: text(self.editing.bytes()),
            title: title.map_or_else(|| self.name.clone(), |title| title.shown()),
            written_at: now,
        }
    }

    pub(super) fn was_kept(&mut self, version: u64, done: Result<(), Message>) {
        self.is_being_kept = false;
        // One that can't be written now is tried again after a pause, and when the program ends.
        if done.is_ok() {
            self.kept = version;
            self.kept_since = Some(clock::here().time());
        }
        self.draft_warning = done.err();
    }

    /// The author, if it was written here.
    pub(super) fn was_saved(&mut self, fate: Fate, bytes: Vec<u8>) -> Option<Author> {
        let is_copy = self.saving == Saving::Busy { is_copy: true };
        self.outcomes += 1;
        match fate {
            Fate::Good(path, notes) => {
                self.notes = notes;
                let routine = library::read_bytes(&bytes, &path, clock::today()).routine;
                let author = self.own_author(routine.as_ref());
                self.base = routine.map(Arc::new);
                self.saved = Some(bytes);
                path.parent()
                    .unwrap_or(Path::new(""))
                    .clone_into(&mut self.folder);
                self.path = Some(path);
                self.saving = Saving::Done;
                self.editing.settle();
                if is_copy {
                    // A text that can't be read is the other routine as it is.
                    let _ = self.change(|editing, surroundings| {
                        editing.apply(&library::another(), surroundings)
                    });
                    self.editing.settle();
                }
                self.saved_steps = self.editing.steps();
                self.lost_steps = 0;
                // The draft is to go, or to know the new file.
                self.kept = 0;
                return author;
            }
            Fate::Changed(conflict) => self.saving = Saving::Conflict(Box::new(conflict)),
            Fate::Gone => self.saving = Saving::Gone,
            Fate::Protected(why) => self.saving = Saving::Protected(why),
            Fate::Failed(why) => self.saving = Saving::Failed(why),
        }
        None
    }

    /// The author, if they are another than in what was opened: that may be anybody's.
    fn own_author(&mut self, now: Option<&Routine>) -> Option<Author> {
        let author = now?.author.clone();
        let before = std::mem::replace(&mut self.author, author.clone());
        if author == before { None } else { author }
    }

    pub(super) fn was_looked_at(&mut self, fate: Fate, before: &[u8]) {
        if self.saved.as_deref() != Some(before) || self.saving.is_busy() {
            return;
        }
        match fate {
            Fate::Good(..) if matches!(self.saving, Saving::Conflict(_) | Saving::Gone) => {
                self.saving = Saving::Nothing;
            }
            // A file that can't be read is reported when the person saves.
            Fate::Good(..) | Fate::Protected(_) | Fate::Failed(_) => {}
            Fate::Changed(conflict) => {
                self.saving = Saving::Conflict(Box::new(conflict));
                if !self.is_changed() {
                    self.take_theirs();
                    self.is_renewed = true;
                }
                self.outcomes += 1;
            }
            Fate::Gone => {
                self.saving = Saving::Gone;
                self.outcomes += 1;
            }
        }
    }

    /// How often saving, or a look at the file, came to an end that there is something to say of.
    pub fn outcomes(&self) -> u64 {
        self.outcomes
    }

    pub(super) fn take_theirs(&mut self) {
        let Saving::Conflict(conflict) = &self.saving else {
            return;
        };
        // What is no text can't be edited: it stays as it is, and so does what stands here.
        if std::str::from_utf8(&conflict.theirs).is_err() {
            return;
        }
        if let Some(conflict) = self.take_conflict() {
            let theirs = conflict.theirs.clone();
            self.on(conflict.theirs, &theirs);
        }
    }

    pub(super) fn take_both(&mut self) {
        let has_both = |conflict: &Conflict| conflict.both.is_some();
        if !matches!(&self.saving, Saving::Conflict(conflict) if has_both(conflict)) {
            return;
        }
        if let Some(conflict) = self.take_conflict() {
            let both = conflict.both.unwrap_or_default();
            self.on(conflict.theirs, both.as_bytes());
        }
    }

    fn take_conflict(&mut self) -> Option<Conflict> {
        match std::mem::replace(&mut self.saving, Saving::Nothing) {
            Saving::Conflict(conflict) => Some(*conflict),
            other => {
                self.saving = other;
                None
            }
        }
    }

    /// Another text, on the file as it is now.
    fn on(&mut self, file: Vec<u8>, text: &[u8]) {
        let path = self.path.clone().unwrap_or_default();
        let base = library::read_bytes(&file, &path, clock::today()).routine;
        self.author = base.as_ref().and_then(|base| base.author.clone());
        self.base = base.map(Arc::new);
        self.saved = Some(file);
        self.saved_steps = self.editing.steps();
        self.lost_steps = 0;
        self.change(|editing, surroundings| editing.take(text, surroundings));
    }

    /// What a copy of it as another routine holds.
    pub(super) fn as_another(&self) -> Vec<u8> {
        let text = String::from_utf8(self.editing.bytes());
        text.map_or_else(FromUtf8Error::into_bytes, |text| {
            library::as_another(&text).into_bytes()
        })
    }
}

/// The author that a text names, whether the rest of it can be read or not.
fn author_in(editing: &Editing) -> Option<Author> {
    let text = |key| {
        let value = editing.value(&Part::table("author").field(key))?;
        Some(value.shown().trim().to_owned()).filter(|text| !text.is_empty())
    };
    let author = Author {
        name: text("name"),
        role: text("role"),
        clinic: text("clinic"),
        contact: text("contact"),
    };
    (author != Author::default()).then_some(author)
}

fn surroundings_of<T>(
    stem: &str,
    pictures: &Pictures,
    ask: impl FnOnce(&Surroundings<'_>) -> T,
) -> T {
    ask(&Surroundings {
        stem,
        today: clock::today(),
        // What has not been looked at yet is no mistake.
        image: &|name| pictures.get(name).copied().unwrap_or(Ok(())),
    })
}
