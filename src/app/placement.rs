//! The window's form while a session is under way, and its usual size and place, to which it comes
//! back.

use std::mem;
use std::time::Duration;

use eframe::egui::{Context, Pos2, Vec2, ViewportCommand, WindowLevel, vec2};

use super::LEAST_ROOM;
use super::window::{SMALLEST, USUAL};
use crate::ui::player::{Form, SMALL};
use crate::ui::redraw;

/// How the window is fitted to what it shows. Lengths are in points at 100 % text size, whatever
/// the zoom is at the moment.
#[derive(Default)]
pub(super) struct Placement {
    /// What the person chose for the session under way.
    pub(super) chosen: Form,
    /// What the window was last asked to be.
    form: Form,
    /// The text size that the small window was made for.
    text: f32,
    /// Whether the small window is yet to be asked to be small.
    is_to_shrink: bool,
    /// As it was last in its usual form and no larger than the person made it.
    usual: Option<Bounds>,
    is_maximized: bool,
    /// Where the person put the small window. Unknown as that of [`Bounds`] is.
    small_at: Option<Pos2>,
    /// The size that the window has until it answers to having been asked for its usual form.
    leaving: Option<Vec2>,
    /// What is asked for once more, in another way, where the window has not come to lie on the screen by then.
    to_lie_whole: Option<LieWhole>,
    /// Whether it fills the screen in its usual form, since nothing else would have it lie there.
    fills_screen: bool,
    /// Up to when, in seconds of egui's, what the window passes through on its way to another form is
    /// nobody's choice.
    on_the_way_until: f64,
    /// Whether it has filled the screen since it was asked to.
    was_full: bool,
    /// The screen that the window is on, once the system says.
    screen: Option<Vec2>,
    /// The zoom that was last drawn with.
    zoom: Option<f32>,
    /// In so many drawings more, what is known of window and screen is in the points of the zoom before.
    of_zoom_before: u8,
}

/// What the system says of window and screen is read with one drawing and known in the next.
const DRAWN_WITH_ZOOM_BEFORE: u8 = 2;

/// What title bars and panels take of a screen, at most on most desktops.
const PANELS: Vec2 = vec2(0.0, 96.0);

/// A window has its form well within this time, in seconds.
const ON_THE_WAY_SECS: f64 = 1.0;

/// How long after a look at a window on its way the next one is taken, if nothing else has it drawn.
const LOOKED_AFTER: Duration = Duration::from_millis(50);

/// A window that was asked to fill what its screen leaves free. Not every system does that with every window, and
/// none says whether it will.
#[derive(Clone, Copy)]
struct LieWhole {
    /// The size that it then has instead.
    otherwise: Vec2,
    /// In seconds of egui's.
    by: f64,
}

#[derive(Clone, Copy)]
struct Bounds {
    size: Vec2,
    /// Unknown under Wayland, where no program knows or chooses where its windows are.
    at: Option<Pos2>,
}

impl Placement {
    /// Whether the session is read from across the room.
    pub(super) fn is_afar(&self) -> bool {
        self.form == Form::FullScreen
    }

    /// What is shown needs so much, in points. The small window is made as large as its text asks
    /// for, where the screen is as wide.
    pub(super) fn least_room(&self) -> Vec2 {
        if self.form != Form::Small {
            return LEAST_ROOM;
        }
        let is_too_wide = |screen: Vec2| screen.x < SMALL.x * self.text;
        if self.screen.is_some_and(is_too_wide) {
            SMALL
        } else {
            Vec2::splat(1.0)
        }
    }

