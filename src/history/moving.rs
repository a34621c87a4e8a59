//! Moves the record into another folder: copies it, compares what was copied, and leaves the old one as it is.
//!
//! What another running copy of the program still writes into the folder that Supple has by itself is
//! taken along later, each time that the record is read.

use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::fallback::Fallback;
use super::{append, files, running, site};
use crate::disk;
use crate::folders::Folders;
use crate::text::hex;
use crate::words::Message;

/// The largest file of lines that is copied, and that is read.
const LARGEST: u64 = 1 << 30;

/// What came of a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where the record was, and still is as it was then.
    pub from: PathBuf,
    pub to: PathBuf,
    /// The same for the settings: `None` of the folder that Supple has by itself.
    pub chosen: Option<PathBuf>,
    /// How many files were copied, or were there already.
    pub files: usize,
}

impl Moved {
    /// What was done, and where the old record is.
    pub fn message(&self) -> Message {
        Message::new("record-moved")
            .with("files", self.files)
            .with("from", self.from.as_path())
            .with("to", self.to.as_path())
    }
}

/// Copies a person's record into another folder, which may have a record already: then it has both. The caller
/// keeps in the settings what was chosen, and writes into the new one from here on.
///
/// # Errors
/// What is in the way, for the person. The record stays where it is; what was copied lies in the new folder
/// too, which does no harm.
pub fn move_record(folders: &Folders, to: &Path) -> Result<Moved, Message> {
    Fallback::of(folders).take_in();
    let from = &folders.log();
    if to.to_str().is_none() {
        // The settings are a text.
        return Err(failed(to, &io::ErrorKind::InvalidInput.into()));
    }
    let place = site::resolved(to);
    let (old, new) = (site::resolved(from), &place);
    if old == *new {
        return Err(Message::new("record-move-same").with("folder", to));
    }
    if new.starts_with(&old) || old.starts_with(new) {
        return Err(Message::new("record-move-within").with("folder", to));
    }
    if running::any_running(from) {
        return Err(Message::new("record-move-under-way"));
    }
    disk::create_folder(to).map_err(|error| failed(to, &error))?;
    let count = carry(from, to).map_err(|(path, error)| failed(&path, &error))?;
    let is_usual = *new == site::resolved(&folders.usual_log());
    Ok(Moved {
        from: from.clone(),
        to: to.to_owned(),
        chosen: (!is_usual).then(|| to.to_owned()),
        files: count,
    })
}

fn failed(path: &Path, error: &io::Error) -> Message {
    Message::new("record-move-failed")
        .with("path", path)
        .with("reason", disk::reason_at(path, error))
}

/// Copies each file of lines that is not there yet, whole, and counts all.
fn carry(from: &Path, to: &Path) -> Result<usize, (PathBuf, io::Error)> {
    let paths = files::paths(from).map_err(|error| (from.to_owned(), error))?;
    for path in &paths {
        let at = |error| (path.clone(), error);
        disk::require_within(from, path).map_err(at)?;
        let name = path.strip_prefix(from).unwrap_or(path);
        let content = content_of(from, path).map_err(at)?;
        let target = to.join(name);
        put(&content, &target).map_err(|error| (target, error))?;
    }
    Ok(paths.len())
}

/// What a file has, with no line in part that is just being written.
fn content_of(log: &Path, path: &Path) -> io::Result<Vec<u8>> {
    let folder = disk::folder_of(path);
    let is_of_a_device = folder != log;
    let _lock = is_of_a_device.then(|| append::lock(folder)).transpose()?;
    disk::read_up_to(LARGEST, path)
}

/// Puts lines where they belong. Where other lines are, these lie beside them: both are read.
fn put(content: &[u8], target: &Path) -> io::Result<()> {
    if has(target, content)? {
        return Ok(());
    }
    let target = if target.exists() {
        let stem = target.file_stem().unwrap_or_default().to_string_lossy();
        let hash = hex(&Sha256::digest(content)[..4]);
        &target.with_file_name(format!("{stem}.moved-{hash}.jsonl"))
    } else {
        target
    };
    if has(target, content)? {
        return Ok(());
    }
    disk::create_folder(disk::folder_of(target))?;
    disk::create(target, content)?;
    if has(target, content)? {
        return Ok(());
    }
    Err(io::Error::other("what was written is not what is there"))
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
pub(super) fn take_along(from: &Path, to: &Path) {
    for path in files::paths(from).unwrap_or_default() {
        let Ok(name) = path.strip_prefix(from) else {
            continue;
        };
        if disk::require_within(from, &path).is_err() || ends_alike(&path, &to.join(name)) {
            continue;
        }
        // Tried again the next time.
        let _ = content_of(from, &path).and_then(|content| put(&content, &to.join(name)));
    }
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
