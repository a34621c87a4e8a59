//! Text from anywhere, made safe to show, and what somebody probably meant by a word of it.

mod letters;
mod lines;
mod near;

use std::fmt::Write;
use std::path::Path;

pub use letters::{
    composed, is_blank, is_code_of_mark, is_hidden, is_of_id, is_right_to_left, refused,
};
pub use lines::{Lines, line_number};
pub use near::{misspelt, nearest};

/// How much of a text from a file a message repeats, in characters.
const LONGEST_SHOWN: usize = 60;

/// Text from a file as a message may repeat it: short, and refused characters by their code.
pub fn shown(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => printable(&text[..end]) + "…",
        None => printable(text),
    }
}

/// A text as it may be shown or printed: whole, and refused characters by their code.
pub fn printable(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = 0;
    for (at, c) in refused(text) {
        shown.push_str(&text[rest..at]);
        // Writing to a string can't fail.
        let _ = write!(shown, "<U+{:04X}>", u32::from(c));
        rest = at + c.len_utf8();
    }
    shown.push_str(&text[rest..]);
    shown
}

/// A path as it may be shown or printed.
pub fn shown_path(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

/// The name of a path's file or folder, as it may be shown or printed.
pub fn shown_name(path: &Path) -> String {
    shown_path(path.file_name().unwrap_or(path.as_os_str()).as_ref())
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
