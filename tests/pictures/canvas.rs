//! A painter in memory: what egui hands to a graphics card, drawn by the processor alone, with the
//! same result on every machine. No driver, no display, and no part of the program's own painter.

use std::sync::Arc;

use eframe::egui::epaint::{ClippedShape, Mesh, Primitive, Vertex};
use eframe::egui::{Color32, ColorImage, Context, Id, Pos2, Rect, TextureId, Vec2};
use image::{Rgb, RgbImage};

/// Where a screen leaves the pixels of a picture that it shows, for the painter: egui itself hands
/// them on and keeps none.
pub(crate) fn place_of(picture: TextureId) -> Id {
    Id::unique(("pixels", picture))
}

/// Positions are kept in so many parts of a pixel, as graphics cards do.
const PARTS: i64 = 256;

/// A picture of a window, and what it is drawn with.
pub(crate) struct Canvas {
    ctx: Context,
    pub(crate) picture: RgbImage,
    /// The letters.
    atlas: Arc<ColorImage>,
}

impl Canvas {
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself has one lifetime too few"
    )]
    pub(crate) fn new(ctx: &Context, paper: Color32) -> Self {
        let size = (ctx.content_rect().size() * ctx.pixels_per_point()).round();
        let [red, green, blue, _] = paper.to_array();
        Self {
            ctx: ctx.clone(),
            picture: RgbImage::from_pixel(whole(size.x), whole(size.y), Rgb([red, green, blue])),
            atlas: Arc::new(ctx.fonts(|fonts| fonts.image())),
        }
    }

    /// Draws one more shape on top.
    pub(crate) fn add(&mut self, shape: &ClippedShape) {
        let scale = self.ctx.pixels_per_point();
        for primitive in self.ctx.tessellate(vec![shape.clone()], scale) {
            if let Primitive::Mesh(mesh) = &primitive.primitive {
                let clip = self.pixels_of(primitive.clip_rect);
                self.add_mesh(mesh, scale, &clip);
            }
        }
    }

    /// The colours of the pixels in a part of the window.
    pub(crate) fn colors_in(&self, rect: Rect) -> impl Iterator<Item = Color32> {
        let clip = self.pixels_of(rect);
        clip.rows().flat_map(move |y| {
            (clip.left..clip.right).map(move |x| {
                let Rgb([red, green, blue]) = *self.picture.get_pixel(index(x), index(y));
                Color32::from_rgb(red, green, blue)
            })
        })
    }

    fn pixels_of(&self, rect: Rect) -> Clip {
        let scale = self.ctx.pixels_per_point();
        let within = |value: f32, most: u32| i64::from(whole(value * scale).min(most));
        Clip {
            left: within(rect.left(), self.picture.width()),
            right: within(rect.right(), self.picture.width()),
            top: within(rect.top(), self.picture.height()),
            bottom: within(rect.bottom(), self.picture.height()),
        }
    }

    fn add_mesh(&mut self, mesh: &Mesh, scale: f32, clip: &Clip) {
        let texture = if mesh.texture_id == TextureId::default() {
            Arc::clone(&self.atlas)
        } else {
            let place = place_of(mesh.texture_id);
            self.ctx.data(|data| data.get_temp(place)).unwrap()
        };
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [corners[0], corners[1], corners[2]];
            let corners = corners.map(|index| mesh.vertices[index as usize]);
            if let Some(triangle) = Triangle::of(corners, scale) {
                self.fill(&triangle, &texture, clip);
            }
        }
    }

    fn fill(&mut self, triangle: &Triangle, texture: &ColorImage, clip: &Clip) {
        let [top, bottom] = triangle.rows();
        for y in top.max(clip.top)..bottom.min(clip.bottom) {
            let (from, to) = triangle.span(y, clip.left, clip.right);
            for x in from..to {
                let color = triangle.color_at(x, y, texture);
                lay(color, self.picture.get_pixel_mut(index(x), index(y)));
            }
        }
    }
}

/// The pixels that may be drawn on.
struct Clip {
    left: i64,
    right: i64,
    top: i64,
    bottom: i64,
}

impl Clip {
    fn rows(&self) -> std::ops::Range<i64> {
        self.top..self.bottom
    }
}

/// Red, green, blue and how much they cover, from 0 to 255 each; the first three are multiplied by
/// the last.
type Light = [f32; 4];

/// What is read off at a corner: a light, and a place in the atlas or the picture.
type Reading = [f32; 6];

/// A triangle in parts of a pixel, its corners clockwise.
struct Triangle {
    corners: [(i64, i64); 3],
    readings: [Reading; 3],
    /// Twice, in square parts.
    area: i64,
    /// Of a triangle that has the same everywhere, as most have.
    plain: Option<Light>,
}

