//! What a routine means, and what a session does with it, depends on nothing around it: no screen,
//! no sound, no file, no clock.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules that stand by themselves.
const PURE: [&str; 4] = ["routine", "figure", "plan", "session"];

/// What they may not name.
const AROUND: [&str; 15] = [
    "egui",
    "eframe",
    "rodio",
    "crossterm",
    "std::fs",
    "std::env",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "::now(",
    "crate::clock",
    "crate::runner",
];

#[test]
fn routine_figure_plan_and_session_know_no_screen_no_sound_no_file_and_no_clock() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for module in PURE {
        let files = files_of(&sources, module);
        assert!(!files.is_empty(), "there is a module {module}");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for (number, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap();
                let found = AROUND.iter().find(|name| code.contains(**name));
                let place = format!("{}:{}", file.display(), number + 1);
                assert_eq!(found, None, "{place}");
            }
        }
    }
}

/// The files of a module and of those below it, without their tests.
fn files_of(sources: &Path, module: &str) -> Vec<PathBuf> {
    let mut files = vec![sources.join(module).with_extension("rs")];
    let mut folders = vec![sources.join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    let tests = |path: &PathBuf| {
        let below = path.strip_prefix(sources).unwrap();
        let mut names = below.components().map(|part| part.as_os_str().to_owned());
        names.any(|name| name == "tests" || name == "tests.rs")
    };
    files.retain(|path| path.is_file() && !tests(path));
    files
}
