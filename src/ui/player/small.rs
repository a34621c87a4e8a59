//! The session in a small window above all others: the seconds with the side, the exercise, what
//! comes next, and what is needed most. All keys work as in the player.

use eframe::egui::accesskit::Role;
use eframe::egui::{Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::controls::{Controls, put};
use super::form::Switch;
use super::scene::Scene;
use super::stage::smaller;
use super::view::View;
use super::{Asked, Form, panel, stage};
use crate::plan::StepKind;
use crate::session::Command;
use crate::ui::Action;
use crate::ui::spoken::announce;
use crate::ui::text::{lines, said};
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{Button, IconButton};
use crate::words::{Message, Words};

/// The size of the small window, in points.
pub const SIZE: Vec2 = vec2(500.0, 150.0);
/// In a window lower than this the player has no room.
const LOW: f32 = 240.0;
/// What does not fit into so much is cut off.
const LEAST: Vec2 = vec2(460.0, 132.0);
/// Between the ring, the words and the figure.
const GAP: f32 = 16.0;
/// Height of the exercise's name.
const NAME: f32 = 24.0;
/// Height of the two lines that say what comes next.
const NEXT: f32 = 38.0;
/// A figure smaller than this shows nothing.
const LEAST_FIGURE: Vec2 = vec2(40.0, 44.0);

/// Whether a window is so low that the session is shown in the small way. By its size, since a
/// window takes a moment to change it, and some window managers never do.
pub(super) fn suits(window: Rect) -> bool {
    window.height() < LOW
}

/// Draws the session and returns what was pressed.
pub(super) fn draw(
    ui: &mut Ui,
    words: &Words,
    view: &View<'_>,
    scene: Option<&Scene<'_>>,
    form: Form,
) -> Option<Asked> {
    let window = ui.ctx().content_rect();
    let window = Rect::from_min_size(window.min, window.size().max(LEAST));
    let area = window.shrink2(vec2(18.0, 14.0));
    let (ring, beside) = area.split_left_right_at_x(area.left() + ring_side(area));
    let ring = Rect::from_center_size(ring.center(), Vec2::splat(ring.width()));
    stage::ring(ui, words, view, caption(view), false, ring);
    if let Some(side) = &view.side {
        said(ui, ring, "side", Role::Label, &words.message(side));
    }

    let beside = beside.with_min_x(ring.right() + GAP);
    let buttons = Buttons::lay_out(ui, words, view, beside.width());
    let height = NAME + NEXT + space::XS + buttons.size(ui).y;
    let top = (beside.center().y - height / 2.0).max(area.top());
    let row = top + NAME + NEXT + space::XS;
    let asked = buttons.show(ui, pos2(beside.left(), row));
    let back = pos2(area.right() - IconButton::SIZE.x + 8.0, area.top() - 6.0);
    let asked = asked.or(Switch::Small.put(ui, words, form, back));

    let above = area
        .with_min_x(beside.left())
        .with_max_x(back.x - space::XS);
    let above = above.with_max_y(row - space::S);
    let mut text = above.with_min_y(top);
    if let Some((scene, place)) = scene.and_then(|scene| Some((scene, figure(scene, above)?))) {
        panel::show_figure(ui, words, view, scene, place);
        text.max.x = place.left() - space::S;
    }
    heading(ui, view, text);
    what_is_due(ui, words, view, text.with_min_y(top + NAME));
    asked
}

/// The ring never takes more of a narrow window than the words have.
fn ring_side(area: Rect) -> f32 {
    area.height().min(area.width() * 0.28)
}

/// The place of the figure at the right end of `area`, as wide as it needs; `None` where there is no
/// room for it.
fn figure(scene: &Scene<'_>, area: Rect) -> Option<Rect> {
    let height = area.height();
    let width = (height * scene.shape()?).min(area.width() * 0.42);
    let has_room = width >= LEAST_FIGURE.x && height >= LEAST_FIGURE.y;
    has_room.then(|| area.with_min_x(area.right() - width))
}

/// The side while it is held, and else what the seconds are for.
fn caption<'a>(view: &'a View<'_>) -> &'a Message {
    side_in_caption(view).unwrap_or(&view.dial.caption)
}

fn side_in_caption<'a>(view: &'a View<'_>) -> Option<&'a Message> {
    let holds = matches!(view.kind, StepKind::Hold | StepKind::Wait);
    view.side.as_ref().filter(|_| holds && !view.dial.still)
}

/// The exercise, never smaller than what stands below it.
fn heading(ui: &Ui, view: &View<'_>, area: Rect) {
    let name = &view.exercise.name;
    let least = Type::Strong.font().size;
    let galley = smaller(ui, name, Type::Heading.font(), least, area.width());
    let rect = Rect::from_min_size(area.min, galley.size());
    said(ui, rect, "exercise", Role::Heading, name);
    ui.painter().galley(rect.min, galley, palette(ui).ink);
}

/// What comes next. What is due now takes its place: why the session stands still, or the author's
/// words. Before it stands the side where the ring does not say it: who gets ready has to know it
/// too. Screen readers say all of what is too long.
fn what_is_due(ui: &Ui, words: &Words, view: &View<'_>, area: Rect) {
    let palette = palette(ui);
    let side = view.side.as_ref();
    let side = side.filter(|_| side_in_caption(view).is_none());
    let side = side.map(|side| format!("{} · ", words.message(side)));
    let paint = |text: &str, color| {
        let text = &format!("{}{text}", side.as_deref().unwrap_or_default());
        let mut galley = lines(ui, text, Type::Small.font(), area.width(), 2);
        if galley.elided {
            galley = lines(ui, text, Type::Tiny.font(), area.width(), 2);
        }
        let rect = Rect::from_min_size(area.min, galley.size());
        ui.painter().galley(rect.min, galley, color);
        rect
    };
    for (index, notice) in view.notices.iter().enumerate() {
        let text = words.message(&notice.message);
        let rect = if index == 0 {
            paint(&text, palette.ink)
        } else {
            area
        };
        let response = said(ui, rect, &text, Role::Status, &text);
        if !notice.is_announced() {
            announce(ui, &response, &text);
        }
    }
    if !view.notices.is_empty() {
        return;
    }
    if let Some(due) = view.words_due {
        let rect = paint(due, palette.teal_ink);
        said(ui, rect, "due", Role::Label, due);
        return;
    }
    let next = words.message(&view.next_is());
    let rect = paint(&next, palette.muted);
    said(ui, rect, "next", Role::Label, &next);
}

/// The most needed of the player's controls, and "It hurts" after them.
struct Buttons {
    controls: Controls,
    hurts: String,
    tight: bool,
}

impl Buttons {
    fn lay_out(ui: &Ui, words: &Words, view: &View<'_>, width: f32) -> Self {
        let mut buttons = Self {
            controls: Controls::few(ui, words, view, f32::INFINITY),
            hurts: words.get("player-it-hurts"),
            tight: false,
        };
        if buttons.size(ui).x > width {
            buttons.tight = true;
            let rest = width - buttons.hurts().size(ui).x - space::S;
            buttons.controls = Controls::few(ui, words, view, rest);
        }
        buttons
    }

    fn hurts(&self) -> Button<'_> {
        let button = Button::danger(&self.hurts).hidden_key("H");
        if self.tight { button.tight() } else { button }
    }

    fn size(&self, ui: &Ui) -> Vec2 {
        let (controls, hurts) = (self.controls.size(ui), self.hurts().size(ui));
        vec2(controls.x + space::S + hurts.x, controls.y.max(hurts.y))
    }

    fn show(&self, ui: &mut Ui, at: Pos2) -> Option<Asked> {
        let size = self.controls.size(ui);
        let command = self.controls.show(ui, Rect::from_min_size(at, size));
        let beside = at + vec2(size.x + space::S, 0.0);
        let hurts = put(ui, beside, self.hurts()).clicked();
        let command = hurts.then_some(Command::Hurts).or(command);
        command.map(|command| Asked::Action(Action::Session(command)))
    }
}
