//! Pictures that a routine file brings: found, measured and decoded within limits.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor};
use std::path::{Path, PathBuf};

use image::metadata::Orientation;
use image::{
    DynamicImage, GrayImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, LumaA,
    Pixel as _, RgbaImage,
};

use super::pixels::{Extent, pixels};
use super::{jpeg, png};
use crate::contain::contained;
use crate::disk;
use crate::routine::ImageFault;
use crate::text::composed;

/// The largest picture file, in bytes.
pub(crate) const LARGEST_PICTURE: u64 = 8 * 1024 * 1024;
/// How large a picture may be.
#[derive(Debug, Clone, Copy)]
struct Most {
    /// The longest side, in pixels.
    side: u32,
    /// What it may take to decode a JPEG, the decoded picture included.
    memory: u64,
}

/// One that is shown. The largest takes 48 MiB, unless it comes in passes.
const SHOWN: Most = Most {
    side: 4_096,
    memory: 64 * 1024 * 1024,
};

/// A photograph in which something is looked for, as cameras make it: with up to 24 million pixels, the usual twelve in
/// passes as well.
const LOOKED_THROUGH: Most = Most {
    side: 6_144,
    memory: 128 * 1024 * 1024,
};
/// Its file, in bytes.
const LARGEST_PHOTOGRAPH: u64 = 24 * 1024 * 1024;

/// All pictures of one file together, in bytes.
pub(crate) const MOST_PICTURE_BYTES: u64 = 128 * 1024 * 1024;
/// And in pixels: forty photographs at their full size, or two hundred of 1,600 by 1,200. As many
/// take a minute to be looked at closely.
const MOST_PIXELS: u64 = 480_000_000;

/// How closely a picture is looked at: in which folder, and at which path from there.
pub(super) type Look = fn(&Path, &str) -> Result<Size, ImageFault>;

/// What a picture costs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Size {
    bytes: u64,
    pixels: u64,
}

/// The pictures beside one file. Each is looked at once, however often the file names it.
pub(super) struct Pictures<'a> {
    folder: &'a Path,
    look: Look,
    checked: RefCell<HashMap<String, Result<(), ImageFault>>>,
    all: Cell<Size>,
}

impl<'a> Pictures<'a> {
    pub(super) fn beside(folder: &'a Path, look: Look) -> Self {
        Self {
            folder,
            look,
            checked: RefCell::default(),
            all: Cell::default(),
        }
    }

    pub(super) fn check(&self, path: &str) -> Result<(), ImageFault> {
        if let Some(&known) = self.checked.borrow().get(path) {
            return known;
        }
        let checked = self.within_limits(path);
        self.checked.borrow_mut().insert(path.to_owned(), checked);
        checked
    }

    fn within_limits(&self, path: &str) -> Result<(), ImageFault> {
        let is_enough = |all: Size| all.bytes > MOST_PICTURE_BYTES || all.pixels > MOST_PIXELS;
        let before = self.all.get();
        if is_enough(before) {
            return Err(ImageFault::TooMuchInAll);
        }
        let size = (self.look)(self.folder, path)?;
        let all = Size {
            bytes: before.bytes + size.bytes,
            pixels: before.pixels + size.pixels,
        };
        self.all.set(all);
        if is_enough(all) {
            return Err(ImageFault::TooMuchInAll);
        }
        Ok(())
    }
}

/// The picture at `path`, relative to `folder`, as it is shown: upright, and with at most so many
/// pixels in width and height. Takes long enough to be kept off a thread that draws.
///
/// The picture may come from anyone: no link leads out of the folder, its size is known before
/// anything is allocated for it, and a decoder that panics costs no more than the picture.
///
/// # Errors
/// Why it can't be shown.
pub fn picture(folder: &Path, path: &str, most: [u32; 2]) -> Result<RgbaImage, ImageFault> {
    let file = open(&inside(folder, path)?, LARGEST_PICTURE)?;
    surviving(|| Ok(decode(&kept(file, Extent::Whole)?, SHOWN)?.shown(most)))
}

/// A photograph from anywhere in shades of grey, as the camera was held.
///
/// # Errors
/// Why it can't be looked through.
pub fn photograph(path: &Path) -> Result<GrayImage, ImageFault> {
    let file = open(path, LARGEST_PHOTOGRAPH)?;
    surviving(|| {
        let decoded = decode(&kept(file, Extent::Whole)?, LOOKED_THROUGH)?;
        Ok(grey(decoded.picture))
    })
}

