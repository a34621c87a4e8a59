//! An exercise of a file that is used again further down.

use std::time::Duration;

use super::codes;
use super::library::in_language;
use super::routine_files::read_text;
use crate::routine::{Dose, Mistake, Reading, Side};

/// A file of exercises with these lines.
fn file(exercises: &[&str]) -> Reading {
    let exercises = exercises.iter();
    let exercises: Vec<_> = exercises
        .map(|it| format!("[[exercise]]\n{it}\n"))
        .collect();
    in_language("en", &exercises.concat())
}

const BREATHE: &str = "id = \"breathe\"\nname = \"Breathe\"\ninstructions = [\"Breathe in.\"]\nfigure = \"bridge\"\nhold = \"20s\"";

#[test]
fn an_exercise_of_the_file_is_used_again_with_a_dose_of_its_own() {
    let again = "use = \"breathe\"\nhold = \"45s\"";
    let reading = file(&[BREATHE, "use = \"bridge\"", again, "use = \"breathe\""]);
    assert_eq!(reading.diagnostics, []);
    let exercises = reading.routine.unwrap().exercises;
    let ids: Vec<_> = exercises.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["breathe", "bridge", "breathe-2", "breathe-3"]);
    let holds = [0, 2, 3].map(|at| match exercises[at].dose {
        Dose::Hold { hold, .. } => hold.as_secs(),
        _ => 0,
    });
    assert_eq!(holds, [20, 45, 20]);
    for again in [&exercises[2], &exercises[3]] {
        assert_eq!(again.name, "Breathe");
        assert_eq!(again.instructions, exercises[0].instructions);
        assert_eq!(again.figure, exercises[0].figure);
    }
}

#[test]
fn a_dose_of_its_own_is_it_on_both_sides_and_in_every_week() {
    let first = "id = \"row\"\nname = \"Row\"\nkind = \"reps\"\nreps = 10\nsides = \"each\"\n\
                 left = { reps = 6 }\n[[exercise.step]]\nfrom_week = 2\nreps = 20";
    let reading = file(&[
        first,
        "use = \"row\"\nreps = 4",
        "use = \"row\"\nload = \"2 kg\"",
    ]);
    let exercises = reading.routine.unwrap().exercises;
    let reps = |index: usize, week| {
        let exercise = exercises[index].in_week(week);
        [Side::Left, Side::Right].map(|side| exercise.on(Some(side)).dose.reps())
    };
    assert_eq!([reps(1, 1), reps(1, 2)], [[Some(4); 2]; 2]);
    assert_eq!(
        reps(2, 1),
        [Some(6), Some(10)],
        "with the same dose it is the same"
    );
    assert_eq!(reps(2, 2), [Some(6), Some(20)]);
}

#[test]
fn where_and_when_an_exercise_is_done_is_not_used_again_with_it() {
    let text = "format = 1\ntitle = \"x\"\nschedule = { weeks = 6 }\ndefaults = { reps = 4, rest = \"7s\" }\n\
        [[group]]\nname = \"Legs\"\n[[exercise]]\ngroup = \"Legs\"\nuntil_week = 2\n";
    let text = format!("{text}{BREATHE}\n[[exercise]]\nuse = \"breathe\"\nfrom_week = 3\n");
    let reading = read_text(&text);
    assert_eq!(reading.errors(), 0, "{:?}", reading.diagnostics);
    let exercises = reading.routine.unwrap().exercises;
    assert!(exercises[0].group.is_some() && exercises[1].group.is_none());
    assert_eq!((exercises[1].from_week, exercises[1].until_week), (3, None));
    // What counts for all that the file writes out counts for it.
    assert!(matches!(exercises[1].dose, Dose::Hold { reps: 4, .. }));
    assert_eq!(exercises[1].rest, Duration::from_secs(7));
}

#[test]
fn only_an_exercise_that_is_written_out_above_is_used_again() {
    let unknown = vec!["exercise-unknown"];
    for (exercises, wanted) in [
        (vec!["use = \"breathe\"", BREATHE], unknown.clone()),
        (vec!["id = \"me\"\nuse = \"me\""], unknown.clone()),
        // What takes from another is not written out.
        (
            vec![BREATHE, "id = \"two\"\nuse = \"breathe\"", "use = \"two\""],
            unknown.clone(),
        ),
        (
            vec!["id = \"mine\"\nuse = \"bridge\"", "use = \"mine\""],
            unknown,
        ),
    ] {
        assert_eq!(codes(&file(&exercises)), wanted, "{exercises:?}");
    }
    // The file's own comes before one of the library with its id.
    let own = BREATHE.replace("breathe", "quad-set");
    let reading = file(&[&own, "use = \"quad-set\""]);
    assert_eq!(reading.routine.unwrap().exercises[1].name, "Breathe");
    let later = file(&["use = \"quad-set\"", &own]);
    assert_ne!(later.routine.unwrap().exercises[0].name, "Breathe");
}

#[test]
fn a_mistake_in_what_is_used_again_is_told_once_and_where_it_stands() {
    let wrong = BREATHE.replace("20s", "2o s");
    let reading = file(&[
        &wrong,
        "use = \"breathe\"",
        "use = \"breathe\"\nreps = \"x\"",
    ]);
    assert_eq!(codes(&reading), ["duration-form", "wrong-kind"]);
    // A warning of its own words as well.
    let bare = "id = \"bare\"\nname = \"Bare\"\nfigure = \"bridge\"";
    let reading = file(&[bare, "use = \"bare\""]);
    assert_eq!(codes(&reading), ["no-instructions"]);
    // What only the new dose makes wrong is told with it.
    let cue = format!("{BREATHE}\ncue = [{{ at = \"15s\", say = \"Now\" }}]");
    let reading = file(&[&cue, "use = \"breathe\"\nhold = \"10s\""]);
    assert_eq!(codes(&reading), ["cue-after-end"]);
}

#[test]
fn an_id_that_the_file_and_the_library_have_is_warned_of_where_it_is_used_in_either_order() {
    let own = "[[exercise]]\nid = \"bridge\"\nname = \"Arch\"\nhold = \"20s\"\ninstructions = [\"Lift.\"]\nfigure = \"none\"\n";
    let used = "[[exercise]]\nuse = \"bridge\"\n";
    let warned = |text: &str| -> Vec<bool> {
        let reading = in_language("en", text);
        assert!(reading.routine.is_some(), "{text}");
        let found = reading.diagnostics.iter();
        found
            .filter_map(|found| match &found.mistake {
                Mistake::ExerciseOfBoth { is_own, .. } => Some(*is_own),
                _ => None,
            })
            .collect()
    };
    assert_eq!(warned(&[own, used].concat()), [true]);
    assert_eq!(warned(&[used, own].concat()), [false]);
    assert_eq!(warned(&[used, own, used].concat()), [false, true]);
    // One of the library under its own id is itself, however often.
    let again = format!("{used}id = \"bridge\"\n");
    assert_eq!(warned(&[&again, used].concat()), []);
    let other = own.replace("bridge", "arch");
    assert_eq!(
        warned(&[&other, used, "[[exercise]]\nuse = \"arch\"\n"].concat()),
        []
    );
    assert_eq!(warned(own), []);
}
