//! The record: append-only lines, read back as sessions.
//!
//! One line is one fact, written when it becomes true; [`record`] has its shape. Each device writes
//! into a folder of its own, one file for each year, so that any file-sync program can carry the
//! record between machines:
//!
//! ```text
//! log/DEVICE/2026.jsonl            the lines
//! log/ANY.jsonl                    lines that a person put there, or Supple where the disk was full
//! log/imported-HASH.jsonl          sessions that were imported
//! log/DEVICE/lock                  held while a line is written
//! log/DEVICE/running/SESSION.lock  held while a session is running, and says at which site
//! log/quarantine/                  copies of lines that can't be read
//! ```
//!
//! The line of a hold that was jumped over, or left within its first two seconds, is a `hold` line
//! too, with the outcome `skipped` and the time that it was held, written at that moment. A hold that
//! has no line was never reached, and is read as skipped. A line with `again` is of a hold that was not
//! left for good: the person went back, got into position once more, or the session ended in it. A
//! session that goes on begins with the first such hold, or the first that has no line.
//!
//! A folder or file that is deleted, or exchanged for another, while a session is under way gets the
//! session's lines from its beginning again, with the ids that they had.
//!
//! A session that the person was asked about before and did not begin has one line alone,
//! `not_begun`. An older Supple counts it among the lines that a newer one wrote.
//!
//! A session that the person did without Supple has a line `told`. What they say of a session later is a
//! line more: `corrected`, `undone` for one of those, `left_out`, `next_day`. Which of them count
//! depends on their ids alone, and never on the order in which files are read.
//!
//! What another record has of a session comes in one line, `imported`, as it was exported; see [`exported`]. It yields to
//! the session's own lines, wherever those come from.
//!
//! - A [`Recorder`] turns a session's events into lines and hands them to the [`Log`], whose thread
//!   writes them. A line is reported as written once it is on the disk, and no screen shows a hold as
//!   over before that.
//! - [`History::read`] makes one union of every file of every device, by the lines' ids. No file is
//!   ever rewritten: what can't be read is copied aside and reported as a [`Problem`].

mod append;
mod assemble;
mod checkup;
mod correction;
mod device;
pub mod exported;
mod fallback;
mod found;
mod import;
mod imported;
mod last;
mod lines;
mod log;
mod problem;
mod quarantine;
mod read;
pub mod record;
mod recorder;
mod room;
mod running;
mod session;
mod site;
mod sums;
#[cfg(test)]
mod tests;
mod texts;
mod unfinished;
mod unwritten;
mod worker;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{ToSpan as _, Zoned};

pub use checkup::Checkup;
pub use device::device_warning;
pub use found::Found;
pub use import::{Imported, NotImported, import};
pub use last::{Last, LastDone};
pub use log::{Log, Note, TakenUp};
pub use problem::{Problem, ProblemKind};
pub use record::{Correction, Id, NotCounted, Now, WhyLeftOut, WhyNot};
pub use recorder::{Recorder, Unrecorded};
pub use session::{
    Hold, Hurt, Load, NotBegun, Past, RecordedSession, Reps, RoutineRef, SessionOutcome,
};
pub use unfinished::Unfinished;

use crate::day::{self, Day, SessionOfDay};
use crate::folders::Folders;
use crate::progress;

/// All that was recorded, by all devices whose files are there.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// Newest first, without those that are running at the moment on this machine, and those that may
    /// be under way on another.
    pub sessions: Vec<RecordedSession>,
    /// Those. Nothing of them is counted, and pain in them is minded all the same.
    pub under_way: Vec<RecordedSession>,
    /// Sessions that were not begun, newest first. No figure counts them.
    pub not_begun: Vec<NotBegun>,
    /// Those of all of them that lie later than what was written after them.
    pub ahead: HashSet<Id>,
    /// How many files of lines there are.
    pub files: usize,
    /// What of it can't be read, or is not there.
    pub problems: Vec<Problem>,
    /// What is found in the sessions when it is first asked for: of other sessions, begin with none.
    pub found: Found,
}

/// The files of lines in the folder of a record, of every device, and any that a person put beside them.
///
/// # Errors
/// A folder that can't be read.
pub fn files(log: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut problems = Vec::new();
    let files = read::files(log, &mut problems);
    problems.pop().map_or(Ok(files), Err)
}

