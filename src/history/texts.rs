//! The few texts that come again in thousands of lines, each kept once.

use std::collections::HashSet;
use std::mem;
use std::sync::Arc;

use crate::routine::LONGEST_NAME;
use crate::text::composed;

/// The texts of one file's lines.
#[derive(Default)]
pub(super) struct Texts {
    known: HashSet<Arc<str>>,
    /// What those take in memory that came since it was asked last.
    new: usize,
    /// What the lines take that were read and left out.
    left_out: usize,
}

impl Texts {
    pub(super) fn text(&mut self, text: &str) -> Arc<str> {
        /// What a text takes besides its letters.
        const EACH: usize = 64;
        let text = cut(text, LONGEST_NAME);
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

    /// What the texts take in memory that came since this was asked last.
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
            self.left_out = 0;
        }
    }
}

/// The beginning of a text that is longer than any that Supple writes: a line may have megabytes of it,
/// and what is shown is laid out as a whole.
pub(super) fn cut(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map(|(end, _)| end);
    &text[..end.unwrap_or(text.len())]
}
