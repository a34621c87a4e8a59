//! Reading a text again of which little has changed: of its exercises those that did, and no others.
//!
//! A text is cut before each heading of an exercise. Where each piece is TOML of its own, no cut went
//! through anything that is more than a line, and the whole says what its pieces do.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::again::{self, Above, Used};
use super::exercise::{Alone, OfFile, together};
use super::language;
use super::mistake::Mistake;
use super::one::read_one;
use super::read::{Head, Reading, finish, hash, root_of};
use super::section::Section;
use super::{LARGEST_FILE, MOST_EXERCISES, Position, Surroundings, keys};
use crate::contain::contained;
use crate::tables::{Findings, Noted};
use crate::text::without_mark;

/// The line that an exercise begins with.
const HEADING: &str = "[[exercise]]";

/// What was read of each exercise of a text.
#[derive(Debug, Default)]
pub struct Apart {
    /// What the exercises were read with.
    head: String,
    stem: String,
    /// In their order.
    exercises: Vec<Arc<Read>>,
}

/// What of the exercise before it an exercise is read by.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Before {
    Nothing,
    /// Where the person is in it, and the circuit that it is a part of.
    At(Option<Position>, Option<String>),
}

impl Before {
    fn of(last: Option<&Alone>) -> Self {
        last.map_or(Self::Nothing, |last| {
            Self::At(last.position(), last.circuit().map(str::to_owned))
        })
    }
}

/// What was read of one exercise. Places count from the beginning of its text.
#[derive(Debug)]
struct Read {
    before: Before,
    alone: Alone,
    noted: Noted<Mistake>,
    words: String,
    /// What it uses, and which exercise of the file that is, if it is one.
    uses: Option<String>,
    used: Option<Arc<Self>>,
    /// See [`again::usable_as`].
    usable_as: Option<String>,
    text: Arc<str>,
}

/// A text's pieces one after the other: what stands before the first exercise, and each exercise with the
/// comments right above its heading.
pub(crate) fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut at = 0;
    // Where the comments begin that nothing stands below yet.
    let mut comments = None;
    let mut is_in_head = true;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        if words.starts_with('#') {
            comments.get_or_insert(at);
        } else {
            if words.starts_with(HEADING) {
                // Those that a file begins with are about all of it.
                let has_head = !is_in_head || !is_of_comments(&text[..at]);
                cuts.push(comments.filter(|_| has_head).unwrap_or(at));
                is_in_head = false;
            }
            comments = None;
        }
        at += line.len();
    }
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    cuts.iter()
        .zip(ends)
        .map(|(start, end)| &text[*start..end])
        .collect()
}

fn is_of_comments(text: &str) -> bool {
    text.lines().all(|line| {
        let words = line.trim_start();
        words.is_empty() || words.starts_with('#')
    })
}

impl Read {
    /// `None` if the text is not that of one exercise.
    fn of(
        text: &Arc<str>,
        last: Option<&Alone>,
        above: &Above<Arc<Self>>,
        file: &OfFile<'_>,
    ) -> Option<Self> {
        let top = DeTable::parse(text).ok()?.into_inner();
        let (item, table) = one_exercise(&top)?;
        let named = again::used_by(table);
        let found = named.as_ref().and_then(|(id, _)| above.get(id));
        let others_top = match found {
            Some(other) => Some(DeTable::parse(&other.text).ok()?.into_inner()),
            None => None,
        };
        let used = match (found, &others_top) {
            (Some(other), Some(top)) => Some(Used {
                entries: one_exercise(top)?.1,
                noted: &other.noted.list,
            }),
            _ => None,
        };
        let findings = Findings::new(text);
        let section = Section::new(table, item.span(), &keys::EXERCISE, &findings);
        let alone = read_one(table, section, last, |_| used, (file, 0));
        Some(Self {
            before: Before::of(last),
            alone,
            words: language::words_of(item.get_ref()),
            noted: findings.into_noted(),
            used: found.cloned(),
            uses: named.map(|(id, _)| id),
            usable_as: again::usable_as(table),
            text: text.clone(),
        })
    }

    /// Whether it was read with the same exercise before it, and the same one that it uses.
    fn holds(&self, last: Option<&Alone>, above: &Above<Arc<Self>>) -> bool {
        let used = self.uses.as_ref().and_then(|id| above.get(id));
        let is_same = match (used, &self.used) {
            (Some(now), Some(then)) => Arc::ptr_eq(now, then),
            (None, None) => true,
            _ => false,
        };
        is_same && self.before == Before::of(last)
    }

