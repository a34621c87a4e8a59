//! Posed figures on the screen.

use std::f32::consts::TAU;
use std::time::Duration;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2, vec2};

use super::theme::palette;
use super::widgets::Icon;
use crate::contain::contained;
use crate::figure::{self, Disc, Figure, GLOW, Geometry, Moment, Palette, Point, Role, outline};
use crate::routine::{Exercise, Side, Sides, Tempo};

/// A figure at a moment, for one side. No side means the one that its data shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Posed<'a> {
    pub figure: &'a Figure,
    pub moment: Moment,
    pub side: Option<Side>,
}

impl<'a> Posed<'a> {
    /// An exercise as it is held, for the side that it begins with.
    pub(super) fn in_hold(figure: &'a Figure, exercise: &Exercise) -> Self {
        let side = match exercise.sides {
            Sides::None => None,
            Sides::Left => Some(Side::Left),
            Sides::Right => Some(Side::Right),
            Sides::Each | Sides::Alternate => Some(exercise.first_side),
        };
        Self {
            figure,
            moment: Moment::HOLD,
            side,
        }
    }

    /// Draws it in the middle of `area`, as large as there is room.
    pub(super) fn paint(&self, ui: &Ui, area: Rect) {
        self.paint_in(ui, area, palette(ui).figures);
    }

    /// The same in colours of its own.
    pub(super) fn paint_in(&self, ui: &Ui, area: Rect, palette: Palette) {
        paint(ui, area, self.drawn(area, palette));
    }

    /// What is drawn, from the farthest to the nearest; `None` if that fails.
    pub(super) fn drawn(&self, area: Rect, palette: Palette) -> Option<Vec<Shape>> {
        kept_to_the_picture(|| self.shapes(area, palette))
    }

    /// What is drawn of it at a moment, in its own measures; nothing if that fails.
    pub(super) fn at(&self, moment: Moment) -> Vec<figure::Shape> {
        kept_to_the_picture(|| self.figure.shapes(moment, None)).unwrap_or_default()
    }

    /// How long the mannequin's trunk is in `area`, in points.
    pub(super) fn torso(&self, area: Rect) -> f32 {
        kept_to_the_picture(|| Stage::of(self.figure.frame(self.side), area).scale).unwrap_or(1.0)
    }

    /// How much wider than high it is.
    pub(super) fn shape(&self) -> Option<f32> {
        kept_to_the_picture(|| {
            let frame = self.figure.frame(self.side);
            frame.width() / frame.height()
        })
    }

    /// What is drawn, from the farthest to the nearest.
    pub fn shapes(&self, area: Rect, palette: Palette) -> Vec<Shape> {
        let stage = Stage {
            glow: match palette {
                // The skin is nearly as bright.
                Palette::HighContrastDark => 1.12,
                _ => 1.0,
            },
            ..Stage::of(self.figure.frame(self.side), area)
        };
        let mut shapes = Vec::new();
        if stage.scale <= 0.0 {
            // Points that all fall together have no directions for a painter to smooth.
            return shapes;
        }
        for shape in self.figure.shapes(self.moment, self.side) {
            let color = color(palette, shape.role).gamma_multiply(shape.opacity);
            stage.draw(&shape, color, &mut shapes);
        }
        shapes
    }
}

/// The moment of a figure that goes through its repetitions, so long after the first began.
pub(super) fn moment_at_pace(
    figure: &Figure,
    tempo: &Tempo,
    pace: Duration,
    since: Duration,
) -> Moment {
    let moment = kept_to_the_picture(|| match tempo.travel_at(since) {
        Some(travel) => figure.travelling(travel),
        None => figure.paced(since, pace),
    });
    moment.unwrap_or(Moment::HOLD)
}

/// What is asked of a figure. A panic in it costs the picture alone, and so nothing in the window asks a figure
/// but through here.
fn kept_to_the_picture<T>(ask: impl FnOnce() -> T) -> Option<T> {
    contained(|| {
        #[cfg(test)]
        faults::strike();
        ask()
    })
}

/// Figures that fail, for tests: no figure is known that does.
#[cfg(test)]
pub(crate) mod faults {
    use std::cell::Cell;

