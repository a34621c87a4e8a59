//! What the format promises, case by case.

mod hostile;
mod limits;
mod mistakes;
mod reading;
mod rendering;
mod wording;

use jiff::civil::date;

use super::{Reading, Surroundings, read};

/// Reads a file called `my-file` on 22 November 2026, where every image is there.
fn read_text(text: &str) -> Reading {
    read_bytes(text.as_bytes())
}

fn read_bytes(bytes: &[u8]) -> Reading {
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
fn file(top: &str, exercise: &str) -> String {
    format!("format = 1\ntitle = \"Back\"\n{top}\n{EXERCISE}\n{exercise}\n")
}

const EXERCISE: &str =
    "[[exercise]]\nname = \"Bird dog\"\nfigure = \"bird-dog\"\ninstructions = [\"Lift.\"]";

fn codes(reading: &Reading) -> Vec<&'static str> {
    let diagnostics = reading.diagnostics.iter();
    diagnostics
        .map(|diagnostic| diagnostic.mistake.code())
        .collect()
}
