//! The keys of a routine file in the order of the reference, with a space on each side of `=`, and all else as it is.

use std::ops::Range;

use toml_edit::{Document, Item, Table};

use crate::routine::keys::{self, Group, Takes};

/// The text with the keys of each table in the order of the reference; `None` if it is no TOML.
///
/// Lines are moved whole, and nothing in them is changed but the spaces around `=`: with a key go the comments on its
/// own lines and right above it. What an empty line separates stays apart, tables stay where they are, and so do the
/// comments that a file begins with. A last line without an end gets one.
pub fn ordered(text: &str) -> Option<String> {
    let (mark, text) = match text.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", text),
    };
    let mut text = spaced(text)?;
    if !text.ends_with('\n') {
        text.push_str(if text.contains("\r\n") { "\r\n" } else { "\n" });
    }
    let entries = entries(&text)?;

    let mut out = mark.to_owned();
    let mut end = 0;
    for run in runs(&text, entries) {
        let whole = run[0].lines.start..run[run.len() - 1].lines.end;
        out.push_str(&text[end..whole.start]);
        end = whole.end;
        let mut run = run;
        run.sort_by(|a, b| a.place.cmp(&b.place));
        out.extend(run.iter().map(|entry| &text[entry.lines.clone()]));
    }
    out.push_str(&text[end..]);
    Some(out)
}

/// The text with a space on each side of the `=` of every key; `None` if it is no TOML.
fn spaced(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for entry in entries(text)? {
        out.push_str(&text[end..entry.between.start]);
        out.push_str(" = ");
        end = entry.between.end;
    }
    out.push_str(&text[end..]);
    Some(out)
}

/// Each key with its value, as they come; `None` if it is no TOML.
fn entries(text: &str) -> Option<Vec<Entry>> {
    let document = Document::parse(text).ok()?;
    let mut entries = Vec::new();
    let (table, keys) = (document.as_table(), Below::Heading(&keys::ROUTINE));
    collect(table, keys, &[], text, &mut entries);
    entries.sort_by_key(|entry| entry.lines.start);
    Some(entries)
}

/// One key with its value.
struct Entry {
    /// Whole lines of the text.
    lines: Range<usize>,
    /// Between the key and the value: `=` with what spaces are around it.
    between: Range<usize>,
    /// In the reference: of each part of a key with dots.
    place: Vec<usize>,
}

/// What the keys of a table are.
#[derive(Clone, Copy)]
enum Below {
    /// Those of a group.
    Heading(&'static Group),
    /// Names that the author gives to such groups.
    Names(&'static Group),
    /// Unknown.
    Nothing,
}

impl Below {
    /// A key's place in the reference, and what is below it. What is unknown comes last.
    fn of(self, key: &str) -> (usize, Self) {
        match self {
            Self::Names(group) => (0, Self::Heading(group)),
            Self::Nothing => (0, Self::Nothing),
            Self::Heading(group) => {
                let mut known = group.keys().enumerate();
                let Some((place, key)) = known.find(|(_, known)| known.name == key) else {
                    return (usize::MAX, Self::Nothing);
                };
                let below = match key.takes {
                    Takes::Table(group) | Takes::Tables(group) => Self::Heading(group),
                    Takes::Named(group) => Self::Names(group),
                    _ => Self::Nothing,
                };
                (place, below)
            }
        }
    }
}

/// The entries of a table and of those below it. `dotted` is the place of the dotted key that the
/// table is written by.
fn collect(table: &Table, keys: Below, dotted: &[usize], text: &str, entries: &mut Vec<Entry>) {
    for (name, item) in table {
        let (place, below) = keys.of(name);
        match item {
            Item::Table(table) if table.is_dotted() => {
                let dotted = [dotted, &[place]].concat();
                collect(table, below, &dotted, text, entries);
            }
            Item::Table(table) => collect(table, below, &[], text, entries),
            Item::ArrayOfTables(tables) => {
                for table in tables {
                    collect(table, below, &[], text, entries);
                }
            }
            Item::Value(value) => {
                let key = table.key(name).and_then(toml_edit::Key::span);
                if let (Some(key), Some(value)) = (key, value.span()) {
                    entries.push(Entry {
                        lines: line_start(text, key.start)..line_end(text, value.end),
                        between: key.end..value.start,
                        place: [dotted, &[place]].concat(),
                    });
                }
            }
            Item::None => {}
        }
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The entries, each with the comments above it, in runs of those that nothing separates.
fn runs(text: &str, entries: Vec<Entry>) -> Vec<Vec<Entry>> {
    let mut runs: Vec<Vec<Entry>> = Vec::new();
    let mut end = 0;
    for mut entry in entries {
        let between = &text[end..entry.lines.start];
        let comments = between.split_inclusive('\n').rev();
        let comments = comments.take_while(|line| line.trim_start().starts_with('#'));
        let above: usize = comments.map(str::len).sum();
        let follows = above == between.len();
        let whole = entry.lines.end;
        match runs.last_mut() {
            Some(run) if follows => {
                entry.lines.start = end;
                run.push(entry);
            }
            // What a file begins with is about all of it, and `#:schema` must be its first line.
            None if follows => runs.push(vec![entry]),
            _ => {
                entry.lines.start -= above;
                runs.push(vec![entry]);
            }
        }
        end = whole;
    }
    runs
}
