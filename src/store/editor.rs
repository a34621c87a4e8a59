//! The routine that is being written: its text, its draft and its file.
//!
//! An edit is done at once, and what needs the disk comes after it in the background: the draft that outlives a
//! kill, the pictures that the text names, the saving. A file is replaced only where it is as it was read; one
//! that somebody else changed meanwhile is compared and left alone.

mod draft;
mod file;
mod open;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use self::draft::{Found, Slot};
use self::file::Fate;
use crate::background::{Background, Jobs};
use crate::editing::{Edit, Part, Refused, Value};
use crate::folders::Folders;
use crate::library::{self, Copied, SHIPPED};
use crate::routine::Author;
use crate::words::{Language, Message};

pub use self::draft::LeftDraft;
pub use self::file::Conflict;
pub use self::open::{OpenRoutine, Saving};

/// How long typing goes on before the draft is written again.
const PAUSE: Duration = Duration::from_millis(400);

/// How long it takes until a draft that could not be written is tried again.
const PAUSE_OF_A_DISK: Duration = Duration::from_secs(5);

/// The one routine that a window has open to be written, and the drafts that were left.
pub struct EditorStore {
    /// Of the person's own routines; `None` where nothing is kept.
    folder: Option<PathBuf>,
    drafts: Option<PathBuf>,
    open: Option<OpenRoutine>,
    /// Counts the routines opened so far, so that late news of an earlier one is recognised.
    number: u64,
    is_opening: bool,
    /// Why nothing could be opened.
    problem: Option<Message>,
    left: Vec<LeftDraft>,
    /// To be remembered for the next routine.
    author: Option<Author>,
    jobs: Jobs<News>,
}

enum News {
    Left(Found),
    Opened(u64, Result<Box<OpenRoutine>, Message>),
    Kept(u64, u64, Result<(), Message>),
    Saved(u64, Fate, Vec<u8>),
    Looked(u64, Fate, Vec<u8>),
    Pictures(u64, open::Pictures),
    /// A picture was copied beside the routine.
    Brought(PictureFor, Result<String, Message>),
}

/// The exercise that a picture is for, wherever it is by the time that the picture comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFor {
    /// Which of those that were opened.
    routine: u64,
    id: String,
}

impl EditorStore {
    pub(super) fn new(folders: Option<&Folders>, background: &Background) -> Self {
        Self {
            folder: folders.map(Folders::routines),
            drafts: folders.map(Folders::drafts),
            open: None,
            number: 0,
            is_opening: false,
            problem: None,
            left: Vec::new(),
            author: None,
            jobs: Jobs::on(background),
        }
    }

    /// Looks for drafts that killed programs left behind.
    pub fn look_for_drafts(&self) {
        if let Some(folder) = self.drafts.clone() {
            self.jobs
                .run(move || Some(News::Left(draft::find(&folder))));
        }
    }

    /// The drafts that were left, the newest first.
    pub fn left(&self) -> &[LeftDraft] {
        &self.left
    }

    /// Deletes a draft that was left.
    pub fn discard(&mut self, left: &LeftDraft) {
        self.left.retain(|other| other != left);
        let (folder, name) = (self.drafts.clone(), left.name.clone());
        self.jobs.run(move || {
            draft::discard(&folder?, &name);
            None
        });
    }

    /// Opens a file of the person's own, in the library or outside of it.
    pub fn open_file(&mut self, path: &Path) {
        let path = path.to_owned();
        let drafts = self.drafts.clone();
        self.begin(move |slot| {
            let mut open = OpenRoutine::of_file(&path, slot)?;
            let edited = drafts.map(|folder| draft::find(&folder).edited);
            open.is_edited_elsewhere = edited.unwrap_or_default().contains(&path);
            Ok(open)
        });
    }

    /// Opens a copy of a shipped routine, by its name, as one of the person's own.
    pub fn open_shipped(&mut self, name: &str, language: &Language) {
        let shipped = SHIPPED.iter().find(|shipped| shipped.name == name);
        let Some(shipped) = shipped else { return };
        let text = shipped.text(language.tag).to_owned();
        let warning = None;
        self.open_another(shipped.name.to_owned(), move |_| {
            Ok(Copied { text, warning })
        });
    }

