//! The record: append-only lines, read back as sessions and summaries.
//!
//! One line is one fact, written when it becomes true; [`record`] has its shape. Each device writes
//! into a folder of its own, one file for each year, so that any file-sync program can carry the
//! record between machines:
//!
//! ```text
//! log/DEVICE/2026.jsonl            the lines
//! log/ANY.jsonl                    lines that a person put there, or Supple where the disk was full
//! log/DEVICE/lock                  held while a line is written
//! log/DEVICE/running/SESSION.lock  held while a session is running
//! log/quarantine/                  copies of lines that can't be read
//! ```
//!
//! The line of a hold that was jumped over, or left within its first two seconds, is a `hold` line
//! too, with the outcome `skipped` and the time that it was held, written at that moment. A hold that
//! has no line was never reached, and is read as skipped.
//!
//! A folder or file that is deleted, or exchanged for another, while a session is under way gets the
//! session's lines from its beginning again, with the ids that they had.
//!
//! A session that the person was asked about before and did not begin has one line alone,
//! `not_begun`. An older Supple counts it among the lines that a newer one wrote.
//!
//! - A [`Recorder`] turns a session's events into lines and hands them to the [`Log`], whose thread
//!   writes them. A line is reported as written once it is on the disk, and until then no screen
//!   says of what it tells that it is over.
//! - [`History::read`] makes one union of every file of every device, by the lines' ids. No file is
//!   ever rewritten: what can't be read is copied aside and told as a [`Problem`].

mod append;
mod device;
mod fallback;
mod lines;
mod log;
mod quarantine;
mod read;
pub mod record;
mod recorder;
mod sessions;
pub mod summary;
#[cfg(test)]
mod tests;
mod unwritten;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan as _, Zoned};

pub use device::device_trouble;
pub use log::{Log, Note, TakenUp};
pub use record::{Id, WhyNot};
pub use recorder::{Recorder, Unrecorded};
pub use summary::Summary;

use crate::day::{self, Day, End};
use crate::folders::Folders;
use crate::progress::{DoseStep, Tally};
use crate::routine::{Routine, Side};
use crate::session::{self, Answer, Attempt, Outcome, StopReason};
use crate::words::Message;
use record::Prescribed;

/// All that was recorded, by all devices whose files are there.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// Newest first, without those that are running at the moment on this machine.
    pub sessions: Vec<Session>,
    /// Sessions that were not begun, newest first. No figure counts them.
    pub not_begun: Vec<NotBegun>,
    /// What of it can't be read, or is not there.
    pub problems: Vec<Problem>,
}

/// One session as the record has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub id: Id,
    /// `None` if the line that tells is missing.
    pub device: Option<Id>,
    /// In the person's zone at that time, so that its date is the day they lived.
    pub started: Zoned,
    /// `None` if it was cut off.
    pub finished: Option<Zoned>,
    pub routine: RoutineRef,
    pub outcome: SessionOutcome,
    /// 0 to 10.
    pub pain_before: Option<u8>,
    /// 0 to 10.
    pub pain_after: Option<u8>,
    /// In the person's own words.
    pub note: Option<Box<str>>,
    /// Every step of the dose in order; one that was never reached is skipped.
    pub holds: Vec<Hold>,
    /// The attempts at steps that were done again, without the one of each that counts; those at
    /// one step in the order in which they were made.
    pub other_attempts: Vec<Hold>,
    /// Each time it hurt, in order.
    pub hurts: Vec<Hurt>,
    /// The first step of the dose that was not tried, unless the person does not want to go on.
    next_hold: Option<u32>,
}

/// A session that the person was asked about before and did not begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotBegun {
    pub id: Id,
    pub device: Id,
    /// In the person's zone at that time.
    pub time: Zoned,
    pub routine: RoutineRef,
    /// 0 to 10.
    pub pain_before: Option<u8>,
    pub why: WhyNot,
}