    thread_local! {
        static STRUCK: Cell<Option<u32>> = const { Cell::new(None) };
    }

    /// From now on every figure of this thread fails.
    pub(crate) fn begin() {
        STRUCK.set(Some(0));
    }

    /// How often one has failed since this was last asked.
    pub(crate) fn struck() -> u32 {
        STRUCK.replace(Some(0)).unwrap_or_default()
    }

    pub(super) fn strike() {
        if let Some(count) = STRUCK.get() {
            STRUCK.set(Some(count + 1));
            // As a panic would, and without its many lines.
            std::panic::resume_unwind(Box::new("a mistake in drawing"));
        }
    }
}

/// Paints what was drawn, or somebody who stands in for it.
fn paint(ui: &Ui, area: Rect, drawn: Option<Vec<Shape>>) {
    let painter = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
    match drawn {
        Some(shapes) => painter.extend(shapes),
        None => Icon::Standing.draw(&painter, middle_of(area), palette(ui).teal),
    }
}

/// The square in which somebody stands for a figure that can't be drawn.
fn middle_of(area: Rect) -> Rect {
    let side = area.size().min_elem() * 0.6;
    Rect::from_center_size(area.center(), Vec2::splat(side))
}

/// How a figure's own measures become points on the screen.
struct Stage {
    center: Pos2,
    /// The middle of what is shown, in the figure's measures.
    middle: Point,
    /// Points for one torso.
    scale: f32,
    /// How strong a glow is, as a multiple of what it is elsewhere.
    glow: f32,
}

impl Stage {
    fn of(frame: figure::Rect, area: Rect) -> Self {
        let scale = (area.width() / frame.width()).min(area.height() / frame.height());
        Self {
            center: area.center(),
            middle: frame.min.lerp(frame.max, 0.5),
            scale: scale.max(0.0),
            glow: 1.0,
        }
    }

    fn at(&self, point: Point) -> Pos2 {
        self.center + self.way(point - self.middle)
    }

    fn way(&self, way: Point) -> Vec2 {
        vec2(way.x, -way.y) * self.scale
    }

    fn draw(&self, shape: &figure::Shape, color: Color32, out: &mut Vec<Shape>) {
        match &shape.geometry {
            Geometry::Hull(discs) => out.push(self.hull(discs, color)),
            Geometry::Band { left, right } => self.band(left, right, color, out),
            Geometry::Line { points, width } => self.line(points, *width, color, out),
            Geometry::Glow {
                center,
                axis,
                across,
            } => out.push(self.glow(*center, *axis, *across, color)),
        }
    }

    fn hull(&self, discs: &[Disc], color: Color32) -> Shape {
        if let [Disc { center, radius }] = *discs {
            return Shape::circle_filled(self.at(center), radius * self.scale, color);
        }
        let mut points = Vec::new();
        for arc in outline(discs) {
            let turn = arc.end - arc.start;
            let pieces = pieces(turn, arc.disc.radius * self.scale);
            points.extend(
                (0..=pieces)
                    .map(|piece| arc.start + turn * f32::from(piece) / f32::from(pieces))
                    .map(|degrees| self.at(arc.at(degrees))),
            );
        }
        let points = apart(points);
        if turns_back(&points, true) {
            return Shape::mesh(fan(&points, color));
        }
        Shape::convex_polygon(points, color, Stroke::NONE)
    }

    /// Quads between the edges, and a fine line around them that smooths the border.
    fn band(&self, left: &[Point], right: &[Point], color: Color32, out: &mut Vec<Shape>) {
        let mut mesh = Mesh::default();
        for (index, (&left, &right)) in (0_u32..).zip(left.iter().zip(right)) {
            mesh.colored_vertex(self.at(left), color);
            mesh.colored_vertex(self.at(right), color);
            if index > 0 {
                let first = 2 * (index - 1);
                mesh.add_triangle(first, first + 1, first + 2);
                mesh.add_triangle(first + 1, first + 2, first + 3);
            }
        }
        out.push(Shape::mesh(mesh));
        let around = left.iter().chain(right.iter().rev());
        let mut around = apart(around.map(|&point| self.at(point)));
        around.extend(around.first().copied());
        stroke(around, Stroke::new(1.0, color), out);
    }

