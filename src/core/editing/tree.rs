//! Where the tables, keys and values of a text stand in it.

use std::ops::Range;

use toml_edit::{Document, Item, Table, TableLike, Value as Written};

use super::field::{Field, Part, Value};
use crate::routine::defaults;

/// A text of TOML with the places of all that it says.
#[derive(Debug, Clone)]
pub(super) struct Tree {
    document: Document<String>,
}

/// A key with its value.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    /// The key's own bytes, without those before a dot.
    pub(super) key: Range<usize>,
    pub(super) value: Range<usize>,
    /// The keys from its table on: several where they are written with dots.
    pub(super) path: Vec<String>,
}

/// A heading, in the order of the file.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) span: Range<usize>,
    /// The table that it begins.
    pub(super) path: Vec<(String, Option<usize>)>,
}

/// A table of the text, however it is written.
#[derive(Clone, Copy)]
pub(super) enum Found<'t> {
    /// The top, or one with a heading.
    Lines(&'t Table),
    /// By keys with dots, between these braces.
    Dotted(&'t dyn TableLike, Option<(usize, usize)>),
    /// Between braces.
    Inline(&'t dyn TableLike, (usize, usize)),
    /// Only by what is below it.
    Implied(&'t Table),
}

impl<'t> Found<'t> {
    pub(super) fn table(self) -> &'t dyn TableLike {
        match self {
            Self::Lines(table) | Self::Implied(table) => table,
            Self::Dotted(table, _) | Self::Inline(table, _) => table,
        }
    }

    /// The braces that it stands between, if it does.
    pub(super) fn braces(self) -> Option<(usize, usize)> {
        match self {
            Self::Inline(_, braces) => Some(braces),
            Self::Dotted(_, braces) => braces,
            Self::Lines(_) | Self::Implied(_) => None,
        }
    }
}

impl Tree {
    /// `None` if the text is no TOML.
    pub(super) fn of(text: &str) -> Option<Self> {
        let document = Document::parse(text.to_owned()).ok()?;
        Some(Self { document })
    }

    pub(super) fn text(&self) -> &str {
        self.document.raw()
    }

    pub(super) fn root(&self) -> &Table {
        self.document.as_table()
    }

    /// The table of a part, if there is one.
    pub(super) fn part(&self, part: &Part) -> Option<Found<'_>> {
        let mut found = Found::Lines(self.root());
        for (key, index) in &part.steps {
            let item = found.table().get(key)?;
            found = below(item, *index, found.braces())?;
        }
        Some(found)
    }

    /// The table on the way to a part that stands between these braces.
    pub(super) fn between(&self, part: &Part, braces: (usize, usize)) -> Option<&dyn TableLike> {
        let mut found = Found::Lines(self.root());
        for (key, index) in &part.steps {
            found = below(found.table().get(key)?, *index, found.braces())?;
            if let Found::Inline(table, own) = found
                && own == braces
            {
                return Some(table);
            }
        }
        None
    }

    /// What stands at a key.
    pub(super) fn item(&self, field: &Field) -> Option<&Item> {
        self.part(&field.part)?.table().get(field.key)
    }

    /// The value of a key as a person reads it.
    pub(super) fn value(&self, field: &Field) -> Option<Value> {
        let item = self.item(field)?;
        Some(match item {
            Item::Value(value) => self.read(value),
            _ => Value::Other(String::new()),
        })
    }

    /// The language that the file is written in.
    pub(super) fn language(&self) -> String {
        let written = self.value(&Part::top().field("language"));
        written.map_or_else(|| defaults::LANGUAGE.to_owned(), |tag| tag.shown())
    }

    fn read(&self, value: &Written) -> Value {
        match value {
            Written::Boolean(flag) => Value::Flag(*flag.value()),
            Written::Array(array) => {
                let texts: Option<Vec<_>> = array.iter().map(|item| self.scalar(item)).collect();
                texts.map_or_else(|| Value::Other(self.written(value)), Value::Texts)
            }
            other => match self.scalar(other) {
                Some(text) => Value::Text(text),
                None => Value::Other(self.written(value)),
            },
        }
    }

    /// A value that is neither a list nor a table.
    pub(super) fn scalar(&self, value: &Written) -> Option<String> {
        match value {
            Written::String(text) => Some(text.value().clone()),
            Written::Array(_) | Written::InlineTable(_) => None,
            other => Some(self.written(other)),
        }
    }

    fn written(&self, value: &Written) -> String {
        let span = value.span().unwrap_or_default();
        self.text().get(span).unwrap_or_default().to_owned()
    }

    /// How many tables a list has.
    pub(super) fn count(&self, list: &Field) -> usize {
        match self.item(list) {
            Some(Item::ArrayOfTables(tables)) => tables.len(),
            Some(Item::Value(Written::Array(array))) => array.len(),
            Some(Item::Table(_) | Item::Value(Written::InlineTable(_))) => 1,
            _ => 0,
        }
    }

    /// All headings, in the order of the text.
    pub(super) fn headings(&self) -> Vec<Heading> {
        let mut headings = Vec::new();
        collect_headings(self.root(), &[], &mut headings);
        headings.sort_by_key(|heading| heading.span.start);
        headings
    }
}

/// The table that an item is, or one of those that it is.
fn below(item: &Item, index: Option<usize>, braces: Option<(usize, usize)>) -> Option<Found<'_>> {
    match (item, index.unwrap_or_default()) {
        (Item::ArrayOfTables(tables), at) if index.is_some() => tables.get(at).map(Found::Lines),
        (Item::Value(Written::Array(array)), at) if index.is_some() => {
            let table = array.get(at)?.as_inline_table()?;
            let span = table.span()?;
            Some(Found::Inline(table, (span.start, span.end)))
        }
        // In place of a list, it is reported and read all the same.
        (Item::Table(table), 0) if table.is_dotted() => Some(Found::Dotted(table, braces)),
        (Item::Table(table), 0) if table.is_implicit() => Some(Found::Implied(table)),
        (Item::Table(table), 0) => Some(Found::Lines(table)),
        (Item::Value(Written::InlineTable(table)), 0) if table.is_dotted() => {
            Some(Found::Dotted(table, braces))
        }
        (Item::Value(Written::InlineTable(table)), 0) => {
            let span = table.span()?;
            Some(Found::Inline(table, (span.start, span.end)))
        }
        _ => None,
    }
}

