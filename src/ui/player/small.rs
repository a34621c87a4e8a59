//! The session in a small window above all others: the seconds with the side, the exercise, what
//! comes next, and what is needed most. All keys work as in the player.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, Galley, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::controls::{Controls, put};
use super::form::Switch;
use super::scene::Scene;
use super::stage::smaller;
use super::view::View;
use super::{Asked, Form, panel, stage};
use crate::plan::StepKind;
use crate::runner::Audible;
use crate::session::Command;
use crate::ui::Action;
use crate::ui::spoken::announce;
use crate::ui::text::{lines, said};
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{Button, Icon, IconButton};
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
/// Height of the two lines below it.
const NEXT: f32 = 38.0;
/// The side of the sign that something is wrong with the sound.
const NO_SOUND: f32 = 18.0;
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

    let mut right = back.x - space::XS;
    if let Some(why) = view.heard_less {
        right -= NO_SOUND;
        let square = Rect::from_min_size(pos2(right, back.y + 10.0), Vec2::splat(NO_SOUND));
        let sign = match view.heard {
            Audible::Nothing => Icon::NoSound,
            Audible::NoVoice | Audible::All => Icon::Warning,
        };
        sign.draw(ui.painter(), square, palette(ui).danger);
        let why = words.message(why);
        said(ui, square, "heard less", Role::Label, &why).on_hover_text(why);
        right -= space::XS;
    }
    let above = area.with_min_x(beside.left()).with_max_x(right);
    let above = above.with_max_y(row - space::S);
    let mut text = above.with_min_y(top);
    let beside = |place: Rect| text.with_max_x(place.left() - space::S);
    let suits =
        |place: &Rect| shows_caution(ui, words, view, beside(*place).with_min_y(top + NAME));
    if let Some(scene) = scene
        && let Some(place) = figures(scene, above).find(suits)
    {
        panel::show_figure(ui, words, view, scene, place);
        text = beside(place);
    }
    heading(ui, view, text);
    what_is_due(ui, words, view, text.with_min_y(top + NAME));
    asked
}

/// Whether there is room in `area` for all that the exercise has to mind, in each of its steps.
fn shows_caution(ui: &Ui, words: &Words, view: &View<'_>, area: Rect) -> bool {
    let Some(caution) = &view.exercise.caution else {
        return true;
    };
    let side = view.side.as_ref();
    let lines = Lines::of(area, side.map(|side| words.message(side)));
    !lines.lay_out(ui, Some(Icon::Warning), caution).elided
}

/// The ring never takes more of a narrow window than the words have.
fn ring_side(area: Rect) -> f32 {
    area.height().min(area.width() * 0.28)
}

/// The places that the figure may have at the right end of `area`: as wide as it needs, and narrower
/// for more words beside it.
fn figures(scene: &Scene<'_>, area: Rect) -> impl Iterator<Item = Rect> {
    let height = area.height();
    let needs = scene.shape().map_or(0.0, |shape| height * shape);
    let widths = [0.42, 0.34, 0.26].map(|share| needs.min(area.width() * share));
    let has_room = move |width: &f32| *width >= LEAST_FIGURE.x && height >= LEAST_FIGURE.y;
    let widths = widths.into_iter().filter(has_room);
    widths.map(move |width| area.with_min_x(area.right() - width))
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

/// What to mind, what the author says now, and what comes next, in this order as far as there is room;
/// or why the session stands still in place of them all. Before it stands the side where the ring does
/// not say it: while getting ready it has to be known too. Screen readers say all of what is too long.
fn what_is_due(ui: &Ui, words: &Words, view: &View<'_>, area: Rect) {
    let palette = palette(ui);
    let side = view.side.as_ref();
    let side = side.filter(|_| side_in_caption(view).is_none());
    let mut lines = Lines::of(area, side.map(|side| words.message(side)));
    for (index, notice) in view.notices.iter().enumerate() {
        let text = words.message(&notice.message);
        let painted = (index == 0).then(|| lines.paint(ui, None, &text, palette.ink));
        let rect = painted.flatten().unwrap_or(area);
        let response = said(ui, rect, &text, Role::Status, &text);
        if !notice.is_announced() {
            announce(ui, &response, &text);
        }
    }
    if !view.notices.is_empty() {
        return;
    }
    if let Some(caution) = view.caution
        && let Some(rect) = lines.paint(ui, Some(Icon::Warning), caution, palette.ink)
    {
        let text = format!("{} {caution}", words.get("player-caution"));
        said(ui, rect, "caution", Role::Label, &text).on_hover_text(caution);
    }
    if let Some(due) = view.words_due {
        let rect = lines.paint(ui, None, due, palette.teal_ink);
        said(ui, rect.unwrap_or(area), "due", Role::Label, due);
        return;
    }
    let next = words.message(&view.next_is());
    if let Some(rect) = lines.paint(ui, None, &next, palette.muted) {
        said(ui, rect, "next", Role::Label, &next);
    }
}

/// The side of a sign before a line.
const SIGN: f32 = 15.5;

/// How far the words beside a sign, if there is one, stand from the left.
fn indent(sign: Option<Icon>) -> f32 {
    sign.map_or(0.0, |_| SIGN + space::XS)
}

/// The lines below the exercise's name.
struct Lines {
    /// What is left of their room.
    area: Rect,
    left: usize,
    /// What stands before the first of them.
    side: Option<String>,
}

impl Lines {
    fn of(area: Rect, side: Option<String>) -> Self {
        Self {
            area,
            left: 2,
            side,
        }
    }

    /// `text` beside a sign, if it has one, as large as there is room for.
    fn lay_out(&self, ui: &Ui, sign: Option<Icon>, text: &str) -> Arc<Galley> {
        let text = match &self.side {
            Some(side) => &format!("{side} · {text}"),
            None => text,
        };
        let width = self.area.width() - indent(sign);
        let lay_out = |kind: Type| lines(ui, text, kind.font(), width, self.left);
        let large = lay_out(Type::Small);
        if large.elided {
            lay_out(Type::Tiny)
        } else {
            large
        }
    }

    /// Paints it, and gives its place; `None` where no line is left.
    fn paint(&mut self, ui: &Ui, sign: Option<Icon>, text: &str, color: Color32) -> Option<Rect> {
        if self.left == 0 {
            return None;
        }
        let galley = self.lay_out(ui, sign, text);
        self.side = None;
        let indent = indent(sign);
        self.left = self.left.saturating_sub(galley.rows.len());
        let at = self.area.min;
        let rect = Rect::from_min_size(at, galley.size() + vec2(indent, 0.0));
        self.area.min.y = rect.bottom();
        if let Some(sign) = sign {
            let middle = galley.rows.first().map_or(0.0, |row| row.height()) / 2.0;
            let center = pos2(at.x + SIGN / 2.0, at.y + middle);
            let square = Rect::from_center_size(center, Vec2::splat(SIGN));
            sign.draw(ui.painter(), square, palette(ui).danger);
        }
        ui.painter().galley(at + vec2(indent, 0.0), galley, color);
        Some(rect)
    }
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
