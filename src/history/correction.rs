//! Which corrections of a session count.

use std::collections::HashSet;

use super::record::{Correction, Id, MOST_PAIN, Now};
use super::session::RecordedSession;
use crate::routine::LONGEST_TEXT;

/// A line of a session that corrects, or takes back a correction.
#[derive(Debug)]
pub(super) enum Said {
    Corrected(Box<Correction>),
    /// The line of that id counts no more.
    Undone(Id),
}

impl Said {
    /// What it takes in memory beside itself.
    pub(super) fn memory(&self) -> usize {
        match self {
            Self::Corrected(correction) => {
                let note = correction.note.as_ref().and_then(|Now(note)| note.as_ref());
                size_of::<Correction>() + note.map_or(0, String::len)
            }
            Self::Undone(_) => size_of::<Id>(),
        }
    }
}

/// Those that count, in order, of lines in the order in which they were written. What takes a line back may
/// be taken back itself.
pub(super) fn in_effect(lines: Vec<(Id, Said)>) -> Vec<(Id, Correction)> {
    let mut undone: HashSet<Id> = HashSet::new();
    let mut counting = Vec::new();
    for (id, said) in lines.into_iter().rev() {
        if undone.contains(&id) {
            continue;
        }
        match said {
            Said::Corrected(correction) => counting.push((id, *correction)),
            Said::Undone(line) => {
                undone.insert(line);
            }
        }
    }
    counting.reverse();
    counting
}

impl RecordedSession {
    /// Reads it as a correction has it.
    pub(super) fn correct(&mut self, line: Id, correction: Correction) {
        let Correction {
            pain_before,
            pain_after,
            note,
            not_counted,
        } = correction;
        // A line that was written by anything else than Supple may say any number.
        let real = |Now(pain): Now<u8>| pain.filter(|pain| *pain <= MOST_PAIN);
        self.pain_before = pain_before.map_or(self.pain_before, real);
        self.pain_after = pain_after.map_or(self.pain_after, real);
        if let Some(Now(note)) = note {
            let cut = |note: String| note.chars().take(LONGEST_TEXT).collect::<String>().into();
            self.note = note.map(cut);
        }
        self.not_counted = not_counted.map_or(self.not_counted, |Now(why)| why);
        self.corrections.push(line);
    }

    /// Whether it counts in figures: neither was it somebody else's nor not done at all.
    pub fn counts(&self) -> bool {
        self.not_counted.is_none()
    }
}
