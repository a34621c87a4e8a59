//! What holds whatever a person does and whenever they do it.

use std::collections::BTreeSet;

use super::*;
use crate::routine::{ExerciseGroup, Side, Sides, SpokenCue, Tempo};

/// How many courses are tried; each is made of its number alone.
const COURSES: u64 = 1500;

#[test]
fn what_is_recorded_is_what_was_held_and_time_goes_forward() {
    for seed in 0..COURSES {
        let course = course(seed, Calls::Disturbed);
        let mut clock = Duration::ZERO;
        let mut running = false;
        let mut step = None;
        let mut held = Duration::ZERO;
        for (number, event) in course.events.iter().enumerate() {
            assert!(
                event.at >= clock,
                "seed {seed}: event {number} goes back in time"
            );
            if running {
                held += event.at.saturating_sub(clock);
            }
            clock = event.at;
            match event.kind {
                EventKind::Started | EventKind::Resumed => {
                    assert!(!running, "seed {seed}");
                    running = true;
                }
                // During a pause the person can say that it hurts: the reason of the pause changes.
                EventKind::Paused(_) | EventKind::Completed | EventKind::Stopped(_) => {
                    running = false;
                }
                EventKind::StepBegan { step: begun } => {
                    assert!(running, "seed {seed}: step {begun} began in a pause");
                    step = Some(begun);
                    held = Duration::ZERO;
                }
                EventKind::Attempted(attempt) if Some(attempt.step) != step => {
                    let not_begun = (Duration::ZERO, Outcome::Skipped);
                    assert_eq!((attempt.held, attempt.outcome), not_begun, "seed {seed}");
                }
                EventKind::Attempted(attempt) => {
                    let is_skipped = attempt.outcome == Outcome::Skipped;
                    assert!(!is_skipped || held < Duration::from_secs(2), "seed {seed}");
                    assert_eq!(attempt.held, held, "seed {seed}: event {number}");
                }
                EventKind::Answered(_) => assert!(!running, "seed {seed}"),
                EventKind::Extended { step: at } => assert_eq!(Some(at), step, "seed {seed}"),
                EventKind::Hurt { step: at } => {
                    // In the rest between two rounds it is what was done before.
                    let now = step.unwrap();
                    let is_rest = course.session.plan().steps[now].kind == StepKind::Rest;
                    assert!(at == now || at < now && is_rest, "seed {seed}");
                }
                EventKind::Second { step: at }
                | EventKind::Halfway { step: at }
                | EventKind::Minute { step: at, .. }
                | EventKind::LastSeconds { step: at, .. }
                | EventKind::Beat { step: at, .. }
                | EventKind::Part { step: at, .. }
                | EventKind::RestEnding { step: at }
                | EventKind::Say { step: at, .. } => {
                    assert_eq!(Some(at), step, "seed {seed}");
                    assert!(running, "seed {seed}: event {number} was told in a pause");
                }
            }
        }
        if course.session.state() == State::Completed {
            let attempts = course.attempts();
            let first = first_step(seed);
            for (work, _) in course
                .session
                .plan()
                .work()
                .filter(|(work, _)| *work >= first)
            {
                let recorded = attempts.iter().any(|attempt| attempt.step == work);
                assert!(recorded, "seed {seed}: step {work} vanished");
            }
        }
    }
}

#[test]
fn a_forecast_is_what_comes_if_nobody_intervenes() {
    for seed in 0..COURSES / 10 {
        let mut course = course(seed, Calls::AtEachDeadline);
        let (before, after) = (course.events.len(), Duration::from_mins(1));
        let forecast = course.session.forecast(after);
        let since = course.session.as_of().saturating_sub(BEGINNING);
        course.until((since + after).as_secs_f64());
        assert_eq!(forecast, course.events[before..], "seed {seed}");
    }
}

#[test]
fn the_same_course_gives_the_same_events() {
    for seed in 0..COURSES / 10 {
        assert_eq!(
            course(seed, Calls::Disturbed).events,
            course(seed, Calls::Disturbed).events
        );
    }
}

#[test]
fn it_does_not_matter_how_often_the_session_is_called() {
    for seed in 0..COURSES {
        let often = course(seed, Calls::AtEachDeadline);
        let seldom = course(seed, Calls::AsSeldomAsTolerated);
        assert_eq!(often.events, seldom.events, "seed {seed}");
    }
}

