//! Sessions that were cut off, and going on with them.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use super::super::{Log, Note, Recorder, SessionOutcome};
use super::{DEVICE, Record, noon};
use crate::day::Day;
use crate::plan::{Plan, StepKind};
use crate::routine::{Dose, Exercise, ExerciseGroup, Routine, Sides, StepDose, WeekStep};
use crate::runner::Record as _;
use crate::session::{
    Answer, Attempt, Command, Event, EventKind, Outcome, Pause, Reading, Session, StopReason,
};

/// A routine of two exercises, each a hold of twenty seconds on both sides; the second is optional.
fn routine() -> Arc<Routine> {
    let exercise = |id: &str| Exercise {
        dose: Dose::Hold {
            hold: Duration::from_secs(20),
            reps: 1,
        },
        sides: Sides::Each,
        ..Exercise::new(id, "Exercise")
    };
    let optional = Exercise {
        optional: true,
        ..exercise("back")
    };
    let exercises = vec![exercise("knee"), optional];
    Arc::new(Routine::new("both", "Both", exercises))
}

/// Gives a recorder what a session of this routine says.
fn tell(recorder: &mut Recorder, routine: &Routine, kinds: &[EventKind]) {
    let plan = Plan::of(routine);
    for kind in kinds {
        let at = Duration::ZERO;
        recorder.event(&Event { at, kind: *kind }, &plan);
    }
}

fn attempted(step: usize, held: u64) -> EventKind {
    EventKind::Attempted(Attempt {
        step,
        prescribed: Some(Duration::from_secs(20)),
        held: Duration::from_secs(held),
        outcome: if held < 20 {
            Outcome::CutShort
        } else {
            Outcome::Done
        },
        again: held < 20,
    })
}

#[test]
fn a_session_of_some_exercises_is_gone_on_with_those_and_the_doses_of_its_week() {
    let record = Record::new();
    let log = record.open();
    let exercises = ["knee", "hip", "neck"].map(|name| Exercise::new(name, name));
    let mut whole = Routine::new("lower-back", "Back", exercises.into());
    whole.sha256 = "00ff".to_owned();
    whole.exercises[1].steps = vec![WeekStep {
        from_week: 3,
        dose: StepDose {
            sets: Some((2, 0)),
            ..StepDose::default()
        },
        ..WeekStep::default()
    }];
    let part = Arc::new(whole.part(3, |index| index == 1));
    let plan = Plan::of(&part);
    let first = plan.work().next().unwrap().0;
    let mut recorder = Recorder::new(&log, &part, None);
    let events = [EventKind::Started, attempted(first, 20)];
    tell(&mut recorder, &part, &events);
    drop(recorder);
    let here = noon();
    let unfinished = log.history().unfinished(log.device(), &here).unwrap();
    let began = unfinished.started.date();
    whole.schedule.first_day = Some(began.saturating_sub(jiff::ToSpan::days(14)));
    assert_eq!(unfinished.part_of(&whole).exercises, part.exercises);
    assert!(unfinished.can_go_on(&whole, &Day::new(here.date())));
}

