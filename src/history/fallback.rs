//! Lines that the record can't take, kept elsewhere until it can.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{self, Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::record::Id;
use crate::disk;
use crate::folders::Folders;

/// Under a name that ends so a file is whole.
const END: &str = ".jsonl";

/// The most that is taken in of one file.
const LARGEST: u64 = 16 << 20;

/// Where lines go that can't be written.
#[derive(Debug)]
pub(super) struct Fallback {
    /// The record that they belong to.
    folder: PathBuf,
    /// The best first.
    places: Vec<PathBuf>,
}

impl Fallback {
    pub(super) fn of(folders: &Folders) -> Self {
        Self::in_places(folders.log(), vec![folders.cache.clone(), env::temp_dir()])
    }

    pub(super) fn in_places(folder: PathBuf, places: Vec<PathBuf>) -> Self {
        Self { folder, places }
    }

    /// Keeps lines in a file of their own; tells where, if there is a place that takes them. It lies in
    /// a new folder that nobody else can look or write into: the system's folder is everybody's.
    pub(super) fn keep(&self, lines: &str) -> Option<PathBuf> {
        let name = format!("{}{}", self.beginning(), Id::new());
        self.places.iter().find_map(|place| {
            let folder = place.join(&name);
            let path = folder.join(format!("{name}{END}"));
            let kept = disk::create_folder(place)
                .and_then(|()| create_private_folder(&folder))
                .and_then(|()| disk::create(&path, lines.as_bytes()))
                .and_then(|()| disk::sync_folder(place));
            kept.is_ok().then_some(path)
        })
    }

    /// Moves what was kept into the record. What it still can't take stays where it is, and what
    /// anybody else may have put there is left alone.
    pub(super) fn take_in(&self) {
        let beginning = self.beginning();
        let is_ours = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default();
            name.to_string_lossy().starts_with(&beginning)
        };
        for place in &self.places {
            for path in paths_in(place).filter(is_ours) {
                if is_private_folder(&path) {
                    paths_in(&path).for_each(|file| self.take_in_file(&file));
                    disk::sweep(&path);
                    // Once it is empty.
                    let _ = fs::remove_dir(&path);
                } else {
                    // Without a folder of its own, as earlier versions kept them.
                    self.take_in_file(&path);
                }
            }
        }
    }

    fn take_in_file(&self, file: &Path) {
        let name = file.file_name().unwrap_or_default();
        if name.to_string_lossy().ends_with(END) {
            // Tried again the next time that the record is read.
            let _ = move_file(file, &self.folder.join(name));
        }
    }

    /// How the names of this record's files begin: others may have theirs in the same places.
    fn beginning(&self) -> String {
        let folder = path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        let hash = Sha256::digest(folder.as_os_str().as_encoded_bytes());
        let short = hash.first_chunk().copied().map(u64::from_be_bytes);
        format!("supple-{:016x}-", short.unwrap_or_default())
    }
}

fn paths_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

/// Moves a file of the person's own, to another disk as well. At every moment all of it is in one of
/// the places.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    let lines = read_own(from)?;
    disk::create_folder(to.parent().unwrap_or(Path::new("")))?;
    match disk::create(to, &lines) {
        // Moved before, when it could not be removed.
        Err(error)
            if error.kind() == io::ErrorKind::AlreadyExists
                && disk::read(to).is_ok_and(|there| there == lines) => {}
        created => created?,
    }
    fs::remove_file(from)
}

/// Reads a file if it is one, of the person's own, and no larger than [`LARGEST`].
fn read_own(path: &Path) -> io::Result<Vec<u8>> {
    let file = open_without_links(path)?;
    let about = file.metadata()?;
    if !about.is_file() || !is_own_alone(&about) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut lines = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut lines)?;
    if lines.len() as u64 > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(lines)
}

#[cfg(unix)]
fn open_without_links(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;

    // A pipe would be waited for without end.
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let flags = flags.bits().cast_signed();
    File::options().read(true).custom_flags(flags).open(path)
}

#[cfg(unix)]
fn create_private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().mode(0o700).create(path)
}

/// Whether it is a folder, and nobody else can write into it or had it made.
#[cfg(unix)]
fn is_private_folder(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    const OF_OTHERS: u32 = 0o077;
    fs::symlink_metadata(path).is_ok_and(|about| {
        let is_open = about.permissions().mode() & OF_OTHERS != 0;
        about.is_dir() && is_own(&about) && !is_open
    })
}

#[cfg(unix)]
fn is_own(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    about.uid() == rustix::process::geteuid().as_raw()
}

/// Whether a file is the person's, nobody else can write into it, and it has no other name: whoever
/// may not read it could have given it this one.
#[cfg(unix)]
fn is_own_alone(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    const WRITABLE_BY_OTHERS: u32 = 0o022;
    is_own(about) && about.nlink() == 1 && about.permissions().mode() & WRITABLE_BY_OTHERS == 0
}

