//! The record from the outside: the program itself on good and bad days, several of it at once.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(target_os = "linux")]
mod asked;
mod bad_days;
mod claims;
#[cfg(target_os = "linux")]
#[path = "../support/compositor.rs"]
mod compositor;
#[cfg(target_os = "linux")]
mod desktop;
#[cfg(target_os = "linux")]
mod display;
#[path = "../support/ended.rs"]
mod ended;
#[cfg(target_os = "linux")]
mod faulty_disk;
#[cfg(target_os = "linux")]
mod frames;
mod history;
mod kills;
#[cfg(target_os = "linux")]
mod layouts;
#[path = "../support/machine.rs"]
mod machine;
#[path = "../support/mounted.rs"]
mod mounted;
#[path = "../support/needs_root.rs"]
mod needs_root;
#[path = "../support/patience.rs"]
mod patience;
#[cfg(target_os = "linux")]
#[path = "../support/process.rs"]
mod process;
#[cfg(target_os = "linux")]
#[path = "../support/recorded.rs"]
mod recorded;
#[cfg(target_os = "linux")]
#[path = "../support/screen.rs"]
mod screen;
#[cfg(target_os = "linux")]
mod screen_reader;
#[cfg(target_os = "linux")]
mod syncthing;
#[cfg(target_os = "linux")]
#[path = "../sessions/terminal.rs"]
#[expect(dead_code, reason = "one test needs a terminal")]
mod terminal;
#[cfg(unix)]
mod waits;
#[cfg(target_os = "linux")]
mod wayland;
#[cfg(target_os = "linux")]
mod window;
mod without;
mod writers;
#[cfg(target_os = "linux")]
mod x11;

use std::fs;
use std::path::PathBuf;
use std::process::Child;

use machine::Machine;
use patience::await_that;
use serde_json::Value;

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

/// A machine with both routines.
fn machine() -> Machine {
    let machine = Machine::new();
    machine.write("short.toml", SHORT);
    machine.write("long.toml", LONG);
    machine
}

impl Machine {
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

    /// Waits for the program to have written a line with this in it.
    fn wait_for_line(&self, text: &str) {
        await_that("a line is written", || self.lines().contains(text));
    }
}

/// Ends a process as `kill -9` does.
fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}
