//! What a page for people says, before it is known how it is written: headings, paragraphs, facts, pictures, tables and
//! boxes in reading order.
//!
//! Whoever has something to hand out makes a [`Document`], with every word in it. [`html`] writes it as a
//! page that needs nothing but itself; other writers may stand beside it, and none of them adds a word.

pub mod chart;
pub mod drawing;
pub mod html;

use std::sync::Arc;

use crate::figure::{Figure, Moment};
use crate::side::Side;
use drawing::Drawing;

/// A page, or as many as it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the whole is called, in the window that shows it too.
    pub title: String,
    /// BCP 47 tag of the language that it is written in, as far as a [`Text`] doesn't say another.
    pub language: String,
    pub author: Option<String>,
    pub blocks: Vec<Block>,
    /// Stands at the foot of each sheet, beside its number; at the end of a page that has no sheets.
    pub foot: Vec<Run>,
}

/// Words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub words: String,
    /// BCP 47 tag of their language, where it is not the document's.
    pub language: Option<String>,
}

/// One thing after another, each below the one before.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading(Level, Text),
    Paragraph(Paragraph),
    Fact(Fact),
    /// Beside one another.
    Pictures(Vec<Picture>),
    Table(Table),
    Code(Code),
    Drawing(Drawing),
    /// How much of a whole, from 0 to 1, as a bar. What stands before it says it in words.
    Bar(f32),
    /// So many empty lines to write on.
    Lines(u8),
    /// What must not be missed, in a box.
    Framed(Vec<Block>),
    Beside(Split, [Vec<Block>; 2]),
    /// Stands on one page as long as that has room for it. A rule below it parts it from the next.
    Whole {
        blocks: Vec<Block>,
        is_ruled: bool,
    },
}

/// Headings are nested without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The title of the whole.
    One = 1,
    Two,
    Three,
}

/// A few sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub tone: Tone,
    pub runs: Vec<Run>,
}

/// How loud a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    /// What is good to know.
    Quiet,
    /// What comes first of all.
    Lead,
    /// How much of an exercise is to be done.
    Dose,
    /// A figure that is seen first.
    Figure,
}

/// A part of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    Text(Text),
    Strong(Text),
    /// Room to write a word by hand.
    Blank,
}

/// A name and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub name: Text,
    pub value: Text,
    pub note: Option<Text>,
}

impl Fact {
    /// What of it stands in a line of its own, from the top, and how that looks.
    pub fn lines(&self) -> impl Iterator<Item = (&Text, Tone)> {
        let lines = [
            (Some(&self.name), Tone::Quiet),
            (Some(&self.value), Tone::Lead),
            (self.note.as_ref(), Tone::Plain),
        ];
        let lines = lines.into_iter();
        lines.filter_map(|(text, tone)| text.map(|text| (text, tone)))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub sight: Sight,
    /// The picture in words, for people who can't see it.
    pub alt: Text,
    pub caption: Option<Text>,
}

/// What there is to see.
#[derive(Debug, Clone, PartialEq)]
pub enum Sight {
    Figure {
        figure: Arc<Figure>,
        moment: Moment,
        side: Option<Side>,
    },
    Photo(Arc<Photo>),
}

/// A JPEG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    pub jpeg: Vec<u8>,
    /// In pixels; neither is 0.
    pub width: u32,
    pub height: u32,
}

/// A square of dark and light modules, which a camera reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    pub modules: Arc<Modules>,
    /// What it is in words, for people who can't see it.
    pub alt: Text,
}

/// The modules of a code, without the light margin that it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modules {
    side: usize,
    is_dark: Vec<bool>,
}

impl Modules {
    /// As many modules around the code have to be light: it may reach into the space around what it is part of.
    pub const MARGIN: usize = 4;

    /// How wide one is on paper, in millimetres: what a telephone still reads when the whole sheet is in its picture.
    const WIDTH_IN_MM: f32 = 0.42;
    /// Smaller than this no code need be, margin included.
    const LEAST_IN_MM: f32 = 30.0;

    /// From those of each row in turn, the top one first; `None` if they make no square.
    pub fn new(is_dark: Vec<bool>) -> Option<Self> {
        let side = is_dark.len().isqrt();
        (side > 0 && side * side == is_dark.len()).then_some(Self { side, is_dark })
    }

    /// How many there are in a row.
    pub fn side(&self) -> usize {
        self.side
    }

    /// How wide the whole is on paper, with its margin.
    pub fn width_in_mm(&self) -> f32 {
        let count = u16::try_from(self.side + 2 * Self::MARGIN).unwrap_or(u16::MAX);
        (f32::from(count) * Self::WIDTH_IN_MM).max(Self::LEAST_IN_MM)
    }

    /// How wide the margin is on each side of it.
    pub fn margin_in_mm(&self) -> f32 {
        let count = |modules: usize| f32::from(u16::try_from(modules).unwrap_or(u16::MAX));
        let one = self.width_in_mm() / count(self.side + 2 * Self::MARGIN);
        count(Self::MARGIN) * one
    }

