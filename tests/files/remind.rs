//! `supple remind`.

use crate::{GOOD, Machine};

/// A Monday.
const PLAN: [&str; 4] = ["remind", "--plan", "--on", "2027-01-04"];

fn with_settings(reminders: &str) -> Machine {
    let machine = Machine::new();
    let text = format!("[reminders]\n{reminders}\n");
    machine.write("config/settings.toml", text);
    machine
}

#[test]
fn a_day_at_the_desk_is_told_by_the_hours_of_the_settings() {
    let machine = with_settings(
        "on = true\nroutine = \"two-minute-standing-break\"\nsitting_minutes = 80\n\
         work = { monday = \"8:00-12:00\" }\nmeal = \"10:00-10:30\"",
    );
    let told = machine.supple(PLAN);
    assert_eq!(told.code, 0, "{}", told.stderr);
    let lines: Vec<&str> = told.stdout.lines().collect();
    let expected = [
        "January 4, 2027:",
        " 9:20  Two-minute standing break  after 80 minutes of sitting",
        "11:50  Two-minute standing break  after 80 minutes of sitting",
    ];
    assert_eq!(lines[1..3], expected[1..], "{}", told.stdout);
    let sunday = machine.supple(["remind", "--plan", "--on", "2027-01-03"]);
    assert!(sunday.stdout.contains("no reminder"), "{}", sunday.stdout);
}

#[test]
fn a_routines_own_times_are_kept_and_the_floor_is_for_after_work() {
    let machine = with_settings("on = true\nwhen = \"fixed-times\"");
    let back = GOOD.replace(
        "[[exercise]]",
        "[schedule]\nat = [\"07:30\", \"12:00\", \"21:00\"]\n[[exercise]]\nposition = \"floor\"",
    );
    machine.write("data/routines/mine.toml", back);
    let plan = [&PLAN[..], &["--json"]].concat();
    let told = machine.supple(plan).json();
    let reminders = told["reminders"].as_array().unwrap();
    let times: Vec<_> = reminders
        .iter()
        .map(|it| (&it["at"], &it["time"]))
        .collect();
    let expected = [("07:30", "07:30"), ("17:00", "12:00"), ("21:00", "21:00")];
    assert_eq!(times.len(), expected.len(), "{told}");
    for ((at, time), (expected_at, expected_time)) in times.into_iter().zip(expected) {
        assert!(at.as_str().unwrap().contains(expected_at), "{told}");
        assert_eq!(time, expected_time);
    }
    assert_eq!((&told["format"], &told["on"]), (&1.into(), &true.into()));
}

#[test]
fn reminders_that_are_off_and_a_day_that_is_none_are_told() {
    let told = with_settings("on = false").supple(PLAN);
    assert!(
        told.stdout.contains("Reminders are off."),
        "{}",
        told.stdout
    );
    let told = Machine::new().supple(["remind", "--plan", "--on", "2027-02-30"]);
    assert_eq!(told.code, 2);
}

#[test]
fn what_of_the_settings_can_not_be_kept_is_told_with_the_plan() {
    for (settings, says) in [
        ("on = true\nawake = \"25:00-26:00\"", "awake"),
        ("on = true\nwork = { Tuesday = \"9-17\" }", "“work”"),
        ("on = true\nroutine = \"nope\"", "nope"),
    ] {
        let told = with_settings(settings).supple(PLAN);
        assert_eq!(told.code, 0, "{}", told.stderr);
        assert!(told.stderr.contains(says), "{settings}: {}", told.stderr);
    }
}
