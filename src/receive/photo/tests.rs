//! Codes as cameras see them.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a picture of a test is small"
)]

use fastrand::Rng;
use image::codecs::jpeg::JpegEncoder;

use super::*;
use crate::document::Modules;

/// How a sheet with a code is photographed.
struct Shot {
    /// In degrees.
    turned: f64,
    /// How much farther off the right and the lower edge are.
    tilted: [f64; 2],
    /// Pixels for one module.
    module: f64,
    blur: f32,
    /// How much darker it is at one end.
    shadow: f64,
    noise: f64,
    /// Of the JPEG, of 100.
    quality: u8,
}

/// A photograph of a code on a sheet that lies on a table.
fn photograph(modules: &Modules, shot: &Shot, random: &mut Rng) -> Vec<u8> {
    let count = modules.side();
    let mut is_dark = vec![false; count * count];
    for (x, y, length) in modules.dark() {
        is_dark[y * count + x..][..length].fill(true);
    }
    let whole = (count + 2 * Modules::MARGIN) as f64;
    let side = (whole * shot.module * 1.9) as u32;
    let (sin, cos) = shot.turned.to_radians().sin_cos();
    let light_at = |x: f64, y: f64| {
        let [x, y] = [x, y].map(|it| it / f64::from(side) * 1.9 - 0.95);
        let far = 1.0 + shot.tilted[0] * x + shot.tilted[1] * y;
        let (x, y) = (x / far, y / far);
        let [left, top] = [cos * x + sin * y, cos * y - sin * x];
        let [left, top] = [left, top].map(|it| (it + 0.5) * whole - Modules::MARGIN as f64);
        let inside = |at: f64| (0.0..count as f64).contains(&at);
        if inside(left) && inside(top) {
            let dark = is_dark[top as usize * count + left as usize];
            if dark { 0.12 } else { 0.9 }
        } else if [left, top]
            .iter()
            .all(|at| (-9.0..count as f64 + 9.0).contains(at))
        {
            0.9
        } else {
            0.35 + 0.1 * (x * 40.0).sin() * (y * 50.0).cos()
        }
    };
    let mut picture = GrayImage::from_fn(side, side, |x, y| {
        let [x, y] = [x, y].map(f64::from);
        let light = light_at(x + 0.3, y + 0.4) + light_at(x + 0.7, y + 0.6);
        let shade = 1.0 - shot.shadow * (x + y) / f64::from(2 * side);
        image::Luma([(light * shade * 127.5) as u8])
    });
    if shot.blur > 0.0 {
        picture = imageops::fast_blur(&picture, shot.blur);
    }
    for pixel in picture.pixels_mut() {
        let noise = (random.f64() + random.f64() - 1.0) * shot.noise * 255.0;
        pixel.0[0] = (f64::from(pixel.0[0]) + noise).clamp(0.0, 255.0) as u8;
    }
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, shot.quality);
    picture.write_with_encoder(encoder).unwrap();
    jpeg
}

const STILL: Shot = Shot {
    turned: 0.0,
    tilted: [0.0, 0.0],
    module: 4.0,
    blur: 0.0,
    shadow: 0.0,
    noise: 0.0,
    quality: 90,
};

/// What is read of a picture file.
fn read_of(bytes: &[u8]) -> Result<Carried, PhotoFault> {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("IMG_0001.jpg");
    std::fs::write(&path, bytes).unwrap();
    read(&path)
}

/// Letters that don't pack well.
fn words(length: usize) -> Vec<u8> {
    let mut random = Rng::with_seed(3);
    std::iter::repeat_with(|| random.alphanumeric() as u8)
        .take(length)
        .collect()
}

#[test]
fn a_code_is_read_however_it_is_held_and_lit() {
    let mut random = Rng::with_seed(1);
    let turned = [0.0, 17.0, 45.0, 90.0, 133.0, 180.0, 261.0, 340.0];
    for (index, turned) in turned.into_iter().enumerate() {
        let text = words([100, 400, 800, 1_600][index % 4]);
        let modules = code::of("back", &text).unwrap();
        let shot = Shot {
            turned,
            tilted: [random.f64() * 0.4 - 0.2, random.f64() * 0.4 - 0.2],
            module: 5.0,
            blur: random.f32() * 1.2,
            shadow: random.f64() * 0.6,
            noise: random.f64() * 0.08,
            quality: 75,
        };
        let contents = read_of(&photograph(&modules, &shot, &mut random));
        let contents = contents.unwrap_or_else(|fault| panic!("{turned}: {fault:?}"));
        assert_eq!(contents.name, "back.toml");
        assert_eq!(contents.text, text);
    }
}

#[test]
fn another_code_no_code_and_half_a_code_are_told_apart() {
    let mut random = Rng::with_seed(2);
    let mut shown = |data: &[u8]| {
        let modules = code::drawn(data).unwrap();
        read_of(&photograph(&modules, &STILL, &mut random))
    };
    let of_code = |fault| Err(PhotoFault::Code(fault));
    assert_eq!(shown(b"https://example.org"), of_code(CodeFault::Foreign));
    assert_eq!(shown(b"Supple"), of_code(CodeFault::Foreign));
    assert_eq!(
        shown(b"Supple2 and what comes then"),
        of_code(CodeFault::Newer)
    );
    assert_eq!(
        shown(b"Supple1 and no routine"),
        of_code(CodeFault::Damaged)
    );
    let mut empty = Vec::new();
    let nothing = GrayImage::from_pixel(300, 300, image::Luma([200]));
    nothing
        .write_with_encoder(JpegEncoder::new(&mut empty))
        .unwrap();
    assert_eq!(read_of(&empty), Err(PhotoFault::NoCode));
    assert_eq!(
        read_of(b"\xff\xd8\xff no picture"),
        Err(PhotoFault::Damaged)
    );
}

