//! Which cue a moment of a session makes.
//!
//! One moment makes one sound: two at once can't be told apart with closed eyes. Of several things
//! at one moment the most important is heard, and after a late wake-up the latest: a cue for what
//! is past would mislead.

use std::time::Duration;

use crate::plan::{Plan, Step, StepKind};
use crate::session::{Event, EventKind, StopReason};
use crate::words::Message;

/// A sound with a meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// An exercise comes: get into position.
    GetReady,
    /// Work begins: a hold, paced repetitions or an open step.
    HoldStart,
    /// One of the last seconds of a hold, or the next part of a repetition.
    LastSecond,
    /// The middle of a hold, or a minute of an activity.
    Halfway,
    /// A paced repetition begins. The first has [`Cue::HoldStart`].
    Beat,
    /// The other side's turn.
    SwitchSides,
    /// Let go and rest.
    HoldEnd,
    /// The rest is nearly over: get back into position.
    RestOver,
    /// The routine is done.
    Finished,
    /// The routine was ended before its end.
    Stopped,
}

impl Cue {
    /// All cues, in the order in which a person gets to know them.
    pub const ALL: [Self; 10] = [
        Self::GetReady,
        Self::HoldStart,
        Self::Halfway,
        Self::LastSecond,
        Self::HoldEnd,
        Self::RestOver,
        Self::SwitchSides,
        Self::Beat,
        Self::Finished,
        Self::Stopped,
    ];

    /// What the cue is called where it is introduced.
    pub fn name(self) -> Message {
        Message::new(match self {
            Self::GetReady => "sound-cue-get-ready",
            Self::HoldStart => "sound-cue-hold-start",
            Self::LastSecond => "sound-cue-last-second",
            Self::Halfway => "sound-cue-halfway",
            Self::Beat => "sound-cue-beat",
            Self::SwitchSides => "sound-cue-switch-sides",
            Self::HoldEnd => "sound-cue-hold-end",
            Self::RestOver => "sound-cue-rest-over",
            Self::Finished => "sound-cue-finished",
            Self::Stopped => "sound-cue-stopped",
        })
    }

    /// How late the cue may still be heard, for a device that is slow to open. A cue that marks a
    /// moment is wrong soon after it; one that says what begins or ended stays true for a while.
    pub(super) fn patience(self) -> Duration {
        match self {
            Self::GetReady | Self::Finished | Self::Stopped => Duration::from_secs(3),
            _ => Duration::from_millis(250),
        }
    }

    /// Of two cues at one moment the one of the higher rank is heard; of equals the later.
    ///
    /// The end of a hold matters more than its middle, and a paced rhythm may have no gap.
    fn rank(self) -> u8 {
        match self {
            Self::Halfway => 0,
            Self::LastSecond => 1,
            Self::Beat => 2,
            Self::RestOver => 3,
            _ => 4,
        }
    }
}

/// What is heard at a wake-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// This cue, over what still rings.
    Cue(Cue),
    /// What still rings is faded out.
    Silence,
}

/// Tells what the events of one session sound like.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    /// The step under way.
    step: Option<usize>,
    /// It hurts: everything is quiet until the person goes on.
    hurts: bool,
}

impl Cues {
    /// What is heard of the events of one wake-up; `None` if nothing is.
    pub fn hear(&mut self, events: &[Event], plan: &Plan) -> Option<Heard> {
        let mut heard: Option<(Duration, Heard)> = None;
        for event in events {
            let Some(next) = self.of(event.kind, plan) else {
                continue;
            };
            let outranked = matches!(
                (heard, next),
                (Some((at, Heard::Cue(before))), Heard::Cue(next))
                    if at == event.at && before.rank() > next.rank()
            );
            if !outranked {
                heard = Some((event.at, next));
            }
        }
        heard.map(|(_, heard)| heard)
    }

    fn of(&mut self, event: EventKind, plan: &Plan) -> Option<Heard> {
        let cue = match event {
            EventKind::StepBegan { step } => {
                let before = self.step.replace(step);
                self.hurts = false;
                at_boundary(before, step, plan)?
            }
            EventKind::Halfway { .. } | EventKind::Minute { .. } => Cue::Halfway,
            EventKind::LastSeconds { .. } | EventKind::Part { .. } => Cue::LastSecond,
            EventKind::Beat { .. } => Cue::Beat,
            // Before another exercise there is nothing to get back into.
            EventKind::RestEnding { step } if leads_elsewhere(step, plan) => return None,
            EventKind::RestEnding { .. } => Cue::RestOver,
            EventKind::Completed => Cue::Finished,
            EventKind::Stopped(reason) if self.hurts || reason == StopReason::Pain => {
                return Some(Heard::Silence);
            }
            EventKind::Stopped(_) => Cue::Stopped,
            EventKind::Paused(_) => return Some(Heard::Silence),
            EventKind::Hurt { .. } => {
                self.hurts = true;
                return Some(Heard::Silence);
            }
            EventKind::Started => {
                *self = Self::default();
                return None;
            }
            EventKind::Resumed => {
                self.hurts = false;
                return None;
            }
            EventKind::Second { .. }
            | EventKind::Say { .. }
            | EventKind::Answered(_)
            | EventKind::Attempted(_)
            | EventKind::Extended { .. } => return None,
        };
        Some(Heard::Cue(cue))
    }
}

/// The cue of a step that begins: one, which also tells the end of the step before.
fn at_boundary(before: Option<usize>, step: usize, plan: &Plan) -> Option<Cue> {
    let before = before.and_then(|before| plan.steps.get(before));
    let step = plan.steps.get(step)?;
    Some(match step.kind {
        StepKind::Prepare => Cue::GetReady,
        StepKind::Switch => Cue::SwitchSides,
        StepKind::Rest => Cue::HoldEnd,
        StepKind::Hold | StepKind::Reps | StepKind::Activity | StepKind::Wait => {
            if before.is_some_and(|before| changes_side(before, step)) {
                Cue::SwitchSides
            } else {
                Cue::HoldStart
            }
        }
    })
}

/// Whether what comes after a pause has a time of its own to get ready.
fn leads_elsewhere(pause: usize, plan: &Plan) -> bool {
    let next = plan.steps.get(plan.after(pause));
    next.is_some_and(|next| next.kind == StepKind::Prepare)
}

/// Whether the person has to change sides between two steps, the first of which already announced its
/// own side. What alternates sides within a step begins like anything else.
fn changes_side(before: &Step, step: &Step) -> bool {
    before.exercise == step.exercise && step.side.is_some() && before.side != step.side
}

#[cfg(test)]
mod tests;
