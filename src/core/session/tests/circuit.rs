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

#[test]
fn what_hurts_in_the_rest_between_rounds_is_what_was_done_last() {
    let mut course = Course::started(rounds());
    // The rest before the second round.
    let is_rest = |session: &Session| {
        let (_, step) = session.step();
        step.kind == StepKind::Rest && step.set == Some(2)
    };
    let mut second = 0.0;
    while !is_rest(&course.session) {
        second += 1.0;
        course.commands(&[]).until(second);
    }
    course.commands(&[(second + 1.0, Command::Hurts), (second + 2.0, SKIP)]);
    assert!(is_rest(&course.session), "the rest goes on");
    course.until(3_000.0);
    let hurt = course.events.iter().find_map(|event| match event.kind {
        EventKind::Hurt { step } => Some(course.session.plan().steps[step].exercise),
        _ => None,
    });
    assert_eq!(hurt, Some(1));
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
