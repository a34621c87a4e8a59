//! What a reminder keeps silent for, and what of it is the case just now.

use std::collections::BTreeSet;

use eframe::egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use super::Running;
use crate::reminder::Silence;
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{Icon, body, card, small, switch, toggle_row};
use crate::words::Words;

/// What each of those that a person can do without is called, and shown by.
const ROWS: [(Silence, &str, Icon); 5] = [
    (
        Silence::Microphone,
        "reminders-quiet-microphone",
        Icon::Microphone,
    ),
    (Silence::Camera, "reminders-quiet-camera", Icon::Camera),
    (
        Silence::FullScreen,
        "reminders-quiet-full-screen",
        Icon::Screen,
    ),
    (
        Silence::DoNotDisturb,
        "reminders-quiet-do-not-disturb",
        Icon::Moon,
    ),
    (Silence::Battery, "reminders-quiet-battery", Icon::Battery),
];

pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    quiet_while: &mut BTreeSet<Silence>,
    live: Option<&Running>,
) {
    card(ui, |ui| {
        for (silence, name, icon) in ROWS {
            let mut is_quiet = quiet_while.contains(&silence);
            let now = live.map(|live| now(live, silence, is_quiet));
            show_one(ui, words, (&words.get(name), icon), now, &mut is_quiet);
            if is_quiet {
                quiet_while.insert(silence);
            } else {
                quiet_while.remove(&silence);
            }
        }
        if live.is_some_and(|live| !live.tells_idle) {
            small(ui, &words.get("reminders-quiet-no-idle"));
        }
    });
}

/// How it stands with one of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Now {
    Silent,
    Not,
    Unknown,
}

impl Now {
    fn words(self) -> &'static str {
        match self {
            Self::Silent => "reminders-quiet-now",
            Self::Not => "reminders-quiet-not-now",
            Self::Unknown => "reminders-quiet-unknown",
        }
    }
}

fn now(live: &Running, silence: Silence, is_quiet: bool) -> Now {
    if live.unknown.contains(&silence) {
        Now::Unknown
    } else if is_quiet && live.silences.contains(&silence) {
        Now::Silent
    } else {
        Now::Not
    }
}

/// What all of it needs in one line, in points.
const LINE: f32 = 520.0;
const ICON: f32 = 18.0;
/// Where it is told how it stands.
const STATE: f32 = 256.0;

fn show_one(
    ui: &mut Ui,
    words: &Words,
    (name, icon): (&str, Icon),
    now: Option<Now>,
    is_quiet: &mut bool,
) {
    let state = now.map(|now| words.get(now.words()));
    if ui.available_width() < LINE {
        toggle_row(ui, is_quiet, name, state.as_deref());
        return;
    }
    let size = vec2(ui.available_width(), space::CONTROL);
    let (line, _) = ui.allocate_exact_size(size, Sense::hover());
    let color = palette(ui).muted;
    let at = pos2(line.left() + ICON / 2.0, line.center().y);
    icon.draw(
        ui.painter(),
        Rect::from_center_size(at, Vec2::splat(ICON)),
        color,
    );
    let within = |ui: &mut Ui, left: f32, right: f32, content: &mut dyn FnMut(&mut Ui)| {
        let place = Rect::from_min_max(
            pos2(line.left() + left, line.top()),
            pos2(line.left() + right, line.bottom()),
        );
        let builder = UiBuilder::new()
            .max_rect(place)
            .layout(Layout::left_to_right(Align::Center));
        content(&mut ui.new_child(builder));
    };
    within(ui, ICON + space::M, STATE, &mut |ui| _ = body(ui, name));
    let right = line.width() - 46.0;
    within(ui, STATE, right - space::S, &mut |ui| {
        if let (Some(now), Some(state)) = (now, &state) {
            show_state(ui, now, state);
        }
    });
    within(ui, right, line.width(), &mut |ui| {
        switch(ui, is_quiet, name);
    });
}

fn show_state(ui: &mut Ui, now: Now, state: &str) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(10.0), Sense::hover());
    let palette = palette(ui);
    let painter = ui.painter();
    match now {
        Now::Silent => _ = painter.circle_filled(rect.center(), 4.0, palette.teal),
        Now::Not | Now::Unknown => {
            let edge = (palette.edge, palette.outline);
            painter.circle_stroke(rect.center(), 3.5, edge);
        }
    }
    match now {
        Now::Silent => _ = ui.label(Type::Strong.text(state, palette.teal_ink)),
        Now::Not | Now::Unknown => _ = small(ui, state),
    }
}
