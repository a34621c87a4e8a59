//! Why the disk did not do what was asked, in words.

use std::io;
use std::path::Path;

use crate::words::Message;

/// Why a file is left as it is although the system would let it be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refused {
    #[error("a link out of the folder")]
    LinkOut,
    #[error("a link that leads nowhere")]
    LinkNowhere,
    #[error("a file that may only be read")]
    WriteProtected,
    #[error("a file with other names")]
    OtherNames,
    #[error("changed by another program in the meantime")]
    Changed,
    #[error("a folder in which no files can be made")]
    NoFiles,
    #[error("a folder that is not there")]
    Absent,
    #[error("a folder without what was in it")]
    Emptied,
    #[error("not read back as it was written")]
    NotAsWritten,
    #[error("on a server alone")]
    InTheCloud,
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        Self::other(refused)
    }
}

/// The error of a folder that the person chose, and that is not there.
pub fn absent() -> io::Error {
    Refused::Absent.into()
}

/// The error of a file in whose place a sync program has left something until it is asked for it.
pub fn in_the_cloud() -> io::Error {
    Refused::InTheCloud.into()
}

/// The error of a folder that the person chose, and in which nothing is of what belongs there.
pub fn emptied() -> io::Error {
    Refused::Emptied.into()
}

/// The error of a file that is not read back as it was written.
pub fn not_as_written() -> io::Error {
    Refused::NotAsWritten.into()
}

/// Why the disk did not do what was asked, and what the person can do about it.
pub fn reason(error: &io::Error) -> Message {
    use io::ErrorKind::{
        AlreadyExists, FileTooLarge, IsADirectory, NotADirectory, NotFound, PermissionDenied,
        QuotaExceeded, ReadOnlyFilesystem, ResourceBusy, StorageFull,
    };
    let refused = error.get_ref().and_then(|inner| inner.downcast_ref());
    if let Some(refused) = refused {
        return Message::new(match refused {
            Refused::LinkOut => "disk-link-out",
            Refused::LinkNowhere => "disk-link-nowhere",
            Refused::WriteProtected => "disk-write-protected",
            Refused::OtherNames => "disk-other-names",
            Refused::Changed => "disk-changed",
            Refused::NoFiles => "disk-no-files",
            Refused::Absent => "disk-absent",
            Refused::Emptied => "disk-emptied",
            Refused::NotAsWritten => "disk-not-as-written",
            Refused::InTheCloud => "disk-in-the-cloud",
        });
    }
    match error.kind() {
        StorageFull | QuotaExceeded => Message::new("disk-full"),
        PermissionDenied => Message::new("disk-permission"),
        ReadOnlyFilesystem => Message::new("disk-read-only"),
        NotADirectory | AlreadyExists => Message::new("disk-not-a-folder"),
        IsADirectory => Message::new("disk-not-a-file"),
        NotFound => Message::new("disk-not-there"),
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

/// Whether a file was not replaced because it is protected from writing or has other names: to try again is no
/// use, and another file can be written.
pub fn is_protected(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    matches!(inner, Some(Refused::WriteProtected | Refused::OtherNames))
}

/// Whether a file was not replaced because its content is no longer what was read before.
pub fn is_changed(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    inner == Some(&Refused::Changed)
}
