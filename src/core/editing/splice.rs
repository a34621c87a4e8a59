//! Bytes of a text put in the place of others, and the lines that a place is on.

use std::ops::Range;

/// New text for a range of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Splice {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    pub(super) fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { range, text }
    }

    pub(super) fn remove(range: Range<usize>) -> Self {
        Self::replace(range, "")
    }
}

/// The text with all of them done at once: no two may overlap.
pub(super) fn spliced(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| splice.range.start);
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for splice in splices {
        out.push_str(&text[end..splice.range.start]);
        out.push_str(&splice.text);
        end = splice.range.end;
    }
    out.push_str(&text[end..]);
    out
}

/// The one splice that makes `new` of `old`, as short as it can be.
pub(super) fn difference(old: &str, new: &str) -> Splice {
    let same = |(a, b): &(u8, u8)| a == b;
    let front = old.bytes().zip(new.bytes()).take_while(same).count();
    let front = old.floor_char_boundary(front);
    let most = old.len().min(new.len()) - front;
    let back = old.bytes().rev().zip(new.bytes().rev());
    let back = back.take_while(same).count().min(most);
    let end = old.ceil_char_boundary(old.len() - back);
    let back = old.len() - end;
    Splice::replace(front..end, &new[front..new.len() - back])
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Behind the end of the line that a byte is on.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// How the lines of a text end.
pub(super) fn newline(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The white space that the line of a byte begins with.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    let end = line.find(|c| !matches!(c, ' ' | '\t'));
    &line[..end.unwrap_or(line.len())]
}

/// The next comma, past white space and comments; `None` if anything else comes first.
pub(super) fn comma(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start().len();
        match text.as_bytes().get(at)? {
            b',' => return Some(at),
            b'#' => at = line_end(text, at),
            _ => return None,
        }
    }
}

/// A text with what two others changed of it; `None` if they changed the same lines.
pub(super) fn merged(before: &str, mine: &str, theirs: &str) -> Option<String> {
    let whole_lines = |splice: Splice, after: &str| {
        let start = line_start(before, splice.range.start);
        let end = if splice.range.end > start && before[..splice.range.end].ends_with('\n') {
            splice.range.end
        } else {
            line_end(before, splice.range.end)
        };
        let left = before.len() - end;
        let text = &after[start..after.len() - left];
        Splice::replace(start..end, text)
    };
    let mine = whole_lines(difference(before, mine), mine);
    let theirs = whole_lines(difference(before, theirs), theirs);
    let (a, b) = (&mine.range, &theirs.range);
    // Lines beside each other are about the same thing often enough.
    (a.end < b.start || b.end < a.start).then(|| spliced(before, vec![mine, theirs]))
}
