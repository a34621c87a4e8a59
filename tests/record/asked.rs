//! What is asked of somebody who does not see the screen: in the editor, where a figure is chosen, and before
//! a session with exercises to choose from.

use serde_json::Value;

use crate::machine::Machine;
use crate::patience::await_that;
use crate::screen_reader::{ROUTINE, Sitting, all, has};

const QUIET: &str = "safety_card_seen = true\nmuted = true\nvoice = false\n";

/// In the editor, with the routine of the library.
fn in_the_editor() -> Sitting {
    let happened = |machine: &Machine| {
        machine.write("data/routines/back.toml", ROUTINE);
    };
    let mut sitting = Sitting::after(happened, "", QUIET, &["open", "back"]);
    sitting.reader.focused("For the back");
    sitting.walks_to("Edit For the back");
    sitting.press("Return");
    sitting.reader.hears("For the back");
    sitting
}

/// A question has come to the keyboard: it has a name, and the first answer is where one is.
fn is_asked(sitting: &mut Sitting, question: &str, first: &str) {
    let there = sitting.reader.focused(first);
    assert_eq!(there["role"], "push button", "{there}");
    sitting.dialog(question);
    sitting.is_reported(question);
}

#[test]
fn each_question_of_the_editor_has_a_name_and_takes_the_keyboard() {
    let mut sitting = in_the_editor();
    sitting.press("ctrl+d");
    sitting.reader.hears("Knee to chest");
    sitting.press("Escape");
    is_asked(&mut sitting, "Leave without saving?", "Save and leave");
    sitting.press("Escape");
    sitting.press("ctrl+s");
    is_asked(&mut sitting, "Save “For the back”", "Save now");
    sitting.press("Escape");

    // Somebody else saves the file.
    let theirs = ROUTINE.replace("For the back", "For your back");
    sitting.machine.write("data/routines/back.toml", theirs);
    is_asked(&mut sitting, "Somebody else changed this file", "Take both");
    sitting.press("Escape");
}

#[test]
fn a_figure_is_chosen_by_what_is_heard() {
    let mut sitting = in_the_editor();
    sitting.walks_to("Choose a figure: Figure");
    sitting.leads_to("Return", "Choose a figure");
    for letter in "clamshell".chars() {
        sitting.press(&letter.to_string());
    }
    sitting.walks_to("Clamshell");
    sitting.press("Return");
    sitting.walks_to("Another figure: Figure clamshell");
    sitting.is_reported("the editor with a figure");
}

#[test]
fn exercises_of_a_group_are_chosen_before_a_session_by_what_is_heard() {
    let happened = |machine: &Machine| {
        let exercise = |name| {
            format!(
                "[[exercise]]\nname = \"{name}\"\ntime = \"5m\"\nprepare = 0\ngroup = \"Legs\"\n"
            )
        };
        let exercises = ["March", "Walk", "Swing"].map(exercise).concat();
        let text = format!(
            "format = 1\ntitle = \"Any two\"\n[[group]]\nname = \"Legs\"\nchoose = 2\n{exercises}"
        );
        machine.write("any.toml", text);
    };
    let mut sitting = Sitting::after(happened, "", QUIET, &["open", "any.toml", "--start"]);
    sitting.reader.hears("Does anything hurt right now?");
    sitting.is_reported("the choice before a session");
    // Both that are proposed are chosen: one makes room for another.
    let is_on = |sitting: &mut Sitting, name: &str| {
        let tree = sitting.reader.tree();
        let is_it = |item: &&&Value| item["name"] == name && item["role"] != "label";
        let item = *all(&tree).iter().find(is_it).unwrap();
        ["checked", "pressed"].iter().any(|state| has(item, state))
    };
    assert!(is_on(&mut sitting, "March") && !is_on(&mut sitting, "Swing"));
    sitting.walks_to("March");
    sitting.press("space");
    await_that("March is taken out", || !is_on(&mut sitting, "March"));
    sitting.walks_to("Swing");
    sitting.press("space");
    await_that("Swing is chosen", || is_on(&mut sitting, "Swing"));
    sitting.is_reported("the choice that was made");
}

#[test]
fn a_file_with_mistakes_and_a_record_that_is_damaged_are_told_where_one_looks_for_them() {
    let happened = |machine: &Machine| {
        machine.write("data/routines/broken.toml", "format = 1\ntitel = \"x\"\n");
        let folder = machine.device_folder();
        std::fs::write(folder.join("2026.jsonl"), "no line of a record\n").unwrap();
    };
    let mut sitting = Sitting::after(happened, "", QUIET, &[]);
    sitting.reader.hears("Good ");
    sitting.is_reported("Today with a warning");
    sitting.leads_to("ctrl+2", "Routines");
    let tree = sitting.reader.tree();
    let names = all(&tree).into_iter();
    let names: Vec<_> = names.filter_map(|item| item["name"].as_str()).collect();
    let is_told = names
        .iter()
        .any(|name| name.contains("broken.toml, line 2"));
    assert!(is_told, "{names:#?}");
}
