//! The thread that writes the lines of a record.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::iter;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::append::{Unwritable, Writer};
use super::fallback::Fallback;
use super::following::Following;
use super::record::{Id, Line};
use super::running::Running;
use super::site::Site;
use super::unwritten::Unwritten;
use crate::contain::contained;
use crate::disk;
use crate::words::Message;

pub(super) enum Job {
    Write {
        year: i16,
        line: Box<Line<'static>>,
        /// Counts it until it is on the disk.
        unwritten: Arc<Unwritten>,
    },
    Begin(Id),
    /// Answers whether it could be marked: no other copy has it.
    TakeUp(Id, Sender<bool>),
    End(Id),
    Flush(Sender<()>),
    SaveInFallback(Sender<Result<(), Message>>),
}

/// How soon lines that could not be written are tried again.
const TRY_AGAIN: Duration = Duration::from_secs(5);

pub(super) struct Worker {
    writer: Writer,
    /// The folder of the record.
    folder: PathBuf,
    site: Site,
    /// Where lines go that can't be written at the end.
    elsewhere: Fallback,
    /// Lines that are not known to be on the disk, oldest first.
    waiting: VecDeque<Waiting>,
    running: HashMap<Id, Running>,
    /// Each line that was written of a session that is running, or that has ended since the last one
    /// began, with its session. They are written again if they are lost.
    known: Vec<(Id, String)>,
    following: Following,
    warning: Arc<Mutex<Option<Message>>>,
}

struct Waiting {
    session: Id,
    /// Of its file.
    year: i16,
    line: String,
    unwritten: Arc<Unwritten>,
}

impl Worker {
    pub(super) fn new(
        writer: Writer,
        folder: PathBuf,
        site: Site,
        elsewhere: Fallback,
        warning: Arc<Mutex<Option<Message>>>,
    ) -> Self {
        Self {
            writer,
            folder,
            site,
            elsewhere,
            waiting: VecDeque::new(),
            running: HashMap::new(),
            known: Vec::new(),
            following: Following::default(),
            warning,
        }
    }

    /// Does the jobs, all those that have come at once: a disk that is slow to fail is tried once for
    /// all of them.
    pub(super) fn run(mut self, inbox: &Receiver<Job>) {
        // What it can't take is reported while it waits.
        let _ = self.elsewhere.take_in();
        // Nothing is exchanged there.
        let _ = disk::sweep_all(&self.folder);
        while let Some(first) = self.next(inbox) {
            let mut over = Vec::new();
            let mut asking = Vec::new();
            let mut leaving = Vec::new();
            for job in iter::once(first).chain(inbox.try_iter()) {
                match job {
                    Job::Write {
                        year,
                        line,
                        unwritten,
                    } => self.waiting.push_back(Waiting {
                        session: line.session,
                        year,
                        line: line.text(),
                        unwritten,
                    }),
                    Job::Begin(session) => {
                        self.forget_what_is_over();
                        self.begin(session);
                    }
                    Job::TakeUp(session, answer) => {
                        self.forget_what_is_over();
                        // This fails if the caller no longer waits.
                        let _ = answer.send(self.begin(session));
                    }
                    Job::End(session) => over.push(session),
                    Job::Flush(done) => asking.push(done),
                    Job::SaveInFallback(done) => leaving.push(done),
                }
            }
            let written = self.write();
            // Only now that its last line is written: without line and mark, another copy would take it for
            // interrupted.
            for session in over {
                self.running.remove(&session);
            }
            if !asking.is_empty() {
                // There may be room now, or another copy may have kept some.
                let _ = self.elsewhere.take_in();
            }
            for done in asking {
                // This fails if the caller no longer waits.
                let _ = done.send(());
            }
            for done in leaving {
                let _ = done.send(self.save_in_fallback(&written));
            }
        }
        // All handles are gone, so that there is nothing to report to.
        let written = self.write();
        let _ = self.save_in_fallback(&written);
    }

