//! Files written whole or not at all: as a draft beside their place, which then takes it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::beside::{OTHER, names_beside};
use super::folder::{create_folder, sync_folder};
use super::path::{folder_of, place};
use super::read::is_content;
use super::reason::Refused;
use super::ties;

/// Replaces the content of a file so that at every moment either the old or the new is there. The
/// file has the content `before`, or is not there if that is `None`; its folder is made if needed.
///
/// # Errors
/// The file is left alone if it is anything else: see [`Draft::put`].
pub fn replace(path: &Path, before: Option<&[u8]>, content: &[u8]) -> io::Result<()> {
    create_folder(folder_of(path))?;
    Draft::of(path, content)?.put(before)
}

/// Replaces a file whatever its content is, so that at every moment either the old or the new is there, or writes it
/// where there is none.
///
/// # Errors
/// The file is left alone if it is anything that may not be written: see [`Draft::of`].
pub fn overwrite(path: &Path, content: &[u8]) -> io::Result<()> {
    Draft::of(path, content)?.overwrite()
}

/// Writes a file that is not there yet, whole or not at all.
///
/// # Errors
/// `AlreadyExists` if it is there; it is left alone.
pub fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    create_copy(path, path, content)
}

/// The same for a copy of the file at `original`, which no more people may read than that.
///
/// # Errors
/// As of [`create`].
pub fn create_copy(path: &Path, original: &Path, content: &[u8]) -> io::Result<()> {
    if path.is_symlink() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    Draft::at(path.to_owned(), content, original)?.create()
}

/// Removes the file at `path` if it has this content.
///
/// # Errors
/// It has another (see [`is_changed`](super::is_changed)) and is left alone, or the system refuses.
pub fn remove(path: &Path, content: &[u8]) -> io::Result<()> {
    if !is_content(path, content) {
        return Err(Refused::Changed.into());
    }
    fs::remove_file(path)?;
    sync_folder(folder_of(path))
}

/// What the names of drafts begin and end with. Hidden in listings of the folder, and
/// short: it fits wherever the name of the file itself does.
pub(super) const DRAFT: (&str, &str) = (".supple-", ".tmp");

/// A file in a folder that is there as long as it is held.
///
/// # Errors
/// The folder takes none.
pub fn mark_in(folder: &Path) -> io::Result<NamedTempFile> {
    let (begin, end) = DRAFT;
    tempfile::Builder::new()
        .prefix(begin)
        .suffix(end)
        .tempfile_in(folder)
}

/// The content of a file, synced under a temporary name beside it, until it takes its place. Gone
/// if it never does.
#[derive(Debug)]
pub struct Draft<'a> {
    place: PathBuf,
    content: &'a [u8],
    /// Locked as long as it is a draft: what is not locked was left by a program that was killed.
    pub(super) temporary: NamedTempFile,
}

impl<'a> Draft<'a> {
    /// For the file at `path`, whose folder must be there.
    ///
    /// # Errors
    /// It can't be written, or may not be: something other than a file is at `path`, a link that leads out
    /// of the folder or nowhere, or a file that is protected from writing or has other names.
    pub fn of(path: &Path, content: &'a [u8]) -> io::Result<Self> {
        let place = place(path)?;
        ties::require_replaceable(&place)?;
        Self::at(place.clone(), content, &place)
    }

    /// No more people may read it than the file at `like`, if that is there.
    fn at(place: PathBuf, content: &'a [u8], like: &Path) -> io::Result<Self> {
        let mut names = tempfile::Builder::new();
        names.prefix(DRAFT.0).suffix(DRAFT.1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // Those of any new file, from which the person's mask takes away.
            const OF_ANY: u32 = 0o666;
            let of_it = fs::symlink_metadata(like).map(|about| about.permissions().mode());
            // Its owner may have to write it first.
            let mode = of_it.map_or(OF_ANY, |mode| mode & OF_ANY | 0o600);
            names.permissions(fs::Permissions::from_mode(mode));
        }
        #[cfg(not(unix))]
        let _ = like;
        let folder = folder_of(&place);
        let mut temporary = names.tempfile_in(folder).map_err(|error| {
            // As those are in which the system shows itself, on Linux `/proc`.
            let takes_none = error.kind() == io::ErrorKind::NotFound && folder.is_dir();
            if takes_none {
                Refused::NoFiles.into()
            } else {
                error
            }
        })?;
        // A disk without locks has it without one; it is then not swept up either.
        let _ = temporary.as_file().try_lock();
        temporary.write_all(content)?;
        temporary.as_file().sync_all()?;
        Ok(Self {
            place,
            content,
            temporary,
        })
    }

