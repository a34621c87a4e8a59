//! A figure that is drawn alone while nothing else changes.

use eframe::egui::{RawInput, Shape};

use super::*;

/// The player in a window of its own, which draws movements alone if it is to.
struct Window {
    ctx: Context,
    player: Player,
    words: Words,
    snapshot: Snapshot,
}

impl Window {
    /// In the first of the repetitions at a pace, or in another step.
    fn at(step: usize) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        let mut window = Self {
            ctx,
            player: Player::default(),
            words: Words::of("en"),
            snapshot: Course::of(drawn(), step, 0).snapshot(),
        };
        // Letters come with the first picture.
        window.picture(Duration::ZERO);
        window
    }

    fn motion(&self, since: Duration) -> Motion {
        Motion {
            now: self.snapshot.as_of + since,
            reduced: false,
        }
    }

    /// All of it that long after the snapshot.
    fn picture(&mut self, since: Duration) -> Vec<ClippedShape> {
        let look = Look {
            sound: SOUND,
            motion: self.motion(since),
            form: Form::Usual,
            is_recorded: true,
            pictures: Pictures::NONE,
        };
        let input = RawInput {
            screen_rect: Some(window(USUAL)),
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| {
            self.player.show(ui, &self.words, &self.snapshot, look);
        });
        output.textures_delta.clear();
        output.shapes
    }

    fn move_on(&self, since: Duration, picture: &mut Vec<ClippedShape>) -> bool {
        let motion = self.motion(since);
        move_on(&self.ctx, &self.snapshot, Pictures::NONE, motion, picture)
    }
}

/// What is to be seen of a picture.
fn seen(picture: Vec<ClippedShape>) -> Vec<ClippedShape> {
    let nothing = |shape: &Shape| match shape {
        Shape::Mesh(mesh) => mesh.is_empty(),
        shape => *shape == Shape::Noop,
    };
    let shapes = picture.into_iter();
    shapes.filter(|one| !nothing(&one.shape)).collect()
}

const HOLD: usize = 1;
const PACED: usize = 14;

#[test]
fn a_figure_drawn_alone_is_as_in_a_picture_of_the_whole_window() {
    for step in [HOLD, PACED] {
        let mut window = Window::at(step);
        draw_alone(&window.ctx);
        let mut picture = window.picture(Duration::ZERO);
        for since in [20, 150, 151, 400, 700] {
            let since = Duration::from_millis(since);
            assert!(moves(&window.ctx).is_some(), "{step} {since:?}");
            assert!(window.move_on(since, &mut picture), "{step} {since:?}");
            let mut whole = Window::at(step);
            let whole = whole.picture(since);
            assert!(seen(picture.clone()) == seen(whole), "{step} {since:?}");
        }
    }
}

#[test]
fn what_moves_alone_asks_for_no_picture_of_the_window() {
    for alone in [false, true] {
        let mut window = Window::at(PACED);
        if alone {
            draw_alone(&window.ctx);
        }
        window.picture(Duration::ZERO);
        window.picture(Duration::ZERO);
        assert_eq!(moves(&window.ctx).is_some(), alone);
        let due = window.ctx.has_requested_repaint();
        assert_eq!(due, !alone);
    }
}

#[test]
fn a_figure_that_stands_still_again_or_is_another_leaves_the_picture_to_be_drawn_anew() {
    let mut window = Window::at(HOLD);
    draw_alone(&window.ctx);
    let mut picture = window.picture(Duration::ZERO);
    // It is held.
    assert!(window.move_on(Duration::from_secs(2), &mut picture));
    assert_eq!(moves(&window.ctx), None);
    assert!(!window.move_on(Duration::from_secs(2), &mut picture));

    let mut picture = window.picture(Duration::ZERO);
    assert!(moves(&window.ctx).is_some());
    // The last picture is none of this one's.
    picture.clear();
    assert!(!window.move_on(Duration::ZERO, &mut picture));

    window.picture(Duration::ZERO);
    window.snapshot = Course::of(drawn(), HOLD, 5).snapshot();
    window.picture(Duration::ZERO);
    assert_eq!(moves(&window.ctx), None);
}
