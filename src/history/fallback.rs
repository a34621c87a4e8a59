//! Lines that the record can't take, kept elsewhere until it can.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{self, Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::moves::Moves;
use super::record::Id;
use super::{carry, chosen};
use crate::disk;
use crate::folders::Folders;

/// What the names of files and folders begin with, before a hash of the record's folder.
const PREFIX: &str = "supple-";

/// The ending of a file that was written to its end.
const END: &str = ".jsonl";

/// The most that is taken in of one file, in bytes, and put into one.
const LARGEST: usize = 16 << 20;

/// Where lines go that can't be written.
#[derive(Debug)]
pub(super) struct Fallback {
    /// The record that they belong to.
    folder: PathBuf,
    /// The best first.
    places: Vec<Place>,
    /// The folder that the record would lie in, where the person chose another.
    usual: Option<PathBuf>,
    /// Where it was moved to and from.
    moves: Option<Moves>,
}

/// A folder that may take lines.
#[derive(Debug)]
pub(super) struct Place {
    pub folder: PathBuf,
    /// Whether the system may empty it with its next start.
    pub is_fleeting: bool,
}

impl Place {
    pub(super) fn lasting(folder: PathBuf) -> Self {
        Self {
            folder,
            is_fleeting: false,
        }
    }
}

/// Where lines were put.
#[derive(Debug)]
pub(super) struct Kept {
    /// The file, or the folder that has all of them where they take more than one.
    pub path: PathBuf,
    /// Whether the system may remove it with its next start.
    pub is_fleeting: bool,
}

impl Fallback {
    /// Beside the record first, since the record's folder may be all that can't be written. The cache is
    /// cleared now and then, and the system's folders are for temporary files.
    pub(super) fn of(folders: &Folders) -> Self {
        let own = [&folders.data, &folders.config, &folders.cache];
        let mut places: Vec<Place> = own.map(|own| Place::lasting(own.clone())).into();
        if cfg!(unix) {
            // Temporary files there outlive a restart.
            places.push(Place::lasting(PathBuf::from("/var/tmp")));
        }
        places.push(Place {
            folder: env::temp_dir(),
            is_fleeting: true,
        });
        Self {
            usual: folders.record.is_some().then(|| folders.usual_log()),
            moves: Some(Moves::of(folders)),
            ..Self::in_places(folders.log(), places)
        }
    }

    pub(super) fn in_places(folder: PathBuf, places: Vec<Place>) -> Self {
        Self {
            folder,
            places,
            usual: None,
            moves: None,
        }
    }

    /// The folder that the record was moved to by another copy of the program, while this one has it open.
    pub(super) fn moved_to(&self) -> Option<PathBuf> {
        self.moves.as_ref()?.now_in(&self.folder)
    }

    /// Keeps lines in a file of their own, or in several, and returns where; `None` if no place takes
    /// them. The file lies in a new folder that only the person can read or write: the system's
    /// temporary folder is shared by all.
    pub(super) fn keep(&self, lines: &str) -> Option<Kept> {
        let name = format!("{}{}", beginning_of(&self.folder), Id::new());
        self.places.iter().find_map(|place| {
            let folder = place.folder.join(&name);
            let kept = disk::create_folder(&place.folder)
                .and_then(|()| create_private_folder(&folder))
                .and_then(|()| put_into(&folder, &name, lines))
                .and_then(|path| disk::sync_folder(&place.folder).map(|()| path));
            let path = kept.ok()?;
            let is_fleeting = place.is_fleeting;
            Some(Kept { path, is_fleeting })
        })
    }

    /// Moves what was kept into the record, and copies what came into the usual folder since the record lies in
    /// another. What it still can't take stays where it is, and is given; what anybody else may have put there is left
    /// alone.
    pub(super) fn take_in(&self) -> Vec<PathBuf> {
        let mut waiting = Vec::new();
        if self.moved_to().is_some() {
            // It is for where the record is now, and comes there.
            return waiting;
        }
        if let Some(usual) = &self.usual {
            if chosen::missing(&self.folder).is_some() {
                return waiting;
            }
            self.take_in_of(usual, usual, &mut waiting);
            carry::take_along(usual, &self.folder);
        }
        self.take_in_of(&self.folder, &self.folder, &mut waiting);
        let before = self.moves.iter().flat_map(|it| it.before(&self.folder));
        for before in before.filter(|before| Some(before) != self.usual.as_ref()) {
            self.take_in_of(&before, &self.folder, &mut waiting);
        }
        waiting
    }

    /// Moves what was kept of the record in a folder into one.
    fn take_in_of(&self, kept_of: &Path, log: &Path, waiting: &mut Vec<PathBuf>) {
        let beginning = beginning_of(kept_of);
        for place in &self.places {
            // What lies beside the record is its own wherever both have been moved to.
            let is_beside = kept_of == log && log.parent() == Some(&place.folder);
            let is_ours = |path: &PathBuf| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.starts_with(&beginning) || is_beside && is_of_a_record(&name)
            };
            for path in paths_in(&place.folder).filter(is_ours) {
                if is_private_folder(&path) {
                    waiting.extend(paths_in(&path).filter_map(|file| take_in_file(file, log)));
                    // Nothing is exchanged there.
                    let _ = disk::sweep(&path);
                    // Once it is empty.
                    let _ = fs::remove_dir(&path);
                } else {
                    // Without a folder of its own, as earlier versions kept them.
                    waiting.extend(take_in_file(path, log));
                }
            }
        }
    }
}

