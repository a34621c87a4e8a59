//! What somebody probably meant by a length of time, a date or a time of day that they wrote.

use super::text::seconds;

/// The words for units of time, each with the letter that stands for it in a file.
const UNITS: &[(&str, &[&str])] = &[
    (
        "h",
        &["hour", "hours", "hr", "hrs", "std", "stunde", "stunden"],
    ),
    ("m", &["min", "mins", "minute", "minutes", "minuten"]),
    (
        "s",
        &[
            "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden",
        ],
    ),
];

/// A length of time as the format writes it, from words like `20 sec`, `2 minutes` or `20`.
pub(super) fn nearest_duration(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    if !lower.is_empty() && lower.chars().all(|c| c.is_ascii_digit()) {
        return Some(lower + "s");
    }
    let mut rest = lower.as_str();
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let (number, after) = rest.split_at(digits);
        let after = after.trim_start();
        let end = after
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(after.len());
        let (unit, after) = after.split_at(end);
        let (letter, _) = UNITS
            .iter()
            .find(|(letter, words)| *letter == unit || words.contains(&unit))?;
        parts.push(format!("{number}{letter}"));
        rest = after.trim_start_matches(|c: char| c == '.' || c.is_whitespace());
    }
    let near = parts.join(" ");
    seconds(&near).is_ok().then_some(near)
}

/// A date as the format writes it, from one with points, which has the day first.
pub(super) fn nearest_date(text: &str) -> Option<String> {
    let mut parts = text.trim().split('.');
    let day: i8 = parts.next()?.trim().parse().ok()?;
    let month: i8 = parts.next()?.trim().parse().ok()?;
    let year: i16 = parts.next()?.trim().parse().ok()?;
    let is_whole = parts.next().is_none() && (1_900..).contains(&year);
    let date = jiff::civil::Date::new(year, month, day).ok()?;
    is_whole.then(|| date.to_string())
}

/// A time of day as the format writes it, from words like `8:00` or `8.30`.
pub(super) fn nearest_time(text: &str) -> Option<String> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let hour: i8 = hour.parse().ok()?;
    let minute: i8 = minute.parse().ok()?;
    let is_time = jiff::civil::Time::new(hour, minute, 0, 0).is_ok();
    is_time.then(|| format!("{hour:02}:{minute:02}"))
}
