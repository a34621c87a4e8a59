//! Putting on paper what the record comes to, from the window.

use std::fs;
use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};

use crate::app::{Case, USUAL};
use crate::editor::type_into;
use crate::hand_out::save_as;
use crate::recorded::record_holds;
use crate::reminders::press;

/// At the report of a whole session and one that was cut off.
fn at_its_page() -> Case {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_holds(folders, routine, usize::MAX);
        record_holds(folders, routine, 3);
    });
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.click(Role::Button, "Report");
    case.wait_for("Sheet 1 of");
    case
}

fn mine(case: &Case, ending: &str) -> PathBuf {
    case.folders().data.with_file_name(format!("mine.{ending}"))
}

/// What the web page says that is written of what is chosen now.
fn page(case: &mut Case) -> String {
    case.click(Role::RadioButton, "Web page");
    let path = mine(case, "html");
    let _ = fs::remove_file(&path);
    type_into(case, "Save as", &path.display().to_string());
    case.click(Role::Button, "Save");
    case.wait_for(&format!("{} is written.", path.display()));
    fs::read_to_string(&path).unwrap()
}

#[test]
fn a_report_is_written_as_a_pdf_and_a_page_and_nothing_is_written_over() {
    let mut case = at_its_page();
    for (form, ending, begins) in [
        ("PDF", "pdf", &b"%pdf-"[..]),
        ("Web page", "html", b"<!doctype html>"),
    ] {
        let path = mine(&case, ending);
        save_as(&mut case, form, &path, begins);
        assert!(case.has(Role::Button, "Open"));
    }
    case.click(Role::Button, "← History");
    assert!(case.has(Role::Heading, "History"), "{}", case.heard());
}

#[test]
fn a_report_tells_what_the_person_chose_and_says_what_it_leaves_out() {
    let mut case = at_its_page();
    let told = page(&mut case);
    assert!(!told.contains("the numbers given for pain") && !told.contains("A. Patient"));
    case.click(Role::Switch, "With the numbers for pain");
    type_into(
        &mut case,
        "Your name, to stand on it (optional)",
        "A. Patient",
    );
    // It is left for the button, which is pressed in the same moment.
    let told = page(&mut case);
    assert!(told.contains("the numbers given for pain") && told.contains("A. Patient"));
    // Also for the one that writes it.
    type_into(
        &mut case,
        "Your name, to stand on it (optional)",
        "B. Patient",
    );
    let path = mine(&case, "html");
    fs::remove_file(&path).unwrap();
    case.click(Role::Button, "Save");
    case.wait_for(&format!("{} is written.", path.display()));
    assert!(fs::read_to_string(&path).unwrap().contains("B. Patient"));
}

#[test]
fn a_report_is_about_the_routine_that_the_history_is_about() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_holds(folders, routine, usize::MAX);
        let mut other = (**routine).clone();
        other.id = "another".to_owned();
        other.title = "Another".to_owned();
        record_holds(folders, &std::sync::Arc::new(other), usize::MAX);
    });
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.wait_for("Another");
    case.click(Role::RadioButton, "Another");
    case.click(Role::Button, "Report");
    case.wait_for("Sheet 1 of");
    assert!(page(&mut case).contains("<h1>Another</h1>"));
    case.click(Role::RadioButton, "All routines");
    assert!(page(&mut case).contains("<h1>All routines</h1>"));
}

#[test]
fn the_sheets_are_those_of_the_paper_and_the_print() {
    let mut case = at_its_page();
    let sheets = |case: &Case| {
        let heard = case.heard();
        let sheets = heard.lines().filter(|line| line.contains("Sheet "));
        sheets.count()
    };
    let before = sheets(&case);
    // Not by the mouse: a sheet that arrives between its press and its release moves what it is on.
    press(&mut case, Role::RadioButton, "Letter");
    press(&mut case, Role::Switch, "Large print");
    case.wait_until("more sheets", |case| sheets(case) > before);
}

#[test]
fn a_record_without_a_session_has_no_report() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.wait_for("Your sessions will stand here");
    assert!(!case.has(Role::Button, "Report"));
    assert!(!case.has(Role::Button, "Export"));
    assert!(case.has(Role::Button, "Add a session"));
}