/// Gives the file if it is one of the person's own that can't be moved: it is tried again the next time that the record
/// is read.
fn take_in_file(file: PathBuf, log: &Path) -> Option<PathBuf> {
    let name = file.file_name().unwrap_or_default();
    let is_to_move = name.to_string_lossy().ends_with(END);
    let is_moved = !is_to_move || move_file(&file, &log.join(name)).is_ok();
    (!is_moved && read_own(&file).is_ok()).then_some(file)
}

/// How the names of the files of the record in a folder begin: others may have theirs in the same places.
fn beginning_of(log: &Path) -> String {
    let folder = path::absolute(log).unwrap_or_else(|_| log.to_owned());
    let hash = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    let short = hash.first_chunk().copied().map(u64::from_be_bytes);
    format!("{PREFIX}{:016x}-", short.unwrap_or_default())
}

/// Whether a file's name begins as those of some record's files do.
fn is_of_a_record(name: &str) -> bool {
    let hash = name
        .strip_prefix(PREFIX)
        .and_then(|name| name.split_once('-'));
    hash.is_some_and(|(hash, _)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Puts lines into files, none larger than is taken in of one.
fn put_into(folder: &Path, name: &str, lines: &str) -> io::Result<PathBuf> {
    let pieces = pieces(lines, LARGEST);
    for (number, piece) in pieces.iter().enumerate() {
        let path = folder.join(format!("{name}-{number}{END}"));
        disk::create(&path, piece.as_bytes())?;
        if pieces.len() == 1 {
            return Ok(path);
        }
    }
    Ok(folder.to_owned())
}

/// The lines in pieces of at most `most` bytes. A line that is longer is a piece of its own, which no
/// reader of the record would take either.
fn pieces(lines: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut end) = (0, 0);
    for line in lines.split_inclusive('\n') {
        if end > start && end + line.len() - start > most {
            pieces.push(&lines[start..end]);
            start = end;
        }
        end += line.len();
    }
    pieces.push(&lines[start..]);
    pieces
}

fn paths_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

/// Moves a file of the person's own, to another disk as well. At every moment all of it is in one of
/// the places.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    let lines = read_own(from)?;
    disk::create_folder(to.parent().unwrap_or(Path::new("")))?;
    match disk::create(to, &lines) {
        // Moved before, when it could not be removed.
        Err(error)
            if error.kind() == io::ErrorKind::AlreadyExists
                && disk::read(to).is_ok_and(|there| there == lines) => {}
        created => created?,
    }
    fs::remove_file(from)
}

/// Reads a file if it is one, of the person's own, and no larger than [`LARGEST`].
fn read_own(path: &Path) -> io::Result<Vec<u8>> {
    let file = open_without_links(path)?;
    let about = file.metadata()?;
    if !about.is_file() || !is_own_alone(&about) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut lines = Vec::new();
    file.take(LARGEST as u64 + 1).read_to_end(&mut lines)?;
    if lines.len() > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(lines)
}

#[cfg(unix)]
fn open_without_links(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;

    // A pipe would be waited for without end.
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let flags = flags.bits().cast_signed();
    File::options().read(true).custom_flags(flags).open(path)
}

/// Makes a folder that will be known for the person's own.
///
/// # Errors
/// It can't be made, or lies on a disk without permissions, as many that are carried about.
#[cfg(unix)]
fn create_private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().mode(0o700).create(path)?;
    if is_private_folder(path) {
        return Ok(());
    }
    // It is empty.
    let _ = fs::remove_dir(path);
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether it is a folder of the person's own that no other user can read or write.
#[cfg(unix)]
fn is_private_folder(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    const OF_OTHERS: u32 = 0o077;
    fs::symlink_metadata(path).is_ok_and(|about| {
        let is_open = about.permissions().mode() & OF_OTHERS != 0;
        about.is_dir() && is_own(&about) && !is_open
    })
}

#[cfg(unix)]
fn is_own(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    about.uid() == rustix::process::geteuid().as_raw()
}

/// Whether a file is the person's own, no other user can write into it, and it has no other name: a
/// user who may not read a file can still give it another name.
#[cfg(unix)]
fn is_own_alone(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    const WRITABLE_BY_OTHERS: u32 = 0o022;
    is_own(about) && about.nlink() == 1 && about.permissions().mode() & WRITABLE_BY_OTHERS == 0
}

// Elsewhere each person has a folder of their own for what is temporary.

#[cfg(not(unix))]
fn open_without_links(path: &Path) -> io::Result<File> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    File::open(path)
}

#[cfg(not(unix))]
fn create_private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

#[cfg(not(unix))]
fn is_private_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_dir())
}

#[cfg(not(unix))]
fn is_own_alone(_: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
