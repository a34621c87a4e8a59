//! A difference in a sentence.

use super::{Change, What};
use crate::message::{Arg, Message};

/// What is known of the order of two versions, and so how they are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// One comes after the other: what it says now, and what it said before.
    Now,
    /// Nobody knows which is the later, or the file is the earlier one: what stands in the file, and what in the
    /// person's own.
    SideBySide,
}

impl Change {
    /// The difference in a sentence.
    pub fn message(&self, telling: Telling) -> Message {
        let change = self.in_itself(telling);
        match (&self.exercise, &self.what) {
            (Some(name), What::Value { .. } | What::Text { .. } | What::Item { .. }) => {
                Message::new("change-in-exercise")
                    .with("exercise", name.as_str())
                    .with("change", change)
            }
            _ => change,
        }
    }

    /// The same where it stands below the name of its exercise.
    pub fn in_itself(&self, telling: Telling) -> Message {
        let change = self.below_its_subject(telling);
        match (telling, self.subject()) {
            (Telling::SideBySide, Some(subject)) => Message::new("beside-field")
                .with("field", subject)
                .with("change", change),
            _ => change,
        }
    }

    /// The same where it stands below its [`subject`](Self::subject).
    pub fn below_its_subject(&self, telling: Telling) -> Message {
        let id = |now, side_by_side| match telling {
            Telling::Now => now,
            Telling::SideBySide => side_by_side,
        };
        match &self.what {
            What::Added => self.named(id("change-added", "beside-added")),
            What::Removed => self.named(id("change-removed", "beside-removed")),
            What::Moved => self.named(id("change-moved", "beside-moved")),
            What::Renamed { before } => {
                let renamed = self.named(id("change-renamed", "beside-renamed"));
                renamed.with("before", before.as_str())
            }
            What::Value {
                field,
                before,
                after,
            } => {
                let id = match (before, after) {
                    (None, _) => id("change-value-added", "beside-value-added"),
                    (_, None) => id("change-value-removed", "beside-value-removed"),
                    _ => id("change-value", "beside-value"),
                };
                of_value(id, field, before.as_ref(), after.as_ref())
            }
            What::Text {
                field,
                was,
                is,
                text,
            } => {
                let id = match (was, is, text) {
                    (false, true, Some(_)) => id("change-text-added-says", "beside-text-says"),
                    (true, true, Some(_)) => id("change-text-says", "beside-text-says"),
                    (false, true, None) => id("change-text-added", "beside-text-added"),
                    (true, false, _) => id("change-text-removed", "beside-text-removed"),
                    _ => id("change-text", "beside-text"),
                };
                of_field(id, field).with("text", text.as_deref().unwrap_or_default())
            }
            What::Item { field, item, is } => {
                let id = if *is {
                    id("change-item-added", "beside-item-added")
                } else {
                    id("change-item-removed", "beside-item-removed")
                };
                of_field(id, field).with("item", item.as_str())
            }
        }
    }

    fn named(&self, id: &'static str) -> Message {
        let name = self.exercise.as_deref().unwrap_or_default();
        Message::new(id).with("exercise", name)
    }

    /// What of the routine or of the exercise it is about, in a word, where it is not about the whole exercise.
    pub fn subject(&self) -> Option<Message> {
        match self.what {
            What::Value { field, .. } | What::Text { field, .. } | What::Item { field, .. } => {
                Some(label(field))
            }
            _ => None,
        }
    }
}

fn of_value(id: &'static str, field: &str, before: Option<&Arg>, after: Option<&Arg>) -> Message {
    let mut message = of_field(id, field);
    if let Some(before) = before {
        message = message.with("before", before.clone());
    }
    if let Some(after) = after {
        message = message.with("after", after.clone());
    }
    message
}

fn of_field(id: &'static str, field: &str) -> Message {
    Message::new(id)
        .with("field", label(field))
        .with("key", variant(field))
}

pub(super) fn label(field: &str) -> Message {
    Message::new("change-label").with("key", variant(field))
}

pub(super) fn word(word: &str) -> Arg {
    Message::new("change-word")
        .with("key", variant(word))
        .into()
}

/// As the texts name it, which have neither dots nor underlines in their names.
fn variant(name: &str) -> String {
    name.replace(['.', '_'], "-")
}
