//! What is chosen in Settings holds, is written, and stays in reach of the keyboard.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use supple::ui::theme;
use supple::undisturbed;

use crate::app::{Case, USUAL};
use crate::reminders::press;

#[test]
fn the_text_size_follows_the_keys_of_a_browser_and_is_kept() {
    let mut case = Case::usual();
    for (key, percent) in [
        (Key::Plus, "120"),
        (Key::Plus, "140"),
        (Key::Minus, "120"),
        (Key::Num0, "100"),
    ] {
        case.press_with(Modifiers::COMMAND, key);
        case.press_with(Modifiers::COMMAND, Key::Num5);
        let name = format!("{percent} %");
        let node = case.harness.root();
        let chosen = node.children_recursive().any(|node| {
            let node = node.accesskit_node();
            node.role() == Role::RadioButton
                && node.label().as_deref() == Some(&name)
                && node.toggled() == Some(eframe::egui::accesskit::Toggled::True)
        });
        assert!(chosen, "{percent}:\n{}", case.heard());
    }
    case.wait_for_setting("text_size_percent = 100");
}

#[test]
fn a_choice_in_the_settings_holds_at_once_and_is_written() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num5);
    // Not by the pointer: the voices of the machine are found meanwhile, and move what lies below.
    press(&mut case, Role::RadioButton, "Deutsch");
    assert!(case.has(Role::Heading, "Einstellungen"), "{}", case.heard());
    press(&mut case, Role::RadioButton, "Dunkel");
    press(&mut case, Role::Switch, "Hoher Kontrast");
    let visuals = &case.harness.ctx.style_of(Theme::Dark).visuals;
    assert_eq!(visuals.panel_fill, theme::HIGH_CONTRAST_DARK.paper);
    case.wait_for_setting("high_contrast = true");
    case.wait_for_setting("theme = \"dark\"");
    case.wait_for_setting("language = \"de\"");
    if undisturbed::IS_POSSIBLE {
        press(&mut case, Role::Switch, "Bildschirm anlassen");
        press(&mut case, Role::Switch, "Nicht stören");
        press(&mut case, Role::Switch, "Musik und Filme anhalten");
        case.wait_for_setting("keep_awake = false");
        case.wait_for_setting("do_not_disturb = true");
        case.wait_for_setting("pause_players = true");
    }
}

#[test]
fn a_speech_program_that_was_typed_is_kept_however_settings_are_left() {
    let leave_by_click = |case: &mut Case| case.click(Role::Tab, "Today");
    let leave_by_key = |case: &mut Case| case.press_with(Modifiers::COMMAND, Key::Num1);
    let close = |case: &mut Case| {
        case.ask_to_close();
        case.harness.run();
    };
    for leave in [leave_by_click as fn(&mut Case), leave_by_key, close] {
        let mut case = Case::usual();
        case.press_with(Modifiers::COMMAND, Key::Num5);
        let field = case.harness.get_by_role(Role::TextInput);
        field.focus();
        case.harness.run();
        case.harness
            .get_by_role(Role::TextInput)
            .type_text("speak {file}");
        case.harness.run();
        leave(&mut case);
        case.wait_for_setting("program = \"speak {file}\"");
    }
}

#[test]
fn settings_that_can_not_be_read_are_reported_where_they_are_chosen() {
    let mut case = Case::with(USUAL, "theme = \"dark\",\n", "en");
    case.press(Key::Escape);
    for place in [Key::Num1, Key::Num5] {
        case.press_with(Modifiers::COMMAND, place);
        assert!(case.heard().contains("settings.toml"), "{}", case.heard());
    }
}

#[test]
fn a_switch_keeps_the_keyboard_when_the_settings_can_not_be_saved() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num5);
    fs::write(case.folders().settings_file(), "theme = \"dark\",\n").unwrap();
    let is_on_it = |case: &Case| {
        let contrast = case
            .harness
            .get_by_role_and_label(Role::Switch, "High contrast");
        contrast.accesskit_node().is_focused()
    };
    case.harness
        .get_by_role_and_label(Role::Switch, "High contrast")
        .focus();
    case.press(Key::Space);
    case.wait_for("Your settings can’t be read");
    assert!(is_on_it(&case), "{}", case.heard());
    fs::write(case.folders().settings_file(), "").unwrap();
    case.press(Key::Space);
    case.wait_until_gone("Your settings can’t be read");
    assert!(is_on_it(&case), "{}", case.heard());
}

