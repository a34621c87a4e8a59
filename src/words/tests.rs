//! Every text is there in every language, with the same arguments, and is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;
use crate::figure;

/// Beginnings of ids that are put together from parts, each with its own test or screen.
const PUT_TOGETHER: [&str; 8] = [
    "advice-emergency-",
    "advice-soon-",
    "editor-check-",
    "editor-word-",
    "format-",
    "help-",
    "learn-",
    "safety-",
];
/// The same without the hyphen, where they stand by themselves.
const BEGINNINGS: [&str; 2] = ["advice-emergency", "advice-soon"];

/// Languages that lack nothing. Another may: what it lacks is said in English.
const WHOLE: [&str; 2] = ["en", "de"];
/// Texts that a language makes of some of what it is given: dates and times.
const FORMS: [&str; 2] = ["date-day", "time-of-day"];
const GIVEN: [&str; 7] = ["day", "month", "year", "hour", "hour12", "half", "minute"];

#[test]
fn every_file_of_texts_is_free_of_mistakes_and_names_no_text_twice() {
    let languages = LANGUAGES
        .iter()
        .map(|language| (language.tag, language.files));
    for (tag, files) in languages.chain(REGIONS.iter().copied()) {
        let mut seen = BTreeSet::new();
        for (file, text) in files {
            let resource = FluentResource::try_new((*text).to_owned());
            let resource = resource.unwrap_or_else(|(_, mistakes)| {
                panic!("{tag}/{file}: {mistakes:?}");
            });
            for entry in resource.entries() {
                if let Entry::Message(message) = entry {
                    let new = seen.insert(message.id.name.to_owned());
                    assert!(new, "{tag}/{file}: {} again", message.id.name);
                }
            }
        }
    }
}

/// A straight one beside curved quotation marks is seen on every page.
#[test]
fn an_apostrophe_is_curved_wherever_it_is_read() {
    let texts = LANGUAGES.iter().flat_map(|language| language.files);
    let texts = texts.map(|(file, text)| ((*file).to_owned(), (*text).to_owned()));
    let folders = [
        "assets/exercises",
        "assets/exercises/de",
        "routines",
        "routines/de",
    ];
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap());
    let files = files.map(|file| file.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let files = files.map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path.display().to_string(), text)
    });
    for (file, text) in texts.chain(files) {
        let letters: Vec<char> = text.chars().collect();
        for three in letters.windows(3) {
            let [before, mark, after] = three else {
                continue;
            };
            let is_apostrophe = *mark == '\'' && before.is_alphabetic() && after.is_alphabetic();
            assert!(!is_apostrophe, "{file}: {before}'{after}");
        }
    }
}

#[test]
fn a_language_has_the_texts_of_english_with_the_same_arguments_and_its_gaps_are_counted() {
    let english = arguments(LANGUAGES[0].files);
    let languages = LANGUAGES
        .iter()
        .map(|language| (language.tag, language.files));
    for (tag, files) in languages.chain(REGIONS.iter().copied()) {
        let other = arguments(files);
        for (id, arguments) in &other {
            let Some(of_english) = english.get(id) else {
                panic!("{id} is in {tag} alone");
            };
            if FORMS.contains(&id.as_str()) {
                let given = |name: &String| GIVEN.contains(&name.as_str());
                assert!(arguments.iter().all(given), "{id} in {tag}");
            } else {
                assert_eq!(arguments, of_english, "{id} in {tag}");
            }
        }
        let share = 100 * other.len() / english.len();
        println!(
            "{tag}: {} of {} texts, {share} %",
            other.len(),
            english.len()
        );
        let gaps: Vec<_> = english
            .keys()
            .filter(|id| !other.contains_key(*id))
            .collect();
        assert!(
            gaps.is_empty() || !WHOLE.contains(&tag),
            "{tag} lacks {gaps:?}"
        );
    }
}

#[test]
fn what_a_language_lacks_is_said_in_the_one_next_to_it() {
    let words = Words::of("en-US");
    assert_eq!(words.language().tag, "en");
    assert_eq!(words.list(List::And, ["a", "b", "c"]), "a, b, and c");
    assert_eq!(words.list(List::And, ["a", "b"]), "a and b");
    assert_eq!(words.get("nav-today"), "Today");
}

