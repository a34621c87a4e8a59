//! Files read to a limit and written so that nothing is lost, and why a disk did not do what was asked.
//!
//! One rule holds for every file that Supple replaces, and [`Draft`] alone decides by it: what is
//! replaced is a regular file in the folder that was meant, with the very content that was read and
//! understood before, or there is no file. All else is left alone, and the error says why.

mod sweep;
#[cfg(test)]
mod tests;
mod ties;

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

pub use self::sweep::{sweep, sweep_all};
pub use self::ties::{Loss, Ties};

use crate::words::Message;

/// Why a file is left as it is although the system would let it be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum Refused {
    #[error("a link out of the folder")]
    LinkOut,
    #[error("a link that leads nowhere")]
    LinkNowhere,
    #[error("changed by another program in the meantime")]
    Changed,
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        Self::other(refused)
    }
}

/// Why the disk did not do what was asked, and what the person can do about it.
pub fn reason(error: &io::Error) -> Message {
    use io::ErrorKind::{
        AlreadyExists, FileTooLarge, IsADirectory, NotADirectory, PermissionDenied, QuotaExceeded,
        ReadOnlyFilesystem, ResourceBusy, StorageFull,
    };
    let refused = error.get_ref().and_then(|inner| inner.downcast_ref());
    if let Some(refused) = refused {
        return Message::new(match refused {
            Refused::LinkOut => "disk-link-out",
            Refused::LinkNowhere => "disk-link-nowhere",
            Refused::Changed => "disk-changed",
        });
    }
    match error.kind() {
        StorageFull | QuotaExceeded => Message::new("disk-full"),
        PermissionDenied => Message::new("disk-permission"),
        ReadOnlyFilesystem => Message::new("disk-read-only"),
        NotADirectory | AlreadyExists => Message::new("disk-not-a-folder"),
        IsADirectory => Message::new("disk-not-a-file"),
        // What the system says while it is written, and not of what is read here.
        FileTooLarge if error.raw_os_error().is_some() => Message::new("disk-limit"),
        FileTooLarge => Message::new("disk-too-large"),
        ResourceBusy => Message::new("disk-busy"),
        _ => Message::new("disk-other").with("reason", error.to_string()),
    }
}

/// The same of a file or folder that is there, named where what is wrong is with it alone.
pub fn reason_at(path: &Path, error: &io::Error) -> Message {
    let id = match error.kind() {
        _ if is_marked_unchangeable(error) => "disk-unchangeable",
        io::ErrorKind::PermissionDenied => "disk-permission-of",
        io::ErrorKind::ReadOnlyFilesystem => "disk-read-only-at",
        _ => return reason(error),
    };
    Message::new(id).with("path", path)
}

/// Whether the system refuses it to everybody, whatever the permissions are.
fn is_marked_unchangeable(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        error.raw_os_error() == Some(rustix::io::Errno::PERM.raw_os_error())
    }
    #[cfg(not(unix))]
    {
        let _ = error;
        false
    }
}

/// Whether a file was not replaced because its content is no longer what was read before.
pub fn is_changed(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    inner == Some(&Refused::Changed)
}

/// The most that [`read`] takes into memory.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Reads a whole file of no more than 16 MiB.
///
/// # Errors
/// Those of [`read_up_to`].
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    read_up_to(LARGEST, path)
}

/// Reads a whole file of no more than so many bytes.
///
/// # Errors
/// `FileTooLarge` if there are more, and `IsADirectory` if anything but a file is there, since a pipe
/// would be waited for without end. A link that leads nowhere is another error than `NotFound`.
pub fn read_up_to(most: u64, path: &Path) -> io::Result<Vec<u8>> {
    require_file(path)?;
    let mut content = Vec::new();
    // One more: a file that is too large has it, and one of just this size has not.
    File::open(path)?.take(most + 1).read_to_end(&mut content)?;
    if content.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(content)
}

/// Asked before a file is opened: to open a pipe would wait for its other end, and some devices
/// have no end.
fn require_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => Ok(()),
        Ok(_) => Err(io::ErrorKind::IsADirectory.into()),
        Err(error) => Err(absent_or_lost(path, error)),
    }
}

