//! The lines that belong to each table of a list which is written with headings, `[[exercise]]`.

use std::ops::Range;

use super::array::taken_from;
use super::splice::{Splice, line_end, line_start, newline};
use super::tree::{Heading, Tree, leaves};

/// The lines of one table: in several pieces where other tables stand between those below it.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Each from its first comment to the end of its last line, without the empty lines after it.
    pub(super) pieces: Vec<Range<usize>>,
    /// Its own heading.
    pub(super) heading: Range<usize>,
}

/// A heading's lines: with the comments right above it, up to those of the next.
struct Segment {
    heading: Heading,
    lines: Range<usize>,
}

/// Where the lines of a heading begin, with the comments right above it: the comments that a file begins with
/// are about all of it.
pub(super) fn start_of(tree: &Tree, heading: &Range<usize>) -> usize {
    let ends = ends(tree);
    start_after(tree.text(), &ends, heading.start)
}

/// Where all keys and headings end, in order.
fn ends(tree: &Tree) -> Vec<usize> {
    let mut ends: Vec<_> = tree.headings().into_iter().map(|it| it.span.end).collect();
    collect_ends(tree.root(), &mut ends);
    ends.sort_unstable();
    ends
}

fn collect_ends(table: &toml_edit::Table, ends: &mut Vec<usize>) {
    ends.extend(leaves(table).into_iter().map(|leaf| leaf.value.end));
    for (_, item) in table {
        match item {
            toml_edit::Item::Table(table) if !table.is_dotted() => collect_ends(table, ends),
            toml_edit::Item::ArrayOfTables(tables) => {
                tables.iter().for_each(|table| collect_ends(table, ends));
            }
            _ => {}
        }
    }
}

fn start_after(text: &str, ends: &[usize], heading: usize) -> usize {
    let before = ends.partition_point(|end| *end <= heading);
    let content = before.checked_sub(1).map(|last| line_end(text, ends[last]));
    let own = line_start(text, heading);
    let mut start = own;
    while start > content.unwrap_or_default() {
        let above = line_start(text, start - 1);
        if !text[above..start].trim_start().starts_with('#') {
            return start;
        }
        start = above;
    }
    if content.is_none() { own } else { start }
}

fn segments(tree: &Tree) -> Vec<Segment> {
    let ends = ends(tree);
    let text = tree.text();
    let headings = tree.headings();
    let starts: Vec<_> = headings
        .iter()
        .map(|heading| start_after(text, &ends, heading.span.start))
        .collect();
    let next = starts.iter().skip(1).copied().chain([text.len()]);
    let lines: Vec<_> = starts.iter().copied().zip(next).collect();
    let segments = headings.into_iter().zip(lines);
    segments
        .map(|(heading, (start, end))| Segment {
            heading,
            lines: start..end,
        })
        .collect()
}

/// The lines of each table of a list. `list` is the way to it, without an index at its end.
pub(super) fn blocks(tree: &Tree, list: &[(&'static str, Option<usize>)]) -> Vec<Block> {
    let text = tree.text();
    let mut blocks: Vec<Block> = Vec::new();
    let mut latest: Option<(usize, usize)> = None;
    for (number, segment) in segments(tree).into_iter().enumerate() {
        let Some(index) = index_in(&segment.heading, list) else {
            continue;
        };
        let lines = without_empty_end(text, segment.lines);
        let follows = latest == Some((number.wrapping_sub(1), index));
        latest = Some((number, index));
        match blocks.get_mut(index) {
            Some(block) => match block.pieces.last_mut() {
                Some(piece) if follows => piece.end = lines.end,
                _ => block.pieces.push(lines),
            },
            None => blocks.push(Block {
                pieces: vec![lines],
                heading: segment.heading.span,
            }),
        }
    }
    blocks
}

/// Which table of the list a heading belongs to.
fn index_in(heading: &Heading, list: &[(&'static str, Option<usize>)]) -> Option<usize> {
    let (name, above) = list.split_last()?;
    let own = heading.path.get(above.len())?;
    let both = heading.path.iter().zip(above);
    let is_below = both
        .into_iter()
        .all(|(a, b)| a.0 == b.0 && a.1.unwrap_or_default() == b.1.unwrap_or_default());
    own.1.filter(|_| is_below && own.0 == name.0)
}

/// Up to the end of the last line that is not empty, without what ends it.
fn without_empty_end(text: &str, lines: Range<usize>) -> Range<usize> {
    let filled = lines.start + text[lines.clone()].trim_end().len();
    let line = text[filled..].find(['\r', '\n']);
    lines.start..line.map_or(text.len(), |end| filled + end)
}

impl Block {
    /// All of its lines together.
    pub(super) fn body(&self, text: &str) -> String {
        let pieces: Vec<_> = self
            .pieces
            .iter()
            .map(|piece| &text[piece.clone()])
            .collect();
        let newline = newline(text);
        pieces.join(&format!("{newline}{newline}"))
    }

    /// Where its last line ends.
    pub(super) fn end(&self) -> usize {
        self.pieces
            .last()
            .map_or(self.heading.end, |piece| piece.end)
    }

    /// Where its first line begins.
    pub(super) fn start(&self) -> usize {
        self.pieces
            .first()
            .map_or(self.heading.start, |piece| piece.start)
    }
}

/// Takes lines out with the empty ones after them; at the end of the text with those before.
fn taken_out(text: &str, lines: &Range<usize>) -> Splice {
    let rest = text[lines.end..].trim_start();
    if rest.is_empty() {
        // Up to the end of the line before, with what stands invisible on it.
        let start = without_empty_end(text, 0..lines.start).end;
        return Splice::remove(start.min(lines.start)..lines.end);
    }
    let next = line_start(text, text.len() - rest.len());
    Splice::remove(lines.start..next.max(lines.end))
}

/// Takes one table out.
pub(super) fn remove(text: &str, block: &Block) -> Vec<Splice> {
    let pieces = block.pieces.iter();
    pieces.map(|piece| taken_out(text, piece)).collect()
}

/// Moves one table to the place of another.
pub(super) fn shift(text: &str, blocks: &[Block], from: usize, to: usize) -> Vec<Splice> {
    let mut splices = Vec::new();
    for place in from.min(to)..=from.max(to) {
        let block = &blocks[place];
        let moved = &blocks[taken_from(place, from, to)];
        let Some((first, others)) = block.pieces.split_first() else {
            continue;
        };
        splices.push(Splice::replace(first.clone(), moved.body(text)));
        splices.extend(others.iter().map(|piece| taken_out(text, piece)));
    }
    splices
}

/// Puts lines where those of a table begin.
pub(super) fn before(text: &str, at: usize, lines: &str) -> Splice {
    let newline = newline(text);
    Splice::insert(at, format!("{lines}{newline}{newline}"))
}

/// Puts lines after those that end at a byte; an empty line stays between them.
pub(super) fn after(text: &str, end: usize, lines: &str) -> Splice {
    let newline = newline(text);
    let gap = if text[..end].trim().is_empty() {
        String::new()
    } else {
        format!("{newline}{newline}")
    };
    Splice::insert(end, format!("{gap}{lines}"))
}
