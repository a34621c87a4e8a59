//! The ring with the large number: what is left, readable from across the room.

use std::f32::consts::TAU;
use std::sync::Arc;

use eframe::egui::{
    Color32, FontFamily, FontId, Galley, Mesh, Painter, Pos2, Rect, Stroke, Ui, Vec2, vec2,
};

use crate::ui::text::shrunk;
use crate::ui::theme::{bold, palette};

/// In how many segments a whole ring is drawn.
const SEGMENTS: u8 = 24;
/// Of how many straight pieces a segment is made: of at most a degree and a half, so that no corner is
/// seen on the largest screen.
const PIECES: u8 = 10;

/// What is drawn into the ring.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ring<'a> {
    pub number: &'a str,
    pub caption: &'a str,
    /// How much of it is full, from 0 to 1; it runs out towards the top.
    pub share: f32,
    /// Whether it is read from across the room.
    pub afar: bool,
    /// Whether time stands still: then nothing in it has the colour of what goes on.
    pub still: bool,
    /// Whether it counts what is to be done. The time in between has a thin ring, which is told from
    /// it across the room.
    pub works: bool,
}

impl Ring<'_> {
    /// Paints the ring into a square.
    pub(super) fn paint(&self, ui: &Ui, square: Rect) {
        let palette = palette(ui);
        let painter = ui.painter();
        let diameter = square.width();
        let share = if self.works { 0.05 } else { 0.02 };
        let thickness = (diameter * share).max(2.0);
        let radius = (diameter - thickness) / 2.0;
        let center = square.center();
        let color = if self.still {
            palette.muted
        } else {
            palette.teal
        };
        arc(
            painter,
            center,
            radius,
            1.0,
            Stroke::new(thickness, palette.track),
        );
        arc(
            painter,
            center,
            radius,
            self.share,
            Stroke::new(thickness, color),
        );

        let (size, width, below) = if self.afar {
            (0.46, 0.74, 0.215)
        } else {
            (0.38, 0.66, 0.19)
        };
        let number = FontId::new(diameter * size, bold());
        let number = shrunk(ui, self.number, number, diameter * width);
        let caption_size = (diameter * 0.064).max(12.0);
        // In a small ring the caption is large, and needs its distance.
        let below = f32::max(below, 0.115 + 0.6 * caption_size / diameter);
        let caption = FontId::new(caption_size, FontFamily::Proportional);
        // The ring is narrow where the caption ends below.
        let lowest = diameter * below + caption_size * 0.6;
        let chord = 2.0 * half_chord(radius - thickness / 2.0, lowest) - 4.0;
        let caption = shrunk(ui, self.caption, caption, chord.min(diameter * 0.74));
        // Digits fill the middle of their line: the number sits a little above the ring's middle,
        // and the caption where the digits end.
        centered(
            painter,
            center - vec2(0.0, diameter * 0.045),
            number,
            palette.ink,
        );
        centered(
            painter,
            center + vec2(0.0, diameter * below),
            caption,
            palette.muted,
        );
    }
}

/// Half of the width of a circle at a distance from its middle.
fn half_chord(radius: f32, distance: f32) -> f32 {
    (radius * radius - distance * distance).max(0.0).sqrt()
}

/// The part `share` of a circle, clockwise from the top, with round ends. It is drawn in segments, so
/// that from one second to the next only the last of them differs.
fn arc(painter: &Painter, center: Pos2, radius: f32, share: f32, stroke: Stroke) {
    if share <= 0.0 {
        return;
    }
    let share = share.min(1.0);
    let blur = 1.0 / painter.pixels_per_point();
    for segment in 0..SEGMENTS {
        let end = |segment: u8| f32::from(segment) / f32::from(SEGMENTS);
        let (from, to) = (end(segment), end(segment + 1).min(share));
        if from < to {
            painter.add(band(center, radius, [from, to], stroke, blur));
        }
    }
    if share < 1.0 {
        for end in [0.0, share] {
            let end = center + radius * around(end);
            painter.circle_filled(end, stroke.width / 2.0, stroke.color);
        }
    }
}

/// A piece of a circle between two parts of it, whose edges along the circle are `blur` wide and soft,
/// as those of egui's lines are. Its ends are sharp: the next piece begins there.
fn band(center: Pos2, radius: f32, [from, to]: [f32; 2], stroke: Stroke, blur: f32) -> Mesh {
    let (half, color) = (stroke.width / 2.0, stroke.color);
    let across = [
        (half + blur / 2.0, Color32::TRANSPARENT),
        (half - blur / 2.0, color),
        (-half + blur / 2.0, color),
        (-half - blur / 2.0, Color32::TRANSPARENT),
    ];
    let mut mesh = Mesh::default();
    for piece in 0..=PIECES {
        let along = f32::from(piece) / f32::from(PIECES);
        let direction = around(from + (to - from) * along);
        for (beside, color) in across {
            mesh.colored_vertex(center + (radius + beside) * direction, color);
        }
    }
    for piece in 0..u32::from(PIECES) {
        for at in (4 * piece..).take(3) {
            mesh.add_triangle(at, at + 1, at + 4);
            mesh.add_triangle(at + 1, at + 4, at + 5);
        }
    }
    mesh
}

/// The direction of a part of the circle, clockwise from the top.
fn around(part: f32) -> Vec2 {
    Vec2::angled(TAU * (part - 0.25))
}

fn centered(painter: &Painter, center: Pos2, galley: Arc<Galley>, color: Color32) {
    painter.galley(center - galley.size() / 2.0, galley, color);
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, RawInput, Shape, pos2};

    use super::*;

    /// What is drawn of an arc with so much of it left.
    fn drawn(share: f32) -> Vec<Shape> {
        let mut output = Context::default().run_ui(RawInput::default(), |ui| {
            let stroke = Stroke::new(19.0, Color32::RED);
            arc(ui.painter(), pos2(200.0, 200.0), 180.0, share, stroke);
        });
        output.textures_delta.clear();
        let shapes = output.shapes.into_iter().map(|clipped| clipped.shape);
        shapes.filter(|shape| *shape != Shape::Noop).collect()
    }

    #[test]
    fn as_a_second_passes_only_the_end_of_the_ring_differs() {
        let all = drawn(1.0);
        assert_eq!(all.len(), usize::from(SEGMENTS));
        for second in 1..60_u8 {
            let [before, after] = [second, second - 1].map(|left| drawn(f32::from(left) / 60.0));
            let differs = |shape: &&Shape| !after.contains(shape);
            let changed: Vec<_> = before.iter().filter(differs).collect();
            assert!((1..=3).contains(&changed.len()), "{second}: {changed:?}");
            for shape in changed {
                let size = shape.visual_bounding_rect().size();
                assert!(size.max_elem() < 60.0, "{second}: {size}");
            }
        }
    }

    #[test]
    fn segments_join_without_a_gap() {
        let segments = drawn(1.0);
        let vertices = |shape: &Shape| match shape {
            Shape::Mesh(mesh) => mesh.vertices.clone(),
            other => panic!("{other:?}"),
        };
        for pair in segments.windows(2) {
            let [one, next] = [0, 1].map(|at| vertices(&pair[at]));
            assert_eq!(one[one.len() - 4..], next[..4]);
        }
    }
}
