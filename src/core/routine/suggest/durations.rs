//! Lengths of time in other forms than the format's.

use super::in_words::{self, in_digits};
use super::numbers::{BEFORE, Numbers, OF, TIMES, digits};
use super::{did_you_mean, sides, write};
use crate::message::Message;
use crate::routine::text::seconds;

/// The words for units of time, each with the letter that stands for it in a file.
const UNITS: &[(&str, &[&str])] = &[
    (
        "h",
        &[
            "hour", "hours", "hr", "hrs", "std", "stunde", "stunden", "heure", "heures", "hora",
            "horas", "ore",
        ],
    ),
    (
        "m",
        &[
            "min", "mins", "minute", "minutes", "minuten", "minuto", "minutos", "minuti", "'", "′",
            "’",
        ],
    ),
    (
        "s",
        &[
            "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "seconde",
            "secondes", "segundo", "segundos", "secondo", "secondi", "\"", "″", "”", "''",
        ],
    ),
];
const AFTER: &[&str] = &[
    "each",
    "each side",
    "per side",
    "each leg",
    "per leg",
    "between sets",
    "between",
    "rest",
    "pause",
    "hold",
    "holds",
    "long",
    "je seite",
    "pro seite",
    "lang",
    "halten",
    "par côté",
    "por lado",
];
const BREATHS: &[&str] = &[
    "breath",
    "breaths",
    "atemzug",
    "atemzüge",
    "atemzügen",
    "respirations",
    "respiraciones",
    "respiri",
];

const COUNTED: &[&str] = &["count", "counts", "counting", "zählen", "zähle"];

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

/// Whether a key takes a length of time in which nothing is done.
fn is_pause(key: &str) -> bool {
    key.starts_with("rest") || matches!(key, "switch" | "prepare")
}

/// How to write what is meant for a length of time.
pub(in crate::routine) fn help(key: &'static str, text: &str) -> Message {
    let say = Message::new;
    let lower = text.trim().to_lowercase();
    if key == "pace"
        && let Some(seconds) = in_words::tempo(&lower)
    {
        return say("check-tempo-help").with("seconds", seconds);
    }
    if matches!(key, "hold" | "time") {
        let help = |dose: &str| {
            let exact = duration(dose).map(|length| write(key, format!("\"{length}\"")));
            exact.or_else(|| Some(help(key, dose)))
        };
        if let Some(help) = sides::help_apart(key, &lower, help) {
            return help;
        }
    }
    let near = duration(&lower).or_else(|| duration(&with_digits(&lower)?));
    if let Some(near) = near {
        return did_you_mean(near);
    }
    if key == "at" {
        return say("check-moment-help");
    }
    if in_words::is_none(&lower) && !matches!(key, "hold" | "pace") {
        return write(key, "0");
    }
    if in_words::is_as_many_as_possible(&lower) && !is_pause(key) {
        return say("check-as-long-help").with("key", key);
    }
    if let Some(numbers) = Numbers::of(&lower) {
        let unit = if numbers.after.is_empty() {
            "s"
        } else {
            numbers.after
        };
        let with_unit = |number: &str| duration(&format!("{number}{unit}"));
        if numbers.is_range()
            && let Some(least) = with_unit(numbers.first)
        {
            let id = if key == "hold" {
                "check-range-of-lengths-help"
            } else {
                "check-range-of-pauses-help"
            };
            return say(id).with("key", key).with("least", least);
        }
        if numbers.is_product()
            && let Some(hold) = with_unit(numbers.second)
            && key == "hold"
        {
            return say("check-reps-and-hold-help")
                .with("reps", numbers.first)
                .with("hold", hold);
        }
        if key == "hold"
            && let Some((reps, hold)) = repeated_length(&numbers)
        {
            return say("check-reps-and-hold-help")
                .with("reps", reps)
                .with("hold", hold);
        }
        if lower.split(' ').any(|word| BREATHS.contains(&word)) {
            return say("check-breaths-help");
        }
        // Who counts slowly counts about a second each time.
        let is_counted = lower.split(' ').any(|word| COUNTED.contains(&word));
        if is_counted && numbers.second.is_empty() {
            return did_you_mean(format!("{}s", numbers.first));
        }
    }
    if is_pause(key) {
        return say("check-pause-in-words-help").with("key", key);
    }
    say(if key == "pace" {
        "check-pace-in-words-help"
    } else {
        "check-duration-form-help"
    })
}

/// How often a length of time comes again, and the length: `20s x 3`, `30 seconds, 3 times`.
fn repeated_length<'a>(numbers: &Numbers<'a>) -> Option<(&'a str, String)> {
    let between = numbers.between.trim_end_matches([',', ';']).trim_end();
    let unit = OF.iter().find_map(|of| between.strip_suffix(of));
    let is_said_after = TIMES.contains(&numbers.after.trim_end_matches('.'));
    let unit = match unit {
        Some(unit) if numbers.after.is_empty() || is_said_after => unit,
        None if is_said_after => between,
        _ => return None,
    };
    let length = duration(&format!("{}{unit}", numbers.first))?;
    (!unit.trim().is_empty() && !numbers.second.is_empty()).then_some((numbers.second, length))
}

