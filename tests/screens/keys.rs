//! What the keys and buttons of each screen do.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use eframe::App as _;
use eframe::egui;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme, ViewportCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use supple::clock;
use supple::history::{Log, Recorder, SessionOutcome};
use supple::library::read_file;
use supple::plan::Plan;
use supple::runner::Record as _;
use supple::session::{Event, EventKind, StopReason};
use supple::ui::theme;

use crate::app::{Case, USUAL, record_one_hold};
use crate::clinic::CLINIC;

fn at_first() -> Case {
    Case::with(USUAL, "language = \"en\"\n", "en")
}

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
fn pain_above_the_limit_is_told_and_the_person_decides() {
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
fn a_session_ends_with_what_was_held_and_today_goes_on() {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::H);
    case.wait_for("Stop here, and rest");
    case.harness.key_press(Key::Q);
    case.wait_for("You stopped when it hurt. That was right");
    case.press(Key::Escape);
    case.wait_for("Rest today. You stopped because it hurt.");
    let heard = case.heard();
    for text in ["0 of 2 today", "After pain, rest does more good now."] {
        assert!(heard.contains(text), "{text}:\n{heard}");
    }
    let start = |title| heard.find(&format!("Button Start {title}"));
    assert!(start("Lower back relief") < start("From your physiotherapist"));
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.wait_for("Heading History");
    case.wait_for("From your physiotherapist, stopped: pain");
}

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
    let choose = |case: &mut Case, role, name| {
        let control = case.harness.get_by_role_and_label(role, name);
        control.click_accesskit();
        case.harness.run();
    };
    choose(&mut case, Role::RadioButton, "Deutsch");
    assert!(case.has(Role::Heading, "Einstellungen"), "{}", case.heard());
    choose(&mut case, Role::RadioButton, "Dunkel");
    choose(&mut case, Role::Switch, "Hoher Kontrast");
    let visuals = &case.harness.ctx.style_of(Theme::Dark).visuals;
    assert_eq!(visuals.panel_fill, theme::HIGH_CONTRAST_DARK.paper);
    case.wait_for_setting("high_contrast = true");
    case.wait_for_setting("theme = \"dark\"");
    case.wait_for_setting("language = \"de\"");
}

#[test]
fn a_file_with_a_mistake_is_told_with_its_line_and_its_mend() {
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
    assert!(case.heard().contains("broken.toml can't be used"));
    case.click(Role::Button, "See what is wrong");
    assert!(case.heard().contains("line 16"), "{}", case.heard());
}

