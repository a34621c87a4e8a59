//! A session without looking: the screen stays dark, and shows the session for a while to whoever
//! looks.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, CornerRadius, Event, Key, Rect, Ui, vec2};

use super::redraw;
use crate::ui::text::{lines, said};
use crate::ui::theme::{NIGHT, ON_NIGHT, Type};
use crate::words::Words;

/// How long the session is shown after the last sign that somebody looks.
const SHOWN: Duration = Duration::from_secs(8);

/// Whether somebody looks, or did a moment ago.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// Up to when the session is shown, on its clock.
    until: Option<Duration>,
}

impl Look {
    /// Notes whether there is a sign of somebody who looks: the pointer moves, or Tab is pressed.
    /// No key of a session is one, since they are pressed without looking.
    pub(super) fn is_on(&mut self, ui: &Ui, now: Duration) -> bool {
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
            self.until = Some(now.saturating_add(SHOWN));
            ui.ctx().request_repaint_after(SHOWN);
        }
        let is_on = self.until.is_some_and(|until| now < until);
        if !is_on && self.until.take().is_some() {
            // Nothing that was reached by Tab is there any more.
            redraw(ui.ctx());
        }
        is_on
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
