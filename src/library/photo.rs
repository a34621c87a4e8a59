//! A routine's pictures as they are printed and handed on: small, upright, and without what a camera writes into them.

use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{Pixel as _, Rgb, RgbImage, Rgba, RgbaImage};

use super::picture;
use crate::document::Photo;
use crate::routine::ImageFault;

/// Sharp in a picture that is a hand wide on paper.
const MOST: [u32; 2] = [900, 700];
/// Of 100: nobody sees what it leaves out on paper.
const QUALITY: u8 = 82;

/// The picture at `path`, relative to `folder`.
///
/// # Errors
/// Why it can't be shown.
pub fn photo(folder: &Path, path: &str) -> Result<Photo, ImageFault> {
    let picture = on_white(&picture(folder, path, MOST)?);
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    let written = picture.write_with_encoder(encoder);
    written.map_err(|_| ImageFault::Undecodable)?;
    let (width, height) = picture.dimensions();
    Ok(Photo {
        jpeg,
        width,
        height,
    })
}

/// What can be seen through shows the paper.
fn on_white(picture: &RgbaImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    RgbImage::from_fn(width, height, |x, y| {
        let mut pixel = Rgba([255; 4]);
        pixel.blend(picture.get_pixel(x, y));
        let Rgba([red, green, blue, _]) = pixel;
        Rgb([red, green, blue])
    })
}
