//! A session that was cut off and can be gone on with, and what it makes of the day.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::App;
use crate::day::Day;
use crate::history::{RecordedSession, Unfinished};
use crate::progress::Tally;
use crate::routine::Routine;

impl App {
    /// The session that was cut off, with its routine and the folder of its file, if it can be gone
    /// on with: the file must be the same, or its steps may be others, and the day must have nothing
    /// against it.
    pub(super) fn unfinished(&self) -> Option<(Unfinished, Arc<Routine>, Option<PathBuf>)> {
        let unfinished = self.store.record.unfinished()?;
        let (routine, folder) = self.routine_to_go_on_with(&unfinished)?;
        Some((unfinished, routine, folder))
    }

    /// The routine of a session that was cut off, and the folder of its file, if it can be gone on with.
    pub(super) fn routine_to_go_on_with(
        &self,
        unfinished: &Unfinished,
    ) -> Option<(Arc<Routine>, Option<PathBuf>)> {
        let known = self.store.library.find(&unfinished.routine.id);
        let is_it = |routine: &Arc<Routine>| unfinished.is_of(routine);
        let mut entries = known.iter().chain(&self.opened_file.entry);
        let entry = entries.find(|entry| entry.routine.as_ref().is_some_and(is_it))?;
        let routine = Arc::clone(entry.routine.as_ref()?);
        if !self.store.record.can_go_on(unfinished, &routine) {
            return None;
        }
        Some((routine, entry.folder().map(Path::to_owned)))
    }

    /// How far a session that was cut off had come.
    pub(super) fn progress(&self, unfinished: &Unfinished) -> Tally {
        let session = self.store.record.session(unfinished.session);
        session.map(RecordedSession::tally).unwrap_or_default()
    }

    /// What is on record of today; nothing while the record has not been read.
    pub(super) fn day(&self) -> Day {
        let unfinished = self.unfinished();
        self.store
            .record
            .day(unfinished.map(|(unfinished, ..)| unfinished.session))
            .with_chosen(self.chosen.clone())
    }
}
