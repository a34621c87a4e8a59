//! What an edit changes of a text: no more than the lines that it is about.

use std::collections::HashSet;

use toml_edit::{Array, Item as Node, Table, TableLike, Value as Written};

use super::array::Row;
use super::blocks::{self, Block, blocks};
use super::edit::{Edit, Item, Refused};
use super::field::{Field, Part, Value};
use super::splice::{Splice, indent, line_end, line_start, newline, spliced};
use super::tree::{Found, Heading, Tree, leaves};
use super::write;
use crate::exercises;
use crate::routine::keys::{self, Group};
use crate::routine::{LONGEST_NAME, id_of_words};
use crate::tables::Takes;

/// Beyond so many items at once a list is written anew.
const MOST_PUT_IN: usize = 50;

type Splices = Result<Vec<Splice>, Refused>;

/// The text after an edit.
pub(super) fn changed(tree: &Tree, edit: &Edit) -> Result<String, Refused> {
    let splices = match edit {
        Edit::Set(field, value) => set(tree, field, value)?,
        Edit::Unset(field) => unset(tree, field)?,
        Edit::Add { list, at, item } => add(tree, list, *at, item)?,
        Edit::Duplicate { list, at } => duplicate(tree, list, *at)?,
        Edit::Remove { list, at } => remove(tree, list, *at)?,
        Edit::Move { list, from, to } => shift(tree, list, *from, *to)?,
        Edit::Several(edits) => return several(tree, edits),
        Edit::Text(text) => return Ok(text.clone()),
    };
    if splices.is_empty() {
        return Ok(tree.text().to_owned());
    }
    let text = spliced(tree.text(), splices);
    // What can't be read after an edit is not made of a text that could.
    let after = Tree::of(&text).ok_or(Refused::Unwritable)?;
    match edit {
        // Items meet at their commas: they are put in and taken out one after another.
        Edit::Set(field, value @ Value::Texts(_)) if after.value(field).as_ref() != Some(value) => {
            changed(&after, edit)
        }
        _ => Ok(text),
    }
}

fn several(tree: &Tree, edits: &[Edit]) -> Result<String, Refused> {
    let mut tree = tree.clone();
    for edit in edits {
        let text = changed(&tree, edit)?;
        tree = Tree::of(&text).ok_or(Refused::Unwritable)?;
    }
    Ok(tree.text().to_owned())
}

