//! Values of every wrong sort, at every key: the help of each says what to write instead.

use super::read_text;
use super::slips::{at_the_top, help, in_the_exercise, leads_to};
use crate::routine::keys::{DEFAULTS, GROUPS, Group, Takes};
use crate::words::{LANGUAGES, Words};

/// A word, a range in a list and in a text, a number with a unit and one with a fraction, yes, a list
/// of words, a day, a table.
const WRONG: [&str; 9] = [
    "\"some\"",
    "[8, 12]",
    "\"8-12\"",
    "\"5 kg\"",
    "2.5",
    "true",
    "[\"some\", \"more\"]",
    "1979-05-27",
    "{ some = 1 }",
];

/// A file with a line below the heading of a group.
fn with(group: &Group, line: &str) -> String {
    match group.name {
        "routine" => format!("{line}\n{}", at_the_top("")),
        "exercise" => in_the_exercise(line),
        "cue" => in_the_exercise(&format!("[[exercise.cue]]\n{line}")),
        _ => at_the_top(&format!("{}\n{line}", group.heading)),
    }
}

#[test]
fn the_help_of_every_wrong_value_shows_how_it_is_written() {
    let of_kind = [
        "wrong-kind",
        "not-one-of",
        "duration-form",
        "duration-fraction",
    ];
    let mut count = 0;
    let groups = GROUPS.into_iter().filter(|group| **group != DEFAULTS);
    for (group, key) in groups.flat_map(|group| group.keys().map(move |key| (group, key))) {
        for value in WRONG {
            let line = format!("{} = {value}", key.name);
            let reading = read_text(&with(group, &line));
            let first = reading.diagnostics.first();
            let Some(first) = first.filter(|it| of_kind.contains(&it.mistake.code())) else {
                continue;
            };
            let help = first.mistake.help().expect(&line);
            for language in LANGUAGES {
                let help = Words::only(language).message(&help);
                let is_shown = help.contains(['"', '[', '='])
                    || help.contains(|c: char| c.is_ascii_digit())
                    || key.takes.words().iter().any(|word| help.contains(word))
                    || key.takes == Takes::Flag && help.contains("true");
                assert!(is_shown, "{line}: {help}");
            }
            count += 1;
        }
    }
    assert!(count > 250, "{count}");
}

#[test]
fn a_number_in_words_or_a_range_leads_to_one_number() {
    leads_to(
        &[
            ("reps = [8, 12]", "reps = \"8 to 12\""),
            ("reps = 10.5", "reps = 10"),
            ("sets = [3]", "sets = 3"),
            ("countdown = \"yes\"", "countdown = 3"),
            ("countdown = \"none\"", "countdown = 0"),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("revision = \"v3\"", "revision = 3"),
            ("revision = 1.2", "revision = 1"),
            ("[safety]\npain_limit = \"mild\"", "from 0 for none to 10"),
            ("[safety]\npain_limit = [3, 4]", "pain_limit = 3"),
            ("[safety]\npain_limit = \"no pain\"", "pain_limit = 0"),
            ("[safety]\npain_limit = \"NRS 4\"", "pain_limit = 4"),
            ("[schedule]\ntimes_per_day = \"2-3\"", "times_per_day = 2"),
            ("[schedule]\ntimes_per_day = \"every hour\"", "at = ["),
            (
                "[schedule]\nmax_per_day = \"unlimited\"",
                "leave the line out",
            ),
        ],
        at_the_top,
    );
}

#[test]
fn a_length_of_time_in_words_or_a_range_leads_to_one_length() {
    leads_to(
        &[
            ("hold = [20, 30]", "hold = \"20s\""),
            ("hold = [20]", "\"20s\""),
            ("hold = \"as tolerated\"", "kind = \"open\""),
            ("rest = \"as needed\"", "rest = \"20s\""),
            ("rest = \"until recovered\"", "pause for longer"),
            ("rest = [30, 60]", "rest = \"30s\""),
            ("rest = \"a minute\"", "\"1m\""),
            ("prepare = \"short\"", "leave the line out"),
            ("kind = \"reps\"\npace = \"slow\"", "pace = \"4s\""),
            ("kind = \"reps\"\npace = \"own pace\"", "kind = \"open\""),
            ("kind = \"reps\"\npace = [2, 0, 2]", "pace = \"4s\""),
        ],
        in_the_exercise,
    );
}