/// One entry of the history.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Past<'a> {
    Session(&'a Session),
    NotBegun(&'a NotBegun),
}

/// The routine as it was when the session began. Its texts are empty if the line that tells is
/// missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct RoutineRef {
    pub id: Arc<str>,
    pub revision: u32,
    pub title: Arc<str>,
    /// Of the routine's file.
    pub sha256: Arc<str>,
    /// BCP 47.
    pub language: Arc<str>,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionOutcome {
    Completed,
    Stopped(StopReason),
    /// The program or the machine was cut off.
    Interrupted,
}

/// What was done of one step of the dose. Of several attempts the longest, and at
/// an open step one that was done before all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Index in the plan.
    pub step: u32,
    /// The exercise's id.
    pub exercise: Arc<str>,
    /// The exercise's name.
    pub name: Arc<str>,
    pub side: Option<Side>,
    pub set: Option<u32>,
    pub rep: Option<u32>,
    /// `None` for an open step.
    pub prescribed_ms: Option<u64>,
    pub held_ms: u64,
    pub outcome: Outcome,
    /// Whether its exercise may be skipped.
    pub optional: bool,
}

/// It hurt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hurt {
    /// Index in the plan; a step between holds belongs to the exercise too.
    pub step: u32,
    /// The exercise's id.
    pub exercise: Arc<str>,
    /// The exercise's name.
    pub name: Arc<str>,
    pub side: Option<Side>,
    /// `None` if the session was cut off before, or is older than the question.
    pub answer: Option<Answer>,
}

/// A session of this machine that was cut off, and how to go on with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfinished {
    pub session: Id,
    pub started: Zoned,
    pub routine: RoutineRef,
    /// The first step of the dose that was not tried, as an index in the plan.
    pub next_hold: usize,
    /// The ids of the exercises that are done in their easier way since it hurt.
    pub eased: Vec<Arc<str>>,
    /// What was done of the dose.
    pub attempts: Vec<Attempt>,
    /// 0 to 10, if the person gave one.
    pub pain_before: Option<u8>,
}

/// Something in the record that a person should know of. What could be read is in the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The file or folder it is in.
    pub path: PathBuf,
    /// Counts from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with the record.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// A line is torn or its checksum does not fit, and no copy of it is whole.
    Damaged {
        /// Where it was copied to; `None` if that was not possible.
        copy: Option<PathBuf>,
    },
    /// Lines that are damaged like others, of which there is no room to tell one by one.
    MoreDamaged { lines: usize },
    /// A line is longer than any that is read, and is left out.
    LongLine,
    /// A file is larger than any that is read; its first GiB was.
    LargeFile,
    /// A line tells of pain that is not from 0 to 10; the rest of the line counts.
    NoPain,
    /// Lines of a later version of Supple, which are kept.
    Newer { lines: usize },
    /// A file or folder can't be read, with the reason.
    Unreadable(Message),
    /// The line that says when a session began, and of which routine, is missing.
    NoStart { session: Id },
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

    /// The same with a session that this program has marked as running.
    fn read_but_for(log: &Path, own: Id) -> Self {
        Self::read_with(log, Some(own))
    }

    fn read_with(log: &Path, own: Option<Id>) -> Self {
        let read::Union {
            entries,
            mut problems,
        } = read::union(log);
        let mut history = sessions::of(entries, log, own);
        problems.append(&mut history.problems);
        Self {
            problems,
            ..history
        }
    }

    /// The last session of a device, if it was cut off not long ago with a hold done and others
    /// left, and the person has not said that they don't want to go on. What was cut off while it
    /// hurt is not gone on with. Sessions of a clock that was ahead of `now` are left out.
    pub fn unfinished(&self, device: Id, now: &Zoned) -> Option<Unfinished> {
        // Long enough for a session late at night, short enough that it is not the next day's dose.
        const NOT_LONG_AGO: SignedDuration = SignedDuration::from_hours(12);
        let last = self
            .sessions
            .iter()
            .find(|session| session.device == Some(device) && session.started <= *now)?;
        let next_hold = last.next_hold?;
        let cut_off = last.outcome == SessionOutcome::Interrupted && !last.ended_in_pain();
        let begun = last.holds.iter().any(|hold| hold.outcome == Outcome::Done);
        let recent = now.duration_since(&last.started) <= NOT_LONG_AGO;
        let easier = |hurt: &&Hurt| hurt.answer == Some(Answer::Easier);
        let eased = last.hurts.iter().filter(easier);
        (cut_off && begun && recent).then(|| Unfinished {
            session: last.id,
            started: last.started.clone(),
            routine: last.routine.clone(),
            next_hold: next_hold as usize,
            eased: eased.map(|hurt| Arc::clone(&hurt.exercise)).collect(),
            attempts: last.attempts_before(next_hold),
            pain_before: last.pain_before,
        })
    }

    /// What is on record of today, for what a day means. `unfinished` is the session that the person
    /// can still go on with, if there is one.
    pub fn day(&self, now: &Zoned, unfinished: Option<Id>) -> Day {
        let mut day = Day::new(now.date());
        let since = day.date().saturating_sub(day::TAKEN_UP_DAYS.days());
        let lately = self.sessions.iter();
        for session in lately.take_while(|session| session.started.date() >= since) {
            day.was_done_lately(&session.routine.id);
            if session.started.date() == day.date() {
                let goes_on = unfinished == Some(session.id);
                day.add(&session.routine.id, &session.of_day(goes_on));
            }
        }
        for it in self.not_begun_on(day.date()) {
            let WhyNot::PainAboveLimit { .. } = it.why;
            day.put_off(&it.routine.id, it.time.timestamp());
        }
        day
    }

    /// The sessions of a day of the person's calendar.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Session> {
        self.sessions
            .iter()
            .filter(move |session| session.started.date() == day)
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

    /// The sessions that were not begun on a day of the person's calendar.
    pub fn not_begun_on(&self, day: Date) -> impl Iterator<Item = &NotBegun> {
        self.not_begun
            .iter()
            .filter(move |it| it.time.date() == day)
    }

    /// The sessions of the month that a day is in.
    pub fn in_month_of(&self, day: Date) -> impl Iterator<Item = &Session> {
        let month = day.first_of_month();
        self.sessions
            .iter()
            .filter(move |session| session.started.date().first_of_month() == month)
    }
}

