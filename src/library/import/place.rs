//! In which file a routine is kept that is imported.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::{Library, Origin, file};
use super::content::Content;
use super::is_kept;
use super::kept::Kept;
use crate::clock;
use crate::disk;
use crate::routine::Routine;
use crate::text::folded;

/// Where the routine is kept: in the file that writes its id, if it writes one itself; in the one of
/// its name and title, if neither writes one; or else in one named after it, of which no other
/// routine, and no broken file, has taken the name: on some systems that is one in other letters too.
pub(super) fn place(
    routine: &Routine,
    content: &Content,
    folder: &Path,
    library: &Library,
) -> PathBuf {
    let holds_it = |path: &Path| {
        let there = disk::read(path).ok();
        there.is_some_and(|there| {
            let kept = Kept::of(routine, content, path, library);
            is_kept(Some(&there), &kept, content)
        })
    };
    let entries = library.entries();
    let of_id = entries.iter().filter_map(|entry| match &entry.origin {
        Origin::Own(path) => {
            let other = entry.routine.as_ref()?;
            let is_same = other.id_is_written && other.id == routine.id;
            is_same.then_some((path, other))
        }
        Origin::Shipped => None,
    });
    // Of several, which were copied there by hand, the newest one is what a version is newer than.
    let rank = |path: &Path, other: &Routine| (holds_it(path), other.revision, other.updated);
    let own = of_id.rev().max_by_key(|(path, other)| rank(path, other));
    let own = own.map(|(path, _)| path.clone());
    own.filter(|_| routine.id_is_written).unwrap_or_else(|| {
        let mut path = named(routine, folder, None);
        let mut number = 2;
        while taking(&path).is_some() && !holds_it(&path) {
            path = named(routine, folder, Some(number));
            number += 1;
        }
        let usual = named(routine, folder, None);
        let is_there = fs::symlink_metadata(&path).is_ok();
        if !is_there && may_be_edited(&usual, routine) {
            usual
        } else {
            path
        }
    })
}

/// The file that has taken this name, if one has: under the very one, or one that some systems take for the same, and a
/// backup that all of them read can't have beside it.
pub(super) fn taking(path: &Path) -> Option<PathBuf> {
    let known_as = |path: &Path| folded(&path.file_name().unwrap_or_default().to_string_lossy());
    if fs::symlink_metadata(path).is_ok() {
        return Some(path.to_owned());
    }
    let beside = disk::entries(disk::folder_of(path)).unwrap_or_default();
    let name = known_as(path);
    beside.into_iter().find(|other| known_as(other) == name)
}

/// Whether the routine may be an edited version of the one in this file: neither writes an id, and
/// they have the same title.
fn may_be_edited(path: &Path, routine: &Routine) -> bool {
    let there = disk::read(path).ok();
    let there = there.and_then(|bytes| file::read_bytes(&bytes, path, clock::today()).routine);
    there.is_some_and(|there| {
        !there.id_is_written && !routine.id_is_written && there.title == routine.title
    })
}

/// Where a file of the routine lies, with a number in its name if the one without is taken.
pub(super) fn named(routine: &Routine, folder: &Path, number: Option<u32>) -> PathBuf {
    let name = file_stem(routine);
    let name = match number {
        None => name,
        Some(number) => format!("{name}-{number}"),
    };
    folder.join(name).with_added_extension("toml")
}

/// The name of a file for the routine, without its ending: good on every system.
pub fn file_stem(routine: &Routine) -> String {
    /// In bytes. A file's name has at most 255, and a number and more endings may follow.
    const LONGEST: usize = 200;
    let id = &routine.id[..routine.id.floor_char_boundary(LONGEST)];
    if file::is_reserved(id) {
        format!("routine-{id}")
    } else {
        id.to_owned()
    }
}
