use eframe::egui::{RawInput, Rect, ViewportId};

use super::*;

const AT_FIRST: Vec2 = vec2(1280.0, 800.0);
const ON_THE_WAY: Vec2 = vec2(900.0, 700.0);
const SCREEN: Vec2 = vec2(1920.0, 1080.0);

/// A window that answers when the test says so.
struct Window {
    ctx: Context,
    placement: Placement,
    /// In seconds of egui's.
    time: f64,
    /// How long after the last frame another is wanted.
    next: Duration,
    screen: Option<Vec2>,
    maximized: bool,
    /// Where it is, if the system tells.
    at: Option<Pos2>,
}

impl Window {
    /// That has been in its usual form for long.
    fn new() -> Self {
        let mut window = Self {
            ctx: Context::default(),
            placement: Placement::default(),
            time: 0.0,
            next: Duration::MAX,
            screen: None,
            maximized: false,
            at: Some(Pos2::ZERO),
        };
        window.after(10.0, AT_FIRST, false);
        window
    }

    /// Has a frame drawn so many seconds after the last, as the window is then; tells what it
    /// is asked for.
    fn after(&mut self, secs: f64, size: Vec2, is_full: bool) -> Vec<ViewportCommand> {
        self.time += secs;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            time: Some(self.time),
            ..RawInput::default()
        };
        let reported = input.viewports.entry(ViewportId::ROOT).or_default();
        reported.fullscreen = Some(is_full);
        reported.monitor_size = self.screen;
        reported.maximized = Some(self.maximized);
        reported.outer_rect = self.at.map(|at| Rect::from_min_size(at, size));
        let mut output = self.ctx.run_ui(input, |_| {
            let form = self.placement.form(false);
            self.placement.follow(&self.ctx, form, 1.0);
        });
        // Nothing is drawn of it.
        output.textures_delta.clear();
        let window = output.viewport_output.remove(&ViewportId::ROOT).unwrap();
        self.next = window.repaint_delay;
        window.commands
    }

    /// The same right after a key was pressed that chooses a form.
    fn press(&mut self, form: Form, size: Vec2, is_full: bool) -> Vec<ViewportCommand> {
        self.placement.chosen = form;
        self.after(0.05, size, is_full)
    }
}

#[test]
fn a_key_that_is_pressed_again_on_the_way_back_makes_no_other_size_the_usual_one() {
    // As the window is when the key is pressed again: it has not answered yet, or passes through
    // another size.
    for size in [SMALL, ON_THE_WAY] {
        let mut window = Window::new();
        window.press(Form::Small, AT_FIRST, false);
        window.after(2.0, SMALL, false);
        window.press(Form::Usual, SMALL, false);
        window.after(0.05, size, false);
        let asked = window.press(Form::Small, size, false);
        assert!(asked.contains(&ViewportCommand::InnerSize(SMALL)), "{size}");
        window.after(2.0, SMALL, false);
        let asked = window.press(Form::Usual, SMALL, false);
        let usual = ViewportCommand::InnerSize(AT_FIRST);
        assert!(asked.contains(&usual), "{size}: {asked:?}");
        assert_eq!(window.placement.usual_size(), Some([1280, 800]), "{size}");
    }
}

#[test]
fn a_key_that_is_pressed_again_before_the_window_is_small_leaves_it_usual() {
    let mut window = Window::new();
    window.press(Form::Small, AT_FIRST, false);
    let asked = window.press(Form::Usual, AT_FIRST, false);
    let usual = ViewportCommand::InnerSize(AT_FIRST);
    assert!(asked.contains(&usual), "{asked:?}");
    // It answers to the first key, and then to the second.
    for size in [SMALL, ON_THE_WAY, AT_FIRST] {
        assert_eq!(window.after(0.05, size, false), [], "{size}");
        assert_eq!(window.placement.usual_size(), Some([1280, 800]), "{size}");
    }
}

#[test]
fn a_key_that_is_pressed_three_times_fills_the_screen_whenever_the_window_answers() {
    let mut window = Window::new();
    window.press(Form::FullScreen, AT_FIRST, false);
    window.press(Form::Usual, AT_FIRST, false);
    let asked = window.press(Form::FullScreen, AT_FIRST, false);
    assert_eq!(asked, [ViewportCommand::Fullscreen(true)]);
    for (size, is_full) in [(SCREEN, true), (AT_FIRST, false), (SCREEN, true)] {
        assert_eq!(window.after(0.05, size, is_full), [], "{size}");
    }
    window.after(2.0, SCREEN, true);
    assert_eq!(window.placement.chosen, Form::FullScreen);
    // By other means than the key.
    window.after(0.05, AT_FIRST, false);
    assert_eq!(window.placement.chosen, Form::Usual);
}

