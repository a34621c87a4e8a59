//! Values in other forms than the format's: numbers, words, lists.

use unic_langid::LanguageIdentifier;

use super::dates::{date_help, is_date, time_help, times};
use super::durations::{self, duration};
use super::in_words::{self, in_digits};
use super::numbers::{BEFORE, Numbers, digits};
use super::words::{days, list, words_meant};
use super::{did_you_mean, sides, write};
use crate::message::Message;
use crate::routine::keys::{Key, Takes, Without};
use crate::routine::tempo;
use crate::routine::text::{LONGEST_NAME, id_or};
use crate::text::shown;

/// Before a number that has a name of its own.
const NUMBERED: &[&str] = &["x", "v", "version", "rev", "nrs", "vas", "level", "stufe"];
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
pub(in crate::routine) fn value_help(known: &'static Key, written: &str) -> Option<Message> {
    let (key, takes) = (known.name, &known.takes);
    if matches!(takes, Takes::Table(_) | Takes::Tables(_)) && is_heading(known, written) {
        return None;
    }
    if matches!(takes, Takes::Texts { .. } | Takes::Words(_) | Takes::Times)
        && has_several_texts(written)
    {
        return Some(write(key, format!("[{}]", written.trim())));
    }
    let text = unquoted(written).trim().to_lowercase();
    let has_words = || text.contains(char::is_alphabetic) && !text.starts_with(['{', '[']);
    if key == "load" && !has_words() {
        return Some(Message::new("check-key-load-help"));
    }
    if let (Takes::Table(_), "left" | "right") = (takes, key) {
        let (number, rest) = digits(&text);
        let dose = match duration(&text).filter(|_| !rest.is_empty()) {
            Some(hold) => format!("{{ hold = {} }}", quoted(&hold)),
            // Several numbers may mean anything.
            None if !number.is_empty() && !rest.contains(|c: char| c.is_ascii_digit()) => {
                format!("{{ reps = {number} }}")
            }
            None => "{ reps = 10 }".to_owned(),
        };
        return Some(write(key, dose));
    }
    if *takes == Takes::Tempo {
        let parts = parts_of_tempo(&text);
        return Some(tempo_help(&parts));
    }
    if let Takes::Word(choices) = takes
        && !text.is_empty()
    {
        let words = text.replace(['[', ']', '"', '\''], " ");
        return Some(super::word_help(key, &words, choices));
    }
    match items(written) {
        Some(items) if !items.is_empty() => return list_help(known, &items),
        None if !text.is_empty() && !text.starts_with('{') => {}
        _ => {
            return matches!(takes, Takes::Whole { .. } | Takes::Count { .. })
                .then(|| example(known));
        }
    }
    let is_flag = matches!(text.as_str(), "true" | "false");
    match takes {
        Takes::Whole { .. } | Takes::Count { .. } => {
            number_help(key, &text).or_else(|| Some(example_of(known, &text)))
        }
        Takes::Format => number_help(key, &text),
        Takes::Length { .. } => Some(durations::help(key, &text)),
        Takes::Flag if YES.contains(&text.as_str()) => Some(write(key, "true")),
        Takes::Flag if NO.contains(&text.as_str()) => Some(write(key, "false")),
        Takes::Words(_) => Some(match days(&text) {
            Some(days) => write(key, list(&days)),
            None => match words_meant(&text, takes.words()) {
                Some(meant) => write(key, list(&meant)),
                None => super::word_help(key, &text, takes.words()),
            },
        }),
        Takes::Times => Some(match times(&text) {
            Some(times) => write(
                key,
                list(&times.iter().map(String::as_str).collect::<Vec<_>>()),
            ),
            None => time_help(&text),
        }),
        Takes::Date => Some(date_help(&text)),
        Takes::Texts { .. } | Takes::Text { .. } | Takes::Id if is_flag => None,
        Takes::Texts { longest } if *longest == LONGEST_NAME => {
            let names: Vec<_> = unquoted(written).split([',', ';']).map(str::trim).collect();
            Some(write(key, list(&names)))
        }
        Takes::Texts { .. } => Some(write(key, format!("[{}]", quoted(unquoted(written))))),
        Takes::Id => Some(write(
            key,
            quoted(&id_or(unquoted(written), "knee-to-chest")),
        )),
        Takes::Language => Some(language_help(&text)),
        Takes::Text { .. } => Some(write(key, quoted(unquoted(written)))),
        Takes::Tables(group) if text.contains(char::is_alphabetic) => {
            let words = quoted(unquoted(written));
            if group.key("name").is_some() {
                let help = Message::new("check-kind-tables-help-name").with("key", known.heading());
                return Some(help.with("name", words));
            }
            // Words alone are what is said, at no moment of their own.
            Some(write("say", words))
        }
        Takes::Named(_) => Some(Message::new("check-figure-table-help")),
        Takes::Table(group) if group.key("name").is_some() => {
            let table = format!("{{ name = {} }}", quoted(unquoted(written)));
            Some(write(key, table))
        }
        _ => None,
    }
}

