//! When a routine and its exercises are to be done, as files say it.

use std::time::Duration;

use jiff::civil::{Date, Weekday, date};

use super::super::{Dose, Rhythm, Routine};
use super::{codes, read_text};
use crate::plan::Plan;
use crate::routine::{Mistake, Side, WhenFault, measure};

const TOP: &str = "format = 1\ntitle = \"Shoulder\"\n";
const EXERCISE: &str =
    "[[exercise]]\nname = \"Row\"\ninstructions = [\"Pull.\"]\nfigure = \"knee-to-chest\"\n";

fn scheduled(schedule: &str) -> super::Reading {
    read_text(&format!("{TOP}[schedule]\n{schedule}\n{EXERCISE}"))
}

fn exercise(keys: &str) -> super::Reading {
    read_text(&format!("{TOP}{EXERCISE}{keys}\n"))
}

fn routine(reading: super::Reading) -> Routine {
    assert_eq!(codes(&reading), [""; 0]);
    reading.routine.unwrap()
}

#[test]
fn an_exercise_has_days_of_its_own_and_else_those_of_the_schedule() {
    let rhythm = |schedule: &str, keys: &str| {
        let text = format!("{TOP}[schedule]\n{schedule}\n{EXERCISE}{keys}\n");
        let routine = routine(read_text(&text));
        routine.exercises[0].rhythm.clone()
    };
    assert_eq!(rhythm("times_per_day = 2", ""), None);
    let of_schedule = Rhythm {
        times_a_day: 3,
        days: vec![Weekday::Monday],
        days_per_week: None,
        days_between: 0,
    };
    let own = rhythm("days = [\"mon\"]", "times_per_day = 3");
    assert_eq!(own, Some(of_schedule));
    let counted = Rhythm {
        times_a_day: 2,
        days: Vec::new(),
        days_per_week: Some(3),
        days_between: 1,
    };
    let keys = "days_per_week = 3\ndays_between = 1";
    let own = rhythm("times_per_day = 2\ndays = [\"mon\"]", keys);
    assert_eq!(own, Some(counted), "its own days take the place of all");
}

#[test]
fn weeks_that_end_before_they_begin_or_come_after_the_programme_are_told() {
    let of = |weeks: &str, keys: &str| {
        let more = "name = \"x\"\ninstructions = [\"x\"]\nfigure = \"bridge\"";
        let reading = scheduled(&format!("{weeks}\n[[exercise]]\n{more}\n{keys}"));
        codes(&reading)
    };
    let ends_first = "from_week = 5\nuntil_week = 4";
    assert_eq!(of("", ends_first), ["weeks-end-first"]);
    assert_eq!(of("", "from_week = 5\nuntil_week = 5"), [""; 0]);
    let step = "[[exercise.step]]\nfrom_week = 7\nsets = 2";
    for late in ["from_week = 7", "until_week = 7", step] {
        assert_eq!(of("weeks = 6", late), ["week-after-end"], "{late}");
        assert_eq!(of("weeks = 7", late), [""; 0], "{late}");
        assert_eq!(of("", late), [""; 0], "{late}");
    }
}

#[test]
fn weeks_of_the_programme_that_no_exercise_is_in_are_warned_of() {
    let of = |schedule: &str, exercises: &[&str]| {
        let exercise = |(number, keys): (usize, &&str)| {
            format!("[[exercise]]\nname = \"E{number}\"\ntime = 60\n{keys}\n")
        };
        let exercises = exercises.iter().enumerate().map(exercise);
        let exercises = exercises.collect::<Vec<_>>().concat();
        let text = format!("{TOP}[schedule]\n{schedule}\n{exercises}");
        let lines = text.clone();
        let diagnostics = read_text(&text).diagnostics.into_iter();
        let faults = diagnostics.map(|it| match it.mistake {
            Mistake::When(WhenFault::WeeksWithoutExercise {
                first,
                last,
                instead,
            }) => (
                first,
                last,
                instead,
                lines.lines().nth(it.place.line - 1).unwrap().to_owned(),
            ),
            other => panic!("{other:?}"),
        });
        faults.collect::<Vec<_>>()
    };
    let at = |line: &str| line.to_owned();
    let until_3 = "until_week = 3";
    assert_eq!(of("", &[until_3, "from_week = 4"]), []);
    assert_eq!(of("", &[until_3, ""]), []);
    assert_eq!(of("", &[until_3]), [], "nobody knows when it ends");
    assert_eq!(
        of("", &["until_week = 2", until_3, "from_week = 5"]),
        [(4, 4, 3, at(until_3))]
    );
    assert_eq!(
        of("", &["from_week = 7", until_3]),
        [(4, 6, 3, at(until_3))]
    );
    assert_eq!(
        of("", &["from_week = 3", "from_week = 2"]),
        [(1, 1, 2, at("from_week = 2"))]
    );
    for six_weeks in ["weeks = 6", "first_day = 2099-01-05\nlast_day = 2099-02-15"] {
        assert_eq!(of(six_weeks, &[until_3]), [(4, 6, 3, at(until_3))]);
        assert_eq!(of(six_weeks, &["until_week = 6"]), []);
    }
}

