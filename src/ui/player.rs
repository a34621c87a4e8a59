//! The player: a session under way, readable from across the room and worked without looking for
//! anything. It fills a window, the whole screen, or a small window above all others.
//!
//! It is drawn anew for each snapshot of the session; in between only while the figure moves, which
//! is for a second at each end of a hold, and with a pace as far as the movement can be seen.

mod controls;
mod dark;
mod ending;
mod form;
mod header;
mod heard_less;
mod layout;
mod movement;
mod notices;
mod panel;
mod paragraphs;
mod ring;
mod scene;
mod small;
mod stage;
mod strip;
#[cfg(test)]
mod tests;
mod view;

use std::time::Instant;

use eframe::egui::accesskit::Role;
use eframe::egui::epaint::ClippedShape;
use eframe::egui::{Context, Key, Rangef, Rect, Ui};

use self::controls::Controls;
use self::ending::{Answer, Ending};
pub use self::form::Form;
use self::layout::{Needs, Places};
use self::movement::Painted;
pub use self::movement::draw_alone;
use self::notices::{Notices, Room};
use self::panel::Panel;
pub use self::scene::Motion;
use self::scene::Scene;
pub use self::small::SIZE as SMALL;
use self::stage::Head;
use self::view::{Notice, NoticeKind, View};
use super::picture_cache::{Detail, Pictures};
use super::settings::SettingsAction;
use super::text::said;
use super::theme::palette;
use super::widgets::pressed;
use super::{Action, hurts, redraw, spoken};
use crate::runner::Snapshot;
use crate::session::{Command, Pause, State, StopReason};
use crate::words::{Message, Words};

/// The player's screen with what it remembers between two drawings, none of which is about the
/// session.
#[derive(Debug, Default)]
pub struct Player {
    /// The question whether to end, while it is asked.
    ending: Option<Ending>,
    dark: dark::Dark,
    heard_less: heard_less::HeardLess,
}

/// What is asked for during a session and is no command to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlayerAction {
    /// Show the session in a window of this form.
    Window(Form),
    /// End the session, and show what was done.
    End(StopReason),
}

/// How the sound is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sound {
    pub on: bool,
    /// The volume, from 0 to 100.
    pub percent: u8,
    /// Whether a voice is heard as well; `None` where nothing speaks.
    pub voice: Option<bool>,
    /// Whether the person is guided by ear alone, so that the screen stays dark.
    pub alone: bool,
}

impl Sound {
    fn is_on(self) -> bool {
        self.on && self.percent > 0
    }
}

/// How a session is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    pub sound: Sound,
    pub motion: Motion,
    pub form: Form,
    /// Whether the session goes into the record.
    pub is_recorded: bool,
    /// Those beside the routine's file.
    pub pictures: Pictures<'a>,
}

impl Player {
    /// Draws the session and returns what the person asked for.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        snapshot: &Snapshot,
        look: Look<'_>,
    ) -> Option<Action> {
        let Look {
            sound,
            motion,
            form,
            is_recorded,
            pictures,
        } = look;
        movement::forget(ui.ctx());
        let mut view = View::of(snapshot, motion.now)?;
        if let Some(left) = view::refusal_left(snapshot, motion.now) {
            ui.ctx().request_repaint_after(left);
        }
        if snapshot.state == State::Paused(Pause::Hurts) {
            self.ending = None;
            let left =
                form::left_by_key(ui, form).map(|form| Action::Player(PlayerAction::Window(form)));
            return hurt(ui, words, snapshot).or(left);
        }
        self.heard_less.shorten(ui, &mut view, snapshot, motion.now);
        spoken::page(ui.ctx(), "player");
        spoken::status(ui, &words.message(&view.announcement));
        let by_key = by_key(ui, &view, sound, form);
        let is_small = small::suits(ui.ctx().content_rect());
        let scene = Scene::of(snapshot, pictures, detail(ui.ctx()), motion);
        let scene = scene.as_ref();
        // What is asked and what is wrong is shown, and so is a session that nobody can hear.
        let unseen = self.dark.is_on(ui, sound.alone, motion.now);
        if unseen && !sound.is_on() {
            view.notices.push(view::no_darkness());
        }
        let hears_all = snapshot.sound_warning.is_none();
        let is_heard = sound.is_on() && hears_all && view.notices.is_empty();
        let runs = snapshot.state == State::Running;
        let is_dark = unseen && is_heard && runs && self.ending.is_none();
        if pressed(ui, Key::D) {
            self.dark.choose(!unseen);
            redraw(ui.ctx());
        }
        let by_hand = if is_dark {
            dark::draw(ui, words);
            None
        } else if is_small {
            small::draw(ui, words, &view, scene, form)
        } else {
            let shown = Shown {
                snapshot,
                view: &view,
                scene,
                sound,
                form,
            };
            shown.draw(ui, words)
        };
        if let Some(ending) = self.ending {
            let answer = ending::ask(ui, words, is_recorded)?;
            self.ending = None;
            return match answer {
                Answer::End(reason) => Some(Action::Player(PlayerAction::End(reason))),
                Answer::KeepGoing => ending.resume.then_some(Action::Session(Command::Resume)),
                Answer::Hurts => Some(Action::Session(Command::Hurts)),
            };
        }
        match by_key.or(by_hand)? {
            Asked::Action(action) => Some(action),
            Asked::End => {
                self.ask_to_end(snapshot.state);
                redraw(ui.ctx());
                runs.then_some(Action::Session(Command::Pause))
            }
        }
    }

    /// Asks whether to end the session, which is paused for as long, from the next drawing on.
    /// `false` if there is nothing to ask: it is over, or waits for another answer.
    pub fn ask_to_end(&mut self, state: State) -> bool {
        let asks = !state.is_over() && state != State::Paused(Pause::Hurts);
        if asks && self.ending.is_none() {
            let resume = state == State::Running;
            self.ending = Some(Ending { resume });
        }
        asks
    }

    /// Whether it is being asked whether to end the session.
    pub fn is_asking(&self) -> bool {
        self.ending.is_some()
    }
}

