//! PNG pictures, in less memory than `image` takes for them: checked a row at a time, and decoded in at
//! most eight bits of a colour.

use std::io::Cursor;

use ::png::{ColorType, Decoder, DecodingError, Limits, Reader, Transformations};
use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbImage, RgbaImage};

use crate::routine::ImageFault;

/// What the decoder may keep besides the pixels: rows, and what is yet to be unpacked.
const BESIDES: usize = 4 * 1024 * 1024;

pub(super) fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
}

/// Decodes all of a picture and keeps none of it.
///
/// # Errors
/// It is damaged.
pub(super) fn check(bytes: &[u8]) -> Result<(), ImageFault> {
    let mut reader = reader(bytes)?;
    while reader.next_row().map_err(|error| fault(&error))?.is_some() {}
    Ok(())
}

/// Decodes a picture whose size was found within the limits.
///
/// # Errors
/// It is damaged.
pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage, ImageFault> {
    let mut reader = reader(bytes)?;
    let length = reader.output_buffer_size();
    let mut pixels = vec![0; length.ok_or(ImageFault::TooManyPixels)?];
    let frame = reader
        .next_frame(&mut pixels)
        .map_err(|error| fault(&error))?;
    let (width, height) = (frame.width, frame.height);
    let picture = match frame.color_type {
        ColorType::Grayscale => GrayImage::from_raw(width, height, pixels).map(Into::into),
        ColorType::GrayscaleAlpha => {
            GrayAlphaImage::from_raw(width, height, pixels).map(Into::into)
        }
        ColorType::Rgb => RgbImage::from_raw(width, height, pixels).map(Into::into),
        ColorType::Rgba => RgbaImage::from_raw(width, height, pixels).map(Into::into),
        // Expanded into one of the others.
        ColorType::Indexed => None,
    };
    picture.ok_or(ImageFault::Undecodable)
}

fn reader(bytes: &[u8]) -> Result<Reader<Cursor<&[u8]>>, ImageFault> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: BESIDES });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.read_info().map_err(|error| fault(&error))
}

fn fault(error: &DecodingError) -> ImageFault {
    match error {
        DecodingError::LimitsExceeded => ImageFault::TooManyPixels,
        _ => ImageFault::Undecodable,
    }
}

#[cfg(test)]
mod tests {
    use image::{ImageBuffer, ImageFormat, Luma, LumaA, Rgb, Rgba};

    use super::*;

    fn encoded(picture: impl Into<DynamicImage>) -> (DynamicImage, Vec<u8>) {
        let picture = picture.into();
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        (picture, bytes.into_inner())
    }

    #[test]
    fn every_kind_of_picture_is_checked_and_decoded_as_it_was_made() {
        let shade = |x: u32, y: u32| u8::try_from(x * 7 % 200 + y).unwrap();
        let deep = |x, y| u16::from(shade(x, y)) * 257;
        for (picture, bytes) in [
            encoded(ImageBuffer::from_fn(9, 5, |x, y| Luma([shade(x, y)]))),
            encoded(ImageBuffer::from_fn(9, 5, |x, y| LumaA([shade(x, y), 90]))),
            encoded(ImageBuffer::from_fn(9, 5, |x, y| Rgb([shade(x, y), 3, 0]))),
            encoded(ImageBuffer::from_fn(9, 5, |x, y| {
                Rgba([shade(x, y), 3, 0, 90])
            })),
            encoded(ImageBuffer::from_fn(9, 5, |x, y| Luma([deep(x, y)]))),
            encoded(ImageBuffer::from_fn(9, 5, |x, y| {
                Rgba([deep(x, y), 0, 65_535, 257])
            })),
        ] {
            let kind = picture.color();
            assert_eq!(check(&bytes), Ok(()), "{kind:?}");
            let decoded = decode(&bytes).unwrap();
            assert_eq!(decoded.into_rgba8(), picture.into_rgba8(), "{kind:?}");
            // In the pixels, and in what says how many there are.
            for at in [bytes.len() - 20, 17] {
                let mut damaged = bytes.clone();
                damaged[at] ^= 0x55;
                assert!(check(&damaged).is_err(), "{kind:?} {at}");
                assert!(decode(&damaged).is_err(), "{kind:?} {at}");
            }
            let cut = &bytes[..bytes.len() - 24];
            assert!(check(cut).is_err() && decode(cut).is_err(), "{kind:?}");
        }
    }

    #[test]
    fn a_picture_of_sixteen_bits_takes_no_more_memory_than_one_of_eight() {
        let (_, bytes) = encoded(ImageBuffer::<Rgba<u16>, _>::new(64, 64));
        assert_eq!(
            reader(&bytes).unwrap().output_buffer_size(),
            Some(64 * 64 * 4)
        );
    }
}
