//! What the figures promise to the rest of the app and to authors: mistakes are told with their
//! place, nothing a file says can stop the program, and drawings are what they claim to be.

use std::time::Duration;

use crate::figure::{
    BLEND, Fault, Figure, Geometry, LARGEST_FIGURE, Moment, Palette, names, shipped, svg,
};
use crate::words::Words;

const GOOD: &str = r#"
view = "side"
drawn_for = "right"

[[prop]]
kind = "wall"
from = [1.2, 0.0]
to = [1.4, 3.0]

[[highlight]]
on = "right-shin"
size = [0.3, 0.1]

[[arrow]]
from = [0.0, 0.5]
to = [0.0, 1.0]

[pose.rest]
hip = [0.0, 1.7]
spine = 90
arms = { upper = -90, fore = -80 }
left_leg = { ankle = [0.3, 0.09], knee = "right" }
right_leg = { ankle = [-0.3, 0.09], knee = "right" }

[pose.hold]
right_arm = { hand = { on = "wall", at = 0.7 }, elbow = "down", short = [1, 1, 1] }
hip = [0.45, 1.5]
"#;

/// The text with one thing changed.
fn with(old: &str, new: &str) -> String {
    assert!(GOOD.contains(old), "{old}");
    GOOD.replacen(old, new, 1)
}

/// The way to each mistake, its words, and the text it points at.
fn mistakes(text: &str) -> Vec<(String, String, String)> {
    let words = Words::of("en");
    let problems = Figure::read(text).err().unwrap_or_default();
    let told = |span: std::ops::Range<usize>| text.get(span).unwrap().to_owned();
    problems
        .into_iter()
        .map(|problem| {
            (
                problem.path,
                words.message(&problem.fault.message()),
                told(problem.span),
            )
        })
        .collect()
}

#[test]
fn the_example_is_good() {
    assert_eq!(mistakes(GOOD), []);
}

