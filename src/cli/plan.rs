//! Prints the timed steps of a routine.

use super::{Context, Failure};

pub(super) fn run(context: &Context, routine: &std::ffi::OsStr, json: bool) -> Result<(), Failure> {
    let _ = (context, routine, json);
    Ok(())
}
