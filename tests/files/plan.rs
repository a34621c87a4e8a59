//! `supple plan`.

use serde_json::json;

use crate::{BAD, Machine};

const ROUTINE: &str = r#"
format = 1
title = "Two"
revision = 4

[[exercise]]
name = "Knee"
sides = "each"
hold = "20s"
reps = 1
prepare = "10s"
rest_after = "5s"

[[exercise]]
name = "Breathe"
kind = "open"
prepare = 0
"#;

#[test]
fn the_steps_are_told_with_their_times() {
    let machine = Machine::new();
    machine.write("two.toml", ROUTINE);
    let reported = machine.supple(["plan", "two.toml"]);
    assert_eq!(reported.code, 0);
    let expected = "\
Two · 1:00 · 6 steps

Knee
    0:00    0:10  Get ready
    0:10    0:20  Hold, left side
    0:30    0:05  Switch to the right side
    0:35    0:20  Hold, right side
    0:55    0:05  Rest

Breathe
    1:00          In your own time
";
    assert_eq!(reported.stdout, expected);
}

#[test]
fn programs_get_every_step_with_its_milliseconds() {
    let machine = Machine::new();
    machine.write("two.toml", ROUTINE);
    let reported = machine.supple(["plan", "two.toml", "--json"]).json();
    let step = |index, kind, start_ms, duration_ms, exercise, side, set, rep| {
        json!({
            "index": index, "kind": kind, "start_ms": start_ms, "duration_ms": duration_ms,
            "exercise": exercise, "side": side, "begins_with": null, "set": set, "rep": rep, "extra": false,
        })
    };
    let (left, right, one, none) = (json!("left"), json!("right"), json!(1), json!(null));
    let expected = json!({
        "format": 1,
        "routine": {"id": "two", "revision": 4, "title": "Two"},
        "total_ms": 60_000,
        "steps": [
            step(0, "prepare", 0, json!(10_000), "knee", &left, &none, &none),
            step(1, "hold", 10_000, json!(20_000), "knee", &left, &one, &one),
            step(2, "switch", 30_000, json!(5000), "knee", &right, &one, &none),
            step(3, "hold", 35_000, json!(20_000), "knee", &right, &one, &one),
            step(4, "rest", 55_000, json!(5000), "knee", &none, &none, &none),
            step(5, "wait", 60_000, json!(null), "breathe", &none, &one, &none),
        ],
    });
    assert_eq!(reported, expected);
}

const CIRCUIT: &str = r#"
format = 1
title = "Circuit"

[[group]]
name = "Strength"
rounds = 2

[[group]]
name = "To finish"
choose = 1

[[exercise]]
name = "March"
time = "20s"
prepare = "5s"
group = "Strength"

[[exercise]]
name = "Walk"
time = "30s"
prepare = "5s"
group = "Strength"

[[exercise]]
name = "Sway"
time = "1m"
prepare = "5s"
group = "To finish"

[[exercise]]
name = "Swing"
time = "2m"
prepare = "5s"
group = "To finish"
"#;

#[test]
fn a_circuit_is_told_round_by_round_with_what_was_chosen_after_it() {
    let machine = Machine::new();
    machine.write("circuit.toml", CIRCUIT);
    let rounds = "\
March
    0:00    0:05  Get ready, Round 1 of 2
    0:05    0:20  Keep going, Round 1 of 2
    0:25    0:05  Rest

Walk
    0:30    0:05  Get ready, Round 1 of 2
    0:35    0:30  Keep going, Round 1 of 2

March
    1:05    1:00  Rest, Round 2 of 2
    2:05    0:05  Get ready, Round 2 of 2
    2:10    0:20  Keep going, Round 2 of 2
    2:30    0:05  Rest

Walk
    2:35    0:05  Get ready, Round 2 of 2
    2:40    0:30  Keep going, Round 2 of 2
    3:10    0:05  Rest
";
    for (choose, name, length) in [
        (None, "Sway", "1:00"),
        (Some("sway"), "Sway", "1:00"),
        (Some("Swing"), "Swing", "2:00"),
    ] {
        let choose = choose.map(|choose| ["--choose", choose]);
        let arguments = ["plan", "circuit.toml"].into_iter();
        let reported = machine.supple(arguments.chain(choose.into_iter().flatten()));
        assert_eq!(reported.code, 0, "{}", reported.stderr);
        assert!(reported.stdout.contains(rounds), "{}", reported.stdout);
        let last =
            format!("{name}\n    3:15    0:05  Get ready\n    3:20    {length}  Keep going\n");
        assert!(reported.stdout.ends_with(&last), "{}", reported.stdout);
    }
    let unknown = machine.supple(["plan", "circuit.toml", "--choose", "walk"]);
    assert_eq!(unknown.code, 2, "an exercise that is in any case");
    let json = machine.supple(["plan", "circuit.toml", "--json"]).json();
    let set = |index: usize| json["steps"][index]["set"].clone();
    assert_eq!([set(0), set(1), set(2)], [json!(1), json!(1), json!(null)]);
}

