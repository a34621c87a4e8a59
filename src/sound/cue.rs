//! Which cue a moment of a session makes.
//!
//! One moment makes one sound: two at once can't be told apart with closed eyes. Of several things
//! at one moment the most important is heard, and after a late wake-up the latest: a cue for what
//! is past would mislead.

use std::time::Duration;

use crate::plan::{Plan, Step, StepKind};
use crate::session::{Event, EventKind};
use crate::words::Message;

/// A sound with a meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// An exercise comes: get into position.
    GetReady,
    /// Work begins: a hold, paced repetitions or an open step.
    HoldStart,
    /// One of the last seconds of a hold.
    LastSecond,
    /// The middle of a hold.
    Halfway,
    /// A paced repetition begins. The first is told by [`Cue::HoldStart`].
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
            EventKind::Halfway { .. } => Cue::Halfway,
            EventKind::LastSeconds { .. } => Cue::LastSecond,
            EventKind::Beat { .. } => Cue::Beat,
            EventKind::RestEnding { .. } => Cue::RestOver,
            EventKind::Completed => Cue::Finished,
            EventKind::Stopped(_) if self.hurts => return Some(Heard::Silence),
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
        StepKind::Hold | StepKind::Reps | StepKind::Wait => {
            if before.is_some_and(|before| changes_side(before, step)) {
                Cue::SwitchSides
            } else {
                Cue::HoldStart
            }
        }
    })
}

