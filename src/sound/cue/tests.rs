//! What is heard of the events of a session.

use super::*;
use crate::plan::Movement;
use crate::routine::Side::{self, Left, Right};
use crate::session::{Pause, StopReason};

/// A kind of step, its exercise and its side.
type Sketch = (StepKind, usize, Option<Side>);

/// An event, and the second at which it happens.
type Timed = (u64, EventKind);

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
                extra: false,
                reps_before: 0,
                rep: None,
            };
            start += length;
            step
        })
        .collect();
    Plan {
        steps,
        total: start,
        put_in: None,
        left_out: std::collections::BTreeSet::new(),
    }
}

/// What is heard of each wake-up, which is the events of it.
fn heard(plan: &Plan, wake_ups: &[&[Timed]]) -> Vec<Option<Heard>> {
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
    let wake_ups: &[&[Timed]] = &[
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
    let beat = |rep| Beat {
        step: 1,
        movement: Movement { rep, side: None },
    };
    let cases: &[(&str, &[Timed], Cue)] = &[
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
            &[(10, began(1)), (10, beat(1))],
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
            &[(10, began(1)), (14, beat(2))],
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
    let cases: &[(&str, &[Timed], Option<Heard>)] = &[
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
    for (reason, expected) in [
        (StopReason::NoTime, Some(cue(Cue::Stopped))),
        (StopReason::Pain, quiet),
    ] {
        let resumed_and_stopped: &[&[Timed]] = &[
            &[hurt, paused],
            &[(5, EventKind::Resumed)],
            &[(6, EventKind::Stopped(reason))],
        ];
        assert_eq!(heard(&plan, resumed_and_stopped)[2], expected, "{reason:?}");
    }
}

#[test]
fn a_pause_is_silent_even_after_a_cue_of_the_same_wake_up() {
    let plan = plan(&[(StepKind::Hold, 0, None)]);
    let wake_ups: &[&[Timed]] = &[
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

#[test]
fn no_rest_calls_back_to_an_exercise_that_is_over() {
    use StepKind::{Hold, Prepare, Rest};
    let plan = plan(&[
        (Hold, 0, None),
        (Rest, 0, None),
        (Hold, 0, None),
        (Rest, 0, None),
        (Prepare, 1, None),
    ]);
    let ending = |step| (8, EventKind::RestEnding { step });
    let called = heard(&plan, &[&[ending(1)], &[ending(3)]]);
    assert_eq!(called, [Some(Heard::Cue(Cue::RestOver)), None]);
}
