//! The order of steps, in short: `P` prepare, `H` hold, `R` rest, `S` switch, `N` repetitions,
//! `A` activity, `W` wait; then the seconds, the side, and the set and repetition where there are any.

use super::*;
use crate::routine::{ExerciseGroup, Size, measure};
use std::sync::Arc;

fn short(step: &Step) -> String {
    let kind = match step.kind {
        StepKind::Prepare => "P",
        StepKind::Hold => "H",
        StepKind::Switch => "S",
        StepKind::Rest => "R",
        StepKind::Reps => "N",
        StepKind::Activity => "A",
        StepKind::Wait => "W",
    };
    let seconds = step
        .duration
        .map_or(String::new(), |length| length.as_secs().to_string());
    let side = match step.side {
        Some(Side::Left) => "l",
        Some(Side::Right) => "r",
        None => "",
    };
    let number = |number: Option<u32>| number.map_or(String::new(), |number| format!(".{number}"));
    format!(
        "{kind}{seconds}{side}{}{}",
        number(step.set),
        number(step.rep)
    )
}

fn plan_of(exercises: Vec<Exercise>) -> Plan {
    Plan::of(&Routine::new("test", "Test", exercises))
}

fn order(exercises: Vec<Exercise>) -> String {
    let steps: Vec<String> = plan_of(exercises).steps.iter().map(short).collect();
    steps.join(" ")
}

/// An exercise whose pauses all differ: 10 s prepare, 3 s rest, 4 s switch, 30 s between sets, 7 s
/// after.
fn exercise(dose: Dose, sides: Sides, sets: u32) -> Exercise {
    let mut exercise = Exercise::new("test", "Test");
    exercise.dose = dose;
    exercise.sides = sides;
    exercise.sets = sets;
    exercise.prepare = Duration::from_secs(10);
    exercise.rest = Duration::from_secs(3);
    exercise.switch = Duration::from_secs(4);
    exercise.rest_between_sets = Duration::from_secs(30);
    exercise.rest_after = Duration::from_secs(7);
    exercise
}

fn holds(reps: u32) -> Dose {
    Dose::Hold {
        hold: Duration::from_secs(20),
        reps,
    }
}

const PACED: Dose = Dose::Paced {
    reps: 6,
    pace: Duration::from_secs(2),
};

#[test]
fn the_steps_of_an_exercise_are_in_the_formats_order() {
    for (dose, sides, sets, steps) in [
        (holds(1), Sides::None, 1, "P10 H20.1.1"),
        (
            holds(3),
            Sides::None,
            1,
            "P10 H20.1.1 R3.1 H20.1.2 R3.1 H20.1.3",
        ),
        (holds(2), Sides::Right, 1, "P10r H20r.1.1 R3r.1 H20r.1.2"),
        (
            holds(2),
            Sides::Each,
            1,
            "P10l H20l.1.1 R3l.1 H20l.1.2 S4r.1 H20r.1.1 R3r.1 H20r.1.2",
        ),
        (
            holds(2),
            Sides::Alternate,
            1,
            "P10l H20l.1.1 S4r.1 H20r.1.1 S4l.1 H20l.1.2 S4r.1 H20r.1.2",
        ),
        (
            holds(1),
            Sides::Each,
            2,
            "P10l H20l.1.1 S4r.1 H20r.1.1 R30l H20l.2.1 S4r.2 H20r.2.1",
        ),
        (PACED, Sides::None, 2, "P10 N12.1 R30 N12.2"),
        (PACED, Sides::Each, 1, "P10l N12l.1 S4r.1 N12r.1"),
        (PACED, Sides::Alternate, 2, "P10l N24.1 R30l N24.2"),
        (Dose::Open, Sides::Each, 1, "P10l Wl.1 S4r.1 Wr.1"),
        (Dose::Open, Sides::Left, 2, "P10l Wl.1 R30l Wl.2"),
    ] {
        let exercise = exercise(dose, sides, sets);
        assert_eq!(
            order(vec![exercise]),
            steps,
            "{dose:?}, {sides:?}, {sets} sets"
        );
    }
}

