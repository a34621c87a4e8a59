//! One session as the record has it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;

use super::record::{Id, NotCounted, Prescribed, WhyLeftOut, WhyNot, countable};
use crate::day::{self, End};
use crate::progress::{DoseStep, Share, Tally};
use crate::routine::{Due, Side};
use crate::session::{Answer, Attempt, Outcome, StopReason};

/// One session as the record has it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedSession {
    pub id: Id,
    /// `None` if the line that begins the session is missing.
    pub device: Option<Id>,
    /// In the person's zone at that time, so that its date is the day they lived.
    pub started: Zoned,
    /// `None` if it was cut off.
    pub finished: Option<Zoned>,
    pub routine: RoutineRef,
    pub outcome: SessionOutcome,
    /// 0 to 10.
    pub pain_before: Option<u8>,
    /// The pain above which its author says to stop: 0 to 10. `None` if they said nothing, or the session
    /// was recorded by a Supple that did not write it down.
    pub pain_limit: Option<u8>,
    /// 0 to 10.
    pub pain_after: Option<u8>,
    /// In the person's own words.
    pub note: Option<Box<str>>,
    /// When sessions of the routine were due then; `None` if the record does not say.
    pub due: Option<Arc<Due>>,
    /// Whether it was done without Supple and told later: nothing of it was measured.
    pub is_told: bool,
    /// Why it counts for nothing, if it does.
    pub not_counted: Option<NotCounted>,
    /// Why something was left out, if the person said so.
    pub left_out: Option<WhyLeftOut>,
    /// The pain that the person gave on a later day, and when: 0 to 10.
    pub next_day: Option<(u8, Zoned)>,
    /// The lines that corrected it and count, in order.
    pub corrections: Vec<Id>,
    /// Whether it was corrected before it was imported: what was written first stayed where it was.
    pub(super) was_corrected: bool,
    /// What the exercises were done with, those that have a load: as the person said at the end, or
    /// else as prescribed.
    pub loads: Vec<Load>,
    /// What was prescribed of that.
    pub(crate) prescribed_loads: Vec<Load>,
    /// How many repetitions were done in each set, of exercises of which the person said so.
    pub reps: Vec<Reps>,
    /// How many milliseconds one repetition at a pace takes, by the exercise's id, where it is left to
    /// the person how many there are.
    pub(super) paces: Vec<(Arc<str>, u64)>,
    /// Every step of the dose in order; one that was never reached is skipped.
    pub holds: Vec<Hold>,
    /// The attempts at steps that were done again, without the one of each that counts; those at
    /// one step in the order in which they were made.
    pub other_attempts: Vec<Hold>,
    /// Each time it hurt, in order.
    pub hurts: Vec<Hurt>,
    /// The line that was written last: whatever is written next has to come after it.
    pub(super) last_line: Id,
    /// The step of the dose to go on at, the first that was not left for good; `None` if there is none,
    /// the person does not want to go on, or the session began at another site.
    pub(super) next_hold: Option<u32>,
    /// Its end; where it was cut off, the last moment that is known of it.
    pub(super) last: Zoned,
    /// Whether a step was done to its end after it hurt last.
    pub(super) done_since_pain: bool,
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
    Session(&'a RecordedSession),
    NotBegun(&'a NotBegun),
}

/// The routine as it was when the session began. Its texts are empty if the line that begins
/// the session is missing.
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

/// What an exercise was done with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// The exercise's id.
    pub exercise: Arc<str>,
    /// In the words of the author or of the person: "2 kg", "green band".
    pub load: Arc<str>,
}

/// How many repetitions of an exercise were done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reps {
    /// The exercise's id.
    pub exercise: Arc<str>,
    /// The side, where each has a dose of its own.
    pub side: Option<Side>,
    /// In each set that was begun; on the side with fewer, where both are done alike.
    pub reps: Vec<u32>,
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

impl RecordedSession {
    /// Whether it ended because it hurt: so the person said, or after the pain nothing was done to its
    /// end, however the session ended and whatever they chose then.
    pub fn ended_in_pain(&self) -> bool {
        self.outcome == SessionOutcome::Stopped(StopReason::Pain)
            || !self.hurts.is_empty() && !self.done_since_pain
    }

    /// Whether it is read otherwise than it was written first.
    pub fn is_corrected(&self) -> bool {
        self.was_corrected || !self.corrections.is_empty()
    }

