//! Writes a routine as a file to send.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::Args;

use super::{Context, Failure, hand_out, print};
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
    let ending = output.extension().and_then(OsStr::to_str);
    if !ending.is_some_and(|ending| ending.eq_ignore_ascii_case("supple")) {
        let refusal = Message::new("usage-output-share").with("path", output.as_path());
        return Err(Failure::Usage(refusal));
    }
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
