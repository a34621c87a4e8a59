//! What a figure is drawn with: a handful of convex shapes, each with the role its colour plays.

use super::geometry::{Point, Rect, point};

/// One piece of a figure. A picture is a list of these, from the farthest to the nearest.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    pub geometry: Geometry,
    pub role: Role,
    /// From 0, not there, to 1. Below 1 only while a highlight or an arrow comes or goes.
    pub opacity: f32,
}

/// Lengths are in torsos, y points up.
#[derive(Debug, Clone, PartialEq)]
pub enum Geometry {
    /// What a rubber band around these discs holds. One disc is a circle, two are a tapered limb,
    /// three and more a plate with round corners. Never empty.
    Hull(Vec<Disc>),
    /// A band between two edges of equally many points, each to each: what is not convex, such as
    /// a bent trunk. Neighbouring pairs make quads that never overlap much.
    Band { left: Vec<Point>, right: Vec<Point> },
    /// A line of even width with round ends and corners.
    Line { points: Vec<Point>, width: f32 },
    /// An ellipse that is strongest in its middle and fades to nothing at its edge. `axis` leads
    /// from the middle to the edge, `across` is the other radius.
    Glow {
        center: Point,
        axis: Point,
        across: f32,
    },
}

/// How strong a glow is from its middle, 0, to its edge, 1.
pub const GLOW: [(f32, f32); 6] = [
    (0.0, 0.88),
    (0.35, 0.82),
    (0.55, 0.6),
    (0.75, 0.26),
    (0.9, 0.06),
    (1.0, 0.0),
];

/// A circle with what is in it; lengths in torsos.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disc {
    pub center: Point,
    pub radius: f32,
}

pub(super) fn disc(center: Point, radius: f32) -> Disc {
    Disc { center, radius }
}

/// What a shape is, so that a palette can say its colour. The far variants are for limbs behind the
/// body, which are drawn darker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Skin,
    /// The neck and the ears, a shade from the face.
    SkinShade,
    SkinFar,
    Hair,
    Top,
    /// An arm in front of the top, a shade away from it so that the two can be distinguished.
    Sleeve,
    SleeveFar,
    Trousers,
    TrousersFar,
    Shoe,
    ShoeFar,
    /// What the person is on: a mat, or the line of the floor.
    Mat,
    /// Furniture and walls.
    Prop,
    /// The part of a prop that lies in shade.
    PropShade,
    /// A towel, or a pillow.
    Towel,
    /// An elastic band.
    Band,
    /// A stick, or a weight.
    Stick,
    /// Where the stretch is felt.
    Highlight,
    /// Where something moves to.
    Arrow,
}

impl Shape {
    pub(super) fn hull(role: Role, discs: impl Into<Vec<Disc>>) -> Self {
        Self {
            geometry: Geometry::Hull(discs.into()),
            role,
            opacity: 1.0,
        }
    }

    /// The box that holds the shape. A glow counts where it can be seen, not where it has faded.
    pub fn bounds(&self) -> Rect {
        match &self.geometry {
            Geometry::Hull(discs) => discs.iter().fold(Rect::EMPTY, |all, disc| {
                all.join(Rect::around(disc.center, disc.radius, disc.radius))
            }),
            Geometry::Line { points, width } => points.iter().fold(Rect::EMPTY, |all, &point| {
                all.join(Rect::around(point, width / 2.0, width / 2.0))
            }),
            Geometry::Band { left, right } => {
                left.iter().chain(right).fold(Rect::EMPTY, |all, &point| {
                    all.join(Rect::around(point, 0.0, 0.0))
                })
            }
            Geometry::Glow {
                center,
                axis,
                across,
            } => {
                const SEEN: f32 = 0.85;
                let long = axis.length().max(f32::EPSILON);
                let (cos, sin) = (axis.x / long, axis.y / long);
                let (long, across) = (SEEN * long, SEEN * across);
                Rect::around(
                    *center,
                    (long * cos).hypot(across * sin),
                    (long * sin).hypot(across * cos),
                )
            }
        }
    }

    /// All its measures, in the order in which they stand in its geometry.
    pub(super) fn measures(&self) -> Vec<f32> {
        let flat = |points: &[Point]| -> Vec<f32> {
            let points = points.iter();
            points.flat_map(|point| [point.x, point.y]).collect()
        };
        match &self.geometry {
            Geometry::Hull(discs) => {
                let of = |disc: &Disc| [disc.center.x, disc.center.y, disc.radius];
                discs.iter().flat_map(of).collect()
            }
            Geometry::Band { left, right } => [flat(left), flat(right)].concat(),
            Geometry::Line { points, width } => [flat(points), vec![*width]].concat(),
            Geometry::Glow {
                center,
                axis,
                across,
            } => [flat(&[*center, *axis]), vec![*across]].concat(),
        }
    }

