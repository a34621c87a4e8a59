//! Which device writes, and which of its sessions are running right now.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::append;
use super::record::Id;
use crate::disk::{self, Lock};

/// This machine's id, made when first asked for. It lies among the settings, since a file-sync
/// program may share the data folder between machines.
pub(super) fn id(config: &Path) -> io::Result<Id> {
    const PATIENCE: Duration = Duration::from_secs(1);
    let path = config.join("device");
    if let Some(id) = read_id(&path) {
        return Ok(id);
    }
    disk::create_folder(config)?;
    let _lock = Lock::wait(&config.join("device.lock"), PATIENCE)?;
    if let Some(id) = read_id(&path) {
        return Ok(id);
    }
    let id = Id::new();
    disk::replace(&path, format!("{id}\n").as_bytes())?;
    Ok(id)
}

fn read_id(path: &Path) -> Option<Id> {
    let id = disk::read(path).ok()?;
    std::str::from_utf8(&id).ok()?.trim().parse().ok()
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
    pub(super) fn begin(folder: &Path, session: Id) -> io::Result<Self> {
        // A copy that looks whether it is marked has the lock for a moment too.
        const PATIENCE: Duration = Duration::from_secs(1);
        disk::create_folder(&marks(folder))?;
        let _lock = append::lock(folder)?;
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
