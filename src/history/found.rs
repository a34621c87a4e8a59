//! What is looked for in all sessions at once, and kept: a record may have a hundred thousand of them.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use super::RecordedSession;
use crate::day::{FirstSessions, LastWith};

/// Whoever leaves a routine alone for so many days begins its programme anew: with its first doses, and with
/// all of its weeks before them.
const BREAK_DAYS: i64 = 28;

/// The sessions that count, each with its place.
fn counted(sessions: &[Arc<RecordedSession>]) -> impl Iterator<Item = (usize, &RecordedSession)> {
    sessions
        .iter()
        .map(|session| &**session)
        .enumerate()
        .filter(|(_, session)| session.counts())
}

/// What was found in the sessions of a record, newest first.
#[derive(Debug, Clone, Default)]
pub struct Found {
    first_sessions: OnceLock<Arc<FirstSessions>>,
    latest: OnceLock<Arc<Latest>>,
    last_exercises: OnceLock<Arc<LastWith>>,
}

/// Of each exercise of each routine, the place of the last session in which it was begun.
type Latest = HashMap<Arc<str>, HashMap<Arc<str>, usize>>;

impl Found {
    /// Looks for all of it.
    pub(super) fn look(&self, sessions: &[Arc<RecordedSession>]) {
        self.first_sessions(sessions);
        self.latest(sessions);
        self.last_exercises(sessions);
    }

    /// The last sessions that had each exercise of each routine.
    pub(super) fn last_exercises(&self, sessions: &[Arc<RecordedSession>]) -> &Arc<LastWith> {
        self.last_exercises.get_or_init(|| {
            let mut last = LastWith::new();
            for (ago, session) in counted(sessions) {
                let of_routine = last.entry(Arc::clone(&session.routine.id)).or_default();
                for hold in &session.holds {
                    if !of_routine.contains_key(&hold.exercise) {
                        of_routine.insert(Arc::clone(&hold.exercise), ago);
                    }
                }
            }
            Arc::new(last)
        })
    }

    /// The day of each routine's first session since the person last left it alone for [`BREAK_DAYS`].
    pub(super) fn first_sessions(&self, sessions: &[Arc<RecordedSession>]) -> &Arc<FirstSessions> {
        self.first_sessions.get_or_init(|| {
            let mut first = FirstSessions::new();
            let mut before_a_break = BTreeSet::new();
            for (_, session) in counted(sessions) {
                let (routine, day) = (&session.routine.id, session.started.date());
                let next = first.get(routine).copied().unwrap_or(day);
                if next.duration_since(day).as_hours() > 24 * BREAK_DAYS {
                    before_a_break.insert(Arc::clone(routine));
                }
                if !before_a_break.contains(routine) {
                    first.insert(Arc::clone(routine), day);
                }
            }
            Arc::new(first)
        })
    }

    /// The last session in which an exercise of a routine was begun.
    pub(super) fn last_with<'s>(
        &self,
        sessions: &'s [Arc<RecordedSession>],
        routine: &str,
        exercise: &str,
    ) -> Option<&'s RecordedSession> {
        let place = *self.latest(sessions).get(routine)?.get(exercise)?;
        sessions.get(place).map(|session| &**session)
    }

    fn latest(&self, sessions: &[Arc<RecordedSession>]) -> &Arc<Latest> {
        self.latest.get_or_init(|| {
            let mut latest = Latest::new();
            for (place, session) in counted(sessions) {
                let of_routine = latest.entry(session.routine.id.clone()).or_default();
                for exercise in session.begun() {
                    if !of_routine.contains_key(exercise) {
                        of_routine.insert(exercise.clone(), place);
                    }
                }
            }
            Arc::new(latest)
        })
    }
}
