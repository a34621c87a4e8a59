//! Writes a routine as a page to hand out.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Context, Failure, hand_out, print};
use crate::document::{self, Sheet};
use crate::handing_out::Form;
use crate::words::Message;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Paper {
    A4,
    Letter,
}

/// On what a page is to be printed, and how large.
#[derive(Debug, Args)]
pub(super) struct Look {
    #[arg(long, value_enum, default_value_t = Paper::A4)]
    paper: Paper,
    #[arg(long)]
    large_print: bool,
}

impl Look {
    pub(super) fn sheet(&self) -> Sheet {
        Sheet {
            paper: match self.paper {
                Paper::A4 => document::Paper::A4,
                Paper::Letter => document::Paper::Letter,
            },
            large_print: self.large_print,
        }
    }
}

/// What a person asked for.
#[derive(Debug, Args)]
pub(super) struct Choice {
    #[arg(value_name = "FILE|ID")]
    routine: OsString,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    look: Look,
    #[arg(long)]
    replace: bool,
}

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    let output = &choice.output;
    let Some(form) = Form::of_page(output) else {
        let refusal = Message::new("usage-output-handout").with("path", output.as_path());
        return Err(Failure::Usage(refusal));
    };
    let sheet = choice.look.sheet();
    hand_out(
        context,
        &choice.routine,
        (form, sheet),
        output,
        choice.replace,
    )?;
    let written = Message::new("handout-written").with("path", output.as_path());
    print(context.words.message(&written) + "\n")
}
