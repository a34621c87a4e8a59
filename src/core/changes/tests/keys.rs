//! Goes through all keys of the format.

use super::*;
use crate::routine::keys::{self, Group, Key, Takes};

/// What says nothing of what the person does: the number of the version, its date, the ids.
const NOT_TOLD: [&str; 4] = ["format", "id", "revision", "updated"];
/// What is told without what it said before: sentences, which are read where they stand, and what is shown.
const WITHOUT_VALUES: [&str; 14] = [
    "summary",
    "instructions",
    "regions",
    "feel_it_in",
    "caution",
    "clinician_note",
    "easier",
    "harder",
    "source",
    "image",
    "image_alt",
    "figure",
    "say",
    "use",
];

/// Two values of a key, as they are written.
fn values(key: &Key) -> [String; 2] {
    let quoted = |text: &str| format!("\"{text}\"");
    match &key.takes {
        _ if key.name == "group" => ["two", "three"].map(quoted),
        Takes::Text { .. } => ["one", "other"].map(quoted),
        Takes::Texts { .. } => ["[\"One.\"]", "[\"Other.\"]"].map(str::to_owned),
        Takes::Whole { least, .. } => [least + 1, least + 2].map(|number| number.to_string()),
        Takes::Count { .. } => ["3", "\"4 to 5\""].map(str::to_owned),
        Takes::Length { .. } => ["7s", "12s"].map(quoted),
        Takes::Flag => ["true", "false"].map(str::to_owned),
        Takes::Tempo => ["2s up, 3s down", "2s up, 4s down"].map(quoted),
        Takes::Date => ["2026-03-02", "2026-03-03"].map(str::to_owned),
        Takes::Times => ["[\"08:00\"]", "[\"09:00\"]"].map(str::to_owned),
        // The last of `sides` and of `kind` need more beside them.
        Takes::Word(words) => [quoted(words[0]), quoted(words[1])],
        Takes::Words(words) => [words[0], words[1]].map(|word| format!("[{}]", quoted(word))),
        Takes::Language => ["en", "de"].map(quoted),
        Takes::Source => ["A book", "Another"].map(quoted),
        Takes::Image => ["one.png", "other.png"].map(quoted),
        Takes::Figure => ["none", "knee-to-chest"].map(quoted),
        Takes::Exercise => ["ankle-circles", "ankle-pump"].map(quoted),
        other => panic!("{}: {other:?}", key.name),
    }
}

/// What a key needs beside it to count.
fn beside(group: &Group, key: &str) -> &'static str {
    match (group.heading, key) {
        ("[schedule]" | "[[exercise]]", "days_between") => "days_per_week = 2\n",
        ("[[exercise]]" | "[defaults]", "first_side" | "switch") => "sides = \"each\"\n",
        ("[[exercise]]" | "[defaults]", "rest_between_sets") => "sets = 2\n",
        ("[[exercise]]", "pace" | "tempo") => "kind = \"reps\"\n",
        ("[[exercise]]", "image_alt") => "image = \"a.png\"\n",
        _ => "",
    }
}

/// A routine with a line in a group, and without a mistake.
fn with(group: &Group, line: &str) -> String {
    let of = |heading: &str| {
        let own = if group.heading == heading { line } else { "" };
        format!("{own}\n")
    };
    let schedule = of("[schedule]");
    let weeks = if schedule.contains("last_day") || schedule.contains("weeks =") {
        ""
    } else {
        "weeks = 20\n"
    };
    let kind = match group.heading {
        "[defaults]" | "[[exercise.step]]" if line.contains("pace") || line.contains("tempo") => {
            "kind = \"reps\"\n"
        }
        "[[exercise.step]]" if line.contains("time") => "time = \"5m\"\n",
        _ => "",
    };
    let of_exercise = of("[[exercise]]");
    let name = if of_exercise.contains("name =") && !of_exercise.contains("use =") {
        "id = \"knee\"\n"
    } else {
        "id = \"knee\"\nname = \"Knee\"\n"
    };
    let named = |name: &'static str| match group.heading {
        "[[group]]" if line.starts_with("name") => "",
        _ => name,
    };
    let in_group = match group.heading {
        "[[group]]" if !line.starts_with("name") => "group = \"one\"\n",
        "[[group]]" => line,
        _ => "",
    };
    let in_group = in_group.replace("name =", "group =");
    let title = if group.heading.is_empty() && line.starts_with("title") {
        ""
    } else {
        "title = \"T\"\n"
    };
    let mut text = vec![format!("{title}{}", of(""))];
    text.push(format!("[author]\n{}", of("[author]")));
    text.push(format!("[schedule]\n{weeks}{schedule}"));
    text.push(format!("[safety]\n{}", of("[safety]")));
    text.push(format!("[defaults]\n{}", of("[defaults]")));
    if group.heading == "[[group]]" {
        text.push(format!(
            "[[group]]\n{}{}",
            named("name = \"one\"\n"),
            of("[[group]]")
        ));
    }
    if of_exercise.contains("group =") {
        text.push("[[group]]\nname = \"two\"\n[[group]]\nname = \"three\"\n".to_owned());
    }
    let more =
        ["In one", "In another"].map(|name| format!("[[exercise]]\nname = \"{name}\"\n{in_group}"));
    if group.heading == "[[group]]" {
        text.extend(more);
    }
    text.push(format!("[[exercise]]\n{name}{kind}{in_group}{of_exercise}"));
    for (heading, more) in [
        ("[exercise.left]", ""),
        ("[exercise.right]", ""),
        ("[[exercise.step]]", "from_week = 2\n"),
        ("[[exercise.cue]]", ""),
    ] {
        if group.heading == heading {
            text.push(format!("{heading}\n"));
            if !line.contains("from_week") {
                text.push(more.to_owned());
            }
            if heading == "[[exercise.cue]]" {
                let other = if line.starts_with("at") {
                    "say = \"x\"\n"
                } else {
                    "at = 3\n"
                };
                text.push(other.to_owned());
            }
            if heading == "[[exercise.step]]" && line.contains("from_week") {
                text.push("sets = 5\n".to_owned());
            }
            text.push(of(heading));
        }
    }
    text.concat()
}

#[test]
fn each_key_of_the_format_is_told_with_what_it_said_and_says() {
    for group in keys::GROUPS {
        for key in group.keys() {
            let takes_keys = matches!(
                key.takes,
                Takes::Table(_) | Takes::Tables(_) | Takes::Named(_)
            );
            if takes_keys || NOT_TOLD.contains(&key.name) {
                continue;
            }
            let written = values(key).map(|value| {
                let line = format!("{}{} = {value}\n", beside(group, key.name), key.name);
                with(group, &line)
            });
            let changes = between(&routine(&written[0]), &routine(&written[1]));
            let place = format!("{} {}: {changes:#?}", group.heading, key.name);
            assert!(!changes.is_empty(), "{place}");
            let with_values = changes.iter().any(|change| match &change.what {
                What::Value { before, after, .. } => before.is_some() && before != after,
                What::Item { .. } | What::Renamed { .. } => true,
                _ => false,
            });
            let is_at_a_moment = group.heading == "[[exercise.cue]]";
            let is_read_there = is_at_a_moment || WITHOUT_VALUES.contains(&key.name);
            assert!(with_values || is_read_there, "{place}");
        }
    }
}
