//! A session in rounds: what is left out of a circuit, and for how long.

use super::*;
use crate::routine::ExerciseGroup;

/// Two exercises of a hold each, in three rounds with a minute between them; then one more.
fn rounds() -> Vec<Exercise> {
    let group = Arc::new(ExerciseGroup {
        name: "Circuit".to_owned(),
        rounds: 3,
        more_rounds: 0,
        rest_between_rounds: Duration::from_mins(1),
        choose: None,
    });
    vec![
        holds(1).in_group(&group),
        holds(1).in_group(&group),
        holds(1),
    ]
}

/// The exercises in the order in which something is done of them, from a command at this second on.
fn done_after(commands: &[(f64, Command)]) -> Vec<(usize, Option<u32>)> {
    let mut course = Course::started(rounds());
    course.commands(commands).until(3_000.0);
    assert_eq!(course.session.state(), State::Completed);
    let attempts = course.attempts();
    let done = attempts.iter().filter(|attempt| attempt.is_done());
    let place = |attempt: &Attempt| {
        let step = &course.session.plan().steps[attempt.step];
        (step.exercise, step.set)
    };
    let recorded: Vec<usize> = attempts.iter().map(|attempt| attempt.step).collect();
    for (work, _) in course.session.plan().work() {
        assert!(recorded.contains(&work), "step {work} vanished");
    }
    done.map(place).collect()
}

const SKIP: Command = Command::SkipExercise;

#[test]
fn an_exercise_that_is_skipped_comes_again_in_the_next_round() {
    let done = done_after(&[(12.0, SKIP)]);
    let round = |round| [(0, Some(round)), (1, Some(round))];
    let expected = [&[(1, Some(1))][..], &round(2), &round(3), &[(2, Some(1))]];
    assert_eq!(done, expected.concat());
}

/// Whether a session is in the rest before a round.
fn rests_before(session: &Session, round: u32) -> bool {
    let (_, step) = session.step();
    step.kind == StepKind::Rest && step.set == Some(round)
}

/// Lets time pass to the rest before a round; gives the second of it.
fn until_rest_before(round: u32, course: &mut Course, from: f64) -> f64 {
    let mut second = from;
    while !rests_before(&course.session, round) {
        second += 1.0;
        course.commands(&[]).until(second);
    }
    second
}

/// The exercise that hurt last.
fn hurt(course: &Course) -> Option<usize> {
    let hurt = course
        .events
        .iter()
        .rev()
        .find_map(|event| match event.kind {
            EventKind::Hurt { step } => Some(step),
            _ => None,
        });
    hurt.map(|step| course.session.plan().steps[step].exercise)
}

#[test]
fn what_was_skipped_is_not_what_hurts_in_the_rest_between_rounds() {
    let mut course = Course::started(rounds());
    // Skipped while getting ready for the second exercise.
    course.commands(&[(40.0, SKIP)]);
    let second = until_rest_before(2, &mut course, 41.0);
    let attempts = course.attempts();
    let skipped: Vec<bool> = attempts.iter().map(|it| !it.is_done()).collect();
    assert_eq!(skipped, [false, true]);
    course.commands(&[(second + 1.0, Command::Hurts), (second + 2.0, SKIP)]);
    course.until(3_000.0);
    assert_eq!(hurt(&course), Some(0));
    let done = course.attempts();
    let done = done.iter().filter(|attempt| attempt.is_done());
    let exercises: Vec<_> = done
        .map(|it| course.session.plan().steps[it.step].exercise)
        .collect();
    assert_eq!(exercises, [0, 1, 1, 2], "what hurt does not come again");
}

#[test]
fn what_is_left_out_already_or_was_before_the_circuit_does_not_hurt_in_its_rest() {
    // The second one hurts in its hold and is left out; it hurts again in the rest.
    let mut course = Course::started(rounds());
    course.commands(&[(45.0, Command::Hurts), (46.0, SKIP)]);
    assert_eq!(hurt(&course), Some(1));
    let second = until_rest_before(2, &mut course, 47.0);
    course.commands(&[(second + 1.0, Command::Hurts), (second + 2.0, SKIP)]);
    course.until(3_000.0);
    assert_eq!(hurt(&course), Some(0));
    // One before the circuit was done, and all of the first round was skipped.
    let mut exercises = rounds();
    exercises.insert(0, holds(1));
    let mut course = Course::started(exercises);
    course.commands(&[(45.0, SKIP), (46.0, SKIP)]);
    let second = until_rest_before(2, &mut course, 47.0);
    course.commands(&[(second + 1.0, Command::Hurts)]);
    course.until(second + 2.0);
    assert_ne!(hurt(&course), Some(0));
}

