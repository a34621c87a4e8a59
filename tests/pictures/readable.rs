//! Every word on a screen is told from what it stands on: measured on what was drawn, whichever
//! colours a screen has named.

use std::collections::BTreeSet;

use eframe::egui::epaint::{ClippedShape, TextShape};
use eframe::egui::{Color32, Context, FullOutput, Shape};
use image::RgbImage;
use supple::ui::theme::contrast;

use crate::canvas::Canvas;

/// Draws all of it on paper, and tells every text that has less contrast than `least` to anything
/// below it.
pub(crate) fn draw(
    ctx: &Context,
    output: &FullOutput,
    paper: Color32,
    least: f64,
) -> (RgbImage, Vec<String>) {
    let mut canvas = Canvas::new(ctx, paper);
    let mut faint = BTreeSet::new();
    for shape in &output.shapes {
        each_text(&shape.shape, &mut |text| {
            if let Some(ratio) = measure(&canvas, shape, text).filter(|ratio| *ratio < least) {
                faint.insert(format!("{:?} has {ratio:.2} to 1", text.galley.text()));
            }
        });
        canvas.add(shape);
    }
    (canvas.picture, faint.into_iter().collect())
}

fn each_text(shape: &Shape, see: &mut impl FnMut(&TextShape)) {
    match shape {
        Shape::Text(text) => see(text),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| each_text(shape, see)),
        _ => {}
    }
}

/// The least contrast of a text to the pixels below it; `None` if nothing of it is in view.
fn measure(canvas: &Canvas, shape: &ClippedShape, text: &TextShape) -> Option<f64> {
    let mut least: Option<f64> = None;
    for placed in &text.galley.rows {
        let visuals = &placed.row.visuals;
        let letters = &visuals.mesh.vertices[visuals.glyph_vertex_range.clone()];
        let colors: BTreeSet<[u8; 4]> = letters
            .iter()
            .map(|corner| inked(text, corner.color).to_array())
            .collect();
        let place = visuals
            .mesh_bounds
            .translate(text.pos.to_vec2() + placed.pos.to_vec2());
        let place = place.intersect(shape.clip_rect);
        let grounds: BTreeSet<[u8; 4]> = if place.is_positive() {
            canvas
                .colors_in(place)
                .map(|color| color.to_array())
                .collect()
        } else {
            BTreeSet::new()
        };
        for color in &colors {
            for ground in &grounds {
                let of = |[red, green, blue, _]: [u8; 4]| Color32::from_rgb(red, green, blue);
                let ratio = contrast(of(*color), of(*ground));
                least = Some(least.map_or(ratio, |least| least.min(ratio)));
            }
        }
    }
    least
}

fn inked(text: &TextShape, color: Color32) -> Color32 {
    let own = text.override_text_color.unwrap_or(color);
    if own == Color32::PLACEHOLDER {
        text.fallback_color
    } else {
        own
    }
}