    /// The next job, once there is one. What waits meanwhile is tried again every few seconds.
    fn next(&mut self, inbox: &Receiver<Job>) -> Option<Job> {
        while !self.waiting.is_empty() {
            match inbox.recv_timeout(TRY_AGAIN) {
                Ok(job) => return Some(job),
                // `warning` has what is wrong.
                Err(RecvTimeoutError::Timeout) => drop(self.write()),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        inbox.recv().ok()
    }

    /// Writes the lines that wait, in order, up to the first that can't be written; the error is why.
    fn write(&mut self) -> Result<(), Message> {
        let written = self.write_or_say_why();
        let warning = written.as_ref().err().map(|reason| {
            Message::new("record-unwritten")
                .with("lines", self.waiting.len())
                .with("folder", self.writer.folder())
                .with("reason", reason.clone())
        });
        *self.warning.lock().unwrap_or_else(PoisonError::into_inner) = warning;
        written
    }

    /// Where the record was moved elsewhere, has the line of this year that was just written lie there too, or
    /// wait where what can't be written does.
    fn follow(&mut self, year: i16, line: &str) {
        let Some(to) = self.elsewhere.moved_to() else {
            self.following = Following::default();
            return;
        };
        let device = self.writer.folder().file_name().unwrap_or_default();
        let is_there = contained(|| {
            let following = &mut self.following;
            following.follow(&self.folder, device, to, (year, line))
        });
        if is_there != Some(true) {
            // It lies where the record was as well.
            let _ = self.elsewhere.keep(line);
        }
    }

    /// The same with the error in words. A panic is such an error too: the lines are kept and tried
    /// again.
    fn write_or_say_why(&mut self) -> Result<(), Message> {
        match contained(|| self.try_to_write()) {
            Some(written) => written.map_err(|unwritable| unwritable.reason()),
            None => Err(Message::new("error-background")),
        }
    }

    fn try_to_write(&mut self) -> Result<(), Unwritable> {
        // Where a line waits, the lost ones are written with it.
        if self.waiting.is_empty() && !self.known.is_empty() && self.writer.has_lost_lines() {
            self.writer.append_again(|| lines_of(&self.known))?;
            self.mark_again();
        }
        while let Some(next) = self.waiting.front() {
            let known = || lines_of(&self.known);
            let were_lost = self.writer.append(next.year, &next.line, known)?;
            if were_lost {
                self.mark_again();
            }
            self.note_written();
        }
        Ok(())
    }

    /// The first line that waits is on the disk.
    fn note_written(&mut self) {
        let Some(written) = self.waiting.pop_front() else {
            return;
        };
        // Before anything says that it is kept: the program may be killed then.
        self.follow(written.year, &written.line);
        let Waiting { session, line, .. } = written;
        let is_known = |(known, _): &(Id, String)| *known == session;
        if self.running.contains_key(&session) || self.known.iter().any(is_known) {
            self.known.push((session, line));
        }
        written.unwritten.take();
    }

    /// The marks of running sessions may be lost with the lines.
    fn mark_again(&mut self) {
        let sessions: Vec<Id> = self.running.keys().copied().collect();
        for session in sessions {
            // Dropped first: a mark that is dropped removes its file.
            self.running.remove(&session);
            self.begin(session);
        }
    }

    /// Puts what could not be written where there is room.
    fn save_in_fallback(&mut self, written: &Result<(), Message>) -> Result<(), Message> {
        let Err(reason) = written else {
            return Ok(());
        };
        let waiting = self.waiting.iter().map(|waiting| waiting.line.as_str());
        let mut lines: String = waiting.collect();
        if self.writer.has_lost_lines() {
            lines.insert_str(0, &lines_of(&self.known));
        }
        if lines.is_empty() {
            // They were saved for another call in the same batch of jobs, which got the answer.
            return Ok(());
        }
        let kept = self.elsewhere.keep(&lines);
        let message = match &kept {
            Some(kept) if kept.is_fleeting => {
                Message::new("record-kept-elsewhere-for-now").with("file", kept.path.as_path())
            }
            Some(kept) => Message::new("record-kept-elsewhere").with("file", kept.path.as_path()),
            None => Message::new("record-lost"),
        };
        let message = message
            .with("lines", lines.lines().count())
            .with("folder", self.folder.as_path())
            .with("reason", reason.clone());
        if kept.is_some() {
            for kept in self.waiting.drain(..) {
                kept.unwritten.take();
            }
        }
        Err(message)
    }

    fn forget_what_is_over(&mut self) {
        let running = &self.running;
        self.known.retain(|(known, _)| running.contains_key(known));
    }

    /// Marks a session as running; returns whether no other has it.
    fn begin(&mut self, session: Id) -> bool {
        if self.running.contains_key(&session) {
            return false;
        }
        if self.writer.make_folder().is_err() {
            return true;
        }
        match Running::begin(
            self.writer.folder(),
            session,
            &self.site,
            self.writer.turn(),
        ) {
            Ok(running) => {
                self.running.insert(session, running);
                true
            }
            // Without its mark another copy shows the session as interrupted until it ends. What is in
            // the way of the mark is in the way of the first line too, and is reported there.
            Err(error) => error.kind() != io::ErrorKind::ResourceBusy,
        }
    }
}

fn lines_of(known: &[(Id, String)]) -> String {
    known.iter().map(|(_, line)| line.as_str()).collect()
}
