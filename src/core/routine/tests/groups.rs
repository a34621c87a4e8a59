//! Exercises that belong together, in rounds or to choose from.

use std::time::Duration;

use super::read_text;
use crate::plan::Plan;
use crate::routine::{
    Apart, GroupFault, Mistake, Routine, Severity, Side, Surroundings, measure, read,
};

const TOP: &str = "format = 1\ntitle = \"Legs\"\n";

fn routine(text: &str) -> Routine {
    let reading = read_text(text);
    let diagnostics = reading.diagnostics;
    let routine = reading.routine;
    routine.unwrap_or_else(|| panic!("{diagnostics:?} in {text}"))
}

/// A circuit of so many exercises, with these lines below the group and below each exercise.
fn circuit(group: &str, exercises: &[&str]) -> String {
    let mut text = format!("{TOP}[[group]]\nname = \"Circuit\"\n{group}\n");
    for (number, lines) in exercises.iter().enumerate() {
        text = format!(
            "{text}[[exercise]]\nname = \"E{number}\"\ntime = 30\ngroup = \"Circuit\"\n{lines}\n"
        );
    }
    text
}

/// What is wrong with the groups of a text.
fn faults(text: &str) -> Vec<GroupFault> {
    let mistakes = read_text(text).diagnostics.into_iter();
    let of_groups = mistakes.filter_map(|it| match it.mistake {
        Mistake::Group(fault) => Some(fault),
        _ => None,
    });
    of_groups.collect()
}

fn named(name: &str) -> String {
    name.to_owned()
}

#[test]
fn the_rounds_of_a_circuit_are_the_sets_of_its_exercises() {
    let text = circuit(
        "rounds = \"2 to 3\"\nrest_between_rounds = 40",
        &["", "sets = 1"],
    );
    let routine = routine(&text);
    for exercise in &routine.exercises {
        assert_eq!((exercise.sets, exercise.more_sets), (2, 1));
        assert_eq!(exercise.rest_between_sets, Duration::from_secs(40));
        let group = exercise.circuit().unwrap();
        assert_eq!((group.rounds, group.more_rounds), (2, 1));
        assert_eq!((group.name.as_str(), group.choose), ("Circuit", None));
    }
    assert!(faults(&text).is_empty());
}

#[test]
fn one_set_in_each_round_may_be_said_wherever_sets_are() {
    let step = "[[exercise.step]]\nfrom_week = 2\nsets = 1\nright = { sets = \"1 to 1\" }";
    let of_sides = "sides = \"each\"\nleft = { sets = 1 }\nright = { sets = 1 }";
    let of_sides = format!("{of_sides}\n{step}");
    let text = circuit("rounds = 3", &[&of_sides, step]);
    assert_eq!(faults(&text), []);
    let routine = routine(&text);
    for week in [1, 2] {
        for exercise in &routine.part(week, |_| true).exercises {
            for side in [None, Some(Side::Left), Some(Side::Right)] {
                assert_eq!(exercise.on(side).sets, 3, "{week} {side:?}");
            }
        }
    }
}

#[test]
fn sets_of_the_library_and_of_the_defaults_do_not_count_in_a_circuit() {
    let text = format!(
        "{TOP}[defaults]\nsets = 4\n[[group]]\nname = \"C\"\nrounds = 2\n\
         [[exercise]]\nuse = \"row-band\"\ngroup = \"C\"\n\
         [[exercise]]\nname = \"Walk\"\ntime = 60\ngroup = \"C\"\n"
    );
    let routine = routine(&text);
    assert!(faults(&text).is_empty());
    assert!(routine.exercises.iter().all(|exercise| exercise.sets == 2));
}

#[test]
fn a_group_of_one_round_changes_no_exercise() {
    let routine = routine(&circuit("choose = 1", &["sets = 3", ""]));
    let sets: Vec<u32> = routine.exercises.iter().map(|it| it.sets).collect();
    assert_eq!(sets, [3, 1]);
    assert!(routine.exercises[0].circuit().is_none());
    assert!(routine.exercises[0].is_in_group_with(&routine.exercises[1]));
}

