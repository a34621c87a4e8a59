//! Disks that lack something, for tests: what they refuse on this thread.

use std::cell::Cell;
use std::io;

use rustix::io::Errno;

thread_local! {
    static FOLDER_SYNC: Cell<Option<Errno>> = const { Cell::new(None) };
    static PERMISSIONS: Cell<Option<Errno>> = const { Cell::new(None) };
}

/// From now on folders can't be synced, for this reason.
pub(super) fn refuse_folder_sync(why: Option<Errno>) {
    FOLDER_SYNC.set(why);
}

/// From now on permissions can't be changed, for this reason.
pub(super) fn refuse_permissions(why: Option<Errno>) {
    PERMISSIONS.set(why);
}

pub(super) fn of_folder_sync() -> io::Result<()> {
    FOLDER_SYNC.get().map_or(Ok(()), |why| Err(why.into()))
}

pub(super) fn of_permissions() -> io::Result<()> {
    PERMISSIONS.get().map_or(Ok(()), |why| Err(why.into()))
}
