//! How a file from elsewhere is kept: with pictures that take no other routine's place.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::{Content, ImportError, Renamed, read_there};
use crate::clock;
use crate::disk;
use crate::editing::{Edit, Editing, Part, Value, exercises};
use crate::library::{Entry, Library, Origin};
use crate::routine::{LARGEST_FILE, Routine, Surroundings};
use crate::text::{composed, folded};

/// What a file brings, as it is to be kept.
pub(super) struct Kept<'a> {
    /// What was given, but for the names of pictures.
    pub(super) text: Cow<'a, [u8]>,
    /// Those that are not there yet.
    pub(super) pictures: Vec<Picture<'a>>,
    pub(super) renamed: Vec<Renamed>,
}

/// A picture that is to be kept.
pub(super) struct Picture<'a> {
    /// As the file that was given names it.
    pub(super) given: &'a str,
    /// Where it is to be kept.
    pub(super) path: PathBuf,
    /// What is there now.
    pub(super) there: Option<Vec<u8>>,
    pub(super) bytes: &'a [u8],
}

impl<'a> Kept<'a> {
    /// The content of this routine as it is to be kept at `to`.
    ///
    /// # Errors
    /// There is no name for a picture, or what has its name can't be read.
    pub(super) fn of(
        routine: &Routine,
        content: &'a Content,
        to: &Path,
        library: &Library,
    ) -> Result<Self, ImportError> {
        let entries = library.entries();
        let names = Names {
            content,
            to,
            entries: &entries,
        };
        let mut pictures: Vec<Picture<'a>> = Vec::new();
        let mut renamed: Vec<Renamed> = Vec::new();
        let mut taken = None;
        for (number, (given, bytes)) in content.pictures.iter().enumerate() {
            let mut before = content.pictures[..number].iter();
            let alike = before.find(|(other, _)| folded(other) == folded(given));
            if let Some((other, _)) = alike.filter(|(_, others)| others != bytes) {
                let (picture, other) = (given.clone(), other.clone());
                return Err(ImportError::PicturesAlike { picture, other });
            }
            let mut path = to.with_file_name(given);
            let mut there = names.there(&path)?;
            if there.as_ref() != Some(bytes)
                && let Some(other) = names.other_user(given, there.is_some())
            {
                let free;
                (free, there) = names.free(given, bytes, &renamed)?;
                path = to.with_file_name(&free);
                let picture = given.clone();
                taken.get_or_insert(ImportError::PictureTaken { picture, other });
                renamed.push(Renamed {
                    given: given.clone(),
                    kept: free,
                });
            }
            if there.as_ref() != Some(bytes) {
                pictures.push(Picture {
                    given,
                    path,
                    there,
                    bytes,
                });
            }
        }
        let text = match taken {
            Some(taken) => Cow::Owned(naming(routine, &content.text, &renamed).ok_or(taken)?),
            None => Cow::Borrowed(&*content.text),
        };
        Ok(Self {
            text,
            pictures,
            renamed,
        })
    }
}

/// The file with its pictures under their other names; `None` if it can't be made to say them, and only them.
fn naming(routine: &Routine, bytes: &[u8], renamed: &[Renamed]) -> Option<Vec<u8>> {
    let surroundings = Surroundings {
        stem: "routine",
        today: clock::today(),
        image: &|_| Ok(()),
    };
    let mut editing = Editing::open(bytes, &surroundings)?;
    let mut edits = Vec::new();
    for at in 0..editing.count(&exercises()) {
        let field = Part::exercise(at).field("image");
        let named = editing.value(&field).map(|value| value.shown());
        let named = named.as_deref().map(composed);
        let renamed = renamed
            .iter()
            .find(|it| named.as_deref() == Some(it.given.as_str()));
        if let Some(renamed) = renamed {
            edits.push(Edit::Set(field, Value::text(&renamed.kept)));
        }
    }
    editing.apply(&Edit::Several(edits), &surroundings).ok()?;
    let bytes = editing.bytes();
    let is_small_enough = bytes.len() <= LARGEST_FILE;
    let kept = editing.reading().routine.as_ref()?;
    let wanted = images(routine).map(|image| {
        let renamed = renamed.iter().find(|it| it.given == image);
        renamed.map_or(image, |it| &it.kept)
    });
    (is_small_enough && images(kept).eq(wanted)).then_some(bytes)
}

fn images(routine: &Routine) -> impl Iterator<Item = &str> {
    let exercises = routine.exercises.iter();
    exercises.filter_map(|exercise| exercise.image.as_deref())
}

/// The names that pictures have where the routine is to be kept.
struct Names<'a> {
    /// What was given.
    content: &'a Content,
    /// Where it is kept.
    to: &'a Path,
    /// What the library has.
    entries: &'a [Entry],
}

impl Names<'_> {
    fn there(&self, path: &Path) -> Result<Option<Vec<u8>>, ImportError> {
        let there = disk::require_within(disk::folder_of(self.to), path);
        let there = there.and_then(|()| read_there(path));
        there.map_err(|error| ImportError::Write {
            path: path.to_owned(),
            error,
        })
    }

    /// The first name like that of `image`, with a number, that is for a picture of this content: one that no file
    /// has, or the same one, or an earlier one of this routine alone. And what is there.
    fn free(
        &self,
        image: &str,
        bytes: &[u8],
        renamed: &[Renamed],
    ) -> Result<(String, Option<Vec<u8>>), ImportError> {
        let is_given = |name: &str| {
            let given = self.content.pictures.iter().map(|(name, _)| name.as_str());
            let mut names = given.chain(renamed.iter().map(|it| it.kept.as_str()));
            names.any(|other| folded(other) == folded(name))
        };
        let mut number = 2;
        loop {
            let name = numbered(image, number);
            number += 1;
            if is_given(&name) {
                continue;
            }
            let there = self.there(&self.to.with_file_name(&name))?;
            let is_same = there.as_deref() == Some(bytes);
            let is_other_s = self.other_user(&name, there.is_some()).is_some();
            if is_same || !is_other_s && (there.is_none() || self.is_its_own(&name)) {
                return Ok((name, there));
            }
        }
    }

    /// Whether the routine that is there now shows it.
    fn is_its_own(&self, name: &str) -> bool {
        let mut own = self.own().filter(|(path, _)| *path == self.to);
        own.any(|(_, routine)| images(routine).any(|image| image == name))
    }

    /// The title of another of the person's own routines that shows `image`. If that `is_there`, the disk may be
    /// one that takes capitals for small letters.
    fn other_user(&self, image: &str, is_there: bool) -> Option<String> {
        let is_it = |other: &str| other == image || is_there && folded(other) == folded(image);
        let mut others = self.own().filter(|(path, _)| *path != self.to);
        let other = others.find(|(_, routine)| images(routine).any(is_it));
        other.map(|(_, routine)| routine.title.clone())
    }

    fn own(&self) -> impl Iterator<Item = (&Path, &Routine)> {
        self.entries.iter().filter_map(|entry| match &entry.origin {
            Origin::Own(path) => Some((path.as_path(), &**entry.routine.as_ref()?)),
            Origin::Shipped => None,
        })
    }
}

/// `a/knee.png` as `a/knee-2.png`.
fn numbered(image: &str, number: u32) -> String {
    /// In bytes. A file's name has at most 255, and more endings may follow.
    const LONGEST: usize = 200;
    let (folder, name) = image
        .rsplit_once('/')
        .map_or(("", image), |(folder, name)| {
            (&image[..=folder.len()], name)
        });
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = &stem[..stem.floor_char_boundary(LONGEST)];
    format!("{folder}{stem}-{number}.{ending}")
}
