//! How a session ends, and what is offered of one that was cut off.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use eframe::App as _;
use eframe::egui;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, ViewportCommand};
use egui_kittest::kittest::Queryable as _;
use supple::clock;
use supple::history::{History, Log, Recorder, SessionOutcome};
use supple::library::read_file;
use supple::plan::Plan;
use supple::runner::Record as _;
use supple::session::{Event, EventKind, StopReason};

use crate::app::{Case, USUAL};
use crate::clinic::CLINIC;
use crate::recorded::record_holds;

#[test]
fn a_session_ends_with_what_was_held_and_today_goes_on() {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::H);
    case.wait_for("Stop here, and rest");
    case.harness.key_press(Key::Q);
    case.wait_for("You stopped when it hurt. That was right");
    case.press(Key::Escape);
    case.wait_for("Rest today. It hurt, and you did no more after that.");
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
fn a_session_that_was_cut_off_is_offered_to_go_on_with() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_holds(folders, routine, 1);
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
fn what_was_put_off_because_of_pain_is_not_gone_on_with_and_no_other_routine_comes_next() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_holds(folders, routine, 1);
    });
    case.wait_for("A session is unfinished: 1 of 6 holds done.");
    case.click(Role::Button, "Start From your physiotherapist");
    case.press(Key::Num8);
    case.press(Key::Enter);
    case.click(Role::Button, "Not today");
    case.wait_for("Rest today. You put it off because of the pain before it.");
    case.wait_until("nothing is offered to go on with", |case| {
        !case.heard().contains("Go on from there")
    });
    let heard = case.heard();
    for offer in ["Next:", "A good beginning", "A suggestion"] {
        assert!(!heard.contains(offer), "{offer}:\n{heard}");
    }
    assert!(
        heard.contains("After pain, rest does more good now."),
        "{heard}"
    );
    case.press(Key::Enter);
    assert!(case.has(Role::Tab, "Today"), "{}", case.heard());
    let rest = "After pain, rest does more good now.";
    case.press_with(Modifiers::COMMAND, Key::Num2);
    assert!(case.heard().contains(rest), "{}", case.heard());
    case.click(Role::Button, "Start Lower back relief");
    let another = "Rest today. You put another routine off because of the pain before it.";
    assert!(case.heard().contains(another), "{}", case.heard());
}

#[test]
fn every_door_of_the_window_says_what_speaks_against_one_more_session() {
    const ENOUGH: &str = "Done as often as its author allows for one day (1).";
    const REST: &str = "Rest today. You put it off because of the pain before it.";
    for advice in [ENOUGH, REST] {
        let mut case = Case::after(USUAL, |folders, routine| {
            let once = CLINIC
                .replace("times_per_day = 2", "times_per_day = 1")
                .replace("max_per_day = 3", "max_per_day = 1");
            fs::write(folders.routines().join("clinic.toml"), once).unwrap();
            if advice == ENOUGH {
                record_holds(folders, routine, usize::MAX);
            }
        });
        if advice == REST {
            case.click(Role::Button, "Start From your physiotherapist");
            case.press(Key::Num8);
            case.press(Key::Enter);
            case.click(Role::Button, "Not today");
        }
        case.wait_for(advice);
        case.press(Key::Enter);
        assert!(
            case.has(Role::Tab, "Today"),
            "Enter begins none of it: {}",
            case.heard()
        );
        case.press_with(Modifiers::COMMAND, Key::Num2);
        case.wait_for("Heading Routines");
        assert!(case.heard().contains(advice), "the list: {}", case.heard());
        case.click(Role::Button, "Look at From your physiotherapist");
        case.wait_for("Rehearse");
        assert!(case.heard().contains(advice), "the page: {}", case.heard());
        case.click(Role::Button, "Start");
        case.wait_for("Does anything hurt right now?");
        assert!(
            case.heard().contains(advice),
            "the question: {}",
            case.heard()
        );
    }
}

#[test]
fn enter_on_today_begins_the_routine_that_is_named_there() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_holds(folders, routine, usize::MAX);
        // Without a schedule nothing is planned, and the suggestion is named though what is done comes first.
        let lines = CLINIC.lines().filter(|line| !line.starts_with("schedule"));
        let free: Vec<&str> = lines.collect();
        fs::write(folders.routines().join("clinic.toml"), free.join("\n")).unwrap();
    });
    case.wait_for("A good beginning: Lower back relief");
    case.press(Key::Enter);
    case.wait_for("Start without an answer");
    let heard = case.heard();
    assert!(heard.contains("Label Lower back relief"), "{heard}");
}

#[test]
fn enter_on_today_goes_on_with_the_session_that_comes_first() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_holds(folders, routine, 1);
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
        record_holds(folders, routine, 1);
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
fn what_was_reported_after_a_session_is_kept_when_the_window_is_closed() {
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
    case.wait_for("Your sessions will stand here");
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
fn a_past_session_is_corrected_and_that_is_taken_back() {
    let mut case = Case::in_a_session();
    case.press(Key::Escape);
    case.press(Key::O);
    case.wait_for("Enough for this time.");
    case.press(Key::Escape);
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.wait_for("From your physiotherapist, stopped");
    let by_key = |case: &mut Case, label: &str, key| {
        case.harness.get_by_label_contains(label).focus();
        case.harness.run();
        case.press(key);
    };
    by_key(&mut case, "From your physiotherapist, stopped", Key::Enter);
    let counts = |case: &Case| {
        let past = History::read(&case.folders().log());
        past.sessions[0].counts()
    };
    assert!(counts(&case));
    by_key(&mut case, "Not mine", Key::Space);
    case.press_with(Modifiers::COMMAND, Key::S);
    case.wait_until("it counts no more", |case| !counts(case));
    case.wait_for("marked as not yours");
    by_key(&mut case, "Take back the last correction", Key::Enter);
    case.wait_until("it counts again", counts);
}

#[test]
fn what_is_changed_of_a_past_session_is_saved_when_the_window_closes() {
    let mut case = Case::after(USUAL, |folders, routine| {
        record_holds(folders, routine, 3);
    });
    case.press_with(Modifiers::COMMAND, Key::Num3);
    let label = "From your physiotherapist, interrupted";
    case.wait_for(label);
    case.harness.get_by_label_contains(label).focus();
    case.harness.run();
    case.press(Key::Enter);
    case.harness.get_by_label_contains("Not mine").focus();
    case.harness.run();
    case.press(Key::Space);
    // It is looked away from, and no button was pressed.
    case.press_with(Modifiers::COMMAND, Key::Num1);
    case.harness.state_mut().on_exit(None);
    let folders = case.folders();
    let _place = case.end();
    let past = History::read(&folders.log());
    assert!(!past.sessions[0].counts());
    assert_eq!(
        past.sessions[0].corrections.len(),
        1,
        "and can be taken back"
    );
}
