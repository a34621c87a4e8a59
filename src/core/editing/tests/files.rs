//! Files to be edited, of every way of writing.

use fastrand::Rng;

use crate::routine::keys::{self, GROUPS};
use crate::tables::{Group, Key, Takes};

const ITEMS: &str = r#"#:schema ./routine.schema.json

# Written by hand.
format=1
  title   =   'Rücken "am" Morgen'   # the short one
language = "de"
tags = [ "a", # first
  "b",
  # before c
  "c" # last
]
exercise = [
  # the knee
  { name = "Knie", hold = 20, cue = [{ at = "5s", say = "x" }] }, # one
  { name = 'Hüfte', instructions = ["a", "b"], reps = 3 },
  {name="Fuß",sides="each"}
]
schedule.times_per_day = 2
schedule.days = ["mon"] # only
author.name = "A. B."
"#;

const APART: &str = r#"format = 1
title = """
# not a comment
[[exercise]]
"""
# right above
[[exercise]]
name = "One"
hold = "20 s"

# about two
[[exercise]]
    name = "Two"
    instructions = [
        "First.",   # why
        "Second.",

        "Third."
    ]
    rest = "5s" # short

[safety]
pain_limit = 3
stop_if = ["a","b"]

# words that stand apart
[[exercise.cue]]
at = "1s"
say = "Now"
[[exercise.cue]]
at = "2s"
say = "Then"

# rest = "3 s"

[[exercise]]
id = "one-2"
use = "knee-to-chest"
[defaults]
rest = "5 s""#;

const GROUPED: &str = r#"format = 1
title = "T"

# for the legs
[[group]]
name = "Legs" # both
rounds = 3

[[exercise]]
id = "squat"
name = "Squat"
group = "Legs"
[[exercise]] # again
use = "squat"
group = "Legs"
reps = 5

[[group]]
name = 'Arms'
choose = 1
[[exercise]]
use = "squat"
id = "arms"
group = "Arms"
"#;

const TIGHT: &str = "format = 1\ntitle = \"T\"\n[author]\n[[exercise]]\nname = \"A\"\n[[exercise]]\n[[exercise]]\nname = \"A\"\n";
const SPREAD: &str = "format = 1\ntitle = \"T\"\nauthor = {\n  name = \"N\", # who\n  role = \"R\",\n}\n\n\n\n[[exercise]]\nname = \"A\"\n\n\n\n[[exercise]]\nname = \"B\"\n\n\n";
/// Lines end in both ways, and a comment stands between two exercises.
const MIXED: &str = "# all\nformat = 1\ntitle = \"T\"\n\n[[exercise]]\r\nname = \"A\"\r\n# of A\r\n\n# of B\n[[exercise]] # b\nname = \"B\"\nuse = \"bridge\"\n\n  [[exercise.cue]]\r\n  at = 3\r\n  # right above\n[[exercise]]\nid = \"a\"";
const EMPTY: &str = "# nothing yet\n";

pub(super) fn written() -> Vec<String> {
    let shipped = [
        include_str!("../../../../routines/lower-back-relief.toml"),
        include_str!("../../../../routines/paced-and-open-example.toml"),
        include_str!("../../../../routines/de/morning-floor.toml"),
        include_str!("../../routine/tests/full.toml"),
    ];
    let own = [ITEMS, APART, GROUPED, TIGHT, SPREAD, MIXED, EMPTY, ""];
    let all: Vec<_> = shipped.into_iter().chain(own).map(str::to_owned).collect();
    let windows = all
        .iter()
        .map(|text| text.replace("\r\n", "\n").replace('\n', "\r\n"));
    let marked = all.iter().map(|text| format!("\u{feff}{text}"));
    let cut = all.iter().map(|text| text.trim_end().to_owned());
    let more: Vec<_> = windows.chain(marked).chain(cut).collect();
    all.into_iter().chain(more).collect()
}

fn pick<'a>(rng: &mut Rng, all: &[&'a str]) -> &'a str {
    rng.choice(all).unwrap_or(&"")
}

/// A file that says anything that the format has keys for, written in any way that TOML has.
pub(super) fn random(rng: &mut Rng) -> String {
    let mut text = String::new();
    noise(rng, &mut text);
    text.push_str("format = 1\n");
    lines(rng, &mut text, &keys::ROUTINE, "", "");
    let mut later = Vec::new();
    for name in ["author", "schedule", "safety", "defaults"] {
        if rng.bool() {
            continue;
        }
        let group = group(&format!("[{name}]"));
        match rng.u8(..3) {
            0 => later.push((name, group)),
            1 => lines(rng, &mut text, group, "", &format!("{name}.")),
            _ => {
                let table = braces(rng, group);
                text.push_str(&[name, " = ", &table].concat());
                end(rng, &mut text);
            }
        }
    }
    for _ in 0..rng.usize(..3) {
        heading(rng, &mut text, "[[group]]");
        lines(rng, &mut text, group("[[group]]"), "", "");
    }
    let count = rng.usize(..5);
    let exercise = group("[[exercise]]");
    let is_array = rng.u8(..4) == 0;
    if is_array {
        let items: Vec<_> = (0..count).map(|_| braces(rng, exercise)).collect();
        text.push_str(&["exercise = ", &list(rng, &items), "\n"].concat());
    }
    for (name, group) in later.drain(..) {
        heading(rng, &mut text, &format!("[{name}]"));
        lines(rng, &mut text, group, "", "");
    }
    for _ in 0..if is_array { 0 } else { count } {
        heading(rng, &mut text, "[[exercise]]");
        let indent = if rng.u8(..4) == 0 { "  " } else { "" };
        lines(rng, &mut text, exercise, indent, "");
        for below in ["cue", "step"] {
            for _ in 0..rng.usize(..3) {
                let name = format!("[[exercise.{below}]]");
                heading(rng, &mut text, &name);
                lines(rng, &mut text, group(&name), indent, "");
            }
        }
        for below in ["left", "right"] {
            if rng.u8(..4) == 0 {
                let name = format!("[exercise.{below}]");
                heading(rng, &mut text, &name);
                lines(rng, &mut text, group(&name), indent, "");
            }
        }
    }
    match rng.u8(..6) {
        0 => text.replace('\n', "\r\n"),
        1 => format!("\u{feff}{text}"),
        2 => text.trim_end().to_owned(),
        _ => text,
    }
}

