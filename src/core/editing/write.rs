//! How a value is written in a file.

use std::fmt::Write as _;

use toml_edit::{Item, Table, TableLike, Value as Written};

use super::field::Value;
use crate::tables::Takes;

/// A value for a key. What the key can't take is written as a text, so that the reader says what is wrong with
/// it. `old` is how a value stands there now, whose quotation marks are kept.
pub(super) fn value(value: &Value, takes: Option<&Takes>, old: Option<&str>) -> String {
    match value {
        Value::Flag(flag) => flag.to_string(),
        Value::Texts(texts) => list(texts),
        Value::Text(text) | Value::Other(text) => scalar(text, takes, old),
    }
}

/// A list on one line.
pub(super) fn list(texts: &[String]) -> String {
    let items: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", items.join(", "))
}

/// A list of sentences, each on a line of its own.
pub(super) fn lines(texts: &[String], newline: &str) -> String {
    if texts.is_empty() {
        return "[]".to_owned();
    }
    let items = texts
        .iter()
        .map(|text| format!("  {},{newline}", quoted(text)));
    format!("[{newline}{}]", items.collect::<String>())
}

fn scalar(text: &str, takes: Option<&Takes>, old: Option<&str>) -> String {
    let plain = text.trim();
    let is_bare = match takes {
        Some(Takes::Whole { .. } | Takes::Count { .. } | Takes::Format | Takes::Length { .. }) => {
            is_number(plain)
        }
        Some(Takes::Number { .. } | Takes::NumberOrNumbers { .. }) => is_decimal(plain),
        Some(Takes::Flag) => matches!(plain, "true" | "false"),
        Some(Takes::Date) => is_date(plain) && !old.is_some_and(is_quoted),
        _ => false,
    };
    match old {
        _ if is_bare => plain.to_owned(),
        Some(old) => quoted_as(text, old),
        None => quoted(text),
    }
}

fn is_quoted(written: &str) -> bool {
    written.starts_with(['"', '\''])
}

/// Digits that TOML takes for a number.
fn is_number(text: &str) -> bool {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits && (text == "0" || !text.starts_with('0')) && text.parse::<i64>().is_ok()
}

fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    match text.split_once('.') {
        Some((whole, part)) => {
            is_number(whole) && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
        }
        None => is_number(text),
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').map(str::len).collect();
    parts == [4, 2, 2] && text.parse::<jiff::civil::Date>().is_ok()
}

/// A text with the quotation marks of another that are not the usual ones, if they can hold it.
fn quoted_as(text: &str, old: &str) -> String {
    let can = |c: char| c != '\'' && (c == '\t' || !c.is_control());
    if old.starts_with('\'') && !old.starts_with("'''") && text.chars().all(can) {
        format!("'{text}'")
    } else {
        quoted(text)
    }
}

/// A text between quotation marks, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => {
                // Writing to a string can't fail.
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Keys with their values as a table between braces.
pub(super) fn inline(keys: &[(String, String)]) -> String {
    if keys.is_empty() {
        return "{}".to_owned();
    }
    let keys: Vec<_> = keys
        .iter()
        .map(|(key, value)| format!("{key} = {value}"))
        .collect();
    format!("{{ {} }}", keys.join(", "))
}

/// A table of another text, in one line.
pub(super) fn inline_table(table: &Table) -> String {
    inline(&pairs(table))
}

fn pairs(table: &dyn TableLike) -> Vec<(String, String)> {
    let pairs = table.iter();
    pairs
        .filter_map(|(key, item)| {
            let key = table.key(key)?.display_repr().into_owned();
            Some((key, one_line(item)?))
        })
        .collect()
}

fn one_line(item: &Item) -> Option<String> {
    Some(match item {
        Item::None => return None,
        Item::Value(value) => value_in_line(value),
        Item::Table(table) => inline_table(table),
        Item::ArrayOfTables(tables) => {
            let tables: Vec<_> = tables.iter().map(inline_table).collect();
            format!("[{}]", tables.join(", "))
        }
    })
}

fn value_in_line(value: &Written) -> String {
    match value {
        Written::String(text) => quoted(text.value()),
        Written::Array(array) => {
            let items: Vec<_> = array.iter().map(value_in_line).collect();
            format!("[{}]", items.join(", "))
        }
        Written::InlineTable(table) => inline(&pairs(table)),
        Written::Integer(number) => number.value().to_string(),
        Written::Float(number) => number.display_repr().trim().to_owned(),
        Written::Boolean(flag) => flag.value().to_string(),
        Written::Datetime(time) => time.value().to_string(),
    }
}
