//! A drawing of plain shapes with a few words in it, such as a chart.

use super::Text;

/// Drawn as wide as there is room, in the shape that its size has.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Width and height in points. All that is in it counts from its upper left corner.
    pub size: [f32; 2],
    pub marks: Vec<Mark>,
    /// What it shows in words, with its numbers, for people who can't see it.
    pub alt: Text,
}

/// How large the letters of a drawing are.
pub const LETTERS: f32 = 8.5;

#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    Line {
        from: [f32; 2],
        to: [f32; 2],
        width: f32,
        ink: Ink,
    },
    /// With round corners; a disc, where the radius is half of it.
    Box {
        at: [f32; 2],
        size: [f32; 2],
        radius: f32,
        fill: Option<Ink>,
        edge: Option<Ink>,
    },
    Label {
        /// Where its letters stand, at its beginning, in its middle or at its end.
        at: [f32; 2],
        anchor: Anchor,
        text: String,
        ink: Ink,
    },
}

/// Which part of a label is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// What something is drawn with: light and dark enough to be told apart without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Paper,
    /// Of letters, and of what is to be seen last.
    Quiet,
    Line,
    Main,
    Warning,
}

impl Ink {
    /// Red, green and blue.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Paper => [0xff; 3],
            Self::Quiet => [0x5a, 0x66, 0x6e],
            Self::Line => [0xc9, 0xcd, 0xca],
            Self::Main => [0x2f, 0x7f, 0x79],
            Self::Warning => [0xb8, 0x45, 0x1f],
        }
    }
}
