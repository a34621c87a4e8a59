//! Reading one routine file, and finding those of a folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::civil::Date;

use super::conflict;
use super::picture::{self, Look, Pictures};
use crate::disk;
use crate::routine::{ImageFault, LARGEST_FILE, Reading, Surroundings, read};
use crate::words::Message;

/// Why a file could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadFileError {
    /// There is no such file.
    #[error("there is no file {}", .0.display())]
    Absent(PathBuf),
    /// A folder is there.
    #[error("{} is a folder", .0.display())]
    Folder(PathBuf),
    /// A pipe or a device is there: its end might never come.
    #[error("{} is a pipe or a device", .0.display())]
    Pipe(PathBuf),
    /// A folder has no routine file in it.
    #[error("there is no routine file in {}", .0.display())]
    Empty(PathBuf),
    /// A folder has more in it than is looked through.
    #[error("there is too much in {}", .0.display())]
    TooMuch(PathBuf),
    /// The system won't let it be read.
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Unreadable(PathBuf, io::Error),
}

impl ReadFileError {
    /// The file or the folder that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Absent(path)
            | Self::Folder(path)
            | Self::Pipe(path)
            | Self::Empty(path)
            | Self::TooMuch(path)
            | Self::Unreadable(path, _) => path,
        }
    }

    pub(super) fn of(path: &Path, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Absent(path.to_owned()),
            _ => Self::Unreadable(path.to_owned(), error),
        }
    }

    /// What is wrong, for the person.
    pub fn message(&self) -> Message {
        match self {
            Self::Absent(path) => Message::new("error-file-absent").with("path", path.as_path()),
            Self::Folder(path) => Message::new("error-file-folder").with("path", path.as_path()),
            Self::Pipe(path) => Message::new("error-file-pipe").with("path", path.as_path()),
            Self::Empty(path) => Message::new("error-folder-empty").with("path", path.as_path()),
            Self::TooMuch(path) => Message::new("error-folder-too-much")
                .with("path", path.as_path())
                .with("limit", MOST_BELOW),
            Self::Unreadable(path, error) => Message::new("error-file-unreadable")
                .with("path", path.as_path())
                .with("reason", disk::reason(error)),
        }
    }

    /// Whether the system is at fault rather than the name that was given.
    pub fn is_environment(&self) -> bool {
        matches!(self, Self::Unreadable(..))
    }
}

/// Reads a routine file to use it. Of its pictures the beginnings alone are read: one that is
/// damaged further on is a mistake to [`check_file`] alone.
///
/// # Errors
/// The file can't be read at all; what is wrong with it otherwise is in the reading.
pub fn read_file(path: &Path, today: Date) -> Result<Reading, ReadFileError> {
    Ok(read_bytes(&bytes(path)?, path, today))
}

/// Reads a routine file to find all its mistakes. Each of its pictures is decoded, which takes
/// long enough to be kept off a thread that draws.
///
/// # Errors
/// The file can't be read at all; what is wrong with it otherwise is in the reading.
pub fn check_file(path: &Path, today: Date) -> Result<Reading, ReadFileError> {
    Ok(check_bytes(&bytes(path)?, path, today))
}

/// The text of a routine file that was read before.
///
/// # Errors
/// The file can't be read at all.
pub fn text(path: &Path) -> Result<String, ReadFileError> {
    Ok(String::from_utf8_lossy(&bytes(path)?).into_owned())
}

/// [`read_file`] for the bytes of a file that lies at `path`.
pub(crate) fn read_bytes(bytes: &[u8], path: &Path, today: Date) -> Reading {
    read_looking(picture::measure, bytes, path, today)
}

/// [`check_file`] for the bytes of a file that lies at `path`.
pub(super) fn check_bytes(bytes: &[u8], path: &Path, today: Date) -> Reading {
    read_looking(picture::examine, bytes, path, today)
}

