//! Draws triangles as egui cuts shapes into them.

use egui::epaint::{Mesh, Vertex, WHITE_UV};

use crate::area::Area;
use crate::blend::{faded, lay, lay_row, packed, tinted};
use crate::polygon;
use crate::texture::{Texels, Texture};
use crate::triangle::{FRACTION, ONE, Plane, Point, Slope, extent, first_pixel, fraction, rows};

/// What is drawn on: rows of `width` pixels.
pub(crate) struct Target<'a> {
    pub(crate) pixels: &'a mut [u32],
    pub(crate) width: usize,
}

impl Target<'_> {
    pub(crate) fn fill(&mut self, area: Area, color: u32) {
        for y in area.top..area.bottom {
            lay_row(self.row(y, area.left, area.right), color);
        }
    }

    /// Draws what of a mesh lies in `clip`, its corners being at `points`.
    pub(crate) fn mesh(
        &mut self,
        mesh: &Mesh,
        points: &[Option<Point>],
        clip: Area,
        texture: &Texture,
    ) {
        let corner = |index: &u32| {
            let at = usize::try_from(*index).ok()?;
            Some((*points.get(at)?.as_ref()?, mesh.vertices.get(at)?))
        };
        let mut rest = mesh.indices.as_slice();
        while let [a, b, c, ..] = rest {
            if let [_, _, _, d, e, f, ..] = rest
                && (b, c) == (e, d)
                && let (Some(a), Some(b), Some(c), Some(f)) =
                    (corner(a), corner(b), corner(c), corner(f))
                && let Some(copy) = Copy::new([a, b, c, f], texture)
            {
                self.copy(&copy, clip, texture);
                rest = &rest[6..];
                continue;
            }
            let fan = &rest[..3 * polygon::fan(rest)];
            if self.polygon(fan, corner, clip) {
                rest = &rest[fan.len()..];
                continue;
            }
            if let (Some(a), Some(b), Some(c)) = (corner(a), corner(b), corner(c)) {
                self.triangle([a.0, b.0, c.0], [a.1, b.1, c.1], clip, texture);
            }
            rest = &rest[3..];
        }
    }

    /// Draws a fan of triangles if it fills a convex polygon with one colour; whether it does.
    fn polygon<'a>(
        &mut self,
        fan: &[u32],
        corner: impl Fn(&u32) -> Option<(Point, &'a Vertex)>,
        clip: Area,
    ) -> bool {
        let Some((_, first)) = fan.first().and_then(&corner) else {
            return false;
        };
        let plain = |index| {
            let (point, vertex) = corner(index)?;
            let is_plain = vertex.uv == WHITE_UV && vertex.color == first.color;
            is_plain.then_some(point)
        };
        let corners: Option<Vec<_>> = polygon::corners(fan).map(plain).collect();
        let Some(corners) = corners.filter(|corners| polygon::is_convex(corners)) else {
            return false;
        };
        let color = packed(first.color);
        polygon::rows(&corners, clip, |y, left, right| {
            lay_row(self.row(y, left, right), color);
        });
        true
    }

    fn triangle(
        &mut self,
        points: [Point; 3],
        vertices: [&Vertex; 3],
        clip: Area,
        texture: &Texture,
    ) {
        let clip = extent(points).within(clip);
        if clip.is_empty() {
            return;
        }
        let mut colors = vertices.map(|vertex| packed(vertex.color));
        let [place, other, third] = vertices.map(|vertex| vertex.uv);
        if place != other || place != third {
            return self.picture(points, vertices, clip, texture);
        }
        if place != WHITE_UV {
            let place = texel(vertices[0], texture);
            let texel = texture.sample(fraction(place[0]), fraction(place[1]));
            colors = colors.map(|color| tinted(texel, color));
        }
        let strongest = colors.into_iter().max().unwrap_or(0);
        if strongest == 0 {
            return;
        }
        if colors.into_iter().all(|color| color == strongest) {
            rows(points, clip, |y, left, right| {
                lay_row(self.row(y, left, right), strongest);
            });
        } else if colors.iter().all(|&color| color == strongest || color == 0) {
            let levels = colors.map(|color| if color == 0 { 0.0 } else { 255.0 });
            let fading = Slope::new(points).of(levels);
            rows(points, clip, |y, left, right| {
                let mut level = fading.at(left, y);
                for pixel in self.row(y, left, right) {
                    lay(pixel, faded(strongest, u32::from(channel(level))));
                    level = level.wrapping_add(fading.across);
                }
            });
        } else {
            let shade = Shade::new(&Slope::new(points), colors);
            rows(points, clip, |y, left, right| {
                let mut color = shade.at(left, y);
                for pixel in self.row(y, left, right) {
                    lay(pixel, Shade::packed(color));
                    color = shade.next(color);
                }
            });
        }
    }

    /// A triangle that shows a part of a texture.
    fn picture(
        &mut self,
        points: [Point; 3],
        vertices: [&Vertex; 3],
        clip: Area,
        texture: &Texture,
    ) {
        let slope = Slope::new(points);
        let texels = vertices.map(|vertex| texel(vertex, texture));
        let across = slope.of(texels.map(|[u, _]| u));
        let down = slope.of(texels.map(|[_, v]| v));
        let shade = Shade::new(&slope, vertices.map(|vertex| packed(vertex.color)));
        rows(points, clip, |y, left, right| {
            let (mut u, mut v) = (across.at(left, y), down.at(left, y));
            let mut color = shade.at(left, y);
            for pixel in self.row(y, left, right) {
                lay(pixel, tinted(texture.sample(u, v), Shade::packed(color)));
                u = u.wrapping_add(across.across);
                v = v.wrapping_add(down.across);
                color = shade.next(color);
            }
        });
    }

    fn copy(&mut self, copy: &Copy, clip: Area, texture: &Texture) {
        let area = copy.area.within(clip);
        if area.is_empty() {
            return;
        }
        for y in area.top..area.bottom {
            let row = self.row(y, area.left, area.right);
            let from = copy.first
                + texture.width * (y - copy.area.top) as usize
                + (area.left - copy.area.left) as usize;
            let texels = from..from + row.len();
            match &texture.texels {
                Texels::Grey(levels) => {
                    for (pixel, &level) in row.iter_mut().zip(&levels[texels]) {
                        match level {
                            0 => {}
                            255 => lay(pixel, copy.color),
                            _ => lay(pixel, faded(copy.color, u32::from(level))),
                        }
                    }
                }
                Texels::Colored(colors) => {
                    for (pixel, &color) in row.iter_mut().zip(&colors[texels]) {
                        lay(pixel, tinted(color, copy.color));
                    }
                }
            }
        }
    }

    fn row(&mut self, y: i32, left: i32, right: i32) -> &mut [u32] {
        let start = y as usize * self.width;
        &mut self.pixels[start + left as usize..start + right as usize]
    }
}

