//! What a file from elsewhere would be among the person's routines, before it is one of them.

use std::path::Path;

use super::{Doubt, doubt, pictures, place, read_there};
use crate::clock;
use crate::library::{Entry, Library, Origin, entry, file, shipped, unread};
use crate::routine::Routine;
use crate::words::{Language, Message};

/// A file from elsewhere, and what there is of it already.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    pub entry: Entry,
    pub standing: Standing,
}

impl Weighed {
    /// A file that can't be read for this reason.
    pub fn unread(from: &Path, why: Message) -> Self {
        Self {
            entry: unread(Origin::Own(from.to_owned()), None, why),
            standing: Standing::Broken,
        }
    }
}

/// What a file is to the routines that the person has.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// None of them is a version of it.
    New,
    /// One of them is the very same, with the same pictures.
    Same(Box<Routine>),
    /// It is a later version of this one, which gives way to it.
    Update(Box<Routine>),
    /// It would take the place of this one, and the person is to say whether it may.
    Asks(Doubt, Box<Routine>),
    /// It can't be used as it is.
    Broken,
    /// There is no folder to keep it in.
    Homeless,
}

/// Reads the file at `from` as [`super::import`] does, and tells what that would find in `folder`. Nothing is
/// written.
pub fn weigh(from: &Path, folder: Option<&Path>, language: &Language) -> Weighed {
    let origin = Origin::Own(from.to_owned());
    let broken = |entry| Weighed {
        entry,
        standing: Standing::Broken,
    };
    let bytes = match file::bytes(from) {
        Ok(bytes) => bytes,
        Err(error) => return Weighed::unread(from, error.message()),
    };
    let reading = file::check_bytes(&bytes, from, clock::today());
    let entry = entry(origin, reading, None);
    let Some(routine) = &entry.routine else {
        return broken(entry);
    };
    let Some(folder) = folder else {
        return Weighed {
            entry,
            standing: Standing::Homeless,
        };
    };
    match Library::with_shipped(folder, shipped::entries(language)) {
        Ok(library) => {
            let standing = standing(routine, &bytes, from, folder, &library);
            Weighed { entry, standing }
        }
        Err(why) => Weighed::unread(from, why),
    }
}

fn standing(
    routine: &Routine,
    bytes: &[u8],
    from: &Path,
    folder: &Path,
    library: &Library,
) -> Standing {
    let path = place(routine, bytes, folder, library);
    // Why it can't be read is told when it is to be replaced.
    let there = read_there(&path).ok().flatten();
    let is_same = there.as_deref() == Some(bytes);
    if !is_same && let Some((why, there)) = doubt(there.as_deref(), &path, routine, library) {
        return Standing::Asks(why, Box::new(there));
    }
    let there = there.and_then(|there| file::read_bytes(&there, &path, clock::today()).routine);
    let Some(there) = there.map(Box::new) else {
        return Standing::New;
    };
    let has_pictures = || pictures(routine, from, &path, library).is_ok_and(|it| it.is_empty());
    if is_same && has_pictures() {
        Standing::Same(there)
    } else {
        Standing::Update(there)
    }
}
