//! Moves the record into another folder: copies it, compares what was copied, and leaves the old one as it is.
//!
//! What another running copy of the program still writes into the folder that Supple has by itself is
//! taken along later, each time that the record is read.

use std::io;
use std::path::{Path, PathBuf};

use super::carry::carry;
use super::fallback::Fallback;
use super::{folder_to_write, running, site};
use crate::disk;
use crate::folders::Folders;
use crate::words::Message;

/// What came of a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where the record was, and still is as it was then.
    pub from: PathBuf,
    pub to: PathBuf,
    /// The same for the settings: `None` of the folder that Supple has by itself.
    pub chosen: Option<PathBuf>,
    /// How many files were copied, or were there already; `None` where the old folder is not there.
    pub files: Option<usize>,
}

impl Moved {
    /// What was done, and where the old record is.
    pub fn message(&self) -> Message {
        let message = match self.files {
            Some(files) => Message::new("record-moved").with("files", files),
            None => Message::new("record-moved-without"),
        };
        message
            .with("from", self.from.as_path())
            .with("to", self.to.as_path())
    }
}

/// Copies a person's record into another folder, which may have a record already: then it has both. The caller
/// keeps in the settings what was chosen, and writes into the new one from here on.
///
/// # Errors
/// What is in the way, for the person. The record stays where it is; what was copied lies in the new folder
/// too, which does no harm.
pub fn move_record(folders: &Folders, to: &Path) -> Result<Moved, Message> {
    Fallback::of(folders).take_in();
    let from = &folders.log();
    if to.to_str().is_none() {
        // The settings are a text.
        return Err(failed(to, &io::ErrorKind::InvalidInput.into()));
    }
    let place = site::resolved(to);
    let (old, new) = (site::resolved(from), &place);
    if old == *new {
        return Err(Message::new("record-move-same").with("folder", to));
    }
    if new.starts_with(&old) || old.starts_with(new) {
        return Err(Message::new("record-move-within").with("folder", to));
    }
    if new.starts_with(site::resolved(&folders.routines())) {
        return Err(Message::new("record-move-routines").with("folder", to));
    }
    if running::any_running(from) {
        return Err(Message::new("record-move-under-way"));
    }
    disk::create_folder(to).map_err(|error| failed(to, &error))?;
    let is_there = folder_to_write(folders).is_ok();
    let carried = is_there.then(|| carry(from, to)).transpose();
    let files = carried.map_err(|(path, error)| failed(&path, &error))?;
    let is_usual = *new == site::resolved(&folders.usual_log());
    Ok(Moved {
        from: from.clone(),
        to: to.to_owned(),
        chosen: (!is_usual).then(|| to.to_owned()),
        files,
    })
}

fn failed(path: &Path, error: &io::Error) -> Message {
    Message::new("record-move-failed")
        .with("path", path)
        .with("reason", disk::reason_at(path, error))
}