    /// Round at its ends, and at its corners where it can't be seen through.
    fn line(&self, points: &[Point], width: f32, color: Color32, out: &mut Vec<Shape>) {
        let width = width * self.scale;
        let points: Vec<Pos2> = points.iter().map(|&point| self.at(point)).collect();
        let last = points.len().saturating_sub(1);
        let rounded = |index: usize| index == 0 || index == last || color.is_opaque();
        for (index, &point) in points.iter().enumerate() {
            if rounded(index) {
                out.push(Shape::circle_filled(point, width / 2.0, color));
            }
        }
        stroke(apart(points), Stroke::new(width, color), out);
    }

    /// Rings of triangles from the middle outwards, each vertex as strong as the glow is there.
    fn glow(&self, center: Point, axis: Point, across: f32, color: Color32) -> Shape {
        const SPOKES: u8 = 48;
        let axis_length = axis.length().max(f32::EPSILON);
        let other = axis.left() * (across / axis_length);
        let mut mesh = Mesh::default();
        for (ring, (share, strength)) in (0_u32..).zip(GLOW) {
            let color = color.gamma_multiply((strength * self.glow).min(1.0));
            for spoke in 0..SPOKES {
                let (sin, cos) = (TAU * f32::from(spoke) / f32::from(SPOKES)).sin_cos();
                let way = axis * (cos * share) + other * (sin * share);
                mesh.colored_vertex(self.at(center + way), color);
                if ring > 0 {
                    let next = (spoke + 1) % SPOKES;
                    let [inner, outer] = [ring - 1, ring].map(|ring| ring * u32::from(SPOKES));
                    let [here, next] = [spoke, next].map(u32::from);
                    mesh.add_triangle(inner + here, inner + next, outer + here);
                    mesh.add_triangle(inner + next, outer + here, outer + next);
                }
            }
        }
        Shape::mesh(mesh)
    }
}

/// Points that lie on one another are one: a painter takes directions from each to the next.
fn apart(points: impl IntoIterator<Item = Pos2>) -> Vec<Pos2> {
    const TOGETHER: f32 = 0.01;
    let mut points: Vec<Pos2> = points.into_iter().collect();
    points.dedup_by(|one, other| one.distance(*other) < TOGETHER);
    while let [first, .., last] = points[..]
        && first.distance(last) < TOGETHER
    {
        points.pop();
    }
    points
}

/// Whether the way through the points, which may be `closed`, turns back somewhere: a painter that
/// joins its pieces there draws a spike, as long as one likes.
fn turns_back(points: &[Pos2], closed: bool) -> bool {
    /// The cosine of the sharpest turn.
    const SHARPEST: f32 = -0.9;
    let count = points.len();
    let corners = if closed {
        count
    } else {
        count.saturating_sub(2)
    };
    let mut around = points.iter().cycle();
    (0..corners).any(|_| {
        let mut three = around.clone();
        around.next();
        match (three.next(), three.next(), three.next()) {
            (Some(&a), Some(&b), Some(&c)) => {
                (b - a).normalized().dot((c - b).normalized()) < SHARPEST
            }
            _ => false,
        }
    })
}

/// A line through the points, which is closed if it ends where it begins.
fn stroke(points: Vec<Pos2>, stroke: Stroke, out: &mut Vec<Shape>) {
    let is_closed = points.len() > 2 && points.first() == points.last();
    let ring = points.split_last().map_or(&[][..], |(_, ring)| ring);
    if turns_back(if is_closed { ring } else { &points }, is_closed) {
        let pieces = points.windows(2).filter_map(|piece| piece.try_into().ok());
        out.extend(pieces.map(|piece: [Pos2; 2]| Shape::line_segment(piece, stroke)));
    } else if is_closed {
        out.push(Shape::closed_line(ring.to_vec(), stroke));
    } else {
        out.push(Shape::line(points, stroke));
    }
}

/// What lies between the points of a convex outline.
fn fan(points: &[Pos2], color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for (index, &point) in (0_u32..).zip(points) {
        mesh.colored_vertex(point, color);
        if index > 1 {
            mesh.add_triangle(0, index - 1, index);
        }
    }
    mesh
}

