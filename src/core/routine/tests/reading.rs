//! What a file without mistakes is read as.

use std::time::Duration;

use jiff::civil::{Weekday, date, time};

use super::super::{Author, Dose, Exercise, Position, Routine, Side, Sides, SpokenCue, defaults};
use super::{codes, file, read_bytes, read_text};

#[track_caller]
fn routine(text: &str) -> Routine {
    let reading = read_text(text);
    reading
        .routine
        .unwrap_or_else(|| panic!("{:?}", reading.diagnostics))
}

const FULL: &str = include_str!("full.toml");

#[test]
fn the_shortest_file_is_filled_up_with_the_defaults() {
    let shortest = "format = 1\ntitle = \"Lower back\"\n\n[[exercise]]\nname = \"Single knee to chest\"\nsides = \"each\"\n";
    let routine = routine(shortest);
    assert_eq!((routine.id.as_str(), routine.revision), ("my-file", 1));
    assert_eq!(routine.language, defaults::LANGUAGE);
    assert!(routine.schedule.rhythm().is_for(Weekday::Sunday));
    assert_eq!(routine.schedule.times_a_day(), 1);
    let exercise = &routine.exercises[0];
    assert_eq!(exercise.id, "single-knee-to-chest");
    let expected = Exercise {
        sides: Sides::Each,
        prepare: exercise.prepare,
        ..Exercise::new("single-knee-to-chest", "Single knee to chest")
    };
    assert_eq!(*exercise, expected);
}

/// How long one gets ready for each exercise of such a file.
fn prepare(text: &str) -> Vec<u64> {
    let exercises = routine(&format!("format = 1\ntitle = \"x\"\n{text}")).exercises;
    let prepare = exercises.iter().map(|exercise| exercise.prepare.as_secs());
    prepare.collect()
}

#[test]
fn where_nothing_is_written_of_getting_ready_there_is_time_for_the_words() {
    let raise = "[[exercise]]\nname = \"Leg raise\"\nsides = \"right\"\ninstructions = [\n\
        \"Lie on your back, one knee bent, the other leg straight.\",\n\
        \"Tighten the thigh of the straight leg.\"]\ncaution = \"Keep your back flat.\"\n";
    let again = raise.replace("Leg raise", "Once more");
    assert_eq!(
        prepare(&format!("{raise}{again}")),
        [21, 18],
        "the first has more to say"
    );
    let short = "[[exercise]]\nname = \"Rest\"\nkind = \"open\"\n";
    assert_eq!(prepare(&format!("{short}{short}")), [10, 10], "at least");
    let long = format!(
        "{short}instructions = [\"{}\"]\n",
        "Breathe out. ".repeat(90)
    );
    assert_eq!(prepare(&long), [60], "at most");
}

#[test]
fn what_is_written_of_getting_ready_stands() {
    let exercise = "[[exercise]]\nname = \"Rest\"\ninstructions = [\"Lie down on your back.\"]\n";
    let defaults = "[defaults]\nprepare = 3\n";
    assert_eq!(
        prepare(&format!("{defaults}{exercise}prepare = 2\n{exercise}")),
        [2, 3]
    );
    assert_eq!(prepare(&format!("{exercise}prepare = 0\n")), [0]);
    assert_eq!(prepare(&format!("{exercise}prepare = 70\n")), [70]);
}

#[test]
fn a_full_file_is_read_whole() {
    let routine = routine(FULL);
    assert_eq!(routine.id, "lower-back-relief");
    assert_eq!(routine.revision, 3);
    assert_eq!(routine.updated, Some(date(2026, 11, 22)));
    let author = Author {
        name: Some("A. Physio".to_owned()),
        role: Some("Physiotherapist".to_owned()),
        clinic: None,
        contact: Some("+49 30 1234".to_owned()),
    };
    assert_eq!(routine.author, Some(author));
    assert_eq!(
        routine.schedule.days,
        [Weekday::Monday, Weekday::Wednesday, Weekday::Friday]
    );
    assert_eq!(routine.schedule.at, [time(8, 0, 0, 0), time(20, 0, 0, 0)]);
    assert!(!routine.schedule.rhythm().is_for(Weekday::Tuesday));
    assert!(routine.schedule.rhythm().is_for(Weekday::Friday));
    assert_eq!(routine.schedule.times_a_day(), 2);
    assert_eq!(routine.safety.pain_limit, Some(3));
    let exercise = &routine.exercises[0];
    let seconds = Duration::from_secs;
    assert_eq!(exercise.position, Some(Position::Floor));
    assert_eq!(
        exercise.dose,
        Dose::Hold {
            hold: seconds(25),
            reps: 2
        }
    );
    assert_eq!(
        (exercise.sides, exercise.first_side),
        (Sides::Alternate, Side::Right)
    );
    assert_eq!((exercise.sets, exercise.countdown), (2, 5));
    assert_eq!(exercise.rest, seconds(7), "from the file's defaults");
    assert_eq!(exercise.prepare, Duration::ZERO);
    assert_eq!(exercise.rest_after, seconds(90));
    assert!(!exercise.halfway && exercise.optional);
    let cue = |at, say: &str| SpokenCue {
        at: seconds(at),
        say: say.to_owned(),
    };
    assert_eq!(
        exercise.cues,
        [cue(5, "Breathe."), cue(10, "Let go.")],
        "in order of time"
    );
}

