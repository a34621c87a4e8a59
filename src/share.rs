//! The forms in which a routine is handed on: a file to send, which is the routine file itself where it needs no
//! other, and an archive where it shows pictures of its own; and a code on paper.

pub mod archive;
pub mod code;

use std::io;

use self::archive::{ArchiveFault, Unpacking};
use crate::disk;
use crate::document::Modules;
use crate::library::{self, Found, Origin, ReadFileError};
use crate::routine::Routine;
use crate::words::Message;

/// Why a routine can't be handed on as a file.
#[derive(Debug, thiserror::Error)]
pub enum ShareError {
    /// Its file can't be read any more.
    #[error(transparent)]
    Read(ReadFileError),
    /// A picture of it can't be shown.
    #[error("the picture {0} can't be shown")]
    Picture(String),
    /// A picture's name is none on some systems.
    #[error("the picture {0} can't have that name everywhere")]
    Name(String),
    /// The system has no room to put it together.
    #[error(transparent)]
    Write(io::Error),
}

impl ShareError {
    /// What is wrong and what to do, for the person.
    pub fn message(&self) -> Message {
        match self {
            Self::Read(error) => error.message(),
            Self::Picture(path) => Message::new("error-share-picture").with("path", path.as_str()),
            Self::Name(path) => Message::new("error-share-name").with("path", path.as_str()),
            Self::Write(error) => {
                Message::new("error-share-write").with("reason", disk::reason(error))
            }
        }
    }
}

/// The content of a file to hand the routine on in. The same routine with the same pictures makes the same bytes, and
/// what arrives is the very routine file.
///
/// # Errors
/// A picture can't be shown or can't be sent under its name, or the file can't be read.
pub fn file(found: &Found) -> Result<Vec<u8>, ShareError> {
    let routine = found.bytes().map_err(ShareError::Read)?;
    let mut images: Vec<&str> = found
        .routine
        .exercises
        .iter()
        .filter_map(|exercise| exercise.image.as_deref())
        .collect();
    images.sort_unstable();
    images.dedup();
    let (Origin::Own(path), [_, ..]) = (&found.origin, &images[..]) else {
        return Ok(routine);
    };
    let folder = disk::folder_of(path);
    let name = format!("{}.toml", library::file_stem(&found.routine));
    let mut files = vec![(name, routine)];
    for image in images {
        let content = library::picture_file(folder, image);
        let content = content.map_err(|_| ShareError::Picture(image.to_owned()))?;
        files.push((image.to_owned(), content));
    }
    let bytes = archive::write(&files).map_err(ShareError::Write)?;
    // Whoever gets it takes it apart by the same rules.
    match archive::unpack(&bytes, &mut |_, _| Ok(())) {
        Ok(_) => Ok(bytes),
        Err(Unpacking::Fault(ArchiveFault::Name(name) | ArchiveFault::Twice(name))) => {
            Err(ShareError::Name(name))
        }
        Err(Unpacking::Fault(fault)) => {
            Err(ShareError::Write(io::Error::other(format!("{fault:?}"))))
        }
        Err(Unpacking::Write(error)) => Err(ShareError::Write(error)),
    }
}

/// What a file to hand the routine on in is called.
pub fn file_name(routine: &Routine) -> String {
    format!("{}.supple", library::file_stem(routine))
}

/// The code that carries the routine file on paper; `None` of one that is too long for that, or has pictures of its own,
/// for which no code has room.
///
/// # Errors
/// Its file can't be read any more.
pub fn code(found: &Found) -> Result<Option<Modules>, ReadFileError> {
    let mut exercises = found.routine.exercises.iter();
    if exercises.any(|exercise| exercise.image.is_some()) {
        return Ok(None);
    }
    let stem = library::file_stem(&found.routine);
    Ok(code::of(&stem, &found.bytes()?))
}

#[cfg(test)]
mod tests;
