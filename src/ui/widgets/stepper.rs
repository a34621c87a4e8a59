//! A number or a length of time, typed or counted up and down.

use eframe::egui::{
    Align2, CornerRadius, Frame, Id, Key, Margin, Rect, Response, Sense, Stroke, StrokeKind,
    TextEdit, Ui, UiBuilder, vec2,
};

use super::{Icon, focus_ring};
use crate::ui::theme::{Type, palette, radius, space};

/// The field with its two buttons.
#[must_use = "a field is seen once it is shown"]
#[derive(Debug)]
pub struct Stepper<'a> {
    pub id: Id,
    pub name: &'a str,
    /// What counts while nothing is written.
    pub hint: &'a str,
    pub is_wrong: bool,
    pub width: f32,
    /// What the buttons would make of it; none where they can't.
    pub down: Option<String>,
    pub up: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stepped {
    /// Another text is typed.
    Typed,
    /// It was counted to this.
    To(String),
}

const BUTTON: f32 = 30.0;

impl Stepper<'_> {
    /// Draws it; gives the field and what was done to it.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> (Response, Option<Stepped>) {
        let size = vec2(self.width, space::CONTROL);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let palette = palette(ui);
        let (width, edge) = if self.is_wrong {
            (2.0, palette.danger_line)
        } else {
            (palette.edge, palette.outline)
        };
        let (muted, corner) = (palette.muted, CornerRadius::same(radius::BUTTON));
        let edge = Stroke::new(width, edge);
        ui.painter()
            .rect(rect, corner, palette.surface, edge, StrokeKind::Inside);
        let inner = rect.shrink(1.0);
        let left = inner.with_max_x(inner.left() + BUTTON);
        let right = inner.with_min_x(inner.right() - BUTTON);
        let middle = Rect::from_x_y_ranges(left.right()..=right.left(), inner.y_range());
        let mut stepped = None;
        if button(
            ui,
            left,
            Icon::Minus,
            self.id.with("down"),
            self.down.is_some(),
        ) {
            stepped = self.down.clone().map(Stepped::To);
        }
        let response = ui
            .scope_builder(UiBuilder::new().max_rect(middle), |ui| {
                let edit = TextEdit::singleline(text)
                    .id(self.id)
                    .font(Type::Body.font())
                    .hint_text(Type::Body.text(self.hint, muted))
                    .frame(Frame::NONE.inner_margin(Margin::symmetric(2, 8)))
                    .align(Align2::CENTER_CENTER)
                    .desired_width(middle.width() - 4.0);
                ui.add(edit).accessible_name(self.name)
            })
            .inner;
        if response.changed() {
            stepped = Some(Stepped::Typed);
        }
        if button(ui, right, Icon::Plus, self.id.with("up"), self.up.is_some()) {
            stepped = self.up.clone().map(Stepped::To);
        }
        if response.has_focus() {
            // With Alt they move the exercise.
            let pressed =
                |key| ui.input(|input| input.key_pressed(key) && input.modifiers.is_none());
            if pressed(Key::ArrowUp) {
                stepped = self.up.map(Stepped::To);
            } else if pressed(Key::ArrowDown) {
                stepped = self.down.map(Stepped::To);
            }
        }
        if response.has_focus() {
            focus_ring(ui, &response.clone().with_new_rect(rect), radius::BUTTON);
        }
        (response, stepped)
    }
}

/// For the pointer alone: the arrows do the same in the field, and the Tab key has less to go through.
fn button(ui: &mut Ui, rect: Rect, icon: Icon, id: Id, can: bool) -> bool {
    let sense = if can { Sense::CLICK } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    let palette = palette(ui);
    let color = match (can, response.hovered()) {
        (false, _) => palette.track,
        (true, true) => palette.teal_ink,
        (true, false) => palette.ink,
    };
    if can && response.hovered() {
        let ground = rect.shrink(3.0);
        let corner = CornerRadius::same(radius::ROW);
        ui.painter().rect_filled(ground, corner, palette.chip);
    }
    let square = Rect::from_center_size(rect.center(), vec2(13.0, 13.0));
    icon.draw(ui.painter(), square, color);
    response.clicked()
}
