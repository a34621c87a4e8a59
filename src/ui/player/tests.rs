//! What the player promises: every state shown, every key and button obeyed, and the essentials in
//! view in every window.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Modifiers, Rect, Theme, UiBuilder, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

use super::strip::{Progress, segments};
use super::view::View;
use super::*;
use crate::plan::Plan;
use crate::routine::{Author, Dose, Exercise, Routine, Safety, Sides};
use crate::session::{Attempt, Reading, Refusal, Session};
use crate::ui::theme;

/// Knee to chest, three holds of 20 s on each side; then a paced exercise of two sets and an open
/// one.
fn routine() -> Routine {
    let mut knee = Exercise::new("knee-to-chest", "Single knee to chest");
    knee.instructions = vec!["Draw one knee towards your chest with both hands.".to_owned()];
    knee.feel_it_in = Some("the lower back".to_owned());
    knee.caution = Some("Never pull against pain.".to_owned());
    knee.easier = Some("Hold behind the thigh.".to_owned());
    knee.sides = Sides::Each;
    let mut tilt = Exercise::new("tilt", "Pelvic tilt");
    tilt.dose = Dose::Paced {
        reps: 10,
        pace: Duration::from_secs(4),
    };
    tilt.sets = 2;
    let mut walk = Exercise::new("walk", "Walk on the spot");
    walk.dose = Dose::Open;
    let mut routine = Routine::new("back", "Lower back relief", vec![knee, tilt, walk]);
    routine.safety = Safety {
        pain_limit: Some(3),
        stop_if: vec!["numbness in the legs".to_owned()],
        not_if: Vec::new(),
    };
    routine.author = Some(Author {
        name: Some("A. Physiotherapist".to_owned()),
        contact: Some("555 0134".to_owned()),
        ..Author::default()
    });
    routine
}

/// A session driven by hand, as the runner drives one.
struct Course {
    session: Session,
    now: Duration,
    attempts: Vec<Attempt>,
    refusal: Option<(Command, Refusal)>,
}

impl Course {
    /// Under way in the step `step` since `elapsed_secs`.
    fn at(step: usize, elapsed_secs: u64) -> Self {
        Self::of(routine(), step, elapsed_secs)
    }

    fn of(routine: Routine, step: usize, elapsed_secs: u64) -> Self {
        let mut course = Self {
            session: Session::from_step(Arc::new(routine), step),
            now: Duration::ZERO,
            attempts: Vec::new(),
            refusal: None,
        };
        course.give(Command::Start);
        (0..elapsed_secs).for_each(|_| course.wait(Duration::from_secs(1)));
        course
    }

    fn reading(&self) -> Reading {
        let wall = jiff::Timestamp::from_second(1_800_000_000).unwrap() + self.now;
        Reading {
            monotonic: self.now,
            wall,
        }
    }

    fn wait(&mut self, time: Duration) {
        self.now += time;
        let mut events = Vec::new();
        self.session.advance(self.reading(), &mut events);
        self.note(&events);
    }

    fn give(&mut self, command: Command) {
        let mut events = Vec::new();
        let answer = self.session.apply(command, self.reading(), &mut events);
        self.refusal = answer.err().map(|refusal| (command, refusal));
        self.note(&events);
    }

    fn note(&mut self, events: &[crate::session::Event]) {
        for event in events {
            if let crate::session::EventKind::Attempted(attempt) = event.kind {
                self.attempts.push(attempt);
            }
        }
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot {
            routine: Arc::clone(self.session.routine()),
            plan: Arc::clone(self.session.plan()),
            state: self.session.state(),
            step: self.session.step().0,
            elapsed: self.session.elapsed(),
            length: self.session.length(),
            left: self.session.left(),
            attempts: Arc::new(self.attempts.clone()),
            refusal: self.refusal,
            sound_trouble: None,
            record_trouble: None,
        }
    }
}

/// The player on a screen, with the session behind it and all that was asked of it.
struct Screen {
    course: Course,
    player: Player,
    words: Words,
    asked: Vec<Action>,
}

impl Screen {
    fn ui(ui: &mut Ui, screen: &mut Self) {
        let sound = Sound {
            on: true,
            percent: 70,
        };
        let snapshot = screen.course.snapshot();
        // The harness leaves a margin, the app none.
        let window = UiBuilder::new().max_rect(ui.ctx().content_rect());
        let show = |ui: &mut Ui| screen.player.show(ui, &screen.words, &snapshot, sound);
        let action = ui.scope_builder(window, show).inner;
        if let Some(Action::Session(command)) = &action {
            screen.course.give(*command);
            ui.ctx().request_repaint();
        }
        screen.asked.extend(action);
    }
}

fn harness(course: Course) -> Harness<'static, Screen> {
    sized(course, vec2(1280.0, 800.0), 1.0, "en")
}

