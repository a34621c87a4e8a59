//! Which copy of the record this is.
//!
//! A sync program carries the files of a record to other machines, and with a copied home folder the
//! device's id as well. Copies differ by the machine and by where the folder lies on
//! it: a session that is under way at one site is not to be swept up, shown as interrupted, or gone on
//! with at another.

use std::path::{self, Path};
use std::sync::Arc;

use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};

use super::record::Id;
use crate::clock;
use crate::day::OVER_NIGHT;
use crate::disk;
use crate::text::hex;

/// One copy of the record, as a hash that does not give away the machine's name.
pub(super) type Site = Arc<str>;

/// For so long after its beginning a session can be under way elsewhere, or be gone on with here.
pub(super) const LONGEST: SignedDuration = OVER_NIGHT;

/// The site of the record in this folder.
pub(super) fn of(log: &Path) -> Site {
    const LARGEST: u64 = 1024;
    let machine = disk::read_up_to(LARGEST, Path::new("/etc/machine-id")).unwrap_or_default();
    // Machines that were set up from one image may share that id.
    let name = gethostname::gethostname();
    let folder = path::absolute(log).unwrap_or_else(|_| log.to_owned());
    let mut hash = Sha256::new();
    let (name, folder) = (name.as_encoded_bytes(), folder.as_os_str());
    for part in [machine.as_slice(), name, folder.as_encoded_bytes()] {
        // The lengths keep parts apart that would read the same in one row.
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hex(&hash.finalize()[..8]).into()
}

/// Whether a session that has no end may be under way at another site, which can't be looked at from
/// here: by its id it began not long ago. A clock that is wrong by more than that counts as long ago.
pub(super) fn may_be_under_way(session: Id) -> bool {
    let age = clock::here()
        .timestamp()
        .duration_since(session.timestamp());
    age.abs() < LONGEST
}
