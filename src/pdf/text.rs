//! Words as glyphs, and glyphs as lines.

use std::cell::RefCell;
use std::collections::BTreeSet;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::Error;
use crate::document::{Run, Text};

/// The height of the letters above and below the line they stand on, as shares of their size.
pub(super) const ASCENT: f32 = 1.069;
const DESCENT: f32 = 0.293;

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// In points.
    pub(super) size: f32,
    pub(super) is_bold: bool,
    pub(super) colour: [u8; 3],
    /// From one line to the next, as a share of the size.
    pub(super) leading: f32,
}

impl Style {
    pub(super) fn line_height(self) -> f32 {
        self.size * self.leading
    }

    /// From the top of a line to where the letters stand.
    pub(super) fn baseline(self) -> f32 {
        (self.line_height() - (ASCENT + DESCENT) * self.size) / 2.0 + ASCENT * self.size
    }
}

/// Regular and bold.
pub(super) struct Faces {
    regular: Face,
    bold: Face,
    /// What neither has a letter for.
    pub(super) left_out: RefCell<BTreeSet<char>>,
}

struct Face {
    font: FontRef<'static>,
    data: ShaperData,
    embedded: Font,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, Error> {
        let font = FontRef::new(bytes).map_err(|error| Error(error.to_string()))?;
        let embedded = Font::new(bytes.into(), 0);
        Ok(Self {
            data: ShaperData::new(&font),
            font,
            embedded: embedded.ok_or_else(|| Error("the typeface can't be read".to_owned()))?,
        })
    }

    /// The glyphs of a text. Those that are missing are glyph 0.
    fn shape(&self, text: &str) -> Vec<KrillaGlyph> {
        let shaper = self.data.shaper(&self.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // All that the typeface has runs from left to right.
        buffer.set_direction(Direction::LeftToRight);
        let line = shaper.shape(buffer, ShapeOptions::new());
        let infos = line.glyph_infos();
        let start = |index: usize| infos.get(index).map(|info| info.cluster as usize);
        let per_em = self.embedded.units_per_em();
        let glyphs = infos.iter().zip(line.glyph_positions());
        let glyph =
            |(index, (info, at)): (usize, (&harfrust::GlyphInfo, &harfrust::GlyphPosition))| {
                let from = info.cluster as usize;
                let to = (index + 1..).map_while(start).find(|next| *next > from);
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "no glyph is 16 million units wide"
                )]
                let share = |units: i32| units as f32 / per_em;
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    share(at.x_advance),
                    share(at.x_offset),
                    share(at.y_offset),
                    share(at.y_advance),
                    from..to.unwrap_or(text.len()),
                    None,
                )
            };
        glyphs.enumerate().map(glyph).collect()
    }
}

/// A part of a line that looks alike throughout.
#[derive(Debug, Clone)]
pub(super) struct Span {
    /// From the line's start.
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) is_bold: bool,
    pub(super) text: String,
    /// Where it is not that of the document.
    pub(super) language: Option<String>,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// Room to write instead of letters.
    pub(super) is_blank: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) spans: Vec<Span>,
    /// Without the space at its end.
    pub(super) width: f32,
}

/// A word with the space behind it.
struct Word {
    text: String,
    glyphs: Vec<KrillaGlyph>,
    is_bold: bool,
    language: Option<String>,
}

impl Faces {
    pub(super) fn new() -> Result<Self, Error> {
        Ok(Self {
            regular: Face::new(ttf_noto_sans::REGULAR)?,
            bold: Face::new(ttf_noto_sans::BOLD)?,
            left_out: RefCell::default(),
        })
    }

    pub(super) fn embedded(&self, is_bold: bool) -> &Font {
        &self.face(is_bold).embedded
    }

    fn face(&self, is_bold: bool) -> &Face {
        if is_bold { &self.bold } else { &self.regular }
    }

    /// Lays out a text in lines no wider than `width`.
    pub(super) fn lines(&self, text: &str, style: Style, width: f32) -> Vec<Line> {
        self.lines_of(&[Run::Text(text.into())], style, width)
    }

