//! The exercise with its side and the ring, and what comes next.

use eframe::egui::accesskit::Role;
use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, CornerRadius, FontFamily, FontId, Galley, Rect, Ui, Vec2, pos2, vec2};
use std::sync::Arc;

use super::layout;
use super::ring::Ring;
use super::view::View;
use crate::ui::text::{lines, one_line, said, shrunk};
use crate::ui::theme::{bold, is_narrow, palette, space};
use crate::words::{Message, Words};

/// The exercise's name and its chips, measured for a width.
pub(super) struct Head {
    name: Arc<Galley>,
    chips: Vec<Chip>,
    size: f32,
    width: f32,
}

struct Chip {
    text: String,
    galley: Arc<Galley>,
    now: bool,
}

/// The chips before that of the load.
const LOAD: usize = 3;
/// Its type is no smaller.
const LEAST_OF_LOAD: f32 = 12.0;

impl Head {
    /// `afar` tells that it is read from across the room.
    pub(super) fn lay_out(ui: &Ui, words: &Words, view: &View<'_>, width: f32, afar: bool) -> Self {
        // In a narrow window the width is shared with nothing, but the height is.
        let most = if is_narrow(ui.ctx()) { 24.0 } else { 72.0 };
        let share = if afar { 0.085 } else { 0.064 };
        let size = (width * share)
            .max(20.0_f32.min(width * 0.09))
            .clamp(16.0, most);
        let chip_size = (size * 0.62).max(13.0);
        let facts = [&view.side, &view.repetition, &view.set];
        let facts = facts.map(|fact| Some(words.message(fact.as_ref()?)));
        let load = view.exercise.load.clone();
        let chips = facts.into_iter().chain([load]).enumerate();
        let chips = chips.filter_map(|(index, text)| {
            let text = text?;
            let now = index == 0;
            let family = if now {
                bold()
            } else {
                FontFamily::Proportional
            };
            let font = FontId::new(chip_size, family);
            let room = width - 2.4 * chip_size;
            // The side is never cut off, only smaller; a load may be of any length.
            let galley = if index < LOAD {
                shrunk(ui, &text, font, room)
            } else {
                smaller(ui, &text, font, LEAST_OF_LOAD, room)
            };
            Some(Chip { text, galley, now })
        });
        let most = if layout::is_short(ui.ctx().content_rect()) {
            2
        } else {
            3
        };
        let font = FontId::new(size, bold());
        Self {
            name: lines(ui, &view.exercise.name, font, width, most),
            chips: chips.collect(),
            size,
            width,
        }
    }

    /// With room for one row of chips even where there are none, so that the ring stays in its place
    /// from step to step.
    pub(super) fn height(&self) -> f32 {
        let rows = self.rows();
        let chips: f32 = rows
            .iter()
            .map(|row| self.row_size(row).y + space::XS)
            .sum();
        let one_row = self.size * 1.3 + space::XS;
        self.name.size().y + space::XS + chips.max(one_row)
    }

    /// Beside the ring lines begin at the left; above it they are centred.
    pub(super) fn show(&self, ui: &Ui, view: &View<'_>, area: Rect, beside: bool) {
        let palette = palette(ui);
        let left = |width: f32| {
            if beside {
                area.left()
            } else {
                area.center().x - width / 2.0
            }
        };
        let at = pos2(left(self.name.size().x), area.top());
        let rect = Rect::from_min_size(at, self.name.size());
        said(ui, rect, "exercise", Role::Heading, &view.exercise.name);
        if beside {
            ui.painter().galley(at, Arc::clone(&self.name), palette.ink);
        } else {
            let mut centred = LayoutJob::clone(&self.name.job);
            centred.halign = Align::Center;
            let middle = pos2(area.center().x, area.top());
            let galley = ui.painter().layout_job(centred);
            ui.painter().galley(middle, galley, palette.ink);
        }
        let mut top = rect.bottom() + space::XS;
        for row in self.rows() {
            let size = self.row_size(row);
            let mut at = pos2(left(size.x), top);
            for chip in row {
                let rect = Rect::from_min_size(at, self.chip_size(chip));
                let (fill, color) = if chip.now {
                    (palette.coral_soft, palette.danger)
                } else {
                    (palette.chip, palette.muted)
                };
                let round = CornerRadius::from(rect.height() / 2.0);
                ui.painter().rect_filled(rect, round, fill);
                said(ui, rect, &chip.text, Role::Label, &chip.text);
                let text_at = rect.center() - chip.galley.size() / 2.0;
                ui.painter()
                    .galley(text_at, Arc::clone(&chip.galley), color);
                at.x += rect.width() + space::XS;
            }
            top += size.y + space::XS;
        }
    }

