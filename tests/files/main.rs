//! Routine files from the outside, and the command line as a whole: the program itself, in folders
//! of its own.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod any_figure;
mod arguments;
mod backup;
mod check;
mod clinic_systems;
#[path = "../support/ended.rs"]
mod ended;
mod exercises;
mod figure;
mod handout;
mod history_import;
mod import;
mod imported_pictures;
mod language_server;
mod list;
#[path = "../support/machine.rs"]
mod machine;
#[cfg(target_os = "linux")]
mod memory;
#[path = "../support/mounted.rs"]
mod mounted;
#[path = "../support/needs_root.rs"]
mod needs_root;
mod new;
#[cfg(target_os = "linux")]
mod odd_machines;
mod order;
mod package;
mod plan;
mod programmes;
mod record_report;
mod reference;
mod remind;
mod schema;
mod share;
mod side_by_side;
mod tables;
mod voices;
#[path = "../support/year.rs"]
mod year;

use std::fs;
use std::path::Path;

use machine::Machine;

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

/// A picture of one shade of grey.
fn png(width: u32, height: u32, shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::GrayImage::from_pixel(width, height, image::Luma([shade]));
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

const GOOD: &str = "format = 1\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\ninstructions = [\"Draw it in.\"]\n";
const BAD: &str = "format = 1\ntitel = \"Back\"\n[[exercise]]\nname = \"Knee\"\ninstructions = [\"Draw it in.\"]\n";
