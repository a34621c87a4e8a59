//! Writes a routine as a file to send.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;

use super::{Context, Failure, hand_out, print, require_ending};
use crate::document::{Paper, Sheet};
use crate::handing_out::Form;
use crate::words::Message;

/// What a person asked for.
#[derive(Debug, Args)]
pub(super) struct Choice {
    #[arg(value_name = "FILE|ID")]
    routine: OsString,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[arg(long)]
    replace: bool,
}

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    let output = &choice.output;
    require_ending(output, "supple", "usage-output-share")?;
    // It is on no sheet.
    let sheet = Sheet {
        paper: Paper::A4,
        large_print: false,
    };
    let manner = (Form::Share, sheet);
    hand_out(context, &choice.routine, manner, output, choice.replace)?;
    let written = Message::new("share-written").with("path", output.as_path());
    print(context.words.message(&written) + "\n")
}
