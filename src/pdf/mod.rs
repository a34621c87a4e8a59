//! A document as a tagged PDF, PDF/UA-1: with its own page breaks, its letters inside, and for screen readers what each
//! thing is.

mod chart;
mod columns;
mod draw;
mod figure;
mod ink;
mod layout;
mod pages;
mod pieces;
pub mod preview;
mod sizes;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeSet;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::Metadata;
use krilla::outline::Outline;
use krilla::page::PageSettings;
use krilla::{Document as Pdf, SerializeSettings};

use crate::document::{Document, Sheet};
use draw::Pen;
use layout::Layout;
use text::Faces;

/// A document that can't be written.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Error(pub String);

/// A document that is written.
#[derive(Debug)]
pub struct Written {
    pub bytes: Vec<u8>,
    /// Letters of the document that the typeface lacks, and which are not in the file.
    pub left_out: BTreeSet<char>,
}

/// Writes a document to be printed on the sheet.
///
/// # Errors
/// Something of it can't be said in a PDF.
pub fn write(document: &Document, sheet: Sheet) -> Result<Written, Error> {
    let faces = Faces::new()?;
    let layout = Layout::of(document, sheet, &faces);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| Error(format!("{error:?}")))?;
    let mut pdf = Pdf::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let mut metadata = Metadata::new()
        .title(document.title.clone())
        .language(document.language.clone())
        .creator("Supple".to_owned());
    if let Some(author) = &document.author {
        metadata = metadata.authors(vec![author.clone()]);
    }
    pdf.set_metadata(metadata);

    let [width, height] = sheet.paper.size();
    let mut marks = tags::Marks::of(layout.leaves);
    let mut outline = Outline::new();
    for (index, page) in layout.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(width, height);
        let settings = settings.ok_or_else(|| Error("the paper has no size".to_owned()))?;
        let mut drawn = pdf.start_page_with(settings);
        let mut pen = Pen {
            surface: drawn.surface(),
            faces: &faces,
            marks: &mut marks,
            outline: &mut outline,
            page: index,
        };
        for (top, piece) in page {
            pen.draw(piece, *top)?;
        }
        pen.draw_foot(&layout.foot(index + 1));
    }
    pdf.set_outline(outline);
    pdf.set_tag_tree(marks.tree(layout.tags, &document.language));
    let bytes = pdf
        .finish()
        .map_err(|error| Error(format!("{error}: {error:?}")))?;
    Ok(Written {
        bytes,
        left_out: faces.left_out.take(),
    })
}
