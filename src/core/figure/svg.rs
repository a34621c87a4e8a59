//! A figure as SVG, for handouts and galleries.

use std::fmt::Write as _;

use super::palette::Palette;
use super::shape::{GLOW, Geometry, Role, Shape, disc, outline};
use super::{Disc, Figure, Moment, Point};
use crate::side::Side;

/// Units of the drawing for one torso: enough for two digits after the point to be exact.
const SCALE: f32 = 100.0;

/// One `<svg>` element, complete in itself: a file of its own or a part of an HTML page. It fills
/// the width it is given and keeps its proportions; its ground is left clear.
///
/// `label` is what a screen reader says.
pub fn element(
    figure: &Figure,
    moment: Moment,
    side: Option<Side>,
    palette: Palette,
    label: &str,
) -> String {
    let frame = figure.frame(side);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{} {} {} {}\" role=\"img\" aria-label=\"{}\">",
        Number(frame.min.x * SCALE),
        Number(-frame.max.y * SCALE),
        Number(frame.width() * SCALE),
        Number(frame.height() * SCALE),
        escaped(label),
    );
    for shape in figure.shapes(moment, side) {
        // Writing to a string can't fail.
        let _ = write_shape(&mut svg, &shape, palette);
    }
    svg.push_str("</svg>\n");
    svg
}

fn write_shape(svg: &mut String, shape: &Shape, palette: Palette) -> std::fmt::Result {
    let colour = hex(palette, shape.role);
    let opacity = if shape.opacity < 1.0 {
        format!(" opacity=\"{}\"", Number(shape.opacity))
    } else {
        String::new()
    };
    match &shape.geometry {
        Geometry::Hull(discs) => match discs[..] {
            [Disc { center, radius }] => write!(
                svg,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{colour}\"{opacity}/>",
                Number(center.x * SCALE),
                Number(-center.y * SCALE),
                Number(radius * SCALE),
            ),
            _ => write!(
                svg,
                "<path d=\"{}\" fill=\"{colour}\"{opacity}/>",
                path(discs)
            ),
        },
        Geometry::Band { left, right } => {
            write!(svg, "<polygon points=\"")?;
            for point in left.iter().chain(right.iter().rev()) {
                write!(svg, "{} ", At(*point))?;
            }
            write!(svg, "\" fill=\"{colour}\"{opacity}/>")
        }
        Geometry::Line { points, width } => {
            write!(svg, "<polyline points=\"")?;
            for point in points {
                write!(svg, "{} ", At(*point))?;
            }
            write!(
                svg,
                "\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"{opacity}/>",
                Number(width * SCALE),
            )
        }
        Geometry::Glow {
            center,
            axis,
            across,
        } => {
            // Named after its colour: the same name always means the same fill, however many
            // figures share a page.
            let name = format!("glow-{}", colour.trim_start_matches('#'));
            write!(svg, "<radialGradient id=\"{name}\">")?;
            for (at, strength) in GLOW {
                write!(
                    svg,
                    "<stop offset=\"{at}\" stop-color=\"{colour}\" stop-opacity=\"{strength}\"/>"
                )?;
            }
            write!(
                svg,
                "</radialGradient><ellipse rx=\"{}\" ry=\"{}\" transform=\"translate({}) rotate({})\" fill=\"url(#{name})\"{opacity}/>",
                Number(axis.length() * SCALE),
                Number(across * SCALE),
                At(*center),
                Number(-axis.angle()),
            )
        }
    }
}

fn path(discs: &[Disc]) -> String {
    let mut path = String::new();
    let arcs = outline(discs);
    if let [arc] = arcs[..] {
        // A full turn can't be one SVG arc.
        let Disc { center, radius } = arc.disc;
        let whole = disc(center, radius);
        let right = At(whole.center + Point::along(0.0) * radius);
        let left = At(whole.center + Point::along(180.0) * radius);
        let radius = Number(radius * SCALE);
        return format!("M{right}A{radius} {radius} 0 1 0 {left}A{radius} {radius} 0 1 0 {right}Z");
    }
    for (place, arc) in arcs.iter().enumerate() {
        let radius = Number(arc.disc.radius * SCALE);
        let large = u8::from(arc.end - arc.start > 180.0);
        let to = if place == 0 { 'M' } else { 'L' };
        // Writing to a string can't fail.
        let _ = write!(
            path,
            "{to}{}A{radius} {radius} 0 {large} 0 {}",
            At(arc.at(arc.start)),
            At(arc.at(arc.end)),
        );
    }
    path.push('Z');
    path
}

fn hex(palette: Palette, role: Role) -> String {
    let [red, green, blue] = palette.rgb(role);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A text as it stands in a page or in an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Two digits after the point, and none where there is nothing to say.
struct Number(f32);

impl std::fmt::Display for Number {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = format!("{:.2}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        out.write_str(if text == "-0" { "0" } else { text })
    }
}

/// A point in the drawing, where y points down.
struct At(Point);

impl std::fmt::Display for At {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} {}",
            Number(self.0.x * SCALE),
            Number(-self.0.y * SCALE)
        )
    }
}
