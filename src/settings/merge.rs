//! Settings of another machine, brought to those that are here.

use std::io;
use std::path::Path;

use toml_edit::{Item, TableLike};

use super::{PATIENCE, edit, read_content, text_of};
use crate::disk::{self, Lock};
use crate::words::Message;

/// What is of one machine alone, and is brought to no other: where its record lies, what was opened on it, what it plays
/// on, and the command that speaks, which whoever sent the settings would have run here.
/// Each in its table, and at the top as files without tables have it.
const OF_ONE_MACHINE: [(Option<&str>, &str); 8] = [
    (Some("record"), "folder"),
    (None, "record_folder"),
    (Some("window"), "recent_file"),
    (None, "recent_file"),
    (Some("sound"), "device"),
    (None, "output_device"),
    (Some("voice"), "program"),
    (None, "speech_program"),
];

/// What came of bringing settings together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Settings that were not chosen here and now are.
    pub taken: usize,
    /// Those that were chosen here otherwise, and stay.
    pub stay: usize,
}

/// Adds to the settings at `path` what the text says and they don't: nothing that was chosen there changes, and
/// nothing comes that is of the other machine alone.
///
/// # Errors
/// Why nothing was added: either can't be read as settings, or the disk does not take it.
pub fn merge(path: &Path, text: &str) -> Result<Merged, Message> {
    let unsaved = |error: io::Error| {
        Message::new("settings-unsaved")
            .with("file", path)
            .with("reason", disk::reason(&error))
    };
    let mut from = edit::document(path, text)?;
    for (table, name) in OF_ONE_MACHINE {
        let of_table = match table {
            Some(table) => from.get_mut(table).and_then(Item::as_table_like_mut),
            None => Some(from.as_table_mut() as &mut dyn TableLike),
        };
        of_table.and_then(|table| table.remove(name));
    }
    disk::create_folder(disk::folder_of(path)).map_err(unsaved)?;
    let _lock = Lock::wait(&path.with_extension("lock"), PATIENCE).map_err(unsaved)?;
    let before = read_content(path)?;
    let there = text_of(path, before.as_deref())?;
    let mut into = edit::document(path, &there)?;
    let mut merged = Merged::default();
    bring(into.as_table_mut(), from.as_table(), &mut merged);
    if merged.taken > 0 {
        // With its remarks, where there is nothing to add it to.
        let merged = if before.is_none() {
            edit::text_of(&from, text)
        } else {
            edit::text_of(&into, &there)
        };
        disk::replace(path, before.as_deref(), merged.as_bytes()).map_err(unsaved)?;
    }
    Ok(merged)
}

fn bring(into: &mut dyn TableLike, from: &dyn TableLike, merged: &mut Merged) {
    for (name, item) in from.iter() {
        match into.get_mut(name) {
            None => {
                into.insert(name, item.clone());
                merged.taken += count(item);
            }
            Some(there) if plain(there).is_some() && plain(there) == plain(item) => {}
            Some(there) => match (there.as_table_like_mut(), item.as_table_like()) {
                (Some(there), Some(from)) => bring(there, from, merged),
                _ => merged.stay += 1,
            },
        }
    }
}

/// How many settings it has.
fn count(item: &Item) -> usize {
    match item.as_table_like() {
        Some(table) => table.iter().map(|(_, item)| count(item)).sum(),
        None => 1,
    }
}

/// A value without the space and the remarks around it.
fn plain(item: &Item) -> Option<String> {
    let mut value = item.as_value()?.clone();
    value.decor_mut().clear();
    Some(value.to_string())
}
