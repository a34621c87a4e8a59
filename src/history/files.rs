//! Which files have lines of the record.

use std::io;
use std::path::{Path, PathBuf};

use super::problem::{Problem, ProblemKind};
use super::quarantine;
use crate::disk;

/// Files and folders that can't be read, each with why.
type Faults = Vec<(PathBuf, io::Error)>;

/// The files of lines in the folder of a record, in order.
///
/// # Errors
/// What of it can't be read, and why.
pub(super) fn paths(log: &Path) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut faults = Faults::new();
    let files = found(log, &mut faults);
    faults.into_iter().next().map_or(Ok(files), Err)
}

/// The files of lines of every device, and any that a person put beside them.
pub(super) fn of(log: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut faults = Faults::new();
    let files = found(log, &mut faults);
    problems.extend(faults.into_iter().map(|(path, error)| Problem {
        path,
        line: None,
        kind: ProblemKind::Unreadable(disk::reason(&error)),
    }));
    files
}

fn found(log: &Path, faults: &mut Faults) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in entries_of(log, faults) {
        if path.is_dir() && !quarantine::is_folder(&path) {
            for path in entries_of(&path, faults) {
                files.extend(lines_at(path, faults));
            }
        } else {
            files.extend(lines_at(path, faults));
        }
    }
    files.sort();
    files
}

/// The path, if lines are there; what keeps them from being read is a fault.
fn lines_at(path: PathBuf, faults: &mut Faults) -> Option<PathBuf> {
    if is_stand_in(&path) {
        faults.push((path, disk::in_the_cloud()));
        return None;
    }
    // A folder of another device may lie behind a link as well.
    let is_named_so = is_name_of_lines(&path) || path.extension().is_none();
    if is_named_so && let Some(error) = disk::link_nowhere(&path) {
        faults.push((path, error));
        return None;
    }
    // A pipe or a device under such a name has no end.
    (is_name_of_lines(&path) && path.is_file()).then_some(path)
}

/// Whether a sync program has left this in the place of lines that are on its server alone.
fn is_stand_in(path: &Path) -> bool {
    const ENDINGS: [&str; 3] = [".nextcloud", ".owncloud", ".icloud"];
    let name = path.file_name().unwrap_or_default();
    let name = name.to_string_lossy().to_lowercase();
    let mut endings = ENDINGS.iter();
    let of = endings.find_map(|ending| name.strip_suffix(ending));
    // One of them hides it.
    of.is_some_and(|of| is_name_of_lines(Path::new(of.trim_start_matches('.'))))
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

fn entries_of(folder: &Path, faults: &mut Faults) -> Vec<PathBuf> {
    disk::entries(folder).unwrap_or_else(|error| {
        faults.push((folder.to_owned(), error));
        Vec::new()
    })
}
