//! A routine under way: a state machine over a [`Plan`].
//!
//! It reads no clock and touches nothing. A shell tells it the time with each call; it answers with
//! the events that became true, each with the moment it was planned for, so that a late call loses
//! nothing and lengthens nothing.

mod event;

use std::sync::Arc;
use std::time::Duration;

pub use event::{Attempt, Event, EventKind, Outcome, StopReason};

use crate::plan::{Plan, Step};
use crate::routine::Routine;

/// One look at both clocks of the machine.
///
/// The monotonic one drives the session. The wall clock is compared with it, since the monotonic
/// clock leaves a suspended machine's time out on some systems and counts it on others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Since the clock's own beginning.
    pub monotonic: Duration,
    pub wall: jiff::Timestamp,
}

/// What a person, or the shell for them, asks of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Start,
    Pause,
    Resume,
    /// On to the next step; a hold that is left early is recorded with the time it was held.
    Skip,
    /// On to the next exercise.
    SkipExercise,
    /// To the start of this step or, within its first two seconds or in a pause between holds, to
    /// the hold before.
    Back,
    /// Ten seconds more of the step under way.
    Extend,
    /// Ends an open step.
    Done,
    /// Stops at once and quietly, and waits for what the person decides.
    Hurts,
    /// Ends the session.
    Stop(StopReason),
}

/// Why a command was not obeyed. The session is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the session has not started")]
    NotStarted,
    #[error("the session has already started")]
    AlreadyStarted,
    #[error("the session is already paused")]
    AlreadyPaused,
    #[error("the session is not paused")]
    NotPaused,
    #[error("this step ends by itself")]
    NotOpen,
    #[error("an open step has no end to move")]
    NoEnd,
    #[error("the session is over")]
    Over,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Ready,
    Running,
    Paused(Pause),
    /// Every step was reached and the last has ended.
    Completed,
    Stopped(StopReason),
}

/// Why a session is paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// The person asked for it.
    Asked,
    /// It hurts.
    Hurts,
    /// The program or the machine was away for about this long: suspended, stopped or overloaded.
    /// The session stands where it was last certain of the time.
    Interrupted { away: Duration },
}

/// A wake-up later than this, or clocks that ran apart by more, is an interruption.
pub const TOLERANCE: Duration = Duration::from_secs(2);

/// A session over one routine. See the module's page for how it is driven.
#[derive(Debug, Clone)]
pub struct Session {
    routine: Arc<Routine>,
    plan: Arc<Plan>,
    state: State,
    // H2: the rest of the state
}

impl Session {
    /// A session ready to start at the plan's first step.
    pub fn new(routine: Arc<Routine>) -> Self {
        Self::from_step(routine, 0)
    }

    /// A session that goes on at `first_step`, for one that was cut off; past the plan's end it
    /// begins with the last step.
    pub fn from_step(routine: Arc<Routine>, first_step: usize) -> Self {
        let _ = first_step;
        let plan = Arc::new(Plan::of(&routine));
        Self {
            routine,
            plan,
            state: State::Ready,
        }
    }

    pub fn routine(&self) -> &Arc<Routine> {
        &self.routine
    }

    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    pub fn state(&self) -> State {
        self.state
    }

    /// The step under way, or the one to begin with.
    pub fn step(&self) -> (usize, &Step) {
        (0, &self.plan.steps[0])
    }

    /// Time under way in the current step, as of the last call; pauses left out.
    pub fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    /// Obeys a command at `now`, after everything that was due before it. Events are added to
    /// `events` in order.
    ///
    /// # Errors
    /// A command that makes no sense in this state is refused and changes nothing but what time
    /// had changed already.
    pub fn apply(
        &mut self,
        command: Command,
        now: Reading,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let _ = (command, now, events);
        Err(Refusal::Over)
    }

    /// Lets time pass until `now`.
    pub fn advance(&mut self, now: Reading, events: &mut Vec<Event>) {
        let _ = (now, events);
    }

    /// The monotonic moment at which something will happen by itself; `None` while nothing will
    /// (not started, paused, over). Never more than a second away from the last call.
    pub fn next_deadline(&self) -> Option<Duration> {
        None
    }
}
