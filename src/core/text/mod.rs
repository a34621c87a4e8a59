//! Text from anywhere, made safe to show, and what somebody probably meant by a word of it.

mod alike;
mod letters;
mod lines;
mod near;

use std::fmt::Write;
use std::path::Path;

use unicode_segmentation::UnicodeSegmentation as _;

pub use alike::{in_latin, with_two_alphabets};
pub use letters::{
    composed, folded, is_blank, is_code_of_mark, is_hidden, is_of_id, is_right_to_left, refused,
};
pub use lines::{Lines, line_number};
pub use near::{misspelt, nearest};

/// How much of a text from a file a message repeats, in characters.
const LONGEST_SHOWN: usize = 60;

/// Text from a file as a message may repeat it: short, and refused characters by their code.
pub fn shown(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => printable(begun(text, end)) + "…",
        None => printable(text),
    }
}

/// A text up to a byte at most: to the end of a word, or where it has no words, of what is seen as one
/// character.
fn begun(text: &str, end: usize) -> &str {
    let ends_word = text[end..].starts_with(char::is_whitespace);
    let space = text[..end].rfind(char::is_whitespace);
    let word = space.filter(|at| !ends_word && *at > end / 2);
    let seen = text.grapheme_indices(true).map(|(at, _)| at);
    let seen = seen.take_while(|at| *at <= end).last();
    // One without end is cut all the same.
    let seen = seen.filter(|at| *at > 0).unwrap_or(end);
    text[..word.unwrap_or(seen)].trim_end()
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

/// Begun with a capital letter, since it stands by itself.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shown_up_to_the_end_of_a_word() {
        let text = "Draw one knee towards your chest, and hold it there with both of your hands.";
        let reported = "Draw one knee towards your chest, and hold it there with…";
        assert_eq!(shown(text), reported);
        assert_eq!(shown(&text[..60]), text[..60], "short enough");
        let exact = format!("{} more", "word ".repeat(12).trim_end());
        assert_eq!(shown(&exact), format!("{}…", "word ".repeat(12).trim_end()));
    }

    #[test]
    fn a_long_text_without_words_is_not_cut_within_what_is_seen_as_one_character() {
        for (one, length) in [
            ("e\u{301}", 2),
            ("\u{1f468}\u{200d}\u{1f469}", 3),
            ("\u{1f44d}\u{1f3fd}", 2),
            ("\u{915}\u{94d}\u{937}\u{93f}", 4),
            ("a", 1),
        ] {
            for shift in 0..length {
                let text = format!("{}{}", "x".repeat(shift), one.repeat(70));
                let reported = shown(&text);
                let begun = reported.strip_suffix('…').unwrap();
                let rest = begun.trim_start_matches('x');
                assert_eq!(rest.replace(one, ""), "", "{reported}");
                assert!(begun.chars().count() + length > LONGEST_SHOWN, "{reported}");
            }
        }
    }
}
