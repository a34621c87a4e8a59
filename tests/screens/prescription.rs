//! A prescription from its beginning to its file, and what may go wrong on the way.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use supple::history::Log;

use crate::app::Case;
use crate::editor::{clinics_file, on_clinics, on_exercises, type_into};

/// Goes on with the Tab key until the keyboard is on it.
fn tab_to(case: &mut Case, role: Role, label: &str) {
    for _ in 0..80 {
        case.press(Key::Tab);
        let mut found = case.harness.query_all_by_role_and_label(role, label);
        if found.any(|node| node.is_focused()) {
            return;
        }
    }
    panic!("the keyboard never comes to {label}:\n{}", case.heard());
}

fn type_text(case: &mut Case, text: &str) {
    case.harness.event(Event::Text(text.to_owned()));
    case.harness.run();
}

#[test]
fn a_prescription_is_written_tried_changed_and_saved_by_keys_alone() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    tab_to(&mut case, Role::Button, "New routine");
    case.press(Key::Enter);
    case.wait_for("Search exercises");
    for name in ["clamshell", "wall push-up", "single-leg stand"] {
        case.press_with(Modifiers::COMMAND, Key::F);
        case.press_with(Modifiers::COMMAND, Key::A);
        type_text(&mut case, name);
        case.press(Key::Enter);
    }
    case.press_with(Modifiers::COMMAND, Key::Enter);
    tab_to(&mut case, Role::TextInput, "Sets");
    case.press(Key::ArrowUp);
    tab_to(&mut case, Role::Button, "Run through fast");
    case.press(Key::Enter);
    case.wait_for("It hurts");
    case.press(Key::Escape);
    case.press(Key::E);
    case.wait_for("As the patient sees it");
    tab_to(&mut case, Role::Button, "About this routine");
    case.press(Key::Enter);
    tab_to(&mut case, Role::TextInput, "Title");
    case.press_with(Modifiers::COMMAND, Key::A);
    type_text(&mut case, "Strong hips");
    case.press_with(Modifiers::COMMAND, Key::S);
    let file = case.folders().routines().join("strong-hips.toml");
    case.wait_until("the file", |_| file.exists());
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.matches("[[exercise]]").count(), 3, "{text}");
    case.wait_for("Saved as strong-hips.toml");
}

#[test]
fn a_trial_is_not_recorded_at_any_pace_and_from_any_exercise() {
    for (exercise, way) in [
        ("Single knee to chest, 1 of 2", "Run through fast"),
        ("Pelvic tilt, 2 of 2", "Try it from here"),
    ] {
        let mut case = on_clinics(Case::usual());
        case.harness.get_by_label_contains(exercise).click();
        case.harness.run();
        case.click(Role::Button, way);
        case.wait_for("It hurts");
        let begins = exercise.split(',').next().unwrap();
        assert!(case.heard().contains(begins), "{}", case.heard());
        // Something of it is done, so that there would be something to record.
        case.press(Key::ArrowRight);
        case.press(Key::Escape);
        case.press(Key::E);
        case.wait_for("As the patient sees it");
        let folders = case.folders();
        let place = case.end();
        let history = Log::open(&folders).unwrap().history();
        assert_eq!(history.sessions.len(), 0, "{way}");
        drop(place);
    }
}

#[test]
fn unsaved_work_is_offered_on_today_and_given_up_only_when_asked_for() {
    let mut case = on_clinics(Case::usual());
    type_into(&mut case, "Hold", "25s");
    case.wait_for("kept as a draft");
    // As when the machine loses its power: nothing is asked and nothing is saved.
    let place = case.end();
    let start = supple::app::Start::default();
    let mut case = Case::open(crate::app::USUAL, place, "en", start);
    case.wait_for("Go on with “From your physiotherapist”, Today");
    // When it was left, too: there may be several of one routine.
    let label = |case: &Case, start: &str| {
        let node = case.harness.get_by_label_contains(start);
        node.accesskit_node().label().unwrap()
    };
    let go_on = label(&case, "Go on with “From");
    let give_up = label(&case, "Give up the unsaved work on “From");
    case.click(Role::Button, &give_up);
    assert!(case.has(Role::Button, &give_up), "it asks once more");
    let keep = label(&case, "Keep the unsaved work on “From");
    case.click(Role::Button, &keep);
    // Whoever edits the file from elsewhere is told of it.
    let left = "Unsaved work on this routine was left";
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.wait_for("Edit From your physiotherapist");
    let edit = case.named("editor-edit-name", "From your physiotherapist");
    case.click(Role::Button, &edit);
    case.wait_for(left);
    case.click(Role::Button, "Leave the editor");
    case.press_with(Modifiers::COMMAND, Key::Num1);
    case.click(Role::Button, &go_on);
    case.wait_for("Leave the editor");
    assert!(!case.heard().contains(left), "{}", case.heard());
    assert!(case.heard().contains("25s"), "{}", case.heard());
    assert!(!clinics_file(&case).contains("25s"));
}

