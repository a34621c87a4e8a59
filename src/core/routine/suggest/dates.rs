//! Dates and times of day in other forms than the format's.

use super::{did_you_mean, in_words};
use crate::message::Message;

/// The hour that such a word for a time of day is taken for.
const PARTS_OF_A_DAY: &[(&[&str], &str)] = &[
    (&["morning", "morgens", "früh", "am morgen"], "08:00"),
    (&["noon", "midday", "lunch", "mittags", "mittag"], "12:00"),
    (&["afternoon", "nachmittags", "nachmittag"], "15:00"),
    (&["evening", "abends", "abend", "am abend"], "19:00"),
    (&["night", "bedtime", "vor dem schlafen"], "22:00"),
];

/// How to write what is meant for a date.
pub(in crate::routine) fn date_help(text: &str) -> Message {
    match date(text) {
        Some(near) => Message::new("check-date-form-help-near").with("near", near),
        None => Message::new("check-date-form-help"),
    }
}

/// A date as the format writes it, from one that can be read in one way alone. With points the day
/// comes first; between slashes a number above 12 shows which is the day.
fn date(text: &str) -> Option<String> {
    if let Some(date) = in_words::date(text) {
        return Some(date.to_string());
    }
    let parts: Vec<&str> = text.trim().split(['.', '/', '-', ' ']).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str| part.parse::<i16>().ok();
    let (a, b, c) = (number(a)?, number(b)?, number(c)?);
    let (year, month, day) = if a >= 1_900 {
        (a, b, c)
    } else if text.contains('.') || a > 12 {
        (c, b, a)
    } else if b > 12 {
        (c, a, b)
    } else {
        return None;
    };
    let small = |number: i16| i8::try_from(number).ok();
    let date = jiff::civil::Date::new(year, small(month)?, small(day)?).ok()?;
    (year >= 1_900).then(|| date.to_string())
}

/// Whether a text is a date, in whichever way it is written.
pub(in crate::routine) fn is_date(text: &str) -> bool {
    date(text).is_some()
}

/// How to write what is meant for a time of day.
pub(in crate::routine) fn time_help(text: &str) -> Message {
    match time(&text.trim().to_lowercase()) {
        Some(near) => did_you_mean(near),
        None => Message::new("check-time-form-help"),
    }
}

/// The times of day that a text names, one after the other.
pub(super) fn times(text: &str) -> Option<Vec<String>> {
    let parts = text.split([',', ';']).flat_map(|part| part.split(" and "));
    let parts = parts.flat_map(|part| part.split(" und ")).map(str::trim);
    parts.map(time).collect()
}

/// A time of day as the format writes it, from words like `8:00`, `8.30`, `8 am` or `20 Uhr`.
pub(super) fn time(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some((_, time)) = PARTS_OF_A_DAY
        .iter()
        .find(|(words, _)| words.contains(&text))
    {
        return Some((*time).to_owned());
    }
    let half = ["am", "a.m.", "pm", "p.m."]
        .into_iter()
        .find(|half| text.ends_with(half));
    let text = half.map_or(text, |half| text.trim_end_matches(half)).trim();
    let text = text.trim_end_matches("uhr").trim();
    let (hour, minute) = match text.split_once([':', '.', 'h']) {
        Some((hour, "")) => (hour, "0"),
        Some((hour, minute)) => (hour, minute.trim_end_matches('h')),
        // Four digits are hours and minutes; fewer, hours alone.
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => (text, "0"),
    };
    let mut hour: i8 = hour.trim().parse().ok()?;
    let minute: i8 = minute.trim().parse().ok()?;
    if let Some(half) = half {
        let hours = 1..=12;
        hour = hours.contains(&hour).then_some(hour % 12)?;
        hour += if half.starts_with('p') { 12 } else { 0 };
    }
    let is_time = jiff::civil::Time::new(hour, minute, 0, 0).is_ok();
    is_time.then(|| format!("{hour:02}:{minute:02}"))
}
