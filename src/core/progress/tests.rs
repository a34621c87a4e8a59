//! What the one tally promises.

use super::*;
use crate::routine::{Dose, Exercise, Sides};

const SECOND: Duration = Duration::from_secs(1);

/// Two holds of 20 s on each side, then an optional open step.
fn routine() -> Routine {
    let mut knee = Exercise::new("knee", "Knee to chest");
    knee.sides = Sides::Each;
    knee.dose = Dose::Hold {
        hold: 20 * SECOND,
        reps: 2,
    };
    let mut walk = Exercise::new("walk", "Walk");
    walk.dose = Dose::Open;
    walk.optional = true;
    Routine::new("back", "Lower back", vec![knee, walk])
}

/// At the step of the dose with this number, from 0.
fn attempt(plan: &Plan, number: usize, held: Duration, outcome: Outcome) -> Attempt {
    let (step, of_it) = plan.work().nth(number).unwrap();
    Attempt {
        step,
        prescribed: of_it.duration,
        held,
        outcome,
        again: false,
    }
}

#[test]
fn what_is_optional_and_was_not_done_to_its_end_was_not_to_be_done() {
    use Outcome::{CutShort, Done, Skipped};
    let routine = routine();
    let plan = Plan::of(&routine);
    for (walk, to_do, begun) in [
        (None, 4, 1),
        (Some(Skipped), 4, 1),
        (Some(CutShort), 4, 1),
        (Some(Done), 5, 2),
    ] {
        let attempts = [
            Some(attempt(&plan, 0, 20 * SECOND, Done)),
            walk.map(|outcome| attempt(&plan, 4, 3 * SECOND, outcome)),
        ];
        let attempts: Vec<Attempt> = attempts.into_iter().flatten().collect();
        let tally = Tally::of(of_session(&routine, &plan, &attempts));
        assert_eq!(tally.steps.of, to_do, "{walk:?}");
        assert_eq!(tally.exercises.of, begun, "{walk:?}");
        assert_eq!(tally.dose.of, 80_000, "an open step has no time to be done");
        let tried = matches!(walk, Some(CutShort | Done));
        assert_eq!(tally.held.both == 3, tried, "{walk:?}: what was held");
    }
}

#[test]
fn of_several_attempts_the_longest_counts_and_one_that_was_done_in_an_open_step() {
    use Outcome::{CutShort, Done};
    let routine = routine();
    let plan = Plan::of(&routine);
    let cases = [
        (0, [(8, CutShort), (20, Done)], 20, Done),
        (0, [(20, Done), (8, CutShort)], 20, Done),
        (4, [(20, Done), (70, CutShort)], 20, Done),
        (4, [(10, CutShort), (70, CutShort)], 70, CutShort),
    ];
    for (number, attempts, held_secs, outcome) in cases {
        let attempts = attempts
            .map(|(held_secs, outcome)| attempt(&plan, number, held_secs * SECOND, outcome));
        let step = of_session(&routine, &plan, &attempts).nth(number).unwrap();
        assert_eq!(
            (step.held, step.outcome),
            (held_secs * SECOND, outcome),
            "{attempts:?}"
        );
    }
}

#[test]
fn time_beyond_one_hold_makes_up_for_no_other() {
    let routine = routine();
    let plan = Plan::of(&routine);
    let attempts = [attempt(&plan, 0, 70 * SECOND, Outcome::Done)];
    let tally = Tally::of(of_session(&routine, &plan, &attempts));
    assert_eq!(tally.dose.percent(), Some(25));
    assert_eq!(tally.held.left, Some(70));
    assert_eq!(tally.held.right, Some(0), "it was to be done");
}

#[test]
fn whatever_was_done_the_whole_is_the_sum_of_its_exercises() {
    let outcomes = [Outcome::Done, Outcome::CutShort, Outcome::Skipped];
    for seed in 0..500 {
        let mut random = fastrand::Rng::with_seed(seed);
        let routine = routine();
        let plan = Plan::of(&routine);
        let attempts: Vec<Attempt> = (0..random.usize(0..9))
            .map(|_| {
                let held = Duration::from_millis(random.u64(0..30_000));
                let outcome = *random.choice(&outcomes).unwrap();
                attempt(&plan, random.usize(0..5), held, outcome)
            })
            .collect();
        let dose = || of_session(&routine, &plan, &attempts);
        let whole = Tally::of(dose());
        let mut sum = Tally::default();
        for (_, tally) in by_exercise(dose()) {
            sum.add(&tally);
        }
        assert_eq!(sum, whole, "seed {seed}");
        let left_out = dose().filter(|step| !step.is_to_do()).count() as u64;
        assert_eq!(whole.steps.of + left_out, 5, "seed {seed}");
        for share in [whole.steps, whole.dose, whole.exercises] {
            assert!(share.done <= share.of, "seed {seed}: {share:?}");
        }
    }
}

#[test]
fn a_session_that_ended_early_with_less_than_half_of_its_steps_done_is_none() {
    use Outcome::{CutShort, Done};
    let routine = routine();
    let plan = Plan::of(&routine);
    let hold = |number, secs, outcome| attempt(&plan, number, secs * SECOND, outcome);
    for (attempts, is_completed, number) in [
        (
            vec![
                hold(0, 20, Done),
                hold(1, 19, CutShort),
                hold(2, 19, CutShort),
            ],
            false,
            0,
        ),
        (
            vec![
                hold(0, 20, Done),
                hold(1, 19, CutShort),
                hold(2, 19, CutShort),
            ],
            true,
            1,
        ),
        (vec![hold(0, 20, Done), hold(1, 20, Done)], false, 1),
        (vec![hold(0, 20, Done)], true, 0),
    ] {
        let tally = Tally::of(of_session(&routine, &plan, &attempts));
        let mut day = Sessions::default();
        day.add(tally.part(is_completed), is_completed);
        assert_eq!(day.number(), number, "{is_completed} {attempts:?}");
    }
}

