//! Drafts and leftovers of programs that were killed.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::draft::DRAFT;
use super::leftover::{self, Leftover};
use super::path::{folder_of, place};

/// Removes the drafts in a folder that programs left when they were killed. No other name is taken for that
/// of a draft, such as `NAME.NUMBER.tmp`: other programs call theirs so, and what they keep is not ours to
/// remove. A file left in the middle of an exchange is removed if it has the same content as the file that was
/// being written. Otherwise it is kept and returned, to be reported to the person.
#[must_use]
pub fn sweep(folder: &Path) -> Vec<Leftover> {
    let files = remove_drafts(folder);
    let left = files
        .iter()
        .filter_map(|path| leftover::settle(path, &files));
    left.collect()
}

/// The same in a folder that is not the program's own, where only what was left beside the file at `path` is
/// looked at.
#[must_use]
pub fn sweep_beside(path: &Path) -> Vec<Leftover> {
    let Ok(path) = place(path) else {
        return Vec::new();
    };
    let files = remove_drafts(folder_of(&path));
    let left = files
        .iter()
        .filter_map(|left| leftover::settle_beside(left, &path));
    left.collect()
}

/// Gives what else there is in the folder.
fn remove_drafts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut others = Vec::new();
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_draft = name.starts_with(DRAFT.0) && name.ends_with(DRAFT.1);
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_draft || !is_file {
            others.push(entry.path());
        } else if is_left(&entry.path()) {
            // One that can't be removed is tried again with the next start.
            let _ = fs::remove_file(entry.path());
        }
    }
    others
}

/// The same as [`sweep`] in the folders below it as well, to which no link leads: pictures of routines lie there.
#[must_use]
pub fn sweep_all(folder: &Path) -> Vec<Leftover> {
    // More than a person has for pictures: whatever else lies there is none of ours.
    const MOST_FOLDERS: usize = 256;
    let mut folders = VecDeque::from([folder.to_owned()]);
    let mut left = Vec::new();
    for _ in 0..MOST_FOLDERS {
        let Some(folder) = folders.pop_front() else {
            return left;
        };
        left.extend(sweep(&folder));
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let below = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.extend(below.map(|entry| entry.path()).take(MOST_FOLDERS));
    }
    left
}

/// Whether a draft was left by a program that ended: it is not locked. One that is still empty may be
/// locked in a moment.
fn is_left(draft: &Path) -> bool {
    let Ok(file) = File::open(draft) else {
        return false;
    };
    let is_begun = file.metadata().is_ok_and(|about| about.len() > 0);
    (is_begun || is_forgotten(draft)) && file.try_lock().is_ok()
}

/// Whether a file has not been written for an hour.
fn is_forgotten(path: &Path) -> bool {
    const FORGOTTEN: Duration = Duration::from_hours(1);
    let written = path.symlink_metadata().and_then(|about| about.modified());
    let age = written.ok().and_then(|then| then.elapsed().ok());
    age.is_some_and(|age| age > FORGOTTEN)
}
