//! What the format promises, case by case.

mod grammar;
mod groups;
mod hostile;
mod language;
mod library;
mod limits;
mod mistakes;
mod reading;
mod side_words;
mod used_again;
mod when;

#[path = "../../../../tests/support/routine_files.rs"]
mod routine_files;

use super::Reading;
use routine_files::{file, read_bytes, read_text};

fn codes(reading: &Reading) -> Vec<&'static str> {
    let diagnostics = reading.diagnostics.iter();
    diagnostics
        .map(|diagnostic| diagnostic.mistake.code())
        .collect()
}
