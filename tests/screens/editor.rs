//! A prescription written in the editor: picked, changed, tried, saved, and never lost.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Case, USUAL};

/// The editor on the clinic's routine, from its page.
pub(crate) fn on_clinics(mut case: Case) -> Case {
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    let edit = case.named("editor-edit-name", "From your physiotherapist");
    case.click(Role::Button, &edit);
    // Its file is read in the background.
    case.wait_for("Leave the editor");
    case
}

/// The exercises that can be picked, for a new routine.
pub(crate) fn on_exercises(mut case: Case) -> Case {
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "New routine");
    case.wait_for("Search exercises");
    case
}

/// The figures that can be picked for an exercise of the clinic's routine.
pub(crate) fn on_figures(case: Case) -> Case {
    let mut case = on_clinics(case);
    let figure = case
        .harness
        .get_by_label_contains("Choose a figure: Figure");
    figure.click();
    case.harness.run();
    case.wait_for("Heading Choose a figure");
    case
}

pub(crate) fn clinics_file(case: &Case) -> String {
    fs::read_to_string(case.folders().routines().join("clinic.toml")).unwrap()
}

pub(crate) fn type_into(case: &mut Case, field: &str, text: &str) {
    let roles = [Role::TextInput, Role::MultilineTextInput];
    let role = roles.into_iter().find(|role| case.has(*role, field));
    let role = role.unwrap_or_else(|| panic!("{field}:\n{}", case.heard()));
    case.harness.get_by_role_and_label(role, field).focus();
    case.harness.run();
    case.press_with(Modifiers::COMMAND, Key::A);
    case.harness
        .get_by_role_and_label(role, field)
        .type_text(text);
    case.harness.run();
}

#[test]
fn a_routine_is_made_of_picked_exercises_and_saved_as_a_file() {
    let mut case = on_exercises(Case::usual());
    type_into(&mut case, "Search exercises", "clam");
    case.click(Role::CheckBox, "Choose Clamshell");
    type_into(&mut case, "Search exercises", "bridge");
    case.click(Role::CheckBox, "Choose Bridge");
    case.click(Role::Button, "Add 2");
    assert!(
        case.has(Role::Button, "Clamshell, 1 of 2"),
        "{}",
        case.heard()
    );
    case.click(Role::Button, "About this routine");
    type_into(&mut case, "Title", "Strong hips");
    case.press_with(Modifiers::COMMAND, Key::S);
    let file = case.folders().routines().join("strong-hips.toml");
    case.wait_until("the file", |_| file.exists());
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("title = \"Strong hips\""), "{text}");
    assert!(text.contains("id = \"clamshell\""), "{text}");
    case.wait_for("Saved as strong-hips.toml");
}

#[test]
fn an_edit_stands_in_the_file_once_saved_and_no_other_line_changes() {
    let mut case = on_clinics(Case::usual());
    let before = clinics_file(&case);
    type_into(&mut case, "Hold", "25s");
    case.press_with(Modifiers::COMMAND, Key::S);
    case.click(
        Role::Switch,
        "Count the revision up, so that the change is noticed",
    );
    case.click(Role::Button, "Save now");
    case.wait_for("Saved as clinic.toml");
    assert_eq!(
        clinics_file(&case),
        before.replace("hold = \"20s\"", "hold = \"25s\"")
    );
}

#[test]
fn saving_counts_the_revision_up_unless_it_is_not_wanted() {
    let mut case = on_clinics(Case::usual());
    type_into(&mut case, "Hold", "25s");
    case.press_with(Modifiers::COMMAND, Key::S);
    case.click(Role::Button, "Save now");
    case.wait_for("Saved as clinic.toml");
    assert!(clinics_file(&case).contains("revision = 4"));
}

#[test]
fn a_file_that_can_not_be_used_is_fixed_in_the_editor() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Edit broken.toml");
    case.wait_for("Save");
    assert!(case.heard().contains("hodl"), "{}", case.heard());
}