#[test]
fn exercises_are_chosen_by_what_names_one_alone_and_no_more_than_are_meant() {
    let machine = Machine::new();
    let exercise =
        |name: &str, keys: &str| format!("[[exercise]]\nname = \"{name}\"\ntime = 30\n{keys}\n");
    let legs = "group = \"Legs\"";
    let text = [
        "format = 1\ntitle = \"x\"\n[[group]]\nname = \"Legs\"\nchoose = 2\n".to_owned(),
        // The warm-up has the name of one there is a choice of.
        exercise("March", "id = \"warm-up\""),
        exercise("March", legs),
        exercise("Squat", legs),
        exercise("Squat", &format!("{legs}\nid = \"deep-squat\"")),
        exercise("Lunge", legs),
    ];
    machine.write("any.toml", text.concat());
    let plan = |choose: &str| machine.supple(["plan", "any.toml", "--choose", choose]);
    let chosen = plan("March,deep-squat");
    assert_eq!(chosen.code, 0, "{}", chosen.stderr);
    assert!(!chosen.stdout.contains("Lunge"), "{}", chosen.stdout);
    for (choose, complaint) in [
        ("squat", ""),
        ("SQUAT", "squat, deep-squat"),
        (
            "march,squat,lunge",
            "3 exercises are named for “Legs”, of which 2 are meant.",
        ),
        ("warm-up", "“warm-up”"),
    ] {
        let ended = plan(choose);
        let code = if complaint.is_empty() { 0 } else { 2 };
        assert_eq!(ended.code, code, "{choose}: {}", ended.stderr);
        assert!(
            ended.stderr.contains(complaint),
            "{choose}: {}",
            ended.stderr
        );
    }
}

#[test]
fn repetitions_that_alternate_sides_are_one_step_at_a_steady_pace() {
    let machine = Machine::new();
    let exercise = "name = \"March\"\nkind = \"reps\"\nreps = 6\npace = \"2s\"\nsides = \"alternate\"\nprepare = 10\n";
    let text =
        format!("format = 1\ntitle = \"x\"\n[[exercise]]\n{exercise}first_side = \"right\"\n");
    machine.write("march.toml", text);
    let reported = machine.supple(["plan", "march.toml", "--json"]).json();
    let expected = json!({
        "index": 1, "kind": "reps", "start_ms": 10_000, "duration_ms": 24_000,
        "exercise": "march", "side": null, "begins_with": "right", "set": 1, "rep": null, "extra": false,
    });
    assert_eq!(reported["steps"][1], expected);
    let reported = machine.supple(["plan", "march.toml"]).stdout;
    let line = "0:24  Repetitions, each side in turn, right first\n";
    assert!(reported.contains(line), "{reported}");
    let reported = machine.supple(["guide", "march.toml", "--rehearse"]).stdout;
    let dose = "6 repetitions at a pace of 2 seconds, as many on each side, in turn, right first\n";
    assert!(reported.contains(dose), "{reported}");
}

#[test]
fn a_plan_without_a_good_routine_ends_with_one() {
    let machine = Machine::new();
    machine.write("bad.toml", BAD);
    machine.write("folder/x.toml", ROUTINE);
    for (name, reported) in [
        ("bad.toml", "titel"),
        ("folder", "is a folder"),
        ("not-there.toml", "not-there.toml"),
        ("lower-back-releif", "lower-back-relief"),
    ] {
        let ended = machine.supple(["plan", name]);
        assert_eq!(ended.code, 1, "{name}");
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
        assert_eq!(ended.stdout, "", "{name}");
    }
}

#[test]
fn a_folder_is_not_taken_for_the_routine_of_its_name() {
    let machine = Machine::new();
    machine.write("lower-back-relief/notes.txt", "mine");
    let reported = machine.supple(["plan", "lower-back-relief"]);
    assert!(
        reported.stdout.starts_with("Lower back relief"),
        "{}",
        reported.stderr
    );
}

#[test]
fn an_own_file_with_mistakes_is_reported_and_no_other_routine_is_given_in_its_place() {
    let machine = Machine::new();
    for name in ["lower-back-relief", "mine"] {
        let path = format!("data/routines/{name}.toml");
        machine.write(&path, BAD);
        for command in ["plan", "guide"] {
            let reported = machine.supple([command, name]);
            assert_eq!(reported.code, 1, "{command} {name}");
            assert!(reported.stderr.contains("titel"), "{}", reported.stderr);
            assert!(reported.stderr.contains(&path), "{}", reported.stderr);
            assert_eq!(reported.stdout, "", "{command} {name}");
        }
    }
    // One that writes the id, whatever it is called, and however much of it can be read.
    let written = |broken: &str| format!("id = \"neck-and-shoulders\"\n{broken}");
    for broken in [written(BAD), written(&BAD.replace("Back\"", "Back"))] {
        machine.write("data/routines/from-my-physio.toml", broken);
        let reported = machine.supple(["plan", "neck-and-shoulders"]);
        assert_eq!((reported.code, reported.stdout.as_str()), (1, ""));
        assert!(
            reported.stderr.contains("from-my-physio"),
            "{}",
            reported.stderr
        );
    }
    // Another file of one's own may have taken over the id.
    let good = ROUTINE.replace("format = 1", "format = 1\nid = \"mine\"");
    machine.write("data/routines/other.toml", good);
    assert!(machine.supple(["plan", "mine"]).stdout.starts_with("Two"));
}

/// As the first Supple came with it.
#[test]
fn a_file_of_the_first_days_is_read_and_laid_out_as_it_was_then() {
    let machine = Machine::new();
    let old = include_str!("old/lower-back-relief.toml");
    machine.write("old.toml", old);
    assert_eq!(machine.supple(["check", "old.toml"]).code, 0);
    let planned = machine.supple(["plan", "old.toml"]);
    assert_eq!(
        planned.stdout,
        include_str!("old/lower-back-relief.plan.txt")
    );
}
