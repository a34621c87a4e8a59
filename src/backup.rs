//! All that is the person's in one file: their routines, their record and their settings.
//!
//! ```text
//! backup.json             {"format":1}
//! log/DEVICE/2026.jsonl   the lines of the record, as they are
//! routines/back.toml      the person's own routines with their pictures
//! settings.toml
//! ```
//!
//! The file is a zip archive that any program opens. What is of this machine alone stays here: its own id, unsaved work
//! of the editor, copies of damaged lines, whose originals are in the record.

mod restore;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use self::restore::{NotRestored, Restored, restore};
use crate::disk;
use crate::folders::Folders;
use crate::history::{self, ProblemKind};
use crate::library;
use crate::settings::SettingsFile;
use crate::share::archive;
use crate::words::Message;

/// The version of what a backup has in it. One of a later version is not restored.
const FORMAT: u32 = 1;

/// The most bytes of one file, of all of them together, and of the backup. The record of ten years has a fifth of one.
const LARGEST_FILE: u64 = 128 << 20;
const MOST_BYTES: u64 = 1 << 30;
const LARGEST: u64 = 512 << 20;

/// The most files.
const MOST_FILES: usize = 20_000;

const ABOUT: &str = "backup.json";
const SETTINGS: &str = "settings.toml";
const LOG: &str = "log/";
const ROUTINES: &str = "routines/";

/// What is put together for a backup.
#[derive(Debug)]
pub struct Packed {
    /// The content of the file.
    pub bytes: Vec<u8>,
    /// How many of the person's files are in it.
    pub files: usize,
    /// Those that are not: their names are none on every system, or are that of another file on some, which is given.
    pub left_out: Vec<(PathBuf, Option<PathBuf>)>,
}

impl Packed {
    /// What the person should know of it.
    pub fn notes(&self) -> Vec<Message> {
        let note = |(path, other): &(PathBuf, Option<PathBuf>)| match other {
            Some(other) => Message::new("backup-left-out-alike")
                .with("path", path.as_path())
                .with("other", other.as_path()),
            None => Message::new("backup-left-out").with("path", path.as_path()),
        };
        self.left_out.iter().map(note).collect()
    }
}

/// Why no backup was made.
#[derive(Debug)]
pub enum NotPacked {
    /// A file or folder can't be read, or is larger than any of these that is.
    Unread(PathBuf, Message),
    /// All of it is more than one backup has.
    TooMuch,
    /// The system has no room to put it together.
    Other(io::Error),
}

impl NotPacked {
    /// Why, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Unread(path, reason) => Message::new("backup-unread")
                .with("path", path.as_path())
                .with("reason", reason.clone()),
            Self::TooMuch => Message::new("backup-too-much"),
            Self::Other(error) => {
                Message::new("backup-not-packed").with("reason", disk::reason(error))
            }
        }
    }
}

/// The same folders with the record where another copy of the program may have moved it since they were found.
fn as_they_lie(folders: &Folders) -> Folders {
    let by_settings = || {
        SettingsFile::load(folders.settings_file())
            .settings
            .record_folder
    };
    history::followed(folders, by_settings).unwrap_or_else(|| folders.clone())
}

