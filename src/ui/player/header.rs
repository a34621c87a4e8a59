//! The player's first line: what is done, how far it is, what the window can become, the sound, and
//! "It hurts".

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Galley, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::controls::put;
use super::form::Switch;
use super::stage::smaller;
use super::view::View;
use super::{Asked, Form, Sound};
use crate::session::Command;
use crate::ui::Action;
use crate::ui::text::{one_line, said};
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{Button, IconButton, focus_ring};
use crate::words::{Message, Words};

/// Height of the line.
pub(super) const HEIGHT: f32 = 40.0;
/// A narrower line has no room for keys.
const NARROW: f32 = 520.0;
/// And a narrower one than this none for all of its words.
const VERY_NARROW: f32 = 340.0;
/// Between two of its parts.
const GAP: f32 = 10.0;

/// Draws the line into `area` and tells what was pressed.
pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    view: &View<'_>,
    sound: Sound,
    form: Form,
    area: Rect,
) -> Option<Asked> {
    let narrow = area.width() < NARROW;
    let mut right = area.right();
    let mut asked = None;

    let text = words.get("player-it-hurts");
    if from_right(
        ui,
        area,
        &mut right,
        with_key(Button::danger(&text), "H", narrow),
    ) {
        asked = Some(Asked::Action(Action::Session(Command::Hurts)));
    }
    if sound_switch(ui, words, view, sound, area, &mut right, narrow) {
        asked = Some(Asked::Action(Action::ToggleSound));
    }
    let (text, escape) = (words.get("player-end"), words.get("key-escape"));
    let end = if narrow {
        Button::secondary("×").name(&text).tight()
    } else if form == Form::FullScreen {
        // There Escape means something else first.
        Button::secondary(&text)
    } else {
        Button::secondary(&text).key(&escape)
    };
    if from_right(ui, area, &mut right, end) {
        asked = Some(Asked::End);
    }
    let switches: &[Switch] = if area.width() < VERY_NARROW {
        &[]
    } else if narrow && form != Form::FullScreen {
        &[Switch::Small]
    } else {
        &[Switch::FullScreen, Switch::Small]
    };
    for switch in switches {
        right -= IconButton::SIZE.x;
        let at = pos2(right, area.center().y - IconButton::SIZE.y / 2.0);
        asked = asked.or(switch.put(ui, words, form, at));
    }
    right -= GAP;
    titles(ui, words, view, area.with_max_x(right));
    asked
}

fn with_key<'a>(button: Button<'a>, key: &'a str, narrow: bool) -> Button<'a> {
    if narrow {
        button.tight()
    } else {
        button.key(key)
    }
}

/// Puts a button at the right end of what is free, and tells whether it was pressed.
fn from_right(ui: &mut Ui, area: Rect, right: &mut f32, button: Button<'_>) -> bool {
    let size = button.size(ui);
    let at = pos2(*right - size.x, area.center().y - size.y / 2.0);
    *right = at.x - GAP;
    put(ui, at, button).clicked()
}

/// The routine's title and how far it is: beside one another, or one above the other.
fn titles(ui: &mut Ui, words: &Words, view: &View<'_>, room: Rect) {
    const LEAST: f32 = 60.0;
    if room.width() < LEAST {
        return;
    }
    let palette = palette(ui);
    let progress = words.message(&view.progress);
    let title = one_line(ui, view.title, Type::Heading.font(), room.width());
    let beside = one_line(ui, &progress, Type::Body.font(), f32::INFINITY);
    let fits = title.size().x + space::L + beside.size().x <= room.width();
    let (title_at, progress_at, below) = if fits {
        let middle = |galley: &Galley| room.center().y - galley.size().y / 2.0;
        (
            pos2(room.left(), middle(&title)),
            pos2(
                room.left() + title.size().x + space::L,
                middle(&beside) + 1.0,
            ),
            beside,
        )
    } else {
        let below = smaller(ui, &progress, Type::Small.font(), room.width());
        let top = room.center().y - f32::midpoint(title.size().y, below.size().y);
        let under = top + title.size().y;
        (pos2(room.left(), top), pos2(room.left(), under), below)
    };
    let place = |at, galley: &Galley| Rect::from_min_size(at, galley.size());
    said(
        ui,
        place(title_at, &title),
        "title",
        Role::Heading,
        view.title,
    );
    said(
        ui,
        place(progress_at, &below),
        "progress",
        Role::Label,
        &progress,
    );
    ui.painter().galley(title_at, title, palette.ink);
    ui.painter().galley(progress_at, below, palette.muted);
}

/// A small switch that says how loud it is; tells whether it was pressed.
fn sound_switch(
    ui: &Ui,
    words: &Words,
    view: &View<'_>,
    sound: Sound,
    area: Rect,
    right: &mut f32,
    narrow: bool,
) -> bool {
    let name = if sound.on && view.is_silent {
        words.get("player-sound-none")
    } else if sound.on {
        words.message(&Message::new("player-sound").with("percent", sound.percent))
    } else {
        words.get("player-sound-off")
    };
    let short = format!("{} %", sound.percent);
    let is_heard = sound.on && !view.is_silent;
    let text = if narrow && is_heard { &short } else { &name };
    let palette = palette(ui);
    let galley = one_line(ui, text, Type::Tiny.font(), f32::INFINITY);
    let padding = vec2(10.0, 5.0);
    let size = galley.size() + 2.0 * padding;
    let at = pos2(*right - size.x, area.center().y - size.y / 2.0);
    *right = at.x - GAP;

    let rect = Rect::from_min_size(at, size);
    let response = ui.interact(rect, ui.scope_id().with("sound"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, sound.on, &name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut("M"));
    let (fill, color) = match (is_heard, response.hovered()) {
        (true, false) => (palette.chip, palette.muted),
        (false, false) => (palette.chip, palette.ink),
        (_, true) => (palette.track, palette.ink),
    };
    ui.painter().rect_filled(rect, CornerRadius::same(16), fill);
    ui.painter().galley(rect.min + padding, galley, color);
    focus_ring(ui, &response, 16);
    response.clicked()
}