#[test]
fn a_code_is_read_on_nothing_and_on_a_dark_screen() {
    let text = words(200);
    let modules = code::of("back", &text).unwrap();
    let jpeg = photograph(&modules, &STILL, &mut Rng::with_seed(6));
    let sheet = image::load_from_memory(&jpeg).unwrap().into_luma8();
    let mut turned_round = sheet.clone();
    imageops::invert(&mut turned_round);
    let (width, height) = sheet.dimensions();
    let on_nothing = image::GrayAlphaImage::from_fn(width, height, |x, y| {
        let is_dark = sheet.get_pixel(x, y).0[0] < 60;
        image::LumaA([0, if is_dark { 255 } else { 0 }])
    });
    for picture in [
        image::DynamicImage::from(turned_round),
        image::DynamicImage::from(on_nothing),
    ] {
        let mut png = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
        let contents = read_of(&png.into_inner()).unwrap();
        assert_eq!(contents.text, text);
    }
}

#[test]
fn codes_of_two_routines_in_one_picture_are_told_and_two_of_one_are_read() {
    let mut random = Rng::with_seed(7);
    let mut sheet = |text: &[u8], module| {
        let modules = code::of("back", text).unwrap();
        let shot = Shot { module, ..STILL };
        let jpeg = photograph(&modules, &shot, &mut random);
        image::load_from_memory(&jpeg).unwrap().into_luma8()
    };
    // The finer one is to be seen at a larger scale alone.
    let [coarse, fine] = [sheet(&words(60), 9.0), sheet(&words(900), 3.0)];
    let read_beside = |left: &GrayImage, right: &GrayImage| {
        let width = left.width() + right.width();
        let mut both =
            GrayImage::from_pixel(width, left.height().max(right.height()), image::Luma([90]));
        imageops::replace(&mut both, left, 0, 0);
        imageops::replace(&mut both, right, i64::from(left.width()), 0);
        let mut jpeg = Vec::new();
        both.write_with_encoder(JpegEncoder::new(&mut jpeg))
            .unwrap();
        read_of(&jpeg)
    };
    assert_eq!(read_beside(&coarse, &fine), Err(PhotoFault::SeveralCodes));
    assert_eq!(read_beside(&fine, &coarse), Err(PhotoFault::SeveralCodes));
    assert!(read_beside(&coarse, &coarse).is_ok());
}

#[test]
fn a_picture_that_claims_to_be_huge_is_refused_before_it_is_unpacked() {
    let mut jpeg = Vec::new();
    let small = GrayImage::new(8, 8);
    small
        .write_with_encoder(JpegEncoder::new(&mut jpeg))
        .unwrap();
    let frame = jpeg.windows(2).position(|it| it == b"\xff\xc0").unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    assert_eq!(read_of(&jpeg), Err(PhotoFault::TooLarge));
}

#[test]
fn whatever_is_in_a_picture_or_a_code_nothing_breaks_off() {
    let mut random = Rng::with_seed(4);
    let modules = code::of("back", &words(60)).unwrap();
    let whole = photograph(&modules, &STILL, &mut random);
    for _ in 0..60 {
        let mut bytes = whole.clone();
        for _ in 0..random.usize(1..20) {
            let at = random.usize(2..bytes.len());
            bytes[at] = random.u8(..);
        }
        // Whether it is read or why not is no matter.
        let _ = read_of(&bytes);
    }
    let data = code::packed("back", &words(300)).unwrap();
    for _ in 0..20_000 {
        let mut bytes = data.clone();
        for _ in 0..random.usize(1..4) {
            let at = random.usize(..bytes.len());
            bytes[at] ^= 1 << random.u8(..8);
        }
        bytes.truncate(random.usize(..=2 * bytes.len()));
        if let Ok(contents) = code::read(&bytes) {
            assert_eq!(contents.text, words(300), "the checksum tells");
        }
    }
}

#[test]
fn a_picture_made_of_corners_of_codes_is_not_looked_through_for_a_code_between_them() {
    let modules = code::of("back", b"title = \"T\"").unwrap();
    let mut jpeg = photograph(&modules, &STILL, &mut Rng::with_seed(5));
    assert!(read_of(&jpeg).is_ok(), "it is read alone");
    let sheet = image::load_from_memory(&jpeg).unwrap().into_luma8();
    let is_dark = |x: u32, y: u32| {
        let [x, y] = [x, y].map(|at| (at / 3 % 9).abs_diff(3));
        matches!(x.max(y), 0 | 1 | 3)
    };
    let side = 2 * sheet.width() + 600;
    let mut picture = GrayImage::from_fn(side, side, |x, y| {
        image::Luma([if is_dark(x, y) { 0 } else { 255 }])
    });
    let middle = i64::from((side - sheet.width()) / 2);
    imageops::replace(&mut picture, &sheet, middle, middle);
    jpeg.clear();
    picture
        .write_with_encoder(JpegEncoder::new(&mut jpeg))
        .unwrap();
    assert_eq!(read_of(&jpeg), Err(PhotoFault::NoCode));
}
