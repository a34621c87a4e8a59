//! The JSON Schema of the format, made from the table of keys and their texts.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use supple::exercises;
use supple::figure;
use supple::routine::keys::{self, Group, Key, Takes, Without};
use supple::routine::{MOST_EXERCISES, MOST_FIGURES};
use supple::words::Words;

/// Parts in either order of word and length; a number alone is seconds.
const TEMPO: &str = "^ *(([0-9][0-9hms ]* +(up|hold|down|in|out|rest)|(up|hold|down|in|out|rest) +[0-9][0-9hms ]*) *(, *|$)){1,6}$";

/// A length of time in words, as the reader takes them: the larger unit first.
const LENGTH: &str = "^ *([0-9]+ *h *)?([0-9]+ *m *)?([0-9]+ *s *)?$";

#[test]
fn the_schema_is_that_of_the_table_of_keys() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("routines/routine.schema.json");
    let schema = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|update| update != "0") {
        fs::write(&path, &schema).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == schema,
        "the keys or their texts have changed. Make routines/routine.schema.json anew with\n  \
         UPDATE_SNAPSHOTS=1 cargo test --test files schema"
    );
}

fn schema() -> Value {
    let words = Words::of("en");
    let mut schema = group(&keys::ROUTINE, &words);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!("A routine of Supple");
    let of_routines = keys::GROUPS
        .iter()
        .filter(|group| **group != &keys::ROUTINE);
    let of_figures = figure::keys::GROUPS.iter();
    let groups = of_routines.chain(of_figures).copied();
    let groups = groups.chain([&figure::keys::PLACE]);
    let definitions = groups.map(|known| (name(known).to_owned(), group(known, &words)));
    schema["definitions"] = definitions.collect::<Map<_, _>>().into();
    schema["properties"]["exercise"]["maxItems"] = json!(MOST_EXERCISES);
    schema["properties"]["exercise"]["minItems"] = json!(1);
    schema["properties"]["figure"]["maxProperties"] = json!(MOST_FIGURES);
    // What a shipped exercise says need not be said again.
    schema["definitions"]["exercise"]["anyOf"] =
        json!([{"required": ["name"]}, {"required": ["use"]}]);
    schema
}

/// What a group is called among the definitions: the defaults have the texts of an exercise.
fn name(group: &Group) -> &'static str {
    if group == &keys::DEFAULTS {
        "defaults"
    } else if [&keys::LEFT, &keys::RIGHT].contains(&group) {
        "side"
    } else {
        group.name
    }
}

fn group(group: &Group, words: &Words) -> Value {
    let properties = group
        .keys()
        .map(|key| (key.name.to_owned(), property(group, key, words)));
    let required = group.keys().filter(|key| key.without == Without::Refused);
    let mut schema = json!({
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "additionalProperties": false,
    });
    let required: Vec<_> = required.map(|key| key.name).collect();
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn property(group: &Group, key: &Key, words: &Words) -> Value {
    let mut schema = value(&key.takes);
    let says = words.find(&key.text(group)).unwrap();
    let default = match key.without {
        Without::Refused | Without::Nothing | Without::As(_) => None,
        Without::Whole(number) => Some(json!(number)),
        Without::Number(number) => Some(json!(exactly(number))),
        Without::Length(length) => Some(json!(format!("{}s", length.as_secs()))),
        Without::Word(word) => Some(json!(word)),
        Without::No => Some(json!(false)),
    };
    if let Some(default) = default {
        schema["default"] = default;
    }
    schema["description"] = match key.without {
        Without::As(id) => format!("{says}. Left out: {}", words.find(id).unwrap()),
        _ => says,
    }
    .into();
    schema
}

/// As it is written, and not as its nearest binary fraction.
fn exactly(number: f32) -> Value {
    serde_json::from_str(&number.to_string()).unwrap()
}

fn value(takes: &Takes) -> Value {
    let text = |longest: usize| json!({"type": "string", "minLength": 1, "maxLength": longest});
    let number = |least: f32, most: f32| json!({"type": "number", "minimum": exactly(least), "maximum": exactly(most)});
    let numbers = |count: usize, least: f32, most: f32| json!({"type": "array", "items": number(least, most), "minItems": count, "maxItems": count});
    let list = |items: Value| json!({"type": "array", "items": items});
    let bare_or_quoted = |format: &str, pattern: &str| json!({"anyOf": [{"type": "string", "format": format}, {"type": "string", "pattern": pattern}]});
    let of = |group: &Group| json!({"$ref": format!("#/definitions/{}", name(group))});
    let place = || json!({"anyOf": [value(&figure::keys::POINT), of(&figure::keys::PLACE)]});
    match takes {
        Takes::Format => json!({"type": "integer", "enum": [1]}),
        Takes::Text { longest } => text(*longest),
        Takes::Texts { longest } => list(text(*longest)),
        Takes::Tempo => json!({"type": "string", "minLength": 4, "pattern": TEMPO}),
        Takes::Id | Takes::Language | Takes::Pose => text(supple::routine::LONGEST_NAME),
        Takes::Image | Takes::Source => text(supple::routine::LONGEST_TEXT),
        Takes::Figure => {
            let names: Vec<_> = figure::names().collect();
            json!({"anyOf": [{"type": "string", "enum": names}, {"type": "string", "minLength": 1}]})
        }
        Takes::Exercise => {
            json!({"anyOf": [{"type": "string", "enum": exercises::ids()}, value(&Takes::Id)]})
        }
        Takes::Whole { least, most } => {
            json!({"type": "integer", "minimum": least, "maximum": most})
        }
        Takes::Count { least, most } => json!({"anyOf": [
            {"type": "integer", "minimum": least, "maximum": most},
            {"type": "string", "pattern": "^ *[0-9]+ *(to|-|–) *[0-9]+ *$"},
        ]}),
        Takes::Number { least, most } => number(*least, *most),
        Takes::Numbers { count, least, most } => numbers(*count, *least, *most),
        Takes::NumberOrNumbers { count, least, most } => {
            json!({"anyOf": [number(*least, *most), numbers(*count, *least, *most)]})
        }
        Takes::Flag => json!({"type": "boolean"}),
        Takes::Length { least, most } => json!({"anyOf": [
            {"type": "string", "minLength": 2, "pattern": LENGTH},
            {"type": "integer", "minimum": least, "maximum": most},
        ]}),
        Takes::Date => bare_or_quoted("date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Takes::Times => list(bare_or_quoted(
            "partial-time",
            "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$",
        )),
        Takes::Word(words) => json!({"type": "string", "enum": words}),
        Takes::Words(words) => list(json!({"type": "string", "enum": words})),
        Takes::Place => place(),
        Takes::Places => list(place()),
        Takes::Poses => list(json!({"type": "string", "minLength": 1})),
        Takes::Table(group) => of(group),
        Takes::Tables(group) => list(of(group)),
        Takes::Named(group) => json!({"type": "object", "additionalProperties": of(group)}),
    }
}