    /// The chips on as many rows as they need.
    fn rows(&self) -> Vec<&[Chip]> {
        let mut rows = Vec::new();
        let mut rest = self.chips.as_slice();
        while !rest.is_empty() {
            let fitting = (1..=rest.len())
                .rev()
                .find(|&count| self.row_size(&rest[..count]).x <= self.width);
            let (row, below) = rest.split_at(fitting.unwrap_or(1));
            rows.push(row);
            rest = below;
        }
        rows
    }

    fn row_size(&self, row: &[Chip]) -> Vec2 {
        row.iter()
            .map(|chip| self.chip_size(chip))
            .reduce(|left, right| vec2(left.x + space::XS + right.x, left.y.max(right.y)))
            .unwrap_or_default()
    }

    fn chip_size(&self, chip: &Chip) -> Vec2 {
        let padding = if chip.now { 0.75 } else { 0.62 };
        chip.galley.size() + vec2(2.0 * padding, 0.44) * self.size
    }
}

/// The ring with a caption below its number. Screen readers hear the number with what it counts as
/// one text: "12 seconds to hold".
pub(super) fn ring(
    ui: &Ui,
    words: &Words,
    view: &View<'_>,
    caption: &Message,
    afar: bool,
    area: Rect,
) {
    let number = view.dial.number.to_string();
    let spoken = Message::new("player-dial")
        .with("number", view.dial.number)
        .with("caption", view.dial.caption.clone());
    let ring = Ring {
        number: &number,
        caption: &words.message(caption),
        share: view.dial.share,
        afar,
        still: view.dial.still,
        works: view.kind.is_work(),
    };
    let rect = Rect::from_center_size(area.center(), Vec2::splat(area.size().min_elem()));
    said(ui, rect, "dial", Role::Timer, &words.message(&spoken));
    ring.paint(ui, rect);
}

/// "Next: switch to the right side", in one size on one line, and ended by an ellipsis where the
/// smallest is too wide.
pub(super) fn next(ui: &mut Ui, words: &Words, view: &View<'_>, area: Rect, beside: bool) {
    const LEAST: f32 = 12.0;
    let palette = palette(ui);
    let (label, text) = (words.get("player-next"), words.message(&view.next));
    let most = (area.width() * 0.037).max(area.height() * 0.57);
    let most = most.clamp(LEAST, 34.0);
    let at_size = |size: f32| {
        let font = FontId::new(size, FontFamily::Proportional);
        let label = one_line(ui, &label, font, f32::INFINITY);
        let gap = size * 0.3;
        let left = area.width() - label.size().x - gap;
        let whole = one_line(ui, &text, FontId::new(size, bold()), f32::INFINITY);
        (label, gap, left, whole.size().x)
    };
    let (label_at_most, gap, _, text_at_most) = at_size(most);
    let width = label_at_most.size().x + gap + text_at_most;
    let size = (most * area.width() / width).clamp(LEAST, most);
    let (label, gap, left, _) = at_size(size);
    let text = one_line(ui, &text, FontId::new(size, bold()), left);
    let width = label.size().x + gap + text.size().x;
    let start = if beside {
        area.left()
    } else {
        area.center().x - width / 2.0
    };
    let top = area.center().y - text.size().y / 2.0;
    let spoken = words.message(&view.next_is());
    said(ui, area, "next", Role::Label, &spoken);
    let text_at = pos2(start + label.size().x + gap, top);
    ui.painter().galley(pos2(start, top), label, palette.muted);
    ui.painter().galley(text_at, text, palette.ink);
}

/// `text` on one line, in type down to `least` where it would be wider than `width`, and ended by an
/// ellipsis where that is still too wide.
pub(super) fn smaller(ui: &Ui, text: &str, font: FontId, least: f32, width: f32) -> Arc<Galley> {
    let whole = one_line(ui, text, font.clone(), f32::INFINITY).size().x;
    let size = (font.size * width / whole).floor();
    let size = size.clamp(least.min(font.size), font.size);
    one_line(ui, text, FontId::new(size, font.family), width)
}
