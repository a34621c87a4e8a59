//! Moves the record into another folder: copies it, compares what was copied, and leaves the old one as it is.
//!
//! What another running copy of the program still writes where the record was it writes where the record is now, too.
//! What comes into the folder that Supple has by itself is taken along each time that the record is read as well.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::carry::carry;
use super::fallback::Fallback;
use super::moves::Moves;
use super::record::Id;
use super::{chosen, device, running, site};
use crate::disk::{self, Lock};
use crate::folders::Folders;
use crate::words::Message;

/// What came of a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where the record was, and still is as it was then.
    pub from: PathBuf,
    pub to: PathBuf,
    /// The same for the settings: `None` of the folder that Supple has by itself.
    pub chosen: Option<PathBuf>,
    /// How many files were copied, or were there already.
    pub files: usize,
    pub old: Old,
}

/// What becomes of the folder that the record was in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Old {
    /// It stays as it was.
    Stays,
    /// It was not there, so nothing of it is in the new one.
    NotThere,
    /// It is the new one, which had nothing of a record yet.
    IsNew,
}

impl Moved {
    /// What was done, and where the old record is.
    pub fn message(&self) -> Message {
        let id = match self.old {
            Old::Stays => "record-moved",
            Old::NotThere => "record-moved-without",
            Old::IsNew => "record-moved-nowhere",
        };
        Message::new(id)
            .with("files", self.files)
            .with("from", self.from.as_path())
            .with("to", self.to.as_path())
    }
}

/// Why a record was not moved. It is where it was.
#[derive(Debug, Clone, PartialEq)]
pub enum NotMoved {
    /// What was asked for can't be.
    Refused(Message),
    /// A disk or a permission is in the way.
    Failed(Message),
}

impl NotMoved {
    /// What is in the way, for the person.
    pub fn message(self) -> Message {
        match self {
            Self::Refused(message) | Self::Failed(message) => message,
        }
    }
}

/// The turn to move a person's record, which one copy of the program has until the settings say where it lies: of two
/// moves at once the one that ends last would leave behind what was written since the other.
#[derive(Debug)]
pub struct MoveTurn {
    _lock: Lock,
}

impl MoveTurn {
    /// # Errors
    /// Another copy of the program has it, or the disk gives none.
    pub fn take(folders: &Folders) -> Result<Self, NotMoved> {
        /// It is a person who waits, and has asked for both.
        const PATIENCE: Duration = Duration::ZERO;
        let path = folders.config.join("record-moves.lock");
        let lock = disk::create_folder(&folders.config).and_then(|()| Lock::wait(&path, PATIENCE));
        let lock = lock.map_err(|error| match error.kind() {
            io::ErrorKind::ResourceBusy => NotMoved::Refused(Message::new("record-move-elsewhere")),
            _ => failed(&path, &error),
        });
        lock.map(|lock| Self { _lock: lock })
    }
}

/// Copies a person's record into another folder, which may have a record already: then it has both. `keep` keeps
/// in the settings what was chosen, `None` of the folder that Supple has by itself; who calls writes into the new one
/// from here on.
///
/// # Errors
/// What is in the way. The record stays where it is; what was copied lies in the new folder too, which does no harm.
pub fn move_record(
    _: &MoveTurn,
    folders: &Folders,
    to: &Path,
    keep: impl FnOnce(Option<&Path>) -> Result<(), Message>,
) -> Result<Moved, NotMoved> {
    let refused = |id| NotMoved::Refused(Message::new(id).with("folder", to));
    // What it can't take yet comes along later.
    let _ = Fallback::of(folders).take_in();
    let from = &folders.log();
    if to.to_str().is_none() {
        // The settings are a text.
        let error = io::ErrorKind::InvalidInput.into();
        return Err(NotMoved::Refused(failed(to, &error).message()));
    }
    let place = site::resolved(to);
    let (old, new) = (site::resolved(from), &place);
    let missing = folders.record.as_deref().and_then(chosen::missing);
    if old == *new {
        return match missing {
            None => Err(refused("record-move-same")),
            Some(_) if from.is_dir() => begin(folders, to),
            Some(error) => Err(failed(to, &error)),
        };
    }
    if new.starts_with(&old) || old.starts_with(new) {
        return Err(refused("record-move-within"));
    }
    if new.starts_with(site::resolved(&folders.routines())) {
        return Err(refused("record-move-routines"));
    }
    if running::any_running(from) {
        return Err(refused("record-move-under-way"));
    }
    make_there(folders, to)?;
    if is_the_same(from, to).map_err(|error| failed(to, &error))? {
        return Err(refused("record-move-same"));
    }
    let moves = Moves::of(folders);
    let failed_at = |(path, error): (PathBuf, _)| failed(&path, &error);
    let before = moves.note(from, to).map_err(failed_at)?;
    let is_usual = *new == site::resolved(&folders.usual_log());
    let chosen = (!is_usual).then(|| to.to_owned());
    let carried = carry(from, to).map_err(failed_at);
    // What is not in the settings is nowhere: with the next start the record would be where it was.
    let kept = carried.and_then(|count| match keep(chosen.as_deref()) {
        Ok(()) => Ok(count),
        Err(why) => Err(NotMoved::Failed(
            Message::new("record-move-unkept").with("why", why),
        )),
    });
    let files = kept.inspect_err(|_| moves.take_back(before))?;
    Ok(Moved {
        from: from.clone(),
        to: to.to_owned(),
        chosen,
        files,
        old: missing.map_or(Old::Stays, |_| Old::NotThere),
    })
}