    /// A session without holds, for tests of what is made of sessions.
    #[cfg(test)]
    pub(crate) fn sample(routine: &str, started: Zoned, outcome: SessionOutcome) -> Self {
        let id = Id::new();
        Self {
            id,
            device: None,
            last: started.clone(),
            started,
            finished: None,
            routine: RoutineRef {
                id: routine.into(),
                ..RoutineRef::default()
            },
            outcome,
            pain_before: None,
            pain_limit: None,
            pain_after: None,
            note: None,
            due: None,
            is_told: false,
            not_counted: None,
            left_out: None,
            next_day: None,
            corrections: Vec::new(),
            was_corrected: false,
            loads: Vec::new(),
            reps: Vec::new(),
            prescribed_loads: Vec::new(),
            paces: Vec::new(),
            holds: Vec::new(),
            other_attempts: Vec::new(),
            hurts: Vec::new(),
            last_line: id,
            next_hold: None,
            done_since_pain: false,
        }
    }

    /// The session as the day counts it. `goes_on` says whether the person can still go on with it.
    pub(super) fn of_day(&self, goes_on: bool) -> day::SessionOfDay {
        day::SessionOfDay {
            date: self.started.date(),
            started: self.started.timestamp(),
            last: self.last.timestamp(),
            part: self.part(),
            end: match self.outcome {
                SessionOutcome::Completed => End::Completed,
                _ if goes_on => End::NotYet,
                SessionOutcome::Interrupted | SessionOutcome::Stopped(_) => End::BeforeItsEnd,
            },
            hurt: self.ended_in_pain(),
            pain_before: self.pain_before,
            pain_after: self.pain_after,
            pain_limit: self.pain_limit,
            // That is seen beside others alone.
            was_ahead: false,
        }
    }

    /// What of it was done, as a part of a session of the day.
    pub fn part(&self) -> Share {
        if self.is_told {
            return Share { done: 1, of: 1 };
        }
        self.tally().part(self.outcome == SessionOutcome::Completed)
    }

    /// What an exercise was done with.
    pub fn load_of(&self, exercise: &str) -> Option<&str> {
        let load = self.loads.iter().find(|it| *it.exercise == *exercise)?;
        Some(&load.load)
    }

    /// What was prescribed for an exercise to be done with.
    pub(super) fn prescribed_load_of(&self, exercise: &str) -> Option<&Arc<str>> {
        let mut loads = self.prescribed_loads.iter();
        loads
            .find(|it| *it.exercise == *exercise)
            .map(|it| &it.load)
    }

    /// The steps of its dose, by the exercises' ids.
    pub fn dose(&self) -> impl Iterator<Item = DoseStep<&str>> {
        self.holds.iter().map(Hold::dose_step)
    }

    /// What was to be done, and what was done of it.
    pub fn tally(&self) -> Tally {
        Tally::of(self.dose())
    }

    /// The ids of the exercises that it has.
    pub(super) fn exercises(&self) -> BTreeSet<Arc<str>> {
        self.holds
            .iter()
            .map(|hold| Arc::clone(&hold.exercise))
            .collect()
    }

    /// What was tried of the dose of a session that goes on at `next_hold`.
    pub(super) fn attempts_before(&self, next_hold: u32) -> Vec<Attempt> {
        let tried = |hold: &&Hold| hold.step < next_hold || hold.held_ms > 0;
        let attempts = self.holds.iter().filter(tried).map(|hold| Attempt {
            step: hold.step as usize,
            prescribed: hold.prescribed_ms.map(Duration::from_millis),
            held: Duration::from_millis(hold.held_ms),
            outcome: hold.outcome,
            again: false,
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
    /// When it began, or when the person chose not to begin it.
    pub fn time(self) -> &'a Zoned {
        match self {
            Self::Session(session) => &session.started,
            Self::NotBegun(it) => &it.time,
        }
    }

    /// The routine that it was of.
    pub fn routine(self) -> &'a RoutineRef {
        match self {
            Self::Session(session) => &session.routine,
            Self::NotBegun(it) => &it.routine,
        }
    }
}

impl Hold {
    pub(super) fn dose_step(&self) -> DoseStep<&str> {
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

    pub(super) fn not_reached(
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
            prescribed_ms: prescribed_ms.map(countable),
            held_ms: 0,
            outcome: Outcome::Skipped,
            optional,
        }
    }
}
