//! How the modules lie on each other. That the core knows nothing around it, the compiler holds: it
//! is a crate of its own. Held here is what the compiler doesn't: that nothing in the core reads a
//! file or a clock, that no two modules need each other, that nothing but the window knows a window,
//! and that no screen leaves what a person is writing to the library that draws it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What the core may use of the standard library: nothing that reaches out of the program.
const STD: [&str; 15] = [
    "borrow",
    "cell",
    "cmp",
    "collections",
    "f32",
    "fmt",
    "iter",
    "mem",
    "ops",
    "panic",
    "path",
    "slice",
    "str",
    "sync",
    "time",
];

/// What it may not name, wherever it is from: clocks, and the zone that the machine is in.
const CLOCKS: [&str; 4] = ["Instant", "SystemTime", "::now(", "::system("];

/// What a path may not be asked, since the disk would have to answer.
const DISK: [&str; 9] = [
    ".exists()",
    ".try_exists()",
    ".is_file()",
    ".is_dir()",
    ".is_symlink()",
    ".metadata()",
    ".symlink_metadata()",
    ".read_dir()",
    ".canonicalize()",
];

/// A module by its path in its crate, the crate's root being empty.
type Module = Vec<String>;

#[test]
fn nothing_in_the_core_reads_a_file_or_a_clock() {
    let core = modules(&root("src/core"), &[]);
    assert!(core.contains_key(&module("session")), "the core is found");
    for (module, code) in core {
        assert_eq!(reaches_out(&code), None, "{}", module.join("::"));
    }
}

#[test]
fn no_thread_is_started_that_could_end_without_a_word() {
    // Of these the one thing that a thread does is looked after by whoever waits for it.
    let waited_for = ["history::read"];
    for (folder, without) in CRATES {
        for (module, code) in modules(&root(folder), without) {
            let name = module.join("::");
            let starts = [
                "thread::Builder",
                "thread::spawn",
                ".spawn_scoped(",
                "scope.spawn(",
            ];
            let started = starts.iter().find(|way| code.contains(**way));
            if name != "threads" && !waited_for.contains(&&*name) {
                assert_eq!(
                    started, None,
                    "{name}: crate::threads::start says when it breaks off"
                );
            }
        }
    }
}

#[test]
fn no_two_modules_need_each_other() {
    for (folder, without) in CRATES {
        assert_eq!(
            circles(&modules(&root(folder), without), 1),
            [""; 0],
            "{folder}"
        );
    }
}

#[test]
fn no_two_files_need_each_other() {
    for (folder, without) in CRATES {
        let modules = modules(&root(folder), without);
        assert_eq!(circles(&modules, usize::MAX), [""; 0], "{folder}");
    }
}

/// What talks to a person. The rest is the same for all of them, and for what runs without any.
const SHELLS: [&str; 3] = ["app", "cli", "ui"];

#[test]
fn nothing_below_the_shells_names_a_shell_or_what_windows_are_made_of() {
    let modules = modules(&root("src"), &["core", "draw"]);
    let is_shell = |module: &Module| SHELLS.contains(&module[0].as_str());
    assert!(
        modules.contains_key(&module("store::record")),
        "the owner of what is kept is found"
    );
    for (module, code) in &modules {
        let name = module.join("::");
        if !is_shell(module) {
            let shell = needed(module, code, &modules).into_iter().find(is_shell);
            assert_eq!(shell, None, "{name}");
        }
        if !["app", "ui"].contains(&module[0].as_str()) {
            for library in ["egui", "eframe"] {
                assert!(!code.contains(library), "{name} names {library}");
            }
        }
    }
}

/// What remembers something in egui: how it was laid out when it was last drawn, the colours, and
/// what was said. What a person is writing or choosing has a home in [`supple::app`].
const REMEMBERS: [&str; 5] = [
    "ui::column",
    "ui::spoken",
    "ui::theme::palette",
    "ui::today",
    "ui::widgets",
];

