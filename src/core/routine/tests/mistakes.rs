//! Each mistake by its code and its place. The place is written into the file between ⟦ and ⟧.

use super::super::{ImageFault, Surroundings, read};
use super::{codes, file, read_text};

/// A file without its marks, and the bytes between them.
pub(super) fn unmarked(marked: &str) -> (String, std::ops::Range<usize>) {
    let start = marked.find('⟦').unwrap();
    let end = marked.find('⟧').unwrap() - '⟦'.len_utf8();
    (marked.replace(['⟦', '⟧'], ""), start..end)
}

#[track_caller]
pub(super) fn is_found(code: &str, marked: &str) {
    let (text, span) = unmarked(marked);
    let reading = read_text(&text);
    assert_eq!(codes(&reading), [code], "{text}");
    let place = &reading.diagnostics[0].place;
    assert_eq!(place.span, span, "{code} in\n{text}");
    let before = &text[..span.start];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    assert_eq!(place.line, before.matches('\n').count() + 1, "{text}");
    assert_eq!(
        place.column,
        text[line_start..span.start].chars().count() + 1
    );
}

#[test]
fn one_warning_of_a_list_of_texts_is_given_once() {
    let list = "[\"{\", \"{left|right}\", \"{\"]";
    let text = file("", "").replace("[\"Lift.\"]", list);
    let reading = read_text(&text);
    assert_eq!(codes(&reading), ["stray-brace", "limbs-without-sides"]);
}

#[test]
fn a_mistake_at_the_top_is_reported_where_it_is() {
    let cases = [
        ("key-unknown", "⟦titel⟧ = \"Back\""),
        ("key-unknown", "⟦\"\"⟧ = 1"),
        ("id-form", "id = ⟦\"my back\"⟧"),
        ("id-form", "id = ⟦\"../back\"⟧"),
        ("number-range", "revision = ⟦0⟧"),
        ("number-range", "revision = ⟦-1⟧"),
        ("wrong-kind", "revision = ⟦\"1\"⟧"),
        ("wrong-kind", "summary = ⟦1⟧"),
        ("text-empty", "summary = ⟦\"\"⟧"),
        ("text-empty", "summary = ⟦\"  \"⟧"),
        ("language-form", "language = ⟦\"my language\"⟧"),
        ("date-form", "updated = ⟦2026-11-22T08:00:00Z⟧"),
        ("date-form", "updated = ⟦2026-02-30⟧"),
        ("date-form", "updated = ⟦\"22.11.2026\"⟧"),
        ("wrong-kind", "updated = ⟦20261122⟧"),
        ("wrong-kind", "tags = ⟦\"back\"⟧"),
        ("wrong-kind", "tags = [\"back\", ⟦1⟧]"),
        ("wrong-kind", "author = ⟦\"A. Physio\"⟧"),
        ("key-unknown", "author = { ⟦phone⟧ = \"1\" }"),
        ("key-unknown", "author.⟦phone⟧ = \"1\""),
        ("number-range", "schedule.times_per_day = ⟦0⟧"),
        (
            "times-above-max",
            "[schedule]\ntimes_per_day = ⟦3⟧\nmax_per_day = 2",
        ),
        (
            "times-differ",
            "[schedule]\ntimes_per_day = ⟦1⟧\nat = [\"08:00\", \"20:00\"]",
        ),
        ("named-twice", "schedule.⟦at⟧ = [\"08:00\", \"08:00\"]"),
        ("named-twice", "schedule.⟦days⟧ = [\"mon\", \"mon\"]"),
        (
            "no-day-in-time",
            "[schedule]\nfirst_day = 2099-12-01\nlast_day = 2099-12-03\n⟦days⟧ = [\"mon\"]",
        ),
        ("not-one-of", "schedule.days = [\"mon\", ⟦\"monday\"⟧]"),
        ("time-form", "schedule.at = [\"08:00\", ⟦\"8 am\"⟧]"),
        ("time-form", "schedule.at = [⟦\"24:00\"⟧]"),
        ("review-passed", "schedule.review_on = ⟦2026-11-21⟧"),
        ("number-range", "safety.pain_limit = ⟦11⟧"),
        ("pain-limitless", "safety.pain_limit = ⟦10⟧"),
        ("key-unknown", "[defaults]\n⟦name⟧ = \"x\""),
        ("wrong-kind", "figure = ⟦1⟧"),
    ];
    for (code, top) in cases {
        is_found(code, &file(top, ""));
    }
}

