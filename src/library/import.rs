//! Copies a routine file from elsewhere into the person's own folder. Nothing there is lost.

mod beside;
mod content;
mod kept;
mod place;
mod put;
mod weigh;

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use self::beside::import_beside;
use self::content::Content;
use self::kept::{Kept, Picture};
pub use self::place::file_stem;
use self::place::{named, place, taking};
use self::put::{Prepared, put_all};
pub use self::weigh::{Standing, Weighed, weigh};
use super::{Library, Origin, ReadFileError, file};
use crate::changes::{self, Telling};
use crate::clock;
use crate::disk::{self, Lock};
use crate::routine::{Reading, Routine};
use crate::words::{Language, List, Message};

/// What an import did.
#[derive(Debug)]
pub struct Imported {
    pub reading: Reading,
    /// Where the file is kept; the file itself where it was not copied.
    pub path: PathBuf,
    pub change: Change,
    /// Those of its pictures that have another name there than in the file that was given.
    pub renamed: Vec<Renamed>,
}

/// A picture under another name than the file gives it, since another routine's picture has that one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// As the file that was given names it.
    pub given: String,
    /// As the file that is kept names it.
    pub kept: String,
}

impl Imported {
    /// What became of the file, for the person.
    pub fn message(&self) -> Message {
        let message = match &self.change {
            Change::New => Message::new("import-new"),
            Change::Beside { other } => {
                Message::new("import-beside").with("other", other.as_path())
            }
            Change::None => Message::new("import-same"),
            Change::Shipped => Message::new("import-same-shipped"),
            Change::Pictures { count } => Message::new("import-pictures").with("count", *count),
            Change::Replaced { previous } => {
                Message::new("import-replaced").with("previous", previous.as_path())
            }
        };
        let title = self.reading.routine.as_ref();
        let title = title.map(|routine| routine.title.as_str());
        message
            .with("title", title.unwrap_or_default())
            .with("path", self.path.as_path())
    }

    /// That pictures of it have other names there, for the person, where any have.
    pub fn renaming(&self) -> Option<Message> {
        let first = self.renamed.first()?;
        let message = Message::new("import-renamed").with("count", self.renamed.len());
        let message = message.with("picture", first.given.as_str());
        Some(message.with("kept", first.kept.as_str()))
    }
}

/// What an import changed in the person's own folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// No file of that routine was there.
    New,
    /// Its usual file name is taken by another routine, in this file, so it was kept under another name.
    Beside { other: PathBuf },
    /// The same file was there, with the same pictures.
    None,
    /// It is the very file of a routine that comes with the app, and was not copied.
    Shipped,
    /// The same file was there, and so many of its pictures are others now. One that was there is
    /// kept beside it.
    Pictures { count: usize },
    /// An earlier version was there; it is kept under this name.
    Replaced { previous: PathBuf },
}

/// What the person said to what an import is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consent {
    /// They have not been asked, which they are where what gives way may be the better one.
    Needed,
    /// Whatever is there gives way.
    Given,
    /// They were shown both: what the file brings, as [`Weighed::sha256`] has it, and the SHA-256 of the routine
    /// that gives way to it, if one does. Nothing else is agreed to.
    To {
        given: String,
        there: Option<String>,
    },
}

impl Consent {
    /// The answer to what was shown.
    pub fn to(given: &Weighed, there: Option<&Routine>) -> Self {
        Self::To {
            given: given.sha256.clone(),
            there: there.map(|there| there.sha256.clone()),
        }
    }

    /// Whether it is about this content.
    fn is_of(&self, content: &Content) -> bool {
        match self {
            Self::Needed | Self::Given => true,
            Self::To { given, .. } => *given == content.sha256(),
        }
    }
}

/// Why the person is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The file is an older version than the one that is there.
    Older,
    /// What is there is, by its title and its author, another routine.
    Another,
    /// Neither writes an id, and they have the same file name, title and version.
    SameName,
    /// It says to be the very version that is there, and what it asks for or shows is different.
    SameVersion,
    /// The file would stand in the place of a shipped routine, which has its id.
    Shipped,
}

impl Doubt {
    /// The question, with what is there and what the file is.
    pub fn question(self, there: &Routine, given: &Routine) -> Message {
        let (id, there) = match self {
            Self::Older => ("import-asks-older", version(there)),
            Self::Another => ("import-asks-another", version(there)),
            Self::SameName => ("import-asks-same-name", version(there)),
            Self::SameVersion => return same_version(there, given),
            Self::Shipped => ("import-asks-shipped", shipped_version(there)),
        };
        Message::new(id)
            .with("there", there)
            .with("given", version(given))
    }

