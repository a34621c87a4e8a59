//! Writes a routine as a page to hand out.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::routine::find;
use super::{Context, Failure, print, write};
use crate::document::{self, Sheet};
use crate::handing_out::{self, Form};
use crate::words::Message;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Paper {
    A4,
    Letter,
}

/// What a person asked for.
#[derive(Debug, Args)]
pub(super) struct Choice {
    #[arg(value_name = "FILE|ID")]
    routine: OsString,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[arg(long, value_enum, default_value_t = Paper::A4)]
    paper: Paper,
    #[arg(long)]
    large_print: bool,
    #[arg(long)]
    replace: bool,
}

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    let output = &choice.output;
    let Some(form) = Form::of_page(output) else {
        let refusal = Message::new("usage-output-handout").with("path", output.as_path());
        return Err(Failure::Usage(refusal));
    };
    let found = find(context, &choice.routine)?;
    let sheet = Sheet {
        paper: match choice.paper {
            Paper::A4 => document::Paper::A4,
            Paper::Letter => document::Paper::Letter,
        },
        large_print: choice.large_print,
    };
    let page = handing_out::content(&found, form, sheet)
        .map_err(|error| Failure::of(error.message(output), error.is_environment()))?;
    context.tell(page.left_out.as_slice());
    write(output, &page.bytes, choice.replace)?;
    context.tell(&crate::library::left_of(output));
    let written = Message::new("handout-written").with("path", output.as_path());
    print(context.words.message(&written) + "\n")
}
