//! Keys that the format does not have where they stand.

use super::synonyms::SYNONYMS;
use super::write;
use crate::message::{List, Message};
use crate::routine::keys::{self, Group, Takes};
use crate::text::{misspelt, nearest};

/// What the format can't say, or says otherwise, by a word of the key, and the help that says what to
/// write instead.
const CANT_BE_SAID: &[(&str, &[&str])] = &[
    (
        "check-key-load-help",
        &[
            "weight",
            "weights",
            "load",
            "resistance",
            "band",
            "theraband",
            "dumbbell",
            "dumbbells",
            "kettlebell",
            "kg",
            "kilo",
            "kilos",
            "kilogram",
            "kilograms",
            "kilogramm",
            "lb",
            "lbs",
            "pound",
            "pounds",
            "tubing",
            "colour",
            "color",
            "farbe",
            "hantel",
            "hanteln",
            "kurzhantel",
            "manschette",
            "bandfarbe",
            "bandstärke",
            "gewicht",
            "gewichte",
            "widerstand",
            "poids",
            "charge",
            "résistance",
            "peso",
            "resistencia",
            "carga",
        ],
    ),
    (
        "check-key-tempo-help",
        &[
            "speed",
            "cadence",
            "rhythm",
            "eccentric",
            "concentric",
            "rhythmus",
            "geschwindigkeit",
        ],
    ),
    (
        "check-key-in-words-help",
        &[
            "intensity",
            "rpe",
            "effort",
            "borg",
            "rir",
            "percent",
            "heart",
            "hr",
            "watt",
            "watts",
            "distance",
            "meters",
            "metres",
            "km",
            "miles",
            "laps",
            "calories",
            "angle",
            "degrees",
            "rom",
            "breaths",
            "breathing",
            "intensität",
            "anstrengung",
            "strecke",
            "winkel",
            "atemzüge",
            "grip",
            "range",
            "assistance",
            "purpose",
            "benefit",
            "benefits",
            "why",
        ],
    ),
    (
        "check-key-purpose-help",
        &[
            "diagnosis",
            "diagnose",
            "condition",
            "indication",
            "indikation",
            "icd",
            "icd10",
            "complaint",
            "beschwerden",
        ],
    ),
    (
        "check-key-dose-help",
        &[
            "dose",
            "dosage",
            "dosis",
            "dosierung",
            "prescription",
            "parameters",
        ],
    ),
    (
        "check-key-order-help",
        &[
            "order",
            "nr",
            "reihenfolge",
            "warmup",
            "warm",
            "cooldown",
            "cool",
            "section",
            "aufwärmen",
        ],
    ),
    (
        "check-key-top-help",
        &[
            "metadata",
            "meta",
            "info",
            "routine",
            "general",
            "header",
            "allgemein",
        ],
    ),
    (
        "check-key-interval-help",
        &["interval", "hourly", "stündlich", "intervall"],
    ),
    (
        "check-key-sound-help",
        &[
            "music", "sound", "sounds", "audio", "voice", "volume", "musik", "ton", "stimme",
        ],
    ),
    (
        "check-key-patient-help",
        &[
            "patient",
            "client",
            "birthday",
            "dob",
            "age",
            "klient",
            "patientin",
        ],
    ),
];

/// The fewest letters of a word that is known as the beginning or the end of a longer one.
const SHORTEST_IN_A_WORD: usize = 7;

