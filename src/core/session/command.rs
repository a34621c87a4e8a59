//! What is asked of a session, and where it stands.

use std::time::Duration;

/// What a person, or the shell for them, asks of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Begins the session. Until then nothing else is obeyed but [`Stop`](Self::Stop).
    Start,
    /// Stands still until the person wants to go on.
    Pause,
    /// Goes on where the session paused. After [`Hurts`](Self::Hurts), a person who came out of the stretch
    /// first gets back into position: the pause right before the step begins again, and then the
    /// step, from its start; the time already held is recorded as cut short. Where nothing lies
    /// between two holds, the hold begins again at once.
    Resume,
    /// [`Resume`](Self::Resume) in the exercise's easier way, if it has one: the record says if
    /// that was chosen after it hurt.
    Easier,
    /// On to the next step. A step of the dose that is left early is recorded with the time it was
    /// held, or as skipped if that is none. Ends a pause.
    Skip,
    /// On to the next exercise. The rest of this one's dose is recorded as skipped; of a circuit only that
    /// of this round, and after [`Hurts`](Self::Hurts) its further rounds are left out as well. Ends a
    /// pause.
    SkipExercise,
    /// To the start of this step or, within its first two seconds or in a pause between holds, to
    /// the hold before. The time already held is recorded as cut short; a hold that is done again
    /// makes a further attempt at the same step. Ends a pause.
    Back,
    /// Ten seconds more of the step under way, which may grow to an hour. Its end and the ticks
    /// before it move; so does its middle, unless that was announced already. The dose that was
    /// prescribed stays as it is.
    Extend,
    /// Ends an open step. Ends a pause.
    Done,
    /// Stops at once and quietly, and waits for what the person decides.
    Hurts,
    /// Ends the session.
    Stop(StopReason),
}

/// Why a command was not obeyed. The session is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only [`Command::Start`] and [`Command::Stop`] make sense before the start.
    #[error("the session has not started")]
    NotStarted,
    /// A session starts once.
    #[error("the session has already started")]
    AlreadyStarted,
    /// Nothing runs that could pause.
    #[error("the session is already paused")]
    AlreadyPaused,
    /// Nothing waits to go on.
    #[error("the session is not paused")]
    NotPaused,
    /// [`Command::Done`] ends open steps and what is beyond what is asked.
    #[error("this step ends by itself")]
    NotOpen,
    /// [`Command::Extend`] needs a step with a length.
    #[error("an open step has no end to move")]
    NoEnd,
    /// [`Command::Extend`] would take the step beyond the format's longest duration.
    #[error("a step can't be made longer than an hour")]
    LongEnough,
    /// While it hurts no step is made longer.
    #[error("it hurts, and no step is made longer")]
    Hurts,
    /// Nothing is obeyed after the end.
    #[error("the session is over")]
    Over,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Waits for [`Command::Start`].
    Ready,
    /// Time counts.
    Running,
    /// Nothing counts until a command goes on or ends the session.
    Paused(Pause),
    /// Every step was reached and the last has ended.
    Completed,
    /// [`Command::Stop`] ended it before its end.
    Stopped(StopReason),
    /// A mistake in the program broke the session off. No session gets here by itself: the runner
    /// reports it, and the record reads as interrupted.
    Failed,
}

impl State {
    /// Whether the session has ended, in whichever way.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Stopped(_) | Self::Failed)
    }
}

/// Why a person ended a session before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// It hurt.
    Pain,
    /// There was no time for the rest.
    NoTime,
    /// Any other reason, or one that the person keeps.
    Other,
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
    Interrupted {
        /// By the clock that shows more of it.
        away: Duration,
    },
}
