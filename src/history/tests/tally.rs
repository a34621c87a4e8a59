//! Whatever a person does, the record comes to the same as the session that they did.

use std::sync::Arc;
use std::time::Duration;

use super::{Record, noon};
use crate::history::{RecordedSession, Recorder};
use crate::plan::Plan;
use crate::progress::{self, Tally};
use crate::routine::{Dose, Exercise, Routine, Sides};
use crate::runner::Record as _;
use crate::session::{Attempt, Command, Event, EventKind, Reading, Session, StopReason};

/// A session that is driven by hand and recorded.
pub(super) struct Course {
    session: Session,
    recorder: Recorder,
    attempts: Vec<Attempt>,
    /// Of each attempt whether it came after what was done when it hurt last.
    pub(super) after_pain: Vec<bool>,
    hurting: Option<usize>,
    now: Duration,
}

impl Course {
    pub(super) fn new(session: Session, recorder: Recorder) -> Self {
        let attempts = session.done_before().to_vec();
        let mut course = Self {
            session,
            recorder,
            attempts,
            after_pain: Vec::new(),
            hurting: None,
            now: Duration::from_secs(1),
        };
        course.give(Command::Start);
        course
    }

    fn reading(&self) -> Reading {
        Reading {
            monotonic: self.now,
            with_sleep: self.now,
        }
    }

    pub(super) fn give(&mut self, command: Command) {
        let mut events = Vec::new();
        // What makes no sense at the moment is refused.
        let _ = self.session.apply(command, self.reading(), &mut events);
        self.take(&events);
    }

    pub(super) fn pass(&mut self, secs: u64) {
        for _ in 0..secs {
            self.now += Duration::from_secs(1);
            let mut events = Vec::new();
            self.session.advance(self.reading(), &mut events);
            self.take(&events);
        }
    }

    fn take(&mut self, events: &[Event]) {
        for event in events {
            self.recorder.event(event, self.session.plan());
            match event.kind {
                EventKind::Hurt { step } => self.hurting = Some(step),
                EventKind::Attempted(attempt) => {
                    let was_under_way = self.hurting.take_if(|step| *step == attempt.step);
                    self.after_pain.push(was_under_way.is_none());
                    self.attempts.push(attempt);
                }
                _ => {}
            }
        }
    }

    pub(super) fn some(&mut self, random: &mut fastrand::Rng) {
        for _ in 0..random.u32(1..9) {
            self.pass(random.u64(0..20));
            self.give(command(random));
        }
    }

    /// What screens say of the session under way.
    fn tally(&self) -> Tally {
        let (routine, plan) = (self.session.routine(), self.session.plan());
        Tally::of(progress::of_session(routine, plan, &self.attempts))
    }
}

fn command(random: &mut fastrand::Rng) -> Command {
    match random.u8(0..24) {
        0 => Command::Stop(StopReason::NoTime),
        1..3 => Command::SkipExercise,
        3..8 => Command::Skip,
        8..11 => Command::Back,
        11..14 => Command::Extend,
        14 => Command::Hurts,
        18 => Command::Easier,
        15..18 => Command::Done,
        _ => Command::Resume,
    }
}

pub(super) fn routine(random: &mut fastrand::Rng) -> Arc<Routine> {
    let exercises = (0..random.usize(1..4)).map(|number| {
        let mut exercise = Exercise::new(format!("e{number}"), format!("E{number}"));
        exercise.optional = random.bool();
        exercise.prepare = Duration::from_secs(random.u64(0..4));
        exercise.rest = Duration::from_secs(random.u64(0..4));
        let sides = [
            Sides::None,
            Sides::Left,
            Sides::Right,
            Sides::Each,
            Sides::Alternate,
        ];
        exercise.sides = *random.choice(&sides).unwrap();
        exercise.dose = match random.u8(0..4) {
            0 => Dose::Open,
            1 => Dose::Paced {
                pace: Duration::from_secs(random.u64(1..5)),
                reps: random.u32(1..6),
            },
            _ => Dose::Hold {
                hold: Duration::from_secs(random.u64(1..20)),
                reps: random.u32(1..3),
            },
        };
        exercise
    });
    Arc::new(Routine::new("r", "R", exercises.collect()))
}

#[test]
fn every_place_gives_the_same_tally_of_a_session_also_of_one_that_went_on() {
    let mut went_on = 0;
    for seed in 0..100 {
        let mut random = fastrand::Rng::with_seed(seed);
        let routine = routine(&mut random);
        let record = Record::new();
        let log = record.open();
        let recorder = Recorder::new(&log, &routine, None);
        let mut course = Course::new(Session::new(Arc::clone(&routine)), recorder);
        course.some(&mut random);
        let session = course.recorder.session();
        let cut_off = course.tally();
        drop(course);

        let history = log.history();
        let past = |history: &super::History| -> RecordedSession {
            let found = history.sessions.iter().find(|it| it.id == session);
            RecordedSession::clone(found.unwrap())
        };
        assert_eq!(past(&history).tally(), cut_off, "seed {seed}");
        let now = noon();
        if history.unfinished(log.device(), &now).is_none() {
            continue;
        }
        went_on += 1;
        let taken_up = log.take_up(session, &now).unwrap();
        let goes_on = taken_up.unfinished.session(&routine);
        let recorder = Recorder::go_on(&log, &routine, taken_up);
        let mut course = Course::new(goes_on, recorder);
        assert_eq!(course.tally(), cut_off, "seed {seed}: nothing was done yet");
        course.some(&mut random);
        let whole = course.tally();
        drop(course);
        let history = log.history();
        assert_eq!(past(&history).tally(), whole, "seed {seed}: gone on with");
        assert_eq!(history.sessions.len(), 1, "seed {seed}");
        let holds = Plan::of(&routine).work().count();
        assert_eq!(past(&history).holds.len(), holds, "seed {seed}");
    }
    assert!(went_on > 10, "{went_on}");
}

#[test]
fn going_on_passes_over_no_step_that_was_not_left_for_good() {
    let mut went_on = 0;
    for seed in 0..400 {
        let mut random = fastrand::Rng::with_seed(seed);
        let routine = routine(&mut random);
        let record = Record::new();
        let log = record.open();
        let recorder = Recorder::new(&log, &routine, None);
        let mut course = Course::new(Session::new(Arc::clone(&routine)), recorder);
        course.some(&mut random);
        course.pass(random.u64(0..3));
        if course.session.state().is_over() {
            continue;
        }
        let (step, of_it) = course.session.step();
        let (is_work, held) = (of_it.kind.is_work(), course.session.elapsed());
        let stops = random.bool();
        if stops {
            course.give(Command::Stop(StopReason::NoTime));
        }
        let at_it = || course.attempts.iter().filter(|it| it.step == step);
        let is_done = at_it().any(Attempt::is_done);
        let was_left = at_it().next_back().is_some_and(|last| !last.again);
        let is_under_way = is_work && !is_done && !was_left;
        assert!(is_under_way || !stops || !is_work || is_done || held.is_zero());
        let is_begun = course.attempts.iter().any(Attempt::is_done);
        drop(course);
        let history = log.history();
        let in_pain = history.sessions[0].ended_in_pain();
        if !is_under_way || !is_begun || in_pain {
            continue;
        }
        went_on += 1;
        let unfinished = history.unfinished(log.device(), &noon()).unwrap();
        assert!(unfinished.next_hold <= step, "seed {seed}: {unfinished:?}");
    }
    assert!(went_on > 20, "{went_on}");
}
