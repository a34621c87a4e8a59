//! Moves the record to another folder: `supple history --move-to FOLDER`.

use std::path::{self, Path};

use super::super::{Context, Failure, print};
use super::turn::Turn;
use crate::history::{NotMoved, move_record};

/// Copies the record, keeps in the settings where it lies now, and says where the old one is.
///
/// # Errors
/// Something is in the way; the record is where it was.
pub(super) fn run(context: &Context, folder: &Path) -> Result<(), Failure> {
    let folder = path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let Turn {
        folders,
        mut settings,
        held,
    } = Turn::take(context.folders()?).map_err(failure)?;
    let keep = |chosen: Option<&Path>| settings.keep_record_in(chosen);
    let moved = move_record(&held, &folders, &folder, keep).map_err(failure)?;
    print(context.words.message(&moved.message()) + "\n")
}

fn failure(why: NotMoved) -> Failure {
    match why {
        NotMoved::Refused(message) => Failure::Input(message),
        NotMoved::Failed(message) => Failure::Environment(message),
    }
}
