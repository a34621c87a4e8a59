//! Pain before and after a session on the scale from 0 to 10, with the limit. Words beside it say the same.

use eframe::egui::{Align2, CornerRadius, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::history::RecordedSession;
use crate::ui::text::one_line;
use crate::ui::theme::{Type, palette};
use crate::words::{Message, Words};

const HEIGHT: f32 = 46.0;
/// Beyond its ends.
const MARGIN: f32 = 10.0;
const DOT: f32 = 7.0;

pub(super) fn show(ui: &mut Ui, words: &Words, session: &RecordedSession) {
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    let palette = palette(ui);
    let painter = ui.painter();
    let (left, right) = (rect.left() + MARGIN, rect.right() - MARGIN);
    let middle = rect.top() + 14.0;
    let x = |pain: u8| left + (right - left) * f32::from(pain) / 10.0;
    let track = Rect::from_center_size(
        pos2(f32::midpoint(left, right), middle),
        vec2(right - left, 4.0),
    );
    painter.rect_filled(track, CornerRadius::same(2), palette.track);
    let below = rect.bottom() - 14.0;
    let font = Type::Tiny.font();
    let limit = session.pain_limit.map(|limit| {
        let mut y = rect.top();
        while y < below - 4.0 {
            let stroke = Stroke::new(1.5, palette.danger_line);
            painter.vline(x(limit), y..=(y + 4.0), stroke);
            y += 7.0;
        }
        let text = words.message(&Message::new("sum-pain-limit").with("limit", limit));
        let galley = one_line(ui, &text, font.clone(), right - left);
        let at = x(limit) - galley.size().x / 2.0;
        let place = pos2(at.clamp(rect.left(), rect.right() - galley.size().x), below);
        let place = Rect::from_min_size(place, galley.size());
        painter.galley(place.min, galley, palette.danger);
        place
    });
    for end in [0, 10] {
        let at = pos2(x(end), below);
        let text = end.to_string();
        let place = Rect::from_center_size(at, vec2(20.0, 2.0));
        if limit.is_none_or(|limit| !limit.intersects(place)) {
            painter.text(at, Align2::CENTER_TOP, text, font.clone(), palette.muted);
        }
    }
    if let Some(before) = session.pain_before {
        let stroke = Stroke::new(2.0, palette.muted);
        painter.circle(pos2(x(before), middle), DOT, palette.surface, stroke);
    }
    if let Some(after) = session.pain_after {
        // A full dot within the hollow one, where both are the same.
        let is_above = session.pain_limit.is_some_and(|limit| after > limit);
        let color = if is_above {
            palette.danger_line
        } else {
            palette.teal
        };
        let same = session.pain_before == session.pain_after;
        let radius = if same { DOT - 3.0 } else { DOT };
        painter.circle_filled(pos2(x(after), middle), radius, color);
    }
}
