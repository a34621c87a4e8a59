//! The pictures that routines bring, kept as long as a screen shows them.
//!
//! A screen asks for a picture by drawing it. One that was not asked for in the last drawing is let
//! go; one that is new is read meanwhile by [`crate::app`], and drawn when it is there.

use std::cell::RefCell;
use std::fmt;
use std::path::{Path, PathBuf};

use eframe::egui::load::SizedTexture;
use eframe::egui::{self, Rect, TextureHandle, Ui};

use super::theme::radius;
use crate::routine::Exercise;

/// How large a picture is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// In a panel among others, or in the small window.
    Small,
    /// In the player, which may fill a screen.
    Large,
}

impl Detail {
    /// The most width and height, in pixels: about two for each point. With many more, fine lines
    /// would break up as they are drawn.
    pub fn most(self) -> [u32; 2] {
        match self {
            Self::Small => [768, 320],
            Self::Large => [1_024, 1_024],
        }
    }
}

/// A picture that is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Of the routine's file.
    pub folder: PathBuf,
    /// From there.
    pub path: String,
    pub detail: Detail,
}

struct Kept {
    wanted: Wanted,
    state: State,
    /// Whether it was asked for since the last turn.
    asked: bool,
}

enum State {
    Coming,
    There(TextureHandle),
    /// It was to be read and can't be.
    Missing,
}

/// All pictures that are needed now.
#[derive(Default)]
pub struct PictureCache(RefCell<Vec<Kept>>);

impl PictureCache {
    /// Ends a drawing: lets go of what was not asked for in it.
    pub fn begin_frame(&mut self) {
        self.0
            .get_mut()
            .retain_mut(|kept| std::mem::take(&mut kept.asked));
    }

    /// What is to be read next.
    pub fn coming(&self) -> Option<Wanted> {
        let kept = self.0.borrow();
        let mut coming = kept
            .iter()
            .filter(|kept| matches!(kept.state, State::Coming));
        coming.next().map(|kept| kept.wanted.clone())
    }

    /// Takes in what was read: `None` is a picture that can't be shown. Nothing is kept that is not
    /// needed any more.
    pub fn put(&mut self, wanted: &Wanted, texture: Option<TextureHandle>) {
        let mut kept = self.0.get_mut().iter_mut();
        if let Some(kept) = kept.find(|kept| kept.wanted == *wanted) {
            kept.state = texture.map_or(State::Missing, State::There);
        }
    }

    /// Has those read again that could not be shown: their files may have been fixed.
    pub fn try_again(&mut self) {
        for kept in self.0.get_mut() {
            if matches!(kept.state, State::Missing) {
                kept.state = State::Coming;
            }
        }
    }

    fn ask(&self, folder: &Path, path: &str, detail: Detail) -> Option<Picture> {
        let mut all = self.0.borrow_mut();
        let is_it = |kept: &&mut Kept| {
            let wanted = &kept.wanted;
            wanted.path == path && wanted.detail == detail && wanted.folder == folder
        };
        if let Some(kept) = all.iter_mut().find(is_it) {
            kept.asked = true;
            return match &kept.state {
                State::Coming => Some(Picture::COMING),
                State::There(texture) => Some(Picture(Some(texture.into()))),
                State::Missing => None,
            };
        }
        all.push(Kept {
            wanted: Wanted {
                folder: folder.to_owned(),
                path: path.to_owned(),
                detail,
            },
            state: State::Coming,
            asked: true,
        });
        Some(Picture::COMING)
    }
}

impl fmt::Debug for PictureCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kept = self.0.borrow();
        f.debug_list()
            .entries(kept.iter().map(|kept| &kept.wanted))
            .finish()
    }
}

/// The pictures beside one routine's file.
#[derive(Debug, Clone, Copy)]
pub struct Pictures<'a>(Option<(&'a PictureCache, &'a Path)>);

impl<'a> Pictures<'a> {
    /// Of a routine that brings none.
    pub const NONE: Self = Self(None);

    /// Of a routine whose file lies in `folder`; one that is shipped lies in none.
    pub fn of(pictures: &'a PictureCache, folder: Option<&'a Path>) -> Self {
        Self(folder.map(|folder| (pictures, folder)))
    }

    /// The exercise's own picture, from now on needed; `None` if it has none, or none that can be
    /// shown.
    pub fn ask(&self, exercise: &Exercise, detail: Detail) -> Option<Picture> {
        let (pictures, folder) = self.0?;
        pictures.ask(folder, exercise.image.as_deref()?, detail)
    }

    /// The exercise's own picture while it is out of view: its place is kept, and it is not read.
    pub(super) fn out_of_view(&self, exercise: &Exercise) -> Option<Picture> {
        self.0?;
        exercise.image.as_ref().map(|_| Picture::COMING)
    }
}

/// A picture that a routine brings, which may not have been read yet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Picture(Option<SizedTexture>);

impl Picture {
    const COMING: Self = Self(None);

    /// How much wider than high it is, once that is known.
    pub(super) fn shape(&self) -> Option<f32> {
        self.0.map(|texture| texture.size.x / texture.size.y)
    }

    /// Draws it in the middle of `area`, as large as there is room; it is never turned round.
    pub(super) fn paint(&self, ui: &Ui, area: Rect) {
        let Some(texture) = self.0 else {
            return;
        };
        let scale = (area.size() / texture.size).min_elem();
        let place = Rect::from_center_size(area.center(), texture.size * scale);
        egui::Image::from_texture(texture)
            .corner_radius(radius::PICTURE)
            .paint_at(ui, place);
    }
}
