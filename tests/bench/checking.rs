//! Reading and checking routine files, normal and hostile, and laying out the largest plan.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use supple::cli::mistakes::{Style, render};
use supple::plan::Plan;
use supple::routine::{Dose, Exercise, LARGEST_FILE, Reading, Routine, Surroundings, read};
use supple::words::Words;

use crate::figures::{Times, cost_in_a_child, figure, heading, in_words, tell_parent};
use crate::worst_files::worst_files;

/// Given to the bench's own program for [`check_file`].
pub(crate) const IN_A_CHILD: &str = "--check";
const NORMAL: &str = include_str!("../../routines/lower-back-relief.toml");
const MANY: usize = 1_000;

pub(crate) fn run() {
    heading("Checking routine files");
    let normal = Times::of(200, || drop(check(NORMAL)));
    figure("a normal file", &in_words(normal.median()));
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let many = Times::of(5, many_in_one_call(folder.path()));
    figure(
        "1,000 normal files in one call of supple check",
        &in_words(many.median()),
    );
    let worst = worst_files().into_iter().map(|(name, text)| {
        assert!(text.len() <= LARGEST_FILE);
        let path = folder.path().join("worst.toml");
        fs::write(&path, text).unwrap();
        let (time, mib) = cost_in_a_child(IN_A_CHILD, &path);
        (time, mib, name)
    });
    let worst: Vec<_> = worst.collect();
    let (time, _, name) = worst.iter().max_by_key(|(time, ..)| time).unwrap();
    figure(
        &format!("the slowest hostile file ({name})"),
        &in_words(*time),
    );
    let (_, mib, name) = worst.iter().max_by_key(|(_, mib, _)| mib).unwrap();
    figure(
        &format!("the largest in memory ({name})"),
        &format!("{mib} MiB"),
    );
    let largest = largest_routine();
    let plan = Times::of(200, || drop(Plan::of(&largest)));
    figure(
        "laying out a plan of 10,000 steps",
        &in_words(plan.median()),
    );
}

/// What a child does and tells.
pub(crate) fn check_file(path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    let words = Words::of("en");
    let began = Instant::now();
    let reading = check(&text);
    let reported = render("worst.toml".as_ref(), &reading, &words, Style::Plain);
    let time = began.elapsed();
    assert!(!reported.is_empty());
    tell_parent(time);
}

fn check(text: &str) -> Reading {
    let surroundings = Surroundings {
        stem: "x",
        today: jiff::civil::date(2026, 11, 22),
        image: &|_| Ok(()),
    };
    read(text.as_bytes(), &surroundings)
}

fn many_in_one_call(folder: &Path) -> impl FnMut() {
    let files: Vec<_> = (0..MANY)
        .map(|number| folder.join(format!("{number}.toml")))
        .collect();
    for file in &files {
        fs::write(file, NORMAL).unwrap();
    }
    move || {
        let mut supple = Command::new(env!("CARGO_BIN_EXE_supple"));
        let ended = supple.arg("check").args(&files).output().unwrap();
        assert!(ended.status.success());
    }
}

/// Ten exercises of a thousand holds, with no pauses.
fn largest_routine() -> Routine {
    let exercise = |number| Exercise {
        dose: Dose::Hold {
            hold: Duration::from_secs(1),
            reps: 1_000,
        },
        prepare: Duration::ZERO,
        rest: Duration::ZERO,
        rest_after: Duration::ZERO,
        ..Exercise::new(format!("exercise-{number}"), "Exercise")
    };
    let routine = Routine::new("largest", "Largest", (0..10).map(exercise).collect());
    assert_eq!(Plan::of(&routine).steps.len(), 10_000);
    routine
}
