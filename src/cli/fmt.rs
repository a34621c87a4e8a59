//! Puts the keys of routine files into the order of the reference.

use std::path::{Path, PathBuf};

use super::routine::{print_reading, unread};
use super::{Context, Failure, complain};
use crate::clock;
use crate::disk;
use crate::library;
use crate::words::Message;

/// With `check` nothing is written, and a file that is not in order is a failure.
pub(super) fn run(context: &Context, files: &[PathBuf], check: bool) -> Result<(), Failure> {
    let mut worst = Ok(());
    for file in files {
        let done = format(context, file, check).map_err(|failure| said(context, failure));
        worst = super::worse(worst, done);
    }
    worst
}

/// So that the other files are looked at too.
fn said(context: &Context, failure: Failure) -> Failure {
    match failure {
        Failure::Input(message) => {
            complain(&context.words.message(&message));
            Failure::Reported
        }
        Failure::Environment(message) => {
            complain(&context.words.message(&message));
            Failure::ReportedEnvironment
        }
        other => other,
    }
}

fn format(context: &Context, file: &Path, check: bool) -> Result<(), Failure> {
    let before = library::bytes(file).map_err(|error| unread(&error))?;
    let reading = library::read_bytes(&before, file, clock::today());
    let ordered = std::str::from_utf8(&before).ok().and_then(library::ordered);
    let (Some(_), Some(ordered)) = (&reading.routine, ordered) else {
        // What is meant by a file with mistakes is not known, and so not kept for certain.
        print_reading(context, file, &reading);
        return Err(Failure::Reported);
    };
    if ordered.as_bytes() == before {
        return Ok(());
    }
    if check {
        return Err(Failure::Input(
            Message::new("fmt-not-in-order").with("path", file),
        ));
    }
    let notes = library::save(file, Some(&before), ordered.as_bytes()).map_err(|error| {
        Failure::Environment(
            Message::new("error-write")
                .with("path", file)
                .with("reason", disk::reason_at(file, &error)),
        )
    })?;
    let written = Message::new("fmt-in-order").with("path", file);
    super::print(context.words.message(&written) + "\n")?;
    context.tell(&notes);
    Ok(())
}
