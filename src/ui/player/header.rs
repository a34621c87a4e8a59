//! The player's first line: what is done, how far it is, what the window can become, the sound, and
//! "It hurts".

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, Galley, Pos2, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::controls::put;
use super::form::Switch;
use super::stage::smaller;
use super::view::View;
use super::{Asked, Form, Sound};
use crate::runner::Audible;
use crate::session::Command;
use crate::ui::Action;
use crate::ui::settings::SettingsAction;
use crate::ui::spoken;
use crate::ui::text::{one_line, said};
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{Button, Icon, IconButton, focus_ring};
use crate::words::{Message, Words};

/// Height of the line.
pub(super) const HEIGHT: f32 = 40.0;
/// A narrower line has no room for keys.
const NARROW: f32 = 520.0;
/// And a narrower one than this none for all of its words.
const VERY_NARROW: f32 = 340.0;
/// Between two of its parts.
const GAP: f32 = 10.0;

/// Draws the line into `area` and returns what was pressed. Its right end is placed first and drawn
/// last, so that all of it is reached in the order in which it is read.
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
    let text = words.get("player-it-hurts");
    let hurts = with_key(Button::danger(&text), "H", narrow);
    let hurts_at = from_right(area, &mut right, hurts.size(ui));
    let voice = Chip::of_voice(ui, words, view, sound).filter(|_| !narrow);
    let sound = Chip::of_sound(ui, words, view, sound, narrow);
    let sound_at = from_right(area, &mut right, sound.size());
    let voice = voice.map(|voice| (from_right(area, &mut right, voice.size()), voice));
    let (text, escape) = (words.get("player-end"), words.get("key-escape"));
    let end = if narrow {
        Button::secondary("×")
            .name(&text)
            .tight()
            .hidden_key(&escape)
    } else if form == Form::FullScreen {
        // There Escape means something else first.
        Button::secondary(&text)
    } else {
        Button::secondary(&text).key(&escape)
    };
    let end_at = from_right(area, &mut right, end.size(ui));
    let switches: &[Switch] = if area.width() < VERY_NARROW {
        &[]
    } else if narrow && form != Form::FullScreen {
        &[Switch::Small]
    } else {
        &[Switch::Small, Switch::FullScreen]
    };
    let shows_help = !narrow;
    right -= IconButton::SIZE.x * if shows_help { 1.0 } else { 0.0 };
    for _ in switches {
        right -= IconButton::SIZE.x;
    }
    let mut switch_at = pos2(right, area.center().y - IconButton::SIZE.y / 2.0);
    right -= GAP;

    titles(ui, words, view, area.with_max_x(right));
    let mut asked = None;
    for switch in switches {
        asked = asked.or(switch.put(ui, words, form, switch_at));
        switch_at.x += IconButton::SIZE.x;
    }
    if shows_help {
        let help = IconButton {
            icon: Icon::Question,
            name: &words.get("keys-title"),
            key: "F1",
        };
        let place = UiBuilder::new().max_rect(Rect::from_min_size(switch_at, IconButton::SIZE));
        if ui.scope_builder(place, |ui| ui.add(help)).inner.clicked() {
            asked = Some(Asked::Action(Action::ShowKeys));
        }
    }
    if put(ui, end_at, end).clicked() {
        asked = Some(Asked::End);
    }
    if voice.is_some_and(|(at, voice)| voice.show(ui, at)) {
        asked = Some(Asked::Action(Action::Settings(SettingsAction::ToggleVoice)));
    }
    if sound.show(ui, sound_at) {
        asked = Some(Asked::Action(Action::Settings(SettingsAction::ToggleSound)));
    }
    if put(ui, hurts_at, hurts).clicked() {
        asked = Some(Asked::Action(Action::Session(Command::Hurts)));
    }
    asked
}

fn with_key<'a>(button: Button<'a>, key: &'a str, narrow: bool) -> Button<'a> {
    if narrow {
        button.tight().hidden_key(key)
    } else {
        button.key(key)
    }
}