    /// The size to open the next window with.
    pub(super) fn usual_size(&self) -> Option<[u16; 2]> {
        let size = self.usual?.size;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates"
        )]
        Some([size.x.round() as u16, size.y.round() as u16])
    }

    /// The form to show a session in, which may need more room than the small window has.
    pub(super) fn form(&self, needs_room: bool) -> Form {
        match self.chosen {
            Form::Small if needs_room => Form::Usual,
            chosen => chosen,
        }
    }

    /// The form for all that is no session, in which the next one begins too.
    pub(super) fn over(&mut self) -> Form {
        self.chosen = Form::Usual;
        Form::Usual
    }

    /// Asks the window for another form if it has not got it. `text` is how much larger than drawn
    /// the person has everything shown.
    pub(super) fn follow(&mut self, ctx: &Context, form: Form, text: f32) {
        let zoom = ctx.zoom_factor();
        let before = self.zoom.replace(zoom);
        if before.is_some_and(|before| (before - zoom).abs() > f32::EPSILON) {
            self.of_zoom_before = DRAWN_WITH_ZOOM_BEFORE;
        }
        if self.of_zoom_before > 0 {
            self.of_zoom_before -= 1;
            redraw(ctx);
            return;
        }
        let at = ctx.input(|input| input.viewport().outer_rect.map(|rect| rect.min * zoom));
        let size = (ctx.content_rect().size() * zoom).round();
        let now = Bounds { size, at };
        let mut commands = self.suit_the_screen(ctx, size);
        self.lie_whole(ctx, now, &mut commands);
        self.notice(ctx, now);
        // A small window is put back where it was before it fills the screen, since that is where
        // the system brings it back to.
        let form = match (self.form, form) {
            (Form::Small, Form::FullScreen) => Form::Usual,
            (Form::Usual, Form::FullScreen)
                if self.leaving.is_some() && self.is_on_its_way(ctx) =>
            {
                Form::Usual
            }
            (_, form) => form,
        };
        let other_text = form == Form::Small && (text - self.text).abs() > f32::EPSILON;
        if form != self.form || other_text {
            if form != self.form {
                self.leave(ctx, now, form, &mut commands);
                self.on_the_way_until = ctx.input(|input| input.time) + ON_THE_WAY_SECS;
            }
            self.form = form;
            self.text = text;
            self.enter(&mut commands);
        }
        if self.form == Form::Small && self.is_to_shrink {
            self.shrink(ctx, &mut commands);
        }
        for command in commands {
            ctx.send_viewport_cmd(in_points(command, zoom));
        }
    }

    /// Asks a window that is larger than what its screen leaves free to fill that instead, whenever it
    /// comes to another screen. Only there may it be smaller than the smallest that is comfortable.
    fn suit_the_screen(&mut self, ctx: &Context, size: Vec2) -> Vec<ViewportCommand> {
        let zoom = ctx.zoom_factor();
        let screen = ctx.input(|input| input.viewport().monitor_size);
        let screen = screen.map(|size| (size * zoom).round());
        if self.form != Form::Usual || screen.is_none() || screen == self.screen {
            return Vec::new();
        }
        self.screen = screen;
        let mut ask = vec![ViewportCommand::MinInnerSize(self.smallest())];
        if !self.has_room_for(size) {
            ask.push(ViewportCommand::Maximized(true));
            self.to_lie_whole_by(ctx, size);
        }
        ask
    }

    /// Looks again later whether the window fills what its screen leaves free. Where it does not, it has the size
    /// `otherwise`.
    fn to_lie_whole_by(&mut self, ctx: &Context, otherwise: Vec2) {
        let by = ctx.input(|input| input.time) + ON_THE_WAY_SECS;
        self.to_lie_whole = Some(LieWhole { otherwise, by });
        ctx.request_repaint_after(Duration::from_secs_f64(ON_THE_WAY_SECS));
    }

    /// Has a window lie whole on its screen that does not fill what the screen leaves free, though it was asked to.
    fn lie_whole(&mut self, ctx: &Context, now: Bounds, ask: &mut Vec<ViewportCommand>) {
        let time = ctx.input(|input| input.time);
        let due = self.to_lie_whole.take_if(|it| it.by <= time);
        let Some(LieWhole { otherwise, .. }) = due.filter(|_| self.form == Form::Usual) else {
            return;
        };
        let fills_something = fills_something(ctx);
        // One that a system gives its size lies where that has it.
        if fills_something || now.size != otherwise {
            return;
        }
        if !self.has_room_for(now.size) {
            let free = self.screen.map(|screen| screen - PANELS);
            ask.extend(free.map(|free| ViewportCommand::InnerSize(now.size.min(free))));
        } else if now.at.is_none() {
            self.fills_screen = true;
            ask.push(ViewportCommand::Fullscreen(true));
        }
    }

    /// Whether what the window passes through is nobody's choice yet. Asks to be drawn again when it is.
    fn is_on_its_way(&self, ctx: &Context) -> bool {
        let left = self.on_the_way_until - ctx.input(|input| input.time);
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        left > 0.0
    }

    fn has_room_for(&self, size: Vec2) -> bool {
        let free = self.screen.map(|screen| screen - PANELS);
        free.is_none_or(|free| size.x <= free.x && size.y <= free.y)
    }

    /// The smallest size that the window may be given by hand.
    fn smallest(&self) -> Vec2 {
        let comfortable = Vec2::from(SMALLEST);
        if self.has_room_for(comfortable) {
            comfortable
        } else {
            LEAST_ROOM
        }
    }

    /// Notes where the window is, and whether it was taken out of the whole screen by other means.
    fn notice(&mut self, ctx: &Context, now: Bounds) {
        let (is_maximized, is_full) = ctx.input(|input| {
            let window = input.viewport();
            (window.maximized == Some(true), window.fullscreen)
        });
        let on_the_way_secs = self.on_the_way_until - ctx.input(|input| input.time);
        let is_settled = on_the_way_secs <= 0.0;
        match self.form {
            Form::Small => {}
            Form::FullScreen => {
                self.was_full |= is_full == Some(true);
                if self.was_full && is_full == Some(false) {
                    if is_settled {
                        self.chosen = Form::Usual;
                    } else {
                        // It may answer to a key that has been pressed again since.
                        let wait = Duration::from_secs_f64(on_the_way_secs);
                        ctx.request_repaint_after(wait);
                    }
                }
            }
            // It has not answered yet.
            Form::Usual if self.leaving == Some(now.size) => {}
            Form::Usual => {
                self.leaving = None;
                self.is_maximized = is_maximized;
                let is_chosen = !is_maximized && is_full != Some(true);
                let smallest = self.smallest();
                let is_comfortable = now.size.x >= smallest.x && now.size.y >= smallest.y;
                if is_settled && is_chosen && is_comfortable && self.has_room_for(now.size) {
                    self.usual = Some(now);
                }
            }
        }
    }

    /// Asks for what the window was before it had the form that it has, on its way to another one.
    fn leave(&mut self, ctx: &Context, now: Bounds, to: Form, ask: &mut Vec<ViewportCommand>) {
        self.to_lie_whole = None;
        match self.form {
            Form::Usual => {
                if to == Form::Small && mem::take(&mut self.fills_screen) {
                    ask.push(ViewportCommand::Fullscreen(false));
                }
                return;
            }
            Form::FullScreen if self.fills_screen && to == Form::Usual => {}
            Form::FullScreen => ask.push(ViewportCommand::Fullscreen(false)),
            Form::Small => {
                self.small_at = now.at;
                let usual = self.usual;
                let size = usual.map_or(USUAL.into(), |usual| usual.size);
                let size = self.screen.map_or(size, |screen| size.min(screen - PANELS));
                ask.push(ViewportCommand::WindowLevel(WindowLevel::Normal));
                ask.push(ViewportCommand::MinInnerSize(self.smallest()));
                let at = usual.and_then(|usual| usual.at);
                ask.extend(at.map(ViewportCommand::OuterPosition));
                ask.push(ViewportCommand::InnerSize(size));
                // A small window may lie in a corner, out of which the usual one would grow beyond the
                // screen. Where no place can be asked for, only what fills the screen lies on it for
                // certain.
                if self.is_maximized || now.at.is_none() {
                    ask.push(ViewportCommand::Maximized(true));
                    self.to_lie_whole_by(ctx, size);
                }
            }
        }
        // A system that gives its windows their sizes has nothing to answer.
        let answers = self.usual.is_none_or(|usual| usual.size != now.size);
        self.leaving = answers.then_some(now.size);
    }

    /// Asks for the form that the window is to have.
    fn enter(&mut self, ask: &mut Vec<ViewportCommand>) {
        match self.form {
            Form::Usual => {}
            Form::FullScreen => {
                self.was_full = false;
                ask.push(ViewportCommand::Fullscreen(true));
            }
            Form::Small => {
                if self.is_maximized {
                    ask.push(ViewportCommand::Maximized(false));
                }
                ask.push(ViewportCommand::WindowLevel(WindowLevel::AlwaysOnTop));
                self.is_to_shrink = true;
            }
        }
    }

    /// Asks for the size of the small window as soon as the window fills nothing. What does fill
    /// something has its size from the system, and may ignore another.
    fn shrink(&mut self, ctx: &Context, ask: &mut Vec<ViewportCommand>) {
        if fills_something(ctx) {
            if ctx.input(|input| input.time) < self.on_the_way_until {
                ctx.request_repaint_after(LOOKED_AFTER);
            }
            return;
        }
        let size = SMALL * self.text;
        let size = self.screen.map_or(size, |screen| size.min(screen - PANELS));
        ask.push(ViewportCommand::MinInnerSize(size));
        ask.push(ViewportCommand::InnerSize(size));
        ask.extend(self.small_at.map(ViewportCommand::OuterPosition));
        self.is_to_shrink = false;
    }
}

