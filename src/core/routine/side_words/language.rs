//! How a language names the left and the right.

use crate::side::Side;

/// The words of a language for the sides, and what they mean besides.
pub(super) struct Language {
    /// The first part of its tags.
    pub tag: &'static str,
    /// What the words for the left and for the right begin with,
    stems: [&'static str; 2],
    /// and all that may follow.
    endings: &'static [&'static str],
    /// What may stand between the two where both are meant: "left, and then to the right".
    joining: &'static [&'static str],
    /// Whether such a word names a side where it stands in an exercise's name,
    pub in_name: fn(&[Word<'_>], usize) -> bool,
    /// and in a sentence.
    pub in_sentence: fn(&[Word<'_>], usize) -> bool,
}

/// A word of a text.
pub(super) struct Word<'t> {
    pub text: &'t str,
    /// Its first byte in the text.
    pub start: usize,
    lower: String,
    /// Whether more than a space or a hyphen is before it.
    begins_phrase: bool,
}

/// The languages that are known.
pub(super) static LANGUAGES: [Language; 2] = [
    Language {
        tag: "en",
        stems: ["left", "right"],
        endings: &[""],
        joining: &[
            "and", "or", "then", "to", "from", "on", "the", "your", "side", "back", "middle",
            "centre", "center", "again", "slowly",
        ],
        in_name: |words, at| !is_right_angle(words, at) && before(words, at) != "all",
        in_sentence: |words, at| {
            is_before_limb(words, at) || is_direction(words, at) || is_turn(words, at)
        },
    },
    Language {
        tag: "de",
        stems: ["link", "recht"],
        endings: &[
            "s",
            "e",
            "en",
            "em",
            "er",
            "es",
            "sseitig",
            "sseitige",
            "sseitigen",
        ],
        joining: &[
            "und", "oder", "dann", "danach", "nach", "von", "bis", "zu", "zur", "zum", "auf",
            "der", "die", "das", "den", "dem", "seite", "mitte", "zurück", "wieder", "langsam",
        ],
        in_name: |words, at| !is_a_right(words, at),
        in_sentence: |words, at| !is_a_right(words, at),
    },
];

/// What of a body has a side, or is one,
const LIMBS: &[&str] = &[
    "achilles",
    "ankle",
    "arm",
    "armpit",
    "biceps",
    "buttock",
    "calf",
    "cheek",
    "chest",
    "ear",
    "elbow",
    "eye",
    "finger",
    "fingers",
    "foot",
    "forearm",
    "forefoot",
    "glute",
    "glutes",
    "groin",
    "hamstring",
    "hamstrings",
    "hand",
    "heel",
    "hip",
    "knee",
    "kneecap",
    "leg",
    "limb",
    "nostril",
    "palm",
    "pelvis",
    "quad",
    "quadriceps",
    "quads",
    "ribs",
    "shin",
    "shoulder",
    "side",
    "sole",
    "temple",
    "thigh",
    "thumb",
    "toe",
    "toes",
    "triceps",
    "wrist",
];
/// and what may stand before it.
const WHICH: &[&str] = &[
    "affected", "bad", "bent", "big", "bottom", "free", "front", "good", "index", "injured",
    "inner", "little", "lower", "middle", "operated", "outer", "painful", "sore", "stiff",
    "straight", "top", "upper", "weak",
];
/// What may follow a side that stands by itself: "to the right of the chair".
const AFTER_A_SIDE: &[&str] = &[
    "", "and", "or", "then", "of", "as", "until", "till", "while", "so", "with", "again", "slowly",
    "for", "first",
];
const TURNS: &[&str] = &[
    "turn", "look", "lean", "step", "roll", "rotate", "bend", "twist", "swing", "shift", "tilt",
    "slide", "face", "turns", "looking", "turning", "leaning",
];
/// What is right without being on a side.
const RIGHT: &[&str] = &["maß", "zeit", "moment", "augenblick", "weise", "art", "ort"];

impl Language {
    /// The side that a word names, if it has no other meaning.
    pub(super) fn side(&self, word: &Word<'_>) -> Option<Side> {
        let [left, right] = self.stems;
        let is_of = |stem: &str| {
            let ending = word.lower.strip_prefix(stem);
            ending.is_some_and(|ending| self.endings.contains(&ending))
        };
        match (is_of(left), is_of(right)) {
            (true, _) => Some(Side::Left),
            (_, true) => Some(Side::Right),
            _ => None,
        }
    }

    /// Whether a word may stand between two sides that are both meant.
    pub(super) fn joins(&self, word: &Word<'_>) -> bool {
        self.joining.contains(&word.lower.as_str())
    }

    /// The words for both sides between braces, from one of them: `{linken|rechten}`.
    pub(super) fn pair(&self, word: &str) -> String {
        let lower = word.to_lowercase();
        let ending = self.stems.iter().find_map(|stem| lower.strip_prefix(stem));
        let begins_large = word.starts_with(char::is_uppercase);
        let is_large = begins_large && word.chars().all(char::is_uppercase);
        let [left, right] = self.stems.map(|stem| {
            let word = format!("{stem}{}", ending.unwrap_or_default());
            match word.get(..1) {
                _ if is_large => word.to_uppercase(),
                Some(first) if begins_large => first.to_uppercase() + &word[1..],
                _ => word,
            }
        });
        format!("{{{left}|{right}}}")
    }
}

/// The words of a text in their order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let is_between = |c: char| !c.is_alphanumeric();
    let is_in_phrase = |gap: &str| gap.chars().all(|c| c.is_whitespace() || c == '-');
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(is_between) {
        let word = piece.trim_end_matches(is_between);
        if !word.is_empty() {
            let before = words.last().map(|last| last.start + last.text.len());
            words.push(Word {
                text: word,
                start,
                lower: word.to_lowercase(),
                begins_phrase: !before.is_some_and(|end| is_in_phrase(&text[end..start])),
            });
        }
        start += piece.len();
    }
    words
}

/// The word before one in the same phrase; empty if it is the first.
fn before<'w>(words: &'w [Word<'_>], at: usize) -> &'w str {
    match (words[at].begins_phrase, at.checked_sub(1)) {
        (false, Some(before)) => &words[before].lower,
        _ => "",
    }
}

/// So many words after one in the same phrase; empty beyond its end.
fn after<'w>(words: &'w [Word<'_>], at: usize, many: usize) -> &'w str {
    let between = words.get(at + 1..=at + many).unwrap_or_default();
    match between.last() {
        Some(word) if !between.iter().any(|word| word.begins_phrase) => &word.lower,
        _ => "",
    }
}

/// "The left knee", "your right big toe".
fn is_before_limb(words: &[Word<'_>], at: usize) -> bool {
    let next = after(words, at, 1);
    LIMBS.contains(&next) || WHICH.contains(&next) && LIMBS.contains(&after(words, at, 2))
}

/// "To the left", "on your right".
fn is_direction(words: &[Word<'_>], at: usize) -> bool {
    let is_the = matches!(before(words, at), "the" | "your");
    is_the && AFTER_A_SIDE.contains(&after(words, at, 1))
}

/// "Turn right."
fn is_turn(words: &[Word<'_>], at: usize) -> bool {
    TURNS.contains(&before(words, at)) && AFTER_A_SIDE.contains(&after(words, at, 1))
}

fn is_right_angle(words: &[Word<'_>], at: usize) -> bool {
    after(words, at, 1).starts_with("angle")
}

/// "Im rechten Winkel", "die rechte Zeit".
fn is_a_right(words: &[Word<'_>], at: usize) -> bool {
    let next = after(words, at, 1);
    next.starts_with("winkel") || RIGHT.contains(&next)
}
