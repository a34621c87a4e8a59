//! Where the record was moved to, for what still comes to where it was.
//!
//! A copy of the program that was open at that time writes where the record was, and reads here after each line that
//! it is elsewhere now. The file lies among the settings: what one machine moves is moved for that one alone.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::site;
use crate::disk;
use crate::folders::Folders;

/// The folders that the record was moved out of on this machine.
#[derive(Debug)]
pub(super) struct Moves {
    file: PathBuf,
}

/// By the sites of the folders that the record was moved out of.
type Known = BTreeMap<String, Move>;

#[derive(Debug, Serialize, Deserialize)]
struct Move {
    /// As the settings had it; none of a folder whose name is no text.
    from: Option<PathBuf>,
    to: PathBuf,
    /// That of `to`, so that none of these folders is looked at: one may be on a share that hangs.
    to_site: String,
}

/// What was noted before a move.
#[derive(Debug)]
pub(super) struct Before(Option<Vec<u8>>);

impl Moves {
    pub(super) fn of(folders: &Folders) -> Self {
        Self {
            file: folders.config.join("record-moves.json"),
        }
    }

    /// Notes a move, before anything is copied: what is written from here on comes along by itself.
    ///
    /// # Errors
    /// The file can't be written.
    pub(super) fn note(&self, from: &Path, to: &Path) -> Result<Before, (PathBuf, io::Error)> {
        let before = self.read().map_err(|error| (self.file.clone(), error))?;
        let mut known = known(before.as_deref());
        known.remove(&*site::of(to));
        let it = Move {
            from: from.to_str().map(PathBuf::from),
            to: to.to_owned(),
            to_site: site::of(to).to_string(),
        };
        known.insert(site::of(from).to_string(), it);
        let written = serde_json::to_vec_pretty(&known)
            .map_err(io::Error::from)
            .and_then(|content| disk::replace(&self.file, before.as_deref(), &content));
        written.map_err(|error| (self.file.clone(), error))?;
        Ok(Before(before))
    }

    /// Takes back what was noted of a move that was not made. Nobody has noted anything since: see
    /// [`MoveTurn`](super::MoveTurn).
    pub(super) fn take_back(&self, before: Before) {
        let Ok(Some(now)) = self.read() else {
            return;
        };
        // What stays has lines copied that lie where they belong too.
        let _ = match before.0 {
            Some(before) => disk::replace(&self.file, Some(&now), &before),
            None => disk::remove(&self.file, &now),
        };
    }

    /// Notes no longer that the record was moved out of a folder. For whoever has the
    /// [turn](super::MoveTurn) to move it.
    pub(super) fn forget(&self, folder: &Path) {
        let Ok(Some(now)) = self.read() else {
            return;
        };
        let mut known = known(Some(&now));
        known.remove(&*site::of(folder));
        if let Ok(content) = serde_json::to_vec_pretty(&known) {
            // What stays has lines copied that lie where they belong too.
            let _ = disk::replace(&self.file, Some(&now), &content);
        }
    }

    /// The folder that the record is in which was in this one; `None` if it was not moved.
    pub(super) fn now_in(&self, folder: &Path) -> Option<PathBuf> {
        let known = known(self.read().ok()?.as_deref());
        let here = site::of(folder);
        let now = last_of(&known, &here)?;
        now.to.is_absolute().then(|| now.to.clone())
    }

    /// The folders that the record in this one was in before.
    pub(super) fn before(&self, folder: &Path) -> Vec<PathBuf> {
        let known = known(self.read().ok().flatten().as_deref());
        let here = site::of(folder);
        let is_here = |site: &str| last_of(&known, site).is_some_and(|it| it.to_site == *here);
        let from = known.iter().filter(|(site, _)| is_here(site));
        from.filter_map(|(_, it)| it.from.clone()).collect()
    }

    /// `None` if there is no file.
    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        match disk::read(&self.file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }
}

/// What is noted for copies that run; where it is no longer understood, nothing is.
fn known(content: Option<&[u8]>) -> Known {
    content
        .and_then(|content| serde_json::from_slice(content).ok())
        .unwrap_or_default()
}

/// The last of the moves that began at this site.
fn last_of<'a>(known: &'a Known, site: &str) -> Option<&'a Move> {
    let mut last = known.get(site)?;
    // No more moves than there are, whatever the file says.
    for _ in known {
        let Some(next) = known.get(&last.to_site) else {
            break;
        };
        last = next;
    }
    Some(last)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_folder_is_followed_through_all_moves_and_no_longer_once_the_record_is_back_in_it() {
        let place = tempfile::tempdir().unwrap();
        let [one, two, three] = ["1", "2", "3"].map(|name| place.path().join(name));
        let moves = Moves {
            file: place.path().join("config/record-moves.json"),
        };
        assert_eq!(moves.now_in(&one), None);
        moves.note(&one, &two).unwrap();
        moves.note(&two, &three).unwrap();
        assert_eq!(moves.now_in(&one).as_ref(), Some(&three));
        assert_eq!(moves.now_in(&two).as_ref(), Some(&three));
        assert_eq!(moves.now_in(&three), None);
        let mut before = moves.before(&three);
        before.sort_unstable();
        assert_eq!(before, [one.clone(), two.clone()]);

        let noted = moves.note(&three, &one).unwrap();
        assert_eq!(moves.now_in(&one), None, "it is there again");
        assert_eq!(moves.now_in(&two).as_ref(), Some(&one));
        moves.take_back(noted);
        assert_eq!(moves.now_in(&one).as_ref(), Some(&three));

        fs::write(&moves.file, "no list").unwrap();
        assert_eq!(moves.now_in(&one), None);
        moves.note(&one, &two).unwrap();
        assert_eq!(moves.now_in(&one).as_ref(), Some(&two));
    }

    #[cfg(unix)]
    #[test]
    fn folders_that_the_record_was_in_are_told_apart_without_a_look_at_them() {
        let place = tempfile::tempdir().unwrap();
        let [one, drive, three] = ["1", "drive", "3"].map(|name| place.path().join(name));
        fs::create_dir(place.path().join("disk")).unwrap();
        std::os::unix::fs::symlink(place.path().join("disk"), &drive).unwrap();
        let moves = Moves {
            file: place.path().join("record-moves.json"),
        };
        moves.note(&one, &drive).unwrap();
        moves.note(&drive, &three).unwrap();
        // Whoever followed it would come elsewhere.
        fs::remove_file(&drive).unwrap();
        assert_eq!(moves.now_in(&one).as_ref(), Some(&three));
        let mut before = moves.before(&three);
        before.sort_unstable();
        assert_eq!(before, [one, drive]);
    }
}