fn set(tree: &Tree, field: &Field, value: &Value) -> Splices {
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
fn line(tree: &Tree, key: &str, value: &Value, takes: &Takes) -> String {
    let written = match (value, takes) {
        (Value::Texts(texts), Takes::Texts { longest }) if *longest > LONGEST_NAME => {
            write::lines(texts, newline(tree.text()))
        }
        _ => write::value(value, Some(takes), None),
    };
    format!("{key} = {written}")
}

fn replace(tree: &Tree, written: &Written, value: &Value, takes: &Takes) -> Vec<Splice> {
    let span = written.span().unwrap_or_default();
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

/// The items of a list that are others than before, and one of those that are put in or taken out; `None` if
/// it holds lists or tables.
fn list(tree: &Tree, array: &Array, texts: &[String]) -> Option<Vec<Splice>> {
    let old: Option<Vec<_>> = array.iter().map(|item| tree.scalar(item)).collect();
    let old = old?;
    if old.len().abs_diff(texts.len()) > MOST_PUT_IN {
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
    if let Some(extra) = texts.get(front + both).filter(|_| new.len() > old.len()) {
        splices.extend(row.insert(front + both, &write::quoted(extra)));
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

fn row_of_array<'t>(tree: &'t Tree, array: &Array) -> Option<Row<'t>> {
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
            Some(end) => super::splice::comma(text, end).map_or(end, |comma| comma + 1),
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
fn insert(tree: &Tree, part: &Part, found: Found<'_>, key: &str, line: &str) -> Splices {
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
fn section(tree: &Tree, key: &str, lines: &str) -> Splice {
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

fn unset(tree: &Tree, field: &Field) -> Splices {
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

/// How a list of tables is written.
enum Shape<'t> {
    Headings(Vec<Block>),
    Array(Row<'t>),
    Absent,
}

fn shape<'t>(tree: &'t Tree, list: &Field) -> Result<Shape<'t>, Refused> {
    match tree.item(list) {
        None | Some(Node::None) => Ok(Shape::Absent),
        Some(Node::ArrayOfTables(_)) => Ok(Shape::Headings(blocks(tree, &steps(list)))),
        Some(Node::Value(Written::Array(array))) => {
            let row = row_of_array(tree, array).ok_or(Refused::Unwritable)?;
            Ok(Shape::Array(row))
        }
        Some(_) => Err(Refused::NotAList),
    }
}

fn steps(list: &Field) -> Vec<(&'static str, Option<usize>)> {
    [&list.part.steps[..], &[(list.key, None)]].concat()
}

fn add(tree: &Tree, list: &Field, at: usize, item: &Item) -> Splices {
    let Some(Takes::Tables(group)) = list.takes() else {
        return Err(Refused::Unknown);
    };
    let shape = shape(tree, list)?;
    let count = tree.count(list);
    let heading = format!("[[{}]]", heading_of(&list.part.below(list.key)));
    let lines = lines_of(tree, item, &heading, group)?;
    put(tree, list, &shape, at.min(count), &lines)
}

/// A new table as lines with their heading, an id that is no other's with it.
fn lines_of(tree: &Tree, item: &Item, heading: &str, group: &Group) -> Result<String, Refused> {
    let newline = newline(tree.text());
    match item {
        Item::Keys(keys) => {
            let mut lines = heading.to_owned();
            for (key, value) in keys {
                let key = group.key(key).ok_or(Refused::Unknown)?;
                lines.push_str(newline);
                lines.push_str(&line(tree, key.name, value, &key.takes));
            }
            Ok(lines)
        }
        Item::Library(id) => {
            let text = exercises::text(id, &tree.language()).ok_or(Refused::NotThere)?;
            let lines = with_id(text, &fresh_id(tree, id))?;
            Ok(lines.trim_end().replace('\n', newline))
        }
    }
}

/// The text of one exercise with that id.
fn with_id(text: &str, id: &str) -> Result<String, Refused> {
    let tree = Tree::of(text).ok_or(Refused::Unwritable)?;
    changed(
        &tree,
        &Edit::Set(Part::exercise(0).field("id"), Value::text(id)),
    )
}

/// Puts lines with a heading into a list, as the list is written.
fn put(tree: &Tree, list: &Field, shape: &Shape<'_>, at: usize, lines: &str) -> Splices {
    let text = tree.text();
    match shape {
        Shape::Headings(blocks) => Ok(vec![match blocks.get(at) {
            Some(block) => blocks::before(text, block.start(), lines),
            None => {
                let end = blocks.last().map_or(text.len(), Block::end);
                blocks::after(text, end, lines)
            }
        }]),
        Shape::Array(row) => Ok(row.insert(at, &in_braces(lines)?)),
        Shape::Absent if list.part.steps.is_empty() => Ok(vec![section(tree, list.key, lines)]),
        Shape::Absent => match tree.part(&list.part).ok_or(Refused::NotThere)? {
            Found::Lines(_) => {
                let parts = list.part.steps.split_last();
                let (last, above) = parts.ok_or(Refused::NotThere)?;
                let way = [above, &[(last.0, None)]].concat();
                let blocks = blocks(tree, &way);
                let block = blocks.get(last.1.unwrap_or_default());
                let block = block.ok_or(Refused::NotAList)?;
                Ok(vec![blocks::after(text, block.end(), lines)])
            }
            found => {
                let line = format!("{} = [{}]", list.key, in_braces(lines)?);
                insert(tree, &list.part, found, list.key, &line)
            }
        },
    }
}

/// The table that lines with a heading make, between braces.
fn in_braces(lines: &str) -> Result<String, Refused> {
    let tree = Tree::of(lines).ok_or(Refused::Unwritable)?;
    let mut table = tree.root();
    // Down to where the keys are: a heading may have several parts.
    loop {
        let mut below = table.iter().map(|(_, item)| item);
        table = match (below.next(), below.next()) {
            (Some(Node::ArrayOfTables(tables)), None) => {
                return tables
                    .get(0)
                    .map(write::inline_table)
                    .ok_or(Refused::Unwritable);
            }
            (Some(Node::Table(table)), None) => table,
            _ => return Err(Refused::Unwritable),
        };
    }
}

/// What stands between the brackets of a table's heading.
fn heading_of(part: &Part) -> String {
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

fn duplicate(tree: &Tree, list: &Field, at: usize) -> Splices {
    let is_exercise = list.part.steps.is_empty();
    let shape = shape(tree, list)?;
    let text = tree.text();
    match &shape {
        Shape::Headings(blocks) => {
            let block = blocks.get(at).ok_or(Refused::NotThere)?;
            let mut lines = block.body(text);
            if is_exercise {
                // So that a heading alone shows how its lines end.
                lines.push_str(newline(text));
                lines = with_id(&lines, &fresh_id(tree, &id_at(tree, at)))?;
                lines.truncate(lines.trim_end_matches(['\r', '\n']).len());
            }
            Ok(vec![blocks::after(text, block.end(), &lines)])
        }
        Shape::Array(row) => {
            let item = row.items.get(at).ok_or(Refused::NotThere)?;
            let mut copy = text[item.clone()].to_owned();
            if is_exercise {
                let alone = format!("exercise = [{copy}]");
                let alone = with_id(&alone, &fresh_id(tree, &id_at(tree, at)))?;
                let inner = alone
                    .split_once('[')
                    .and_then(|(_, it)| it.strip_suffix(']'));
                inner.ok_or(Refused::Unwritable)?.clone_into(&mut copy);
            }
            Ok(row.insert(at + 1, &copy))
        }
        Shape::Absent => Err(Refused::NotThere),
    }
}

fn remove(tree: &Tree, list: &Field, at: usize) -> Splices {
    match shape(tree, list)? {
        Shape::Headings(blocks) => {
            let block = blocks.get(at).ok_or(Refused::NotThere)?;
            Ok(blocks::remove(tree.text(), block))
        }
        Shape::Array(row) if at < row.items.len() => Ok(row.remove(at)),
        Shape::Array(_) | Shape::Absent => Err(Refused::NotThere),
    }
}

fn shift(tree: &Tree, list: &Field, from: usize, to: usize) -> Splices {
    let count = tree.count(list);
    if from >= count || to >= count {
        return Err(Refused::NotThere);
    }
    if from == to {
        return Ok(Vec::new());
    }
    match shape(tree, list)? {
        Shape::Headings(blocks) => Ok(blocks::shift(tree.text(), &blocks, from, to)),
        Shape::Array(row) => Ok(row.shift(from, to)),
        Shape::Absent => Err(Refused::NotThere),
    }
}

/// The id of an exercise, or what its id is made of.
fn id_at(tree: &Tree, at: usize) -> String {
    let part = Part::exercise(at);
    let text = |key| tree.value(&part.field(key)).map(|value| value.shown());
    let named = || Some(id_of_words(&text("name")?, "exercise"));
    let id = text("id").or_else(|| text("use")).or_else(named);
    id.unwrap_or_else(|| "exercise".to_owned())
}

/// An id like another that no exercise has.
fn fresh_id(tree: &Tree, like: &str) -> String {
    let count = tree.count(&Part::top().field("exercise"));
    let mut taken = HashSet::new();
    for at in 0..count {
        let id = id_at(tree, at);
        let mut own = id.clone();
        let mut number = 2;
        while !taken.insert(own) {
            own = format!("{id}-{number}");
            number += 1;
        }
    }
    let numbered = like.rsplit_once('-');
    let is_number = |end: &str| !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_digit());
    let first = match numbered {
        Some((first, end)) if is_number(end) && taken.contains(like) => first,
        _ => like,
    };
    let mut id = first.to_owned();
    let mut number = 2;
    while taken.contains(&id) {
        id = format!("{first}-{number}");
        number += 1;
    }
    id
}
