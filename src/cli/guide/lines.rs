//! Text in the lines of a terminal.

use crossterm::terminal;

use crate::cli::table::columns;

/// Columns of the terminal.
pub(super) fn width() -> usize {
    // Some terminals give no size, and some give zero for it.
    let reported = terminal::size().ok().filter(|&(columns, _)| columns > 0);
    reported.map_or(80, |(columns, _)| usize::from(columns))
}

/// The lines of a text, wrapped between words at `width`. A wrapped line keeps the indent of the line
/// that it belongs to.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for whole in text.split('\n') {
        let indent = &whole[..whole.len() - whole.trim_start().len()];
        let mut line = indent.to_owned();
        for word in whole.split_whitespace() {
            let begun = line.len() > indent.len();
            if begun && columns(&line) + 1 + columns(word) >= width {
                lines.push(std::mem::replace(&mut line, indent.to_owned()));
            } else if begun {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_between_words_and_keeps_its_indent() {
        for (text, lines) in [
            ("", vec![""]),
            ("short", vec!["short"]),
            ("one two three", vec!["one two", "three"]),
            ("  one twos three", vec!["  one", "  twos", "  three"]),
            ("one\n  two", vec!["one", "  two"]),
            ("extraordinarily long", vec!["extraordinarily", "long"]),
        ] {
            assert_eq!(wrapped(text, 10), lines, "{text}");
        }
    }
}
