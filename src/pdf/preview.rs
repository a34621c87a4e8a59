//! The pages of a PDF before it is written, for a screen that shows what will be on paper.

use std::collections::BTreeSet;

use super::Error;
use super::layout::Layout;
use super::pieces::{Mark, What};
use super::text::{ASCENT, Faces, Span, Style};
use crate::document::{Document, Modules, Sheet, Sight};

/// What stands on one sheet of paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub drawn: Vec<Drawn>,
}

/// Something drawn. All lengths are in points, counted from the upper left corner of the paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawn {
    /// Letters; `at` is the upper left corner of their line.
    Text {
        at: [f32; 2],
        text: String,
        size: f32,
        is_bold: bool,
        colour: [u8; 3],
    },
    Sight {
        at: [f32; 2],
        size: [f32; 2],
        sight: Sight,
    },
    /// A code that a camera reads, so wide and so high.
    Code {
        at: [f32; 2],
        side: f32,
        modules: Modules,
    },
    Line {
        from: [f32; 2],
        to: [f32; 2],
        width: f32,
        colour: [u8; 3],
    },
    /// A box of one colour with round corners.
    Filled {
        at: [f32; 2],
        size: [f32; 2],
        radius: f32,
        colour: [u8; 3],
    },
    /// With round corners.
    Frame {
        at: [f32; 2],
        size: [f32; 2],
        radius: f32,
        width: f32,
        colour: [u8; 3],
    },
}

/// The pages that [`super::write`] makes of the document, and the letters that the typeface lacks for them.
///
/// # Errors
/// The typeface can't be read.
pub fn pages(document: &Document, sheet: Sheet) -> Result<(Vec<Page>, BTreeSet<char>), Error> {
    let faces = Faces::new()?;
    let layout = Layout::of(document, sheet, &faces);
    let pages = layout.pages.iter().enumerate().map(|(index, page)| {
        let marks = page.iter().flat_map(|(top, piece)| {
            let marks = piece.marks.iter();
            marks.filter_map(|mark| drawn(mark, *top))
        });
        let foot = layout.foot(index + 1).into_iter();
        let foot = foot.map(|(x, y, span, style)| text(x, y, &span, style));
        Page {
            drawn: marks.chain(foot).collect(),
        }
    });
    let pages = pages.collect();
    Ok((pages, faces.left_out.take()))
}

/// `None` of what can't be seen.
fn drawn(mark: &Mark<'_>, top: f32) -> Option<Drawn> {
    let (x, y) = (mark.x, top + mark.y);
    Some(match &mark.what {
        What::Text { span, style, .. } => text(x, y, span, *style),
        What::Meaning { .. } | What::Heading(_) | What::Place { .. } => return None,
        What::Sight { sight, size, .. } => Drawn::Sight {
            at: [x, y],
            size: *size,
            sight: (*sight).clone(),
        },
        What::Code { modules, side, .. } => Drawn::Code {
            at: [x, y],
            side: *side,
            modules: (*modules).clone(),
        },
        What::Line {
            over,
            width,
            colour,
        } => Drawn::Line {
            from: [x, y],
            to: [x + over[0], y + over[1]],
            width: *width,
            colour: *colour,
        },
        What::Filled {
            size,
            radius,
            colour,
        } => Drawn::Filled {
            at: [x, y],
            size: *size,
            radius: *radius,
            colour: *colour,
        },
        What::Frame {
            size,
            radius,
            width,
            colour,
        } => Drawn::Frame {
            at: [x, y],
            size: *size,
            radius: *radius,
            width: *width,
            colour: *colour,
        },
    })
}

/// `y` is where the letters stand.
fn text(x: f32, y: f32, span: &Span, style: Style) -> Drawn {
    Drawn::Text {
        at: [x, y - ASCENT * style.size],
        text: span.text.clone(),
        size: style.size,
        is_bold: span.is_bold,
        colour: style.colour,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Paper;
    use crate::handout;
    use crate::library::shipped_in;
    use crate::words::{LANGUAGES, Words};

    #[test]
    fn every_word_of_the_paper_is_in_its_preview_and_inside_of_the_paper() {
        for paper in [Paper::A4, Paper::Letter] {
            for large_print in [false, true] {
                let sheet = Sheet { paper, large_print };
                let [width, height] = paper.size();
                for entry in shipped_in(&LANGUAGES[0]) {
                    let routine = entry.routine.unwrap();
                    let document = handout::document(&Words::of("en"), &routine, &|_| None, None);
                    let (pages, _) = pages(&document, sheet).unwrap();
                    let mut words = String::new();
                    for drawn in pages.iter().flat_map(|page| &page.drawn) {
                        if let Drawn::Text {
                            at: [x, y],
                            text,
                            size,
                            ..
                        } = drawn
                        {
                            assert!((0.0..width).contains(x), "{text}");
                            assert!((0.0..height - size).contains(y), "{text}");
                            words.push_str(text);
                        }
                    }
                    let squeezed = |text: &str| text.replace(char::is_whitespace, "");
                    let words = squeezed(&words);
                    for exercise in &routine.exercises {
                        assert!(
                            words.contains(&squeezed(&exercise.name)),
                            "{}",
                            exercise.name
                        );
                    }
                }
            }
        }
    }
}
