//! Whether a program uses the camera.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::Places;

/// What the name of a camera's device begins with.
const DEVICE: &str = "video";

/// Whether a process of the person's own has a camera open.
pub(super) fn is_in_use(places: &Places) -> Option<bool> {
    if !any_may_run(places) {
        return Some(false);
    }
    let processes = fs::read_dir(&places.proc).ok()?.flatten();
    let mut processes = processes.filter(|process| is_number(process.file_name()));
    Some(processes.any(|process| holds_one(&process.path(), &places.devices)))
}

/// Whether there is a camera, and not all of them sleep.
fn any_may_run(places: &Places) -> bool {
    let devices = fs::read_dir(&places.devices).into_iter().flatten();
    let names = devices.flatten().map(|device| device.file_name());
    let mut cameras = names.filter(|name| is_camera(name));
    cameras.any(|name| {
        let folder = places.sys.join("class/video4linux").join(name);
        let status = fs::read_to_string(folder.join("device/power/runtime_status"));
        !status.is_ok_and(|status| status.trim() == "suspended")
    })
}

/// What belongs to others can't be looked at.
fn holds_one(process: &Path, devices: &Path) -> bool {
    let open = fs::read_dir(process.join("fd")).into_iter().flatten();
    let mut open = open
        .flatten()
        .filter_map(|file| fs::read_link(file.path()).ok());
    open.any(|file| file.parent() == Some(devices) && file.file_name().is_some_and(is_camera))
}

fn is_camera(name: impl AsRef<OsStr>) -> bool {
    let number = name
        .as_ref()
        .to_str()
        .and_then(|name| name.strip_prefix(DEVICE));
    number.is_some_and(is_number)
}

fn is_number(name: impl AsRef<OsStr>) -> bool {
    let digits = name.as_ref().as_encoded_bytes();
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}