    /// The same of several runs. There is always a line, though it may be empty.
    pub(super) fn lines_of(&self, runs: &[Run], style: Style, width: f32) -> Vec<Line> {
        const BLANK: f32 = 7.0;
        let mut lines = Lines {
            size: style.size,
            most: width,
            all: vec![Line::default()],
            x: 0.0,
        };
        for run in runs {
            match run {
                Run::Blank => lines.add_blank((BLANK * style.size).min(width)),
                Run::Text(text) => self.add(&mut lines, text, style.is_bold),
                Run::Strong(text) => self.add(&mut lines, text, true),
            }
        }
        lines.all
    }

    /// How wide the widest word of a text is, without the space after it.
    pub(super) fn widest_word(&self, text: &str, style: Style) -> f32 {
        let lines = words(text).flat_map(|word| self.lines(word, style, f32::INFINITY));
        lines.map(|line| line.width).fold(0.0, f32::max)
    }

    fn add(&self, lines: &mut Lines, text: &Text, is_bold: bool) {
        for word in words(&text.words) {
            let word = self.word(word, is_bold);
            let language = text.language.clone();
            lines.add(Word { language, ..word });
        }
    }

    /// A word without the letters that the typeface lacks.
    fn word(&self, text: &str, is_bold: bool) -> Word {
        let face = self.face(is_bold);
        let mut text = text.to_owned();
        let mut glyphs = face.shape(&text);
        let is_missing = |glyph: &&KrillaGlyph| glyph.glyph_id.to_u32() == 0;
        if glyphs.iter().any(|glyph| is_missing(&glyph)) {
            let missing = glyphs.iter().filter(is_missing);
            let missing: Vec<_> = missing.map(|glyph| glyph.text_range.clone()).collect();
            let mut kept = String::new();
            for (at, letter) in text.char_indices() {
                if missing.iter().any(|range| range.contains(&at)) {
                    self.left_out.borrow_mut().insert(letter);
                } else {
                    kept.push(letter);
                }
            }
            text = kept;
            glyphs = face.shape(&text);
            glyphs.retain(|glyph| glyph.glyph_id.to_u32() != 0);
        }
        Word {
            text,
            glyphs,
            is_bold,
            language: None,
        }
    }
}

/// The words of a text, each with what parts it from the next.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = break_in(rest)?;
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// Where the first word ends; `None` of no text.
fn break_in(text: &str) -> Option<usize> {
    /// Spaces that keep words together.
    const TIES: [char; 3] = ['\u{a0}', '\u{202f}', '\u{2007}'];
    let parts = |letter: char| letter.is_whitespace() && !TIES.contains(&letter);
    // In an address it would not be known whose the mark at the line's end is.
    let is_address = text.split(parts).next().is_some_and(|it| it.contains('@'));
    let joins = |letter: char| !is_address && matches!(letter, '-' | '–' | '/' | '—');
    let mut letters = text.char_indices().peekable();
    let mut before: Option<char> = None;
    while let Some((_, letter)) = letters.next() {
        if let Some((next_at, next)) = letters.peek() {
            let after_space = parts(letter) && !parts(*next);
            let is_word = before.is_some_and(char::is_alphanumeric) && next.is_alphabetic();
            if after_space || joins(letter) && is_word {
                return Some(*next_at);
            }
        }
        before = Some(letter);
    }
    (!text.is_empty()).then_some(text.len())
}

/// Lines that are being filled.
struct Lines {
    size: f32,
    most: f32,
    all: Vec<Line>,
    /// How far the last one is filled.
    x: f32,
}

impl Lines {
    fn add(&mut self, word: Word) {
        let seen = word.text.trim_end().len();
        let of_seen = word.glyphs.iter().filter(|it| it.text_range.start < seen);
        let seen_width = of_seen.map(|it| it.x_advance).sum::<f32>() * self.size;
        if self.x > 0.0 && self.x + seen_width > self.most {
            self.end_line();
        }
        if seen_width > self.most {
            self.add_in_pieces(&word);
        } else {
            self.put(word, seen_width);
        }
    }

