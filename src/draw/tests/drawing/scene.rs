//! Frames of random shapes, as a window would get them from egui.

use std::sync::Arc;

use egui::emath::{Rot2, TSTransform};
use egui::epaint::textures::TexturesDelta;
use egui::epaint::{
    BandPoint, BandShape, Brush, CircleShape, ClippedShape, CubicBezierShape, EllipseShape, Mesh,
    PathShape, PathStroke, QuadraticBezierShape, RectShape, TextShape,
};
use egui::{
    Color32, ColorImage, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId,
    Pos2, RawInput, Rect, Shape, Stroke, StrokeKind, TextureFilter, TextureHandle, TextureOptions,
    TextureWrapMode, Vec2, ViewportId, pos2, vec2,
};
use fastrand::Rng;
use supple_draw::Frame;

/// A window's content, and what it is made with.
pub(crate) struct Scene {
    pub(crate) ctx: Context,
    pub(crate) shapes: Vec<ClippedShape>,
    pub(crate) size: [u32; 2],
    pub(crate) scale: f32,
    pub(crate) background: Color32,
    pub(crate) pictures: Vec<TextureHandle>,
    pub(crate) rng: Rng,
}

impl Scene {
    pub(crate) fn new(seed: u64) -> Self {
        let ctx = Context::default();
        ctx.set_fonts(noto());
        let mut rng = Rng::with_seed(seed);
        let mut scene = Self {
            ctx,
            shapes: Vec::new(),
            size: [rng.u32(1..150), rng.u32(1..120)],
            scale: 1.0,
            background: Color32::WHITE,
            pictures: Vec::new(),
            rng,
        };
        scene.restyle();
        scene
    }

    /// Another scale and background.
    pub(crate) fn restyle(&mut self) {
        let scales = [0.5, 0.618, 1.0, 1.0, 1.25, 1.5, 1.666_667, 2.0, 3.1, 4.0];
        self.scale = *self.rng.choice(&scales).unwrap();
        self.background = *self
            .rng
            .choice(&[
                Color32::WHITE,
                Color32::BLACK,
                Color32::from_rgb(27, 34, 38),
            ])
            .unwrap();
    }

    /// The frame after `change`, which may lay out text and load pictures.
    pub(crate) fn frame(&mut self, mut change: impl FnMut(&mut Self)) -> (Frame, Frame) {
        let mut input = RawInput::default();
        let viewport = input.viewports.entry(ViewportId::ROOT).or_default();
        viewport.native_pixels_per_point = Some(self.scale);
        let ctx = self.ctx.clone();
        let mut output = ctx.run_ui(input, |_| change(self));
        let mut textures = TexturesDelta::default();
        textures.set.clone_from(&output.textures_delta.set);
        textures.free.clone_from(&output.textures_delta.free);
        let frame = |textures| Frame {
            shapes: self.shapes.clone(),
            textures,
            pixels_per_point: self.scale,
            background: self.background,
            size: self.size,
        };
        (
            frame(std::mem::take(&mut output.textures_delta)),
            frame(textures),
        )
    }

    pub(crate) fn load_picture(&mut self) {
        let size = [self.rng.usize(1..20), self.rng.usize(1..20)];
        let image = self.image(size);
        let options = TextureOptions {
            magnification: *self
                .rng
                .choice(&[TextureFilter::Linear, TextureFilter::Nearest])
                .unwrap(),
            wrap_mode: *self
                .rng
                .choice(&[
                    TextureWrapMode::ClampToEdge,
                    TextureWrapMode::ClampToEdge,
                    TextureWrapMode::Repeat,
                    TextureWrapMode::MirroredRepeat,
                ])
                .unwrap(),
            ..TextureOptions::LINEAR
        };
        self.pictures
            .push(self.ctx.load_texture("picture", image, options));
    }

    /// Changes a part of a picture, or all of it.
    pub(crate) fn change_picture(&mut self) {
        if self.pictures.is_empty() {
            return;
        }
        let at = self.rng.usize(..self.pictures.len());
        let [width, height] = self.pictures[at].size();
        let options = TextureOptions::LINEAR;
        let (x, y) = (self.rng.usize(..width), self.rng.usize(..height));
        let part = [
            self.rng.usize(1..=width - x),
            self.rng.usize(1..=height - y),
        ];
        if self.rng.u8(..4) == 0 {
            let image = self.image([width, height + 1]);
            self.pictures[at].set(image, options);
        } else {
            let image = self.image(part);
            self.pictures[at].set_partial([x, y], image, options);
        }
    }

    fn image(&mut self, size: [usize; 2]) -> ColorImage {
        let grey = self.rng.bool();
        let pixels = (0..size[0] * size[1])
            .map(|_| {
                if grey {
                    Color32::from_white_alpha(self.rng.u8(..))
                } else {
                    self.color()
                }
            })
            .collect();
        ColorImage::new(size, pixels)
    }