#[test]
fn several_things_are_joined_as_the_language_joins_them() {
    let german = Words::of("de");
    let reported = |list, items: &[&str]| german.list(list, items.iter().copied());
    assert_eq!(reported(List::And, &[]), "");
    assert_eq!(reported(List::And, &["a"]), "a");
    assert_eq!(reported(List::And, &["a", "b"]), "a und b");
    assert_eq!(reported(List::Or, &["a", "b", "c", "d"]), "a, b, c oder d");
    assert_eq!(reported(List::Parts, &["a", "b", "c"]), "a, b, c");
    assert_eq!(reported(List::Facts, &["a", "b"]), "a · b");
    let help = Message::new("check-not-one-of-help-list");
    let help = help.with("choices", List::Or.of(["a", "b"]));
    assert!(german.message(&help).contains("a oder b"));
}

#[test]
fn every_text_that_the_code_names_is_there() {
    let texts = arguments(LANGUAGES[0].files);
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
        .flat_map(|(file, source)| of_the_program(file, source).split('"'))
        .collect();
    let unused: Vec<String> = arguments(LANGUAGES[0].files)
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
        ("de-Latn-DE", "de"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("C", "en"),
        ("", "en"),
        ("\u{0}", "en"),
    ] {
        assert_eq!(Words::of(tag).language().tag, spoken, "{tag}");
    }
}

#[test]
fn what_is_wrong_is_told_in_the_editor_without_the_grammar_of_the_file() {
    /// What is told of a text that breaks the grammar, which has no fields, and of keys that nobody knows.
    const OF_THE_TEXT: [&str; 25] = [
        "check-figure-",
        "check-key-dose-",
        "check-key-elsewhere-",
        "check-key-form",
        "check-key-frequency-",
        "check-key-group-step-",
        "check-key-in-words-",
        "check-key-length-",
        "check-key-one-side-",
        "check-key-order-",
        "check-key-purpose-",
        "check-key-schedule-",
        "check-key-side-load-",
        "check-key-sound-",
        "check-key-span-",
        "check-key-tempo-",
        "check-key-time-",
        "check-key-top-",
        "check-key-twice-",
        "check-key-unknown-",
        "check-key-patient-",
        "check-key-at-top-",
        "check-line-end",
        "check-syntax",
        "check-two-keys",
    ];
    const SYNTAX: [&str; 5] = [
        "check-bracket-missing-help",
        "check-curly-quotes-help",
        "check-equals-missing-help",
        "check-text-unfinished-help",
        "check-value-missing-help",
    ];
    let keys = crate::routine::keys::GROUPS;
    let keys: BTreeSet<&str> = keys.iter().flat_map(|group| group.names()).collect();
    let has_grammar = |text: &str| {
        let text = text.replace("{\"{\"}", "{").replace("{\"}\"}", "}");
        let is_key = |quoted: &str| keys.contains(quoted);
        let quoted = text.split(['“', '”', '„', '"', ' ', '.', ',', ':']);
        let names_keys = quoted
            .clone()
            .any(|word| word.contains('_') && is_key(word));
        let in_quotes = text.split(['“', '„']).skip(1);
        let mut in_quotes = in_quotes.filter_map(|rest| rest.split(['”', '“']).next());
        let signs = [
            " = ",
            "\"",
            "[[",
            "the line ",
            "the line,",
            "a line:",
            "Zeile ",
        ];
        names_keys || in_quotes.any(is_key) || signs.iter().any(|sign| text.contains(sign))
    };
    for language in LANGUAGES {
        let texts = |start: &str| -> BTreeMap<String, String> {
            let files = language.files.iter();
            let lines = files.flat_map(|(_, text)| text.split('\n'));
            let texts = lines.filter(|line| line.starts_with(start));
            let pair = |line: &str| {
                let (id, text) = line.split_once(" = ")?;
                Some((id.to_owned(), text.to_owned()))
            };
            texts.filter_map(pair).collect()
        };
        let own = texts("editor-check-");
        for (id, text) in texts("check-") {
            let is_of_the_text = OF_THE_TEXT.iter().any(|start| id.starts_with(start))
                || SYNTAX.contains(&id.as_str());
            assert!(
                is_of_the_text || !has_grammar(&text) || own.contains_key(&format!("editor-{id}")),
                "{}: {id} needs a text without the grammar of the file: {text}",
                language.tag
            );
        }
        for (id, text) in &own {
            assert!(!has_grammar(text), "{}: {id} = {text}", language.tag);
        }
    }
    let texts = arguments(LANGUAGES[0].files);
    for (id, arguments) in texts
        .iter()
        .filter(|(id, _)| id.starts_with("editor-check-"))
    {
        let first = texts.get(&id["editor-".len()..]);
        let Some(first) = first else {
            panic!("{id} is said in place of nothing");
        };
        assert!(
            arguments.is_subset(first),
            "{id}: {arguments:?} of {first:?}"
        );
    }
}