#[test]
fn a_mistake_stands_beside_its_field_and_with_its_exercise() {
    let mut case = on_clinics(Case::usual());
    type_into(&mut case, "Hold", "2o s");
    let heard = case.heard();
    assert!(
        heard.contains("Single knee to chest, 1 of 2: 1 mistake to fix"),
        "{heard}"
    );
    assert!(heard.contains("2o s"), "{heard}");
    case.press_with(Modifiers::COMMAND, Key::Z);
    assert!(!case.heard().contains("mistake to fix"), "{}", case.heard());
}

#[test]
fn what_was_done_is_undone_and_done_again_by_keys() {
    let mut case = on_clinics(Case::usual());
    type_into(&mut case, "Name", "Knee hug");
    assert!(
        case.heard().contains("Knee hug, 1 of 2"),
        "{}",
        case.heard()
    );
    case.press_with(Modifiers::COMMAND, Key::Z);
    assert!(
        case.heard().contains("Single knee to chest, 1 of 2"),
        "{}",
        case.heard()
    );
    assert!(case.heard().contains("Nothing to save"));
    case.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(
        case.heard().contains("Knee hug, 1 of 2"),
        "{}",
        case.heard()
    );
    case.press_with(Modifiers::COMMAND, Key::Z);
    case.press_with(Modifiers::COMMAND, Key::Y);
    assert!(
        case.heard().contains("Knee hug, 1 of 2"),
        "{}",
        case.heard()
    );
}

#[test]
fn what_is_undone_and_done_again_leaves_no_text_of_another_exercise_in_a_field() {
    let mut case = on_clinics(Case::usual());
    let name = |case: &Case| {
        let role = Role::TextInput;
        let field = case.harness.get_by_role_and_label(role, "Name");
        field.accesskit_node().value().unwrap_or_default()
    };
    case.harness
        .get_by_label_contains("Single knee to chest, 1 of 2")
        .focus();
    case.harness.run();
    case.press_with(Modifiers::ALT, Key::ArrowDown);
    case.press_with(Modifiers::COMMAND, Key::Z);
    let role = Role::TextInput;
    case.harness.get_by_role_and_label(role, "Name").focus();
    case.harness.run();
    let before = name(&case);
    case.press_with(Modifiers::COMMAND, Key::Y);
    assert_ne!(name(&case), before, "another stands in its place");
    case.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(name(&case), before);
}

#[test]
fn an_exercise_is_moved_and_removed_by_keys_and_keeps_the_keyboard() {
    let mut case = on_clinics(Case::usual());
    case.harness
        .get_by_label_contains("Single knee to chest, 1 of 2")
        .focus();
    case.harness.run();
    case.press_with(Modifiers::ALT, Key::ArrowDown);
    let moved = "Single knee to chest, 2 of 2";
    let node = case.harness.get_by_label_contains(moved);
    assert!(node.is_focused(), "{}", case.heard());
    case.press(Key::Delete);
    assert!(
        !case.heard().contains("Single knee to chest, "),
        "{}",
        case.heard()
    );
    assert!(
        case.heard().contains("Pelvic tilt, 1 of 1"),
        "{}",
        case.heard()
    );
}

#[test]
fn leaving_with_unsaved_changes_asks() {
    let mut case = on_clinics(Case::usual());
    let before = clinics_file(&case);
    type_into(&mut case, "Hold", "25s");
    case.click(Role::Button, "Leave the editor");
    assert!(
        case.has(Role::Dialog, "Leave without saving?"),
        "{}",
        case.heard()
    );
    case.click(Role::Button, "Go on editing");
    assert!(case.has(Role::TextInput, "Hold"));
    case.click(Role::Button, "Leave the editor");
    case.click(Role::Button, "Leave without saving");
    assert!(!case.has(Role::TextInput, "Hold"));
    assert_eq!(clinics_file(&case), before);
}

