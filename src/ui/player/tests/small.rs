//! The small window: what is needed most, in view and obeyed.

use eframe::egui::Shape;

use super::shown::announced;
use super::*;

fn small(course: Course) -> Harness<'static, Screen> {
    in_form(course, SMALL, Form::Small, "en")
}

#[test]
fn what_is_needed_most_is_in_view_and_nothing_lies_over_it() {
    for language in ["en", "de"] {
        for size in [SMALL, vec2(460.0, 132.0), vec2(900.0, 200.0)] {
            for course in [
                Course::of(with_authors_words(), 1, 5),
                Course::at(0, 1),
                Course::at(19, 5),
                Course::paused_at(1, 5),
            ] {
                let harness = in_form(course, size, Form::Small, language);
                let mut ids = vec!["player-usual-window"];
                if harness.state().course.session.step().0 == 19 {
                    ids.push("player-done");
                }
                let names = ids.iter().map(|id| harness.state().words.get(id));
                in_view_and_apart(&harness, size, &format!("{language} {size}"), names);
                harness.check_accessibility();
            }
        }
    }
}

#[test]
fn every_key_of_the_player_works_in_the_small_window() {
    use Command::{Back, Done, Extend, Hurts, Pause, Skip};
    for (step, key, asked) in [
        (1, Key::Space, Action::Session(Pause)),
        (1, Key::ArrowLeft, Action::Session(Back)),
        (1, Key::ArrowRight, Action::Session(Skip)),
        (1, Key::Plus, Action::Session(Extend)),
        (19, Key::Enter, Action::Session(Done)),
        (1, Key::H, Action::Session(Hurts)),
        (1, Key::M, Action::Settings(SettingsAction::ToggleSound)),
        (1, Key::W, Action::Player(PlayerAction::Window(Form::Usual))),
        (
            1,
            Key::F11,
            Action::Player(PlayerAction::Window(Form::FullScreen)),
        ),
        (1, Key::Escape, Action::Session(Pause)),
    ] {
        let mut harness = small(Course::at(step, 5));
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().asked, [asked], "{key:?}");
        assert_eq!(harness.state().player.is_asking(), key == Key::Escape);
    }
}

#[test]
fn every_button_of_the_small_window_is_obeyed() {
    use Command::{Done, Extend, Hurts, Pause, Skip};
    for (step, name, asked) in [
        (1, "Pause", Action::Session(Pause)),
        (1, "+10 s", Action::Session(Extend)),
        (1, "Skip", Action::Session(Skip)),
        (1, "It hurts", Action::Session(Hurts)),
        (19, "Done", Action::Session(Done)),
        (
            1,
            "Usual window",
            Action::Player(PlayerAction::Window(Form::Usual)),
        ),
    ] {
        let mut harness = small(Course::at(step, 5));
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run();
        assert_eq!(harness.state().asked, [asked], "{name}");
    }
}

#[test]
fn a_screen_reader_hears_the_same_as_in_the_player() {
    for (course, says) in [
        (Course::at(1, 5), "Hold, left side, 20 seconds."),
        (
            Course::paused_at(1, 5),
            "Paused. Nothing is counted until you go on.",
        ),
    ] {
        let harness = small(course);
        let said = announced(&harness);
        assert!(said.iter().any(|said| said == says), "{says}: {said:?}");
        let timer = harness.get_by_role(Role::Timer).accesskit_node().label();
        assert!(timer.is_some_and(|timer| timer.starts_with("15 ")));
        harness.get_by_role_and_label(Role::Heading, "Single knee to chest");
        harness.get_by_role_and_label(Role::Label, "Left side");
    }
}

#[test]
fn what_comes_next_gives_its_place_to_what_is_due() {
    let next = |harness: &Harness<'_, Screen>| harness.query_by_label_contains("Next:").is_some();
    assert!(next(&small(Course::at(1, 5))));
    let due = small(Course::of(with_authors_words(), 1, 5));
    due.get_by_label(SAY);
    assert!(!next(&due));
    assert!(!next(&small(Course::paused_at(1, 5))));
}