    /// Opens a copy of a file as another routine.
    pub fn open_copy(&mut self, path: &Path) {
        let stem = path.file_stem().unwrap_or_default();
        let (path, stem) = (path.to_owned(), stem.to_string_lossy().into_owned());
        self.open_another(stem, move |folder| {
            let copied = library::text_with_pictures(&path, folder);
            copied.map_err(|error| error.message())
        });
    }

    fn open_another(
        &mut self,
        name: String,
        copy: impl FnOnce(&Path) -> Result<Copied, Message> + Send + 'static,
    ) {
        let Some(folder) = self.folder.clone() else {
            self.problem = Some(Message::new("settings-no-home"));
            return;
        };
        self.begin(move |slot| {
            let copied = copy(&folder)?;
            let text = library::as_another(&copied.text);
            let path = library::free_path(&folder, &name);
            let text = library::naming_schema(&path, text);
            let mut open = OpenRoutine::anew(&text, folder, name, slot)?;
            open.picture_warning = copied.warning;
            Ok(open)
        });
    }

    /// Opens a routine without an exercise yet.
    pub fn open_new(&mut self, title: &str, language: &Language, author: &Author) {
        let Some(folder) = self.folder.clone() else {
            self.problem = Some(Message::new("settings-no-home"));
            return;
        };
        let text = library::empty(title, language.tag, author);
        let title = title.to_owned();
        self.begin(move |slot| {
            let path = library::free_path(&folder, &title);
            OpenRoutine::anew(&library::naming_schema(&path, text), folder, title, slot)
        });
    }

    /// Goes on with a draft that was left.
    pub fn resume(&mut self, left: &LeftDraft) {
        self.left.retain(|other| other != left);
        let (drafts, folder) = (self.drafts.clone(), self.folder.clone());
        let name = left.name.clone();
        self.begin(move |_| {
            let (Some(drafts), Some(folder)) = (drafts, folder) else {
                return Err(Message::new("settings-no-home"));
            };
            OpenRoutine::of_draft(&drafts, &name, folder)
        });
    }

    /// Closes the open routine and opens another. The draft of the first stays.
    fn begin(
        &mut self,
        open: impl FnOnce(Option<Slot>) -> Result<OpenRoutine, Message> + Send + 'static,
    ) {
        self.keep_now();
        self.open = None;
        self.problem = None;
        self.number += 1;
        self.is_opening = true;
        let number = self.number;
        let slot = self.drafts.as_deref().map(Slot::new);
        self.jobs
            .run(move || Some(News::Opened(number, open(slot).map(Box::new))));
    }

    /// Whether something is being opened.
    pub fn is_opening(&self) -> bool {
        self.is_opening
    }

    /// Why nothing could be opened.
    pub fn problem(&self) -> Option<&Message> {
        self.problem.as_ref()
    }

    /// What is open.
    pub fn open(&self) -> Option<&OpenRoutine> {
        self.open.as_ref()
    }

    /// Closes the open routine and deletes its draft: unsaved work is gone.
    pub fn close(&mut self) {
        self.number += 1;
        self.is_opening = false;
        let open = self.open.take();
        if let Some(slot) = open.and_then(|open| open.slot) {
            self.jobs.run(move || {
                slot.drop_it();
                None
            });
        }
    }

    /// Applies an edit.
    ///
    /// # Errors
    /// Why it can't be applied; the text is unchanged.
    pub fn apply(&mut self, edit: &Edit) -> Result<Edit, Refused> {
        let Some(open) = &mut self.open else {
            return Err(Refused::NotThere);
        };
        open.picture_warning = None;
        let edit = open.with_what_follows(edit);
        let done = open.apply(&edit);
        self.look_at_pictures();
        done.map(|()| edit)
    }

    /// Undoes the last edit.
    pub fn undo(&mut self) {
        if let Some(open) = &mut self.open {
            open.change(crate::editing::Editing::undo);
        }
        self.look_at_pictures();
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) {
        if let Some(open) = &mut self.open {
            open.change(crate::editing::Editing::redo);
        }
        self.look_at_pictures();
    }

    /// A field lost the keyboard: whatever is typed next is a step of its own to undo.
    pub fn settle(&mut self) {
        if let Some(open) = &mut self.open {
            open.editing.settle();
        }
    }

    /// Counts the version up, with the day as its date.
    ///
    /// # Errors
    /// As of [`apply`](Self::apply).
    pub fn count_up(&mut self, today: Date) -> Result<(), Refused> {
        let Some(open) = &self.open else {
            return Err(Refused::NotThere);
        };
        let edit = open.counted_up(today);
        self.settle();
        self.apply(&edit).map(drop)
    }

