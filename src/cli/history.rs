//! Prints the record.

use super::{Context, Failure};

/// What of the record to print, and how.
pub(super) struct Choice {
    pub json: bool,
    pub csv: bool,
    pub since: Option<jiff::civil::Date>,
    pub routine: Option<String>,
}

pub(super) fn run(context: &Context, choice: Choice) -> Result<(), Failure> {
    let _ = (
        context,
        choice.json,
        choice.csv,
        choice.since,
        choice.routine,
    );
    Ok(())
}
