//! The facts of a session, put together.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::correction::{self, Said};
use super::kept::{Entry, Kept, KeptNotBegun, KeptStart, Place};
use super::problem::{Problem, ProblemKind};
use super::record::{Id, WhyLeftOut, when};
use super::session::{Hold, Hurt, Load, NotBegun, RecordedSession, Reps, SessionOutcome};
use super::{History, running, site};
use crate::progress;
use crate::session::{Outcome, StopReason};

/// What lines of one session come to.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub what: What,
    /// When it began and the last moment that is known of it, with the places of the lines that say so.
    pub moments: [Option<(Place, Timestamp)>; 2],
}

#[derive(Debug, Clone)]
pub(super) enum What {
    Session {
        session: Arc<RecordedSession>,
        /// Whether a line says when it began, and of which routine.
        has_start: bool,
        /// The line that has it as another record does.
        imported: Option<Id>,
        /// Of one without an end: whether it may be under way at another site.
        may_be_under_way: Option<bool>,
    },
    NotBegun(Box<NotBegun>),
}

/// Puts together what the entries of a session say. Of two that are equal the first counts.
pub(super) fn piece(id: Id, mut entries: Vec<Entry>, site: &str) -> Piece {
    entries.sort_unstable_by_key(|entry| (entry.line, entry.place));
    entries.dedup_by_key(|entry| entry.line);
    let mut draft = Draft::default();
    for entry in entries {
        draft.last_line = draft.last_line.max(Some(entry.last_line()));
        draft.add(entry.line, entry.fact, entry.place);
    }
    if draft.start.is_none()
        && let Some(it) = draft.not_begun.take()
    {
        let it = not_begun(id, *it);
        let began_in = draft.began_in.map(|place| (place, it.time.timestamp()));
        return Piece {
            what: What::NotBegun(Box::new(it)),
            moments: [began_in, None],
        };
    }
    let has_start = draft.start.is_some();
    let imported = draft.imported.as_ref().map(|(line, _)| *line);
    let may_be_under_way = draft.may_be_under_way(site);
    let [began_in, said_last_in] = [draft.began_in, draft.said_last_in];
    let session = draft.session(id, site);
    Piece {
        moments: [
            began_in.map(|place| (place, session.started.timestamp())),
            said_last_in.map(|place| (place, session.last.timestamp())),
        ],
        what: What::Session {
            session: Arc::new(session),
            has_start,
            imported,
            may_be_under_way,
        },
    }
}

/// The history of these pieces, one of each session, with the number of the file where its places have none yet. The
/// session `own` counts as not running.
pub(super) fn of<'a>(
    pieces: impl Iterator<Item = (Option<usize>, &'a Piece)>,
    log: &Path,
    own: Option<Id>,
) -> History {
    let mut history = History::default();
    let mut moments = Vec::new();
    for (file, piece) in pieces {
        let id = match &piece.what {
            What::NotBegun(it) => {
                history.not_begun.push(NotBegun::clone(it));
                it.id
            }
            What::Session {
                session,
                has_start,
                imported,
                may_be_under_way,
            } => {
                if !has_start && imported.is_none() {
                    history.problems.push(Problem {
                        path: log.to_owned(),
                        line: None,
                        kind: ProblemKind::NoStart {
                            session: session.id,
                        },
                    });
                }
                let is_running = || may_be_under_way.is_some_and(|it| is_running(session, it, log));
                let is_over = own == Some(session.id) || !is_running();
                let sessions = if is_over {
                    &mut history.sessions
                } else {
                    &mut history.under_way
                };
                sessions.push(Arc::clone(session));
                session.id
            }
        };
        let said = piece.moments.iter().flatten();
        moments.extend(said.map(|&(place, time)| {
            let file = file.unwrap_or(place.file);
            (Place { file, ..place }, time, id)
        }));
    }
    history.ahead = ahead(moments);
    let History {
        sessions,
        not_begun,
        ..
    } = &mut history;
    sessions.sort_by(|one, other| other.started.cmp(&one.started));
    not_begun.sort_by(|one, other| other.time.cmp(&one.time));
    history
}

