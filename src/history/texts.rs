//! The few texts and schedules that come again in thousands of lines, each kept once.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::mem;
use std::sync::Arc;

use crate::routine::{Due, LONGEST_NAME, LONGEST_TEXT, Rhythm};
use crate::text::composed;

/// The texts of one file's lines.
#[derive(Default)]
pub(super) struct Texts {
    known: HashSet<Arc<str>>,
    dues: HashMap<Due, Arc<Due>>,
    /// What those take in memory that came since it was asked last.
    new: usize,
    /// What the lines take that were read and left out.
    left_out: usize,
}

impl Texts {
    pub(super) fn text(&mut self, text: &str) -> Arc<str> {
        /// What a text takes besides its letters.
        const EACH: usize = 64;
        let text = &*spoken(cut(text, LONGEST_NAME));
        if let Some(known) = self.known.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.known.insert(Arc::clone(&new));
        self.new += text.len() + EACH;
        new
    }

    /// An id in the one spelling that ids are compared in.
    pub(super) fn id(&mut self, id: &str) -> Arc<str> {
        self.text(&composed(cut(id, LONGEST_NAME)))
    }

    pub(super) fn due(&mut self, due: Due) -> Arc<Due> {
        if let Some(known) = self.dues.get(&due) {
            return Arc::clone(known);
        }
        let new = Arc::new(due.clone());
        // It is kept, and found by a copy.
        let days = due.rhythms.iter().map(|it| size_of_val(&it.days[..]));
        let rhythms = days.map(|days| days + size_of::<Rhythm>()).sum::<usize>();
        self.new += 2 * (rhythms + size_of::<Due>());
        self.dues.insert(due, Arc::clone(&new));
        new
    }

    /// What the texts and schedules take in memory that came since this was asked last.
    pub(super) fn memory(&mut self) -> usize {
        mem::take(&mut self.new)
    }

    /// Takes note that a line is left out that takes so much memory. Its texts go now and then: each time would
    /// be as often as there are lines.
    pub(super) fn leave_out(&mut self, memory: usize) {
        const AT_ONCE: usize = 4 << 20;
        self.left_out += memory;
        if self.left_out >= AT_ONCE {
            self.known.retain(|text| Arc::strong_count(text) > 1);
            self.dues.retain(|_, due| Arc::strong_count(due) > 1);
            self.left_out = 0;
        }
    }
}

/// A note as the person wrote it.
pub(super) fn note(text: &str) -> Box<str> {
    spoken(cut(text, LONGEST_TEXT)).into()
}

/// A text without zeros, which no line has that Supple writes: a screen reader that is told of one is told nothing from
/// then on.
fn spoken(text: &str) -> Cow<'_, str> {
    if text.as_bytes().contains(&0) {
        text.replace('\0', "").into()
    } else {
        text.into()
    }
}

/// The beginning of a text that is longer than any that Supple writes: a line may have megabytes of it,
/// and what is shown is laid out as a whole.
pub(super) fn cut(text: &str, most: usize) -> &str {
    // No letter has less than a byte.
    if text.len() <= most {
        return text;
    }
    let end = text.char_indices().nth(most).map(|(end, _)| end);
    &text[..end.unwrap_or(text.len())]
}