/// Which pictures beside a file can be shown, in the order of their names in it.
pub(crate) fn pictures(path: &Path, names: &[String]) -> Vec<(String, Result<(), ImageFault>)> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let pictures = Pictures::beside(folder, picture::measure);
    let checked = |name: &String| (name.clone(), pictures.check(name));
    names.iter().map(checked).collect()
}

fn read_looking(look: Look, bytes: &[u8], path: &Path, today: Date) -> Reading {
    let folder = path.parent().unwrap_or(Path::new(""));
    let pictures = Pictures::beside(folder, look);
    let stem = stem(path);
    let surroundings = Surroundings {
        stem: &stem,
        today,
        image: &|image| pictures.check(image),
    };
    read(bytes, &surroundings)
}

/// The file's bytes. Of a file over the limit one byte more than the limit.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, ReadFileError> {
    bytes_up_to(LARGEST_FILE as u64 + 1, path)
}

/// So many of the file's bytes, or all if there are fewer.
pub(crate) fn bytes_up_to(most: u64, path: &Path) -> Result<Vec<u8>, ReadFileError> {
    let unreadable = |error| ReadFileError::of(path, error);
    // Asked before it is opened: to open a pipe would wait for its other end.
    let about = fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(ReadFileError::Folder(path.to_owned()));
    }
    if !about.is_file() {
        return Err(ReadFileError::Pipe(path.to_owned()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(bytes)
}

/// Whether a file's name has the ending of a routine file.
pub fn is_routine_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("toml") || ending.eq_ignore_ascii_case("supple")
    })
}

/// What a folder holds of routines.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// In order of their names.
    pub(super) routines: Vec<PathBuf>,
    pub(super) copies: Vec<Copy>,
    /// The version that each of them took the place of last, where that is kept.
    pub(super) earlier: BTreeMap<PathBuf, PathBuf>,
}

/// A copy that a sync program made of a routine file that was changed in two places.
#[derive(Debug)]
pub(super) struct Copy {
    pub(super) path: PathBuf,
    pub(super) of: PathBuf,
}

/// What stands behind the name of a version that gave way to another, before its number.
pub(super) const EARLIER: &str = "previous";

/// Of which file this is an earlier version, and its number.
pub(crate) fn earlier_of(path: &Path) -> Option<(PathBuf, u32)> {
    let mark = path.extension()?.to_str()?;
    let number = mark.strip_prefix(EARLIER)?.strip_prefix('-')?;
    Some((path.with_extension(""), number.parse().ok()?))
}

/// The name that a routine without an id of its own has its id from: that of the file, or of the one that an earlier
/// version gave way to.
fn stem(path: &Path) -> Cow<'_, str> {
    match earlier_of(path) {
        Some((of, _)) => {
            let stem = of.file_stem().unwrap_or_default();
            stem.to_string_lossy().into_owned().into()
        }
        None => path.file_stem().unwrap_or_default().to_string_lossy(),
    }
}

/// For each file that gave way to another version the one that did last.
fn paths_of_earlier(paths: &[PathBuf]) -> BTreeMap<PathBuf, PathBuf> {
    let mut last: BTreeMap<PathBuf, (u32, PathBuf)> = BTreeMap::new();
    for path in paths {
        if let Some((of, number)) = earlier_of(path) {
            let known = last.entry(of).or_insert((number, path.clone()));
            if known.0 < number {
                *known = (number, path.clone());
            }
        }
    }
    let last = last.into_iter();
    last.map(|(of, (_, path))| (of, path)).collect()
}

