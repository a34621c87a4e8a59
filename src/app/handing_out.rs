//! What is handed out, a routine or a report of the record: its sheets, and what came of writing it.

mod record;
mod routine;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

pub(super) use self::record::Report;
use super::saving::{self, Saving};
use crate::background::{Jobs, no_thread};
use crate::document::{Block, Document, Photo, Sheet, Sight};
use crate::handing_out::{self, Refused, usual_paper};
use crate::locale;
use crate::ui::hand_out::{Sheets, ToWrite, Written};
use crate::words::Message;

/// What can be handed out. All that is asked of it may take its time.
pub(super) trait Subject: Clone + Send + 'static {
    /// The forms in which it is.
    type Form: Copy + Send + 'static;
    /// As what, if the person says nothing else.
    const USUAL: Self::Form;
    /// The same where the typeface of the usual form lacks letters.
    const WITH_ALL_LETTERS: Self::Form;

    /// What it says and shows, which is the same on every sheet.
    fn document(&self) -> Result<Document, Message>;

    /// Why there are no sheets of it.
    fn no_sheets(&self, why: &Refused) -> Message;

    /// Where it is put if the person says nothing else, without the ending of its form.
    fn usual_path(&self) -> PathBuf;

    /// Writes it on a sheet.
    fn write(&self, it: ToWrite<Self::Form>, sheet: Sheet) -> Written<Self::Form>;
}

pub(super) struct HandingOut<S: Subject> {
    /// On which it is shown.
    pub(super) sheet: Sheet,
    /// What is handed out, as it was when its page was opened.
    pub(super) subject: Option<S>,
    pub(super) sheets: Option<Result<Sheets, Message>>,
    /// What it says and shows; `None` until it is made.
    document: Option<Arc<Illustrated>>,
    /// As what it is handed out if the person says nothing else.
    pub(super) usual_form: S::Form,
    /// Where it is put if the person says nothing else, without the ending of its form.
    pub(super) usual: PathBuf,
    pub(super) saving: Saving<S::Form>,
    /// How often it was laid out: a layout that was overtaken by a later one is of no use.
    number: u64,
    jobs: Jobs<Laid>,
}

/// A document, and its photos as they are drawn.
pub(super) struct Illustrated {
    document: Document,
    photos: Vec<(Arc<Photo>, TextureHandle)>,
}

/// The sheets of what is handed out, and where it is usually put.
pub(super) struct Laid {
    number: u64,
    sheets: Result<Sheets, Message>,
    lacks_letters: bool,
    document: Option<Arc<Illustrated>>,
    usual: PathBuf,
}

impl<S: Subject> HandingOut<S> {
    pub(super) fn new(jobs: Jobs<Laid>, saving: Jobs<saving::News<S::Form>>) -> Self {
        let locale = locale::of(locale::Of::Paper);
        Self {
            sheet: Sheet {
                paper: usual_paper(locale.as_ref()),
                large_print: false,
            },
            subject: None,
            sheets: None,
            document: None,
            usual_form: S::USUAL,
            usual: PathBuf::new(),
            saving: Saving::new(saving),
            number: 0,
            jobs,
        }
    }

    /// Takes something up, on the sheet that was chosen last.
    pub(super) fn open(&mut self, subject: Option<S>, ctx: &Context) {
        self.saving.open();
        self.sheets = None;
        // That of another is no place for this one.
        self.usual = PathBuf::new();
        self.take(subject, ctx);
    }

    /// Takes up what is asked for in the place of what was taken up before, which stays in view until this is laid out.
    pub(super) fn take(&mut self, subject: Option<S>, ctx: &Context) {
        self.subject = subject;
        self.document = None;
        self.lay(self.sheet, ctx);
    }

