//! What one copy of the program alone may do with the record at a time.

use crate::folders::Folders;
use crate::history::{MoveTurn, NotMoved};
use crate::settings::{Loaded, SettingsFile};

/// The turn to move the record, with where it lies now: another copy may have moved it since this one began.
pub(super) struct Turn {
    pub(super) folders: Folders,
    pub(super) settings: Loaded,
    pub(super) held: MoveTurn,
}

impl Turn {
    /// # Errors
    /// As of [`MoveTurn::take`].
    pub(super) fn take(folders: &Folders) -> Result<Self, NotMoved> {
        let held = MoveTurn::take(folders)?;
        let settings = SettingsFile::load(folders.settings_file());
        let folders = Folders {
            record: settings.settings.record_folder.clone(),
            ..folders.clone()
        };
        Ok(Self {
            folders,
            settings,
            held,
        })
    }
}
