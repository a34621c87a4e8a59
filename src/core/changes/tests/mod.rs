//! What is told of two versions, and what is not.

use jiff::civil::Date;

mod keys;

use super::*;
use crate::routine::{Surroundings, read};

fn routine(text: &str) -> Routine {
    let surroundings = Surroundings {
        stem: "x",
        today: Date::constant(2026, 1, 1),
        image: &|_| Ok(()),
    };
    let text = format!("format = 1\n{text}");
    let reading = read(text.as_bytes(), &surroundings);
    assert_eq!(reading.errors(), 0, "{:#?}", reading.diagnostics);
    reading.routine.unwrap()
}

/// The differences without their words: what they are about, and what was and is said.
fn told(before: &str, after: &str) -> Vec<String> {
    let changes = between(&routine(before), &routine(after));
    changes
        .into_iter()
        .map(|change| {
            let what = match change.what {
                What::Added => "added".to_owned(),
                What::Removed => "removed".to_owned(),
                What::Moved => "moved".to_owned(),
                What::Renamed { before } => format!("was {before}"),
                What::Value { field, .. } => field.to_owned(),
                What::Text { field, was, is, .. } => format!("{field} {was} {is}"),
                What::Item { field, item, is } => format!("{field} {item} {is}"),
            };
            match change.exercise {
                Some(name) => format!("{name}: {what}"),
                None => what,
            }
        })
        .collect()
}

const KNEE: &str = "[[exercise]]\nname = \"Knee\"\nhold = \"20s\"\n";
const HIP: &str = "[[exercise]]\nname = \"Hip\"\nhold = \"20s\"\nreps = 2\n";
const FOOT: &str = "[[exercise]]\nname = \"Foot\"\nhold = \"30s\"\n";

#[test]
fn the_same_routine_has_no_change() {
    let text = format!("title = \"T\"\n{KNEE}{HIP}");
    assert_eq!(told(&text, &text), [""; 0]);
    let numbered = format!("title = \"T\"\nrevision = 2\nupdated = 2026-01-01\n{KNEE}{HIP}");
    assert_eq!(told(&text, &numbered), [""; 0], "nothing that one does");
}

#[test]
fn a_longer_hold_is_told_and_what_follows_from_it_is_not() {
    let before = format!("title = \"T\"\n{KNEE}");
    let after = before.replace("20s", "30s");
    assert_eq!(told(&before, &after), ["Knee: exercise.hold"]);
    let shorter = before.replace("20s", "10s");
    assert_eq!(told(&before, &shorter), ["Knee: exercise.hold"]);
    let more = format!(
        "{before}instructions = [\"Lie down on your back with both of your legs long and wait.\"]\n"
    );
    assert_eq!(
        told(&before, &more),
        ["Knee: exercise.instructions false true"]
    );
}

#[test]
fn exercises_that_come_go_move_and_get_another_name_are_told_once_each() {
    let of = |exercises: &[&str]| format!("title = \"T\"\n{}", exercises.concat());
    let before = of(&[KNEE, HIP, FOOT]);
    assert_eq!(told(&before, &of(&[KNEE, FOOT])), ["Hip: removed"]);
    assert_eq!(told(&of(&[KNEE, FOOT]), &before), ["Hip: added"]);
    assert_eq!(told(&before, &of(&[FOOT, KNEE, HIP])), ["Foot: moved"]);
    let renamed = HIP.replace("Hip", "The hip");
    assert_eq!(
        told(&before, &of(&[KNEE, &renamed, FOOT])),
        ["The hip: was Hip"]
    );
}

#[test]
fn schedule_and_safety_are_told() {
    let before = format!("title = \"T\"\n[safety]\nstop_if = [\"a\", \"b\"]\n{KNEE}");
    let after = format!(
        "title = \"T\"\n[schedule]\ndays = [\"mon\"]\ntimes_per_day = 2\n[safety]\nstop_if = [\"c\", \"a\"]\npain_limit = 3\n{KNEE}"
    );
    assert_eq!(
        told(&before, &after),
        [
            "schedule.times_per_day",
            "schedule.days",
            "safety.pain_limit",
            "safety.stop_if c true",
            "safety.stop_if b false"
        ]
    );
}

#[test]
fn what_belongs_together_is_told_once_under_the_name_that_it_has_now() {
    let group =
        |name: &str, rounds: u32| format!("[[group]]\nname = \"{name}\"\nrounds = {rounds}\n");
    let member = |of: &str, name: &str| format!("{of}group = \"{name}\"\n");
    let circuit = |name, rounds| {
        let (knee, hip) = (member(KNEE, name), member(HIP, name));
        format!("title = \"T\"\n{}{knee}{hip}{FOOT}", group(name, rounds))
    };
    let before = circuit("Legs", 3);
    assert_eq!(told(&before, &circuit("Legs", 2)), ["Legs: group.rounds"]);
    assert_eq!(told(&before, &circuit("Hips", 3)), ["Hips: was Legs"]);
    assert_eq!(
        told(&before, &circuit("Hips", 2)),
        ["Hips: was Legs", "Hips: group.rounds"]
    );
    let alone = format!("title = \"T\"\n{KNEE}{HIP}{FOOT}");
    assert_eq!(
        told(&alone, &before),
        [
            "Legs: group.rounds",
            "Knee: exercise.group",
            "Hip: exercise.group"
        ]
    );
    let chosen = before.replace("rounds = 3", "choose = 1");
    assert_eq!(
        told(&alone, &chosen),
        [
            "Legs: group.choose",
            "Knee: exercise.group",
            "Hip: exercise.group"
        ]
    );
}

#[test]
fn sets_of_its_own_that_a_circuit_takes_the_place_of_are_told() {
    let three = format!("title = \"T\"\n{KNEE}sets = 3\n{HIP}");
    let circuit = format!(
        "title = \"T\"\n[[group]]\nname = \"Legs\"\nrounds = 2\n{KNEE}group = \"Legs\"\n{HIP}group = \"Legs\"\n"
    );
    let told = told(&three, &circuit);
    assert!(told.contains(&"Knee: exercise.sets".to_owned()), "{told:?}");
}

#[test]
fn rounds_are_told_of_their_group_and_not_as_sets_that_nobody_wrote() {
    let one = format!("title = \"T\"\n{KNEE}{HIP}");
    let circuit = format!(
        "title = \"T\"\n[[group]]\nname = \"Legs\"\nrounds = 3\n{KNEE}group = \"Legs\"\n{HIP}group = \"Legs\"\n"
    );
    for told in [told(&one, &circuit), told(&circuit, &one)] {
        assert!(!told.iter().any(|it| it.contains("sets")), "{told:?}");
    }
}

#[test]
fn a_short_text_that_is_new_is_told_and_a_picture_or_a_long_one_is_not() {
    let with = |line: &str| format!("title = \"T\"\n{KNEE}{line}\n");
    let texts = |line: &str| {
        let changes = between(&routine(&with("")), &routine(&with(line)));
        let texts = changes.into_iter().filter_map(|change| match change.what {
            What::Text { text, .. } => Some(text),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    let told = |text: &str| vec![Some(text.to_owned())];
    assert_eq!(texts("easier = \"Bend less\""), told("Bend less"));
    let long = "x".repeat(201);
    assert_eq!(texts(&format!("caution = \"{long}\"")), [None]);
    assert_eq!(texts("instructions = [\"Lie down.\"]"), [None]);
}