#[test]
fn routines_tells_its_folder_and_offers_to_open_it() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    let folder = case.folders().routines();
    let told = format!("Your own routines are files in {}", folder.display());
    assert!(case.heard().contains(&told), "{}", case.heard());
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
fn what_the_author_warns_of_comes_before_every_session() {
    let mut case = Case::usual();
    case.press(Key::Enter);
    let heard = case.heard();
    for text in [
        "Don't do it with",
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
fn a_sound_that_is_off_is_told_before_a_session_and_turned_on_there() {
    let mut case = Case::usual();
    case.press(Key::Enter);
    assert!(case.heard().contains("Sound is off."), "{}", case.heard());
    case.click(Role::Button, "Turn it on");
    assert!(!case.heard().contains("Sound is off."), "{}", case.heard());
    case.wait_for_setting("muted = false");
    assert!(case.has(Role::Heading, "Does anything hurt right now?"));
}

#[test]
fn a_file_that_is_dropped_is_looked_at_and_added_when_asked() {
    let mut case = Case::usual();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("evening.toml");
    fs::write(
        &file,
        CLINIC.replace("From your physiotherapist", "For the evening"),
    )
    .unwrap();
    case.drop_files(&[&file]);
    case.wait_for("Add “For the evening” from evening.toml to your routines?");
    case.click(Role::Button, "Add “For the evening” to my routines");
    case.wait_for("“For the evening” is now one of your routines.");
    case.wait_for("Start For the evening");
}

#[test]
fn of_several_files_that_are_dropped_each_is_offered_and_told_of_by_itself() {
    let mut case = Case::usual();
    let elsewhere = tempfile::tempdir().unwrap();
    let [morning, evening] = ["morning", "evening"].map(|name| {
        let file = elsewhere.path().join(format!("{name}.toml"));
        let text = CLINIC.replace("From your physiotherapist", name);
        fs::write(&file, text).unwrap();
        file
    });
    case.drop_files(&[&morning, &evening]);
    case.wait_for("Add “morning” from morning.toml to your routines?");
    case.wait_for("Add “evening” from evening.toml to your routines?");
    case.click(Role::Button, "Add “evening” to my routines");
    case.wait_for("“evening” is now one of your routines.");
    assert!(case.has(Role::Button, "Add “morning” to my routines"));
    case.click(Role::Button, "Close: evening.toml");
    assert!(!case.heard().contains("evening.toml"), "{}", case.heard());
    assert!(case.heard().contains("morning.toml"), "{}", case.heard());
}

#[test]
fn a_dropped_file_with_a_mistake_is_not_offered_and_says_why() {
    let mut case = Case::usual();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("evening.toml");
    fs::write(&file, CLINIC.replace("reps = 10", "reps = 0")).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("evening.toml can't be added as it is");
    let mistake = "evening.toml, line 28: “reps” takes a whole number from 1 to 1000.";
    assert!(case.heard().contains(mistake), "{}", case.heard());
    assert!(!case.heard().contains("to my routines"));
    case.click(Role::Button, "Close: evening.toml");
    assert!(!case.heard().contains("evening.toml"));
}

#[test]
fn what_a_file_could_do_better_is_not_shown_to_whoever_stretches() {
    let mut case = Case::usual();
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    assert!(case.heard().contains("Pelvic tilt"), "{}", case.heard());
    assert!(!case.heard().contains("has no picture"), "{}", case.heard());
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("evening.toml");
    fs::write(&file, CLINIC.replace("hold = \"20s\"", "hold = \"3s\"")).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("to your routines?");
    assert!(
        !case.heard().contains("unusually short"),
        "{}",
        case.heard()
    );
}

#[test]
fn a_session_that_was_cut_off_is_offered_to_go_on_with() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_one_hold(folders, routine);
    });
    case.wait_for("A session is unfinished: 1 of 6 holds done.");
    case.click(Role::Button, "Go on from there");
    case.wait_for("It hurts");
    let heard = case.heard();
    for text in ["Single knee to chest", "hold 2 of 3, left side"] {
        assert!(heard.contains(text), "{text}:\n{heard}");
    }
    case.press(Key::Escape);
    case.press(Key::O);
    case.wait_for("Before: 2");
    // What was done before it was cut off is part of it.
    assert!(case.heard().contains("1 of 6 done"), "{}", case.heard());
}

#[test]
fn enter_on_today_goes_on_with_the_session_that_comes_first() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_one_hold(folders, routine);
    });
    case.wait_for("A session is unfinished: 1 of 6 holds done.");
    let heard = case.heard();
    let at = |name| heard.find(name).unwrap();
    assert!(at("Go on from there") < at("Leave it"), "{heard}");
    case.press(Key::Enter);
    case.wait_for("hold 2 of 3, left side");
}

#[test]
fn a_session_that_another_copy_let_go_meanwhile_is_not_gone_on_with() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_one_hold(folders, routine);
    });
    case.wait_for("A session is unfinished: 1 of 6 holds done.");
    let other = Log::open(&case.folders()).unwrap();
    other.close(other.history().sessions[0].id);
    other.flush().unwrap();
    case.click(Role::Button, "Go on from there");
    case.wait_until("the offer is gone", |case| {
        !case.heard().contains("A session is unfinished")
    });
    let heard = case.heard();
    assert!(!heard.contains("It hurts"), "{heard}");
    assert!(heard.contains("under way or over in another"), "{heard}");
}

#[test]
fn closing_in_the_middle_of_a_session_asks_first() {
    let mut case = Case::usual();
    case.ask_to_close();
    assert!(case.closes(), "without a session");

    let mut case = Case::in_a_session();
    case.ask_to_close();
    assert!(!case.closes());
    case.wait_for("Keep going");
    case.press(Key::Escape);
    case.ask_to_close();
    assert!(!case.closes());
    case.wait_for("Keep going");
    case.harness.key_down(Key::N);
    case.harness.step();
    assert!(case.commands().contains(&ViewportCommand::Close));
}