#[test]
fn a_file_that_somebody_else_changed_is_not_overwritten() {
    let mut case = on_clinics(Case::usual());
    let theirs = clinics_file(&case).replace("revision = 3", "revision = 7");
    type_into(&mut case, "Hold", "25s");
    fs::write(case.folders().routines().join("clinic.toml"), &theirs).unwrap();
    // It is noticed while it lies there, or at the latest when it is to be saved.
    case.wait_for("Somebody else changed this file");
    case.click(Role::Button, "Save mine as a copy");
    case.wait_for("Saved as");
    assert_eq!(clinics_file(&case), theirs);
}

#[test]
fn a_file_that_may_only_be_read_stays_and_a_copy_is_offered() {
    let mut case = on_clinics(Case::usual());
    let path = case.folders().routines().join("clinic.toml");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let before = clinics_file(&case);
    type_into(&mut case, "Hold", "25s");
    case.press_with(Modifiers::COMMAND, Key::S);
    case.click(Role::Button, "Save now");
    case.wait_for("This file stays as it is");
    case.click(Role::Button, "Save mine as a copy");
    case.wait_for("Saved as");
    assert_eq!(clinics_file(&case), before);
}

#[test]
fn a_routine_that_comes_with_the_app_is_edited_as_a_copy() {
    let mut case = Case::usual();
    let look = case.named("picture-open", "Lower back relief");
    case.click(Role::Button, &look);
    let edit = case.named("editor-edit-copy-name", "Lower back relief");
    case.click(Role::Button, &edit);
    case.wait_for("Leave the editor");
    case.press_with(Modifiers::COMMAND, Key::S);
    case.wait_for("Saved as lower-back-relief-2.toml");
    let file = case.folders().routines().join("lower-back-relief-2.toml");
    let text = fs::read_to_string(file).unwrap();
    assert!(!text.contains("id = \"lower-back-relief\""), "{text}");
}

#[test]
fn a_routine_of_ones_own_is_duplicated_and_the_first_stays() {
    let mut case = Case::usual();
    let before = clinics_file(&case);
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    let copy = case.named("editor-duplicate-routine-name", "From your physiotherapist");
    case.click(Role::Button, &copy);
    case.wait_for("Leave the editor");
    case.press_with(Modifiers::COMMAND, Key::S);
    case.wait_for("Saved as from-your-physiotherapist.toml");
    assert_eq!(clinics_file(&case), before);
    assert!(
        case.folders()
            .routines()
            .join("from-your-physiotherapist.toml")
            .exists()
    );
}

#[test]
fn a_routine_is_tried_from_the_editor_and_nothing_is_recorded() {
    let mut case = on_clinics(Case::usual());
    case.click(Role::Button, "Run through fast");
    case.wait_for("It hurts");
    case.press(Key::Escape);
    case.click(Role::Button, "End it");
    case.wait_for("As the patient sees it");
    assert!(case.has(Role::TextInput, "Hold"));
    case.click(Role::Button, "Leave the editor");
    case.press_with(Modifiers::COMMAND, Key::Num3);
    assert!(case.has(Role::Heading, "History"));
    let log = case.folders().log();
    let written = fs::read_dir(log).into_iter().flatten().count();
    assert_eq!(written, 0, "not even that it was begun");
}

#[test]
fn exercises_are_picked_by_the_keyboard_alone() {
    let mut case = Case::new(USUAL);
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.harness
        .get_by_role_and_label(Role::Button, "New routine")
        .focus();
    case.harness.run();
    case.press(Key::Enter);
    case.wait_for("Search exercises");
    case.press_with(Modifiers::COMMAND, Key::F);
    let search = case
        .harness
        .get_by_role_and_label(Role::TextInput, "Search exercises");
    assert!(search.is_focused(), "{}", case.heard());
    search.type_text("clamshell");
    case.harness.run();
    case.press(Key::Enter);
    case.harness
        .get_by_role_and_label(Role::Button, "Add 1")
        .focus();
    case.harness.run();
    case.press(Key::Enter);
    assert!(
        case.heard().contains("Clamshell, 1 of 1"),
        "{}",
        case.heard()
    );
}
