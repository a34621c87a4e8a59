//! A routine that is handed out: its sheets, and what came of writing it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::background::{Jobs, no_thread};
use crate::document::{Block, Document, Photo, Sheet, Sight};
use crate::handing_out::{self, Form, Refused, Unwritten, usual_paper, usual_path};
use crate::library::Found;
use crate::ui::hand_out::{Sheets, Written};
use crate::words::Message;

pub(super) struct HandingOut {
    /// On which it is shown.
    pub(super) sheet: Sheet,
    /// What is handed out, as it was when its page was opened.
    pub(super) found: Option<Found>,
    pub(super) sheets: Option<Result<Sheets, Message>>,
    /// What it says and shows, which is the same on every sheet; `None` until it is made.
    document: Option<Arc<Illustrated>>,
    /// As what it is handed out if the person says nothing else.
    pub(super) usual_form: Form,
    /// Where it is put if the person says nothing else, without the ending of its form.
    pub(super) usual: PathBuf,
    pub(super) written: Option<Written>,
    is_writing: bool,
    /// How often it was laid out: a layout that was overtaken by a later one is of no use.
    number: u64,
    jobs: Jobs<News>,
}

pub(super) enum News {
    /// It was laid out.
    Laid(u64, Laid),
    Written(Written),
}

/// A document, and its photos as they are drawn.
pub(super) struct Illustrated {
    document: Document,
    photos: Vec<(Arc<Photo>, TextureHandle)>,
}

/// The sheets of a routine, and where they are usually put.
pub(super) struct Laid {
    sheets: Result<Sheets, Message>,
    document: Option<Arc<Illustrated>>,
    usual_form: Form,
    usual: PathBuf,
}

impl HandingOut {
    pub(super) fn new(jobs: Jobs<News>) -> Self {
        let locale = sys_locale::get_locale();
        Self {
            sheet: Sheet {
                paper: usual_paper(locale.as_deref()),
                large_print: false,
            },
            found: None,
            sheets: None,
            document: None,
            usual_form: Form::Pdf,
            usual: PathBuf::new(),
            written: None,
            is_writing: false,
            number: 0,
            jobs,
        }
    }

    /// Takes up a routine, on the sheet that was chosen last.
    pub(super) fn open(&mut self, found: Option<Found>, ctx: &Context) {
        self.found = found;
        self.written = None;
        self.is_writing = false;
        self.sheets = None;
        self.document = None;
        // That of another routine is no place for this one.
        self.usual = PathBuf::new();
        self.lay(self.sheet, ctx);
    }

    /// Has it laid out on a sheet; what was shown before stays until then.
    pub(super) fn lay(&mut self, sheet: Sheet, ctx: &Context) {
        self.sheet = sheet;
        self.number += 1;
        let (number, ctx) = (self.number, ctx.clone());
        let Some(found) = self.found.clone() else {
            return;
        };
        let known = self.document.clone();
        let work = move || {
            let mut document = known;
            let sheets = laid(&found, &mut document, sheet, &ctx);
            let usual_form = match &sheets {
                Err(Refused::Letters(_)) => Form::Html,
                _ => Form::Pdf,
            };
            let title = &found.routine.title;
            let laid = Laid {
                sheets: sheets.map_err(|why| why.message_of_sheets(title)),
                document,
                usual_form,
                usual: usual_path(&found),
            };
            Some(News::Laid(number, laid))
        };
        if let Err(error) = self.jobs.start(work) {
            self.sheets = Some(Err(no_thread(&error)));
        }
    }

    /// Has it written, unless that is under way.
    pub(super) fn write(&mut self, form: Form, path: PathBuf, replaces: bool) {
        let found = self.found.clone().filter(|_| !self.is_writing);
        let Some(found) = found else {
            return;
        };
        self.written = None;
        let sheet = self.sheet;
        let work = move || Some(News::Written(written(&found, form, sheet, &path, replaces)));
        match self.jobs.start(work) {
            Ok(()) => self.is_writing = true,
            Err(error) => self.written = Some(Written::Failed(no_thread(&error))),
        }
    }

    pub(super) fn take_news(&mut self) {
        for news in self.jobs.news() {
            match news {
                News::Laid(number, laid) if number == self.number => {
                    self.sheets = Some(laid.sheets);
                    self.document = laid.document;
                    self.usual_form = laid.usual_form;
                    self.usual = laid.usual;
                }
                News::Laid(..) => {}
                News::Written(written) => {
                    self.written = Some(written);
                    self.is_writing = false;
                }
            }
        }
    }
}

/// `document` is made if it is not there yet: that decodes every photo.
fn laid(
    found: &Found,
    document: &mut Option<Arc<Illustrated>>,
    sheet: Sheet,
    ctx: &Context,
) -> Result<Sheets, Refused> {
    let illustrated = if let Some(known) = document {
        Arc::clone(known)
    } else {
        let document = handing_out::document(found)?;
        let photos = photos(&document, ctx);
        Arc::new(Illustrated { document, photos })
    };
    *document = Some(Arc::clone(&illustrated));
    Ok(Sheets {
        sheet,
        pages: handing_out::sheets(&illustrated.document, sheet)?,
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

fn written(found: &Found, form: Form, sheet: Sheet, path: &Path, replaces: bool) -> Written {
    match handing_out::hand_out(found, form, sheet, path, replaces) {
        Ok(notes) => Written::Done {
            form,
            path: path.to_owned(),
            notes,
        },
        Err(Unwritten::Exists(path)) => Written::Exists { form, path },
        Err(error) => Written::Failed(error.message()),
    }
}
