//! The window's form while a session is under way, and its usual size and place, to which it comes
//! back.

use std::mem;
use std::time::Duration;

use eframe::egui::{Context, Pos2, Vec2, ViewportCommand, WindowLevel, vec2};

use super::LEAST_ROOM;
use super::window::{SMALLEST, USUAL};
use crate::ui::player::{Form, SMALL};
use crate::ui::redraw;
use crate::ui::theme::Fit;

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
    whole: Whole,
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

/// Whether the window in its usual form lies whole on the screen. It is asked to fill what that leaves free; not every
/// system does that with every window, and none says whether it will.
#[derive(Clone, Copy, Default)]
enum Whole {
    #[default]
    Unasked,
    Asked {
        /// The size that it had while it was small, if it was.
        small: Option<Vec2>,
        /// When that is looked at, in seconds of egui's.
        by: f64,
    },
    /// It fills all of the screen, since nothing else would have it lie there.
    Filling,
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

    /// What the size of all that is shown has to suit.
    pub(super) fn fit(&self) -> Fit {
        let least = self.least_room();
        let free = self.screen.map(|screen| screen - PANELS);
        Fit {
            is_afar: self.is_afar(),
            least,
            room: free.map_or(1.0, |free| (free / least).min_elem()),
        }
    }

    /// What is shown needs so much, in points. The small window is made as large as its text asks
    /// for, where the screen is as wide.
    fn least_room(&self) -> Vec2 {
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
            self.look_later(ctx, None);
        }
        ask
    }

    /// Looks later whether the window fills what its screen leaves free, as it was asked to.
    fn look_later(&mut self, ctx: &Context, small: Option<Vec2>) {
        let by = ctx.input(|input| input.time) + ON_THE_WAY_SECS;
        self.whole = Whole::Asked { small, by };
        ctx.request_repaint_after(Duration::from_secs_f64(ON_THE_WAY_SECS));
    }

    /// Has a window lie whole on its screen that does not fill what the screen leaves free, though it was asked to.
    fn lie_whole(&mut self, ctx: &Context, now: Bounds, ask: &mut Vec<ViewportCommand>) {
        let Whole::Asked { small, by } = self.whole else {
            return;
        };
        if self.form != Form::Usual || ctx.input(|input| input.time) < by {
            return;
        }
        self.whole = Whole::Unasked;
        // One that a system gives its size lies where that has it.
        if fills_something(ctx) || small == Some(now.size) {
            return;
        }
        if small.is_none() {
            let free = self.screen.map(|screen| screen - PANELS);
            ask.extend(free.map(|free| ViewportCommand::InnerSize(now.size.min(free))));
        } else if now.at.is_none() {
            self.whole = Whole::Filling;
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
            // All is drawn smaller where the screen leaves less.
            let free = self.screen.map(|screen| screen - PANELS);
            free.map_or(LEAST_ROOM, |free| LEAST_ROOM.min(free))
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
        match self.form {
            Form::Usual => {
                if to == Form::Small && matches!(mem::take(&mut self.whole), Whole::Filling) {
                    ask.push(ViewportCommand::Fullscreen(false));
                }
                return;
            }
            Form::FullScreen => {
                let stays = to == Form::Usual && matches!(self.whole, Whole::Filling);
                if !stays {
                    ask.push(ViewportCommand::Fullscreen(false));
                }
                // It is looked at once it is usual again.
                if let Whole::Asked { small, .. } = self.whole {
                    self.look_later(ctx, small);
                }
            }
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
                    self.look_later(ctx, Some(now.size));
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
mod tests;
