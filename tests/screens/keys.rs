//! What the keys do on each screen, and where pages lead.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Case, USUAL};
use crate::clinic::CLINIC;

#[test]
fn today_offers_what_is_due_first_and_suggestions_after_it() {
    let case = Case::usual();
    let heard = case.heard();
    let at = |text: &str| {
        heard
            .find(text)
            .unwrap_or_else(|| panic!("{text}:\n{heard}"))
    };
    assert!(
        at("0 of 2 sessions done today. Next: From your physiotherapist") < at("Oak Street Clinic")
    );
    assert!(at("Oak Street Clinic") < at("A suggestion"));
    assert!(at("0 of 2 today") < at("Start Lower back relief"));
    // What nobody has prescribed counts nothing.
    assert!(
        heard.rfind("0 of 2 today") < heard.find("A suggestion"),
        "{heard}"
    );
}

#[test]
fn a_letter_with_shift_means_the_same_and_with_control_or_alt_nothing() {
    let mut case = Case::in_a_session();
    for modifiers in [Modifiers::CTRL, Modifiers::ALT] {
        case.press_with(modifiers, Key::H);
        assert!(!case.heard().contains("Stop here, and rest"));
    }
    case.press_with(Modifiers::SHIFT, Key::H);
    case.wait_for("Stop here, and rest");
}

#[test]
fn going_to_a_place_by_key_leaves_no_ring_on_another() {
    let mut case = Case::usual();
    case.harness
        .get_by_role_and_label(Role::Tab, "Learn")
        .focus();
    case.harness.run();
    case.press_with(Modifiers::COMMAND, Key::Num3);
    let history = case.harness.get_by_role_and_label(Role::Heading, "History");
    assert!(history.accesskit_node().is_focused());
}

#[test]
fn the_page_about_two_safe_ways_leads_to_the_routine_with_both() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num4);
    case.click(Role::Link, "Two safe ways");
    case.click(Role::Button, "Look at the routine");
    assert!(
        case.has(Role::Heading, "Lower back relief"),
        "{}",
        case.heard()
    );
    assert!(case.has(Role::Button, "Start"), "{}", case.heard());
}

#[test]
fn the_keys_of_a_screen_are_shown_in_front_of_it_and_leave_it_as_it_was() {
    let mut case = Case::usual();
    for (opens, closes) in [(Key::F1, Key::Escape), (Key::Questionmark, Key::F1)] {
        assert!(!case.has(Role::Dialog, "Keys of this screen"));
        case.press(opens);
        assert!(case.has(Role::Dialog, "Keys of this screen"));
        assert!(case.has(Role::Label, "these keys"));
        assert!(!case.has(Role::Label, "pause, and go on"));
        case.press(closes);
    }
    assert!(!case.has(Role::Dialog, "Keys of this screen"));
    case.click(Role::Button, "Keys of this screen");
    assert!(case.has(Role::Dialog, "Keys of this screen"));
    case.click(Role::Button, "Close");
    assert!(!case.has(Role::Dialog, "Keys of this screen"));
}

#[test]
fn the_keys_of_a_session_pause_and_end_nothing() {
    let mut case = Case::in_a_session();
    case.wait_for("Button Pause");
    for closes in [Key::Escape, Key::Enter] {
        case.press_with(Modifiers::SHIFT, Key::Questionmark);
        assert!(case.has(Role::Label, "pause, and go on"));
        case.press(closes);
        assert!(!case.has(Role::Dialog, "Keys of this screen"));
        let heard = case.heard();
        assert!(case.has(Role::Button, "Pause"), "{heard}");
        assert!(!heard.contains("End the session?"), "{heard}");
    }
    // What hurts is one key away there too.
    case.press(Key::F1);
    case.harness.key_press(Key::H);
    case.wait_for("Stop here, and rest");
    assert!(!case.has(Role::Dialog, "Keys of this screen"));
}

#[test]
fn the_page_of_a_file_and_the_safety_card_list_their_own_keys() {
    let mut case = Case::with(USUAL, "safety_card_seen = false\nlanguage = \"en\"\n", "en");
    case.press(Key::Enter);
    case.wait_for("I have read this");
    case.press(Key::F1);
    case.wait_for("Keys of this screen");
    assert!(
        !case.heard().contains("how much it hurts"),
        "{}",
        case.heard()
    );
    case.press(Key::Escape);
    case.press(Key::Escape);
    let file = case.folders().data.with_file_name("evening.toml");
    std::fs::write(
        &file,
        CLINIC.replace("From your physiotherapist", "For the evening"),
    )
    .unwrap();
    case.drop_files(&[&file]);
    case.wait_for("Try once");
    case.press(Key::F1);
    case.wait_for("try a file once, without a record");
    case.wait_for("what the first button says");
}