/// What is changed, and into what; the way to the mistake, the text it points at, words of it.
const MISTAKES: &str = r#"
view = "side"       | view = "above"         | view                         | "above"        | not one of
view = "side"\n     |                        |                              |                | “view” is missing
drawn_for           | drawn                  | drawn                        | drawn          | “drawn” is not a key
"right"\n           | 3\n                    | drawn_for                    | 3              | a text
kind = "wall"       | kind = "cliff"         | prop[0].kind                 | "cliff"        | not one of
from = [1.2, 0.0]   | from = [1.2]           | prop[0].from                 | [1.2]          | 2 numbers
[1.2, 0.0]          | [1.2, 99]              | prop[0].from[1]              | 99             | from -8 to 8
[1.2, 0.0]          | [1.2, nan]             | prop[0].from[1]              | nan            | a number
[1.2, 0.0]          | [1.2, inf]             | prop[0].from[1]              | inf            | a number
[1.2, 0.0]          | [1.2, 1e999]           | prop[0].from[1]              | 1e999          | a number
"right-shin"        | "right-wing"           | highlight[0].on              | "right-wing"   | not one of
"right-shin"        | "desk"                 | highlight[0].on              | "desk"         | nothing of the kind “desk”
size = [0.3, 0.1]\n |                        | highlight[0]                 | [[highlight]]  | “size” is missing
to = [0.0, 1.0]     | pose = "leap"          | arrow[0].pose                | "leap"         | no pose “leap”
spine = 90          | spine = [90, 90]       | pose.rest.spine              | [90, 90]       | list of 3
spine = 90          | spine = 9000           | pose.rest.spine              | 9000           | from -720
fore = -80          | elbow = "up"           | pose.rest.arms.elbow         | "up"           | goes with “hand”
upper = -90, fore   | fore                   | pose.rest.arms               | { fore = -80 } | “upper” is missing
knee = "right"      | knee = "out"           | pose.rest.left_leg.knee      | "out"          | not one of
[pose.hold]         | [pose.Hold]            | pose.Hold                    | [pose.Hold]    | can't be the name of a pose
at = 0.7            | at = 0.1               | pose.hold.right_arm          | { hand         | misses
[0.3, 0.09]         | [0.3, -0.3]            | pose.rest.left_leg           | { ankle        | below the floor
[1, 1, 1]           | [1, 0, 1]              | pose.hold.right_arm.short[1] | 0              | from 0.05
spine = 90          | spine = 90\nspine = 91 |                              | spine          | could not be understood
"#;

#[test]
fn every_mistake_is_told_with_its_way_and_its_place() {
    for row in MISTAKES.lines().filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [old, new, path, place, words] = cells[..] else {
            panic!("{row}")
        };
        // A line break is written as in TOML.
        let (old, new) = (old.replace("\\n", "\n"), new.replace("\\n", "\n"));
        let told = mistakes(&with(&old, &new));
        let found = told.iter().any(|(way, fault, text)| {
            way == path && fault.contains(words) && text.starts_with(place)
        });
        assert!(found, "{new}: {told:?}");
    }
}

#[test]
fn all_mistakes_are_told_at_once() {
    let text =
        with("spine = 90", "spine = 9000\nbelly = \"full\"").replace("\"wall\"\n", "\"x\"\n");
    let ways: Vec<String> = mistakes(&text).into_iter().map(|(way, ..)| way).collect();
    for way in ["prop[0].kind", "pose.rest.spine"] {
        assert!(ways.iter().any(|told| told == way), "{ways:?}");
    }
}

#[test]
fn limbs_that_wait_for_each_other_are_refused() {
    let text = with(
        "right_arm = { hand = { on = \"wall\", at = 0.7 }",
        "left_arm = { hand = { on = \"right-hand\" }, elbow = \"down\" }\nright_arm = { hand = { on = \"left-hand\" }",
    );
    assert!(
        mistakes(&text)
            .iter()
            .any(|(_, fault, _)| fault.contains("in a circle"))
    );
}

#[test]
fn too_much_is_refused_before_it_costs_anything() {
    let long = "#".repeat(LARGEST_FIGURE + 1);
    let problems = Figure::read(&long).unwrap_err();
    assert_eq!(
        problems[0].fault,
        Fault::TooLarge {
            limit: LARGEST_FIGURE
        }
    );
    let many = format!(
        "{GOOD}{}",
        "[[prop]]\nkind = \"mat\"\nfrom = [0, 0]\nto = [1, 1]\n".repeat(12)
    );
    assert!(
        mistakes(&many)
            .iter()
            .any(|(_, fault, _)| fault.contains("12 is the most"))
    );
    let deep = format!("view = {}", "[".repeat(20_000));
    assert!(Figure::read(&deep).is_err());
}

#[test]
fn messages_repeat_no_control_characters_and_no_long_texts() {
    let text = with(
        "view = \"side\"",
        &format!("view = \"\\u001b\\u202e{}\"", "x".repeat(5000)),
    );
    for (_, fault, _) in mistakes(&text) {
        assert!(
            fault.len() < 300 && !fault.contains(['\u{1b}', '\u{202e}']),
            "{fault}"
        );
    }
}

/// A small generator: the same changes on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

#[test]
fn no_text_stops_the_program() {
    let numbers = [
        "0", "-0.0", "1e30", "-1e30", "1e-30", "nan", "inf", "9e99", "0.0001", "360", "-8", "8",
    ];
    let mut dice = Dice(7);
    let mut good = 0;
    for name in names() {
        let path = format!("{}/assets/figures/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let words: Vec<&str> = text.split_inclusive([' ', '\n', ',']).collect();
        for _ in 0..60 {
            let mut changed: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
            for _ in 0..=dice.roll(3) {
                let place = dice.roll(changed.len());
                let is_number = changed[place]
                    .trim_end_matches([',', ' ', '\n'])
                    .parse::<f32>()
                    .is_ok();
                changed[place] = match dice.roll(4) {
                    0 => String::new(),
                    1 => words[dice.roll(words.len())].to_owned(),
                    _ if is_number => format!("{}, ", numbers[dice.roll(numbers.len())]),
                    _ => changed[place].chars().rev().collect(),
                };
            }
            if let Ok(figure) = Figure::read(&changed.concat()) {
                good += 1;
                for share in 0..8 {
                    let moment = Moment::entering(BLEND * share / 7);
                    for shape in figure.shapes(moment, None) {
                        let bounds = shape.bounds();
                        assert!(
                            bounds.width().is_finite() && bounds.height().is_finite(),
                            "{name}"
                        );
                    }
                }
                let drawn = svg::element(&figure, Moment::HOLD, None, Palette::Light, name);
                assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{name}");
            }
        }
    }
    assert!(
        good > 100,
        "too few of the changed texts were still figures: {good}"
    );
}

#[test]
fn a_hold_is_entered_within_a_second_and_left_the_same_way() {
    let figure = shipped("knee-to-chest").unwrap();
    let shapes = |moment| figure.shapes(moment, None);
    assert_eq!(
        shapes(Moment::entering(Duration::ZERO)),
        shapes(Moment::REST)
    );
    assert_eq!(shapes(Moment::leaving(BLEND * 3)), shapes(Moment::REST));
    assert_ne!(shapes(Moment::entering(BLEND / 2)), shapes(Moment::HOLD));
    let glow = |moment| {
        let shapes = figure.shapes(moment, None);
        shapes
            .iter()
            .find(|shape| matches!(shape.geometry, Geometry::Glow { .. }))
            .map(|shape| shape.opacity)
    };
    assert_eq!(glow(Moment::REST), None);
    assert!(glow(Moment::entering(BLEND / 2)).is_some_and(|opacity| (opacity - 0.5).abs() < 1e-3));
    assert_eq!(glow(Moment::entering(BLEND)), Some(1.0));
}

#[test]
fn svg_escapes_its_label_and_keeps_to_its_palette() {
    let figure = shipped("knee-to-chest").unwrap();
    let svg = svg::element(figure, Moment::HOLD, None, Palette::Dark, "a \"b\" <c> & d");
    assert!(svg.contains("aria-label=\"a &quot;b&quot; &lt;c&gt; &amp; d\""));
    assert!(svg.contains("#6d82ad") && !svg.contains("#33415c"));
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert!(svg.len() < 12_000, "{}", svg.len());
}
