//! Pictures that shapes are drawn with. The letters' is one of them.

use std::collections::BTreeMap;

use egui::epaint::{ImageData, ImageDelta};
use egui::{Rect, TextureFilter, TextureId, TextureOptions, TextureWrapMode, pos2};

use crate::blend::{between, grey, packed};
use crate::triangle::FRACTION;

/// The textures of a window.
#[derive(Default)]
pub(crate) struct Textures(BTreeMap<TextureId, Texture>);

impl Textures {
    pub(crate) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.0.get(&id)
    }

    /// Takes a new texture or a change to one and returns where it differs from before, in parts of its
    /// width and height.
    pub(crate) fn set(&mut self, id: TextureId, delta: &ImageDelta) -> Rect {
        let ImageData::Color(image) = &delta.image;
        let patch = Texture::new(image.size, image.pixels.iter().copied(), delta.options);
        let Some(patch) = patch else {
            return Rect::NOTHING;
        };
        match (delta.pos, self.0.get_mut(&id)) {
            (None, _) => {
                self.0.insert(id, patch);
                Rect::EVERYTHING
            }
            (Some(at), Some(texture)) => texture.change(at, &patch),
            (Some(_), None) => Rect::NOTHING,
        }
    }

    pub(crate) fn remove(&mut self, id: TextureId) {
        self.0.remove(&id);
    }
}

pub(crate) struct Texture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) texels: Texels,
    options: TextureOptions,
}

pub(crate) enum Texels {
    /// Letters, and all else whose channels are alike: a quarter of the memory.
    Grey(Vec<u8>),
    Colored(Vec<u32>),
}

impl Texture {
    /// `None` if the size is not that of the texels, or nothing.
    fn new(
        [width, height]: [usize; 2],
        colors: impl ExactSizeIterator<Item = egui::Color32> + Clone,
        options: TextureOptions,
    ) -> Option<Self> {
        if width.checked_mul(height) != Some(colors.len()) || colors.len() == 0 {
            return None;
        }
        let alike = |color: egui::Color32| packed(color) == grey(color.a());
        let texels = if colors.clone().all(alike) {
            Texels::Grey(colors.map(|color| color.a()).collect())
        } else {
            Texels::Colored(colors.map(packed).collect())
        };
        Some(Self {
            width,
            height,
            texels,
            options,
        })
    }

    /// Puts `patch` where it belongs, as far as that is inside.
    fn change(&mut self, [left, top]: [usize; 2], patch: &Self) -> Rect {
        if self.options != patch.options {
            self.options = patch.options;
            self.put(left, top, patch);
            return Rect::EVERYTHING;
        }
        let Some([first, last]) = self.put(left, top, patch) else {
            return Rect::NOTHING;
        };
        if self.options.wrap_mode != TextureWrapMode::ClampToEdge {
            return Rect::EVERYTHING;
        }
        // A texel reaches as far as the middles of its neighbours, and a bit more for rounding.
        let part = |texel: usize, beside: f32, of: usize| (texel as f32 + beside) / of as f32;
        Rect::from_min_max(
            pos2(
                part(first[0], -1.0, self.width),
                part(first[1], -1.0, self.height),
            ),
            pos2(
                part(last[0], 2.0, self.width),
                part(last[1], 2.0, self.height),
            ),
        )
    }

    /// Returns the first and the last column and row that changed.
    fn put(&mut self, left: usize, top: usize, patch: &Self) -> Option<[[usize; 2]; 2]> {
        if matches!(patch.texels, Texels::Colored(_))
            && let Texels::Grey(levels) = &self.texels
        {
            self.texels = Texels::Colored(levels.iter().copied().map(grey).collect());
        }
        let mut changed: Option<[[usize; 2]; 2]> = None;
        let columns = patch.width.min(self.width.saturating_sub(left));
        let rows = patch.height.min(self.height.saturating_sub(top));
        for row in 0..rows {
            for column in 0..columns {
                let (x, y) = (left + column, top + row);
                if self.put_texel(x + y * self.width, patch.color(column + row * patch.width)) {
                    let [first, last] = changed.get_or_insert([[x, y]; 2]);
                    *first = [first[0].min(x), first[1].min(y)];
                    *last = [last[0].max(x), last[1].max(y)];
                }
            }
        }
        changed
    }

    /// Whether it was another before.
    fn put_texel(&mut self, at: usize, color: u32) -> bool {
        match &mut self.texels {
            Texels::Grey(levels) => {
                let [level, ..] = color.to_be_bytes();
                std::mem::replace(&mut levels[at], level) != level
            }
            Texels::Colored(colors) => std::mem::replace(&mut colors[at], color) != color,
        }
    }

    #[inline]
    fn color(&self, at: usize) -> u32 {
        match &self.texels {
            Texels::Grey(levels) => grey(levels[at]),
            Texels::Colored(colors) => colors[at],
        }
    }

    /// The color at a place, in texels with [`FRACTION`] bits for the part of one.
    #[inline]
    pub(crate) fn sample(&self, u: i64, v: i64) -> u32 {
        if self.options.magnification == TextureFilter::Nearest {
            return self.texel(u >> FRACTION, v >> FRACTION);
        }
        let half = 1 << (FRACTION - 1);
        let (u, v) = (u.saturating_sub(half), v.saturating_sub(half));
        let (x, y) = (u >> FRACTION, v >> FRACTION);
        let part = |along: i64| (along >> (FRACTION - 8) & 0xff) as u32;
        let above = between(self.texel(x, y), self.texel(x + 1, y), part(u));
        let below = between(self.texel(x, y + 1), self.texel(x + 1, y + 1), part(u));
        between(above, below, part(v))
    }

    #[inline]
    fn texel(&self, x: i64, y: i64) -> u32 {
        let x = self.wrapped(x, self.width);
        let y = self.wrapped(y, self.height);
        self.color(x + y * self.width)
    }

    /// The column or row that is shown for one that may lie outside.
    #[inline]
    fn wrapped(&self, at: i64, size: usize) -> usize {
        let size = size as i64;
        let inside = match self.options.wrap_mode {
            TextureWrapMode::ClampToEdge => at.clamp(0, size - 1),
            TextureWrapMode::Repeat => at.rem_euclid(size),
            TextureWrapMode::MirroredRepeat => {
                let phase = at.rem_euclid(2 * size);
                phase.min(2 * size - 1 - phase)
            }
        };
        inside as usize
    }
}