#[test]
fn a_list_of_days_without_any_is_warned_of() {
    assert_eq!(codes(&scheduled("days = []")), ["no-days"]);
    assert_eq!(codes(&exercise("days = []")), ["no-days"]);
}

#[test]
fn a_programme_is_measured_by_what_a_week_of_it_has() {
    let phases = |long: &str, weeks: [&str; 3]| {
        let exercise = |weeks: &str| format!("[[exercise]]\nname = \"E\"\n{long}\n{weeks}\n");
        let reading = read_text(&format!("{TOP}{}", weeks.map(exercise).concat()));
        let mistakes = reading.diagnostics.iter().filter(|it| it.is_error());
        let mistakes: Vec<_> = mistakes
            .map(|it| (it.mistake.code(), it.place.line))
            .collect();
        mistakes
    };
    let one_by_one = [
        "until_week = 3",
        "from_week = 4\nuntil_week = 6",
        "from_week = 7",
    ];
    let two_at_once = [
        "until_week = 3",
        "from_week = 4\nuntil_week = 6",
        "from_week = 6",
    ];
    let hours = "time = 3600\nsets = 9";
    assert_eq!(phases(hours, one_by_one), []);
    assert_eq!(phases(hours, two_at_once), [("too-long", 14)]);
    let steps = "hold = 1\nreps = 600\nsets = 6\nrest = 0";
    assert_eq!(phases(steps, one_by_one), []);
    assert_eq!(phases(steps, two_at_once).len(), 0);
    let steps = "hold = 1\nreps = 600\nsets = 10\nrest = 0\nprepare = 0\nrest_between_sets = 0";
    assert_eq!(phases(steps, one_by_one), []);
    assert_eq!(
        phases(steps, two_at_once).first().unwrap().0,
        "too-many-steps"
    );
}

#[test]
fn what_contradicts_itself_about_days_is_a_mistake() {
    for (code, keys) in [
        ("days-twice", "days = [\"mon\"]\ndays_per_week = 3"),
        ("days-twice", "days = [\"mon\"]\ndays_between = 1"),
        ("days-dont-fit", "days_per_week = 4\ndays_between = 1"),
        ("days-dont-fit", "days_per_week = 2\ndays_between = 3"),
        ("number-range", "days_per_week = 8"),
        ("number-range", "days_per_week = 0"),
        ("number-range", "days_between = 7"),
        ("wrong-kind", "days_per_week = \"3x/week\""),
    ] {
        assert_eq!(codes(&scheduled(keys)), [code], "{keys}");
        assert_eq!(codes(&exercise(keys)), [code], "{keys}");
    }
    let above = "max_per_day = 2\n[[exercise]]\nname = \"x\"\ninstructions = [\"x\"]\n\
                 figure = \"bridge\"\ntimes_per_day = 3";
    assert_eq!(codes(&scheduled(above)), ["times-above-max"]);
}