#[test]
fn every_line_of_a_full_file_is_read() {
    // With any one of its values taken out the routine is another one, or none.
    let whole = Routine {
        sha256: String::new(),
        ..routine(FULL)
    };
    for line in FULL.lines().filter(|line| line.contains(" = ")) {
        let without = FULL.replacen(&format!("{line}\n"), "", 1);
        let read = read_text(&without).routine;
        let read = read.map(|read| Routine {
            sha256: String::new(),
            ..read
        });
        assert_ne!(read.as_ref(), Some(&whole), "{line}");
    }
}

#[test]
fn a_duration_is_written_in_several_ways() {
    let cases = [
        ("20", 20),
        ("\"20s\"", 20),
        ("\" 20 s \"", 20),
        ("\"1m\"", 60),
        ("\"1m 30s\"", 90),
        ("\"1m30s\"", 90),
        ("\"1h\"", 3_600),
        ("0x14", 20),
        ("1_0", 10),
    ];
    for (written, seconds) in cases {
        let routine = routine(&file("", &format!("rest_after = {written}")));
        assert_eq!(
            routine.exercises[0].rest_after,
            Duration::from_secs(seconds),
            "{written}"
        );
    }
}

#[test]
fn the_middle_is_announced_in_holds_from_20_seconds_on() {
    for (lines, reported) in [
        ("hold = 19", false),
        ("hold = 20", true),
        ("hold = 20\nhalfway = false", false),
        ("hold = 10\nhalfway = true", true),
        ("kind = \"reps\"", false),
        ("kind = \"open\"", false),
    ] {
        assert_eq!(
            routine(&file("", lines)).exercises[0].halfway,
            reported,
            "{lines}"
        );
    }
}

#[test]
fn words_at_the_end_of_a_hold_and_the_pace_of_what_is_said_to_be_a_hold_are_no_mistakes() {
    for lines in [
        "[[exercise.cue]]\nat = 20\nsay = \"x\"",
        "kind = \"hold\"\nhold = 20\npace = 4",
    ] {
        let text = file("", lines);
        assert_eq!(codes(&read_text(&text)), [""; 0], "{lines}");
    }
}

#[test]
fn an_exercise_without_an_id_gets_one_that_is_free() {
    let names = ["Bridge", "Bridge", "Für den Rücken!", "→", "→"];
    let exercise = |name: &str| format!("[[exercise]]\nname = \"{name}\"\n");
    let exercises: String = names.into_iter().map(exercise).collect();
    let text = format!(
        "format = 1\ntitle = \"x\"\n{exercises}[[exercise]]\nid = \"bridge-2\"\nname = \"x\"\n"
    );
    let routine = routine(&text);
    let ids: Vec<_> = routine
        .exercises
        .iter()
        .map(|exercise| exercise.id.as_str())
        .collect();
    let expected = [
        "bridge",
        "bridge-3",
        "für-den-rücken",
        "exercise",
        "exercise-2",
        "bridge-2",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn line_endings_a_byte_order_mark_and_another_order_change_nothing() {
    let plain = Routine {
        sha256: String::new(),
        ..routine(FULL)
    };
    let unix = FULL.as_bytes().to_vec();
    let dos = FULL.replace('\n', "\r\n").into_bytes();
    let marked = [b"\xef\xbb\xbf".as_slice(), &unix].concat();
    let mut hashes = std::collections::HashSet::new();
    for bytes in [unix, dos, marked] {
        let read = read_bytes(&bytes).routine.unwrap();
        hashes.insert(read.sha256.clone());
        assert_eq!(
            Routine {
                sha256: String::new(),
                ..read
            },
            plain
        );
    }
    assert_eq!(hashes.len(), 3, "the hash is of the bytes");
}

#[test]
fn the_hash_is_the_files_sha_256() {
    let text = file("", "");
    let hash = routine(&text).sha256;
    assert_eq!(hash.len(), 64);
    assert!(
        hash.bytes()
            .all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase())
    );
    assert_ne!(routine(&file("", "# remark")).sha256, hash);
}

#[test]
fn a_place_is_counted_in_characters_after_a_byte_order_mark_and_any_line_ending() {
    let text = "\u{feff}format = 1\r\ntitle = \"é👍\u{202e}\"\r\n";
    let reading = read_text(text);
    let place = &reading.diagnostics[0].place;
    assert_eq!((place.line, place.column), (2, 12));
    assert_eq!(place.excerpt, "title = \"é👍\u{fffd}\"");
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let reading = read_bytes(b"format = 1\ntitle = \"R\xfccken\"\n");
    assert_eq!(codes(&reading), ["not-text"]);
    let place = &reading.diagnostics[0].place;
    assert_eq!((place.line, place.column), (2, 11));
    let reading = read_bytes(b"\xff\xfef\0o\0r\0m\0a\0t\0");
    let place = &reading.diagnostics[0].place;
    assert_eq!(
        (codes(&reading)[0], place.line, place.column),
        ("not-text", 1, 1)
    );
}

#[test]
fn names_that_languages_and_emoji_need_are_read_and_one_word_in_two_spellings_is_one_id() {
    let text = "format = 1\ntitle = \"Yoga \u{1f9d8}\u{200d}\u{2640}\u{fe0f}\"\n\
        [[exercise]]\nname = \"می\u{200c}خواهم\"\n\
        [[exercise]]\nname = \"R\u{fc}cken\"\n\
        [[exercise]]\nname = \"Ru\u{308}cken\"\n\
        [[exercise]]\nname = \"हिन्दी\"\n";
    let routine = read_text(text).routine.unwrap();
    let ids: Vec<_> = routine.exercises.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["میخواهم", "rücken", "rücken-2", "हिन्दी"]);
    assert_eq!(routine.exercises[2].name, "Rücken");
    let twice = "format = 1\ntitle = \"T\"\n\
        [[exercise]]\nid = \"r\u{fc}cken\"\nname = \"A\"\n\
        [[exercise]]\nid = \"ru\u{308}cken\"\nname = \"B\"\n";
    assert!(codes(&read_text(twice)).contains(&"id-twice"));
}

