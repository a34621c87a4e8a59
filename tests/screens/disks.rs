//! What the window says of disks that fill up or can only be read while it is open.

use std::fs;
use std::path::Path;
use std::process::Command;

use eframe::egui::{Key, Modifiers};

use crate::app::Case;
use crate::mounted::Mounted;

#[test]
fn settings_that_a_disk_does_not_take_are_reported_and_written_once_it_does() {
    let mut case = Case::usual();
    let config = case.folders().config;
    // Where the settings were there is another folder now, as when a drive is plugged in.
    let Some(_disk) = Mounted::at(&config, &["-t", "tmpfs", "-o", "size=16k", "tmpfs"]) else {
        return;
    };
    let filler = config.join("filler");
    // Ends with an error: that is what it is for.
    let _ = fs::write(&filler, vec![0; 32 * 1024]);
    case.press_with(Modifiers::COMMAND, Key::Plus);
    case.wait_for("The disk is full");
    remount(&config, "ro");
    case.press_with(Modifiers::COMMAND, Key::Plus);
    case.wait_for("The disk can only be read");
    let left = fs::read_dir(&config).unwrap().flatten();
    let mut left: Vec<_> = left.map(|entry| entry.file_name()).collect();
    left.sort();
    assert_eq!(left, ["filler", "settings.lock"]);

    remount(&config, "rw");
    fs::remove_file(&filler).unwrap();
    case.press_with(Modifiers::COMMAND, Key::Plus);
    let file = case.folders().settings_file();
    case.wait_until("the settings", |_| {
        let text = fs::read_to_string(&file).unwrap_or_default();
        text.contains("text_size_percent = 1") && !text.contains("100")
    });
    case.wait_until_gone("could not be saved");
}

fn remount(disk: &Path, access: &str) {
    let mut mount = Command::new("mount");
    mount.args(["-o", &format!("remount,{access}")]).arg(disk);
    assert!(mount.status().unwrap().success());
}