#[test]
fn what_is_wrong_names_fields_as_they_are_called_in_the_editor() {
    for language in LANGUAGES {
        let lines = |name: &str| {
            let file = language.files.iter().find(|(file, _)| *file == name);
            file.unwrap().1.lines()
        };
        let labels = lines("edit.ftl").filter_map(|line| Some(line.trim().split_once("] ")?.1));
        let texts = lines("editor.ftl").filter_map(|line| Some(line.split_once(" = ")?.1));
        let capital = |text: &str| {
            let mut letters = text.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect::<String>()
        };
        let names: BTreeSet<String> = labels.chain(texts).map(capital).collect();
        for line in lines("mending.ftl").filter(|line| !line.starts_with('#')) {
            let quoted = line.split(['“', '„']).skip(1);
            let quoted = quoted.filter_map(|rest| rest.split(['”', '“']).next());
            let in_whole = quoted.filter(|it| {
                line.contains(&format!("“{it}”")) || line.contains(&format!("„{it}“"))
            });
            for name in in_whole.filter(|name| !name.contains('$')) {
                assert!(names.contains(name), "{}: {name} in {line}", language.tag);
            }
        }
    }
}

/// Names of texts, each with the names of what is filled in.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn arguments(files: &[File]) -> Texts {
    let mut texts = Texts::new();
    for (_, text) in files {
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

#[test]
fn every_key_of_a_routine_has_a_name_in_the_editor_and_in_what_changed() {
    use crate::routine::keys::GROUPS;
    use crate::tables::Takes;
    for language in LANGUAGES {
        let words = Words::of(language.tag);
        for group in GROUPS {
            for key in group.keys() {
                let name = format!("{}-{}", group.name, key.name).replace('_', "-");
                let said = words.message(&Message::new("edit-label").with("key", &*name));
                assert_ne!(said, name, "{}", language.tag);
                // What only matters to the file, and what is made of others.
                let is_told = !matches!(
                    key.takes,
                    Takes::Format | Takes::Id | Takes::Exercise | Takes::Table(_) | Takes::Named(_)
                ) && !["cue", "step"].contains(&group.name)
                    && !matches!(
                        &*name,
                        "routine-revision"
                            | "routine-updated"
                            | "routine-exercise"
                            | "routine-group"
                            | "group-name"
                            | "exercise-name"
                            // Its own days, all together.
                            | "exercise-times-per-day"
                            | "exercise-days"
                            | "exercise-days-per-week"
                            | "exercise-days-between"
                    );
                let said = words.message(&Message::new("change-label").with("key", &*name));
                assert!(!is_told || said != name, "{} {name}", language.tag);
            }
        }
    }
}

#[test]
fn texts_are_read_once_however_many_have_words_of_them() {
    for language in LANGUAGES {
        let [one, other] = [(); 2].map(|()| Words::of(language.tag).bundles);
        let same = one.iter().zip(&other);
        assert!(same.clone().count() > 0 && one.len() == other.len());
        assert!(same.into_iter().all(|(one, other)| Arc::ptr_eq(one, other)));
    }
}
