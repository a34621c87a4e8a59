//! A mistake with its place, ready to be shown: the line, the column and the marked line itself.

use std::ops::Range;

use super::mistake::{Mistake, Severity};
use crate::text::{Lines, refused};

/// At most this many mistakes of a file are shown; the rest are counted.
pub const MOST_SHOWN: usize = 100;
/// At most this much of a line is repeated, in characters.
pub(super) const LONGEST_EXCERPT: usize = 160;
/// What stands for a character that must not reach a terminal.
const STAND_IN: char = '\u{fffd}';

/// One mistake of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub mistake: Mistake,
    pub place: Place,
}

/// Where in a file a mistake is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Bytes of the file, without a byte order mark at its start.
    pub span: Range<usize>,
    /// Counts from 1.
    pub line: usize,
    /// Counts characters from 1.
    pub column: usize,
    /// The line, cut around the mistake where it is long, and safe to print: a character that could
    /// act on a terminal is replaced.
    pub excerpt: String,
    /// The mistake in `excerpt`, in bytes; empty where something is missing.
    pub mark: Range<usize>,
}

impl Place {
    /// Whether the excerpt begins where the line does.
    pub fn starts_with_line(&self) -> bool {
        self.excerpt[..self.mark.start].chars().count() + 1 == self.column
    }
}

impl Diagnostic {
    pub fn severity(&self) -> Severity {
        self.mistake.severity()
    }

    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}

/// Finds the places of `mistakes` in `text`: in the file's order, at most [`MOST_SHOWN`] of them,
/// errors before warnings where there are more.
pub(super) fn locate(text: &str, mut mistakes: Vec<(Mistake, Range<usize>)>) -> Vec<Diagnostic> {
    mistakes.sort_by_key(|(mistake, span)| (mistake.severity() == Severity::Warning, span.start));
    mistakes.truncate(MOST_SHOWN);
    mistakes.sort_by_key(|(_, span)| span.start);
    let lines = Lines::of(text);
    mistakes
        .into_iter()
        .map(|(mistake, span)| Diagnostic {
            mistake,
            place: place(text, &lines, within(text, span)),
        })
        .collect()
}

/// The span with both ends in the text and on whole characters.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    let end = text.ceil_char_boundary(span.end).max(start);
    start..end
}

fn place(text: &str, lines: &Lines, span: Range<usize>) -> Place {
    let (number, first) = lines.line_of(span.start);
    let rest = &text[first..];
    let line = rest.split('\n').next().unwrap_or(rest);
    let line = line.strip_suffix('\r').unwrap_or(line);
    let start = (span.start - first).min(line.len());
    let end = (span.end - first).min(line.len()).max(start);
    let (excerpt, mark) = excerpt(line, start..end);
    Place {
        line: number,
        column: line[..start].chars().count() + 1,
        span,
        excerpt,
        mark,
    }
}

/// A stretch of a line around a mark, with what is cut off shown by an ellipsis.
fn excerpt(line: &str, mark: Range<usize>) -> (String, Range<usize>) {
    let before_wanted = LONGEST_EXCERPT / 2;
    let lead = line[..mark.start]
        .char_indices()
        .rev()
        .nth(before_wanted)
        .map_or(0, |(at, c)| at + c.len_utf8());
    // One character is kept back for each ellipsis.
    let tail = line[lead..]
        .char_indices()
        .nth(LONGEST_EXCERPT - 2)
        .map_or(line.len(), |(at, _)| lead + at);
    let mut excerpt = String::new();
    if lead > 0 {
        excerpt.push('…');
    }
    let mut refused = refused(&line[lead..tail]).peekable();
    let mut safe = |range: Range<usize>| {
        for (at, c) in line[range.clone()].char_indices() {
            let is_here = |(refused, _): &(usize, char)| lead + refused == range.start + at;
            let is_refused = refused.next_if(is_here).is_some();
            excerpt.push(match c {
                '\t' => ' ',
                _ if is_refused => STAND_IN,
                c => c,
            });
        }
        excerpt.len()
    };
    let mark_end = mark.end.min(tail);
    let start = safe(lead..mark.start);
    let end = safe(mark.start..mark_end);
    safe(mark_end..tail);
    if tail < line.len() {
        excerpt.push('…');
    }
    (excerpt, start..end)
}
