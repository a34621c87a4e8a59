//! A key written, written anew or taken out, wherever the file has its table.

use toml_edit::{Array, Item as Node, Table, TableLike, Value as Written};

use super::array::Row;
use super::blocks;
use super::edit::Refused;
use super::field::{Field, Part, Value};
use super::splice::{Splice, comma, indent, line_end, line_start, newline};
use super::tree::{Found, Heading, Tree, leaves};
use super::write;
use crate::routine::LONGEST_NAME;
use crate::routine::keys::{self, Group};
use crate::tables::Takes;

/// Where more items than this are taken out at once, the list is written anew.
pub(super) const MOST_TAKEN_OUT: usize = 50;

pub(super) type Splices = Result<Vec<Splice>, Refused>;

/// Writes a key.
pub(super) fn set(tree: &Tree, field: &Field, value: &Value) -> Splices {
    let takes = field.takes().ok_or(Refused::Unknown)?;
    let Some(found) = tree.part(&field.part) else {
        return make(tree, &field.part, &line(tree, field.key, value, takes));
    };
    match found.table().get(field.key) {
        Some(Node::Value(Written::InlineTable(table))) if table.is_dotted() => {
            Err(Refused::WrittenAsTable)
        }
        Some(Node::Value(written)) => Ok(replace(tree, written, value, takes)),
        Some(Node::Table(_) | Node::ArrayOfTables(_)) => Err(Refused::WrittenAsTable),
        Some(Node::None) | None => {
            let line = match found.braces() {
                Some(_) => format!("{} = {}", field.key, write::value(value, Some(takes), None)),
                None => line(tree, field.key, value, takes),
            };
            insert(tree, &field.part, found, field.key, &line)
        }
    }
}

/// A key with its value: sentences each on a line of their own.
pub(super) fn line(tree: &Tree, key: &str, value: &Value, takes: &Takes) -> String {
    let written = match (value, takes) {
        (Value::Texts(texts), Takes::Texts { longest }) if *longest > LONGEST_NAME => {
            write::lines(texts, newline(tree.text()))
        }
        _ => write::value(value, Some(takes), None),
    };
    format!("{key} = {written}")
}

/// Writes a key that is there anew, whatever of its value could stay.
pub(super) fn set_anew(tree: &Tree, field: &Field, value: &Value) -> Splices {
    let Some(Node::Value(written)) = tree.item(field) else {
        return Err(Refused::Unwritable);
    };
    let span = written.span().unwrap_or_default();
    let value = write::value(value, field.takes(), None);
    Ok(vec![Splice::replace(span, value)])
}

fn replace(tree: &Tree, written: &Written, value: &Value, takes: &Takes) -> Vec<Splice> {
    let span = written.span().unwrap_or_default();
    // However it is written, it says so already.
    if let (Written::String(old), Takes::Id | Takes::Text { .. }) = (written, takes)
        && *value == Value::text(old.value().as_str())
    {
        return Vec::new();
    }
    if let (Value::Texts(texts), Written::Array(array)) = (value, written)
        && let Some(splices) = list(tree, array, texts)
    {
        return splices;
    }
    let old = &tree.text()[span.clone()];
    vec![Splice::replace(
        span,
        write::value(value, Some(takes), Some(old)),
    )]
}

/// The items of a list that are others than before, all that are put in, or one of those that are taken out;
/// `None` if it holds lists or tables.
fn list(tree: &Tree, array: &Array, texts: &[String]) -> Option<Vec<Splice>> {
    let old: Option<Vec<_>> = array.iter().map(|item| tree.scalar(item)).collect();
    let old = old?;
    if old.len().saturating_sub(texts.len()) > MOST_TAKEN_OUT {
        return None;
    }
    let row = row_of_array(tree, array)?;
    let same = |(a, b): &(&String, &String)| a == b;
    let front = old.iter().zip(texts).take_while(same).count();
    let most = old.len().min(texts.len()) - front;
    let back = old.iter().rev().zip(texts.iter().rev());
    let back = back.take_while(same).count().min(most);
    let (old, new) = (front..old.len() - back, front..texts.len() - back);
    let both = old.len().min(new.len());
    let mut splices = Vec::new();
    if new.len() > old.len() {
        let more = texts[front + both..new.end].iter();
        let more: Vec<_> = more.map(|text| write::quoted(text)).collect();
        splices.extend(row.insert_all(front + both, &more));
    } else if old.len() > new.len() {
        splices.extend(row.remove(front + both));
    }
    let item = |place: usize, text: &String| {
        let range = row.items[place].clone();
        let written = &row.text[range.clone()];
        Splice::replace(range, write::value(&Value::text(text), None, Some(written)))
    };
    splices.extend((front..front + both).map(|at| item(at, &texts[at])));
    Some(splices)
}

