//! What a routine means, and what a session does with it, depends on nothing around it: no screen,
//! no sound, no file, no clock.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules that stand by themselves.
const PURE: [&str; 7] = [
    "message", "side", "text", "figure", "routine", "plan", "session",
];

/// What they may not name.
const AROUND: [&str; 7] = [
    "egui",
    "eframe",
    "rodio",
    "crossterm",
    "Instant",
    "SystemTime",
    "::now(",
];

/// What they may use of the standard library: nothing that reaches out of the program.
const STD: [&str; 14] = [
    "borrow",
    "cell",
    "cmp",
    "collections",
    "f32",
    "fmt",
    "iter",
    "mem",
    "ops",
    "path",
    "slice",
    "str",
    "sync",
    "time",
];

/// What they may use of this crate besides each other.
const OWN: [&str; 1] = ["words"];

#[test]
fn routine_figure_plan_and_session_know_no_screen_no_sound_no_file_and_no_clock() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for module in PURE {
        let files = files_of(&sources, module);
        assert!(!files.is_empty(), "there is a module {module}");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let found = reaches_out(&text);
            assert_eq!(found, None, "{}", file.display());
        }
    }
}

#[test]
fn a_name_that_reaches_out_is_found_however_it_is_brought_in() {
    for good in [
        "use std::time::Duration;",
        "use std::{fmt, sync::Arc};",
        "use crate::words::{Message, Words};",
        "// use std::fs;",
        "#[cfg(test)]\nmod tests {\n    use std::fs;",
    ] {
        assert_eq!(reaches_out(good), None, "{good}");
    }
    for (bad, name) in [
        ("use std::fs;", "std::fs"),
        ("use std::{fmt, io, thread};", "std::io"),
        (
            "use std::{\n    collections::{BTreeMap, HashMap},\n    env,\n};",
            "std::env",
        ),
        ("let text = std::fs::read(path);", "std::fs"),
        ("use crate::{plan, disk};", "crate::disk"),
        ("use crate::library::Library;", "crate::library"),
        ("use std::time::{Duration, Instant};", "Instant"),
    ] {
        assert_eq!(reaches_out(bad).as_deref(), Some(name), "{bad}");
    }
}

/// The first name in a source that reaches out of what stands by itself; its tests may.
fn reaches_out(source: &str) -> Option<String> {
    let program = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = program.lines().map(|line| line.split("//").next().unwrap());
    let code = lines.collect::<Vec<_>>().join("\n");
    let of = |root: &str, may: &dyn Fn(&str) -> bool| {
        let found = names_after(root, &code).into_iter().find(|name| !may(name));
        found.map(|name| format!("{root}{name}"))
    };
    let of_std = of("std::", &|name| STD.contains(&name));
    let of_crate = of("crate::", &|name| {
        PURE.contains(&name) || OWN.contains(&name)
    });
    let around = AROUND.iter().find(|name| code.contains(**name));
    of_std.or(of_crate).or(around.map(ToString::to_string))
}

/// The names that stand right after `root`, alone or in braces.
fn names_after<'a>(root: &str, code: &'a str) -> Vec<&'a str> {
    let name = |text: &'a str| {
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
        &text[..end.unwrap_or(text.len())]
    };
    let mut names = Vec::new();
    for (at, _) in code.match_indices(root) {
        let rest = &code[at + root.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(name(rest));
            continue;
        };
        let (mut depth, mut start) = (1, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 || (depth == 1 && c == ',') {
                names.push(name(group[start..at].trim_start()));
                start = at + 1;
            }
            if depth == 0 {
                break;
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names
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
