//! Choosing which exercises of a group a session has.

use std::fs;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use supple::app::Start;

use crate::app::{Case, USUAL};
use crate::folders::folders;
use crate::opened_file::open_with;

const ANY_TWO: &str = r#"
format = 1
title = "Any two"

[[group]]
name = "Legs"
choose = 2

[[exercise]]
name = "March"
time = "20s"
group = "Legs"

[[exercise]]
name = "Walk"
time = "30s"
group = "Legs"

[[exercise]]
name = "Swing"
time = "1m"
group = "Legs"
"#;

fn at_its_page() -> Case {
    let mut case = Case::after(USUAL, |folders, _| {
        fs::write(folders.routines().join("any-two.toml"), ANY_TWO).unwrap();
    });
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Look at Any two");
    case
}

/// Which are switched on.
fn chosen(case: &Case) -> Vec<&'static str> {
    let is_on = |name: &&str| {
        let switch = case.harness.get_by_role_and_label(Role::Switch, name);
        switch.accesskit_node().toggled() == Some(Toggled::True)
    };
    ["March", "Walk", "Swing"]
        .into_iter()
        .filter(is_on)
        .collect()
}

/// By the keyboard, as a screen reader does it.
fn switch(case: &mut Case, name: &str) {
    case.harness
        .get_by_role_and_label(Role::Switch, name)
        .focus();
    case.harness.run();
    case.press(Key::Space);
}

#[test]
fn what_is_chosen_on_the_page_is_what_the_session_has_and_is_proposed_again() {
    let mut case = at_its_page();
    assert_eq!(chosen(&case), ["March", "Walk"]);
    switch(&mut case, "March");
    assert_eq!(chosen(&case), ["Walk"]);
    assert!(case.heard().contains("1 of 2 chosen"), "{}", case.heard());
    switch(&mut case, "Swing");
    assert_eq!(chosen(&case), ["Walk", "Swing"]);
    case.click(Role::Button, "Start");
    assert_eq!(chosen(&case), ["Walk", "Swing"], "{}", case.heard());
    case.press(Key::Enter);
    case.wait_for("It hurts");
    let heard = case.heard();
    assert!(
        heard.contains("Walk") && !heard.contains("March"),
        "{heard}"
    );
    // Something has to be done, or there is nothing on record.
    case.press(Key::Escape);
    case.press(Key::O);
    case.wait_for("Enough for this time.");
    let place = case.end();
    let mut case = Case::open(USUAL, place, "en", Start::default());
    case.wait_for("Any two");
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Look at Any two");
    case.wait_until("the last choice", |case| chosen(case) == ["Walk", "Swing"]);

    // Asked for on the command line, before the record is read.
    let place = case.end();
    let file = folders(place.path()).routines().join("any-two.toml");
    let mut case = open_with(place, file.as_os_str(), true);
    case.wait_for("Does anything hurt right now?");
    case.wait_until("the last choice", |case| chosen(case) == ["Walk", "Swing"]);
}

#[test]
fn what_is_chosen_can_still_be_changed_before_the_session() {
    let mut case = at_its_page();
    case.click(Role::Button, "Start");
    switch(&mut case, "Walk");
    switch(&mut case, "Swing");
    assert_eq!(chosen(&case), ["March", "Swing"], "{}", case.heard());
    assert!(case.has(Role::Heading, "Does anything hurt right now?"));
}

/// As its author makes the group.
#[test]
fn a_group_is_made_in_the_editor_and_an_exercise_joins_it() {
    let mut case = crate::editor::on_clinics(Case::usual());
    case.click(Role::Button, "About this routine");
    if !case.has(Role::Button, "Another group") {
        case.click(Role::Button, "More");
    }
    case.click(Role::Button, "Another group");
    assert!(case.heard().contains("Undo: Groups"), "{}", case.heard());
    case.click(Role::Button, "Single knee to chest, 1 of 2: 2 hints");
    if !case.has(Role::RadioButton, "Group 1") {
        case.click(Role::Button, "More");
    }
    case.click(Role::RadioButton, "Group 1");
    case.press_with(Modifiers::COMMAND, Key::S);
    if case.has(Role::Button, "Save now") {
        case.click(Role::Button, "Save now");
    }
    let text = |case: &Case| {
        let file = case.folders().routines().join("clinic.toml");
        fs::read_to_string(file).unwrap()
    };
    case.wait_until("the group", |case| text(case).contains("[[group]]"));
    assert!(
        text(&case).contains("\ngroup = \"Group 1\""),
        "{}",
        text(&case)
    );
    assert!(
        text(&case).contains("name = \"Group 1\""),
        "{}",
        text(&case)
    );
}
