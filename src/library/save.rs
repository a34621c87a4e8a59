//! Saves a routine file in the place of what was read of it, for the editor and for `supple fmt` alike.

use std::io;
use std::path::Path;

use crate::disk::{self, Leftover, Owner};
use crate::words::Message;

/// Replaces the content `before` of a routine file, or makes the file if that is `None`. Gives what the person
/// should know of it then.
///
/// # Errors
/// As of [`disk::replace`]: the file is left as it is.
pub fn save(path: &Path, before: Option<&[u8]>, content: &[u8]) -> io::Result<Vec<Message>> {
    let owner = Owner::of(path);
    disk::replace(path, before, content)?;
    let mut notes = left_of(path);
    if owner.is_some() && Owner::of(path) != owner {
        notes.push(Message::new("save-owner").with("path", path));
    }
    Ok(notes)
}

/// What killed programs left beside the file at `path` and may be nowhere else.
pub fn left_of(path: &Path) -> Vec<Message> {
    let left = disk::sweep_beside(path);
    left.iter().map(Leftover::message).collect()
}
