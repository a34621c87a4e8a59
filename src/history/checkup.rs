//! A look at all of the record: how much there is, what is wrong with it, and where what can't be read lies.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{History, Problem, quarantine};
use crate::session::Outcome;
use crate::words::Message;

/// What a look at all of the record found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checkup {
    /// Files of lines, those of all devices.
    pub files: usize,
    pub sessions: usize,
    /// Those of which anything was held, each once.
    pub holds: usize,
    /// Days with a session.
    pub days: usize,
    /// What can't be read, or is not there.
    pub problems: Vec<Problem>,
    /// The folder with the lines that were set aside since they can't be read, if there are any.
    pub set_aside: Option<PathBuf>,
}

impl Checkup {
    /// What there is in this history of the record in a folder.
    pub(super) fn of(history: &History, log: &Path) -> Self {
        let sessions = || history.sessions.iter().chain(&history.under_way);
        let holds = sessions().flat_map(|session| &session.holds);
        let days: BTreeSet<_> = sessions().map(|session| session.started.date()).collect();
        Self {
            files: history.files,
            sessions: sessions().count(),
            holds: holds
                .filter(|hold| hold.outcome != Outcome::Skipped)
                .count(),
            days: days.len(),
            problems: history.problems.clone(),
            set_aside: quarantine::of(log),
        }
    }

    /// How much there is.
    pub fn counts(&self) -> Message {
        Message::new("record-check-counts")
            .with("files", self.files)
            .with("sessions", self.sessions)
            .with("holds", self.holds)
            .with("days", self.days)
    }

    /// That nothing is wrong, or how much is.
    pub fn verdict(&self) -> Message {
        match self.problems.len() {
            0 => Message::new("record-check-fine"),
            problems => Message::new("record-check-problems").with("problems", problems),
        }
    }

    /// Where the lines lie that were set aside.
    pub fn aside(&self) -> Option<Message> {
        let folder = self.set_aside.as_deref()?;
        Some(Message::new("record-check-aside").with("folder", folder))
    }
}
