//! Which files have lines of the record.

use std::io;
use std::path::{Path, PathBuf};

use super::problem::{Problem, ProblemKind};
use super::quarantine;
use crate::disk;

/// The files of lines in the folder of a record, in order.
///
/// # Errors
/// What keeps a folder of it from being read.
pub(super) fn paths(log: &Path) -> io::Result<Vec<PathBuf>> {
    let mut problems = Vec::new();
    let paths = of(log, &mut problems);
    match problems.first() {
        // Reads it again for the error itself.
        Some(problem) => disk::entries(&problem.path).map(|_| paths),
        None => Ok(paths),
    }
}

/// The files of lines of every device, and any that a person put beside them.
pub(super) fn of(log: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    // A pipe or a device under such a name has no end.
    let is_lines = |path: &PathBuf| is_name_of_lines(path) && path.is_file();
    for path in entries_of(log, problems) {
        if path.is_dir() && !quarantine::is_folder(&path) {
            files.extend(entries_of(&path, problems).into_iter().filter(is_lines));
        } else if is_lines(&path) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Whether a file of this name has lines of the record. Copies that sync programs make of conflicts
/// do, whether they put their mark before the ending or behind it; what programs have not written to
/// its end yet does not, nor does a copy of damaged lines.
pub(super) fn is_name_of_lines(path: &Path) -> bool {
    const UNFINISHED: [&str; 5] = [".tmp", ".temp", ".part", ".partial", ".crdownload"];
    // What a backup makes of them is no text.
    const PACKED: [&str; 10] = [
        ".gz", ".bz2", ".xz", ".zst", ".lz4", ".br", ".zip", ".7z", ".gpg", ".age",
    ];
    let name = path.file_name().unwrap_or_default();
    let name = name.to_string_lossy().to_lowercase();
    let is_hidden = name.starts_with('.');
    let mut others = UNFINISHED.iter().chain(&PACKED);
    let is_other = others.any(|end| name.ends_with(end));
    name.contains(".jsonl") && !is_hidden && !is_other && !quarantine::is_copy(&name)
}

fn entries_of(folder: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    disk::entries(folder).unwrap_or_else(|error| {
        problems.push(Problem {
            path: folder.to_owned(),
            line: None,
            kind: ProblemKind::Unreadable(disk::reason(&error)),
        });
        Vec::new()
    })
}
