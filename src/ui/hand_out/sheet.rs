//! Sheets of paper on the screen.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::load::SizedTexture;
use eframe::egui::{
    Color32, CornerRadius, FontFamily, FontId, Image, Painter, Pos2, Rect, Sense, Stroke,
    StrokeKind, Ui, Vec2, pos2, vec2,
};

use super::Sheets;
use crate::document::{Modules, Sight};
use crate::figure::Palette;
use crate::pdf::preview::{Drawn, Page};
use crate::ui::figure::Posed;
use crate::ui::text::said;
use crate::ui::theme::{bold, palette, space};
use crate::words::{Message, Words};

/// A sheet grows no wider than this.
const WIDEST: f32 = 700.0;

/// Shows the sheets one below the other, as large as there is room.
pub(super) fn show(ui: &mut Ui, words: &Words, sheets: &Sheets) {
    let [width, height] = sheets.sheet.paper.size();
    let scale = ui.available_width().min(WIDEST) / width;
    for (index, page) in sheets.pages.iter().enumerate() {
        let size = vec2(width, height) * scale;
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let name = Message::new("hand-out-sheet")
            .with("number", index + 1)
            .with("of", sheets.pages.len());
        said(
            ui,
            rect,
            &format!("sheet {index}"),
            Role::Image,
            &words.message(&name),
        );
        if ui.is_rect_visible(rect) {
            paint(ui, sheets, page, rect, scale);
        }
        ui.add_space(space::S);
    }
}

fn paint(ui: &Ui, sheets: &Sheets, page: &Page, rect: Rect, scale: f32) {
    let edge = Stroke::new(palette(ui).edge, palette(ui).outline);
    let paper = Color32::WHITE;
    ui.painter()
        .rect(rect, CornerRadius::same(3), paper, edge, StrokeKind::Inside);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let at = |[x, y]: [f32; 2]| -> Pos2 { rect.min + vec2(x, y) * scale };
    for drawn in &page.drawn {
        match drawn {
            Drawn::Text {
                at: place,
                text,
                size,
                is_bold,
                colour,
            } => {
                let family = if *is_bold {
                    bold()
                } else {
                    FontFamily::Proportional
                };
                let font = FontId::new(size * scale, family);
                let galley = painter.layout_no_wrap(text.clone(), font, ink(*colour));
                painter.galley(at(*place), galley, ink(*colour));
            }
            Drawn::Sight {
                at: place,
                size,
                sight,
            } => {
                let area = Rect::from_min_size(at(*place), Vec2::from(*size) * scale);
                paint_sight(ui, sheets, sight, area);
            }
            Drawn::Code {
                at: place,
                side,
                modules,
            } => paint_code(&painter, modules, at(*place), side * scale),
            Drawn::Line {
                from,
                to,
                width,
                colour,
            } => {
                let stroke = Stroke::new((width * scale).max(0.5), ink(*colour));
                painter.line_segment([at(*from), at(*to)], stroke);
            }
            Drawn::Filled {
                at: place,
                size,
                radius,
                colour,
            } => {
                let area = Rect::from_min_size(at(*place), Vec2::from(*size) * scale);
                painter.rect_filled(area, radius * scale, ink(*colour));
            }
            Drawn::Frame {
                at: place,
                size,
                radius,
                width,
                colour,
            } => {
                let area = Rect::from_min_size(at(*place), Vec2::from(*size) * scale);
                let stroke = Stroke::new((width * scale).max(0.5), ink(*colour));
                painter.rect_stroke(area, radius * scale, stroke, StrokeKind::Middle);
            }
        }
    }
}

/// The dark modules, each stretch of them as one.
fn paint_code(painter: &Painter, modules: &Modules, at: Pos2, side: f32) {
    let count = |modules: usize| f32::from(u16::try_from(modules).unwrap_or(u16::MAX));
    let one = side / count(modules.side() + 2 * Modules::MARGIN);
    for (left, top, length) in modules.dark() {
        let corner = [left, top].map(|from| one * count(from + Modules::MARGIN));
        let stretch = vec2(one * count(length), one);
        let dark = Rect::from_min_size(at + Vec2::from(corner), stretch);
        painter.rect_filled(dark, CornerRadius::ZERO, Color32::BLACK);
    }
}

fn ink([red, green, blue]: [u8; 3]) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

fn paint_sight(ui: &Ui, sheets: &Sheets, sight: &Sight, area: Rect) {
    match sight {
        Sight::Figure {
            figure,
            moment,
            side,
        } => {
            let posed = Posed {
                figure,
                moment: *moment,
                side: *side,
            };
            posed.paint_in(ui, area, Palette::Light);
        }
        Sight::Photo(photo) => {
            let mut photos = sheets.photos.iter();
            if let Some((_, texture)) = photos.find(|(it, _)| Arc::ptr_eq(it, photo)) {
                let texture = SizedTexture::from(texture);
                let scale = (area.size() / texture.size).min_elem();
                let size = texture.size * scale;
                let min = pos2(
                    area.center().x - size.x / 2.0,
                    area.center().y - size.y / 2.0,
                );
                Image::new(texture).paint_at(ui, Rect::from_min_size(min, size));
            }
        }
    }
}
