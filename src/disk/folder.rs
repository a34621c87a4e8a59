//! Folders: what lies in them, and making them.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::path::{absent_or_lost, folder_of, leads_nowhere};
use super::reason::Refused;

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

/// The error of a link that leads nowhere, as to a drive that is not connected; `None` of all else.
pub fn link_nowhere(path: &Path) -> Option<io::Error> {
    let error = fs::metadata(path).err().filter(|_| path.is_symlink())?;
    Some(absent_or_lost(path, error))
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
/// The folder is not there, or the disk would not take it.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        let opened = match File::open(folder) {
            // One that may be written and not read.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(()),
            opened => opened?,
        };
        match synced(&opened) {
            Err(error) if knows_no_sync(&error) => {}
            done => done?,
        }
    }
    Ok(())
}

fn synced(folder: &File) -> io::Result<()> {
    #[cfg(all(test, unix))]
    super::faults::of_folder_sync()?;
    folder.sync_all()
}

/// Whether a file system has no way to sync a folder, as those that a virtual machine shares with its host and
/// some of a network: what a power cut leaves of a new name is theirs to say.
fn knows_no_sync(error: &io::Error) -> bool {
    let of_kind = matches!(
        error.kind(),
        io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
    );
    // EBADF: so says one that syncs only what is open to be written.
    #[cfg(unix)]
    let is_not_written = error.raw_os_error() == Some(rustix::io::Errno::BADF.raw_os_error());
    #[cfg(not(unix))]
    let is_not_written = false;
    of_kind || is_not_written
}

#[cfg(all(test, unix))]
mod tests {
    use std::io;

    use rustix::io::Errno;

    use super::knows_no_sync;

    #[test]
    fn a_disk_that_has_no_way_to_sync_a_folder_is_told_from_one_that_fails() {
        let is_without = |errno: Errno| knows_no_sync(&io::Error::from(errno));
        let without = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::BADF];
        assert_eq!(without.map(is_without), [true; 4]);
        let failing = [Errno::IO, Errno::NOSPC, Errno::DQUOT, Errno::ROFS];
        assert_eq!(failing.map(is_without), [false; 4]);
    }
}
