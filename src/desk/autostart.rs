//! Whether reminders begin when the person logs in: a file in their desktop's autostart folder. A program that is kept
//! from that folder asks a portal, and has the file in a folder of its own, to know what it asked for.

#[cfg(target_os = "linux")]
pub mod portal;

use std::env;
use std::io;
use std::path::{Path, PathBuf};

#[cfg(target_os = "linux")]
use crate::bus::Address;
use crate::disk;
use crate::words::{Message, Words};

/// Of the same program as the one in `assets/package/supple.desktop`.
const NAME: &str = "supple-remind.desktop";

/// The most that is read of what lies there, in bytes.
const LARGEST: u64 = 64 * 1024;

/// The line by which a file is known as Supple's own.
const OURS: &str = "X-Supple-Autostart=true";

/// Whether this system has such a folder.
pub const MAY_BE: bool = cfg!(all(unix, not(target_os = "macos")));

/// Whether reminders begin with the computer.
pub fn is_on() -> bool {
    // Some desktops switch one off by a line in it.
    let is_shown = |content: Vec<u8>| {
        let content = String::from_utf8_lossy(&content).into_owned();
        !content.lines().any(|line| line.trim() == "Hidden=true")
    };
    let there = place().and_then(|path| ours(&path).ok().flatten());
    there.is_some_and(is_shown)
}

/// Has reminders begin with the computer, or not. In a Flatpak that may take as long as the person thinks; `words` are
/// for what the desktop may ask them.
///
/// # Errors
/// The disk does not take it, there is no home folder, the desktop does not allow it, or a file of somebody else has
/// that name and is left alone.
pub fn set(on: bool, words: &Words) -> io::Result<()> {
    let path = place().ok_or(io::ErrorKind::Unsupported)?;
    #[cfg(target_os = "linux")]
    if portal::is_needed() {
        portal::ask(&Address::Session, on, &words.get("autostart-reason"))?;
    }
    #[cfg(not(target_os = "linux"))]
    let _ = words;
    if on {
        put(&path, &entry(&program()?))
    } else {
        take_away(&path)
    }
}

/// Why it could not be set.
pub fn reason(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::AlreadyExists => Message::new("autostart-foreign").with("name", NAME),
        io::ErrorKind::Unsupported => Message::new("autostart-no-home"),
        io::ErrorKind::ConnectionRefused => Message::new("autostart-refused"),
        io::ErrorKind::NotConnected => Message::new("autostart-no-portal"),
        _ => disk::reason(error),
    }
}

/// Writes the entry, in the place of an older one of Supple's own.
fn put(path: &Path, entry: &str) -> io::Result<()> {
    // What is left of an exchange has what is written now, or is told by none.
    let _ = disk::sweep_beside(path);
    match ours(path)? {
        Some(before) if before == entry.as_bytes() => Ok(()),
        before => disk::replace(path, before.as_deref(), entry.as_bytes()),
    }
}

fn take_away(path: &Path) -> io::Result<()> {
    ours(path)?.map_or(Ok(()), |content| disk::remove(path, &content))
}

/// What of Supple's own lies there; nothing if no file is there.
fn ours(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if path.is_symlink() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let content = match disk::read_up_to(LARGEST, path) {
        Ok(content) => content,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let is_ours = String::from_utf8_lossy(&content)
        .lines()
        .any(|line| line.trim() == OURS);
    if is_ours {
        Ok(Some(content))
    } else {
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

fn place() -> Option<PathBuf> {
    if !MAY_BE {
        return None;
    }
    let config = directories::BaseDirs::new()?.config_dir().to_owned();
    config
        .is_absolute()
        .then(|| config.join("autostart").join(NAME))
}

/// By its name where a shell would find it, so that it stays right when the program is installed anew.
fn program() -> io::Result<PathBuf> {
    let own = env::current_exe()?;
    let found = |folder: PathBuf| folder.join("supple");
    let paths = env::var_os("PATH").unwrap_or_default();
    let first = env::split_paths(&paths)
        .map(found)
        .find(|path| path.is_file());
    let is_own = first.is_some_and(|path| path.canonicalize().ok() == own.canonicalize().ok());
    Ok(if is_own { "supple".into() } else { own })
}

fn entry(program: &Path) -> String {
    let program = quoted(&program.to_string_lossy());
    format!(
        "[Desktop Entry]\nType=Application\nName=Supple\nExec={program} remind\nIcon=supple\nTerminal=false\n\
         NoDisplay=true\nX-GNOME-Autostart-enabled=true\n{OURS}\n"
    )
}

/// As `Exec` has it: in quotes, with what is special in them marked twice, since the value is a string
/// of its own.
fn quoted(program: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/-_.".contains(letter);
    if program.chars().all(plain) {
        return program.to_owned();
    }
    let mut quoted = String::from('"');
    for letter in program.chars() {
        match letter {
            '"' | '`' | '$' => quoted.push_str("\\\\"),
            // Of which four make one.
            '\\' => quoted.push_str("\\\\\\"),
            '%' => quoted.push('%'),
            _ => {}
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_entry_comes_and_goes_and_nothing_of_others_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("autostart").join(NAME);
        take_away(&path).unwrap();
        let entry = entry(Path::new("supple"));
        put(&path, &entry).unwrap();
        put(&path, &entry).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), entry);
        assert!(entry.contains("\nExec=supple remind\n"), "{entry}");
        // Another version wrote another.
        let older = format!("[Desktop Entry]\n{OURS}\n");
        fs::write(&path, older).unwrap();
        put(&path, &entry).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), entry);
        take_away(&path).unwrap();
        assert!(!path.exists());

        let foreign = "[Desktop Entry]\nExec=something else\n";
        fs::write(&path, foreign).unwrap();
        assert!(put(&path, &entry).is_err() && take_away(&path).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), foreign);

        let elsewhere = folder.path().join("elsewhere");
        fs::rename(&path, &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
        assert!(put(&path, &entry).is_err() && take_away(&path).is_err());
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), foreign);
    }

    #[test]
    fn a_program_in_any_folder_is_written_so_that_desktops_read_it() {
        for (path, written) in [
            ("/usr/bin/supple", "/usr/bin/supple"),
            ("/my apps/supple", "\"/my apps/supple\""),
            ("/100%/a\"b$`\\", "\"/100%%/a\\\\\"b\\\\$\\\\`\\\\\\\\\""),
        ] {
            assert_eq!(quoted(path), written);
        }
    }
}
