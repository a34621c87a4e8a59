//! Which device writes, and which of its sessions are running right now.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::append::Turn;
use super::record::Id;
use crate::disk::{self, Lock};
use crate::words::Message;

/// This machine's id, made when first asked for. It lies among the settings, since a file-sync
/// program may share the data folder between machines.
///
/// # Errors
/// The file can't be read or made, or `InvalidData` if what it says is no id; it is left alone.
pub(super) fn id(config: &Path) -> io::Result<Id> {
    const PATIENCE: Duration = Duration::from_secs(1);
    let path = path(config);
    if let Some(id) = read_id(&path)? {
        return Ok(id);
    }
    disk::create_folder(config)?;
    let _lock = Lock::wait(&config.join("device.lock"), PATIENCE)?;
    if let Some(id) = read_id(&path)? {
        return Ok(id);
    }
    let id = Id::new();
    disk::replace(&path, None, format!("{id}\n").as_bytes())?;
    Ok(id)
}

/// Why this machine's id can't be kept, for the person. Without one its lines are still written and
/// read, but in a folder of its own for each start.
pub fn device_warning(config: &Path) -> Option<Message> {
    let error = id(config).err()?;
    let reason = match error.kind() {
        io::ErrorKind::InvalidData => Message::new("device-no-id"),
        _ => disk::reason(&error),
    };
    let warning = Message::new("device-unkept").with("file", path(config).as_path());
    Some(warning.with("reason", reason))
}

fn path(config: &Path) -> PathBuf {
    config.join("device")
}

/// `None` if there is no file.
fn read_id(path: &Path) -> io::Result<Option<Id>> {
    const LARGEST: u64 = 1024;
    let id = match disk::read_up_to(LARGEST, path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read?,
    };
    let id = std::str::from_utf8(&id).ok().map(str::trim);
    let id = id.and_then(|id| id.parse().ok());
    id.map(Some).ok_or(io::ErrorKind::InvalidData.into())
}

/// The mark of a session under way: a locked file. The lock is gone with the program, however it
/// ends, and what is left of a program that was killed is no longer taken for running.
#[derive(Debug)]
pub(super) struct Running {
    path: PathBuf,
    _lock: Lock,
}

impl Running {
    /// Marks a session of the device whose folder this is, and sweeps up what killed programs left.
    ///
    /// # Errors
    /// `ResourceBusy` if another copy of the program has marked it.
    pub(super) fn begin(folder: &Path, session: Id, turn: &Turn) -> io::Result<Self> {
        // A copy that looks whether it is marked has the lock for a moment too.
        const PATIENCE: Duration = Duration::from_secs(1);
        disk::create_folder(&marks(folder))?;
        let _lock = turn.wait(folder)?;
        sweep(folder);
        let path = mark(folder, session);
        loop {
            let lock = Lock::wait(&path, PATIENCE)?;
            // Whoever had it until now removed the file before they let go of it.
            if path.exists() {
                return Ok(Self { path, _lock: lock });
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What stays is swept up with the next session.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether the session is under way in this or another running copy of the program.
pub(super) fn is_running(folder: &Path, session: Id) -> bool {
    Lock::is_held(&mark(folder, session))
}

fn sweep(folder: &Path) {
    let marks = fs::read_dir(marks(folder)).into_iter().flatten().flatten();
    for mark in marks.map(|entry| entry.path()) {
        if !Lock::is_held(&mark) {
            // Harmless if it stays.
            let _ = fs::remove_file(mark);
        }
    }
}

fn marks(folder: &Path) -> PathBuf {
    folder.join("running")
}

fn mark(folder: &Path, session: Id) -> PathBuf {
    marks(folder).join(format!("{session}.lock"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{LANGUAGES, Words};

    #[test]
    fn a_device_keeps_the_id_that_it_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config");
        let made = id(&config).unwrap();
        assert_eq!(id(&config).unwrap(), made);
        assert_eq!(device_warning(&config), None);
    }

    #[test]
    fn a_file_that_holds_no_id_is_named_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = path(folder.path());
        let large = "0".repeat(2000);
        for text in ["half an id 01a2247c-eb1d\n", "", "\u{0}\u{0}", &large] {
            fs::write(&path, text).unwrap();
            assert!(id(folder.path()).is_err(), "{text:?}");
            for language in LANGUAGES {
                let warning = device_warning(folder.path()).unwrap();
                let reported = Words::only(language).message(&warning);
                let file = path.display().to_string();
                assert!(
                    reported.contains(&file) && !reported.contains("[d"),
                    "{reported}"
                );
            }
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_id_is_written_through_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config");
        fs::create_dir(&config).unwrap();
        let diary = folder.path().join("diary");
        fs::write(&diary, "a diary").unwrap();
        let nowhere = folder.path().join("nowhere");
        for target in [diary.as_path(), &nowhere, folder.path()] {
            std::os::unix::fs::symlink(target, path(&config)).unwrap();
            assert!(id(&config).is_err(), "{target:?}");
            assert_eq!(fs::read_link(path(&config)).unwrap(), target);
            fs::remove_file(path(&config)).unwrap();
        }
        assert_eq!(fs::read_to_string(&diary).unwrap(), "a diary");
        assert!(!nowhere.exists());
        // An id that was understood is taken from wherever it lies.
        let made = Id::new();
        fs::write(&diary, made.to_string()).unwrap();
        std::os::unix::fs::symlink(&diary, path(&config)).unwrap();
        assert_eq!(id(&config).unwrap(), made);
    }
}