/// Whether a session without an end is under way: in a running copy of the program on this machine, or, as far
/// as can be known, at another site, of which there may be only the first lines here yet.
fn is_running(session: &RecordedSession, may_be_elsewhere: bool, log: &Path) -> bool {
    let folder = session.device.map(|device| log.join(device.to_string()));
    folder.is_some_and(|folder| running::is_running(&folder, session.id))
        || may_be_elsewhere && site::may_be_under_way(session.id)
}

/// Of moments, each with the place of its line and its session, the sessions of those that are later than one
/// that was written after them: the clock stood ahead then, and was set back since.
fn ahead(mut moments: Vec<(Place, Timestamp, Id)>) -> HashSet<Id> {
    moments.sort_unstable();
    let mut ahead = HashSet::new();
    let mut earliest: Option<(usize, Timestamp)> = None;
    for (place, time, session) in moments.into_iter().rev() {
        let in_file = earliest.filter(|(file, _)| *file == place.file);
        match in_file {
            Some((_, earliest)) if earliest < time => {
                ahead.insert(session);
            }
            _ => earliest = Some((place.file, time)),
        }
    }
    ahead
}

fn not_begun(id: Id, it: KeptNotBegun) -> NotBegun {
    NotBegun {
        id,
        device: it.device,
        time: when(&it.time).unwrap_or_else(|| made(id)),
        routine: it.routine,
        pain_before: it.pain_before,
        why: it.why,
    }
}

/// When a session's id was made, for a line whose time can't be read.
fn made(id: Id) -> Zoned {
    id.timestamp().to_zoned(TimeZone::UTC)
}

#[derive(Default)]
struct Draft {
    last_line: Option<Id>,
    /// Where it says that it began, or was not begun.
    began_in: Option<Place>,
    /// Where the last moment that is known of it stands.
    said_last_in: Option<Place>,
    start: Option<Box<KeptStart>>,
    /// As another record has it, with the line that says so.
    imported: Option<(Id, Box<RecordedSession>)>,
    not_begun: Option<Box<KeptNotBegun>>,
    attempts: Vec<Hold>,
    /// The steps whose last attempt was not the last that there is to be.
    again: BTreeSet<u32>,
    hurts: Vec<Hurt>,
    /// When it hurt last.
    hurt_at: Option<Box<str>>,
    /// The step in which it hurt last, until what was done of it is known: that was done before.
    hurt_in: Option<u32>,
    /// Whether a step was done to its end since.
    done_since: bool,
    /// When it ended, and why if before its end.
    end: Option<(Box<str>, Option<StopReason>)>,
    pain_before: Option<u8>,
    pain_after: Option<u8>,
    note: Option<Box<str>>,
    /// What the person said of them.
    loads: Vec<Load>,
    reps: Vec<Reps>,
    closed: bool,
    is_told: bool,
    /// In the order in which it was written.
    said: Vec<(Id, Said)>,
    left_out: Option<WhyLeftOut>,
    next_day: Option<(u8, Box<str>)>,
}