/// In shades of grey. What can be seen through shows white, as in a picture of a routine.
fn grey(picture: DynamicImage) -> GrayImage {
    if !picture.color().has_alpha() {
        return picture.into_luma8();
    }
    let picture = picture.into_luma_alpha8();
    let (width, height) = picture.dimensions();
    GrayImage::from_fn(width, height, |x, y| {
        let mut pixel = LumaA([255, 255]);
        pixel.blend(picture.get_pixel(x, y));
        pixel.to_luma()
    })
}

/// Looks at a picture's beginning: whether it is there, which form it has and how large it is.
/// Quick enough for every picture of every routine. The rest may still be damaged.
pub(super) fn measure(folder: &Path, path: &str) -> Result<Size, ImageFault> {
    measured(&inside(folder, path)?)
}

fn measured(place: &Path) -> Result<Size, ImageFault> {
    let file = open(place, LARGEST_PICTURE)?;
    let bytes = file.metadata().map_err(|error| fault(&error))?.len();
    surviving(|| {
        let (width, height) = decoder(&kept(file, Extent::Size)?, SHOWN)?.dimensions();
        let pixels = u64::from(width) * u64::from(height);
        Ok(Size { bytes, pixels })
    })
}

/// Looks at the whole of a picture.
pub(super) fn examine(folder: &Path, path: &str) -> Result<Size, ImageFault> {
    examine_at(&inside(folder, path)?)
}

/// The same of a picture that lies anywhere.
pub(super) fn examine_at(place: &Path) -> Result<Size, ImageFault> {
    let size = measured(place)?;
    let file = open(place, LARGEST_PICTURE)?;
    surviving(|| check(&kept(file, Extent::Whole)?))?;
    let bytes = disk::read(place).map_err(|error| fault(&error))?;
    if jpeg::is_cut_off(&bytes) {
        return Err(ImageFault::Undecodable);
    }
    Ok(size)
}

/// The file of a picture that can be shown, byte for byte.
///
/// # Errors
/// Why it can't be shown.
pub fn picture_file(folder: &Path, path: &str) -> Result<Vec<u8>, ImageFault> {
    examine(folder, path)?;
    disk::read(&inside(folder, path)?).map_err(|error| fault(&error))
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
        // Made smaller first: to turn a large one takes as much memory again.
        let (width, height) = if is_on_its_side(self.orientation) {
            (height, width)
        } else {
            (width, height)
        };
        if picture.width() > width || picture.height() > height {
            picture = picture.thumbnail(width, height);
        }
        picture.apply_orientation(self.orientation);
        picture.into_rgba8()
    }
}

fn is_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// What a decoder gives; one that panics has not decoded.
fn surviving<T>(decode: impl FnOnce() -> Result<T, ImageFault>) -> Result<T, ImageFault> {
    // Nothing that the decoder worked on is looked at again.
    contained(decode).unwrap_or(Err(ImageFault::Undecodable))
}

/// The real place of a picture, if it is in the folder or below it.
fn inside(folder: &Path, path: &str) -> Result<PathBuf, ImageFault> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = fs::canonicalize(folder).map_err(|error| fault(&error))?;
    let place = fs::canonicalize(there(&folder, path));
    let place = place.map_err(|error| fault(&error))?;
    if place.starts_with(&folder) {
        Ok(place)
    } else {
        Err(ImageFault::Outside)
    }
}

/// The place of a picture beside a routine, in the spelling that the disk has of it.
pub(super) fn there(folder: &Path, path: &str) -> PathBuf {
    let place = folder.join(path);
    if place.exists() {
        return place;
    }
    spelt(folder, path).unwrap_or(place)
}

/// The place of a path with each name spelt as it is on the disk, where the letters of a name may be
/// taken apart; those of a routine never are.
fn spelt(folder: &Path, path: &str) -> Option<PathBuf> {
    if path.is_ascii() {
        return None;
    }
    let mut place = folder.to_owned();
    for part in path.split('/') {
        let items = fs::read_dir(&place).ok()?.flatten();
        let is_it = |name: &OsString| name.to_str().is_some_and(|name| composed(name) == part);
        place.push(items.map(|item| item.file_name()).find(is_it)?);
    }
    Some(place)
}