#[test]
fn what_contradicts_itself_about_a_programme_is_a_mistake() {
    for (code, keys) in [
        ("ends-twice", "weeks = 6\nlast_day = 2099-01-10"),
        (
            "ends-before-it-begins",
            "first_day = 2099-02-01\nlast_day = 2099-01-10",
        ),
        ("never-over", "afterwards = \"Walk.\""),
        ("programme-over", "last_day = 2020-01-10"),
        ("programme-over", "first_day = 2020-01-10\nweeks = 6"),
        ("wrong-kind", "weeks = \"6\""),
        ("number-range", "weeks = 0"),
    ] {
        assert_eq!(codes(&scheduled(keys)), [code], "{keys}");
    }
    for (code, keys) in [
        ("key-missing", "[[exercise.step]]\nsets = 3"),
        ("number-range", "[[exercise.step]]\nfrom_week = 1\nsets = 3"),
        ("step-changes-nothing", "[[exercise.step]]\nfrom_week = 3"),
        (
            "no-effect",
            "[[exercise.step]]\nfrom_week = 3\npace = \"5s\"",
        ),
        (
            "week-twice",
            "[[exercise.step]]\nfrom_week = 3\nsets = 3\n[[exercise.step]]\nfrom_week = 3\nreps = 4",
        ),
        (
            "cue-after-end",
            "[[exercise.cue]]\nat = 15\nsay = \"Go.\"\n[[exercise.step]]\nfrom_week = 3\nhold = 10",
        ),
        (
            "too-many-steps",
            "[[exercise.step]]\nfrom_week = 3\nreps = 1000\nsets = 100\nhold = 1",
        ),
    ] {
        let found = codes(&exercise(keys));
        assert!(found.contains(&code), "{keys}: {found:?}");
    }
}

#[test]
fn a_dose_changes_from_the_week_that_is_written_on_and_stays() {
    let steps = "[[exercise.step]]\nfrom_week = 5\nreps = 4\n\
                 [[exercise.step]]\nfrom_week = 3\nsets = 3\nhold = \"30s\"";
    let exercise = routine(exercise(steps)).exercises.remove(0);
    for (week, sets, hold, reps) in [
        (0, 1, 20, 3),
        (1, 1, 20, 3),
        (2, 1, 20, 3),
        (3, 3, 30, 3),
        (4, 3, 30, 3),
        (5, 3, 30, 4),
        (u32::MAX, 3, 30, 4),
    ] {
        let exercise = exercise.in_week(week);
        let hold = Duration::from_secs(hold);
        assert_eq!(exercise.dose, Dose::Hold { hold, reps }, "{week}");
        assert_eq!(exercise.sets, sets, "{week}");
    }
}

#[test]
fn what_is_written_for_one_side_stays_when_the_dose_of_both_changes() {
    let steps = "sides = \"each\"\nreps = \"8 to 12\"\nleft = { reps = 6 }\n\
                 [[exercise.step]]\nfrom_week = 3\nreps = 12\nsets = 2\n\
                 [[exercise.step]]\nfrom_week = 4\nright = { sets = 3 }\n\
                 [[exercise.step]]\nfrom_week = 5\nreps = 15\nsets = 4\nleft = { reps = 8 }\n\
                 [[exercise.step]]\nfrom_week = 6\nreps = 20";
    let exercise = routine(exercise(steps)).exercises.remove(0);
    for (week, left, right) in [
        (1, (6, 1), (8, 1)),
        (3, (6, 2), (12, 2)),
        (4, (6, 2), (12, 3)),
        (5, (8, 4), (15, 3)),
        (6, (8, 4), (20, 3)),
    ] {
        let exercise = exercise.in_week(week);
        for (side, (reps, sets)) in [(Side::Left, left), (Side::Right, right)] {
            let of_side = exercise.on(Some(side));
            assert!(
                matches!(of_side.dose, Dose::Hold { reps: is, .. } if is == reps),
                "{week}"
            );
            assert_eq!(of_side.sets, sets, "{week}");
        }
    }
}