#[test]
fn what_a_person_is_writing_is_not_left_to_egui() {
    for (module, code) in modules(&root("src"), &["core"]) {
        let name = module.join("::");
        let remembers = ["_temp", "_persisted"].iter().any(|way| {
            let calls = ["data.get", "data.insert"].map(|call| format!("{call}{way}"));
            calls.iter().any(|call| code.contains(call))
        });
        assert_eq!(remembers, REMEMBERS.contains(&name.as_str()), "{name}");
    }
}

/// The crates by the folder of their sources, and what lies in it that belongs to another.
const CRATES: [(&str, &[&str]); 3] = [
    ("src/core", &[]),
    ("src/draw", &["tests"]),
    ("src", &["core", "draw"]),
];

#[test]
fn a_name_that_reaches_out_is_found_however_it_is_brought_in() {
    for good in [
        "use std::time::Duration;",
        "use std::{fmt, sync::Arc};",
        "use crate::message::Message;",
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
        ("use std::time::{Duration, Instant};", "Instant"),
        ("let today = jiff::Zoned::now().date();", "::now("),
        ("if path.exists() {}", ".exists()"),
    ] {
        assert_eq!(reaches_out(bad).as_deref(), Some(name), "{bad}");
    }
}

#[test]
fn a_circle_is_found_however_long_it_is_and_a_line_is_none() {
    let of = |files: &[(&str, &str)]| {
        let files = files.iter();
        let modules = files.map(|(name, code)| (module(name), (*code).to_owned()));
        modules.collect::<BTreeMap<_, _>>()
    };
    let line = of(&[
        ("a", "use crate::b::{self, c::D};"),
        ("a::x", "use super::Y;"),
        ("b", "mod c;"),
        ("b::c", ""),
    ]);
    assert_eq!(circles(&line, usize::MAX), [""; 0]);
    let circle = of(&[
        ("a", "use crate::{\n    b::B,\n    text,\n};"),
        ("b", "fn f(c: crate::c::C) {}"),
        ("c", ""),
        ("c::d", "use super::super::a::A;"),
    ]);
    assert_eq!(circles(&circle, 1), ["a, b, c"]);
    let files = of(&[
        ("a", "mod x;\nmod y;"),
        ("a::x", "use super::y::{Y, Z};"),
        ("a::y", "use super::x as other;"),
    ]);
    assert_eq!(circles(&files, 1), [""; 0]);
    assert_eq!(circles(&files, usize::MAX), ["a::x, a::y"]);
}

/// The first name in a source that reaches out of the program.
fn reaches_out(code: &str) -> Option<String> {
    let mut of_std = paths("std", code).into_iter().filter_map(|path| {
        let name = path.get(1)?.clone();
        (!STD.contains(&name.as_str())).then(|| format!("std::{name}"))
    });
    let mut asked = CLOCKS.iter().chain(&DISK);
    let asked = asked.find(|name| code.contains(**name));
    of_std.next().or(asked.map(ToString::to_string))
}

/// The modules that need each other, down to `depth` names of their paths.
fn circles(modules: &BTreeMap<Module, String>, depth: usize) -> Vec<String> {
    let cut = |module: &[String]| module[..module.len().min(depth)].to_vec();
    let mut needs: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (module, code) in modules {
        let from = cut(module);
        for needed in needed(module, code, modules) {
            let to = cut(&needed);
            // A module and its own parts belong together.
            if !from.starts_with(&to) && !to.starts_with(&from) {
                needs.entry(from.clone()).or_default().insert(to);
            }
        }
    }
    let reached: BTreeMap<_, _> = needs
        .keys()
        .map(|from| (from, reach(from, &needs)))
        .collect();
    let circles: BTreeSet<Vec<String>> = reached
        .iter()
        .filter(|(module, reached)| reached.contains(**module))
        .map(|(module, all)| {
            let back =
                |other: &&Module| reached.get(other).is_some_and(|all| all.contains(*module));
            all.iter()
                .filter(back)
                .map(|other| other.join("::"))
                .collect()
        })
        .collect();
    circles.into_iter().map(|names| names.join(", ")).collect()
}

