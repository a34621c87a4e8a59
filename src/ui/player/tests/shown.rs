//! What is shown, and what is said by itself.

use super::*;

#[test]
fn each_kind_of_step_says_what_it_is_and_how_much_is_left() {
    let english = Words::of("en");
    for (step, elapsed_secs, number, caption, announcement) in [
        (
            0,
            0,
            10,
            "get ready",
            "Get ready, 10 seconds: Single knee to chest. Left side.",
        ),
        (1, 0, 20, "seconds to hold", "Hold, left side, 20 seconds."),
        (1, 19, 1, "second to hold", "Hold, left side, 20 seconds."),
        (
            2,
            1,
            4,
            "rest",
            "Rest, 5 seconds. Next: hold 2 of 3, left side.",
        ),
        (
            6,
            0,
            5,
            "switch sides",
            "Switch to the right side, 5 seconds.",
        ),
        (14, 0, 1, "of 10", "Repetitions, 40 seconds."),
        (14, 8, 3, "of 10", "Repetitions, 40 seconds."),
        (14, 39, 10, "of 10", "Repetitions, 40 seconds."),
        (19, 0, 0, "seconds so far", "In your own time."),
        (19, 61, 61, "seconds so far", "In your own time."),
    ] {
        let course = Course::at(step, elapsed_secs);
        let expected = (number, caption.to_owned(), announcement.to_owned());
        assert_eq!(said(&course, &english), expected, "step {step}");
    }
}

#[test]
fn repetitions_that_are_added_count_where_all_of_them_fits() {
    let english = Words::of("en");
    let mut course = Course::at(14, 0);
    course.give(Command::Extend);
    // Ten seconds more are two of four seconds, and a rest of two.
    for (later_secs, number) in [(0, 1), (40, 11), (4, 12), (5, 12)] {
        (0..later_secs).for_each(|_| course.wait(Duration::from_secs(1)));
        let (shown, caption, _) = said(&course, &english);
        assert_eq!((shown, caption.as_str()), (number, "of 12"));
    }
}

#[test]
fn a_hold_of_which_half_a_second_is_gone_still_reads_in_full() {
    let mut course = Course::at(1, 0);
    course.wait(Duration::from_millis(500));
    assert_eq!(said(&course, &Words::of("en")).0, 20);
    course.wait(Duration::from_millis(500));
    assert_eq!(said(&course, &Words::of("en")).0, 19);
}

#[test]
fn a_screen_reader_hears_of_a_step_once_and_not_each_second() {
    let english = Words::of("en");
    let mut course = Course::at(1, 0);
    let first = said(&course, &english).2;
    for _ in 0..19 {
        course.wait(Duration::from_secs(1));
        assert_eq!(said(&course, &english).2, first);
    }
    course.wait(Duration::from_secs(1));
    assert_ne!(said(&course, &english).2, first);
}

/// What screen readers say by themselves: what is announced, and what the keyboard rests on.
pub(super) fn announced(harness: &Harness<'_, Screen>) -> Vec<String> {
    let is_said = |node: &Node<'_>| {
        let node = node.accesskit_node();
        let rests = matches!(node.role(), Role::Status | Role::Heading) && node.is_focused();
        node.live() == Live::Polite || rests
    };
    harness
        .root()
        .children_recursive()
        .filter(is_said)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[test]
fn what_stands_still_or_fails_is_said_where_it_is_seen() {
    let refused = {
        let mut course = Course::at(19, 5);
        course.give(Command::Extend);
        course
    };
    for (course, says) in [
        (Course::at(1, 5), "Hold, left side, 20 seconds."),
        (
            Course::paused_at(1, 5),
            "Paused. Nothing is counted until you go on.",
        ),
        (
            Course::away_at(1, 5),
            "Supple was away for 12 seconds. Nothing was counted meanwhile.",
        ),
        (
            refused,
            "This step has no end to move. Say done when you are ready.",
        ),
    ] {
        let harness = harness(course);
        let said = announced(&harness);
        assert!(said.iter().any(|said| said == says), "{says}: {said:?}");
    }
}

