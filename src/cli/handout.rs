//! Writes a routine as a page to hand out.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::routine::find;
use super::{Context, Failure, create, print};
use crate::disk;
use crate::document::{self, Photo, Sheet, html};
use crate::handout;
use crate::library::{self, Found, Origin};
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
    let photos = photos(&found)?;
    let document = handout::document(&found.routine, &|path| photos.get(path).cloned());
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
            let (letters, signs): (Vec<char>, Vec<char>) = written
                .left_out
                .iter()
                .partition(|left_out| left_out.is_alphanumeric());
            let list = |left_out: &[char]| {
                let first = left_out.iter().take(MOST_NAMED);
                List::Parts.of(first.map(char::to_string))
            };
            // A prescription without its words is none.
            if !letters.is_empty() {
                let refused = Message::new("error-handout-letters");
                return Err(Failure::Input(refused.with("letters", list(&letters))));
            }
            if !signs.is_empty() {
                let note = Message::new("handout-left-out").with("letters", list(&signs));
                context.tell(&[note]);
            }
            written.bytes
        }
    };
    write(output, &page, choice.replace)?;
    context.tell(&library::left_of(output));
    let written = Message::new("handout-written").with("path", output.as_path());
    print(context.words.message(&written) + "\n")
}

/// The most letters that are named of those that the typeface lacks.
const MOST_NAMED: usize = 10;

/// The routine's own pictures by their paths, each of them once. One that can't be shown is no reason to show another
/// in its place, or none.
fn photos(found: &Found) -> Result<BTreeMap<String, Arc<Photo>>, Failure> {
    let mut photos = BTreeMap::new();
    let Origin::Own(file) = &found.origin else {
        return Ok(photos);
    };
    let folder = disk::folder_of(file);
    for path in found
        .routine
        .exercises
        .iter()
        .filter_map(|it| it.image.as_ref())
    {
        if !photos.contains_key(path) {
            let photo = library::photo(folder, path).map_err(|_| {
                let refused = Message::new("error-handout-picture");
                Failure::Input(
                    refused
                        .with("path", path.as_str())
                        .with("file", file.as_path()),
                )
            })?;
            photos.insert(path.clone(), Arc::new(photo));
        }
    }
    Ok(photos)
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
