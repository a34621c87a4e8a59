//! `supple handout`.

use std::fs;

use crate::{GOOD, Machine, files_in, png};

const PICTURED: &str = "format = 1\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\nimage = \"knee.png\"\nimage_alt = \"A knee\"\ninstructions = [\"Draw it in.\"]\n";

#[test]
fn a_routine_is_written_as_a_page_in_its_own_language() {
    let machine = Machine::new();
    machine.write(
        "mine.toml",
        GOOD.replace("[[exercise]]", "language = \"de\"\n[[exercise]]"),
    );
    let ended = machine.supple(["handout", "mine.toml", "-o", "mine.html"]);
    assert_eq!(
        (ended.code, ended.stdout.as_str()),
        (0, "mine.html is written.\n"),
        "{}",
        ended.stderr
    );
    let page = fs::read_to_string(machine.folder.path().join("mine.html")).unwrap();
    assert!(
        page.starts_with("<!doctype html>\n<html lang=\"de\""),
        "{page}"
    );
    assert!(
        page.contains("Meine Woche") && page.contains("size:A4"),
        "{page}"
    );

    let look = ["--paper", "letter", "--large-print"];
    let arguments = ["handout", "lower-back-relief", "-o", "back.HTML"];
    let ended = machine.supple(arguments.iter().chain(&look));
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let page = fs::read_to_string(machine.folder.path().join("back.HTML")).unwrap();
    assert!(
        page.contains("class=\"large\"") && page.contains("size:letter"),
        "{page}"
    );
}

#[test]
fn a_file_that_is_there_is_written_over_only_where_that_is_asked_for() {
    let machine = Machine::new();
    machine.write("mine.html", "precious");
    let arguments = ["handout", "lower-back-relief", "-o", "mine.html"];
    let ended = machine.supple(arguments);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("--replace"), "{}", ended.stderr);
    let path = machine.folder.path().join("mine.html");
    assert_eq!(fs::read_to_string(&path).unwrap(), "precious");
    for _ in 0..2 {
        let ended = machine.supple(arguments.iter().chain(&["--replace"]));
        assert_eq!(ended.code, 0, "{}", ended.stderr);
    }
    assert!(fs::read_to_string(&path).unwrap().contains("My week"));
    assert_eq!(
        files_in(machine.folder.path())
            .iter()
            .filter(|name| name.contains("mine"))
            .count(),
        1
    );
}

#[test]
fn what_can_not_be_written_says_why_with_its_code() {
    let machine = Machine::new();
    fs::create_dir(machine.folder.path().join("folder.html")).unwrap();
    machine.write("wrong.toml", "format = 1\n");
    for (routine, output, code, reported) in [
        ("lower-back-relief", "back.docx", 2, "has to end in .html"),
        ("lower-back-relief", "back", 2, "has to end in .html"),
        ("lower-bakc-relief", "back.html", 1, "lower-back-relief"),
        ("wrong.toml", "back.html", 1, "title"),
        ("absent.toml", "back.html", 1, "There is no file"),
        (
            "lower-back-relief",
            "nowhere/back.html",
            1,
            "There is no folder",
        ),
        ("lower-back-relief", "folder.html", 1, "is a folder"),
    ] {
        let ended = machine.supple(["handout", routine, "-o", output]);
        assert_eq!(ended.code, code, "{output}: {}", ended.stderr);
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
        assert!(
            !machine.folder.path().join("back.html").exists(),
            "{output}"
        );
    }
}

#[test]
fn a_picture_of_the_routines_own_is_inside_the_page() {
    let machine = Machine::new();
    machine.write("mine.toml", PICTURED);
    fs::write(machine.folder.path().join("knee.png"), png(40, 30, 128)).unwrap();
    let ended = machine.supple(["handout", "mine.toml", "-o", "mine.html"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let page = fs::read_to_string(machine.folder.path().join("mine.html")).unwrap();
    let picture = "<img src=\"data:image/jpeg;base64,";
    assert!(page.contains(picture) && page.contains("width=\"40\" height=\"30\" alt=\"A knee\""));
}
