//! Values in other forms than the format's: numbers, lengths of time, dates, times of day, lists.

use super::in_words::{self, in_digits};
use super::words::{days, list};
use super::{did_you_mean, write};
use crate::message::Message;
use crate::routine::keys::Takes;
use crate::routine::text::{id_or, seconds};
use crate::text::shown;

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
/// What stands around a length of time and says no more than that.
const BEFORE: &[&str] = &[
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
const YES: &[&str] = &["yes", "y", "ja", "oui", "sí", "si", "true", "on", "1"];
const NO: &[&str] = &["no", "n", "nein", "non", "false", "off", "0"];
const LANGUAGES: &[(&str, &[&str])] = &[
    ("en", &["english", "englisch", "anglais", "inglés"]),
    ("de", &["german", "deutsch", "allemand", "alemán"]),
    ("fr", &["french", "français", "francais", "französisch"]),
    (
        "es",
        &["spanish", "español", "espanol", "spanisch", "castellano"],
    ),
    ("it", &["italian", "italiano", "italienisch"]),
    (
        "pt",
        &["portuguese", "português", "portugues", "portugiesisch"],
    ),
    ("nl", &["dutch", "nederlands", "niederländisch"]),
    ("pl", &["polish", "polski", "polnisch"]),
    ("tr", &["turkish", "türkçe", "türkisch"]),
    ("ru", &["russian", "русский", "russisch"]),
    ("uk", &["ukrainian", "українська", "ukrainisch"]),
];

/// How to write a value of the wrong kind, by what was written, where that is enough to go by.
pub(in crate::routine) fn value_help(
    key: &'static str,
    takes: &Takes,
    written: &str,
) -> Option<Message> {
    let text = unquoted(written).trim().to_lowercase();
    if let Takes::Word(choices) = takes
        && !text.is_empty()
    {
        let words = text.replace(['[', ']', '"', '\''], " ");
        return Some(super::word_help(key, &words, choices));
    }
    if text.is_empty() || text.starts_with(['[', '{']) {
        return None;
    }
    match takes {
        Takes::Whole { .. } | Takes::Format => number_help(key, &text),
        Takes::Length { .. } => Some(duration_help(key, &text)),
        Takes::Flag if YES.contains(&text.as_str()) => Some(write(key, "true")),
        Takes::Flag if NO.contains(&text.as_str()) => Some(write(key, "false")),
        Takes::Words(_) => Some(match days(&text) {
            Some(days) => write(key, list(&days)),
            None => super::word_help(key, &text, takes.words()),
        }),
        Takes::Times => time(&text).map(|time| write(key, list(&[&time]))),
        Takes::Texts { .. } => Some(write(key, format!("[{}]", quoted(unquoted(written))))),
        Takes::Text { .. } => Some(write(key, quoted(unquoted(written)))),
        // Words alone are what is said, at no moment of their own.
        Takes::Tables(group)
            if group.key("say").is_some() && text.contains(char::is_alphabetic) =>
        {
            Some(write("say", quoted(unquoted(written))))
        }
        Takes::Table(group) if group.key("name").is_some() => {
            let table = format!("{{ name = {} }}", quoted(unquoted(written)));
            Some(write(key, table))
        }
        _ => None,
    }
}

/// Words that stand without quotation marks, as a key takes them; `None` where none of them fit.
pub(in crate::routine) fn words_as(takes: Option<&Takes>, words: &str) -> Option<String> {
    Some(match takes {
        None | Some(Takes::Text { .. } | Takes::Source) => quoted(words),
        Some(Takes::Texts { .. }) => format!("[{}]", quoted(words)),
        Some(Takes::Id) => quoted(&id_or(words, "knee-to-chest")),
        Some(Takes::Image) if words.contains('.') => quoted(words),
        Some(Takes::Language) => quoted(language(words)?),
        _ => return None,
    })
}

/// Words as a text of the file.
pub(in crate::routine) fn quoted(words: &str) -> String {
    format!("\"{}\"", words.trim().replace(['"', '\\'], "'"))
}

/// A value without the quotation marks that it may have.
fn unquoted(written: &str) -> &str {
    written
        .trim()
        .trim_matches(['"', '\'', '“', '”', '„', '«', '»'])
}

/// Two numbers with what stands between them and after them; the second is empty of a single one.
struct Numbers<'a> {
    before: &'a str,
    first: &'a str,
    between: &'a str,
    second: &'a str,
    after: &'a str,
}

