//! What holds whatever a person does and whenever they do it.

use super::*;
use crate::routine::{Side, Sides, SpokenCue};

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
                EventKind::Hurt { step: at } | EventKind::Extended { step: at } => {
                    assert_eq!(Some(at), step, "seed {seed}");
                }
                EventKind::Second { step: at }
                | EventKind::Halfway { step: at }
                | EventKind::LastSeconds { step: at, .. }
                | EventKind::Beat { step: at, .. }
                | EventKind::RestEnding { step: at }
                | EventKind::Say { step: at, .. } => {
                    assert_eq!(Some(at), step, "seed {seed}");
                    assert!(running, "seed {seed}: event {number} was told in a pause");
                }
            }
        }
        if course.session.state() == State::Completed {
            let attempts = course.attempts();
            for (work, _) in course.session.plan().work() {
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

/// How time is let pass between two commands.
#[derive(Clone, Copy)]
enum Calls {
    /// As a runner does it, and now and then late, asleep, or with a clock that is set.
    Disturbed,
    AtEachDeadline,
    AsSeldomAsTolerated,
}

fn course(seed: u64, calls: Calls) -> Course {
    let mut course = Course::of(routine(seed));
    replay(&mut course, &mut fastrand::Rng::with_seed(seed), calls);
    course
}

/// Up to eighty commands, each some time after the one before.
fn replay(course: &mut Course, random: &mut fastrand::Rng, calls: Calls) {
    let _ = course.apply(Command::Start);
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
        let _ = course.apply(command);
    }
}

fn command(random: &mut fastrand::Rng) -> Command {
    // What ends a session comes seldom, or few courses would get far.
    match random.u8(0..40) {
        0 => Command::Stop(StopReason::Other),
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
    (0..random.usize(1..4))
        .map(|_| exercise(&mut random))
        .collect()
}

fn exercise(random: &mut fastrand::Rng) -> Exercise {
    let mut exercise = Exercise::new("a", "A");
    let length = Duration::from_secs(random.u64(1..40));
    exercise.dose = match random.u8(0..4) {
        0 => Dose::Open,
        1 => Dose::Paced {
            reps: random.u32(1..6),
            pace: Duration::from_secs(random.u64(1..6)),
        },
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
    exercise.countdown = random.u32(0..6);
    exercise.halfway = random.bool();
    for pause in [
        &mut exercise.prepare,
        &mut exercise.rest,
        &mut exercise.switch,
        &mut exercise.rest_between_sets,
        &mut exercise.rest_after,
    ] {
        *pause = Duration::from_secs(random.u64(0..8));
    }
    exercise.cues = vec![SpokenCue {
        at: Duration::from_secs(random.u64(0..length.as_secs())),
        say: "Breathe.".to_owned(),
    }];
    exercise
}
