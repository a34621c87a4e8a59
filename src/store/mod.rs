//! What is kept on the disk and outlives every window: the settings, the routines and the record,
//! each as last read, with what is yet to be written.
//!
//! Each part holds its state, runs slow work as jobs in the background, and takes in their news
//! itself. So a thread that draws never waits for a disk. A thread that may wait, like the terminal's,
//! calls [`catch_up`](Store::catch_up).

mod editor;
mod library;
mod record;
mod settings;
#[cfg(test)]
mod tests;

use std::io;
use std::sync::Arc;

pub use self::editor::{Conflict, EditorStore, LeftDraft, OpenRoutine, PictureFor, Saving};
pub use self::library::LibraryStore;
pub use self::record::RecordStore;
pub use self::settings::SettingsStore;
use crate::background::{Background, Jobs};
use crate::folders::Folders;
use crate::history::correct_undone_move;
use crate::library::Entry;
use crate::settings::SettingsFile;
use crate::words::Message;

/// The one owner of what is kept.
pub struct Store {
    /// `None` on a machine without a home folder: then nothing is kept.
    pub folders: Option<Folders>,
    pub settings: SettingsStore,
    pub library: LibraryStore,
    pub editor: EditorStore,
    pub record: RecordStore,
    background: Background,
    /// The routines as they were when the open one was last compared with its file.
    seen: Arc<[Entry]>,
}

impl Store {
    /// Reads the settings and opens the record, for which one short file is read. The routines and
    /// the sessions on record are read when they are asked for.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn open(mut folders: Option<Folders>) -> io::Result<Self> {
        let background = Background::start()?;
        let settings = SettingsStore::load(folders.as_ref(), &background);
        if let Some(folders) = &mut folders {
            folders.record.clone_from(&settings.now.record_folder);
            let file = folders.settings_file();
            correct_undone_move(folders, || SettingsFile::load(file).settings.record_folder);
        }
        Ok(Self {
            settings,
            library: LibraryStore::new(folders.as_ref(), &background),
            editor: EditorStore::new(folders.as_ref(), &background),
            record: RecordStore::open(folders.as_ref(), &background)?,
            background,
            folders,
            seen: Arc::from([]),
        })
    }

    /// From here on calls `wake`, which must return at once, on any thread whenever there is news: for the
    /// shell that shows what is kept now.
    pub fn wake_with(&self, wake: impl Fn() + Send + Sync + 'static) {
        self.background.wake_with(wake);
    }

    /// The jobs of a feature that is the shell's own, done one after another with those of the store.
    pub fn jobs<N: Send + 'static>(&self) -> Jobs<N> {
        Jobs::on(&self.background)
    }

    /// Takes in what came from the background since the last call.
    pub fn take_news(&mut self) {
        self.settings.take_news();
        self.library.take_news();
        let entries = self.library.entries();
        if !entries.is_empty() && !Arc::ptr_eq(&entries, &self.seen) {
            // Some file is another by now.
            self.seen = entries;
            self.editor.look_again();
        }
        self.editor.take_news();
        if let Some(author) = self.editor.take_author() {
            self.settings.now.author = author;
            self.settings.save();
        }
        let (folders, settings) = (&mut self.folders, &mut self.settings);
        self.record.take_news(|chosen| {
            if let Some(folders) = folders {
                folders.record.clone_from(&chosen);
            }
            settings.now.record_folder = chosen;
            settings.save();
        });
    }

    /// Waits until all is written that the person wants to have written: for the end of the program.
    pub fn finish_writing(&self) {
        self.background.finish_writing();
    }

    /// Waits until all that was handed in is done, and takes in what came of it: not for a thread that
    /// draws.
    pub fn catch_up(&mut self) {
        self.background.wait();
        self.take_news();
    }

    /// The warning that a job was not done, because it panicked.
    pub fn background_warning(&self) -> Option<Message> {
        self.background.warning()
    }

    /// What is wrong with any of it, for the person.
    pub fn warnings(&self) -> Vec<Message> {
        let device = self.record.device_warning.clone();
        let warnings = self.settings.warnings().chain(device);
        let warnings = warnings.chain(self.background_warning());
        let warnings = warnings.chain(self.library.warnings());
        warnings.chain(self.record.warnings()).collect()
    }
}