/// Repetitions that are held, and for how long: `10 (hold 5s)`, `10 Wdh, 5 Sek halten`.
pub(super) fn with_a_hold<'a>(numbers: &Numbers<'a>) -> Option<(&'a str, String)> {
    let plain = |text: &'a str| text.trim_matches(['(', ')', ',', ';', ' ', '.']);
    let (between, after) = (plain(numbers.between), plain(numbers.after));
    let before = HELD.iter().find_map(|word| between.strip_suffix(word));
    let unit = HELD.iter().find_map(|word| after.strip_suffix(word));
    let between = plain(before.unwrap_or(between));
    let is_reps = between.is_empty() || TIMES.contains(&between) || HOLDING.contains(&between);
    let unit = plain(unit.or(before.map(|_| after))?);
    let hold = duration(&format!("{}{unit}", numbers.second))?;
    (is_reps && !numbers.second.is_empty()).then_some((numbers.first, hold))
}

/// The letters that stand beside digits and look like one, as digits: `3o s`, `l0`. `None` if there are none.
fn with_digits(lower: &str) -> Option<String> {
    let letters: Vec<char> = lower.chars().collect();
    let mut read = letters.clone();
    for (at, letter) in letters.iter().enumerate() {
        let digit = match letter {
            'o' => '0',
            'l' | 'i' | '|' => '1',
            _ => continue,
        };
        let is_digit = |at: usize| read.get(at).is_some_and(char::is_ascii_digit);
        if at.checked_sub(1).is_some_and(is_digit) || is_digit(at + 1) {
            read[at] = digit;
        }
    }
    (read != letters).then(|| read.into_iter().collect())
}

/// A length of time as the format writes it, from words like `20 sec`, `2 minutes`, `1:30` or `20`.
pub(in crate::routine) fn duration(text: &str) -> Option<String> {
    let text = in_digits(text.trim());
    let mut text = text.as_str();
    for word in BEFORE {
        text = text.strip_prefix(word).unwrap_or(text).trim_start();
    }
    for word in AFTER {
        text = text.strip_suffix(word).unwrap_or(text).trim_end();
    }
    let text = text.trim_end_matches('.');
    if !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) {
        return Some(format!("{text}s"));
    }
    if let Some((minutes, secs)) = text.split_once(':') {
        let secs: u64 = secs.parse().ok().filter(|secs| *secs < 60)?;
        let minutes: u64 = minutes.parse().ok()?;
        return Some(written(minutes.checked_mul(60)?.checked_add(secs)?));
    }
    let mut rest = text;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (number, after) = digits(rest);
        let after = after.trim_start();
        let end = after.find(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.');
        let (unit, after) = after.split_at(end.unwrap_or(after.len()));
        let (letter, _) = UNITS
            .iter()
            .find(|(letter, words)| *letter == unit || words.contains(&unit))?;
        parts.push(format!("{number}{letter}"));
        rest = after.trim_start_matches(|c: char| c == '.' || c.is_whitespace());
    }
    let near = parts.join(" ");
    seconds(&near).is_ok().then_some(near)
}

/// Whole seconds as the format writes them.
fn written(whole: u64) -> String {
    match (whole / 60, whole % 60) {
        (0, secs) => format!("{secs}s"),
        (minutes, 0) => format!("{minutes}m"),
        (minutes, secs) => format!("{minutes}m {secs}s"),
    }
}

/// How to write a length of time that is no whole number of seconds, or not written as one.
pub(in crate::routine) fn fraction_help(text: &str) -> Message {
    match whole_seconds(&text.trim().to_lowercase()) {
        Some(secs) => did_you_mean(written(secs)),
        None => Message::new("check-duration-fraction-help"),
    }
}

/// The nearest whole seconds of a number with a fraction and one unit.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held to the limits of a length of time before"
)]
fn whole_seconds(text: &str) -> Option<u64> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    let number: f64 = number.replace(',', ".").parse().ok()?;
    let unit = unit.trim().trim_end_matches('.');
    let is_of = |(letter, words): &&(&str, &[&str])| *letter == unit || words.contains(&unit);
    let worth = match UNITS.iter().find(is_of).map(|(letter, _)| *letter) {
        Some("h") => 3_600.0,
        Some("m") => 60.0,
        Some(_) => 1.0,
        None if unit.is_empty() => 1.0,
        None => return None,
    };
    let secs = (number * worth).round();
    (0.0..=3_600.0)
        .contains(&secs)
        .then(|| (secs as u64).max(1))
}
