//! Writes a commented starter file.

use std::path::Path;

use super::{Context, Failure, create};
use crate::words::Message;

pub(super) fn run(context: &Context, file: &Path) -> Result<(), Failure> {
    create(file, context.words.language().starter.as_bytes())?;
    let written = Message::new("new-written").with("path", file);
    super::print(context.words.message(&written) + "\n")
}
