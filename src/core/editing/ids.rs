//! What the record knows each exercise by.

use std::collections::HashSet;

use super::pieces::Pieces;
use super::{Field, Part, Value, exercises};
use crate::routine::id_of_words;

/// The id of each exercise, as the reader gives it: those that are written come first, whatever their place.
/// There are `count` exercises, of which `value` gives what is written.
pub(super) fn ids(count: usize, value: impl Fn(&Field) -> Option<Value>) -> Vec<String> {
    let text = |at, key| value(&Part::exercise(at).field(key));
    let written = |at| text(at, "id").map(|id| id.shown());
    let mut taken: HashSet<String> = (0..count).filter_map(written).collect();
    let ids = (0..count).map(|at| {
        if let Some(id) = written(at) {
            return id;
        }
        let first = first_of(|key| Some(text(at, key)?.shown()));
        let mut id = first.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{first}-{number}");
            number += 1;
        }
        id
    });
    ids.collect()
}

/// The ids of all exercises of a text.
pub(super) fn ids_in(pieces: &Pieces) -> Vec<String> {
    ids(pieces.count(&exercises()), |field| pieces.value(field))
}

/// What the id of an exercise without one of its own begins with.
fn first_of(text: impl Fn(&'static str) -> Option<String>) -> String {
    let named = || Some(id_of_words(&text("name")?, "exercise"));
    let first = text("use").or_else(named);
    first.unwrap_or_else(|| "exercise".to_owned())
}