#[test]
fn a_screen_reader_says_at_once_when_a_session_stands_still_and_when_it_goes_on() {
    let mut harness = harness(Course::at(1, 5));
    let hold = "Hold, left side, 20 seconds.";
    let reported = |harness: &Harness<'_, Screen>| {
        let said = announced(harness);
        // Once: what is live in two places is spoken twice.
        assert_eq!(said.len(), 1, "{said:?}");
        said.concat()
    };
    assert_eq!(reported(&harness), hold);
    for (key, says) in [
        (Key::Space, "Paused. Nothing is counted until you go on."),
        (Key::Space, hold),
        (Key::H, "Stop here, and rest"),
        (
            Key::G,
            "Get ready, 10 seconds: Single knee to chest. Left side.",
        ),
        (Key::ArrowRight, hold),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(reported(&harness), says, "{key:?}");
    }
    harness.key_press(Key::Escape);
    harness.run();
    let said = announced(&harness);
    let asks = |said: &String| said.starts_with("End the session?");
    assert!(said.iter().any(asks), "{said:?}");
}

#[test]
fn a_screen_reader_hears_what_belongs_together_as_one_text() {
    for (language, dial, next) in [
        ("en", "15 seconds to hold", "Next: rest, then left 2 of 3"),
        (
            "de",
            "15 Sekunden halten",
            "Danach: Pause, dann links 2 von 3",
        ),
    ] {
        for size in [USUAL, SMALL] {
            let harness = sized(Course::at(1, 5), size, 1.0, language);
            harness.get_by_role_and_label(Role::Timer, dial);
            harness.get_by_role_and_label(Role::Label, next);
        }
    }
}

#[test]
fn the_question_whether_to_end_has_the_keyboard_and_gives_it_back() {
    let mut harness = harness(Course::at(1, 5));
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let answers = [Command::Pause, Command::Resume].map(Action::Session);
    assert_eq!(harness.state().asked, answers);
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(
        harness.state().asked[2..],
        [Action::Session(Command::Pause)]
    );
}

#[test]
fn the_question_whether_to_end_promises_no_record_of_what_is_not_recorded() {
    let mut harness = harness(Course::at(1, 5));
    harness.state_mut().is_recorded = false;
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_label_contains("Nothing of it is recorded.");
    assert!(
        harness
            .query_by_label_contains("stays in your record")
            .is_none()
    );
    // Nor does it ask for a reason that nobody keeps.
    assert!(harness.query_by_label_contains("another reason").is_none());
    harness.key_press(Key::E);
    harness.run();
    let end = Action::Player(PlayerAction::End(StopReason::Other));
    assert_eq!(harness.state().asked.last(), Some(&end));
}

#[test]
fn why_a_command_was_not_obeyed_is_reported_for_a_moment_and_in_its_step_alone() {
    let mut course = Course::at(1, 18);
    course.give(Command::Done);
    let reported = |course: &Course, later: Duration| {
        let snapshot = course.snapshot();
        let view = View::of(&snapshot, snapshot.as_of + later).unwrap();
        !view.notices.is_empty()
    };
    for (later, is_told) in [(0, true), (2_900, true), (3_000, false), (9_000, false)] {
        let later = Duration::from_millis(later);
        assert_eq!(reported(&course, later), is_told, "{later:?}");
    }
    course.wait(Duration::from_secs(2));
    assert!(!reported(&course, Duration::ZERO), "in the rest");
}

#[test]
fn the_load_is_shown_with_the_side_and_the_repetition() {
    let with = |load: &str| {
        let mut routine = routine();
        routine.exercises[0].load = Some(load.to_owned());
        routine
    };
    let long = "a green band, doubled, held with both hands at the height of the shoulders";
    for load in ["2 kg", long] {
        let harness = harness(Course::of(with(load), 1, 5));
        let chip = harness.get_by_role_and_label(Role::Label, load).rect();
        assert!(window(USUAL).contains_rect(chip), "{load}: {chip:?}");
    }
}

#[test]
fn a_warning_is_shown_and_stops_nothing() {
    let course = Course::at(1, 5);
    let mut snapshot = course.snapshot();
    snapshot.record_warning = Some(Message::new("session-record-failed"));
    snapshot.sound_warning = Some(SoundWarning {
        message: Message::new("session-sound-failed"),
        leaves: Audible::Nothing,
    });
    let view = View::of(&snapshot, snapshot.as_of).unwrap();
    let ids: Vec<_> = view
        .notices
        .iter()
        .map(|notice| notice.message.id)
        .collect();
    assert_eq!(ids, ["session-record-failed", "session-sound-failed"]);
    assert_eq!(view.main, super::view::Main::Pause);
}

