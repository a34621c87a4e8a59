//! Bytes of a text put in the place of others, and the lines that a place is on.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

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

/// A text with what two others changed of it; `None` if they changed the same lines, or lines beside each other,
/// which are about the same thing often enough.
pub(super) fn merged(before: &str, mine: &str, theirs: &str) -> Option<String> {
    let theirs = changed_lines(before, theirs);
    let mut mine = changed_lines(before, mine);
    // What both did alike is done once.
    mine.retain(|own| !theirs.contains(own));
    let is_apart = |own: &Splice| {
        let mut others = theirs.iter().map(|other| &other.range);
        others.all(|other| own.range.end < other.start || other.end < own.range.start)
    };
    mine.iter()
        .all(is_apart)
        .then(|| spliced(before, [mine, theirs].concat()))
}

/// What makes `after` of a text, in whole lines.
fn changed_lines(before: &str, after: &str) -> Vec<Splice> {
    let lines =
        |text: &'_ str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let (old, new) = (lines(before), lines(after));
    let length = |lines: &[String]| lines.iter().map(String::len).sum::<usize>();
    let changed = capture_diff_slices(Algorithm::Myers, &old, &new).into_iter();
    let changed = changed.filter(|change| change.tag() != DiffTag::Equal);
    changed
        .map(|change| {
            let start = length(&old[..change.old_range().start]);
            let end = start + length(&old[change.old_range()]);
            Splice::replace(start..end, new[change.new_range()].concat())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "a\nb\nc\nd\ne\nf\ng";

    #[test]
    fn changes_apart_from_each_other_are_merged_though_they_enclose_one_another() {
        let mine = BEFORE.replace('a', "A").replace('g', "G");
        let theirs = BEFORE.replace('d', "D\nx");
        let both = "A\nb\nc\nD\nx\ne\nf\nG";
        assert_eq!(merged(BEFORE, &mine, &theirs).as_deref(), Some(both));
        assert_eq!(merged(BEFORE, &theirs, &mine).as_deref(), Some(both));
        let alike = mine.replace('d', "D\nx");
        assert_eq!(
            merged(BEFORE, &alike, &theirs),
            Some(alike.clone()),
            "done once"
        );
    }

    #[test]
    fn changes_of_the_same_lines_or_of_those_beside_them_are_not_merged() {
        let mine = BEFORE.replace('d', "D");
        for theirs in ["d", "c", "e"].map(|line| BEFORE.replace(line, "x")) {
            assert_eq!(merged(BEFORE, &mine, &theirs), None, "{theirs}");
        }
        let theirs = BEFORE.replace("d\n", "");
        assert_eq!(merged(BEFORE, &mine, &theirs), None);
    }
}
