//! What is asked and said before a session begins.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};

use crate::app::{Case, USUAL};

fn at_first() -> Case {
    Case::with(USUAL, "language = \"en\"\n", "en")
}

#[test]
fn the_safety_card_comes_before_the_very_first_session_and_never_again() {
    let mut case = at_first();
    case.press(Key::Enter);
    assert!(
        case.has(Role::Heading, "Before you begin"),
        "{}",
        case.heard()
    );
    case.press(Key::Escape);
    assert!(case.has(Role::Tab, "Today"), "{}", case.heard());
    case.press(Key::Enter);
    case.press(Key::Enter);
    assert!(case.has(Role::Heading, "Does anything hurt right now?"));
    case.press(Key::Escape);
    case.press(Key::Enter);
    assert!(case.has(Role::Heading, "Does anything hurt right now?"));
}

#[test]
fn pain_is_asked_and_enter_begins_with_an_answer_or_without() {
    for (answer, start) in [
        (Some(Key::Num3), "Start"),
        (None, "Start without an answer"),
    ] {
        let mut case = Case::usual();
        case.press(Key::Enter);
        if let Some(answer) = answer {
            case.press(answer);
        }
        assert!(case.has(Role::Button, start), "{}", case.heard());
        case.harness.key_press(Key::Enter);
        case.wait_for("It hurts");
        assert!(
            case.heard().contains("Single knee to chest"),
            "{}",
            case.heard()
        );
    }
}

#[test]
fn pain_above_the_limit_is_reported_and_the_person_decides() {
    let mut case = Case::usual();
    let answer = |case: &mut Case, digits: &[Key]| {
        case.click(Role::Button, "Start From your physiotherapist");
        for digit in digits {
            case.press(*digit);
        }
        case.press(Key::Enter);
    };
    answer(&mut case, &[Key::Num4]);
    let heard = case.heard();
    for text in [
        "You said 4 out of 10",
        "above 3 of 10",
        "555 0134",
        "chest pain",
    ] {
        assert!(heard.contains(text), "{text}:\n{heard}");
    }
    assert!(heard.find("Button Not today") < heard.find("Button Start anyway"));
    case.press(Key::Enter);
    assert!(case.has(Role::Tab, "Today"), "{}", case.heard());
    case.wait_for("Rest today. You put it off because of the pain before it.");
    let next = case.heard();
    assert!(!next.contains("Next: From your physiotherapist"), "{next}");

    answer(&mut case, &[Key::Num1, Key::Num0]);
    assert!(case.heard().contains("You said 10 out of 10"));
    case.click(Role::Button, "Start anyway");
    case.wait_for("It hurts");
    case.press(Key::Escape);
    case.press(Key::O);
    case.wait_for("Before: 10");
}

#[test]
fn a_digit_with_shift_is_no_answer() {
    let mut case = Case::usual();
    case.press(Key::Enter);
    case.press_with(Modifiers::SHIFT, Key::Num2);
    case.press_with(Modifiers::ALT, Key::Num2);
    assert!(case.has(Role::Button, "Start without an answer"));
    case.press(Key::Num2);
    assert!(case.has(Role::Button, "Start"), "{}", case.heard());
}

#[test]
fn what_the_author_warns_of_comes_before_every_session() {
    let mut case = Case::usual();
    case.press(Key::Enter);
    let heard = case.heard();
    for text in [
        "Don’t do it with",
        "recent surgery",
        "Stop at once with",
        "numbness in the legs",
    ] {
        let warned = heard.find(text);
        let begins = heard.find("Start without an answer");
        assert!(warned.is_some() && warned < begins, "{text}:\n{heard}");
    }
}

#[test]
fn signs_that_everybody_is_told_of_are_on_the_page_of_the_routine_alone() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Look at Lower back relief");
    let sign = "numbness around the genitals or buttocks";
    assert!(case.has(Role::Label, sign), "{}", case.heard());
    case.click(Role::Button, "Start");
    assert!(case.has(Role::Heading, "Does anything hurt right now?"));
    assert!(!case.has(Role::Label, sign), "{}", case.heard());
    // What only the author says stays.
    assert!(case.has(Role::Label, "a new pain"), "{}", case.heard());
    case.click(
        Role::Link,
        "All signs at which to stop, on the routine’s page",
    );
    assert!(case.has(Role::Heading, "Lower back relief"));
    assert!(case.has(Role::Label, sign));
}

#[test]
fn a_sound_that_is_off_is_reported_before_a_session_and_turned_on_there() {
    let mut case = Case::usual();
    case.press(Key::Enter);
    assert!(case.heard().contains("Sound is off."), "{}", case.heard());
    case.click(Role::Button, "Turn it on");
    assert!(!case.heard().contains("Sound is off."), "{}", case.heard());
    case.wait_for_setting("muted = false");
    assert!(case.has(Role::Heading, "Does anything hurt right now?"));
}
