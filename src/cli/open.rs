//! Opens the window.

use super::{Context, Failure};

pub(super) fn run(
    context: &Context,
    routine: Option<&std::ffi::OsStr>,
    start: bool,
) -> Result<(), Failure> {
    let _ = (context, routine, start);
    Ok(())
}
