//! The few things around the mannequin.

use super::body::{Part, Target, View, words};
use super::geometry::{Point, lerp, point};
use super::shape::{Geometry, Role, Shape, disc, plate};

words! {
    pub(super) enum PropKind {
        Mat = "mat",
        Floor = "floor",
        Chair = "chair",
        Stool = "stool",
        Wall = "wall",
        Desk = "desk",
        Doorway = "doorway",
        Step = "step",
        Pillow = "pillow",
        Towel = "towel",
        Band = "band",
        Stick = "stick",
        Weight = "weight",
    }
}

impl PropKind {
    pub(super) fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// Whether it is held, and so lies where the body's parts are, instead of filling a box.
    pub(super) fn is_held(self) -> bool {
        matches!(self, Self::Towel | Self::Band | Self::Stick | Self::Weight)
    }
}

/// A thing that fills the box from one corner to the other, or one that is held and runs through
/// places.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Prop {
    pub(super) kind: PropKind,
    pub(super) from: Point,
    pub(super) to: Point,
    /// How high the back of a chair reaches.
    pub(super) back: f32,
    pub(super) through: Vec<Target>,
    pub(super) layer: Layer,
}

/// How near to the viewer a prop or a highlight is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layer {
    /// Behind everything.
    Farthest,
    /// Right behind this part.
    Behind(Part),
    /// Right in front of this part.
    Over(Part),
    /// In front of everything.
    Nearest,
}

impl Prop {
    /// What a hand or a foot can be pinned to: the front of a wall from the floor up, the inner side
    /// of a doorway's right post, the top of everything else from left to right.
    pub(super) fn edge(&self) -> [Point; 2] {
        let (left, right) = (self.from.x.min(self.to.x), self.from.x.max(self.to.x));
        let (low, high) = (self.from.y.min(self.to.y), self.from.y.max(self.to.y));
        match self.kind {
            PropKind::Wall => [point(self.from.x, low), point(self.from.x, high)],
            PropKind::Doorway => [point(right, low), point(right, high)],
            _ => [point(left, high), point(right, high)],
        }
    }

    pub(super) fn shapes(&self, view: View, through: &[Point]) -> Vec<Shape> {
        let (left, right) = (self.from.x.min(self.to.x), self.from.x.max(self.to.x));
        let (low, high) = (self.from.y.min(self.to.y), self.from.y.max(self.to.y));
        let slab = |role, from: (f32, f32), to: (f32, f32), radius| {
            plate(role, point(from.0, from.1), point(to.0, to.1), radius)
        };
        let legs = |role, width: f32| {
            let inset = 0.05;
            [left + inset, right - inset - width]
                .map(|x| slab(role, (x, low), (x + width, high), width / 2.0))
        };
        let mut shapes = Vec::new();
        match self.kind {
            PropKind::Mat | PropKind::Floor => {
                let radius = (0.12_f32).min((high - low) / 2.0);
                shapes.push(slab(Role::Mat, (left, low), (right, high), radius));
            }
            PropKind::Wall => shapes.push(slab(Role::Prop, (left, low), (right, high), 0.03)),
            PropKind::Chair | PropKind::Stool => {
                let thick = 0.1;
                if self.back > high {
                    let post = if view == View::Side {
                        (left, left + 0.09)
                    } else {
                        (left + 0.06, right - 0.06)
                    };
                    shapes.push(slab(
                        Role::PropShade,
                        (post.0, high - thick),
                        (post.1, self.back),
                        0.045,
                    ));
                }
                shapes.extend(legs(Role::PropShade, 0.08));
                shapes.push(slab(Role::Prop, (left, high - thick), (right, high), 0.05));
            }
            PropKind::Desk => {
                shapes.extend(legs(Role::PropShade, 0.08));
                shapes.push(slab(Role::Prop, (left, high - 0.09), (right, high), 0.04));
            }
            PropKind::Doorway => {
                let post = 0.16;
                shapes.push(slab(Role::Prop, (left - post, low), (left, high), 0.02));
                shapes.push(slab(Role::Prop, (right, low), (right + post, high), 0.02));
                shapes.push(slab(
                    Role::Prop,
                    (left - post, high),
                    (right + post, high + post),
                    0.02,
                ));
            }
            PropKind::Step => {
                shapes.push(slab(Role::PropShade, (left, low), (right, high), 0.03));
                shapes.push(slab(Role::Prop, (left, high - 0.08), (right, high), 0.03));
            }
            PropKind::Pillow => {
                let radius = (right - left).min(high - low) / 2.0;
                shapes.push(slab(Role::Towel, (left, low), (right, high), radius));
            }
            PropKind::Towel => shapes.push(line(Role::Towel, through.to_vec(), 0.055)),
            PropKind::Band => shapes.push(line(Role::Band, through.to_vec(), 0.04)),
            PropKind::Stick => shapes.push(line(Role::Stick, stick(through), 0.05)),
            PropKind::Weight => {
                for &center in through {
                    shapes.push(Shape::hull(Role::Stick, [disc(center, 0.1)]));
                    shapes.push(Shape::hull(Role::PropShade, [disc(center, 0.035)]));
                }
            }
        }
        shapes
    }
}