fn collect_headings(table: &Table, path: &[(String, Option<usize>)], headings: &mut Vec<Heading>) {
    for (key, item) in table {
        let at = |index| [path, &[(key.to_owned(), index)]].concat();
        match item {
            Item::Table(table) => {
                let path = at(None);
                if !table.is_dotted() && !table.is_implicit() {
                    let span = table.span().unwrap_or_default();
                    headings.push(Heading {
                        span,
                        path: path.clone(),
                    });
                }
                collect_headings(table, &path, headings);
            }
            Item::ArrayOfTables(tables) => {
                for (index, table) in tables.iter().enumerate() {
                    let path = at(Some(index));
                    let span = table.span().unwrap_or_default();
                    headings.push(Heading {
                        span,
                        path: path.clone(),
                    });
                    collect_headings(table, &path, headings);
                }
            }
            _ => {}
        }
    }
}

/// The keys of a table with their values, in the order of the text, those with dots too; none that stand below
/// a heading of their own.
pub(super) fn leaves(table: &dyn TableLike) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    collect_leaves(table, &[], &mut leaves);
    leaves.sort_by_key(|leaf| leaf.value.start);
    leaves
}

fn collect_leaves(table: &dyn TableLike, path: &[String], leaves: &mut Vec<Leaf>) {
    for (name, item) in table.iter() {
        let here = || [path, &[name.to_owned()]].concat();
        match item {
            Item::Table(table) if table.is_dotted() => collect_leaves(table, &here(), leaves),
            Item::Value(Written::InlineTable(table)) if table.is_dotted() => {
                collect_leaves(table, &here(), leaves);
            }
            Item::Value(value) => {
                let key = table.key(name).and_then(toml_edit::Key::span);
                if let (Some(key), Some(value)) = (key, value.span()) {
                    let path = here();
                    leaves.push(Leaf { key, value, path });
                }
            }
            _ => {}
        }
    }
}
