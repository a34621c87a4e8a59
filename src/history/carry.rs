//! Puts lines of a record where another copy of it may lie: compares what was written, and writes over nothing.

use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::{append, files};
use crate::disk;
use crate::text::hex;

/// The largest file of lines that is copied, and that is read.
const LARGEST: u64 = 1 << 30;

/// Copies each file of lines that is not there yet, whole, and counts all.
pub(super) fn carry(from: &Path, to: &Path) -> Result<usize, (PathBuf, io::Error)> {
    let paths = files::paths(from)?;
    for path in &paths {
        let at = |error| (path.clone(), error);
        disk::require_within(from, path).map_err(at)?;
        let name = path.strip_prefix(from).unwrap_or(path);
        let content = content_of(from, path).map_err(at)?;
        let target = to.join(name);
        put_lines(&content, &target, "moved").map_err(|error| (target, error))?;
    }
    Ok(paths.len())
}

/// What a file has, with no line in part that is just being written.
fn content_of(log: &Path, path: &Path) -> io::Result<Vec<u8>> {
    let folder = disk::folder_of(path);
    let is_of_a_device = folder != log;
    let _lock = match is_of_a_device.then(|| append::lock(folder)).transpose() {
        // Where no lock can be had, nothing is just being written.
        Err(error) if is_of_what_can_only_be_read(&error) => None,
        lock => lock?,
    };
    disk::read_up_to(LARGEST, path)
}

fn is_of_what_can_only_be_read(error: &io::Error) -> bool {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem)
}

/// Puts lines where they belong. Where other lines are, these lie beside them in a file with this mark in its name:
/// both are read. Gives whether they were not there yet.
///
/// # Errors
/// The disk does not take them, or has something else there afterwards.
pub fn put_lines(content: &[u8], target: &Path, mark: &str) -> io::Result<bool> {
    /// In bytes, so that with its mark it is none that is too long.
    const LONGEST: usize = 200;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let name = name.split(".jsonl").next().unwrap_or_default();
    let name = &name[..name.floor_char_boundary(LONGEST)];
    let hash = hex(&Sha256::digest(content)[..8]);
    let beside = target.with_file_name(format!("{name}.{mark}-{hash}.jsonl"));
    for target in [target, &beside] {
        if has(target, content)? {
            return Ok(false);
        }
        disk::create_folder(disk::folder_of(target))?;
        match disk::create(target, content) {
            Ok(()) if has(target, content)? => return Ok(true),
            Ok(()) => break,
            // Another copy of the program may have put the same there meanwhile.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if has(target, content)? {
                    return Ok(false);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(disk::not_as_written())
}

/// Whether a file begins with these lines, and may have more.
fn has(path: &Path, lines: &[u8]) -> io::Result<bool> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        opened => opened?,
    };
    if file.metadata()?.len() < lines.len() as u64 {
        return Ok(false);
    }
    let mut part = vec![0; 1 << 16];
    for lines in lines.chunks(part.len()) {
        let part = &mut part[..lines.len()];
        file.read_exact(part)?;
        if part != lines {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Takes along what was written into the old folder since. Where nothing was, little of each file is looked at.
/// Gives whether all of it is there; what is not is tried again the next time.
pub(super) fn take_along(from: &Path, to: &Path) -> bool {
    let Ok(paths) = files::paths(from) else {
        return false;
    };
    let mut is_there = true;
    for path in paths {
        let Ok(name) = path.strip_prefix(from) else {
            continue;
        };
        if disk::require_within(from, &path).is_err() || ends_alike(&path, &to.join(name)) {
            continue;
        }
        let taken = content_of(from, &path)
            .and_then(|content| put_lines(&content, &to.join(name), "moved"));
        is_there &= taken.is_ok();
    }
    is_there
}

/// Whether where a file ends the other, which only grows, has the same.
fn ends_alike(old: &Path, new: &Path) -> bool {
    const LOOKED_AT: u64 = 1 << 12;
    let end_of = |path: &Path, end: Option<u64>| -> io::Result<(u64, Vec<u8>)> {
        let mut file = File::open(path)?;
        let end = end.map_or_else(|| Ok(file.metadata()?.len()), io::Result::Ok)?;
        file.seek(SeekFrom::Start(end.saturating_sub(LOOKED_AT)))?;
        let mut last = Vec::new();
        file.take(end.min(LOOKED_AT)).read_to_end(&mut last)?;
        Ok((end, last))
    };
    end_of(old, None)
        .is_ok_and(|(end, last)| end_of(new, Some(end)).is_ok_and(|(_, there)| there == last))
}
