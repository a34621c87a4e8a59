//! Words for the left and the right, held against the sides of an exercise.

use super::super::{Mistake, SideWord};
use super::{codes, read_text};

/// A file of one exercise.
fn exercise(language: &str, name: &str, lines: &str) -> String {
    format!(
        "format = 1\ntitle = \"x\"\nlanguage = \"{language}\"\n[[exercise]]\nname = \"{name}\"\nfigure = \"knee-to-chest\"\n{lines}\n"
    )
}

fn instructions(language: &str, sides: &str, text: &str) -> String {
    let lines = format!("sides = \"{sides}\"\ninstructions = [\"Lie down.\", \"{text}\"]");
    exercise(language, "Knee", &lines)
}

/// What is warned of, and the word that is marked.
fn reported(text: &str) -> Vec<(&'static str, &str)> {
    let reading = read_text(text);
    let diagnostics = reading.diagnostics.iter();
    diagnostics
        .map(|diagnostic| {
            let place = &text[diagnostic.place.span.clone()];
            (diagnostic.mistake.code(), place)
        })
        .filter(|(code, _)| *code != "no-instructions")
        .collect()
}

#[test]
fn a_text_that_names_the_other_side_alone_is_warned_of() {
    for (language, sides, text, word) in [
        ("en", "right", "Lift your left leg.", "left"),
        ("en-GB", "left", "Turn your head to the right.", "right"),
        ("en", "right", "Left heel down, lean to the wall.", "Left"),
        ("en", "left", "Step right, then back.", "right"),
        ("de", "left", "Heben Sie das rechte Bein.", "rechte"),
        ("de-AT", "right", "Drehen Sie den Kopf nach links.", "links"),
    ] {
        let text = instructions(language, sides, text);
        assert_eq!(reported(&text), [("other-side", word)], "{text}");
    }
    for lines in [
        "say = \"Lift your left leg.\"",
        "easier = \"Lift your left leg.\"",
        "feel_it_in = \"left calf\"",
        "cue = [{ at = 5, say = \"Left heel down.\" }]",
    ] {
        let text = exercise("en", "Knee", &format!("sides = \"right\"\n{lines}"));
        assert_eq!(codes(&read_text(&text)).len(), 2, "{text}");
        assert_eq!(reported(&text)[0].0, "other-side", "{text}");
    }
}

#[test]
fn a_name_that_says_another_side_than_the_exercise_is_warned_of() {
    for (language, name, sides, expected) in [
        ("en", "Left leg raise", "right", ("other-side", "Left")),
        ("en", "Heel drops LEFT", "right", ("other-side", "LEFT")),
        ("de", "Pendeln links", "right", ("other-side", "links")),
        ("en", "Left leg raise", "each", ("side-in-name", "Left")),
        (
            "de",
            "Rechter Arm",
            "alternate",
            ("side-in-name", "Rechter"),
        ),
    ] {
        let text = exercise(language, name, &format!("sides = \"{sides}\""));
        assert_eq!(reported(&text), [expected], "{text}");
    }
    for (name, word) in [("Left leg raise", "Left"), ("Calf (right)", "right")] {
        let text = exercise("en", name, "");
        assert_eq!(reported(&text), [("side-not-written", word)], "{text}");
        let reading = read_text(&text);
        let mistake = reading.diagnostics.into_iter().map(|it| it.mistake);
        let sides: Vec<_> = mistake
            .filter_map(|mistake| match mistake {
                Mistake::SideWord(SideWord::NotWritten { sides, .. }) => Some(sides),
                _ => None,
            })
            .collect();
        assert_eq!(sides, [word.to_lowercase()]);
    }
    // Of both sides all texts are looked at, each at its own place.
    let text = exercise(
        "en",
        "Left leg",
        "sides = \"each\"\nsay = \"Lift your left leg.\"\neasier = \"Your right heel down.\"",
    );
    let expected = [
        ("side-in-name", "Left"),
        ("side-of-both", "left"),
        ("side-of-both", "right"),
    ];
    assert_eq!(reported(&text), expected);
}

