//! `supple new`.

use std::fs;

use crate::{Machine, files_in};

#[test]
fn the_starter_passes_the_check_in_every_language() {
    for language in supple::words::LANGUAGES {
        let machine = Machine::new();
        machine.write("starter.toml", language.starter);
        let ended = machine.supple(["check", "--format", "json", "starter.toml"]);
        assert_eq!(ended.code, 0, "{}", language.tag);
        let diagnostics = ended.json()["files"][0]["diagnostics"].clone();
        assert_eq!(diagnostics, serde_json::json!([]), "{}", language.tag);
    }
}

#[test]
fn a_new_file_is_written_once_and_never_over_another() {
    let machine = Machine::new();
    let ended = machine.supple(["new", "mine.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(files_in(machine.folder.path()), ["mine.toml"]);
    assert_eq!(machine.supple(["check", "mine.toml"]).code, 0);
    machine.write("mine.toml", "mine");
    let again = machine.supple(["new", "mine.toml"]);
    assert_eq!(again.code, 1);
    assert!(
        again.stderr.contains("is there already"),
        "{}",
        again.stderr
    );
    assert_eq!(
        fs::read_to_string(machine.path("mine.toml")).unwrap(),
        "mine"
    );
    assert_eq!(machine.supple(["new", "no/folder.toml"]).code, 1);
    assert_eq!(files_in(machine.folder.path()), ["mine.toml"]);
}

#[test]
fn a_new_file_names_the_schema_where_it_lies_beside_it_and_else_none() {
    const NAMED: &str = "#:schema ./routine.schema.json";
    let machine = Machine::new();
    let begins = |name: &str, from: &[&str]| {
        let arguments = [&["new", name][..], from].concat();
        let ended = machine.supple(arguments);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        assert_eq!(machine.supple(["check", name]).code, 0);
        let text = fs::read_to_string(machine.path(name)).unwrap();
        assert!(text.matches("#:schema").count() < 2, "{text}");
        text.starts_with(&format!("{NAMED}\n"))
    };
    assert!(!begins("a.toml", &[]));
    let printed = machine.supple(["new", "--schema"]);
    let kept = include_str!("../../routines/routine.schema.json");
    assert_eq!((printed.code, printed.stdout.as_str()), (0, kept));
    machine.write("routine.schema.json", kept);
    assert!(begins("b.toml", &[]));
    assert!(begins("c.toml", &["--from", "quad-set,quad-set"]));
    assert!(begins("d.toml", &["--from", "lower-back-relief"]));
    assert!(begins("e.toml", &["--from", "b.toml"]));
    machine.write("below/f.toml", "");
    assert!(!begins("below/g.toml", &[]));
}

#[test]
fn a_new_file_without_an_ending_gets_one_and_its_hint_can_be_pasted() {
    let machine = Machine::new();
    let ended = machine.supple(["new", "my routine"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(files_in(machine.folder.path()), ["my routine.toml"]);
    let quoted = if cfg!(windows) {
        "supple check \"my routine.toml\""
    } else {
        "supple check 'my routine.toml'"
    };
    for reported in [".toml was added", quoted] {
        assert!(ended.stdout.contains(reported), "{}", ended.stdout);
    }
}

#[test]
fn a_new_file_needs_a_name_of_its_own_in_a_folder() {
    let machine = Machine::new();
    machine.write("there/other.toml", "x");
    for folder in ["there", "there/", "absent/", ".", ".."] {
        let ended = machine.supple(["new", folder]);
        assert_eq!(ended.code, 1, "{folder}: {}", ended.stdout);
        assert!(ended.stderr.contains("mine.toml"), "{}", ended.stderr);
    }
    assert_eq!(
        files_in(&machine.folder.path().join("there")),
        ["other.toml"]
    );
    assert!(!machine.folder.path().join("there.toml").exists());
}
