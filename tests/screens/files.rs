//! Routine files in the window: dropped on it, with mistakes, and gone while they are looked at.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::Case;
use crate::clinic::CLINIC;

#[test]
fn a_file_with_a_mistake_is_reported_with_its_line_and_its_fix() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    let heard = case.heard();
    for text in [
        "broken.toml, line 16: “hodl” is not a key that belongs here.",
        "hodl = \"20s\"",
        "Did you mean “hold”?",
    ] {
        assert!(heard.contains(text), "{text}:\n{heard}");
    }
}

#[test]
fn today_names_a_broken_file_and_leads_to_its_mistakes() {
    let mut case = Case::usual();
    assert!(case.heard().contains("broken.toml can’t be used"));
    case.click(Role::Button, "See what is wrong");
    assert!(case.heard().contains("line 16"), "{}", case.heard());
}

#[test]
fn routines_tells_its_folder_and_offers_to_open_it() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    let folder = case.folders().routines();
    let reported = format!("Your own routines are files in {}", folder.display());
    assert!(case.heard().contains(&reported), "{}", case.heard());
    assert!(case.has(Role::Button, "Open: Your routines"));
}

#[test]
fn a_routine_whose_file_goes_while_its_page_is_open_says_so_and_comes_back_with_it() {
    let mut case = Case::usual();
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    let file = case.folders().routines().join("clinic.toml");
    fs::remove_file(&file).unwrap();
    case.wait_for("The routine that was open here is no longer found.");
    assert!(case.has(Role::Heading, "Routines"), "{}", case.heard());
    assert!(case.has(Role::Button, "Look at Lower back relief"));
    fs::write(&file, CLINIC).unwrap();
    case.wait_for("Heading From your physiotherapist");
}

#[test]
fn what_a_file_could_do_better_is_not_shown_to_whoever_stretches() {
    let mut case = Case::usual();
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    assert!(case.heard().contains("Pelvic tilt"), "{}", case.heard());
    assert!(!case.heard().contains("has no picture"), "{}", case.heard());
}

#[test]
fn a_routine_of_the_list_keeps_the_keyboard_while_others_come_and_go() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    let look = "Look at Lower back relief";
    let is_on_it = |case: &Case| {
        let look = case.harness.get_by_role_and_label(Role::Button, look);
        look.accesskit_node().is_focused()
    };
    case.harness
        .get_by_role_and_label(Role::Button, look)
        .focus();
    case.harness.run();
    let another = case.folders().routines().join("another.toml");
    fs::write(&another, CLINIC.replace("clinic", "another")).unwrap();
    case.wait_for("another.toml");
    assert!(is_on_it(&case), "{}", case.heard());
    for file in ["another.toml", "clinic.toml", "broken.toml"] {
        fs::remove_file(case.folders().routines().join(file)).unwrap();
    }
    case.wait_until_gone("clinic.toml");
    case.wait_until_gone("From your physiotherapist");
    assert!(is_on_it(&case), "{}", case.heard());
}