/// Whether the window fills the screen, or what that leaves free.
fn fills_something(ctx: &Context) -> bool {
    ctx.input(|input| {
        let window = input.viewport();
        window.maximized == Some(true) || window.fullscreen == Some(true)
    })
}

/// A command with its lengths in the points of `zoom`, which are those that egui counts in.
fn in_points(command: ViewportCommand, zoom: f32) -> ViewportCommand {
    match command {
        ViewportCommand::InnerSize(size) => ViewportCommand::InnerSize(size / zoom),
        ViewportCommand::MinInnerSize(size) => ViewportCommand::MinInnerSize(size / zoom),
        ViewportCommand::OuterPosition(at) => ViewportCommand::OuterPosition(at / zoom),
        other => other,
    }
}

#[cfg(test)]
mod tests {
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
        let fill = ViewportCommand::Fullscreen(true);
        let mut window = Window::new();
        window.at = None;
        window.screen = Some(vec2(1400.0, 1000.0));
        window.after(2.0, AT_FIRST, false);
        window.press(Form::Small, AT_FIRST, false);
        window.after(2.0, SMALL, false);
        window.press(Form::Usual, SMALL, false);
        assert_eq!(window.after(0.5, AT_FIRST, false), []);
        assert_eq!(window.after(1.0, AT_FIRST, false), [fill.clone()]);
        // It is small again from there, and across the room it fills the screen as it does now.
        assert_eq!(window.press(Form::FullScreen, SCREEN, true), [fill]);
        assert_eq!(window.press(Form::Usual, SCREEN, true), []);
        let asked = window.press(Form::Small, SCREEN, true);
        assert!(asked.contains(&ViewportCommand::Fullscreen(false)));

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
}
