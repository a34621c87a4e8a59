//! Where things live on this machine.

use std::path::{self, Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, io};

use wait_timeout::ChildExt as _;

use crate::threads;

/// The person's folders. None is made before something is put into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The person's own routines, and the record unless they chose another folder for it. May be shared
    /// between machines by a file-sync program.
    pub data: PathBuf,
    /// The settings and this machine's own id.
    pub config: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
    /// Where the record lies, if the person chose that.
    pub record: Option<PathBuf>,
}

impl Folders {
    /// The folders of this system, each replaced by `SUPPLE_DATA_DIR`, `SUPPLE_CONFIG_DIR` or
    /// `SUPPLE_CACHE_DIR` where set: a path as it is, or from `~/` in the home folder. `None` if there
    /// is no home folder, or a relative one, and not all three are set.
    pub fn find() -> Option<Self> {
        // A relative one would be another in each folder that the program is started in.
        let home = directories::BaseDirs::new().filter(|home| home.home_dir().is_absolute());
        let system = home
            .as_ref()
            .and_then(|_| directories::ProjectDirs::from("", "", "supple"));
        let home = home.as_ref().map(directories::BaseDirs::home_dir);
        let folder = |variable: &str, of: fn(&directories::ProjectDirs) -> PathBuf| {
            env::var_os(variable)
                .filter(|value| !value.is_empty())
                .map(|value| chosen(Path::new(&value), home))
                .or_else(|| system.as_ref().map(of))
        };
        Some(Self {
            data: folder("SUPPLE_DATA_DIR", |dirs| dirs.data_dir().to_owned())?,
            config: folder("SUPPLE_CONFIG_DIR", |dirs| dirs.config_dir().to_owned())?,
            cache: folder("SUPPLE_CACHE_DIR", |dirs| dirs.cache_dir().to_owned())?,
            record: None,
        })
    }

    /// The person's own routines.
    pub fn routines(&self) -> PathBuf {
        self.data.join("routines")
    }

    /// Unsaved work of the editor. Of this machine alone: what another one is writing is not offered here.
    pub fn drafts(&self) -> PathBuf {
        self.config.join("drafts")
    }

    /// The record: a folder for each device, a file for each year.
    pub fn log(&self) -> PathBuf {
        self.record.clone().unwrap_or_else(|| self.usual_log())
    }

    /// Where the record lies unless the person chose another folder.
    pub fn usual_log(&self) -> PathBuf {
        self.data.join("log")
    }

    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.toml")
    }
}

/// A folder as a person wrote it: a shell puts the home folder in the place of `~` only where it is
/// not in quotes, and programs that start others never do.
fn chosen(written: &Path, home: Option<&Path>) -> PathBuf {
    let in_home = written.strip_prefix("~").ok();
    let path = match (in_home, home) {
        (Some(in_home), Some(home)) => home.join(in_home),
        _ => written.to_owned(),
    };
    // A relative one stays where it is, wherever the program goes.
    path::absolute(&path).unwrap_or(path)
}

/// How long a program may take to say that it can't show a folder.
const PATIENCE: Duration = Duration::from_secs(2);

/// Has the system show a folder in its own way. Waits up to about two seconds to learn that it
/// can't, so never on a thread that draws.
///
/// # Errors
/// The system has nothing to show folders with, or what it has failed.
pub fn show(folder: &Path) -> io::Result<()> {
    match env::consts::OS {
        "macos" => show_with("open", folder, PATIENCE),
        // It ends with 1 whether it shows the folder or not.
        "windows" => start("explorer", folder).and_then(see_it_end),
        _ => show_with("xdg-open", folder, PATIENCE),
    }
}

fn show_with(program: &str, folder: &Path, patience: Duration) -> io::Result<()> {
    let mut shown = start(program, folder)?;
    match shown.wait_timeout(patience)? {
        Some(end) if end.success() => Ok(()),
        Some(end) => Err(io::Error::other(format!("{program}: {end}"))),
        None => see_it_end(shown),
    }
}

fn start(program: &str, folder: &Path) -> io::Result<Child> {
    Command::new(program)
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

/// A program may run for as long as the folder is looked at, and somebody has to see it end.
fn see_it_end(mut shown: Child) -> io::Result<()> {
    // Nobody waits for it: what it is good for is done by the system, if not by this thread.
    let wait = move || drop(shown.wait());
    threads::start("shown-folder", wait, || {}).map(drop)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_taken_as_it_was_written_or_from_the_home_folder() {
        let home = Some(Path::new("/home/ada"));
        let here = env::current_dir().unwrap();
        for (written, meant) in [
            ("/x", "/x".into()),
            ("~/x", "/home/ada/x".into()),
            ("~", "/home/ada".into()),
            ("x/y", here.join("x/y")),
            ("~ada/x", here.join("~ada/x")),
        ] {
            assert_eq!(chosen(Path::new(written), home), meant, "{written}");
        }
        assert_eq!(chosen(Path::new("~/x"), None), here.join("~/x"));
    }

    #[test]
    fn a_program_that_cant_show_a_folder_is_an_error_and_one_that_goes_on_is_not() {
        let shown = |program, folder: &str, patience| {
            show_with(program, Path::new(folder), patience).map_err(|error| error.to_string())
        };
        let long = Duration::from_mins(1);
        assert_eq!(shown("true", "/", long), Ok(()));
        let reported = shown("false", "/", long).unwrap_err();
        assert!(reported.starts_with("false: "), "{reported}");
        assert!(shown("no-such-program-here", "/", long).is_err());
        assert_eq!(shown("sleep", "1", Duration::ZERO), Ok(()));
    }
}