/// Puts all together that is the person's. The same files make the same bytes.
///
/// # Errors
/// A backup that is short of something without a word is worse than none: whatever can't be read ends it.
pub fn pack(folders: &Folders) -> Result<Packed, NotPacked> {
    let folders = &as_they_lie(folders);
    // What was kept elsewhere, or came into the folder that the record was in, is in it too.
    let waiting = history::take_in(folders);
    let mut files = Vec::new();
    let log = folders.log();
    history::folder_to_write(folders)
        .map_err(|error| NotPacked::Unread(log.clone(), disk::reason(&error)))?;
    let lines = history::files(&log).map_err(|problem| match problem.kind {
        ProblemKind::Unreadable(reason) => NotPacked::Unread(problem.path, reason),
        _ => NotPacked::Unread(problem.path.clone(), problem.message()),
    })?;
    files.extend(lines.into_iter().map(|path| named(LOG, &log, path)));
    // What the record can't take, as where its disk can only be read, belongs beside it.
    files.extend(waiting.into_iter().map(|path| {
        let folder = disk::folder_of(&path).to_owned();
        named(LOG, &folder, path)
    }));
    let routines = folders.routines();
    let mut of_routines = Vec::new();
    below(&routines, 0, &mut of_routines)?;
    files.extend(
        of_routines
            .into_iter()
            .map(|path| named(ROUTINES, &routines, path)),
    );
    files.retain(|(name, _)| name.starts_with(LOG) || is_of_routines(name));
    let settings = folders.settings_file();
    if settings.exists() {
        files.push((SETTINGS.to_owned(), settings));
    }
    files.sort_unstable();
    let refused = archive::refused_paths(files.iter().map(|(name, _)| name.as_str()));
    let path_of = |name: &str| {
        let (_, path) = files.iter().find(|(it, _)| it == name)?;
        Some(path.clone())
    };
    let left_out = refused
        .iter()
        .filter_map(|(name, other)| Some((path_of(name)?, other.and_then(path_of))));
    let left_out = left_out.collect();
    let files: Vec<_> = files
        .iter()
        .filter(|(name, _)| !refused.contains_key(name.as_str()))
        .collect();
    if files.len() > MOST_FILES {
        return Err(NotPacked::TooMuch);
    }
    let about = format!("{{\"format\":{FORMAT}}}\n").into_bytes();
    let mut left = MOST_BYTES;
    let mut fault = None;
    let mut read = |path: &Path| {
        let content = disk::read_up_to(LARGEST_FILE, path).map_err(|error| {
            fault = Some(NotPacked::Unread(
                path.to_owned(),
                disk::reason_at(path, &error),
            ));
            io::Error::from(io::ErrorKind::Other)
        })?;
        left = left.checked_sub(content.len() as u64).ok_or_else(|| {
            fault = Some(NotPacked::TooMuch);
            io::Error::from(io::ErrorKind::Other)
        })?;
        Ok::<_, io::Error>(content)
    };
    let contents = files
        .iter()
        .map(|(name, path)| Ok((name.as_str(), read(path)?)));
    let bytes = archive::write_each([Ok((ABOUT, about))].into_iter().chain(contents));
    let bytes = bytes.map_err(|error| fault.unwrap_or(NotPacked::Other(error)))?;
    if bytes.len() as u64 > LARGEST {
        return Err(NotPacked::TooMuch);
    }
    Ok(Packed {
        bytes,
        files: files.len(),
        left_out,
    })
}

/// Whether a file of this name is a routine, an earlier or another version of one, or a picture.
fn is_of_routines(name: &str) -> bool {
    let path = Path::new(name);
    let of = library::earlier_of(path).map(|(of, _)| of);
    let of = of.or_else(|| disk::left_beside(path));
    match of.as_deref().and_then(Path::to_str) {
        Some(of) => archive::is_of_routines(of),
        None => archive::is_of_routines(name),
    }
}

/// The name in the backup of a file that lies below a folder.
fn named(beginning: &str, folder: &Path, path: PathBuf) -> (String, PathBuf) {
    let below = path.strip_prefix(folder).unwrap_or(&path).components();
    let parts: Vec<_> = below
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    (format!("{beginning}{}", parts.join("/")), path)
}

/// The files in a folder and those below it. What is hidden is a program's own, and folders behind links may lead
/// anywhere.
fn below(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), NotPacked> {
    /// As deep as no person's folder is.
    const DEEPEST: usize = 64;
    let unread = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| {
            let reason = disk::reason_at(&path, &error);
            NotPacked::Unread(path, reason)
        }
    };
    for path in disk::entries(folder).map_err(unread(folder))? {
        let name = path.file_name().unwrap_or_default();
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let about = fs::symlink_metadata(&path).map_err(unread(&path))?;
        if is_of_routines(&named(ROUTINES, folder, path.clone()).0)
            && let Some(error) = disk::link_nowhere(&path)
        {
            return Err(unread(&path)(error));
        }
        if about.is_dir() {
            if depth == DEEPEST {
                return Err(NotPacked::TooMuch);
            }
            below(&path, depth + 1, files)?;
        } else if path.is_file() {
            files.push(path);
        }
        if files.len() > MOST_FILES {
            return Err(NotPacked::TooMuch);
        }
    }
    Ok(())
}