#[test]
fn a_session_that_was_cut_off_goes_on_as_the_same_session() {
    let record = Record::new();
    let log = record.open();
    let routine = routine();
    let plan = Plan::of(&routine);
    let work: Vec<usize> = plan.work().map(|(step, _)| step).collect();

    let mut recorder = Recorder::new(&log, &routine, Some(3));
    let away = Duration::from_secs(10);
    let events = [
        EventKind::Started,
        EventKind::Hurt { step: work[0] },
        EventKind::Answered(Answer::Easier),
        attempted(work[0], 5),
        attempted(work[0], 20),
        EventKind::Paused(Pause::Interrupted { away }),
        EventKind::Resumed,
    ];
    tell(&mut recorder, &routine, &events);
    assert_eq!(log.history().sessions, [], "it is running");
    drop(recorder);

    let here = noon();
    let unfinished = log.history().unfinished(log.device(), &here).unwrap();
    assert_eq!(unfinished.next_hold, work[1]);
    assert_eq!(&*unfinished.routine.sha256, routine.sha256);
    let going_on = unfinished.session(&routine);
    let (first, step) = going_on.step();
    assert_eq!((first, step.kind), (work[1] - 1, StepKind::Prepare));
    assert!(going_on.is_eased(), "the record tells of the answer");

    // The second one goes on with nothing.
    let taken_up = log.take_up(unfinished.session, &here).unwrap();
    assert_eq!(taken_up.unfinished, unfinished);
    assert!(log.take_up(unfinished.session, &here).is_none());
    let other = record.open();
    assert!(other.take_up(unfinished.session, &here).is_none());
    assert_eq!(log.history().sessions, [], "it is running");
    let mut recorder = Recorder::go_on(&log, &routine, taken_up);
    let rest = work[1..].iter().map(|step| attempted(*step, 15));
    let events: Vec<_> = std::iter::once(EventKind::Started)
        .chain(rest)
        .chain([EventKind::Completed])
        .collect();
    tell(&mut recorder, &routine, &events);
    let history = log.history();
    let [session] = &history.sessions[..] else {
        panic!("{:?}", history.sessions);
    };
    assert_eq!(session.id, recorder.session());
    assert_eq!(session.outcome, SessionOutcome::Completed);
    assert_eq!(session.pain_before, Some(3));
    assert_eq!(
        (session.held_ms(), session.prescribed_ms()),
        (65_000, 80_000)
    );
    let optional: Vec<bool> = session.holds.iter().map(|hold| hold.optional).collect();
    assert_eq!(optional, [false, false, true, true]);
    assert_eq!(history.unfinished(log.device(), &here), None);

    let text = fs::read_to_string(record.file("2026.jsonl")).unwrap();
    for fact in [
        r#""fact":{"hurt":{"step":1,"exercise":"knee","side":"left"}}"#,
        r#""fact":{"away":{"away_ms":10000}}"#,
        r#""fact":{"continued":{"step":3}}"#,
    ] {
        assert_eq!(text.matches(fact).count(), 1, "{fact} in\n{text}");
    }
}

#[test]
fn a_session_stopped_for_lack_of_time_goes_on_at_the_hold_that_was_cut_short() {
    for (reason, pain_after, goes_on) in [
        (StopReason::NoTime, None, true),
        (StopReason::NoTime, Some(3), true),
        (StopReason::NoTime, Some(4), false),
        (StopReason::Other, None, false),
        (StopReason::Pain, None, false),
    ] {
        let record = Record::new();
        let log = record.open();
        let routine = routine();
        let plan = Plan::of(&routine);
        let work: Vec<usize> = plan.work().map(|(step, _)| step).collect();
        let mut recorder = Recorder::new(&log, &routine, Some(3));
        let events = [
            EventKind::Started,
            attempted(work[0], 20),
            attempted(work[1], 5),
            EventKind::Stopped(reason),
        ];
        tell(&mut recorder, &routine, &events);
        let session = recorder.session();
        drop(recorder);
        log.note(
            session,
            Note {
                pain_after,
                ..Note::default()
            },
        );
        let unfinished = || {
            let history = log.history();
            let unfinished = history.unfinished(log.device(), &noon())?;
            let day = history.day(&noon(), Some(unfinished.session));
            unfinished.can_go_on(&routine, &day).then_some(unfinished)
        };
        let next_hold = unfinished().map(|it| it.next_hold);
        let reported = (reason, pain_after);
        assert_eq!(next_hold, goes_on.then_some(work[1]), "{reported:?}");
        if !goes_on {
            continue;
        }
        // Cut off once more, it is no longer one that was stopped.
        let taken_up = log.take_up(session, &noon()).unwrap();
        let mut recorder = Recorder::go_on(&log, &routine, taken_up);
        let events = [EventKind::Started, attempted(work[1], 20)];
        tell(&mut recorder, &routine, &events);
        assert_eq!(log.history().sessions, [], "it is running");
        drop(recorder);
        let history = log.history();
        assert_eq!(history.sessions[0].outcome, SessionOutcome::Interrupted);
        assert_eq!(unfinished().map(|it| it.next_hold), Some(work[2]));
    }
}