fn sized(course: Course, size: Vec2, zoom: f32, language: &str) -> Harness<'static, Screen> {
    let screen = Screen {
        course,
        player: Player::default(),
        words: Words::of(language),
        asked: Vec::new(),
    };
    // A larger text size is a larger zoom, which leaves fewer points.
    let mut harness = Harness::builder()
        .with_size(size / zoom)
        .with_theme(Theme::Light)
        .with_context_setup(theme::install)
        .build_ui_state(Screen::ui, screen);
    harness.run();
    harness
}

fn said(course: &Course, words: &Words) -> (u64, String, String) {
    let snapshot = course.snapshot();
    let view = View::of(&snapshot).unwrap();
    (
        view.dial.number,
        words.message(&view.dial.caption),
        words.message(&view.announcement),
    )
}

// Steps of the routine above: 0 prepare, 1 hold, 2 rest, 3 hold, 4 rest, 5 hold, 6 switch, 7 hold,
// ..., 11 hold, 12 rest, 13 prepare, 14 reps, 15 rest, 16 reps, 17 rest, 18 prepare, 19 wait.

#[test]
fn each_kind_of_step_says_what_it_is_and_how_much_is_left() {
    let english = Words::of("en");
    for (step, elapsed_secs, number, caption, announcement) in [
        (
            0,
            0,
            10,
            "get ready",
            "Get ready: Single knee to chest. Left side.",
        ),
        (1, 0, 20, "seconds to hold", "Hold, left side."),
        (1, 19, 1, "second to hold", "Hold, left side."),
        (2, 1, 4, "rest", "Rest. Next: hold 2 of 3, left side."),
        (6, 0, 5, "switch sides", "Switch to the right side."),
        (14, 0, 1, "of 10, slowly", "Slowly."),
        (14, 8, 3, "of 10, slowly", "Slowly."),
        (14, 39, 10, "of 10, slowly", "Slowly."),
        (19, 0, 0, "seconds so far", "In your own time."),
        (19, 61, 61, "seconds so far", "In your own time."),
    ] {
        let course = Course::at(step, elapsed_secs);
        let expected = (number, caption.to_owned(), announcement.to_owned());
        assert_eq!(said(&course, &english), expected, "step {step}");
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

#[test]
fn every_key_does_what_its_button_says() {
    use Command::{Back, Done, Extend, Hurts, Pause, Resume, Skip};
    let running = || Course::at(1, 5);
    let paused = || {
        let mut course = running();
        course.give(Pause);
        course
    };
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
        (running(), Key::M, Action::ToggleSound),
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
    assert_eq!(harness.state().asked, [Action::ToggleSound]);
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
fn ending_is_asked_about_while_time_stands_still() {
    let resume = Action::Session(Command::Resume);
    for (key, answer) in [
        (Key::Escape, resume),
        (Key::N, Action::End(StopReason::NoTime)),
        (Key::O, Action::End(StopReason::Other)),
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
fn a_session_that_was_paused_stays_so_when_it_is_not_ended_after_all() {
    let mut course = Course::at(1, 5);
    course.give(Command::Pause);
    let mut harness = harness(course);
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
            Action::Session(Command::Resume),
        ),
        (
            Key::S,
            "Skip this exercise",
            Action::Session(Command::SkipExercise),
        ),
        (Key::G, "Go on carefully", Action::Session(Command::Resume)),
        (Key::Q, "End the session", Action::End(StopReason::Pain)),
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
    for key in [Key::Space, Key::Enter, Key::ArrowRight, Key::Escape, Key::H] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(harness.state().asked.len(), 1);
}

#[test]
fn the_easier_way_is_shown_for_the_exercise_that_hurt_and_no_other() {
    let mut harness = harness(Course::at(11, 5));
    let shown = |harness: &Harness<'_, Screen>| {
        harness
            .query_by_label_contains("The easier way: Hold behind the thigh.")
            .is_some()
    };
    assert!(!shown(&harness));
    harness.key_press(Key::H);
    harness.run();
    harness.key_press(Key::E);
    harness.run();
    assert!(shown(&harness));
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(shown(&harness), "in the rest after it");
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(!shown(&harness), "in the next exercise");
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

/// Whatever is announced by itself.
fn announced(harness: &Harness<'_, Screen>) -> Vec<String> {
    let live = |node: &Node<'_>| node.accesskit_node().live() == Live::Polite;
    harness
        .root()
        .children_recursive()
        .filter(live)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[test]
fn what_stands_still_or_fails_is_said_where_it_is_seen() {
    let paused = {
        let mut course = Course::at(1, 5);
        course.give(Command::Pause);
        course
    };
    let interrupted = {
        let mut course = Course::at(1, 5);
        course.wait(Duration::from_secs(12));
        course
    };
    let refused = {
        let mut course = Course::at(19, 5);
        course.give(Command::Extend);
        course
    };
    for (course, says) in [
        (Course::at(1, 5), "Hold, left side."),
        (paused, "Paused. Nothing is counted until you go on."),
        (
            interrupted,
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
fn trouble_is_told_and_stops_nothing() {
    let course = Course::at(1, 5);
    let mut snapshot = course.snapshot();
    snapshot.record_trouble = Some(Message::new("session-record-failed"));
    snapshot.sound_trouble = Some(Message::new("session-sound-failed"));
    let view = View::of(&snapshot).unwrap();
    let ids: Vec<_> = view.notices.iter().map(|notice| notice.id).collect();
    assert_eq!(ids, ["session-record-failed", "session-sound-failed"]);
    assert_eq!(view.main, super::view::Main::Pause);
}

#[test]
fn the_essentials_are_in_view_in_every_window_at_every_text_size() {
    for language in ["en", "de"] {
        for size in [
            vec2(480.0, 600.0),
            vec2(1280.0, 800.0),
            vec2(3840.0, 2160.0),
        ] {
            for zoom in [0.8, 1.0, 2.0] {
                let mut interrupted = Course::at(1, 5);
                interrupted.wait(Duration::from_secs(12));
                for course in [Course::at(1, 5), interrupted, Course::at(19, 5)] {
                    let harness = sized(course, size, zoom, language);
                    let case = format!("{language} {size} at {zoom}");
                    essentials_are_apart_and_inside(&harness, size / zoom, &case);
                }
            }
        }
    }
}

fn essentials_are_apart_and_inside(harness: &Harness<'_, Screen>, size: Vec2, case: &str) {
    let screen = Rect::from_min_size(eframe::egui::Pos2::ZERO, size);
    let words = &harness.state().words;
    let snapshot = harness.state().course.snapshot();
    let view = View::of(&snapshot).unwrap();
    let main = match view.main {
        super::view::Main::Resume => "player-resume",
        _ => "player-pause",
    };
    let mut names = vec![
        view.exercise.name.clone(),
        words.get(main),
        words.get("player-it-hurts"),
        words.get("player-end"),
        words.get("player-skip"),
        words.get("player-back"),
    ];
    names.extend(view.side.as_ref().map(|side| words.message(side)));
    let mut rects: Vec<(String, Rect)> = names
        .into_iter()
        .map(|name| {
            let rect = harness.get_by_label(&name).rect();
            (name, rect)
        })
        .collect();
    let dial = harness.get_by_role(Role::Timer).rect();
    assert!(dial.width() >= 70.0, "{case}: the ring is {dial}");
    rects.push(("dial".to_owned(), dial));
    for (name, rect) in &rects {
        assert!(screen.contains_rect(*rect), "{case}: {name} at {rect}");
        for (other, place) in rects.iter().filter(|(other, _)| other != name) {
            let shared = rect.intersect(*place);
            let apart = shared.width() <= 0.5 || shared.height() <= 0.5;
            assert!(apart, "{case}: {name} at {rect} over {other} at {place}");
        }
    }
}

#[test]
fn the_seconds_are_the_largest_thing_on_the_screen() {
    for size in [
        vec2(480.0, 600.0),
        vec2(1280.0, 800.0),
        vec2(3840.0, 2160.0),
    ] {
        let harness = sized(Course::at(1, 5), size, 1.0, "en");
        let dial = harness.get_by_role(Role::Timer).rect();
        let smaller_side = size.x.min(size.y);
        assert!(dial.width() >= smaller_side * 0.35, "{size}: {dial}");
    }
}

#[test]
fn nothing_is_drawn_again_without_a_new_snapshot() {
    let mut paused = Course::at(1, 5);
    paused.give(Command::Pause);
    let mut hurting = Course::at(1, 5);
    hurting.give(Command::Hurts);
    for course in [Course::at(1, 5), Course::at(19, 5), paused, hurting] {
        let mut harness = harness(course);
        assert_eq!(harness.run(), 1, "steps until it rests");
        let output = &harness.output().viewport_output;
        let delays: Vec<_> = output
            .values()
            .map(|viewport| viewport.repaint_delay)
            .collect();
        assert_eq!(delays, [Duration::MAX]);
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
    let strip = segments(&snapshot.plan, snapshot.step, &snapshot.attempts, x);
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
    let strip = segments(&went_on.plan, went_on.step, &went_on.attempts, x);
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
    let strip = segments(&snapshot.plan, snapshot.step, &snapshot.attempts, x);
    assert_eq!(strip[1].progress, Progress::Done);
}

#[test]
fn the_ring_stays_in_its_place_from_step_to_step() {
    let places: Vec<Rect> = (0..=19)
        .map(|step| harness(Course::at(step, 1)).get_by_role(Role::Timer).rect())
        .collect();
    let moved = |rect: &Rect| (rect.center() - places[0].center()).length() > 4.0;
    assert!(!places.iter().any(moved), "{places:?}");
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
        let plan = Plan::of(&routine);
        for step in [0, plan.steps.len() / 2, plan.steps.len() - 1] {
            let strip = segments(&plan, step, &[], Rangef::new(0.0, width));
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
