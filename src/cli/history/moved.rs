//! Moves the record to another folder: `supple history --move-to FOLDER`.

use std::path::{self, Path};

use super::super::{Context, Failure, print};
use crate::folders::Folders;
use crate::history::{MoveTurn, NotMoved, move_record};
use crate::settings::SettingsFile;

/// Copies the record, keeps in the settings where it lies now, and says where the old one is.
///
/// # Errors
/// Something is in the way; the record is where it was.
pub(super) fn run(context: &Context, folder: &Path) -> Result<(), Failure> {
    let folders = context.folders()?;
    let folder = path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let turn = MoveTurn::take(folders).map_err(failure)?;
    let mut loaded = SettingsFile::load(folders.settings_file());
    // Another copy of the program may have moved it since this one began.
    let folders = Folders {
        record: loaded.settings.record_folder.clone(),
        ..folders.clone()
    };
    let keep = |chosen: Option<&Path>| loaded.keep_record_in(chosen);
    let moved = move_record(&turn, &folders, &folder, keep).map_err(failure)?;
    print(context.words.message(&moved.message()) + "\n")
}

fn failure(why: NotMoved) -> Failure {
    match why {
        NotMoved::Refused(message) => Failure::Input(message),
        NotMoved::Failed(message) => Failure::Environment(message),
    }
}
