//! A session without looking: the screen stays dark, and shows the session for a while to whoever
//! looks.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, CornerRadius, Event, Key, Rect, Ui, vec2};

use crate::ui::text::{lines, said};
use crate::ui::theme::{NIGHT, ON_NIGHT, Type};
use crate::words::Words;

/// How long the session is shown after the last sign that somebody looks.
const SHOWN: Duration = Duration::from_secs(8);

/// Whether the screen is dark, and whether somebody looks all the same.
#[derive(Debug, Default)]
pub(super) struct Dark {
    /// What the person chose in this session, in place of what is set.
    chosen: Option<bool>,
    /// Up to when the session is shown to a person who looks, on its clock.
    shown_until: Option<Duration>,
}

impl Dark {
    /// Whether the session is not to be seen `now`. Notes the signs of a person who looks: the
    /// pointer moves, or Tab is pressed. No key of a session is one, since they are pressed without
    /// looking.
    pub(super) fn is_on(&mut self, ui: &Ui, set: bool, now: Duration) -> bool {
        let looks = ui.input(|input| {
            let mut events = input.events.iter();
            let by_hand = events.any(|event| {
                matches!(
                    event,
                    Event::PointerMoved(_) | Event::PointerButton { .. } | Event::Touch { .. }
                )
            });
            by_hand || input.key_pressed(Key::Tab)
        });
        if looks {
            self.shown_until = Some(now.saturating_add(SHOWN));
            ui.ctx().request_repaint_after(SHOWN);
        }
        let is_shown = self.shown_until.is_some_and(|until| now < until);
        self.chosen.unwrap_or(set) && !is_shown
    }

    /// Makes the screen dark at once, or shows the session again for as long as it lasts.
    pub(super) fn choose(&mut self, dark: bool) {
        self.chosen = Some(dark);
        self.shown_until = None;
    }
}

/// Darkness, with a word on how to end it.
pub(super) fn draw(ui: &Ui, words: &Words) {
    let window = ui.ctx().content_rect();
    let painter = ui.painter().with_clip_rect(window);
    painter.rect_filled(window, CornerRadius::ZERO, NIGHT);
    let text = words.get("player-dark");
    let galley = lines(ui, &text, Type::Small.font(), window.width() - 40.0, 3);
    let at =
        Align2::CENTER_BOTTOM.anchor_size(window.center_bottom() - vec2(0.0, 24.0), galley.size());
    said(
        ui,
        Rect::from_min_size(at.min, galley.size()),
        "dark",
        Role::Label,
        &text,
    );
    painter.galley(at.min, galley, ON_NIGHT);
}