impl Session {
    /// Whether it ended because it hurt: so the person said, or they said nothing more, or after the
    /// pain nothing was done to its end.
    pub fn ended_in_pain(&self) -> bool {
        match self.outcome {
            SessionOutcome::Stopped(reason) => reason == StopReason::Pain,
            SessionOutcome::Interrupted => self.hurts.last().is_some_and(|it| it.answer.is_none()),
            SessionOutcome::Completed => !self.hurts.is_empty() && self.tally().steps.done == 0,
        }
    }

    /// A session without holds, for tests of what is made of sessions.
    #[cfg(test)]
    pub(crate) fn sample(routine: &str, started: Zoned, outcome: SessionOutcome) -> Self {
        Self {
            id: Id::new(),
            device: None,
            started,
            finished: None,
            routine: RoutineRef {
                id: routine.into(),
                ..RoutineRef::default()
            },
            outcome,
            pain_before: None,
            pain_after: None,
            note: None,
            holds: Vec::new(),
            other_attempts: Vec::new(),
            hurts: Vec::new(),
            next_hold: None,
        }
    }

    /// What it is to its day. `goes_on` where the person can still go on with it.
    fn of_day(&self, goes_on: bool) -> day::Session {
        day::Session {
            started: self.started.timestamp(),
            part: self.tally().part(),
            end: match self.outcome {
                SessionOutcome::Completed => End::Completed,
                SessionOutcome::Interrupted if goes_on => End::NotYet,
                SessionOutcome::Interrupted | SessionOutcome::Stopped(_) => End::BeforeItsEnd,
            },
            hurt: self.ended_in_pain(),
            pain_after: self.pain_after,
        }
    }

    /// The steps of its dose, by the exercises' ids.
    pub fn dose(&self) -> impl Iterator<Item = DoseStep<&str>> {
        self.holds.iter().map(Hold::dose_step)
    }

    /// What was to be done, and what was done of it.
    pub fn tally(&self) -> Tally {
        Tally::of(self.dose())
    }

    /// What was tried of the dose, where `next_hold` is the first step that was not.
    fn attempts_before(&self, next_hold: u32) -> Vec<Attempt> {
        let tried = |hold: &&Hold| hold.step < next_hold || hold.held_ms > 0;
        let attempts = self.holds.iter().filter(tried).map(|hold| Attempt {
            step: hold.step as usize,
            prescribed: hold.prescribed_ms.map(Duration::from_millis),
            held: Duration::from_millis(hold.held_ms),
            outcome: hold.outcome,
        });
        attempts.collect()
    }

    /// Milliseconds held of all steps together, with time beyond the prescription.
    pub fn held_ms(&self) -> u64 {
        self.holds.iter().map(|hold| hold.held_ms).sum()
    }

