//! The names that other versions of a file have beside it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The word in the name of a file while it is exchanged with another: `NAME.other-1`.
pub(super) const OTHER: &str = "other";

/// The names that another version of the file at `path` is kept under: `PATH.WORD-1` and so on. A name
/// that would be too long with this ending loses its own. There are some thousands of them: some disks say of every
/// name that it is taken.
pub fn names_beside(path: &Path, word: &str) -> impl Iterator<Item = PathBuf> {
    let name = shortened_name(path);
    (1_u32..10_000).map(move |number| path.with_file_name(format!("{name}.{word}-{number}")))
}

fn shortened_name(path: &Path) -> String {
    /// In bytes, without the ending.
    const LONGEST: usize = 240;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name[..name.floor_char_boundary(LONGEST)].to_owned()
}

/// Whether [`names_beside`] the file at `path` begin with `name`.
pub(super) fn is_shortened_name_of(name: &OsStr, path: &Path) -> bool {
    *name == *shortened_name(path)
}

/// The file that the one at `path` would have been left beside, by its name alone; `None` for a name like any
/// other.
pub fn left_beside(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let (of, number) = name.rsplit_once(&format!(".{OTHER}-"))?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    let is_counted = is_number && !number.is_empty() && !number.starts_with('0');
    (is_counted && !of.is_empty()).then(|| path.with_file_name(of))
}