#[test]
fn words_that_will_not_be_heard_as_meant_are_reported_where_they_are() {
    let cases = [
        ("prepare-short", "⟦prepare⟧ = 5"),
        (
            "switch-short",
            "sides = \"each\"\n⟦switch⟧ = 4\ncaution = \"Mind the {left|right} knee.\"",
        ),
        (
            "pace-too-fast",
            "kind = \"reps\"\npace = 2\n⟦say⟧ = \"Go up with the right leg, lower slowly.\"",
        ),
        (
            "pace-too-fast",
            "kind = \"reps\"\npace = 2\n⟦cue⟧ = [{ at = 1, say = \"Go up with the right leg.\" }]",
        ),
        (
            "words-too-long",
            "hold = 20\n⟦cue⟧ = [{ at = 5, say = \"Sink.\" }, { at = 8, say = \"Let the shoulders sink towards the floor.\" }]",
        ),
        (
            "words-too-long",
            "hold = 20\nhalfway = false\n⟦cue⟧ = [{ at = 5, say = \"Let the shoulders sink.\" }, { at = 6, say = \"Sink.\" }]",
        ),
        (
            "words-too-long",
            "hold = 20\n⟦cue⟧ = [{ at = 18, say = \"Let the shoulders sink.\" }]",
        ),
        (
            "words-too-long",
            "hold = 5\n⟦say⟧ = \"Let the shoulders sink towards the floor with each breath.\"",
        ),
        (
            "stray-brace",
            "sides = \"each\"\n⟦say⟧ = \"Lift the {side} leg.\"",
        ),
        ("stray-brace", "sides = \"each\"\n⟦load⟧ = \"{side} ankle\""),
        (
            "stray-brace",
            "sides = \"each\"\n⟦equipment⟧ = [\"{side} chair\"]",
        ),
        ("limbs-without-sides", "⟦load⟧ = \"the {left|right} ankle\""),
        (
            "limbs-without-sides",
            "⟦say⟧ = \"Lift the {left|right} leg.\"",
        ),
    ];
    for (code, lines) in cases {
        is_found(code, &file("", lines));
    }
    for good in [
        "prepare = 0",
        "hold = 20\ncue = [{ at = 1, say = \"Let the shoulders sink.\" }, { at = 11, say = \"Sink.\" }, { at = 20, say = \"Let go of it.\" }]",
        "hold = 30\nsay = \"Let the shoulders sink towards the floor with each breath.\"",
        // The words of both sides are the same, or there is time, or it is meant.
        "sides = \"each\"\nswitch = 1\ncaution = \"Mind the knee.\"",
        "sides = \"each\"\nswitch = 9\ncaution = \"Mind the {left|right} knee.\"",
        "sides = \"each\"\nswitch = 0\ncaution = \"Mind the {left|right} knee.\"",
        "kind = \"reps\"\npace = 5\nsay = \"Go up with the right leg, lower slowly.\"",
    ] {
        assert!(codes(&read_text(&file("", good))).is_empty(), "{good}");
    }
}

