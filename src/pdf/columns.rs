//! Columns beside one another.

use super::layout::{Align, Area, Composed, Composer, POINTS_IN_MM};
use super::pieces::{self, Piece, What};
use super::sizes::MUTED;
use crate::document::{Block, Code, Fact, Run, Split, Text, Tone};

/// Where two columns are beside one another.
const GUTTER: f32 = 14.0;

impl Composer<'_> {
    pub(super) fn beside<'a>(
        &mut self,
        split: Split,
        columns: &'a [Vec<Block>; 2],
        area: Area,
    ) -> Composed<'a> {
        let before = self.leaves;
        if split == Split::Halves && self.sizes.is_large {
            return self.stacked(columns, area);
        }
        if split == Split::Pictured && self.sizes.is_large {
            return self.around(columns, area);
        }
        let [first, second] = self.areas(split, columns, area);
        let (mut one, mut tags) = self.blocks(&columns[0], first);
        let (mut other, more) = self.blocks(&columns[1], second);
        if split == Split::Coded {
            put_in_the_middle(&mut one, &other);
        }
        if split == Split::Margin {
            for piece in &mut other {
                let top = -piece.before;
                let what = What::Line {
                    over: [0.0, piece.height + piece.before],
                    width: 0.6,
                    colour: MUTED,
                };
                piece.add(second.x - GUTTER / 2.0, top, what);
            }
            put_in_the_middle(&mut other, &one);
        }
        let merged = pieces::beside([one, other]);
        // Large letters beside something narrow make a long page, where there are many of them.
        let is_long = split == Split::Margin && self.sizes.is_large && {
            let counted = self.leaves;
            self.leaves = before;
            let (stacked, _) = self.stacked(columns, area);
            self.leaves = counted;
            pieces::height(&stacked) < pieces::height(&merged)
        };
        if !is_long && merged.iter().all(|piece| piece.height <= self.room) {
            tags.extend(more);
            return (merged, tags);
        }
        // There is no room for both beside one another, or better use for it: one below the other there is.
        self.leaves = before;
        let area = Area {
            align: Align::Start,
            ..area
        };
        self.stacked(columns, area)
    }

    /// Words beside pictures as far as these go down, and below them as wide as both: large letters in a narrow column
    /// make a long page.
    fn around<'a>(&mut self, columns: &'a [Vec<Block>; 2], area: Area) -> Composed<'a> {
        let before = self.leaves;
        let [words, pictures] = columns;
        let [beside, place] = self.areas(Split::Pictured, columns, area);
        let (other, more) = self.blocks(pictures, place);
        let (high, begun) = (pieces::height(&other), self.leaves);
        let count = (1..words.len()).find(|count| {
            let (tried, _) = self.blocks(&words[..*count], beside);
            self.leaves = begun;
            pieces::height(&tried) >= high
        });
        let (first, rest) = words.split_at(count.unwrap_or(words.len()));
        let (one, mut tags) = self.blocks(first, beside);
        let mut all = pieces::beside([one, other]);
        if all.iter().any(|piece| piece.height > self.room) {
            self.leaves = before;
            return self.stacked(columns, area);
        }
        let (mut below, below_tags) = self.blocks(rest, area);
        if let (Some(first), Some(block)) = (below.first_mut(), rest.first()) {
            first.before = self.space_before(block);
        }
        all.extend(below);
        tags.extend(below_tags);
        tags.extend(more);
        (all, tags)
    }

    /// One column below the other.
    fn stacked<'a>(&mut self, columns: &'a [Vec<Block>; 2], area: Area) -> Composed<'a> {
        let (mut all, mut tags) = self.blocks(&columns[0], area);
        let (mut below, more) = self.blocks(&columns[1], area);
        if let (Some(first), Some(block)) = (below.first_mut(), columns[1].first()) {
            first.before = self.space_before(block);
        }
        all.extend(below);
        tags.extend(more);
        (all, tags)
    }

    /// The areas of two columns.
    fn areas(&self, split: Split, columns: &[Vec<Block>; 2], area: Area) -> [Area; 2] {
        let base = self.sizes.base;
        let column = |from: f32, width: f32, align| Area {
            x: area.x + from,
            width,
            align,
        };
        let Area { width, align, .. } = area;
        match split {
            Split::Halves => {
                let each = width / 2.0 - GUTTER;
                [
                    column(0.0, each, align),
                    column(each + 2.0 * GUTTER, each, align),
                ]
            }
            Split::Ends => {
                let first = (width - GUTTER) * 0.54;
                let second = width - GUTTER - first;
                [
                    column(0.0, first, align),
                    column(first + GUTTER, second, Align::End),
                ]
            }
            Split::Margin => {
                // Nobody can type an address that is broken within a word.
                let word = self.widest_word(&columns[1]).min(width / 2.0);
                let most = (base * 11.0).min(width * 0.36).max(word);
                let second = self.widest_line(&columns[1], most);
                let first = width - second - 2.0 * GUTTER;
                [
                    column(0.0, first, align),
                    column(first + 2.0 * GUTTER, second, align),
                ]
            }
            Split::Figured => {
                // "100 %"
                let first = base * 6.2;
                [
                    column(0.0, first, align),
                    column(first, width - first, align),
                ]
            }
            Split::Coded => {
                let code = columns[1].iter().find_map(|block| match block {
                    Block::Code(code) => Some(width_of(code)),
                    _ => None,
                });
                let second = code.unwrap_or_default().min(width / 2.0);
                [
                    column(second + GUTTER, width - second - GUTTER, align),
                    column(0.0, second, align),
                ]
            }
            Split::Pictured => {
                let second = (width - GUTTER) / 3.0;
                [
                    column(second + GUTTER, width - second - GUTTER, align),
                    column(0.0, second, align),
                ]
            }
        }
    }

    /// How wide the lines of facts are, where each has `most` of room.
    fn widest_line(&self, blocks: &[Block], most: f32) -> f32 {
        let widths = lines_of_facts(blocks).flat_map(|(text, tone)| {
            let runs = [Run::Text(text.clone())];
            let lines = self.faces.lines_of(&runs, self.sizes.tone(tone), most);
            lines.into_iter().map(|line| line.width)
        });
        widths
            .reduce(f32::max)
            .map_or(most, |width| width.min(most))
    }

    /// How wide the widest word of facts is.
    fn widest_word(&self, blocks: &[Block]) -> f32 {
        let widths = lines_of_facts(blocks)
            .map(|(text, tone)| self.faces.widest_word(&text.words, self.sizes.tone(tone)));
        widths.fold(0.0, f32::max)
    }
}

fn lines_of_facts(blocks: &[Block]) -> impl Iterator<Item = (&Text, Tone)> {
    let facts = blocks.iter().filter_map(|block| match block {
        Block::Fact(fact) => Some(fact),
        _ => None,
    });
    facts.flat_map(Fact::lines)
}

/// Lowers what is less high than what it is beside.
fn put_in_the_middle(pieces: &mut [Piece<'_>], beside: &[Piece<'_>]) {
    let free = pieces::height(beside) - pieces::height(pieces);
    if let Some(top) = pieces.first_mut().filter(|_| free > 0.0) {
        top.before += free / 2.0;
    }
}

/// How wide what is dark of a code is on the page.
fn width_of(code: &Code) -> f32 {
    (code.modules.width_in_mm() - 2.0 * code.modules.margin_in_mm()) * POINTS_IN_MM
}
