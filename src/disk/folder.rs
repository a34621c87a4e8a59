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