/// Whether what stands in the place of a value is the heading of a table: `[author]`, or the beginning of
/// `exercise.name = "X"`.
fn is_heading(known: &Key, written: &str) -> bool {
    let path = written.trim_matches(['[', ']', ' ']);
    path == known.name || path.ends_with(&format!(".{}", known.name))
}

/// Whether several texts stand beside one another, without brackets around them.
fn has_several_texts(written: &str) -> bool {
    let parts: Vec<_> = written.split("\",").map(str::trim).collect();
    let is_text = |part: &&str| part.starts_with('"') && part.len() > 1;
    parts.len() > 1 && parts.iter().all(is_text)
}

/// How to write a tempo, from what was written for one.
pub(in crate::routine) fn tempo_help(text: &str) -> Message {
    match tempo::meant(text) {
        Some(near) if let Some(other) = tempo::meant_from_the_way_up(text) => {
            Message::new("check-tempo-order-help")
                .with("down-first", quoted(&near))
                .with("up-first", quoted(&other))
        }
        Some(near) => Message::new("check-quotes-missing-help")
            .with("key", "tempo")
            .with("example", quoted(&near)),
        None => Message::new("check-tempo-form-help"),
    }
}

/// What stands in a list or a table, as words or numbers in a row.
fn parts_of_tempo(text: &str) -> String {
    let inside = text.replace(['{', '}', '[', ']', '"', '='], " ");
    let is_numbers = !inside.contains(char::is_alphabetic);
    if is_numbers {
        inside.replace(',', "-")
    } else {
        inside
    }
}

/// What a list holds, without quotation marks; `None` of what is no list.
fn items(written: &str) -> Option<Vec<&str>> {
    let inside = written.trim().strip_prefix('[')?;
    // A long one is cut.
    let inside = inside.strip_suffix(']').unwrap_or(inside);
    let items = inside.split(',').map(unquoted).map(str::trim);
    Some(items.filter(|item| !item.is_empty()).collect())
}

/// How to write what stands in a list, for a key that takes one value or another list.
fn list_help(known: &'static Key, items: &[&str]) -> Option<Message> {
    match (&known.takes, items) {
        (Takes::Whole { .. } | Takes::Count { .. } | Takes::Length { .. } | Takes::Date, items) => {
            // Of two the one is to begin with, three may be the phases of a repetition.
            value_help(known, &items.join("-"))
        }
        (Takes::Text { .. }, items) => value_help(known, &items.join(" ")),
        (_, items) => value_help(known, items.first()?),
    }
}

/// The number that counts without the key, or one that would do, as it is to be written.
fn example(known: &Key) -> Message {
    let number = match (&known.without, &known.takes) {
        (Without::Whole(number), _) => *number,
        (_, Takes::Whole { least, .. }) if known.name != "pain_limit" => *least,
        // A choice of Supple's own.
        _ => 3,
    };
    Message::new("check-whole-example-help")
        .with("key", known.name)
        .with("example", number)
}

/// The same with the first number that was written, where that may count.
fn example_of(known: &Key, text: &str) -> Message {
    let text = in_digits(text);
    let number = Numbers::of(&text).and_then(|numbers| numbers.first.parse::<u32>().ok());
    match number
        .filter(|number| matches!(known.name, "reps" | "sets") && (1..=100).contains(number))
    {
        Some(number) => Message::new("check-whole-example-help")
            .with("key", known.name)
            .with("example", number),
        None => example(known),
    }
}

