//! The ring with the large number: what is left, readable from across the room.

use std::f32::consts::TAU;
use std::sync::Arc;

use eframe::egui::{
    Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, Ui, Vec2, vec2,
};

use crate::ui::text::shrunk;
use crate::ui::theme::{bold, palette};

/// Of how many straight pieces an arc is made.
const PIECES: u8 = 240;

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

/// The part `share` of a circle, clockwise from the top, with round ends.
fn arc(painter: &Painter, center: Pos2, radius: f32, share: f32, stroke: Stroke) {
    if share <= 0.0 {
        return;
    }
    let at = |part: f32| center + radius * Vec2::angled(TAU * (part - 0.25));
    // Straight pieces of at most a degree and a half: no corner is seen on the largest screen.
    let points = |pieces: u8| {
        (0..pieces)
            .map(|piece| at(share * f32::from(piece) / f32::from(PIECES)))
            .collect()
    };
    if share >= 1.0 {
        painter.add(Shape::closed_line(points(PIECES), stroke));
        return;
    }
    painter.line(points(PIECES + 1), stroke);
    for end in [at(0.0), at(share)] {
        painter.circle_filled(end, stroke.width / 2.0, stroke.color);
    }
}

fn centered(painter: &Painter, center: Pos2, galley: Arc<Galley>, color: Color32) {
    painter.galley(center - galley.size() / 2.0, galley, color);
}