// Elsewhere each person has a folder of their own for what is temporary.

#[cfg(not(unix))]
fn open_without_links(path: &Path) -> io::Result<File> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    File::open(path)
}

#[cfg(not(unix))]
fn create_private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

#[cfg(not(unix))]
fn is_private_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_dir())
}

#[cfg(not(unix))]
fn is_own_alone(_: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, chown, symlink};

    use super::*;

    /// What somebody else does to the file with the lines.
    type Spoil = fn(&Path);

    /// A record with lines kept elsewhere, and the file that they are in.
    fn kept() -> (tempfile::TempDir, Fallback, PathBuf) {
        let place = tempfile::tempdir().unwrap();
        let elsewhere =
            Fallback::in_places(place.path().join("log"), vec![place.path().join("shared")]);
        let file = elsewhere.keep("mine\n").unwrap();
        (place, elsewhere, file)
    }

    fn is_taken_in(place: &tempfile::TempDir, elsewhere: &Fallback) -> bool {
        elsewhere.take_in();
        place.path().join("log").exists()
    }

    #[test]
    fn ones_own_lines_are_taken_in_and_nothing_is_left() {
        let (place, elsewhere, file) = kept();
        let folder = fs::metadata(file.parent().unwrap()).unwrap();
        assert_eq!(folder.permissions().mode() & 0o777, 0o700);
        assert!(is_taken_in(&place, &elsewhere));
        assert!(!file.parent().unwrap().exists());
    }

    #[test]
    fn what_earlier_versions_kept_without_a_folder_is_taken_in() {
        let (place, elsewhere, file) = kept();
        let folder = file.parent().unwrap();
        let beside = folder.with_extension("jsonl");
        fs::rename(&file, &beside).unwrap();
        assert!(is_taken_in(&place, &elsewhere));
        assert!(!beside.exists() && !folder.exists());
    }

    #[test]
    fn what_a_killed_program_had_begun_to_keep_goes() {
        let (place, elsewhere, file) = kept();
        let left = file.with_file_name(".supple-left.tmp");
        fs::rename(&file, left).unwrap();
        assert!(
            !is_taken_in(&place, &elsewhere),
            "who began it has it still"
        );
        assert!(!file.parent().unwrap().exists());
    }

    #[test]
    fn what_others_could_have_put_there_is_left_alone() {
        let spoil: [(&str, Spoil); 8] = [
            ("a link to a file", |file| {
                let elsewhere = file.with_extension("elsewhere");
                fs::rename(file, &elsewhere).unwrap();
                symlink(elsewhere, file).unwrap();
            }),
            ("a pipe", |file| {
                fs::remove_file(file).unwrap();
                let made = std::process::Command::new("mkfifo").arg(file).status();
                assert!(made.unwrap().success());
            }),
            ("beyond the limit", |file| {
                let file = File::options().write(true).open(file).unwrap();
                file.set_len(LARGEST + 1).unwrap();
            }),
            ("a folder that others write into", |file| {
                let mode = fs::Permissions::from_mode(0o777);
                fs::set_permissions(file.parent().unwrap(), mode).unwrap();
            }),
            ("a link to a folder", |file| {
                let folder = file.parent().unwrap();
                let elsewhere = folder.with_extension("elsewhere");
                fs::rename(folder, elsewhere.with_file_name("another")).unwrap();
                symlink(elsewhere.with_file_name("another"), folder).unwrap();
            }),
            ("a file that others write into", |file| {
                let mode = fs::Permissions::from_mode(0o666);
                fs::set_permissions(file, mode).unwrap();
            }),
            ("another name of a file", |file| {
                let elsewhere = file.with_extension("elsewhere");
                fs::hard_link(file, elsewhere).unwrap();
            }),
            ("a file of another record", |file| {
                let place = file.parent().unwrap().parent().unwrap();
                fs::rename(file, place.join("supple-00ff-mine.jsonl")).unwrap();
            }),
        ];
        for (what, spoil) in spoil {
            let (place, elsewhere, file) = kept();
            spoil(&file);
            assert!(!is_taken_in(&place, &elsewhere), "{what}");
        }
    }

    #[test]
    fn lines_of_another_user_are_left_alone() {
        const STRANGER: u32 = 64_321;
        for of_the_folder in [true, false] {
            let (place, elsewhere, file) = kept();
            let given = if of_the_folder {
                file.parent().unwrap()
            } else {
                &file
            };
            if let Err(error) = chown(given, Some(STRANGER), None) {
                println!("skipped: only root can give files away ({error})");
                return;
            }
            assert!(!is_taken_in(&place, &elsewhere));
        }
    }
}