/// Words that stand without quotation marks, as a key takes them; `None` where none of them fit.
pub(in crate::routine) fn words_as(takes: Option<&Takes>, words: &str) -> Option<String> {
    Some(match takes {
        None | Some(Takes::Text { .. } | Takes::Source) => quoted(words),
        Some(Takes::Texts { .. }) => format!("[{}]", quoted(words)),
        Some(Takes::Id) => quoted(&id_or(words, "knee-to-chest")),
        Some(Takes::Tempo) => quoted(&tempo::meant(words)?),
        Some(Takes::Image) if words.contains('.') => quoted(words),
        Some(Takes::Language) => quoted(&language(words)?),
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

fn number_help(key: &'static str, text: &str) -> Option<Message> {
    let say = Message::new;
    let is_dose = matches!(key, "reps" | "sets");
    if is_dose && in_words::is_as_many_as_possible(text) {
        return Some(say("check-as-many-help"));
    }
    if is_dose && let Some(help) = sides::help_apart(key, text, |dose| number_help(key, dose)) {
        return Some(help);
    }
    if let Some(help) = words_for_number_help(key, text) {
        return Some(help);
    }
    if is_date(text) {
        return None;
    }
    let text = &in_digits(text);
    if is_dose && let Some(help) = times_a_day_help(key, text) {
        return Some(help);
    }
    let numbers = Numbers::of(text)?;
    let before = numbers.before;
    if !before.is_empty() && !BEFORE.contains(&before) && !NUMBERED.contains(&before) {
        return None;
    }
    if is_dose && let Some((reps, hold)) = durations::with_a_hold(&numbers) {
        return Some(
            say("check-reps-and-hold-help")
                .with("reps", reps)
                .with("hold", hold),
        );
    }
    if is_dose && let Some((sets, reps)) = numbers.reps_and_sets() {
        return Some(
            say("check-sets-and-reps-help")
                .with("sets", sets)
                .with("reps", reps),
        );
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
    if numbers.is_range() && (is_dose || key == "rounds") {
        return Some(write(key, range(&numbers)));
    }
    if numbers.is_range() {
        let id = "check-range-of-numbers-help";
        return Some(say(id).with("key", key).with("least", numbers.first));
    }
    // `10.0` and `3/10` are numbers of which the first part alone is meant.
    if matches!(numbers.between, "." | ",") && numbers.second.contains(|c| c != '0') {
        let id = "check-range-of-numbers-help";
        return Some(say(id).with("key", key).with("least", numbers.first));
    }
    let is_whole = numbers.between == "." && numbers.second.trim_matches('0').is_empty()
        || numbers.between == "/" && key == "pain_limit";
    let says_no_more = numbers.second.is_empty() && !numbers.between.starts_with(['.', ',']);
    (is_whole || says_no_more).then(|| write(key, numbers.first))
}

/// How to write a dose that says how often a day it is done: `10, 3x daily`.
fn times_a_day_help(key: &'static str, text: &str) -> Option<Message> {
    const A_DAY: [&str; 8] = [
        "daily", "täglich", "a day", "per day", "/day", "pro tag", "am tag", "/tag",
    ];
    let text = A_DAY
        .iter()
        .find_map(|words| text.trim_end_matches('.').strip_suffix(words))?;
    let numbers = Numbers::of(text)?;
    let is_short = numbers.before.is_empty() && !numbers.second.is_empty();
    let after = numbers.after.trim_end_matches(['x', '×']).trim();
    let is_times = after.is_empty() || matches!(after, "times" | "mal");
    (is_short && is_times).then(|| {
        Message::new("check-dose-and-times-help")
            .with("key", key)
            .with("example", numbers.first)
            .with("times", numbers.second)
    })
}

/// "8 to 12", the lower first.
fn range(numbers: &Numbers<'_>) -> String {
    let number = |digits: &str| digits.parse::<u32>().unwrap_or(u32::MAX);
    let (one, other) = (number(numbers.first), number(numbers.second));
    quoted(&format!("{} to {}", one.min(other), one.max(other)))
}

/// How to write what words say of a number.
fn words_for_number_help(key: &'static str, text: &str) -> Option<Message> {
    let is_of_a_day = matches!(key, "times_per_day" | "max_per_day");
    if is_of_a_day && in_words::is_interval(text) {
        return Some(Message::new("check-key-interval-help"));
    }
    let has_number = in_digits(text).contains(|c: char| c.is_ascii_digit());
    if has_number {
        return None;
    }
    if is_of_a_day {
        return Some(Message::new("check-times-in-words-help").with("key", key));
    }
    if in_words::is_none(text) && matches!(key, "pain_limit" | "countdown") {
        return Some(write(key, "0"));
    }
    (key == "pain_limit").then(|| Message::new("check-pain-in-words-help"))
}

/// How to write what is meant for a language.
pub(in crate::routine) fn language_help(text: &str) -> Message {
    match language(text) {
        Some(tag) => did_you_mean(tag),
        None => Message::new("check-language-form-help"),
    }
}

/// The tag of a language by its name.
fn language(name: &str) -> Option<String> {
    let name = name.trim().to_lowercase();
    // As systems name a language with its encoding: `de_DE.UTF-8`.
    let tag = name.split(['.', '@']).next().filter(|tag| *tag != name);
    let tag = tag.and_then(|tag| tag.parse::<LanguageIdentifier>().ok());
    if let Some(tag) = tag {
        return Some(tag.to_string());
    }
    let is_of = |(tag, names): &&(&str, &[&str])| *tag == name || names.contains(&name.as_str());
    let known = LANGUAGES.iter().find(is_of);
    known.map(|(tag, _)| (*tag).to_owned())
}

/// How to write what is meant for an id.
pub(in crate::routine) fn id_help(text: &str) -> Message {
    match id_or(text, "") {
        id if id.is_empty() || shown(text) != text => Message::new("check-id-form-help"),
        id => did_you_mean(id),
    }
}