    pub(crate) fn clipped(&mut self) -> ClippedShape {
        let clip = match self.rng.u8(..4) {
            0 => Rect::EVERYTHING,
            1 => self.rect(),
            _ => self.screen().expand(2.0),
        };
        let mut shape = ClippedShape::new(clip, self.shape(2));
        if self.rng.u8(..8) == 0 {
            shape.transform_after_tessellation =
                TSTransform::new(self.at(0.1).to_vec2(), self.rng.f32() * 1.5 + 0.2);
        }
        shape
    }

    pub(crate) fn shape(&mut self, depth: u8) -> Shape {
        match self.rng.u8(..14) {
            0 => Shape::circle_filled(self.at(1.2), self.length(30.0), self.color()),
            1 => CircleShape {
                center: self.at(1.2),
                radius: self.length(30.0),
                fill: self.color(),
                stroke: self.stroke(),
            }
            .into(),
            2 => EllipseShape {
                center: self.at(1.2),
                radius: vec2(self.length(30.0), self.length(30.0)),
                fill: self.color(),
                stroke: self.stroke(),
                angle: self.rng.f32() * 7.0,
            }
            .into(),
            3 => Shape::line_segment([self.at(1.3), self.at(1.3)], self.stroke()),
            4 | 5 => self.path().into(),
            6 => self.band().into(),
            7 | 8 => self.rectangle().into(),
            9 => self.text(),
            10 => self.mesh(),
            11 => self.quadratic().into(),
            12 => self.cubic().into(),
            _ if depth == 0 => Shape::Noop,
            _ => Shape::Vec(
                (0..self.rng.u8(..4))
                    .map(|_| self.shape(depth - 1))
                    .collect(),
            ),
        }
    }

    fn path(&mut self) -> PathShape {
        let closed = self.rng.bool();
        let mut points: Vec<_> = (0..self.rng.usize(..9)).map(|_| self.at(1.2)).collect();
        if self.rng.u8(..3) == 0 && points.len() > 1 {
            // A point twice, and a corner that turns back.
            points.insert(1, points[0]);
            let back = points[0] + vec2(0.3, 0.1);
            points.push(back);
        }
        PathShape {
            points,
            closed,
            fill: if closed {
                self.color()
            } else {
                Color32::TRANSPARENT
            },
            stroke: self.path_stroke(),
        }
    }

    fn path_stroke(&mut self) -> PathStroke {
        let stroke = if self.rng.u8(..8) == 0 {
            let color = self.color();
            PathStroke::new_uv(self.length(9.0), move |_, at| {
                if at.x > 20.0 { color } else { Color32::RED }
            })
        } else {
            self.stroke().into()
        };
        stroke.with_kind(self.stroke_kind())
    }

    fn band(&mut self) -> BandShape {
        let mut x = self.at(1.0).x;
        let points = (0..self.rng.u8(..7))
            .map(|_| {
                x += self.length(12.0) - 1.0;
                let y = self.at(1.0).y;
                BandPoint::new(x, y..=y + self.length(20.0) - 1.0)
            })
            .collect();
        let mut band = BandShape::filled(points, self.color());
        band.stroke = self.stroke();
        band.stroke_kind = self.stroke_kind();
        band
    }

    fn rectangle(&mut self) -> RectShape {
        let radius = CornerRadius {
            nw: self.rng.u8(..20),
            ne: self.rng.u8(..3),
            sw: self.rng.u8(..20),
            se: 0,
        };
        let radius = *self.rng.choice(&[CornerRadius::ZERO, radius]).unwrap();
        let mut rect = RectShape::new(
            self.rect(),
            radius,
            self.color(),
            self.stroke(),
            self.stroke_kind(),
        );
        if self.rng.u8(..3) == 0 {
            rect.blur_width = self.length(20.0);
        }
        if self.rng.u8(..3) == 0 {
            rect.angle = self.rng.f32() * 6.0;
        }
        rect.round_to_pixels = *self.rng.choice(&[None, Some(false), Some(true)]).unwrap();
        if self.rng.u8(..3) == 0 && !self.pictures.is_empty() {
            // egui has no strokes around pictures.
            rect.stroke = Stroke::NONE;
            let picture = self.rng.choice(&self.pictures).unwrap().id();
            rect.brush = Some(Arc::new(Brush {
                fill_texture_id: picture,
                uv: self.uv(),
            }));
        }
        rect
    }

    fn text(&mut self) -> Shape {
        let last = char::from(self.rng.u8(b'!'..b'~'));
        let text: String = (0..self.rng.usize(..12))
            .map(|_| {
                *self
                    .rng
                    .choice(&['a', 'g', 'W', ' ', 'ß', '.', '7', '\n'])
                    .unwrap()
            })
            .chain([last])
            .collect();
        let font = FontId::proportional(self.length(30.0) + 3.0);
        let color = self.solid();
        let galley = self
            .ctx
            .fonts_mut(|fonts| fonts.layout(text, font, color, 60.0));
        let mut shape = TextShape::new(self.at(1.0), galley, color);
        if self.rng.u8(..3) == 0 {
            shape.underline = self.stroke();
        }
        if self.rng.u8(..4) == 0 {
            shape.angle = self.rng.f32() * 6.0;
        }
        if self.rng.u8(..4) == 0 {
            shape.opacity_factor = self.rng.f32();
        }
        if self.rng.u8(..4) == 0 {
            shape.override_text_color = Some(self.solid());
        }
        shape.into()
    }

