//! Changes a settings file in place: what is not chosen anew stays as its author wrote it.

use std::path::Path;

use toml::de::DeTable;
use toml_edit::{DocumentMut, Item, Table, TomlError, Value};

use super::broken;
use super::keys::{KEYS, Key};
use crate::text::line_number;
use crate::words::Message;

/// The text, ready to be changed.
///
/// # Errors
/// With the line that is in the way.
pub(super) fn document(path: &Path, text: &str) -> Result<DocumentMut, Message> {
    DeTable::parse(text).map_err(|error| broken(path, text, &error))?;
    // A number beyond all that can be counted is still there to be read, and can't be written back.
    text.parse().map_err(|error: TomlError| {
        Message::new("settings-uneditable").with("file", path).with(
            "line",
            line_number(text, error.span().map_or(0, |at| at.start)),
        )
    })
}

/// Writes a setting where it stands, or else into its table. `None` if something else has the
/// table's name.
pub(super) fn put(document: &mut DocumentMut, key: &Key, value: Value) -> Option<()> {
    let is_in_table = document
        .get(key.table)
        .and_then(Item::as_table_like)
        .is_some_and(|table| table.contains_key(key.name));
    if !is_in_table {
        let flat = document.get_mut(key.flat);
        if let Some(flat) = flat.filter(|flat| key.flat != key.table || flat.is_value()) {
            write(flat, value);
            return Some(());
        }
        make_room(document, key.table);
    }
    let table = document
        .entry(key.table)
        .or_insert_with(|| Item::Table(Table::new()))
        .as_table_like_mut()?;
    match table.get_mut(key.name) {
        Some(item) => write(item, value),
        None => drop(table.insert(key.name, value.into())),
    }
    Some(())
}

/// Moves a setting of the time before tables into its table if it has the name of that table.
fn make_room(document: &mut DocumentMut, table: &str) {
    let is_setting = |key: &&Key| key.flat == table && key.table == table;
    let Some(key) = KEYS.iter().find(is_setting) else {
        return;
    };
    let is_flat = |item: &Item| item.is_value() && !item.is_table_like();
    if !document.get(table).is_some_and(is_flat) {
        return;
    }
    let Some((name, item)) = document.remove_entry(table) else {
        return;
    };
    let mut with = Table::new();
    let mut named = toml_edit::Key::new(key.name);
    *named.leaf_decor_mut() = name.leaf_decor().clone();
    with.insert_formatted(&named, item);
    document.insert(table, Item::Table(with));
}

/// Another value, with the space and the comment around the one before.
fn write(item: &mut Item, mut value: Value) {
    if let Some(before) = item.as_value() {
        *value.decor_mut() = before.decor().clone();
    }
    *item = Item::Value(value);
}

/// The document with the line ends of the text that it was read from.
pub(super) fn text_of(document: &DocumentMut, before: &str) -> String {
    let text = document.to_string();
    if before.contains("\r\n") {
        text.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        text
    }
}
