//! What a session promises, in seconds since its start.

mod any_course;
mod circuit;
mod commands;
mod interruptions;
mod story;

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::routine::Dose;

/// A session with simulated clocks, and every event that it gave.
#[derive(Clone)]
struct Course {
    session: Session,
    now: Reading,
    events: Vec<Event>,
}

/// Where the monotonic clock stands at a course's start: not at zero, as no real one does.
const BEGINNING: Duration = Duration::from_millis(77_123);

impl Course {
    fn of(exercises: Vec<Exercise>) -> Self {
        Self::over(Session::new(Arc::new(Routine::new(
            "test", "Test", exercises,
        ))))
    }

    fn over(session: Session) -> Self {
        Self {
            session,
            now: Reading {
                monotonic: BEGINNING,
                with_sleep: 5 * BEGINNING,
            },
            events: Vec::new(),
        }
    }

    fn started(exercises: Vec<Exercise>) -> Self {
        let mut course = Self::of(exercises);
        course.apply(Command::Start).unwrap();
        course
    }

    /// Lets time pass as a runner does: one call at each deadline, and one at the end.
    fn until(&mut self, seconds: f64) -> &mut Self {
        let end = BEGINNING + Duration::from_secs_f64(seconds);
        while let Some(deadline) = self.session.next_deadline().filter(|&next| next < end) {
            self.pass(deadline.saturating_sub(self.now.monotonic));
        }
        self.pass(end.saturating_sub(self.now.monotonic))
    }

    /// Lets time pass in a single call.
    fn pass(&mut self, time: Duration) -> &mut Self {
        self.pass_with_sleep(time, Duration::ZERO)
    }

    /// Lets time pass of which the monotonic clock leaves some out, in a single call.
    fn pass_with_sleep(&mut self, awake: Duration, asleep: Duration) -> &mut Self {
        self.now.monotonic += awake;
        self.now.with_sleep += awake + asleep;
        self.session.advance(self.now, &mut self.events);
        self
    }

    fn apply(&mut self, command: Command) -> Result<(), Refusal> {
        self.session.apply(command, self.now, &mut self.events)
    }

    /// Obeys commands, each at its second.
    fn commands(&mut self, commands: &[(f64, Command)]) -> &mut Self {
        for &(seconds, command) in commands {
            self.until(seconds);
            assert_eq!(self.apply(command), Ok(()), "{command:?} at {seconds}");
        }
        self
    }

    /// What happened from `seconds` on, one line for each event but the plain seconds.
    fn story_from(&self, seconds: f64) -> Vec<String> {
        let from = BEGINNING + Duration::from_secs_f64(seconds);
        self.events
            .iter()
            .filter(|event| event.at >= from && !matches!(event.kind, EventKind::Second { .. }))
            .map(line)
            .collect()
    }

    fn attempts(&self) -> Vec<Attempt> {
        self.events
            .iter()
            .filter_map(|event| match event.kind {
                EventKind::Attempted(attempt) => Some(attempt),
                _ => None,
            })
            .collect()
    }
}

fn line(event: &Event) -> String {
    let what = match event.kind {
        EventKind::Started => "started".to_owned(),
        EventKind::StepBegan { step } => format!("step {step}"),
        EventKind::Second { step } => format!("second of {step}"),
        EventKind::Minute { left, .. } => format!("{left} minutes left"),
        EventKind::Halfway { .. } => "halfway".to_owned(),
        EventKind::LastSeconds { left, .. } => format!("last {left}"),
        EventKind::Beat { movement, .. } => match movement.side {
            Some(side) => format!("beat {} {side:?}", movement.rep),
            None => format!("beat {}", movement.rep),
        },
        EventKind::Part { part, .. } => format!("part {part}"),
        EventKind::RestEnding { .. } => "rest ending".to_owned(),
        EventKind::Say { cue, .. } => format!("say {cue}"),
        EventKind::Attempted(Attempt {
            step,
            held,
            outcome,
            ..
        }) => format!("{outcome:?} {step} {}", held.as_secs_f64()),
        EventKind::Paused(Pause::Interrupted { away }) => {
            format!("interrupted {}", away.as_secs_f64())
        }
        EventKind::Paused(pause) => format!("paused {pause:?}"),
        EventKind::Resumed => "resumed".to_owned(),
        EventKind::Extended { .. } => "extended".to_owned(),
        EventKind::Hurt { step } => format!("hurt in {step}"),
        EventKind::Answered(answer) => format!("answered {answer:?}"),
        EventKind::Completed => "completed".to_owned(),
        EventKind::Stopped(reason) => format!("stopped {reason:?}"),
    };
    let at = event.at.saturating_sub(BEGINNING).as_secs_f64();
    format!("{at}: {what}")
}

/// Ten seconds to prepare, then `reps` holds of 20 s with 5 s between them.
fn holds(reps: u32) -> Exercise {
    let mut exercise = Exercise::new("holds", "Holds");
    exercise.dose = Dose::Hold {
        hold: Duration::from_secs(20),
        reps,
    };
    exercise
}

/// Ten seconds to prepare, then one hold of so many seconds.
fn hold_of(seconds: u64) -> Exercise {
    let mut exercise = holds(1);
    exercise.dose = Dose::Hold {
        hold: Duration::from_secs(seconds),
        reps: 1,
    };
    exercise
}

/// Ten seconds to prepare, then `reps` movements at a pace of 4 s.
fn paced(reps: u32) -> Exercise {
    let mut exercise = Exercise::new("paced", "Paced");
    exercise.dose = Dose::Paced {
        reps,
        pace: Duration::from_secs(4),
    };
    exercise
}

/// Ten seconds to prepare, then until done.
fn open() -> Exercise {
    let mut exercise = Exercise::new("open", "Open");
    exercise.dose = Dose::Open;
    exercise
}
