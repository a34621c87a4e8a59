//! Lines that can't be read are copied aside, since a sync program may replace the file they are
//! in. The file itself is left as it is.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::append;
use super::problem::{Problem, ProblemKind};
use crate::disk;

const FOLDER: &str = "quarantine";

/// A line that can't be read.
#[derive(Debug, Clone)]
pub(super) struct BadLine {
    /// Counts from 1.
    pub number: usize,
    pub bytes: Vec<u8>,
}

pub(super) fn is_folder(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FOLDER)
}

/// The folder of the copies, if there are any.
pub(super) fn of(log: &Path) -> Option<PathBuf> {
    let folder = log.join(FOLDER);
    let copies = disk::entries(&folder).unwrap_or_default();
    let is_copy = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        is_copy(&name.to_string_lossy().to_lowercase())
    };
    copies.iter().any(is_copy).then_some(folder)
}

/// The most that is kept of the damaged lines of one file.
const LARGEST_COPY: usize = 16 << 20;

/// What the names of copies end with.
const COPY: &str = ".damaged";

/// Whether a file of this name, in lower case, is a copy that was made here, or a sync program's copy
/// of one.
pub(super) fn is_copy(name: &str) -> bool {
    name.contains(COPY)
}

/// Copies each line into a file that is named after the one it is in, unless it is there already. What a link
/// brings in from outside of the record is not copied: the record may be shared, and that text may be meant for nobody.
/// `bad` is in the order of the files.
pub(super) fn copy_aside(log: &Path, bad: &[(PathBuf, BadLine)]) -> Vec<Problem> {
    let mut problems = Vec::with_capacity(bad.len());
    for lines in bad.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((path, _)) = lines.first() else {
            continue;
        };
        // If it can't be copied, the line is still where it was.
        let copy = copy(log, path, lines).ok();
        problems.extend(lines.iter().map(|(path, line)| Problem {
            path: path.clone(),
            line: Some(line.number),
            kind: ProblemKind::Damaged { copy: copy.clone() },
        }));
    }
    problems
}

fn copy(log: &Path, path: &Path, lines: &[(PathBuf, BadLine)]) -> io::Result<PathBuf> {
    let folder = log.join(FOLDER);
    let copy = folder.join(name_of_copy(path));
    disk::require_within(log, path)?;
    disk::require_within(log, &copy)?;
    disk::create_folder(&folder)?;
    let _lock = append::lock(&folder)?;
    let before = match disk::read_up_to(LARGEST_COPY as u64, &copy) {
        Ok(before) => before,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let mut known: HashSet<&[u8]> = before.split(|byte| *byte == b'\n').collect();
    let mut new = Vec::new();
    for (_, line) in lines {
        if known.insert(&line.bytes) {
            new.extend_from_slice(&line.bytes);
            new.push(b'\n');
        }
    }
    if before.len() + new.len() > LARGEST_COPY {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    if !new.is_empty() {
        // A copy that a full disk cut off would run into the next.
        if !before.is_empty() && !before.ends_with(b"\n") {
            new.insert(0, b'\n');
        }
        let mut file = disk::open_to_append(&copy)?;
        file.write_all(&new)?;
        file.sync_data()?;
    }
    Ok(copy)
}

/// `DEVICE/2026.jsonl` becomes `DEVICE.2026.jsonl.damaged`.
fn name_of_copy(path: &Path) -> String {
    let name =
        |path: Option<&std::ffi::OsStr>| path.unwrap_or_default().to_string_lossy().into_owned();
    let device = name(path.parent().and_then(Path::file_name));
    format!("{device}.{}{COPY}", name(path.file_name()))
}