#[test]
fn a_screen_that_is_left_by_other_means_at_once_is_noticed_within_a_second() {
    let mut window = Window::new();
    window.press(Form::FullScreen, AT_FIRST, false);
    window.after(0.05, SCREEN, true);
    window.after(0.05, AT_FIRST, false);
    let next = window.next.as_secs_f64();
    assert!(next <= ON_THE_WAY_SECS, "{next}");
    window.after(ON_THE_WAY_SECS, AT_FIRST, false);
    assert_eq!(window.placement.chosen, Form::Usual);
}

#[test]
fn a_window_that_is_too_large_for_its_screen_fills_it_and_may_be_small_there() {
    let fill = ViewportCommand::Maximized(true);
    let least = |size| ViewportCommand::MinInnerSize(size);
    let comfortable = Vec2::from(SMALLEST);
    for (screen, size, asked) in [
        (vec2(1920.0, 1080.0), AT_FIRST, vec![least(comfortable)]),
        (
            vec2(960.0, 540.0),
            vec2(960.0, 540.0),
            vec![least(LEAST_ROOM), fill.clone()],
        ),
        (
            vec2(800.0, 480.0),
            vec2(480.0, 600.0),
            vec![least(LEAST_ROOM), fill.clone()],
        ),
        (
            vec2(1024.0, 600.0),
            vec2(800.0, 400.0),
            vec![least(LEAST_ROOM)],
        ),
        // 800x480 at a scale of 2.
        (
            vec2(400.0, 240.0),
            vec2(400.0, 300.0),
            vec![least(vec2(240.0, 144.0)), fill.clone()],
        ),
    ] {
        let mut window = Window::new();
        window.screen = Some(screen);
        assert_eq!(window.after(0.1, size, false), asked, "{screen}");
        assert_eq!(window.after(0.1, size, false), [], "asked once on {screen}");
        // As it was before, unless it was chosen to be small.
        let usual = if asked.contains(&fill) {
            AT_FIRST
        } else {
            size
        };
        let [x, y] = window.placement.usual_size().unwrap().map(f32::from);
        assert_eq!(vec2(x, y), usual, "{screen}");
    }
}

#[test]
fn a_window_that_fills_the_screen_is_asked_to_be_small_once_it_no_longer_does() {
    let small = ViewportCommand::InnerSize(SMALL);
    let mut window = Window::new();
    window.press(Form::FullScreen, AT_FIRST, false);
    window.after(2.0, SCREEN, true);
    let asked = window.press(Form::Small, SCREEN, true);
    assert!(asked.contains(&ViewportCommand::Fullscreen(false)));
    assert!(!asked.contains(&small), "{asked:?}");
    assert_eq!(window.after(0.05, SCREEN, true), []);
    assert!(window.next <= LOOKED_AFTER, "{:?}", window.next);
    let asked = window.after(0.05, AT_FIRST, false);
    assert!(asked.contains(&small), "{asked:?}");
    assert_eq!(window.after(0.05, SMALL, false), []);

    let mut window = Window::new();
    window.maximized = true;
    window.after(2.0, SCREEN, false);
    let asked = window.press(Form::Small, SCREEN, false);
    assert!(asked.contains(&ViewportCommand::Maximized(false)));
    assert!(!asked.contains(&small), "{asked:?}");
    window.maximized = false;
    let asked = window.after(0.05, AT_FIRST, false);
    assert!(asked.contains(&small), "{asked:?}");
}

#[test]
fn a_small_window_that_may_lie_in_a_corner_does_not_grow_beyond_the_screen() {
    let fill = ViewportCommand::Maximized(true);
    let at = Pos2::new(40.0, 30.0);
    for (place, asked_for) in [(Some(at), ViewportCommand::OuterPosition(at)), (None, fill)] {
        let mut window = Window::new();
        window.at = place;
        window.after(2.0, AT_FIRST, false);
        window.press(Form::Small, AT_FIRST, false);
        window.at = place.map(|_| Pos2::new(1400.0, 900.0));
        window.after(2.0, SMALL, false);
        let asked = window.press(Form::Usual, SMALL, false);
        assert!(asked.contains(&asked_for), "{place:?}: {asked:?}");
        let chooses_place = asked
            .iter()
            .any(|asked| matches!(asked, ViewportCommand::OuterPosition(_)));
        assert_eq!(chooses_place, place.is_some(), "{asked:?}");
    }
}

