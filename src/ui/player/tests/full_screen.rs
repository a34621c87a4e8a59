//! The whole screen: larger, and left as everywhere else.

use super::windows::essentials_are_apart_and_inside;
use super::*;

/// Screens in points, as they are zoomed when they are filled.
const SCREENS: [Vec2; 6] = [
    USUAL,
    vec2(640.0, 400.0),
    vec2(853.0, 480.0),
    vec2(1920.0, 1080.0),
    vec2(1706.0, 960.0),
    vec2(1080.0, 1920.0),
];

fn full(course: Course, size: Vec2) -> Harness<'static, Screen> {
    in_form(course, size, Form::FullScreen, "en")
}

#[test]
fn the_seconds_the_name_and_the_side_are_far_larger_than_in_a_window() {
    for size in [USUAL, vec2(1920.0, 1080.0), vec2(1706.0, 960.0)] {
        let heights = |form| {
            let harness = in_form(Course::of(drawn(), 1, 5), size, form, "en");
            let name = harness.get_by_role_and_label(Role::Heading, "Single knee to chest");
            let side = harness.get_by_role_and_label(Role::Label, "Left side");
            let dial = harness.get_by_role(Role::Timer);
            [name.rect(), side.rect(), dial.rect()].map(|rect| rect.height())
        };
        let (usual, full) = (heights(Form::Usual), heights(Form::FullScreen));
        for (what, least) in [(0, 1.4), (1, 1.4), (2, 1.15)] {
            let times = full[what] / usual[what];
            assert!(times >= least, "{size}: {full:?} of {usual:?}");
        }
        assert!(full[2] >= size.y * 0.6, "{size}: the ring is {}", full[2]);
    }
}

#[test]
fn the_figure_is_no_smaller_than_in_a_window_of_the_same_size() {
    let steps = Course::of(drawn(), 0, 0).session.plan().steps.len();
    let sizes = [
        USUAL,
        vec2(1440.0, 900.0),
        vec2(1920.0, 1080.0),
        vec2(3840.0, 2160.0),
    ];
    for size in sizes {
        for step in 0..steps.min(6) {
            let [usual, full] = [Form::Usual, Form::FullScreen].map(|form| {
                let course = Course::of(drawn(), step, 5);
                let snapshot = course.snapshot();
                let motion = Motion {
                    now: snapshot.as_of,
                    reduced: true,
                };
                let scene = Scene::of(&snapshot, Pictures::NONE, Detail::Large, motion);
                let shape = scene.and_then(|scene| scene.shape()).unwrap();
                let harness = in_form(course, size, form, "en");
                let place = harness.query_by_role(Role::Image).map(|image| image.rect());
                place.map_or(0.0, |place| place.height().min(place.width() / shape))
            });
            assert!(full >= usual, "{size}, step {step}: {full} of {usual}");
        }
    }
}

#[test]
fn the_essentials_and_the_figure_are_in_view_on_every_screen() {
    for size in SCREENS {
        let harness = full(Course::of(drawn(), 1, 5), size);
        essentials_are_apart_and_inside(&harness, size, &format!("{size}"));
        let figure = harness.get_by_role(Role::Image).rect();
        assert!(figure.height() >= size.min_elem() * 0.2, "{size}: {figure}");
        let dial = harness.get_by_role(Role::Timer).rect();
        assert!(are_apart(figure, dial), "{size}: {figure} {dial}");
        for course in [Course::at(0, 1), Course::at(19, 5)] {
            let harness = full(course, size);
            essentials_are_apart_and_inside(&harness, size, &format!("{size}"));
        }
    }
}

#[test]
fn keys_and_buttons_fill_the_screen_and_leave_it() {
    for (form, key, to) in [
        (Form::Usual, Key::F11, Form::FullScreen),
        (Form::Usual, Key::F, Form::FullScreen),
        (Form::Usual, Key::W, Form::Small),
        (Form::FullScreen, Key::F11, Form::Usual),
        (Form::FullScreen, Key::F, Form::Usual),
        (Form::FullScreen, Key::W, Form::Small),
    ] {
        let mut harness = in_form(Course::at(1, 5), USUAL, form, "en");
        harness.key_press(key);
        harness.run();
        assert_eq!(
            harness.state().asked,
            [Action::Player(PlayerAction::Window(to))],
            "{key:?}"
        );
    }
    for (form, name, to) in [
        (Form::Usual, "Full screen", Form::FullScreen),
        (Form::Usual, "Small window", Form::Small),
        (Form::FullScreen, "Leave full screen", Form::Usual),
        (Form::FullScreen, "Small window", Form::Small),
    ] {
        let mut harness = in_form(Course::at(1, 5), USUAL, form, "en");
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run();
        assert_eq!(
            harness.state().asked,
            [Action::Player(PlayerAction::Window(to))],
            "{name}"
        );
    }
}

#[test]
fn escape_leaves_the_full_screen_before_it_ends_anything() {
    let mut harness = full(Course::at(1, 5), USUAL);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(
        harness.state().asked,
        [Action::Player(PlayerAction::Window(Form::Usual))]
    );
    assert!(!harness.state().player.is_asking());
}

#[test]
fn the_full_screen_is_left_while_it_hurts_as_well() {
    for key in [Key::Escape, Key::F, Key::F11] {
        let mut harness = full(Course::hurting_at(1, 5), USUAL);
        harness.key_press(key);
        harness.run();
        let usual = Action::Player(PlayerAction::Window(Form::Usual));
        assert_eq!(harness.state().asked, [usual], "{key:?}");
        harness.get_by_label("End the session");
    }
}

#[test]
fn escape_answers_a_question_before_it_leaves_the_full_screen() {
    let mut harness = full(Course::at(1, 5), USUAL);
    harness.get_by_label("End").click();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    let (pause, resume) = (Command::Pause, Command::Resume);
    let asked = [pause, resume].map(Action::Session);
    assert_eq!(harness.state().asked, asked);
}

#[test]
fn in_a_hold_the_figure_stands_alone_unless_words_are_due() {
    let harness = full(Course::of(drawn(), 1, 5), USUAL);
    assert!(harness.query_by_label_contains(TO_DO).is_none());
    let alone = harness.get_by_role(Role::Image).rect();
    let harness = full(Course::of(told(), 1, 5), USUAL);
    let (figure, due) = (
        harness.get_by_role(Role::Image).rect(),
        harness.get_by_label(SAY).rect(),
    );
    assert!(figure.height() < alone.height());
    assert!(figure.bottom() <= due.top(), "{figure} {due}");
}
