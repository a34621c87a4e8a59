//! Where in a routine file a value stands, and the value as a person sees it.

use crate::message::Message;
use crate::routine::keys::{self, Group, Key};
use crate::tables::Takes;

/// A table of the file: the top of it, `[schedule]`, the third exercise, the first words at a moment in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part {
    /// The key of each table on the way, and which one it is where there may be several.
    pub(super) steps: Vec<(&'static str, Option<usize>)>,
}

impl Part {
    /// What stands before the first heading.
    pub fn top() -> Self {
        Self::default()
    }

    /// A table of the top: `schedule`, `safety`, `defaults` or `author`.
    pub fn table(key: &'static str) -> Self {
        Self::top().below(key)
    }

    /// An exercise, counted from 0 in the order of the file.
    pub fn exercise(index: usize) -> Self {
        Self::top().item("exercise", index)
    }

    /// A table in this one.
    #[must_use]
    pub fn below(&self, key: &'static str) -> Self {
        self.with(key, None)
    }

    /// One of the tables of a list in this one, counted from 0.
    #[must_use]
    pub fn item(&self, key: &'static str, index: usize) -> Self {
        self.with(key, Some(index))
    }

    fn with(&self, key: &'static str, index: Option<usize>) -> Self {
        let mut steps = self.steps.clone();
        steps.push((key, index));
        Self { steps }
    }

    /// One of its keys.
    pub fn field(&self, key: &'static str) -> Field {
        Field {
            part: self.clone(),
            key,
        }
    }

    /// The keys that it may have; `None` if there is no such table in the format.
    pub fn group(&self) -> Option<&'static Group> {
        keys::below(&keys::ROUTINE, self.steps.iter().map(|(key, _)| *key))
    }

    /// Which exercise it is, or is a part of.
    pub fn exercise_index(&self) -> Option<usize> {
        match self.steps.first() {
            Some(("exercise", index)) => *index,
            _ => None,
        }
    }

    /// The same of another exercise, if it is in one.
    #[must_use]
    pub(super) fn in_exercise(mut self, index: usize) -> Self {
        if let Some(("exercise", at)) = self.steps.first_mut() {
            *at = Some(index);
        }
        self
    }

    /// Whether it is `other` or a part of it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.steps.starts_with(&other.steps)
    }
}

/// A key of a table, whether it is written or not.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Field {
    pub part: Part,
    pub key: &'static str,
}

impl Field {
    /// The same of another exercise, if it is in one.
    #[must_use]
    pub(super) fn in_exercise(self, index: usize) -> Self {
        Self {
            part: self.part.in_exercise(index),
            ..self
        }
    }

    /// Its row in the table of keys.
    pub fn row(&self) -> Option<&'static Key> {
        self.part.group()?.key(self.key)
    }

    /// What people call it.
    pub fn label(&self) -> Message {
        let group = self.part.group().map_or("", |group| group.name);
        let key = format!("{group}-{}", self.key).replace('_', "-");
        Message::new("edit-label").with("key", key)
    }

    /// What it takes.
    pub fn takes(&self) -> Option<&'static Takes> {
        self.row().map(|key| &key.takes)
    }
}

/// What stands at a key, as a person reads and writes it: a number, a length of time and a date are texts, as
/// they may be mistyped like any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Flag(bool),
    /// One for each item of a list.
    Texts(Vec<String>),
    /// Anything else than the key can take, as it stands in the file.
    Other(String),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The text to show in a field of one line.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Other(text) => text.clone(),
            Self::Flag(flag) => flag.to_string(),
            Self::Texts(texts) => texts.join(", "),
        }
    }
}
