//! Text from anywhere, made safe to show, and what somebody probably meant by a word of it.

mod lines;
mod near;

use std::fmt::Write;
use std::path::Path;

pub use lines::{Lines, line_number};
pub use near::nearest;

/// How much of a text from a file a message repeats, in characters.
const LONGEST_SHOWN: usize = 60;

/// Whether a character could hide text, reorder it or act on a terminal: controls, zero-width and
/// direction-changing characters, line separators and invisible tags.
pub fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Text from a file as a message may repeat it: short, and refused characters by their code.
pub fn shown(text: &str) -> String {
    let mut start = spelled_out(text.chars().take(LONGEST_SHOWN));
    if text.chars().nth(LONGEST_SHOWN).is_some() {
        start.push('…');
    }
    start
}

/// A text as it may be printed: whole, and refused characters by their code.
pub fn printable(text: &str) -> String {
    spelled_out(text.chars())
}

/// A path as it may be printed.
pub fn shown_path(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

fn spelled_out(text: impl Iterator<Item = char>) -> String {
    let mut shown = String::new();
    for c in text {
        if is_refused(c) {
            // Writing to a string can't fail.
            let _ = write!(shown, "<U+{:04X}>", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// The bytes after the byte order mark that some editors put at a file's start: it says nothing.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string can't fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