/// A rectangle that shows texels one for one, as letters do.
struct Copy {
    area: Area,
    /// The texel of its first pixel.
    first: usize,
    color: u32,
}

impl Copy {
    fn new([a, b, c, d]: [(Point, &Vertex); 4], texture: &Texture) -> Option<Self> {
        let color = a.1.color;
        let upright = a.0.y == b.0.y && c.0.y == d.0.y && a.0.x == c.0.x && b.0.x == d.0.x;
        let alike = [b, c, d].iter().all(|corner| corner.1.color == color);
        let straight = a.1.uv.y == b.1.uv.y
            && c.1.uv.y == d.1.uv.y
            && a.1.uv.x == c.1.uv.x
            && b.1.uv.x == d.1.uv.x;
        if !(upright && alike && straight) || a.1.uv == d.1.uv {
            return None;
        }
        let area = Area {
            left: on_grid(a.0.x)?,
            top: on_grid(a.0.y)?,
            right: on_grid(d.0.x)?,
            bottom: on_grid(d.0.y)?,
        };
        let [left, top] = texel(a.1, texture).map(whole);
        let [right, bottom] = texel(d.1, texture).map(whole);
        let (left, top, right, bottom) = (left?, top?, right?, bottom?);
        let inside = right <= texture.width && bottom <= texture.height;
        let same = right.checked_sub(left)? == usize::try_from(area.right - area.left).ok()?
            && bottom.checked_sub(top)? == usize::try_from(area.bottom - area.top).ok()?;
        (inside && same).then(|| Self {
            area,
            first: left + top * texture.width,
            color: packed(color),
        })
    }
}

/// The pixel that begins here, or as good as here.
fn on_grid(along: i64) -> Option<i32> {
    let pixel = first_pixel(along);
    (i64::from(pixel) * ONE - along)
        .abs()
        .le(&4)
        .then_some(pixel)
}

/// The texel that begins here, or as good as here.
fn whole(along: f32) -> Option<usize> {
    let texel = along.round();
    ((along - texel).abs() < 1.0 / 64.0 && texel >= 0.0).then_some(texel as usize)
}

/// A vertex's place in its texture, in texels.
fn texel(vertex: &Vertex, texture: &Texture) -> [f32; 2] {
    [
        vertex.uv.x * texture.width as f32,
        vertex.uv.y * texture.height as f32,
    ]
}

/// A color that runs over a triangle, channel by channel.
struct Shade([Plane; 4]);

impl Shade {
    fn new(slope: &Slope, colors: [u32; 3]) -> Self {
        let colors = colors.map(u32::to_be_bytes);
        Self([0, 1, 2, 3].map(|channel| slope.of(colors.map(|color| f32::from(color[channel])))))
    }

    #[inline]
    fn at(&self, x: i32, y: i32) -> [i64; 4] {
        self.0.each_ref().map(|plane| plane.at(x, y))
    }

    #[inline]
    fn next(&self, color: [i64; 4]) -> [i64; 4] {
        [0, 1, 2, 3].map(|channel: usize| color[channel].wrapping_add(self.0[channel].across))
    }

    #[inline]
    fn packed(color: [i64; 4]) -> u32 {
        u32::from_be_bytes(color.map(channel))
    }
}

/// A channel's value, rounded and never beyond what a channel holds.
#[inline]
fn channel(value: i64) -> u8 {
    const HALF: i64 = 1 << (FRACTION - 1);
    (value.saturating_add(HALF) >> FRACTION).clamp(0, 255) as u8
}
