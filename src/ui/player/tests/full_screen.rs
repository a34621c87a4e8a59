//! The whole screen: larger, and left as everywhere else.

use super::windows::essentials_are_apart_and_inside;
use super::*;
use crate::plan::{Step, StepKind};

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

/// How high the figure is drawn.
fn figure_height(routine: &Routine, step: usize, size: Vec2, form: Form) -> f32 {
    let course = Course::of(routine.clone(), step, 3);
    let snapshot = course.snapshot();
    let motion = Motion {
        now: snapshot.as_of,
        reduced: true,
    };
    let scene = Scene::of(&snapshot, Pictures::NONE, Detail::Large, motion);
    let shape = scene.and_then(|scene| scene.shape()).unwrap();
    let harness = in_form(course, size, form, &routine.language);
    let place = harness.query_by_role(Role::Image).map(|image| image.rect());
    place.map_or(0.0, |place| place.height().min(place.width() / shape))
}

#[test]
fn the_figure_is_no_smaller_than_in_a_window_of_the_same_size() {
    let sizes = [
        USUAL,
        vec2(1440.0, 900.0),
        vec2(1920.0, 1080.0),
        vec2(3840.0, 2160.0),
    ];
    for (size, routine) in sizes
        .iter()
        .flat_map(|size| [(*size, drawn()), (*size, with_authors_words())])
    {
        for step in [0, 1, 2, 6] {
            let [usual, full] = [Form::Usual, Form::FullScreen]
                .map(|form| figure_height(&routine, step, size, form));
            assert!(full >= usual, "{size}, step {step}: {full} of {usual}");
        }
    }
}

#[test]
fn no_shipped_figure_is_smaller_than_in_a_window() {
    for file in SHIPPED {
        // The longer words.
        let routine = shipped_routine(file.name, "de");
        let plan = Plan::of(&routine);
        for exercise in 0..routine.exercises.len() {
            let of_it = |kind| {
                let is_it = |step: &Step| step.exercise == exercise && step.kind == kind;
                plan.steps.iter().position(is_it)
            };
            let steps = [StepKind::Prepare, StepKind::Hold];
            let steps = steps.into_iter().filter_map(of_it);
            for step in steps {
                let [usual, full] = [Form::Usual, Form::FullScreen]
                    .map(|form| figure_height(&routine, step, USUAL, form));
                let place = format!("{}, step {step}", file.name);
                assert!(full >= usual, "{place}: {full} of {usual}");
            }
        }
    }
}

#[test]
fn everything_keeps_its_place_from_step_to_step() {
    for size in [USUAL, vec2(1440.0, 900.0), vec2(1706.0, 960.0)] {
        for routine in [drawn(), with_authors_words()] {
            // Before the exercise, in a hold, in a rest, and changing sides.
            let places = [0, 1, 2, 6, 7].map(|step| {
                let harness = full(Course::of(routine.clone(), step, 3), size);
                let name = harness.get_by_role_and_label(Role::Heading, "Single knee to chest");
                let next = harness.get_all_by_label_contains("Next:").last().unwrap();
                let figure = harness.get_by_role(Role::Image);
                let dial = harness.get_by_role(Role::Timer);
                [name, next, figure, dial].map(|node| node.rect())
            });
            let (place, others) = places.split_first().unwrap();
            assert!(others.iter().all(|other| other == place), "{places:?}");
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
fn on_a_small_screen_the_figure_keeps_half_of_the_height_and_words_give_way_to_it() {
    // At 800 x 480 with 200 %, 125 % and 100 % text, and at 1024 x 600 with 200 %.
    for size in [
        vec2(500.0, 300.0),
        vec2(640.0, 384.0),
        vec2(800.0, 480.0),
        vec2(512.0, 300.0),
    ] {
        for step in [0, 1, 2, 6, 7] {
            let routine = with_authors_words();
            let harness = full(Course::of(routine.clone(), step, 3), size);
            let place = format!("{size}, step {step}");
            let figure = harness.get_by_role(Role::Image).rect();
            let dial = harness.get_by_role(Role::Timer).rect();
            let header = harness.get_by_label("It hurts").rect();
            let strip = harness.get_by_role(Role::ProgressIndicator).rect();
            let half = (strip.top() - header.bottom()) / 2.0;
            // Less the space around the parts.
            assert!(figure.height() >= half - 8.0, "{place}: {figure} of {half}");
            // Which one sees from across the room by its size, and not only by its place.
            let drawn = figure_height(&routine, step, size, Form::FullScreen);
            assert!(drawn >= size.y / 4.0, "{place}: {drawn}");
            assert!(are_apart(figure, dial), "{place}: {figure} {dial}");
            let name = harness.get_by_role_and_label(Role::Heading, "Single knee to chest");
            let mut words = vec![name.rect(), dial];
            if [0, 1, 7].contains(&step) {
                words.push(harness.get_by_label_contains(CAUTION).rect());
            }
            for rect in words {
                assert!(window(size).contains_rect(rect), "{place}: {rect}");
                assert!(are_apart(figure, rect), "{place}: {figure} {rect}");
            }
        }
    }
}

#[test]
fn on_a_small_screen_the_figure_keeps_its_place_from_step_to_step() {
    for size in [vec2(500.0, 300.0), vec2(800.0, 480.0)] {
        let places = [0, 1, 2, 6, 7].map(|step| {
            let harness = full(Course::of(with_authors_words(), step, 3), size);
            harness.get_by_role(Role::Image).rect()
        });
        let (place, others) = places.split_first().unwrap();
        assert!(others.iter().all(|other| other == place), "{places:?}");
    }
}

#[test]
fn a_hold_says_what_to_mind() {
    for size in [USUAL, vec2(1920.0, 1080.0)] {
        for routine in [drawn(), with_authors_words()] {
            let harness = full(Course::of(routine, 1, 5), size);
            let figure = harness.get_by_role(Role::Image).rect();
            let caution = harness.get_by_label_contains(CAUTION).rect();
            assert!(are_apart(figure, caution), "{figure} {caution}");
            assert!(caution.bottom() <= size.y, "{caution}");
        }
    }
}
