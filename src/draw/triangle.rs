//! Which pixels a triangle covers, and how a value runs over it.
//!
//! Where an edge crosses a row is reckoned from the edge's ends alone, whatever part of it is drawn; two
//! triangles that share an edge leave no gap along it and share no pixel.

use egui::Pos2;

use crate::area::Area;

/// A place in 256ths of a pixel, as graphics cards have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) x: i64,
    pub(crate) y: i64,
}

/// One pixel.
pub(crate) const ONE: i64 = 256;

/// How far out a corner can lie: no screen is a twentieth as large, and edges of this length can be
/// reckoned in 64 bits.
const FARTHEST: f32 = (1 << 29) as f32;

impl Point {
    /// `None` for what is no place at all.
    pub(crate) fn new(pos: Pos2, scale: f32) -> Option<Self> {
        let fixed = |along: f32| {
            let along = along * scale * ONE as f32;
            (!along.is_nan()).then(|| along.round().clamp(-FARTHEST, FARTHEST) as i64)
        };
        Some(Self {
            x: fixed(pos.x)?,
            y: fixed(pos.y)?,
        })
    }
}

/// The first pixel whose middle is not before `along`.
#[inline]
pub(crate) fn first_pixel(along: i64) -> i32 {
    ((along + ONE / 2 - 1) >> ONE.trailing_zeros()) as i32
}

/// The pixels that what has these points can cover.
pub(crate) fn extent(points: impl IntoIterator<Item = Point>) -> Area {
    let mut least = Point {
        x: i64::MAX,
        y: i64::MAX,
    };
    let mut most = Point {
        x: i64::MIN,
        y: i64::MIN,
    };
    for Point { x, y } in points {
        least = Point {
            x: least.x.min(x),
            y: least.y.min(y),
        };
        most = Point {
            x: most.x.max(x),
            y: most.y.max(y),
        };
    }
    if least.x > most.x {
        return Area::EMPTY;
    }
    Area {
        left: first_pixel(least.x),
        top: first_pixel(least.y),
        right: first_pixel(most.x),
        bottom: first_pixel(most.y),
    }
}

/// Calls `draw` with each row of `clip` that the triangle has pixels in, the first of them and the one
/// after the last.
#[inline]
pub(crate) fn rows(mut corners: [Point; 3], clip: Area, mut draw: impl FnMut(i32, i32, i32)) {
    corners.sort_by_key(|corner| corner.y);
    let [top, middle, bottom] = corners;
    for (from, to) in [(top, middle), (middle, bottom)] {
        let first = first_pixel(from.y).max(clip.top);
        let end = first_pixel(to.y).min(clip.bottom);
        if first >= end {
            continue;
        }
        let (mut long, mut short) = (Edge::new(top, bottom, first), Edge::new(from, to, first));
        for row in first..end {
            let left = first_of(long.x.min(short.x)).max(clip.left);
            let right = first_of(long.x.max(short.x)).min(clip.right);
            if left < right {
                draw(row, left, right);
            }
            long.x = long.x.wrapping_add(long.step);
            short.x = short.x.wrapping_add(short.step);
        }
    }
}

/// Bits for the part of a 256th of a pixel, so that an edge ends where it should.
const FINE: u32 = 32;

/// Where an edge crosses the middle of a row, and how that moves from row to row. The steps of an edge
/// that is all but level may not fit; what they lead to does.
pub(crate) struct Edge {
    pub(crate) x: i64,
    pub(crate) step: i64,
}

impl Edge {
    #[inline]
    pub(crate) fn new(from: Point, to: Point, row: i32) -> Self {
        let slope = ((to.x - from.x) << FINE) / (to.y - from.y);
        let down = i64::from(row) * ONE + ONE / 2 - from.y;
        Self {
            x: (from.x << FINE).wrapping_add(slope.wrapping_mul(down)),
            step: slope.wrapping_mul(ONE),
        }
    }
}

/// The first pixel whose middle is not before such a place of an edge.
#[inline]
pub(crate) fn first_of(x: i64) -> i32 {
    const HALF: i64 = (ONE / 2) << FINE;
    ((x + HALF - 1) >> (FINE + ONE.trailing_zeros())) as i32
}

/// Bits for the part of a value that runs over a triangle.
pub(crate) const FRACTION: u32 = 28;

/// One value for a whole triangle.
pub(crate) fn fraction(value: f32) -> i64 {
    (f64::from(value) * UNIT) as i64
}

const UNIT: f64 = (1_u64 << FRACTION) as f64;

/// The corners of a triangle, ready to lay values over it.
pub(crate) struct Slope {
    corner: [f64; 2],
    one: [f64; 2],
    other: [f64; 2],
    part: f64,
}

impl Slope {
    pub(crate) fn new(corners: [Point; 3]) -> Self {
        let [a, b, c] = corners.map(|Point { x, y }| [x, y].map(|along| along as f64 / ONE as f64));
        let one = [b[0] - a[0], b[1] - a[1]];
        let other = [c[0] - a[0], c[1] - a[1]];
        Self {
            corner: a,
            one,
            other,
            part: 1.0 / (one[0] * other[1] - one[1] * other[0]),
        }
    }

    /// The value that is `values` at the corners.
    pub(crate) fn of(&self, values: [f32; 3]) -> Plane {
        /// What is steeper is a splinter that is nowhere as wide as a pixel.
        const STEEPEST: f64 = 16_384.0;
        let [a, b, c] = values.map(f64::from);
        let (b, c) = (b - a, c - a);
        let across = (b * self.other[1] - c * self.one[1]) * self.part;
        let down = (c * self.one[0] - b * self.other[0]) * self.part;
        if !(across.abs() < STEEPEST && down.abs() < STEEPEST) {
            return Plane {
                origin: (a * UNIT) as i64,
                across: 0,
                down: 0,
            };
        }
        let origin = a - across * (self.corner[0] - 0.5) - down * (self.corner[1] - 0.5);
        Plane {
            origin: (origin * UNIT) as i64,
            across: (across * UNIT) as i64,
            down: (down * UNIT) as i64,
        }
    }
}

/// A value that runs evenly over the frame, with [`FRACTION`] bits for its parts. Whole numbers: what
/// is added up from pixel to pixel is the same wherever one begins.
#[derive(Clone, Copy)]
pub(crate) struct Plane {
    origin: i64,
    pub(crate) across: i64,
    down: i64,
}

impl Plane {
    #[inline]
    pub(crate) fn at(&self, x: i32, y: i32) -> i64 {
        self.origin
            .wrapping_add(self.across.wrapping_mul(i64::from(x)))
            .wrapping_add(self.down.wrapping_mul(i64::from(y)))
    }
}
