//! Whether the folder is there that a person chose for their record.
//!
//! Where a drive or a share is not connected its folder may stay, as an empty one. It counts as there once a device
//! has its folder in it, or there are lines: a move makes the first.

use std::io;
use std::path::Path;

use super::files;
use super::record::Id;
use crate::disk;

/// Why a folder that was chosen counts as not there, if it does.
pub(super) fn missing(log: &Path) -> Option<io::Error> {
    if !log.is_dir() {
        return Some(disk::absent());
    }
    // What keeps it from being read is told by whoever reads it.
    let entries = disk::entries(log).ok()?;
    let is_of_a_device = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.parse::<Id>().is_ok())
    };
    let mut problems = Vec::new();
    let is_a_record = entries.iter().any(|path| is_of_a_device(path))
        || !files::of(log, &mut problems).is_empty()
        || !problems.is_empty();
    (!is_a_record).then(disk::emptied)
}