impl<'a> Numbers<'a> {
    fn of(text: &'a str) -> Option<Self> {
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

    fn is_range(&self) -> bool {
        !self.second.is_empty() && TO.contains(&self.between)
    }

    fn is_product(&self) -> bool {
        !self.second.is_empty() && OF.contains(&self.between)
    }
}

fn digits(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}

fn number_help(key: &'static str, text: &str) -> Option<Message> {
    let say = Message::new;
    let is_dose = matches!(key, "reps" | "sets");
    if is_dose && in_words::is_as_many_as_possible(text) {
        return Some(say("check-as-many-help"));
    }
    let text = &in_digits(text);
    let numbers = Numbers::of(text)?;
    if !numbers.before.is_empty() && !BEFORE.contains(&numbers.before) && numbers.before != "x" {
        return None;
    }
    let unit = Some(numbers.after).filter(|unit| !unit.is_empty());
    let length = unit.and_then(|unit| duration(&format!("{}{unit}", numbers.second)));
    if is_dose
        && numbers.is_product()
        && let Some(hold) = length
    {
        return Some(
            say("check-reps-and-hold-help")
                .with("reps", numbers.first)
                .with("hold", hold),
        );
    }
    if is_dose && numbers.is_product() {
        return Some(
            say("check-sets-and-reps-help")
                .with("sets", numbers.first)
                .with("reps", numbers.second),
        );
    }
    if numbers.is_range() {
        let id = if is_dose {
            "check-range-of-reps-help"
        } else {
            "check-range-of-numbers-help"
        };
        return Some(say(id).with("key", key).with("least", numbers.first));
    }
    // `10.0` and `3/10` are numbers of which the first part alone is meant.
    let is_whole = numbers.between == "." && numbers.second.trim_matches('0').is_empty()
        || numbers.between == "/" && key == "pain_limit";
    let says_no_more = numbers.second.is_empty() && !numbers.between.starts_with(['.', ',']);
    (is_whole || says_no_more).then(|| write(key, numbers.first))
}

/// How to write what is meant for a length of time.
pub(in crate::routine) fn duration_help(key: &'static str, text: &str) -> Message {
    let say = Message::new;
    let lower = text.trim().to_lowercase();
    if key == "pace"
        && let Some(seconds) = in_words::tempo(&lower)
    {
        return say("check-tempo-help").with("seconds", seconds);
    }
    if let Some(near) = duration(&lower) {
        return did_you_mean(near);
    }
    if key == "at" {
        return say("check-moment-help");
    }
    if in_words::is_none(&lower) && !matches!(key, "hold" | "pace") {
        return write(key, "0");
    }
    if in_words::is_as_many_as_possible(&lower) {
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
            return say("check-range-of-lengths-help")
                .with("key", key)
                .with("least", least);
        }
        if numbers.is_product()
            && let Some(hold) = with_unit(numbers.second)
            && key == "hold"
        {
            return say("check-reps-and-hold-help")
                .with("reps", numbers.first)
                .with("hold", hold);
        }
        let words = [numbers.between, numbers.after];
        if words.iter().any(|word| BREATHS.contains(word)) {
            return say("check-breaths-help");
        }
    }
    say("check-duration-form-help")
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

/// A time of day as the format writes it, from words like `8:00`, `8.30`, `8 am` or `20 Uhr`.
fn time(text: &str) -> Option<String> {
    let text = text.trim();
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

/// How to write what is meant for a language.
pub(in crate::routine) fn language_help(text: &str) -> Message {
    match language(text) {
        Some(tag) => did_you_mean(tag),
        None => Message::new("check-language-form-help"),
    }
}

/// The tag of a language by its name.
fn language(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let is_of = |(tag, names): &&(&str, &[&str])| *tag == name || names.contains(&name.as_str());
    LANGUAGES.iter().find(is_of).map(|(tag, _)| *tag)
}

/// How to write what is meant for an id.
pub(in crate::routine) fn id_help(text: &str) -> Message {
    match id_or(text, "") {
        id if id.is_empty() || shown(text) != text => Message::new("check-id-form-help"),
        id => did_you_mean(id),
    }
}
