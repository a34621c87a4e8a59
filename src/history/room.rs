//! How much memory there is for what the files of a record say: whoever puts one there may have made it by hand.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::problem::Problem;
use super::record::Id;
use super::session::RecordedSession;

/// What is found in all sessions at once takes so much for each exercise of a session at most.
pub(super) const EACH_EXERCISE: usize = 128;

/// The memory that there is for all files together, besides as much as they have bytes.
#[derive(Debug)]
pub(super) struct Room {
    /// For problems: a file may have nothing else.
    problems: AtomicUsize,
    /// For lines of which more is kept than they have bytes.
    lines: AtomicUsize,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            problems: AtomicUsize::new(4 << 20),
            lines: AtomicUsize::new(48 << 20),
        }
    }
}

impl Room {
    /// The room that is left beside what files have taken before: for problems, and for lines.
    pub(super) fn without(taken: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut room = Self::default();
        for (problems, lines) in taken {
            let left = room.problems.get_mut();
            *left = left.saturating_sub(problems);
            let left = room.lines.get_mut();
            *left = left.saturating_sub(lines);
        }
        room
    }

    /// Takes the room to report one more line, with so many of its bytes, and gives how much that is; `None` if
    /// there is too little.
    pub(super) fn problem(&self, bytes: usize) -> Option<usize> {
        /// What the report of a line takes in memory, besides its bytes.
        const EACH: usize = 512;
        let needed = bytes + EACH;
        take(&self.problems, |left| left.checked_sub(needed)).then_some(needed)
    }

    /// Whether there is so much more room for the lines of a file that has taken some. It leaves as much to the
    /// files that come after it as it takes.
    fn line(&self, needed: usize, taken: usize) -> bool {
        take(&self.lines, |left| {
            left.checked_sub(needed)
                .filter(|left| taken + needed <= *left)
        })
    }
}

fn take(room: &AtomicUsize, left: impl Fn(usize) -> Option<usize>) -> bool {
    room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, left)
        .is_ok()
}

/// What the lines of one file take in memory, beside the bytes that they have. A session that is done to its
/// end has as many bytes; only of what was prescribed and not done more is kept, and nobody leaves
/// tens of thousands of sessions one after another.
#[derive(Debug, Default)]
pub(super) struct Balance {
    bytes: usize,
    memory: usize,
    /// What was taken of the room of all files.
    taken: usize,
    /// That of the line before.
    session: Option<Id>,
}

impl Balance {
    /// What was taken of the room of all files.
    pub(super) fn taken(&self) -> usize {
        self.taken
    }

    /// Whether there is room for a line of this session, which has so many bytes and takes so much memory.
    pub(super) fn take(&mut self, session: Id, bytes: usize, memory: usize, room: &Room) -> bool {
        // Each session is one of the history, and a problem if its beginning is missing.
        const EACH: usize = size_of::<RecordedSession>() + size_of::<Problem>();
        let is_another = self.session != Some(session);
        let bytes = self.bytes + bytes;
        let memory = self.memory + memory + if is_another { EACH } else { 0 };
        let needed = memory.saturating_sub(bytes + self.taken);
        if needed > 0 && !room.line(needed, self.taken) {
            return false;
        }
        *self = Self {
            bytes,
            memory,
            taken: self.taken + needed,
            session: Some(session),
        };
        true
    }
}
