//! What happens between a step's beginning and its end.
//!
//! Every length in a routine is whole seconds, so everything within a step falls on a whole second,
//! save the middle of a hold of an odd number of seconds.

use std::time::Duration;

use super::EventKind;
use crate::plan::{Movement, StepKind};
use crate::routine::{Dose, Exercise};

/// How long before its end a pause between holds calls the person back into position.
const CALL_BACK: Duration = Duration::from_secs(2);
/// A shorter pause is over too soon to be called back from.
const SHORTEST_TO_CALL_BACK_FROM: Duration = Duration::from_secs(4);

/// One step as it is being done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moments<'a> {
    pub step: usize,
    pub kind: StepKind,
    /// With what was added to it; `None` for an open step.
    pub length: Option<Duration>,
    /// Where the middle is announced, if it is.
    pub halfway: Option<Duration>,
    /// How many repetitions at a pace lie in steps before.
    pub reps_before: u32,
    pub exercise: &'a Exercise,
}

impl Moments<'_> {
    /// The first moment later than `passed`: a whole second, the middle, or the end.
    pub(super) fn after(&self, passed: Duration) -> Duration {
        let second = Duration::from_secs(passed.as_secs().saturating_add(1));
        let halfway = self.halfway.filter(|&halfway| halfway > passed);
        [self.length, halfway]
            .into_iter()
            .flatten()
            .fold(second, Duration::min)
    }

    /// What comes at the moment the step begins, after the beginning itself.
    pub(super) fn at_the_beginning(&self) -> impl Iterator<Item = EventKind> {
        self.beat(Duration::ZERO)
            .into_iter()
            .chain(self.said_at(Duration::ZERO))
    }

    /// What comes at a moment between the beginning and the end, in the order in which it is announced.
    pub(super) fn at(&self, moment: Duration) -> impl Iterator<Item = EventKind> {
        let step = self.step;
        let whole = moment.subsec_nanos() == 0;
        let halfway = self.halfway == Some(moment);
        [
            whole.then_some(EventKind::Second { step }),
            halfway.then_some(EventKind::Halfway { step }),
            self.minute(moment),
            self.last_seconds(moment),
            self.beat(moment),
            self.part(moment),
            self.rest_ending(moment),
        ]
        .into_iter()
        .flatten()
        .chain(self.said_at(moment))
    }

    /// How many minutes of an activity are left, each of the last ten and every fifth before.
    fn minute(&self, moment: Duration) -> Option<EventKind> {
        let left = whole_seconds(self.length?.checked_sub(moment)?)?;
        let minutes = left / 60;
        let is_told = left > 0 && left % 60 == 0 && (minutes <= 10 || minutes % 5 == 0);
        (self.kind == StepKind::Activity && is_told).then_some(EventKind::Minute {
            step: self.step,
            left: minutes,
        })
    }

    fn last_seconds(&self, moment: Duration) -> Option<EventKind> {
        let counts = matches!(
            self.kind,
            StepKind::Hold | StepKind::Reps | StepKind::Activity
        );
        let left = whole_seconds(self.length?.checked_sub(moment)?)?;
        (counts && left <= self.exercise.countdown).then_some(EventKind::LastSeconds {
            step: self.step,
            left,
        })
    }

    /// A repetition begins only where all of it fits before the end, which matters once a paced
    /// step has been made longer.
    fn beat(&self, moment: Duration) -> Option<EventKind> {
        let Dose::Paced { pace, .. } = self.exercise.dose else {
            return None;
        };
        let fits = moment.checked_add(pace)? <= self.length?;
        let before = whole_repetitions(moment, pace)?;
        let movement = Movement::after(before, self.exercise);
        (self.kind == StepKind::Reps && fits).then_some(EventKind::Beat {
            step: self.step,
            movement: Movement {
                rep: movement.rep.saturating_add(self.reps_before.into()),
                ..movement
            },
        })
    }

    /// A part of a repetition, where all of the repetition fits before the end.
    fn part(&self, moment: Duration) -> Option<EventKind> {
        let tempo = &self.exercise.tempo;
        let (part, since) = tempo.part_at(moment)?;
        let before = tempo.parts().get(..part)?.iter().map(|part| part.length);
        let began = moment.checked_sub(before.sum())?;
        let fits = began.checked_add(tempo.length())? <= self.length?;
        let begins = self.kind == StepKind::Reps && part > 0 && since.is_zero() && fits;
        begins.then_some(EventKind::Part {
            step: self.step,
            part,
        })
    }

    fn rest_ending(&self, moment: Duration) -> Option<EventKind> {
        let pauses = matches!(self.kind, StepKind::Rest | StepKind::Switch);
        let length = self.length?;
        let due =
            length >= SHORTEST_TO_CALL_BACK_FROM && moment == length.checked_sub(CALL_BACK)?;
        (pauses && due).then_some(EventKind::RestEnding { step: self.step })
    }

    /// The author's words for a moment of the step, its end included.
    pub(super) fn said_at(&self, moment: Duration) -> impl Iterator<Item = EventKind> {
        let step = self.step;
        let cues: &[_] = if self.kind.is_work() {
            &self.exercise.cues
        } else {
            &[]
        };
        cues.iter()
            .enumerate()
            .filter(move |(_, spoken)| spoken.at == moment)
            .map(move |(cue, _)| EventKind::Say { step, cue })
    }
}

fn whole_seconds(time: Duration) -> Option<u32> {
    let seconds = u32::try_from(time.as_secs()).ok()?;
    (Duration::from_secs(seconds.into()) == time).then_some(seconds)
}

/// How many repetitions lie before `moment`, if one begins there.
fn whole_repetitions(moment: Duration, pace: Duration) -> Option<u64> {
    let (moment, pace) = (moment.as_nanos(), pace.as_nanos());
    if moment.checked_rem(pace)? != 0 {
        return None;
    }
    u64::try_from(moment / pace).ok()
}

/// The middle of a step, where the exercise wants it announced.
pub(super) fn halfway(
    kind: StepKind,
    length: Option<Duration>,
    exercise: &Exercise,
) -> Option<Duration> {
    let reported = kind == StepKind::Hold && exercise.halfway;
    length.filter(|_| reported).map(|length| length / 2)
}
