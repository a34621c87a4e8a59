//! Items of a list between brackets put in, taken out and moved, the others left as they are.

use std::ops::Range;

use super::splice::{Splice, comma, indent, line_end, line_start, newline};

/// A list, or a table between braces: both are items with commas between them.
pub(super) struct Row<'t> {
    pub(super) text: &'t str,
    /// With its brackets.
    pub(super) whole: Range<usize>,
    /// In the order of the text.
    pub(super) items: Vec<Range<usize>>,
}

impl Row<'_> {
    /// Puts several items in, each on a line of its own where those beside them are.
    pub(super) fn insert_all(&self, at: usize, items: &[String]) -> Vec<Splice> {
        let beside = at.saturating_sub(1).min(self.items.len().saturating_sub(1));
        let is_in_lines = !self.items.is_empty() && self.is_on_line_of_its_own(beside);
        let between = if is_in_lines {
            let indent = indent(self.text, self.items[beside].start);
            format!(",{}{indent}", newline(self.text))
        } else {
            ", ".to_owned()
        };
        self.insert(at, &items.join(&between))
    }

    /// Puts an item before the one that is at a place, or at the end.
    pub(super) fn insert(&self, at: usize, item: &str) -> Vec<Splice> {
        let text = self.text;
        let Some(last) = self.items.len().checked_sub(1) else {
            return self.fill(item);
        };
        if at == 0 {
            let first = self.items[0].start;
            let between = if self.is_on_line_of_its_own(0) {
                format!("{}{}", newline(text), indent(text, first))
            } else {
                " ".to_owned()
            };
            return vec![Splice::insert(first, format!("{item},{between}"))];
        }
        let before = (at - 1).min(last);
        let end = self.items[before].end;
        if !self.is_on_line_of_its_own(before) {
            return vec![Splice::insert(end, format!(", {item}"))];
        }
        let indent = indent(text, self.items[before].start);
        let newline = newline(text);
        let comma = comma(text, end);
        let line = line_end(text, comma.unwrap_or(end));
        // On one line with the bracket, or with the next item.
        let next = self.items.get(before + 1).map(|next| next.start);
        let next = next.unwrap_or(self.whole.end - 1);
        if line > next {
            return vec![match comma {
                Some(comma) => Splice::insert(comma + 1, format!("{newline}{indent}{item},")),
                None => Splice::insert(end, format!(",{newline}{indent}{item}")),
            }];
        }
        match comma {
            Some(_) => vec![Splice::insert(line, format!("{indent}{item},{newline}"))],
            None => vec![
                Splice::insert(end, ","),
                Splice::insert(line, format!("{indent}{item}{newline}")),
            ],
        }
    }

    /// The first item.
    fn fill(&self, item: &str) -> Vec<Splice> {
        let inner = self.whole.start + 1..self.whole.end - 1;
        let is_braces = self.text[self.whole.clone()].starts_with('{');
        if is_braces && self.text[inner.clone()].trim().is_empty() {
            return vec![Splice::replace(inner, format!(" {item} "))];
        }
        // A comment may stand in it.
        vec![Splice::insert(inner.start, item)]
    }

    /// Takes an item out, with the line that it has for its own.
    pub(super) fn remove(&self, at: usize) -> Vec<Splice> {
        let text = self.text;
        let item = self.items[at].clone();
        let comma_after = comma(text, item.end);
        if self.is_on_line_of_its_own(at) {
            let start = line_start(text, item.start);
            let end = line_end(text, comma_after.unwrap_or(item.end));
            let next = self.items.get(at + 1).map(|next| next.start);
            if end <= next.unwrap_or(self.whole.end - 1) {
                return vec![Splice::remove(start..end)];
            }
        }
        match (comma_after, self.items.get(at + 1)) {
            (Some(comma), Some(next)) if text[comma + 1..next.start].trim().is_empty() => {
                vec![Splice::remove(item.start..next.start)]
            }
            (Some(comma), _) => vec![Splice::remove(item), Splice::remove(comma..comma + 1)],
            // The last: the comma before it goes.
            (None, _) => match at.checked_sub(1) {
                Some(before) => {
                    let end = self.items[before].end;
                    let Some(comma) = comma(text, end) else {
                        return vec![Splice::remove(item)];
                    };
                    if text[comma + 1..item.start].trim().is_empty() {
                        vec![Splice::remove(comma..item.end)]
                    } else {
                        vec![Splice::remove(comma..comma + 1), Splice::remove(item)]
                    }
                }
                None => vec![Splice::remove(item)],
            },
        }
    }

    /// Moves an item to the place of another.
    pub(super) fn shift(&self, from: usize, to: usize) -> Vec<Splice> {
        let places = from.min(to)..=from.max(to);
        let moved = places.clone().map(|place| {
            let from = taken_from(place, from, to);
            Splice::replace(
                self.items[place].clone(),
                &self.text[self.items[from].clone()],
            )
        });
        moved.collect()
    }

    /// Whether nothing stands before it on its line.
    fn is_on_line_of_its_own(&self, at: usize) -> bool {
        let start = self.items[at].start;
        let line = line_start(self.text, start);
        line > self.whole.start && self.text[line..start].trim().is_empty()
    }
}

/// Which item is at a place once the one at `from` is at `to`.
pub(super) fn taken_from(place: usize, from: usize, to: usize) -> usize {
    if place == to {
        from
    } else if (from..to).contains(&place) {
        place + 1
    } else if to < place && place <= from {
        place - 1
    } else {
        place
    }
}
