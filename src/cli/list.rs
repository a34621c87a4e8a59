//! Lists the routines found and where from.

use std::sync::Arc;

use serde::Serialize;

use super::table::{fitting, table};
use super::{Context, Failure, argument};
use crate::clock;
use crate::day::Day;
use crate::disk::Leftover;
use crate::facts;
use crate::folders::Folders;
use crate::library::{Entry, Library, Origin};
use crate::routine::Routine;
use crate::text::{printable, shown_path};
use crate::words::{Message, Words};

pub(super) fn run(context: &Context, json: bool) -> Result<(), Failure> {
    let library = Library::open(
        context.folders.as_ref().map(Folders::routines),
        context.words.language(),
    );
    let entries = library.entries();
    if json {
        let routines = entries
            .iter()
            .map(|entry| EntryReport::of(entry, &context.words));
        super::print_json(&Report {
            format: 1,
            routines: routines.collect(),
        })?;
    } else {
        super::print(lines(&entries, &context.words))?;
    }
    let left: Vec<Message> = library.left().iter().map(Leftover::message).collect();
    context.tell(&left);
    // A folder that can't be read is reported like anything else that keeps a command from its work.
    library
        .warning()
        .map_or(Ok(()), |warning| Err(Failure::Environment(warning)))
}

/// Columns for an id or a title: one that is longer would push all others apart. `--json` has it whole.
const WIDEST: usize = 48;

/// A line for each routine: id, title, length, where it comes from.
fn lines(entries: &[Entry], words: &Words) -> String {
    let mut rows: Vec<[String; 4]> = entries.iter().map(|entry| row(entry, words)).collect();
    for [id, title, ..] in &mut rows {
        *id = fitting(id, WIDEST);
        *title = fitting(title, WIDEST);
    }
    table(&rows, &[2])
}

fn row(entry: &Entry, words: &Words) -> [String; 4] {
    let (id, length) = match &entry.routine {
        Some(routine) => {
            let minutes = facts::minutes(&session(routine));
            let length = Message::new("list-minutes").with("minutes", minutes);
            (routine.id.clone(), words.message(&length))
        }
        None => ("-".to_owned(), String::new()),
    };
    let origin = match &entry.origin {
        Origin::Shipped => words.get("list-shipped"),
        Origin::Own(path) => {
            let path = path.as_path();
            let notes = notes(entry, words);
            match &notes[..] {
                [_, ..] => words.message(
                    &Message::new("list-note")
                        .with("path", path)
                        .with("note", notes.join(" ")),
                ),
                [] if !entry.is_current => {
                    words.message(&Message::new("list-broken").with("path", argument(path)))
                }
                [] => shown_path(path),
            }
        }
    };
    [id, printable(&entry.title()), length, origin]
}

/// What a session of a routine has in today's week of its programme, as far as its file says when that
/// begins.
fn session(routine: &Arc<Routine>) -> Arc<Routine> {
    Day::new(clock::today()).whole(routine).routine
}

fn notes(entry: &Entry, words: &Words) -> Vec<String> {
    let notes = entry.notices.iter();
    notes.map(|note| words.message(&note.message())).collect()
}

/// What `list --json` prints. A contract: fields are added, never changed.
#[derive(Serialize)]
struct Report {
    format: u32,
    routines: Vec<EntryReport>,
}

#[derive(Serialize)]
struct EntryReport {
    /// These are `null` where the file has mistakes.
    id: Option<String>,
    revision: Option<u32>,
    title: Option<String>,
    language: Option<String>,
    tags: Option<Vec<String>>,
    total_ms: Option<u64>,
    exercises: Option<usize>,
    /// `shipped` or `own`.
    origin: &'static str,
    path: Option<String>,
    /// Whether the file can be used as it is.
    ok: bool,
    /// What there is to report of the file besides its mistakes, which `check` reports.
    notes: Vec<String>,
}

impl EntryReport {
    fn of(entry: &Entry, words: &Words) -> Self {
        let routine: Option<&Routine> = entry.routine.as_deref();
        let (origin, path) = match &entry.origin {
            Origin::Shipped => ("shipped", None),
            Origin::Own(path) => ("own", Some(path.to_string_lossy().into_owned())),
        };
        let session = entry.routine.as_ref().map(session);
        let session = session.as_deref();
        let total_ms = |session: &Routine| session.size().total.as_secs() * 1_000;
        Self {
            id: routine.map(|routine| routine.id.clone()),
            revision: routine.map(|routine| routine.revision),
            title: routine.map(|routine| routine.title.clone()),
            language: routine.map(|routine| routine.language.clone()),
            tags: routine.map(|routine| routine.tags.clone()),
            total_ms: session.map(total_ms),
            exercises: session.map(|session| session.exercises.len()),
            origin,
            path,
            ok: entry.is_current,
            notes: notes(entry, words),
        }
    }
}
