//! A table put into a list of them, taken out, copied and moved.

use std::collections::HashSet;

use toml_edit::{Item as Node, Value as Written};

use super::array::Row;
use super::blocks::{self, Block, blocks};
use super::edit::{Item, Refused};
use super::field::{Field, Part, Value};
use super::ids;
use super::keys::{Splices, heading_of, insert, line, row_of_array, section, set};
use super::splice::{newline, spliced};
use super::tree::{Found, Tree};
use super::{of_library, write};
use crate::tables::{Group, Takes};

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

pub(super) fn add(tree: &Tree, list: &Field, at: usize, item: &Item) -> Splices {
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
            let text = of_library(id, &tree.language()).ok_or(Refused::NotThere)?;
            let lines = with_id(&text, &fresh_id(tree, id))?;
            Ok(lines.trim_end().replace('\n', newline))
        }
    }
}

/// The text of one exercise with that id.
fn with_id(text: &str, id: &str) -> Result<String, Refused> {
    let tree = Tree::of(text).ok_or(Refused::Unwritable)?;
    let splices = set(&tree, &Part::exercise(0).field("id"), &Value::text(id))?;
    Ok(spliced(text, splices))
}

/// Puts lines with a heading into a list, as the list is written.
fn put(tree: &Tree, list: &Field, shape: &Shape<'_>, at: usize, lines: &str) -> Splices {
    let text = tree.text();
    match shape {
        Shape::Headings(blocks) => {
            let end = blocks.last().map_or(text.len(), Block::end);
            let next = blocks.get(at).map(Block::start);
            Ok(vec![match next {
                Some(start) => blocks::before(text, start, lines),
                None => blocks::after(text, end, lines),
            }])
        }
        Shape::Array(row) => Ok(row.insert(at, &in_braces(lines)?)),
        Shape::Absent if list.part.steps.is_empty() => Ok(vec![section(tree, list.key, lines)]),
        Shape::Absent => match tree.part(&list.part).ok_or(Refused::NotThere)? {
            Found::Lines(_) => {
                let parts = list.part.steps.split_last();
                let (own, above) = parts.ok_or(Refused::NotThere)?;
                let way = [above, &[(own.0, None)]].concat();
                let blocks = blocks(tree, &way);
                let block = blocks.get(own.1.unwrap_or_default());
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

pub(super) fn duplicate(tree: &Tree, list: &Field, at: usize) -> Splices {
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

pub(super) fn remove(tree: &Tree, list: &Field, at: usize) -> Splices {
    match shape(tree, list)? {
        Shape::Headings(blocks) => {
            let block = blocks.get(at).ok_or(Refused::NotThere)?;
            Ok(blocks::remove(tree.text(), block))
        }
        Shape::Array(row) if at < row.items.len() => Ok(row.remove(at)),
        Shape::Array(_) | Shape::Absent => Err(Refused::NotThere),
    }
}

pub(super) fn shift(tree: &Tree, list: &Field, from: usize, to: usize) -> Splices {
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

fn ids(tree: &Tree) -> Vec<String> {
    let count = tree.count(&Part::top().field("exercise"));
    ids::ids(count, |field| tree.value(field))
}

fn id_at(tree: &Tree, at: usize) -> String {
    let id = ids(tree).into_iter().nth(at);
    id.unwrap_or_else(|| "exercise".to_owned())
}

/// An id like another that no exercise has.
fn fresh_id(tree: &Tree, like: &str) -> String {
    let taken: HashSet<String> = ids(tree).into_iter().collect();
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