#[test]
fn weeks_count_from_the_first_day_or_else_from_the_first_session() {
    let of = |keys: &str| routine(scheduled(keys)).schedule;
    let day = |day| date(2099, 1, day);
    let written = of("first_day = 2099-01-05\nweeks = 2");
    for (date, week) in [(1, 1), (5, 1), (11, 1), (12, 2), (26, 4)] {
        assert_eq!(written.week_on(day(date), Some(day(20))), week, "{date}");
    }
    assert_eq!(written.ends_on(Some(day(20))), Some(day(18)));
    let by_session = of("weeks = 1");
    assert_eq!(by_session.ends_on(None), None);
    assert_eq!(by_session.ends_on(Some(day(5))), Some(day(11)));
    assert_eq!(by_session.week_on(day(12), Some(day(5))), 2);
    assert_eq!(by_session.week_on(day(12), None), 1, "it has not begun");
    for extreme in [Date::MIN, Date::MAX] {
        by_session.week_on(extreme, Some(day(5)));
        written.ends_on(Some(extreme));
        by_session.ends_on(Some(extreme));
    }
}

/// The same routine, week and choice of exercises give the same plan, with each side's whole dose of
/// that week.
#[test]
fn every_week_has_a_plan_of_its_whole_dose() {
    for seed in 0..100 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut text = TOP.to_owned();
        let has_rounds = random.u8(0..3) == 0;
        let mut of_exercise = "";
        if has_rounds {
            text = format!(
                "{text}[[group]]\nname = \"C\"\nrounds = {}\n",
                random.u32(2..5)
            );
            of_exercise = "group = \"C\"\n";
        }
        for number in 0..random.usize(1..5) {
            let sides = random
                .choice(["none", "left", "each", "alternate"])
                .unwrap();
            text = format!(
                "{text}[[exercise]]\nname = \"E{number}\"\nreps = {}\nsides = \"{sides}\"\n{of_exercise}",
                random.u32(1..5)
            );
            for week in 2..10 {
                if random.u8(0..3) > 0 {
                    continue;
                }
                text = format!(
                    "{text}[[exercise.step]]\nfrom_week = {week}\nhold = {}\n",
                    random.u32(5..60)
                );
                if !has_rounds {
                    text = format!("{text}sets = {}\n", random.u32(1..5));
                }
            }
        }
        let routine = read_text(&text).routine.unwrap();
        for week in 1..12 {
            let part = routine.part(week, |_| true);
            let plan = Plan::of(&part);
            assert_eq!(plan, Plan::of(&routine.part(week, |_| true)), "{seed}");
            let size = measure(&part.exercises);
            assert_eq!(size.steps, plan.steps.len() as u64, "{seed}");
            assert_eq!(size.total, plan.total, "{seed}");
            for (index, exercise) in part.exercises.iter().enumerate() {
                let holds = plan.work().filter(|(_, step)| step.exercise == index);
                let sides = match exercise.sides {
                    crate::routine::Sides::Each | crate::routine::Sides::Alternate => 2,
                    _ => 1,
                };
                let reps = exercise.dose.reps().unwrap_or(1);
                let of_side = (reps * exercise.sets * sides) as usize;
                assert_eq!(holds.count(), of_side, "{seed} {week} {index}");
            }
        }
    }
}

#[test]
fn a_load_a_tempo_a_range_and_a_dose_of_a_side_change_from_a_week_on() {
    let text = format!(
        "{TOP}[[exercise]]\nname = \"Raise\"\nreps = 8\nkind = \"reps\"\nload = \"1 kg\"\n\
         sides = \"each\"\nsets = 2\n\
         [[exercise.step]]\nfrom_week = 2\nreps = \"8 to 12\"\nload = \"2 kg\"\n\
         [[exercise.step]]\nfrom_week = 3\ntempo = \"2s up, 3s down\"\nleft = {{ reps = 5, sets = 1 }}\n\
         [[exercise.step]]\nfrom_week = 4\npace = 6\nsets = \"1 to 2\"\n"
    );
    let exercise = read_text(&text).routine.unwrap().exercises.swap_remove(0);
    let week = |week| exercise.in_week(week);
    let load = |week| exercise.in_week(week).load.unwrap();
    assert_eq!([load(1), load(2), load(4)], ["1 kg", "2 kg", "2 kg"]);
    assert_eq!((week(1).more_reps, week(2).more_reps), (0, 4));
    assert_eq!(week(3).tempo.parts().len(), 2);
    let left = week(3).on(Some(Side::Left)).clone();
    assert_eq!(
        (left.dose.reps(), left.more_reps, left.sets),
        (Some(5), 0, 1)
    );
    let right = week(3).on(Some(Side::Right)).clone();
    assert_eq!(
        (right.dose.reps(), right.more_reps, right.sets),
        (Some(8), 4, 2)
    );
    let pace = Duration::from_secs(6);
    assert!(week(4).tempo.is_empty());
    let left = week(4).on(Some(Side::Left)).clone();
    assert_eq!(left.dose, Dose::Paced { reps: 5, pace });
    assert_eq!((left.sets, left.more_sets), (1, 0));
}

