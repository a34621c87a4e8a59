//! The content of another file, taken in place of what is edited.

use super::{Edit, Editing, MARK};
use crate::routine::Surroundings;
use crate::text::without_mark;

impl Editing {
    /// Takes the content of a file, as one edit of its own that can be undone; whether the file has a byte order
    /// mark counts from then on. Gives `false`, and takes nothing, if the bytes are no text.
    pub fn take(&mut self, bytes: &[u8], surroundings: &Surroundings<'_>) -> bool {
        let Ok(text) = std::str::from_utf8(without_mark(bytes)) else {
            return false;
        };
        self.settle();
        self.has_mark = bytes.starts_with(MARK.as_bytes());
        // Any text can be taken.
        let _ = self.apply(&Edit::Text(text.to_owned()), surroundings);
        self.settle();
        true
    }
}