#[test]
fn a_mistake_in_an_exercise_is_reported_where_it_is() {
    let cases = [
        ("key-unknown", "⟦holds⟧ = 20"),
        ("wrong-kind", "equipment = ⟦\"mat\"⟧"),
        ("not-one-of", "position = ⟦\"lying\"⟧"),
        ("not-one-of", "kind = ⟦\"Hold\"⟧"),
        ("not-one-of", "sides = ⟦\"both\"⟧"),
        ("not-one-of", "first_side = ⟦\"none\"⟧"),
        ("wrong-kind", "halfway = ⟦\"yes\"⟧"),
        ("wrong-kind", "hold = ⟦true⟧"),
        ("wrong-kind", "hold = ⟦[20]⟧"),
        ("duration-fraction", "hold = ⟦\"0.5s\"⟧"),
        ("duration-fraction", "hold = ⟦\"1,5m\"⟧"),
        ("duration-fraction", "hold = ⟦20.0⟧"),
        ("duration-form", "hold = ⟦\"20\"⟧"),
        ("duration-form", "hold = ⟦\"20 seconds\"⟧"),
        ("duration-form", "hold = ⟦\"s\"⟧"),
        ("duration-form", "hold = ⟦\"-5s\"⟧"),
        ("duration-form", "hold = ⟦\"30s 1m\"⟧"),
        ("duration-form", "hold = ⟦\"1m 1m\"⟧"),
        ("duration-form", "hold = ⟦\"\"⟧"),
        ("duration-range", "hold = ⟦0⟧"),
        ("duration-range", "hold = ⟦-20⟧"),
        ("duration-range", "hold = ⟦\"99999999999999999999999s\"⟧"),
        ("image-path", "image = ⟦\"/etc/knee.png\"⟧"),
        ("image-path", "image = ⟦\"../knee.png\"⟧"),
        ("image-path", "image = ⟦\"a/../../knee.png\"⟧"),
        ("image-path", "image = ⟦\"./knee.png\"⟧"),
        ("image-path", "image = ⟦\"C:knee.png\"⟧"),
        ("image-path", "image = ⟦'a\\knee.png'⟧"),
        ("image-path", "image = ⟦\"https://example.org/knee.png\"⟧"),
        ("image-path", "image = ⟦\"knee.svg\"⟧"),
        ("image-path", "image = ⟦\"knee\"⟧"),
        ("link-form", "source = ⟦\"http://example.org\"⟧"),
        ("link-form", "source = ⟦\"www.example.org\"⟧"),
        ("link-form", "source = ⟦\"https://good.org@bad.org/\"⟧"),
        ("link-form", "source = ⟦\"https://localhost\"⟧"),
        ("link-form", "source = ⟦\"file:///etc/passwd\"⟧"),
        ("link-form", "source = ⟦\"JavaScript:alert(1)\"⟧"),
        ("key-missing", "⟦[[exercise.cue]]⟧\nsay = \"x\""),
        ("key-missing", "⟦[[exercise.cue]]⟧\nat = 1"),
        ("cue-after-end", "[[exercise.cue]]\nat = ⟦21⟧\nsay = \"x\""),
        (
            "cue-after-end",
            "kind = \"reps\"\nreps = 2\npace = 3\n[[exercise.cue]]\nat = ⟦7⟧\nsay = \"x\"",
        ),
        ("wrong-kind", "cue = ⟦\"x\"⟧"),
        ("hold-long", "hold = ⟦121⟧"),
        ("hold-short", "hold = ⟦4⟧"),
        ("no-effect", "⟦pace⟧ = 4"),
        ("no-effect", "kind = \"reps\"\n⟦hold⟧ = 20"),
        ("no-effect", "kind = \"reps\"\n⟦rest⟧ = 5"),
        ("no-effect", "kind = \"reps\"\n⟦halfway⟧ = true"),
        ("no-effect", "kind = \"open\"\n⟦reps⟧ = 2"),
        ("no-effect", "kind = \"open\"\n⟦rest⟧ = 5"),
        ("no-effect", "kind = \"open\"\n⟦halfway⟧ = true"),
        ("no-effect", "kind = \"open\"\n⟦countdown⟧ = 3"),
        ("no-effect-in-one-set", "⟦rest_between_sets⟧ = 20"),
        (
            "no-effect-at-pace",
            "kind = \"reps\"\nsides = \"alternate\"\n⟦switch⟧ = 5",
        ),
        ("no-effect-without-sides", "⟦switch⟧ = 5"),
        (
            "no-effect-without-sides",
            "sides = \"left\"\n⟦first_side⟧ = \"left\"",
        ),
        (
            "no-instructions",
            "[[exercise]]\n⟦name⟧ = \"x\"\nfigure = \"bird-dog\"\ninstructions = []",
        ),
        (
            "key-missing",
            "⟦[[exercise]]⟧\nfigure = \"bird-dog\"\ninstructions = [\"x\"]",
        ),
        // Without a name there is nothing to warn of the rest by.
        ("key-missing", "⟦[[exercise]]⟧\nhold = 20"),
        (
            "no-instructions",
            "[[exercise]]\n⟦name⟧ = \"x\"\nfigure = \"bird-dog\"",
        ),
        (
            "no-picture",
            "[[exercise]]\n⟦name⟧ = \"x\"\ninstructions = [\"x\"]",
        ),
        (
            "id-twice",
            "id = \"a\"\n[[exercise]]\nid = ⟦\"a\"⟧\nname = \"x\"\nfigure = \"bird-dog\"\ninstructions = [\"x\"]",
        ),
        (
            "sides-alike",
            "[[exercise]]\nname = \"x\"\nfigure = ⟦\"bridge\"⟧\nsides = \"each\"\ninstructions = [\"x\"]",
        ),
        (
            "sides-forgotten",
            "sides = \"left\"\n[[exercise]]\n⟦name⟧ = \"Bird dog\"\nfigure = \"bird-dog\"\ninstructions = [\"x\"]",
        ),
    ];
    for (code, lines) in cases {
        is_found(code, &file("", lines));
    }
}