#[test]
fn an_easier_way_that_hurts_too_is_not_offered_again() {
    let mut exercises = rounds();
    for exercise in &mut exercises {
        exercise.easier = Some("Less far.".to_owned());
    }
    let mut course = Course::started(exercises);
    let answers = |course: &Course| {
        let answers = course.events.iter().filter_map(|event| match event.kind {
            EventKind::Answered(answer) => Some(answer),
            _ => None,
        });
        answers.collect::<Vec<_>>()
    };
    let second = until_rest_before(2, &mut course, 0.0);
    assert!(!course.session.hurts_eased());
    course.commands(&[(second, Command::Hurts), (second, Command::Easier)]);
    course.until(second + 1.0);
    assert!(course.session.hurts_eased());
    let second = until_rest_before(3, &mut course, second + 1.0);
    assert!(course.session.hurts_eased(), "the second one, not the next");
    assert!(!course.session.is_eased(), "the first one comes next");
    course.commands(&[(second, Command::Hurts), (second, Command::Easier)]);
    course.until(second + 1.0);
    assert_eq!(answers(&course), [Answer::Easier, Answer::WentOn]);
}

#[test]
fn nobody_waits_for_a_round_of_which_nothing_is_left() {
    let mut course = Course::started(rounds());
    // The first exercise hurts in its hold, and the second in the rest.
    course.commands(&[(12.0, Command::Hurts), (13.0, SKIP)]);
    let second = until_rest_before(2, &mut course, 14.0);
    course.commands(&[(second, Command::Hurts), (second, SKIP)]);
    course.until(second + 1.0);
    let (_, step) = course.session.step();
    assert_eq!((step.exercise, step.kind), (2, StepKind::Prepare));
}

#[test]
fn what_hurts_in_the_rest_between_rounds_is_what_was_done_last() {
    let mut course = Course::started(rounds());
    let second = until_rest_before(2, &mut course, 0.0);
    course.commands(&[(second + 1.0, Command::Hurts), (second + 2.0, SKIP)]);
    assert!(rests_before(&course.session, 2), "the rest goes on");
    course.until(3_000.0);
    assert_eq!(hurt(&course), Some(1));
    let attempts = course.attempts();
    let done = attempts.iter().filter(|attempt| attempt.is_done());
    let exercises: Vec<_> = done
        .map(|it| course.session.plan().steps[it.step].exercise)
        .collect();
    assert_eq!(exercises, [0, 1, 0, 0, 2], "the other one comes again");
}

#[test]
fn one_that_hurt_and_was_skipped_does_not_and_the_others_do() {
    let done = done_after(&[(12.0, Command::Hurts), (13.0, SKIP)]);
    let expected = [(1, Some(1)), (1, Some(2)), (1, Some(3)), (2, Some(1))];
    assert_eq!(done, expected);
    // In the second exercise of the first round.
    let done = done_after(&[(47.0, Command::Hurts), (48.0, SKIP)]);
    let expected = [(0, Some(1)), (0, Some(2)), (0, Some(3)), (2, Some(1))];
    assert_eq!(done, expected);
}

#[test]
fn where_all_of_a_circuit_hurt_the_next_exercise_comes_without_a_rest_for_rounds() {
    let mut course = Course::started(rounds());
    course.commands(&[(12.0, Command::Hurts), (13.0, SKIP)]);
    course.commands(&[(30.0, Command::Hurts), (31.0, SKIP)]);
    let step = course.session.step().1;
    assert_eq!((step.exercise, step.kind), (2, StepKind::Prepare));
}

#[test]
fn the_time_left_is_that_of_what_is_still_done() {
    let mut course = Course::started(rounds());
    course.commands(&[(12.0, Command::Hurts), (13.0, SKIP)]);
    let before = course.session.left();
    let begun = course.session.as_of();
    course.until(3_000.0);
    let completed = course
        .events
        .iter()
        .find(|event| event.kind == EventKind::Completed);
    assert_eq!(completed.unwrap().at.saturating_sub(begun), before);
}

#[test]
fn going_back_leads_past_what_is_left_out() {
    let mut course = Course::started(rounds());
    // In the first second of the second exercise's hold in the second round.
    course.commands(&[(12.0, Command::Hurts), (13.0, SKIP)]);
    while course.session.step().1.set != Some(2) || !course.session.step().1.kind.is_work() {
        course.apply(Command::Skip).unwrap();
    }
    course.apply(Command::Back).unwrap();
    assert_eq!(course.session.step().1.exercise, 1);
    assert_eq!(course.session.step().1.kind, StepKind::Prepare);
    course.apply(Command::Back).unwrap();
    assert_eq!(course.session.step().1.exercise, 1);
}

#[test]
fn a_session_that_goes_on_leaves_out_what_hurt_before() {
    let routine = Arc::new(Routine::new("test", "Test", rounds()));
    let plan = Plan::of(&routine);
    let second = plan.work().find(|(_, step)| step.exercise == 1).unwrap().0;
    let session = Session::going_on(routine, second).leaving_out([0]);
    let mut course = Course::over(session);
    course.apply(Command::Start).unwrap();
    course.until(3_000.0);
    let attempts = course.attempts();
    let of_first = attempts
        .iter()
        .filter(|attempt| course.session.plan().steps[attempt.step].exercise == 0);
    assert!(of_first.clone().count() > 0);
    assert!(of_first.clone().all(|attempt| !attempt.is_done()));
}
