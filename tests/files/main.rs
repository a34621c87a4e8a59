//! Routine files from the outside, and the command line as a whole: the program itself, in folders
//! of its own.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod arguments;
mod check;
mod list;
mod new_and_import;
mod plan;
mod reference;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A machine of its own: a folder to work in, and the person's folders beside it.
struct Machine {
    folder: tempfile::TempDir,
}

/// How the program ended.
struct Ended {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Machine {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// The program, to be run in the machine's folder, in English.
    fn command(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_supple"));
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env("LC_ALL", "C")
            .env("LANG", "C")
            .env("SUPPLE_DATA_DIR", self.path("data"))
            .env("SUPPLE_CONFIG_DIR", self.path("config"))
            .env("SUPPLE_CACHE_DIR", self.path("cache"));
        command
    }

    fn supple(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ended {
        let ended = self.command(arguments).output().unwrap();
        Ended {
            code: ended.status.code().unwrap(),
            stdout: String::from_utf8(ended.stdout).unwrap(),
            stderr: String::from_utf8(ended.stderr).unwrap(),
        }
    }
}

impl Ended {
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}

/// The names of all files below a folder, sorted.
fn files_in(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            names.extend(
                files_in(&path)
                    .iter()
                    .map(|below| format!("{name}/{below}")),
            );
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

const GOOD: &str = "format = 1\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\ninstructions = [\"Draw it in.\"]\n";
const BAD: &str = "format = 1\ntitel = \"Back\"\n[[exercise]]\nname = \"Knee\"\ninstructions = [\"Draw it in.\"]\n";
