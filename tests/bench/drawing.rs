//! Drawing figures: what a picture of one costs before the graphics driver gets it.

use std::hint::black_box;
use std::time::Duration;

use eframe::egui::epaint::{Mesh, TessellationOptions, Tessellator};
use eframe::egui::{Pos2, Rect, vec2};
use supple::figure::{Moment, Palette, names, shipped};
use supple::routine::Side;
use supple::ui::figure::Posed;

use crate::figures::{Times, figure, heading, in_words};

const RUNS: usize = 200;

pub(crate) fn run() {
    heading("Drawing a figure in the middle of its movement");
    tell("its shapes alone", shapes);
    tell("from its pose to triangles", triangles);
}

/// Prints what it takes of all figures.
fn tell(what: &str, of: impl Fn(&Posed<'_>) -> Duration) {
    let time = |name| of(&posed(name));
    let mut each: Vec<(Duration, &str)> = names().map(|name| (time(name), name)).collect();
    each.sort();
    let (median, _) = each[each.len() / 2];
    let (most, slowest) = each[each.len() - 1];
    let count = each.len();
    figure(
        &format!("{what}, {count} figures, the median one"),
        &in_words(median),
    );
    figure(&format!("{what}, the slowest, {slowest}"), &in_words(most));
}

fn posed(name: &str) -> Posed<'static> {
    Posed {
        figure: shipped(name).unwrap(),
        moment: Moment::entering(Duration::from_millis(500)),
        side: Some(Side::Left),
    }
}

fn shapes(posed: &Posed<'_>) -> Duration {
    let times = Times::of(RUNS, || {
        black_box(posed.figure.shapes(posed.moment, posed.side));
    });
    times.median()
}

fn triangles(posed: &Posed<'_>) -> Duration {
    let area = Rect::from_min_size(Pos2::ZERO, vec2(720.0, 320.0));
    let times = Times::of(RUNS, || {
        let options = TessellationOptions::default();
        let mut tessellator = Tessellator::new(1.0, options, [1, 1], Vec::new());
        let mut mesh = Mesh::default();
        for shape in posed.shapes(area, Palette::Light) {
            tessellator.tessellate_shape(shape, &mut mesh);
        }
        black_box(mesh);
    });
    times.median()
}
