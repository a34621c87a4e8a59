//! Where things live on this machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, io, thread};

/// The person's folders. None is made before something is put into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The record and the person's own routines. May be shared between machines by a file-sync
    /// program.
    pub data: PathBuf,
    /// The settings and this machine's own id.
    pub config: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
}

impl Folders {
    /// The folders of this system, each replaced by `SUPPLE_DATA_DIR`, `SUPPLE_CONFIG_DIR` or
    /// `SUPPLE_CACHE_DIR` where set. `None` if there is no home folder and not all three are set.
    pub fn find() -> Option<Self> {
        let system = directories::ProjectDirs::from("", "", "supple");
        let folder = |variable: &str, of: fn(&directories::ProjectDirs) -> PathBuf| {
            env::var_os(variable)
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
                .or_else(|| system.as_ref().map(of))
        };
        Some(Self {
            data: folder("SUPPLE_DATA_DIR", |dirs| dirs.data_dir().to_owned())?,
            config: folder("SUPPLE_CONFIG_DIR", |dirs| dirs.config_dir().to_owned())?,
            cache: folder("SUPPLE_CACHE_DIR", |dirs| dirs.cache_dir().to_owned())?,
        })
    }

    /// The person's own routines.
    pub fn routines(&self) -> PathBuf {
        self.data.join("routines")
    }

    /// The record: a folder for each device, a file for each year.
    pub fn log(&self) -> PathBuf {
        self.data.join("log")
    }

    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.toml")
    }
}

/// Has the system show a folder in its own way.
///
/// # Errors
/// If the system has nothing to show folders with.
pub fn show(folder: &Path) -> io::Result<()> {
    let program = match env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let mut shown = Command::new(program)
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // It may run for as long as the folder is looked at, and somebody has to see it end.
    thread::Builder::new()
        .name("shown-folder".to_owned())
        .spawn(move || shown.wait())?;
    Ok(())
}
