//! The table of keys: the reader, the reference and the texts are held to it.

use super::{file, read_text};
use crate::figure;
use crate::routine::keys::{EXERCISE, GROUPS, Group, Key, Takes, Without};
use crate::routine::{Exercise, Reading};
use crate::words::{LANGUAGES, Words};

/// The first part of a file in which `line` stands in `group`, and nothing else is wrong.
fn with(group: &Group, line: &str) -> String {
    let (mut top, mut exercise) = (String::new(), String::new());
    match group.heading {
        "" => top = line.to_owned(),
        "[[exercise]]" => exercise = line.to_owned(),
        heading @ ("[[exercise.cue]]" | "[[exercise.step]]" | "[exercise.left]"
        | "[exercise.right]") => exercise = format!("{heading}\n{line}"),
        heading => top = format!("{heading}\n{line}"),
    }
    file(&top, &exercise)
}

/// What the reader says of a value of a key.
fn reported(group: &Group, key: &Key, value: &str) -> Vec<&'static str> {
    let line = format!("{} = {value}", key.name);
    let mut reported = codes(&read_text(&with(group, &line)));
    // These stand in the file already, or are missing beside it.
    reported.retain(|code| !matches!(*code, "key-twice" | "key-missing" | "times-above-max"));
    reported
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    let diagnostics = reading.diagnostics.iter();
    diagnostics
        .map(|diagnostic| diagnostic.mistake.code())
        .collect()
}

fn each() -> impl Iterator<Item = (&'static Group, &'static Key)> {
    GROUPS
        .into_iter()
        .flat_map(|group| group.keys().map(move |key| (group, key)))
}

#[test]
fn every_key_is_read_within_its_limits_and_not_beyond() {
    let in_the_file = [
        "format",
        "title",
        "name",
        "figure",
        "instructions",
        "exercise",
    ];
    for (group, key) in each() {
        if in_the_file.contains(&key.name) {
            continue;
        }
        let errors = |value: &str| {
            let reported = reported(group, key, value);
            let of_value = [
                "number-range",
                "duration-range",
                "text-too-long",
                "wrong-kind",
            ];
            reported
                .into_iter()
                .filter(|code| of_value.contains(code))
                .collect::<Vec<_>>()
        };
        let place = format!("{} {}", group.heading, key.name);
        match key.takes {
            Takes::Whole { least, most } | Takes::Count { least, most } => {
                assert_eq!(errors(&least.to_string()), [""; 0], "{place}");
                assert_eq!(errors(&most.to_string()), [""; 0], "{place}");
                if let Some(below) = least.checked_sub(1) {
                    assert_eq!(errors(&below.to_string()), ["number-range"], "{place}");
                }
                let above = u64::from(most) + 1;
                assert_eq!(errors(&above.to_string()), ["number-range"], "{place}");
            }
            Takes::Length { least, most } => {
                assert_eq!(errors(&least.to_string()), [""; 0], "{place}");
                assert_eq!(errors(&most.to_string()), [""; 0], "{place}");
                assert_eq!(
                    errors(&(most + 1).to_string()),
                    ["duration-range"],
                    "{place}"
                );
                if least > 0 {
                    assert_eq!(errors("0"), ["duration-range"], "{place}");
                }
            }
            Takes::Text { longest } => {
                let of = |length: usize| errors(&format!("\"{}\"", "a".repeat(length)));
                assert_eq!(of(longest), [""; 0], "{place}");
                assert_eq!(of(longest + 1), ["text-too-long"], "{place}");
            }
            Takes::Texts { longest } => {
                let of = |length: usize| errors(&format!("[\"{}\"]", "a".repeat(length)));
                assert_eq!(of(longest), [""; 0], "{place}");
                assert_eq!(of(longest + 1), ["text-too-long"], "{place}");
            }
            Takes::Word(words) => {
                for word in words {
                    let reported = reported(group, key, &format!("\"{word}\""));
                    assert!(!reported.contains(&"not-one-of"), "{place} {word}");
                }
                assert_eq!(
                    reported(group, key, "\"zzz\"")[..1],
                    ["not-one-of"],
                    "{place}"
                );
            }
            _ => {}
        }
        let wrong = match key.takes {
            Takes::Flag => "1979-05-27",
            _ => "true",
        };
        assert_eq!(errors(wrong), ["wrong-kind"], "{place}");
    }
}

#[test]
fn what_counts_without_a_key_is_what_writing_it_gives() {
    let dose = |line: &str| {
        let text = with(&EXERCISE, line);
        let routine = read_text(&text).routine.expect(&text);
        Exercise {
            id: String::new(),
            ..routine.exercises[0].clone()
        }
    };
    let mut written = 0;
    for key in EXERCISE.keys() {
        let value = match key.without {
            Without::Whole(number) => number.to_string(),
            Without::Length(length) => length.as_secs().to_string(),
            Without::Word(word) => format!("\"{word}\""),
            Without::No => "false".to_owned(),
            _ => continue,
        };
        let base = match key.name {
            "pace" => "kind = \"reps\"\n",
            "time" => "kind = \"time\"\n",
            _ => "",
        };
        let with = dose(&format!("{base}{} = {value}", key.name));
        assert_eq!(with, dose(base), "{}", key.name);
        written += 1;
    }
    assert!(written > 11, "{written}");
}

#[test]
fn every_key_and_default_is_explained_in_every_language() {
    for language in LANGUAGES {
        let words = Words::only(language);
        let mut texts = std::collections::BTreeSet::new();
        let figures = figure::keys::GROUPS
            .into_iter()
            .chain([&figure::keys::PLACE]);
        let of_figures = figures.flat_map(|group| group.keys().map(move |key| (group, key)));
        for (group, key) in each().chain(of_figures) {
            let id = key.text(group);
            let says = words.find(&id);
            assert!(says.is_some(), "{} {id}", language.tag);
            // The page of figures lists the words beside the text.
            let is_of_routine = GROUPS.contains(&group);
            for word in key.takes.words().iter().filter(|_| is_of_routine) {
                let says = says.as_deref().unwrap_or_default();
                assert!(says.contains(&format!("`{word}`")), "{id}: {word}");
            }
            texts.insert(id);
            if let Without::As(id) = key.without {
                assert!(words.find(id).is_some(), "{} {id}", language.tag);
                texts.insert(id.to_owned());
            }
        }
        let all = [
            include_str!("../../../../assets/lang/en/format.ftl"),
            include_str!("../../../../assets/lang/en/figure.ftl"),
        ];
        let all = all.iter().flat_map(|file| file.lines());
        let all = all.filter_map(|line| Some(line.split_once(" = ")?.0));
        let unused: Vec<_> = all.filter(|id| !texts.contains(*id)).collect();
        assert_eq!(unused, [""; 0]);
    }
}

#[test]
fn the_most_used_keys_are_keys() {
    for group in GROUPS {
        for name in group.most_used {
            assert!(group.key(name).is_some(), "{} {name}", group.heading);
        }
    }
}
