//! Pieces drawn on the pages of a PDF.

use krilla::Data;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::outline::{Outline, OutlineNode};
use krilla::paint::Stroke;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use super::Error;
use super::figure;
use super::ink::{filled, paint};
use super::pieces::{Leaf, Mark, Piece, What};
use super::tags::Marks;
use super::text::{Faces, Span, Style};
use crate::document::{Modules, Photo, Sight};

/// As dark as it can be printed.
const BLACK: [u8; 3] = [0; 3];

/// Draws on one page.
pub(super) struct Pen<'p> {
    pub(super) surface: Surface<'p>,
    pub(super) faces: &'p Faces,
    pub(super) marks: &'p mut Marks,
    pub(super) outline: &'p mut Outline,
    /// Counted from 0.
    pub(super) page: usize,
}

impl Pen<'_> {
    /// `top` is where the piece begins.
    pub(super) fn draw(&mut self, piece: &Piece<'_>, top: f32) -> Result<(), Error> {
        for Mark { x, y, what } in &piece.marks {
            let (x, y) = (*x, top + *y);
            match what {
                What::Text { leaf, span, style } => {
                    let tag = SpanTag::empty().with_lang(span.language.as_deref());
                    self.begin(*leaf, tag);
                    self.write(x, y, span, *style);
                    self.surface.end_tagged();
                }
                What::Meaning { leaf, means } => {
                    self.begin(*leaf, SpanTag::empty().with_actual_text(Some(means)));
                    self.surface.end_tagged();
                }
                What::Sight { leaf, sight, size } => {
                    self.draw_sight(*leaf, sight, [x, y], *size)?;
                }
                What::Code {
                    leaf,
                    modules,
                    side,
                } => self.draw_code(*leaf, modules, [x, y], *side),
                What::Place {
                    leaf,
                    size: [width, height],
                } => {
                    if let Some(rect) = Rect::from_xywh(x, y, *width, *height) {
                        self.marks.place(*leaf, self.page, rect);
                    }
                }
                What::Filled {
                    size,
                    radius,
                    colour,
                } => self.fill(rounded([x, y], *size, *radius), *colour),
                What::Heading(text) => {
                    let place = XyzDestination::new(self.page, Point::from_xy(x, y));
                    let entry = OutlineNode::new((*text).to_owned(), place);
                    self.outline.push_child(entry);
                }
                What::Line {
                    over,
                    width,
                    colour,
                } => {
                    let mut path = PathBuilder::new();
                    path.move_to(x, y);
                    path.line_to(x + over[0], y + over[1]);
                    self.decorate(path.finish(), *width, *colour);
                }
                What::Frame {
                    size,
                    radius,
                    width,
                    colour,
                } => self.decorate(rounded([x, y], *size, *radius), *width, *colour),
            }
        }
        Ok(())
    }

    /// What stands at the foot of every page is no part of the text.
    pub(super) fn draw_foot(&mut self, spans: &[(f32, f32, Span, Style)]) {
        let artifact = Artifact::with_kind(ArtifactType::Footer);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        for (x, y, span, style) in spans {
            self.write(*x, *y, span, *style);
        }
        self.surface.end_tagged();
    }

    fn begin(&mut self, leaf: Leaf, tag: SpanTag<'_>) {
        let mark = self.surface.start_tagged(ContentTag::Span(tag));
        self.marks.add(leaf, mark);
    }

    fn write(&mut self, x: f32, y: f32, span: &Span, style: Style) {
        if span.glyphs.is_empty() {
            return;
        }
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(filled(style.colour, 1.0)));
        let font = self.faces.embedded(span.is_bold).clone();
        let start = Point::from_xy(x, y);
        self.surface
            .draw_glyphs(start, &span.glyphs, font, &span.text, style.size, false);
    }

    /// A line that means nothing by itself.
    fn decorate(&mut self, path: Option<Path>, width: f32, colour: [u8; 3]) {
        let Some(path) = path else {
            return;
        };
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke {
            paint: paint(colour),
            width,
            ..Stroke::default()
        }));
        self.surface.draw_path(&path);
        self.surface.set_stroke(None);
        self.surface.end_tagged();
    }

    /// A shape that means nothing by itself.
    fn fill(&mut self, path: Option<Path>, colour: [u8; 3]) {
        let Some(path) = path else {
            return;
        };
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(filled(colour, 1.0)));
        self.surface.draw_path(&path);
        self.surface.end_tagged();
    }

    fn draw_sight(
        &mut self,
        leaf: Leaf,
        sight: &Sight,
        [x, y]: [f32; 2],
        [width, height]: [f32; 2],
    ) -> Result<(), Error> {
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            self.marks.place(leaf, self.page, rect);
        }
        let mark = self.surface.start_tagged(ContentTag::Other);
        self.marks.add(leaf, mark);
        let drawn = match sight {
            Sight::Figure {
                figure,
                moment,
                side,
            } => {
                let frame = figure.frame(*side);
                let place = figure::Place::fitting(frame, [x, y], [width, height]);
                for shape in figure.shapes(*moment, *side) {
                    figure::draw(&mut self.surface, &shape, place);
                }
                Ok(())
            }
            Sight::Photo(photo) => self.draw_photo(photo, [x, y], [width, height]),
        };
        self.surface.end_tagged();
        drawn
    }

    /// One path for all that is dark, on the light of the paper.
    fn draw_code(&mut self, leaf: Leaf, modules: &Modules, [x, y]: [f32; 2], side: f32) {
        if let Some(rect) = Rect::from_xywh(x, y, side, side) {
            self.marks.place(leaf, self.page, rect);
        }
        let mark = self.surface.start_tagged(ContentTag::Other);
        self.marks.add(leaf, mark);
        let count = |modules: usize| f32::from(u16::try_from(modules).unwrap_or(u16::MAX));
        let one = side / count(modules.side() + 2 * Modules::MARGIN);
        let mut path = PathBuilder::new();
        for (from_left, from_top, length) in modules.dark() {
            let left = x + one * count(from_left + Modules::MARGIN);
            let top = y + one * count(from_top + Modules::MARGIN);
            let (right, bottom) = (left + one * count(length), top + one);
            path.move_to(left, top);
            path.line_to(right, top);
            path.line_to(right, bottom);
            path.line_to(left, bottom);
            path.close();
        }
        if let Some(path) = path.finish() {
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(filled(BLACK, 1.0)));
            self.surface.draw_path(&path);
        }
        self.surface.end_tagged();
    }

    fn draw_photo(&mut self, photo: &Photo, [x, y]: [f32; 2], room: [f32; 2]) -> Result<(), Error> {
        let image = Image::from_jpeg(Data::from(photo.jpeg.clone()), false).map_err(Error)?;
        #[expect(
            clippy::cast_precision_loss,
            reason = "no photo is 16 million pixels wide"
        )]
        let [width, height] = [photo.width, photo.height].map(|pixels| pixels as f32);
        let scale = (room[0] / width).min(room[1] / height);
        let (width, height) = (width * scale, height * scale);
        let Some(size) = Size::from_wh(width, height) else {
            return Ok(());
        };
        let (x, y) = (x + (room[0] - width) / 2.0, y + (room[1] - height) / 2.0);
        self.surface
            .push_transform(&Transform::from_translate(x, y));
        self.surface.draw_image(image, size);
        self.surface.pop();
        Ok(())
    }
}

/// How far the handles of a quarter of a circle are from its ends, for a radius of 1.
const QUARTER: f32 = 0.552_284_8;

fn rounded([x, y]: [f32; 2], [width, height]: [f32; 2], radius: f32) -> Option<Path> {
    let radius = radius.min(width / 2.0).min(height / 2.0).max(0.0);
    let (right, bottom) = (x + width, y + height);
    let handle = radius * (1.0 - QUARTER);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.cubic_to(right - handle, y, right, y + handle, right, y + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(
        right,
        bottom - handle,
        right - handle,
        bottom,
        right - radius,
        bottom,
    );
    path.line_to(x + radius, bottom);
    path.cubic_to(x + handle, bottom, x, bottom - handle, x, bottom - radius);
    path.line_to(x, y + radius);
    path.cubic_to(x, y + handle, x + handle, y, x + radius, y);
    path.close();
    path.finish()
}
