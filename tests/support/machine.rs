//! A machine of a test's own, to run the program on.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use supple::folders::Folders;

#[path = "folders.rs"]
pub(crate) mod folders;

/// A folder to work in, and the person's folders in it.
pub(crate) struct Machine {
    pub(crate) folder: tempfile::TempDir,
}

impl Machine {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn folders(&self) -> Folders {
        folders::folders(self.folder.path())
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// The program, to be run in the machine's folder, in English and without a keyboard.
    pub(crate) fn command(
        &self,
        arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> Command {
        let folders = self.folders();
        let mut command = Command::new(env!("CARGO_BIN_EXE_supple"));
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env("LC_ALL", "C")
            .env("LANG", "C")
            .env("TZ", "Europe/Berlin")
            .env("SUPPLE_DATA_DIR", folders.data)
            .env("SUPPLE_CONFIG_DIR", folders.config)
            .env("SUPPLE_CACHE_DIR", folders.cache)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}
