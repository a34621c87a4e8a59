//! Numbers in a text, and what stands around them.

use super::durations::duration;

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
const OF: &[&str] = &[
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
const TIMES: &[&str] = &[
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
const HELD: &[&str] = &[
    "hold",
    "holds",
    "held",
    "hold for",
    "halten",
    "gehalten",
    "haltezeit",
];
const HOLDING: &[&str] = &["with", "with a", "mit", "à", "je"];

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

    /// How often a length of time comes again, and the length: `20s x 3`, `30 seconds, 3 times`.
    pub(super) fn repeated_length(&self) -> Option<(&'a str, String)> {
        let between = self.between.trim_end_matches([',', ';']).trim_end();
        let unit = OF.iter().find_map(|of| between.strip_suffix(of));
        let is_said_after = TIMES.contains(&self.after.trim_end_matches('.'));
        let unit = match unit {
            Some(unit) if self.after.is_empty() || is_said_after => unit,
            None if is_said_after => between,
            _ => return None,
        };
        let length = duration(&format!("{}{unit}", self.first))?;
        (!unit.trim().is_empty() && !self.second.is_empty()).then_some((self.second, length))
    }

    /// Repetitions that are held, and for how long: `10 (hold 5s)`, `10 Wdh, 5 Sek halten`.
    pub(super) fn with_a_hold(&self) -> Option<(&'a str, String)> {
        let plain = |text: &'a str| text.trim_matches(['(', ')', ',', ';', ' ', '.']);
        let (between, after) = (plain(self.between), plain(self.after));
        let before = HELD.iter().find_map(|word| between.strip_suffix(word));
        let unit = HELD.iter().find_map(|word| after.strip_suffix(word));
        let between = plain(before.unwrap_or(between));
        let is_reps = between.is_empty() || TIMES.contains(&between) || HOLDING.contains(&between);
        let unit = plain(unit.or(before.map(|_| after))?);
        let hold = duration(&format!("{}{unit}", self.second))?;
        (is_reps && !self.second.is_empty()).then_some((self.first, hold))
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
