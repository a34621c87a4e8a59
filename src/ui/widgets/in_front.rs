//! A question, or anything else that stands in front of the page until it is answered.

use eframe::egui::accesskit::Role;
use eframe::egui::{Frame, Id, Margin, Modal, Stroke, Ui};

use super::section;
use crate::ui::spoken::leave;
use crate::ui::theme::{palette, radius};

/// What stands in front.
#[derive(Debug)]
pub struct InFront<'a> {
    pub id: Id,
    pub role: Role,
    pub title: &'a str,
    /// Between its edge and its words.
    pub margin: i8,
    /// How wide its words are where there is room.
    pub widest: f32,
}

/// What came of it.
#[derive(Debug)]
pub struct Answered<A> {
    pub answer: Option<A>,
    /// Whether the page behind it was pressed.
    pub is_passed: bool,
}

impl InFront<'_> {
    /// Draws it, its title at the top.
    pub fn show<A>(self, ui: &Ui, content: impl FnOnce(&mut Ui) -> Option<A>) -> Answered<A> {
        let palette = palette(ui);
        let window = ui.ctx().content_rect().width();
        // A window manager may make a window narrower than the margins alone.
        let width = (window - 3.0 * f32::from(self.margin)).clamp(0.0, self.widest);
        let frame = Frame::new()
            .fill(palette.surface)
            .stroke(Stroke::new(palette.edge, palette.line))
            .corner_radius(radius::CARD)
            .inner_margin(Margin::same(self.margin));
        let area = Modal::default_area(self.id)
            .role(self.role)
            .accessible_name(self.title);
        let dialog = Modal::new(self.id)
            .area(area)
            .frame(frame)
            .backdrop_color(palette.veil);
        let shown = dialog.show(ui.ctx(), |ui| {
            ui.set_width(width);
            section(ui, self.title);
            content(ui)
        });
        leave(ui.ctx());
        let answered = Answered {
            answer: shown.inner,
            is_passed: shown.backdrop_response.clicked(),
        };
        if answered.answer.is_some() || answered.is_passed {
            // What is behind it can be worked again only after the next drawing.
            ui.ctx().request_repaint();
        }
        answered
    }
}
