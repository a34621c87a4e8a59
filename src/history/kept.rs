//! What the history keeps of a line.

use std::sync::Arc;

use super::correction::Said;
use super::record::{
    Fact, HoldFact, Id, Line, MOST_PAIN, Prescribed, RoutineFact, Started, ToldFact, WhyLeftOut,
    WhyNot, countable,
};
use super::room;
use super::session::{Hold, Hurt, Load, NotBegun, RecordedSession, Reps, RoutineRef};
use super::site::Site;
use super::texts::{self, Texts, cut};
use crate::routine::{Due, LONGEST_NAME, MOST_EXERCISES, MOST_STEPS};
use crate::session::{Answer, StopReason};

/// No exercise has more sets.
pub(super) const MOST_SETS: usize = 100;

/// A line that was read, without what the history does not need.
#[derive(Debug)]
pub(super) struct Entry {
    pub session: Id,
    pub line: Id,
    pub place: Place,
    pub fact: Kept,
}

/// Where a line is: the file, and its number there. Of two in one file the later one was written later,
/// whatever the clock said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub file: usize,
    pub line: usize,
}

#[derive(Debug)]
pub(super) enum Kept {
    Hold {
        hold: Hold,
        /// Whether its step is still to be done.
        again: bool,
    },
    Started(Box<KeptStart>),
    Ended {
        time: Box<str>,
        stopped: Option<StopReason>,
    },
    Noted {
        pain_before: Option<u8>,
        pain_after: Option<u8>,
        note: Option<Box<str>>,
        loads: Vec<Load>,
        reps: Vec<Reps>,
    },
    Hurt {
        time: Box<str>,
        /// Its exercise has no name until the line that says when the session began is read too.
        hurt: Hurt,
    },
    Answered(Answer),
    /// The session goes on, whether it was cut off or stopped before.
    Continued,
    Closed,
    NotBegun(Box<KeptNotBegun>),
    /// Done without Supple.
    Told(Box<KeptStart>),
    Said(Said),
    LeftOut(WhyLeftOut),
    NextDay {
        time: Box<str>,
        pain: u8,
    },
    /// As another record has it.
    Imported(Box<RecordedSession>),
}

#[derive(Debug, Default)]
pub(super) struct KeptStart {
    pub time: Box<str>,
    pub routine: RoutineRef,
    /// `None` if the line that says so is missing.
    pub device: Option<Id>,
    /// `None` in older lines.
    pub site: Option<Site>,
    pub pain_before: Option<u8>,
    pub pain_limit: Option<u8>,
    /// `None` in older lines.
    pub due: Option<Arc<Due>>,
    /// The steps of the dose in order, as if none had been reached.
    pub steps: Vec<Hold>,
    /// Those that are prescribed.
    pub loads: Vec<Load>,
    pub paces: Vec<(Arc<str>, u64)>,
}

#[derive(Debug)]
pub(super) struct KeptNotBegun {
    pub time: Box<str>,
    pub routine: RoutineRef,
    pub device: Id,
    pub pain_before: Option<u8>,
    pub why: WhyNot,
}

impl Entry {
    /// The line that was written last of what it says.
    pub(super) fn last_line(&self) -> Id {
        match &self.fact {
            Kept::Imported(session) => session.last_line,
            _ => self.line,
        }
    }

    /// What it takes in memory at most, as long as the history is put together of it.
    pub(super) fn memory(&self) -> usize {
        let of_fact = match &self.fact {
            Kept::Started(start) | Kept::Told(start) => start.memory(),
            // Where no line says what was prescribed, it gets a place beside the entry.
            Kept::Hold { .. } => size_of::<Hold>(),
            Kept::Noted {
                note, loads, reps, ..
            } => {
                let sets = |it: &Reps| size_of_val(&it.reps[..]) + size_of::<Reps>();
                note.as_deref().map_or(0, str::len)
                    + 2 * size_of_val(&loads[..])
                    + reps.iter().map(|it| 2 * sets(it)).sum::<usize>()
            }
            Kept::NotBegun(_) => size_of::<KeptNotBegun>() + size_of::<NotBegun>(),
            Kept::Hurt { time, .. } => time.len() + 2 * size_of::<Hurt>(),
            Kept::Ended { time, .. } | Kept::NextDay { time, .. } => time.len(),
            Kept::Said(said) => 2 * said.memory(),
            Kept::Imported(session) => session.memory(),
            Kept::Answered(_) | Kept::Continued | Kept::Closed | Kept::LeftOut(_) => 0,
        };
        size_of::<Self>() + of_fact
    }
}

impl KeptStart {
    fn memory(&self) -> usize {
        let exercises = self
            .steps
            .chunk_by(|one, other| one.exercise == other.exercise);
        size_of::<Self>()
            + self.time.len()
            + size_of_val(&self.steps[..])
            + 2 * size_of_val(&self.loads[..])
            + size_of_val(&self.paces[..])
            // What is found in all sessions is found for each exercise.
            + exercises.count() * room::EACH_EXERCISE
    }

    /// Whether it began in another copy of the record than the one at this site.
    pub(super) fn is_of_another(&self, site: &str) -> bool {
        self.site.as_ref().is_some_and(|began| **began != *site)
    }
}

