//! Lists the routines found and where from.

use super::{Context, Failure};

pub(super) fn run(context: &Context, json: bool) -> Result<(), Failure> {
    let _ = (context, json);
    Ok(())
}
