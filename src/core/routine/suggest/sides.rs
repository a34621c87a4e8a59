//! Sides that are written with a dose: `10 each side`, `30s je Bein`, `10 links, 10 rechts`.

use super::write;
use crate::message::Message;

/// What a dose is called by that each of two sides has.
const PARTS: &[&str] = &[
    "side",
    "sides",
    "leg",
    "legs",
    "arm",
    "arms",
    "foot",
    "feet",
    "hand",
    "hands",
    "knee",
    "knees",
    "hip",
    "hips",
    "shoulder",
    "shoulders",
    "ankle",
    "ankles",
    "limb",
    "limbs",
    "way",
    "direction",
    "seite",
    "seiten",
    "bein",
    "beine",
    "beinen",
    "arme",
    "armen",
    "fuß",
    "füße",
    "knie",
    "hüfte",
    "schulter",
    "richtung",
    "richtungen",
];
const EACH: &[&str] = &[
    "each", "every", "per", "both", "either", "a", "je", "jede", "jedes", "jeder", "jedem",
    "jeden", "pro", "beide", "beiden",
];
/// Those that say it without a part of the body.
const EACH_ALONE: &[&str] = &[
    "each",
    "ea",
    "both",
    "bilateral",
    "bilaterally",
    "beidseits",
    "beidseitig",
    "beids",
    "bds",
    "l/r",
    "r/l",
    "l+r",
    "r+l",
    "l&r",
    "r&l",
    "li/re",
    "re/li",
    "left/right",
    "right/left",
    "links/rechts",
    "rechts/links",
];
const IN_TURN: &[&str] = &[
    "alternating",
    "alternate",
    "alternately",
    "alternated",
    "alternierend",
    "abwechselnd",
    "wechselnd",
    "wechselseitig",
];
const LEFT: &[&str] = &["left", "l", "lt", "links", "li", "linke", "linkes"];
const RIGHT: &[&str] = &["right", "r", "rt", "rechts", "re", "rechte", "rechtes"];
/// What stands before any of these, or between them.
const JOINING: &[&str] = &[
    "on", "with", "for", "to", "in", "the", "of", "and", "/", "auf", "mit", "zu", "zur", "an",
    "der", "die", "das", "dem", "und", "+", "&", "then", "dann", "im", "wechsel", "turn",
];

/// What is meant by a dose that says something of the sides.
pub(super) enum Meant {
    /// The dose without that, and what `sides` says then.
    Same { dose: String, sides: &'static str },
    /// The sides have doses of their own.
    Different { left: String, right: String },
}

/// How to write a dose that says something of the sides: the help for what is left, and a line for the sides.
pub(super) fn help_apart(
    key: &str,
    text: &str,
    help: impl Fn(&str) -> Option<Message>,
) -> Option<Message> {
    let is_line = |help: &Message| help.id == write("", "").id;
    let (dose, sides) = match apart(text)? {
        Meant::Same { dose, sides } => (dose, sides),
        // Each side has a dose of its own, and the time is of both.
        Meant::Different { .. } if key == "time" => return None,
        Meant::Different { left, right } => {
            let value = |dose: &str| {
                let help = help(dose).filter(is_line)?;
                let mut args = help.args.into_iter();
                Some(args.find(|(name, _)| *name == "example")?.1)
            };
            return Some(match (value(&left), value(&right)) {
                (Some(left), Some(right)) => Message::new("check-doses-of-sides-help")
                    .with("key", key)
                    .with("left", left)
                    .with("right", right),
                _ => Message::new("check-doses-of-sides-help-example"),
            });
        }
    };
    let help = help(&dose)?;
    Some(if is_line(&help) {
        let id = "check-dose-and-sides-help";
        Message { id, ..help }.with("sides", sides)
    } else {
        Message::new("check-and-sides-help")
            .with("help", help)
            .with("sides", sides)
    })
}

/// `None` of a text, in lower case, that says nothing of sides.
pub(super) fn apart(text: &str) -> Option<Meant> {
    let mut text = text.replace(['(', ')', '[', ']', ','], " ");
    for part in PARTS {
        text = text.replace(&format!("/{part}"), &format!(" per {part}"));
        text = text.replace(&format!("/ {part}"), &format!(" per {part}"));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is = |at: usize, known: &[&str]| {
        let word = words
            .get(at)
            .map(|word| word.trim_end_matches(['.', ';', ':']));
        word.is_some_and(|word| known.contains(&word))
    };
    let mut said = vec![false; words.len()];
    let (mut sides, mut left, mut right) = (None, false, false);
    let mut is_right_first = false;
    for at in 0..words.len() {
        let skipped = usize::from(is(at + 1, JOINING));
        if is(at, EACH) && is(at + 1 + skipped, PARTS) {
            said[at..=at + 1 + skipped].fill(true);
            sides = sides.or(Some("each"));
        } else if is(at, EACH_ALONE) && !said[at] {
            said[at] = true;
            sides = sides.or(Some("each"));
        } else if is(at, IN_TURN)
            || is(at, &["im"]) && is(at + 1, &["wechsel"])
            || is(at, &["in"]) && is(at + 1, &["turn"])
        {
            said[at] = true;
            sides = Some("alternate");
        } else if is(at, LEFT) || is(at, RIGHT) {
            said[at] = true;
            is_right_first |= is(at, RIGHT) && !left;
            left |= is(at, LEFT);
            right |= is(at, RIGHT);
        } else if (left || right) && is(at, PARTS) {
            said[at] = true;
        }
    }
    if !said.contains(&true) {
        return None;
    }
    let is_beside = |at: usize| said.get(at + 1) == Some(&true) || at > 0 && said[at - 1];
    let kept = (0..words.len()).filter(|at| !(said[*at] || is(*at, JOINING) && is_beside(*at)));
    let kept: Vec<&str> = kept.map(|at| words[at]).collect();
    let (first, second) = kept.split_at(kept.len() / 2);
    let is_of_both = left && right;
    let has_digit = |words: &[&str]| words.concat().contains(|c: char| c.is_ascii_digit());
    let (dose, of_sides) = match sides {
        None if left != right => (&*kept, if left { "left" } else { "right" }),
        None if is_of_both && first == second => (first, "each"),
        None if is_of_both && has_digit(first) && has_digit(second) => {
            let [first, second] = [first, second].map(|dose| dose.join(" "));
            let (left, right) = if is_right_first {
                (second, first)
            } else {
                (first, second)
            };
            return Some(Meant::Different { left, right });
        }
        _ => (&*kept, sides.unwrap_or("each")),
    };
    Some(Meant::Same {
        dose: dose.join(" "),
        sides: of_sides,
    })
}