    /// Has it laid out on a sheet; what was in view stays there until that is done.
    pub(super) fn lay(&mut self, sheet: Sheet, ctx: &Context) {
        self.sheet = sheet;
        self.number += 1;
        let (number, ctx) = (self.number, ctx.clone());
        let Some(subject) = self.subject.clone() else {
            return;
        };
        let known = self.document.clone();
        let work = move || {
            let mut document = known;
            let sheets = laid(&subject, &mut document, sheet, &ctx);
            let lacks_letters = matches!(sheets, Err(Unlaid::Refused(Refused::Letters(_))));
            Some(Laid {
                number,
                sheets: sheets.map_err(|why| match why {
                    Unlaid::NoDocument(why) => why,
                    Unlaid::Refused(why) => subject.no_sheets(&why),
                }),
                lacks_letters,
                document,
                usual: subject.usual_path(),
            })
        };
        if let Err(error) = self.jobs.start(work) {
            self.sheets = Some(Err(no_thread(&error)));
        }
    }

    /// Has it written.
    pub(super) fn write(&mut self, it: ToWrite<S::Form>) {
        let Some(subject) = self.subject.clone() else {
            return;
        };
        let sheet = self.sheet;
        self.saving
            .start(&it.path.clone(), move || subject.write(it, sheet));
    }

    /// Takes in what was laid out and written; gives what is wrong with what was written from a page that is in view no
    /// more.
    pub(super) fn take_news(&mut self, is_in_view: bool) -> Vec<Message> {
        for laid in self.jobs.news() {
            if laid.number == self.number {
                self.sheets = Some(laid.sheets);
                self.document = laid.document;
                self.usual_form = if laid.lacks_letters {
                    S::WITH_ALL_LETTERS
                } else {
                    S::USUAL
                };
                self.usual = laid.usual;
            }
        }
        self.saving.take_news(is_in_view)
    }
}

/// Why there are no sheets.
enum Unlaid {
    NoDocument(Message),
    Refused(Refused),
}

/// `document` is made if it is not there yet: that decodes every photo.
fn laid<S: Subject>(
    subject: &S,
    document: &mut Option<Arc<Illustrated>>,
    sheet: Sheet,
    ctx: &Context,
) -> Result<Sheets, Unlaid> {
    let illustrated = if let Some(known) = document {
        Arc::clone(known)
    } else {
        let document = subject.document().map_err(Unlaid::NoDocument)?;
        let photos = photos(&document, ctx);
        Arc::new(Illustrated { document, photos })
    };
    *document = Some(Arc::clone(&illustrated));
    let pages = handing_out::sheets(&illustrated.document, sheet);
    Ok(Sheets {
        sheet,
        pages: pages.map_err(Unlaid::Refused)?,
        photos: illustrated.photos.clone(),
    })
}

/// The photos of a document as they are drawn.
fn photos(document: &Document, ctx: &Context) -> Vec<(Arc<Photo>, TextureHandle)> {
    let mut all: Vec<Arc<Photo>> = Vec::new();
    add_photos(&document.blocks, &mut all);
    let drawn = all.into_iter().filter_map(|photo| {
        let pixels = image::load_from_memory(&photo.jpeg)
            .ok()?
            .thumbnail(512, 512);
        let size = [pixels.width(), pixels.height()].map(|side| side as usize);
        let pixels = ColorImage::from_rgba_unmultiplied(size, &pixels.to_rgba8());
        let texture = ctx.load_texture("photo", pixels, TextureOptions::LINEAR);
        Some((photo, texture))
    });
    drawn.collect()
}

fn add_photos(blocks: &[Block], all: &mut Vec<Arc<Photo>>) {
    for block in blocks {
        match block {
            Block::Pictures(pictures) => {
                for picture in pictures {
                    if let Sight::Photo(photo) = &picture.sight
                        && !all.iter().any(|it| Arc::ptr_eq(it, photo))
                    {
                        all.push(Arc::clone(photo));
                    }
                }
            }
            Block::Framed(blocks) | Block::Whole { blocks, .. } => add_photos(blocks, all),
            Block::Beside(_, columns) => {
                for column in columns {
                    add_photos(column, all);
                }
            }
            _ => {}
        }
    }
}