#[test]
fn what_to_mind_stands_before_all_else_in_steps_that_have_it() {
    let long = "Stop if the pain goes below the knee, or if the leg gets numb or weak.";
    for caution in [CAUTION, long] {
        for (step, is_shown) in [(0, true), (1, true), (2, false), (6, false), (7, true)] {
            let mut routine = with_authors_words();
            routine.exercises[0].caution = Some(caution.to_owned());
            let harness = small(Course::of(routine, step, 1));
            let text = format!("Take care: {caution}");
            let shown = harness.query_by_label(&text);
            assert_eq!(shown.is_some(), is_shown, "step {step}");
            let Some(shown) = shown else { continue };
            for other in [SAY, "Next:"] {
                let others = harness.query_all_by_label_contains(other);
                for other in others.filter(|other| other.rect().height() > 2.0) {
                    let (shown, other) = (shown.rect(), other.rect());
                    assert!(shown.top() <= other.top(), "{shown} {other}");
                }
            }
            assert!(window(SMALL).contains_rect(shown.rect()));
        }
    }
}

#[test]
fn what_to_mind_is_read_whole_and_the_figure_gives_way_to_it() {
    for caution in [CAUTION, "Pull to a gentle tightness, never into pain."] {
        for (step, side) in [(0, "Left side · "), (1, "")] {
            let mut routine = with_authors_words();
            routine.exercises[0].caution = Some(caution.to_owned());
            let harness = small(Course::of(routine, step, 1));
            let painted = harness.output().shapes.iter().find_map(|clipped| {
                let Shape::Text(text) = &clipped.shape else {
                    return None;
                };
                let is_it = text.galley.job.text == format!("{side}{caution}");
                is_it.then_some(text.galley.elided)
            });
            assert_eq!(painted, Some(false), "{caution}, step {step}");
        }
    }
}

#[test]
fn the_figure_is_there_where_the_exercise_has_one() {
    let harness = small(Course::of(with_authors_words(), 1, 5));
    let figure = harness.get_by_role_and_label(Role::Image, PICTURE).rect();
    let heading = harness.get_by_role(Role::Heading).rect();
    assert!(figure.width() >= 70.0, "{figure}");
    assert!(heading.right() <= figure.left(), "{heading} {figure}");
    assert!(small(Course::at(1, 5)).query_by_role(Role::Image).is_none());
}

#[test]
fn the_small_window_is_drawn_once_for_each_snapshot() {
    for course in [
        Course::of(with_authors_words(), 1, 5),
        Course::paused_at(1, 5),
    ] {
        let mut harness = small(course);
        assert_eq!(harness.run(), 1, "steps until it rests");
    }
}

#[test]
fn a_window_that_does_not_become_small_keeps_the_player_and_the_way_back() {
    let mut harness = in_form(Course::at(1, 5), USUAL, Form::Small, "en");
    harness.get_by_label("Back");
    harness.get_by_label("Usual window").click();
    harness.run();
    assert_eq!(
        harness.state().asked,
        [Action::Player(PlayerAction::Window(Form::Usual))]
    );
}

#[test]
fn the_name_keeps_its_size_while_one_gets_ready() {
    let heights = [0, 1].map(|step| {
        let harness = small(Course::of(with_authors_words(), step, 5));
        harness.get_by_role(Role::Heading).rect().height()
    });
    assert!((heights[0] - heights[1]).abs() < 0.5, "{heights:?}");
    let mut routine = with_authors_words();
    routine.exercises[0].name = "Neck side bend while standing and looking ahead".to_owned();
    let harness = small(Course::of(routine, 0, 5));
    let heading = harness.get_by_role(Role::Heading).rect();
    assert!(heading.height() >= 15.0 * 1.2, "{heading}");
}
