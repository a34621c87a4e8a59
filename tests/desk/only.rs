//! One copy that reminds, with no bus and no display, and what others ask it for.

use std::fs;

use rustix::process::Signal;

use crate::due;
use crate::machine::Machine;
use crate::patience::await_that;
use crate::running::{Running, alone, last_answer, lock, status, supple};

#[test]
fn it_reminds_without_bus_and_display_until_it_is_asked_to_end() {
    let machine = due("");
    let told = supple(&machine, &["status"]);
    assert!(told.stdout.contains("No reminders run"), "{}", told.stdout);
    let mut running = Running::start(&machine, |_| {});
    await_that("it has tried every form", || {
        last_answer(&machine) == "not-shown"
    });
    let told = supple(&machine, &["status"]).stdout;
    for expected in [
        "nothing shows it",
        "could not be shown",
        "For the neck",
        "Today:",
        "does not tell",
    ] {
        assert!(told.contains(expected), "{expected} in {told}");
    }
    running.signal(Signal::TERM);
    assert_eq!(running.code(), Some(0));
    assert_eq!(status(&machine)["runs"], false);
}

#[test]
fn a_second_one_hands_over_and_ends() {
    let machine = due("");
    let _running = Running::start(&machine, |_| {});
    let second = supple(&machine, &["remind"]);
    assert_eq!(second.code, 0, "{}", second.stderr);
    assert!(second.stdout.contains("already"), "{}", second.stdout);
    let quiet = supple(&machine, &["remind", "--quiet", "60"]);
    assert!(quiet.stdout.starts_with("Quiet until "), "{}", quiet.stdout);
    let now = &status(&machine);
    assert_eq!(now["now"]["because"], "asked", "{now}");
    supple(&machine, &["remind", "--quiet", "off"]);
    assert_eq!(status(&machine)["quiet_until"], serde_json::Value::Null);
}

#[test]
fn where_it_was_killed_another_begins() {
    let machine = due("");
    let mut running = Running::start(&machine, |_| {});
    running.0.kill().unwrap();
    assert_eq!(running.code(), None);
    let left = fs::read_to_string(lock(&machine.folders())).unwrap();
    let socket = std::path::PathBuf::from(left.lines().next().unwrap());
    assert!(socket.exists(), "{left}");
    assert_eq!(status(&machine)["runs"], false);
    assert_eq!(supple(&machine, &["remind", "--quiet", "5"]).code, 1);
    let _another = Running::start(&machine, |_| {});
    assert!(!socket.exists(), "what was left goes");
}

#[test]
fn it_ends_when_reminders_are_turned_off_and_does_not_begin_while_they_are() {
    let machine = due("");
    let mut running = Running::start(&machine, |_| {});
    machine.write("config/settings.toml", "[reminders]\non = false\n");
    // As the switch in Settings does.
    supple(&machine, &["remind"]);
    assert_eq!(running.code(), Some(0));
    let told = supple(&machine, &["remind"]);
    assert_eq!(told.code, 0);
    assert!(told.stdout.contains("Reminders are off"), "{}", told.stdout);
    let told = supple(&machine, &["status"]);
    assert!(told.stdout.contains("Reminders are off"), "{}", told.stdout);
}

#[test]
fn a_person_who_logs_in_anew_is_reminded_there() {
    let machine = due("");
    let mut left = Running::start(&machine, |command| {
        command.env("DISPLAY", ":no-such-display");
    });
    let mut command = alone(&machine, &["remind"]);
    let new = command.env("DISPLAY", ":another").spawn().unwrap();
    let mut new = Running(new);
    assert_eq!(
        left.code(),
        Some(0),
        "the one of the display that was left ends"
    );
    await_that("the other one answers", || status(&machine)["runs"] == true);
    new.signal(Signal::INT);
    assert_eq!(new.code(), Some(0));
}

#[test]
fn what_is_started_with_the_computer_is_set_and_taken_back() {
    let machine = Machine::new();
    let entry = machine.path(".config/autostart/supple-remind.desktop");
    let set = |to| supple(&machine, &["remind", "--autostart", to]);
    assert_eq!(set("on").code, 0);
    let written = fs::read_to_string(&entry).unwrap();
    assert!(written.contains(" remind\n"), "{written}");
    assert_eq!(set("off").code, 0);
    assert!(!entry.exists());
    let foreign = "[Desktop Entry]\nExec=mine\n";
    machine.write(".config/autostart/supple-remind.desktop", foreign);
    let refused = set("on");
    assert_eq!(refused.code, 3);
    assert!(refused.stderr.contains("left alone"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(&entry).unwrap(), foreign);
}