    /// A word that is longer than a line.
    fn add_in_pieces(&mut self, word: &Word) {
        let mut glyphs = word.glyphs.as_slice();
        while let Some(first) = glyphs.first() {
            let start = first.text_range.start;
            let mut width = 0.0;
            let mut count = 0;
            for glyph in glyphs {
                let wider = width + glyph.x_advance * self.size;
                let is_new = count == 0 || glyphs[count - 1].text_range != glyph.text_range;
                if count > 0 && is_new && wider > self.most {
                    break;
                }
                width = wider;
                count += 1;
            }
            let (piece, rest) = glyphs.split_at(count);
            let end = rest
                .first()
                .map_or(word.text.len(), |it| it.text_range.start);
            let mut piece = piece.to_vec();
            for glyph in &mut piece {
                let range = &glyph.text_range;
                glyph.text_range = range.start - start..range.end.min(end) - start;
            }
            let piece = Word {
                text: word.text[start..end].to_owned(),
                glyphs: piece,
                is_bold: word.is_bold,
                language: word.language.clone(),
            };
            self.put(piece, width);
            glyphs = rest;
            if !glyphs.is_empty() {
                self.end_line();
            }
        }
    }

    fn put(&mut self, word: Word, seen_width: f32) {
        let Word {
            text,
            glyphs,
            is_bold,
            language,
        } = word;
        let x = self.x;
        let width = glyphs.iter().map(|it| it.x_advance).sum::<f32>() * self.size;
        let Some(line) = self.all.last_mut() else {
            return;
        };
        match line.spans.last_mut() {
            Some(last)
                if last.is_bold == is_bold && last.language == language && !last.is_blank =>
            {
                let from = last.text.len();
                last.text.push_str(&text);
                last.glyphs.extend(glyphs.into_iter().map(|mut glyph| {
                    let range = &glyph.text_range;
                    glyph.text_range = range.start + from..range.end + from;
                    glyph
                }));
                last.width += width;
            }
            _ => line.spans.push(Span {
                x,
                width,
                is_bold,
                text,
                language,
                glyphs,
                is_blank: false,
            }),
        }
        if seen_width > 0.0 {
            line.width = x + seen_width;
        }
        self.x = x + width;
    }

    fn add_blank(&mut self, width: f32) {
        if self.x > 0.0 && self.x + width > self.most {
            self.end_line();
        }
        let x = self.x;
        if let Some(line) = self.all.last_mut() {
            line.spans.push(Span {
                x,
                width,
                is_bold: false,
                text: String::new(),
                language: None,
                glyphs: Vec::new(),
                is_blank: true,
            });
            line.width = x + width;
        }
        self.x = x + width;
    }

    fn end_line(&mut self) {
        self.all.push(Line::default());
        self.x = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style {
        size: 10.0,
        is_bold: false,
        colour: [0; 3],
        leading: 1.4,
    };

    fn texts(lines: &[Line]) -> Vec<String> {
        let of_line = |line: &Line| line.spans.iter().map(|span| span.text.as_str()).collect();
        lines.iter().map(of_line).collect()
    }

    #[test]
    fn words_stay_whole_and_no_line_is_wider_than_it_may_be() {
        let faces = Faces::new().unwrap();
        let text = "Draw the knee towards your chest, until-you feel a gentle stretch in the lower back/hip.";
        for width in [40.0, 77.0, 200.0, 2_000.0] {
            let lines = faces.lines(text, STYLE, width);
            assert!(
                lines.iter().all(|line| line.width <= width + 0.01),
                "{width}"
            );
            assert_eq!(texts(&lines).concat(), text, "{width}");
            for line in &texts(&lines)[..lines.len() - 1] {
                assert!(line.ends_with([' ', '-', '/']), "{line}");
            }
        }
    }

    #[test]
    fn a_word_that_is_longer_than_a_line_is_broken_and_keeps_its_letters() {
        let faces = Faces::new().unwrap();
        let text = "Rückenmuskeldehnungsübung und Füße ﬁ e\u{323}\u{302}";
        let lines = faces.lines(text, STYLE, 30.0);
        assert!(lines.iter().all(|line| line.width <= 30.01));
        assert_eq!(texts(&lines).concat(), text);
        assert!(faces.left_out.borrow().is_empty());
    }

    #[test]
    fn what_the_typeface_lacks_is_left_out_and_named() {
        let faces = Faces::new().unwrap();
        let lines = faces.lines("Knee 膝 to 🧘 chest", STYLE, 500.0);
        assert_eq!(texts(&lines), ["Knee  to  chest"]);
        let left_out: String = faces.left_out.borrow().iter().collect();
        assert_eq!(left_out, "膝🧘");
        assert!(
            lines[0].spans[0]
                .glyphs
                .iter()
                .all(|it| it.glyph_id.to_u32() != 0)
        );
    }
}
