//! All that a file from elsewhere brings: its text and its pictures.

use std::iter;
use std::path::Path;

use crate::disk;
use crate::library::{ReadFileError, picture};
use crate::routine::{Routine, hash};

/// What a routine file and the pictures beside it hold.
pub(super) struct Content {
    pub(super) text: Vec<u8>,
    /// By their paths as the routine names them, each once.
    pub(super) pictures: Vec<(String, Vec<u8>)>,
}

impl Content {
    /// That of the routine whose file is at `from` and has this text.
    ///
    /// # Errors
    /// A picture can't be read.
    pub(super) fn read(
        routine: &Routine,
        text: Vec<u8>,
        from: &Path,
    ) -> Result<Self, ReadFileError> {
        let beside = from.parent().unwrap_or(Path::new(""));
        let mut pictures: Vec<(String, Vec<u8>)> = Vec::new();
        let named = routine.exercises.iter();
        for name in named.filter_map(|exercise| exercise.image.as_ref()) {
            if pictures.iter().any(|(other, _)| other == name) {
                continue;
            }
            let source = picture::there(beside, name);
            let bytes = disk::read(&source).map_err(|error| ReadFileError::of(&source, error))?;
            pictures.push((name.clone(), bytes));
        }
        Ok(Self { text, pictures })
    }

    /// Tells it from any other, as [`Routine::sha256`] tells one text from another.
    pub(super) fn sha256(&self) -> String {
        let pictures = self.pictures.iter();
        let pictures = pictures.map(|(name, bytes)| format!("{} {name}", hash(bytes)));
        let all: Vec<String> = iter::once(hash(&self.text)).chain(pictures).collect();
        hash(all.join("\n").as_bytes())
    }
}