/// What lies in a folder; nothing if there is no such folder.
///
/// # Errors
/// It can't be read. One behind a link that leads nowhere can't: it may be on a drive that is not
/// connected.
pub fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder).map_err(|error| absent_or_lost(folder, error)) {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// The error for what is not there: another one if it is behind a link that leads nowhere.
fn absent_or_lost(path: &Path, error: io::Error) -> io::Error {
    if error.kind() == io::ErrorKind::NotFound && leads_nowhere(path) {
        Refused::LinkNowhere.into()
    } else {
        error
    }
}

/// Where the file at `path` is written to: there, or where a link leads in the same folder or below.
///
/// # Errors
/// Something other than a file is there, or a link that leads out of the folder or nowhere.
fn place(path: &Path) -> io::Result<PathBuf> {
    match require_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path.to_owned()),
        other => other?,
    }
    if !path.is_symlink() {
        return Ok(path.to_owned());
    }
    let target = fs::canonicalize(path)?;
    if target.starts_with(fs::canonicalize(folder_of(path))?) {
        Ok(target)
    } else {
        Err(Refused::LinkOut.into())
    }
}

/// Refuses a path that a link on any part of it leads out of `folder`, which is there.
///
/// # Errors
/// It leads out, or to something that is not there.
pub fn require_within(folder: &Path, path: &Path) -> io::Result<()> {
    let mut parts = path.ancestors();
    let there = parts.find(|part| part.symlink_metadata().is_ok());
    let there = there.unwrap_or(path);
    let target = fs::canonicalize(there).map_err(|error| absent_or_lost(there, error))?;
    if target.starts_with(fs::canonicalize(folder)?) {
        Ok(())
    } else {
        Err(Refused::LinkOut.into())
    }
}

/// Opens a file to be added to, made if it is not there, and to be read.
///
/// # Errors
/// Something other than a file is there, a link that leads out of its folder or nowhere, or the
/// system refuses.
pub fn open_to_append(path: &Path) -> io::Result<File> {
    File::options()
        .read(true)
        .append(true)
        .create(true)
        .open(place(path)?)
}

/// Replaces the content of a file so that at every moment either the old or the new is there. The
/// file has the content `before`, or is not there if that is `None`; its folder is made if needed.
///
/// # Errors
/// The file is left alone if it is anything else: see [`Draft::put`].
pub fn replace(path: &Path, before: Option<&[u8]>, content: &[u8]) -> io::Result<()> {
    create_folder(folder_of(path))?;
    Draft::of(path, content)?.put(before)
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
/// It has another (see [`is_changed`]) and is left alone, or the system refuses.
pub fn remove(path: &Path, content: &[u8]) -> io::Result<()> {
    if !is_content(path, content) {
        return Err(Refused::Changed.into());
    }
    fs::remove_file(path)?;
    sync_folder(folder_of(path))
}

/// What the names of drafts begin and end with. Hidden in listings of the folder, and
/// short: it fits wherever the name of the file itself does.
const DRAFT: (&str, &str) = (".supple-", ".tmp");

/// The content of a file, synced under a temporary name beside it, until it takes its place. Gone
/// if it never does.
#[derive(Debug)]
pub struct Draft<'a> {
    place: PathBuf,
    content: &'a [u8],
    /// Locked as long as it is a draft: what is not locked was left by a program that was killed.
    temporary: NamedTempFile,
}