/// The courses above would prove little if they never came to where a session has a choice.
#[test]
fn the_courses_come_to_every_event_and_every_refusal() {
    let mut met = BTreeSet::new();
    for seed in 0..COURSES {
        let mut course = Course::over(begun(seed));
        let refusals = replay(
            &mut course,
            &mut fastrand::Rng::with_seed(seed),
            Calls::Disturbed,
        );
        met.extend(refusals.iter().map(|refusal| format!("{refusal:?}")));
        met.extend(course.events.iter().map(|event| match event.kind {
            EventKind::Attempted(attempt) => format!("{:?}", attempt.outcome),
            EventKind::Paused(Pause::Interrupted { .. }) => "Interrupted".to_owned(),
            kind => {
                let reported = format!("{kind:?}");
                reported.split(" {").next().unwrap_or_default().to_owned()
            }
        }));
    }
    let all = "AlreadyPaused AlreadyStarted Answered(Easier) Answered(Ended) Answered(Skipped) \
               Answered(WentOn) Beat Completed CutShort Done Extended Halfway Hurt Hurts Interrupted \
               LastSeconds LongEnough Minute NoEnd NotOpen NotPaused NotStarted Over Part Paused(Asked) \
               Paused(Hurts) RestEnding Resumed Say Second Skipped Started StepBegan Stopped(NoTime) \
               Stopped(Other) Stopped(Pain)";
    assert_eq!(met, all.split(' ').map(str::to_owned).collect());
}

/// How time is let pass between two commands.
#[derive(Clone, Copy)]
enum Calls {
    /// As a runner does it, and now and then late, asleep, or with a clock that is set.
    Disturbed,
    AtEachDeadline,
    AsSeldomAsTolerated,
}

fn course(seed: u64, calls: Calls) -> Course {
    let mut course = Course::over(begun(seed));
    replay(&mut course, &mut fastrand::Rng::with_seed(seed), calls);
    course
}

/// A session at its beginning; one in four goes on with a step of the dose.
fn begun(seed: u64) -> Session {
    let routine = Arc::new(Routine::new("test", "Test", routine(seed)));
    match first_step(seed) {
        0 => Session::new(routine),
        at => Session::going_on(routine, at),
    }
}

/// The step of the dose that a session goes on with, by its index in the routine's own plan; 0 for
/// one that begins with the first.
fn first_step(seed: u64) -> usize {
    if !seed.is_multiple_of(4) {
        return 0;
    }
    let plan = Plan::of(&Routine::new("test", "Test", routine(seed)));
    let work: Vec<usize> = plan.work().map(|(step, _)| step).collect();
    *fastrand::Rng::with_seed(seed).choice(&work).unwrap()
}

/// Up to eighty commands, each some time after the one before, and what was refused.
fn replay(course: &mut Course, random: &mut fastrand::Rng, calls: Calls) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if random.u8(0..20) == 0 {
        refusals.extend(course.apply(command(random)).err());
    }
    refusals.extend(course.apply(Command::Start).err());
    for _ in 0..random.u32(1..80) {
        let longest_millis = *random.choice(&[50, 3000, 40_000]).unwrap();
        let wait = Duration::from_millis(random.u64(0..longest_millis));
        let command = command(random);
        let nuisance = random.u8(0..10);
        match calls {
            Calls::Disturbed if nuisance == 0 => {
                course.pass(wait);
            }
            Calls::Disturbed if nuisance == 1 => {
                let asleep = Duration::from_millis(random.u64(0..90_000));
                course.pass_with_sleep(wait, asleep);
            }
            Calls::Disturbed if nuisance == 2 => {
                let back = wait.min(course.now.monotonic.saturating_sub(BEGINNING));
                course.now.monotonic -= back;
                course.now.with_sleep -= back;
            }
            Calls::Disturbed | Calls::AtEachDeadline => {
                let since = course.now.monotonic.saturating_sub(BEGINNING);
                course.until((since + wait).as_secs_f64());
            }
            Calls::AsSeldomAsTolerated => {
                let mut left = wait;
                while !left.is_zero() {
                    let stride = left.min(TOLERANCE);
                    course.pass(stride);
                    left = left.saturating_sub(stride);
                }
            }
        }
        refusals.extend(course.apply(command).err());
    }
    refusals
}

