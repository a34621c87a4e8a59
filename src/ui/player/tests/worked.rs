//! Every key and every button is obeyed, and "It hurts" above all.

use super::*;

#[test]
fn every_key_does_what_its_button_says() {
    use Command::{Back, Done, Extend, Hurts, Pause, Resume, Skip};
    let running = || Course::at(1, 5);
    let paused = || Course::paused_at(1, 5);
    let open = || Course::at(19, 5);
    for (course, key, asked) in [
        (running(), Key::Space, Action::Session(Pause)),
        (paused(), Key::Space, Action::Session(Resume)),
        (running(), Key::ArrowLeft, Action::Session(Back)),
        (running(), Key::ArrowRight, Action::Session(Skip)),
        (running(), Key::Plus, Action::Session(Extend)),
        (running(), Key::Equals, Action::Session(Extend)),
        (open(), Key::Enter, Action::Session(Done)),
        (running(), Key::H, Action::Session(Hurts)),
        (paused(), Key::H, Action::Session(Hurts)),
        (
            running(),
            Key::M,
            Action::Settings(SettingsAction::ToggleSound),
        ),
        (
            running(),
            Key::V,
            Action::Settings(SettingsAction::ToggleVoice),
        ),
    ] {
        let mut harness = harness(course);
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().asked, [asked], "{key:?}");
    }
}

#[test]
fn every_button_is_found_by_its_name_and_obeyed() {
    use Command::{Back, Done, Extend, Hurts, Pause, Skip};
    for (step, name, asked) in [
        (1, "Pause", Action::Session(Pause)),
        (1, "Back", Action::Session(Back)),
        (1, "Skip", Action::Session(Skip)),
        (1, "+10 s", Action::Session(Extend)),
        (1, "It hurts", Action::Session(Hurts)),
        (19, "Done", Action::Session(Done)),
    ] {
        let mut harness = harness(Course::at(step, 5));
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run();
        assert_eq!(harness.state().asked, [asked], "{name}");
    }
    let mut harness = harness(Course::at(1, 5));
    harness
        .get_by_role_and_label(Role::Switch, "Sound 70 %")
        .click();
    harness.run();
    assert_eq!(
        harness.state().asked,
        [Action::Settings(SettingsAction::ToggleSound)]
    );
}

#[test]
fn what_tells_of_sound_and_voice_is_as_high_as_any_control() {
    let harness = harness(Course::at(1, 5));
    for name in ["Sound 70 %", "Voice on"] {
        let chip = harness.get_by_role_and_label(Role::Switch, name).rect();
        assert!(chip.height() >= theme::space::CONTROL, "{name}: {chip}");
    }
}

#[test]
fn a_key_that_is_held_down_counts_once() {
    let mut harness = harness(Course::at(1, 5));
    for _ in 0..5 {
        harness.key_down(Key::Space);
        harness.run();
    }
    assert_eq!(harness.state().asked, [Action::Session(Command::Pause)]);
}

#[test]
fn a_key_with_control_is_somebody_elses() {
    let mut harness = harness(Course::at(1, 5));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::H);
    harness.run();
    assert_eq!(harness.state().asked, []);
}

#[test]
fn a_control_that_has_the_keyboard_is_worked_by_it() {
    let mut harness = harness(Course::at(1, 5));
    harness.get_by_label("Skip").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().asked, [Action::Session(Command::Skip)]);
}

#[test]
fn a_control_keeps_the_keyboard_when_others_come_and_go() {
    let mut course = Course::at(1, 5);
    course.session = Session::new(Arc::new(routine()));
    let mut harness = harness(course);
    harness.get_by_label("Start").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().asked, [Action::Session(Command::Start)]);
    assert!(harness.get_by_label("Pause").is_focused());
}

#[test]
fn ending_is_asked_about_while_time_stands_still() {
    let resume = Action::Session(Command::Resume);
    for (key, answer) in [
        (Key::Escape, resume),
        (
            Key::N,
            Action::Player(PlayerAction::End(StopReason::NoTime)),
        ),
        (Key::O, Action::Player(PlayerAction::End(StopReason::Other))),
        (Key::H, Action::Session(Command::Hurts)),
    ] {
        let mut harness = harness(Course::at(1, 5));
        harness.key_press(Key::Escape);
        harness.run();
        assert!(
            harness
                .query_by_role_and_label(Role::AlertDialog, "End the session?")
                .is_some()
        );
        harness.key_press(key);
        harness.run();
        let pause = Action::Session(Command::Pause);
        assert_eq!(harness.state().asked, [pause, answer], "{key:?}");
    }
}

#[test]
fn in_the_question_whether_to_end_it_can_still_be_said_that_it_hurts() {
    for by_key in [true, false] {
        for course in [Course::at(1, 5), Course::paused_at(1, 5)] {
            let mut harness = harness(course);
            harness.key_press(Key::Escape);
            harness.run();
            if by_key {
                harness.key_press(Key::H);
            } else {
                // Another one lies below, in the player's first line.
                let hurts = harness.get_all_by_role_and_label(Role::Button, "It hurts");
                hurts.last().unwrap().click();
            }
            harness.run();
            let state = harness.state().course.session.state();
            assert_eq!(state, State::Paused(Pause::Hurts), "{by_key}");
            harness.get_by_label("Stop here, and rest");
            assert!(harness.query_by_role(Role::AlertDialog).is_none());
        }
    }
}

