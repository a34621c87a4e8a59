//! Pictures that a routine file brings: found, measured and decoded within limits.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use image::{DynamicImage, ImageFormat, ImageReader, Limits};

use crate::routine::ImageFault;

/// The largest picture file, in bytes.
const LARGEST_FILE: u64 = 8 * 1024 * 1024;
/// The longest side, in pixels.
const LONGEST_SIDE: u32 = 4_096;
/// What a decoder may allocate: the largest picture at eight bytes a pixel.
const LARGEST_ALLOCATION: u64 = 8 * LONGEST_SIDE as u64 * LONGEST_SIDE as u64;

/// The pictures beside one file. Each is decoded once, however often the file names it.
pub(super) struct Pictures<'a> {
    folder: &'a Path,
    checked: RefCell<HashMap<String, Result<(), ImageFault>>>,
}

impl<'a> Pictures<'a> {
    pub(super) fn beside(folder: &'a Path) -> Self {
        Self {
            folder,
            checked: RefCell::default(),
        }
    }

    pub(super) fn check(&self, path: &str) -> Result<(), ImageFault> {
        if let Some(&known) = self.checked.borrow().get(path) {
            return known;
        }
        let checked = picture(self.folder, path).map(drop);
        self.checked.borrow_mut().insert(path.to_owned(), checked);
        checked
    }
}

/// Decodes the picture at `path`, relative to `folder`. Takes long enough to be kept off a thread
/// that draws.
///
/// The picture may come from anyone: no link leads out of the folder, its size is known before
/// anything is allocated for it, and a decoder that panics costs no more than the picture.
fn picture(folder: &Path, path: &str) -> Result<DynamicImage, ImageFault> {
    let file = open(&inside(folder, path)?)?;
    surviving(|| decode(file))
}

/// What a decoder gives; one that panics has not decoded.
fn surviving<T>(decode: impl FnOnce() -> Result<T, ImageFault>) -> Result<T, ImageFault> {
    // Nothing that the decoder worked on is looked at again.
    panic::catch_unwind(AssertUnwindSafe(decode)).unwrap_or(Err(ImageFault::Undecodable))
}

/// The real place of a picture, if it is in the folder or below it.
fn inside(folder: &Path, path: &str) -> Result<PathBuf, ImageFault> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = fs::canonicalize(folder).map_err(|error| fault(&error))?;
    let place = fs::canonicalize(folder.join(path)).map_err(|error| fault(&error))?;
    if place.starts_with(&folder) {
        Ok(place)
    } else {
        Err(ImageFault::Outside)
    }
}

fn open(place: &Path) -> Result<File, ImageFault> {
    // Asked before opening: to open a pipe would wait for its other end.
    let metadata = fs::metadata(place).map_err(|error| fault(&error))?;
    if !metadata.is_file() {
        return Err(ImageFault::Undecodable);
    }
    if metadata.len() > LARGEST_FILE {
        return Err(ImageFault::TooManyBytes);
    }
    File::open(place).map_err(|error| fault(&error))
}

fn decode(file: File) -> Result<DynamicImage, ImageFault> {
    let reader = ImageReader::new(BufReader::new(file)).with_guessed_format();
    let mut reader = reader.map_err(|error| fault(&error))?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(ImageFault::Undecodable);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(LARGEST_ALLOCATION);
    reader.limits(limits);
    reader.decode().map_err(|error| match error {
        image::ImageError::Limits(_) => ImageFault::TooManyPixels,
        image::ImageError::IoError(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
            fault(&error)
        }
        _ => ImageFault::Undecodable,
    })
}

fn fault(error: &io::Error) -> ImageFault {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ImageFault::Absent,
        io::ErrorKind::InvalidData => ImageFault::Undecodable,
        _ => ImageFault::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoder_that_panics_costs_the_picture_alone() {
        let decoded: Result<(), _> = surviving(|| panic!("on purpose"));
        assert_eq!(decoded, Err(ImageFault::Undecodable));
        assert_eq!(surviving(|| Ok(1)), Ok(1));
    }
}
