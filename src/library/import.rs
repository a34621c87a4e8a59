//! Copies a routine file from elsewhere into the person's own folder. Nothing there is lost.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Library, Origin, ReadFileError, file};
use crate::clock;
use crate::disk;
use crate::routine::{Reading, Routine};
use crate::words::Message;

/// What an import did.
#[derive(Debug)]
pub struct Imported {
    pub reading: Reading,
    /// Where the file is kept.
    pub path: PathBuf,
    pub change: Change,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    New,
    /// The same file was there.
    None,
    /// An earlier version was there; it is kept under this name.
    Replaced {
        previous: PathBuf,
    },
}

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error(transparent)]
    Read(ReadFileError),
    #[error("the file has mistakes")]
    Mistakes(Box<Reading>),
    /// A different picture of another routine has the same name.
    #[error("the picture {picture} is another one in the routine {other}")]
    PictureTaken { picture: String, other: String },
    #[error("{path} can't be written: {error}", path = path.display())]
    Write { path: PathBuf, error: io::Error },
}

impl ImportError {
    pub fn message(&self) -> Message {
        match self {
            Self::Read(error) => error.message(),
            Self::Mistakes(_) => Message::new("error-import-mistakes"),
            Self::PictureTaken { picture, other } => Message::new("error-import-picture")
                .with("picture", picture.as_str())
                .with("other", other.as_str()),
            Self::Write { path, error } => Message::new("error-write")
                .with("path", path.as_path())
                .with("reason", disk::reason(error)),
        }
    }
}

/// Checks the file at `from` and copies it, with its pictures, into `folder`, which is made if it
/// isn't there.
///
/// A version of the same routine gives way and is kept beside the new one, under a name that ends
/// in `.previous-1` or the next number that is free. So is a picture of it. Nothing is changed if
/// any picture can't be brought.
pub fn import(from: &Path, folder: &Path) -> Result<Imported, ImportError> {
    let bytes = file::bytes(from).map_err(ImportError::Read)?;
    let mut reading = file::read_bytes(&bytes, from, clock::today());
    let Some(routine) = reading.routine.take() else {
        return Err(ImportError::Mistakes(Box::new(reading)));
    };
    let library = Library::open(Some(folder.to_owned()));
    let path = place(&routine, from, folder, &library);
    let pictures = pictures(&routine, from, folder, &library)?;
    let write = |path: &Path, bytes: &[u8]| {
        put(path, bytes).map_err(|error| ImportError::Write {
            path: path.to_owned(),
            error,
        })
    };
    // The pictures first: a routine that is there has all it shows.
    for (path, bytes) in pictures {
        write(&path, &bytes)?;
    }
    let change = write(&path, &bytes)?;
    reading.routine = Some(routine);
    Ok(Imported {
        reading,
        path,
        change,
    })
}

/// Where the routine is kept: in the file that has its id, or else in a new one named after it.
fn place(routine: &Routine, from: &Path, folder: &Path, library: &Library) -> PathBuf {
    let entries = library.entries();
    let own = entries.iter().find_map(|entry| match &entry.origin {
        Origin::Own(path) if entry.routine.as_ref()?.id == routine.id => Some(path.clone()),
        _ => None,
    });
    own.unwrap_or_else(|| {
        let ending = from.extension().unwrap_or("toml".as_ref());
        let ending = if file::is_routine_file(from) {
            ending
        } else {
            "toml".as_ref()
        };
        let named = |name: &str| folder.join(name).with_added_extension(ending);
        let mut path = named(&routine.id);
        let mut number = 2;
        // A file of that name is another routine's, or a broken one's.
        while fs::symlink_metadata(&path).is_ok() {
            path = named(&format!("{}-{number}", routine.id));
            number += 1;
        }
        path
    })
}

/// The routine's pictures: where each is to be kept, and its bytes.
fn pictures(
    routine: &Routine,
    from: &Path,
    folder: &Path,
    library: &Library,
) -> Result<Vec<(PathBuf, Vec<u8>)>, ImportError> {
    let beside = from.parent().unwrap_or(Path::new(""));
    let mut pictures = Vec::new();
    for picture in routine
        .exercises
        .iter()
        .filter_map(|exercise| exercise.image.as_ref())
    {
        let source = beside.join(picture);
        let bytes = fs::read(&source)
            .map_err(|error| ImportError::Read(ReadFileError::of(&source, error)))?;
        let path = folder.join(picture);
        let is_same = fs::read(&path).is_ok_and(|there| there == bytes);
        if is_same {
            continue;
        }
        if let Some(other) = other_user(picture, routine, library) {
            let picture = picture.clone();
            return Err(ImportError::PictureTaken { picture, other });
        }
        pictures.push((path, bytes));
    }
    Ok(pictures)
}

/// The title of another of the person's own routines that shows `picture`.
fn other_user(picture: &str, routine: &Routine, library: &Library) -> Option<String> {
    let entries = library.entries();
    let own = entries
        .iter()
        .filter(|entry| entry.origin != Origin::Shipped)
        .filter_map(|entry| entry.routine.as_ref())
        .find(|other| {
            let mut exercises = other.exercises.iter();
            let shows = exercises.any(|exercise| exercise.image.as_deref() == Some(picture));
            other.id != routine.id && shows
        });
    own.map(|other| other.title.clone())
}

/// Writes a file; other content that is there is kept under another name.
fn put(path: &Path, bytes: &[u8]) -> io::Result<Change> {
    let there = match fs::read(path) {
        Ok(there) if there == bytes => return Ok(Change::None),
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            disk::create_folder(path.parent().unwrap_or(Path::new("")))?;
            disk::create(path, bytes)?;
            return Ok(Change::New);
        }
        Err(error) => return Err(error),
    };
    let previous = keep(path, &there)?;
    disk::replace(path, bytes)?;
    Ok(Change::Replaced { previous })
}

/// Copies what is at `path` to the first free name `PATH.previous-N`.
fn keep(path: &Path, content: &[u8]) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let mut previous = OsString::from(path);
        previous.push(format!(".previous-{number}"));
        let previous = PathBuf::from(previous);
        match disk::create(&previous, content) {
            Ok(()) => return Ok(previous),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}
