//! Handing a routine out from the window.

use std::fs;
use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Case, USUAL};
use crate::editor::type_into;
use crate::reminders::press;

/// At the page on which the clinic's routine is handed out.
pub(crate) fn at_its_page(mut case: Case) -> Case {
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    case.click(Role::Button, "Hand out From your physiotherapist");
    case.wait_for("Sheet 1 of");
    case
}

/// Saves it in this form; then once more, where somebody's own file has its name.
pub(crate) fn save_as(case: &mut Case, form: &str, path: &Path, begins: &[u8]) {
    case.click(Role::RadioButton, form);
    type_into(case, "Save as", &path.display().to_string());
    case.press(Key::Enter);
    case.wait_for(&format!("{} is written.", path.display()));
    let there = fs::read(path).unwrap();
    assert_eq!(there[..begins.len()].to_ascii_lowercase(), begins, "{form}");
    assert!(case.has(Role::Button, "Show in folder"));

    fs::write(path, "somebody's own").unwrap();
    case.click(Role::Button, "Save");
    case.wait_for(&format!("{} is there already", path.display()));
    assert_eq!(fs::read(path).unwrap(), b"somebody's own");
    case.click(Role::Button, "Replace it");
    case.wait_for(&format!("{} is written.", path.display()));
    assert_eq!(fs::read(path).unwrap(), there);
}

#[test]
fn a_routine_is_handed_out_as_a_pdf_a_page_and_a_file_and_nothing_is_written_over() {
    let mut case = at_its_page(Case::usual());
    for (form, ending, begins) in [
        ("PDF", "pdf", &b"%pdf-"[..]),
        ("Web page", "html", b"<!doctype html>"),
        ("Supple file", "supple", b"\nformat = 1"),
    ] {
        let path = case.folders().data.with_file_name(format!("mine.{ending}"));
        save_as(&mut case, form, &path, begins);
        // Supple itself opens what is its own.
        assert_eq!(case.has(Role::Button, "Open"), ending != "supple");
    }
    case.click(Role::Button, "← From your physiotherapist");
    assert!(case.has(Role::Button, "Rehearse"), "{}", case.heard());
}

#[test]
fn only_the_file_that_was_asked_about_gives_way() {
    let mut case = at_its_page(Case::usual());
    let [asked, others, share] = ["mine.pdf", "others.pdf", "mine.supple"].map(|name| {
        let path = case.folders().data.with_file_name(name);
        fs::write(&path, name).unwrap();
        path
    });
    for changes_form in [false, true] {
        type_into(&mut case, "Save as", &asked.display().to_string());
        case.click(Role::Button, "Save");
        case.wait_for(&format!("{} is there already", asked.display()));
        if changes_form {
            case.click(Role::RadioButton, "Supple file");
            type_into(&mut case, "Save as", &share.display().to_string());
        } else {
            type_into(&mut case, "Save as", &others.display().to_string());
        }
        case.click(Role::Button, "Replace it");
        case.wait_for(&format!("{} is written.", asked.display()));
        assert!(fs::read(&asked).unwrap().starts_with(b"%PDF"));
        assert_eq!(fs::read_to_string(&others).unwrap(), "others.pdf");
        assert_eq!(fs::read_to_string(&share).unwrap(), "mine.supple");
    }
}

#[test]
fn what_came_of_a_file_is_told_where_another_page_has_come_and_gives_way_to_nothing_there() {
    let mut case = at_its_page(Case::usual());
    let path = case.folders().data.with_file_name("mine.pdf");
    fs::write(&path, "somebody's own").unwrap();
    type_into(&mut case, "Save as", &path.display().to_string());
    let save = case.harness.get_by_role_and_label(Role::Button, "Save");
    save.click_accesskit();
    // Before it can be there: what came of it is taken in with a drawing.
    case.harness
        .key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    case.wait_for(&format!("{} is there already", path.display()));
    assert!(!case.has(Role::Button, "Replace it"), "{}", case.heard());
    assert_eq!(fs::read(&path).unwrap(), b"somebody's own");
}

#[test]
fn the_sheets_are_those_of_the_paper_and_the_print() {
    let mut case = at_its_page(Case::usual());
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
fn a_place_that_is_none_is_told_and_the_page_stays() {
    let mut case = at_its_page(Case::usual());
    let path = case.folders().data.with_file_name("none").join("mine.pdf");
    type_into(&mut case, "Save as", &path.display().to_string());
    case.press(Key::Enter);
    case.wait_for("There is no folder");
    assert!(case.has(Role::Heading, "Hand out"), "{}", case.heard());
}

#[test]
fn a_routine_that_comes_with_supple_can_be_handed_out_too() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Look at Lower back relief");
    case.click(Role::Button, "Hand out Lower back relief");
    case.wait_for("Sheet 1 of");
}

#[test]
fn letters_that_a_pdf_lacks_are_told_before_anything_is_saved_and_the_page_that_has_them_is_chosen()
{
    let arabic = "format = 1\ntitle = \"تمارين الظهر\"\nlanguage = \"ar\"\n[[exercise]]\nname = \"الركبة\"\n";
    let mut case = Case::after(USUAL, |folders, _| {
        fs::write(folders.routines().join("arabic.toml"), arabic).unwrap();
    });
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Look at تمارين الظهر");
    case.click(Role::Button, "Hand out تمارين الظهر");
    case.wait_for("The typeface of the PDF lacks letters of this routine");
    let path = case.folders().data.with_file_name("mine.html");
    type_into(&mut case, "Save as", &path.display().to_string());
    case.click(Role::Button, "Save");
    case.wait_for(&format!("{} is written.", path.display()));
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.contains("تمارين الظهر"));
}
