//! Drafts that killed programs left.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use super::draft::DRAFT;

/// Removes the drafts in a folder that programs left when they were killed. No other name is taken for that
/// of a draft, such as `NAME.NUMBER.tmp`: other programs call theirs so, and what they keep is not ours to
/// remove.
pub fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_draft = name.starts_with(DRAFT.0) && name.ends_with(DRAFT.1);
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_draft && is_file && is_left(&entry.path()) {
            // One that can't be removed is tried again with the next start.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The same in the folders below it as well, to which no link leads: pictures of routines lie there.
pub fn sweep_all(folder: &Path) {
    // More than a person has for pictures: whatever else lies there is none of ours.
    const MOST_FOLDERS: usize = 256;
    let mut folders = VecDeque::from([folder.to_owned()]);
    for _ in 0..MOST_FOLDERS {
        let Some(folder) = folders.pop_front() else {
            return;
        };
        sweep(&folder);
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let below = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.extend(below.map(|entry| entry.path()).take(MOST_FOLDERS));
    }
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