    /// Milliseconds prescribed, of all steps that have an end.
    pub fn prescribed_ms(&self) -> u64 {
        self.holds
            .iter()
            .filter_map(|hold| hold.prescribed_ms)
            .sum()
    }
}

impl<'a> Past<'a> {
    /// When it began, or was not begun.
    pub fn time(self) -> &'a Zoned {
        match self {
            Self::Session(session) => &session.started,
            Self::NotBegun(it) => &it.time,
        }
    }
}

impl Hold {
    fn dose_step(&self) -> DoseStep<&str> {
        DoseStep {
            exercise: &self.exercise,
            side: self.side,
            optional: self.optional,
            prescribed: self.prescribed_ms.map(Duration::from_millis),
            held: Duration::from_millis(self.held_ms),
            outcome: self.outcome,
        }
    }

    /// Of twenty seconds, for tests of what is made of holds.
    #[cfg(test)]
    pub(crate) fn sample(step: u32, held_ms: u64, outcome: Outcome) -> Self {
        Self {
            step,
            exercise: "knee".into(),
            name: "Knee to chest".into(),
            side: None,
            set: Some(1),
            rep: Some(step),
            prescribed_ms: Some(20_000),
            held_ms,
            outcome,
            optional: false,
        }
    }

    fn not_reached(
        exercise: &Arc<str>,
        name: &Arc<str>,
        optional: bool,
        prescribed: &Prescribed,
    ) -> Self {
        let Prescribed(step, side, set, rep, prescribed_ms) = *prescribed;
        Self {
            step,
            exercise: Arc::clone(exercise),
            name: Arc::clone(name),
            side,
            set,
            rep,
            prescribed_ms: prescribed_ms.map(read::countable),
            held_ms: 0,
            outcome: Outcome::Skipped,
            optional,
        }
    }
}

impl Unfinished {
    /// Whether it is a session of this very file. One that was edited since has other steps, and
    /// can't be gone on with.
    pub fn is_of(&self, routine: &Routine) -> bool {
        *self.routine.sha256 == *routine.sha256
    }

    /// The session of this very file that goes on where this one was cut off.
    pub fn session(&self, routine: &Arc<Routine>) -> session::Session {
        let exercises = routine.exercises.iter().enumerate();
        let eased = exercises.filter(|(_, exercise)| {
            let mut eased = self.eased.iter();
            eased.any(|id| **id == *exercise.id)
        });
        let session = session::Session::going_on(Arc::clone(routine), self.next_hold);
        let plan = Arc::clone(session.plan());
        let attempts = self.attempts.iter().map(|attempt| Attempt {
            step: plan.from_record(attempt.step),
            ..*attempt
        });
        session
            .easing(eased.map(|(index, _)| index))
            .after(attempts.collect())
    }
}

impl Problem {
    /// What is wrong and what becomes of it.
    pub fn message(&self) -> Message {
        let path = self.path.as_path();
        match &self.kind {
            ProblemKind::Damaged { copy: Some(copy) } => Message::new("record-damaged-line")
                .with("file", path)
                .with("line", self.line.unwrap_or_default())
                .with("copy", copy.as_path()),
            ProblemKind::Damaged { copy: None } => Message::new("record-damaged-line-not-copied")
                .with("file", path)
                .with("line", self.line.unwrap_or_default()),
            ProblemKind::MoreDamaged { lines } => Message::new("record-more-damaged-lines")
                .with("file", path)
                .with("lines", *lines),
            ProblemKind::LongLine => Message::new("record-long-line")
                .with("file", path)
                .with("line", self.line.unwrap_or_default()),
            ProblemKind::LargeFile => Message::new("record-large-file").with("file", path),
            ProblemKind::NoPain => Message::new("record-no-pain")
                .with("file", path)
                .with("line", self.line.unwrap_or_default()),
            ProblemKind::Newer { lines } => Message::new("record-newer-lines")
                .with("file", path)
                .with("lines", *lines),
            ProblemKind::Unreadable(reason) => Message::new("record-unreadable")
                .with("file", path)
                .with("reason", reason.clone()),
            ProblemKind::NoStart { session } => Message::new("record-no-start")
                .with("session", session.to_string())
                .with("folder", path),
        }
    }
}
