//! What becomes true as a session goes on.

use std::time::Duration;

use super::{Pause, StopReason};
use crate::plan::Movement;

/// One thing that became true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// The moment on the monotonic clock for which it was planned, or at which the command came.
    pub at: Duration,
    /// What became true.
    pub kind: EventKind,
}

/// What can become true in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// The session has started; its first step begins at the same moment.
    Started,
    /// A step begins.
    StepBegan {
        /// Index of the step in the plan.
        step: usize,
    },
    /// A whole second of the step has passed: the numbers on a screen change, nothing else. Never sent at the
    /// moment a step ends; of what comes within a step, only the author's words may be.
    Second {
        /// Index of the step in the plan.
        step: usize,
    },
    /// A whole minute of an activity has passed; in longer activities, every fifth minute.
    Minute {
        /// Index of the step in the plan.
        step: usize,
        /// Minutes to the end of the step.
        left: u32,
    },
    /// The middle of a hold that is to be announced.
    Halfway {
        /// Index of the step in the plan.
        step: usize,
    },
    /// One of the last seconds of a hold that tick.
    LastSeconds {
        /// Index of the step in the plan.
        step: usize,
        /// Seconds to the end of the step, counted down to 1.
        left: u32,
    },
    /// A repetition of a paced step begins. The first comes with the step.
    Beat {
        /// Index of the step in the plan.
        step: usize,
        /// Which repetition, and on which side where they alternate.
        movement: Movement,
    },
    /// The next part of a repetition begins. The first comes with the repetition.
    Part {
        /// Index of the step in the plan.
        step: usize,
        /// Index into the exercise's tempo.
        part: usize,
    },
    /// A rest or a change of sides is nearly over: get back into position.
    RestEnding {
        /// Index of the step in the plan.
        step: usize,
    },
    /// The author's own words are due.
    Say {
        /// Index of the step in the plan.
        step: usize,
        /// Index into the exercise's cues.
        cue: usize,
    },
    /// A step of the dose was left, in whichever way.
    Attempted(Attempt),
    /// Time stands still from here on.
    Paused(Pause),
    /// Time counts again, after a pause of whichever kind.
    Resumed,
    /// The step under way was made longer by ten seconds.
    Extended {
        /// Index of the step in the plan.
        step: usize,
    },
    /// It hurts, in this step.
    Hurt {
        /// Index of the step in the plan.
        step: usize,
    },
    /// What the person chose then.
    Answered(Answer),
    /// The last step has ended, and the session with it.
    Completed,
    /// A command ended the session before its end.
    Stopped(StopReason),
}

/// What was done of one hold, one run of paced repetitions or one open step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    /// Index of the step in the plan.
    pub step: usize,
    /// `None` for an open step.
    pub prescribed: Option<Duration>,
    /// How long the step ran, without pauses and without gaps in which the program or the machine stood still.
    pub held: Duration,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether the step is still to be done: the person went back, or got into position once more after
    /// it hurt, or the session ended in it.
    pub again: bool,
}

/// How a step of the dose ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// To its end.
    Done,
    /// Left before its end.
    CutShort,
    /// Not begun, or left within its first two seconds.
    Skipped,
}

impl Attempt {
    /// Whether the step was done to its end.
    pub fn is_done(&self) -> bool {
        self.outcome == Outcome::Done
    }
}

/// What a person chose after it hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// To go on with the exercise in its easier way.
    Easier,
    /// To go on with it, or to go back in it.
    WentOn,
    /// To leave out the step or the rest of the exercise.
    Skipped,
    /// To end the session.
    Ended,
}

/// Where the events of one moment go.
pub(super) struct Log<'a> {
    pub(super) at: Duration,
    pub(super) events: &'a mut Vec<Event>,
}

impl Log<'_> {
    pub(super) fn tell(&mut self, kind: EventKind) {
        self.events.push(Event { at: self.at, kind });
    }
}
