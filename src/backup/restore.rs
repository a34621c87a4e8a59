//! Brings back what a backup has, beside what is there: nothing is overwritten.

use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{
    ABOUT, FORMAT, LARGEST, LARGEST_FILE, LOG, MOST_BYTES, MOST_FILES, ROUTINES, SETTINGS,
};
use crate::disk;
use crate::folders::Folders;
use crate::history::{self, History, MoveTurn, NotMoved};
use crate::settings::{self, Merged};
use crate::share::archive::{self, Unpacking};
use crate::words::Message;

/// What came of restoring.
#[derive(Debug, Default, PartialEq)]
pub struct Restored {
    /// Sessions that were not on record.
    pub sessions: usize,
    /// Whether any lines of the record were not here.
    pub has_lines: bool,
    /// Whether any could not be brought back.
    pub lacks_lines: bool,
    /// Files of routines that were not there.
    pub routines: usize,
    /// Those that were, as they are in the backup.
    pub routines_there: usize,
    /// Files of which another version is here, each with where the one of the backup was put.
    pub apart: Vec<(PathBuf, PathBuf)>,
    pub settings: Merged,
    /// What could not be brought back, with the reason.
    pub failed: Vec<(PathBuf, Message)>,
}

/// Why nothing was restored.
#[derive(Debug)]
pub enum NotRestored {
    /// The file can't be read.
    Unread(io::Error),
    /// It is no backup of Supple's.
    NoBackup,
    /// It is damaged, or was made by something else.
    Damaged,
    /// It is of a later version of Supple.
    Newer,
    /// The record is just being moved.
    Moving(Message),
}

impl NotRestored {
    /// Why, and what to do.
    pub fn message(&self, path: &Path) -> Message {
        match self {
            Self::Unread(error) => Message::new("backup-unread-file")
                .with("path", path)
                .with("reason", disk::reason_at(path, error)),
            Self::NoBackup => Message::new("backup-none").with("path", path),
            Self::Damaged => Message::new("backup-damaged").with("path", path),
            Self::Newer => Message::new("backup-newer").with("path", path),
            Self::Moving(why) => why.clone(),
        }
    }
}

impl Restored {
    /// What was done, a line each.
    pub fn messages(&self) -> Vec<Message> {
        let record = match self.sessions {
            0 if self.has_lines => Some(Message::new("backup-restored-lines")),
            // Not that nothing was missing.
            0 if self.lacks_lines => None,
            sessions => Some(Message::new("backup-restored-record").with("sessions", sessions)),
        };
        let others = [
            Message::new("backup-restored-routines")
                .with("added", self.routines)
                .with("there", self.routines_there),
            Message::new("backup-restored-settings")
                .with("taken", self.settings.taken)
                .with("stay", self.settings.stay),
        ];
        let mut messages: Vec<_> = record.into_iter().chain(others).collect();
        messages.extend(self.apart.iter().map(|(path, apart)| {
            Message::new("backup-kept-apart")
                .with("path", path.as_path())
                .with("apart", apart.as_path())
        }));
        messages
    }

    /// What could not be brought back.
    pub fn failures(&self) -> Vec<Message> {
        let failed = self.failed.iter();
        failed
            .map(|(path, reason)| {
                Message::new("backup-not-brought-back")
                    .with("path", path.as_path())
                    .with("reason", reason.clone())
            })
            .collect()
    }
}

#[derive(Deserialize)]
struct About {
    format: u32,
}

/// Brings back what the backup in this file has: what is not there is added, what is there stays, and where both have a
/// version of their own, the one of the backup is put beside it.
///
/// # Errors
/// Nothing was restored. The whole backup is looked through before anything is written.
pub fn restore(folders: &Folders, file: &Path) -> Result<Restored, NotRestored> {
    let bytes = disk::read_up_to(LARGEST, file).map_err(NotRestored::Unread)?;
    let about = look_through(&bytes)?;
    if about.format > FORMAT {
        return Err(NotRestored::Newer);
    }
    // What came to where the record was while it is moved would be left there.
    let _turn = match MoveTurn::take(folders) {
        Err(NotMoved::Refused(why)) => return Err(NotRestored::Moving(why)),
        // Where nobody can have it, nobody moves.
        turn => turn.ok(),
    };
    let folders = &super::as_they_lie(folders);
    let sessions = || {
        let history = History::of(folders);
        history.sessions.len() + history.under_way.len() + history.not_begun.len()
    };
    let before = sessions();
    let mut restored = Restored::default();
    let put = &mut |name: &str, content: &[u8]| {
        restored.put(folders, name, content);
        Ok(())
    };
    archive::unpack_each(&bytes, MOST_FILES + 1, &most, put).map_err(|_| NotRestored::Damaged)?;
    restored.sessions = sessions().saturating_sub(before);
    Ok(restored)
}