#[test]
fn letters_of_two_alphabets_in_one_word_are_reported_where_they_are() {
    for lines in [
        "[[exercise]]\nname = ⟦\"R\u{430}ise\"⟧\nfigure = \"bird-dog\"\ninstructions = [\"x\"]",
        "source = ⟦\"https://\u{430}pple.com/\"⟧",
    ] {
        is_found("two-alphabets", &file("", lines));
    }
}

#[test]
fn a_dose_for_a_side_that_does_nothing_in_its_kind_is_reported_where_it_is() {
    for lines in [
        "kind = \"reps\"\nsides = \"each\"\nleft = { reps = 5, ⟦hold⟧ = 9 }",
        "time = 60\nsides = \"each\"\nright = { ⟦reps⟧ = 5 }",
        "kind = \"open\"\nsides = \"right\"\nright = { sets = 2, ⟦reps⟧ = 5 }",
    ] {
        is_found("no-effect", &file("", lines));
    }
}

#[test]
fn what_is_missing_from_the_whole_is_reported_at_a_sensible_place() {
    is_found(
        "format-missing",
        "# remark\n\n⟦⟧title = \"Back\"\nexercise = [{ name = \"x\", figure = \"bird-dog\", instructions = [\"x\"] }]",
    );
    is_found(
        "key-missing",
        &file("", "").replace("format = 1\ntitle = \"Back\"", "⟦⟧format = 1"),
    );
    is_found("no-exercise", "format = 1\ntitle = \"Back\"⟦⟧\n\n");
    is_found(
        "no-exercise",
        "format = 1\ntitle = \"Back\"\nexercise = []⟦⟧",
    );
    is_found(
        "wrong-kind",
        "format = 1\ntitle = \"Back\"\n⟦[exercise]⟧\nname = \"x\"\nfigure = \"bird-dog\"\ninstructions = [\"x\"]\n",
    );
    is_found(
        "figure-unknown",
        &file("", "").replace("figure = \"bird-dog\"", "figure = ⟦\"brid-dog\"⟧"),
    );
    is_found(
        "format-unknown",
        "format = ⟦2⟧\nname = \"of another time\"\n",
    );
    is_found(
        "wrong-kind",
        &file("", "").replace("format = 1", "format = ⟦\"1\"⟧"),
    );
    is_found("format-unknown", "format = ⟦\"2\"⟧\ntitle = \"Back\"");
}

/// A figure of the file's own, as short as one can be.
const FIGURE: &str = r#"
[figure.mine]
view = "side"
pose.rest = { hip = [0, 1.73], spine = 90, arms = { upper = -90, fore = -90 }, legs = { thigh = -90, shin = -90 } }
pose.hold = { right_arm = { upper = 90, fore = 90 } }
"#;

#[test]
fn a_mistake_in_a_figure_is_reported_where_it_is() {
    let text = file("", FIGURE).replace("\"bird-dog\"", "\"mine\"");
    let reading = read_text(&text);
    assert_eq!(codes(&reading), [""; 0]);
    let routine = reading.routine.unwrap();
    let figure = routine.figure_of(&routine.exercises[0]);
    assert!(figure.is_some() && figure == routine.figures.get("mine"));
    let cases = [
        (
            "key-missing",
            "[figure.mine]\nview = \"side\"",
            "[figure.⟦mine⟧]",
        ),
        (
            "key-unknown",
            "view",
            "cycle = [\"rest\"]\n⟦veiw⟧ = 1\nview",
        ),
        ("figure-word", "\"side\"", "⟦\"above\"⟧"),
        ("figure-wrong-kind", "spine = 90", "spine = ⟦\"straight\"⟧"),
        ("figure-number-range", "spine = 90", "spine = ⟦9000⟧"),
        (
            "figure-pose-absent",
            "view",
            "cycle = [⟦\"leap\"⟧, \"rest\"]\nview",
        ),
        (
            "figure-reach",
            "{ upper = 90, fore = 90 }",
            "⟦{ hand = [5, 1], elbow = \"up\" }⟧",
        ),
        ("figure-floor", "[0, 1.73]", "[0, 1.2]"),
        (
            "figure-prop-absent",
            "{ upper = 90, fore = 90 }",
            "{ hand = { on = ⟦\"chair\"⟧ }, elbow = \"up\" }",
        ),
        (
            "figure-prop-held",
            "{ upper = 90, fore = 90 }",
            "{ hand = { on = ⟦\"towel\"⟧ }, elbow = \"up\" }",
        ),
        ("figure-name", "[figure.mine]", "[figure.⟦\"my own\"⟧]"),
    ];
    for (code, old, new) in cases {
        let text = file("", FIGURE).replacen(old, new, 1);
        if new.contains('⟦') {
            is_found(code, &text);
        } else {
            // Each part that sinks is reported by itself.
            let codes = codes(&read_text(&text));
            assert!(
                !codes.is_empty() && codes.iter().all(|reported| *reported == code),
                "{codes:?}"
            );
        }
    }
    is_found("wrong-kind", &file("figure = ⟦\"mine\"⟧", ""));
    is_found("figure-wrong-kind", &file("figure.mine = ⟦1⟧", ""));
}

