//! The files that were dropped on the window.

use std::path::{Path, PathBuf};

use super::background::{Background, News};
use crate::clock;
use crate::library::{self, Consent, ImportError};
use crate::ui::routines::{Dropped, ImportOutcome};
use crate::words::Message;

/// Those that were dropped last.
#[derive(Debug, Default)]
pub(super) struct DroppedFiles {
    /// As far as they have been read.
    read: Vec<Dropped>,
    /// Where all of them lie: of those dropped before there may still be news.
    paths: Vec<PathBuf>,
}

impl DroppedFiles {
    /// As far as they have been read.
    pub(super) fn read(&self) -> &[Dropped] {
        &self.read
    }

    /// Has files read, in the place of those dropped before. Where nothing `is_kept` the person is
    /// told so instead.
    pub(super) fn check(&mut self, paths: Vec<PathBuf>, is_kept: bool, background: &Background) {
        self.read.clear();
        self.paths.clone_from(&paths);
        for path in paths {
            background.run(move || {
                let reading = if is_kept {
                    library::check_file(&path, clock::today()).map_err(|error| error.message())
                } else {
                    Err(Message::new("routines-no-home"))
                };
                Some(News::Dropped(Box::new(Dropped::new(path, reading))))
            });
        }
    }

    /// Leaves a file alone.
    pub(super) fn dismiss(&mut self, path: &Path) {
        self.read.retain(|dropped| dropped.path != path);
        self.paths.retain(|dropped| dropped != path);
    }

    /// Takes in what a file says, unless others have been dropped since.
    pub(super) fn take(&mut self, dropped: Dropped) {
        if !self.paths.contains(&dropped.path) {
            return;
        }
        match self.at(&dropped.path) {
            Some(before) => *before = dropped,
            None => self.read.push(dropped),
        }
    }

    /// Takes in what came of importing a file.
    pub(super) fn take_imported(&mut self, path: &Path, outcome: ImportOutcome) {
        if let Some(dropped) = self.at(path) {
            dropped.imported = Some(outcome);
        }
    }

    fn at(&mut self, path: &Path) -> Option<&mut Dropped> {
        self.read.iter_mut().find(|dropped| dropped.path == path)
    }
}

/// Has a file copied into the person's library.
pub(super) fn import(path: PathBuf, consent: Consent, library: PathBuf, background: &Background) {
    background.run(move || {
        Some(match library::import(&path, &library, consent) {
            Ok(imported) => News::Imported(path, ImportOutcome::Kept(imported.message())),
            // It was changed since it was dropped.
            Err(ImportError::Mistakes(reading)) => {
                News::Dropped(Box::new(Dropped::new(path, Ok(*reading))))
            }
            Err(error) => {
                let message = error.message();
                let outcome = match error {
                    ImportError::Asks { .. } => ImportOutcome::Asks(message),
                    _ => ImportOutcome::Failed(message),
                };
                News::Imported(path, outcome)
            }
        })
    });
}
