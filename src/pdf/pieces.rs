//! Pieces: what stands on one page, come what may. All else may be parted between two of them.

use super::text::{Span, Style};
use crate::document::{Modules, Sight};

/// A strip of the page, as wide as what it is part of.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece<'a> {
    /// The space before it, which the top of a page does without.
    pub(super) before: f32,
    pub(super) height: f32,
    pub(super) marks: Vec<Mark<'a>>,
}

/// Something drawn. Its place is counted from the left edge of the page and from the top of the piece.
#[derive(Debug, Clone)]
pub(super) struct Mark<'a> {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) what: What<'a>,
}

#[derive(Debug, Clone)]
pub(super) enum What<'a> {
    /// A part of a line; `y` is where its letters stand.
    Text {
        leaf: Leaf,
        span: Span,
        style: Style,
    },
    /// Nothing to see, and what it means: room to write, or a box that a line draws.
    Meaning { leaf: Leaf, means: &'static str },
    /// In a box of this size.
    Sight {
        leaf: Leaf,
        sight: &'a Sight,
        size: [f32; 2],
    },
    /// So wide and so high.
    Code {
        leaf: Leaf,
        modules: &'a Modules,
        side: f32,
    },
    /// Where a picture is that is drawn by what follows.
    Place { leaf: Leaf, size: [f32; 2] },
    /// A box of one colour.
    Filled {
        size: [f32; 2],
        radius: f32,
        colour: [u8; 3],
    },
    /// Where a heading begins.
    Heading(&'a str),
    /// So far to the right and down.
    Line {
        over: [f32; 2],
        width: f32,
        colour: [u8; 3],
    },
    /// With round corners.
    Frame {
        size: [f32; 2],
        radius: f32,
        width: f32,
        colour: [u8; 3],
    },
}

/// A part of the document's structure that has no parts; counted from 0.
pub(super) type Leaf = usize;

impl<'a> Piece<'a> {
    /// Where it ends, if what comes before it ends at 0.
    fn end(&self) -> f32 {
        self.before + self.height
    }

    pub(super) fn add(&mut self, x: f32, y: f32, what: What<'a>) {
        self.marks.push(Mark { x, y, what });
    }

    /// Takes in another one, so far below its own top.
    fn take(&mut self, other: Self, below: f32) {
        self.height = self.height.max(below + other.height);
        let lowered = other.marks.into_iter().map(|mark| Mark {
            y: mark.y + below,
            ..mark
        });
        self.marks.extend(lowered);
    }
}

/// How high they are one below the other, with the space before the first.
pub(super) fn height(pieces: &[Piece<'_>]) -> f32 {
    pieces.iter().map(Piece::end).sum()
}

/// All of them as one.
pub(super) fn joined(pieces: Vec<Piece<'_>>) -> Piece<'_> {
    let mut pieces = pieces.into_iter();
    let mut all = pieces.next().unwrap_or_default();
    for piece in pieces {
        let below = all.height + piece.before;
        all.take(piece, below);
    }
    all
}

/// Two columns as one: whatever is beside something else is a piece together with it.
pub(super) fn beside<'a>(columns: [Vec<Piece<'a>>; 2]) -> Vec<Piece<'a>> {
    let mut placed: Vec<(f32, Piece<'a>)> = Vec::new();
    for column in columns {
        let mut y = 0.0;
        for piece in column {
            let top = y + piece.before;
            y += piece.end();
            placed.push((top, piece));
        }
    }
    placed.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut merged: Vec<Piece<'a>> = Vec::new();
    // Where the last one begins and ends.
    let (mut top, mut end) = (0.0_f32, 0.0_f32);
    for (at, piece) in placed {
        match merged.last_mut() {
            Some(last) if at < end - 0.01 => {
                end = end.max(at + piece.height);
                last.take(piece, at - top);
            }
            _ => {
                let before = at - end;
                (top, end) = (at, at + piece.height);
                merged.push(Piece { before, ..piece });
            }
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(before: f32, height: f32) -> Piece<'static> {
        Piece {
            before,
            height,
            marks: Vec::new(),
        }
    }

    fn measures(pieces: &[Piece<'_>]) -> Vec<[f32; 2]> {
        pieces.iter().map(|it| [it.before, it.height]).collect()
    }

    #[test]
    fn what_stands_beside_something_is_one_piece_with_it() {
        let picture = vec![strip(0.0, 55.0)];
        let lines = vec![
            strip(0.0, 20.0),
            strip(5.0, 20.0),
            strip(5.0, 20.0),
            strip(5.0, 20.0),
        ];
        let merged = beside([picture, lines]);
        assert_eq!(measures(&merged), [[0.0, 70.0], [5.0, 20.0]]);
        assert!((height(&merged) - 95.0).abs() < 0.01);
        let all = joined(merged);
        assert!((all.height - 95.0).abs() < 0.01);
        assert_eq!(measures(&beside([vec![], vec![]])), [[0.0_f32; 2]; 0]);
    }
}
