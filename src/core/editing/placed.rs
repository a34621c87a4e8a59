//! At which field each mistake of a text belongs.

use std::ops::Range;

use toml_edit::{Item, TableLike, Value as Written};

use super::field::{Field, Part};
use super::tree::Tree;
use crate::routine::Mistake;
use crate::routine::keys::{self, Group};
use crate::tables::Takes;

/// Where a mistake is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// Beside a field.
    Field(Field),
    /// With a table as a whole, such as an exercise.
    Part(Part),
    /// By its line: nothing that the editor has a field for.
    Line,
}

impl At {
    /// The same in another exercise, if it is in one.
    pub(super) fn in_exercise(self, index: usize) -> Self {
        match self {
            Self::Field(field) => Self::Field(field.in_exercise(index)),
            Self::Part(part) => Self::Part(part.in_exercise(index)),
            Self::Line => Self::Line,
        }
    }
}

/// A key, or a whole table, with the bytes that it takes up.
struct Spot {
    range: Range<usize>,
    at: At,
}

/// All places of a piece of text at which the reader may report something.
pub(super) struct Spots {
    /// Those that lie within others after them.
    spots: Vec<Spot>,
}

impl Spots {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut spots = Vec::new();
        collect(tree.root(), &Part::top(), &keys::ROUTINE, &mut spots);
        spots.sort_by_key(|spot| (spot.range.start, spot.range.end));
        Self { spots }
    }

    pub(super) fn place(&self, mistake: &Mistake, byte: usize) -> At {
        let until = self.spots.partition_point(|spot| spot.range.start <= byte);
        // Few lie around a byte: the keys of one table, then those above it.
        let around = self.spots[..until].iter().rev();
        let mut around = around.filter(|spot| byte < spot.range.end.max(spot.range.start + 1));
        let found = around.next().map(|spot| spot.at.clone());
        about(mistake, found)
    }
}

fn about(mistake: &Mistake, found: Option<At>) -> At {
    let part = match &found {
        Some(At::Field(field)) => field.part.clone(),
        Some(At::Part(part)) => part.clone(),
        Some(At::Line) => return At::Line,
        None => match mistake {
            // What is missing from the top, and what ends it.
            Mistake::KeyMissing { .. } | Mistake::FormatMissing => Part::top(),
            Mistake::NoExercise => return At::Field(Part::top().field("exercise")),
            _ => return At::Line,
        },
    };
    if matches!(mistake, Mistake::KeyUnknown { .. }) {
        return At::Part(part);
    }
    let key = mistake.key();
    let known = key.and_then(|key| part.group()?.key(key));
    match known {
        Some(key) => At::Field(part.field(key.name)),
        None => found.unwrap_or(At::Part(part)),
    }
}

fn collect(table: &dyn TableLike, part: &Part, group: &'static Group, spots: &mut Vec<Spot>) {
    for (name, item) in table.iter() {
        let span = table.key(name).and_then(toml_edit::Key::span);
        let Some(key) = group.key(name) else {
            let range = span.unwrap_or_default();
            let at = At::Part(part.clone());
            spots.push(Spot { range, at });
            continue;
        };
        let below = match key.takes {
            Takes::Table(group) | Takes::Tables(group) => Some(group),
            _ => None,
        };
        let value = match item {
            Item::Value(value) => value.span(),
            _ => None,
        };
        if let (Some(span), Some(value)) = (span, value) {
            let at = match (&key.takes, part.steps.is_empty()) {
                // A figure of the file's own has no fields here.
                (Takes::Named(_), _) => At::Line,
                _ => At::Field(part.field(key.name)),
            };
            spots.push(Spot {
                range: span.start..value.end,
                at,
            });
        }
        let Some(below) = below else { continue };
        match item {
            Item::Table(table) => whole(table, table.span(), &part.below(key.name), below, spots),
            Item::Value(Written::InlineTable(table)) => {
                whole(table, table.span(), &part.below(key.name), below, spots);
            }
            Item::ArrayOfTables(tables) => {
                for (index, table) in tables.iter().enumerate() {
                    let part = part.item(key.name, index);
                    whole(table, table.span(), &part, below, spots);
                }
            }
            Item::Value(Written::Array(array)) => {
                for (index, item) in array.iter().enumerate() {
                    if let Some(table) = item.as_inline_table() {
                        let part = part.item(key.name, index);
                        whole(table, table.span(), &part, below, spots);
                    }
                }
            }
            Item::None | Item::Value(_) => {}
        }
    }
}

fn whole(
    table: &dyn TableLike,
    span: Option<Range<usize>>,
    part: &Part,
    group: &'static Group,
    spots: &mut Vec<Spot>,
) {
    let at = At::Part(part.clone());
    let range = span.unwrap_or_default();
    spots.push(Spot { range, at });
    collect(table, part, group, spots);
}
