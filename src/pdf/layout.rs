//! A document laid out: how large everything is, and where it stands.

use super::pages::{Page, pages};
use super::pieces::{self, Leaf, Mark, Piece, What};
use super::sizes::{GRID, HAIRLINE, INK, LEADING, Sizes};
use super::tags::{Node, Tag};
use super::text::{Faces, Line, Span, Style};
use crate::document::{
    Block, Code, Document, Fact, Level, Paragraph, Picture, Run, Sheet, Split, Text, Tone,
};

/// 14 mm.
const MARGIN: f32 = 39.7;
/// Around what is framed, above and below it and at its sides.
const PADDING: [f32; 2] = [9.0, 13.0];

/// Where something may stand: how far from the left, how wide, and at which end of the line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) align: Align,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Align {
    Start,
    Middle,
    End,
}

/// All of it on its pages.
pub(super) struct Layout<'a> {
    pub(super) pages: Vec<Page<'a>>,
    pub(super) tags: Vec<Node>,
    pub(super) leaves: usize,
    foot: Foot,
}

/// What stands below the text of each page.
struct Foot {
    lines: Vec<Line>,
    style: Style,
    x: f32,
    top: f32,
    numbers: Vec<Line>,
    width: f32,
}

impl<'a> Layout<'a> {
    pub(super) fn of(document: &'a Document, sheet: Sheet, faces: &Faces) -> Self {
        /// From the foot to the edge of the paper, and to the text.
        const BELOW: f32 = 24.0;
        const ABOVE: f32 = 8.0;
        let sizes = Sizes::of(sheet);
        let [width, height] = sheet.paper.size();
        let width = width - 2.0 * MARGIN;
        let style = Style {
            size: if sheet.large_print {
                sizes.base
            } else {
                sizes.base * 0.85
            },
            ..sizes.tone(Tone::Quiet)
        };
        let for_number = style.size * 5.0;
        let lines = faces.lines_of(&document.foot, style, width - for_number);
        let count = f32::from(u16::try_from(lines.len()).unwrap_or(u16::MAX));
        let top = height - BELOW - count * style.line_height();
        let bottom = (top - ABOVE)
            .min(height - MARGIN)
            .max(MARGIN + height / 4.0);

        let area = Area {
            x: MARGIN,
            width,
            align: Align::Start,
        };
        let laid_out = |ease: Ease| {
            let mut composer = Composer {
                faces,
                sizes: Sizes {
                    leading: ease.leading,
                    ..Sizes::of(sheet)
                },
                ease,
                leaves: 0,
                room: bottom - MARGIN,
            };
            let (pieces, tags) = composer.blocks(&document.blocks, area);
            (pages(pieces, MARGIN, bottom), tags, composer.leaves)
        };
        let (pages, tags, leaves) = in_fewest_pages(laid_out);
        let numbers = (1..=pages.len()).map(|number| {
            let text = format!("{number} / {}", pages.len());
            faces
                .lines(&text, style, for_number)
                .into_iter()
                .next()
                .unwrap_or_default()
        });
        Self {
            tags,
            leaves,
            foot: Foot {
                lines,
                style,
                x: MARGIN,
                top,
                numbers: numbers.collect(),
                width,
            },
            pages,
        }
    }

    /// What stands at the foot of a page, from 1.
    pub(super) fn foot(&self, page: usize) -> Vec<(f32, f32, Span, Style)> {
        let foot = &self.foot;
        let mut spans = Vec::new();
        let mut y = foot.top + foot.style.baseline();
        let number = foot.numbers.get(page - 1);
        for span in number.iter().flat_map(|line| &line.spans) {
            let x = foot.x + foot.width - span.width;
            spans.push((x, y, span.clone(), foot.style));
        }
        for line in &foot.lines {
            for span in &line.spans {
                spans.push((foot.x + span.x, y, span.clone(), foot.style));
            }
            y += foot.style.line_height();
        }
        spans
    }
}

/// How freely a page is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ease {
    /// The most lines to write on in one place.
    lines: u8,
    /// The share of the usual space between things.
    share: f32,
    /// The share of the usual height of pictures.
    pictures: f32,
    /// From line to line, as a share of the letters' size.
    leading: f32,
}

