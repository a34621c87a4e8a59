//! Repetitions are led through their parts.

use std::time::Duration;

use super::*;
use crate::routine::{Dose, Exercise, Routine, Tempo};

#[test]
fn each_repetition_is_counted_and_each_of_its_parts_is_named_where_it_begins() {
    let tempo = Tempo::read("3s up, 2s hold, 3s down").unwrap();
    let course = |language: &str| {
        let raise = Exercise {
            dose: Dose::Paced {
                reps: 2,
                pace: tempo.length(),
            },
            tempo: tempo.clone(),
            prepare: Duration::from_secs(20),
            countdown: 0,
            ..Exercise::new("raise", "Leg raise")
        };
        let mut routine = Routine::new("legs", "Legs", vec![raise]);
        routine.language = language.to_owned();
        let mut course = Course::of(routine);
        course.until(35);
        let said = course.said();
        let in_reps = said.into_iter().filter(|(second, _)| *second >= 20);
        let said = in_reps.map(|(second, texts)| format!("{second} {}", texts.join(" ")));
        said.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(
        course("en"),
        "20 1 up, 23 hold, 25 down, 28 2 up, 31 hold, 33 down"
    );
    assert_eq!(
        course("de"),
        "20 1 auf, 23 halten, 25 ab, 28 2 auf, 31 halten, 33 ab"
    );
}
