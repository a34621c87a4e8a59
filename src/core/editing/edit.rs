//! What can be done to a routine's text.

use super::field::{Field, Part, Value};
use crate::message::Message;

/// One edit, which is undone as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Writes a key, which may be there or not. Its table is made if it must be.
    Set(Field, Value),
    /// Takes a key out with its line.
    Unset(Field),
    /// Puts a table into a list before the one at a place, or at its end.
    Add { list: Field, at: usize, item: Item },
    /// Puts a copy after one of a list; an exercise's with an id of its own.
    Duplicate { list: Field, at: usize },
    /// Takes one out of a list.
    Remove { list: Field, at: usize },
    /// Moves one to the place of another.
    Move { list: Field, from: usize, to: usize },
    /// One after another.
    Several(Vec<Edit>),
    /// Another text in place of all of it.
    Text(String),
}

/// A table to be put into a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// Of these keys.
    Keys(Vec<(&'static str, Value)>),
    /// An exercise that comes with the app, written out in the language of the file, so that all of it can be
    /// changed.
    Library(String),
}

impl Edit {
    /// The table with the key or the list that it is about; `None` if there may be several.
    pub(super) fn part(&self) -> Option<&Part> {
        match self {
            Self::Set(field, _) | Self::Unset(field) => Some(&field.part),
            Self::Add { list, .. }
            | Self::Duplicate { list, .. }
            | Self::Remove { list, .. }
            | Self::Move { list, .. } => Some(&list.part),
            Self::Several(_) | Self::Text(_) => None,
        }
    }

    /// The same in another exercise, if it is about something in one.
    pub(super) fn in_exercise(&self, index: usize) -> Self {
        let mut edit = self.clone();
        match &mut edit {
            Self::Set(field, _)
            | Self::Unset(field)
            | Self::Add { list: field, .. }
            | Self::Duplicate { list: field, .. }
            | Self::Remove { list: field, .. }
            | Self::Move { list: field, .. } => *field = field.clone().in_exercise(index),
            Self::Several(_) | Self::Text(_) => {}
        }
        edit
    }

    /// The edit with others after it, as one.
    pub(super) fn and(self, others: Vec<Edit>) -> Self {
        let mut all = match self {
            Self::Several(edits) => edits,
            edit => vec![edit],
        };
        all.extend(others);
        Self::Several(all)
    }

    /// Where an exercise is after it; `None` if it is gone.
    pub fn place_after(&self, exercise: usize) -> Option<usize> {
        match self {
            Self::Several(edits) => edits
                .iter()
                .try_fold(exercise, |at, edit| edit.place_after(at)),
            Self::Add { list, at, .. } if *list == exercises() => {
                Some(exercise + usize::from(*at <= exercise))
            }
            Self::Duplicate { list, at } if *list == exercises() => {
                Some(exercise + usize::from(*at < exercise))
            }
            Self::Remove { list, at } if *list == exercises() => {
                (*at != exercise).then(|| exercise - usize::from(*at < exercise))
            }
            Self::Move { list, from, to } if *list == exercises() => Some(if *from == exercise {
                *to
            } else {
                let without = exercise - usize::from(*from < exercise);
                without + usize::from(*to <= without)
            }),
            _ => Some(exercise),
        }
    }

    /// Adds an exercise at a place.
    pub fn add_exercise(at: usize, item: Item) -> Self {
        Self::Add {
            list: exercises(),
            at,
            item,
        }
    }

    /// Copies an exercise, with an id of its own.
    pub fn duplicate_exercise(at: usize) -> Self {
        Self::Duplicate {
            list: exercises(),
            at,
        }
    }

    /// Takes an exercise out.
    pub fn remove_exercise(at: usize) -> Self {
        Self::Remove {
            list: exercises(),
            at,
        }
    }

    /// Moves an exercise to the place of another.
    pub fn move_exercise(from: usize, to: usize) -> Self {
        Self::Move {
            list: exercises(),
            from,
            to,
        }
    }
}

/// The list of exercises.
pub fn exercises() -> Field {
    Part::top().field("exercise")
}

/// Why an edit was not done: the text is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Lines of the text break the grammar, so that nothing of it has a place.
    #[error("the text can't be read")]
    Unreadable,
    /// The format has no such key.
    #[error("no key of the format")]
    Unknown,
    /// The table that the edit is about is not there.
    #[error("not there")]
    NotThere,
    /// Where a value should be, the file has a table.
    #[error("written as a table")]
    WrittenAsTable,
    /// Where a list should be, the file has something else.
    #[error("not a list")]
    NotAList,
    /// The text could not be read any more after it.
    #[error("can't be written here")]
    Unwritable,
}

impl Refused {
    /// Why, and what to do.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Unreadable => "edit-refused-unreadable",
            Self::Unknown | Self::NotThere => "edit-refused-not-there",
            Self::WrittenAsTable | Self::NotAList | Self::Unwritable => "edit-refused-by-hand",
        })
    }
}