    /// Whether it is the same shape, with no measure farther off than `within`, to the eye as strong.
    fn is_near(&self, other: &Self, within: f32) -> bool {
        /// A glow that comes or goes is seen to do so in steps of more than this.
        const OPACITY: f32 = 0.08;
        let (own, others) = (self.measures(), other.measures());
        self.role == other.role
            && (self.opacity - other.opacity).abs() <= OPACITY
            && own.len() == others.len()
            && own.iter().zip(others).all(|(a, b)| (a - b).abs() <= within)
    }

    /// See [`Point::mirrored`].
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        match &mut self.geometry {
            Geometry::Hull(discs) => {
                for disc in discs {
                    disc.center = disc.center.mirrored();
                }
            }
            Geometry::Line { points, .. } => {
                for point in points {
                    *point = point.mirrored();
                }
            }
            Geometry::Band { left, right } => {
                for point in left.iter_mut().chain(right) {
                    *point = point.mirrored();
                }
            }
            Geometry::Glow { center, axis, .. } => {
                *center = center.mirrored();
                *axis = axis.mirrored();
            }
        }
        self
    }
}

/// Whether the shapes of two moments look alike where a distance of `within`, in torsos, can't be
/// seen.
pub fn look_alike(one: &[Shape], other: &[Shape], within: f32) -> bool {
    let mut pairs = one.iter().zip(other);
    one.len() == other.len() && pairs.all(|(one, other)| one.is_near(other, within))
}

/// One piece of a hull's outline, counter-clockwise: from `start` round `disc` to `end`, then
/// straight on to the next piece.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// What it goes round.
    pub disc: Disc,
    /// Degrees; `end` is never below `start`.
    pub start: f32,
    pub end: f32,
}

impl Arc {
    /// Where its disc's edge is at an angle.
    pub fn at(&self, degrees: f32) -> Point {
        self.disc.center + Point::along(degrees) * self.disc.radius
    }
}

/// The outline of a hull as exact arcs; a lone disc, or one that holds all the others, gives one
/// arc of a full turn.
pub fn outline(discs: &[Disc]) -> Vec<Arc> {
    // The disc that reaches farthest is looked up in many directions; where it changes, the exact
    // direction of the straight edge between the two follows from their radii.
    const DIRECTIONS: u16 = 180;
    let farthest = |degrees: f32| {
        let way = Point::along(degrees);
        let reach = |disc: &Disc| disc.center.dot(way) + disc.radius;
        discs
            .iter()
            .copied()
            .max_by(|a, b| reach(a).total_cmp(&reach(b)))
    };
    let mut runs: Vec<Disc> = Vec::new();
    for step in 0..DIRECTIONS {
        // Off the round angles, where two discs of an upright plate reach equally far.
        let degrees = f32::from(step) * 360.0 / f32::from(DIRECTIONS) + 0.7;
        if let Some(disc) = farthest(degrees)
            && runs.last() != Some(&disc)
        {
            runs.push(disc);
        }
    }
    if runs.len() > 1 && runs.first() == runs.last() {
        runs.pop();
    }
    if let [disc] = runs[..] {
        return vec![Arc {
            disc,
            start: 0.0,
            end: 360.0,
        }];
    }
    let edges: Vec<f32> = runs
        .iter()
        .zip(runs.iter().cycle().skip(1))
        .map(|(from, to)| edge_direction(*from, *to))
        .collect();
    let before = edges.iter().cycle().skip(edges.len().saturating_sub(1));
    runs.iter()
        .zip(before.zip(&edges))
        .map(|(&disc, (&start, &end))| Arc {
            disc,
            start,
            end: start + (end - start).rem_euclid(360.0),
        })
        .collect()
}

/// The direction in which both discs reach equally far, where `from` hands over to `to`
/// counter-clockwise.
fn edge_direction(from: Disc, to: Disc) -> f32 {
    let way = to.center - from.center;
    let slope = ((from.radius - to.radius) / way.length()).clamp(-1.0, 1.0);
    way.angle() - slope.acos().to_degrees()
}

/// A plate with round corners of `radius`, from corner to corner.
pub(super) fn plate(role: Role, from: Point, to: Point, radius: f32) -> Shape {
    // One that is drawn flat is a hairline: without any height it has no outline to go round.
    const THINNEST: f32 = 0.005;
    let radius = radius.max(THINNEST);
    let (left, right) = (from.x.min(to.x) + radius, from.x.max(to.x) - radius);
    let (low, high) = (from.y.min(to.y) + radius, from.y.max(to.y) - radius);
    Shape::hull(
        role,
        [
            point(left, low),
            point(right, low),
            point(right, high),
            point(left, high),
        ]
        .map(|corner| disc(corner, radius)),
    )
}