impl Triangle {
    /// `None` if there is nothing in it.
    fn of(mut corners: [Vertex; 3], scale: f32) -> Option<Self> {
        let place = |corner: &Vertex| (parts(corner.pos.x * scale), parts(corner.pos.y * scale));
        let [a, b, c] = [0, 1, 2].map(|index| place(&corners[index]));
        let mut area = across(a, b, c);
        if area < 0 {
            corners.swap(1, 2);
            area = -area;
        }
        let [first, second, third] = corners;
        // The atlas begins with a white dot, which stands for no letter.
        let white = Pos2::ZERO;
        let alike = first.color == second.color && second.color == third.color;
        let plain = alike && corners.iter().all(|corner| corner.uv == white);
        (area > 0).then(|| Self {
            corners: corners.map(|corner| place(&corner)),
            readings: corners.map(|Vertex { uv, color, .. }| {
                let [red, green, blue, cover] = color.to_array().map(f32::from);
                [red, green, blue, cover, uv.x, uv.y]
            }),
            area,
            plain: plain.then(|| first.color.to_array().map(f32::from)),
        })
    }

    /// The first row of pixels that it may reach, and the one after the last.
    fn rows(&self) -> [i64; 2] {
        let rows = self.corners.map(|(_, y)| y.div_euclid(PARTS));
        let [a, b, c] = rows;
        [a.min(b).min(c), a.max(b).max(c) + 1]
    }

    /// The pixels of a row whose middle lies inside, from `left` to `right`: the first, and the one
    /// after the last. A middle on an edge between two triangles belongs to one of them.
    fn span(&self, y: i64, left: i64, right: i64) -> (i64, i64) {
        let (mut from, mut to) = (left, right);
        for (start, end) in self.edges() {
            let (wide, high) = (end.0 - start.0, end.1 - start.1);
            let is_top_or_left = high < 0 || high == 0 && wide > 0;
            let at_least = i64::from(!is_top_or_left);
            // Inside of the edge: `first + x * slope >= at_least`.
            let first = across(start, end, middle(0, y));
            let slope = -high * PARTS;
            if slope > 0 {
                from = from.max((at_least - first + slope - 1).div_euclid(slope));
            } else if slope < 0 {
                to = to.min((first - at_least).div_euclid(-slope) + 1);
            } else if first < at_least {
                return (left, left);
            }
        }
        (from, to)
    }

    fn edges(&self) -> [((i64, i64), (i64, i64)); 3] {
        let [a, b, c] = self.corners;
        [(b, c), (c, a), (a, b)]
    }

    fn color_at(&self, x: i64, y: i64, atlas: &ColorImage) -> Light {
        if let Some(plain) = self.plain {
            return plain;
        }
        let place = middle(x, y);
        // How near to the corner across from each edge.
        let near = self
            .edges()
            .map(|(start, end)| ratio(across(start, end, place), self.area));
        let mixed = |part: usize| -> f32 {
            let of_corners = self.readings.iter().zip(near);
            of_corners.map(|(reading, near)| reading[part] * near).sum()
        };
        let letter = sample(atlas, mixed(4), mixed(5));
        [0, 1, 2, 3].map(|part| mixed(part) * letter[part] / 255.0)
    }
}

/// Twice the area between two corners and a place; more than nothing at the inner side.
fn across(start: (i64, i64), end: (i64, i64), place: (i64, i64)) -> i64 {
    (end.0 - start.0) * (place.1 - start.1) - (end.1 - start.1) * (place.0 - start.0)
}

fn middle(x: i64, y: i64) -> (i64, i64) {
    (x * PARTS + PARTS / 2, y * PARTS + PARTS / 2)
}

/// The atlas between its four nearest dots.
fn sample(atlas: &ColorImage, across: f32, down: f32) -> Light {
    let [width, height] = atlas.size;
    if across == 0.0 && down == 0.0 {
        return [255.0; 4];
    }
    let at = Vec2::new(across * length(width), down * length(height)) - Vec2::splat(0.5);
    let corner = at.floor();
    let rest = at - corner;
    let dot = |right: f32, below: f32| -> Light {
        let x = (whole(corner.x + right) as usize).min(width - 1);
        let y = (whole(corner.y + below) as usize).min(height - 1);
        atlas.pixels[y * width + x].to_array().map(f32::from)
    };
    let (above, below) = (
        [dot(0.0, 0.0), dot(1.0, 0.0)],
        [dot(0.0, 1.0), dot(1.0, 1.0)],
    );
    [0, 1, 2, 3].map(|part| {
        let mix = |[left, right]: [Light; 2]| left[part] + (right[part] - left[part]) * rest.x;
        mix(above) + (mix(below) - mix(above)) * rest.y
    })
}

/// Lays a light over what is there.
fn lay([red, green, blue, cover]: Light, pixel: &mut Rgb<u8>) {
    let through = 1.0 - cover / 255.0;
    for (channel, light) in pixel.0.iter_mut().zip([red, green, blue]) {
        *channel = byte(light + f32::from(*channel) * through);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "pictures are small")]
fn parts(pixels: f32) -> i64 {
    (pixels * 256.0).round() as i64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates"
)]
fn whole(pixels: f32) -> u32 {
    pixels.round() as u32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates"
)]
fn byte(channel: f32) -> u8 {
    channel.round() as u8
}

#[expect(clippy::cast_precision_loss, reason = "an atlas is small")]
fn length(dots: usize) -> f32 {
    dots as f32
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "rounds"
)]
fn ratio(part: i64, of: i64) -> f32 {
    (part as f64 / of as f64) as f32
}

fn index(pixel: i64) -> u32 {
    u32::try_from(pixel).unwrap()
}
