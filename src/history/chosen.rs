//! Whether the folder is there that a person chose for their record.
//!
//! Where a drive or a share is not connected its folder may stay, as an empty one. It counts as there once a device
//! has its folder in it, which a move makes, or there is a file of lines.

use std::io;
use std::path::{Path, PathBuf};

use super::record::Id;
use crate::disk;

/// Why a folder that was chosen counts as not there, if it does.
pub(super) fn missing(log: &Path) -> Option<io::Error> {
    if !log.is_dir() {
        return Some(disk::absent());
    }
    // What keeps it from being read is told by whoever reads it.
    let entries = disk::entries(log).ok()?;
    let is_of_a_record = |path: &PathBuf| {
        is_named(path, |name| name.parse::<Id>().is_ok())
            || is_of_lines(path)
            || disk::entries(path).is_ok_and(|within| within.iter().any(|path| is_of_lines(path)))
    };
    let is_a_record = entries.iter().any(is_of_a_record);
    (!is_a_record).then(disk::emptied)
}

/// Also of one that is not read, such as what a sync program has not brought to its end.
fn is_of_lines(path: &Path) -> bool {
    is_named(path, |name| name.contains(".jsonl"))
}

fn is_named(path: &Path, as_wanted: impl Fn(&str) -> bool) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(as_wanted)
}
