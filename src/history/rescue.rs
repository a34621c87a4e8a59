//! Lines that the record can't take, kept elsewhere until it can.

use std::env;
use std::fs;
use std::io;
use std::path::{self, Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::record::Id;
use crate::disk;
use crate::folders::Folders;

/// Under a name that ends so a file is whole.
const END: &str = ".jsonl";

/// Where lines go that can't be written.
#[derive(Debug)]
pub(super) struct Elsewhere {
    /// The record that they belong to.
    folder: PathBuf,
    /// The best first.
    places: Vec<PathBuf>,
}

impl Elsewhere {
    pub(super) fn of(folders: &Folders) -> Self {
        Self::in_places(folders.log(), vec![folders.cache.clone(), env::temp_dir()])
    }

    pub(super) fn in_places(folder: PathBuf, places: Vec<PathBuf>) -> Self {
        Self { folder, places }
    }

    /// Keeps lines in a file of their own; tells where, if there is a place that takes them.
    pub(super) fn keep(&self, lines: &str) -> Option<PathBuf> {
        let name = format!("{}{}{END}", self.beginning(), Id::new());
        self.places.iter().find_map(|place| {
            let path = place.join(&name);
            let kept = disk::create_folder(place)
                .and_then(|()| disk::create(&path, lines.as_bytes()))
                .and_then(|()| for_its_owner_alone(&path));
            kept.is_ok().then_some(path)
        })
    }

    /// Moves what was kept into the record. What it still can't take stays where it is.
    pub(super) fn take_in(&self) {
        let beginning = self.beginning();
        for place in &self.places {
            let entries = fs::read_dir(place).into_iter().flatten().flatten();
            for path in entries.map(|entry| entry.path()) {
                let name = path.file_name().unwrap_or_default();
                let text = name.to_string_lossy();
                if text.starts_with(&beginning) && text.ends_with(END) {
                    // Tried again the next time that the record is read.
                    let _ = move_file(&path, &self.folder.join(name));
                }
            }
        }
    }

    /// How the names of this record's files begin: others may have theirs in the same places.
    fn beginning(&self) -> String {
        let folder = path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        let hash = Sha256::digest(folder.as_os_str().as_encoded_bytes());
        let short = hash.first_chunk().copied().map(u64::from_be_bytes);
        format!("supple-{:016x}-", short.unwrap_or_default())
    }
}

/// Moves a file, to another disk as well. At every moment all of it is in one of the places.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(from)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let lines = disk::read(from)?;
    disk::create_folder(to.parent().unwrap_or(Path::new("")))?;
    match disk::create(to, &lines) {
        // Moved before, when it could not be removed.
        Err(error)
            if error.kind() == io::ErrorKind::AlreadyExists
                && disk::read(to).is_ok_and(|there| there == lines) => {}
        created => created?,
    }
    fs::remove_file(from)
}

/// What a person notes is nobody else's to read, and the system's folder is everybody's.
#[cfg(unix)]
fn for_its_owner_alone(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn for_its_owner_alone(_: &Path) -> io::Result<()> {
    Ok(())
}
