//! The code on a handout, read from a picture of it: turned, skewed and badly lit as it may be.

use std::path::Path;

use image::{GrayImage, imageops};
use rxing::common::HybridBinarizer;
use rxing::multi::MultipleBarcodeReader as _;
use rxing::qrcode::cpp_port::QrReader;
use rxing::qrcode::cpp_port::detector::FindFinderPatterns;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8LuminanceSource};

use crate::contain::contained;
use crate::library;
use crate::routine::ImageFault;
use crate::share::code::{self, Carried, CodeFault};
use crate::words::Message;

/// Why there is no routine to be had from a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoFault {
    /// It is no PNG or JPEG, or not a whole one.
    Damaged,
    /// It is larger than what a camera makes.
    TooLarge,
    /// The system won't let it be read.
    Unreadable,
    /// No code is seen in it.
    NoCode,
    /// Codes of several routines are seen in it, and nobody can tell which of them is meant.
    SeveralCodes,
    /// A code is seen in it, and no routine in that.
    Code(CodeFault),
}

impl PhotoFault {
    /// What is wrong and what to do, for the person.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Damaged => "photo-damaged",
            Self::TooLarge => "photo-too-large",
            Self::Unreadable => "photo-unreadable",
            Self::NoCode => "photo-no-code",
            Self::SeveralCodes => "photo-several-codes",
            Self::Code(CodeFault::Foreign) => "photo-foreign",
            Self::Code(CodeFault::Newer) => "photo-newer",
            Self::Code(CodeFault::Damaged) => "photo-unclear",
        })
    }
}

impl From<ImageFault> for PhotoFault {
    fn from(fault: ImageFault) -> Self {
        match fault {
            ImageFault::TooManyBytes
            | ImageFault::TooManyPixels
            | ImageFault::TooMuchMemory
            | ImageFault::TooMuchInAll => Self::TooLarge,
            ImageFault::Absent | ImageFault::Unreadable | ImageFault::Outside => Self::Unreadable,
            ImageFault::Undecodable => Self::Damaged,
        }
    }
}

/// Whether a file begins as a picture does.
pub(super) fn is_picture(begins: &[u8]) -> bool {
    begins.starts_with(b"\x89PNG\r\n\x1a\n") || begins.starts_with(b"\xff\xd8\xff")
}

/// The routine in the code that a picture shows.
pub(super) fn read(path: &Path) -> Result<Carried, PhotoFault> {
    find(library::photograph(path)?)
}

/// The longest sides, in pixels, at which a picture is looked through: first made small, where noise and the grain of
/// the paper are gone, and at last with all that there is to see.
const SIDES: [u32; 4] = [1_000, 1_700, 2_800, u32::MAX];
/// Those for one with its shades turned round, as a screen in the dark shows a sheet.
const SIDES_TURNED_ROUND: [u32; 3] = [1_000, 1_700, 2_800];

fn find(mut picture: GrayImage) -> Result<Carried, PhotoFault> {
    let found = look_through(&picture, &SIDES);
    if found != Err(PhotoFault::NoCode) {
        return found;
    }
    imageops::invert(&mut picture);
    look_through(&picture, &SIDES_TURNED_ROUND)
}

fn look_through(picture: &GrayImage, sides: &[u32]) -> Result<Carried, PhotoFault> {
    let mut found = Err(PhotoFault::NoCode);
    for &longest in sides {
        let made_smaller = smaller(picture, longest);
        let looked_at = made_smaller.as_ref().unwrap_or(picture);
        // Whatever is in the picture of a stranger, it costs no more than the picture.
        for data in contained(|| codes(looked_at)).unwrap_or_default() {
            match (code::read(&data), &found) {
                (Ok(contents), Ok(other)) if contents != *other => {
                    return Err(PhotoFault::SeveralCodes);
                }
                (Ok(contents), _) => found = Ok(contents),
                (Err(_), Ok(_)) => {}
                // One of ours says more of what is wrong than any other.
                (Err(CodeFault::Foreign), Err(fault)) if *fault != PhotoFault::NoCode => {}
                (Err(fault), _) => found = Err(PhotoFault::Code(fault)),
            }
        }
        if made_smaller.is_none() {
            break;
        }
    }
    found
}

/// The picture with its longest side of that length; `None` if it is no longer.
fn smaller(picture: &GrayImage, longest: u32) -> Option<GrayImage> {
    let (width, height) = picture.dimensions();
    let side = width.max(height);
    let scaled = |length: u32| {
        let scaled = u64::from(length) * u64::from(longest) / u64::from(side);
        u32::try_from(scaled).unwrap_or(1).max(1)
    };
    (side > longest).then(|| imageops::thumbnail(picture, scaled(width), scaled(height)))
}

/// More corners of codes than this are in no photograph of a sheet, whatever is taken for one.
const MOST_CORNERS: usize = 200;

/// What the codes in a picture say.
fn codes(picture: &GrayImage) -> Vec<Vec<u8>> {
    let (width, height) = picture.dimensions();
    let Ok(source) = Luma8LuminanceSource::new(picture.as_raw().clone(), width, height) else {
        return Vec::new();
    };
    let hints = DecodeHints {
        PossibleFormats: Some([BarcodeFormat::QR_CODE].into()),
        TryHarder: Some(true),
        ..DecodeHints::default()
    };
    let mut seen = BinaryBitmap::new(HybridBinarizer::new(source));
    // Each three of them may be a code: a picture made of corners would be looked through for minutes.
    if FindFinderPatterns(seen.get_black_matrix(), true, 0).len() > MOST_CORNERS {
        return Vec::new();
    }
    let found = QrReader.decode_multiple_with_hints(&mut seen, &hints);
    let found = found.unwrap_or_default().into_iter();
    found.map(|code| code.getRawBytes().to_vec()).collect()
}

#[cfg(test)]
mod tests;
