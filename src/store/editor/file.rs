//! The file of a routine that is edited: read, compared and replaced.

use std::io;
use std::path::{Path, PathBuf};

use crate::changes::{self, Change, Telling};
use crate::clock;
use crate::disk;
use crate::editing::merged;
use crate::library::{self, ReadFileError};
use crate::routine::Routine;
use crate::words::Message;

/// How a file was changed by others while it was edited.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The file as it is now.
    pub(super) theirs: Vec<u8>,
    /// What was changed here, a sentence each; none where a version has mistakes.
    pub yours: Vec<Message>,
    /// What the others changed.
    pub others: Vec<Message>,
    /// The text with both.
    pub(super) both: Option<String>,
}

impl Conflict {
    /// Whether both have changed lines of their own, so that one text can have all of it.
    pub fn can_have_both(&self) -> bool {
        self.both.is_some()
    }

    fn between(path: &Path, before: &[u8], mine: &[u8], theirs: Vec<u8>) -> Self {
        let routine = |bytes: &[u8]| library::read_bytes(bytes, path, clock::today()).routine;
        let [base, own, other] = [before, mine, &theirs].map(routine);
        let can_be_told = base.is_some() && own.is_some() && other.is_some();
        let [yours, others] = [own, other].map(|after| changes(base.as_ref(), after.as_ref()));
        let text = |bytes| std::str::from_utf8(bytes).ok();
        let texts = text(before).zip(text(mine)).zip(text(&theirs));
        let both = texts.and_then(|((before, mine), theirs)| merged(before, mine, theirs));
        // Only of what can be read is it known where a change has come to.
        let both = both.filter(|both| {
            let of_both = routine(both.as_bytes()).filter(|_| can_be_told);
            of_both.is_some_and(|of_both| {
                let of_both = changes(base.as_ref(), Some(&of_both));
                is_of_both(&of_both, &yours, &others)
            })
        });
        Self {
            yours: sentences(&yours),
            others: sentences(&others),
            both,
            theirs,
        }
    }
}

/// Whether a text with the lines of both has what each of them changed, and nothing else: a line that one of
/// them moved may take what the other wrote below it to another exercise.
fn is_of_both(of_both: &[Change], yours: &[Change], others: &[Change]) -> bool {
    let is_of_one = |change| yours.contains(change) || others.contains(change);
    of_both.iter().all(is_of_one)
        && [yours, others]
            .concat()
            .iter()
            .all(|it| of_both.contains(it))
}

/// What is different for the person; nothing where a version can't be used.
fn changes(before: Option<&Routine>, after: Option<&Routine>) -> Vec<Change> {
    let both = before.zip(after);
    both.map_or_else(Vec::new, |(before, after)| changes::between(before, after))
}

fn sentences(changes: &[Change]) -> Vec<Message> {
    let told = |change: &Change| change.message(Telling::Now);
    changes.iter().map(told).collect()
}

/// What is different, a sentence each; nothing where a version can't be used.
pub(super) fn told(before: Option<&Routine>, after: Option<&Routine>) -> Vec<Message> {
    sentences(&changes(before, after))
}

/// What became of a file that was to be saved, or looked at again.
#[derive(Debug)]
pub(super) enum Fate {
    /// It is as it is to be. With what the person should know of it once it is written.
    Good(PathBuf, Vec<Message>),
    /// It is another than before.
    Changed(Conflict),
    /// It is not there any more.
    Gone,
    /// Why this file can't be replaced; another can be written.
    Protected(Message),
    /// Why it can't be written or read.
    Failed(Message),
}

/// Saves a file that has the content `before`, or is not there.
pub(super) fn save(path: &Path, before: Option<&[u8]>, bytes: &[u8]) -> Fate {
    match library::save(path, before, bytes) {
        Ok(notes) => Fate::Good(path.to_owned(), notes),
        Err(error) if disk::is_changed(&error) => changed(path, before, bytes),
        Err(error) if disk::is_protected(&error) => Fate::Protected(disk::reason(&error)),
        Err(error) => unwritten(path, &error),
    }
}

/// Saves a file of a name that is free in a folder.
pub(super) fn save_new(folder: &Path, name: &str, bytes: &[u8]) -> Fate {
    let made = disk::create_folder(folder);
    if let Err(error) = made {
        return unwritten(folder, &error);
    }
    let mut quicker = 0;
    loop {
        let path = library::free_path(folder, name);
        match disk::create(&path, bytes) {
            Ok(()) => return Fate::Good(path, Vec::new()),
            // Another program was quicker: the next name. Some disks say of every name that it is taken.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && quicker < 1_000 => {
                quicker += 1;
            }
            Err(error) => return unwritten(&path, &error),
        }
    }
}

fn unwritten(path: &Path, error: &io::Error) -> Fate {
    Fate::Failed(
        Message::new("error-write")
            .with("path", path)
            .with("reason", disk::reason_at(path, error)),
    )
}

/// Looks whether a file still has the content `before`.
pub(super) fn look(path: &Path, before: &[u8], mine: &[u8]) -> Fate {
    match library::bytes(path) {
        Ok(now) if now == before => Fate::Good(path.to_owned(), Vec::new()),
        _ => changed(path, Some(before), mine),
    }
}

fn changed(path: &Path, before: Option<&[u8]>, mine: &[u8]) -> Fate {
    match library::bytes(path) {
        // Somebody saved the very same.
        Ok(theirs) if theirs == mine => Fate::Good(path.to_owned(), Vec::new()),
        Ok(theirs) => {
            let before = before.unwrap_or_default();
            Fate::Changed(Conflict::between(path, before, mine, theirs))
        }
        Err(ReadFileError::Absent(_)) => Fate::Gone,
        Err(error) => Fate::Failed(error.message()),
    }
}
