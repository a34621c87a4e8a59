//! Checks a routine file and copies it into the person's library.

use std::path::Path;

use super::routine::print_reading;
use super::{Context, Failure};
use crate::library::{Change, ImportError, import};
use crate::words::Message;

pub(super) fn run(context: &Context, file: &Path) -> Result<(), Failure> {
    let folder = context.folders()?.routines();
    let imported = import(file, &folder).map_err(|error| match error {
        ImportError::Mistakes(reading) => {
            print_reading(context, file, &reading);
            Failure::Reported
        }
        ImportError::Read(error) => super::routine::unread(&error),
        ImportError::PictureTaken { .. } => Failure::Input(error.message()),
        ImportError::Write { .. } => Failure::Environment(error.message()),
    })?;
    if !imported.reading.diagnostics.is_empty() {
        print_reading(context, file, &imported.reading);
    }
    let message = match &imported.change {
        Change::New => Message::new("import-new"),
        Change::Beside { other } => Message::new("import-beside").with("other", other.as_path()),
        Change::None => Message::new("import-same"),
        Change::Replaced { previous } => {
            Message::new("import-replaced").with("previous", previous.as_path())
        }
    };
    let title = imported.reading.routine.map(|routine| routine.title);
    let message = message
        .with("title", title.unwrap_or_default())
        .with("path", imported.path.as_path());
    super::print(context.words.message(&message) + "\n")
}
