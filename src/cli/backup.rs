//! Saves all that is the person's in one file, and brings it back.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Context, Failure, print, require_ending, unwritten};
use crate::backup::{self, NotRestored};
use crate::handing_out;
use crate::words::Message;

/// What a person asked for.
#[derive(Debug, Args)]
pub(super) struct Choice {
    #[arg(value_name = "OUT.zip")]
    output: PathBuf,
    #[arg(long)]
    replace: bool,
}

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    let output = &choice.output;
    require_ending(output, "zip", "usage-output-backup")?;
    let packed = backup::pack(context.folders()?);
    let packed = packed.map_err(|error| Failure::Environment(error.message()))?;
    let left = handing_out::write(output, &packed.bytes, choice.replace);
    let left = left.map_err(|error| unwritten(&error))?;
    context.tell(&[packed.notes(), left].concat());
    let written = Message::new("backup-written")
        .with("path", output.as_path())
        .with("files", packed.files);
    print(context.words.message(&written) + "\n")?;
    if packed.left_out.is_empty() {
        Ok(())
    } else {
        Err(Failure::Reported)
    }
}

pub(super) fn restore(context: &Context, file: &Path) -> Result<(), Failure> {
    let restored = backup::restore(context.folders()?, file).map_err(|error| {
        let is_environment = matches!(error, NotRestored::Unread(_));
        Failure::of(error.message(file), is_environment)
    })?;
    let lines = restored.messages();
    let lines = lines.iter().map(|line| context.words.message(line) + "\n");
    print(lines.collect::<String>())?;
    if restored.failed.is_empty() {
        Ok(())
    } else {
        context.tell(&restored.failures());
        Err(Failure::ReportedEnvironment)
    }
}
