//! How the modules lie on each other. That the core knows nothing around it, the compiler holds: it
//! is a crate of its own. Held here is what the compiler doesn't: that nothing in the core reads a
//! file or a clock, that no two modules need each other, that nothing but the window knows a window,
//! and that no screen leaves what a person is writing to the library that draws it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/sources.rs"]
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use sources::{Module, Source, modules};

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

/// What it may not name, wherever it is from.
const CLOCKS: [&str; 2] = ["Instant", "SystemTime"];

/// What it may not ask of anything: the clock, the zone that the machine is in, and of a path what the
/// disk would have to answer.
const ASKED: [&str; 11] = [
    "now",
    "system",
    "exists",
    "try_exists",
    "is_file",
    "is_dir",
    "is_symlink",
    "metadata",
    "symlink_metadata",
    "read_dir",
    "canonicalize",
];

#[test]
fn nothing_in_the_core_reads_a_file_or_a_clock() {
    let core = modules(&root("src/core"), &[]);
    assert!(core.contains_key(&module("session")), "the core is found");
    for (module, source) in core {
        assert_eq!(reaches_out(&source), None, "{}", module.join("::"));
    }
}

#[test]
fn no_thread_is_started_that_could_end_without_a_word() {
    // Of these the one thing that a thread does is looked after by whoever waits for it.
    let waited_for = ["history::read"];
    for (folder, without) in CRATES {
        for (module, source) in modules(&root(folder), without) {
            let name = module.join("::");
            let is_start = |path: &Vec<String>| {
                let path = source.written_out(path);
                path.ends_with(&["thread".into(), "spawn".into()])
                    || path.windows(2).any(|two| two == ["thread", "Builder"])
            };
            let by_path = source.paths.iter().find(|path| is_start(path));
            let by_method = ["scope.spawn", "spawn_scoped"].into_iter();
            let by_method = by_method.filter(|way| source.methods.contains(*way));
            let started = by_path.map(|path| path.join("::"));
            let started = started.or(by_method.map(ToOwned::to_owned).next());
            if name != "threads" && !waited_for.contains(&&*name) {
                assert_eq!(
                    started, None,
                    "{name}: crate::threads::start says when it breaks off"
                );
            }
        }
    }
}

/// What is asked of a figure to draw it, by the names that a figure has there.
const ASKED_OF_A_FIGURE: [&str; 4] = ["travelling", "paced", "shapes", "frame"];

