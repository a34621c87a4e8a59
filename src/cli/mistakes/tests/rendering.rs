//! How mistakes look. The pictures are in `snapshots`.

use super::super::{Style, render};
use super::{file, read_bytes, read_text};
use crate::words::Words;

#[path = "../../../../tests/support/worst_files.rs"]
mod worst_files;

use worst_files::worst_files;

fn rendered(text: &str, language: &str) -> String {
    let reading = read_text(text);
    render(
        "my-file.toml".as_ref(),
        &reading,
        &Words::of(language),
        Style::Plain,
    )
}

const WRONG: &str = "format = 1\ntitel = \"Back\"\n\n[schedule]\ntimes_per_day = 3\nmax_per_day = 2\n\n[[exercise]]\nname = \"Knee\"\nhold = \"0.5s\"\n";

#[test]
fn mistakes_in_english() {
    insta::assert_snapshot!(rendered(WRONG, "en"));
}

#[test]
fn mistakes_in_german() {
    insta::assert_snapshot!(rendered(WRONG, "de"));
}

#[test]
fn breaks_of_the_grammar() {
    let text = "format = 1\ntitle = “Back”\nsummary hello\n[[exercise]\nname = \"x\"\n";
    insta::assert_snapshot!(rendered(text, "en"));
}

#[test]
fn errors_come_before_warnings() {
    let reported = rendered(&file("", "hold = 121\nreps = 0"), "en");
    let place = |word: &str| reported.find(word).unwrap();
    assert!(place("error[") < place("warning["), "{reported}");
}

#[test]
fn a_long_line_and_characters_that_act() {
    let line = format!(
        "summary = \"{}\u{1b}[31m\u{202e}{}\"",
        "long ".repeat(60),
        "words ".repeat(60)
    );
    let text = file(
        &line,
        &format!("hold\u{202e} = 1\n\"\\u001b[2J\" = \"{}\"", "x".repeat(500)),
    );
    insta::assert_snapshot!(rendered(&text, "en"));
}

#[test]
fn bytes_that_are_no_text() {
    let reading = read_bytes(b"format = 1\ntitle = \"R\xfccken\"\n");
    insta::assert_snapshot!(render(
        "x.toml".as_ref(),
        &reading,
        &Words::of("en"),
        Style::Plain
    ));
}

#[test]
fn the_worst_files_are_told_in_few_words() {
    let words = Words::of("en");
    for (name, text) in worst_files() {
        let reading = read_text(&text);
        let reported = render("x.toml".as_ref(), &reading, &words, Style::Plain);
        assert!(reported.len() < 200_000, "{name}: {} bytes", reported.len());
        let longest = reported
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap();
        assert!(longest < 700, "{name}: a line of {longest}");
    }
}

#[test]
fn no_mistakes() {
    insta::assert_snapshot!(rendered(&file("", ""), "en"));
}

#[test]
fn a_name_of_a_file_acts_on_no_terminal() {
    let reading = read_text(&file("x = 1", ""));
    for style in [Style::Plain, Style::Coloured] {
        let reported = render(
            "a\u{1b}]0;title\u{7}\u{202e}.toml".as_ref(),
            &reading,
            &Words::of("en"),
            style,
        );
        assert!(!reported.contains(['\u{7}', '\u{202e}']));
        assert!(!reported.contains("\u{1b}]"));
    }
}
