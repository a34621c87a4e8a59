//! What the report of a mistake says to do about it.

use super::{file, read_text};
use crate::routine::keys::{DEFAULTS, EXERCISE};
use crate::words::Words;

#[test]
fn the_nearest_known_word_is_offered() {
    let help = |text: &str| {
        let reading = read_text(text);
        let help = reading.diagnostics[0].mistake.help().unwrap();
        Words::of("en").message(&help)
    };
    assert_eq!(help(&file("sumary = \"x\"", "")), "Did you mean “summary”?");
    assert_eq!(help(&file("", "HOLD = 20")), "Did you mean “hold”?");
    assert_eq!(
        help(&file("", "sides = \"rigth\"")),
        "Did you mean \"right\"?"
    );
    assert!(help(&file("zzz = 1", "")).starts_with("Most used here: format, title"));
}

#[test]
fn a_date_with_points_is_offered_in_the_formats_way() {
    for written in ["20.12.2026", "\"20.12.2026\""] {
        let reading = read_text(&file(&format!("updated = {written} # then"), ""));
        let help = reading.diagnostics[0].mistake.help().unwrap();
        let reported = Words::of("en").message(&help);
        assert_eq!(reported, "Write it as year-month-day: 2026-12-20");
    }
}

#[test]
fn the_help_fits_the_key() {
    let cases = [
        ("reps = 3x", "Write it like this: reps = 3"),
        (
            "reps = 0",
            "Write a value within these limits, or leave the line out.",
        ),
        ("hold = 20 s", "Write it like this: hold = \"20s\""),
        (
            "position = floor",
            "Write it like this: position = \"floor\"",
        ),
        ("sides = none", "Write it like this: sides = \"none\""),
        ("sides = both", "Write it like this: sides = \"each\""),
        ("optional = yes", "Write it like this: optional = true"),
        (
            "equipment = [mat]",
            "Write it like this: equipment = [\"…\", \"…\"]",
        ),
        ("say = Hello", "Write it like this: say = \"Hello\""),
    ];
    for (line, reported) in cases {
        let reading = read_text(&file("", line));
        let help = reading.diagnostics[0].mistake.help().unwrap();
        assert_eq!(Words::of("en").message(&help), reported, "{line}");
    }
}

#[test]
fn what_the_help_says_to_write_can_be_read() {
    let exercise = |key: &'static str| {
        let top = "format = 1\ntitle = \"x\"\n[[exercise]]\n";
        let name = if key == "name" { "" } else { "name = \"x\"\n" };
        (key, format!("{top}{name}{key} = both\n"))
    };
    let defaults = |key: &'static str| (key, file(&format!("[defaults]\n{key} = both"), ""));
    let of_exercise = EXERCISE.keys().map(|key| exercise(key.name));
    let of_defaults = DEFAULTS.keys().map(|key| defaults(key.name));
    for (key, text) in of_exercise.chain(of_defaults) {
        let reading = read_text(&text);
        let help = reading.diagnostics[0].mistake.help().unwrap();
        let help = Words::of("en").message(&help);
        // Other help is about the kind of value, in words.
        if let Some((_, line)) = help.split_once("Write it like this: ") {
            let fixed = text.replace(&format!("{key} = both"), line);
            let reading = read_text(&fixed);
            // A group has to be in the file as well.
            assert_eq!(reading.errors(), usize::from(key == "group"), "{line}");
        }
    }
}
