//! Which device writes.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::record::Id;
use crate::disk::{self, Lock};
use crate::words::Message;

/// This machine's id, made when first asked for. It lies among the settings, since a file-sync
/// program may share the data folder between machines.
///
/// # Errors
/// The file can't be read or made, or `InvalidData` if what it says is no id; it is left alone.
pub(super) fn id(config: &Path) -> io::Result<Id> {
    const PATIENCE: Duration = Duration::from_secs(1);
    let path = path(config);
    if let Some(id) = read_id(&path)? {
        return Ok(id);
    }
    disk::create_folder(config)?;
    let _lock = Lock::wait(&config.join("device.lock"), PATIENCE)?;
    if let Some(id) = read_id(&path)? {
        return Ok(id);
    }
    let id = Id::new();
    disk::replace(&path, None, format!("{id}\n").as_bytes())?;
    Ok(id)
}

/// Why this machine's id can't be kept, for the person. Without one its lines are still written and
/// read, but in a folder of its own for each start.
pub fn device_warning(config: &Path) -> Option<Message> {
    let error = id(config).err()?;
    let reason = match error.kind() {
        io::ErrorKind::InvalidData => Message::new("device-no-id"),
        _ => disk::reason(&error),
    };
    let warning = Message::new("device-unkept").with("file", path(config).as_path());
    Some(warning.with("reason", reason))
}

fn path(config: &Path) -> PathBuf {
    config.join("device")
}

/// `None` if there is no file.
fn read_id(path: &Path) -> io::Result<Option<Id>> {
    const LARGEST: u64 = 1024;
    let id = match disk::read_up_to(LARGEST, path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read?,
    };
    let id = std::str::from_utf8(&id).ok().map(str::trim);
    let id = id.and_then(|id| id.parse().ok());
    id.map(Some).ok_or(io::ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::words::{LANGUAGES, Words};

    #[test]
    fn a_device_keeps_the_id_that_it_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config");
        let made = id(&config).unwrap();
        assert_eq!(id(&config).unwrap(), made);
        assert_eq!(device_warning(&config), None);
    }

    #[test]
    fn a_file_that_holds_no_id_is_named_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = path(folder.path());
        let large = "0".repeat(2000);
        for text in ["half an id 01a2247c-eb1d\n", "", "\u{0}\u{0}", &large] {
            fs::write(&path, text).unwrap();
            assert!(id(folder.path()).is_err(), "{text:?}");
            for language in LANGUAGES {
                let warning = device_warning(folder.path()).unwrap();
                let reported = Words::only(language).message(&warning);
                let file = path.display().to_string();
                assert!(
                    reported.contains(&file) && !reported.contains("[d"),
                    "{reported}"
                );
            }
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_id_is_written_through_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config");
        fs::create_dir(&config).unwrap();
        let diary = folder.path().join("diary");
        fs::write(&diary, "a diary").unwrap();
        let nowhere = folder.path().join("nowhere");
        for target in [diary.as_path(), &nowhere, folder.path()] {
            std::os::unix::fs::symlink(target, path(&config)).unwrap();
            assert!(id(&config).is_err(), "{target:?}");
            assert_eq!(fs::read_link(path(&config)).unwrap(), target);
            fs::remove_file(path(&config)).unwrap();
        }
        assert_eq!(fs::read_to_string(&diary).unwrap(), "a diary");
        assert!(!nowhere.exists());
        // An id that was understood is taken from wherever it lies.
        let made = Id::new();
        fs::write(&diary, made.to_string()).unwrap();
        std::os::unix::fs::symlink(&diary, path(&config)).unwrap();
        assert_eq!(id(&config).unwrap(), made);
    }
}
