//! Numbers in a text, and what stands around them.

/// What stands around a length of time and says no more than that.
pub(super) const BEFORE: &[&str] = &[
    "ca.",
    "ca",
    "approx.",
    "approx",
    "max.",
    "max",
    "up to",
    "bis zu",
    "about",
    "around",
    "etwa",
    "~",
    "≈",
    "≥",
    ">",
    "for",
    "mindestens",
    "at least",
    "environ",
    "hold for",
    "hold",
    "halten",
    "halte",
];
/// Between the two numbers of a range, and of sets and repetitions.
const TO: &[&str] = &[
    "-", "–", "—", "−", "to", "bis", "à", "a", "or", "oder", "..", "...", "~",
];
pub(super) const OF: &[&str] = &[
    "x",
    "×",
    "*",
    "sets of",
    "set of",
    "sets x",
    "sätze à",
    "sätze zu",
    "sätze mit",
    "sätze x",
    "mal",
    "times",
    "series de",
    "séries de",
    "serie da",
    "rounds of",
];

/// After the number of repetitions.
pub(super) const TIMES: &[&str] = &[
    "x",
    "×",
    "times",
    "reps",
    "rep",
    "repetitions",
    "mal",
    "wdh",
    "wiederholungen",
];

const SETS: &[&str] = &[
    "set",
    "sets",
    "rounds",
    "satz",
    "sätze",
    "sätzen",
    "runden",
    "durchgänge",
];
/// Two numbers with what stands between them and after them; the second is empty of a single one.
pub(super) struct Numbers<'a> {
    pub(super) before: &'a str,
    pub(super) first: &'a str,
    pub(super) between: &'a str,
    pub(super) second: &'a str,
    pub(super) after: &'a str,
}

impl<'a> Numbers<'a> {
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let (before, rest) = text.split_at(start);
        let (first, rest) = digits(rest);
        let next = rest
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (between, rest) = rest.split_at(next);
        let (second, after) = digits(rest);
        let between = between.trim();
        Some(Self {
            before: before.trim(),
            first,
            between,
            second,
            after: after.trim(),
        })
    }

    pub(super) fn is_range(&self) -> bool {
        !self.second.is_empty() && TO.contains(&self.between)
    }

    /// The sets and the repetitions where the sets come last: `12 reps, 3 sets`.
    pub(super) fn reps_and_sets(&self) -> Option<(&'a str, &'a str)> {
        let between = self
            .between
            .trim_end_matches(['x', '×', ',', ';', '/'])
            .trim_end();
        let is_sets = SETS.contains(&self.after.trim_end_matches('.'));
        (is_sets && TIMES.contains(&between)).then_some((self.second, self.first))
    }

    pub(super) fn is_product(&self) -> bool {
        !self.second.is_empty() && OF.contains(&self.between)
    }
}

pub(super) fn digits(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}
