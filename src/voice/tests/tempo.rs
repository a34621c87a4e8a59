//! Repetitions are led through their parts, on from the lower number to the upper one, and an
//! activity through its minutes.

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

#[test]
fn what_is_enough_is_said_and_the_count_goes_on_to_the_upper_number() {
    let squat = Exercise {
        dose: Dose::Paced {
            reps: 2,
            pace: Duration::from_secs(5),
        },
        more_reps: 1,
        tempo: Tempo::read("3s down, 2s up").unwrap(),
        prepare: Duration::from_secs(20),
        countdown: 0,
        ..Exercise::new("squat", "Squat")
    };
    let mut course = Course::of(Routine::new("legs", "Legs", vec![squat]));
    course.until(35);
    let said = course.said();
    let at = |second: u64| {
        said.iter()
            .find(|(at, _)| *at == second)
            .map(|(_, texts)| texts)
    };
    assert_eq!(at(25), Some(&vec!["2", "down"]));
    let on = at(30).unwrap().join(" ");
    assert!(on.starts_with("That was 2. Up to 3, if you can."), "{on}");
    assert_eq!(at(33), Some(&vec!["up"]));
}

#[test]
fn the_minutes_of_an_activity_are_told() {
    let walk = Exercise {
        dose: Dose::Timed {
            time: Duration::from_mins(3),
        },
        prepare: Duration::from_secs(20),
        ..Exercise::new("walk", "Walk")
    };
    let mut course = Course::of(Routine::new("walk", "Walk", vec![walk]));
    course.until(199);
    let said = course.said();
    let texts: Vec<String> = said
        .iter()
        .map(|(at, texts)| format!("{at} {}", texts.join(" ")))
        .collect();
    assert!(texts[0].contains("for 3 minutes"), "{texts:?}");
    assert_eq!(
        texts[texts.len() - 3..],
        ["20 Begin.", "80 2 minutes left.", "140 One minute left."]
    );
}
