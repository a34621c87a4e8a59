//! Words in another language than the file's.

use super::{codes, read_text};
use crate::exercises;

/// The words of an exercise that comes with Supple, as those of a file, without a language or with
/// one.
fn file_of(id: &str, words_of: &str, language: Option<&str>) -> String {
    let exercise = exercises::text(id, words_of).unwrap();
    let language = language.map(|tag| format!("language = \"{tag}\"\n"));
    let head = format!(
        "format = 1\ntitle = \"X\"\n{}",
        language.unwrap_or_default()
    );
    // Each is a file with a head of its own.
    let body = exercise.find("[[exercise]]").map(|at| &exercise[at..]);
    format!("{head}{}", body.unwrap())
}

fn is_warned_of(text: &str) -> bool {
    let reading = read_text(text);
    assert!(reading.routine.is_some(), "{text}");
    codes(&reading).contains(&"language-of-words")
}

#[test]
fn words_of_another_language_than_the_files_are_warned_of_where_it_is_certain() {
    let mut warned = 0;
    for id in exercises::ids() {
        for (words, other) in [("en", "de"), ("de", "en")] {
            assert!(
                !is_warned_of(&file_of(id, words, Some(words))),
                "{id}, {words}"
            );
            warned += usize::from(is_warned_of(&file_of(id, words, Some(other))));
        }
        // English without a language is what counts.
        assert!(!is_warned_of(&file_of(id, "en", None)), "{id}");
        // Of a language that can't be told from others nothing is certain.
        assert!(!is_warned_of(&file_of(id, "de", Some("lb"))), "{id}");
    }
    let all = 2 * exercises::ids().len();
    assert!(warned * 10 >= all * 9, "{warned} of {all}");
}

#[test]
fn a_german_file_without_a_language_is_told_to_name_it_at_its_first_line() {
    let reading = read_text(&file_of("knee-to-chest", "de", None));
    let warning = reading.diagnostics.iter();
    let mut warning = warning.filter(|it| it.mistake.code() == "language-of-words");
    let warning = warning.next().unwrap();
    assert_eq!(warning.place.line, 1);
    assert!(!warning.is_error());
}

#[test]
fn names_addresses_and_few_words_are_no_sign_of_a_language() {
    let german = "Physiotherapie am Rathausplatz und im Gesundheitszentrum, Inhaberin Erika \
        Mustermann, zweiter Stock, bitte bei der Anmeldung nach einem Termin fragen";
    for text in [
        format!("[author]\nclinic = \"{german}\"\n[[exercise]]\nname = \"Bird dog\"\n"),
        format!("[[exercise]]\nname = \"Bird dog\"\nsource = \"{german}\"\n"),
        "[[exercise]]\nname = \"Knie zur Brust ziehen\"\n".to_owned(),
    ] {
        assert!(
            !is_warned_of(&format!("format = 1\ntitle = \"X\"\n{text}")),
            "{text}"
        );
    }
}
