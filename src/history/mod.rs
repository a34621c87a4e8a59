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
//! log/DEVICE/2026.moved-….jsonl    lines of a folder that the record was moved from, where others were
//! log/DEVICE/2026.restored-….jsonl  lines of a backup, where others were
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
//! What another record has of a session comes in one line, `imported`, as it was exported; see [`exported`]. It
//! yields to the session's own lines, wherever those come from.
//!
//! - A [`Recorder`] turns a session's events into lines and hands them to the [`Log`], whose thread
//!   writes them. A line is reported as written once it is on the disk, and no screen shows a hold as
//!   over before that.
//! - [`History::read`] makes one union of every file of every device, by the lines' ids. No file is
//!   ever rewritten: what can't be read is copied aside and reported as a [`Problem`]. Nearly every session
//!   has its lines in one place, and is put together as they are read; a [`Log`] keeps what was read, so that
//!   the next time only what is new is.
//! - [`move_record`] copies all of it into another folder, which the person chose. What a copy of the program that was
//!   open then still writes where it was lies there too, by `record-moves.json` beside the settings. A folder that was
//!   chosen and has nothing of a record in it counts as one whose drive is not connected.

mod append;
mod assemble;
mod carry;
mod checkup;
mod chosen;
mod correction;
mod device;
pub mod exported;
mod fallback;
mod files;
mod following;
mod found;
mod import;
mod imported;
mod kept;
mod last;
mod lines;
mod log;
mod moves;
mod moving;
mod problem;
mod quarantine;
mod read;
mod reading;
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

use std::cmp::Reverse;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{ToSpan as _, Zoned};

pub use carry::put_lines;
pub use checkup::Checkup;
pub use device::device_warning;
pub use found::Found;
pub use import::{Imported, NotImported, import};
pub use last::{Last, LastDone};
pub use log::{Log, Note, TakenUp};
#[cfg(test)]
pub(crate) use moving::moved_to;
pub use moving::{MoveTurn, Moved, NotMoved, Old, correct_undone_move, followed, move_record};
pub use problem::{Problem, ProblemKind};
pub use record::{Correction, Id, NotCounted, Now, WhyLeftOut, WhyNot};
pub use recorder::{Recorder, Unrecorded};
pub use session::{
    Hold, Hurt, Load, NotBegun, Past, RecordedSession, Reps, RoutineRef, SessionOutcome,
};
pub use unfinished::Unfinished;

use self::reading::{Bad, Reading};
use crate::day::{self, Day, SessionOfDay};
use crate::disk;
use crate::folders::Folders;
use crate::progress;

/// All that was recorded, by all devices whose files are there.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// Newest first, without those that are running at the moment on this machine, and those that may
    /// be under way on another.
    pub sessions: Vec<Arc<RecordedSession>>,
    /// Those. Nothing of them is counted, and pain in them is minded all the same.
    pub under_way: Vec<Arc<RecordedSession>>,
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
    let files = files::of(log, &mut problems);
    problems.pop().map_or(Ok(files), Err)
}

/// Puts into the record what was kept elsewhere, and what another running copy wrote into the folder that it was in.
/// What it still can't take stays where it is, and is given.
pub fn take_in(folders: &Folders) -> Vec<PathBuf> {
    fallback::Fallback::of(folders).take_in()
}

/// The folder of a person's record, to write into. It may still have to be made.
///
/// # Errors
/// They chose it themselves, and it is not there, as on a drive that is not connected: none is made in its place.
pub fn folder_to_write(folders: &Folders) -> io::Result<PathBuf> {
    let log = folders.log();
    let missing = folders.record.as_deref().and_then(chosen::missing);
    missing.map_or(Ok(log), Err)
}

/// Whether a file that lies in the folder of a record, or in that of a device, is read as lines of it.
pub fn is_file_of_lines(path: &Path) -> bool {
    files::is_name_of_lines(path)
}

/// Where an entry stands in a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// In [`History::sessions`].
    Session(usize),
    /// In [`History::not_begun`].
    NotBegun(usize),
}

impl History {
    /// Reads a person's record, with what was kept elsewhere while the disk took nothing.
    pub fn of(folders: &Folders) -> Self {
        let waiting = take_in(folders);
        let mut history = Self::read_there(&folders.log(), folders.record.is_some());
        history
            .problems
            .extend(waiting.into_iter().map(|path| Problem {
                path,
                line: None,
                kind: ProblemKind::Waiting,
            }));
        history
    }

    /// Reads the record, and says so where the folder that the person chose for it is not there.
    fn read_there(log: &Path, is_chosen: bool) -> Self {
        Self::read(log).or_absent(log, is_chosen)
    }

    /// With a word about the folder where it is not there, of one that the person chose.
    fn or_absent(mut self, log: &Path, is_chosen: bool) -> Self {
        let history = &mut self;
        if let Some(error) = is_chosen.then(|| chosen::missing(log)).flatten() {
            history.problems.push(Problem {
                path: log.to_owned(),
                line: None,
                kind: ProblemKind::Unreadable(disk::reason(&error)),
            });
        }
        self
    }

    /// Reads the record in this folder. Never fails: what can't be read is a problem.
    pub fn read(log: &Path) -> Self {
        Reading::default().history(log, None, Bad::CopiedAside)
    }

    /// The same of somebody else's record, in whose folder nothing is written.
    pub fn of_another(log: &Path) -> Self {
        Reading::default().history(log, None, Bad::Reported)
    }

    /// What `supple history --json` printed into this file.
    ///
    /// # Errors
    /// It can't be read, or is something else.
    pub fn of_export(file: &Path) -> Result<Self, NotImported> {
        let lines = import::lines_of(file)?;
        Ok(reading::history_of_lines(lines.as_bytes(), file))
    }

    /// Whether a session is under way on this machine, in whichever copy of the program. Reads no line.
    pub fn is_being_made(log: &Path) -> bool {
        running::any_running(log)
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
                if session.is_told {
                    day.count_told(routine, session.started.date());
                }
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
        let order = self.order();
        order.into_iter().filter_map(|at| self.at(at)).collect()
    }

    /// Where each entry stands, newest first.
    pub fn order(&self) -> Vec<At> {
        let sessions = (0..self.sessions.len()).map(At::Session);
        let mut order: Vec<At> = sessions
            .chain((0..self.not_begun.len()).map(At::NotBegun))
            .collect();
        order.sort_by_key(|at| Reverse(self.at(*at).map(Past::time)));
        order
    }

    /// The entry that stands there.
    pub fn at(&self, at: At) -> Option<Past<'_>> {
        match at {
            At::Session(place) => self.sessions.get(place).map(|it| Past::Session(it)),
            At::NotBegun(place) => self.not_begun.get(place).map(Past::NotBegun),
        }
    }
}