    /// The question to a person in a terminal, with how to answer it.
    pub fn in_terminal(self, question: Message) -> Message {
        let id = match self {
            Self::Shipped => "import-asks-terminal-shipped",
            Self::Older | Self::Another | Self::SameName | Self::SameVersion => {
                "import-asks-terminal"
            }
        };
        Message::new(id).with("question", question)
    }
}

/// Why a file was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file or one of its pictures can't be read.
    #[error(transparent)]
    Read(ReadFileError),
    /// The file can't be used before they are fixed.
    #[error("the file has mistakes")]
    Mistakes(Box<Reading>),
    /// The person has to say whether one is to give way to the other.
    #[error("{} is there, and {} would replace it", there.title, given.title)]
    Asks {
        why: Doubt,
        there: Box<Routine>,
        given: Box<Routine>,
    },
    /// The file, or what would give way to it, is not what the person was shown.
    #[error("it is not what was shown any more")]
    Changed,
    /// A different picture of another routine has the same name, and the file can't be made to name another.
    #[error("the picture {picture} is another one in the routine {other}")]
    PictureTaken { picture: String, other: String },
    /// Two different pictures of the routine have names that differ in capitals alone: many a disk has room
    /// for one of them.
    #[error("the pictures {picture} and {other} differ in capitals alone")]
    PicturesAlike { picture: String, other: String },
    /// A picture can't be copied along, for this reason.
    #[error("a picture can't be copied along")]
    PicturesLeft(Message),
    /// The folder does not answer, for this reason: what is in it is not known.
    #[error("the folder does not answer")]
    Silent(Message),
    /// The system won't let the routine or a picture be written.
    #[error("{path} can't be written: {error}", path = path.display())]
    Write { path: PathBuf, error: io::Error },
}

impl ImportError {
    /// What is wrong, for the person.
    pub fn message(&self) -> Message {
        match self {
            Self::Read(error) => error.message(),
            Self::Mistakes(_) => Message::new("error-import-mistakes"),
            Self::Asks { why, there, given } => why.question(there, given),
            Self::Changed => Message::new("error-import-changed"),
            Self::PictureTaken { picture, other } => Message::new("error-import-picture")
                .with("picture", picture.as_str())
                .with("other", other.as_str()),
            Self::PicturesAlike { picture, other } => Message::new("error-import-pictures-alike")
                .with("picture", picture.as_str())
                .with("other", other.as_str()),
            Self::PicturesLeft(why) | Self::Silent(why) => why.clone(),
            Self::Write { path, error } => Message::new("error-write")
                .with("path", path.as_path())
                .with("reason", disk::reason(error)),
        }
    }
}

/// Which version of a routine it is: its title and revision, and its author and date if it says so.
fn version(routine: &Routine) -> Message {
    let author = routine.author.as_ref();
    let author = author.map(|it| [&it.name, &it.role, &it.clinic]);
    let author: Vec<&str> = author
        .iter()
        .flatten()
        .filter_map(|it| it.as_deref())
        .collect();
    let author = if author.is_empty() {
        Message::new("import-version-no-author")
    } else {
        Message::new("import-version-author").with("author", List::Parts.of(author))
    };
    let date = match routine.updated {
        Some(date) => Message::new("import-version-date").with("date", date.to_string()),
        None => Message::new("import-version-no-date"),
    };
    Message::new("import-version")
        .with("title", routine.title.as_str())
        .with("revision", routine.revision)
        .with("author", author)
        .with("date", date)
}

/// What tells the file from the routine of the same version that is there.
fn same_version(there: &Routine, given: &Routine) -> Message {
    /// More of them are a number.
    const MOST_TOLD: usize = 8;
    let changes = changes::between(there, given);
    let told = changes.iter().take(MOST_TOLD);
    let told = told.map(|change| change.message(Telling::SideBySide));
    let different = match changes.len() {
        0 => Message::new("import-different-pictures"),
        all => Message::new("import-different")
            .with("changes", List::Facts.of(told))
            .with("more", all.saturating_sub(MOST_TOLD)),
    };
    Message::new("import-asks-same-version")
        .with("there", version(there))
        .with("different", different)
}

/// The same of a shipped one: its author is the program.
fn shipped_version(routine: &Routine) -> Message {
    Message::new("import-version-shipped")
        .with("title", routine.title.as_str())
        .with("revision", routine.revision)
}