/// Makes sure that all of it can be unpacked, and gives what it says of itself.
fn look_through(bytes: &[u8]) -> Result<About, NotRestored> {
    if !archive::is_archive(bytes) {
        return Err(NotRestored::NoBackup);
    }
    let mut about = None;
    let mut left = MOST_BYTES;
    let put = &mut |name: &str, content: &[u8]| {
        if name == ABOUT {
            about = serde_json::from_slice(content).ok();
        }
        let now_left = left.checked_sub(content.len() as u64);
        left = now_left.ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(())
    };
    match archive::unpack_each(bytes, MOST_FILES + 1, &most, put) {
        Ok(()) => about.ok_or(NotRestored::NoBackup),
        Err(Unpacking::Fault(_) | Unpacking::Write(_)) => Err(NotRestored::Damaged),
    }
}

/// How large a file of this name may be; `None` if it is none of a backup.
fn most(name: &str) -> Option<u64> {
    let is_of_log = |name: &str| {
        // Of a device, or beside their folders.
        name.split('/').count() <= 2 && history::is_file_of_lines(Path::new(name))
    };
    let is_known = name == ABOUT
        || name == SETTINGS
        || name.strip_prefix(LOG).is_some_and(is_of_log)
        || name.starts_with(ROUTINES) && super::is_of_routines(name);
    is_known.then_some(LARGEST_FILE)
}

impl Restored {
    /// Brings one file back. What goes wrong with it costs none of the others.
    fn put(&mut self, folders: &Folders, name: &str, content: &[u8]) {
        let (path, done) = if let Some(name) = name.strip_prefix(LOG) {
            let path = below(&folders.log(), name);
            let folder = history::folder_to_write(folders);
            let within = folder.and_then(|folder| within(&folder, &path));
            let done = within.and_then(|()| history::put_lines(content, &path, "restored"));
            self.has_lines |= done.as_ref().is_ok_and(|is_new| *is_new);
            self.lacks_lines |= done.is_err();
            (path, done.map(drop))
        } else if let Some(name) = name.strip_prefix(ROUTINES) {
            let (folder, path) = (folders.routines(), below(&folders.routines(), name));
            let done = within(&folder, &path).and_then(|()| self.put_routine(&path, content));
            (path, done)
        } else if name == SETTINGS {
            let path = folders.settings_file();
            let text = std::str::from_utf8(content).ok();
            let text = text.filter(|text| text.parse::<toml::Table>().is_ok());
            let broken = || Message::new("backup-settings-broken");
            let merged = text.ok_or_else(broken);
            match merged.and_then(|text| settings::merge(&path, text)) {
                Ok(merged) => self.settings = merged,
                Err(reason) => self.failed.push((path, reason)),
            }
            return;
        } else {
            return;
        };
        if let Err(error) = done {
            let reason = disk::reason_at(&path, &error);
            self.failed.push((path, reason));
        }
    }

    fn put_routine(&mut self, path: &Path, content: &[u8]) -> io::Result<()> {
        if create(path, content)? {
            self.routines += 1;
            return Ok(());
        }
        if is(path, content) {
            self.routines_there += 1;
            return Ok(());
        }
        for apart in disk::names_beside(path, "restored") {
            let is_new = create(&apart, content)?;
            if is_new || is(&apart, content) {
                self.apart.push((path.to_owned(), apart));
                return Ok(());
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

fn is(path: &Path, content: &[u8]) -> bool {
    disk::read_up_to(content.len() as u64, path).is_ok_and(|there| there == content)
}

/// Writes a file that is not there yet; whether it was not.
fn create(path: &Path, content: &[u8]) -> io::Result<bool> {
    disk::create_folder(disk::folder_of(path))?;
    match disk::create(path, content) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Makes the folder, and refuses a path in it that a link leads out of it.
fn within(folder: &Path, path: &Path) -> io::Result<()> {
    disk::create_folder(folder)?;
    disk::require_within(folder, path)
}

fn below(folder: &Path, name: &str) -> PathBuf {
    name.split('/')
        .fold(folder.to_owned(), |path, part| path.join(part))
}