const WEEK: &[&str] = &[
    "week",
    "weeks",
    "weekly",
    "woche",
    "wochen",
    "wöchentlich",
    "semaine",
    "semaines",
    "semana",
    "semanas",
    "settimana",
    "settimane",
];
const SPAN: &[&str] = &[
    "until",
    "end",
    "ends",
    "start",
    "starts",
    "begin",
    "phase",
    "phases",
    "month",
    "months",
    "bis",
    "von",
    "beginn",
    "ende",
    "monate",
    "mois",
    "meses",
    "program_length",
];
const FREQUENCY: &[&str] = &[
    "frequency",
    "freq",
    "how_often",
    "wie_oft",
    "every",
    "alle",
    "häufigkeit",
    "fréquence",
    "frecuencia",
    "frequenza",
];
const PER: &[&str] = &[
    "per",
    "times",
    "a",
    "sessions",
    "x",
    "pro",
    "je",
    "mal",
    "par",
    "fois",
    "por",
    "veces",
    "weekly",
    "wöchentlich",
    "days",
];
const OF_BOTH_SIDES: &[&str] = &[
    "bilateral",
    "both_sides",
    "both",
    "each_side",
    "per_side",
    "beidseits",
    "beidseitig",
    "pro_seite",
    "je_seite",
    "each_leg",
    "per_leg",
    "pro_bein",
    "je_bein",
];
const IN_TURN: &[&str] = &["alternating", "alternate", "abwechselnd", "im_wechsel"];
/// Of the whole routine; below an exercise they are the hold.
const LENGTH: &[&str] = &[
    "duration",
    "length",
    "total_time",
    "total_duration",
    "dauer",
    "durée",
    "gesamtdauer",
];
/// Below an exercise they may be a hold, or an activity.
const TIME: &[&str] = &[
    "duration",
    "length",
    "dauer",
    "durée",
    "duración",
    "durata",
    "duração",
    "duur",
    "minutes",
    "minute",
    "mins",
    "min",
    "minuten",
    "minutos",
    "minuti",
    "zeit",
    "temps",
    "tiempo",
    "timer",
];
const OF_ONE_SIDE: &[&str] = &[
    "left",
    "right",
    "links",
    "rechts",
    "gauche",
    "droite",
    "izquierda",
    "derecha",
    "affected",
    "unaffected",
];

/// How to go on with a key that is not known in its group.
pub(in crate::routine) fn help_with_key(key: &str, group: &'static Group) -> Message {
    let word = normal(key);
    let known = group.names();
    let is_length = group.key("hold").is_none() && group.key("say").is_none();
    if is_length && LENGTH.contains(&word.as_str()) || word.starts_with("total_") {
        return Message::new("check-key-length-help");
    }
    if TIME.contains(&word.as_str()) && group.key("time").is_some() {
        return Message::new("check-key-time-help");
    }
    help_with_word(&word, group)
        .or_else(|| misspelt_help(&word, group))
        .or_else(|| nearest(&word, &known).map(meant))
        .unwrap_or_else(|| {
            Message::new("check-key-unknown-help-list")
                .with("known", List::Parts.of(group.most_used.iter().copied()))
        })
}

/// How to go on with a word that misspells a key or another word for one, whichever it is nearer to.
fn misspelt_help(word: &str, group: &'static Group) -> Option<Message> {
    let known = group.names();
    let is_of_group = |key: &str| known.contains(&key);
    let synonyms = SYNONYMS.iter().filter(|(key, _)| is_of_group(key));
    let others = synonyms.chain(CANT_BE_SAID).flat_map(|(_, words)| *words);
    // Short words misspell one another.
    let others = others.filter(|other| other.chars().count() > 4).copied();
    let all: Vec<&str> = known.iter().copied().chain(others).collect();
    let near = misspelt(word, &all)?;
    // One that is misspelt no more is known.
    Some(if is_of_group(near) {
        meant(near)
    } else {
        help_with_key(near, group)
    })
}

/// How to go on with a word, if it stands for a key: of its group, or of another that it then belongs to.
pub(in crate::routine) fn help_with_word(word: &str, group: &Group) -> Option<Message> {
    let word = normal(word);
    let known = group.names();
    synonym(&word, &known)
        .or_else(|| synonym(&without_counting(&word), &known))
        .map(meant)
        .or_else(|| elsewhere(&word, group))
        .or_else(|| cant_be_said(&word))
        .or_else(|| synonym_elsewhere(&word, group))
}

/// In lower case, its words joined by underscores.
fn normal(key: &str) -> String {
    key.trim().to_lowercase().replace(['-', ' '], "_")
}

