//! Frames, one after the other.

use std::collections::VecDeque;

use egui::epaint::textures::TexturesDelta;
use egui::epaint::{ClippedShape, TessellationOptions};
use egui::{Color32, Context, Rect, TextureId};

use crate::area::{Area, Areas};
use crate::blend::{OPAQUE, packed};
use crate::changes::kept;
use crate::mesh::Target;
use crate::shapes::{Drawn, single};
use crate::texture::Textures;
use crate::triangle::Point;

/// What egui wants shown.
pub struct Frame {
    /// `FullOutput::shapes`.
    pub shapes: Vec<ClippedShape>,
    /// `FullOutput::textures_delta`.
    pub textures: TexturesDelta,
    /// `FullOutput::pixels_per_point`.
    pub pixels_per_point: f32,
    /// What is seen where no shape is.
    pub background: Color32,
    /// Columns and rows of pixels.
    pub size: [u32; 2],
}

/// Draws egui's frames on plain memory, and only what changed.
#[derive(Default)]
pub struct Canvas {
    textures: Textures,
    /// Those that the last frame still shows and none after it.
    leaving: Vec<TextureId>,
    /// Where which of them changed since the last frame.
    retouched: Vec<(TextureId, Rect)>,
    shapes: Vec<Drawn>,
    look: Option<Look>,
    /// What is to be drawn since the last time.
    changed: Areas,
    /// What the last drawings changed, the newest first.
    earlier: VecDeque<Areas>,
    points: Vec<Option<Point>>,
}

/// What all shapes depend on.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    size: [u32; 2],
    scale: f32,
    background: u32,
    options: TessellationOptions,
}

impl Canvas {
    /// As many drawings are remembered as windows have buffers, and one more.
    const REMEMBERED: usize = 4;

    /// One that has drawn nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was drawn before is no longer on the screen: the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.look = None;
    }

    /// Takes the next frame of this context and returns the areas in which it differs from what was
    /// drawn last; none if nothing changed. What is not drawn is named again with the next frame.
    pub fn update(&mut self, ctx: &Context, mut frame: Frame) -> Vec<Area> {
        self.free_textures();
        self.set_textures(&mut frame.textures);
        let look = Look {
            size: frame.size,
            scale: frame.pixels_per_point,
            background: OPAQUE | packed(frame.background),
            options: ctx.tessellation_options(|options| *options),
        };
        let screen = Area::whole(look.size);
        if self.look != Some(look) {
            self.look = Some(look);
            self.shapes.clear();
            self.earlier.clear();
            self.changed.clear();
            self.changed.add(screen);
        }
        for drawn in &self.shapes {
            let mut retouched = self.retouched.iter();
            if retouched.any(|&(id, place)| drawn.shows(id, place)) {
                self.changed.add(drawn.area);
            }
        }
        self.retouched.clear();
        self.take_shapes(ctx, single(frame.shapes, look.scale), look.scale, screen);
        self.changed.as_slice().to_vec()
    }

    /// Draws what changed into `pixels`, rows of the frame's size, each pixel as red, green and blue in
    /// its lower three bytes below a full one. They hold what was drawn `age` drawings ago, this one
    /// included: 1 is the last one, 0 is anything.
    ///
    /// Nothing is drawn if there are fewer pixels than the frame has.
    pub fn draw(&mut self, ctx: &Context, pixels: &mut [u32], age: u8) {
        let Some(look) = self.look else { return };
        let screen = Area::whole(look.size);
        if (pixels.len() as u64) < screen.pixels() || screen.is_empty() {
            return;
        }
        let areas = self.stale(screen, usize::from(age));
        let mut target = Target {
            pixels,
            width: screen.width() as usize,
        };
        for &area in areas.as_slice() {
            target.fill(area, look.background);
        }
        for drawn in &mut self.shapes {
            draw_shape(
                &mut target,
                (ctx, look.scale),
                drawn,
                areas.as_slice(),
                &self.textures,
                &mut self.points,
            );
        }
        self.earlier.push_front(std::mem::take(&mut self.changed));
        self.earlier.truncate(Self::REMEMBERED);
        self.free_textures();
    }

    /// Where the memory, `age` drawings old, does not show this frame.
    fn stale(&self, screen: Area, age: usize) -> Areas {
        let mut areas = self.changed.clone();
        match age.checked_sub(1) {
            Some(missed) if missed <= self.earlier.len() => {
                for before in self.earlier.iter().take(missed) {
                    before.as_slice().iter().for_each(|&area| areas.add(area));
                }
            }
            _ => areas.add(screen),
        }
        areas
    }

    /// Puts the next frame's shapes in the place of the last one's, and notes where they differ.
    fn take_shapes(&mut self, ctx: &Context, shapes: Vec<ClippedShape>, scale: f32, screen: Area) {
        let kept = kept(&self.shapes, &shapes);
        let mut old: Vec<_> = self.shapes.drain(..).map(Some).collect();
        for (shape, kept) in shapes.into_iter().zip(kept) {
            let known = kept.and_then(|at| old.get_mut(at)?.take());
            let drawn = if let Some(mut known) = known {
                // What it shares with the next frame is found alike the quicker.
                known.shape = shape;
                known
            } else {
                let drawn = Drawn::new(ctx, shape, scale, screen);
                self.changed.add(drawn.area);
                drawn
            };
            self.shapes.push(drawn);
        }
        for gone in old.into_iter().flatten() {
            self.changed.add(gone.area);
        }
    }

    fn set_textures(&mut self, textures: &mut TexturesDelta) {
        for (id, deltas) in textures.set.drain() {
            for delta in deltas {
                // Where letters are in their texture depends on its size.
                if id == TextureId::default() && delta.is_whole() {
                    self.forget();
                }
                self.retouched.push((id, self.textures.set(id, &delta)));
            }
        }
        self.leaving.extend(textures.free.drain());
    }

    fn free_textures(&mut self) {
        for id in std::mem::take(&mut self.leaving) {
            self.textures.remove(id);
            self.retouched.push((id, Rect::EVERYTHING));
            // What shows nothing of it is drawn with it, too.
            if id == TextureId::default() {
                self.forget();
            }
        }
    }
}

/// Draws what of a shape lies in these areas.
fn draw_shape(
    target: &mut Target<'_>,
    (ctx, scale): (&Context, f32),
    drawn: &mut Drawn,
    areas: &[Area],
    textures: &Textures,
    points: &mut Vec<Option<Point>>,
) {
    if areas.iter().all(|area| area.within(drawn.area).is_empty()) {
        return;
    }
    let mesh = drawn.take_mesh(ctx, scale);
    let Some(texture) = textures.get(mesh.texture_id) else {
        return;
    };
    points.clear();
    points.extend(
        mesh.vertices
            .iter()
            .map(|vertex| Point::new(vertex.pos, scale)),
    );
    for area in areas {
        let clip = area.within(drawn.area);
        if !clip.is_empty() {
            target.mesh(&mesh, points, clip, texture);
        }
    }
}
