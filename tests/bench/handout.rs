//! A routine of six exercises as a sheet to hand out.
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a picture is small"
)]

use std::sync::Arc;

use supple::document::{Paper, Sheet, html};
use supple::handout;
use supple::pdf;
use supple::receive::{self, Form};
use supple::routine::{Surroundings, read};
use supple::share::code;
use supple::words::Words;

use crate::figures::{Times, figure, heading, in_words};

const RUNS: usize = 30;

const ROUTINE: &str = "format = 1
title = \"Six exercises\"
author = { name = \"A. Physiotherapist\", contact = \"555 0134\" }
schedule = { times_per_day = 2, review_on = 2099-01-04 }
[[exercise]]
use = \"knee-to-chest\"
[[exercise]]
use = \"lower-back-rotation\"
[[exercise]]
use = \"pelvic-tilt\"
[[exercise]]
use = \"bridge\"
[[exercise]]
use = \"bird-dog\"
[[exercise]]
use = \"hamstring-lying-towel\"
left = { reps = 3 }
right = { reps = 2 }
";

pub(crate) fn run() {
    let surroundings = Surroundings {
        stem: "six",
        today: jiff::civil::date(2026, 11, 22),
        image: &|_| Ok(()),
    };
    let routine = read(ROUTINE.as_bytes(), &surroundings).routine.unwrap();
    let sheet = Sheet {
        paper: Paper::A4,
        large_print: false,
    };
    heading("A handout of six exercises");
    let code = || code::of("six", ROUTINE.as_bytes()).map(Arc::new);
    let mut size = 0;
    let page = Times::of(RUNS, || {
        let document = handout::document(&Words::of("en"), &routine, &|_| None, code());
        size = html::page(&document, sheet).len();
    });
    let time = in_words(page.median());
    figure("as HTML", &format!("{time}, {} kB", size / 1000));
    let pages = Times::of(RUNS, || {
        let document = handout::document(&Words::of("en"), &routine, &|_| None, code());
        size = pdf::write(&document, sheet).unwrap().bytes.len();
    });
    let time = in_words(pages.median());
    figure("as PDF", &format!("{time}, {} kB", size / 1000));
    let code = code().unwrap();
    let (modules, width) = (code.side(), code.width_in_mm());
    figure("its code", &format!("{modules} modules, {width:.0} mm"));
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("photo.jpg");
    std::fs::write(&photo, photograph()).unwrap();
    let read = Times::of(5, || {
        let received = receive::open(&photo).unwrap();
        assert_eq!(received.form, Form::Code);
    });
    let time = in_words(read.median());
    figure("its code read from a photo of 12 megapixels", &time);
}

/// A photograph of twelve million pixels in which a sheet with a code lies askew, as a file.
fn photograph() -> Vec<u8> {
    const MODULE: f32 = 6.0;
    let code = code::of("six", ROUTINE.as_bytes()).unwrap();
    let (sin, cos) = 12_f32.to_radians().sin_cos();
    let mut is_dark = vec![false; code.side() * code.side()];
    for (x, y, length) in code.dark() {
        is_dark[y * code.side() + x..][..length].fill(true);
    }
    let mut random = fastrand::Rng::with_seed(1);
    let picture = image::GrayImage::from_fn(4_000, 3_000, |x, y| {
        let (x, y) = (x as f32 - 2_500.0, y as f32 - 1_200.0);
        let [left, top] = [cos * x + sin * y, cos * y - sin * x];
        let is_paper = left > -1_600.0 && left < 900.0 && top > -1_000.0 && top < 1_500.0;
        let [column, row] = [left, top].map(|at| (at / MODULE).floor());
        let side = code.side() as f32;
        let is_code = (0.0..side).contains(&column) && (0.0..side).contains(&row);
        let is_dark = is_code && is_dark[row as usize * code.side() + column as usize];
        let shade = match (is_dark, is_paper) {
            (true, _) => 35,
            (false, true) => 220,
            (false, false) => 110,
        };
        image::Luma([shade + random.u8(..20)])
    });
    let mut jpeg = Vec::new();
    let picture = image::DynamicImage::from(picture).into_rgb8();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 85);
    picture.write_with_encoder(encoder).unwrap();
    jpeg
}