#[test]
fn what_contradicts_itself_about_groups_is_told_where_it_is() {
    let apart = format!(
        "{}[[exercise]]\nname = \"X\"\ntime = 30\n[[exercise]]\nname = \"Y\"\ntime = 30\n\
         group = \"Circuit\"\n",
        circuit("rounds = 2", &["", ""])
    );
    let two = format!(
        "{TOP}[[group]]\nname = \"Circuit\"\n{}",
        &circuit("", &[""])[TOP.len()..]
    );
    let unknown = |name: &str| {
        circuit("", &[""]).replace("group = \"Circuit\"", &format!("group = \"{name}\""))
    };
    let near = Some(named("Circuit"));
    for (text, fault, line) in [
        (
            apart,
            GroupFault::Apart {
                name: named("Circuit"),
            },
            "group = \"Circuit\"",
        ),
        (
            two,
            GroupFault::NameTwice {
                name: named("Circuit"),
            },
            "name = \"Circuit\"",
        ),
        (
            unknown("circiut"),
            GroupFault::Unknown {
                name: named("circiut"),
                near,
            },
            "group = \"circiut\"",
        ),
        (
            unknown("Legs"),
            GroupFault::Unknown {
                name: named("Legs"),
                near: None,
            },
            "group = \"Legs\"",
        ),
        (
            circuit("rounds = 2", &["sets = 3", ""]),
            GroupFault::SetsInCircuit,
            "sets = 3",
        ),
        (
            circuit("rounds = 2", &["sides = \"each\"\nleft = { sets = 2 }", ""]),
            GroupFault::SetsInCircuit,
            "left",
        ),
        (
            circuit(
                "rounds = 2",
                &["[[exercise.step]]\nfrom_week = 2\nsets = 3", ""],
            ),
            GroupFault::SetsInCircuit,
            "sets = 3",
        ),
    ] {
        let reading = read_text(&text);
        assert!(reading.routine.is_none(), "{text}");
        let diagnostics = reading.diagnostics.iter();
        let mut found = diagnostics.filter(|it| it.mistake == Mistake::Group(fault.clone()));
        let found = found
            .next()
            .unwrap_or_else(|| panic!("{fault:?} in {text}"));
        assert_eq!(found.severity(), Severity::Error);
        let written = text.lines().nth(found.place.line - 1).unwrap();
        assert!(written.starts_with(line), "{written}");
    }
}

#[test]
fn what_is_probably_not_meant_of_a_group_is_warned_of() {
    for (text, fault) in [
        (
            circuit("rest_between_rounds = 20", &["", ""]),
            GroupFault::RestWithoutRounds,
        ),
        (
            circuit("rounds = 2", &["rest_between_sets = 20", ""]),
            GroupFault::RestInCircuit,
        ),
        (
            circuit("rounds = 2", &[""]),
            GroupFault::OneExercise {
                name: named("Circuit"),
            },
        ),
        (
            circuit("choose = 2", &["", ""]),
            GroupFault::NothingToChoose {
                choose: 2,
                count: 2,
            },
        ),
        (
            format!(
                "{}[[exercise]]\nname = \"X\"\ntime = 30\n",
                circuit("", &[])
            ),
            GroupFault::Empty {
                name: named("Circuit"),
            },
        ),
    ] {
        assert_eq!(faults(&text), [fault], "{text}");
        assert!(read_text(&text).routine.is_some(), "{text}");
    }
}

#[test]
fn some_exercises_of_a_circuit_are_a_circuit_of_those() {
    let text = circuit("rounds = 3", &["", "", ""]);
    let whole = routine(&text);
    for (of_it, steps) in [(vec![0, 2], 6), (vec![1], 3), (vec![0, 1, 2], 9)] {
        let part = whole.part(1, |index| of_it.contains(&index));
        let plan = Plan::of(&part);
        assert_eq!(plan.work().count(), steps);
        assert_eq!(measure(&part.exercises).total, plan.total);
    }
}

#[test]
fn a_text_that_is_read_in_pieces_has_the_same_circuits_and_the_same_mistakes() {
    let surroundings = Surroundings {
        stem: "legs",
        today: jiff::civil::date(2026, 11, 22),
        image: &|_| Ok(()),
    };
    let in_circuit = circuit("rounds = 2", &["", "", ""]);
    let alone = in_circuit.replacen("group = \"Circuit\"\n", "", 2);
    let apart = in_circuit.replacen(
        "name = \"E1\"\ntime = 30\ngroup = \"Circuit\"",
        "name = \"E1\"\ntime = 30",
        1,
    );
    let more = in_circuit.replace("rounds = 2", "rounds = 3");
    let unknown = in_circuit.replace("name = \"Circuit\"", "name = \"Other\"");
    // A group may stand anywhere between the exercises.
    let between = format!(
        "{TOP}[[exercise]]\nname = \"A\"\ntime = 30\n[[group]]\nname = \"Circuit\"\nrounds = 2\n{}",
        &in_circuit[in_circuit.find("[[exercise]]").unwrap()..]
    );
    let texts = [in_circuit, alone, apart, more, unknown, between];
    for first in &texts {
        let of_nothing = Apart::default();
        let known = of_nothing.read(first.as_bytes(), &surroundings);
        for then in &texts {
            let whole = read(then.as_bytes(), &surroundings);
            let known = known.as_ref().map_or(&of_nothing, |(_, known)| known);
            let again = known.read(then.as_bytes(), &surroundings);
            if let Some((reading, _)) = again {
                assert_eq!(reading, whole, "{first}\n---\n{then}");
            }
        }
    }
}
