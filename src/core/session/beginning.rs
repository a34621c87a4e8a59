//! How a session begins, anew or where another was cut off.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::{Attempt, Current, Outcome, Session, State, TOLERANCE};
use crate::plan::Plan;
use crate::routine::Routine;

impl Session {
    /// A session ready to start at the plan's first step.
    pub fn new(routine: Arc<Routine>) -> Self {
        Self::from_step(routine, 0)
    }

    /// A session that goes on with this step of the dose, by its index in the routine's own plan,
    /// for one that was cut off: first there is time to get ready.
    pub fn going_on(routine: Arc<Routine>, at: usize) -> Self {
        let plan = Plan::going_on(&routine, at);
        let ready = plan.from_record(at).saturating_sub(1);
        Self::over(routine, plan, ready)
    }

    /// A session that begins at `first_step`; past the plan's end with the last step.
    pub fn from_step(routine: Arc<Routine>, first_step: usize) -> Self {
        let plan = Plan::of(&routine);
        Self::over(routine, plan, first_step)
    }

    fn over(routine: Arc<Routine>, plan: Plan, first_step: usize) -> Self {
        let step = first_step.min(plan.steps.len() - 1);
        let mut session = Self {
            routine,
            plan: Arc::new(plan),
            state: State::Ready,
            tolerance: TOLERANCE,
            current: Current {
                step,
                length: None,
                halfway: None,
                began: Duration::ZERO,
                elapsed: Duration::ZERO,
                reported: Duration::ZERO,
            },
            recorded: step,
            last_done: None,
            eased: BTreeSet::new(),
            done_before: Vec::new(),
            seen: None,
        };
        session.enter(step, Duration::ZERO);
        session
    }

    /// The same session with a limit other than [`TOLERANCE`] for the gap that counts as an interruption, for a
    /// clock that runs faster than the machine's.
    #[must_use]
    pub fn tolerating(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// The same session with these exercises, as indices into the routine's, done in their easier
    /// way, for one that goes on.
    #[must_use]
    pub fn easing(mut self, exercises: impl IntoIterator<Item = usize>) -> Self {
        self.eased.extend(exercises);
        self
    }

    /// The same session with what was done before it was cut off, for one that goes on.
    #[must_use]
    pub fn after(mut self, attempts: Vec<Attempt>) -> Self {
        let done = |attempt: &&Attempt| attempt.outcome != Outcome::Skipped;
        self.last_done = attempts.iter().rfind(done).map(|attempt| attempt.step);
        self.done_before = attempts;
        self
    }

    /// The same session without the further rounds of these exercises, as indices into the routine's, for
    /// one that goes on.
    #[must_use]
    pub fn leaving_out(mut self, exercises: impl IntoIterator<Item = usize>) -> Self {
        Arc::make_mut(&mut self.plan).left_out.extend(exercises);
        self
    }
}