impl<'a> Draft<'a> {
    /// For the file at `path`, whose folder must be there.
    ///
    /// # Errors
    /// It can't be written, or may not be: something other than a file is at `path`, or a link that
    /// leads out of the folder or nowhere.
    pub fn of(path: &Path, content: &'a [u8]) -> io::Result<Self> {
        let place = place(path)?;
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
        let mut temporary = names.tempfile_in(folder_of(&place))?;
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
    /// What is there is something else (see [`is_changed`]) and left alone; or the system refuses.
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
        let about = fs::symlink_metadata(&self.place);
        let about = about.ok().filter(fs::Metadata::is_file);
        let (Some(about), true) = (about, is_content(&self.place, before)) else {
            return Err(Refused::Changed.into());
        };
        #[cfg(unix)]
        {
            let file = self.temporary.as_file();
            ties::keep_owner(file, &about);
            file.set_permissions(about.permissions())?;
        }
        match put_beside(self.temporary, &self.place) {
            Ok(beside) => exchange(&beside, &self.place, before, self.content)?,
            Err(temporary) => {
                temporary.persist(&self.place)?;
            }
        }
        sync_folder(folder_of(&self.place))
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

/// The names that another version of the file at `path` is kept under: `PATH.WORD-1` and so on. A name
/// that would be too long with this ending loses its own.
pub fn names_beside(path: &Path, word: &str) -> impl Iterator<Item = PathBuf> {
    /// In bytes, without the ending.
    const LONGEST: usize = 240;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name[..name.floor_char_boundary(LONGEST)].to_owned();
    (1_u32..).map(move |number| path.with_file_name(format!("{name}.{word}-{number}")))
}

/// Gives a draft a name that no program sweeps up, since what comes out of an exchange has it next. The
/// draft comes back where it can't be exchanged: its system or its disk does not know how.
fn put_beside(mut draft: NamedTempFile, place: &Path) -> Result<PathBuf, NamedTempFile> {
    if cfg!(not(target_os = "linux")) {
        return Err(draft);
    }
    for beside in names_beside(place, "other") {
        match draft.persist_noclobber(&beside) {
            Ok(_) => return Ok(beside),
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
/// What came out is not `before` (see [`is_changed`]), or the system refuses.
#[cfg(target_os = "linux")]
fn exchange(beside: &Path, place: &Path, before: &[u8], new: &[u8]) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let exchange = || renameat_with(CWD, beside, CWD, place, RenameFlags::EXCHANGE);
    match exchange() {
        Ok(()) if is_content(beside, before) => return remove_if_there(beside),
        Ok(()) => exchange().or_else(|_| fs::rename(beside, place))?,
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => return fs::rename(beside, place),
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
fn exchange(beside: &Path, place: &Path, _: &[u8], _: &[u8]) -> io::Result<()> {
    fs::rename(beside, place)
}

#[cfg(target_os = "linux")]
fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn is_content(path: &Path, content: &[u8]) -> bool {
    read_up_to(content.len() as u64, path).is_ok_and(|there| there == content)
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

/// Whether a file or folder is not there because a link on the way to it leads nowhere, as one to a
/// drive that is not connected does.
fn leads_nowhere(path: &Path) -> bool {
    let first = path
        .ancestors()
        .find(|path| path.symlink_metadata().is_ok());
    first.is_some_and(|first| first.is_symlink() && !first.exists())
}

/// Makes a folder and those above it, each of them synced into the one above it.
///
/// # Errors
/// `AlreadyExists` or `NotADirectory` if there is a file in its way, or why it can't be made. Behind a
/// link that leads nowhere none is made.
pub fn create_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if leads_nowhere(path) {
        return Err(Refused::LinkNowhere.into());
    }
    let above = folder_of(path);
    if above != path {
        create_folder(above)?;
    }
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => sync_folder(above),
    }
}

/// Makes sure that the names in a folder outlive a power cut. Windows does so by itself.
///
/// # Errors
/// The folder can't be opened, or the disk would not take it.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// A lock on a file made for nothing else. The system releases it when the program ends, however
/// it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// Said to the system, and not left to the file's end: a program that is being started from another
/// thread has the file too, for the moment before it becomes itself.
impl Drop for Lock {
    fn drop(&mut self) {
        // What can't be unlocked was not locked, or is with the program's end.
        let _ = self.file.unlock();
    }
}

impl Lock {
    /// Waits for the lock no longer than `patience`: the program that has it may have been halted
    /// for hours.
    ///
    /// # Errors
    /// `ResourceBusy` if another had it all the time.
    pub fn wait(path: &Path, patience: Duration) -> io::Result<Self> {
        Self::wait_while(path, patience, || true)
    }

    /// The same for as long as `is_worth_it`, which is asked again and again while another has it.
    ///
    /// # Errors
    /// As of [`wait`](Self::wait).
    pub fn wait_while(
        path: &Path,
        patience: Duration,
        is_worth_it: impl Fn() -> bool,
    ) -> io::Result<Self> {
        const NAP: Duration = Duration::from_millis(5);
        let began = Instant::now();
        let file = open_lock(path)?;
        loop {
            if try_lock(&file) {
                return Ok(Self { file });
            }
            if began.elapsed() >= patience || !is_worth_it() {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            thread::sleep(NAP);
        }
    }

    /// Replaces what the locked file says to others.
    ///
    /// # Errors
    /// The disk does not take it; the file is locked all the same.
    pub fn write(&self, content: &[u8]) -> io::Result<()> {
        self.file.set_len(0)?;
        (&self.file).write_all(content)
    }

    /// Whether a program has the lock at the moment. A file that is not there is not locked.
    pub fn is_held(path: &Path) -> bool {
        require_file(path)
            .and_then(|()| File::open(path))
            .is_ok_and(|file| {
                let is_held = matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock));
                let _ = file.unlock();
                is_held
            })
    }
}

fn open_lock(path: &Path) -> io::Result<File> {
    File::options().create(true).append(true).open(place(path)?)
}

/// Some network and removable disks know no locks: there it is better to write without one, each
/// line in one piece at the end of its file, than not to write.
fn try_lock(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// The folder that a path lies in; of a bare name, the current one.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(above) if above.as_os_str().is_empty() => Path::new("."),
        Some(above) => above,
        None => path,
    }
}