/// Without the words that say that it is a number: `number_of_reps`, `anzahl_sätze`.
fn without_counting(key: &str) -> String {
    const COUNTING: [&str; 8] = ["number", "num", "no", "nr", "of", "count", "anzahl", "der"];
    let parts = key.split('_').filter(|part| !COUNTING.contains(part));
    parts.collect::<Vec<_>>().join("_")
}

/// With the two letters that stand for one where a keyboard has no `ä`.
fn spelt_out(word: &str) -> String {
    word.replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('ß', "ss")
}

fn meant(near: &str) -> Message {
    Message::new("check-key-unknown-help-near").with("near", near)
}

fn synonym<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let bare = |text: &str| text.replace('_', "");
    let is_of = |near: &str| {
        let synonyms = SYNONYMS.iter().filter(|(key, _)| *key == near);
        synonyms
            .flat_map(|(_, words)| *words)
            .any(|it| *it == word || spelt_out(it) == spelt_out(word))
    };
    let same = |near: &&str| bare(near) == bare(word);
    let known = || known.iter().copied();
    known()
        .find(same)
        .or_else(|| known().find(|near| is_of(near)))
}

/// The place of a key that belongs below another heading.
fn elsewhere(word: &str, here: &Group) -> Option<Message> {
    let is_of_a_side = [&keys::LEFT, &keys::RIGHT].contains(&here);
    match word {
        "load" if is_of_a_side => return Some(Message::new("check-key-side-load-help")),
        "step" if here.name == keys::GROUP.name => {
            return Some(Message::new("check-key-group-step-help"));
        }
        _ => {}
    }
    let (group, key) = keys::anywhere(word)?;
    if matches!(key.takes, Takes::Tables(_)) && !group.heading.is_empty() {
        return Some(Message::new("check-kind-tables-help").with("key", key.heading()));
    }
    Some(place(key.name, group, here))
}

fn synonym_elsewhere(word: &str, here: &Group) -> Option<Message> {
    let found = keys::GROUPS.iter().find_map(|group| {
        let near = synonym(word, &group.names())?;
        Some((near, *group))
    });
    let (near, group) = found?;
    (group != here).then(|| place(near, group, here))
}

fn place(key: &str, group: &Group, here: &Group) -> Message {
    let is_of_an_exercise = |group: &Group| group.key("sides").is_some();
    let id = if group.heading.is_empty() {
        "check-key-at-top-help"
    } else if is_of_an_exercise(here) && group.heading == "[schedule]" {
        "check-key-schedule-help"
    } else {
        "check-key-elsewhere-help"
    };
    Message::new(id)
        .with("key", key)
        .with("place", group.heading)
}

/// What to do instead of what the format has no key for.
fn cant_be_said(word: &str) -> Option<Message> {
    let parts: Vec<&str> = word.split('_').collect();
    // A German word of several: `zusatzgewicht`.
    let is_in = |part: &str, word: &str| {
        let is_long = word.chars().count() >= SHORTEST_IN_A_WORD;
        is_long && (part.starts_with(word) || part.ends_with(word))
    };
    let is_of = |part: &str, words: &[&str]| {
        words.contains(&part) || words.iter().any(|word| is_in(part, word))
    };
    let has = |words: &[&str]| words.contains(&word) || parts.iter().any(|it| is_of(it, words));
    let says = Message::new;
    if has(WEEK) {
        return Some(says(if has(PER) {
            "check-key-weekly-help"
        } else {
            "check-key-span-help"
        }));
    }
    if has(FREQUENCY) {
        return Some(says("check-key-frequency-help"));
    }
    for (words, value) in [(OF_BOTH_SIDES, "\"each\""), (IN_TURN, "\"alternate\"")] {
        if words.contains(&word) {
            return Some(write("sides", value));
        }
    }
    if has(OF_ONE_SIDE) {
        return Some(says("check-key-one-side-help"));
    }
    if has(SPAN) {
        return Some(says("check-key-span-help"));
    }
    let found = CANT_BE_SAID.iter().find(|(_, words)| has(words));
    found.map(|(id, _)| says(id))
}
