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
    let of = |heading: &str| if group.heading == heading { line } else { "" };
    let has = |key: &str| line.lines().any(|it| it.starts_with(key));
    let unless = |is_there: bool, text: &'static str| if is_there { "" } else { text };
    let is_group = group.heading == "[[group]]";
    // What belongs to a group, by its name.
    let member = match is_group {
        true if has("name") => line.replace("name =", "group ="),
        true => "group = \"one\"\n".to_owned(),
        false => String::new(),
    };
    let members = ["In one", "In another"]
        .map(|name| format!("[[exercise]]\nname = \"{name}\"\n{member}"))
        .concat();
    let members = if is_group { members } else { String::new() };
    let needs_pace = (has("pace") || has("tempo")) && group.heading != "[[exercise]]";
    let needs_time = has("time ") && group.heading == "[[exercise.step]]";
    let below = match group.heading {
        "[exercise.left]" | "[exercise.right]" => format!("{}\n{line}", group.heading),
        "[[exercise.step]]" if has("from_week") => format!("[[exercise.step]]\n{line}sets = 5\n"),
        "[[exercise.step]]" => format!("[[exercise.step]]\nfrom_week = 2\n{line}"),
        "[[exercise.cue]]" if has("at") => format!("[[exercise.cue]]\nsay = \"x\"\n{line}"),
        "[[exercise.cue]]" => format!("[[exercise.cue]]\nat = 3\n{line}"),
        _ => String::new(),
    };
    let is_of_exercise = group.heading == "[[exercise]]";
    [
        unless(group.heading.is_empty() && has("title"), "title = \"T\"\n"),
        of(""),
        "[author]\n",
        of("[author]"),
        "[schedule]\n",
        unless(has("last_day") || has("weeks"), "weeks = 20\n"),
        of("[schedule]"),
        "[safety]\n",
        of("[safety]"),
        "[defaults]\n",
        of("[defaults]"),
        unless(!is_group, "[[group]]\n"),
        unless(!is_group || has("name"), "name = \"one\"\n"),
        of("[[group]]"),
        unless(
            !is_of_exercise || !has("group"),
            "[[group]]\nname = \"two\"\n[[group]]\nname = \"three\"\n",
        ),
        &members,
        "[[exercise]]\nid = \"knee\"\n",
        unless(is_of_exercise && has("name"), "name = \"Knee\"\n"),
        unless(!needs_pace, "kind = \"reps\"\n"),
        unless(!needs_time, "time = \"5m\"\n"),
        &member,
        of("[[exercise]]"),
        &below,
    ]
    .concat()
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
