//! Pictures that a routine file brings: found, measured and decoded within limits.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, RgbaImage};

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
        let checked = decoded(self.folder, path, |_| ());
        self.checked.borrow_mut().insert(path.to_owned(), checked);
        checked
    }
}

/// The picture at `path`, relative to `folder`, as it is shown: upright, and with at most so many
/// pixels in width and height. Takes long enough to be kept off a thread that draws.
pub fn picture(folder: &Path, path: &str, most: [u32; 2]) -> Result<RgbaImage, ImageFault> {
    decoded(folder, path, |picture| picture.shown(most))
}

/// Decodes a picture and makes something of it.
///
/// The picture may come from anyone: no link leads out of the folder, its size is known before
/// anything is allocated for it, and a decoder that panics costs no more than the picture.
fn decoded<T>(folder: &Path, path: &str, make: impl FnOnce(Decoded) -> T) -> Result<T, ImageFault> {
    let file = open(&inside(folder, path)?)?;
    surviving(|| decode(file).map(make))
}

/// A picture as its file has it.
struct Decoded {
    picture: DynamicImage,
    /// How a camera says that it was held.
    orientation: Orientation,
}

impl Decoded {
    fn shown(self, [width, height]: [u32; 2]) -> RgbaImage {
        let mut picture = self.picture;
        picture.apply_orientation(self.orientation);
        if picture.width() > width || picture.height() > height {
            picture = picture.thumbnail(width, height);
        }
        picture.into_rgba8()
    }
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

fn decode(file: File) -> Result<Decoded, ImageFault> {
    let reader = ImageReader::new(BufReader::new(file)).with_guessed_format();
    let mut reader = reader.map_err(|error| fault(&error))?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(ImageFault::Undecodable);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(LARGEST_ALLOCATION);
    reader.limits(limits.clone());
    let decode = || {
        let mut decoder = reader.into_decoder()?;
        // What the decoder may use besides the picture itself.
        limits.reserve(decoder.total_bytes())?;
        decoder.set_limits(limits)?;
        // A picture that does not say it well is shown as it is.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let picture = DynamicImage::from_decoder(decoder)?;
        Ok(Decoded {
            picture,
            orientation,
        })
    };
    decode().map_err(|error| match error {
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
    fn a_picture_is_shown_no_larger_than_asked_for_and_keeps_its_shape() {
        let folder = tempfile::tempdir().unwrap();
        let save = |name: &str, width, height| {
            let picture = RgbaImage::from_pixel(width, height, image::Rgba([200, 30, 30, 255]));
            picture.save(folder.path().join(name)).unwrap();
        };
        for (size, shown) in [
            ((400, 200), (100, 50)),
            ((60, 40), (60, 40)),
            ((300, 600), (30, 60)),
            ((4_096, 2), (100, 1)),
        ] {
            save("knee.png", size.0, size.1);
            let picture = picture(folder.path(), "knee.png", [100, 60]).unwrap();
            assert_eq!(picture.dimensions(), shown, "{size:?}");
            assert_eq!(picture.get_pixel(0, 0).0, [200, 30, 30, 255]);
        }
        let picture = |path| picture(folder.path(), path, [100, 60]).map(drop);
        save("wide.png", 4_097, 1);
        assert_eq!(picture("wide.png"), Err(ImageFault::TooManyPixels));
        assert_eq!(picture("gone.png"), Err(ImageFault::Absent));
        fs::write(folder.path().join("text.png"), "not a picture").unwrap();
        assert_eq!(picture("text.png"), Err(ImageFault::Undecodable));
    }

    #[test]
    fn a_picture_that_was_taken_sideways_stands_upright() {
        let picture = DynamicImage::new_rgb8(8, 4);
        let orientation = Orientation::Rotate90;
        let decoded = Decoded {
            picture,
            orientation,
        };
        assert_eq!(decoded.shown([100, 60]).dimensions(), (4, 8));
    }

    #[test]
    fn a_decoder_that_panics_costs_the_picture_alone() {
        let decoded: Result<(), _> = surviving(|| panic!("on purpose"));
        assert_eq!(decoded, Err(ImageFault::Undecodable));
        assert_eq!(surviving(|| Ok(1)), Ok(1));
    }
}