impl Texts {
    /// What the history needs of a line, which is the file's of that number.
    pub(super) fn entry(&mut self, line: Line<'_>, number: usize) -> Option<Entry> {
        let fact = match line.fact {
            Fact::Started(started) => Kept::Started(Box::new(self.start(&line.time, &started))),
            Fact::Hold(hold) => Kept::Hold {
                hold: self.hold(&hold),
                again: hold.again,
            },
            Fact::Completed {} => Kept::Ended {
                time: cut(&line.time, LONGEST_NAME).into(),
                stopped: None,
            },
            Fact::Stopped { reason } => Kept::Ended {
                time: cut(&line.time, LONGEST_NAME).into(),
                stopped: Some(reason),
            },
            Fact::Noted {
                pain_before,
                pain_after,
                note,
                loads,
                reps,
            } => Kept::Noted {
                pain_before: real(pain_before),
                pain_after: real(pain_after),
                note: note.map(|it| texts::note(&it)),
                loads: loads
                    .iter()
                    .take(MOST_EXERCISES)
                    .map(|it| self.load(&it.exercise, &it.load))
                    .collect(),
                reps: reps
                    .iter()
                    .take(MOST_EXERCISES)
                    .map(|it| Reps {
                        exercise: self.id(&it.exercise),
                        side: it.side,
                        reps: it.reps.iter().copied().take(MOST_SETS).collect(),
                    })
                    .collect(),
            },
            Fact::Closed {} => Kept::Closed,
            Fact::Told(told) => Kept::Told(Box::new(self.told(&told))),
            Fact::Corrected(correction) => Kept::Said(Said::Corrected(Box::new(correction))),
            Fact::Undone { line } => Kept::Said(Said::Undone(line)),
            Fact::LeftOut { why } => Kept::LeftOut(why),
            Fact::Imported(session) => {
                Kept::Imported(Box::new(self.imported(line.session, &session)?))
            }
            Fact::NextDay { pain } => Kept::NextDay {
                time: cut(&line.time, LONGEST_NAME).into(),
                pain: real(pain)?,
            },
            Fact::NotBegun(fact) => Kept::NotBegun(Box::new(KeptNotBegun {
                time: cut(&line.time, LONGEST_NAME).into(),
                routine: self.routine(&fact.routine),
                device: fact.device,
                pain_before: real(fact.pain_before),
                why: match fact.why {
                    WhyNot::PainAboveLimit { limit } => WhyNot::PainAboveLimit {
                        limit: limit.min(MOST_PAIN),
                    },
                },
            })),
            Fact::Hurt {
                step,
                exercise,
                side,
            } => Kept::Hurt {
                time: line.time.into(),
                hurt: Hurt {
                    step,
                    exercise: self.id(&exercise),
                    name: self.text(&exercise),
                    side,
                    answer: None,
                },
            },
            Fact::Answered { answer } => Kept::Answered(answer),
            Fact::Continued { .. } => Kept::Continued,
            Fact::Away { .. } => return None,
        };
        Some(Entry {
            session: line.session,
            line: line.id,
            place: Place {
                file: 0,
                line: number,
            },
            fact,
        })
    }

    pub(super) fn load(&mut self, exercise: &str, load: &str) -> Load {
        Load {
            exercise: self.id(exercise),
            load: self.text(load),
        }
    }

    fn hold(&mut self, hold: &HoldFact<'_>) -> Hold {
        Hold {
            step: hold.step,
            exercise: self.id(&hold.exercise),
            name: self.text(&hold.name),
            side: hold.side,
            set: hold.set,
            rep: hold.rep,
            prescribed_ms: hold.prescribed_ms.map(countable),
            held_ms: countable(hold.held_ms),
            outcome: hold.outcome,
            // The line that begins the session names it.
            optional: false,
        }
    }

    fn start(&mut self, time: &str, started: &Started<'_>) -> KeptStart {
        let mut steps = Vec::new();
        let (mut loads, mut paces) = (Vec::new(), Vec::new());
        // No routine has more: see [`MOST_STEPS`].
        let mut left = usize::try_from(MOST_STEPS).unwrap_or(usize::MAX);
        for exercise in &started.exercises {
            let prescribed = &exercise.steps[..exercise.steps.len().min(left)];
            if prescribed.is_empty() {
                continue;
            }
            left -= prescribed.len();
            let (id, name) = (self.id(&exercise.id), self.text(&exercise.name));
            let hold = |step: &Prescribed| {
                // In the order of the steps, of which there may be thousands.
                let extra = exercise.extra.binary_search(&step.0).is_ok();
                Hold::not_reached(&id, &name, exercise.optional || extra, step)
            };
            steps.extend(prescribed.iter().map(hold));
            if let Some(ms) = exercise.rep_ms.filter(|ms| *ms > 0) {
                paces.push((Arc::clone(&id), countable(ms)));
            }
            loads.extend(exercise.load.as_ref().map(|load| self.load(&id, load)));
        }
        steps.sort_by_key(|hold| hold.step);
        KeptStart {
            time: cut(time, LONGEST_NAME).into(),
            routine: self.routine(&started.routine),
            device: Some(started.device),
            site: started.site.as_ref().map(|site| self.text(site)),
            pain_before: real(started.pain_before),
            pain_limit: real(started.pain_limit),
            due: started.due.as_ref().map(|due| self.due(due.due())),
            steps,
            loads,
            paces,
        }
    }

    fn told(&mut self, told: &ToldFact<'_>) -> KeptStart {
        KeptStart {
            time: cut(&told.done, LONGEST_NAME).into(),
            routine: self.routine(&told.routine),
            device: Some(told.device),
            due: Some(self.due(told.due.due())),
            ..KeptStart::default()
        }
    }

    pub(super) fn routine(&mut self, routine: &RoutineFact<'_>) -> RoutineRef {
        RoutineRef {
            id: self.id(&routine.id),
            revision: routine.revision,
            title: self.text(&routine.title),
            sha256: self.text(&routine.sha256),
            language: self.text(&routine.language),
        }
    }
}

/// A line that was written by anything else than Supple may say any number.
fn real(pain: Option<u8>) -> Option<u8> {
    pain.filter(|pain| *pain <= MOST_PAIN)
}
