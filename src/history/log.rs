//! The record of this machine: lines go in at once and are written by a thread of their own.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use jiff::Zoned;

use super::append::{Turn, Writer};
use super::device;
use super::fallback::Fallback;
use super::reading::{Bad, Reading};
use super::record::{
    self, Correction, DueFact, Fact, Id, Line, LoadFact, NotBegunFact, RepsFact, RoutineFact,
    ToldFact, WhyLeftOut, WhyNot,
};
use super::site::{self, Site};
use super::unwritten::Unwritten;
use super::worker::{Job, Worker};
use super::{Checkup, History, Load, RecordedSession, Reps, Unfinished};
use crate::clock;
use crate::folders::Folders;
use crate::routine::Routine;
use crate::threads;
use crate::words::Message;

/// The record that this program writes to. A clone is another handle to the same record; the last one
/// that is dropped waits until all lines are written.
///
/// A line that can't be written is kept, and tried again every few seconds, with the next line, with
/// [`flush`] and at the end. What can't be written then is put into a file elsewhere, as
/// [`save_in_fallback`] does, and taken in at the next start.
///
/// [`flush`]: Self::flush
/// [`save_in_fallback`]: Self::save_in_fallback
#[derive(Debug, Clone)]
pub struct Log {
    shared: Arc<Shared>,
}

/// What a person said about a session when it was over. `None` leaves what was said before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// 0 to 10.
    pub pain_before: Option<u8>,
    /// 0 to 10.
    pub pain_after: Option<u8>,
    /// In the person's own words.
    pub note: Option<String>,
    /// Those that were others than prescribed.
    pub loads: Vec<Load>,
    /// Those that were others than counted.
    pub reps: Vec<Reps>,
}

/// A session that was cut off and was taken up to be gone on with here.
#[derive(Debug)]
pub struct TakenUp {
    pub unfinished: Unfinished,
    pub(super) mark: Mark,
}

/// Marks a session as running here until this is dropped.
#[derive(Debug)]
pub(super) struct Mark {
    log: Log,
    session: Id,
}

impl Drop for Mark {
    fn drop(&mut self) {
        self.log.send(Job::End(self.session));
    }
}

