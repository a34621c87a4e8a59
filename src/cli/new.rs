//! Writes a commented starter file.

use std::path::Path;

use super::{Context, Failure, argument, create};
use crate::words::Message;

pub(super) fn run(context: &Context, file: &Path) -> Result<(), Failure> {
    // A folder's name with an ending would be a file beside it.
    let is_folder = file.is_dir()
        || file.file_name().is_none()
        || file.to_string_lossy().ends_with(std::path::is_separator);
    if is_folder {
        return Err(Failure::Input(
            Message::new("error-new-folder").with("path", file),
        ));
    }
    let ended = file.with_added_extension("toml");
    let (file, id) = if file.extension().is_none() {
        (ended.as_path(), "new-written-with-ending")
    } else {
        (file, "new-written")
    };
    create(file, context.words.language().starter.as_bytes())?;
    let written = Message::new(id)
        .with("path", file)
        .with("argument", argument(file));
    super::print(context.words.message(&written) + "\n")
}
