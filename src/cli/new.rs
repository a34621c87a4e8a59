//! Writes a file to start a routine from: one that explains itself, one of exercises that come with
//! Supple, or a copy of another routine.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::Args;

use super::routine::{find, unread};
use super::{Context, Failure, argument, create, print};
use crate::library::{self, Origin};
use crate::text::nearest;
use crate::words::Message;
use crate::{editing, exercises};

/// What a person asked for: a file to start from, or how such files are written.
#[derive(Debug, Args)]
pub(super) struct Choice {
    #[arg(value_name = "FILE", required_unless_present_any = ["reference", "schema"])]
    file: Option<PathBuf>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    from: Vec<OsString>,
    #[arg(long, exclusive = true)]
    reference: bool,
    #[arg(long, exclusive = true)]
    schema: bool,
}

/// The reference of the format of routines.
const REFERENCE: &str = include_str!("../../routines/README.md");
/// The same for text editors.
const SCHEMA: &str = include_str!("../../routines/routine.schema.json");

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    match &choice.file {
        Some(file) => write(context, file, &choice.from),
        None if choice.schema => print(SCHEMA),
        None => {
            debug_assert!(choice.reference, "all else needs a file");
            print(REFERENCE)
        }
    }
}

fn write(context: &Context, file: &Path, from: &[OsString]) -> Result<(), Failure> {
    // A folder's name with an ending would be a file beside it.
    let is_folder = file.is_dir()
        || file.file_name().is_none()
        || file.to_string_lossy().ends_with(std::path::is_separator);
    if is_folder {
        return Err(Failure::Input(
            Message::new("error-new-folder")
                .with("path", file)
                .with("example", "mine.toml"),
        ));
    }
    let ended = file.with_added_extension("toml");
    let (file, id) = if file.extension().is_none() {
        (ended.as_path(), "new-written-with-ending")
    } else {
        (file, "new-written")
    };
    let text = match from {
        [] => context.words.language().starter.to_owned(),
        names => text_from(context, names)?,
    };
    create(file, library::naming_schema(file, text).as_bytes())?;
    let written = Message::new(id)
        .with("path", file)
        .with("argument", argument(file));
    print(context.words.message(&written) + "\n")
}

/// The text of a routine of these exercises, or that of the one routine that is named.
fn text_from(context: &Context, names: &[OsString]) -> Result<String, Failure> {
    let ids: Vec<_> = names.iter().map(|name| name.to_string_lossy()).collect();
    let known = exercises::ids();
    match ids.iter().position(|id| !known.contains(&&**id)) {
        None => Ok(of_exercises(context, ids.iter().map(|id| &**id))),
        Some(_) if names.len() == 1 => copy_of(context, &names[0]),
        Some(unknown) => {
            let id = &*ids[unknown];
            let message = match nearest(id, &known) {
                Some(near) => Message::new("error-from-near").with("near", near),
                None => Message::new("error-from-several"),
            };
            Err(Failure::Input(message.with("id", id)))
        }
    }
}

fn of_exercises<'a>(context: &Context, ids: impl Iterator<Item = &'a str>) -> String {
    let language = context.words.language().tag;
    let title = context.words.get("new-title");
    let mut text = format!("format = 1\ntitle = \"{title}\"\nlanguage = \"{language}\"\n");
    let mut before = Vec::new();
    for id in ids {
        let exercise = editing::of_library(id, language).unwrap_or_default();
        let number = 1 + before.iter().filter(|other| **other == id).count();
        let own = match number {
            1 => exercise,
            _ => exercise.replace(
                &format!("id = \"{id}\""),
                &format!("id = \"{id}-{number}\""),
            ),
        };
        text.push('\n');
        text.push_str(&own);
        before.push(id);
    }
    text
}

/// The routine's text as another one: its id comes from the new file's name, and it begins anew.
fn copy_of(context: &Context, name: &OsStr) -> Result<String, Failure> {
    let found = find(context, name)?;
    let text = match &found.origin {
        Origin::Shipped => library::SHIPPED
            .iter()
            .find(|shipped| shipped.name == found.routine.id)
            .map(|shipped| shipped.text(context.words.language().tag).to_owned())
            .unwrap_or_default(),
        Origin::Own(path) => library::text(path).map_err(|error| unread(&error))?,
    };
    Ok(library::as_another(&text))
}
