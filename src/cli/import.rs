//! Checks a routine file and copies it into the person's library.

use std::path::Path;

use super::routine::print_reading;
use super::{Context, Failure};
use crate::library::{Consent, ImportError, import};
use crate::receive;
use crate::words::Message;

pub(super) fn run(context: &Context, file: &Path, replace: bool) -> Result<(), Failure> {
    let folder = context.folders()?.routines();
    let consent = if replace {
        Consent::Given
    } else {
        Consent::Needed
    };
    let received = receive::open(file).map_err(|error| super::routine::not_received(&error))?;
    let language = context.words.language();
    let imported =
        import(&received.file, &folder, language, &consent).map_err(|error| match error {
            ImportError::Mistakes(reading) => {
                print_reading(context, file, &reading);
                Failure::Input(Message::new("import-refused"))
            }
            ImportError::Read(error) => super::routine::unread(&error),
            ImportError::Asks { why, .. } => Failure::Input(why.in_terminal(error.message())),
            ImportError::PictureTaken { .. }
            | ImportError::PicturesAlike { .. }
            | ImportError::Changed => Failure::Input(error.message()),
            ImportError::PicturesLeft(_) | ImportError::Silent(_) | ImportError::Write { .. } => {
                Failure::Environment(error.message())
            }
        })?;
    if !imported.reading.diagnostics.is_empty() {
        print_reading(context, file, &imported.reading);
    }
    let mut told = context.words.message(&imported.message());
    if let Some(renaming) = imported.renaming() {
        told = told + " " + &context.words.message(&renaming);
    }
    // Whoever was sent a file of which a part is missing can't see it from its title.
    if let Some(routine) = &imported.reading.routine {
        let count = Message::new("import-exercises").with("count", routine.exercises.len());
        told = told + " " + &context.words.message(&count);
        told = told + " " + &context.words.message(&super::check::length(routine));
    }
    super::print(told + "\n")
}
