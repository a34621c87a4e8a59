//! What a file is to the system beside its content: whether it may be written, its other names, its owner.

use std::fs;
use std::io;
use std::path::Path;

use super::reason::Refused;

/// Refuses a file that may only be read, or that has other names. The system would let its place be taken all the
/// same: whoever protected it would find it changed, and the other names would lead to what it was before.
///
/// # Errors
/// As said; no error for what is not there.
pub(super) fn require_replaceable(path: &Path) -> io::Result<()> {
    let Ok(about) = fs::symlink_metadata(path) else {
        return Ok(());
    };
    // The system's administrator may write everything; what is protected from all is meant to stay.
    if about.permissions().readonly() {
        return Err(Refused::WriteProtected.into());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        match rustix::fs::access(path, rustix::fs::Access::WRITE_OK) {
            Err(rustix::io::Errno::ACCESS) => return Err(Refused::WriteProtected.into()),
            other => other?,
        }
        if about.nlink() > 1 {
            return Err(Refused::OtherNames.into());
        }
    }
    Ok(())
}

/// Gives a draft the owner and the group of the file whose place it takes, as far as the system lets it:
/// the system's own administrator may give a file away, others only to a group of theirs.
#[cfg(unix)]
pub(super) fn keep_owner(draft: &fs::File, about: &fs::Metadata) {
    use rustix::fs::{Gid, Uid, fchown};
    use std::os::unix::fs::MetadataExt as _;
    let is_own = |of: &fs::Metadata| (of.uid(), of.gid()) == (about.uid(), about.gid());
    if draft.metadata().is_ok_and(|draft| is_own(&draft)) {
        return;
    }
    let (owner, group) = (Uid::from_raw(about.uid()), Gid::from_raw(about.gid()));
    if fchown(draft, Some(owner), Some(group)).is_err() {
        let _ = fchown(draft, None, Some(group));
    }
}

/// Whom a file belongs to: its owner and its group, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner(u32, u32);

impl Owner {
    /// Of the file at `path`; `None` where the system has none.
    pub fn of(path: &Path) -> Option<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let about = fs::metadata(path).ok()?;
            Some(Self(about.uid(), about.gid()))
        }
        #[cfg(not(unix))]
        {
            let _ = path;
            None
        }
    }
}
