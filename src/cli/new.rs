//! Writes a commented starter file.

use std::io;
use std::path::Path;

use super::{Context, Failure};
use crate::disk;
use crate::words::Message;

pub(super) fn run(context: &Context, file: &Path) -> Result<(), Failure> {
    let starter = context.words.language().starter;
    disk::create(file, starter.as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::Input(Message::new("error-new-exists").with("path", file))
        }
        io::ErrorKind::NotFound => {
            let folder = file.parent().unwrap_or(Path::new(""));
            Failure::Input(Message::new("error-new-no-folder").with("path", folder))
        }
        _ => Failure::Environment(
            Message::new("error-write")
                .with("path", file)
                .with("reason", disk::reason(&error)),
        ),
    })?;
    let written = Message::new("new-written").with("path", file);
    super::print(context.words.message(&written) + "\n")
}
