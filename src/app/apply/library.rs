//! The file outside of the library that was opened last.

use std::path::{self, Path};

use crate::app::App;
use crate::ui::routines::LibraryAction;

impl App {
    pub(super) fn apply_library(&mut self, action: LibraryAction) {
        match action {
            LibraryAction::OpenRecent => {
                if let Some(path) = self.recent().map(Path::to_owned) {
                    self.opened_file.open_again(path);
                }
            }
            LibraryAction::ForgetRecent => self.forget_recent(),
        }
    }

    /// The file outside of the library that was opened by its path last.
    pub(in crate::app) fn recent(&self) -> Option<&Path> {
        self.store
            .settings
            .now
            .recent_file
            .as_deref()
            .map(Path::new)
    }

    /// Remembers the file that was opened, if it lies outside of the library.
    pub(in crate::app) fn remember_opened(&mut self) {
        if let Some(path) = self.opened_file.outside().map(Path::to_owned) {
            self.remember(&path);
        }
    }

    /// Remembers a file outside of the library.
    pub(in crate::app) fn remember(&mut self, path: &Path) {
        let path = path::absolute(path).ok();
        // A path that is no text can't be kept among the settings.
        if let Some(path) = path.as_deref().and_then(Path::to_str) {
            self.store.settings.now.recent_file = Some(path.to_owned());
        }
    }

    /// Offers it no longer once the library has a copy of it.
    pub(in crate::app) fn forget_kept(&mut self, path: &Path) {
        if self.recent() == path::absolute(path).ok().as_deref() {
            self.forget_recent();
        }
    }

    fn forget_recent(&mut self) {
        self.store.settings.now.recent_file = None;
        self.opened_file.recent_warning = None;
    }
}