fn line(role: Role, points: Vec<Point>, width: f32) -> Shape {
    Shape {
        geometry: Geometry::Line { points, width },
        role,
        opacity: 1.0,
    }
}

/// A stick is straight, and longer than from the first place to the last.
fn stick(through: &[Point]) -> Vec<Point> {
    const BEYOND: f32 = 0.18;
    let (Some(&first), Some(&last)) = (through.first(), through.last()) else {
        return Vec::new();
    };
    let beyond = Point::along((last - first).angle()) * BEYOND;
    vec![first - beyond, last + beyond]
}

/// An arrow round a middle, or straight on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Arrow {
    Straight {
        from: Point,
        to: Point,
    },
    /// Angles in degrees; it runs from `start` to `end`, which may be more than a turn.
    Round {
        center: Point,
        radius: f32,
        start: f32,
        end: f32,
    },
}

impl Arrow {
    const WIDTH: f32 = 0.035;
    const HEAD: f32 = 0.1;

    /// A shaft and a head.
    pub(super) fn shapes(self, opacity: f32) -> [Shape; 2] {
        let (points, tip, way) = self.path();
        let side = way.left() * (0.62 * Self::HEAD);
        let back = tip - way * Self::HEAD;
        let corner = 0.018;
        let head = Shape::hull(
            Role::Arrow,
            [
                tip - way * (2.0 * corner),
                back + side * 0.8,
                back - side * 0.8,
            ]
            .map(|center| disc(center, corner)),
        );
        let geometry = Geometry::Line {
            points,
            width: Self::WIDTH,
        };
        [
            Shape {
                geometry,
                role: Role::Arrow,
                opacity,
            },
            Shape { opacity, ..head },
        ]
    }

    /// The points of the shaft, the tip, and the way it points.
    fn path(self) -> (Vec<Point>, Point, Point) {
        match self {
            Self::Straight { from, to } => {
                let way = Point::along((to - from).angle());
                (vec![from, to - way * Self::HEAD], to, way)
            }
            Self::Round {
                center,
                radius,
                start,
                end,
            } => {
                const PIECES: u8 = 32;
                let sense = (end - start).signum();
                let head = sense * (Self::HEAD / radius.max(0.01)).to_degrees();
                let at = |degrees: f32| center + Point::along(degrees) * radius;
                let points = (0..=PIECES)
                    .map(|piece| {
                        at(lerp(
                            start,
                            end - head,
                            f32::from(piece) / f32::from(PIECES),
                        ))
                    })
                    .collect();
                let tip = at(end);
                (points, tip, Point::along((tip - at(end - head)).angle()))
            }
        }
    }
}
