//! A routine by the name that a person gives: a file's path or a routine's id.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Library, Origin, ReadFileError, SHIPPED, bytes, is_routine_file, read_file};
use crate::clock;
use crate::routine::{Reading, Routine, written_id};
use crate::text::{composed, nearest, shown};

/// The endings of photographs in which the code of a handout is looked for.
const PHOTO_ENDINGS: [&str; 3] = ["png", "jpg", "jpeg"];

/// Why there is no routine of that name.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// The file can't be read.
    #[error(transparent)]
    File(ReadFileError),
    /// The file has mistakes.
    #[error("{} has mistakes", path.display())]
    Mistakes {
        path: PathBuf,
        reading: Box<Reading>,
    },
    /// No routine has this id; `near` is the id most like it.
    #[error("no routine has the id {id}")]
    UnknownId { id: String, near: Option<String> },
}

/// A routine, and where it comes from.
#[derive(Debug, Clone)]
pub struct Found {
    pub routine: Arc<Routine>,
    pub origin: Origin,
}

impl Found {
    /// What its file says, byte for byte.
    ///
    /// # Errors
    /// The file can't be read any more.
    pub fn bytes(&self) -> Result<Vec<u8>, ReadFileError> {
        match &self.origin {
            Origin::Own(path) => bytes(path),
            Origin::Shipped => {
                let mut shipped = SHIPPED.iter();
                let shipped = shipped.find(|shipped| shipped.name == self.routine.id);
                let text = shipped.map_or("", |shipped| shipped.text(&self.routine.language));
                Ok(text.as_bytes().to_vec())
            }
        }
    }
}

/// Whether a name means a file: it ends like one of a routine or a photograph, or exists and is no folder.
pub fn is_file(name: &OsStr) -> bool {
    let path = Path::new(name);
    let is_photo = path.extension().is_some_and(|ending| {
        let mut photos = PHOTO_ENDINGS.iter();
        photos.any(|photo| ending.eq_ignore_ascii_case(photo))
    });
    is_photo || is_routine_file(path) || path.exists() && !path.is_dir()
}

/// Finds a routine by a file's path or by an id: what is no file is an id in the library.
///
/// A file of the person's own that writes the id, or has it for its name, comes before a shipped
/// routine of this id, also where it has mistakes or is one too many: the shipped one would be another
/// prescription. Where files can't be read, there may be such a file among them:
/// [`Library::unseen`] says why.
///
/// # Errors
/// The file can't be read or has mistakes, or no routine has this id.
pub fn find(name: &OsStr, library: &Library) -> Result<Found, FindError> {
    let path = Path::new(name);
    if is_file(name) {
        return find_file(path);
    }
    let id = name.to_string_lossy();
    let id = composed(&id);
    let found = library.find(&id);
    let is_own = found
        .as_ref()
        .is_some_and(|found| found.origin != Origin::Shipped);
    if !is_own && let Some(file) = unlisted(&id, library) {
        return find_file(&file);
    }
    found.ok_or_else(|| {
        if path.is_dir() {
            return FindError::File(ReadFileError::Folder(path.to_owned()));
        }
        let entries = library.entries();
        let routines = entries.iter().filter_map(|entry| entry.routine.as_ref());
        let ids: Vec<&str> = routines.map(|routine| routine.id.as_str()).collect();
        FindError::UnknownId {
            near: nearest(&id, &ids).map(str::to_owned),
            id: shown(&id),
        }
    })
}

/// The person's own file that writes this id, or has it for its name without the ending, if it can't
/// be used as it is, or was left out when the others were read.
fn unlisted(id: &str, library: &Library) -> Option<PathBuf> {
    let written = |path: &PathBuf| written_id(&bytes(path).ok()?);
    let entries = library.entries();
    let unusable = entries.iter().filter(|entry| !entry.is_current);
    let mut unusable = unusable.filter_map(|entry| match &entry.origin {
        Origin::Own(path) => Some(path),
        Origin::Shipped => None,
    });
    let unusable = unusable
        .find(|path| is_named(path, id) || written(path).is_some_and(|written| written == id));
    let left_out = library.left_out();
    let mut left_out = left_out.iter();
    let is_it = |path: &&PathBuf| match written(path) {
        Some(written) => written == id,
        None => is_named(path, id),
    };
    unusable.or_else(|| left_out.find(is_it)).cloned()
}

/// Whether a file's name without its ending is the id, in any of its spellings: some systems
/// keep names with their letters taken apart.
fn is_named(path: &Path, id: &str) -> bool {
    let stem = path.file_stem().and_then(OsStr::to_str);
    stem.is_some_and(|stem| composed(stem) == id)
}

fn find_file(path: &Path) -> Result<Found, FindError> {
    let mut reading = read_file(path, clock::today()).map_err(FindError::File)?;
    match reading.routine.take() {
        Some(routine) => Ok(Found {
            routine: Arc::new(routine),
            origin: Origin::Own(path.to_owned()),
        }),
        None => Err(FindError::Mistakes {
            path: path.to_owned(),
            reading: Box::new(reading),
        }),
    }
}
