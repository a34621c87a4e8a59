//! Every text is there in every language, with the same arguments, and is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;
use crate::figure;

/// Beginnings of ids that are put together from parts, each with its own test or screen.
const PUT_TOGETHER: [&str; 3] = ["help-", "learn-", "safety-"];
/// The same without the hyphen, where they stand by themselves.
const BEGINNINGS: [&str; 2] = ["advice-emergency", "advice-soon"];

#[test]
fn every_file_of_texts_is_free_of_mistakes_and_names_no_text_twice() {
    for language in LANGUAGES {
        let mut seen = BTreeSet::new();
        for (file, text) in language.files {
            let resource = FluentResource::try_new((*text).to_owned());
            let resource = resource.unwrap_or_else(|(_, mistakes)| {
                panic!("{}/{file}: {mistakes:?}", language.tag);
            });
            for entry in resource.entries() {
                if let Entry::Message(message) = entry {
                    let new = seen.insert(message.id.name.to_owned());
                    assert!(new, "{}/{file}: {} again", language.tag, message.id.name);
                }
            }
        }
    }
}

#[test]
fn every_language_has_the_same_texts_with_the_same_arguments() {
    let english = arguments(&LANGUAGES[0]);
    for language in &LANGUAGES[1..] {
        let other = arguments(language);
        let only = |a: &Texts, b: &Texts| -> Vec<String> {
            a.keys()
                .filter(|id| !b.contains_key(*id))
                .cloned()
                .collect()
        };
        let none: [&str; 0] = [];
        assert_eq!(only(&english, &other), none, "missing in {}", language.tag);
        assert_eq!(only(&other, &english), none, "in {} alone", language.tag);
        for (id, arguments) in &english {
            assert_eq!(arguments, &other[id], "{id} in {}", language.tag);
        }
    }
}

#[test]
fn every_text_that_the_code_names_is_there() {
    let texts = arguments(&LANGUAGES[0]);
    let first_words: BTreeSet<&str> = texts.keys().filter_map(|id| first_word(id)).collect();
    for (file, source) in sources() {
        for quoted in of_the_program(&file, &source).split('"') {
            let is_name = first_word(quoted).is_some_and(|word| first_words.contains(word))
                && !BEGINNINGS.contains(&quoted)
                && !figure::names().any(|figure| figure == quoted);
            assert!(
                !is_name || texts.contains_key(quoted),
                "{file} names {quoted}"
            );
        }
    }
}

/// The first of several words joined by hyphens, like those of a text's name.
fn first_word(text: &str) -> Option<&str> {
    let is_word = |word: &str| {
        let mut letters = word.chars();
        !word.is_empty() && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    let (first, rest) = text.split_once('-')?;
    (is_word(first) && rest.split('-').all(is_word)).then_some(first)
}

/// A source without its tests.
fn of_the_program<'a>(file: &str, source: &'a str) -> &'a str {
    let is_test = Path::new(file)
        .iter()
        .any(|part| part == "tests" || part == "tests.rs");
    let program = source.split("#[cfg(test)]\nmod tests {").next();
    program.filter(|_| !is_test).unwrap_or_default()
}

#[test]
fn every_text_is_named_by_the_code() {
    let sources = sources();
    let quoted: BTreeSet<&str> = sources
        .iter()
        .flat_map(|(_, source)| source.split('"'))
        .collect();
    let unused: Vec<String> = arguments(&LANGUAGES[0])
        .into_keys()
        .filter(|id| !quoted.contains(id.as_str()))
        .filter(|id| !PUT_TOGETHER.iter().any(|start| id.starts_with(start)))
        .filter(|id| id != "help")
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

#[test]
fn a_path_in_a_text_acts_on_no_terminal() {
    let path = Path::new("a\u{1b}[2J\u{202e}.toml");
    let message = Message::new("error-file-absent").with("path", path);
    let text = Words::of("en").message(&message);
    assert!(text.contains("a<U+001B>[2J<U+202E>.toml"), "{text}");
}

#[test]
fn the_nearest_language_is_spoken() {
    for (tag, spoken) in [
        ("de", "de"),
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("C", "en"),
        ("", "en"),
        ("\u{0}", "en"),
    ] {
        assert_eq!(Words::of(tag).language().tag, spoken, "{tag}");
    }
}

/// Names of texts, each with the names of what is filled in.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn arguments(language: &Language) -> Texts {
    let mut texts = Texts::new();
    for (_, text) in language.files {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap();
        for entry in resource.entries() {
            if let Entry::Message(message) = entry {
                let mut names = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    of_pattern(pattern, &mut names);
                }
                texts.insert(message.id.name.to_owned(), names);
            }
        }
    }
    texts
}

fn of_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, names);
        }
    }
}

fn of_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, names),
        Expression::Select { selector, variants } => {
            of_inline(selector, names);
            for variant in variants {
                of_pattern(&variant.value, names);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                of_inline(argument, names);
            }
        }
        _ => {}
    }
}

/// The program's own sources, with their paths.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push((
                    path.display().to_string(),
                    fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    found
}