    /// Has the draft written if there is something new and the last writing is a while ago. Says after how long
    /// this is to be called again.
    pub fn keep(&mut self, now: Instant) -> Option<Duration> {
        let open = self.open.as_mut()?;
        if !open.has_news() || open.is_being_kept {
            return None;
        }
        let waited = open.kept_at.map(|last| now.saturating_duration_since(last));
        let pause = match open.draft_warning() {
            Some(_) => PAUSE_OF_A_DISK,
            None => PAUSE,
        };
        if let Some(left) = waited.and_then(|waited| pause.checked_sub(waited))
            && !left.is_zero()
        {
            return Some(left);
        }
        open.kept_at = Some(now);
        self.write_draft();
        None
    }

    /// Has the draft written at once if there is something new: the file is closed or saved, or the program
    /// ends.
    pub fn keep_now(&mut self) {
        if self.open.as_ref().is_some_and(OpenRoutine::has_news) {
            self.write_draft();
        }
    }

    fn write_draft(&mut self) {
        let number = self.number;
        let Some(open) = &mut self.open else { return };
        let Some(slot) = open.slot.clone() else {
            return;
        };
        open.is_being_kept = true;
        let version = open.editing.version();
        let kept = open.is_changed().then(|| open.kept(draft::now()));
        self.jobs.run(move || {
            let done = if let Some(kept) = kept {
                slot.keep(&kept)
            } else {
                slot.drop_it();
                Ok(())
            };
            let done = done.map_err(|error| {
                Message::new("edit-draft-failed").with("reason", crate::disk::reason(&error))
            });
            Some(News::Kept(number, version, done))
        });
    }

    /// The exercise at a place, for a picture that is to come.
    pub fn picture_for(&mut self, exercise: usize) -> Option<PictureFor> {
        let open = self.open.as_mut()?;
        open.picture_warning = None;
        let id = open.editing.ids().into_iter().nth(exercise)?;
        open.pictured.push(id.clone());
        Some(PictureFor {
            routine: self.number,
            id,
        })
    }

    /// Has a picture copied beside the routine, and shown by the exercise at a place.
    pub fn bring_picture(&mut self, exercise: usize, source: &Path) {
        if let Some(exercise) = self.picture_for(exercise) {
            self.bring_picture_for(exercise, source);
        }
    }

    /// The same for an exercise that is somewhere in the routine by now; does nothing if another one is open.
    pub fn bring_picture_for(&mut self, exercise: PictureFor, source: &Path) {
        let Some(open) = &self.open else { return };
        if exercise.routine != self.number {
            return;
        }
        let (source, folder) = (source.to_owned(), open.folder.clone());
        self.jobs.run(move || {
            let brought = library::bring(&source, &folder);
            Some(News::Brought(exercise, brought))
        });
    }

    /// No picture comes for the exercise.
    pub fn no_picture_for(&mut self, exercise: &PictureFor) {
        if let Some(open) = &mut self.open
            && exercise.routine == self.number
        {
            open.no_longer_waits(&exercise.id);
        }
    }

    fn look_at_pictures(&mut self) {
        let number = self.number;
        let Some(open) = &mut self.open else { return };
        if let Some((path, names)) = open.new_pictures() {
            self.jobs.run(move || {
                let known = library::pictures(&path, &names);
                Some(News::Pictures(number, known.into_iter().collect()))
            });
        }
    }

    /// Saves the open routine, unless a save is already running; changes made since that began stay unsaved.
    pub fn save(&mut self) {
        let Some(open) = &mut self.open else { return };
        let bytes = open.editing.bytes();
        let (path, before) = (open.path.clone(), open.saved.clone());
        self.write(bytes, path, before, false);
    }

    /// Saves it as another routine, beside the file that somebody else changed: once that is done it is the copy
    /// that is open.
    pub fn save_copy(&mut self) {
        let Some(open) = &self.open else { return };
        let bytes = open.as_another();
        self.write(bytes, None, None, true);
    }

