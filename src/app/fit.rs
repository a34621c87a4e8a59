//! The window's form while a session is under way, and its usual size and place, to which it comes
//! back.

use eframe::egui::{Context, Pos2, Vec2, ViewportCommand, WindowLevel};

use super::window::{SMALLEST, USUAL};
use crate::ui::player::{Form, SMALL};

/// How the window is fitted to what it shows. Lengths are in points at 100 % text size, whatever
/// the zoom is at the moment.
#[derive(Default)]
pub(super) struct Fit {
    /// What the person chose for the session under way.
    pub(super) chosen: Form,
    /// What the window was last asked to be.
    form: Form,
    /// The text size that the small window was made for.
    text: f32,
    /// As it was last in its usual form and no larger than the person made it.
    usual: Option<Place>,
    is_maximized: bool,
    /// Where the person put the small window.
    small_at: Option<Pos2>,
    /// The size that the window has until it answers to having been asked for its usual form.
    leaving: Option<Vec2>,
    /// Up to when, in seconds of egui's, the sizes that the window passes through on its way back to
    /// its usual form are nobody's choice.
    on_the_way_until: f64,
    /// Whether it has filled the screen since it was asked to.
    was_full: bool,
}

/// A window has its size well within this time, in seconds.
const ON_THE_WAY_SECS: f64 = 1.0;

#[derive(Clone, Copy)]
struct Place {
    size: Vec2,
    /// Unknown where the system does not tell.
    at: Option<Pos2>,
}

impl Fit {
    /// Whether the session is read from across the room.
    pub(super) fn is_afar(&self) -> bool {
        self.form == Form::FullScreen
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
        let at = ctx.input(|input| input.viewport().outer_rect.map(|rect| rect.min * zoom));
        let size = (ctx.content_rect().size() * zoom).round();
        let now = Place { size, at };
        self.notice(ctx, now);
        // A small window is put back where it was before it fills the screen, since that is where
        // the system brings it back to.
        let form = match (self.form, form) {
            (Form::Small, Form::FullScreen) => Form::Usual,
            (Form::Usual, Form::FullScreen) if self.leaving.is_some() => Form::Usual,
            (_, form) => form,
        };
        let other_text = form == Form::Small && (text - self.text).abs() > f32::EPSILON;
        if form == self.form && !other_text {
            return;
        }
        let mut commands = Vec::new();
        if form != self.form {
            self.leave(now, &mut commands);
            self.on_the_way_until = ctx.input(|input| input.time) + ON_THE_WAY_SECS;
        }
        self.form = form;
        self.text = text;
        self.enter(&mut commands);
        for command in commands {
            ctx.send_viewport_cmd(in_points(command, zoom));
        }
    }

    /// Notes where the window is, and whether it was taken out of the whole screen by other means.
    fn notice(&mut self, ctx: &Context, now: Place) {
        let (is_maximized, is_full) = ctx.input(|input| {
            let window = input.viewport();
            (window.maximized == Some(true), window.fullscreen)
        });
        match self.form {
            Form::Small => {}
            Form::FullScreen => {
                if self.was_full && is_full == Some(false) {
                    self.chosen = Form::Usual;
                }
                self.was_full |= is_full == Some(true);
            }
            // It has not answered yet.
            Form::Usual if self.leaving == Some(now.size) => {}
            Form::Usual => {
                self.leaving = None;
                self.is_maximized = is_maximized;
                let is_settled = ctx.input(|input| input.time) >= self.on_the_way_until;
                if is_settled && !is_maximized && is_full != Some(true) {
                    self.usual = Some(now);
                }
            }
        }
    }

    /// Asks for what the window was before it had the form that it has.
    fn leave(&mut self, now: Place, ask: &mut Vec<ViewportCommand>) {
        match self.form {
            Form::Usual => return,
            Form::FullScreen => ask.push(ViewportCommand::Fullscreen(false)),
            Form::Small => {
                self.small_at = now.at;
                let usual = self.usual;
                let size = usual.map_or(USUAL.into(), |usual| usual.size);
                ask.push(ViewportCommand::WindowLevel(WindowLevel::Normal));
                ask.push(ViewportCommand::MinInnerSize(SMALLEST.into()));
                let at = usual.and_then(|usual| usual.at);
                ask.extend(at.map(ViewportCommand::OuterPosition));
                ask.push(ViewportCommand::InnerSize(size));
                if self.is_maximized {
                    ask.push(ViewportCommand::Maximized(true));
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
                let size = SMALL * self.text;
                if self.is_maximized {
                    ask.push(ViewportCommand::Maximized(false));
                }
                ask.push(ViewportCommand::WindowLevel(WindowLevel::AlwaysOnTop));
                ask.push(ViewportCommand::MinInnerSize(size));
                ask.push(ViewportCommand::InnerSize(size));
                ask.extend(self.small_at.map(ViewportCommand::OuterPosition));
            }
        }
    }
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
