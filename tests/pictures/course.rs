//! Sessions under way, on a clock that the test moves.

use std::sync::Arc;
use std::time::Duration;

use supple::history::Unrecorded;
use supple::plan::{Plan, StepKind};
use supple::routine::Routine;
use supple::runner::{Record, Runner, Shell, Snapshot};
use supple::session::{Command, Session};
use supple::sound::Silent;

use crate::simulated_clock::SimulatedClock;

/// A session that has begun.
pub(crate) struct Course {
    runner: Runner,
    clock: SimulatedClock,
}

impl Course {
    pub(crate) fn begin(routine: &Arc<Routine>) -> Self {
        Self::with(routine, Box::new(Unrecorded(None)))
    }

    fn with(routine: &Arc<Routine>, record: Box<dyn Record>) -> Self {
        let clock = SimulatedClock::new();
        let shell = Shell {
            clock: clock.clone(),
            sound: Box::new(Silent),
            record,
            changed: Box::new(|| {}),
        };
        let runner = Runner::spawn(Session::new(Arc::clone(routine)), shell).unwrap();
        let course = Self { runner, clock };
        course.give(Command::Start);
        course
    }

    /// In the hold with this number, from 1, for so many seconds.
    pub(crate) fn in_hold(routine: &Arc<Routine>, number: usize, secs: u64) -> Self {
        let course = Self::begin(routine);
        let plan = Plan::of(routine);
        let holds = plan.steps.iter().filter(|step| step.kind == StepKind::Hold);
        let start = holds.map(|step| step.start).nth(number - 1).unwrap();
        course.pass(start + Duration::from_secs(secs));
        course
    }

    pub(crate) fn pass(&self, time: Duration) {
        self.clock.pass(time);
    }

    pub(crate) fn give(&self, command: Command) {
        self.runner.send(command);
        self.clock.settle();
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        self.runner.snapshot()
    }
}