fn command(random: &mut fastrand::Rng) -> Command {
    // What ends a session comes seldom, or few courses would get far.
    match random.u8(0..40) {
        0 => {
            let reasons = [StopReason::Pain, StopReason::NoTime, StopReason::Other];
            Command::Stop(*random.choice(&reasons).unwrap())
        }
        1..3 => Command::SkipExercise,
        3..9 => Command::Skip,
        9..14 => Command::Back,
        14..20 => Command::Extend,
        20..23 => Command::Hurts,
        23..28 => Command::Pause,
        28..32 => Command::Done,
        32 => Command::Start,
        33 => Command::Easier,
        _ => Command::Resume,
    }
}

fn routine(seed: u64) -> Vec<Exercise> {
    let mut random = fastrand::Rng::with_seed(!seed);
    let exercises: Vec<Exercise> = (0..random.usize(1..4))
        .map(|_| exercise(&mut random))
        .collect();
    if random.u8(0..3) > 0 {
        return exercises;
    }
    // All of them, or all but the first.
    let group = circuit(&mut random);
    let alone = random.usize(0..2);
    let exercises = exercises.into_iter().enumerate();
    let exercises = exercises.map(|(index, exercise)| match index {
        0 if alone == 1 => exercise,
        _ => exercise.in_group(&group),
    });
    exercises.collect()
}

fn circuit(random: &mut fastrand::Rng) -> Arc<ExerciseGroup> {
    Arc::new(ExerciseGroup {
        name: "Circuit".to_owned(),
        rounds: random.u32(1..4),
        more_rounds: random.u32(0..3).saturating_sub(1),
        rest_between_rounds: seconds(random, 0, 8),
        choose: None,
    })
}

fn exercise(random: &mut fastrand::Rng) -> Exercise {
    let mut exercise = Exercise::new("a", "A");
    let length = seconds(random, 1, 40);
    exercise.dose = match random.u8(0..5) {
        0 => Dose::Open,
        4 => Dose::Timed {
            time: seconds(random, 1, 130),
        },
        1 => {
            exercise.tempo = tempo(random);
            let pace = match exercise.tempo.length() {
                Duration::ZERO => seconds(random, 1, 6),
                length => length,
            };
            let reps = random.u32(1..6);
            Dose::Paced { reps, pace }
        }
        _ => Dose::Hold {
            hold: length,
            reps: random.u32(1..4),
        },
    };
    let sides = [
        Sides::None,
        Sides::Left,
        Sides::Right,
        Sides::Each,
        Sides::Alternate,
    ];
    exercise.sides = *random.choice(&sides).unwrap();
    exercise.first_side = *random.choice(&[Side::Left, Side::Right]).unwrap();
    exercise.sets = random.u32(1..3);
    exercise.more_sets = random.u32(0..4).saturating_sub(2);
    if exercise.dose.reps().is_some() {
        exercise.more_reps = random.u32(0..4).saturating_sub(1);
    }
    exercise.countdown = *random.choice(&[0, 3, 5, 60]).unwrap();
    exercise.easier = random.bool().then(|| "Bend the knee.".to_owned());
    exercise.halfway = random.bool();
    for pause in [
        &mut exercise.prepare,
        &mut exercise.rest,
        &mut exercise.switch,
        &mut exercise.rest_between_sets,
        &mut exercise.rest_after,
    ] {
        *pause = seconds(random, 0, 8);
    }
    // At the first moment, at the last, and in between.
    exercise.cues = vec![SpokenCue {
        at: Duration::from_secs(random.u64(0..=length.as_secs())),
        say: "Breathe.".to_owned(),
    }];
    exercise
}

/// None for one in two.
fn tempo(random: &mut fastrand::Rng) -> Tempo {
    let texts = ["", "", "2s up, 1s hold, 3s down", "4s in, 6s out"];
    let text = *random.choice(&texts).unwrap();
    Tempo::read(text).unwrap_or_default()
}

/// Mostly fewer than `most` seconds, so that a course gets somewhere; now and then the least and the
/// most that the format allows.
fn seconds(random: &mut fastrand::Rng, least: u64, most: u64) -> Duration {
    Duration::from_secs(match random.u8(0..30) {
        0 => 3_600,
        1..3 => least,
        _ => random.u64(least..most),
    })
}
