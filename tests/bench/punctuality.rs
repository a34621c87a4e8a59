//! How late events are handed out on the machine's own clock, and whether lateness adds up.

use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use supple::clock::{Clock, SystemClock};
use supple::history::Unrecorded;
use supple::routine::{Dose, Exercise, Routine};
use supple::runner::{Runner, Shell, Sound, SoundWarning};
use supple::session::{Command, Event, EventKind, Session};

use crate::figures::{Times, figure, heading, in_words};

/// As long as it takes: it is measured in real time.
const PLANNED: Duration = Duration::from_mins(2);

/// Tells of each event how late it came; ends with the session.
struct Stopwatch {
    clock: SystemClock,
    lateness: Option<Sender<Duration>>,
}

impl Sound for Stopwatch {
    fn events(&mut self, events: &[Event], _: &Session) {
        let now = self.clock.now().monotonic;
        for event in events {
            if let Some(lateness) = &self.lateness {
                lateness.send(now.saturating_sub(event.at)).unwrap();
            }
            if event.kind == EventKind::Completed {
                self.lateness = None;
            }
        }
    }

    fn warning(&self) -> Option<SoundWarning> {
        None
    }
}

pub(crate) fn run() {
    heading("Events of two minutes of plan, handed out late by");
    let lateness = lateness();
    let (early, late) = lateness.split_at(lateness.len() / 2);
    for (part, lateness) in [("the first minute", early), ("the second", late)] {
        let times = Times::from(lateness.to_vec());
        let [median, most, latest] = [50, 99, 100].map(|percent| in_words(times.at(percent)));
        figure(
            &format!("{part}, {} events", lateness.len()),
            &format!("median {median}, 99th percentile {most}, latest {latest}"),
        );
    }
}

fn lateness() -> Vec<Duration> {
    let mut exercise = Exercise::new("hold", "Hold");
    exercise.prepare = Duration::ZERO;
    exercise.rest = Duration::from_secs(5);
    exercise.dose = Dose::Hold {
        hold: Duration::from_secs(10),
        reps: u32::try_from(PLANNED.as_secs() / 15).unwrap(),
    };
    let routine = Arc::new(Routine::new("bench", "Bench", vec![exercise]));
    let clock = SystemClock::start();
    let (lateness, measured) = mpsc::channel();
    let shell = Shell {
        sound: Box::new(Stopwatch {
            clock: clock.clone(),
            lateness: Some(lateness),
        }),
        clock,
        record: Box::new(Unrecorded(None)),
        changed: Box::new(|| {}),
    };
    let runner = Runner::spawn(Session::new(routine), shell).unwrap();
    runner.send(Command::Start);
    measured.iter().collect()
}
