//! Files read to a limit, or opened to be added to.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::path::{place, require_file};

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
    let mut content = Vec::new();
    // One more: a file that is too large has it, and one of just this size has not.
    open(path)?.take(most + 1).read_to_end(&mut content)?;
    if content.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(content)
}

/// Opens a file to be read.
///
/// # Errors
/// `IsADirectory` if anything but a file is there. A link that leads nowhere is another error than `NotFound`.
pub fn open(path: &Path) -> io::Result<File> {
    require_file(path)?;
    File::open(path)
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

pub(super) fn is_content(path: &Path, content: &[u8]) -> bool {
    read_up_to(content.len() as u64, path).is_ok_and(|there| there == content)
}