#[test]
fn an_activity_takes_longer_from_a_week_on() {
    let text = format!(
        "{TOP}[schedule]\nweeks = 4\n\n[[exercise]]\nname = \"Walk\"\ntime = \"10m\"\n\
         [[exercise.step]]\nfrom_week = 3\ntime = \"15m\"\n"
    );
    let read = read_text(&text);
    assert_eq!(read.diagnostics, []);
    let exercise = read.routine.unwrap().exercises.swap_remove(0);
    let minutes = |week| exercise.in_week(week).step_length().unwrap().as_secs() / 60;
    assert_eq!([1, 2, 3, 4].map(minutes), [10, 10, 15, 15]);
}

#[test]
fn what_a_step_says_to_no_effect_is_told() {
    let step = |of_exercise: &str, of_step: &str| {
        let text = format!(
            "{TOP}[[exercise]]\nname = \"Raise\"\n{of_exercise}\n\
             [[exercise.step]]\nfrom_week = 2\n{of_step}\n"
        );
        let diagnostics = read_text(&text).diagnostics;
        let mistakes = diagnostics.into_iter().map(|it| it.mistake);
        mistakes.collect::<Vec<_>>()
    };
    let tempo = "tempo = \"2s up, 2s down\"";
    let idle = |key, kind| Mistake::NoEffect { key, kind };
    for (of_exercise, of_step, mistake) in [
        (
            "kind = \"reps\"\nsides = \"each\"",
            "left = { hold = 5 }",
            idle("hold", "reps"),
        ),
        ("", "time = \"15m\"", idle("time", "hold")),
        ("kind = \"open\"", "time = 60", idle("time", "open")),
        (
            "time = 60\nsides = \"each\"",
            "right = { reps = 5 }",
            idle("reps", "time"),
        ),
        (
            "",
            tempo,
            Mistake::NoEffect {
                key: "tempo",
                kind: "hold",
            },
        ),
        (
            "",
            "left = { reps = 2 }",
            Mistake::NoEffectWithoutSides { key: "left" },
        ),
        (
            "sides = \"left\"",
            "right = { reps = 2 }",
            Mistake::NoEffectWithoutSides { key: "right" },
        ),
        (
            "kind = \"reps\"\nsides = \"alternate\"",
            "left = { reps = 2 }",
            Mistake::SideDoseAtPace,
        ),
        (
            "kind = \"reps\"",
            "tempo = \"2s up, 2s down\"\npace = 3",
            Mistake::NoEffectBesideTempo,
        ),
    ] {
        let mistakes = step(of_exercise, of_step);
        assert!(mistakes.contains(&mistake), "{of_step}: {mistakes:?}");
    }
}

#[test]
fn a_routine_is_as_long_as_its_first_session() {
    let walk =
        "[[exercise]]\nname = \"Walk\"\nkind = \"open\"\nposition = \"seated\"\nfrom_week = 8\n";
    let bend = "[[exercise]]\nname = \"Bend the knee\"\nposition = \"floor\"\n";
    let rise = "[[exercise]]\nname = \"Rise\"\nposition = \"standing\"\nuntil_week = 4\n";
    let step = "[[exercise.step]]\nfrom_week = 2\nhold = 40\n";
    for exercises in [
        [walk, bend, rise].concat(),
        [bend, walk, step, rise].concat(),
        [rise, walk, bend].concat(),
    ] {
        let routine = read_text(&format!("{TOP}{exercises}")).routine.unwrap();
        let plan = Plan::of(&routine.part(1, |_| true));
        assert_eq!(routine.size().total, plan.total, "{exercises}");
        assert_eq!(routine.first_session().exercises.len(), 2);
    }
}
