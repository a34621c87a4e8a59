//! Fans of triangles that fill a convex polygon, as egui fills what is round: drawn row by row at once they
//! cost a fraction of what their many thin triangles do, and are the same to the pixel.

use crate::area::Area;
use crate::triangle::{Edge, Point, extent, first_of, first_pixel};

/// With fewer triangles there is nothing to be gained.
const FEWEST: usize = 3;

/// How many triangles at the start of these indices are a fan, each beginning at the same corner and with the
/// last edge of the one before; 0 for too few.
pub(crate) fn fan(indices: &[u32]) -> usize {
    let [hub, _, last, rest @ ..] = indices else {
        return 0;
    };
    let mut last = *last;
    let more = rest.chunks_exact(3).take_while(|triangle| {
        let goes_on = triangle[0] == *hub && triangle[1] == last;
        last = triangle[2];
        goes_on
    });
    let count = 1 + more.count();
    if count < FEWEST { 0 } else { count }
}

/// The corners of such a fan, in their order.
pub(crate) fn corners(fan: &[u32]) -> impl Iterator<Item = &u32> {
    let first = fan.iter().take(2);
    first.chain(fan.iter().skip(2).step_by(3))
}

/// Whether the way around turns one way all along, and once.
pub(crate) fn is_convex(corners: &[Point]) -> bool {
    let around = |from: usize| &corners[from % corners.len()];
    let mut turns = 0;
    let mut climbs = (0, 0);
    for at in 0..corners.len() {
        let [a, b, c] = [at, at + 1, at + 2].map(around);
        let (along, next) = ([b.x - a.x, b.y - a.y], [c.x - b.x, c.y - b.y]);
        let turn = (along[0] * next[1] - along[1] * next[0]).signum();
        if turn * turns < 0 {
            return false;
        }
        turns = if turn == 0 { turns } else { turn };
        // How often it goes from up to down or from down to up.
        let climb = along[1].signum();
        if climb != 0 {
            climbs = (climb, climbs.1 + i32::from(climb * climbs.0 < 0));
        }
    }
    // Where the way begins in the middle of a side, one of both is seen twice.
    climbs.1 <= 2
}

/// Calls `draw` with each row of `clip` that a convex polygon has pixels in, the first of them and the one
/// after the last.
pub(crate) fn rows(corners: &[Point], clip: Area, mut draw: impl FnMut(i32, i32, i32)) {
    let area = extent(corners.iter().copied()).within(clip);
    if area.is_empty() {
        return;
    }
    let mut spans = vec![[i32::MAX, i32::MIN]; (area.bottom - area.top) as usize];
    let next = corners.iter().cycle().skip(1);
    for (&one, &other) in corners.iter().zip(next) {
        let [from, to] = if one.y <= other.y {
            [one, other]
        } else {
            [other, one]
        };
        let first = first_pixel(from.y).max(area.top);
        let end = first_pixel(to.y).min(area.bottom);
        if first >= end {
            continue;
        }
        let mut edge = Edge::new(from, to, first);
        let crossed = (first - area.top) as usize..(end - area.top) as usize;
        for [left, right] in &mut spans[crossed] {
            let x = first_of(edge.x);
            *left = x.min(*left);
            *right = x.max(*right);
            edge.x = edge.x.wrapping_add(edge.step);
        }
    }
    for (y, [left, right]) in (area.top..).zip(spans) {
        let (left, right) = (left.max(clip.left), right.min(clip.right));
        if left < right {
            draw(y, left, right);
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::Pos2;
    use fastrand::Rng;

    use super::*;
    use crate::triangle;

    /// Corners around an ellipse, in 256ths of a pixel, so that rounding may leave three in a line.
    fn around(rng: &mut Rng) -> Vec<Point> {
        let (width, height) = (60.0 * rng.f32(), 60.0 * rng.f32());
        let mut angles: Vec<_> = (0..rng.usize(3..40)).map(|_| rng.f32()).collect();
        angles.sort_by(f32::total_cmp);
        let corner = |angle: f32| {
            let (sin, cos) = (angle * std::f32::consts::TAU).sin_cos();
            Point::new(Pos2::new(64.0 + width * cos, 64.0 + height * sin), 1.0)
        };
        angles.into_iter().filter_map(corner).collect()
    }

    const CLIP: Area = Area {
        left: 20,
        top: 10,
        right: 110,
        bottom: 128,
    };

    /// How often each pixel is drawn.
    fn drawn(draw: impl FnOnce(&mut dyn FnMut(i32, i32, i32))) -> Vec<u8> {
        let mut pixels = vec![0; 128 * 128];
        draw(&mut |y, left, right| {
            for x in left..right {
                pixels[(y * 128 + x) as usize] += 1;
            }
        });
        pixels
    }

    #[test]
    fn a_convex_polygon_has_the_pixels_of_its_triangles_each_once() {
        let mut rng = Rng::with_seed(11);
        let mut convex = 0;
        for round in 0..2000 {
            let corners = around(&mut rng);
            if corners.len() < 3 || !is_convex(&corners) {
                continue;
            }
            convex += 1;
            let at_once = drawn(|draw| rows(&corners, CLIP, draw));
            let one_by_one = drawn(|draw| {
                for pair in corners[1..].windows(2) {
                    let corners = [corners[0], pair[0], pair[1]];
                    triangle::rows(corners, CLIP, &mut *draw);
                }
            });
            assert!(at_once == one_by_one, "{round}: {corners:?}");
        }
        assert!(convex > 1000, "{convex}");
    }

    #[test]
    fn a_star_and_a_dent_are_no_convex_polygons() {
        let point = |x: f32, y: f32| Point::new(Pos2::new(x, y), 1.0).unwrap();
        let star = [0, 2, 4, 1, 3].map(|at| {
            let (sin, cos) = (std::f32::consts::TAU * at as f32 / 5.0).sin_cos();
            point(20.0 * cos, 20.0 * sin)
        });
        assert!(!is_convex(&star));
        let mut square = vec![
            point(0.0, 0.0),
            point(9.0, 0.0),
            point(9.0, 9.0),
            point(0.0, 9.0),
        ];
        assert!(is_convex(&square));
        square.reverse();
        assert!(is_convex(&square));
        square.push(point(2.0, 8.0));
        assert!(!is_convex(&square));
    }

    #[test]
    fn a_fan_is_found_as_far_as_it_goes() {
        let indices = [4, 6, 8, 4, 8, 10, 4, 10, 12, 5, 12, 14];
        assert_eq!(fan(&indices), 3);
        assert_eq!(
            corners(&indices[..9]).collect::<Vec<_>>(),
            [&4, &6, &8, &10, &12]
        );
        assert_eq!(fan(&indices[..6]), 0);
        assert_eq!(fan(&indices[3..]), 0);
    }
}
