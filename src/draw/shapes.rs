//! Shapes one by one, and what is known of each: its triangles, where they are and what they show.

use std::sync::Arc;

use egui::epaint::{ClippedShape, Mesh, Primitive, WHITE_UV};
use egui::{Context, Pos2, Rect, Shape, TextureId};

use crate::area::Area;
use crate::triangle::{Point, extent};

/// A shape of the last frame.
pub(crate) struct Drawn {
    pub(crate) shape: ClippedShape,
    /// Every pixel that it can touch.
    pub(crate) area: Area,
    texture: TextureId,
    /// What it shows of its texture; nothing if it is plain.
    texels: Rect,
    /// Its triangles, from when they are made until they are drawn.
    mesh: Option<Mesh>,
}

impl Drawn {
    pub(crate) fn new(ctx: &Context, shape: ClippedShape, scale: f32, screen: Area) -> Self {
        let mesh = triangles(ctx, &shape, scale);
        let points = mesh.vertices.iter();
        let points = points.filter_map(|vertex| Point::new(vertex.pos, scale));
        let area = extent(points).within(pixels(shape.clip_rect, scale));
        let texels = texels(&mesh);
        Self {
            shape,
            area: area.within(screen),
            texture: mesh.texture_id,
            texels,
            mesh: Some(mesh),
        }
    }

    /// Its triangles, made again if they were given away before.
    pub(crate) fn take_mesh(&mut self, ctx: &Context, scale: f32) -> Mesh {
        let kept = self.mesh.take();
        kept.unwrap_or_else(|| triangles(ctx, &self.shape, scale))
    }

    /// Whether it shows a texture where that changed.
    pub(crate) fn shows(&self, texture: TextureId, changed: Rect) -> bool {
        if self.texture != texture || self.texels == Rect::NOTHING {
            return false;
        }
        // What lies outside shows the edge.
        let whole = Rect::from_min_max(Pos2::ZERO, Pos2::new(1.0, 1.0));
        let [min, max] = [self.texels.min, self.texels.max].map(|corner| whole.clamp(corner));
        changed.intersects(Rect::from_min_max(min, max))
    }
}

/// What a mesh shows of its texture, in parts of that one's width and height.
fn texels(mesh: &Mesh) -> Rect {
    /// Beyond, steps from pixel to pixel are larger than a texture.
    const FARTHEST: f32 = 1e4;
    let mut texels = Rect::NOTHING;
    for vertex in &mesh.vertices {
        let place = vertex.uv;
        if !(place.x.abs() < FARTHEST && place.y.abs() < FARTHEST) {
            return Rect::EVERYTHING;
        }
        if mesh.texture_id != TextureId::default() || place != WHITE_UV {
            texels.extend_with(place);
        }
    }
    texels
}

/// What can be drawn, each for itself, in their order.
pub(crate) fn single(shapes: Vec<ClippedShape>, scale: f32) -> Vec<ClippedShape> {
    if !(0.01..100.0).contains(&scale) {
        return Vec::new();
    }
    let mut singles = Vec::with_capacity(shapes.len());
    for shape in shapes {
        if shape.clip_rect.is_positive() && shape.transform_after_tessellation.is_valid() {
            add(shape, &mut singles);
        }
    }
    singles
}

fn add(shape: ClippedShape, singles: &mut Vec<ClippedShape>) {
    if let Shape::Vec(shapes) = shape.shape {
        for inner in shapes {
            let one = ClippedShape {
                shape: inner,
                ..shape
            };
            add(one, singles);
        }
    } else if can_be_drawn(&shape.shape) {
        singles.push(shape);
    }
}

/// Whether all of its places and lengths are such that egui can cut it into triangles, and into few
/// enough: the larger a curve, the more lines it is made of.
fn can_be_drawn(shape: &Shape) -> bool {
    match shape {
        // A graphics card's own business.
        Shape::Noop | Shape::Callback(_) => false,
        Shape::Circle(circle) => {
            near([circle.center]) && short([circle.radius, circle.stroke.width])
        }
        Shape::Ellipse(ellipse) => {
            near([ellipse.center, ellipse.radius.to_pos2()])
                && short([ellipse.stroke.width, ellipse.angle])
        }
        Shape::LineSegment { points, stroke } => near(*points) && short([stroke.width]),
        Shape::Path(path) => near(path.points.iter().copied()) && short([path.stroke.width]),
        Shape::Band(band) => {
            let points = band.points.iter();
            short([band.stroke.width, band.angle])
                && points
                    .clone()
                    .all(|point| short([point.x, point.y.min, point.y.max]))
        }
        Shape::Rect(rect) => {
            // Without an end it may be, unless it is to be turned.
            let corners = [rect.rect.min, rect.rect.max];
            let place = !rect.rect.any_nan() && (rect.angle == 0.0 || near(corners));
            place && short([rect.stroke.width, rect.blur_width, rect.angle])
        }
        Shape::Text(text) => {
            near([text.pos]) && short([text.underline.width, text.angle, text.opacity_factor])
        }
        Shape::Mesh(mesh) => {
            let vertices = mesh.vertices.iter();
            let mut places = vertices.flat_map(|vertex| [vertex.pos, vertex.uv]);
            mesh.is_valid() && places.all(|place| !place.any_nan())
        }
        Shape::QuadraticBezier(curve) => near(curve.points) && short([curve.stroke.width]),
        Shape::CubicBezier(curve) => near(curve.points) && short([curve.stroke.width]),
        Shape::Vec(shapes) => shapes.iter().all(can_be_drawn),
    }
}

fn near(points: impl IntoIterator<Item = Pos2>) -> bool {
    points.into_iter().all(|point| short([point.x, point.y]))
}

/// False for what is not a number, too.
fn short<const COUNT: usize>(lengths: [f32; COUNT]) -> bool {
    lengths.iter().all(|length| length.abs() < 1e6)
}

/// Whether both are drawn alike. Cheap for what is kept from frame to frame.
pub(crate) fn same(one: &ClippedShape, other: &ClippedShape) -> bool {
    one.clip_rect == other.clip_rect
        && one.transform_after_tessellation == other.transform_after_tessellation
        && match (&one.shape, &other.shape) {
            (Shape::Text(one), Shape::Text(other)) if Arc::ptr_eq(&one.galley, &other.galley) => {
                one.pos == other.pos
                    && one.underline == other.underline
                    && one.fallback_color == other.fallback_color
                    && one.override_text_color == other.override_text_color
                    && one.opacity_factor == other.opacity_factor
                    && one.angle == other.angle
            }
            (Shape::Mesh(one), Shape::Mesh(other)) if Arc::ptr_eq(one, other) => true,
            (one, other) => one == other,
        }
}

/// A shape alone: together with others egui cuts some differently.
fn triangles(ctx: &Context, shape: &ClippedShape, scale: f32) -> Mesh {
    let mut primitives = ctx.tessellate(vec![shape.clone()], scale);
    match primitives.pop().map(|primitive| primitive.primitive) {
        Some(Primitive::Mesh(mesh)) => mesh,
        _ => Mesh::default(),
    }
}

/// The pixels of a clip rectangle, as egui's own painters round it.
fn pixels(clip: Rect, scale: f32) -> Area {
    let pixel = |along: f32| (along * scale).round() as i32;
    Area {
        left: pixel(clip.min.x),
        top: pixel(clip.min.y),
        right: pixel(clip.max.x),
        bottom: pixel(clip.max.y),
    }
}
