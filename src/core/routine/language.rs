//! Whether a file is written in the language that it says, or that counts without one: a voice of the
//! wrong language reads words that nobody understands.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};
use unic_langid::LanguageIdentifier;
use whatlang::Lang;

use super::defaults;
use super::mistake::Mistake;
use super::section::Section;

/// The languages that a warning may name, with their tags. Those that are easily taken for one another
/// are left out: a wrong warning is worse than none.
const KNOWN: [(Lang, &str); 16] = [
    (Lang::Deu, "de"),
    (Lang::Ell, "el"),
    (Lang::Eng, "en"),
    (Lang::Fin, "fi"),
    (Lang::Fra, "fr"),
    (Lang::Hun, "hu"),
    (Lang::Ita, "it"),
    (Lang::Jpn, "ja"),
    (Lang::Kor, "ko"),
    (Lang::Nld, "nl"),
    (Lang::Pol, "pl"),
    (Lang::Por, "pt"),
    (Lang::Spa, "es"),
    (Lang::Swe, "sv"),
    (Lang::Tur, "tr"),
    (Lang::Vie, "vi"),
];

/// The commonest words of the languages that Supple speaks, without those that are common in another of
/// these languages too.
const COMMONEST: [(&str, &[&str]); 2] = [
    (
        "en",
        &[
            "the", "and", "your", "you", "with", "that", "then", "from", "both", "until", "this",
            "one", "of", "to", "it", "as", "for", "or", "not", "are",
        ],
    ),
    (
        "de",
        &[
            "der", "das", "und", "sie", "ihre", "ihren", "ihrem", "mit", "sich", "auf", "dem",
            "ist", "zu", "nicht", "ein", "eine", "einen", "beide", "wie", "bis",
        ],
    ),
];
/// One in so many words of a text in a language is one of its commonest, at the least.
const ONE_IN: usize = 6;

/// Fewer letters are too few to be sure.
const FEWEST: usize = 100;
/// More tell nothing new, and take time at every reading.
const MOST: usize = 3_000;
/// A text of fewer words is a name, a path or a word that the format knows.
const WORDS_OF_A_TEXT: usize = 3;
/// What stands here may be in another language: names, and works that are cited.
const ELSEWHERE: [&str; 5] = ["author", "source", "image", "figure", "tags"];

const EXERCISES: &str = "exercise";

/// Warns of words that are certainly in another language than the file's.
/// `words` are all of its texts.
pub(super) fn warn(root: &Section<'_>, table: &DeTable<'_>, words: &str) {
    let written = table.get("language");
    let tag = match written.map(|written| written.get_ref().as_str()) {
        None => defaults::LANGUAGE,
        Some(Some(tag)) => tag.trim(),
        Some(None) => return,
    };
    let Ok(tag) = tag.parse::<LanguageIdentifier>() else {
        return;
    };
    let said = tag.language.as_str();
    // Of a language that is not known, the words would be taken for those of another.
    let is_known = KNOWN.iter().any(|(_, known)| *known == said);
    if !is_known || is_plainly_in(words, said) {
        return;
    }
    if let Some(words) = language_of(words).filter(|words| *words != said) {
        let language = said.to_owned();
        let span = written.map_or_else(|| root.span.clone(), toml::Spanned::span);
        root.note(Mistake::LanguageOfWords { language, words }, span);
    }
}

/// Whether words are plainly in a language, by its commonest ones: they are counted in no time, and what any
/// of the other languages would be takes most of the time of a reading to find out.
fn is_plainly_in(words: &str, language: &str) -> bool {
    let commonest = COMMONEST.iter().find(|(tag, _)| *tag == language);
    let Some((_, commonest)) = commonest else {
        return false;
    };
    let (mut all, mut common) = (0, 0);
    let words = words.split(|c: char| !c.is_alphabetic());
    for word in words.filter(|word| !word.is_empty()) {
        all += 1;
        let is_common = commonest.iter().any(|it| it.eq_ignore_ascii_case(word));
        common += usize::from(is_common);
    }
    common * ONE_IN >= all
}

/// The tag of the language that words are certainly in.
fn language_of(words: &str) -> Option<&'static str> {
    if words.chars().filter(|c| c.is_alphabetic()).count() < FEWEST {
        return None;
    }
    let found = whatlang::detect(words).filter(whatlang::Info::is_reliable)?;
    let known = KNOWN.iter().find(|(language, _)| *language == found.lang());
    known.map(|(_, tag)| *tag)
}

/// The texts of a file, and no more of them than it takes.
pub(super) fn words(table: &DeTable<'_>) -> String {
    let exercises = match table.get(EXERCISES).map(toml::Spanned::get_ref) {
        Some(DeValue::Array(items)) => items.iter().map(toml::Spanned::get_ref).collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    words_with(table, exercises.into_iter().map(words_of))
}

/// The texts of one exercise, and no more of them than it takes.
pub(super) fn words_of(exercise: &DeValue<'_>) -> String {
    let mut words = String::new();
    collect_value(exercise, &mut words);
    words
}

/// The texts of a file whose exercises have these.
pub(super) fn words_with(
    table: &DeTable<'_>,
    exercises: impl Iterator<Item = impl AsRef<str>>,
) -> String {
    let mut words = String::new();
    for of_one in exercises {
        if words.len() > MOST {
            break;
        }
        words.push_str(of_one.as_ref());
    }
    let others = table.iter().filter(|(key, _)| key.get_ref() != EXERCISES);
    collect(others, &mut words);
    words
}

type Entry<'t> = (
    &'t toml::Spanned<Cow<'t, str>>,
    &'t toml::Spanned<DeValue<'t>>,
);

/// Appends all texts of a table and of those in it, one in a line.
fn collect<'t>(table: impl Iterator<Item = Entry<'t>>, words: &mut String) {
    for (key, value) in table {
        if !ELSEWHERE.contains(&key.get_ref().as_ref()) {
            collect_value(value.get_ref(), words);
        }
    }
}

fn collect_value(value: &DeValue<'_>, words: &mut String) {
    if words.len() > MOST {
        return;
    }
    match value {
        DeValue::String(text) if text.split_whitespace().count() >= WORDS_OF_A_TEXT => {
            words.extend(text.chars().take(MOST));
            words.push('\n');
        }
        DeValue::Array(items) => {
            for item in items {
                collect_value(item.get_ref(), words);
            }
        }
        DeValue::Table(table) => collect(table.iter(), words),
        _ => {}
    }
}
