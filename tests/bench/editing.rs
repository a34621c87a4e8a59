//! An edit of the largest routine, until its mistakes are known.

use std::fmt::Write as _;

use supple::editing::{Edit, Editing, Part, Value};
use supple::exercises;
use supple::routine::{ImageFault, MOST_EXERCISES, Surroundings};

use crate::figures::{Times, figure, heading, in_words};

const EDITS: usize = 200;

pub(crate) fn run() {
    heading("Editing a routine of 200 exercises");
    let surroundings = Surroundings {
        stem: "largest",
        today: jiff::civil::Date::constant(2026, 1, 1),
        image: &|_| Err(ImageFault::Absent),
    };
    let mut editing = Editing::open(largest().as_bytes(), &surroundings).unwrap();
    let hold = Part::exercise(MOST_EXERCISES / 2).field("hold");
    let mut number = 0;
    let mut edit = |text: &str| {
        number += 1;
        let value = Value::text(format!("{number}{text}"));
        editing
            .apply(&Edit::Set(hold.clone(), value), &surroundings)
            .unwrap();
        editing.settle();
        editing.at(&hold).count()
    };
    let good = Times::of(EDITS, || {
        edit("s");
    });
    figure(
        "an edit until its mistakes are known",
        &in_words(good.median()),
    );
    let bad = Times::of(EDITS, || assert_eq!(edit("o s"), 1));
    figure("the same of one with a mistake", &in_words(bad.median()));
}

/// Exercises of the library, written out.
fn largest() -> String {
    let mut text = "format = 1\ntitle = \"Largest\"\n".to_owned();
    let ids = exercises::ids();
    for (number, id) in ids.iter().cycle().take(MOST_EXERCISES).enumerate() {
        let exercise = exercises::text(id, "en").unwrap();
        let own = exercise.replace(
            &format!("id = \"{id}\""),
            &format!("id = \"{id}-{number}\""),
        );
        write!(text, "\n{own}").unwrap();
    }
    text
}
