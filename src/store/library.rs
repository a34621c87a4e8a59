//! The routines found, kept up to date.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::background::{Background, Jobs};
use crate::disk::Leftover;
use crate::folders::Folders;
use crate::library::{Entry, Library, Watch};
use crate::words::{Language, Message};

/// The shipped routines and the person's own.
pub struct LibraryStore {
    /// Of the person's own; `None` where nothing is kept.
    folder: Option<PathBuf>,
    /// `None` until it has been read.
    library: Option<Arc<Library>>,
    /// Keeps it up to date.
    watch: Option<Watch>,
    /// A routine that is known before the library has been read.
    early: Option<Entry>,
    jobs: Jobs<Read>,
}

/// The library has been read.
struct Read(Arc<Library>, Option<Watch>);

impl LibraryStore {
    pub(super) fn new(folders: Option<&Folders>, background: &Background) -> Self {
        Self {
            folder: folders.map(Folders::routines),
            library: None,
            watch: None,
            early: None,
            jobs: Jobs::on(background),
        }
    }

    /// Has the library read, with the routines that are shipped in that language.
    pub fn read(&self, language: &'static Language) {
        let (folder, changed) = (self.folder.clone(), self.jobs.outbox());
        self.jobs.run(move || {
            let library = Arc::new(Library::open(folder, language));
            // Without a watch the library stays as it is, which is better than none.
            let watch = Watch::start(&library, move || changed.wake()).ok();
            Some(Read(library, watch))
        });
    }

    pub(super) fn take_news(&mut self) {
        for Read(library, watch) in self.jobs.news() {
            self.library = Some(library);
            self.watch = watch;
            self.early = None;
        }
    }

    /// Adds a routine of the library that is known before the library has been read.
    pub fn know(&mut self, entry: Entry) {
        self.early = Some(entry);
    }

    /// The folder of the person's own routines, whether it is there or not.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The routines; none while they have not been read.
    pub fn entries(&self) -> Arc<[Entry]> {
        self.library
            .as_ref()
            .map_or_else(|| Arc::from([]), |library| library.entries())
    }

    /// The routine of that id.
    pub fn find(&self, id: &str) -> Option<Entry> {
        let has_id = |entry: &&Entry| entry.routine.as_ref().is_some_and(|it| it.id == id);
        let early = self.early.as_ref().filter(has_id);
        self.entries().iter().find(has_id).or(early).cloned()
    }

    /// Why the person's own routines can't be read, if they can't.
    pub fn warning(&self) -> Option<Message> {
        self.library.as_ref()?.warning()
    }

    /// The same, and what killed programs left among them.
    pub fn warnings(&self) -> impl Iterator<Item = Message> {
        self.library.iter().flat_map(|library| {
            let left = library.left().iter().map(Leftover::message);
            library.warning().into_iter().chain(left)
        })
    }
}
