//! The files of an import take their places, all of them or none.

use std::io;
use std::path::{Path, PathBuf};

use super::Change;
use crate::disk;
use crate::library::file::EARLIER;

/// Puts each into its place, or none: where one is refused, those before it are as they were.
pub(super) fn put_all<'p>(
    prepared: Vec<(&'p PathBuf, Prepared<'_>)>,
) -> Result<Vec<Change>, (&'p PathBuf, io::Error)> {
    let mut done: Vec<(Undo<'_>, &PathBuf)> = Vec::new();
    let mut changes = Vec::new();
    for (path, prepared) in prepared {
        let undo = prepared.undo();
        match prepared.put(path) {
            Ok(change) => {
                changes.push(change.clone());
                done.push((undo, path));
            }
            Err(error) => {
                // It may be there all the same: that its folder keeps it is what could not be made sure.
                undo.run_if_put(path);
                for ((undo, path), change) in done.iter().zip(&changes).rev() {
                    undo.run(path, change);
                }
                return Err((path, error));
            }
        }
    }
    Ok(changes)
}

/// What a file was, and what took its place.
struct Undo<'a> {
    there: Option<&'a [u8]>,
    new: &'a [u8],
}

impl Undo<'_> {
    /// Takes a change back. What another program has saved meanwhile stays, and so does the copy that was
    /// kept where the file can't be put back.
    fn run(&self, path: &Path, change: &Change) {
        match (change, self.there) {
            (Change::New, _) => drop(disk::remove(path, self.new)),
            (Change::Replaced { previous }, Some(there))
                if disk::replace(path, Some(self.new), there).is_ok() =>
            {
                drop(disk::remove(previous, there));
            }
            _ => {}
        }
    }

    /// The same where it is not known whether the change was made.
    fn run_if_put(&self, path: &Path) {
        match self.there {
            Some(there) => drop(disk::replace(path, Some(self.new), there)),
            None => drop(disk::remove(path, self.new)),
        }
    }
}

/// A file that is to be written.
pub(super) enum Prepared<'a> {
    /// The same is there.
    Same,
    New {
        bytes: &'a [u8],
        draft: disk::Draft<'a>,
    },
    /// Other content is there.
    Other {
        there: &'a [u8],
        bytes: &'a [u8],
        draft: disk::Draft<'a>,
    },
}

impl<'a> Prepared<'a> {
    /// `there` is what was read of the file that is there.
    pub(super) fn of(path: &Path, there: Option<&'a [u8]>, bytes: &'a [u8]) -> io::Result<Self> {
        if there == Some(bytes) {
            return Ok(Self::Same);
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        disk::create_folder(folder)?;
        // Leftovers with another content are reported when the library is opened.
        let _ = disk::sweep(folder);
        let draft = disk::Draft::of(path, bytes)?;
        Ok(match there {
            Some(there) => Self::Other {
                there,
                bytes,
                draft,
            },
            None => Self::New { bytes, draft },
        })
    }

    /// How it is taken back.
    fn undo(&self) -> Undo<'a> {
        let (there, new) = match self {
            Self::Same => (None, &[][..]),
            Self::New { bytes, .. } => (None, *bytes),
            Self::Other { there, bytes, .. } => (Some(*there), *bytes),
        };
        Undo { there, new }
    }

    /// Puts it into its place; what was there is kept under another name.
    fn put(self, path: &Path) -> io::Result<Change> {
        match self {
            Self::Same => Ok(Change::None),
            Self::New { bytes, draft } => match draft.put(None) {
                // The file names it with small letters as well as with capitals, and the disk takes
                // the one for the other.
                Err(error)
                    if disk::is_changed(&error)
                        && disk::read(path).is_ok_and(|there| there == bytes) =>
                {
                    Ok(Change::None)
                }
                put => put.map(|()| Change::New),
            },
            Self::Other { there, draft, .. } => {
                let previous = keep(path, there)?;
                let put = draft.put(Some(there));
                if put.as_ref().is_err_and(disk::is_changed) {
                    // Nothing gave way.
                    drop(disk::remove(&previous, there));
                }
                put.map(|()| Change::Replaced { previous })
            }
        }
    }
}

/// Copies what is at `path` to the first free name `PATH.previous-N`.
fn keep(path: &Path, content: &[u8]) -> io::Result<PathBuf> {
    for previous in disk::names_beside(path, EARLIER) {
        match disk::create_copy(&previous, path, content) {
            Ok(()) => return Ok(previous),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn an_import_that_is_refused_at_its_last_file_leaves_every_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let [was, new, file] = ["was.png", "pictures/new.png", "back.toml"].map(at);
        fs::write(&was, "a picture").unwrap();
        fs::write(&file, "a routine").unwrap();
        let prepare = |path, there: Option<&'static str>| {
            Prepared::of(path, there.map(str::as_bytes), b"other")
        };
        let prepared = vec![
            (&was, prepare(&was, Some("a picture")).unwrap()),
            (&new, prepare(&new, None).unwrap()),
            (&file, prepare(&file, Some("a routine")).unwrap()),
        ];
        // An editor saves it in between.
        fs::write(&file, "edited").unwrap();
        let (refused, error) = put_all(prepared).unwrap_err();
        assert!(*refused == file && disk::is_changed(&error), "{error}");
        let content = |path: &Path| fs::read_to_string(path).unwrap();
        assert_eq!(content(&was), "a picture");
        assert_eq!(content(&file), "edited");
        let mut names: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        assert_eq!(names, ["back.toml", "pictures", "was.png"]);
        assert_eq!(fs::read_dir(at("pictures")).unwrap().count(), 0);
    }

    #[test]
    fn what_took_its_place_although_its_folder_could_not_be_synced_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("knee.toml");
        for (there, now, after) in [
            (Some("old"), Some("new"), Some("old")),
            (Some("old"), Some("another's"), Some("another's")),
            (Some("old"), None, None),
            (None, Some("new"), None),
            (None, Some("another's"), Some("another's")),
        ] {
            let _ = fs::remove_file(&path);
            if let Some(now) = now {
                fs::write(&path, now).unwrap();
            }
            let there = there.map(str::as_bytes);
            Undo { there, new: b"new" }.run_if_put(&path);
            assert_eq!(fs::read_to_string(&path).ok().as_deref(), after);
        }
    }
}
