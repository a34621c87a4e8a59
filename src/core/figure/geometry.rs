//! Points, angles and boxes. One unit is the mannequin's torso; y points up; angles are degrees
//! counter-clockwise from the right.

use std::ops::{Add, Mul, Neg, Sub};

/// A place, or the way from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// The point at these coordinates.
pub const fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

impl Point {
    /// The way of length 1 at an angle in degrees.
    pub fn along(degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        point(cos, sin)
    }

    /// From one end of the way to the other; of a place, how far it is from the origin.
    pub fn length(self) -> f32 {
        self.x.hypot(self.y)
    }

    /// In degrees, from -180 to 180; 0 for the way of no length.
    pub fn angle(self) -> f32 {
        self.y.atan2(self.x).to_degrees()
    }

    /// How far it leads along `other`, times the length of that.
    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    /// Turned a quarter to the left.
    #[must_use]
    pub fn left(self) -> Self {
        point(-self.y, self.x)
    }

    /// From here to there; see [`lerp`].
    #[must_use]
    pub fn lerp(self, to: Self, t: f32) -> Self {
        point(lerp(self.x, to.x, t), lerp(self.y, to.y, t))
    }

    /// Seen in a mirror that stands upright at x = 0: exact, and undone by doing it again.
    #[must_use]
    pub fn mirrored(self) -> Self {
        point(-self.x, self.y)
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        point(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        point(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f32> for Point {
    type Output = Self;
    fn mul(self, by: f32) -> Self {
        point(self.x * by, self.y * by)
    }
}

impl Neg for Point {
    type Output = Self;
    fn neg(self) -> Self {
        point(-self.x, -self.y)
    }
}

/// From `a` to `b`; exactly `a` at 0 and exactly `b` at 1.
pub fn lerp(a: f32, b: f32, t: f32) -> f32 {
    a * (1.0 - t) + b * t
}

/// From 0 to 1 with a gentle start and end.
pub fn smooth(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

/// The same direction as `degrees`, at most half a turn away from `near`.
pub fn nearest_turn(degrees: f32, near: f32) -> f32 {
    degrees - ((degrees - near) / 360.0).round() * 360.0
}

/// A box with upright sides, from its lower left to its upper right corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The lower left corner.
    pub min: Point,
    /// The upper right corner.
    pub max: Point,
}

impl Rect {
    /// Holds nothing; joining anything to it gives that thing's box.
    pub const EMPTY: Self = Self {
        min: point(f32::INFINITY, f32::INFINITY),
        max: point(f32::NEG_INFINITY, f32::NEG_INFINITY),
    };

    /// Reaches this far from its middle to either side.
    pub fn around(center: Point, half_width: f32, half_height: f32) -> Self {
        let half = point(half_width, half_height);
        Self {
            min: center - half,
            max: center + half,
        }
    }

    /// The smallest box that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            min: point(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: point(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// With each side this much farther out.
    #[must_use]
    pub fn grown(self, by: f32) -> Self {
        Self {
            min: self.min - point(by, by),
            max: self.max + point(by, by),
        }
    }

    /// From its left side to its right one.
    pub fn width(self) -> f32 {
        self.max.x - self.min.x
    }

    /// From its lower side to its upper one.
    pub fn height(self) -> f32 {
        self.max.y - self.min.y
    }

    /// Its middle.
    pub fn center(self) -> Point {
        (self.min + self.max) * 0.5
    }

    /// See [`Point::mirrored`].
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self {
            min: point(-self.max.x, self.min.y),
            max: point(-self.min.x, self.max.y),
        }
    }
}