#[test]
fn what_is_jumped_over_is_written_the_moment_it_is() {
    let record = Record::new();
    let log = record.open();
    let routine = routine();
    let mut recorder = Recorder::new(&log, &routine, None);
    let mut course = Session::new(Arc::clone(&routine));
    let mut events = Vec::new();
    let at = |seconds| Reading {
        monotonic: Duration::from_secs(seconds),
        with_sleep: Duration::from_secs(seconds),
    };
    course.apply(Command::Start, at(0), &mut events).unwrap();
    course.advance(at(1), &mut events);
    course
        .apply(Command::SkipExercise, at(1), &mut events)
        .unwrap();
    for event in &events {
        recorder.event(event, course.plan());
    }
    assert_eq!(log.flush(), Ok(()));
    let file = record.file("2026.jsonl");
    let text = fs::read_to_string(file).unwrap();
    for side in ["left", "right"] {
        let skipped = format!(
            r#""exercise":"knee","name":"Exercise","side":"{side}","set":1,"rep":1,"prescribed_ms":20000,"held_ms":0,"outcome":"skipped""#
        );
        assert!(text.contains(&skipped), "{text}");
    }
}

#[test]
fn a_session_that_never_started_leaves_no_trace() {
    let record = Record::new();
    let log = record.open();
    let routine = routine();
    let mut recorder = Recorder::new(&log, &routine, None);
    tell(
        &mut recorder,
        &routine,
        &[EventKind::Stopped(StopReason::Other)],
    );
    drop(recorder);
    assert_eq!(log.flush(), Ok(()));
    assert!(!record.log().join(DEVICE).exists());
}

/// Two exercises of a hold on each side, in three rounds.
fn in_rounds() -> Arc<Routine> {
    let circuit = Arc::new(ExerciseGroup {
        name: "Circuit".to_owned(),
        rounds: 3,
        more_rounds: 0,
        rest_between_rounds: Duration::from_secs(30),
        choose: None,
    });
    let mut rounds = Routine::clone(&routine());
    let exercises = rounds.exercises.into_iter();
    let exercises = exercises.map(|exercise| Exercise {
        optional: false,
        ..exercise.in_group(&circuit)
    });
    rounds.exercises = exercises.collect();
    rounds.sha256 = "00ff".to_owned();
    Arc::new(rounds)
}

/// A session [`in_rounds`] that was recorded up to its end or to where it was cut off.
struct RecordedInRounds {
    routine: Arc<Routine>,
    /// The steps of work of its plan.
    work: Vec<usize>,
    log: Log,
    _record: Record,
}

impl RecordedInRounds {
    /// With these events, given the steps of work.
    fn with(events: impl Fn(&[usize]) -> Vec<EventKind>) -> Self {
        let record = Record::new();
        let log = record.open();
        let routine = in_rounds();
        let plan = Plan::of(&routine);
        let work: Vec<usize> = plan.work().map(|(step, _)| step).collect();
        let mut recorder = Recorder::new(&log, &routine, None);
        tell(&mut recorder, &routine, &events(&work));
        drop(recorder);
        Self {
            routine,
            work,
            log,
            _record: record,
        }
    }
}

