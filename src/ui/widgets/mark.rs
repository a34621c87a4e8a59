//! Small marks that say a fact and can't be pressed.

use eframe::egui::accesskit::Role;
use eframe::egui::scroll_area::ScrollAreaOutput;
use eframe::egui::{
    Color32, CornerRadius, Memory, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::ui::spoken;
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

/// A sign at the foot of what scrolls that there is more below. It stands at the edge, where no words end, and nothing
/// is pressed there: what lies under it can be. What has the keyboard is never under it.
pub fn more_below<R>(ui: &Ui, scrolled: &ScrollAreaOutput<R>) {
    const RADIUS: f32 = 9.0;
    /// So little more is the margin below the last words.
    const LEAST: f32 = 20.0;
    let room = scrolled.inner_rect;
    let below = scrolled.content_size.y - scrolled.state.unclamped_offset().y - room.height();
    if below < LEAST || room.height() < 6.0 * RADIUS {
        return;
    }
    let palette = palette(ui);
    let center = room.right_bottom() - vec2(RADIUS + 4.0, RADIUS + 4.0);
    // To ask where a control is takes the keyboard from it while another is pressed.
    let is_pressed = ui.input(|input| input.pointer.any_pressed() || input.pointer.any_click());
    let focused = ui.memory(Memory::focused).filter(|_| !is_pressed);
    let is_over_keyboard = focused.is_some_and(|focused| {
        let control = ui.ctx().read_response(focused);
        control.is_some_and(|control| control.rect.distance_to_pos(center) < RADIUS)
    });
    if is_over_keyboard && spoken::has_control(ui.ctx()) {
        return;
    }
    let edge = Stroke::new(palette.edge.max(1.0), palette.outline);
    ui.painter().circle(center, RADIUS, palette.surface, edge);
    let arm = |x: f32| center + vec2(x, -1.5);
    let points = vec![arm(-4.0), center + vec2(0.0, 2.5), arm(4.0)];
    ui.painter().line(points, Stroke::new(1.5, palette.ink));
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