/// Checks the file at `from` and copies it, with its pictures, into `folder`, which is made if it
/// isn't there.
///
/// A version of the same routine gives way and is kept beside the new one, under a name that ends
/// in `.previous-1` or the next number that is free. So is a picture of it. Two files are the same
/// routine if both write the same id. An id from a file's name says little, since many a file is called
/// `back.toml`; of two such files that have the same title too, the person is asked. They are asked
/// too before an older version, or a different file of the same version, takes its place, and before a file stands
/// in the place of a shipped routine, which is named in `language`.
///
/// A picture whose name a different one of another routine has gets a name of its own, which the copy of the
/// file then says.
///
/// All is written under temporary names before any of it takes its place, so that a picture that
/// can't be brought leaves every file as it was. Imports take turns, and what another program saves
/// in between is seen and left alone.
///
/// # Errors
/// The file or a picture can't be read, has mistakes, would take the place of another routine's, or
/// can't be written; or the person is to be asked first.
pub fn import(
    from: &Path,
    folder: &Path,
    language: &Language,
    consent: &Consent,
) -> Result<Imported, ImportError> {
    let bytes = file::bytes(from).map_err(ImportError::Read)?;
    let mut reading = file::check_bytes(&bytes, from, clock::today());
    let Some(routine) = reading.routine.take() else {
        return Err(ImportError::Mistakes(Box::new(reading)));
    };
    let brought = Content::read(&routine, bytes, from).map_err(ImportError::Read)?;
    let unwritten = |path: &Path, error| ImportError::Write {
        path: path.to_owned(),
        error,
    };
    let _lock = lock(folder).map_err(|error| unwritten(folder, error))?;
    let library = Library::to_weigh_by(folder.to_owned(), language);
    let library = library.be_current().map(|()| library);
    let library = library.map_err(ImportError::Silent)?;
    let path = place(&routine, &brought, folder, &library);
    let there = read_there(&path).map_err(|error| unwritten(&path, error))?;
    let kept = Kept::of(&routine, &brought, &path, &library);
    let is_there = is_kept(there.as_deref(), &kept, &brought);
    if !is_there && *consent != Consent::Given && is_shipped(&routine, &library).is_some() {
        reading.routine = Some(routine);
        return Ok(Imported {
            reading,
            path: from.to_owned(),
            change: Change::Shipped,
            renamed: Vec::new(),
        });
    }
    let asked = doubt(there.as_deref(), &path, &kept, is_there, &routine, &library);
    match consent {
        Consent::Given => {}
        Consent::Needed => {
            if let Some((why, there)) = asked {
                return Err(ImportError::Asks {
                    why,
                    there: Box::new(there),
                    given: Box::new(routine),
                });
            }
        }
        Consent::To { there: shown, .. } => {
            let there = there.as_deref();
            let there = there.and_then(|it| file::read_bytes(it, &path, clock::today()).routine);
            let there = asked.map(|(_, there)| there).or(there);
            if there.map(|there| there.sha256) != *shown || !consent.is_of(&brought) {
                return Err(ImportError::Changed);
            }
        }
    }
    let Kept {
        text,
        pictures,
        renamed,
    } = kept?;
    let mut change = put(&pictures, &path, there.as_deref(), &text)?;
    let usual = named(&routine, folder, None);
    if change == Change::New && path != usual {
        let other = taking(&usual).unwrap_or(usual);
        change = Change::Beside { other };
    } else if change == Change::None && !pictures.is_empty() {
        let count = pictures.len();
        change = Change::Pictures { count };
    }
    reading.routine = Some(routine);
    Ok(Imported {
        reading,
        path,
        change,
        renamed,
    })
}

