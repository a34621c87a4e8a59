//! What is wrong, why the session stands still, or why a command was not obeyed: said quietly above
//! the controls, and to screen readers at once.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Galley, Rect, Ui, Vec2, pos2, vec2};

use super::view::Notice;
use crate::ui::spoken::announce;
use crate::ui::text::{lines, said};
use crate::ui::theme::{Type, palette, radius};
use crate::words::Words;

const PADDING: Vec2 = vec2(14.0, 6.0);
/// Between two notices.
const GAP: f32 = 6.0;

/// How much room there is for notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Usual,
    Short,
    /// What to do needs it more.
    Least,
}

struct Laid {
    words: String,
    galley: Arc<Galley>,
    /// Whether screen readers say it from elsewhere.
    is_announced: bool,
}

/// Notices laid out for a width.
pub(super) struct Notices {
    texts: Vec<Laid>,
}

impl Notices {
    /// What is longer than there is room for ends in an ellipsis; screen readers say all of it.
    pub(super) fn lay_out(
        ui: &Ui,
        words: &Words,
        notices: &[&Notice],
        width: f32,
        room: Room,
    ) -> Self {
        let widest = width - 2.0 * PADDING.x;
        let (kind, most) = match room {
            Room::Usual => (Type::Body, 4),
            Room::Short => (Type::Tiny, 3),
            Room::Least => (Type::Tiny, 2),
        };
        let texts = notices.iter().map(|notice| {
            let words = words.message(&notice.message);
            Laid {
                galley: lines(ui, &words, kind.font(), widest, most),
                words,
                is_announced: notice.is_announced(),
            }
        });
        Self {
            texts: texts.collect(),
        }
    }

    /// 0 if there is nothing to say.
    pub(super) fn height(&self) -> f32 {
        self.texts
            .iter()
            .map(|text| text.galley.size().y + 2.0 * PADDING.y)
            .reduce(|above, below| above + GAP + below)
            .unwrap_or_default()
    }

    pub(super) fn show(&self, ui: &Ui, area: Rect) {
        let palette = palette(ui);
        let mut top = area.top();
        for Laid {
            words,
            galley,
            is_announced,
        } in &self.texts
        {
            let size = galley.size() + 2.0 * PADDING;
            let rect = Rect::from_min_size(pos2(area.center().x - size.x / 2.0, top), size);
            let corner = CornerRadius::same(radius::BUTTON);
            ui.painter().rect_filled(rect, corner, palette.chip);
            let at = rect.min + PADDING;
            ui.painter().galley(at, Arc::clone(galley), palette.ink);
            let response = said(ui, rect, words, Role::Status, words);
            if !is_announced {
                announce(ui, &response, words);
            }
            top = rect.bottom() + GAP;
        }
    }
}
