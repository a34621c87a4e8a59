//! How late events are handed out on the machine's own clock, and whether lateness adds up.
//!
//! `cargo bench --bench punctuality -- 600` guides ten minutes of plan in real time; without a
//! number it is one minute.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use supple::clock::{Clock, SystemClock};
use supple::plan::Plan;
use supple::routine::{Dose, Exercise, Routine};
use supple::runner::{Record, Runner, Shell, Sound};
use supple::session::{Command, Event, EventKind, Session};
use supple::words::Message;

/// Tells of each event how late it came; ends with the session.
struct Stopwatch {
    clock: SystemClock,
    lateness: Option<Sender<Duration>>,
}

impl Sound for Stopwatch {
    fn events(&mut self, events: &[Event], _: &Plan) {
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

    fn trouble(&self) -> Option<Message> {
        None
    }
}

struct Unrecorded;

impl Record for Unrecorded {
    fn event(&mut self, _: &Event, _: &Plan) {}

    fn trouble(&self) -> Option<Message> {
        None
    }
}

fn main() {
    let asked = std::env::args()
        .rev()
        .find_map(|argument| argument.parse().ok());
    let seconds: u64 = asked.unwrap_or(60);
    let mut exercise = Exercise::new("hold", "Hold");
    exercise.prepare = Duration::ZERO;
    exercise.rest = Duration::from_secs(5);
    exercise.dose = Dose::Hold {
        hold: Duration::from_secs(10),
        reps: u32::try_from(seconds.div_ceil(15)).unwrap(),
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
        record: Box::new(Unrecorded),
        changed: Box::new(|| {}),
    };
    let runner = Runner::spawn(Session::new(routine), shell).unwrap();
    runner.send(Command::Start);
    let all: Vec<Duration> = measured.iter().collect();

    println!("{} events over {seconds} s of plan", all.len());
    report("all", &all);
    let (early, late) = all.split_at(all.len() / 2);
    report("first half", early);
    report("second half", late);
}

fn report(name: &str, lateness: &[Duration]) {
    let mut sorted = lateness.to_vec();
    sorted.sort_unstable();
    let at = |percent: usize| sorted[(sorted.len() - 1) * percent / 100];
    println!(
        "{name:>12}: median {:?}, 99th percentile {:?}, latest {:?}",
        at(50),
        at(99),
        at(100)
    );
}
