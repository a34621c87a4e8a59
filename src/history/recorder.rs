//! Writes down what a session's events make true.

use std::sync::Arc;

use super::log::{Log, Mark, TakenUp};
use super::record::{DueFact, ExerciseFact, Fact, HoldFact, Id, Prescribed, RoutineFact, Started};
use super::unwritten::Unwritten;
use crate::lengths::millis;
use crate::plan::{Plan, Step};
use crate::routine::{Exercise, Routine};
use crate::runner::{Record, Written};
use crate::session::{Attempt, Event, EventKind, Pause};
use crate::words::Message;

/// The record of one session. While it is there and the session is not over, no copy of the
/// program takes the session for interrupted.
#[derive(Debug)]
pub struct Recorder {
    log: Log,
    routine: Arc<Routine>,
    session: Id,
    /// Its lines that are not on the disk yet.
    unwritten: Arc<Unwritten>,
    first_line: FirstLine,
    /// While the session runs.
    mark: Option<Mark>,
    /// Nothing is recorded of a session that never started.
    begun: bool,
}

/// How the session began.
#[derive(Debug)]
enum FirstLine {
    Anew {
        pain_before: Option<u8>,
    },
    /// A session that was cut off goes on at this step.
    Continued {
        step: usize,
    },
}

impl Recorder {
    /// For a new session. Pain is from 0 to 10, `None` if the person did not say.
    pub fn new(log: &Log, routine: &Arc<Routine>, pain_before: Option<u8>) -> Self {
        Self::with(log, routine, Id::new(), FirstLine::Anew { pain_before })
    }

    /// For a session that was taken up to go on as [`Unfinished::session`].
    ///
    /// [`Unfinished::session`]: super::Unfinished::session
    pub fn go_on(log: &Log, routine: &Arc<Routine>, taken_up: TakenUp) -> Self {
        let TakenUp { unfinished, mark } = taken_up;
        let step = unfinished.first_step(routine, &Plan::of(routine));
        let first_line = FirstLine::Continued { step };
        Self {
            mark: Some(mark),
            ..Self::with(log, routine, unfinished.session, first_line)
        }
    }

    fn with(log: &Log, routine: &Arc<Routine>, session: Id, first_line: FirstLine) -> Self {
        Self {
            log: log.clone(),
            routine: Arc::clone(routine),
            session,
            unwritten: Arc::default(),
            first_line,
            mark: None,
            begun: false,
        }
    }

    /// What the record calls this session.
    pub fn session(&self) -> Id {
        self.session
    }

