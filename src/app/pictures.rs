//! Reads the pictures that routines bring, for as long as a screen shows them.

use std::sync::Arc;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::background::Jobs;
use crate::contain::contained;
use crate::library::{self, Entry};
use crate::ui::picture_cache::{PictureCache, Wanted};

pub(super) struct PictureReader {
    pub(super) cache: PictureCache,
    /// The routines when those that can't be shown were last tried.
    entries: Arc<[Entry]>,
    /// Whether one is being read.
    is_reading: bool,
    jobs: Jobs<Read>,
    ctx: Context,
}

/// A picture was read; `None` if it can't be.
pub(super) struct Read(Wanted, Option<TextureHandle>);

impl PictureReader {
    pub(super) fn new(ctx: &Context, jobs: Jobs<Read>) -> Self {
        Self {
            cache: PictureCache::default(),
            entries: Arc::from([]),
            is_reading: false,
            jobs,
            ctx: ctx.clone(),
        }
    }

    pub(super) fn take_news(&mut self) {
        for Read(wanted, texture) in self.jobs.news() {
            self.is_reading = false;
            self.cache.put(&wanted, texture);
        }
    }

    /// Ends a frame: pictures that it did not show go, and the next that it asked for is read. One
    /// at a time, since each takes much memory until it is made smaller. `entries` are the routines as
    /// they are now.
    pub(super) fn end_frame(&mut self, entries: Arc<[Entry]>) {
        self.cache.begin_frame();
        if !Arc::ptr_eq(&entries, &self.entries) {
            self.cache.try_again();
            self.entries = entries;
        }
        if self.is_reading {
            return;
        }
        let Some(wanted) = self.cache.coming() else {
            return;
        };
        let (ctx, for_thread) = (self.ctx.clone(), wanted.clone());
        let reading = self.jobs.start(move || {
            // One that can't be made costs the picture alone, and the next is read.
            let texture = contained(|| texture(&ctx, &for_thread)).flatten();
            Some(Read(for_thread, texture))
        });
        self.is_reading = reading.is_ok();
        if reading.is_err() {
            self.cache.put(&wanted, None);
        }
    }
}

/// Reads a picture; `None` if it can't be shown.
fn texture(ctx: &Context, wanted: &Wanted) -> Option<TextureHandle> {
    let picture = library::picture(&wanted.folder, &wanted.path, wanted.detail.most()).ok()?;
    let size = [picture.width(), picture.height()].map(|side| side as usize);
    let pixels = ColorImage::from_rgba_unmultiplied(size, &picture);
    Some(ctx.load_texture(&wanted.path, pixels, TextureOptions::LINEAR))
}