/// So many straight pieces of an arc of `turn` degrees and `radius` points look round.
fn pieces(turn: f32, radius: f32) -> u8 {
    // How far a piece may lie inside of its arc, in points.
    const MISS: f32 = 0.06;
    let each = 2.0 * (1.0 - MISS / radius.max(0.5)).acos().to_degrees();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what fits"
    )]
    let pieces = (turn / each).ceil().clamp(1.0, 90.0) as u8;
    pieces
}

fn color(palette: Palette, role: Role) -> Color32 {
    let [red, green, blue] = palette.rgb(role);
    Color32::from_rgb(red, green, blue)
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, RawInput, pos2};

    use super::*;
    use crate::figure::{names, shipped};
    use crate::ui::theme::{self, contrast};

    #[test]
    fn a_mistake_in_drawing_a_figure_costs_the_picture_alone() {
        let failed: Option<Vec<Shape>> =
            kept_to_the_picture(|| panic!("as a mistake in drawing would"));
        assert_eq!(failed, None);
        let ctx = Context::default();
        theme::install(&ctx);
        let mut output = ctx.run_ui(RawInput::default(), |ui| paint(ui, area(), failed.clone()));
        output.textures_delta.clear();
        let shapes = output.shapes.iter().map(|shape| &shape.shape);
        let instead = shapes
            .map(Shape::visual_bounding_rect)
            .fold(Rect::NOTHING, Rect::union);
        assert!(
            area().contains_rect(instead) && instead.is_positive(),
            "{instead}"
        );
    }

    fn area() -> Rect {
        Rect::from_min_size(pos2(20.0, 30.0), vec2(640.0, 360.0))
    }

    #[test]
    fn every_figure_fills_its_place_and_stays_inside() {
        for name in names() {
            let figure = shipped(name).unwrap();
            for side in [None, Some(Side::Left), Some(Side::Right)] {
                let posed = Posed {
                    figure,
                    moment: Moment::HOLD,
                    side,
                };
                let shapes = posed.shapes(area(), Palette::Light);
                let bounds = shapes
                    .iter()
                    .map(Shape::visual_bounding_rect)
                    .fold(Rect::NOTHING, Rect::union);
                assert!(bounds.is_finite(), "{name}");
                let frame = figure.frame(side);
                let stage = Stage::of(frame, area());
                let whole = Rect::from_two_pos(stage.at(frame.min), stage.at(frame.max));
                assert!(area().expand(0.01).contains_rect(whole), "{name}: {whole}");
                let fills = whole.size() / area().size();
                assert!((fills.max_elem() - 1.0).abs() < 1e-3, "{name}: {fills}");
            }
        }
    }

    #[test]
    fn the_colours_of_figures_are_those_of_the_theme() {
        for theme in [&theme::LIGHT, &theme::DARK] {
            assert_eq!(color(theme.figures, Role::Top), theme.teal_fill);
            assert_eq!(color(theme.figures, Role::Highlight), theme.coral);
        }
    }

    #[test]
    fn at_high_contrast_a_figure_stands_out_and_its_near_limbs_from_the_far_ones() {
        for theme in [&theme::HIGH_CONTRAST_LIGHT, &theme::HIGH_CONTRAST_DARK] {
            let color = |role| color(theme.figures, role);
            let figures = names().map(|name| shipped(name).unwrap());
            let shapes = figures.flat_map(|figure| figure.shapes(Moment::HOLD, None));
            for role in shapes.map(|shape| shape.role) {
                let ratio = contrast(color(role), theme.picture);
                assert!(ratio >= 3.0, "{:?} {role:?}: {ratio:.2}", theme.figures);
            }
            for (near, far) in [
                (Role::Skin, Role::SkinFar),
                (Role::Sleeve, Role::SleeveFar),
                (Role::Trousers, Role::TrousersFar),
                (Role::Shoe, Role::ShoeFar),
            ] {
                let ratio = contrast(color(near), color(far));
                assert!(ratio >= 1.9, "{:?} {near:?}: {ratio:.2}", theme.figures);
            }
        }
    }
}
