//! The person's own routines, and files that may become such.

use crate::app::App;
use crate::ui::Place;
use crate::ui::routines::LibraryAction;

impl App {
    pub(super) fn apply_library(&mut self, action: LibraryAction) {
        match action {
            LibraryAction::Import(path, consent) => self.store.import_dropped(path, consent),
            LibraryAction::Keep(path) => {
                self.store.keep(path);
                self.go(Place::Routines);
            }
            LibraryAction::OpenRecent => self.store.open_recent(),
            LibraryAction::ForgetRecent => self.store.forget_recent(),
            LibraryAction::DismissDropped(path) => self.store.dropped.dismiss(&path),
        }
    }
}
