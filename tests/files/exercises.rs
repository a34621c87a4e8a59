//! `supple exercises`, and `supple new --from`.

use crate::Machine;

#[test]
fn the_exercises_are_listed_with_what_a_program_needs_of_them() {
    let machine = Machine::new();
    let listed = machine.supple(["exercises", "--json"]).json();
    assert_eq!(listed["format"], 1);
    let exercises = listed["exercises"].as_array().unwrap();
    let find = |id: &str| {
        let found = exercises.iter().find(|exercise| exercise["id"] == id);
        found.unwrap_or_else(|| panic!("{id}")).clone()
    };
    let raise = find("straight-leg-raise");
    assert_eq!(raise["position"], "floor");
    assert_eq!(raise["sides"], "each");
    assert!(raise["source"].as_str().unwrap().starts_with("https://"));
    assert!(
        raise["regions"]
            .as_array()
            .unwrap()
            .contains(&"knee".into())
    );
    let lines = machine.supple(["exercises"]).stdout;
    assert_eq!(lines.lines().count(), exercises.len());
    assert!(lines.contains("Straight leg raise"), "{lines}");
}

#[test]
fn the_exercises_of_one_region_are_listed_alone() {
    let machine = Machine::new();
    let all = machine.supple(["exercises", "--json"]).json();
    let of_knee = machine
        .supple(["exercises", "--region", "knee", "--json"])
        .json();
    let of_knee = of_knee["exercises"].as_array().unwrap();
    let is_of_knee = |exercise: &&serde_json::Value| {
        exercise["regions"]
            .as_array()
            .unwrap()
            .contains(&"knee".into())
    };
    let all = all["exercises"].as_array().unwrap();
    assert_eq!(of_knee.len(), all.iter().filter(is_of_knee).count());
    assert!(!of_knee.is_empty() && of_knee.len() < all.len());
    let none = machine.supple(["exercises", "--region", "kneee"]);
    assert_eq!(none.code, 2);
    assert!(none.stderr.contains("knee"), "{}", none.stderr);
}

#[test]
fn a_routine_is_started_from_exercises_and_has_no_mistake() {
    let machine = Machine::new();
    let new = machine.supple([
        "new",
        "knee.toml",
        "--from",
        "quad-set,straight-leg-raise,quad-set",
    ]);
    assert_eq!(new.code, 0, "{}", new.stderr);
    let checked = machine.supple(["check", "knee.toml"]);
    assert_eq!(checked.code, 0, "{}", checked.stderr);
    let plan = machine.supple(["plan", "knee.toml", "--json"]).json();
    assert_eq!(plan["routine"]["id"], "knee");
    let steps = plan["steps"].as_array().unwrap();
    for id in ["quad-set", "straight-leg-raise", "quad-set-2"] {
        assert!(steps.iter().any(|step| step["exercise"] == id), "{id}");
    }
    let again = machine.supple(["new", "knee.toml", "--from", "clamshell"]);
    assert_eq!(again.code, 1, "a file that is there is left alone");
}

#[test]
fn a_routine_is_started_from_another_as_one_of_its_own() {
    let machine = Machine::new();
    let text = "# Mine.\nformat = 1\nid = \"theirs\"\nrevision = 7\ntitle = \"Back\" # here\n\n\
        [[exercise]]\nuse = \"bridge\"\n";
    machine.write("theirs.toml", text);
    assert_eq!(
        machine
            .supple(["new", "mine.toml", "--from", "theirs.toml"])
            .code,
        0
    );
    let copy = std::fs::read_to_string(machine.path("mine.toml")).unwrap();
    let expected = text.replace("id = \"theirs\"\nrevision = 7\n", "");
    assert_eq!(copy, expected);
    let shipped = machine.supple(["new", "back.toml", "--from", "lower-back-relief"]);
    assert_eq!(shipped.code, 0);
    let plan = machine.supple(["plan", "back.toml", "--json"]).json();
    assert_eq!(plan["routine"]["id"], "back");
}

#[test]
fn what_is_neither_an_exercise_nor_a_routine_is_named_with_what_was_meant() {
    let machine = Machine::new();
    for (from, said) in [
        ("clamshell,birdge", "“bridge”"),
        (
            "lower-back-relief,clamshell",
            "“lower-back-relief” is no exercise",
        ),
        ("lower-back-releif", "lower-back-relief"),
    ] {
        let failed = machine.supple(["new", "x.toml", "--from", from]);
        assert_eq!(failed.code, 1, "{from}");
        assert!(failed.stderr.contains(said), "{from}: {}", failed.stderr);
        assert!(!machine.path("x.toml").exists(), "{from}");
    }
}
