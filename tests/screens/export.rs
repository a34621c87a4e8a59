//! Writing the record for other programs, from the window.

use std::fs;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use supple::history::History;
use supple::history::exported::Session;

use crate::app::{Case, USUAL};
use crate::editor::type_into;
use crate::hand_out::save_as;
use crate::recorded::record_holds;

/// At the export of a whole session, one that was cut off, and a whole one of another routine.
fn at_its_page() -> Case {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_holds(folders, routine, usize::MAX);
        record_holds(folders, routine, 3);
        let mut other = (**routine).clone();
        "another".clone_into(&mut other.id);
        "Another".clone_into(&mut other.title);
        record_holds(folders, &Arc::new(other), usize::MAX);
    });
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.wait_for("Another");
    case.click(Role::Button, "Export");
    case.wait_for("A line for each");
    case.wait_for("Save as");
    case
}

/// How many lines a table has that is written of what is chosen now.
fn lines(case: &mut Case) -> usize {
    let path = case.folders().data.with_file_name("mine.csv");
    let _ = fs::remove_file(&path);
    type_into(case, "Save as", &path.display().to_string());
    case.click(Role::Button, "Save");
    case.wait_for(&format!("{} is written.", path.display()));
    fs::read_to_string(&path).unwrap().lines().count()
}

#[test]
fn the_record_is_written_as_a_table_and_as_json_and_nothing_is_written_over() {
    let mut case = at_its_page();
    for (form, ending, begins) in [
        ("Table (CSV)", "csv", &b"\xef\xbb\xbfsession,started"[..]),
        ("JSON", "json", b"{\n  \"format\": 1"),
    ] {
        let path = case.folders().data.with_file_name(format!("mine.{ending}"));
        save_as(&mut case, form, &path, begins);
    }
    case.click(Role::Button, "← History");
    assert!(case.has(Role::Heading, "History"), "{}", case.heard());
}

#[test]
fn a_table_has_the_lines_that_are_asked_for_of_the_routine_that_is() {
    let mut case = at_its_page();
    assert_eq!(lines(&mut case), 1 + 3, "a heading, and each session");
    case.click(Role::RadioButton, "Day");
    assert_eq!(lines(&mut case), 1 + 1, "all of them were today");
    case.click(Role::RadioButton, "Hold");
    let of_all = lines(&mut case);
    case.click(Role::RadioButton, "Another");
    let of_one = lines(&mut case);
    assert_eq!(of_all - 1, 3 * (of_one - 1), "each has all of its holds");
}

#[test]
fn what_is_written_as_json_is_taken_back() {
    let mut case = at_its_page();
    case.click(Role::RadioButton, "JSON");
    let path = case.folders().data.with_file_name("mine.json");
    type_into(&mut case, "Save as", &path.display().to_string());
    case.click(Role::Button, "Save");
    case.wait_for(&format!("{} is written.", path.display()));
    let exported = |history: &History| {
        let sessions = history.sessions.iter();
        let sessions = sessions.map(|session| Session::of(session));
        serde_json::to_string(&sessions.collect::<Vec<_>>()).unwrap()
    };
    let before = exported(&History::read(&case.folders().log()));
    fs::remove_dir_all(case.folders().log()).unwrap();
    supple::history::import(&case.folders(), &path).unwrap();
    let after = exported(&History::read(&case.folders().log()));
    assert_eq!(after, before);
}
