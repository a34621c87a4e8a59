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

impl Imported {
    /// What became of the file, for the person.
    pub fn message(&self) -> Message {
        let message = match &self.change {
            Change::New => Message::new("import-new"),
            Change::Beside { other } => {
                Message::new("import-beside").with("other", other.as_path())
            }
            Change::None => Message::new("import-same"),
            Change::Replaced { previous } => {
                Message::new("import-replaced").with("previous", previous.as_path())
            }
        };
        let title = self.reading.routine.as_ref();
        let title = title.map(|routine| routine.title.as_str());
        message
            .with("title", title.unwrap_or_default())
            .with("path", self.path.as_path())
    }
}

/// What an import changed in the person's own folder.
#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    /// No file of that routine was there.
    New,
    /// It is kept beside this file, another routine's, which has the name that it would have had.
    Beside { other: PathBuf },
    /// The same file was there.
    None,
    /// An earlier version was there; it is kept under this name.
    Replaced { previous: PathBuf },
}

/// Why a file was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file or one of its pictures can't be read.
    #[error(transparent)]
    Read(ReadFileError),
    /// The file can't be used before they are mended.
    #[error("the file has mistakes")]
    Mistakes(Box<Reading>),
    /// A different picture of another routine has the same name.
    #[error("the picture {picture} is another one in the routine {other}")]
    PictureTaken { picture: String, other: String },
    /// The system won't let the routine or a picture be written.
    #[error("{path} can't be written: {error}", path = path.display())]
    Write { path: PathBuf, error: io::Error },
}

impl ImportError {
    /// What is wrong, for the person.
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
/// in `.previous-1` or the next number that is free. So is a picture of it. Two files are the same
/// routine if both write the same id: an id from a file's name says nothing, since many a file is
/// called `back.toml`. All is written under temporary names before any of it takes its place, so
/// that a picture that can't be brought leaves every file as it was.
///
/// # Errors
/// The file or a picture can't be read, has mistakes, would take the place of another routine's, or
/// can't be written.
pub fn import(from: &Path, folder: &Path) -> Result<Imported, ImportError> {
    let bytes = file::bytes(from).map_err(ImportError::Read)?;
    let mut reading = file::check_bytes(&bytes, from, clock::today());
    let Some(routine) = reading.routine.take() else {
        return Err(ImportError::Mistakes(Box::new(reading)));
    };
    let library = Library::with_shipped(Some(folder.to_owned()), Vec::new());
    let path = place(&routine, &bytes, from, folder, &library);
    let pictures = pictures(&routine, from, &path, &library)?;
    let unwritten = |path: &Path, error| ImportError::Write {
        path: path.to_owned(),
        error,
    };
    let prepare =
        |path: &Path, bytes| Prepared::of(path, bytes).map_err(|error| unwritten(path, error));
    let mut pictures_prepared = Vec::new();
    for (path, bytes) in &pictures {
        pictures_prepared.push((path, prepare(path, bytes)?));
    }
    let file = prepare(&path, &bytes)?;
    // The pictures first: a routine that is there has all it shows.
    for (path, picture) in pictures_prepared {
        picture.put(path).map_err(|error| unwritten(path, error))?;
    }
    let mut change = file.put(&path).map_err(|error| unwritten(&path, error))?;
    let usual = named(&routine, from, folder, None);
    if change == Change::New && path != usual {
        change = Change::Beside { other: usual };
    }
    reading.routine = Some(routine);
    Ok(Imported {
        reading,
        path,
        change,
    })
}

/// Where the routine is kept: in the file that writes its id, if it writes one itself; or else in
/// one named after it, of which no other routine, and no broken file, has taken the name.
fn place(
    routine: &Routine,
    bytes: &[u8],
    from: &Path,
    folder: &Path,
    library: &Library,
) -> PathBuf {
    let entries = library.entries();
    let own = entries.iter().find_map(|entry| match &entry.origin {
        Origin::Own(path) => {
            let other = entry.routine.as_ref()?;
            let is_same = other.id_is_written && other.id == routine.id;
            is_same.then(|| path.clone())
        }
        Origin::Shipped => None,
    });
    own.filter(|_| routine.id_is_written).unwrap_or_else(|| {
        let mut path = named(routine, from, folder, None);
        let mut number = 2;
        while fs::symlink_metadata(&path).is_ok()
            && disk::read(&path).ok().as_deref() != Some(bytes)
        {
            path = named(routine, from, folder, Some(number));
            number += 1;
        }
        path
    })
}

/// The name of a file for the routine, with a number if the name without one is taken.
fn named(routine: &Routine, from: &Path, folder: &Path, number: Option<u32>) -> PathBuf {
    let ending = from.extension().filter(|_| file::is_routine_file(from));
    let name = match number {
        None => routine.id.clone(),
        Some(number) => format!("{}-{number}", routine.id),
    };
    folder
        .join(name)
        .with_added_extension(ending.unwrap_or("toml".as_ref()))
}

/// The routine's pictures: where each is to be kept, and its bytes. The routine is kept at `to`.
fn pictures(
    routine: &Routine,
    from: &Path,
    to: &Path,
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
        let bytes = disk::read(&source)
            .map_err(|error| ImportError::Read(ReadFileError::of(&source, error)))?;
        let path = to.with_file_name(picture);
        let is_same = disk::read(&path).is_ok_and(|there| there == bytes);
        let is_taken_along = pictures.iter().any(|(other, _)| *other == path);
        if is_same || is_taken_along {
            continue;
        }
        if let Some(other) = other_user(picture, to, library) {
            let picture = picture.clone();
            return Err(ImportError::PictureTaken { picture, other });
        }
        pictures.push((path, bytes));
    }
    Ok(pictures)
}

/// The title of another of the person's own routines than the one at `path` that shows `picture`.
fn other_user(picture: &str, path: &Path, library: &Library) -> Option<String> {
    let entries = library.entries();
    let own = entries
        .iter()
        .filter(|entry| matches!(&entry.origin, Origin::Own(other) if other != path))
        .filter_map(|entry| entry.routine.as_ref())
        .find(|other| {
            let mut exercises = other.exercises.iter();
            exercises.any(|exercise| exercise.image.as_deref() == Some(picture))
        });
    own.map(|other| other.title.clone())
}

/// A file that is to be written.
enum Prepared<'a> {
    /// The same is there.
    Same,
    New(disk::Draft<'a>),
    /// Other content is there.
    Other {
        there: Vec<u8>,
        draft: disk::Draft<'a>,
    },
}

impl<'a> Prepared<'a> {
    fn of(path: &Path, bytes: &'a [u8]) -> io::Result<Self> {
        match disk::read(path) {
            Ok(there) if there == bytes => Ok(Self::Same),
            Ok(there) => {
                let draft = disk::Draft::of(path, bytes)?;
                Ok(Self::Other { there, draft })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                disk::create_folder(path.parent().unwrap_or(Path::new("")))?;
                disk::Draft::of(path, bytes).map(Self::New)
            }
            Err(error) => Err(error),
        }
    }

    /// Puts it into its place; what was there is kept under another name.
    fn put(self, path: &Path) -> io::Result<Change> {
        match self {
            Self::Same => Ok(Change::None),
            Self::New(draft) => {
                draft.put(None)?;
                Ok(Change::New)
            }
            Self::Other { there, draft } => {
                let previous = keep(path, &there)?;
                draft.put(Some(&there))?;
                Ok(Change::Replaced { previous })
            }
        }
    }
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