/// The routine files of a folder; none if there is no such folder. One on a drive that is not plugged
/// in can't be read. Hidden files are left out: editors keep their half-finished copies in them.
/// Copies of a conflict are no more routines, unless what they are copies of is gone.
pub(super) fn routine_files(folder: &Path) -> io::Result<Files> {
    let is_candidate = |path: &PathBuf| {
        // A pipe or a device would never come to an end; a link that leads nowhere is reported later.
        let is_file = fs::metadata(path).map_or(true, |metadata| metadata.is_file());
        is_file && !is_hidden(path)
    };
    let mut paths = disk::entries(folder)?;
    paths.retain(is_candidate);
    paths.sort();
    let all = paths.clone();
    let copies: Vec<_> = paths.iter().filter_map(|path| copy(path, &paths)).collect();
    paths.retain(|path| is_routine_file(path) && !copies.iter().any(|copy| copy.path == *path));
    let earlier = paths_of_earlier(&all);
    Ok(Files {
        routines: paths,
        copies,
        earlier,
    })
}

/// The most files and folders that are looked through for routine files.
const MOST_BELOW: usize = 100_000;

/// The routine files of a folder and of all folders in it, but for hidden ones. No link to a folder is
/// followed, and none to a file outside. What can't be looked into is an error in its place.
pub fn routine_files_below(folder: &Path) -> Vec<Result<PathBuf, ReadFileError>> {
    let root = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let leads_out = |path: &PathBuf| {
        path.is_symlink() && fs::canonicalize(path).is_ok_and(|target| !target.starts_with(&root))
    };
    let mut found = Vec::new();
    let mut seen = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let listed = routine_files(&folder).and_then(|files| Ok((files, disk::entries(&folder)?)));
        let (files, mut entries) = match listed {
            Ok(listed) => listed,
            Err(error) => {
                found.push(Err(ReadFileError::of(&folder, error)));
                continue;
            }
        };
        seen += entries.len();
        if seen > MOST_BELOW {
            found.push(Err(ReadFileError::TooMuch(folder)));
            break;
        }
        let inside = files.routines.into_iter().filter(|path| !leads_out(path));
        found.extend(inside.map(Ok));
        // The last is the next to be looked into.
        entries.sort_by(|a, b| b.cmp(a));
        let is_folder = |path: &PathBuf| !is_hidden(path) && !path.is_symlink() && path.is_dir();
        folders.extend(entries.into_iter().filter(is_folder));
    }
    if found.is_empty() {
        found.push(Err(ReadFileError::Empty(folder.to_owned())));
    }
    found
}

/// A file as the copy of one of those beside it.
fn copy(path: &Path, beside: &[PathBuf]) -> Option<Copy> {
    let of = path.with_file_name(conflict::original(path.file_name()?.to_str()?)?);
    let is_there = is_routine_file(&of) && beside.binary_search(&of).is_ok();
    is_there.then(|| Copy {
        path: path.to_owned(),
        of,
    })
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Whether Windows has a device of this name, whatever the ending: no file there can have it.
pub(crate) fn is_reserved(name: &str) -> bool {
    let name = name.to_uppercase();
    let numbered = name
        .strip_prefix("COM")
        .or_else(|| name.strip_prefix("LPT"));
    let is_number = |rest: &str| rest.chars().count() == 1 && rest.chars().all(char::is_numeric);
    matches!(name.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered.is_some_and(is_number)
}

/// What can be seen of a file or folder without opening it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Item {
    path: PathBuf,
    /// Its length and when it was written; `None` if it is not there.
    state: Option<(u64, Option<SystemTime>)>,
}

impl Item {
    /// As it is now.
    pub(crate) fn at(path: PathBuf) -> Self {
        let metadata = fs::metadata(&path).ok();
        let state = metadata.map(|metadata| (metadata.len(), metadata.modified().ok()));
        Self { path, state }
    }
}

/// What lies in a folder, by name; `None` if it is not known.
pub(super) fn items(folder: &Path) -> Option<Vec<Item>> {
    let listing = fs::read_dir(folder).ok()?;
    let items = listing.flatten().map(|entry| Item::at(entry.path()));
    let mut items: Vec<_> = items.collect();
    items.sort_unstable();
    Some(items)
}
