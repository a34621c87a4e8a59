//! Numbers, amounts and dates that are written in words.

use jiff::civil::Date;

/// Words for the numbers that a dose has, in the languages that Supple speaks.
const NUMBERS: &[(&str, &[&str])] = &[
    ("1", &["once", "one", "einmal", "ein", "eine", "eins"]),
    ("2", &["twice", "two", "zweimal", "zwei"]),
    ("3", &["thrice", "three", "dreimal", "drei"]),
    ("4", &["four", "viermal", "vier"]),
    ("5", &["five", "fünfmal", "fünf"]),
    ("6", &["six", "sechsmal", "sechs"]),
    ("7", &["seven", "sieben"]),
    ("8", &["eight", "achtmal", "acht"]),
    ("9", &["nine", "neun"]),
    ("10", &["ten", "zehnmal", "zehn"]),
    ("12", &["twelve", "zwölf"]),
    ("15", &["fifteen", "fünfzehn"]),
    ("20", &["twenty", "zwanzig"]),
    ("30", &["thirty", "dreißig"]),
];
const HALVES: &[&str] = &[
    "half a minute",
    "half minute",
    "1/2 min",
    "1/2 minute",
    "½ min",
    "½ minute",
    "halbe minute",
    "eine halbe minute",
];
const NOTHING: &[&str] = &[
    "none",
    "no",
    "no pain",
    "pain free",
    "schmerzfrei",
    "false",
    "nothing",
    "nil",
    "kein",
    "keine",
    "-",
    "–",
];
/// Parts of what says that only the person knows how many or how long.
const AS_MANY: &[&str] = &[
    "amrap",
    "amap",
    "max",
    "failure",
    "fatigue",
    "tired",
    "as many",
    "as long",
    "as tolerated",
    "as able",
    "as possible",
    "exhaustion",
    "so viele",
    "so oft",
    "so lange",
    "erschöpfung",
    "ermüdung",
    "as needed",
    "prn",
    "until",
    "bei bedarf",
    "nach bedarf",
];
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "jänner"],
    &["february", "februar"],
    &["march", "märz"],
    &["april"],
    &["may", "mai"],
    &["june", "juni"],
    &["july", "juli"],
    &["august"],
    &["september", "sept"],
    &["october", "oktober"],
    &["november"],
    &["december", "dezember"],
];

/// A text in lower case with digits in the place of its number words.
pub(super) fn in_digits(text: &str) -> String {
    let digits = |word: &str| {
        let named = NUMBERS.iter().find(|(_, words)| words.contains(&word));
        named.map_or_else(|| word.to_owned(), |(digits, _)| (*digits).to_owned())
    };
    if HALVES.contains(&text) {
        return "30s".to_owned();
    }
    let text = match text.split_once(' ') {
        Some(("a" | "an", rest)) => format!("1 {rest}"),
        _ => text.to_owned(),
    };
    let words: Vec<_> = text.split(' ').map(digits).collect();
    words.join(" ")
}

/// Whether a text in lower case says after how long something comes again.
pub(super) fn is_interval(text: &str) -> bool {
    let words = ["every", "hourly", "alle", "jede", "stündlich"];
    text.split(' ').any(|word| words.contains(&word))
}

/// Whether a text in lower case says that there is none.
pub(super) fn is_none(text: &str) -> bool {
    NOTHING.contains(&text)
}

/// Whether a text in lower case leaves it to the person how many or how long.
pub(super) fn is_as_many_as_possible(text: &str) -> bool {
    AS_MANY.iter().any(|part| text.contains(part))
}

/// The seconds of one repetition whose phases are written one by one: `2-0-2`, `3/1/3`, `2020`.
pub(super) fn tempo(text: &str) -> Option<u32> {
    let text = text.trim();
    let phases: Vec<&str> = if text.len() == 4 && text.chars().all(|c| c.is_ascii_digit()) {
        (0..4).map(|at| &text[at..=at]).collect()
    } else {
        text.split(['-', '–', '/', ':', '.', '|'])
            .map(str::trim)
            .collect()
    };
    if !(3..=4).contains(&phases.len()) {
        return None;
    }
    let seconds: Option<Vec<u32>> = phases
        .iter()
        // Of a phase as fast as can be.
        .map(|phase| {
            if *phase == "x" {
                Some(1)
            } else {
                phase.parse().ok()
            }
        })
        .collect();
    let seconds = seconds?.into_iter().try_fold(0_u32, u32::checked_add)?;
    (1..=60).contains(&seconds).then_some(seconds)
}

/// A date with its month in words: `29 November 2026`, `Nov 29, 2026`, `29. November 2026`.
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.to_lowercase();
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/'));
    let (mut day, mut month, mut year) = (None, None, None);
    for part in parts.filter(|part| !part.is_empty()) {
        let number = part.trim_end_matches(|c: char| c.is_alphabetic());
        match number.parse::<i16>() {
            Ok(number) if number >= 1_900 => year = Some(number),
            Ok(number) => day = i8::try_from(number).ok(),
            Err(_) => month = Some(month_of(part)?),
        }
    }
    Date::new(year?, month?, day?).ok()
}

/// The number of a month that a word is or begins with three letters at least.
fn month_of(word: &str) -> Option<i8> {
    let begins = |names: &&[&str]| names.iter().any(|name| name.starts_with(word));
    if word.chars().count() < 3 {
        return None;
    }
    let at = MONTHS.iter().position(begins)?;
    i8::try_from(at + 1).ok()
}
