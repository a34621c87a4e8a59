//! Files that a program was exchanging when it was killed: the version that did not come to its place, or the
//! one that had just left it.

use std::fs;
use std::path::{Path, PathBuf};

use super::beside::{is_shortened_name_of, left_beside};
use super::lock::Lock;
use super::read::{is_content, read};
use crate::text::shown_name;
use crate::words::Message;

/// A file that a killed program left beside another one, with a content that may be nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    pub path: PathBuf,
    /// The file that was being written.
    pub of: PathBuf,
}

impl Leftover {
    /// What the person can do about it.
    pub fn message(&self) -> Message {
        Message::new("disk-leftover")
            .with("file", shown_name(&self.of))
            .with("path", self.path.as_path())
    }

    /// For what the program notes for itself alone. What can't be removed is tried again with the next start.
    pub fn remove(self) {
        let _ = fs::remove_file(self.path);
    }
}

/// Removes the file at `path` if a killed program left it beside one of `files`, all in the same folder, and
/// both have the same content. Returns it if its content is different.
pub(super) fn settle(path: &Path, files: &[PathBuf]) -> Option<Leftover> {
    let of = left_beside(path)?;
    let name = of.file_name().unwrap_or_default();
    // One that had too long a name for this ending is another than the name says.
    let is_whole =
        |file: &&PathBuf| left_beside(file).is_none() && is_shortened_name_of(name, file);
    let whole = files.iter().find(is_whole);
    settle_with(
        path,
        if is_file(&of) {
            &of
        } else {
            whole.unwrap_or(&of)
        },
    )
}

/// The same of a file that was left beside the one at `of`, and no other.
pub(super) fn settle_beside(path: &Path, of: &Path) -> Option<Leftover> {
    let name = left_beside(path)?;
    let is_of_it = is_shortened_name_of(name.file_name().unwrap_or_default(), of);
    (is_of_it && path != of)
        .then(|| settle_with(path, of))
        .flatten()
}

fn settle_with(path: &Path, of: &Path) -> Option<Leftover> {
    // What is locked a program is exchanging at the moment.
    if !is_file(path) || [path, of].into_iter().any(Lock::is_held) {
        return None;
    }
    let is_the_same = read(of).is_ok_and(|content| is_content(path, &content));
    if is_the_same && fs::remove_file(path).is_ok() {
        return None;
    }
    Some(Leftover {
        path: path.to_owned(),
        of: of.to_owned(),
    })
}

fn is_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_file())
}
