//! A routine of six exercises as a sheet to hand out.

use supple::document::{Paper, Sheet, html};
use supple::handout;
use supple::pdf;
use supple::routine::{Surroundings, read};

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
    let mut size = 0;
    let page = Times::of(RUNS, || {
        let document = handout::document(&routine, &|_| None, None);
        size = html::page(&document, sheet).len();
    });
    let time = in_words(page.median());
    figure("as HTML", &format!("{time}, {} kB", size / 1000));
    let pages = Times::of(RUNS, || {
        let document = handout::document(&routine, &|_| None, None);
        size = pdf::write(&document, sheet).unwrap().bytes.len();
    });
    let time = in_words(pages.median());
    figure("as PDF", &format!("{time}, {} kB", size / 1000));
}
