//! The pictures that were taken before, and how a new one is compared with them. All there is to set
//! about it is here.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{Pixel as _, Rgb, RgbImage};

/// The edges of letters and shapes are kept with channels in steps of so many, of 255, which takes a
/// sixth less room and can't be seen.
const STEP: u8 = 3;
/// A colour of so many pixels is a ground, and kept as it is.
const GROUND: usize = 1000;
/// A channel of a pixel may differ by so much: half a step, and processors may round otherwise.
const TOLERANCE: u8 = 3;
/// So many pixels may differ by more.
const MOST: usize = 20;

/// What is wrong with a picture, told so that it can be looked at; `None` if it is as it was.
///
/// With `UPDATE_SNAPSHOTS=1` it is taken anew instead, if it differs.
pub(crate) fn compare(name: &str, picture: &RgbImage) -> Option<String> {
    let kept = folder().join(format!("{name}.png"));
    let fault = match image::open(&kept) {
        Ok(before) => fault(&before.to_rgb8(), picture),
        Err(error) => Some(Fault {
            what: format!("can't be compared with {}: {error}", kept.display()),
            marked: None,
        }),
    }?;
    if std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|update| update != "0") {
        save(&kept, &coarser(picture));
        return None;
    }
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    let now = new.join(format!("{name}.png"));
    save(&now, picture);
    let mut reported = vec![
        format!("{name} {}", fault.what),
        format!("  as it is now: {}", now.display()),
    ];
    if let Some(marked) = fault.marked {
        let place = new.join(format!("{name}.differs.png"));
        save(&place, &marked);
        reported.push(format!("  what differs: {}", place.display()));
    }
    Some(reported.join("\n"))
}

/// What to do about pictures that differ.
pub(crate) const ADVICE: &str = "If that is as it should look, take the pictures anew with\n  \
                                 UPDATE_SNAPSHOTS=1 cargo test --test pictures";

struct Fault {
    what: String,
    /// The picture in grey, with what differs in red.
    marked: Option<RgbImage>,
}

fn fault(before: &RgbImage, now: &RgbImage) -> Option<Fault> {
    if before.dimensions() != now.dimensions() {
        let (before, now) = (before.dimensions(), now.dimensions());
        return Some(Fault {
            what: format!("is {now:?} pixels large, and was {before:?}"),
            marked: None,
        });
    }
    let mut marked = now.clone();
    let mut differing = Vec::new();
    for ((x, y, pixel), old) in marked.enumerate_pixels_mut().zip(before.pixels()) {
        let channels = pixel.0.iter().zip(old.0);
        if channels.map(|(new, old)| new.abs_diff(old)).max() > Some(TOLERANCE) {
            differing.push((x, y));
            *pixel = Rgb([220, 0, 0]);
        } else {
            let grey = pixel
                .0
                .iter()
                .map(|channel| u16::from(*channel))
                .sum::<u16>()
                / 3;
            *pixel = Rgb([u8::try_from(grey / 2 + 127).unwrap_or(u8::MAX); 3]);
        }
    }
    let (left, right) = ends(differing.iter().map(|(x, _)| *x))?;
    let (top, bottom) = ends(differing.iter().map(|(_, y)| *y))?;
    (differing.len() > MOST).then(|| Fault {
        what: format!(
            "differs in {} pixels, from ({left}, {top}) to ({right}, {bottom})",
            differing.len()
        ),
        marked: Some(marked),
    })
}

fn coarser(picture: &RgbImage) -> RgbImage {
    let mut pixels_of: HashMap<Rgb<u8>, usize> = HashMap::new();
    for pixel in picture.pixels() {
        *pixels_of.entry(*pixel).or_default() += 1;
    }
    let mut picture = picture.clone();
    for pixel in picture.pixels_mut() {
        if pixels_of[pixel] < GROUND {
            *pixel = pixel.map(|channel| channel.saturating_add(STEP / 2) / STEP * STEP);
        }
    }
    picture
}

fn ends(values: impl Iterator<Item = u32> + Clone) -> Option<(u32, u32)> {
    Some((values.clone().min()?, values.max()?))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/kept")
}

fn save(path: &Path, picture: &RgbImage) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    // Letters on flat grounds are smallest as they are.
    let file = BufWriter::new(File::create(path).unwrap());
    let encoder =
        PngEncoder::new_with_quality(file, CompressionType::Level(9), FilterType::NoFilter);
    picture.write_with_encoder(encoder).unwrap();
}
