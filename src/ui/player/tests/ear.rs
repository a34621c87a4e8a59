//! A session that is guided by ear: the voice is turned with a key or a press, and a dark screen
//! shows itself to a person who looks, and in time again to nobody.

use eframe::egui::pos2;

use super::*;

fn by_ear(course: Course, sound: Sound) -> Harness<'static, Screen> {
    let mut harness = harness(course);
    harness.state_mut().sound = sound;
    harness.run();
    harness
}

const ALONE: Sound = Sound {
    alone: true,
    ..SOUND
};

fn is_dark(harness: &Harness<'static, Screen>) -> bool {
    harness.query_by_label_contains("Guided by ear").is_some()
}

fn pass(harness: &mut Harness<'static, Screen>, seconds: u64) {
    for _ in 0..seconds {
        harness.state_mut().course.wait(Duration::from_secs(1));
    }
}

#[test]
fn the_voice_is_turned_where_there_is_one() {
    for (voice, name) in [(Some(true), "Voice on"), (Some(false), "Voice off")] {
        let mut harness = by_ear(Course::at(1, 5), Sound { voice, ..SOUND });
        harness.get_by_role_and_label(Role::Switch, name).click();
        harness.run();
        assert_eq!(
            harness.state().asked,
            [Action::Settings(SettingsAction::ToggleVoice)]
        );
    }
    let silent = Sound {
        voice: None,
        ..SOUND
    };
    let harness = by_ear(Course::at(1, 5), silent);
    assert!(harness.query_by_label_contains("Voice").is_none());
}

#[test]
fn the_screen_is_dark_until_somebody_looks_and_soon_after() {
    let mut harness = by_ear(Course::at(1, 5), ALONE);
    assert!(is_dark(&harness));
    assert!(harness.query_by_label("Pause").is_none());

    harness.hover_at(pos2(300.0, 300.0));
    harness.run();
    assert!(!is_dark(&harness));
    harness.get_by_label("Pause");

    pass(&mut harness, 4);
    harness.run();
    assert!(!is_dark(&harness), "it is looked at for a while");
    pass(&mut harness, 5);
    harness.run();
    assert!(is_dark(&harness));
    harness.key_press(Key::Tab);
    harness.run();
    assert!(!is_dark(&harness));
}

#[test]
fn keys_are_obeyed_in_the_dark_and_what_is_to_be_read_is_shown() {
    let mut harness = by_ear(Course::at(1, 5), ALONE);
    harness.key_press(Key::Plus);
    harness.run();
    assert_eq!(harness.state().asked, [Action::Session(Command::Extend)]);
    assert!(is_dark(&harness));
    harness.key_press(Key::H);
    harness.run();
    harness.run();
    assert!(!is_dark(&harness));
    harness.get_by_label("End the session");
}

#[test]
fn a_screen_reader_announces_each_step_in_the_dark() {
    let harness = by_ear(Course::at(6, 1), ALONE);
    assert!(is_dark(&harness));
    harness.get_by_label_contains("Switch to the right side");
}

#[test]
fn no_session_is_dark_that_nobody_can_hear() {
    for silent in [
        Sound { on: false, ..ALONE },
        Sound {
            percent: 0,
            ..ALONE
        },
    ] {
        let harness = by_ear(Course::at(1, 5), silent);
        assert!(!is_dark(&harness), "{silent:?}");
        harness.get_by_label_contains("the screen does not go dark");
    }
}

#[test]
fn who_looked_in_a_pause_sees_the_session_go_on() {
    let mut harness = by_ear(Course::paused_at(1, 5), ALONE);
    harness.hover_at(pos2(300.0, 300.0));
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert!(!is_dark(&harness));
}

#[test]
fn the_key_for_the_dark_turns_it_in_a_pause_too() {
    for (presses, dark) in [(1, true), (2, false), (3, true)] {
        let mut harness = by_ear(Course::paused_at(1, 5), SOUND);
        for _ in 0..presses {
            harness.key_press(Key::D);
            harness.run();
            assert!(!is_dark(&harness), "what stands still is shown");
        }
        harness.key_press(Key::Space);
        harness.run();
        harness.run();
        assert_eq!(is_dark(&harness), dark, "pressed {presses} times");
    }
}

#[test]
fn a_key_makes_it_dark_at_once_and_light_for_good() {
    let mut harness = by_ear(Course::at(1, 5), SOUND);
    harness.hover_at(pos2(300.0, 300.0));
    harness.run();
    harness.key_press(Key::D);
    harness.run();
    assert!(is_dark(&harness), "though somebody looked a moment ago");
    harness.key_press(Key::D);
    harness.run();
    pass(&mut harness, 12);
    harness.run();
    assert!(!is_dark(&harness));
    assert_eq!(harness.state().asked, [], "nothing is set for good");
}

#[test]
fn a_sound_that_is_not_heard_is_told_in_words_for_a_while_and_then_by_a_small_sign() {
    for (form, size) in [(Form::Usual, USUAL), (Form::Small, SMALL)] {
        let mut course = Course::at(1, 1);
        let warning = |id| SoundWarning {
            message: Message::new(id),
            leaves: Audible::Nothing,
        };
        course.sound_warning = Some(warning("sound-no-device"));
        let mut harness = in_form(course, size, form, "en");
        let words = Words::of("en");
        let in_words = |harness: &Harness<'static, Screen>, id| {
            let statuses = harness.query_all_by_role(Role::Status);
            let text = words.get(id);
            statuses
                .filter_map(|node| node.accesskit_node().label())
                .any(|label| label == text)
        };
        assert!(in_words(&harness, "sound-no-device"));
        pass(&mut harness, 9);
        harness.run();
        assert!(!in_words(&harness, "sound-no-device"), "{form:?}");
        let text = words.get("sound-no-device");
        let remains = harness.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            let said = [node.label(), node.description()];
            said.iter().flatten().any(|said| said.contains(&text))
        });
        assert!(remains, "{form:?}: the sign has the words");
        // Another is told in full again.
        harness.state_mut().course.sound_warning = Some(warning("sound-other-device"));
        harness.run();
        assert!(in_words(&harness, "sound-other-device"), "{form:?}");
    }
}

#[test]
fn a_session_that_is_not_heard_stays_in_view() {
    let mut course = Course::at(1, 1);
    course.sound_warning = Some(SoundWarning {
        message: Message::new("sound-no-device"),
        leaves: Audible::Nothing,
    });
    let mut harness = by_ear(course, ALONE);
    pass(&mut harness, 30);
    harness.run();
    assert!(!is_dark(&harness));
}