    fn fact(&self, event: EventKind, plan: &Plan) -> Option<Fact<'static>> {
        match event {
            EventKind::Started => Some(self.first_line(plan)),
            EventKind::Attempted(attempt) => self.hold(&attempt, plan),
            EventKind::Hurt { step } => {
                let (place, exercise) = self.place(step, plan)?;
                Some(Fact::Hurt {
                    step: index(plan.on_record(step)),
                    exercise: exercise.id.clone().into(),
                    side: place.side,
                })
            }
            EventKind::Answered(answer) => Some(Fact::Answered { answer }),
            EventKind::Paused(Pause::Interrupted { away }) => Some(Fact::Away {
                away_ms: millis(away),
            }),
            EventKind::Completed => Some(Fact::Completed {}),
            EventKind::Stopped(reason) => Some(Fact::Stopped { reason }),
            EventKind::StepBegan { .. }
            | EventKind::Second { .. }
            | EventKind::Halfway { .. }
            | EventKind::LastSeconds { .. }
            | EventKind::Beat { .. }
            | EventKind::Part { .. }
            | EventKind::Minute { .. }
            | EventKind::RestEnding { .. }
            | EventKind::Say { .. }
            | EventKind::Paused(Pause::Asked | Pause::Hurts)
            | EventKind::Resumed
            | EventKind::Extended { .. } => None,
        }
    }

    fn first_line(&self, plan: &Plan) -> Fact<'static> {
        match self.first_line {
            FirstLine::Anew { pain_before } => Fact::Started(Started {
                routine: RoutineFact::of(&self.routine),
                device: self.log.device(),
                site: Some(self.log.site().to_owned().into()),
                pain_before,
                pain_limit: self.routine.safety.pain_limit,
                due: Some(DueFact::from(&self.routine.due())),
                prescribed_ms: plan
                    .work()
                    .filter(|(_, step)| !step.extra)
                    .filter_map(|(_, step)| step.duration)
                    .map(millis)
                    .sum(),
                exercises: prescription(&self.routine, plan),
            }),
            FirstLine::Continued { step } => Fact::Continued { step: index(step) },
        }
    }

    fn hold(&self, attempt: &Attempt, plan: &Plan) -> Option<Fact<'static>> {
        let (step, exercise) = self.place(attempt.step, plan)?;
        Some(Fact::Hold(HoldFact {
            step: index(plan.on_record(attempt.step)),
            exercise: exercise.id.clone().into(),
            name: exercise.name.clone().into(),
            side: step.side,
            set: step.set,
            rep: step.rep,
            prescribed_ms: attempt.prescribed.map(millis),
            held_ms: millis(attempt.held),
            outcome: attempt.outcome,
            again: attempt.again,
        }))
    }

    fn place<'a>(&'a self, step: usize, plan: &'a Plan) -> Option<(&'a Step, &'a Exercise)> {
        let step = plan.steps.get(step)?;
        Some((step, self.routine.exercises.get(step.exercise)?))
    }
}

impl Record for Recorder {
    fn tell_when_written(&mut self, written: Written) {
        self.unwritten.tell(written);
    }

    fn is_written(&self) -> bool {
        self.unwritten.is_none()
    }

    fn event(&mut self, event: &Event, plan: &Plan) {
        if event.kind == EventKind::Started {
            self.begun = true;
            if self.mark.is_none() {
                self.mark = Some(self.log.begin(self.session));
            }
        }
        if !self.begun {
            return;
        }
        if let Some(fact) = self.fact(event.kind, plan) {
            self.log.write_of(self.session, fact, &self.unwritten);
        }
        if matches!(event.kind, EventKind::Completed | EventKind::Stopped(_)) {
            self.mark = None;
        }
    }

    fn warning(&self) -> Option<Message> {
        self.log.warning()
    }
}

/// For a session that is not recorded, with a message that says why, if there is one.
#[derive(Debug, Clone)]
pub struct Unrecorded(pub Option<Message>);

impl Record for Unrecorded {
    fn event(&mut self, _: &Event, _: &Plan) {}

    fn warning(&self) -> Option<Message> {
        self.0.clone()
    }
}

/// The steps of the dose, by exercise.
fn prescription(routine: &Routine, plan: &Plan) -> Vec<ExerciseFact<'static>> {
    let mut exercises: Vec<_> = routine
        .exercises
        .iter()
        .map(|exercise| ExerciseFact {
            id: exercise.id.clone().into(),
            name: exercise.name.clone().into(),
            optional: exercise.optional,
            load: exercise.load.clone().map(Into::into),
            rep_ms: Some(millis(exercise.length_at_pace(1))).filter(|ms| *ms > 0),
            extra: Vec::new(),
            steps: Vec::new(),
        })
        .collect();
    for (at, step) in plan.work() {
        if let Some(exercise) = exercises.get_mut(step.exercise) {
            let prescribed_ms = step.duration.map(millis);
            if step.extra {
                exercise.extra.push(index(at));
            }
            exercise.steps.push(Prescribed(
                index(at),
                step.side,
                step.set,
                step.rep,
                prescribed_ms,
            ));
        }
    }
    exercises
}

/// An index in a plan, which has at most 10,000 steps.
fn index(step: usize) -> u32 {
    u32::try_from(step).unwrap_or(u32::MAX)
}
