//! Files written so that nothing is lost, and what to tell a person when that can't be done.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::words::Message;

/// A link leads to a folder that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a link to a folder that is not there")]
struct FolderGone;

/// Why the disk did not do what was asked, and what the person can do about it.
pub fn reason(error: &io::Error) -> Message {
    use io::ErrorKind::{
        AlreadyExists, IsADirectory, NotADirectory, PermissionDenied, QuotaExceeded,
        ReadOnlyFilesystem, ResourceBusy, StorageFull,
    };
    let inner = error.get_ref();
    if inner.and_then(|inner| inner.downcast_ref()) == Some(&FolderGone) {
        return Message::new("disk-folder-gone");
    }
    match error.kind() {
        StorageFull | QuotaExceeded => Message::new("disk-full"),
        PermissionDenied => Message::new("disk-permission"),
        ReadOnlyFilesystem => Message::new("disk-read-only"),
        NotADirectory | AlreadyExists => Message::new("disk-not-a-folder"),
        IsADirectory => Message::new("disk-not-a-file"),
        ResourceBusy => Message::new("disk-busy"),
        _ => Message::new("disk-other").with("reason", error.to_string()),
    }
}

/// Reads a whole file.
///
/// # Errors
/// `IsADirectory` if anything but a file is there, since a pipe would be waited for without end.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    require_file(path)?;
    fs::read(path)
}

/// Asked before a file is opened: to open a pipe would wait for its other end, and some devices
/// have no end.
fn require_file(path: &Path) -> io::Result<()> {
    if fs::metadata(path)?.is_file() {
        Ok(())
    } else {
        Err(io::ErrorKind::IsADirectory.into())
    }
}

/// Replaces the content of a file so that at every moment either the old or the new is there: a
/// temporary file beside it, synced, renamed over it. A link is followed, not replaced. The folder
/// is made if it isn't there.
///
/// # Errors
/// The file is as it was, or may be the new one if its folder can't be synced.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    create_folder(folder_of(path))?;
    Draft::over(path, content)?.replace()
}

/// Writes a file that is not there yet, whole or not at all.
///
/// # Errors
/// `AlreadyExists` if it is there; it is left alone.
pub fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    Draft::of(path, content)?.create()
}

/// The content of a file, synced under a temporary name beside it, until it takes its place. Gone
/// if it never does.
#[derive(Debug)]
pub struct Draft<'a> {
    path: PathBuf,
    content: &'a [u8],
    temporary: PathBuf,
}

impl<'a> Draft<'a> {
    /// For the file at `path`, whose folder must be there.
    ///
    /// # Errors
    /// It can't be written.
    pub fn of(path: &Path, content: &'a [u8]) -> io::Result<Self> {
        let draft = Self {
            path: path.to_owned(),
            content,
            temporary: temporary_beside(path),
        };
        write_synced(&draft.temporary, content)?;
        Ok(draft)
    }

    /// The same for a file that is to be replaced: a link is followed.
    ///
    /// # Errors
    /// It can't be written.
    pub fn over(path: &Path, content: &'a [u8]) -> io::Result<Self> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        Self::of(&path, content)
    }

    /// Takes the place of whatever file is there.
    ///
    /// # Errors
    /// The file is as it was, or may be the new one if its folder can't be synced.
    pub fn replace(self) -> io::Result<()> {
        fs::rename(&self.temporary, &self.path)?;
        sync_folder(folder_of(&self.path))
    }

    /// Takes its place if no file is there.
    ///
    /// # Errors
    /// `AlreadyExists` if one is there; it is left alone.
    pub fn create(self) -> io::Result<()> {
        // Unlike a renaming, a second name never takes the place of another file.
        match fs::hard_link(&self.temporary, &self.path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                create_without_links(&self.path, self.content)?;
            }
            linked => linked?,
        }
        sync_folder(folder_of(&self.path))
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        // After a renaming there is none; else it is an unused copy.
        let _ = fs::remove_file(&self.temporary);
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

/// Whether a file or folder is not there because a link on the way to it leads nowhere, as one to a
/// drive that is not connected does.
pub fn leads_nowhere(path: &Path) -> bool {
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
        return Err(io::Error::other(FolderGone));
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
    /// Waits for the lock no longer than `patience`: whoever has it may have been halted by its
    /// person for hours.
    ///
    /// # Errors
    /// `ResourceBusy` if another had it all the time.
    pub fn wait(path: &Path, patience: Duration) -> io::Result<Self> {
        const NAP: Duration = Duration::from_millis(5);
        let began = Instant::now();
        let file = open_lock(path)?;
        loop {
            if try_lock(&file) {
                return Ok(Self { file });
            }
            if began.elapsed() >= patience {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            thread::sleep(NAP);
        }
    }

    /// Whether somebody has the lock at the moment. A file that is not there is not locked.
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
    match require_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    File::options().create(true).append(true).open(path)
}

/// Some network and removable disks know no locks: there it is better to write without one, each
/// line in one piece at the end of its file, than not to write.
fn try_lock(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

fn write_synced(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(content)?;
    file.sync_all()
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(above) if above.as_os_str().is_empty() => Path::new("."),
        Some(above) => above,
        None => path,
    }
}

/// One for each process, so that two running copies don't write into each other's.
fn temporary_beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{LANGUAGES, Words};

    #[test]
    fn what_the_disk_says_is_true_of_any_file_and_the_record_tells_where_else_it_can_be() {
        let own_folder = "SUPPLE_DATA_DIR";
        let refusals = [
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::ReadOnlyFilesystem,
        ];
        for (language, kind) in LANGUAGES
            .iter()
            .flat_map(|l| refusals.map(|kind| (l, kind)))
        {
            let words = Words::only(language);
            let reason = reason(&kind.into());
            let told = words.message(&reason);
            assert!(!told.contains(own_folder), "{told}");
            for id in ["record-rescued", "record-lost"] {
                let message = Message::new(id)
                    .with("lines", 2_u32)
                    .with("folder", "log")
                    .with("file", "x.jsonl")
                    .with("reason", reason.clone());
                let told = words.message(&message);
                assert!(told.contains(own_folder), "{told}");
            }
        }
    }

    #[test]
    fn a_lock_has_one_holder_at_a_time_and_is_free_again_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        assert!(!Lock::is_held(&path), "nobody ever asked for it");
        let lock = Lock::wait(&path, Duration::ZERO).unwrap();
        assert!(Lock::is_held(&path));
        let error = Lock::wait(&path, Duration::ZERO).unwrap_err();
        assert_eq!(reason(&error), Message::new("disk-busy"));
        drop(lock);
        assert!(!Lock::is_held(&path));
        assert!(Lock::wait(&path, Duration::ZERO).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_a_device_in_the_place_of_a_file_is_told_and_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        for path in [pipe.as_path(), Path::new("/dev/zero"), folder.path()] {
            let told = Message::new("disk-not-a-file");
            assert_eq!(reason(&read(path).unwrap_err()), told, "{path:?}");
            let lock = Lock::wait(path, Duration::ZERO);
            assert_eq!(reason(&lock.unwrap_err()), told, "{path:?}");
            assert!(!Lock::is_held(path), "{path:?}");
        }
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/folders/file");
        for content in ["one", "another"] {
            replace(&path, content.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), content);
        }
        let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(beside, 1);
    }

    #[test]
    fn what_can_not_be_replaced_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("folder");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("file"), "mine").unwrap();
        assert!(replace(&path, b"new").is_err());
        assert!(replace(&path.join("file/below"), b"new").is_err());
        assert_eq!(fs::read_to_string(path.join("file")).unwrap(), "mine");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