fn open(place: &Path, largest: u64) -> Result<File, ImageFault> {
    // Asked before opening: to open a pipe would wait for its other end.
    let metadata = fs::metadata(place).map_err(|error| fault(&error))?;
    if !metadata.is_file() {
        return Err(ImageFault::Undecodable);
    }
    if metadata.len() > largest {
        return Err(ImageFault::TooManyBytes);
    }
    File::open(place).map_err(|error| fault(&error))
}

/// What of a file is decoded.
fn kept(file: File, extent: Extent) -> Result<Vec<u8>, ImageFault> {
    pixels(&mut BufReader::new(file), extent).map_err(|error| refused(error.into()))
}

/// A decoder that has read a picture's beginning, and found its size within the limits.
fn decoder(bytes: &[u8], most: Most) -> Result<impl ImageDecoder, ImageFault> {
    let Most { side, memory } = most;
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| fault(&error))?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(ImageFault::Undecodable);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(side);
    limits.max_image_height = Some(side);
    limits.max_alloc = Some(8 * u64::from(side) * u64::from(side));
    reader.limits(limits.clone());
    let limited = || {
        let mut decoder = reader.into_decoder()?;
        // What the decoder may use besides the picture itself.
        limits.reserve(decoder.total_bytes())?;
        decoder.set_limits(limits)?;
        Ok(decoder)
    };
    let decoder = limited().map_err(refused)?;
    let taken = decoder.total_bytes() + jpeg::besides_the_picture(bytes);
    // A PNG that is shown is checked row by row.
    let is_by_rows = png::is_png(bytes) && side == SHOWN.side;
    if !is_by_rows && taken > memory {
        return Err(ImageFault::TooMuchMemory);
    }
    Ok(decoder)
}

fn check(bytes: &[u8]) -> Result<(), ImageFault> {
    if png::is_png(bytes) {
        // Its size is within the limits.
        decoder(bytes, SHOWN)?;
        png::check(bytes)
    } else {
        decode(bytes, SHOWN).map(drop)
    }
}

fn decode(bytes: &[u8], most: Most) -> Result<Decoded, ImageFault> {
    let mut decoder = decoder(bytes, most)?;
    // A picture that does not say it well is shown as it is.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = if png::is_png(bytes) {
        drop(decoder);
        png::decode(bytes)?
    } else {
        DynamicImage::from_decoder(decoder).map_err(refused)?
    };
    Ok(Decoded {
        picture,
        orientation,
    })
}

