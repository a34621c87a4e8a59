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

#[test]
fn the_easier_way_that_is_chosen_in_the_rest_between_rounds_is_that_of_what_hurt() {
    let mut course = Course::of(squat_and_lunge(3, "en"));
    let rests = |course: &Course| {
        let (_, step) = course.session.step();
        step.kind == StepKind::Rest && step.set == Some(2)
    };
    let mut second = 0;
    while !rests(&course) {
        second += 1;
        course.until(second);
    }
    course.give(Command::Hurts);
    course.give(Command::Easier);
    course.until(900);
    let said = texts(&course);
    let count = |text: &str| said.iter().filter(|it| *it == text).count();
    assert_eq!(count("Squat half as deep."), 0, "{said:?}");
    assert!(
        count("Lunge half as deep.") >= 3,
        "now and in each round: {said:?}"
    );
}

/// The squats need care; how both are done takes some seconds to say.
fn with_care(prepare: Duration, pace: Duration) -> Course {
    let mut routine = squat_and_lunge(3, "en");
    for exercise in &mut routine.exercises {
        exercise.caution = Some(format!(
            "{} with care, no further than is good.",
            exercise.name
        ));
        exercise.prepare = prepare;
        exercise.prepare_is_written = true;
        exercise.dose = Dose::Paced { reps: 4, pace };
        exercise.rest_after = Duration::from_secs(20);
    }
    Course::of(routine)
}

#[test]
fn what_to_take_care_of_is_said_again_where_it_was_cut_off_in_the_round_before() {
    for skip in [Command::SkipExercise, Command::Skip] {
        let mut course = with_care(Duration::from_secs(30), Duration::from_secs(2));
        course.until(1);
        course.give(skip);
        course.until(20);
        course.said.clear();
        course.until(900);
        let said = texts(&course);
        for text in [
            "Squat with care, no further than is good.",
            "Squat as deep as you can.",
        ] {
            let count = said.iter().filter(|it| *it == text).count();
            assert_eq!(count, 1, "{skip:?}, {text} {said:?}");
        }
    }
}

#[test]
fn what_has_no_time_at_a_pace_is_said_in_the_rest_before_the_next_round() {
    let mut course = with_care(Duration::ZERO, Duration::from_secs(1));
    course.until(900);
    let said = texts(&course);
    for name in ["Squat", "Lunge"] {
        for how in ["with care, no further than is good.", "as deep as you can."] {
            let text = format!("{name} {how}");
            let count = said.iter().filter(|it| **it == text).count();
            assert_eq!(count, 1, "{text} {said:?}");
        }
    }
}

#[test]
fn what_nobody_heard_of_an_exercise_is_said_in_its_next_round() {
    let mut course = with_care(Duration::from_secs(30), Duration::from_secs(2));
    let begun = EventKind::StepBegan { step: 0 };
    let event = Event {
        at: Duration::ZERO,
        kind: begun,
    };
    course.voice = Voice::new(
        &course.session,
        &Speech::default(),
        course.voice.reader.take(),
    );
    course.voice.pass_over(&[event], &course.session);
    course.until(900);
    let said = texts(&course);
    let care = "Squat with care, no further than is good.";
    let first = &course.said[0].1;
    assert!(
        first.iter().any(|it| it == care),
        "when it began: {first:?}"
    );
    let later: Vec<_> = course.said[1..]
        .iter()
        .flat_map(|(_, texts)| texts)
        .collect();
    assert!(later.iter().any(|it| *it == care), "{said:?}");
}

#[test]
fn the_words_of_a_side_that_was_skipped_in_the_first_round_are_said_in_the_next() {
    let mut routine = squat_and_lunge(2, "en");
    let lunge = &mut routine.exercises[1];
    lunge.switch = Duration::from_secs(30);
    let on = |side: &str| Exercise {
        instructions: vec![format!("Step forward with the {side} foot.")],
        ..lunge.clone()
    };
    lunge.in_words_of = Some(std::sync::Arc::new([on("left"), on("right")]));
    let mut course = Course::of(routine);
    // In the first lunge on the left.
    course.until(78);
    course.give(Command::SkipExercise);
    course.until(600);
    let said = texts(&course);
    for side in ["left", "right"] {
        let text = format!("Step forward with the {side} foot.");
        let count = said.iter().filter(|it| **it == text).count();
        assert_eq!(count, 1, "{text} {said:?}");
    }
}

#[test]
fn what_is_said_late_of_an_exercise_is_said_with_its_name() {
    let mut course = with_care(Duration::ZERO, Duration::from_secs(1));
    course.until(400);
    let is_rest = |texts: &&Vec<String>| texts.iter().any(|it| it.starts_with("Next: Round 2"));
    let rest = course.said.iter().map(|(_, texts)| texts).find(is_rest);
    let late = &rest.unwrap()[2..];
    assert_eq!(
        late,
        [
            "Squat",
            "Squat with care, no further than is good.",
            "Squat as deep as you can."
        ]
    );
}

#[test]
fn to_stop_if_it_hurts_is_said_though_the_first_exercise_was_skipped_at_once() {
    let gently = |course: &Course| {
        let texts = texts(course);
        texts.iter().filter(|it| it.contains("Stop if")).count()
    };
    let mut course = Course::of(squat_and_lunge(2, "en"));
    course.until(900);
    assert_eq!(gently(&course), 1, "{:?}", texts(&course));
    let mut course = Course::of(squat_and_lunge(2, "en"));
    course.until(1);
    course.give(Command::SkipExercise);
    course.until(900);
    assert!(
        gently(&course) > 1,
        "cut off, and said again: {:?}",
        texts(&course)
    );
}

#[test]
fn the_load_of_an_exercise_that_was_skipped_at_once_is_said_in_its_next_round() {
    let mut routine = squat_and_lunge(2, "en");
    for exercise in &mut routine.exercises {
        exercise.load = Some("3 kg".to_owned());
    }
    let mut course = Course::of(routine);
    course.until(1);
    course.give(Command::SkipExercise);
    course.until(10);
    course.said.clear();
    course.until(900);
    let has = |texts: &[String], text: &str| texts.iter().any(|it| it.contains(text));
    let mut moments = course.said.iter().map(|(_, texts)| texts);
    let is_told = moments.any(|texts| has(texts, "Squat") && has(texts, "3 kg"));
    assert!(is_told, "{:?}", course.said);
}