    fn mesh(&mut self) -> Shape {
        let mut mesh = Mesh::default();
        if let Some(picture) = self.rng.choice(&self.pictures) {
            mesh.texture_id = picture.id();
            let (rect, uv, color) = (self.rect(), self.uv(), self.color());
            mesh.add_rect_with_uv(rect, uv, color);
            if self.rng.bool() {
                // One for one.
                let size = self.pictures[0].size_vec2() / self.scale;
                let at = (self.at(1.0).to_vec2() * self.scale).round() / self.scale;
                let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
                mesh.texture_id = self.pictures[0].id();
                mesh.add_rect_with_uv(Rect::from_min_size(at.to_pos2(), size), whole, color);
            }
        } else {
            for _ in 0..self.rng.u8(1..8) {
                let (at, color) = (self.at(1.3), self.color());
                mesh.colored_vertex(at, color);
            }
            for _ in 0..self.rng.u8(..8) {
                let count = mesh.vertices.len() as u32;
                let mut index = || self.rng.u32(..count);
                mesh.add_triangle(index(), index(), index());
            }
        }
        Shape::mesh(mesh)
    }

    fn quadratic(&mut self) -> QuadraticBezierShape {
        let closed = self.rng.bool();
        QuadraticBezierShape {
            points: [self.at(1.3), self.at(1.3), self.at(1.3)],
            closed,
            fill: if closed {
                self.color()
            } else {
                Color32::TRANSPARENT
            },
            stroke: self.path_stroke(),
        }
    }

    fn cubic(&mut self) -> CubicBezierShape {
        let closed = self.rng.bool();
        CubicBezierShape {
            points: [self.at(1.3), self.at(1.3), self.at(1.3), self.at(1.3)],
            closed,
            fill: if closed {
                self.color()
            } else {
                Color32::TRANSPARENT
            },
            stroke: self.path_stroke(),
        }
    }

    fn uv(&mut self) -> Rect {
        let uv = |rng: &mut Rng| pos2(rng.f32() * 1.4 - 0.2, rng.f32() * 1.4 - 0.2);
        Rect::from_two_pos(uv(&mut self.rng), uv(&mut self.rng))
    }

    fn screen(&self) -> Rect {
        let size = vec2(self.size[0] as f32, self.size[1] as f32) / self.scale;
        Rect::from_min_size(Pos2::ZERO, size)
    }

    /// A place on the screen, or beside it by what `reach` is above one; often on the grid of pixels.
    fn at(&mut self, reach: f32) -> Pos2 {
        let part = Vec2::new(self.rng.f32() - 0.5, self.rng.f32() - 0.5) * reach;
        let at = self.screen().center() + part * self.screen().size();
        match self.rng.u8(..3) {
            0 => ((at * self.scale).round() * 2.0 / 2.0) / self.scale,
            1 => at.round(),
            _ => at + Rot2::from_angle(at.x) * vec2(0.1, 0.0),
        }
    }

    fn rect(&mut self) -> Rect {
        Rect::from_two_pos(self.at(1.2), self.at(1.2))
    }

    /// Mostly short.
    fn length(&mut self, most: f32) -> f32 {
        let part = self.rng.f32();
        let length = part * part * most;
        *self.rng.choice(&[length, length.round(), 0.4]).unwrap()
    }

    fn stroke(&mut self) -> Stroke {
        *self
            .rng
            .clone()
            .choice(&[Stroke::NONE, Stroke::new(self.length(9.0), self.color())])
            .unwrap()
    }

    fn stroke_kind(&mut self) -> StrokeKind {
        *self
            .rng
            .choice(&[StrokeKind::Inside, StrokeKind::Middle, StrokeKind::Outside])
            .unwrap()
    }

    fn solid(&mut self) -> Color32 {
        Color32::from_rgb(self.rng.u8(..), self.rng.u8(..), self.rng.u8(..))
    }

    fn color(&mut self) -> Color32 {
        let solid = self.solid();
        match self.rng.u8(..6) {
            0 => Color32::TRANSPARENT,
            1 => solid.additive(),
            2 | 3 => solid.gamma_multiply(self.rng.f32()),
            _ => solid,
        }
    }
}

fn noto() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let face = FontData::from_static(ttf_noto_sans::REGULAR);
    fonts
        .font_data
        .insert("Noto Sans".to_owned(), Arc::new(face));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["Noto Sans".to_owned()]);
    }
    fonts
}
