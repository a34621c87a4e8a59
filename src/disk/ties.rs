//! What ties a file to its owner and to its other names, which it may lose when it is replaced.

#[cfg(unix)]
use std::fs::{self, File};
use std::path::Path;

/// Gives a draft the owner and the group of the file whose place it takes, as far as the system lets it:
/// the system's own administrator may give a file away, others only to a group of theirs.
#[cfg(unix)]
pub(super) fn keep_owner(draft: &File, about: &fs::Metadata) {
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

/// What a file is to the system beside its content and its permissions, and may lose when it is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ties {
    /// The owner and the group, by number.
    pub(super) owner: (u32, u32),
    /// How many names it has.
    pub(super) names: u64,
}

/// What was lost of [`Ties`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// The file's other names still lead to what it was before.
    OtherNames,
    /// The owner or the group is another.
    Owner,
}

impl Ties {
    /// Those of the file at `path`; `None` where the system has none.
    pub fn of(path: &Path) -> Option<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let about = fs::metadata(path).ok()?;
            Some(Self {
                owner: (about.uid(), about.gid()),
                names: about.nlink(),
            })
        }
        #[cfg(not(unix))]
        {
            let _ = path;
            None
        }
    }

    /// What of them is lost with these.
    pub fn lost_with(self, now: Self) -> impl Iterator<Item = Loss> {
        let names = (now.names < self.names).then_some(Loss::OtherNames);
        let owner = (now.owner != self.owner).then_some(Loss::Owner);
        names.into_iter().chain(owner)
    }
}