/// Puts pictures and a routine file into their places, all or none; gives what became of the file.
fn put(
    pictures: &[Picture<'_>],
    path: &PathBuf,
    there: Option<&[u8]>,
    text: &[u8],
) -> Result<Change, ImportError> {
    let unwritten = |path: &Path, error| ImportError::Write {
        path: path.to_owned(),
        error,
    };
    let prepare = |path: &Path, there, bytes| {
        Prepared::of(path, there, bytes).map_err(|error| unwritten(path, error))
    };
    let mut prepared = Vec::new();
    for Picture {
        path, there, bytes, ..
    } in pictures
    {
        prepared.push((path, prepare(path, there.as_deref(), bytes)?));
    }
    let file = prepare(path, there, text)?;
    // The pictures first: a routine that is there has all it shows.
    prepared.push((path, file));
    let changes = put_all(prepared).map_err(|(path, error)| unwritten(path, error))?;
    Ok(changes.into_iter().next_back().unwrap_or(Change::None))
}

/// Whether what is there is the file as it would be kept. Where it can't be, what was given is compared.
fn is_kept(there: Option<&[u8]>, kept: &Result<Kept, ImportError>, given: &Content) -> bool {
    let text = kept.as_ref().map_or(&*given.text, |kept| &*kept.text);
    there == Some(text)
}

/// Held while a folder of routines is changed. It lies beside the folder, where no routines are.
fn lock(folder: &Path) -> io::Result<Lock> {
    const PATIENCE: Duration = Duration::from_secs(10);
    disk::create_folder(folder)?;
    let lock = Lock::wait(&folder.with_added_extension("lock"), PATIENCE)?;
    // Leftovers with another content are reported when the library is opened.
    let _ = disk::sweep(folder);
    Ok(lock)
}

/// `None` if no file is there.
fn read_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match disk::read(path) {
        Ok(there) => Ok(Some(there)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The routine that comes with the app whose very file this is.
fn is_shipped(given: &Routine, library: &Library) -> Option<Arc<Routine>> {
    let entries = library.entries();
    let mut shipped = entries
        .iter()
        .filter(|entry| entry.origin == Origin::Shipped)
        .filter_map(|entry| entry.routine.as_ref());
    shipped.find(|it| it.sha256 == given.sha256).map(Arc::clone)
}

/// Why the person is to be asked before the file takes the place of what is there, and what that is. Its text is
/// the one that is there where it `is_there`.
fn doubt(
    there: Option<&[u8]>,
    path: &Path,
    kept: &Result<Kept, ImportError>,
    is_there: bool,
    given: &Routine,
    library: &Library,
) -> Option<(Doubt, Routine)> {
    let there = there.and_then(|there| file::read_bytes(there, path, clock::today()).routine);
    let Some(there) = there else {
        let shipped = in_place_of_shipped(path, given, library)?;
        return Some((Doubt::Shipped, shipped));
    };
    let there = as_given(there, kept);
    if is_there {
        return shows_others(kept).then_some((Doubt::SameVersion, there));
    }
    let by_same = given.author.is_some() && given.author == there.author;
    let versions = [&there, given].map(|routine| (routine.revision, routine.updated));
    // It is newer, or its title and its author are others.
    let why = if there.title != given.title && !by_same {
        Doubt::Another
    } else if versions[1] < versions[0] {
        Doubt::Older
    } else if versions[1] > versions[0] {
        return None;
    } else if !given.id_is_written {
        Doubt::SameName
    } else if shows_others(kept) || !changes::between(&there, given).is_empty() {
        Doubt::SameVersion
    } else {
        // A comment is no matter to whoever does the routine.
        return None;
    };
    Some((why, there))
}

/// Whether a picture would take the place of another. Why the file can't be kept is told when it is to be.
fn shows_others(kept: &Result<Kept, ImportError>) -> bool {
    let mut pictures = kept.iter().flat_map(|kept| &kept.pictures);
    pictures.any(|picture| picture.there.is_some())
}

/// What is there, with its pictures named as the file names them: another name alone is no change.
fn as_given(mut there: Routine, kept: &Result<Kept, ImportError>) -> Routine {
    let renamed = kept.as_ref().map_or(&[][..], |kept| &kept.renamed);
    let images = there.exercises.iter_mut();
    for image in images.filter_map(|exercise| exercise.image.as_mut()) {
        if let Some(renamed) = renamed.iter().find(|renamed| renamed.kept == *image) {
            image.clone_from(&renamed.given);
        }
    }
    there
}

/// The shipped routine in whose place the file would stand. Where one of the person's own does so
/// already, the library has no shipped one of that id.
fn in_place_of_shipped(path: &Path, given: &Routine, library: &Library) -> Option<Routine> {
    let name = path.file_stem().and_then(OsStr::to_str);
    // Without one of its own it gets its id from the name that it is kept under.
    let id = name.filter(|_| !given.id_is_written).unwrap_or(&given.id);
    let found = library.find(id)?;
    let is_shipped = found.origin == Origin::Shipped;
    is_shipped.then(|| Routine::clone(&found.routine))
}

#[cfg(test)]
mod tests {
    use super::file::is_reserved;
    use crate::library::free_path;

    #[test]
    fn no_file_has_a_name_that_windows_keeps_for_a_device() {
        for name in ["con", "CON", "nul", "Aux", "prn", "com1", "LPT9", "com¹"] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["contact", "com", "com10", "neck", "lpt-1"] {
            assert!(!is_reserved(name), "{name}");
        }
        let folder = tempfile::tempdir().unwrap();
        for (title, name) in [("COM3", "com3-2.toml"), ("Lpt 9", "lpt-9.toml")] {
            assert_eq!(free_path(folder.path(), title), folder.path().join(name));
        }
    }
}
