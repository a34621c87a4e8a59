//! Writes a routine as a page to hand out.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::routine::find;
use super::{Context, Failure, create, print};
use crate::disk;
use crate::document::{self, Sheet, html};
use crate::handout;
use crate::library::{self, Origin};
use crate::pdf;
use crate::words::{List, Message};

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
    let form = Form::of(output)?;
    let found = find(context, &choice.routine)?;
    let photo = |path: &str| match &found.origin {
        Origin::Own(file) => library::photo(disk::folder_of(file), path).map(Arc::new),
        Origin::Shipped => None,
    };
    let document = handout::document(&found.routine, &photo);
    let sheet = Sheet {
        paper: match choice.paper {
            Paper::A4 => document::Paper::A4,
            Paper::Letter => document::Paper::Letter,
        },
        large_print: choice.large_print,
    };
    let page = match form {
        Form::Html => html::page(&document, sheet).into_bytes(),
        Form::Pdf => {
            let written = pdf::write(&document, sheet).map_err(|error| {
                let failed = Message::new("error-handout-pdf").with("path", output.as_path());
                Failure::Environment(failed.with("reason", error.to_string()))
            })?;
            if !written.left_out.is_empty() {
                let letters = written.left_out.iter().map(char::to_string);
                let note =
                    Message::new("handout-left-out").with("letters", List::Parts.of(letters));
                context.tell(&[note]);
            }
            written.bytes
        }
    };
    write(output, &page, choice.replace)?;
    let written = Message::new("handout-written").with("path", output.as_path());
    print(context.words.message(&written) + "\n")
}

/// What is written, by the name of the file.
#[derive(Debug, Clone, Copy)]
enum Form {
    Html,
    Pdf,
}

impl Form {
    fn of(output: &Path) -> Result<Self, Failure> {
        let ending = output.extension().map(OsStr::to_ascii_lowercase);
        match ending.as_deref().and_then(OsStr::to_str) {
            Some("html") => Ok(Self::Html),
            Some("pdf") => Ok(Self::Pdf),
            _ => {
                let refusal = Message::new("usage-output-handout").with("path", output);
                Err(Failure::Usage(refusal))
            }
        }
    }
}

fn write(output: &Path, content: &[u8], replace: bool) -> Result<(), Failure> {
    if output.is_dir() {
        let folder = Message::new("error-new-folder").with("path", output);
        return Err(Failure::Input(folder));
    }
    if !replace && (output.exists() || output.is_symlink()) {
        let there = Message::new("error-handout-exists").with("path", output);
        return Err(Failure::Input(there));
    }
    if !replace {
        return create(output, content);
    }
    let failed = |error: &io::Error| {
        Failure::Environment(
            Message::new("error-write")
                .with("path", output)
                .with("reason", disk::reason(error)),
        )
    };
    match disk::read(output) {
        Ok(before) => disk::replace(output, Some(&before), content).map_err(|error| failed(&error)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => create(output, content),
        Err(error) => Err(failed(&error)),
    }
}
