//! Texts in columns of a terminal.

use std::fmt::Write;

/// How many columns of a terminal a line takes.
pub(super) fn columns(line: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(line)
}

/// As much of a text as fits on a line, with a sign that there is more.
pub(super) fn fitting(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut fitting = String::new();
    for letter in text.chars() {
        fitting.push(letter);
        if columns(&fitting) >= width {
            fitting.pop();
            break;
        }
    }
    fitting.push('…');
    fitting
}

/// A line for each row, its columns below one another; those at `to_the_right` end together.
pub(super) fn table<const COLUMNS: usize>(
    rows: &[[String; COLUMNS]],
    to_the_right: &[usize],
) -> String {
    let width = |column: usize| {
        let widths = rows.iter().map(|row| columns(&row[column]));
        widths.max().unwrap_or(0)
    };
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    let mut table = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (text, width)) in row.iter().zip(widths).enumerate() {
            let blank = " ".repeat(width.saturating_sub(columns(text)));
            let between = if column == 0 { "" } else { "  " };
            // Writing to a string can't fail.
            let _ = if to_the_right.contains(&column) {
                write!(line, "{between}{blank}{text}")
            } else {
                write!(line, "{between}{text}{blank}")
            };
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}