/// When the figure is to be drawn alone, if it moves.
pub fn moves(ctx: &Context) -> Option<Instant> {
    Painted::under_way(ctx).map(|painted| painted.due())
}

/// Draws the figure that moves into the last picture of the window; `false` if all of that is to be drawn
/// anew.
pub fn move_on(
    ctx: &Context,
    snapshot: &Snapshot,
    pictures: Pictures<'_>,
    motion: Motion,
    picture: &mut Vec<ClippedShape>,
) -> bool {
    let Some(painted) = Painted::under_way(ctx) else {
        return false;
    };
    let scene = Scene::of(snapshot, pictures, detail(ctx), motion);
    let Some(scene @ Scene::Figure { posed, .. }) = &scene else {
        return false;
    };
    let is_drawn = painted.draw(posed, picture);
    let next = scene.next_picture(painted.torso(posed));
    painted.goes_on(ctx, next.filter(|_| is_drawn));
    is_drawn
}

/// How fine a picture is shown.
fn detail(ctx: &Context) -> Detail {
    if small::suits(ctx.content_rect()) {
        Detail::Small
    } else {
        Detail::Large
    }
}

/// Asks what comes now that it hurts.
fn hurt(ui: &mut Ui, words: &Words, snapshot: &Snapshot) -> Option<Action> {
    let choice = hurts::show(ui, words, &snapshot.routine, snapshot.easier_way())?;
    Some(match choice {
        hurts::Choice::Easier => Action::Session(Command::Easier),
        hurts::Choice::SkipExercise => Action::Session(Command::SkipExercise),
        hurts::Choice::GoOn => Action::Session(Command::Resume),
        hurts::Choice::End => Action::Player(PlayerAction::End(StopReason::Pain)),
    })
}

/// What was asked for.
enum Asked {
    Action(Action),
    /// To end, which is asked about first.
    End,
}

fn by_key(ui: &Ui, view: &View<'_>, sound: Sound, form: Form) -> Option<Asked> {
    if let Some(other) = form::by_key(ui, form) {
        return Some(Asked::Action(Action::Player(PlayerAction::Window(other))));
    }
    if pressed(ui, Key::Escape) {
        return Some(Asked::End);
    }
    if pressed(ui, Key::M) {
        return Some(Asked::Action(Action::Settings(SettingsAction::ToggleSound)));
    }
    if sound.voice.is_some() && pressed(ui, Key::V) {
        return Some(Asked::Action(Action::Settings(SettingsAction::ToggleVoice)));
    }
    controls::by_key(ui, view).map(|command| Asked::Action(Action::Session(command)))
}

/// What the player shows.
struct Shown<'a> {
    snapshot: &'a Snapshot,
    view: &'a View<'a>,
    scene: Option<&'a Scene<'a>>,
    sound: Sound,
    form: Form,
}

impl Shown<'_> {
    fn draw(&self, ui: &mut Ui, words: &Words) -> Option<Asked> {
        let view = self.view;
        let afar = self.form == Form::FullScreen;
        let window = ui.available_rect_before_wrap();
        let width = layout::width(window, afar);
        let short = layout::is_short(window);
        let controls = Controls::lay_out(ui, words, view, width, short);
        let room = match (short, view.instructs) {
            (false, _) => Room::Usual,
            (true, false) => Room::Short,
            (true, true) => Room::Least,
        };
        let notices = view.notices.iter();
        // In a short window it would move everything, and the ring says so.
        let asked = NoticeKind::Standstill(Pause::Asked);
        let paused = |notice: &&Notice| short && notice.kind == asked;
        let notices: Vec<_> = notices.filter(|notice| !paused(notice)).collect();
        let notices = Notices::lay_out(ui, words, &notices, width, room);
        let places = Places::of(
            window,
            &Needs {
                header: header::HEIGHT,
                controls: controls.size(ui).y,
                notices: notices.height(),
                instructs: view.instructs,
                afar,
                head: &|width| Head::lay_out(ui, words, view, width, afar).height(),
            },
        );
        let asked = header::show(ui, words, view, self.sound, self.form, places.header);
        let head = Head::lay_out(ui, words, view, places.head.width(), afar);
        head.show(ui, view, places.head, places.beside);
        stage::ring(ui, words, view, &view.dial.caption, afar, places.ring);
        if let Some(next) = places.next {
            stage::next(ui, words, view, next, places.next_at_left);
        }
        if let Some(panel) = places.panel {
            let scene = self.scene;
            let content = Panel { view, scene, afar };
            content.show(ui, words, panel);
        }
        if let Some(strip) = places.strip {
            draw_strip(ui, words, self.snapshot, strip);
        }
        notices.show(ui, places.notices);
        let command = controls.show(ui, places.controls);
        asked.or(command.map(|command| Asked::Action(Action::Session(command))))
    }
}

fn draw_strip(ui: &Ui, words: &Words, snapshot: &Snapshot, area: Rect) {
    let step = Message::new("player-strip")
        .with("step", snapshot.step + 1)
        .with("of", snapshot.plan.steps.len());
    said(
        ui,
        area,
        "strip",
        Role::ProgressIndicator,
        &words.message(&step),
    );
    let x = Rangef::new(area.left(), area.right());
    let segments = strip::segments(snapshot, x);
    strip::paint(ui.painter(), &segments, area.center().y, palette(ui));
}