    fn write(
        &mut self,
        bytes: Vec<u8>,
        path: Option<PathBuf>,
        before: Option<Vec<u8>>,
        is_copy: bool,
    ) {
        let Some(open) = self.open.as_mut().filter(|it| !it.saving.is_busy()) else {
            return;
        };
        open.saving = Saving::Busy { is_copy };
        let number = self.number;
        // Called by what it is called now, and not when it was begun.
        let title = open.editing.value(&Part::top().field("title"));
        let title = title.map(|title| title.shown());
        let title = title.filter(|title| !title.trim().is_empty());
        let name = title.unwrap_or_else(|| open.name.clone());
        let folder = open.folder.clone();
        self.jobs.run(move || {
            let fate = match path {
                Some(path) => file::save(&path, before.as_deref(), &bytes),
                None => file::save_new(&folder, &name, &bytes),
            };
            Some(News::Saved(number, fate, bytes))
        });
    }

    /// Has the file compared again: it may have changed since.
    pub fn look_again(&mut self) {
        let number = self.number;
        let Some(open) = &self.open else { return };
        let (Some(path), Some(before)) = (open.path.clone(), open.saved.clone()) else {
            return;
        };
        if !open.saving.is_busy() {
            let mine = open.editing.bytes();
            self.jobs.run(move || {
                let fate = file::look(&path, &before, &mine);
                Some(News::Looked(number, fate, before))
            });
        }
    }

    /// Takes the file as somebody else changed it, as an edit that can be undone.
    pub fn take_theirs(&mut self) {
        if let Some(open) = &mut self.open {
            open.take_theirs();
        }
        self.look_at_pictures();
    }

    /// Takes the changes of both, as an edit that can be undone; it is not saved yet.
    pub fn take_both(&mut self) {
        if let Some(open) = &mut self.open {
            open.take_both();
        }
        self.look_at_pictures();
    }

    /// Writes the file again after it was moved or deleted.
    pub fn save_again(&mut self) {
        if let Some(open) = &mut self.open {
            open.saved = None;
        }
        self.save();
    }

    /// The author that the person has written themselves, to be remembered.
    pub(super) fn take_author(&mut self) -> Option<Author> {
        self.author.take()
    }

    pub(super) fn take_news(&mut self) {
        for news in self.jobs.news() {
            self.take(news);
        }
    }

    fn take(&mut self, news: News) {
        match news {
            News::Left(found) => self.left = found.left,
            News::Opened(number, opened) if number == self.number => {
                self.is_opening = false;
                match opened {
                    Ok(open) => self.open = Some(*open),
                    Err(why) => self.problem = Some(why),
                }
                self.look_at_pictures();
            }
            // Another routine was opened meanwhile, so the draft that this one had taken over is listed again.
            News::Opened(..) => self.look_for_drafts(),
            News::Kept(number, version, done) if number == self.number => {
                if let Some(open) = &mut self.open {
                    open.was_kept(version, done);
                }
            }
            News::Saved(number, fate, bytes) if number == self.number => {
                if let Some(open) = &mut self.open {
                    self.author = open.was_saved(fate, bytes).or(self.author.take());
                }
                // The draft is deleted now, or keeps what was typed while the file was being saved.
                self.keep_now();
            }
            News::Looked(number, fate, before) if number == self.number => {
                if let Some(open) = &mut self.open {
                    open.was_looked_at(fate, &before);
                }
            }
            News::Pictures(number, known) if number == self.number => {
                if let Some(open) = &mut self.open {
                    open.know(known);
                }
            }
            News::Brought(exercise, brought) if exercise.routine == self.number => {
                self.take_picture(&exercise.id, brought);
            }
            News::Kept(..)
            | News::Saved(..)
            | News::Looked(..)
            | News::Pictures(..)
            | News::Brought(..) => {}
        }
    }

    /// Has the exercise of an id show a picture that was copied beside the routine.
    fn take_picture(&mut self, id: &str, brought: Result<String, Message>) {
        let Some(open) = &mut self.open else { return };
        open.no_longer_waits(id);
        let exercise = open.editing.ids().iter().position(|other| other == id);
        let warning = match (brought, exercise) {
            (Ok(name), Some(exercise)) => {
                let field = Part::exercise(exercise).field("image");
                self.settle();
                let done = self.apply(&Edit::Set(field, Value::text(name)));
                self.settle();
                done.err().map(Refused::message)
            }
            (Ok(name), None) => {
                Some(Message::new("editor-picture-homeless").with("picture", name.as_str()))
            }
            (Err(why), _) => Some(why),
        };
        if let Some(open) = &mut self.open {
            open.picture_warning = warning;
        }
    }
}
