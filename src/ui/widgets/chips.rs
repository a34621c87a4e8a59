//! Several things of which any number is chosen.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
    vec2,
};

use super::{Icon, focus_ring, row};
use crate::ui::theme::{Type, palette, radius, space};

/// Draws them beside one another, and takes one in or out when it is pressed; gives whether one was.
pub fn chips<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut Vec<T>,
    options: &[(T, String)],
) -> bool {
    let mut is_pressed = false;
    let group = row(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::XS + 2.0);
        for (value, text) in options {
            let is_chosen = chosen.contains(value);
            if chip_button(ui, text, is_chosen).clicked() {
                is_pressed = true;
                if is_chosen {
                    chosen.retain(|it| it != value);
                } else {
                    chosen.push(*value);
                }
            }
        }
    });
    ui.ctx().accesskit_node_builder(group.response.id, |node| {
        node.set_role(Role::Group);
        node.set_label(name);
    });
    is_pressed
}

fn chip_button(ui: &mut Ui, text: &str, is_chosen: bool) -> Response {
    let padding = vec2(space::M - 2.0, space::S);
    let font = if is_chosen {
        Type::Strong.font()
    } else {
        Type::Body.font()
    };
    let widest = (ui.max_rect().width() - 2.0 * padding.x).max(40.0);
    let galley = ui
        .painter()
        .layout(text.to_owned(), font, Color32::PLACEHOLDER, widest);
    let size = vec2(
        galley.size().x + 2.0 * padding.x,
        space::CONTROL.max(galley.size().y + 2.0 * padding.y),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_chosen, text));
    let palette = palette(ui);
    let (fill, edge, color) = match (is_chosen, response.hovered()) {
        (true, _) => (palette.teal_soft, palette.teal_ink, palette.teal_ink),
        (false, true) => (palette.chip, palette.outline, palette.ink),
        (false, false) => (palette.surface, palette.outline, palette.ink),
    };
    let width = palette.edge + if is_chosen { 1.0 } else { 0.0 };
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::BUTTON),
        fill,
        Stroke::new(width, edge),
        StrokeKind::Inside,
    );
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, &response, radius::BUTTON);
    response
}

/// A round button that takes something in, and then shows that it is in.
#[must_use = "it is seen once it is added: `ui.add(pick)`"]
#[derive(Debug)]
pub struct Pick<'a> {
    /// What it takes in, for screen readers.
    pub name: &'a str,
    pub is_in: bool,
}

impl Widget for Pick<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(space::CONTROL), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), self.is_in, self.name)
        });
        if !ui.is_rect_visible(rect) {
            focus_ring(ui, &response, 18);
            return response;
        }
        let palette = palette(ui);
        let (fill, edge, color, icon) = match (self.is_in, response.hovered()) {
            (true, _) => (
                palette.teal_fill,
                palette.teal_fill,
                palette.on_teal,
                Icon::Check,
            ),
            (false, true) => (palette.chip, palette.outline, palette.ink, Icon::Plus),
            (false, false) => (palette.surface, palette.outline, palette.ink, Icon::Plus),
        };
        let edge = Stroke::new(palette.edge, edge);
        let radius = rect.width() / 2.0;
        ui.painter()
            .circle(rect.center(), radius - edge.width / 2.0, fill, edge);
        let square = Rect::from_center_size(rect.center(), rect.size() * 0.5);
        icon.draw(ui.painter(), square, color);
        focus_ring(ui, &response, 18);
        response
    }
}