    /// The dark stretches of the rows: where each begins, from the left and from the top, and how many modules it has.
    pub fn dark(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let rows = self.is_dark.chunks(self.side).enumerate();
        rows.flat_map(|(y, row)| {
            let mut x = 0;
            row.chunk_by(|a, b| a == b).filter_map(move |stretch| {
                let begins = x;
                x += stretch.len();
                stretch[0].then_some((begins, y, stretch.len()))
            })
        })
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub kind: TableKind,
    /// The heads of the columns. That above the names of the rows has none.
    pub columns: Vec<Text>,
    pub rows: Vec<Row>,
}

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// To be written into, with lines around each cell.
    Form,
    /// To be read, with a line below each row.
    Told,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: Text,
    /// What there is to know of it, below its name.
    pub note: Option<Text>,
    /// Before its name.
    pub picture: Option<Picture>,
    /// One for each column, unless one is of several.
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A box to tick.
    Tick,
    /// Room to write.
    Blank,
    /// There is nothing to do here, or nothing to tell.
    Nothing,
    /// What it comes to, and below it what that is of.
    Told {
        value: Text,
        note: Option<Text>,
        /// Of how many columns it is, from its own on.
        columns: u16,
    },
}

impl Cell {
    fn texts(&self) -> impl Iterator<Item = &Text> {
        let told = match self {
            Self::Told { value, note, .. } => [Some(value), note.as_ref()],
            Self::Tick | Self::Blank | Self::Nothing => [None, None],
        };
        told.into_iter().flatten()
    }
}

/// Which of two columns is the main one, and how they share the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// Both as wide, and both the main one.
    Halves,
    /// Both about as wide; the second keeps to the end of the line.
    Ends,
    /// The second is narrow, with a line before it.
    Margin,
    /// The first is a figure that is seen first, as wide as that needs.
    Figured,
    /// The second has the pictures of the first, and stands before it.
    Pictured,
    /// The second is a code, as wide as that is, and stands before what is said of it.
    Coded,
}

/// What it is printed on, and how large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    pub paper: Paper,
    /// No letter is smaller than 18 points.
    pub large_print: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    /// Width and height in points, 72 to the inch.
    pub fn size(self) -> [f32; 2] {
        match self {
            Self::A4 => [595.28, 841.89],
            Self::Letter => [612.0, 792.0],
        }
    }
}

impl Paragraph {
    pub fn new(tone: Tone, text: impl Into<Text>) -> Self {
        Self {
            tone,
            runs: vec![Run::Text(text.into())],
        }
    }
}

impl Text {
    /// With more of the same language behind it.
    #[must_use]
    pub fn and(mut self, more: &str) -> Self {
        self.words.push_str(more);
        self
    }
}

/// In the language of the document.
impl From<String> for Text {
    fn from(words: String) -> Self {
        Self {
            words,
            language: None,
        }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl Run {
    /// Its words, if it has any.
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) | Self::Strong(text) => Some(text),
            Self::Blank => None,
        }
    }
}

impl Document {
    /// Every text of it in reading order, the pictures' words included. The foot comes last.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        for block in &self.blocks {
            block.add_texts(&mut texts);
        }
        texts.extend(words_of(&self.foot));
        texts
    }
}

fn words_of(runs: &[Run]) -> impl Iterator<Item = &str> {
    let texts = runs.iter().filter_map(Run::text);
    texts.map(|text| text.words.as_str())
}

impl Block {
    fn add_texts<'a>(&'a self, texts: &mut Vec<&'a str>) {
        match self {
            Self::Heading(_, text) => texts.push(&text.words),
            Self::Paragraph(paragraph) => texts.extend(words_of(&paragraph.runs)),
            Self::Fact(fact) => {
                let all = [&fact.name, &fact.value].into_iter().chain(&fact.note);
                texts.extend(all.map(|text| text.words.as_str()));
            }
            Self::Pictures(pictures) => {
                for picture in pictures {
                    let all = [&picture.alt].into_iter().chain(&picture.caption);
                    texts.extend(all.map(|text| text.words.as_str()));
                }
            }
            Self::Table(table) => {
                let rows = table.rows.iter().flat_map(|row| {
                    let picture = row.picture.as_ref().map(|picture| &picture.alt);
                    let names = picture.into_iter().chain([&row.name]).chain(&row.note);
                    names.chain(row.cells.iter().flat_map(Cell::texts))
                });
                let all = table.columns.iter().chain(rows);
                texts.extend(all.map(|text| text.words.as_str()));
            }
            Self::Code(code) => texts.push(&code.alt.words),
            Self::Drawing(drawing) => texts.push(&drawing.alt.words),
            Self::Lines(_) | Self::Bar(_) => {}
            Self::Framed(blocks) | Self::Whole { blocks, .. } => {
                for block in blocks {
                    block.add_texts(texts);
                }
            }
            Self::Beside(_, columns) => {
                for block in columns.iter().flatten() {
                    block.add_texts(texts);
                }
            }
        }
    }
}