impl Draft {
    /// Facts come in the order in which they were written: of two on the same matter the later counts.
    fn add(&mut self, line: Id, fact: Kept, place: Place) {
        match fact {
            Kept::Started(_) | Kept::NotBegun(_) => {
                self.began_in = Some(place);
                self.said_last_in = Some(place);
            }
            Kept::Ended { .. } | Kept::Hurt { .. } => self.said_last_in = Some(place),
            _ => {}
        }
        match fact {
            Kept::Started(start) => self.start = Some(start),
            Kept::Hold { hold, again } => {
                let is_what_hurt = self.hurt_in.take_if(|step| *step == hold.step).is_some();
                self.done_since |= hold.outcome == Outcome::Done && !is_what_hurt;
                if again {
                    self.again.insert(hold.step);
                } else {
                    self.again.remove(&hold.step);
                }
                self.attempts.push(hold);
            }
            Kept::Ended { time, stopped } => self.end = Some((time, stopped)),
            Kept::Continued => self.end = None,
            Kept::Hurt { time, hurt } => {
                self.hurt_in = Some(hurt.step);
                self.hurts.push(hurt);
                self.hurt_at = Some(time);
                self.done_since = false;
            }
            Kept::Answered(answer) => {
                if let Some(hurt) = self.hurts.last_mut() {
                    hurt.answer = Some(answer);
                }
            }
            Kept::Closed => self.closed = true,
            Kept::NotBegun(it) => self.not_begun = Some(it),
            Kept::Told(told) => {
                self.is_told = true;
                self.end = Some((told.time.clone(), None));
                self.start = Some(told);
            }
            Kept::Imported(session) => self.imported = Some((line, session)),
            Kept::Said(said) => self.said.push((line, said)),
            Kept::LeftOut(why) => self.left_out = Some(why),
            Kept::NextDay { time, pain } => self.next_day = Some((pain, time)),
            Kept::Noted {
                pain_before,
                pain_after,
                note,
                loads,
                reps,
            } => {
                self.pain_before = pain_before.or(self.pain_before);
                self.pain_after = pain_after.or(self.pain_after);
                self.note = note.or(self.note.take());
                for load in loads {
                    put(&mut self.loads, load);
                }
                put_reps(&mut self.reps, reps);
            }
        }
    }

    /// Of a session that began and has no end: whether it may be under way at another site.
    fn may_be_under_way(&self, site: &str) -> Option<bool> {
        let start = self.start.as_ref().filter(|_| self.end.is_none())?;
        Some(start.is_of_another(site) && !self.closed)
    }

    fn session(mut self, id: Id, site: &str) -> RecordedSession {
        // What is here of the session itself says more, and is as old.
        match self.imported.take() {
            Some((_, imported)) if self.start.is_none() => self.said_of(*imported),
            _ => self.session_of_lines(id, site),
        }
    }

    /// A session that was imported, with what was said of it here.
    fn said_of(self, imported: RecordedSession) -> RecordedSession {
        let next_day = self
            .next_day
            .and_then(|(pain, time)| Some((pain, when(&time)?)));
        let mut session = RecordedSession {
            pain_before: self.pain_before.or(imported.pain_before),
            pain_after: self.pain_after.or(imported.pain_after),
            note: self.note.or(imported.note),
            left_out: self.left_out.or(imported.left_out),
            next_day: next_day.or(imported.next_day),
            last_line: self.last_line.unwrap_or(imported.last_line),
            ..imported
        };
        for load in self.loads {
            put(&mut session.loads, load);
        }
        put_reps(&mut session.reps, self.reps);
        for (line, correction) in correction::in_effect(self.said) {
            session.correct(line, correction);
        }
        session
    }

    fn session_of_lines(self, id: Id, site: &str) -> RecordedSession {
        let is_elsewhere = self
            .start
            .as_ref()
            .is_some_and(|start| start.is_of_another(site));
        let outcome = match &self.end {
            None => SessionOutcome::Interrupted,
            Some((_, None)) => SessionOutcome::Completed,
            Some((_, Some(reason))) => SessionOutcome::Stopped(*reason),
        };
        let start: KeptStart = self.start.map(|start| *start).unwrap_or_default();
        let mut holds = start.steps;
        let prescribed_loads = start.loads;
        let mut loads = prescribed_loads.clone();
        for load in self.loads {
            put(&mut loads, load);
        }
        let (next_hold, other_attempts) = fill_in(&mut holds, self.attempts, &self.again);
        holds.shrink_to_fit();
        let hurts = self.hurts.into_iter().map(|hurt| named(hurt, &holds));
        let started = when(&start.time).unwrap_or_else(|| made(id));
        let finished = self.end.and_then(|(time, _)| when(&time));
        let hurt_at = self.hurt_at.and_then(|time| when(&time));
        let last = finished.clone().or(hurt_at);
        let next_day = self
            .next_day
            .and_then(|(pain, time)| Some((pain, when(&time)?)));
        let mut session = RecordedSession {
            id,
            device: start.device,
            last: last.unwrap_or_else(|| started.clone()),
            started,
            finished,
            routine: start.routine,
            outcome,
            pain_before: self.pain_before.or(start.pain_before),
            pain_limit: start.pain_limit,
            pain_after: self.pain_after,
            note: self.note,
            due: start.due,
            is_told: self.is_told,
            not_counted: None,
            left_out: self.left_out,
            next_day,
            corrections: Vec::new(),
            was_corrected: false,
            loads,
            reps: self.reps,
            prescribed_loads,
            paces: start.paces,
            hurts: hurts.collect(),
            holds,
            other_attempts,
            last_line: self.last_line.unwrap_or(id),
            done_since_pain: self.done_since,
            next_hold: next_hold.filter(|_| !self.closed && !is_elsewhere),
        };
        for (line, correction) in correction::in_effect(self.said) {
            session.correct(line, correction);
        }
        session
    }
}

