//! What was done to a text, to be undone and done again.

use super::edit::Edit;
use super::field::Field;
use super::splice::{Splice, difference, spliced};
use crate::message::Message;

/// All edits since a text was opened.
#[derive(Debug, Default)]
pub(super) struct Steps {
    done: Vec<Step>,
    /// The next one last.
    undone: Vec<Step>,
    /// What the last step is typed in, if it still is.
    typing: Option<Typed>,
}

/// What is typed in, so that the next letter goes on with the same step.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Typed {
    Field(Field),
    /// All of the text.
    Text,
}

#[derive(Debug)]
struct Step {
    name: Message,
    /// What makes the text after it of the one before.
    splice: Splice,
    /// What that takes the place of.
    old: String,
}

impl Step {
    fn between(name: Message, before: &str, after: &str) -> Self {
        let splice = difference(before, after);
        let old = before[splice.range.clone()].to_owned();
        Self { name, splice, old }
    }

    fn done_to(&self, before: &str) -> String {
        spliced(before, vec![self.splice.clone()])
    }

    fn undone_from(&self, after: &str) -> String {
        let start = self.splice.range.start;
        let range = start..start + self.splice.text.len();
        spliced(after, vec![Splice::replace(range, self.old.clone())])
    }
}

impl Steps {
    /// The text that an edit is done to if it goes on with what is being typed.
    pub(super) fn before_typing(&self, edit: &Edit, text: &str) -> Option<String> {
        if typed(edit).is_none() || self.typing != typed(edit) {
            return None;
        }
        self.done.last().map(|step| step.undone_from(text))
    }

    /// An edit was done to `before`.
    pub(super) fn note(&mut self, edit: &Edit, name: Message, before: &str, after: &str) {
        self.undone.clear();
        let first = self.before_typing(edit, before);
        if first.is_some() {
            self.done.pop();
        }
        let before = first.as_deref().unwrap_or(before);
        if before == after {
            // Typed back to what it was.
            self.typing = None;
            return;
        }
        self.done.push(Step::between(name, before, after));
        self.typing = typed(edit);
    }

    pub(super) fn settle(&mut self) {
        self.typing = None;
    }

    pub(super) fn undo(&mut self, text: &str) -> Option<String> {
        self.typing = None;
        let step = self.done.pop()?;
        let before = step.undone_from(text);
        self.undone.push(step);
        Some(before)
    }

    pub(super) fn redo(&mut self, text: &str) -> Option<String> {
        self.typing = None;
        let step = self.undone.pop()?;
        let after = step.done_to(text);
        self.done.push(step);
        Some(after)
    }

    /// How many can be undone.
    pub(super) fn count(&self) -> usize {
        self.done.len()
    }

    pub(super) fn undoable(&self) -> Option<&Message> {
        self.done.last().map(|step| &step.name)
    }

    pub(super) fn redoable(&self) -> Option<&Message> {
        self.undone.last().map(|step| &step.name)
    }
}

/// What an edit is typed in.
fn typed(edit: &Edit) -> Option<Typed> {
    match edit {
        Edit::Set(field, _) | Edit::Unset(field) => Some(Typed::Field(field.clone())),
        Edit::Text(_) => Some(Typed::Text),
        // The others follow from the first. Where they move something, the next letter would be typed elsewhere.
        Edit::Several(edits) if edits.iter().all(|edit| typed(edit).is_some()) => {
            edits.first().and_then(typed)
        }
        _ => None,
    }
}
