//! How and when one is reminded is chosen on a page of its own, holds at once and is written.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Case, USUAL};
use crate::editor::type_into;

/// On the page, once it knows the day.
pub(crate) fn on_reminders(mut case: Case) -> Case {
    case.press_with(Modifiers::COMMAND, Key::Num5);
    let set_up = case.words.get("reminders-set-up-name");
    case.click(Role::Button, &set_up);
    let day = case.words.get("reminders-day-now");
    case.wait_for(&day);
    case
}

/// Presses something wherever it is on the page.
pub(crate) fn press(case: &mut Case, role: Role, name: &str) {
    let control = case.harness.get_by_role_and_label(role, name);
    control.click_accesskit();
    case.harness.run();
}

fn is_on(case: &Case, role: Role, name: &str) -> bool {
    let node = case.harness.get_by_role_and_label(role, name);
    node.accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn what_is_chosen_is_written_where_it_is_read() {
    let mut case = on_reminders(Case::usual());
    press(&mut case, Role::Switch, "Remind me to move");
    press(&mut case, Role::CheckBox, "Sat");
    press(&mut case, Role::CheckBox, "Mon");
    press(&mut case, Role::Button, "Leave out a break");
    press(&mut case, Role::RadioButton, "Notification");
    press(&mut case, Role::RadioButton, "Twice");
    press(&mut case, Role::Switch, "On battery");
    press(&mut case, Role::Switch, "I am in a call");
    for line in [
        "on = true",
        "work = { tuesday = \"09:00-17:00\", wednesday = \"09:00-17:00\", thursday = \"09:00-17:00\", friday = \"09:00-17:00\", saturday = \"09:00-17:00\" }",
        "meal = \"12:00-13:00\"",
        "form = \"notification\"",
        "put_off_at_most = 2",
        "quiet_while = [\"camera\", \"full-screen\", \"do-not-disturb\", \"battery\"]",
    ] {
        case.wait_for_setting(line);
    }
    press(&mut case, Role::RadioButton, "Spread over the day");
    case.wait_for_setting("when = \"spread\"");
    press(&mut case, Role::Button, "No break");
    case.wait_for_setting("meal = \"none\"");
}

#[test]
fn hours_hold_once_they_are_typed_to_their_end() {
    let mut case = on_reminders(Case::usual());
    type_into(&mut case, "Between, from", "8.30");
    case.press(Key::Enter);
    case.wait_for_setting(&week("08:30-17:00"));
    // What is no time is said, and changes nothing.
    type_into(&mut case, "Between, until", "late");
    assert!(
        case.heard().contains("A time is written like 9:30."),
        "{}",
        case.heard()
    );
    case.press(Key::Tab);
    assert!(case.heard().contains("A time is written like 9:30."));
    type_into(&mut case, "Between, until", "18");
    case.press(Key::Tab);
    case.wait_for_setting(&week("08:30-18:00"));
    assert!(!case.heard().contains("A time is written"));

    press(&mut case, Role::Button, "Other hours on some days");
    type_into(&mut case, "Fri, until", "15:00");
    case.press(Key::Enter);
    case.wait_for_setting(
        &week("08:30-18:00").replace("friday = \"08:30-18:00\"", "friday = \"08:30-15:00\""),
    );
    press(&mut case, Role::Button, "The same hours every day");
    case.wait_for_setting(&week("08:30-18:00"));
}

/// The hours of a usual week, as they are written.
fn week(hours: &str) -> String {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    let days = days.map(|day| format!("{day} = \"{hours}\""));
    format!("work = {{ {} }}", days.join(", "))
}

#[test]
fn hours_that_are_being_typed_are_kept_when_the_page_is_left() {
    let mut case = on_reminders(Case::usual());
    type_into(&mut case, "Between, from", "7:45");
    case.press_with(Modifiers::COMMAND, Key::Num1);
    case.wait_for_setting(&week("07:45-17:00"));
}

#[test]
fn hours_that_are_being_typed_are_kept_when_a_screen_reader_goes_back() {
    let mut case = on_reminders(Case::usual());
    type_into(&mut case, "Between, from", "7:15");
    case.click(Role::Button, "← Settings");
    assert!(case.has(Role::Heading, "Settings"), "{}", case.heard());
    case.wait_for_setting(&week("07:15-17:00"));
}

#[test]
fn hours_that_are_being_typed_are_kept_when_the_window_ends_minimised() {
    let mut case = on_reminders(Case::usual());
    type_into(&mut case, "Between, from", "7:30");
    case.end_unseen();
    case.wait_for_setting(&week("07:30-17:00"));
}

#[test]
fn the_minutes_of_sitting_are_counted_and_typed_within_their_bounds() {
    let mut case = on_reminders(Case::usual());
    let name = "Every: minutes of keyboard and mouse. Five minutes away count as a break.";
    let field = case.harness.get_by_role_and_label(Role::TextInput, name);
    field.focus();
    case.harness.run();
    case.press(Key::ArrowUp);
    case.wait_for_setting("sitting_minutes = 50");
    case.press(Key::ArrowDown);
    case.press(Key::ArrowDown);
    case.wait_for_setting("sitting_minutes = 40");
    type_into(&mut case, name, "300");
    case.press(Key::Enter);
    assert!(
        case.heard().contains("A whole number from 10 to 240."),
        "{}",
        case.heard()
    );
    type_into(&mut case, name, "33");
    case.press(Key::Enter);
    case.wait_for_setting("sitting_minutes = 33");
    assert!(!case.heard().contains("A whole number from 10 to 240."));
}

#[test]
fn the_routine_is_chosen_among_those_that_can_be_done_at_a_desk() {
    let mut case = on_reminders(Case::usual());
    // What whoever has chosen nothing yet is reminded of.
    press(&mut case, Role::Button, "What: Two-minute standing break");
    assert!(
        !case.has(Role::RadioButton, "Evening on the floor"),
        "{}",
        case.heard()
    );
    press(&mut case, Role::RadioButton, "Whichever fits");
    case.wait_for_setting("routine = \"\"");
    press(&mut case, Role::Button, "What: Whichever fits");
    press(&mut case, Role::RadioButton, "Two-minute standing break");
    let chosen = "What: Two-minute standing break";
    let button = case.harness.get_by_role_and_label(Role::Button, chosen);
    assert!(button.accesskit_node().is_focused(), "{}", case.heard());
    assert!(!case.has(Role::RadioButton, "Two-minute standing break"));
    press(&mut case, Role::Button, chosen);
    assert!(is_on(&case, Role::RadioButton, "Two-minute standing break"));
}

#[test]
fn a_routine_that_is_gone_is_named_until_another_is_chosen() {
    let settings =
        "safety_card_seen = true\nlanguage = \"en\"\n\n[reminders]\nroutine = \"away\"\n[sound]\n";
    let mut case = on_reminders(Case::with(USUAL, settings, "en"));
    press(&mut case, Role::Button, "What: away (not there now)");
    press(&mut case, Role::RadioButton, "Whichever fits");
    case.wait_for_setting("routine = \"\"");
}

#[test]
fn settings_say_whether_one_is_reminded_and_the_page_leads_back() {
    let mut case = on_reminders(Case::usual());
    press(&mut case, Role::Switch, "Remind me to move");
    press(&mut case, Role::Button, "← Settings");
    assert!(case.has(Role::Heading, "Settings"), "{}", case.heard());
    assert!(
        case.heard().contains("On: after 45 minutes of sitting."),
        "{}",
        case.heard()
    );
}
