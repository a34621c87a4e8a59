//! The marks of sessions that are running right now.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::append::Turn;
use super::record::Id;
use super::site;
use crate::disk::{self, Lock};

/// The mark of a session under way: a locked file that says at which site it is. The lock is gone with
/// the program, however it ends, and what is left of a program that was killed is no longer taken for
/// running. On another machine, to which a sync program carried it, it was never locked.
#[derive(Debug)]
pub(super) struct Running {
    path: PathBuf,
    _lock: Lock,
}

impl Running {
    /// Marks a session of the device whose folder this is, and sweeps up what killed programs left at
    /// this site.
    ///
    /// # Errors
    /// `ResourceBusy` if another copy of the program has marked it, here or at another site.
    pub(super) fn begin(folder: &Path, session: Id, site: &str, turn: &Turn) -> io::Result<Self> {
        // A copy that looks whether it is marked has the lock for a moment too.
        const PATIENCE: Duration = Duration::from_secs(1);
        disk::create_folder(&marks(folder))?;
        if marks(folder).is_symlink() {
            // The files behind it are not ours.
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let _lock = turn.wait(folder)?;
        sweep(folder, site);
        let path = mark(folder, session);
        if is_of_another(&path, session, site) {
            return Err(io::ErrorKind::ResourceBusy.into());
        }
        loop {
            let lock = Lock::wait(&path, PATIENCE)?;
            // The copy that had it until now removed the file before it let go of it.
            if path.exists() {
                // Where there is no room for it the lock alone has to do.
                let _ = lock.write(format!("{site}\n").as_bytes());
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

/// Whether the session is under way in this or another running copy of the program on this machine.
pub(super) fn is_running(folder: &Path, session: Id) -> bool {
    Lock::is_held(&mark(folder, session))
}

/// Whether any session of the record in a folder is under way in a running copy of the program on this machine.
pub(super) fn any_running(log: &Path) -> bool {
    let devices = disk::entries(log).unwrap_or_default();
    let mut marks = devices
        .iter()
        .flat_map(|device| disk::entries(&marks(device)).unwrap_or_default());
    marks.any(|mark| session_of(&mark).is_some() && Lock::is_held(&mark))
}

/// Removes the marks of programs that were killed. Whatever else lies there is not ours.
fn sweep(folder: &Path, site: &str) {
    let marks = fs::read_dir(marks(folder)).into_iter().flatten().flatten();
    for mark in marks.map(|entry| entry.path()) {
        let session = session_of(&mark).filter(|_| is_file(&mark));
        let is_left = |session| !is_of_another(&mark, session, site) && !Lock::is_held(&mark);
        if session.is_some_and(is_left) {
            // Harmless if it stays.
            let _ = fs::remove_file(mark);
        }
    }
}

/// Whether a mark may be that of a session under way at another site. A sync program may have carried
/// it here before it said where it is from.
fn is_of_another(mark: &Path, session: Id, site: &str) -> bool {
    const LARGEST: u64 = 1024;
    let from = disk::read_up_to(LARGEST, mark);
    from.is_ok_and(|from| from.trim_ascii() != site.as_bytes()) && site::may_be_under_way(session)
}

fn marks(folder: &Path) -> PathBuf {
    folder.join("running")
}

/// What the name of a mark ends with, after the session's id.
const END: &str = ".lock";

fn mark(folder: &Path, session: Id) -> PathBuf {
    marks(folder).join(format!("{session}{END}"))
}

fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

/// The session whose mark has this name.
fn session_of(mark: &Path) -> Option<Id> {
    let name = mark.file_name()?.to_str()?;
    name.strip_suffix(END)?.parse().ok()
}
