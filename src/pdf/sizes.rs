//! How large letters are, and in which colours things are drawn.

use super::text::Style;
use crate::document::{Level, Sheet, Tone};

pub(super) const INK: [u8; 3] = [0x1f, 0x2a, 0x30];
pub(super) const MUTED: [u8; 3] = [0x5a, 0x66, 0x6e];
pub(super) const TEAL: [u8; 3] = [0x1f, 0x5c, 0x56];
pub(super) const HAIRLINE: [u8; 3] = [0xc9, 0xcd, 0xca];
pub(super) const GRID: [u8; 3] = [0x8b, 0x93, 0x8f];

/// The sizes of letters in points, and what follows from them.
pub(super) struct Sizes {
    pub(super) base: f32,
    pub(super) is_large: bool,
    /// From line to line, as a share of the letters' size.
    pub(super) leading: f32,
}

/// What is read with ease.
pub(super) const LEADING: f32 = 1.36;

impl Sizes {
    pub(super) fn of(sheet: Sheet) -> Self {
        Self {
            base: if sheet.large_print { 18.0 } else { 10.0 },
            is_large: sheet.large_print,
            leading: LEADING,
        }
    }

    /// What is smaller than the rest where there is room for small letters.
    pub(super) fn small(&self) -> f32 {
        if self.is_large {
            self.base
        } else {
            self.base * 0.95
        }
    }

    pub(super) fn plain(&self) -> Style {
        Style {
            size: self.base,
            is_bold: false,
            colour: INK,
            leading: self.leading,
        }
    }

    pub(super) fn strong(&self) -> Style {
        Style {
            is_bold: true,
            ..self.plain()
        }
    }

    pub(super) fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => self.plain(),
            Tone::Quiet => Style {
                size: self.small(),
                colour: MUTED,
                ..self.plain()
            },
            Tone::Lead => Style {
                size: self.base * 1.15,
                ..self.strong()
            },
            Tone::Figure => Style {
                size: self.base * if self.is_large { 1.55 } else { 2.0 },
                leading: 1.2,
                ..self.strong()
            },
            Tone::Dose => Style {
                size: if self.is_large {
                    self.base
                } else {
                    self.base * 1.05
                },
                colour: TEAL,
                ..self.strong()
            },
        }
    }

    pub(super) fn heading(&self, level: Level) -> Style {
        let (share, leading) = match (level, self.is_large) {
            (Level::One, true) => (1.55, 1.15),
            (Level::One, false) => (2.25, 1.15),
            _ => (1.22, 1.25),
        };
        Style {
            size: self.base * share,
            leading,
            ..self.strong()
        }
    }
}
