//! Unsaved work, kept on the disk of this machine until it is saved or given up.
//!
//! A draft is a file of its own, locked by the program that writes it: one without a lock was left by a program
//! that was killed, or by a machine that lost its power.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::clock;
use crate::disk::{self, Lock};
use crate::history::Id;

/// The most drafts that are shown: of more the newest.
const MOST: usize = 100;
const ENDING: &str = "json";

/// What a draft says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The file that is edited; `None` if it was never saved.
    pub(super) file: Option<PathBuf>,
    /// The file's content as it was when it was last read or saved; `None` if it was not there.
    pub(super) before: Option<String>,
    pub(super) text: String,
    pub(super) title: String,
    /// In milliseconds since 1970.
    pub(super) written_at: i64,
}

/// A draft that no running program has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftDraft {
    pub(super) name: String,
    pub title: String,
    /// The file that was edited; `None` if it was never saved.
    pub file: Option<PathBuf>,
    pub kept_at: Timestamp,
}

/// The place of one draft. A clone is the same.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    folder: PathBuf,
    name: String,
    lock: Arc<Mutex<Option<Lock>>>,
}

impl Slot {
    pub(super) fn new(folder: &Path) -> Self {
        Self::named(folder, Id::new().to_string())
    }

    fn named(folder: &Path, name: String) -> Self {
        Self {
            folder: folder.to_owned(),
            name,
            lock: Arc::default(),
        }
    }

    /// Takes over a draft that was left, and reads it.
    ///
    /// # Errors
    /// `ResourceBusy` if another program has it by now, or it can't be read.
    pub(super) fn take(folder: &Path, name: &str) -> io::Result<(Self, Kept)> {
        let slot = Self::named(folder, name.to_owned());
        slot.hold(&mut slot.lock())?;
        let kept = read(&slot.file())?;
        Ok((slot, kept))
    }

    /// Writes the draft, locked from then on.
    pub(super) fn keep(&self, kept: &Kept) -> io::Result<()> {
        disk::create_folder(&self.folder)?;
        self.hold(&mut self.lock())?;
        let content = serde_json::to_vec(kept)?;
        // Nobody else writes it: it is locked.
        let before = disk::read(&self.file()).ok();
        disk::replace(&self.file(), before.as_deref(), &content)
    }

    /// Removes the draft.
    pub(super) fn drop_it(&self) {
        let mut lock = self.lock();
        // What can't be removed is offered again, which is better than lost.
        let _ = fs::remove_file(self.file());
        *lock = None;
        let _ = fs::remove_file(self.lock_file());
    }

    fn lock(&self) -> MutexGuard<'_, Option<Lock>> {
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hold(&self, lock: &mut Option<Lock>) -> io::Result<()> {
        if lock.is_none() {
            *lock = Some(Lock::wait(&self.lock_file(), Duration::ZERO)?);
        }
        Ok(())
    }

    fn file(&self) -> PathBuf {
        self.folder.join(&self.name).with_extension(ENDING)
    }

    fn lock_file(&self) -> PathBuf {
        self.folder.join(&self.name).with_extension("lock")
    }
}

fn read(path: &Path) -> io::Result<Kept> {
    Ok(serde_json::from_slice(&disk::read(path)?)?)
}

/// The drafts of a folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The newest first.
    pub(super) left: Vec<LeftDraft>,
    /// The files that running programs have drafts of.
    pub(super) edited: Vec<PathBuf>,
}

/// Looks through the drafts of a folder. Of too many the newest are given, and none is removed.
pub(super) fn find(folder: &Path) -> Found {
    let mut found = Found::default();
    for path in disk::entries(folder).unwrap_or_default() {
        if is_left_beside_a_draft(&path) {
            // Tried again the next time.
            let _ = fs::remove_file(&path);
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        // One that can't be read is left as it is.
        let Some(kept) = is_draft(&path).then(|| read(&path).ok()).flatten() else {
            continue;
        };
        if Lock::is_held(&path.with_extension("lock")) {
            found.edited.extend(kept.file);
            continue;
        }
        found.left.push(LeftDraft {
            name: name.into_owned(),
            title: kept.title,
            file: kept.file,
            kept_at: Timestamp::from_millisecond(kept.written_at).unwrap_or_default(),
        });
    }
    found
        .left
        .sort_by_key(|draft| std::cmp::Reverse(draft.kept_at));
    found.left.truncate(MOST);
    found
}

fn is_draft(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING)
}

/// Whether a file was to take a draft's place when its program was killed. The draft has all of it, or what was
/// written a moment before.
fn is_left_beside_a_draft(path: &Path) -> bool {
    let draft = disk::left_beside(path).filter(|file| is_draft(file) && file.is_file());
    draft.is_some_and(|draft| !Lock::is_held(&draft.with_extension("lock")))
}

/// Removes a draft that was left, unless another program has taken it.
pub(super) fn discard(folder: &Path, name: &str) {
    if let Ok((slot, _)) = Slot::take(folder, name) {
        slot.drop_it();
    }
}

/// Now, as a draft has it.
pub(super) fn now() -> i64 {
    clock::here().timestamp().as_millisecond()
}
