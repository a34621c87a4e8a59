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

/// Where the record is, and where it was before on this machine.
#[derive(Debug)]
pub(super) struct Moves {
    file: PathBuf,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Known {
    now: PathBuf,
    /// That of `now`, so that none of these folders is looked at: one may be on a share that hangs.
    now_site: String,
    /// By their sites the folders that it was in, as the settings had them; none of one whose name is no text. That it
    /// is in now may be among them.
    before: BTreeMap<String, Option<PathBuf>>,
}

impl Known {
    fn put(&mut self, from: &Path, to: &Path) {
        let of_from = from.to_str().map(PathBuf::from);
        self.before.insert(site::of(from).to_string(), of_from);
        to.clone_into(&mut self.now);
        self.now_site = site::of(to).to_string();
    }
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
        known.put(from, to);
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

    /// Notes that the record is in this folder after all, wherever else it was said to be. For whoever has the
    /// [turn](super::MoveTurn) to move it.
    pub(super) fn correct(&self, folder: &Path) {
        let Ok(Some(written)) = self.read() else {
            return;
        };
        let mut known = known(Some(&written));
        let from = known.now.clone();
        known.put(&from, folder);
        if let Ok(content) = serde_json::to_vec_pretty(&known) {
            // What stays has lines copied that lie where they belong too.
            let _ = disk::replace(&self.file, Some(&written), &content);
        }
    }

    /// The folder that the record is in which was in this one; `None` if it was not moved.
    pub(super) fn now_in(&self, folder: &Path) -> Option<PathBuf> {
        let known = known(self.read().ok()?.as_deref());
        let here = site::of(folder);
        let is_elsewhere = known.now_site != *here && known.before.contains_key(&*here);
        (is_elsewhere && known.now.is_absolute()).then_some(known.now)
    }

    /// The folders that the record in this one was in before.
    pub(super) fn before(&self, folder: &Path) -> Vec<PathBuf> {
        let known = known(self.read().ok().flatten().as_deref());
        let here = site::of(folder);
        if known.now_site != *here {
            return Vec::new();
        }
        let others = known.before.into_iter().filter(|(site, _)| **site != *here);
        others.filter_map(|(_, from)| from).collect()
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

        // A move back that was cut off.
        moves.note(&three, &one).unwrap();
        moves.correct(&three);
        assert_eq!(moves.now_in(&three), None);
        for before in [&one, &two] {
            assert_eq!(moves.now_in(before).as_ref(), Some(&three));
        }
        // And one to where it never was.
        let four = place.path().join("4");
        moves.note(&three, &four).unwrap();
        moves.correct(&three);
        assert_eq!(moves.now_in(&four).as_ref(), Some(&three));

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