#[test]
fn the_record_is_checked_and_where_damaged_lines_lie_is_opened() {
    let mut case = Case::usual();
    let log = case.folders().log();
    fs::create_dir_all(log.join("other")).unwrap();
    fs::write(log.join("other/2020.jsonl"), "bad\n").unwrap();
    case.press_with(Modifiers::COMMAND, Key::Num5);
    press(&mut case, Role::Button, "Check my record");
    case.wait_for("One thing is wrong.");
    assert!(
        case.heard().contains("2020.jsonl, line 1"),
        "{}",
        case.heard()
    );
    assert!(
        case.has(Role::Button, "Open the folder of these copies"),
        "{}",
        case.heard()
    );
    // What was found is of that moment.
    case.press_with(Modifiers::COMMAND, Key::Num1);
    case.press_with(Modifiers::COMMAND, Key::Num5);
    assert!(!case.heard().contains("One thing is wrong."));
}

#[test]
fn the_record_is_kept_in_the_folder_that_is_typed_and_the_old_one_is_named() {
    let mut case = Case::usual();
    let old = case.folders().log();
    fs::create_dir_all(old.join("other")).unwrap();
    fs::write(old.join("other/2020.jsonl"), "").unwrap();
    let new = case.folders().data.with_file_name("shared");
    case.press_with(Modifiers::COMMAND, Key::Num5);
    press(&mut case, Role::Button, "Keep it elsewhere");
    let field = (Role::TextInput, "The folder to keep it in");
    let typed = case.harness.get_by_role_and_label(field.0, field.1);
    typed.type_text(new.to_str().unwrap());
    case.harness.run();
    press(&mut case, Role::Button, "Keep it there");
    case.wait_for("One file was copied and compared");
    assert!(
        case.heard().contains(&*old.to_string_lossy()),
        "{}",
        case.heard()
    );
    case.wait_for_setting(&format!("folder = \"{}\"", new.display()));
    assert!(new.join("other/2020.jsonl").exists());
    assert!(old.join("other/2020.jsonl").exists());
    case.wait_for(&format!("It lies in {}", new.display()));
}

#[test]
fn a_chosen_folder_without_a_record_is_told_until_it_is_chosen_once_more() {
    let empty = tempfile::tempdir().unwrap();
    let folder = empty.path().display();
    let settings =
        format!("safety_card_seen = true\nlanguage = \"en\"\nrecord_folder = '{folder}'\n");
    let mut case = Case::with(USUAL, &settings, "en");
    let nothing = "There is nothing of a record in the folder that you chose";
    case.wait_for(nothing);
    case.press_with(Modifiers::COMMAND, Key::Num5);
    case.wait_for(nothing);
    press(&mut case, Role::Button, "Keep it elsewhere");
    let field = (Role::TextInput, "The folder to keep it in");
    let typed = case.harness.get_by_role_and_label(field.0, field.1);
    typed.type_text(&folder.to_string());
    case.harness.run();
    press(&mut case, Role::Button, "Keep it there");
    case.wait_for("From now on your record lies in");
    case.wait_until_gone(nothing);
    case.press_with(Modifiers::COMMAND, Key::Num1);
    case.wait_until_gone(nothing);
}

/// As a program does that types what is spoken to it.
#[test]
fn a_field_that_is_filled_in_without_the_keyboard_is_chosen_by_leaving_it_too() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num5);
    let name = "Another speech program";
    case.wait_for(name);
    let field = case.harness.get_by_role_and_label(Role::TextInput, name);
    field.set_text_value_accesskit("cat {file}");
    case.harness.run();
    case.click(Role::Tab, "Today");
    case.wait_for_setting("program = \"cat {file}\"");
}