/// For a copy of the program that begins: if the record lies by the settings where it was moved out of, it was put
/// back by hand, or the move was cut off. Then it is there, for every copy.
///
/// `by_settings` reads where the record lies by the settings, `None` for the usual folder.
pub fn correct_undone_move(folders: &Folders, by_settings: impl FnOnce() -> Option<PathBuf>) {
    let moves = Moves::of(folders);
    if moves.now_in(&folders.log()).is_none() {
        return;
    }
    // While another copy moves it, or once one has, this one follows.
    if let Ok(_turn) = MoveTurn::take(folders)
        && by_settings() == folders.record
    {
        moves.correct(&folders.log());
    }
}

/// The same folders with the record where it lies by now, if another copy of the program has moved it since these were
/// found; `None` if none has, or while a session is under way where it was.
///
/// `by_settings` is as for [`correct_undone_move`].
pub fn followed(
    folders: &Folders,
    by_settings: impl FnOnce() -> Option<PathBuf>,
) -> Option<Folders> {
    let now = Moves::of(folders).now_in(&folders.log())?;
    let there = Folders {
        record: by_settings(),
        ..folders.clone()
    };
    // A move that is under way is none yet.
    let is_moved = site::of(&there.log()) == site::of(&now);
    (is_moved && !running::any_running(&folders.log())).then_some(there)
}

/// For tests: moves a record as whoever has the turn.
#[cfg(test)]
pub(crate) fn moved_to(folders: &Folders, to: &Path) -> Result<Moved, Message> {
    let moved =
        MoveTurn::take(folders).and_then(|turn| move_record(&turn, folders, to, |_| Ok(())));
    moved.map_err(NotMoved::message)
}

/// Has the record begin in the folder that was chosen for it, which is empty.
fn begin(folders: &Folders, folder: &Path) -> Result<Moved, NotMoved> {
    make_there(folders, folder)?;
    Ok(Moved {
        from: folder.to_owned(),
        to: folder.to_owned(),
        chosen: folders.record.clone(),
        files: 0,
        old: Old::IsNew,
    })
}

/// Makes the folder of this device within one for a record, so that it counts as there.
fn make_there(folders: &Folders, log: &Path) -> Result<(), NotMoved> {
    let device = device::id(&folders.config).unwrap_or_else(|_| Id::new());
    let folder = log.join(device.to_string());
    disk::create_folder(&folder).map_err(|error| failed(log, &error))
}

/// Whether one folder is the other on another way, as a share that is mounted twice: what comes into one is in the other.
fn is_the_same(from: &Path, to: &Path) -> io::Result<bool> {
    let mark = disk::mark_in(to)?;
    let name = mark.path().file_name().unwrap_or_default();
    Ok(from.join(name).exists())
}

fn failed(path: &Path, error: &io::Error) -> NotMoved {
    let message = Message::new("record-move-failed")
        .with("path", path)
        .with("reason", disk::reason_at(path, error));
    NotMoved::Failed(message)
}