#[test]
fn a_session_that_was_paused_stays_so_when_it_is_not_ended_after_all() {
    let mut harness = harness(Course::paused_at(1, 5));
    harness.get_by_label("End").click();
    harness.run();
    harness.get_by_label("Keep going").click();
    harness.run();
    assert_eq!(harness.state().asked, []);
}

#[test]
fn it_hurts_stops_and_offers_what_can_be_done() {
    for (key, name, asked) in [
        (
            Key::E,
            "Go on with the easier way",
            Action::Session(Command::Easier),
        ),
        (
            Key::S,
            "Skip this exercise",
            Action::Session(Command::SkipExercise),
        ),
        (Key::G, "Go on carefully", Action::Session(Command::Resume)),
        (
            Key::Q,
            "End the session",
            Action::Player(PlayerAction::End(StopReason::Pain)),
        ),
    ] {
        for by_key in [true, false] {
            let mut harness = harness(Course::at(1, 5));
            harness.key_press(Key::H);
            harness.run();
            let state = harness.state().course.session.state();
            assert_eq!(state, State::Paused(Pause::Hurts));
            harness.get_by_label_contains("above 3 of 10");
            harness.get_by_label("numbness in the legs");
            harness.get_by_label_contains("555 0134");
            harness.get_by_label("chest pain");
            if by_key {
                harness.key_press(key);
            } else {
                harness.get_by_role_and_label(Role::Button, name).click();
            }
            harness.run();
            assert_eq!(harness.state().asked[1], asked, "{name}");
        }
    }
}

#[test]
fn nothing_goes_on_by_a_slip_while_it_hurts() {
    let mut harness = harness(Course::at(1, 5));
    harness.key_press(Key::H);
    harness.run();
    for key in [Key::Space, Key::ArrowRight, Key::ArrowLeft, Key::H] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(harness.state().asked.len(), 1);
}

#[test]
fn the_keys_of_a_way_on_and_of_a_way_out_end_while_it_hurts() {
    for key in [Key::Enter, Key::Escape] {
        let mut harness = harness(Course::at(1, 5));
        harness.key_press(Key::H);
        harness.run();
        harness.key_press(key);
        harness.run();
        let end = Action::Player(PlayerAction::End(StopReason::Pain));
        assert_eq!(harness.state().asked.last(), Some(&end), "{key:?}");
    }
}

fn shows(harness: &Harness<'_, Screen>, way: &str) -> bool {
    let way = format!("The easier way: {way}");
    harness.query_by_label_contains(&way).is_some()
}

#[test]
fn the_easier_way_is_shown_for_the_exercise_that_hurt_and_no_other() {
    let mut harness = harness(Course::at(11, 5));
    let shown = |harness: &Harness<'_, Screen>| shows(harness, "Hold behind the thigh.");
    assert!(!shown(&harness));
    harness.key_press(Key::H);
    harness.run();
    harness.key_press(Key::E);
    harness.run();
    // What was said of the usual way would contradict it.
    assert!(harness.query_by_label_contains(TO_DO).is_none());
    for when in ["getting ready again", "in the hold", "in the rest after it"] {
        assert!(shown(&harness), "{when}");
        if when != "in the rest after it" {
            harness.key_press(Key::ArrowRight);
            harness.run();
        }
    }
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(!shown(&harness), "in the next exercise");
}

#[test]
fn who_goes_back_finds_the_easier_way_that_was_chosen_there() {
    let mut routine = routine();
    routine.exercises[1].easier = Some("Move less far.".to_owned());
    let mut harness = harness(Course::of(routine, 11, 5));
    let mut press = |keys: &[Key]| {
        for &key in keys {
            harness.key_press(key);
            harness.run();
        }
        let shown = ["Hold behind the thigh.", "Move less far."].map(|way| shows(&harness, way));
        (shown, harness.state().course.session.step().0)
    };
    assert_eq!(press(&[Key::H, Key::E]), ([true, false], 10));
    let second = [Key::ArrowRight, Key::ArrowRight, Key::ArrowRight];
    assert_eq!(press(&second), ([false, false], 13));
    assert_eq!(press(&[Key::H, Key::E]), ([false, true], 13));
    assert_eq!(press(&[Key::ArrowLeft]), ([true, false], 11));
}

#[test]
fn an_easier_way_that_hurts_too_is_not_offered_again() {
    let mut harness = harness(Course::at(11, 5));
    let mut offered_after = |key| {
        harness.key_press(key);
        harness.run();
        harness
            .query_by_label_contains("Go on with the easier way")
            .is_some()
    };
    assert!(offered_after(Key::H));
    assert!(!offered_after(Key::E));
    assert!(!offered_after(Key::H));
}

#[test]
fn an_exercise_without_an_easier_way_offers_none() {
    let mut harness = harness(Course::at(14, 5));
    harness.key_press(Key::H);
    harness.run();
    assert!(harness.query_by_label_contains("easier").is_none());
    harness.key_press(Key::E);
    harness.run();
    assert_eq!(harness.state().asked.len(), 1);
}

#[test]
fn arrows_that_are_pressed_quickly_lead_to_no_control() {
    let mut harness = in_form(Course::at(0, 1), USUAL, Form::FullScreen, "en");
    for _ in 0..6 {
        // One drawing each, so that none settles before the next.
        harness.key_press(Key::ArrowRight);
        harness.step();
        let controls = [Role::Button, Role::Switch];
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            let is_control = controls.contains(&node.role());
            assert!(!(is_control && node.is_focused()), "{:?}", node.label());
        }
    }
    let commands = harness.state().asked.iter();
    let skips = commands.filter(|asked| **asked == Action::Session(Command::Skip));
    assert_eq!(skips.count(), 6);
}