    /// Takes the place of the file that has the content `before`, or of none.
    ///
    /// # Errors
    /// What is there is something else (see [`is_changed`](super::is_changed)) and left alone; or the system refuses.
    /// If its folder can't be synced, the new file may be there all the same.
    pub fn put(self, before: Option<&[u8]>) -> io::Result<()> {
        match before {
            Some(before) => self.replace(before),
            None => match self.create() {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    Err(Refused::Changed.into())
                }
                other => other,
            },
        }
    }

    fn replace(self, before: &[u8]) -> io::Result<()> {
        if !is_content(&self.place, before) || !self.becomes_like_what_is_there() {
            return Err(Refused::Changed.into());
        }
        match put_beside(self.temporary, &self.place) {
            Ok((beside, _lock)) => exchange(&beside, &self.place, before, self.content)?,
            Err(temporary) => {
                temporary.persist(&self.place)?;
            }
        }
        sync_folder(folder_of(&self.place))
    }

    fn overwrite(self) -> io::Result<()> {
        if !self.becomes_like_what_is_there() {
            return self.create();
        }
        self.temporary.persist(&self.place)?;
        sync_folder(folder_of(&self.place))
    }

    /// Gives it the owner and the permissions of the file whose place it takes. Whether there is one.
    fn becomes_like_what_is_there(&self) -> bool {
        let about = fs::symlink_metadata(&self.place);
        let Some(about) = about.ok().filter(fs::Metadata::is_file) else {
            return false;
        };
        #[cfg(unix)]
        {
            let file = self.temporary.as_file();
            ties::keep_owner(file, &about);
            // Some disks have none to set: no reason not to write.
            let _ = keep_permissions(file, &about);
        }
        #[cfg(not(unix))]
        let _ = about;
        true
    }

    /// Takes its place if no file is there.
    ///
    /// # Errors
    /// `AlreadyExists` if one is there; it is left alone.
    fn create(self) -> io::Result<()> {
        match self.temporary.persist_noclobber(&self.place) {
            Ok(_) => {}
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(refused.error);
            }
            Err(_) => create_without_links(&self.place, self.content)?,
        }
        sync_folder(folder_of(&self.place))
    }
}

#[cfg(unix)]
fn keep_permissions(draft: &File, about: &fs::Metadata) -> io::Result<()> {
    #[cfg(test)]
    super::faults::of_permissions()?;
    draft.set_permissions(about.permissions())
}

/// Gives a draft a name that no program takes for that of a draft, since what comes out of an exchange has
/// it next: a person's file. It is locked as long as the second of the two is kept. The draft comes back where
/// it can't be exchanged: its system or its disk does not know how.
pub(super) fn put_beside(
    mut draft: NamedTempFile,
    place: &Path,
) -> Result<(PathBuf, File), NamedTempFile> {
    if cfg!(not(target_os = "linux")) {
        return Err(draft);
    }
    for beside in names_beside(place, OTHER) {
        match draft.persist_noclobber(&beside) {
            Ok(lock) => return Ok((beside, lock)),
            Err(refused) => {
                draft = refused.file;
                if refused.error.kind() != io::ErrorKind::AlreadyExists {
                    break;
                }
            }
        }
    }
    Err(draft)
}

/// Has the file `beside`, which has the content `new`, take the place of the one at `place`. They are
/// exchanged, so that what comes out can be looked at: another program may have saved the file since it
/// was compared, and then gets it back. Nothing is removed but what is `new` or `before`, whatever else
/// happens meanwhile.
///
/// # Errors
/// What came out is not `before` (see [`is_changed`](super::is_changed)), or the system refuses.
#[cfg(target_os = "linux")]
pub(super) fn exchange(beside: &Path, place: &Path, before: &[u8], new: &[u8]) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let exchange = || renameat_with(CWD, beside, CWD, place, RenameFlags::EXCHANGE);
    match exchange() {
        Ok(()) if is_content(beside, before) => return remove_if_there(beside),
        Ok(()) => exchange().or_else(|_| fs::rename(beside, place))?,
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => return take_place(beside, place),
        Err(Errno::NOENT) => {}
        Err(error) => {
            remove_if_there(beside)?;
            return Err(error.into());
        }
    }
    if is_content(beside, new) {
        remove_if_there(beside)?;
    }
    Err(Refused::Changed.into())
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(beside: &Path, place: &Path, _: &[u8], _: &[u8]) -> io::Result<()> {
    take_place(beside, place)
}

/// Where files can't be exchanged; nothing is left beside `place` where it can't be renamed either.
pub(super) fn take_place(beside: &Path, place: &Path) -> io::Result<()> {
    fs::rename(beside, place).or_else(|error| {
        remove_if_there(beside)?;
        Err(error)
    })
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// For memory sticks, whose files have one name only.
fn create_without_links(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}
