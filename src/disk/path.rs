//! Where a path leads, and which links are followed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::reason::Refused;

/// Where the file at `path` is written to: there, or where a link leads in the same folder or below.
///
/// # Errors
/// Something other than a file is there, or a link that leads out of the folder or nowhere.
pub(super) fn place(path: &Path) -> io::Result<PathBuf> {
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

/// Asked before a file is opened: to open a pipe would wait for its other end, and some devices
/// have no end.
pub(super) fn require_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => Ok(()),
        Ok(_) => Err(io::ErrorKind::IsADirectory.into()),
        Err(error) => Err(absent_or_lost(path, error)),
    }
}

/// The error for what is not there: another one if it is behind a link that leads nowhere.
pub(super) fn absent_or_lost(path: &Path, error: io::Error) -> io::Error {
    if error.kind() == io::ErrorKind::NotFound && leads_nowhere(path) {
        Refused::LinkNowhere.into()
    } else {
        error
    }
}

/// Whether a file or folder is not there because a link on the way to it leads nowhere, as one to a
/// drive that is not connected does.
pub(super) fn leads_nowhere(path: &Path) -> bool {
    let first = path
        .ancestors()
        .find(|path| path.symlink_metadata().is_ok());
    first.is_some_and(|first| first.is_symlink() && !first.exists())
}

/// The folder that a path lies in; of a bare name, the current one.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(above) if above.as_os_str().is_empty() => Path::new("."),
        Some(above) => above,
        None => path,
    }
}