/// The load of an exercise, in the place of one that was said of it before.
fn put(loads: &mut Vec<Load>, load: Load) {
    match loads.iter_mut().find(|it| it.exercise == load.exercise) {
        Some(before) => *before = load,
        None => loads.push(load),
    }
}

/// Of two answers on one exercise the later counts.
fn put_reps(before: &mut Vec<Reps>, reps: Vec<Reps>) {
    before.retain(|it| {
        !reps
            .iter()
            .any(|new| (&new.exercise, new.side) == (&it.exercise, it.side))
    });
    before.extend(reps);
}

/// Puts what was done in the place of what was prescribed. Gives the first step that was never
/// tried or, by its last attempt, is still to be done, and the attempts that don't count: of several at
/// one step the longest does, and at an open step one that was done before all others.
fn fill_in(
    holds: &mut Vec<Hold>,
    mut attempts: Vec<Hold>,
    again: &BTreeSet<u32>,
) -> (Option<u32>, Vec<Hold>) {
    // Those at one step stay in the order in which they were made.
    attempts.sort_by_key(|hold| hold.step);
    let is_to_do = |step: &u32| {
        let from = attempts.partition_point(|hold| hold.step < *step);
        let mut of_it = attempts[from..].iter().take_while(|it| it.step == *step);
        let is_tried = of_it.clone().next().is_some();
        let mut is_done = || of_it.any(|it| it.outcome == Outcome::Done);
        !is_tried || again.contains(step) && !is_done()
    };
    let next_hold = holds.iter().map(|hold| hold.step).find(is_to_do);
    let mut others = Vec::new();
    for of_a_step in attempts.chunk_by(|one, other| one.step == other.step) {
        let prescribed = holds.binary_search_by_key(&of_a_step[0].step, |hold| hold.step);
        let optional = prescribed.is_ok_and(|at| holds[at].optional);
        let weight = |hold: &Hold| progress::weight(hold.outcome, hold.held_ms, hold.prescribed_ms);
        let heaviest = of_a_step.iter().map(weight).max();
        let counts = of_a_step
            .iter()
            .position(|hold| Some(weight(hold)) == heaviest);
        for (index, attempt) in of_a_step.iter().cloned().enumerate() {
            let attempt = Hold {
                optional,
                ..attempt
            };
            if Some(index) != counts {
                others.push(attempt);
                continue;
            }
            match prescribed {
                Ok(at) => holds[at] = attempt,
                // The line that says what was prescribed is missing.
                Err(at) => holds.insert(at, attempt),
            }
        }
    }
    (next_hold, others)
}

/// With the exercise's name, if the session's other lines have it.
fn named(hurt: Hurt, holds: &[Hold]) -> Hurt {
    let of_it = holds.iter().find(|hold| hold.exercise == hurt.exercise);
    match of_it {
        Some(hold) => Hurt {
            name: Arc::clone(&hold.name),
            ..hurt
        },
        None => hurt,
    }
}