impl Log {
    /// Opens the record. Nothing is written before the first line but what was put elsewhere before.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn open(folders: &Folders) -> io::Result<Self> {
        Self::open_with_clock(folders, clock::here)
    }

    /// The same with another clock than the machine's: for a record of sessions that nobody did.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn open_with_clock(folders: &Folders, now: fn() -> Zoned) -> io::Result<Self> {
        // A machine that can't keep its id gets a new one with each start: its lines are then in
        // more folders than one, and are read from all of them.
        let device = device::id(&folders.config).unwrap_or_else(|_| Id::new());
        let folder = folders.log();
        let mut writer = Writer::new(folder.join(device.to_string()));
        if folders.record.is_some() {
            writer = writer.within(folder.clone());
        }
        Self::with_writer(folder, device, writer, Fallback::of(folders), now)
    }

    pub(super) fn with_writer(
        folder: PathBuf,
        device: Id,
        writer: Writer,
        elsewhere: Fallback,
        now: fn() -> Zoned,
    ) -> io::Result<Self> {
        let warning: Arc<Mutex<Option<Message>>> = Arc::default();
        let site = site::of(&folder);
        let turn = Arc::clone(writer.turn());
        let is_chosen = writer.is_within().is_some();
        let worker = Worker::new(
            writer,
            folder.clone(),
            Arc::clone(&site),
            elsewhere,
            Arc::clone(&warning),
        );
        let (jobs, inbox) = mpsc::channel();
        let reported = Arc::clone(&warning);
        let failed = move || {
            let failed = Message::new("session-record-failed");
            *reported.lock().unwrap_or_else(PoisonError::into_inner) = Some(failed);
        };
        let thread = threads::start("record", move || worker.run(&inbox), failed)?;
        Ok(Self {
            shared: Arc::new(Shared {
                folder,
                reading: Mutex::default(),
                is_chosen,
                device,
                site,
                now,
                jobs: Some(jobs),
                thread: Some(thread),
                warning,
                turn,
            }),
        })
    }

    /// Adds what a person said afterwards.
    pub fn note(&self, session: Id, note: Note) {
        let Note {
            pain_before,
            pain_after,
            note,
            loads,
            reps,
        } = note;
        let note = note.map(Into::into);
        let load = |it: Load| LoadFact {
            exercise: it.exercise.to_string().into(),
            load: it.load.to_string().into(),
        };
        let loads = loads.into_iter().map(load).collect();
        let reps = reps.into_iter().map(|it| RepsFact {
            exercise: it.exercise.to_string().into(),
            side: it.side,
            reps: it.reps,
        });
        self.write(
            session,
            Fact::Noted {
                pain_before,
                pain_after,
                note,
                loads,
                reps: reps.collect(),
            },
        );
    }

    /// Corrects what is on record of a session, by a line more.
    pub fn correct(&self, session: &RecordedSession, correction: Correction) {
        self.say(session, Fact::Corrected(correction));
    }

    /// Takes back a correction of a session: one of [`RecordedSession::corrections`].
    pub fn undo(&self, session: &RecordedSession, line: Id) {
        self.say(session, Fact::Undone { line });
    }

    /// Notes how it felt on a later day, from 0 to 10.
    pub fn next_day(&self, session: &RecordedSession, pain: u8) {
        self.say(session, Fact::NextDay { pain: Some(pain) });
    }

    /// Notes why something of a session was left out.
    pub fn left_out(&self, session: Id, why: WhyLeftOut) {
        self.write(session, Fact::LeftOut { why });
    }

    /// Notes a session of this routine that was done without Supple at this time; of one of which the day alone
    /// is known, at its noon. Gives what the record calls it.
    pub fn tell(&self, routine: &Routine, done: &Zoned) -> Id {
        let session = Id::new();
        let fact = ToldFact {
            routine: RoutineFact::of(routine),
            device: self.device(),
            done: record::time_text(done).into(),
            due: DueFact::from(&routine.due()),
        };
        self.write(session, Fact::Told(fact));
        session
    }

    /// Writes what the person says of a session later, after all that is there of it.
    fn say(&self, session: &RecordedSession, fact: Fact<'static>) {
        // The clock may have been set back since.
        Id::go_on_after(session.last_line);
        self.write(session.id, fact);
    }

    /// Notes that the person was asked before a session of this routine and did not begin it. Pain
    /// is from 0 to 10, `None` if the person did not say.
    pub fn not_begun(&self, routine: &Routine, pain_before: Option<u8>, why: WhyNot) {
        let fact = NotBegunFact {
            routine: RoutineFact::of(routine),
            device: self.device(),
            pain_before,
            why,
        };
        self.write(Id::new(), Fact::NotBegun(fact));
    }

    /// Notes that the person does not want to go on with a session that was cut off; notes nothing, and
    /// returns `false`, if another copy of the program is going on with it. Waits for the disk.
    pub fn close(&self, session: Id) -> bool {
        let mark = self.mark_cut_off(session);
        if mark.is_some() {
            self.write(session, Fact::Closed {});
        }
        mark.is_some()
    }

    /// The history with all that was handed in so far. Waits for the disk: not for a thread that
    /// draws.
    pub fn history(&self) -> History {
        // `warning` reports what could not be written; it is not in the history yet.
        let _ = self.flush();
        self.read(None)
    }

    /// Reads what is new since the last time.
    fn read(&self, own: Option<Id>) -> History {
        let Shared {
            folder,
            is_chosen,
            reading,
            ..
        } = &*self.shared;
        let mut reading = reading.lock().unwrap_or_else(|broken| {
            // A panic left it half made.
            let mut reading = broken.into_inner();
            *reading = Reading::default();
            reading
        });
        let history = reading.history(folder, own, Bad::CopiedAside);
        history.or_absent(folder, *is_chosen)
    }

    /// Looks at all of the record. Waits for the disk as [`history`](Self::history) does.
    pub fn check(&self) -> (History, Checkup) {
        let history = self.history();
        let checkup = Checkup::of(&history, &self.shared.folder);
        (history, checkup)
    }

    /// Waits until all that was handed in is written.
    ///
    /// # Errors
    /// What is wrong, for the person; the lines are kept.
    pub fn flush(&self) -> Result<(), Message> {
        let (done, written) = mpsc::channel();
        self.send(Job::Flush(done));
        // Without an answer its thread has broken off, and the last warning says why.
        let _ = written.recv();
        self.warning().map_or(Ok(()), Err)
    }

    /// Waits like [`flush`](Self::flush), and puts what can't be written into a file elsewhere,
    /// which is read like any other once it lies in the folder of the record. For the end of the
    /// program, after which nothing tries again.
    ///
    /// # Errors
    /// What is wrong, where the lines are now and what becomes of them.
    pub fn save_in_fallback(&self) -> Result<(), Message> {
        let (done, saved) = mpsc::channel();
        self.send(Job::SaveInFallback(done));
        // Without an answer its thread has broken off, and it is not known what it wrote.
        let broken_off = |_| Err(Message::new("error-background"));
        saved.recv().unwrap_or_else(broken_off)
    }

    /// Whether another program holds the record's lock, and is being waited for.
    pub fn waits_for_another(&self) -> bool {
        self.shared.turn.is_awaited()
    }

    /// From here on waits for no other program: what can't be written meanwhile goes elsewhere with
    /// [`save_in_fallback`](Self::save_in_fallback).
    pub fn wait_no_longer(&self) {
        self.shared.turn.give_up();
    }

    /// What is wrong with the record at the moment, if anything.
    pub fn warning(&self) -> Option<Message> {
        self.shared
            .warning
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The folder of the record.
    pub fn folder(&self) -> &Path {
        &self.shared.folder
    }

    /// The id under which this machine writes.
    pub fn device(&self) -> Id {
        self.shared.device
    }

    /// Which copy of the record it writes to.
    pub(super) fn site(&self) -> &str {
        &self.shared.site
    }

    /// Hands in a fact that became true just now, and returns at once.
    pub(super) fn write(&self, session: Id, fact: Fact<'static>) {
        self.write_of(session, fact, &Arc::default());
    }

    /// The same; `unwritten` counts the line until it is on the disk.
    pub(super) fn write_of(&self, session: Id, fact: Fact<'static>, unwritten: &Arc<Unwritten>) {
        let now = (self.shared.now)();
        let year = now.year();
        let line = Box::new(Line::new(session, &now, fact));
        unwritten.add();
        let unwritten = Arc::clone(unwritten);
        self.send(Job::Write {
            year,
            line,
            unwritten,
        });
    }

    /// Takes up a session of this device that was cut off, so that no other copy of the program goes
    /// on with it; `None` if one has already, or has let it go. Waits for the disk.
    pub fn take_up(&self, session: Id, now: &Zoned) -> Option<TakenUp> {
        let mark = self.mark_cut_off(session)?;
        // Since the caller read it, another copy may have gone on to its end.
        let history = self.read(Some(session));
        let last = history.sessions.iter().find(|it| it.id == session);
        // The clock may have been set back since.
        Id::go_on_after(last?.last_line);
        let unfinished = history.unfinished(self.device(), now)?;
        (unfinished.session == session).then_some(TakenUp { unfinished, mark })
    }

    /// Marks a session that was cut off as running; `None` if another copy has. Waits for the disk.
    fn mark_cut_off(&self, session: Id) -> Option<Mark> {
        let (answer, answered) = mpsc::channel();
        self.send(Job::TakeUp(session, answer));
        // Without an answer its thread has broken off, and nothing is known to be marked.
        let is_marked = answered.recv().unwrap_or(false);
        is_marked.then(|| self.marked(session))
    }

    /// Marks a session as running, so that no other copy takes it for interrupted.
    pub(super) fn begin(&self, session: Id) -> Mark {
        self.send(Job::Begin(session));
        self.marked(session)
    }

    fn marked(&self, session: Id) -> Mark {
        Mark {
            log: self.clone(),
            session,
        }
    }

    fn send(&self, job: Job) {
        if let Some(jobs) = &self.shared.jobs {
            // The worker is there until the last handle goes.
            let _ = jobs.send(job);
        }
    }
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    /// What was read of it before.
    reading: Mutex<Reading>,
    /// Whether the person chose that folder, so that none is made in its place.
    is_chosen: bool,
    device: Id,
    site: Site,
    /// The date and time where the person is.
    now: fn() -> Zoned,
    /// Gone only while being dropped.
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    warning: Arc<Mutex<Option<Message>>>,
    turn: Arc<Turn>,
}

impl Drop for Shared {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // A worker that panicked has said so.
            let _ = thread.join();
        }
    }
}
