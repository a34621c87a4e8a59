//! Prints a completion script for a shell.

use super::{Context, Failure};

pub(super) fn run(context: &Context, shell: clap_complete::Shell) -> Result<(), Failure> {
    let _ = (context, shell);
    Ok(())
}