#[test]
fn a_thing_that_is_missing_from_a_figure_is_to_be_written_where_the_figure_is() {
    let arm = "{ upper = 90, fore = 90 }";
    let hand = "{ hand = { on = \"chair\" }, elbow = \"up\" }";
    let heading = |text: &str| {
        let fault = match crate::routine::read_figure(text.as_bytes()) {
            Err(reading) => reading.diagnostics[0].mistake.clone(),
            Ok(_) => panic!("it has a mistake"),
        };
        format!("{:?}", fault.help().unwrap().args)
    };
    let own = FIGURE.replace(arm, hand);
    let alone = own.replace("[figure.mine]", "");
    assert!(heading(&alone).contains("\"prop\""), "{}", heading(&alone));
    let reading = read_text(&file("", &own).replace("\"bird-dog\"", "\"mine\""));
    let help = reading.diagnostics[0].mistake.help().unwrap();
    let args = format!("{:?}", help.args);
    assert!(args.contains("\"figure.mine.prop\""), "{args}");
}

#[test]
fn an_exercise_may_name_a_figure_that_has_a_mistake() {
    let wrong = FIGURE.replace("spine = 90", "spine = 9000");
    let text = file("", &wrong).replace("\"bird-dog\"", "\"mine\"");
    assert_eq!(codes(&read_text(&text)), ["figure-number-range"]);
}

#[test]
fn sides_are_expected_of_the_figure_that_will_be_drawn() {
    let of = |top: &str, figure: &str, more: &str| {
        let text = file(top, more).replace("\"bird-dog\"", figure);
        codes(&read_text(&text)).join(" ")
    };
    let alike = "sides-alike";
    for (sides, expected) in [
        ("left", alike),
        ("right", alike),
        ("each", alike),
        ("alternate", alike),
        ("none", ""),
    ] {
        let line = format!("sides = \"{sides}\"");
        assert_eq!(of("", "\"bridge\"", &line), expected, "{sides}");
        assert_eq!(of("", "\"bird-dog\"", &line), "", "{sides}");
    }
    // The sides may be said for all exercises at once, and the figure be the file's own.
    let each = "[defaults]\nsides = \"each\"";
    assert_eq!(of(each, "\"bridge\"", ""), alike);
    assert_eq!(of(each, "\"bridge\"", "sides = \"none\""), "");
    assert_eq!(of(each, "\"mine\"", FIGURE), alike);
    let drawn = FIGURE.replace("view", "drawn_for = \"left\"\nview");
    assert_eq!(of(each, "\"mine\"", &drawn), "");
    let in_its_place = drawn.replace("mine", "bridge");
    assert_eq!(of(each, "\"bridge\"", &in_its_place), "");
    // What is wrong already is reported once.
    let wrong = FIGURE.replace("spine = 90", "spine = 9000");
    assert_eq!(of(each, "\"mine\"", &wrong), "figure-number-range");
    assert_eq!(of("", "\"bridge\"", "sides = \"both\""), "not-one-of");
    assert_eq!(of(each, "\"brid-dog\"", ""), "figure-unknown");
}

