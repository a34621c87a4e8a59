//! Which copy of the record this is.
//!
//! A sync program carries the files of a record to other machines, and with a copied home folder the
//! device's id as well. Copies differ by the machine and by where the folder lies on
//! it: a session that is under way at one site is not to be swept up, shown as interrupted, or gone on
//! with at another.

use std::fs;
use std::path::{self, Path, PathBuf};
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
    let id = disk::read_up_to(LARGEST, Path::new("/etc/machine-id")).unwrap_or_default();
    at(log, &id, || gethostname::gethostname().into_encoded_bytes())
}

/// The same on a machine of this id and this name, which counts where there is no id alone: it is
/// another in another network.
fn at(log: &Path, id: &[u8], name: impl FnOnce() -> Vec<u8>) -> Site {
    let id = id.trim_ascii();
    let is_set = !matches!(id, b"" | b"uninitialized");
    let machine = if is_set { id.to_owned() } else { name() };
    let folder = resolved(log);
    let mut hash = Sha256::new();
    for part in [machine.as_slice(), folder.as_os_str().as_encoded_bytes()] {
        // The lengths keep parts apart that would read the same in one row.
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hex(&hash.finalize()[..8]).into()
}

/// Where a folder lies, by whichever links it is reached. The record's own may not be there yet.
pub(super) fn resolved(folder: &Path) -> PathBuf {
    let folder = path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = folder
        .ancestors()
        .find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    match there {
        // As parts: a path with an empty one at its end is written in another way.
        Some((above, real)) => {
            let rest = folder.strip_prefix(above).into_iter().flatten();
            real.iter().chain(rest).collect()
        }
        None => folder,
    }
}

/// Whether a session that has no end may be under way at another site, which can't be looked at from
/// here: by its id it began not long ago. A clock that is wrong by more than that counts as long ago.
pub(super) fn may_be_under_way(session: Id) -> bool {
    let age = clock::here()
        .timestamp()
        .duration_since(session.timestamp());
    age.abs() < LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> impl FnOnce() -> Vec<u8> {
        let name = name.as_bytes().to_owned();
        || name
    }

    #[test]
    fn a_machine_stays_the_same_by_another_name_unless_it_has_no_id() {
        let log = Path::new("/home/anna/log");
        let site = |id: &str, name| at(log, id.as_bytes(), named(name));
        assert_eq!(site("1\n", "work"), site("1\n", "home"));
        assert_ne!(site("1\n", "work"), site("2\n", "work"));
        for none in ["", "\n", "uninitialized\n"] {
            assert_eq!(site(none, "work"), site(none, "work"));
            assert_ne!(site(none, "work"), site(none, "home"));
        }
        let elsewhere = at(Path::new("/home/anna/copy"), b"1", named("work"));
        assert_ne!(site("1", "work"), elsewhere);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_is_the_same_by_whichever_links_it_is_reached() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::create_dir(&real).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let site = |log: PathBuf| at(&log, b"1", named("work"));
        let before = site(real.join("log"));
        assert_eq!(before, site(link.join("log")), "it is not there yet");
        fs::create_dir(real.join("log")).unwrap();
        for log in [real.join("log"), link.join("log"), link.join("log/.")] {
            assert_eq!(site(log.clone()), before, "{log:?}");
        }
        assert_ne!(site(real), before);
    }
}