#[test]
fn a_file_in_a_script_from_right_to_left_is_read_with_one_warning() {
    let reading = read_text(&file("summary = \"שלום עולם\"\ntags = [\"שלום\"]", ""));
    assert!(reading.routine.is_some());
    assert_eq!(codes(&reading), ["right-to-left"]);
}

/// The exercise of a file with nothing else, read without a mistake.
fn only(lines: &str) -> Exercise {
    let text = format!(
        "format = 1\ntitle = \"x\"\n[[exercise]]\nname = \"x\"\ninstructions = [\"x\"]\n\
         figure = \"knee-to-chest\"\n{lines}"
    );
    let reading = read_text(&text);
    let mistakes: Vec<_> = reading
        .diagnostics
        .iter()
        .map(|it| it.mistake.code())
        .collect();
    assert_eq!(mistakes, [""; 0], "{lines}");
    reading.routine.unwrap().exercises.remove(0)
}

#[test]
fn a_range_asks_for_its_lower_number_and_allows_the_upper_one() {
    for (lines, reps, more_reps, sets, more_sets) in [
        ("reps = 10", 10, 0, 1, 0),
        ("reps = \"8 to 12\"", 8, 4, 1, 0),
        ("reps = \"8-12\"\nsets = \"2 to 3\"", 8, 4, 2, 1),
    ] {
        let exercise = only(lines);
        assert_eq!(exercise.dose.reps(), Some(reps), "{lines}");
        assert_eq!(exercise.more_reps, more_reps, "{lines}");
        assert_eq!(
            (exercise.sets, exercise.more_sets),
            (sets, more_sets),
            "{lines}"
        );
    }
}

#[test]
fn what_is_written_for_one_side_counts_there_and_both_are_done() {
    let exercise =
        only("reps = 8\nhold = 5\nleft = { reps = 10 }\nright = { hold = 30, sets = 2 }");
    assert_eq!(exercise.sides, Sides::Each);
    let on = |side| {
        let exercise = exercise.on(Some(side));
        let Dose::Hold { hold, reps } = exercise.dose else {
            panic!("{exercise:?}");
        };
        (reps, hold.as_secs(), exercise.sets, exercise.halfway)
    };
    assert_eq!(on(Side::Left), (10, 5, 1, false));
    assert_eq!(on(Side::Right), (8, 30, 2, true));
    let left = only("reps = 8\nsides = \"left\"\nleft = { reps = 3 }");
    assert_eq!(left.dose.reps(), Some(3));
    assert!(!left.has_dose_of_sides());
}

#[test]
fn an_activity_needs_no_more_than_its_name_and_its_time() {
    let text = "format = 1\ntitle = \"x\"\n[[exercise]]\nname = \"Walk\"\ntime = \"10m\"\n";
    let reading = read_text(text);
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    let time = Duration::from_mins(10);
    assert_eq!(
        reading.routine.unwrap().exercises[0].dose,
        Dose::Timed { time }
    );
}

#[test]
fn what_has_a_tempo_is_repeated_at_the_pace_that_its_parts_make() {
    let exercise = only("reps = 10\ntempo = \"2s up, 1s hold, 3s down\"");
    let pace = Duration::from_secs(6);
    assert_eq!(exercise.dose, Dose::Paced { reps: 10, pace });
    assert_eq!(exercise.tempo.parts().len(), 3);
}