#[test]
fn what_may_be_done_besides_follows_what_is_asked() {
    let ranged = |dose, sides, more_reps, more_sets| {
        let mut exercise = exercise(dose, sides, 1);
        exercise.more_reps = more_reps;
        exercise.more_sets = more_sets;
        let plan = plan_of(vec![exercise]);
        let in_short = |step: &Step| {
            let extra = if step.extra { "+" } else { "" };
            format!("{}{extra}", short(step))
        };
        plan.steps
            .iter()
            .map(in_short)
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (dose, sides, more_reps, more_sets, steps) in [
        (
            holds(1),
            Sides::None,
            2,
            0,
            "P10 H20.1.1 R3.1+ H20.1.2+ R3.1+ H20.1.3+",
        ),
        (
            holds(1),
            Sides::Each,
            1,
            0,
            "P10l H20l.1.1 R3l.1+ H20l.1.2+ S4r.1 H20r.1.1 R3r.1+ H20r.1.2+",
        ),
        (
            PACED,
            Sides::Each,
            2,
            0,
            "P10l N12l.1 N4l.1+ S4r.1 N12r.1 N4r.1+",
        ),
        (PACED, Sides::Alternate, 2, 0, "P10l N24.1 N8.1+"),
        (PACED, Sides::None, 0, 1, "P10 N12.1 R30+ N12.2+"),
    ] {
        assert_eq!(ranged(dose, sides, more_reps, more_sets), steps);
    }
}

#[test]
fn each_side_has_its_own_dose() {
    let on = |dose, sides, left: (u32, u32), right: (u32, u32)| {
        let mut exercise = exercise(dose, sides, 1);
        let of = |(reps, sets): (u32, u32)| {
            let mut exercise = exercise.clone();
            exercise.sets = sets;
            match &mut exercise.dose {
                Dose::Hold { reps: of, .. } | Dose::Paced { reps: of, .. } => *of = reps,
                Dose::Timed { .. } | Dose::Open => {}
            }
            exercise
        };
        exercise.in_words_of = Some(std::sync::Arc::new([of(left), of(right)]));
        order(vec![exercise])
    };
    assert_eq!(
        on(PACED, Sides::Each, (10, 1), (6, 1)),
        "P10l N20l.1 S4r.1 N12r.1"
    );
    assert_eq!(
        on(holds(1), Sides::Each, (1, 2), (2, 1)),
        "P10l H20l.1.1 S4r.1 H20r.1.1 R3r.1 H20r.1.2 R30l H20l.2.1"
    );
    assert_eq!(
        on(holds(1), Sides::Alternate, (1, 1), (3, 1)),
        "P10l H20l.1.1 S4r.1 H20r.1.1 R3r.1 H20r.1.2 R3r.1 H20r.1.3"
    );
}

#[test]
fn repetitions_that_alternate_sides_change_side_with_each() {
    let plan = |sides, first_side| {
        let mut exercise = exercise(PACED, sides, 1);
        exercise.first_side = first_side;
        let plan = plan_of(vec![exercise.clone()]);
        let (_, reps) = plan.work().next().unwrap();
        let moments = (0..12).map(|at| Duration::from_millis(at * 2_000 + 1_999));
        let sides = moments.map(|at| reps.side_at(&exercise, at));
        sides.collect::<Vec<_>>()
    };
    let (left, right) = (Some(Side::Left), Some(Side::Right));
    assert_eq!(plan(Sides::Alternate, Side::Left), [left, right].repeat(6));
    assert_eq!(plan(Sides::Alternate, Side::Right), [right, left].repeat(6));
    assert_eq!(plan(Sides::Each, Side::Right), [right; 12]);
    assert_eq!(plan(Sides::None, Side::Left), [None; 12]);
    let counts =
        (0..4).map(|others| Movement::after(others, &exercise(PACED, Sides::Alternate, 1)).rep);
    assert_eq!(counts.collect::<Vec<_>>(), [1, 1, 2, 2]);
}

#[test]
fn each_set_begins_with_the_first_side() {
    let mut right_first = exercise(holds(1), Sides::Each, 2);
    right_first.first_side = Side::Right;
    assert_eq!(
        order(vec![right_first]),
        "P10r H20r.1.1 S4l.1 H20l.1.1 R30r H20r.2.1 S4l.2 H20l.2.1"
    );
}

#[test]
fn one_side_alone_is_the_side_that_was_named() {
    let mut left_only = exercise(holds(1), Sides::Left, 1);
    left_only.first_side = Side::Right;
    assert_eq!(order(vec![left_only]), "P10l H20l.1.1");
}

#[test]
fn there_is_a_rest_between_exercises_and_none_after_the_last() {
    let one = exercise(holds(1), Sides::None, 1);
    assert_eq!(
        order(vec![one.clone(), one.clone(), one]),
        "P10 H20.1.1 R7 P10 H20.1.1 R7 P10 H20.1.1"
    );
}

#[test]
fn a_pause_of_no_length_is_no_step() {
    let mut hurried = exercise(holds(2), Sides::Each, 2);
    hurried.prepare = Duration::ZERO;
    hurried.rest = Duration::ZERO;
    hurried.switch = Duration::ZERO;
    hurried.rest_between_sets = Duration::ZERO;
    hurried.rest_after = Duration::ZERO;
    assert_eq!(
        order(vec![hurried.clone(), exercise(holds(1), Sides::None, 1)]),
        "H20l.1.1 H20l.1.2 H20r.1.1 H20r.1.2 H20l.2.1 H20l.2.2 H20r.2.1 H20r.2.2 P10 H20.1.1"
    );
}

#[test]
fn work_is_what_belongs_to_the_dose() {
    let plan = plan_of(vec![
        exercise(holds(2), Sides::None, 1),
        exercise(PACED, Sides::None, 1),
        exercise(Dose::Open, Sides::None, 1),
    ]);
    let work: Vec<usize> = plan.work().map(|(index, _)| index).collect();
    assert_eq!(work, [1, 3, 6, 9]);
}

#[test]
fn every_step_starts_where_the_one_before_ends_and_each_side_gets_its_whole_hold() {
    for seed in 0..4000 {
        let exercises = random_exercises(&mut fastrand::Rng::with_seed(seed));
        let plan = plan_of(exercises.clone());
        let mut end = Duration::ZERO;
        for step in &plan.steps {
            assert_eq!(step.start, end, "seed {seed}");
            assert_ne!(step.duration, Some(Duration::ZERO), "seed {seed}");
            end += step.duration.unwrap_or_default();
        }
        assert_eq!(plan.total, end, "seed {seed}");
        for (index, exercise) in exercises.iter().enumerate() {
            for side in [None, Some(Side::Left), Some(Side::Right)] {
                for extra in [false, true] {
                    let worked = work_of(&plan, index, exercise, side, extra);
                    let prescribed = prescribed(exercise, side, extra);
                    assert_eq!(worked, prescribed, "seed {seed}, {side:?}, {extra}");
                }
            }
        }
    }
}

/// How long each step of work is in which a side is worked, counted second by second; an open one
/// counts as none.
fn work_of(
    plan: &Plan,
    index: usize,
    exercise: &Exercise,
    side: Option<Side>,
    extra: bool,
) -> Vec<u64> {
    let is_of_it = |step: &Step| step.exercise == index && step.extra == extra;
    let work = plan.work().filter(|(_, step)| is_of_it(step));
    let worked = work.filter_map(|(_, step)| match step.duration {
        None => (step.side == side).then_some(0),
        Some(length) => {
            let seconds = (0..length.as_secs()).map(Duration::from_secs);
            let of_side = seconds.filter(|&second| step.side_at(exercise, second) == side);
            Some(of_side.count() as u64).filter(|&count| count > 0)
        }
    });
    worked.collect()
}

/// What the author wants of a side, and what may be done `extra`: so many steps, each as long.
fn prescribed(exercise: &Exercise, side: Option<Side>, extra: bool) -> Vec<u64> {
    let is_worked = match exercise.sides {
        Sides::None => side.is_none(),
        Sides::Left => side == Some(Side::Left),
        Sides::Right => side == Some(Side::Right),
        Sides::Each | Sides::Alternate => side.is_some(),
    };
    if !is_worked {
        return Vec::new();
    }
    let of_side = exercise.on(side);
    let more = of_side.more_reps;
    let (asked, beyond) = match of_side.dose {
        Dose::Hold { hold, reps } => {
            let holds = |count: u32| vec![hold.as_secs(); count as usize];
            (holds(reps), holds(more))
        }
        Dose::Paced { reps, pace } => {
            let at_pace = |count: u32| vec![pace.as_secs() * u64::from(count)];
            (at_pace(reps), at_pace(more))
        }
        Dose::Timed { time } => (vec![time.as_secs()], Vec::new()),
        Dose::Open => (vec![0], Vec::new()),
    };
    let beyond: Vec<u64> = if more > 0 { beyond } else { Vec::new() };
    let (sets, more_sets) = (of_side.sets as usize, of_side.more_sets as usize);
    if extra {
        let whole = [asked, beyond.clone()].concat();
        [beyond.repeat(sets), whole.repeat(more_sets)].concat()
    } else {
        asked.repeat(sets)
    }
}

#[test]
fn a_plan_is_as_large_as_it_was_measured() {
    for seed in 0..4000 {
        let exercises = random_exercises(&mut fastrand::Rng::with_seed(seed));
        let plan = plan_of(exercises.clone());
        let made = Size {
            steps: plan.steps.len() as u64,
            total: plan.total,
        };
        assert_eq!(measure(&exercises), made, "seed {seed}");
    }
}

#[test]
fn measuring_the_largest_doses_that_can_be_written_neither_panics_nor_takes_time() {
    let mut vast = exercise(Dose::Open, Sides::Alternate, u32::MAX);
    vast.dose = Dose::Hold {
        hold: Duration::from_hours(1),
        reps: u32::MAX,
    };
    let size = measure(&vec![vast; 200]);
    assert!(size.steps > 1 << 60);
}

/// The exercise with another dose for one of its sides.
fn of_side(exercise: &Exercise, random: &mut fastrand::Rng) -> Exercise {
    let mut exercise = exercise.clone();
    exercise.sets = random.u32(1..5);
    exercise.more_reps = match &mut exercise.dose {
        Dose::Hold { hold, reps } => {
            *hold = Duration::from_secs(random.u64(1..90));
            *reps = random.u32(1..6);
            random.u32(0..2)
        }
        Dose::Paced { reps, .. } => {
            *reps = random.u32(1..12);
            random.u32(0..2)
        }
        Dose::Timed { .. } | Dose::Open => 0,
    };
    exercise
}

/// Some of them in a circuit.
fn random_exercises(random: &mut fastrand::Rng) -> Vec<Exercise> {
    let exercises = random_single_exercises(random);
    let group = Arc::new(ExerciseGroup {
        name: "Circuit".to_owned(),
        rounds: random.u32(1..5),
        more_rounds: random.u32(0..3).saturating_sub(1),
        rest_between_rounds: Duration::from_secs(random.u64(0..40).saturating_sub(10)),
        choose: None,
    });
    let ends = [0; 2].map(|_| random.usize(0..=exercises.len()));
    let of_it = ends[0].min(ends[1])..ends[0].max(ends[1]);
    let exercises = exercises.into_iter().enumerate();
    let exercises = exercises.map(|(index, exercise)| {
        if of_it.contains(&index) {
            exercise.in_group(&group)
        } else {
            exercise
        }
    });
    exercises.collect()
}

fn random_single_exercises(random: &mut fastrand::Rng) -> Vec<Exercise> {
    let pause = |random: &mut fastrand::Rng| {
        // A pause of no length is as likely as any: it makes no step.
        Duration::from_secs(random.u64(0..12).saturating_sub(3))
    };
    (0..random.usize(1..5))
        .map(|_| {
            let dose = match random.u8(0..4) {
                0 => Dose::Open,
                3 => Dose::Timed {
                    time: Duration::from_secs(random.u64(1..700)),
                },
                1 => Dose::Paced {
                    reps: random.u32(1..12),
                    pace: Duration::from_secs(random.u64(1..9)),
                },
                _ => Dose::Hold {
                    hold: Duration::from_secs(random.u64(1..90)),
                    reps: random.u32(1..6),
                },
            };
            let sides = [
                Sides::None,
                Sides::Left,
                Sides::Right,
                Sides::Each,
                Sides::Alternate,
            ];
            let mut exercise = exercise(dose, sides[random.usize(0..5)], random.u32(1..5));
            if random.bool() {
                exercise.first_side = Side::Right;
            }
            exercise.prepare = pause(random);
            exercise.rest = pause(random);
            exercise.switch = pause(random);
            exercise.more_at_first_switch = pause(random);
            exercise.rest_between_sets = pause(random);
            exercise.rest_after = pause(random);
            if exercise.dose.reps().is_some() {
                exercise.more_reps = random.u32(0..4).saturating_sub(1);
            }
            exercise.more_sets = random.u32(0..3).saturating_sub(1);
            let has_both = matches!(exercise.sides, Sides::Each | Sides::Alternate);
            if has_both && random.bool() && !exercise.alternates_at_pace() {
                let sides = [(); 2].map(|()| of_side(&exercise, random));
                exercise.in_words_of = Some(std::sync::Arc::new(sides));
            }
            exercise
        })
        .collect()
}

fn circuit(rounds: u32, more_rounds: u32) -> Arc<ExerciseGroup> {
    Arc::new(ExerciseGroup {
        name: "Circuit".to_owned(),
        rounds,
        more_rounds,
        rest_between_rounds: Duration::from_mins(1),
        choose: None,
    })
}

/// Three exercises of 10 s to get ready, 7 s after each, and 12 s of repetitions; the last with sides.
fn in_a_circuit(group: &Arc<ExerciseGroup>) -> Vec<Exercise> {
    let sides = [Sides::None, Sides::None, Sides::Each];
    sides
        .map(|sides| Exercise {
            prepare_is_written: true,
            ..exercise(PACED, sides, 1).in_group(group)
        })
        .into()
}

#[test]
fn a_circuit_is_done_in_rounds_with_a_rest_between_them() {
    let mut exercises = in_a_circuit(&circuit(2, 0));
    exercises.push(exercise(holds(1), Sides::None, 1));
    assert_eq!(
        order(exercises),
        "P10.1 N12.1 R7 P10.1 N12.1 R7 P10l.1 N12l.1 S4r.1 N12r.1 \
         R60.2 P10.2 N12.2 R7 P10.2 N12.2 R7 P10l.2 N12l.2 S4r.2 N12r.2 \
         R7 P10 H20.1.1"
    );
}

#[test]
fn a_single_exercise_of_a_circuit_has_its_rounds_as_sets() {
    let alone = in_a_circuit(&circuit(3, 0)).swap_remove(0);
    assert_eq!(order(vec![alone]), "P10.1 N12.1 R60.2 N12.2 R60.3 N12.3");
}

#[test]
fn getting_ready_in_a_further_round_is_short_unless_its_length_is_written() {
    let group = circuit(2, 0);
    let told = |name: &str| {
        let mut exercise = exercise(PACED, Sides::None, 1).in_group(&group);
        name.clone_into(&mut exercise.name);
        exercise.prepare = Duration::from_secs(45);
        exercise
    };
    let lengths = |exercises: Vec<Exercise>| -> Vec<u64> {
        let steps = plan_of(exercises).steps;
        let ready = steps.iter().filter(|step| step.kind == StepKind::Prepare);
        ready.map(|step| step.duration.unwrap().as_secs()).collect()
    };
    assert_eq!(lengths(vec![told("Squat"), told("Row")]), [45, 45, 10, 10]);
    let mut written = told("Row");
    written.prepare_is_written = true;
    assert_eq!(lengths(vec![told("Squat"), written]), [45, 45, 10, 45]);
}

#[test]
fn a_round_beyond_what_is_asked_is_extra_in_all_its_steps() {
    let plan = plan_of(in_a_circuit(&circuit(1, 1)));
    let first = plan.steps.iter().position(|step| step.extra).unwrap();
    assert_eq!(short(&plan.steps[first]), "R60.2");
    assert!(plan.steps[first..].iter().all(|step| step.extra));
}

#[test]
fn a_round_begins_with_its_first_exercise_that_is_not_left_out() {
    let exercises = in_a_circuit(&circuit(3, 0));
    let routine = Routine::new("r", "R", exercises);
    let mut plan = Plan::of(&routine);
    let beginnings = |plan: &Plan| -> Vec<(usize, u32)> {
        let steps = 0..plan.steps.len();
        let begins = |index: usize| {
            Some((
                plan.steps[index].exercise,
                plan.begins_round(index, &routine)?,
            ))
        };
        steps
            .filter(|it| !plan.is_left_out(*it))
            .filter_map(begins)
            .collect()
    };
    assert_eq!(beginnings(&plan), [(0, 1), (0, 2), (0, 3)]);
    plan.left_out.insert(0);
    assert_eq!(beginnings(&plan), [(1, 1), (1, 2), (1, 3)]);
    // The rests between rounds stay.
    let rests = (0..plan.steps.len()).filter(|it| !plan.is_left_out(*it));
    let rests = rests.filter(|it| plan.steps[*it].duration == Some(Duration::from_mins(1)));
    assert_eq!(rests.count(), 2);
}

#[test]
fn who_goes_on_gets_time_to_get_ready_in_the_place_of_the_pause_or_before_the_hold() {
    let secs = Duration::from_secs;
    let mut exercise = Exercise::new("a", "A");
    exercise.sides = Sides::Each;
    exercise.dose = Dose::Hold {
        hold: secs(20),
        reps: 2,
    };
    for (rest, prepare, at, ready) in [(5, 15, 3, 15), (5, 3, 3, 10), (0, 15, 2, 15), (0, 0, 1, 10)]
    {
        exercise.rest = secs(rest);
        exercise.prepare = secs(prepare);
        let routine = Routine::new("r", "R", vec![exercise.clone()]);
        let usual = Plan::of(&routine);
        let hold = usual.steps[at];
        let plan = Plan::going_on(&routine, at);
        let case = format!("rest {rest}, prepare {prepare}");
        let to = plan.from_record(at);
        let (before, step) = (plan.steps[to - 1], plan.steps[to]);
        assert_eq!(before.kind, StepKind::Prepare, "{case}");
        assert_eq!(before.duration, Some(secs(ready)), "{case}");
        assert_eq!((before.exercise, before.side), (hold.exercise, hold.side));
        assert_eq!(
            (step.kind, step.side, step.rep),
            (hold.kind, hold.side, hold.rep)
        );
        let work: Vec<usize> = plan.work().map(|(step, _)| plan.on_record(step)).collect();
        let usual_work: Vec<usize> = usual.work().map(|(step, _)| step).collect();
        assert_eq!(work, usual_work, "{case}: on record nothing has moved");
        for (index, step) in plan.steps.iter().enumerate() {
            let before: Duration = plan.steps[..index]
                .iter()
                .filter_map(|it| it.duration)
                .sum();
            assert_eq!(step.start, before, "{case}");
        }
    }
}
