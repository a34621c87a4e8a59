//! Which fields of a table come first, and how much room each takes.

use crate::editing::{Field, Part};
use crate::routine::keys::{Group, Key, Takes};

/// What most exercises are told by, in the order in which one tells it. All else is folded away until
/// it is asked for, or written.
const FIRST_OF_EXERCISE: [&str; 16] = [
    "name",
    "figure",
    "image",
    "kind",
    "sides",
    "hold",
    "time",
    "pace",
    "reps",
    "sets",
    "rest",
    "instructions",
    "feel_it_in",
    "caution",
    "easier",
    "cue",
];
/// Of what is folded away, what is looked for: the rest is a number until it is asked for.
const SOUGHT: [&str; 8] = [
    "harder",
    "clinician_note",
    "load",
    "tempo",
    "days",
    "prepare",
    "rest_after",
    "source",
];
/// And a routine.
const FIRST_OF_ROUTINE: [&str; 4] = ["title", "summary", "language", "revision"];

/// The keys of a group that come first, and the others, each in its order. What is a part of the
/// routine with a place of its own is in neither.
pub(super) fn fields(group: &Group) -> (Vec<&'static Key>, Vec<&'static Key>) {
    let first: &[&str] = match group.heading {
        "[[exercise]]" => &FIRST_OF_EXERCISE,
        "" => &FIRST_OF_ROUTINE,
        _ => return (group.keys().collect(), Vec::new()),
    };
    let in_order = first.iter().filter_map(|name| group.key(name)).collect();
    let has_place = |key: &&Key| !first.contains(&key.name) && !is_place(group, key);
    (in_order, group.keys().filter(has_place).collect())
}

/// Those of the folded fields that are named, where they are too many to be read.
pub(super) fn named<'k>(folded: &[&'k Key]) -> Vec<&'k Key> {
    if folded.len() <= SOUGHT.len() {
        return folded.to_vec();
    }
    let sought = SOUGHT.iter();
    let found = sought.filter_map(|name| folded.iter().find(|key| key.name == *name));
    found.copied().collect()
}

/// The field of a part that comes first.
pub(super) fn first_of(part: &Part) -> Option<Field> {
    let (first, _) = fields(part.group()?);
    Some(part.field(first.first()?.name))
}

/// Whether the key is a part of the routine that the list at the side leads to.
pub(super) fn is_place(group: &Group, key: &Key) -> bool {
    let is_table = matches!(key.takes, Takes::Table(_) | Takes::Tables(_));
    group.heading.is_empty() && is_table && key.name != "group"
}

/// Of four columns, how many a field takes.
pub(super) fn columns_of(key: &Key) -> usize {
    match key.takes {
        Takes::Length { .. }
        | Takes::Whole { .. }
        | Takes::Count { .. }
        | Takes::Format
        | Takes::Date
        | Takes::Id
        | Takes::Language => 1,
        Takes::Text { .. }
        | Takes::Source
        | Takes::Tempo
        | Takes::Image
        | Takes::Exercise
        | Takes::Figure
        | Takes::Times => 2,
        _ => 4,
    }
}

/// How many columns a form of this width has, and each field of them at least.
pub(super) fn columns_in(width: f32) -> usize {
    match width {
        ..230.0 => 1,
        ..460.0 => 2,
        _ => 4,
    }
}

/// The fields in lines, each with the columns that it takes. A line that others leave room in is filled by
/// its last field.
pub(super) fn lines<'k>(keys: &[&'k Key], columns: usize) -> Vec<Vec<(&'k Key, usize)>> {
    let mut lines: Vec<Vec<(&Key, usize)>> = Vec::new();
    let mut left = 0;
    for key in keys {
        let takes = if columns == 4 {
            columns_of(key)
        } else if columns_of(key) == 1 {
            1
        } else {
            columns
        };
        if let Some(line) = lines.last_mut().filter(|_| takes <= left) {
            line.push((key, takes));
            left -= takes;
        } else {
            fill(lines.last_mut(), left);
            lines.push(vec![(key, takes)]);
            left = columns - takes;
        }
    }
    fill(lines.last_mut(), left);
    lines
}

/// Words take what room there is; a number is no easier to read in more.
fn fill(line: Option<&mut Vec<(&Key, usize)>>, left: usize) {
    if let Some((key, takes)) = line.and_then(|line| line.last_mut())
        && columns_of(key) > 1
    {
        *takes += left;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::routine::keys::GROUPS;

    #[test]
    fn every_key_of_the_format_is_in_one_place_of_the_editor() {
        for group in GROUPS {
            let (first, more) = fields(group);
            let shown: Vec<&str> = first.iter().chain(&more).map(|key| key.name).collect();
            let all: BTreeSet<&str> = shown.iter().copied().collect();
            assert_eq!(shown.len(), all.len(), "{}: {shown:?}", group.heading);
            let places = group.keys().filter(|key| is_place(group, key));
            let places = places.map(|key| key.name);
            let all: BTreeSet<&str> = all.into_iter().chain(places).collect();
            assert_eq!(
                all,
                group.names().into_iter().collect(),
                "{}",
                group.heading
            );
        }
    }

    #[test]
    fn what_comes_first_is_in_the_format() {
        for (heading, names) in [
            ("[[exercise]]", &FIRST_OF_EXERCISE[..]),
            ("[[exercise]]", &SOUGHT),
            ("", &FIRST_OF_ROUTINE),
        ] {
            let group = GROUPS
                .iter()
                .find(|group| group.heading == heading)
                .unwrap();
            assert!(
                names.iter().all(|name| group.key(name).is_some()),
                "{names:?}"
            );
        }
    }

    #[test]
    fn no_line_is_wider_than_the_form() {
        for group in GROUPS {
            let keys: Vec<_> = group.keys().collect();
            for columns in [1, 2, 4] {
                for line in lines(&keys, columns) {
                    let taken: usize = line.iter().map(|(_, takes)| takes).sum();
                    assert!(taken <= columns, "{line:?}");
                }
            }
        }
    }
}
