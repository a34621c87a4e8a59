//! Disks that are mounted for a test, where that is permitted.

use std::path::Path;
use std::process::Command;

/// A disk that is there as long as this is.
pub(crate) struct Mounted<'a> {
    at: &'a Path,
}

impl<'a> Mounted<'a> {
    /// `None`, and a word about it, where mounting is not permitted.
    #[expect(clippy::print_stdout, reason = "a test that was skipped should say so")]
    pub(crate) fn at(at: &'a Path, arguments: &[&str]) -> Option<Self> {
        let mounted = Command::new("mount").args(arguments).arg(at).output();
        if mounted
            .as_ref()
            .is_ok_and(|mounted| mounted.status.success())
        {
            return Some(Self { at });
        }
        println!("skipped: only root can mount a disk ({mounted:?})");
        None
    }
}

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(self.at).status();
        assert!(unmounted.is_ok_and(|unmounted| unmounted.success()));
    }
}