#[test]
fn nothing_in_the_window_asks_a_figure_but_where_a_panic_is_kept_to_the_picture() {
    let modules = modules(&root("src"), &["core", "draw"]);
    let in_window = modules.iter().filter(|(module, _)| {
        module
            .first()
            .is_some_and(|first| ["ui", "app"].contains(&&**first))
    });
    let mut found = 0;
    for (module, source) in in_window {
        let name = module.join("::");
        let asks = |method: &&&str| source.methods.contains(&format!("figure.{method}"));
        let asked = ASKED_OF_A_FIGURE.iter().find(asks);
        if name == "ui::figure" {
            found += 1;
            assert!(asked.is_some(), "it is found where it is");
        } else {
            assert_eq!(asked, None, "{name}: crate::ui::figure asks for it");
        }
    }
    assert_eq!(found, 1);
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
const SHELLS: [&str; 4] = ["app", "cli", "desk", "ui"];

#[test]
fn nothing_below_the_shells_names_a_shell_or_what_windows_are_made_of() {
    let modules = modules(&root("src"), &["core", "draw"]);
    let is_shell = |module: &Module| SHELLS.contains(&module[0].as_str());
    assert!(
        modules.contains_key(&module("store::record")),
        "the owner of what is kept is found"
    );
    for (module, source) in modules.iter().filter(|(module, _)| !module.is_empty()) {
        let name = module.join("::");
        if !is_shell(module) {
            let shell = needed(module, &modules).into_iter().find(is_shell);
            assert_eq!(shell, None, "{name}");
        }
        if !["app", "ui"].contains(&module[0].as_str()) {
            for library in ["egui", "eframe"] {
                let names = |path: &Vec<String>| path.iter().any(|part| part == library);
                assert!(!source.paths.iter().any(names), "{name} names {library}");
            }
        }
    }
}

/// What remembers something in egui: how it was laid out when it was last drawn, the colours, where the
/// keyboard is, and what was said. What a person is writing or choosing has a home in [`supple::app`].
const REMEMBERS: [&str; 8] = [
    "ui::column",
    "ui::player::movement",
    "ui::spoken",
    "ui::theme::palette",
    "ui::today",
    "ui::widgets",
    "ui::widgets::control",
    "ui::widgets::keys",
];

#[test]
fn what_a_person_is_writing_is_not_left_to_egui() {
    for (module, source) in modules(&root("src"), &["core"]) {
        let name = module.join("::");
        let remembers = source.methods.iter().any(|method| {
            let in_its_memory = [
                "get_temp",
                "get_persisted",
                "insert_temp",
                "insert_persisted",
            ];
            in_its_memory.iter().any(|way| method.starts_with(way))
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
        assert_eq!(reaches_out(&Source::of(good)), None, "{good}");
    }
    for (bad, name) in [
        ("use std::fs;", "std::fs"),
        ("use std::{fmt, io, thread};", "std::io"),
        (
            "use std::{\n    collections::{BTreeMap, HashMap},\n    env,\n};",
            "std::env",
        ),
        ("fn f() { let text = std::fs::read(path); }", "std::fs"),
        ("use std as system; use system::fs;", "std::*"),
        ("use std::{self as system};", "std::*"),
        ("fn f() { assert!(std::fs::exists(path)); }", "std::fs"),
        ("use std::time::{Duration, Instant};", "Instant"),
        ("fn f() { let today = jiff::Zoned::now().date(); }", "now"),
        ("fn f() { let now = jiff::Zoned::now; }", "now"),
        ("fn f() { if path.exists() {} }", "exists"),
        ("fn f() { assert!(path.exists()); }", "exists"),
        ("mod tests {} fn f() { std::env::args(); }", "std::env"),
    ] {
        assert_eq!(
            reaches_out(&Source::of(bad)).as_deref(),
            Some(name),
            "{bad}"
        );
    }
}

#[test]
fn a_circle_is_found_however_long_it_is_and_a_line_is_none() {
    let of = |files: &[(&str, &str)]| {
        let files = files.iter();
        let modules = files.map(|(name, code)| (module(name), Source::of(code)));
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
    let passed_on = of(&[
        ("a", "mod x; mod y; pub use y::Y;"),
        ("a::x", "use crate::a as here; fn f(y: here::Y) {}"),
        ("a::y", "fn f() { vec![super::x::f()]; }"),
    ]);
    assert_eq!(circles(&passed_on, usize::MAX), ["a::x, a::y"]);
    let in_tests = of(&[
        (
            "a",
            "#[cfg(test)] mod sample { use crate::b::B; } use crate::c::C;",
        ),
        ("b", "use crate::a::A;"),
        ("c", "mod tests { use super::super::a::A; }"),
    ]);
    assert_eq!(circles(&in_tests, 1), ["a, c"]);
}

/// The first name in a source that reaches out of the program.
fn reaches_out(source: &Source) -> Option<String> {
    let mut names = source.paths.iter().filter_map(|path| {
        let path = source.written_out(path);
        if path.first().is_some_and(|root| root == "std") {
            // The whole of it by another name would let in all that is in it.
            let part = path.get(1).map_or("*", String::as_str);
            if !STD.contains(&part) {
                return Some(format!("std::{part}"));
            }
        }
        let (last, of) = path.split_last()?;
        let is_asked = !of.is_empty() && ASKED.contains(&last.as_str());
        let is_clock = |name: &&String| CLOCKS.contains(&name.as_str());
        let clock = path.iter().find(is_clock);
        clock.or(is_asked.then_some(last)).cloned()
    });
    let mut methods = source.methods.iter();
    names.next().or_else(|| {
        let asked = methods.find(|name| ASKED.contains(&name.as_str()));
        asked.cloned()
    })
}

/// The modules that need each other, down to `depth` names of their paths.
fn circles(modules: &BTreeMap<Module, Source>, depth: usize) -> Vec<String> {
    let cut = |module: &[String]| module[..module.len().min(depth)].to_vec();
    let mut needs: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    // A crate's root names its modules to make them known, and needs none of them.
    for module in modules.keys().filter(|module| !module.is_empty()) {
        let from = cut(module);
        for needed in needed(module, modules) {
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

/// The modules that a module names, those that a name is passed on by included.
fn needed(module: &Module, modules: &BTreeMap<Module, Source>) -> BTreeSet<Module> {
    let source = &modules[module];
    let mut needed = BTreeSet::new();
    for path in &source.paths {
        let mut path = absolute(module, &source.written_out(path), modules);
        // A name may be brought in where it is taken from, and there too; none so often.
        for _ in 0..20 {
            let Some(found) = path.take() else { break };
            let Some(at) = (0..=found.len())
                .rev()
                .find(|at| modules.contains_key(&found[..*at]))
            else {
                break;
            };
            let (there, rest) = found.split_at(at);
            if !there.is_empty() {
                needed.insert(there.to_vec());
            }
            path = rest.first().and_then(|name| {
                let brought_in = modules[there].names.get(name)?;
                let brought_in = modules[there].written_out(brought_in);
                absolute(there, &[&brought_in, &rest[1..]].concat(), modules)
            });
        }
    }
    needed
}

/// A path from the crate's root; `None` if it leads into another crate.
fn absolute(
    module: &[String],
    path: &[String],
    modules: &BTreeMap<Module, Source>,
) -> Option<Module> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    let below = |base: &[String], rest: &[String]| Some([base, rest].concat());
    match path.first()?.as_str() {
        "crate" => below(&[], &path[1..]),
        "self" => {
            let ups = path[1..].iter().take_while(|name| *name == "super").count();
            below(&module[..module.len().checked_sub(ups)?], &path[1 + ups..])
        }
        "super" => below(&module[..module.len().checked_sub(ups)?], &path[ups..]),
        first => {
            let own = [module, &[first.to_owned()]].concat();
            (modules.contains_key(&own)).then(|| [module, path].concat())
        }
    }
}

fn module(name: &str) -> Module {
    name.split("::").map(ToOwned::to_owned).collect()
}

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}
