//! What shows the step under way: a figure, which moves with the session, or a picture.

use std::time::Duration;

use crate::figure::{BLEND, Figure, Moment, look_alike};
use crate::plan::{Plan, Step, StepKind};
use crate::routine::{Dose, Side, Tempo, defaults};
use crate::runner::Snapshot;
use crate::session::State;
use crate::ui::figure::{Posed, moment_at_pace};
use crate::ui::picture::Sight;
use crate::ui::picture_cache::{Detail, Picture, Pictures};

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
pub(super) enum Scene<'a> {
    Figure {
        posed: Posed<'a>,
        movement: Movement<'a>,
    },
    /// It neither moves nor turns round.
    Picture(Picture),
}

/// How the figure goes on from the moment that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Movement<'a> {
    Still,
    /// Still for so long, and then on.
    Rests(Duration),
    /// Into the pose or out of it, which takes a second.
    Blend,
    /// With a pace, for as long as the step lasts; so far for this long.
    Paced {
        elapsed: Duration,
        rhythm: Rhythm<'a>,
    },
}

/// How the figure goes through its repetitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rhythm<'a> {
    pub(super) pace: Duration,
    pub(super) tempo: &'a Tempo,
}

impl Rhythm<'_> {
    /// The figure's moment that long after the first repetition began.
    fn at(self, figure: &Figure, since: Duration) -> Moment {
        moment_at_pace(figure, self.tempo, self.pace, since)
    }
}

/// The time between two frames of a movement. One that goes on for minutes at a pace is slow, and is
/// drawn the more seldom the slower it is.
const FRAME: Duration = Duration::from_nanos(1_000_000_000 / 60);
/// For how many frames a paced movement is left alone; what is as good as still, the longest.
const SEEN_AFTER: [u32; 9] = [1, 2, 3, 4, 6, 8, 12, 16, 24];
/// A movement by fewer points can't be seen from where a person stretches.
const VISIBLE: f32 = 1.0;

impl<'a> Scene<'a> {
    /// `None` for an exercise that nothing shows.
    pub(super) fn of(
        snapshot: &'a Snapshot,
        pictures: Pictures<'_>,
        detail: Detail,
        motion: Motion,
    ) -> Option<Self> {
        let plan = &snapshot.plan;
        let step = plan.steps.get(snapshot.step)?;
        let exercise = snapshot.routine.exercises.get(step.exercise)?;
        if let Some(next) = snapshot.routine.exercises.get(step.exercise + 1) {
            // Read meanwhile, so that it is there when its turn comes.
            let _ = pictures.ask(next, detail);
        }
        let picture = pictures.ask(exercise, detail);
        let figure = match Sight::of(&snapshot.routine, exercise, picture)? {
            Sight::Picture(picture) => return Some(Self::Picture(picture)),
            Sight::Figure(figure) => figure,
        };
        let elapsed = snapshot.elapsed_at(motion.now);
        let blends = !motion.reduced && elapsed < BLEND;
        let (moment, movement) = match (step.kind, exercise.dose) {
            (StepKind::Reps, Dose::Paced { pace, .. }) if !motion.reduced => {
                let rhythm = Rhythm {
                    pace,
                    tempo: &exercise.tempo,
                };
                (
                    rhythm.at(figure, elapsed),
                    Movement::Paced { elapsed, rhythm },
                )
            }
            (StepKind::Activity, _) if !motion.reduced => {
                let rhythm = Rhythm {
                    pace: defaults::PACE,
                    tempo: &exercise.tempo,
                };
                (
                    rhythm.at(figure, elapsed),
                    Movement::Paced { elapsed, rhythm },
                )
            }
            (StepKind::Hold | StepKind::Wait | StepKind::Reps, _) if blends => {
                (Moment::entering(elapsed), Movement::Blend)
            }
            (StepKind::Hold | StepKind::Wait | StepKind::Reps | StepKind::Activity, _) => {
                (Moment::HOLD, Movement::Still)
            }
            (StepKind::Prepare, _) => preview(step.duration, elapsed, motion.reduced),
            _ if blends && follows_a_hold(plan, snapshot.step) => {
                (Moment::leaving(elapsed), Movement::Blend)
            }
            _ => (Moment::REST, Movement::Still),
        };
        Some(Self::Figure {
            posed: Posed {
                figure,
                moment,
                side: step
                    .side_at(exercise, elapsed)
                    .or_else(|| side(plan, snapshot.step)),
            },
            movement: if snapshot.state == State::Running {
                movement
            } else {
                Movement::Still
            },
        })
    }

    /// How much wider than high it is, if that is known.
    pub(super) fn shape(&self) -> Option<f32> {
        match self {
            Self::Figure { posed, .. } => posed.shape(),
            Self::Picture(picture) => picture.shape(),
        }
    }

    /// In how long the next picture of the movement is due, where the mannequin's trunk is `torso`
    /// points long; `None` while it stands still. A slow movement is not drawn before it is seen.
    pub(super) fn next_picture(&self, torso: f32) -> Option<Duration> {
        let Self::Figure { posed, movement } = self else {
            return None;
        };
        match *movement {
            Movement::Still => None,
            Movement::Rests(left) => Some(left),
            Movement::Blend => Some(FRAME),
            Movement::Paced { elapsed, rhythm } => {
                let shown = posed.at(posed.moment);
                let is_seen = |after: &Duration| {
                    let then = rhythm.at(posed.figure, elapsed.saturating_add(*after));
                    !look_alike(&shown, &posed.at(then), VISIBLE / torso)
                };
                let mut frames = SEEN_AFTER.into_iter().map(|frames| FRAME * frames);
                let longest = FRAME * 32;
                Some(frames.find(is_seen).unwrap_or(longest))
            }
        }
    }
}

/// What is shown while the person gets ready: the start, then once the pose to come, which words
/// alone describe badly, and the start again. A short while shows the start alone.
fn preview(
    length: Option<Duration>,
    elapsed: Duration,
    reduced: bool,
) -> (Moment, Movement<'static>) {
    const IN: Duration = Duration::from_secs(1);
    const OUT: Duration = Duration::from_secs(5);
    let is_short = length.is_some_and(|length| length < OUT + BLEND);
    if is_short {
        (Moment::REST, Movement::Still)
    } else if elapsed < IN {
        (Moment::REST, Movement::Rests(IN.saturating_sub(elapsed)))
    } else if elapsed < IN + BLEND && !reduced {
        let since = elapsed.saturating_sub(IN);
        (Moment::entering(since), Movement::Blend)
    } else if elapsed < OUT {
        (Moment::HOLD, Movement::Rests(OUT.saturating_sub(elapsed)))
    } else if elapsed < OUT + BLEND && !reduced {
        let since = elapsed.saturating_sub(OUT);
        (Moment::leaving(since), Movement::Blend)
    } else {
        (Moment::REST, Movement::Still)
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