pub(super) fn row_of_array<'t>(tree: &'t Tree, array: &Array) -> Option<Row<'t>> {
    Some(Row {
        text: tree.text(),
        whole: array.span()?,
        items: array.iter().map(Written::span).collect::<Option<_>>()?,
    })
}

/// A table between braces, each key with its value.
fn row_of_table<'t>(tree: &'t Tree, table: &dyn TableLike, whole: (usize, usize)) -> Row<'t> {
    let text = tree.text();
    let mut end = None;
    let items = leaves(table).into_iter().map(|leaf| {
        let from = match end {
            Some(end) => comma(text, end).map_or(end, |comma| comma + 1),
            None => whole.0 + 1,
        };
        end = Some(leaf.value.end);
        past_comments(text, from).min(leaf.key.start)..leaf.value.end
    });
    Row {
        text,
        items: items.collect(),
        whole: whole.0..whole.1,
    }
}

fn past_comments(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start().len();
        if !text[at..].starts_with('#') {
            return at;
        }
        at = line_end(text, at);
    }
}

/// Adds a key to a table that is there.
pub(super) fn insert(tree: &Tree, part: &Part, found: Found<'_>, key: &str, line: &str) -> Splices {
    let group = part.group().ok_or(Refused::Unknown)?;
    match found {
        Found::Lines(table) => Ok(insert_line(tree, table, group, key, line)),
        Found::Dotted(table, braces) => insert_dotted(tree, table, braces, line),
        Found::Inline(table, span) => {
            let row = row_of_table(tree, table, span);
            let at = place_in(leaves(table).iter().map(|leaf| &*leaf.path[0]), group, key);
            Ok(row.insert(at, line))
        }
        Found::Implied(_) => {
            let name = heading_of(part);
            let first = tree.headings().into_iter();
            let mut below = first.filter(|heading| is_of(heading, part));
            let heading = below.next().ok_or(Refused::Unwritable)?;
            let at = blocks::start_of(tree, &heading.span);
            let newline = newline(tree.text());
            let lines = format!("[{name}]{newline}{line}");
            Ok(vec![blocks::before(tree.text(), at, &lines)])
        }
    }
}

/// Where a key comes among those that are there, in the order of the reference.
fn place_in<'n>(names: impl Iterator<Item = &'n str>, group: &Group, key: &str) -> usize {
    let own = rank(group, key);
    let names = names.enumerate();
    let before = names.filter(|(_, name)| rank(group, name) < own);
    let last = before.max_by_key(|(place, name)| (rank(group, name), *place));
    last.map_or(0, |(place, _)| place + 1)
}

fn rank(group: &Group, key: &str) -> usize {
    let place = group.keys().position(|known| known.name == key);
    place.unwrap_or(usize::MAX)
}

fn insert_line(tree: &Tree, table: &Table, group: &Group, key: &str, line: &str) -> Vec<Splice> {
    let text = tree.text();
    let newline = newline(text);
    let own = leaves(table);
    let place = place_in(own.iter().map(|leaf| &*leaf.path[0]), group, key);
    if let Some(before) = place.checked_sub(1).and_then(|place| own.get(place)) {
        let indent = indent(text, before.key.start);
        return vec![line_after(
            text,
            before.value.end,
            &format!("{indent}{line}"),
        )];
    }
    if table.span().is_some_and(|span| !span.is_empty()) {
        let heading = table.span().unwrap_or_default();
        let indent = own.first().map_or("", |leaf| indent(text, leaf.key.start));
        return vec![line_after(text, heading.end, &format!("{indent}{line}"))];
    }
    // The top of the file, where nothing comes before it.
    if let Some(first) = own.first() {
        let at = line_start(text, first.key.start);
        return vec![Splice::insert(at, format!("{line}{newline}"))];
    }
    match tree.headings().first() {
        Some(heading) => {
            let at = blocks::start_of(tree, &heading.span);
            vec![blocks::before(text, at, line)]
        }
        None => vec![at_end(text, line)],
    }
}

/// A line after the one that a byte is on.
fn line_after(text: &str, byte: usize, line: &str) -> Splice {
    let newline = newline(text);
    let end = line_end(text, byte);
    if text[..end].ends_with('\n') {
        Splice::insert(end, format!("{line}{newline}"))
    } else {
        Splice::insert(end, format!("{newline}{line}"))
    }
}

