//! What a person can be reminded of: their routines as they stand today.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

use crate::day::{Day, Dose};
use crate::folders::Folders;
use crate::history::{History, RecordedSession};
use crate::library::{Entry, Library, Origin};
use crate::reminder::Candidate;
use crate::settings::Reminding;
use crate::words::Words;

/// A day's routines, as the disk has them.
#[derive(Debug)]
pub struct Today {
    pub entries: Arc<[Entry]>,
    /// Those that a person can be reminded of: with more sessions left first.
    pub candidates: Vec<Candidate>,
}

impl Today {
    /// Reads the routines, and what was done of them on that day.
    pub fn read(
        folders: Option<&Folders>,
        words: &Words,
        reminding: &Reminding,
        here: &Zoned,
    ) -> Self {
        let library = Library::open(folders.map(Folders::routines), words.language());
        let entries = library.entries();
        let history = folders.map(History::of).unwrap_or_default();
        let day = history.day(here, None);
        let day = day.with_first_weekday(crate::clock::first_weekday());
        let chosen = reminding.routine.as_deref();
        let candidates = candidates(&entries, &day, &history, chosen);
        Self {
            entries,
            candidates,
        }
    }
}

/// The person's own routines and those that they have taken up, and `chosen`, one that they want to be reminded
/// of in any case.
pub fn candidates(
    entries: &[Entry],
    day: &Day,
    history: &History,
    chosen: Option<&str>,
) -> Vec<Candidate> {
    let mut ids = BTreeSet::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    for entry in entries {
        // Of files that share an id the first is the one that begins.
        let first = entry.routine.as_ref();
        let Some(routine) = first.filter(|it| ids.insert(it.id.as_str())) else {
            continue;
        };
        let standing = day.standing(routine, entry.origin == Origin::Shipped);
        let is_theirs = matches!(standing.dose, Dose::Planned { .. });
        if is_theirs || chosen == Some(routine.id.as_str()) {
            let part = day.selection(routine).routine;
            let last = last_end(history, &routine.id, day.date());
            candidates.push(Candidate::of(routine, &part, &standing, last));
        }
    }
    candidates.sort_by_key(|candidate| Reverse(candidate.left()));
    candidates
}

/// The end of the last session of a routine.
fn last_end(history: &History, routine: &str, today: Date) -> Option<Timestamp> {
    // What a clock that stood wrong has put on a day to come tells nothing of today.
    let has_come = |it: &&Arc<RecordedSession>| it.started.date() <= today;
    let mut sessions = history.sessions.iter().filter(has_come);
    let last = sessions.find(|session| *session.routine.id == *routine)?;
    Some(last.finished.as_ref().unwrap_or(&last.started).timestamp())
}
