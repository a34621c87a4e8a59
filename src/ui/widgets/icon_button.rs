//! A button with a picture alone.

use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, CornerRadius, Rect, Response, Sense, Ui, Vec2, Widget, WidgetInfo};

use super::{Icon, focus_ring};
use crate::ui::spoken;
use crate::ui::theme::{palette, radius, space};

/// A button that is known by its picture, for what is seldom needed. Its name and its key are shown
/// under the pointer.
#[must_use = "a button is seen once it is added: `ui.add(button)`"]
#[derive(Debug)]
pub struct IconButton<'a> {
    pub icon: Icon,
    /// What it does, for screen readers and for the pointer that rests on it.
    pub name: &'a str,
    /// The key that does the same, as it stands on keyboards; empty if none does.
    pub key: &'a str,
}

impl IconButton<'_> {
    pub const SIZE: Vec2 = Vec2::splat(space::CONTROL);
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(Self::SIZE, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        if !self.key.is_empty() {
            spoken::key(&response, self.key);
        }
        let palette = palette(ui);
        let (fill, color) = if response.hovered() {
            (palette.chip, palette.ink)
        } else {
            (Color32::TRANSPARENT, palette.muted)
        };
        let corner = CornerRadius::same(radius::ROW);
        ui.painter().rect_filled(rect, corner, fill);
        let picture = Rect::from_center_size(rect.center(), rect.size() * 0.6);
        self.icon.draw(ui.painter(), picture, color);
        focus_ring(ui, &response, radius::ROW);
        if self.key.is_empty() {
            response.on_hover_text(self.name)
        } else {
            response.on_hover_text(format!("{} · {}", self.name, self.key))
        }
    }
}
