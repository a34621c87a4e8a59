//! Files of routines, written in a line or two.

use jiff::civil::date;

use crate::routine::{Reading, Surroundings, read};

/// Reads a file called `my-file` on 22 November 2026, where every image is there.
pub(crate) fn read_text(text: &str) -> Reading {
    read_bytes(text.as_bytes())
}

pub(crate) fn read_bytes(bytes: &[u8]) -> Reading {
    read(
        bytes,
        &Surroundings {
            stem: "my-file",
            today: date(2026, 11, 22),
            image: &|_| Ok(()),
        },
    )
}

/// A whole file around lines for its top and for its one exercise.
pub(crate) fn file(top: &str, exercise: &str) -> String {
    format!("format = 1\ntitle = \"Back\"\n{top}\n{EXERCISE}\n{exercise}\n")
}

const EXERCISE: &str =
    "[[exercise]]\nname = \"Bird dog\"\nfigure = \"bird-dog\"\ninstructions = [\"Lift.\"]";
