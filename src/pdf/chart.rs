//! A drawing laid out: its shapes mean nothing by themselves, and its words belong to one picture.

use super::layout::{Area, Composed, Composer};
use super::pieces::{Leaf, Piece, What};
use super::sizes::HAIRLINE;
use super::tags::{Node, Tag};
use super::text::Style;
use crate::document::drawing::{Anchor, Drawing, Ink, LETTERS, Mark};

impl Composer<'_> {
    /// As wide as the area.
    pub(super) fn drawing<'a>(&mut self, drawing: &Drawing, area: Area) -> Composed<'a> {
        let leaf = self.leaf();
        let scale = area.width / drawing.size[0];
        let size = drawing.size.map(|length| length * scale);
        let mut piece = Piece {
            before: 0.0,
            height: size[1],
            marks: Vec::new(),
        };
        piece.add(area.x, 0.0, What::Place { leaf, size });
        // A picture has at least one part, whether or not there are words in it.
        piece.add(area.x, 0.0, What::Meaning { leaf, means: " " });
        for mark in &drawing.marks {
            self.mark(&mut piece, mark, (leaf, area.x, scale));
        }
        let tag = Tag::Figure(drawing.alt.clone());
        (vec![piece], vec![Node::Group(tag, vec![Node::Leaf(leaf)])])
    }

    /// A bar that is filled as far as something was done.
    pub(super) fn bar<'a>(&self, share: f32, area: Area) -> Piece<'a> {
        let height = self.sizes.base * 0.6;
        let mut piece = Piece {
            before: 0.0,
            height,
            marks: Vec::new(),
        };
        let mut part = |share: f32, colour| {
            let what = What::Filled {
                size: [area.width * share, height],
                radius: height / 2.0,
                colour,
            };
            piece.add(area.x, 0.0, what);
        };
        part(1.0, HAIRLINE);
        if share > 0.0 {
            part(share.min(1.0), Ink::Main.rgb());
        }
        piece
    }

    fn mark(&self, piece: &mut Piece<'_>, mark: &Mark, (leaf, x, scale): (Leaf, f32, f32)) {
        match mark {
            Mark::Line {
                from,
                to,
                width,
                ink,
            } => {
                let what = What::Line {
                    over: [(to[0] - from[0]) * scale, (to[1] - from[1]) * scale],
                    width: width * scale,
                    colour: ink.rgb(),
                };
                piece.add(x + from[0] * scale, from[1] * scale, what);
            }
            Mark::Box {
                at,
                size,
                radius,
                fill,
                edge,
            } => {
                let (size, radius) = (size.map(|length| length * scale), radius * scale);
                let at = [x + at[0] * scale, at[1] * scale];
                if let Some(fill) = fill {
                    let what = What::Filled {
                        size,
                        radius,
                        colour: fill.rgb(),
                    };
                    piece.add(at[0], at[1], what);
                }
                if let Some(edge) = edge {
                    let what = What::Frame {
                        size,
                        radius,
                        width: scale,
                        colour: edge.rgb(),
                    };
                    piece.add(at[0], at[1], what);
                }
            }
            Mark::Label {
                at,
                anchor,
                text,
                ink,
            } => {
                let style = Style {
                    size: LETTERS * scale,
                    colour: ink.rgb(),
                    ..self.sizes.plain()
                };
                // A label has one line.
                let line = self.faces.lines(text, style, f32::INFINITY).into_iter();
                for line in line.take(1) {
                    let before = match anchor {
                        Anchor::Start => 0.0,
                        Anchor::Middle => line.width / 2.0,
                        Anchor::End => line.width,
                    };
                    let left = x + at[0] * scale - before;
                    for span in line.spans {
                        let x = left + span.x;
                        piece.add(x, at[1] * scale, What::Text { leaf, span, style });
                    }
                }
            }
        }
    }
}
