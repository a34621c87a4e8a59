//! Machines that are set up as hardly any is: by whose clock time is over, whose time zone is a pipe, or on which a
//! folder takes no files.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::arguments::commands;
use crate::ended::Ended;
use crate::machine::Machine;
use crate::needs_root::left_out;

const SHORT: &str = r#"
format = 1
id = "short"
title = "Short"

[schedule]
times_per_day = 2

[[exercise]]
name = "Knee"
hold = "1s"
reps = 1
prepare = 0
"#;

/// What gives a program another clock, where the system has it.
fn other_clock() -> Option<PathBuf> {
    let places = ["/usr/lib", "/usr/lib64", "/usr/local/lib"].map(PathBuf::from);
    let below = |folder: &PathBuf| {
        let folders = fs::read_dir(folder).into_iter().flatten().flatten();
        folders.map(|below| below.path()).collect::<Vec<_>>()
    };
    let deeper = places.iter().flat_map(below).collect::<Vec<_>>();
    let folders = places.into_iter().chain(deeper);
    let mut libraries = folders.map(|folder| folder.join("faketime/libfaketime.so.1"));
    libraries.find(|library| library.exists())
}

#[test]
fn every_command_does_its_work_by_a_clock_at_the_end_of_time_and_before_its_beginning() {
    // The first two record something, for the others to read.
    const WORK: [(&str, &[&str]); 27] = [
        ("guide", &["short.toml"]),
        ("import", &["short.toml"]),
        ("guide", &["short", "--rehearse"]),
        ("open", &["short.toml"]),
        ("check", &["short.toml"]),
        ("fmt", &["short.toml"]),
        ("plan", &["short.toml"]),
        ("list", &[]),
        ("list", &["--json"]),
        ("exercises", &[]),
        ("history", &[]),
        ("history", &["--json"]),
        ("history", &["--csv", "--per", "week"]),
        ("remind", &["--plan"]),
        ("figure", &["bridge", "--output", "bridge.svg"]),
        ("handout", &["short.toml", "--output", "sheet.pdf"]),
        ("handout", &["short.toml", "--output", "sheet.html"]),
        ("report", &["--output", "report.pdf"]),
        ("report", &["--output", "report.html"]),
        ("share", &["short.toml", "--output", "short.supple"]),
        ("backup", &["all.zip"]),
        ("restore", &["all.zip"]),
        ("status", &[]),
        ("new", &["mine.toml"]),
        ("voices", &[]),
        ("completions", &["bash"]),
        ("man", &[]),
    ];
    let Some(clock) = other_clock() else {
        return left_out("there is no faketime");
    };
    let not_worked = commands(&Machine::new());
    let mut not_worked = not_worked.iter();
    let missing = not_worked.find(|name| !WORK.iter().any(|(command, _)| command == name));
    assert_eq!(missing, None);
    // Europe/Berlin is ahead of the last moment that can be told, and of the first.
    for moment in ["9999-12-31 23:59:56", "1969-12-31 23:59:58"] {
        let machine = Machine::new();
        machine.write(
            "config/settings.toml",
            "safety_card_seen = true\nmuted = true\nvoice = false\n",
        );
        machine.write("short.toml", SHORT);
        for (command, arguments) in WORK {
            let mut program = machine.command([&[command], arguments].concat());
            for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
                program.env_remove(name);
            }
            program
                .env("LD_PRELOAD", &clock)
                .env("FAKETIME", format!("@{moment}"))
                // What is waited for has a clock of its own.
                .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
            let ended = Ended::of(program.spawn().unwrap());
            let what = format!("{command} {arguments:?} at {moment}: {}", ended.stderr);
            // Without a display there is no window, and without a sound device no voice is heard.
            let refused = matches!(command, "open" | "voices") && ended.code == 3;
            assert!(ended.code == 0 || refused, "{what}");
            assert!(!ended.stderr.contains("panicked"), "{what}");
        }
        let history = machine.supple(["history", "--json"]).json();
        let sessions = history["sessions"].as_array().unwrap();
        assert_eq!(sessions.len(), 1, "{moment}");
        assert_eq!(sessions[0]["held_ms"], 1000, "{moment}");
    }
}

#[test]
fn a_time_zone_that_is_a_pipe_or_a_device_keeps_nothing_waiting() {
    const SOON: Duration = Duration::from_mins(1);
    let machine = Machine::new();
    let pipe = machine.path("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let pipe = pipe.display();
    for zone in [
        format!("{pipe}"),
        format!(":{pipe}"),
        "/dev/zero".to_owned(),
    ] {
        let began = Instant::now();
        let mut program = machine.command(["list"]);
        let mut child = program.env("TZ", &zone).spawn().unwrap();
        while child.try_wait().unwrap().is_none() {
            if began.elapsed() > SOON {
                child.kill().unwrap();
                panic!("it waits for {zone}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let ended = Ended::of(child);
        assert_eq!(ended.code, 0, "{zone}: {}", ended.stderr);
        assert_ne!(ended.stdout, "", "{zone}");
    }
}

#[test]
fn a_folder_in_which_the_system_shows_itself_takes_no_file_and_is_named_as_such() {
    let machine = Machine::new();
    for arguments in [
        &["new", "/proc/mine.toml"][..],
        &[
            "share",
            "lower-back-relief",
            "--output",
            "/proc/mine.supple",
        ],
        &[
            "handout",
            "lower-back-relief",
            "--output",
            "/proc/mine.html",
        ],
    ] {
        let ended = machine.supple(arguments);
        assert_eq!(ended.code, 3, "{arguments:?}: {}", ended.stderr);
        let said = &ended.stderr;
        assert!(
            said.contains("no file can be made there"),
            "{arguments:?}: {said}"
        );
    }
    assert!(fs::metadata("/proc/mine.toml").is_err());
}