fn refused(error: ImageError) -> ImageFault {
    match error {
        ImageError::Limits(_) => ImageFault::TooManyPixels,
        ImageError::IoError(error) if error.kind() != io::ErrorKind::UnexpectedEof => fault(&error),
        _ => ImageFault::Undecodable,
    }
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
    use image::ImageEncoder as _;
    use image::codecs::jpeg::JpegEncoder;

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
        save("ru\u{308}cken.png", 8, 8);
        assert_eq!(
            picture("r\u{fc}cken.png"),
            Ok(()),
            "however its name is spelt"
        );
        assert_eq!(picture("r\u{fc}ssel.png"), Err(ImageFault::Absent));
        fs::write(folder.path().join("text.png"), "not a picture").unwrap();
        assert_eq!(picture("text.png"), Err(ImageFault::Undecodable));
    }

    #[test]
    fn a_picture_that_was_taken_sideways_stands_upright() {
        // A wide picture, white on the left, of a camera that was held on its side: what it has on
        // the left belongs on the top.
        let shade = |x| image::Luma([if x < 16 { 255 } else { 0 }]);
        let wide = image::GrayImage::from_fn(32, 16, |x, _| shade(x));
        let folder = tempfile::tempdir().unwrap();
        let file = File::create(folder.path().join("knee.jpg")).unwrap();
        let mut encoder = JpegEncoder::new(file);
        encoder
            .set_exif_metadata(TURNED_A_QUARTER.to_vec())
            .unwrap();
        wide.write_with_encoder(encoder).unwrap();
        let shown = picture(folder.path(), "knee.jpg", [100, 60]).unwrap();
        assert_eq!(shown.dimensions(), (16, 32));
        let is_white = |x, y| shown.get_pixel(x, y)[0] > 128;
        assert!(is_white(2, 2) && is_white(13, 2));
        assert!(!is_white(2, 29) && !is_white(13, 29));
    }

    /// Exif with one entry: the orientation 6.
    const TURNED_A_QUARTER: [u8; 26] =
        *b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";

    #[test]
    fn a_jpeg_that_was_cut_off_is_damaged_wherever_its_end_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("knee.jpg");
        let noise = image::GrayImage::from_fn(64, 64, |x, y| image::Luma([(x * y % 251) as u8]));
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new(&mut bytes);
        // A small picture of a camera's, in what it says of the picture.
        let small = b"\xff\xd8\xff\xda\0\x02\xff\xd9";
        encoder.set_exif_metadata(small.to_vec()).unwrap();
        noise.write_with_encoder(encoder).unwrap();
        let examined = |bytes: &[u8]| {
            fs::write(&path, bytes).unwrap();
            examine(folder.path(), "knee.jpg")
        };
        assert!(examined(&bytes).is_ok());
        assert!(examined(&[&bytes[..], b"more of the camera's"].concat()).is_ok());
        for lost in [1, 2, 3, 500, 1_000] {
            let cut = &bytes[..bytes.len() - lost];
            assert_eq!(examined(cut), Err(ImageFault::Undecodable), "{lost}");
        }
    }

    #[test]
    fn a_jpeg_in_passes_is_refused_where_all_of_it_would_take_too_much_memory() {
        let folder = tempfile::tempdir().unwrap();
        let mut plain = Vec::new();
        let encoder = JpegEncoder::new(&mut plain);
        let small = image::RgbImage::new(8, 8);
        small.write_with_encoder(encoder).unwrap();
        let frame = plain.windows(2).position(|it| it == b"\xff\xc0").unwrap();
        let measured = |kind, side: u16| {
            let mut bytes = plain.clone();
            bytes[frame + 1] = kind;
            bytes[frame + 5..frame + 7].copy_from_slice(&side.to_be_bytes());
            bytes[frame + 7..frame + 9].copy_from_slice(&side.to_be_bytes());
            fs::write(folder.path().join("knee.jpg"), bytes).unwrap();
            measure(folder.path(), "knee.jpg").map(|size| size.pixels)
        };
        let (in_one, in_passes) = (0xc0, 0xc2);
        assert_eq!(measured(in_one, 4_096), Ok(4_096 * 4_096));
        assert_eq!(measured(in_passes, 2_400), Ok(2_400 * 2_400));
        assert_eq!(measured(in_passes, 4_096), Err(ImageFault::TooMuchMemory));
    }

    #[test]
    fn a_picture_whose_profile_can_not_be_unpacked_is_shown_without_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("knee.png");
        RgbaImage::new(4, 2).save(&path).unwrap();
        let plain = fs::read(&path).unwrap();
        let (before, after) = plain.split_at(33);
        // A program that opened it now would find it damaged.
        let profile = b"\0\0\0\x0aiCCPk\0\0no zlibsum!";
        fs::write(&path, [before, &profile[..], after].concat()).unwrap();
        let size = measure(folder.path(), "knee.png").unwrap();
        assert_eq!(size.pixels, 8);
        assert!(examine(folder.path(), "knee.png").is_ok());
        assert!(picture(folder.path(), "knee.png", [9, 9]).is_ok());
    }

    #[test]
    fn the_pictures_of_a_file_have_a_limit_together_and_those_after_it_are_not_opened() {
        let look: Look = |_, path| match path {
            "never.png" => panic!("opened"),
            _ => Ok(Size {
                bytes: 8 << 20,
                pixels: 1,
            }),
        };
        let pictures = Pictures::beside(Path::new(""), look);
        for number in 0..16 {
            assert_eq!(pictures.check(&number.to_string()), Ok(()));
            assert_eq!(pictures.check("0"), Ok(()), "counted once");
        }
        for path in ["last.png", "never.png"] {
            assert_eq!(pictures.check(path), Err(ImageFault::TooMuchInAll));
        }
    }

    #[test]
    fn a_decoder_that_panics_costs_the_picture_alone() {
        let decoded: Result<(), _> = surviving(|| panic!("on purpose"));
        assert_eq!(decoded, Err(ImageFault::Undecodable));
        assert_eq!(surviving(|| Ok(1)), Ok(1));
    }
}