#[test]
fn a_side_that_only_the_author_knows_leads_to_left_or_right_and_both_to_each_or_none() {
    for word in [
        "affected",
        "operated side",
        "worse leg",
        "one",
        "betroffene Seite",
    ] {
        for key in ["sides", "first_side"] {
            let help = help(&in_the_exercise(&format!("{key} = \"{word}\"")));
            let reported = format!("{key} = \"left\" or {key} = \"right\"");
            assert!(help.contains(&reported), "{word}: {help}");
        }
    }
    for value in ["\"both\"", "\"bilateral\"", "\"beidseits\"", "true", "2"] {
        let help = help(&in_the_exercise(&format!("sides = {value}")));
        assert!(
            help.contains("\"each\"") && help.contains("\"none\""),
            "{help}"
        );
    }
}

#[test]
fn a_list_or_a_text_in_the_place_of_the_other_leads_to_it() {
    leads_to(
        &[
            ("equipment = \"mat, chair\"", "[\"mat\", \"chair\"]"),
            (
                "say = [\"Breathe.\", \"Let go.\"]",
                "say = \"Breathe. Let go.\"",
            ),
            ("halfway = [true]", "halfway = true"),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("language = [\"en\", \"de\"]", "\"en\""),
            ("updated = [2026, 1, 2]", "2026-01-02"),
            (
                "[schedule]\nat = \"08:00, 20:00\"",
                "[\"08:00\", \"20:00\"]",
            ),
            ("[schedule]\nat = [8, 20]", "\"08:00\""),
            ("[schedule]\nat = \"morning\"", "at = [\"08:00\"]"),
            ("[schedule]\ndays = \"3 times a week\"", "days = [\"mon\""),
        ],
        at_the_top,
    );
}

#[test]
fn a_heading_that_is_written_otherwise_is_led_to_its_own_form() {
    let whole = |line: &str| format!("format = 1\ntitle = \"Back\"\n{line}\n");
    leads_to(
        &[
            ("exercise.name = \"X\"", "[[exercise]]"),
            ("[exercise]\nname = \"X\"", "[[exercise]]"),
            ("[exercise.1]\nname = \"X\"", "[[exercise]]"),
            ("exercise = { name = \"X\" }", "[[exercise]]"),
            (
                "exercise = \"Knee to chest\"",
                "[[exercise]], and below it a line name = \"Knee to chest\"",
            ),
            (
                "exercise = [\"Knee to chest\", \"Bridge\"]",
                "name = \"Knee to chest\"",
            ),
        ],
        whole,
    );
    leads_to(
        &[
            (
                "cue.at = \"5s\"\ncue.say = \"Breathe.\"",
                "[[exercise.cue]]",
            ),
            ("[exercise.cue]\nat = \"5s\"", "[[exercise.cue]]"),
            ("[[cue]]\nat = \"5s\"", "[[exercise.cue]]"),
            ("cue = \"Breathe.\"", "say = \"Breathe.\""),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("[[author]]\nname = \"A\"", "[author]"),
            ("author = \"A. Physio\"", "{ name = \"A. Physio\" }"),
            ("figure = \"bird-dog\"", "figure = \"bird-dog\""),
            ("[figure]\nname = \"x\"", "[figure.my-figure]"),
        ],
        at_the_top,
    );
}

#[test]
fn marks_inside_a_text_and_texts_without_brackets_are_led_to_what_was_meant() {
    leads_to(
        &[
            (
                "caution = \"Say \"stop\" when it hurts\"",
                "caution = \"Say 'stop' when it hurts\"",
            ),
            ("caution = 'Don't bend'", "caution = \"Don't bend\""),
            (
                "equipment = \"mat\", \"towel\"",
                "equipment = [\"mat\", \"towel\"]",
            ),
            (
                "caution = \"\\ud800\"",
                "type the letter or the sign itself",
            ),
            (
                "caution = \"\\u{1F600}\"",
                "type the letter or the sign itself",
            ),
            ("sets = 1979-05-27", "whole number in digits"),
            ("reps = 2026-11-22", "whole number in digits"),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("language = \"de_DE.UTF-8\"", "\"de-DE\""),
            ("language = \"ca_ES@valencia\"", "\"ca-ES\""),
            (
                "schedule.at = \"08:00\", \"19:00\"",
                "at = [\"08:00\", \"19:00\"]",
            ),
        ],
        at_the_top,
    );
}
