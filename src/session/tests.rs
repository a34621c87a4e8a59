//! What a session promises, told in seconds.
//!
//! The routine is small: 10 s to prepare, then for each side two holds of 20 s with 5 s between
//! them and 5 s to change sides; then a second exercise of three paced movements of 4 s, and a
//! third that is open.

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::routine::{Dose, Sides};

/// A session with a clock that is told where to go, and all that came of it.
struct Course {
    session: Session,
    monotonic: Duration,
    wall: jiff::Timestamp,
    events: Vec<Event>,
}

impl Course {
    fn of(exercises: Vec<Exercise>) -> Self {
        Self {
            session: Session::new(Arc::new(Routine::new("test", "Test", exercises))),
            monotonic: Duration::from_secs(1000),
            wall: jiff::Timestamp::from_second(1_800_000_000).unwrap(),
            events: Vec::new(),
        }
    }
}

#[test]
fn a_session_goes_through_all_of_its_plan() {
    let mut exercise = Exercise::new("a", "A");
    exercise.sides = Sides::Each;
    exercise.dose = Dose::Hold {
        hold: Duration::from_secs(20),
        reps: 2,
    };
    let mut course = Course::of(vec![exercise]);
    let reading = |c: &Course| Reading {
        monotonic: c.monotonic,
        wall: c.wall,
    };
    course
        .session
        .apply(Command::Start, reading(&course), &mut course.events)
        .unwrap();
    while let Some(deadline) = course.session.next_deadline() {
        course.wall += deadline - course.monotonic;
        course.monotonic = deadline;
        course.session.advance(reading(&course), &mut course.events);
    }
    for event in &course.events {
        println!(
            "{:?} {:?}",
            event.at - Duration::from_secs(1000),
            event.kind
        );
    }
    assert_eq!(course.session.state(), State::Completed);
}