/// All that is needed by what `from` needs, and so on.
fn reach(from: &Module, needs: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<Module> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(module) = next.pop() {
        for needed in needs.get(module).into_iter().flatten() {
            if reached.insert(needed.clone()) {
                next.push(needed);
            }
        }
    }
    reached
}

/// The modules that a module names.
fn needed(module: &Module, code: &str, modules: &BTreeMap<Module, String>) -> BTreeSet<Module> {
    let named = ["crate", "super", "self"].map(|root| paths(root, code));
    let absolute = named.into_iter().flatten().map(|path| {
        let ups = path.iter().take_while(|name| *name == "super").count();
        let base = match path[0].as_str() {
            "crate" => &[],
            _ => &module[..module.len().saturating_sub(ups)],
        };
        [base, &path[ups.max(1)..]].concat()
    });
    absolute
        .filter_map(|mut path| {
            // The longest beginning that is a module; the rest is what is in it.
            while !path.is_empty() && !modules.contains_key(&path) {
                path.pop();
            }
            (!path.is_empty()).then_some(path)
        })
        .collect()
}

/// The paths that begin with `root`, each of a group by itself.
fn paths(root: &str, code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for (at, _) in code.match_indices(&format!("{root}::")) {
        let before = code[..at].chars().next_back();
        if !before.is_some_and(|c| is_of_name(c) || c == ':') {
            tree(&code[at..], &[], &mut paths);
        }
    }
    paths
}

/// Reads a path, or a group of them in braces, and gives what follows.
fn tree<'a>(code: &'a str, before: &[String], paths: &mut Vec<Vec<String>>) -> &'a str {
    let mut path = before.to_vec();
    let mut rest = code.trim_start();
    loop {
        if let Some(group) = rest.strip_prefix('{') {
            rest = group;
            while !rest.is_empty() && !rest.starts_with('}') {
                rest = tree(rest, &path, paths);
                // What stands between two of a group: commas, white space and other names.
                let next = rest.find([',', '}']).unwrap_or(rest.len());
                rest = rest[next..].trim_start_matches(',').trim_start();
            }
            return rest.strip_prefix('}').unwrap_or(rest);
        }
        let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        if end > 0 {
            path.push(rest[..end].to_owned());
        }
        let Some(more) = rest[end..].strip_prefix("::") else {
            paths.push(path);
            return &rest[end..];
        };
        rest = more;
    }
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The modules of a crate, without those in `without`, each with its code but for remarks and tests.
fn modules(sources: &Path, without: &[&str]) -> BTreeMap<Module, String> {
    let mut modules = BTreeMap::new();
    let mut folders = vec![sources.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = module_of(path.strip_prefix(sources).unwrap());
            let is_test = name.iter().any(|part| part == "tests");
            if is_test
                || name
                    .first()
                    .is_some_and(|first| without.contains(&first.as_str()))
            {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                modules.insert(name, code(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    // A crate's root names its modules to make them known, and needs none of them.
    modules.remove(&Module::new());
    modules
}

fn module_of(path: &Path) -> Module {
    let path = path.with_extension("");
    let parts = path.iter().map(|part| part.to_str().unwrap().to_owned());
    let mut module: Module = parts.collect();
    module.pop_if(|last| ["mod", "lib", "main"].contains(&last.as_str()));
    module
}

fn code(source: &str) -> String {
    let program = without_tests(source);
    let lines = program.lines().map(|line| line.split("//").next().unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

/// A source without the module of its tests, whatever that asks of the system.
fn without_tests(source: &str) -> &str {
    let tests = source.find("\nmod tests {").unwrap_or(source.len());
    let program = &source[..tests];
    // The attributes before it.
    let end = program.rfind("\n}").map_or(0, |end| end + 2);
    if tests == source.len() {
        source
    } else {
        &program[..end]
    }
}

fn module(name: &str) -> Module {
    name.split("::").map(ToOwned::to_owned).collect()
}

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}