/// Whether a file that lies in the folder of a record, or in that of a device, is read as lines of it.
pub fn is_file_of_lines(path: &Path) -> bool {
    read::is_name_of_lines(path)
}

impl History {
    /// Reads a person's record, with what was kept elsewhere while the disk took nothing.
    pub fn of(folders: &Folders) -> Self {
        fallback::Fallback::of(folders).take_in();
        Self::read(&folders.log())
    }

    /// Reads the record in this folder. Never fails: what can't be read is a problem.
    pub fn read(log: &Path) -> Self {
        Self::read_with(log, None)
    }

    /// Whether a session is under way on this machine, in whichever copy of the program. Reads no line.
    pub fn is_being_made(log: &Path) -> bool {
        running::is_any_running(log)
    }

    /// The same of somebody else's record, in whose folder nothing is written.
    pub fn of_another(log: &Path) -> Self {
        Self::of_union(read::union(log, read::Bad::Reported), log, None)
    }

    /// What `supple history --json` printed into this file.
    ///
    /// # Errors
    /// It can't be read, or is something else.
    pub fn of_export(file: &Path) -> Result<Self, NotImported> {
        let lines = import::lines_of(file)?;
        let union = read::union_of_lines(lines.as_bytes());
        Ok(Self::of_union(union, file, None))
    }

    /// The same with a session that this program has marked as running.
    fn read_but_for(log: &Path, own: Id) -> Self {
        Self::read_with(log, Some(own))
    }

    fn read_with(log: &Path, own: Option<Id>) -> Self {
        Self::of_union(read::union(log, read::Bad::CopiedAside), log, own)
    }

    fn of_union(union: read::Union, log: &Path, own: Option<Id>) -> Self {
        let read::Union {
            files,
            entries,
            mut problems,
        } = union;
        let mut history = assemble::of(entries, log, own);
        problems.append(&mut history.problems);
        // Here, where nobody waits for a frame.
        history.found.look(&history.sessions);
        Self {
            files,
            problems,
            ..history
        }
    }

    /// Looks at all of a person's record.
    pub fn check(folders: &Folders) -> Checkup {
        Checkup::of(&Self::of(folders), &folders.log())
    }

    /// What is on record of today, for what a day means. `unfinished` is the session that the person
    /// can still go on with, if there is one.
    pub fn day(&self, now: &Zoned, unfinished: Option<Id>) -> Day {
        let found = &self.found;
        let mut day = Day::at(now)
            .with_first_sessions(Arc::clone(found.first_sessions(&self.sessions)))
            .with_last_exercises(Arc::clone(found.last_exercises(&self.sessions)));
        let since = day.date().saturating_sub(day::TAKEN_UP_DAYS.days());
        let lately = self.sessions.iter().filter(|session| session.counts());
        for session in lately.take_while(|session| session.started.date() >= since) {
            let routine = &session.routine.id;
            day.was_done_lately(routine);
            let of_day = self.of_day(session, unfinished);
            if session.started.date() <= day.date() {
                day.count(routine, &of_day);
                for (exercise, tally) in progress::by_exercise(session.dose()) {
                    day.count_exercise(routine, exercise, &of_day, &tally);
                }
            }
            if day::still_matters(&session.last, now) {
                day.mind(routine, &of_day);
            }
        }
        for session in &self.under_way {
            if day::still_matters(&session.last, now) {
                day.mind(&session.routine.id, &self.of_day(session, None));
            }
        }
        for it in &self.not_begun {
            if day::still_matters(&it.time, now) {
                let WhyNot::PainAboveLimit { .. } = it.why;
                let was_ahead = self.ahead.contains(&it.id);
                day.put_off(&it.routine.id, it.time.timestamp(), was_ahead);
            }
        }
        day
    }

    fn of_day(&self, session: &RecordedSession, unfinished: Option<Id>) -> SessionOfDay {
        SessionOfDay {
            was_ahead: self.ahead.contains(&session.id),
            ..session.of_day(unfinished == Some(session.id))
        }
    }

    /// All that was done and not begun, newest first.
    pub fn past(&self) -> Vec<Past<'_>> {
        let sessions = self.sessions.iter().map(Past::Session);
        let mut past: Vec<Past> = sessions
            .chain(self.not_begun.iter().map(Past::NotBegun))
            .collect();
        past.sort_by(|one, other| other.time().cmp(one.time()));
        past
    }
}