/// Whether the person has to change sides between two steps, the first of which already told its
/// own side.
fn changes_side(before: &Step, step: &Step) -> bool {
    before.exercise == step.exercise && before.side != step.side
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::Side::{self, Left, Right};
    use crate::session::{Pause, StopReason};

    /// A kind of step, its exercise and its side.
    type Sketch = (StepKind, usize, Option<Side>);

    /// The second at which something became true.
    type Told = (u64, EventKind);

    /// A plan of steps of ten seconds.
    fn plan(steps: &[Sketch]) -> Plan {
        let length = Duration::from_secs(10);
        let mut start = Duration::ZERO;
        let steps: Vec<_> = steps
            .iter()
            .map(|&(kind, exercise, side)| {
                let step = Step {
                    kind,
                    start,
                    duration: Some(length),
                    exercise,
                    side,
                    set: None,
                    rep: None,
                };
                start += length;
                step
            })
            .collect();
        Plan {
            steps,
            total: start,
        }
    }

    /// What is heard of each wake-up, which is the events of it.
    fn heard(plan: &Plan, wake_ups: &[&[Told]]) -> Vec<Option<Heard>> {
        let mut cues = Cues::default();
        wake_ups
            .iter()
            .map(|events| {
                let events: Vec<_> = events
                    .iter()
                    .map(|&(second, kind)| Event {
                        at: Duration::from_secs(second),
                        kind,
                    })
                    .collect();
                cues.hear(&events, plan)
            })
            .collect()
    }

    fn began(step: usize) -> EventKind {
        EventKind::StepBegan { step }
    }

    fn cue(cue: Cue) -> Heard {
        Heard::Cue(cue)
    }

    #[test]
    fn a_step_begins_with_the_one_cue_that_tells_what_to_do_next() {
        use StepKind::{Hold, Prepare, Reps, Rest, Switch, Wait};
        let l = Some(Left);
        let r = Some(Right);
        let cases: &[(&str, &[Sketch], Cue)] = &[
            ("first", &[(Prepare, 0, None)], Cue::GetReady),
            (
                "after getting ready",
                &[(Prepare, 0, l), (Hold, 0, l)],
                Cue::HoldStart,
            ),
            (
                "paced",
                &[(Prepare, 0, None), (Reps, 0, None)],
                Cue::HoldStart,
            ),
            (
                "open",
                &[(Prepare, 0, None), (Wait, 0, None)],
                Cue::HoldStart,
            ),
            ("a rest", &[(Hold, 0, l), (Rest, 0, l)], Cue::HoldEnd),
            (
                "after a rest",
                &[(Hold, 0, l), (Rest, 0, l), (Hold, 0, l)],
                Cue::HoldStart,
            ),
            (
                "no rest between",
                &[(Hold, 0, l), (Hold, 0, l)],
                Cue::HoldStart,
            ),
            (
                "changing sides",
                &[(Hold, 0, l), (Switch, 0, r)],
                Cue::SwitchSides,
            ),
            (
                "after changing sides",
                &[(Hold, 0, l), (Switch, 0, r), (Hold, 0, r)],
                Cue::HoldStart,
            ),
            (
                "no time to change sides",
                &[(Hold, 0, l), (Hold, 0, r)],
                Cue::SwitchSides,
            ),
            (
                "between sets",
                &[(Hold, 0, r), (Rest, 0, l), (Hold, 0, l)],
                Cue::HoldStart,
            ),
            (
                "before the next exercise",
                &[(Hold, 0, r), (Rest, 0, None)],
                Cue::HoldEnd,
            ),
            (
                "the next exercise",
                &[(Rest, 0, None), (Prepare, 1, l)],
                Cue::GetReady,
            ),
            (
                "the next exercise at once",
                &[(Hold, 0, r), (Hold, 1, l)],
                Cue::HoldStart,
            ),
        ];
        for (name, steps, expected) in cases {
            let plan = plan(steps);
            let mut cues = Cues::default();
            let last = (0..steps.len())
                .map(|step| {
                    let event = Event {
                        at: plan.steps[step].start,
                        kind: began(step),
                    };
                    cues.hear(&[event], &plan)
                })
                .last()
                .unwrap();
            assert_eq!(last, Some(cue(*expected)), "{name}");
        }
    }

    #[test]
    fn going_back_to_the_same_side_is_no_change_of_sides() {
        let plan = plan(&[
            (StepKind::Hold, 0, Some(Left)),
            (StepKind::Hold, 0, Some(Right)),
        ]);
        let wake_ups: &[&[Told]] = &[
            &[(0, began(0))],
            &[(10, began(1))],
            &[(15, began(1))],
            &[(16, began(0))],
        ];
        assert_eq!(
            heard(&plan, wake_ups),
            [
                Some(cue(Cue::HoldStart)),
                Some(cue(Cue::SwitchSides)),
                Some(cue(Cue::HoldStart)),
                Some(cue(Cue::SwitchSides)),
            ]
        );
    }

    #[test]
    fn one_moment_makes_one_sound_the_more_important_and_a_late_wake_up_the_latest() {
        use EventKind::{Beat, Completed, Halfway, LastSeconds, RestEnding};
        let plan = plan(&[
            (StepKind::Hold, 0, None),
            (StepKind::Reps, 0, None),
            (StepKind::Rest, 0, None),
        ]);
        let tick = LastSeconds { step: 0, left: 3 };
        let cases: &[(&str, &[Told], Cue)] = &[
            (
                "middle and last seconds",
                &[(3, Halfway { step: 0 }), (3, tick)],
                Cue::LastSecond,
            ),
            (
                "the same, the other way round",
                &[(3, tick), (3, Halfway { step: 0 })],
                Cue::LastSecond,
            ),
            (
                "the first repetition",
                &[(10, began(1)), (10, Beat { step: 1, rep: 1 })],
                Cue::HoldStart,
            ),
            (
                "a short rest",
                &[(20, began(2)), (20, RestEnding { step: 2 })],
                Cue::HoldEnd,
            ),
            (
                "late over the end of a hold",
                &[(9, tick), (10, began(1))],
                Cue::HoldStart,
            ),
            (
                "late within a hold",
                &[(10, began(1)), (14, Beat { step: 1, rep: 2 })],
                Cue::Beat,
            ),
            (
                "the end",
                &[(29, RestEnding { step: 2 }), (30, Completed)],
                Cue::Finished,
            ),
        ];
        for (name, events, expected) in cases {
            assert_eq!(heard(&plan, &[events]), [Some(cue(*expected))], "{name}");
        }
    }

    #[test]
    fn what_hurts_is_stopped_in_silence_until_the_person_goes_on() {
        let plan = plan(&[(StepKind::Hold, 0, None), (StepKind::Prepare, 1, None)]);
        let hurt = (3, EventKind::Hurt { step: 0 });
        let paused = (3, EventKind::Paused(Pause::Hurts));
        let stopped = (5, EventKind::Stopped(StopReason::Pain));
        let quiet = Some(Heard::Silence);
        let cases: &[(&str, &[Told], Option<Heard>)] = &[
            ("ended", &[stopped], quiet),
            (
                "on to the next exercise",
                &[(5, began(1))],
                Some(cue(Cue::GetReady)),
            ),
            ("resumed", &[(5, EventKind::Resumed)], None),
        ];
        for (name, then, expected) in cases {
            assert_eq!(
                heard(&plan, &[&[(0, began(0))], &[hurt, paused], then]),
                [Some(cue(Cue::HoldStart)), quiet, *expected],
                "{name}"
            );
        }
        let resumed_and_stopped: &[&[Told]] =
            &[&[hurt, paused], &[(5, EventKind::Resumed)], &[stopped]];
        assert_eq!(
            heard(&plan, resumed_and_stopped)[2],
            Some(cue(Cue::Stopped))
        );
    }

    #[test]
    fn a_pause_is_silent_even_after_a_cue_of_the_same_wake_up() {
        let plan = plan(&[(StepKind::Hold, 0, None)]);
        let wake_ups: &[&[Told]] = &[
            &[(0, EventKind::Started), (0, began(0))],
            &[
                (5, EventKind::Halfway { step: 0 }),
                (6, EventKind::Paused(Pause::Asked)),
            ],
            &[(8, EventKind::Resumed)],
            &[(9, EventKind::Second { step: 0 })],
        ];
        assert_eq!(
            heard(&plan, wake_ups),
            [Some(cue(Cue::HoldStart)), Some(Heard::Silence), None, None]
        );
    }
}