#[test]
fn what_was_done_in_rounds_is_counted_by_exercise_and_round() {
    // All of the first two rounds, and one side of the first exercise in the third.
    let RecordedInRounds {
        work, _record, log, ..
    } = RecordedInRounds::with(|work| {
        let done = work[..9].iter().map(|step| attempted(*step, 20));
        [EventKind::Started].into_iter().chain(done).collect()
    });
    let history = log.history();
    let session = &history.sessions[0];
    let tally = session.tally();
    assert_eq!((tally.steps.done, tally.steps.of), (9, 12));
    assert_eq!(session.prescribed_ms(), 12 * 20_000);
    let by_exercise = crate::progress::by_exercise(session.dose());
    let done: Vec<_> = by_exercise
        .iter()
        .map(|(id, tally)| (*id, tally.steps.done, tally.steps.of))
        .collect();
    assert_eq!(done, [("knee", 5, 6), ("back", 4, 6)]);
    let rounds: Vec<_> = session.holds.iter().map(|hold| hold.set).collect();
    let expected = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3].map(Some);
    assert_eq!(rounds, expected, "in the order in which they were done");
    let unfinished = history.unfinished(log.device(), &noon()).unwrap();
    assert_eq!(unfinished.next_hold, work[9]);
}

#[test]
fn what_hurt_in_a_circuit_stays_left_out_of_its_further_rounds_when_a_session_goes_on() {
    let RecordedInRounds {
        routine,
        _record,
        log,
        ..
    } = RecordedInRounds::with(first_hurts_in_first_round);
    let history = log.history();
    let unfinished = history.unfinished(log.device(), &noon()).unwrap();
    let going_on = unfinished.session(&routine);
    let left_out: Vec<usize> = going_on.plan().left_out.iter().copied().collect();
    assert_eq!(left_out, [0]);
    // Of an exercise by itself nothing is left out: it comes no more.
    let alone = self::routine();
    let session = unfinished.session(&alone);
    assert!(session.plan().left_out.is_empty());
}

/// Of the circuit [`in_rounds`]: the first exercise hurts on its second side and is skipped.
fn first_hurts_in_first_round(work: &[usize]) -> Vec<EventKind> {
    vec![
        EventKind::Started,
        attempted(work[0], 20),
        EventKind::Hurt { step: work[1] },
        EventKind::Answered(Answer::Skipped),
        EventKind::Attempted(Attempt {
            outcome: Outcome::Skipped,
            again: false,
            held: Duration::ZERO,
            step: work[1],
            prescribed: Some(Duration::from_secs(20)),
        }),
        attempted(work[2], 20),
    ]
}

#[test]
fn a_session_goes_on_with_what_did_not_hurt() {
    let RecordedInRounds {
        routine,
        work,
        _record,
        log,
    } = RecordedInRounds::with(|work| {
        let mut events = first_hurts_in_first_round(work);
        events.push(attempted(work[3], 20));
        events
    });
    let history = log.history();
    let mut unfinished = history.unfinished(log.device(), &noon()).unwrap();
    assert_eq!(
        unfinished.next_hold, work[4],
        "the second round of what hurt"
    );
    let going_on = unfinished.session(&routine);
    let (_, step) = going_on.step();
    assert_eq!((step.exercise, step.kind), (1, StepKind::Prepare));
    let first = unfinished.first_step(&routine, &Plan::of(&routine));
    assert_eq!(first, work[6], "as the record has it");
    let place = |at: usize| going_on.plan().steps[going_on.plan().from_record(at)];
    for left_out in [work[4], work[5]] {
        assert_eq!(place(left_out).exercise, 0);
        let step = going_on.plan().from_record(left_out);
        let mut before = going_on.done_before().iter();
        let attempt = before.find(|attempt| attempt.step == step).unwrap();
        assert_eq!(attempt.outcome, Outcome::Skipped);
    }
    let day = Day::new(noon().date());
    assert!(unfinished.can_go_on(&routine, &day));
    // Where the other hurt too, nothing is left.
    unfinished.left_out.push("back".into());
    assert!(!unfinished.can_go_on(&routine, &day));
}