#[test]
fn an_image_that_cant_be_shown_is_an_error() {
    let faults = [
        (ImageFault::Absent, "image-absent"),
        (ImageFault::Outside, "image-outside"),
        (ImageFault::TooManyBytes, "image-bytes"),
        (ImageFault::TooManyPixels, "image-pixels"),
        (ImageFault::TooMuchMemory, "image-memory"),
        (ImageFault::TooMuchInAll, "image-all"),
        (ImageFault::Undecodable, "image-undecodable"),
        (ImageFault::Unreadable, "image-unreadable"),
    ];
    for (fault, code) in faults {
        let surroundings = Surroundings {
            stem: "x",
            today: jiff::civil::date(2026, 11, 22),
            image: &move |_| Err(fault),
        };
        let text = file("", "image = \"knee.png\"");
        assert_eq!(codes(&read(text.as_bytes(), &surroundings)), [code]);
    }
}

#[test]
fn a_character_that_hides_or_acts_is_refused_escaped_or_raw() {
    let refused = [
        '\u{0}',
        '\u{7}',
        '\t',
        '\n',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{115f}',
        '\u{200b}',
        '\u{200d}',
        '\u{200e}',
        '\u{2028}',
        '\u{202a}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2069}',
        '\u{feff}',
        '\u{e0041}',
        '\u{e0100}',
    ];
    for c in refused {
        let escaped = format!("summary = \"a\\U{:08X}b\"", u32::from(c));
        assert_eq!(
            codes(&read_text(&file(&escaped, ""))),
            ["character"],
            "{c:?} escaped"
        );
        if c != '\n' {
            let raw = format!("summary = \"a{c}b\"");
            let reading = read_text(&file(&raw, ""));
            assert_eq!(codes(&reading), ["character"], "{c:?} raw");
            let place = &reading.diagnostics[0].place;
            assert_eq!((place.line, place.column), (3, 13), "{c:?} raw");
        }
    }
    for good in ["é", "e\u{301}", "日本", "ß", "👍", "…", "½", "\u{a0}"] {
        let reading = read_text(&file(&format!("summary = \"a{good}b\""), ""));
        assert_eq!(codes(&reading), [""; 0], "{good:?}");
    }
}

#[test]
fn all_mistakes_of_a_file_come_at_once_and_in_its_order() {
    let text = "format = 1\ntitel = \"Back\"\nrevision = 0\nsummary = hello\n\n[schedule]\ndays = [\"monday\"]\n\n[[exercise]]\nhold = \"0.5s\"\n[[exercise]\nname = 7\n[safety]\npain_limit = 11\n";
    assert_eq!(
        codes(&read_text(text)),
        [
            "key-unknown",
            "number-range",
            "quotes-missing",
            "not-one-of",
            "duration-fraction",
            "bracket-missing",
            "number-range",
        ],
        "what is missing is left for when the file can be read whole"
    );
}

#[test]
fn a_wrong_default_is_reported_once() {
    let text = file(
        "[defaults]\nhold = 3",
        "[[exercise]]\nname = \"Other\"\nfigure = \"bird-dog\"\ninstructions = [\"x\"]",
    );
    assert_eq!(codes(&read_text(&text)), ["hold-short"]);
}

#[test]
fn what_is_just_within_is_no_mistake() {
    let tops = [
        "schedule.review_on = 2026-11-22",
        "schedule = { times_per_day = 2, max_per_day = 2 }",
        "safety.pain_limit = 0",
        "safety.pain_limit = 9",
        "language = \"zh-Hant-TW\"",
        "id = \"Rücken-2\"",
    ];
    for top in tops {
        assert_eq!(codes(&read_text(&file(top, ""))), [""; 0], "{top}");
    }
    let exercises = [
        "hold = 5",
        "hold = 120",
        "kind = \"reps\"\ncountdown = 3",
        "sets = 1\nrest_between_sets = 20",
        "sets = 2\nrest_between_sets = 20",
        "hold = 20\n[[exercise.cue]]\nat = 19\nsay = \"x\"",
        "kind = \"open\"\n[[exercise.cue]]\nat = 3600\nsay = \"x\"",
        "image = \"a/b c/Knie.JPEG\"",
        "source = \"https://example.org/a?b#c\"",
        "source = \"Garber 2011, doi:10.1249/MSS.0b013e318213fefb\"",
        "sides = \"left\"\n[[exercise]]\nname = \"Bird dog\"\nsides = \"right\"\nfigure = \"bird-dog\"\ninstructions = [\"x\"]",
    ];
    for lines in exercises {
        assert_eq!(codes(&read_text(&file("", lines))), [""; 0], "{lines}");
    }
}
