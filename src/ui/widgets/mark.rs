//! Small marks that say a fact and can't be pressed.

use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, CornerRadius, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{Type, palette};

/// A fact on a rounded ground.
pub fn chip(ui: &mut Ui, text: &str) -> Response {
    let palette = palette(ui);
    let padding = vec2(10.0, 4.0);
    let widest = (ui.max_rect().width() - 2.0 * padding.x).max(40.0);
    let galley = ui
        .painter()
        .layout(text.to_owned(), Type::Tiny.font(), palette.muted, widest);
    let size = galley.size() + 2.0 * padding;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter()
        .rect_filled(rect, CornerRadius::same(16), palette.chip);
    ui.painter()
        .galley(rect.min + padding, galley, palette.muted);
    response
}

/// At most this many dots are drawn; the words beside them say the rest.
const MOST_DOTS: u32 = 6;

/// The sessions of a day as dots, those that are done filled, with the words that say the same.
pub fn dose_dots(ui: &mut Ui, done: u32, of: u32, words: &str) -> Response {
    let palette = palette(ui);
    let dots = of.max(done).min(MOST_DOTS);
    let text = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Small.font(), palette.muted);
    let (radius, step) = (5.5, 16.0);
    #[expect(clippy::cast_precision_loss, reason = "at most six")]
    let dots_width = dots as f32 * step;
    let size = vec2(dots_width + text.size().x, text.size().y.max(2.0 * radius));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let mut x = rect.left() + radius;
    for dot in 0..dots {
        let color: Color32 = if dot < done {
            palette.teal
        } else {
            palette.track
        };
        ui.painter()
            .circle_filled(pos2(x, rect.center().y), radius, color);
        x += step;
    }
    let at = pos2(
        rect.left() + dots_width,
        rect.center().y - text.size().y / 2.0,
    );
    ui.painter().galley(at, text, palette.muted);
    response
}