#[test]
fn one_side_outside_of_braces_is_warned_of_where_both_are_done() {
    for (language, text, word, pair) in [
        ("en", "Left leg behind, heel down.", "Left", "{Left|Right}"),
        ("en", "Lean to the RIGHT.", "RIGHT", "{LEFT|RIGHT}"),
        (
            "en",
            "Pull your left arm with your right hand.",
            "left",
            "{left|right}",
        ),
        (
            "en",
            "Lift the {left|right} leg with your left hand.",
            "left",
            "{left|right}",
        ),
        (
            "de",
            "Mit dem linken Bein zurück.",
            "linken",
            "{linken|rechten}",
        ),
        ("de", "Nach rechts drehen.", "rechts", "{links|rechts}"),
    ] {
        for sides in ["each", "alternate"] {
            let text = instructions(language, sides, text);
            assert!(reported(&text).contains(&("side-of-both", word)), "{text}");
            let reading = read_text(&text);
            let mistake = &reading.diagnostics[0].mistake;
            let expected = Mistake::SideWord(SideWord::OfBoth {
                word: word.to_owned(),
                pair: pair.to_owned(),
            });
            assert_eq!(*mistake, expected, "{text}");
        }
    }
    let text = "[defaults]\nsides = \"each\"\n[[exercise]]\nname = \"x\"\nfigure = \"knee-to-chest\"\ninstructions = [\"Lift your left leg.\"]\n";
    let text = format!("format = 1\ntitle = \"x\"\n{text}");
    assert_eq!(reported(&text), [("side-of-both", "left")]);
}

#[test]
fn what_names_no_side_or_both_is_no_mistake() {
    for text in [
        "Bend the knee to a right angle.",
        "Knees at right angles, feet flat.",
        "All right, let go.",
        "That's right, slowly.",
        "Right, now let go.",
        "Do it the right way, at the right height.",
        "Stop right away if it hurts.",
        "Put both hands right behind your knees.",
        "Roll right over onto your back.",
        "With what strength you have left, push.",
        "Ten seconds left, hands still.",
        "Put the band left over from before aside.",
        "Sit so that no weight is left on the foot.",
        "Lift the {left|right} leg.",
        "Swing from left to right.",
        "Turn left and right.",
        "Look to the left, then to the right.",
        "To your left, back to the middle, then to your right.",
        "The left/right leg stays down.",
    ] {
        for sides in ["each", "alternate", "left", "right", "none"] {
            let text = instructions("en", sides, text);
            let reported = reported(&text);
            let reported: Vec<_> = reported
                .iter()
                .filter(|it| it.0 != "limbs-without-sides")
                .collect();
            assert!(reported.is_empty(), "{reported:?} in {text}");
        }
    }
    for text in [
        "Das Knie im rechten Winkel.",
        "Rechtwinklig beugen, recht langsam.",
        "Im rechten Moment loslassen.",
        "Die Hand links und rechts aufsetzen.",
        "Drehen Sie den Kopf nach links und dann nach rechts.",
        "Erst zur linken, dann zur rechten Seite.",
        "Mit dem {linken|rechten} Bein.",
        "Link in der Quelle.",
    ] {
        for sides in ["each", "left", "right"] {
            let text = instructions("de", sides, text);
            assert!(
                reported(&text).is_empty(),
                "{:?} in {text}",
                reported(&text)
            );
        }
    }
    for name in [
        "Right-angle hold",
        "All right",
        "Left and right twist",
        "Wall sit",
    ] {
        for lines in ["", "sides = \"each\"", "sides = \"left\""] {
            let text = exercise("en", name, lines);
            assert!(
                reported(&text).is_empty(),
                "{:?} in {text}",
                reported(&text)
            );
        }
    }
}

#[test]
fn the_other_limb_may_help() {
    for (language, sides, name, text) in [
        (
            "en",
            "right",
            "Arm",
            "Pull the right arm with your left hand.",
        ),
        (
            "en",
            "left",
            "Heel drops, left",
            "Come up with the right leg.",
        ),
        (
            "de",
            "right",
            "Pendeln rechts",
            "Den linken Arm aufstützen.",
        ),
        ("en", "right", "Leg", "{Left|Right} leg up, left leg down."),
    ] {
        let lines = format!("sides = \"{sides}\"\ninstructions = [\"{text}\"]");
        let text = exercise(language, name, &lines);
        assert!(
            reported(&text).is_empty(),
            "{:?} in {text}",
            reported(&text)
        );
    }
}

#[test]
fn words_about_one_person_and_unknown_languages_are_left_alone() {
    for line in [
        "caution = \"Only half as far with the left knee.\"",
        "clinician_note = \"The left leg needs more.\"",
        "image_alt = \"A woman lifts her left leg.\"",
        "equipment = [\"a band for the left foot\"]",
    ] {
        let lines = format!("sides = \"each\"\ninstructions = [\"x\"]\n{line}");
        let text = exercise("en", "Knee", &lines);
        assert!(
            reported(&text).is_empty(),
            "{:?} in {text}",
            reported(&text)
        );
    }
    let text = instructions("nl", "right", "Til uw left been op.");
    assert!(reported(&text).is_empty());
    // What is wrong with `sides` itself is reported first.
    let text = exercise("en", "Left leg", "sides = \"rigth\"");
    assert_eq!(reported(&text), [("not-one-of", "\"rigth\"")]);
}