#[test]
fn the_header_says_what_a_warning_of_the_sound_leaves_to_hear() {
    for (leaves, sound, voice) in [
        (Audible::All, "Sound 70 %", Some("Voice on")),
        (Audible::NoVoice, "Sound 70 %", Some("No voice")),
        (Audible::Nothing, "No sound", None),
    ] {
        let mut course = Course::at(1, 5);
        course.sound_warning = Some(SoundWarning {
            message: Message::new("sound-other-device"),
            leaves,
        });
        let harness = harness(course);
        let chips: Vec<_> = harness
            .get_all_by_role(Role::Switch)
            .filter_map(|chip| chip.accesskit_node().label())
            .collect();
        let expected: Vec<_> = voice.into_iter().chain([sound]).collect();
        assert_eq!(chips, expected, "{leaves:?}");
    }
}

#[test]
fn the_strip_shows_what_is_done_and_what_was_missed() {
    let mut course = Course::at(1, 5);
    course.give(Command::Skip);
    for _ in 0..26 {
        course.wait(Duration::from_secs(1));
    }
    let snapshot = course.snapshot();
    assert_eq!(snapshot.step, 4);
    let x = Rangef::new(0.0, 1000.0);
    let strip = segments(&snapshot, x);
    let shown: Vec<_> = strip.iter().map(|segment| segment.progress).collect();
    assert_eq!(
        shown[..6],
        [
            Progress::Done,
            Progress::Missed,
            Progress::Done,
            Progress::Done,
            Progress::Now,
            Progress::ToCome,
        ]
    );
    assert_eq!(strip.len(), snapshot.plan.steps.len());
    assert!(strip[1].work && !strip[2].work);
    assert!(strip[1].x.span() > 2.0 * strip[2].x.span());
}

#[test]
fn what_an_earlier_session_did_is_not_shown_as_missed() {
    let went_on = Course::at(4, 2).snapshot();
    let x = Rangef::new(0.0, 1000.0);
    let strip = segments(&went_on, x);
    assert!(strip[..4].iter().all(|one| one.progress == Progress::Done));
}

#[test]
fn a_hold_that_was_repeated_after_all_counts_as_done() {
    let mut course = Course::at(1, 5);
    course.give(Command::Back);
    (0..20).for_each(|_| course.wait(Duration::from_secs(1)));
    let snapshot = course.snapshot();
    assert_eq!(snapshot.attempts.len(), 2);
    let x = Rangef::new(0.0, 1000.0);
    let strip = segments(&snapshot, x);
    assert_eq!(strip[1].progress, Progress::Done);
}

#[test]
fn the_strip_stays_readable_however_long_the_plan() {
    let exercise = |index: usize| {
        let mut exercise = Exercise::new(format!("e{index}"), "E");
        exercise.sides = Sides::Each;
        exercise
    };
    for (exercises, width) in [
        (1, 200.0),
        (4, 440.0),
        (17, 1128.0),
        (200, 1128.0),
        (200, 200.0),
    ] {
        let routine = Routine::new("r", "R", (0..exercises).map(exercise).collect());
        let steps = Plan::of(&routine).steps.len();
        let course = Course::of(routine, 0, 0);
        for step in [0, steps / 2, steps - 1] {
            let snapshot = Snapshot {
                step,
                ..course.snapshot()
            };
            let strip = segments(&snapshot, Rangef::new(0.0, width));
            let case = format!("{exercises} exercises on {width}");
            let now = strip.iter().filter(|one| one.progress == Progress::Now);
            assert_eq!(now.count(), 1, "{case}");
            let last = strip.last().unwrap().x.max;
            assert!((last - width).abs() < 0.1, "{case}: ends at {last}");
            for pair in strip.windows(2) {
                assert!(pair[0].x.max <= pair[1].x.min + 0.01, "{case}");
            }
            let seen = strip.iter().all(|one| one.x.span() >= 5.0);
            assert!(seen || exercises == 200, "{case}");
        }
    }
}