fn group(heading: &str) -> &'static Group {
    let found = GROUPS.iter().find(|group| group.heading == heading);
    found.unwrap_or_else(|| panic!("no group {heading}"))
}

/// Nothing, an empty line or a remark.
fn noise(rng: &mut Rng, text: &mut String) {
    text.push_str(pick(
        rng,
        &[
            "",
            "",
            "",
            "\n",
            "\n\n",
            "# a remark = [1]\n",
            "# [[exercise]]\n\n",
        ],
    ));
}

fn end(rng: &mut Rng, text: &mut String) {
    text.push_str(pick(rng, &["\n", "\n", "\n", " # why = {}\n", "   \n"]));
}

fn heading(rng: &mut Rng, text: &mut String, heading: &str) {
    noise(rng, text);
    text.push_str(heading);
    end(rng, text);
}

/// Some of the keys of a group that have a value, each on its lines, in any order.
fn lines(rng: &mut Rng, text: &mut String, group: &'static Group, indent: &str, before: &str) {
    for (key, value) in some(rng, group, true) {
        noise(rng, text);
        let equals = pick(rng, &[" = ", "=", "   =  "]);
        text.push_str(&[indent, before, key, equals, &value].concat());
        end(rng, text);
    }
    if before.is_empty() {
        return;
    }
    // A table of no key is not there at all.
    noise(rng, text);
}

fn braces(rng: &mut Rng, group: &'static Group) -> String {
    let pairs = some(rng, group, false).into_iter();
    let pairs: Vec<_> = pairs
        .map(|(key, value)| format!("{key} = {value}"))
        .collect();
    let (open, close) = *rng
        .choice(&[("{ ", " }"), ("{", "}")])
        .unwrap_or(&("{", "}"));
    format!("{open}{}{close}", pairs.join(pick(rng, &[", ", ","])))
}

fn some(rng: &mut Rng, group: &'static Group, in_lines: bool) -> Vec<(&'static str, String)> {
    let mut keys: Vec<&Key> = group.keys().filter(|key| key.name != "format").collect();
    rng.shuffle(&mut keys);
    let most = rng.usize(..7);
    let written = keys.into_iter().filter_map(|key| {
        let value = value(rng, key, in_lines)?;
        Some((key.name, value))
    });
    written.take(most).collect()
}

fn value(rng: &mut Rng, key: &Key, in_lines: bool) -> Option<String> {
    let texts = [
        "\"words\"",
        "'as \"they\" are'",
        "\"ü \\\"so\\\" # = [x]\"",
        "\"\"",
    ];
    Some(match &key.takes {
        Takes::Text { .. } if in_lines && rng.u8(..8) == 0 => {
            "\"\"\"\ntwo\n[[exercise]]\nlines\"\"\"".to_owned()
        }
        Takes::Text { .. } => pick(rng, &texts).to_owned(),
        Takes::Whole { least, most } | Takes::Count { least, most } => {
            rng.u32(*least..=(*most).min(least + 9)).to_string()
        }
        Takes::Length { least, most } => {
            let seconds = rng.u64(*least..=(*most).min(least + 40));
            match rng.u8(..3) {
                0 => seconds.to_string(),
                1 => format!("\"{seconds}s\""),
                _ => format!("'{seconds} s'"),
            }
        }
        Takes::Flag => rng.bool().to_string(),
        Takes::Date => pick(rng, &["2026-02-03", "\"2026-02-03\""]).to_owned(),
        Takes::Word(names) => format!("\"{}\"", pick(rng, names)),
        Takes::Words(names) => {
            let items: Vec<_> = (0..rng.usize(..4))
                .map(|_| format!("\"{}\"", pick(rng, names)))
                .collect();
            list(rng, &items)
        }
        Takes::Texts { .. } => {
            let items: Vec<_> = (0..rng.usize(..5))
                .map(|_| pick(rng, &texts).to_owned())
                .collect();
            list(rng, &items)
        }
        Takes::Times => list(rng, &["\"08:00\"".to_owned(), "\"18:30\"".to_owned()]),
        _ => return None,
    })
}

/// Between brackets, on one line or on several.
fn list(rng: &mut Rng, items: &[String]) -> String {
    match rng.u8(..4) {
        0 if !items.is_empty() => {
            let mut list = "[\n".to_owned();
            for item in items {
                let comment = pick(rng, &["", "", " # one, of them"]);
                list.push_str(&["  ", item, ",", comment, "\n"].concat());
            }
            list + "]"
        }
        1 => format!("[ {} ]", items.join(" , ")),
        _ => format!("[{}]", items.join(", ")),
    }
}
