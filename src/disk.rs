//! Files read to a limit and written so that nothing is lost, and why a disk did not do what was asked.
//!
//! One rule holds for every file that Supple replaces, and [`Draft`] alone decides by it: what is
//! replaced is a regular file in the folder that was meant, with the very content that was read and
//! understood before, or there is no file; it may be written and has no other name, a hard link. All else
//! is left alone, and the error says why.

mod beside;
mod draft;
#[cfg(all(test, unix))]
mod faults;
mod folder;
mod leftover;
mod lock;
mod path;
mod read;
mod reason;
mod sweep;
#[cfg(test)]
mod tests;
mod ties;

pub use self::beside::{left_beside, names_beside};
pub use self::draft::{Draft, create, create_copy, mark_in, overwrite, remove, replace};
pub use self::folder::{create_folder, entries, link_nowhere, sync_folder};
pub use self::leftover::Leftover;
pub use self::lock::Lock;
pub use self::path::{folder_of, require_within};
pub use self::read::{open, open_to_append, read, read_up_to};
pub use self::reason::{
    absent, emptied, in_the_cloud, is_changed, is_protected, not_as_written, reason, reason_at,
};
pub use self::sweep::{sweep, sweep_all, sweep_beside};
pub use self::ties::Owner;
