//! A circuit by ear: which round it is, and how its exercises are done in the first of them alone.

use super::*;
use crate::routine::ExerciseGroup;

fn circuit(rounds: u32) -> Arc<ExerciseGroup> {
    Arc::new(ExerciseGroup {
        name: "Strength circuit".to_owned(),
        rounds,
        more_rounds: 0,
        rest_between_rounds: Duration::from_secs(30),
        choose: None,
    })
}

fn exercise(name: &str, sides: Sides) -> Exercise {
    Exercise {
        dose: Dose::Paced {
            reps: 2,
            pace: Duration::from_secs(5),
        },
        sides,
        prepare: Duration::from_secs(30),
        instructions: vec![format!("{name} as deep as you can.")],
        easier: Some(format!("{name} half as deep.")),
        countdown: 0,
        ..Exercise::new(name, name)
    }
}

fn squat_and_lunge(rounds: u32, language: &str) -> Routine {
    let group = circuit(rounds);
    let exercises = [
        exercise("Squat", Sides::None).in_group(&group),
        exercise("Lunge", Sides::Each).in_group(&group),
    ];
    let mut routine = Routine::new("legs", "Legs", exercises.into());
    routine.language = language.to_owned();
    routine
}

fn texts(course: &Course) -> Vec<String> {
    let said = course.said.iter().flat_map(|(_, texts)| texts.clone());
    said.collect()
}

#[test]
fn a_round_is_told_when_it_begins_and_instructions_are_told_in_the_first() {
    let mut course = Course::of(squat_and_lunge(2, "en"));
    course.until(400);
    let said = texts(&course);
    let count = |text: &str| said.iter().filter(|it| *it == text).count();
    assert_eq!(count("Strength circuit: 2 rounds."), 1, "{said:?}");
    assert_eq!(count("Round 2 of 2"), 1, "{said:?}");
    assert_eq!(count("Next: Round 2 of 2."), 1, "{said:?}");
    for name in ["Squat", "Lunge"] {
        assert_eq!(count(name), 2, "{name} is named in each round: {said:?}");
        let how = format!("{name} as deep as you can.");
        assert_eq!(count(&how), 1, "{how} {said:?}");
    }
    assert_eq!(count("Left side"), 2, "{said:?}");
    let beginning = said.iter().position(|it| it == "Round 2 of 2").unwrap();
    assert_eq!(said[beginning + 1], "Squat", "{said:?}");
}

#[test]
fn rounds_are_told_in_german_too() {
    let mut course = Course::of(squat_and_lunge(2, "de"));
    course.until(400);
    let said = texts(&course);
    for text in ["Strength circuit: 2 Runden.", "Runde 2 von 2"] {
        assert!(said.iter().any(|it| it == text), "{text}: {said:?}");
    }
}

#[test]
fn an_exercise_that_hurt_is_not_told_of_in_a_further_round() {
    let mut course = Course::of(squat_and_lunge(3, "en"));
    course.until(35);
    course.give(Command::Hurts);
    course.give(Command::SkipExercise);
    course.until(600);
    let said = texts(&course);
    let squats = said.iter().filter(|text| text.contains("Squat")).count();
    let told_before = ["Squat", "Squat as deep as you can."].len();
    assert_eq!(squats, told_before, "{said:?}");
    let count = |text: &str| said.iter().filter(|it| *it == text).count();
    assert_eq!(count("Strength circuit: 3 rounds."), 1, "{said:?}");
    assert_eq!(count("Next: Round 2 of 3."), 1, "{said:?}");
    assert!(said.iter().any(|it| it == "Round 3 of 3"), "{said:?}");
}

#[test]
fn the_easier_way_that_was_chosen_is_told_again_in_each_round() {
    let mut course = Course::of(squat_and_lunge(3, "en"));
    course.until(35);
    course.give(Command::Hurts);
    course.give(Command::Easier);
    course.until(600);
    let said = texts(&course);
    let easier = said.iter().filter(|it| *it == "Squat half as deep.");
    assert!(easier.count() >= 3, "{said:?}");
}