#[test]
fn what_was_told_after_a_session_is_kept_when_the_window_is_closed() {
    let mut case = Case::in_a_session();
    case.press(Key::Escape);
    case.press(Key::O);
    case.wait_for("Enough for this time.");
    case.press(Key::Num2);
    case.harness.get_by_role(Role::MultilineTextInput).focus();
    case.harness.run();
    let note = case.harness.get_by_role(Role::MultilineTextInput);
    note.type_text("Better than yesterday");
    case.harness.run();
    case.ask_to_close();
    assert!(case.closes());
    case.harness.state_mut().on_exit(None);

    let past = Log::open(&case.folders()).unwrap().history();
    let session = &past.sessions[0];
    assert_eq!(session.pain_after, Some(2));
    assert_eq!(session.note.as_deref(), Some("Better than yesterday"));
}

#[test]
fn closing_the_window_while_it_hurts_is_stopping_because_of_it() {
    let mut case = Case::in_a_session();
    case.press(Key::H);
    case.wait_for("Stop here, and rest");
    case.ask_to_close();
    assert!(case.closes());
    case.harness.state_mut().on_exit(None);

    let past = Log::open(&case.folders()).unwrap().history();
    let outcome = past.sessions[0].outcome;
    assert_eq!(outcome, SessionOutcome::Stopped(StopReason::Pain));
}

#[test]
fn what_another_copy_recorded_is_seen_when_the_person_comes_back() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.wait_for("Nothing here yet.");
    let clinic = case.folders().routines().join("clinic.toml");
    let reading = read_file(&clinic, clock::today()).unwrap();
    let routine = Arc::new(reading.routine.unwrap());
    let log = Log::open(&case.folders()).unwrap();
    let mut recorder = Recorder::new(&log, &routine, None);
    let mut tell = |kind| {
        recorder.event(
            &Event {
                at: Duration::ZERO,
                kind,
            },
            &Plan::of(&routine),
        );
    };
    tell(EventKind::Started);
    tell(EventKind::Stopped(StopReason::Pain));
    drop(recorder);
    drop(log);
    case.harness.event(egui::Event::WindowFocused(true));
    case.wait_for("stopped: pain");
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
fn settings_that_can_not_be_read_are_told_where_they_are_chosen() {
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
    case.wait_for("Your settings can't be read");
    assert!(is_on_it(&case), "{}", case.heard());
    fs::write(case.folders().settings_file(), "").unwrap();
    case.press(Key::Space);
    case.wait_until_gone("Your settings can't be read");
    assert!(is_on_it(&case), "{}", case.heard());
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

#[test]
fn every_key_is_told_in_the_settings() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num5);
    assert!(case.has(Role::Heading, "Keys"));
    let heard = case.heard();
    let (_, keys) = heard.split_once("Heading Keys").unwrap();
    let labels = keys.lines().filter_map(|line| line.strip_prefix("Label "));
    let labels: Vec<&str> = labels.collect();
    let told: Vec<(&str, &str)> = labels.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    let command = if cfg!(target_os = "macos") {
        "Cmd"
    } else {
        "Ctrl"
    };
    let [places, sizes] = ["1 – 5", "+ − 0"].map(|keys| format!("{command} {keys}"));
    let expected = [
        (places.as_str(), "the five pages, from Today to Settings"),
        (sizes.as_str(), "larger, smaller and normal text"),
        (
            "↑ ↓",
            "read on; further with Page Up, Page Down, Home and End",
        ),
        ("Enter", "begin, or go on with, what comes first on Today"),
        ("0 – 10", "how much it hurts"),
        ("Space", "pause, and go on"),
        ("← →", "back, and skip"),
        ("+", "ten seconds more"),
        ("Enter", "done, where you set the time"),
        ("H", "it hurts"),
        (
            "E, S, G, Q",
            "after it hurts: an easier way, skip the exercise, go on, end",
        ),
        ("M", "sound off, and on again"),
        ("V", "voice off, and on again"),
        ("D", "dark screen, guided by ear, and back"),
        ("W", "small window above all others, and back"),
        ("F11, F", "full screen, and back"),
        ("Esc", "end the session; first leave full screen"),
        ("N, O, H", "why you end: no time, another reason, it hurts"),
    ];
    assert_eq!(told, expected);
}
