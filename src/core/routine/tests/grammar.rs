//! Breaks of the grammar of TOML, by their codes and their places.

use super::mistakes::unmarked;
use super::{codes, file, read_text};

#[test]
fn a_break_of_the_grammar_is_reported_where_it_is() {
    let cases = [
        ("equals-missing", "summary ⟦⟧\"x\""),
        ("value-missing", "summary = ⟦⟧"),
        ("quotes-missing", "summary = ⟦hello there⟧"),
        ("curly-quotes", "summary = ⟦“hello”⟧"),
        ("text-unfinished", "summary = \"hello⟦⟧"),
        ("backslash", "summary = \"a\\⟦⟧qb\""),
        ("key-twice", "⟦title⟧ = \"Again\""),
        ("comma-extra", "tags = [\"a\", ⟦,⟧ \"b\"]"),
        ("comma-extra", "summary = \"x\"⟦,⟧"),
        ("comma-extra", "summary = \"x\"⟦,⟧ # remark"),
        ("syntax", "revision = 1⟦,⟧5"),
        ("comma-missing", "tags = [\"a\" ⟦⟧\"b\"]"),
        ("bracket-missing", "[schedule⟦⟧"),
        ("number-form", "revision = ⟦0⟧3"),
        ("date-form", "updated = ⟦2026-13-01⟧"),
        ("date-form", "updated = 20.12⟦.2026⟧"),
        ("date-form", "updated = ⟦tomorrow⟧"),
        ("time-form", "schedule.at = [⟦8:00⟧]"),
        ("wrong-kind", "revision = ⟦3x⟧"),
        ("wrong-kind", "defaults.halfway = ⟦yes⟧"),
        ("character", "summary = 'a⟦\u{1b}⟧[31m'"),
    ];
    for (code, top) in cases {
        let (text, span) = unmarked(&file(top, ""));
        let reading = read_text(&text);
        assert_eq!(codes(&reading), [code], "{text}");
        assert!(reading.routine.is_none());
        // The parser's span may be wider than what the eye needs.
        assert_eq!(
            reading.diagnostics[0].place.span.start, span.start,
            "{code}"
        );
    }
}

#[test]
fn a_space_that_is_none_is_what_is_reported_beside_a_key_or_a_value() {
    let cases = [
        ("space-unusual", "summary⟦\u{a0}⟧= \"x\""),
        ("space-unusual", "⟦\u{3000}⟧summary = \"x\""),
        ("space-unusual", "revision =⟦\u{a0}⟧3"),
        ("space-unusual", "revision = 3⟦\u{2009}⟧"),
        ("space-unusual", "revision = 3⟦\u{a0}⟧ # remark"),
        ("space-unusual", "summary = \"x\"⟦\u{a0}⟧"),
        ("space-unusual", "tags = [\"a\",⟦\u{a0}⟧\"b\"]"),
        ("space-unusual", "tags = [\n\"a\",\n⟦\u{a0}⟧\"b\",\n]"),
        ("space-unusual", "defaults.hold =⟦\u{a0}⟧\"5s\""),
        ("space-unusual", "author = { name =⟦\u{a0}⟧\"B\" }"),
        ("space-unusual", "[safety]⟦\u{a0}⟧"),
        ("space-unusual", "[⟦\u{a0}⟧safety]"),
        ("character", "⟦\u{200b}⟧summary = \"x\""),
        ("character", "⟦\u{0}⟧\u{0}\u{0}"),
        // The words between which it stands need something else.
        ("quotes-missing", "summary = ⟦a\u{a0}b⟧"),
        ("curly-quotes", "summary = ⟦“a\u{a0}b”⟧"),
        ("text-unfinished", "summary = \"a\u{a0}⟦⟧"),
        // In a text and a remark it is what it is.
        ("comma-extra", "summary = \"a\\\" \u{a0}\"⟦,⟧ #\u{a0}x"),
    ];
    for (code, top) in cases {
        let (text, span) = unmarked(&file(top, ""));
        let reading = read_text(&text);
        assert_eq!(codes(&reading), [code], "{top:?}");
        assert_eq!(
            reading.diagnostics[0].place.span.start, span.start,
            "{top:?}"
        );
    }
    let with_unknown = file("sumary\u{a0}= \"x\"", "");
    let both = codes(&read_text(&with_unknown)).join(" ");
    assert_eq!(both, "key-unknown space-unusual");
}

#[test]
fn what_cant_be_a_key_suggests_none_that_may_not_stand_there() {
    let help = |top: &str, more: &str| {
        let reading = read_text(&file(top, more));
        let mut found = reading.diagnostics.iter().map(|found| &found.mistake);
        let found = found.find(|mistake| mistake.code() == "key-form").unwrap();
        let help = found.help().unwrap();
        (help.id, format!("{:?}", help.args))
    };
    let (id, near) = help("título = \"x\"", "");
    assert_eq!(id, "check-key-unknown-help-near");
    assert!(near.contains("title"), "{near}");
    let (id, near) = help("", "séries = 5");
    assert_eq!(id, "check-key-unknown-help-near");
    assert!(near.contains("sets"), "{near}");
    let (id, near) = help("séries = 5", "");
    assert_eq!(id, "check-key-elsewhere-help");
    assert!(near.contains("[[exercise]]"), "{near}");
    // Where nobody knows what may stand, none is suggested.
    let (id, _) = help("", "[exercise.unknown]\nséries = 5");
    assert_eq!(id, "check-key-form-help");
}

#[test]
fn what_can_be_read_is_checked_beside_a_break_or_a_wrong_heading() {
    let exercise = "name = \"Knee\"\nhold = \"20 sec\"\nfigure = \"foo\"\n";
    let days = "[schedule]\ndays = [\"Monday\"]\n";
    let cases: [(String, &[&str], bool); 3] = [
        (
            format!("format = 1\ntitle = x\n{days}[[exercise]]\n{exercise}sides = both\n"),
            &[
                "quotes-missing",
                "not-one-of",
                "duration-form",
                "figure-unknown",
                "quotes-missing",
            ],
            true,
        ),
        (
            format!(
                "format = \"1\"\ntitle = \"x\"\n{days}[exercise]\n{exercise}instructions = [\"x\"]"
            ),
            &[
                "wrong-kind",
                "not-one-of",
                "wrong-kind",
                "duration-form",
                "figure-unknown",
            ],
            false,
        ),
        (
            format!("format = 1\n[exercise]\n{exercise}[exercise]\n{exercise}"),
            &["wrong-kind", "duration-form", "figure-unknown", "key-twice"],
            true,
        ),
    ];
    for (text, reported, may_hide_more) in cases {
        let reading = read_text(&text);
        assert_eq!(codes(&reading), reported, "{text}");
        assert_eq!(reading.may_hide_more, may_hide_more, "{text}");
        assert!(reading.routine.is_none());
    }
}
