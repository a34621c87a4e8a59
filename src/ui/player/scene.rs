//! The figure of the step under way, and how it moves with the session.

use std::time::Duration;

use crate::figure::{BLEND, Moment};
use crate::plan::{Plan, Step, StepKind};
use crate::routine::{Dose, Side};
use crate::runner::Snapshot;
use crate::session::State;
use crate::ui::figure::Posed;

/// When the player is drawn, and whether things may move in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Motion {
    /// On the session's clock.
    pub now: Duration,
    /// Poses follow one another without a movement between them.
    pub reduced: bool,
}

/// What is shown of the exercise.
#[derive(Debug, PartialEq)]
pub(super) struct Scene<'a> {
    pub(super) posed: Posed<'a>,
    /// Whether it looks different a moment later.
    pub(super) moves: bool,
}

impl<'a> Scene<'a> {
    /// `None` for an exercise without a figure.
    pub(super) fn of(snapshot: &'a Snapshot, motion: Motion) -> Option<Self> {
        let plan = &snapshot.plan;
        let step = plan.steps.get(snapshot.step)?;
        let exercise = snapshot.routine.exercises.get(step.exercise)?;
        let figure = snapshot.routine.figure_of(exercise)?;
        let elapsed = snapshot.elapsed_at(motion.now);
        let blends = !motion.reduced && elapsed < BLEND;
        let (moment, moves) = match (step.kind, exercise.dose) {
            (StepKind::Reps, Dose::Paced { pace, .. }) if !motion.reduced => {
                (figure.paced(elapsed, pace), true)
            }
            (StepKind::Hold | StepKind::Wait | StepKind::Reps, _) if blends => {
                (Moment::entering(elapsed), true)
            }
            (StepKind::Hold | StepKind::Wait | StepKind::Reps, _) => (Moment::HOLD, false),
            _ if blends && follows_a_hold(plan, snapshot.step) => (Moment::leaving(elapsed), true),
            _ => (Moment::REST, false),
        };
        Some(Self {
            posed: Posed {
                figure,
                moment,
                side: side(plan, snapshot.step),
            },
            moves: moves && snapshot.state == State::Running,
        })
    }
}

/// Whether the step before was held in the same picture: a figure that turns round for the other
/// side begins anew at rest.
fn follows_a_hold(plan: &Plan, index: usize) -> bool {
    let before = index.checked_sub(1);
    before.is_some_and(|before| {
        let held = |step: &Step| matches!(step.kind, StepKind::Hold | StepKind::Wait);
        plan.steps.get(before).is_some_and(held)
            && exercise(plan, before) == exercise(plan, index)
            && side(plan, before) == side(plan, index)
    })
}

fn exercise(plan: &Plan, index: usize) -> Option<usize> {
    plan.steps.get(index).map(|step| step.exercise)
}

/// The side of a step; in a pause without one, that of the hold before it.
fn side(plan: &Plan, index: usize) -> Option<Side> {
    let own = exercise(plan, index);
    let until = plan.steps.get(..=index).unwrap_or_default();
    until
        .iter()
        .rev()
        .take_while(|step| Some(step.exercise) == own)
        .find_map(|step| step.side)
}
