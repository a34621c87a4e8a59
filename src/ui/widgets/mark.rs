//! Small marks that say a fact and can't be pressed.

use eframe::egui::accesskit::Role;
use eframe::egui::scroll_area::ScrollAreaOutput;
use eframe::egui::{Color32, CornerRadius, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

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

/// A fact of the size of the text, on a ground that tells whether it is what counts `now`.
pub fn tag(ui: &mut Ui, text: &str, now: bool) -> Response {
    let palette = palette(ui);
    let padding = vec2(13.0, 5.0);
    let (kind, ground, ink) = if now {
        (Type::Strong, palette.teal_soft, palette.teal_ink)
    } else {
        (Type::Body, palette.chip, palette.ink)
    };
    let widest = (ui.max_rect().width() - 2.0 * padding.x).max(40.0);
    let galley = ui
        .painter()
        .layout(text.to_owned(), kind.font(), ink, widest);
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * padding, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter()
        .rect_filled(rect, CornerRadius::same(16), ground);
    ui.painter().galley(rect.min + padding, galley, ink);
    response
}

/// A sign at the foot of what scrolls that there is more below. Nothing is pressed there: what lies under it
/// can be.
pub fn more_below<R>(ui: &Ui, scrolled: &ScrollAreaOutput<R>) {
    const RADIUS: f32 = 14.0;
    /// So little more is the margin below the last words.
    const LEAST: f32 = 20.0;
    let room = scrolled.inner_rect;
    let below = scrolled.content_size.y - scrolled.state.unclamped_offset().y - room.height();
    if below < LEAST || room.height() < 6.0 * RADIUS {
        return;
    }
    let palette = palette(ui);
    let center = room.center_bottom() - vec2(0.0, RADIUS + 6.0);
    let edge = Stroke::new(palette.edge.max(1.0), palette.outline);
    ui.painter().circle(center, RADIUS, palette.surface, edge);
    let arm = |x: f32| center + vec2(x, -2.5);
    let points = vec![arm(-5.0), center + vec2(0.0, 3.0), arm(5.0)];
    ui.painter().line(points, Stroke::new(2.0, palette.ink));
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