/// From the freest on; the last is the least that can be read and written on with ease.
const EASES: [Ease; 6] = [
    Ease {
        lines: u8::MAX,
        share: 1.0,
        pictures: 1.0,
        leading: LEADING,
    },
    Ease {
        lines: 2,
        share: 1.0,
        pictures: 1.0,
        leading: LEADING,
    },
    Ease {
        lines: 2,
        share: 0.85,
        pictures: 1.0,
        leading: LEADING,
    },
    Ease {
        lines: 1,
        share: 0.8,
        pictures: 1.0,
        leading: LEADING,
    },
    Ease {
        lines: 1,
        share: 0.7,
        pictures: 1.0,
        leading: 1.27,
    },
    Ease {
        lines: 1,
        share: 0.7,
        pictures: 0.8,
        leading: 1.27,
    },
];

/// What fits on one page stands on one page: as freely as may be without a page more.
fn in_fewest_pages<'a, More, Leaves>(
    laid_out: impl Fn(Ease) -> (Vec<Page<'a>>, More, Leaves),
) -> (Vec<Page<'a>>, More, Leaves) {
    let [freest, others @ ..] = EASES;
    let free = laid_out(freest);
    if free.0.len() < 2 {
        return free;
    }
    let [between @ .., closest] = others;
    let close = laid_out(closest);
    if close.0.len() >= free.0.len() {
        return free;
    }
    let fewest = close.0.len();
    let between = between.into_iter().map(laid_out);
    let fits = between.into_iter().find(|it| it.0.len() == fewest);
    fits.unwrap_or(close)
}

/// Makes pieces and their structure of blocks.
pub(super) struct Composer<'f> {
    pub(super) faces: &'f Faces,
    pub(super) sizes: Sizes,
    pub(super) ease: Ease,
    pub(super) leaves: Leaf,
    /// The height of a page.
    pub(super) room: f32,
}

/// Pieces from top to bottom, and what they are.
pub(super) type Composed<'a> = (Vec<Piece<'a>>, Vec<Node>);

