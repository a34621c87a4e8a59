//! Disks that are mounted for a test, where that is permitted.

use std::path::Path;
use std::process::Command;

use crate::needs_root;

/// A disk that is there as long as this is.
pub(crate) struct Mounted<'a> {
    at: &'a Path,
}

impl<'a> Mounted<'a> {
    /// `None`, and a word about it, where mounting is not permitted.
    pub(crate) fn at(at: &'a Path, arguments: &[&str]) -> Option<Self> {
        let mounted = Command::new("mount").args(arguments).arg(at).output();
        if mounted
            .as_ref()
            .is_ok_and(|mounted| mounted.status.success())
        {
            return Some(Self { at });
        }
        needs_root::left_out(&format!("only root can mount a disk ({mounted:?})"));
        None
    }
}

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(self.at).status();
        assert!(unmounted.is_ok_and(|unmounted| unmounted.success()));
    }
}