/// Lines at the end of the text, after an empty one.
fn at_end(text: &str, lines: &str) -> Splice {
    let filled = text.trim_end().len();
    let line = text[filled..].find(['\r', '\n']);
    let end = line.map_or(text.len(), |line| filled + line);
    let newline = newline(text);
    if text.trim().is_empty() {
        return Splice::insert(text.len(), format!("{lines}{newline}"));
    }
    blocks::after(text, end, lines)
}

fn insert_dotted(
    tree: &Tree,
    table: &dyn TableLike,
    braces: Option<(usize, usize)>,
    line: &str,
) -> Splices {
    let text = tree.text();
    let own = leaves(table);
    let last = own.last().ok_or(Refused::Unwritable)?;
    // With the keys before the dots.
    let depth = last.path.len();
    if let Some(braces) = braces {
        let from = match text[braces.0..last.key.start].rfind([',', '{', '\n']) {
            Some(at) => braces.0 + at + 1,
            None => return Err(Refused::Unwritable),
        };
        let dotted = before_dots(&text[from..last.key.start], depth).ok_or(Refused::Unwritable)?;
        return Ok(vec![Splice::insert(
            last.value.end,
            format!(", {}{line}", dotted.trim_start()),
        )]);
    }
    let from = line_start(text, last.key.start);
    let dotted = before_dots(&text[from..last.key.start], depth).ok_or(Refused::Unwritable)?;
    Ok(vec![line_after(
        text,
        last.value.end,
        &format!("{dotted}{line}"),
    )])
}

/// The keys with dots up to those of one table: without the last ones of a deeper key.
fn before_dots(written: &str, depth: usize) -> Option<&str> {
    let mut end = written.len();
    for _ in 1..depth {
        end = written[..end].trim_end().strip_suffix('.')?.rfind('.')? + 1;
    }
    Some(&written[..end])
}

/// Adds a key with the table that it stands in.
fn make(tree: &Tree, part: &Part, line: &str) -> Splices {
    let mut above = part.clone();
    let Some((key, index)) = above.steps.pop() else {
        return Err(Refused::Unknown);
    };
    if index.is_some() {
        return Err(Refused::NotThere);
    }
    if above.steps.is_empty() {
        let newline = newline(tree.text());
        let lines = format!("[{key}]{newline}{line}");
        return Ok(vec![section(tree, key, &lines)]);
    }
    let line = format!("{key} = {{ {line} }}");
    match tree.part(&above) {
        Some(found) => insert(tree, &above, found, key, &line),
        None => make(tree, &above, &line),
    }
}

/// A table of the top, in the order of the reference.
pub(super) fn section(tree: &Tree, key: &str, lines: &str) -> Splice {
    let own = rank(&keys::ROUTINE, key);
    let headings = tree.headings();
    let mut later = headings.iter().filter(|heading| {
        let name = heading.path.first().map_or("", |(name, _)| name);
        rank(&keys::ROUTINE, name) > own
    });
    match later.next() {
        Some(heading) => {
            let at = blocks::start_of(tree, &heading.span);
            blocks::before(tree.text(), at, lines)
        }
        None => at_end(tree.text(), lines),
    }
}

pub(super) fn unset(tree: &Tree, field: &Field) -> Splices {
    let Some(found) = tree.part(&field.part) else {
        return Ok(Vec::new());
    };
    let text = tree.text();
    let item = match found.table().get(field.key) {
        None | Some(Node::None) => return Ok(Vec::new()),
        Some(Node::Value(Written::InlineTable(table))) if table.is_dotted() => {
            return Err(Refused::WrittenAsTable);
        }
        Some(Node::Value(item)) => item.span().unwrap_or_default(),
        Some(_) => return Err(Refused::WrittenAsTable),
    };
    let Some(braces) = found.braces() else {
        let key = found.table().key(field.key).and_then(toml_edit::Key::span);
        let start = key.map_or(item.start, |key| key.start);
        return Ok(vec![Splice::remove(
            line_start(text, start)..line_end(text, item.end),
        )]);
    };
    let table = tree
        .between(&field.part, braces)
        .ok_or(Refused::Unwritable)?;
    let row = row_of_table(tree, table, braces);
    let at = row.items.iter().position(|it| it.end == item.end);
    Ok(row.remove(at.ok_or(Refused::Unwritable)?))
}

/// What stands between the brackets of a table's heading.
pub(super) fn heading_of(part: &Part) -> String {
    let keys: Vec<_> = part.steps.iter().map(|(key, _)| *key).collect();
    keys.join(".")
}

fn is_of(heading: &Heading, part: &Part) -> bool {
    let both = heading.path.iter().zip(&part.steps);
    heading.path.len() >= part.steps.len()
        && both
            .into_iter()
            .all(|(own, wanted)| own.0 == wanted.0 && own.1.unwrap_or(0) == wanted.1.unwrap_or(0))
}