    /// Notes what is wrong with it, from so many bytes on in the text.
    fn note_from(&self, start: usize, findings: &Findings<'_, Mistake>) -> Option<()> {
        // Beyond what is kept they are counted by their kind.
        if self.noted.count > self.noted.list.len() {
            return None;
        }
        for (mistake, span) in &self.noted.list {
            let span = span.start + start..span.end + start;
            match mistake {
                Mistake::RightToLeft => findings.note_once(mistake.clone(), span),
                _ => findings.note(mistake.clone(), span),
            }
        }
        Some(())
    }
}

/// The one exercise that a text is of.
fn one_exercise<'t>(top: &'t DeTable<'t>) -> Option<(&'t Spanned<DeValue<'t>>, &'t DeTable<'t>)> {
    let items = top.get("exercise")?.get_ref().as_array()?;
    match (items.first()?, items.len(), top.len()) {
        (item, 1, 1) => Some((item, item.get_ref().as_table()?)),
        _ => None,
    }
}

impl Apart {
    /// Reads a file's bytes as [`read`](super::read()) does, with what was read before; `None` if they can't be
    /// read in pieces. What the surroundings say of pictures and of the day is taken to be as it was.
    pub fn read(&self, bytes: &[u8], surroundings: &Surroundings<'_>) -> Option<(Reading, Self)> {
        contained(|| self.read_pieces(bytes, surroundings)).flatten()
    }

    /// What was read of an exercise with this text: at this place, or so many from the end, where most stay in an edit,
    /// or anywhere else.
    fn of(&self, text: &str, place: usize, from_end: usize) -> Option<&Arc<Read>> {
        let is_it = |read: &&Arc<Read>| *read.text == *text;
        let at_end = self.exercises.len().checked_sub(from_end);
        let places = [Some(place), at_end].into_iter().flatten();
        let mut near = places.filter_map(|place| self.exercises.get(place));
        near.find(is_it)
            .or_else(|| self.exercises.iter().find(is_it))
    }

    fn read_pieces(
        &self,
        bytes: &[u8],
        surroundings: &Surroundings<'_>,
    ) -> Option<(Reading, Self)> {
        if bytes.len() > LARGEST_FILE {
            return None;
        }
        let text = std::str::from_utf8(without_mark(bytes)).ok()?;
        let pieces = pieces(text);
        let (head, exercises) = pieces.split_first()?;
        if exercises.is_empty() || exercises.len() > MOST_EXERCISES {
            return None;
        }
        let top = DeTable::parse(head).ok()?.into_inner();
        if top.contains_key("exercise") {
            return None;
        }
        let findings = Findings::new(text);
        let Some(root) = root_of(&top, &findings) else {
            return Some((finish(text, findings.into_noted(), None), Self::default()));
        };
        let head_of_all = Head::read(&root, surroundings);
        let mut now = Self {
            head: (*head).to_owned(),
            stem: surroundings.stem.to_owned(),
            exercises: Vec::with_capacity(exercises.len()),
        };
        let is_same = self.head == now.head && self.stem == now.stem;
        let nothing = Self::default();
        let known = if is_same { self } else { &nothing };
        let file = head_of_all.of_file(surroundings);
        // What is wrong with a default stands in no exercise.
        if file.has_odd_default() {
            return None;
        }
        let after = exercises.len();
        let mut alone = Vec::with_capacity(exercises.len());
        let mut above = Above::default();
        let mut start = head.len();
        for (place, text) in exercises.iter().enumerate() {
            let last = now.exercises.last().map(|read| &read.alone);
            let known = known.of(text, place, after - place);
            let read = match known.filter(|read| read.holds(last, &above)) {
                Some(read) => read.clone(),
                None => Arc::new(Read::of(&Arc::from(*text), last, &above, &file)?),
            };
            read.note_from(start, &findings)?;
            alone.push(read.alone.from(start));
            start += text.len();
            above.add(read.usable_as.clone(), || read.clone());
            now.exercises.push(read);
        }
        let exercises = together(alone, &file, &findings);
        let words = language::words_with(&top, now.exercises.iter().map(|read| &read.words));
        language::warn(&root, &top, &words);
        let routine = head_of_all.with(exercises, hash(bytes));
        Some((finish(text, findings.into_noted(), routine), now))
    }
}