#[test]
fn an_exercise_is_dragged_to_another_place() {
    let mut case = on_clinics(Case::usual());
    let first = case
        .harness
        .get_by_label_contains("Single knee to chest, 1 of 2");
    let from = first.rect().center();
    let to = case.harness.get_by_label_contains("Pelvic tilt, 2 of 2");
    let to = to.rect().center() + vec2(0.0, 20.0);
    let pointer = |case: &mut Case, at: Pos2, pressed: Option<bool>| {
        case.harness.event(Event::PointerMoved(at));
        if let Some(pressed) = pressed {
            case.harness.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        case.harness.step();
    };
    pointer(&mut case, from, Some(true));
    pointer(&mut case, from + vec2(0.0, 12.0), None);
    pointer(&mut case, to, None);
    pointer(&mut case, to, Some(false));
    case.harness.run();
    let heard = case.heard();
    assert!(heard.contains("Single knee to chest, 2 of 2"), "{heard}");
}

#[test]
fn changes_of_two_are_taken_together_in_the_window_and_saved() {
    let mut case = on_clinics(Case::usual());
    let theirs = clinics_file(&case).replace("Pelvic tilt", "Pelvic rock");
    type_into(&mut case, "Hold", "25s");
    let file = case.folders().routines().join("clinic.toml");
    fs::write(&file, &theirs).unwrap();
    // It is noticed while it lies there.
    case.wait_for("Somebody else changed this file");
    case.click(Role::Button, "Take both");
    let heard = case.heard();
    assert!(heard.contains("Pelvic rock, 2 of 2"), "{heard}");
    assert!(heard.contains("25s"), "{heard}");
    assert_eq!(clinics_file(&case), theirs, "not saved yet");
}

#[test]
fn an_exercise_of_ones_own_comes_with_its_name_to_be_typed_over() {
    let mut case = on_clinics(Case::usual());
    case.click(Role::Button, "One of your own");
    type_text(&mut case, "Heel slide on the stairs");
    let heard = case.heard();
    assert!(
        heard.contains("Heel slide on the stairs, 2 of 3"),
        "{heard}"
    );
    let name = case.harness.get_by_role_and_label(Role::TextInput, "Name");
    assert!(name.is_focused(), "{heard}");
}

#[test]
fn a_mistyped_value_is_mended_by_a_click() {
    let mut case = on_clinics(Case::usual());
    type_into(&mut case, "Hold", "2o s");
    case.click(Role::Link, "Did you mean 20s?");
    assert!(!case.heard().contains("mistake to fix"), "{}", case.heard());
    let hold = case.harness.get_by_role_and_label(Role::TextInput, "Hold");
    assert_eq!(hold.value().as_deref(), Some("20s"));
}

#[test]
fn a_broken_text_is_typed_on_as_a_text_until_it_is_left() {
    let mut case = Case::usual();
    let file = case.folders().routines().join("text.toml");
    let broken = "format = 1\ntitle = \"Text\"\n\n[[exercise]]\nname = \"Knee\"\nhold = ";
    fs::write(&file, broken).unwrap();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.wait_for("Edit text.toml");
    case.click(Role::Button, "Edit text.toml");
    case.wait_for("The text of the file");
    case.harness
        .get_by_role_and_label(Role::MultilineTextInput, "Text")
        .focus();
    case.harness.run();
    case.press_with(Modifiers::COMMAND, Key::End);
    type_text(&mut case, "3");
    assert!(
        case.has(Role::MultilineTextInput, "Text"),
        "{}",
        case.heard()
    );
    type_text(&mut case, "0");
    case.click(Role::Button, "Back to the fields");
    let hold = case.harness.get_by_role_and_label(Role::TextInput, "Hold");
    assert_eq!(hold.value().as_deref(), Some("30"));
}

#[test]
fn closing_the_window_asks_in_front_of_what_is_being_picked_and_keeps_it() {
    let mut case = on_exercises(Case::usual());
    case.click(Role::CheckBox, "Choose Bridge");
    case.ask_to_close();
    assert!(case.closes(), "nothing was done in it yet");
    let mut case = on_clinics(Case::usual());
    type_into(&mut case, "Hold", "25s");
    case.click(Role::Button, "Add exercises");
    case.click(Role::CheckBox, "Choose Bridge");
    case.ask_to_close();
    assert!(!case.closes());
    case.harness.run();
    case.click(Role::Button, "Go on editing");
    assert!(case.has(Role::Button, "Add 1"), "{}", case.heard());
}

#[test]
fn two_routines_with_one_title_are_edited_each_in_its_file() {
    let mut case = Case::usual();
    let file = case.folders().routines().join("twin.toml");
    fs::write(&file, clinics_file(&case)).unwrap();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.wait_for("twin.toml");
    case.click(Role::Button, "Edit From your physiotherapist (twin.toml)");
    case.wait_for("Leave the editor");
    let before = clinics_file(&case);
    type_into(&mut case, "Hold", "25s");
    case.press_with(Modifiers::COMMAND, Key::S);
    case.click(Role::Button, "Save now");
    case.wait_for("Saved as twin.toml");
    assert_eq!(clinics_file(&case), before);
    assert!(fs::read_to_string(&file).unwrap().contains("25s"));
}

#[test]
fn a_picture_that_is_dropped_is_shown_by_the_exercise_in_view() {
    let mut case = on_clinics(Case::usual());
    let picture = case.folders().data.join("My knee.png");
    let pixels = image::RgbaImage::from_pixel(8, 8, image::Rgba([9, 90, 90, 255]));
    pixels.save(&picture).unwrap();
    case.drop_files(&[&picture]);
    case.wait_for("pictures/my-knee.png");
}

#[test]
fn a_picture_of_ones_own_is_asked_for_beside_the_figure_and_its_path_can_always_be_typed() {
    let mut case = on_clinics(Case::usual());
    assert!(!case.has(Role::TextInput, "Picture"));
    case.click(Role::Button, "Own picture");
    // No dialog stands in front of a window that is not shown.
    case.wait_for("This desktop has no window to choose a file in.");
    let field = |case: &Case| {
        let field = case
            .harness
            .get_by_role_and_label(Role::TextInput, "Picture");
        assert!(field.is_focused());
        field.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(field(&case), "");
    type_text(&mut case, "pict");
    assert_eq!(field(&case), "pict");
    // What comes while somebody types takes its place.
    let picture = case.folders().data.join("back.png");
    image::RgbaImage::new(8, 8).save(&picture).unwrap();
    case.drop_files(&[&picture]);
    case.wait_for("pictures/back.png");
    assert_eq!(field(&case), "pictures/back.png");
}

#[test]
fn the_pasted_path_of_a_picture_is_no_mistake_and_enter_copies_it() {
    let mut case = on_clinics(Case::usual());
    case.click(Role::Button, "Own picture");
    case.wait_for("This desktop has no window to choose a file in.");
    let picture = case.folders().data.join("My knee.png");
    image::RgbaImage::new(8, 8).save(&picture).unwrap();
    type_text(&mut case, &picture.display().to_string());
    case.wait_for("Enter copies it");
    assert!(case.has(Role::Button, "Copy this picture beside the routine"));
    let field = case
        .harness
        .get_by_role_and_label(Role::TextInput, "Picture");
    let above = field.rect().bottom();
    let mut told = case.harness.query_all_by_label_contains("This path");
    assert!(
        told.all(|it| it.rect().left() > field.rect().right() || it.rect().top() < above),
        "{}",
        case.heard()
    );
    drop(told);
    case.press(Key::Enter);
    case.wait_for("pictures/my-knee.png");
    let copied = case.folders().routines().join("pictures/my-knee.png");
    assert_eq!(fs::read(copied).unwrap(), fs::read(&picture).unwrap());
}

#[test]
fn the_copy_of_an_exercise_is_the_one_that_is_then_changed() {
    for first in ["Single knee to chest, 1 of 2", "Pelvic tilt, 2 of 2"] {
        let mut case = on_clinics(Case::usual());
        case.harness.get_by_label_contains(first).click();
        case.harness.run();
        let number = if first.contains("1 of") { 2 } else { 3 };
        case.press_with(Modifiers::COMMAND, Key::D);
        let copy = format!("Exercise {number} of 3");
        case.wait_for(&copy);
    }
}

#[test]
fn what_is_edited_is_handed_out_once_it_is_saved() {
    let mut case = on_clinics(Case::usual());
    let before = clinics_file(&case);
    case.click(Role::Button, "About this routine");
    type_into(&mut case, "Title", "Mornings");
    case.click(Role::Button, "Hand out");
    case.click(Role::Button, "Go on editing");
    assert_eq!(clinics_file(&case), before);
    case.click(Role::Button, "Hand out");
    case.click(Role::Button, "Save now");
    case.wait_for("Sheet 1 of");
    assert!(clinics_file(&case).contains("Mornings"));
    case.wait_for("← Mornings");
    case.click(Role::Button, "← Mornings");
    assert!(case.has(Role::Button, "Rehearse"), "{}", case.heard());
    // With nothing to save it is there at once.
    let edit = case.named("editor-edit-name", "Mornings");
    // The page has the new name once the library was read.
    case.wait_for(&edit);
    case.click(Role::Button, &edit);
    case.wait_for("Leave the editor");
    case.click(Role::Button, "Hand out");
    case.wait_for("Sheet 1 of");
}

#[test]
fn what_has_mistakes_is_not_handed_out_and_says_so() {
    let mut case = on_clinics(Case::usual());
    type_into(&mut case, "Hold", "soon");
    case.wait_for("Fix the mistakes first.");
    case.click(Role::Button, "Hand out");
    assert!(case.has(Role::Button, "Hand out"));
    assert!(case.heard().contains("Leave the editor"));
}

#[test]
fn a_field_that_is_filled_in_stays_where_it_is() {
    let mut case = on_clinics(Case::usual());
    case.click(Role::Button, "More");
    let harder = |case: &Case| {
        let field = case
            .harness
            .get_by_role_and_label(Role::MultilineTextInput, "Said in the first hold");
        (field.rect().top(), field.is_focused())
    };
    let field = case
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Said in the first hold");
    field.focus();
    case.harness.run();
    let before = harder(&case);
    assert!(before.1);
    type_text(&mut case, "Longer.");
    assert_eq!(harder(&case), before);
    case.press_with(Modifiers::COMMAND, Key::A);
    case.press(Key::Backspace);
    assert_eq!(harder(&case), before);
}

#[test]
fn a_mistake_that_is_clicked_comes_into_view_with_the_keyboard() {
    let mut case = on_clinics(Case::usual());
    type_into(&mut case, "Hold", "2o s");
    case.click(Role::Button, "About this routine");
    let way = "Single knee to chest: “2o s” is not a length of time.";
    case.click(Role::Link, way);
    let hold = case.harness.get_by_role_and_label(Role::TextInput, "Hold");
    assert!(hold.is_focused());
    type_into(&mut case, "Hold", "20s");
    // Far below the fold, and worked by buttons.
    case.click(Role::Button, "More");
    type_into(&mut case, "Picture", "none.png");
    case.click(Role::Button, "For every exercise");
    case.click(
        Role::Link,
        "Single knee to chest: There is no image at this place.",
    );
    let picture = case
        .harness
        .get_by_role_and_label(Role::TextInput, "Picture");
    let window = case.harness.ctx.content_rect();
    assert!(picture.is_focused());
    assert!(window.contains_rect(picture.rect()), "{}", picture.rect());
}

#[test]
fn a_group_is_named_chosen_and_taken_out_with_its_exercises() {
    let mut case = on_clinics(Case::usual());
    case.click(Role::Button, "About this routine");
    case.click(Role::Button, "More");
    case.click(Role::Button, "Another group");
    case.harness
        .get_by_label_contains("Single knee to chest, 1 of 2")
        .click();
    case.harness.run();
    case.click(Role::RadioButton, "Group 1");
    case.click(Role::Button, "About this routine");
    type_into(&mut case, "Name", "Legs");
    case.press_with(Modifiers::COMMAND, Key::S);
    case.click(Role::Button, "Save now");
    case.wait_for("Saved as clinic.toml");
    assert!(
        clinics_file(&case).contains("group = \"Legs\""),
        "{}",
        clinics_file(&case)
    );
    case.click(Role::Button, "Take out group 1");
    let heard = case.heard();
    assert!(!heard.contains("mistake"), "{heard}");
}

#[test]
fn a_word_is_taken_back_by_a_word_of_its_own_and_by_no_other() {
    let mut case = on_clinics(Case::usual());
    let own = case.harness.get_by_label_contains("Pelvic tilt, 2 of 2");
    own.click();
    case.harness.run();
    let before = clinics_file(&case);
    assert!(!before.contains("first_side"), "{before}");
    case.click(Role::Button, "More");
    case.click(Role::RadioButton, "Seated");
    case.click(Role::RadioButton, "Seated");
    let heard = case.heard();
    assert!(heard.contains("1 change"), "{heard}");
    case.click(Role::RadioButton, "As usual");
    let heard = case.heard();
    assert!(heard.contains("Nothing to save"), "{heard}");
}

#[test]
fn enter_goes_from_the_list_to_the_dose_f6_on_to_the_next_part_and_escape_back() {
    for size in [crate::app::USUAL, eframe::egui::vec2(900.0, 700.0)] {
        let mut case = on_clinics(Case::new(size));
        let exercise = "Single knee to chest, 1 of 2";
        let has_keyboard = |case: &Case, role, label: &str| {
            let mut found = case.harness.query_all_by_role_and_label(role, label);
            found.any(|node| node.is_focused())
        };
        case.harness.get_by_label_contains(exercise).focus();
        case.harness.run();
        for _ in 0..2 {
            case.press(Key::Enter);
            assert!(
                has_keyboard(&case, Role::TextInput, "Hold"),
                "{}",
                case.heard()
            );
            case.press(Key::Escape);
            assert!(case.harness.get_by_label_contains(exercise).is_focused());
        }
        case.press(Key::F6);
        assert!(has_keyboard(&case, Role::TextInput, "Hold"));
        case.press(Key::F6);
        assert!(
            has_keyboard(&case, Role::Button, "Try it from here"),
            "{}",
            case.heard()
        );
        case.press_with(Modifiers::SHIFT, Key::F6);
        assert!(has_keyboard(&case, Role::TextInput, "Hold"));
        // From the list it leaves the editor, as before.
        case.press(Key::Escape);
        case.press(Key::Escape);
        assert!(
            !case.heard().contains("Leave the editor"),
            "{}",
            case.heard()
        );
    }
}

#[test]
fn a_file_that_is_changed_while_one_of_its_fields_has_the_keyboard_is_shown_as_it_is() {
    let mut case = on_clinics(Case::usual());
    let hold = |case: &Case| {
        let field = case.harness.get_by_role_and_label(Role::TextInput, "Hold");
        (
            field.is_focused(),
            field.accesskit_node().value().unwrap_or_default(),
        )
    };
    case.harness
        .get_by_role_and_label(Role::TextInput, "Hold")
        .focus();
    case.harness.run();
    let text = clinics_file(&case);
    let before = hold(&case).1;
    let path = case.folders().routines().join("clinic.toml");
    let changed = text.replacen(&before, "33s", 1);
    assert_ne!(changed, text, "{before}");
    fs::write(path, changed).unwrap();
    case.harness.event(Event::WindowFocused(true));
    case.wait_for("33s");
    assert_eq!(hold(&case), (true, "33s".to_owned()));
    type_text(&mut case, "0");
    assert_ne!(hold(&case).1, format!("{before}0"));
}