/// The place of something of this size at the right end of what is free.
fn from_right(area: Rect, right: &mut f32, size: Vec2) -> Pos2 {
    let at = pos2(*right - size.x, area.center().y - size.y / 2.0);
    *right = at.x - GAP;
    at
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
        // Where not all of it has room, how much is left has.
        let whole = one_line(ui, &progress, Type::Small.font(), f32::INFINITY);
        let below = if whole.size().x <= room.width() {
            whole
        } else {
            let left = words.message(&view.left);
            smaller(ui, &left, Type::Small.font(), 11.0, room.width())
        };
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

/// A small switch that says how it is set.
struct Chip {
    name: String,
    /// That turns it as well.
    key: &'static str,
    icon: Option<Icon>,
    galley: Arc<Galley>,
    on: bool,
    /// Whether all is as it is set.
    is_heard: bool,
    /// What there is to say of that.
    why: Option<String>,
}

/// What there is to say of what is heard.
fn why(words: &Words, view: &View<'_>) -> Option<String> {
    view.heard_less.map(|why| words.message(why))
}

impl Chip {
    const PADDING: f32 = 10.0;
    /// Of what is seen; it can be hit in the height of any control.
    const HEIGHT: f32 = 28.0;
    /// The side of its icon, and the gap beside it.
    const ICON: f32 = 16.0;
    const ICON_GAP: f32 = 5.0;

    /// Whether a voice speaks; `None` where there is none.
    fn of_voice(ui: &Ui, words: &Words, view: &View<'_>, sound: Sound) -> Option<Self> {
        // Where nothing is to be heard there is nothing to tell of a voice.
        let is_heard = sound.on && view.heard != Audible::Nothing;
        let on = sound.voice.filter(|_| is_heard)?;
        let name = words.get(match (on, view.heard == Audible::NoVoice) {
            (true, true) => "player-voice-none",
            (true, false) => "player-voice-on",
            (false, _) => "player-voice-off",
        });
        Some(Self {
            galley: one_line(ui, &name, Type::Small.font(), f32::INFINITY),
            name,
            key: "V",
            icon: None,
            on,
            is_heard: on && view.heard == Audible::All,
            why: why(words, view).filter(|_| view.heard == Audible::NoVoice),
        })
    }

    /// How loud it is.
    fn of_sound(ui: &Ui, words: &Words, view: &View<'_>, sound: Sound, narrow: bool) -> Self {
        let name = if sound.on && view.heard == Audible::Nothing {
            words.get("player-sound-none")
        } else if sound.on {
            words.message(&Message::new("player-sound").with("percent", sound.percent))
        } else {
            words.get("player-sound-off")
        };
        let is_heard = sound.on && view.heard != Audible::Nothing;
        let short = narrow && is_heard;
        let short = short.then(|| Message::new("settings-percent").with("percent", sound.percent));
        let text = short.map_or_else(|| name.clone(), |short| words.message(&short));
        Self {
            galley: one_line(ui, &text, Type::Small.font(), f32::INFINITY),
            name,
            key: "M",
            icon: Some(if is_heard { Icon::Sound } else { Icon::NoSound }),
            on: sound.on,
            is_heard,
            why: why(words, view).filter(|_| sound.on && view.heard != Audible::NoVoice),
        }
    }

    fn size(&self) -> Vec2 {
        let width = self.indent() + self.galley.size().x + 2.0 * Self::PADDING;
        vec2(width, space::CONTROL)
    }

    /// How far the words stand behind the icon.
    fn indent(&self) -> f32 {
        self.icon.map_or(0.0, |_| Self::ICON + Self::ICON_GAP)
    }

    /// Draws it and returns whether it was pressed.
    fn show(self, ui: &Ui, at: Pos2) -> bool {
        let rect = Rect::from_min_size(at, self.size());
        let response = ui.interact(rect, ui.scope_id().with(self.key), Sense::click());
        let info = || WidgetInfo::selected(Role::Switch, true, self.on, &self.name);
        response.widget_info(info);
        spoken::key(&response, self.key);
        let palette = palette(ui);
        let (fill, color) = match (&self.why, self.is_heard, response.hovered()) {
            (Some(_), false, _) => (palette.coral_soft, palette.danger),
            (Some(_), true, _) => (palette.chip, palette.danger),
            (None, true, false) => (palette.chip, palette.muted),
            (None, false, false) => (palette.chip, palette.ink),
            (None, _, true) => (palette.teal_soft, palette.ink),
        };
        let seen = Rect::from_center_size(rect.center(), vec2(rect.width(), Self::HEIGHT));
        ui.painter().rect_filled(seen, CornerRadius::same(14), fill);
        let left = seen.left() + Self::PADDING;
        if let Some(icon) = self.icon {
            let center = pos2(left + Self::ICON / 2.0, seen.center().y);
            let square = Rect::from_center_size(center, Vec2::splat(Self::ICON));
            icon.draw(ui.painter(), square, color);
        }
        let text_at = pos2(
            left + self.indent(),
            seen.center().y - self.galley.size().y / 2.0,
        );
        ui.painter().galley(text_at, self.galley, color);
        focus_ring(ui, &response.clone().with_new_rect(seen), 14);
        let clicked = response.clicked();
        if let Some(why) = self.why {
            let described = format!("{}. {why}", self.key);
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_description(described));
            response.on_hover_text(why);
        }
        clicked
    }
}