#[test]
fn a_session_counts_only_if_half_of_what_was_asked_was_done_open_and_optional_steps_included() {
    const PRESCRIBED: Duration = Duration::from_secs(20);
    let outcomes = [Outcome::Done, Outcome::CutShort, Outcome::Skipped];
    let (mut counted, mut not) = (0, 0);
    for seed in 0..2000 {
        let mut random = fastrand::Rng::with_seed(seed);
        let dose: Vec<DoseStep<usize>> = (0..random.usize(1..9))
            .map(|exercise| {
                let outcome = *random.choice(&outcomes).unwrap();
                let prescribed = random.bool().then_some(PRESCRIBED);
                let held = match outcome {
                    Outcome::Done => PRESCRIBED,
                    Outcome::CutShort => Duration::from_secs(random.u64(2..20)),
                    Outcome::Skipped => Duration::ZERO,
                };
                DoseStep {
                    exercise,
                    side: None,
                    optional: random.u8(0..3) == 0,
                    prescribed,
                    held,
                    outcome,
                }
            })
            .collect();
        let is_asked = |step: &&DoseStep<usize>| !step.optional;
        let asked: Vec<_> = dose.iter().filter(is_asked).collect();
        if asked.is_empty() {
            continue;
        }
        let is_done = |step: &&&DoseStep<usize>| step.outcome == Outcome::Done;
        let in_full = 20 * asked.iter().filter(is_done).count() as u64;
        let seconds = asked.iter().map(|step| match step.prescribed {
            Some(_) => step.held.as_secs(),
            None => 20 * u64::from(step.outcome == Outcome::Done),
        });
        let (held, half) = (seconds.sum::<u64>(), 10 * asked.len() as u64);
        for is_completed in [true, false] {
            let part = Tally::of(dose.iter().copied()).part(is_completed);
            let mut day = Sessions::default();
            day.add(part, is_completed);
            let is_half = held >= half && (is_completed || in_full >= half);
            let reported = (seed, is_completed, &dose);
            assert_eq!(day.number(), u32::from(is_half), "{reported:?}");
            *if is_half { &mut counted } else { &mut not } += 1;
        }
    }
    assert!(counted > 500 && not > 500, "{counted} {not}");
}

#[test]
fn of_a_session_in_which_all_is_optional_what_was_done_counts() {
    let step = |outcome| DoseStep {
        exercise: 0,
        side: None,
        optional: true,
        prescribed: None,
        held: 3 * SECOND,
        outcome,
    };
    for (outcome, number) in [(Outcome::Done, 1), (Outcome::CutShort, 0)] {
        let mut day = Sessions::default();
        day.add(Tally::of([step(outcome)]).part(true), true);
        assert_eq!(day.number(), number, "{outcome:?}");
    }
}

#[test]
fn half_a_session_is_one_and_two_halves_are_no_more() {
    let (completed, cut_off) = (true, false);
    for (sessions, number) in [
        (vec![], 0),
        (vec![(100, completed)], 1),
        (vec![(50, completed)], 1),
        (vec![(50, completed), (50, completed)], 2),
        (vec![(49, completed)], 0),
        (vec![(50, cut_off)], 1),
        (vec![(49, cut_off)], 0),
        (vec![(50, cut_off), (50, cut_off)], 1),
        (vec![(70, cut_off), (70, cut_off)], 1),
        (vec![(100, completed), (50, cut_off)], 2),
        (vec![(30, cut_off), (30, cut_off)], 1),
    ] {
        let mut day = Sessions::default();
        for (percent, is_completed) in &sessions {
            let part = Share {
                done: *percent,
                of: 100,
            };
            day.add(part, *is_completed);
        }
        assert_eq!(day.number(), number, "{sessions:?}");
    }
    let mut nothing = Sessions::default();
    nothing.add(Share::default(), completed);
    assert_eq!(nothing.number(), 0, "nothing was to be done");
}

#[test]
fn parts_that_come_to_just_a_half_or_to_just_less_are_told_apart() {
    let number = |parts: &[(u64, u64)]| {
        let mut day = Sessions::default();
        for (done, of) in parts {
            let (done, of) = (*done, *of);
            day.add(Share { done, of }, false);
        }
        day.number()
    };
    for of in 3..200 {
        for one in 1..=of / 2 {
            let up_to_half = (of - 2 * one, 2 * of);
            assert_eq!(number(&[(one, of), up_to_half]), 1, "{one} of {of}");
        }
        let of_one = vec![(1, 2 * of); usize::try_from(of).unwrap()];
        assert_eq!(number(&of_one), 1, "{of} parts");
        assert_eq!(number(&of_one[1..]), 0, "{of} parts without one");
    }
    let ten_hours = 10 * 60 * 60 * 1000;
    assert_eq!(
        number(&[(ten_hours / 2 - 1, ten_hours)]),
        0,
        "a millisecond short"
    );
    assert_eq!(number(&[(1, 3), (ten_hours / 6, ten_hours)]), 1);
    let mut chosen = Sessions::default();
    let mut one = Sessions::default();
    one.add(Share { done: 1, of: 2 }, false);
    for _ in 0..3 {
        chosen.add_of(one, 3);
    }
    assert_eq!(chosen.number(), 1, "half of each of three");
}
