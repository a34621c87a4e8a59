//! The record from the outside: the program itself on good and bad days, several of it at once.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_days;
mod history;
mod writers;

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use supple::folders::Folders;

/// Two holds of a second, one after the other.
const SHORT: &str = r#"
format = 1
id = "short"
title = "Short"

[[exercise]]
name = "Knee"
sides = "each"
hold = "1s"
reps = 1
prepare = 0
switch = 0
"#;

/// The same, and an hour to be cut off in.
const LONG: &str = r#"
format = 1
id = "long"
title = "Long"

[[exercise]]
name = "Knee"
hold = "1s"
reps = 1
prepare = 0
rest_after = 0

[[exercise]]
name = "Back"
hold = "1h"
reps = 1
prepare = 0
"#;

/// A machine of its own: the person's folders, and the program in English.
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
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("short.toml"), SHORT).unwrap();
        fs::write(folder.path().join("long.toml"), LONG).unwrap();
        Self { folder }
    }

    fn folders(&self) -> Folders {
        let folder = |name| self.folder.path().join(name);
        Folders {
            data: folder("data"),
            config: folder("config"),
            cache: folder("cache"),
        }
    }

    /// The folder that this machine writes its lines into, before it has written any.
    fn device_folder(&self) -> PathBuf {
        let device = "01935000-0000-7000-8000-000000000001";
        let folders = self.folders();
        fs::create_dir_all(&folders.config).unwrap();
        fs::write(folders.config.join("device"), device).unwrap();
        let folder = folders.log().join(device);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn command(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
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

    fn start(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Child {
        self.command(arguments).spawn().unwrap()
    }

    fn supple(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ended {
        ended(self.start(arguments))
    }

    /// The sessions that `history --json` prints.
    fn sessions(&self) -> Vec<Value> {
        let ended = self.supple(["history", "--json"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        ended.json()["sessions"].as_array().unwrap().clone()
    }

    /// All lines of this machine's record.
    fn lines(&self) -> String {
        let devices = fs::read_dir(self.folders().log()).into_iter().flatten();
        let files = devices.flat_map(|device| fs::read_dir(device.unwrap().path()).unwrap());
        files
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "jsonl"))
            .map(|path| fs::read_to_string(path).unwrap())
            .collect()
    }

    /// Waits for the program to have written so many lines with this in them.
    fn wait_for_lines(&self, count: usize, text: &str) {
        wait_until(|| self.lines().matches(text).count() >= count);
    }
}

fn ended(child: Child) -> Ended {
    let output = child.wait_with_output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ended {
    fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}

/// Waits for another process; how long that takes is no matter.
fn wait_until(mut it_is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !it_is_so() {
        assert!(began.elapsed() < Duration::from_mins(2), "waited in vain");
        thread::sleep(Duration::from_millis(10));
    }
}

/// Ends a process as `kill -9` does.
fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}
