//! What the record knows each exercise by, kept where an edit would change it.

use std::collections::HashSet;

use super::{Edit, Editing, Field, Part, Value, exercises};
use crate::routine::id_of_words;

/// The id of an exercise.
pub(super) struct Known {
    pub(super) id: String,
    /// What it is before a number is added that tells it from others.
    first: String,
    is_written: bool,
}

impl Known {
    /// Whether it hangs on how many others of its name come before it.
    fn is_numbered(&self) -> bool {
        !self.is_written && self.id != self.first
    }
}

/// The id of each exercise, as the reader gives it: those that are written come first, whatever their place.
/// There are `count` exercises, of which `value` gives what is written.
pub(super) fn known(count: usize, value: impl Fn(&Field) -> Option<Value>) -> Vec<Known> {
    let text = |at, key| value(&Part::exercise(at).field(key));
    let written = |at| text(at, "id").map(|id| id.shown());
    let mut taken: HashSet<String> = (0..count).filter_map(written).collect();
    let known = (0..count).map(|at| {
        if let Some(id) = written(at) {
            let first = id.clone();
            return Known {
                id,
                first,
                is_written: true,
            };
        }
        let first = first_of(|key| Some(text(at, key)?.shown()));
        let mut id = first.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{first}-{number}");
            number += 1;
        }
        Known {
            id,
            first,
            is_written: false,
        }
    });
    known.collect()
}

/// What the id of an exercise without one of its own begins with.
fn first_of(text: impl Fn(&'static str) -> Option<String>) -> String {
    let named = || Some(id_of_words(&text("name")?, "exercise"));
    let first = text("use").or_else(named);
    first.unwrap_or_else(|| "exercise".to_owned())
}

impl Editing {
    /// An edit of the exercises, with the ids written along that it would change without a word: that of an
    /// exercise which has it from its name and gets another name, and those that are told apart by a number.
    /// `is_known` says of which ids somebody may know by now; the others are as free as the names.
    #[must_use]
    pub fn keeping_ids(&self, edit: Edit, is_known: impl Fn(&str) -> bool) -> Edit {
        let ids = || known(self.count(&exercises()), |field| self.value(field));
        let write =
            |at: usize, id: &str| Edit::Set(Part::exercise(at).field("id"), Value::text(id));
        match &edit {
            Edit::Set(field, _) | Edit::Unset(field) if field.key == "name" => {
                let place = field.part.exercise_index();
                let of = place.and_then(|at| Some((at, ids().into_iter().nth(at)?)));
                let Some((at, known)) = of.filter(|(_, it)| is_known(&it.id)) else {
                    return edit;
                };
                let gives_the_same = match &edit {
                    Edit::Set(_, name) => id_of_words(&name.shown(), "exercise") == known.id,
                    _ => false,
                };
                if gives_the_same {
                    return edit;
                }
                Edit::Several(vec![edit, write(at, &known.id)])
            }
            Edit::Remove { list, .. } | Edit::Move { list, .. } if *list == exercises() => {
                let mut known = ids();
                match edit {
                    Edit::Remove { at, .. } if at < known.len() => drop(known.remove(at)),
                    Edit::Move { from, to, .. } if from.max(to) < known.len() => {
                        let moved = known.remove(from);
                        known.insert(to, moved);
                    }
                    _ => return edit,
                }
                let numbered = known.iter().enumerate();
                let numbered = numbered.filter(|(_, it)| it.is_numbered() && is_known(&it.id));
                let writes: Vec<_> = numbered.map(|(at, it)| write(at, &it.id)).collect();
                if writes.is_empty() {
                    return edit;
                }
                Edit::Several([vec![edit], writes].concat())
            }
            _ => edit,
        }
    }
}
