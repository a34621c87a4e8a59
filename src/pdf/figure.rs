//! A figure drawn on the page of a PDF.

use krilla::geom::{Path, PathBuilder, Transform};
use krilla::paint::{Fill, LineCap, LineJoin, RadialGradient, SpreadMethod, Stop, Stroke};
use krilla::surface::Surface;

use super::ink::{filled, paint, share};
use crate::figure::{Arc, Disc, GLOW, Geometry, Palette, Point, Rect, Shape, outline};

/// Where a figure stands on the page. Its own y points up, that of the page down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Where the figure's own origin is.
    x: f32,
    y: f32,
    /// Points for one torso.
    scale: f32,
}

impl Place {
    /// In the middle of a box, as large as there is room.
    pub(super) fn fitting(frame: Rect, [x, y]: [f32; 2], [width, height]: [f32; 2]) -> Self {
        let scale = (width / frame.width()).min(height / frame.height());
        let left = x + (width - frame.width() * scale) / 2.0;
        let top = y + (height - frame.height() * scale) / 2.0;
        Self {
            x: left - frame.min.x * scale,
            y: top + frame.max.y * scale,
            scale,
        }
    }

    fn on_page(self, point: Point) -> (f32, f32) {
        (self.x + point.x * self.scale, self.y - point.y * self.scale)
    }
}

pub(super) fn draw(surface: &mut Surface<'_>, shape: &Shape, place: Place) {
    let colour = Palette::Light.rgb(shape.role);
    let fill = filled(colour, shape.opacity);
    surface.set_stroke(None);
    match &shape.geometry {
        Geometry::Hull(discs) => fill_path(surface, hull(discs, place), fill),
        Geometry::Band { left, right } => {
            let mut path = PathBuilder::new();
            let points = left.iter().chain(right.iter().rev());
            trace(&mut path, points, place);
            path.close();
            fill_path(surface, path.finish(), fill);
        }
        Geometry::Line { points, width } => {
            let mut path = PathBuilder::new();
            trace(&mut path, points, place);
            let Some(path) = path.finish() else {
                return;
            };
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: paint(colour),
                width: width * place.scale,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                opacity: share(shape.opacity),
                ..Stroke::default()
            }));
            surface.draw_path(&path);
            surface.set_stroke(None);
        }
        Geometry::Glow {
            center,
            axis,
            across,
        } => {
            let long = axis.length();
            let side = if long > 0.0 {
                axis.left() * (across / long)
            } else {
                Point { x: 0.0, y: *across }
            };
            let (x, y) = place.on_page(*center);
            let scale = place.scale;
            // From a circle of radius 1 to the ellipse on the page.
            let row = Transform::from_row(
                axis.x * scale,
                -axis.y * scale,
                side.x * scale,
                -side.y * scale,
                x,
                y,
            );
            let stops = GLOW.map(|(offset, strength)| Stop {
                offset: share(offset),
                color: krilla::color::rgb::Color::new(colour[0], colour[1], colour[2]).into(),
                opacity: share(strength),
            });
            let gradient = RadialGradient {
                fx: 0.0,
                fy: 0.0,
                fr: 0.0,
                cx: 0.0,
                cy: 0.0,
                cr: 1.0,
                transform: row,
                spread_method: SpreadMethod::Pad,
                stops: stops.into(),
                anti_alias: false,
            };
            let fill = Fill {
                paint: gradient.into(),
                ..fill
            };
            let mut path = PathBuilder::new();
            let whole = Arc {
                disc: Disc {
                    center: Point::default(),
                    radius: 1.0,
                },
                start: 0.0,
                end: 360.0,
            };
            let onto = |point: Point| {
                let (along, aside) = (*axis * point.x, side * point.y);
                place.on_page(*center + along + aside)
            };
            add_arc(&mut path, &whole, true, onto);
            path.close();
            fill_path(surface, path.finish(), fill);
        }
    }
}

fn fill_path(surface: &mut Surface<'_>, path: Option<Path>, fill: Fill) {
    if let Some(path) = path {
        surface.set_fill(Some(fill));
        surface.draw_path(&path);
    }
}

fn trace<'p>(path: &mut PathBuilder, points: impl IntoIterator<Item = &'p Point>, place: Place) {
    for (index, point) in points.into_iter().enumerate() {
        let (x, y) = place.on_page(*point);
        if index == 0 {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
}

fn hull(discs: &[Disc], place: Place) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, arc) in outline(discs).iter().enumerate() {
        add_arc(&mut path, arc, index == 0, |point| place.on_page(point));
    }
    path.close();
    path.finish()
}

/// An arc as curves of a quarter turn at most. PDF has no arcs.
fn add_arc(path: &mut PathBuilder, arc: &Arc, is_first: bool, onto: impl Fn(Point) -> (f32, f32)) {
    let Disc { center, radius } = arc.disc;
    let turn = arc.end - arc.start;
    let (x, y) = onto(arc.at(arc.start));
    if is_first {
        path.move_to(x, y);
    } else {
        path.line_to(x, y);
    }
    let parts = (turn / 90.0).ceil().max(1.0);
    let step = turn / parts;
    // How far the handles are from the ends, for a radius of 1.
    let handle = 4.0 / 3.0 * (step.to_radians() / 4.0).tan();
    let mut from = arc.start;
    while from < arc.end - 0.001 {
        let to = from + step;
        let [start, end] = [from, to].map(Point::along);
        let first = onto(center + (start + start.left() * handle) * radius);
        let second = onto(center + (end + end.left() * -handle) * radius);
        let last = onto(center + end * radius);
        path.cubic_to(first.0, first.1, second.0, second.1, last.0, last.1);
        from = to;
    }
}