impl Composer<'_> {
    pub(super) fn leaf(&mut self) -> Leaf {
        self.leaves += 1;
        self.leaves - 1
    }

    pub(super) fn blocks<'a>(&mut self, blocks: &'a [Block], area: Area) -> Composed<'a> {
        let mut all: Vec<Piece<'a>> = Vec::new();
        let mut tags = Vec::new();
        // A heading stands above what it is the heading of.
        let mut heading: Vec<Piece<'a>> = Vec::new();
        for block in blocks {
            let (mut pieces, nodes) = self.block(block, area);
            if let Some(first) = pieces.first_mut() {
                first.before = self.space_before(block);
                if all.is_empty() && heading.is_empty() {
                    first.before = 0.0;
                }
            }
            tags.extend(nodes);
            if matches!(block, Block::Heading(..)) {
                heading.append(&mut pieces);
                continue;
            }
            if !heading.is_empty() && !pieces.is_empty() {
                let first = pieces.remove(0);
                heading.push(first);
                all.push(pieces::joined(std::mem::take(&mut heading)));
            }
            all.append(&mut pieces);
        }
        all.append(&mut heading);
        (all, tags)
    }

    pub(super) fn space_before(&self, block: &Block) -> f32 {
        let share = match block {
            Block::Paragraph(_) | Block::Fact(_) | Block::Beside(Split::Figured, _) => 0.25,
            Block::Table(_) | Block::Pictures(_) | Block::Code(_) | Block::Drawing(_) => 0.6,
            Block::Bar(_) => 0.35,
            Block::Lines(_) => 0.0,
            Block::Heading(..) | Block::Framed(_) | Block::Whole { .. } | Block::Beside(..) => 1.1,
        };
        share * self.sizes.base * self.ease.share
    }

    fn block<'a>(&mut self, block: &'a Block, area: Area) -> Composed<'a> {
        match block {
            Block::Heading(level, text) => self.heading(*level, text, area),
            Block::Paragraph(paragraph) => self.paragraph(paragraph, area),
            Block::Fact(fact) => self.fact(fact, area),
            Block::Pictures(pictures) => self.pictures(pictures, area),
            Block::Table(table) => self.table(table, area),
            Block::Code(code) => self.code(code, area),
            Block::Drawing(drawing) => self.drawing(drawing, area),
            Block::Bar(share) => (vec![self.bar(*share, area)], Vec::new()),
            Block::Lines(count) => (self.lines_to_write_on(*count, area), Vec::new()),
            Block::Framed(blocks) => self.framed(blocks, area),
            Block::Beside(split, columns) => self.beside(*split, columns, area),
            Block::Whole { blocks, is_ruled } => self.whole(blocks, *is_ruled, area),
        }
    }

    fn heading<'a>(&mut self, level: Level, text: &'a Text, area: Area) -> Composed<'a> {
        let style = self.sizes.heading(level);
        let (mut pieces, leaf) = self.text(text, style, area);
        if let Some(first) = pieces.first_mut() {
            first.add(area.x, 0.0, What::Heading(&text.words));
        }
        let tag = Tag::Heading(level, text.clone());
        (pieces, vec![Node::Group(tag, vec![Node::Leaf(leaf)])])
    }

    fn paragraph<'a>(&mut self, paragraph: &Paragraph, area: Area) -> Composed<'a> {
        let style = self.sizes.tone(paragraph.tone);
        let lines = self.faces.lines_of(&paragraph.runs, style, area.width);
        let (pieces, leaf) = self.placed(lines, style, area);
        (
            pieces,
            vec![Node::Group(Tag::Paragraph, vec![Node::Leaf(leaf)])],
        )
    }

    fn fact<'a>(&mut self, fact: &Fact, area: Area) -> Composed<'a> {
        let mut all = Vec::new();
        let mut tags = Vec::new();
        for (text, tone) in fact.lines() {
            let (pieces, leaf) = self.text(text, self.sizes.tone(tone), area);
            all.extend(pieces);
            tags.push(Node::Group(Tag::Paragraph, vec![Node::Leaf(leaf)]));
        }
        (all, tags)
    }

    pub(super) fn text<'a>(
        &mut self,
        text: &Text,
        style: Style,
        area: Area,
    ) -> (Vec<Piece<'a>>, Leaf) {
        let lines = self
            .faces
            .lines_of(&[Run::Text(text.clone())], style, area.width);
        self.placed(lines, style, area)
    }

    /// Each line as a piece; all of them are one leaf.
    fn placed<'a>(&mut self, lines: Vec<Line>, style: Style, area: Area) -> (Vec<Piece<'a>>, Leaf) {
        let leaf = self.leaf();
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        for line in lines {
            let free = area.width - line.width;
            let x = area.x
                + match area.align {
                    Align::Start => 0.0,
                    Align::Middle => free / 2.0,
                    Align::End => free,
                };
            let mut piece = Piece {
                before: 0.0,
                height: style.line_height(),
                marks: Vec::new(),
            };
            if line.spans.is_empty() {
                piece.add(x, 0.0, What::Meaning { leaf, means: " " });
            }
            for span in line.spans {
                let at = x + span.x;
                if span.is_blank {
                    let what = What::Line {
                        over: [span.width, 0.0],
                        width: 0.7,
                        colour: INK,
                    };
                    piece.add(at, style.baseline() + 1.5, what);
                } else {
                    piece.add(at, style.baseline(), What::Text { leaf, span, style });
                }
            }
            pieces.push(piece);
        }
        (pieces, leaf)
    }

    fn pictures<'a>(&mut self, pictures: &'a [Picture], area: Area) -> Composed<'a> {
        const GAP: f32 = 6.0;
        const INSET: f32 = 5.0;
        let count = f32::from(u16::try_from(pictures.len()).unwrap_or(u16::MAX)).max(1.0);
        let width = (area.width - GAP * (count - 1.0)) / count;
        let height = 76.0 * (self.sizes.base / 10.0).sqrt() * self.ease.pictures;
        let caption_style = Style {
            size: self.sizes.small(),
            ..self.sizes.plain()
        };
        let mut all = Piece::default();
        let mut tags = Vec::new();
        let mut x = area.x;
        for picture in pictures {
            let leaf = self.leaf();
            let mut piece = Piece {
                before: 0.0,
                height,
                marks: Vec::new(),
            };
            let frame = What::Frame {
                size: [width, height],
                radius: 7.0,
                width: 0.6,
                colour: HAIRLINE,
            };
            piece.add(x, 0.0, frame);
            let size = [width - 2.0 * INSET, height - 2.0 * INSET];
            let sight = &picture.sight;
            piece.add(x + INSET, INSET, What::Sight { leaf, sight, size });
            tags.push(Node::Group(
                Tag::Figure(picture.alt.clone()),
                vec![Node::Leaf(leaf)],
            ));
            let mut column = vec![piece];
            if let Some(caption) = &picture.caption {
                let below = Area {
                    x,
                    width,
                    align: Align::Middle,
                };
                let (mut lines, leaf) = self.text(caption, caption_style, below);
                if let Some(first) = lines.first_mut() {
                    first.before = 2.0;
                }
                column.extend(lines);
                tags.push(Node::Group(Tag::Paragraph, vec![Node::Leaf(leaf)]));
            }
            let both = pieces::beside([vec![all], vec![pieces::joined(column)]]);
            all = pieces::joined(both);
            x += width + GAP;
        }
        (vec![all], tags)
    }

    fn code<'a>(&mut self, code: &'a Code, area: Area) -> Composed<'a> {
        let leaf = self.leaf();
        let side = code.modules.width_in_mm() * POINTS_IN_MM;
        let margin = code.modules.margin_in_mm() * POINTS_IN_MM;
        let modules = &*code.modules;
        let mut piece = Piece {
            before: 0.0,
            height: side,
            marks: Vec::new(),
        };
        let what = What::Code {
            leaf,
            modules,
            side,
        };
        // What is dark stands in line with the words.
        piece.add(area.x - margin, 0.0, what);
        let tag = Tag::Figure(code.alt.clone());
        (vec![piece], vec![Node::Group(tag, vec![Node::Leaf(leaf)])])
    }

    fn lines_to_write_on<'a>(&self, count: u8, area: Area) -> Vec<Piece<'a>> {
        let height = 2.1 * self.sizes.base;
        let line = || {
            let what = What::Line {
                over: [area.width, 0.0],
                width: 0.7,
                colour: GRID,
            };
            Piece {
                before: 0.0,
                height,
                marks: vec![Mark {
                    x: area.x,
                    y: height,
                    what,
                }],
            }
        };
        (0..count.min(self.ease.lines)).map(|_| line()).collect()
    }

    fn framed<'a>(&mut self, blocks: &'a [Block], area: Area) -> Composed<'a> {
        let [over, aside] = PADDING;
        let inner = Area {
            x: area.x + aside,
            width: area.width - 2.0 * aside,
            align: area.align,
        };
        let (pieces, tags) = self.blocks(blocks, inner);
        let mut pieces = self.kept_together(pieces, 2.0 * over);
        let last = pieces.len().saturating_sub(1);
        for (index, piece) in pieces.iter_mut().enumerate() {
            let above = if index == 0 { over } else { piece.before };
            let below = if index == last { over } else { 0.0 };
            for mark in &mut piece.marks {
                mark.y += above;
            }
            piece.before = 0.0;
            piece.height += above + below;
            draw_frame(piece, area, [index == 0, index == last]);
        }
        (pieces, tags)
    }

    fn whole<'a>(&mut self, blocks: &'a [Block], is_ruled: bool, area: Area) -> Composed<'a> {
        let (pieces, tags) = self.blocks(blocks, area);
        let below = if is_ruled {
            self.sizes.base * self.ease.share
        } else {
            0.0
        };
        let mut pieces = self.kept_together(pieces, below);
        if let Some(last) = pieces.last_mut().filter(|_| is_ruled) {
            last.height += below;
            let height = last.height;
            let what = What::Line {
                over: [area.width, 0.0],
                width: 0.6,
                colour: HAIRLINE,
            };
            last.add(area.x, height, what);
        }
        (pieces, vec![Node::Group(Tag::Section, tags)])
    }

    /// As one piece, if there is a page with room for it and so much more.
    fn kept_together<'a>(&self, pieces: Vec<Piece<'a>>, more: f32) -> Vec<Piece<'a>> {
        if pieces.is_empty() || pieces::height(&pieces) + more > self.room {
            return pieces;
        }
        vec![pieces::joined(pieces)]
    }
}

pub(super) const POINTS_IN_MM: f32 = 72.0 / 25.4;

/// A frame around a piece, or the part of one where it goes on above or below.
fn draw_frame(piece: &mut Piece<'_>, area: Area, [begins, ends]: [bool; 2]) {
    const WIDTH: f32 = 1.5;
    let height = piece.height;
    if begins && ends {
        let what = What::Frame {
            size: [area.width, height],
            radius: 9.0,
            width: WIDTH,
            colour: INK,
        };
        piece.add(area.x, 0.0, what);
        return;
    }
    let right = area.x + area.width;
    let mut edges = vec![[area.x, 0.0, 0.0, height], [right, 0.0, 0.0, height]];
    if begins {
        edges.push([area.x, 0.0, area.width, 0.0]);
    }
    if ends {
        edges.push([area.x, height, area.width, 0.0]);
    }
    for [x, y, across, down] in edges {
        let what = What::Line {
            over: [across, down],
            width: WIDTH,
            colour: INK,
        };
        piece.add(x, y, what);
    }
}