#[test]
fn a_window_that_its_system_makes_no_larger_than_asked_lies_whole_on_the_screen_all_the_same() {
    // As sway does with a window that floats: it takes the size, and fills nothing.
    let fill = || ViewportCommand::Fullscreen(true);
    let mut window = Window::new();
    window.at = None;
    window.screen = Some(vec2(1400.0, 1000.0));
    window.after(2.0, AT_FIRST, false);
    window.press(Form::Small, AT_FIRST, false);
    window.after(2.0, SMALL, false);
    window.press(Form::Usual, SMALL, false);
    assert_eq!(window.after(0.5, AT_FIRST, false), []);
    assert_eq!(window.after(1.0, AT_FIRST, false), [fill()]);
    // It is small again from there, and across the room it fills the screen as it does now.
    assert_eq!(window.press(Form::FullScreen, SCREEN, true), [fill()]);
    assert_eq!(window.press(Form::Usual, SCREEN, true), []);
    let asked = window.press(Form::Small, SCREEN, true);
    assert!(asked.contains(&ViewportCommand::Fullscreen(false)));

    // One that filled it across the room before it was looked at.
    let mut window = Window::new();
    window.at = None;
    window.press(Form::Small, AT_FIRST, false);
    window.after(2.0, SMALL, false);
    window.press(Form::FullScreen, SMALL, false);
    window.after(0.1, AT_FIRST, false);
    window.after(2.0, SCREEN, true);
    window.press(Form::Usual, SCREEN, true);
    assert_eq!(window.after(0.5, AT_FIRST, false), []);
    assert_eq!(window.after(1.0, AT_FIRST, false), [fill()]);

    // One that is a tile, whatever it is asked for.
    let mut window = Window::new();
    window.at = None;
    for form in [Form::Small, Form::Usual] {
        window.press(form, AT_FIRST, false);
        window.after(2.0, AT_FIRST, false);
    }
    assert_eq!(window.after(2.0, AT_FIRST, false), []);

    // One that is larger than its screen.
    let mut window = Window::new();
    window.screen = Some(vec2(960.0, 540.0));
    window.after(0.1, AT_FIRST, false);
    let fitting = ViewportCommand::InnerSize(vec2(960.0, 444.0));
    assert_eq!(window.after(2.0, AT_FIRST, false), [fitting]);
    assert_eq!(window.after(2.0, vec2(960.0, 444.0), false), []);

    // One that does fill what is free.
    let mut window = Window::new();
    window.screen = Some(vec2(960.0, 540.0));
    window.after(0.1, AT_FIRST, false);
    window.maximized = true;
    assert_eq!(window.after(2.0, vec2(960.0, 500.0), false), []);
}

#[test]
fn a_window_that_gets_its_size_from_the_system_fills_the_screen_after_it_was_to_be_small() {
    let tile = vec2(1596.0, 960.0);
    let mut window = Window::new();
    window.screen = Some(vec2(1600.0, 1000.0));
    window.placement.usual = None;
    for form in [Form::Small, Form::Usual, Form::FullScreen] {
        window.after(2.0, tile, false);
        window.press(form, tile, false);
    }
    let asked = window.after(2.0, tile, false);
    assert!(
        asked.is_empty() && window.placement.is_afar(),
        "it was asked with the key"
    );
    // With the key pressed right after the other, as soon as that is over.
    window.press(Form::Small, tile, false);
    window.after(2.0, tile, false);
    window.press(Form::Usual, tile, false);
    assert_eq!(window.press(Form::FullScreen, tile, false), []);
    assert!(window.next.as_secs_f64() <= ON_THE_WAY_SECS);
    let fill = ViewportCommand::Fullscreen(true);
    assert_eq!(window.after(ON_THE_WAY_SECS, tile, false), [fill]);
}

#[test]
fn a_size_below_the_smallest_that_a_system_gives_a_window_is_nobodys_choice() {
    let mut window = Window::new();
    window.screen = Some(SCREEN);
    window.after(2.0, AT_FIRST, false);
    window.after(2.0, vec2(956.0, 513.0), false);
    assert_eq!(window.placement.usual_size(), Some([1280, 800]));
}

#[test]
fn a_small_window_is_no_larger_than_its_screen() {
    let mut window = Window::new();
    window.screen = Some(vec2(400.0, 240.0));
    window.after(0.1, vec2(400.0, 200.0), false);
    let asked = window.press(Form::Small, vec2(400.0, 200.0), false);
    let size = ViewportCommand::InnerSize(vec2(400.0, 144.0));
    assert!(asked.contains(&size), "{asked:?}");
}

#[test]
fn another_text_size_asks_for_no_other_window() {
    let mut window = Window::new();
    let (screen, size) = (vec2(1440.0, 900.0), vec2(1200.0, 760.0));
    window.screen = Some(screen);
    window.after(1.0, size, false);
    for zoom in [0.8, 1.0, 0.9] {
        window.ctx.set_zoom_factor(zoom);
        // The system's answer to the zoom comes one drawing later, and is known in the one after it.
        let before = window.screen;
        let first = window.after(1.0, size / window.ctx.zoom_factor(), false);
        window.screen = before;
        let second = window.after(1.0, size / zoom, false);
        window.screen = Some(screen / zoom);
        let then = window.after(1.0, size / zoom, false);
        assert_eq!([first, second, then].concat(), [], "{zoom}");
    }
}
