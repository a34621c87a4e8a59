//! What the app asks of its window when a session is shown small, or on the whole screen.

use eframe::App as _;
use eframe::egui::ViewportCommand::{
    Fullscreen, InnerSize, MinInnerSize, OuterPosition, WindowLevel,
};
use eframe::egui::WindowLevel::{AlwaysOnTop, Normal};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Vec2, pos2, vec2};
use supple::ui::player::SMALL;

use crate::app::{Case, USUAL};

const SMALLEST: Vec2 = vec2(480.0, 600.0);

/// With its window small.
fn small() -> Case {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::W);
    case.wait_for_commands(&[WindowLevel(AlwaysOnTop), InnerSize(SMALL)]);
    case.harness.run();
    case
}

fn comes_back(case: &mut Case) {
    case.wait_for_commands(&[
        WindowLevel(Normal),
        MinInnerSize(SMALLEST),
        InnerSize(USUAL),
    ]);
    case.harness.run();
}

#[test]
fn a_key_makes_the_window_small_above_all_others_and_usual_again() {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::W);
    case.wait_for_commands(&[
        WindowLevel(AlwaysOnTop),
        MinInnerSize(SMALL),
        InnerSize(SMALL),
    ]);
    case.harness.run();
    assert!(case.has(Role::Button, "Usual window"), "{}", case.heard());
    assert!(!case.has(Role::Button, "Back"), "{}", case.heard());
    case.harness.key_press(Key::W);
    comes_back(&mut case);
    case.wait_for("Button Back");
}

#[test]
fn what_hurts_has_the_usual_window_and_the_small_one_comes_again() {
    let mut case = small();
    case.harness.key_press(Key::H);
    comes_back(&mut case);
    case.wait_for("Stop here, and rest");
    case.harness.key_press(Key::G);
    case.wait_for_commands(&[WindowLevel(AlwaysOnTop), InnerSize(SMALL)]);
}

#[test]
fn a_question_has_the_usual_window_and_the_small_one_comes_again() {
    let mut case = small();
    case.harness.key_press(Key::Escape);
    comes_back(&mut case);
    case.wait_for("End the session?");
    case.harness.key_press(Key::Escape);
    case.wait_for_commands(&[WindowLevel(AlwaysOnTop), InnerSize(SMALL)]);
}

#[test]
fn closing_the_small_window_asks_in_the_usual_one() {
    let mut case = small();
    case.ask_to_close();
    assert!(!case.closes());
    let asked = case.commands();
    assert!(asked.contains(&InnerSize(USUAL)), "{asked:?}");
    case.wait_for("End the session?");
}

#[test]
fn the_end_of_a_session_and_the_next_one_have_the_usual_window() {
    let mut case = small();
    case.harness.key_press(Key::Escape);
    comes_back(&mut case);
    case.wait_for("End the session?");
    case.press(Key::O);
    case.wait_for("Enough for this time.");
    case.press(Key::Escape);
    case.begin();
    assert!(case.has(Role::Button, "Small window"), "{}", case.heard());
    assert!(!case.has(Role::Button, "Usual window"), "{}", case.heard());
}

#[test]
fn the_small_window_grows_with_the_text() {
    let mut case = small();
    // By itself, since each event is a drawing, and what is asked in another than the last is lost.
    case.harness.event(Event::Key {
        key: Key::Plus,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    let asked = case.wait_for_commands(&[WindowLevel(AlwaysOnTop)]);
    // As many points as before, each of which is larger.
    let size = asked.iter().find_map(|command| match command {
        InnerSize(size) => Some(size.round()),
        _ => None,
    });
    assert_eq!(size, Some(SMALL), "{asked:?}");
    let zoom = case.harness.ctx.zoom_factor();
    assert!((zoom - 1.2).abs() < 1e-6, "{zoom}");
}

#[test]
fn the_window_comes_back_to_where_it_was() {
    let (usual, elsewhere) = (pos2(200.0, 140.0), pos2(900.0, 700.0));
    let mut case = Case::in_a_session();
    case.move_to(usual);
    case.harness.key_press(Key::W);
    case.wait_for_commands(&[InnerSize(SMALL)]);
    case.harness.run();
    case.move_to(elsewhere);
    case.harness.key_press(Key::W);
    case.wait_for_commands(&[OuterPosition(usual), InnerSize(USUAL)]);
    case.harness.run();
    case.move_to(usual);
    case.harness.key_press(Key::W);
    case.wait_for_commands(&[InnerSize(SMALL), OuterPosition(elsewhere)]);
}

#[test]
fn the_size_of_the_small_window_is_not_kept() {
    let mut case = small();
    case.harness.state_mut().on_exit(None);
    case.wait_for_setting("size = [1280, 800]");

    // Nor that of one that has not grown again yet.
    let mut case = small();
    case.harness.key_press(Key::W);
    case.wait_for_commands(&[InnerSize(USUAL)]);
    case.resize(SMALL);
    case.harness.state_mut().on_exit(None);
    case.wait_for_setting("size = [1280, 800]");
}

#[test]
fn a_key_fills_the_screen_and_the_session_leaves_it_with_its_end() {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::F11);
    case.wait_for_commands(&[Fullscreen(true)]);
    case.harness.key_press(Key::Escape);
    case.wait_for_commands(&[Fullscreen(false)]);
    case.harness.key_press(Key::F11);
    case.wait_for_commands(&[Fullscreen(true)]);
    case.harness.key_press(Key::H);
    case.wait_for("Stop here, and rest");
    case.harness.key_press(Key::Q);
    case.wait_for_commands(&[Fullscreen(false)]);
    case.wait_for("You stopped when it hurt. That was right");
}

#[test]
fn a_small_window_is_usual_again_before_it_fills_the_screen() {
    let mut case = small();
    case.harness.key_press(Key::F11);
    let asked = case.wait_for_commands(&[InnerSize(USUAL)]);
    assert!(!asked.contains(&Fullscreen(true)), "{asked:?}");
    for _ in 0..3 {
        case.resize(SMALL);
        let asked = case.commands();
        assert!(!asked.contains(&Fullscreen(true)), "{asked:?}");
    }
    case.harness.set_size(USUAL);
    case.wait_for_commands(&[Fullscreen(true)]);
}

#[test]
fn a_screen_that_was_left_by_other_means_shows_the_usual_player() {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::F11);
    case.wait_for_commands(&[Fullscreen(true)]);
    for is_full in [true, false] {
        case.window(|window| window.fullscreen = Some(is_full));
        let what = format!("a player in a full screen: {is_full}");
        case.wait_until(&what, |case| {
            case.has(Role::Button, "Leave full screen") == is_full
        });
    }
}

#[test]
fn a_screen_that_is_drawn_larger_stays_so_with_every_choice() {
    let screen = vec2(2560.0, 1440.0);
    let mut case = Case::new(screen);
    case.begin();
    case.harness.key_press(Key::F11);
    // A screen has so many pixels, however large each point is.
    let draw = |case: &mut Case| {
        case.resize(screen / case.harness.ctx.zoom_factor());
        case.harness.ctx.zoom_factor()
    };
    case.wait_for_commands(&[Fullscreen(true)]);
    let pictures: Vec<f32> = (0..4).map(|_| draw(&mut case)).collect();
    assert_eq!(pictures.last(), Some(&1.75), "{pictures:?}");
    case.harness.key_press(Key::M);
    let pictures: Vec<f32> = (0..4).map(|_| draw(&mut case)).collect();
    assert_eq!(pictures, [1.75; 4]);
    case.wait_for_setting("muted = false");
}
