//! Values that are none of the few words that a key takes.

use super::{did_you_mean, write};
use crate::message::{List, Message};
use crate::text::nearest;

/// Words that people write for one of the format's.
const SYNONYMS: &[(&str, &[&str])] = &[
    (
        "each",
        &[
            "each side",
            "left and right",
            "left right",
            "left/right",
            "l+r",
            "l/r",
            "r/l",
            "l & r",
            "je seite",
            "links und rechts",
            "chaque",
            "chaque côté",
            "cada",
        ],
    ),
    (
        "alternate",
        &[
            "alternating",
            "alternately",
            "alternated",
            "in turn",
            "im wechsel",
            "abwechselnd",
            "alternierend",
            "wechselnd",
            "alterner",
            "alterné",
            "alternar",
            "alterno",
        ],
    ),
    (
        "left",
        &[
            "l",
            "links",
            "linke",
            "linke seite",
            "left side",
            "gauche",
            "izquierda",
            "izquierdo",
            "sinistra",
        ],
    ),
    (
        "right",
        &[
            "r",
            "rechts",
            "rechte",
            "rechte seite",
            "right side",
            "droite",
            "derecha",
            "derecho",
            "destra",
        ],
    ),
    (
        "none",
        &[
            "no", "neither", "keine", "center", "centre", "middle", "aucun", "ninguno",
        ],
    ),
    (
        "hold",
        &[
            "balance",
            "gleichgewicht",
            "static",
            "isometric",
            "stretch",
            "seconds",
            "halten",
            "dehnen",
            "statisch",
            "plank",
            "tenir",
            "mantener",
        ],
    ),
    (
        "reps",
        &[
            "eccentric",
            "concentric",
            "strengthening",
            "mobility",
            "mobilisation",
            "mobilization",
            "rep",
            "repetitions",
            "repetition",
            "count",
            "counted",
            "dynamic",
            "paced",
            "strength",
            "wiederholungen",
            "wdh",
            "dynamisch",
            "kraft",
            "répétitions",
            "repeticiones",
        ],
    ),
    (
        "time",
        &[
            "timed",
            "duration",
            "minutes",
            "walk",
            "walking",
            "cardio",
            "aerobic",
            "endurance",
            "activity",
            "cycling",
            "gehen",
            "dauer",
            "ausdauer",
            "zeit",
            "minuten",
            "tätigkeit",
        ],
    ),
    (
        "open",
        &[
            "free",
            "untimed",
            "self",
            "self-paced",
            "own pace",
            "none",
            "until done",
            "amrap",
            "frei",
            "offen",
            "libre",
        ],
    ),
    (
        "floor",
        &[
            "side",
            "back",
            "stomach",
            "bed",
            "plinth",
            "bett",
            "lying",
            "supine",
            "prone",
            "on back",
            "on the back",
            "side lying",
            "sidelying",
            "ground",
            "mat",
            "kneeling",
            "quadruped",
            "all fours",
            "boden",
            "am boden",
            "liegend",
            "rückenlage",
            "bauchlage",
            "seitlage",
            "vierfüßler",
            "couché",
            "acostado",
            "suelo",
        ],
    ),
    (
        "seated",
        &[
            "sitting",
            "sit",
            "chair",
            "sitzend",
            "im sitzen",
            "sitz",
            "stuhl",
            "assis",
            "sentado",
            "seduto",
        ],
    ),
    (
        "standing",
        &[
            "stairs",
            "step",
            "wall",
            "treppe",
            "wand",
            "stand",
            "upright",
            "stehend",
            "im stehen",
            "stand up",
            "debout",
            "de pie",
            "in piedi",
        ],
    ),
];

/// Both sides, one after the other or at once.
const BOTH: &[&str] = &[
    "both",
    "both sides",
    "both legs",
    "both arms",
    "bilateral",
    "two",
    "2",
    "true",
    "yes",
    "beide",
    "beide seiten",
    "beidseits",
    "beidseitig",
    "les deux",
    "ambos",
    "entrambi",
];
/// Words for a side that no file can know: it depends on the person.
const SIDE_OF_THE_PERSON: &[&str] = &[
    "affected",
    "unaffected",
    "involved",
    "uninvolved",
    "operated",
    "operative",
    "surgical",
    "injured",
    "uninjured",
    "sore",
    "painful",
    "bad",
    "good",
    "worse",
    "better",
    "weak",
    "weaker",
    "strong",
    "stronger",
    "stiff",
    "stiffer",
    "tight",
    "tighter",
    "dominant",
    "nondominant",
    "healthy",
    "one",
    "single",
    "unilateral",
    "either",
    "betroffen",
    "betroffene",
    "operierte",
    "verletzte",
    "schmerzende",
    "schmerzhafte",
    "schwache",
    "schwächere",
    "starke",
    "stärkere",
    "gesunde",
    "kranke",
    "schlechtere",
    "bessere",
    "dominante",
    "einseitig",
    "eine",
];

/// The days of the week from Monday, language by language; the first that a word begins counts.
const DAYS: &[[&str; 7]] = &[
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ],
    [
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
    ],
    [
        "montags",
        "dienstags",
        "mittwochs",
        "donnerstags",
        "freitags",
        "sonnabend",
        "sonntags",
    ],
    [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ],
    [
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ],
    [
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
    ],
    [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ],
    [
        "segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo",
    ],
    [
        "poniedziałek",
        "wtorek",
        "środa",
        "czwartek",
        "piątek",
        "sobota",
        "niedziela",
    ],
];
const SHORT_DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const EVERY_DAY: &[&str] = &[
    "daily",
    "every day",
    "everyday",
    "all",
    "any",
    "as needed",
    "bei bedarf",
    "täglich",
    "jeden tag",
    "alle",
    "tous les jours",
    "todos",
    "diario",
];
const EVERY_OTHER_DAY: &[&str] = &[
    "every other day",
    "every second day",
    "alternate days",
    "alternating days",
    "jeden zweiten tag",
    "jeden 2. tag",
];
const WORKING_DAYS: &[&str] = &[
    "weekdays",
    "weekday",
    "workdays",
    "working days",
    "werktags",
    "wochentags",
    "arbeitstage",
];
const WEEKEND: &[&str] = &[
    "weekend",
    "weekends",
    "wochenende",
    "week end",
    "fin de semana",
];

/// How to go on with a word that `key` does not take.
pub(in crate::routine) fn word_help(key: &str, text: &str, choices: &[&'static str]) -> Message {
    let word = normal(text);
    if choices == SHORT_DAYS
        && let Some(help) = days_help(key, &word)
    {
        return help;
    }
    if choices.contains(&"left")
        && let Some(help) = side_help(key, &word)
    {
        return help;
    }
    match word_meant(&word, choices) {
        Some(near) => did_you_mean(near),
        None => Message::new("check-not-one-of-help-list")
            .with("choices", List::Or.of(choices.iter().copied())),
    }
}

/// The one of `choices` that a word or a few are meant to be.
pub(in crate::routine) fn word_meant(text: &str, choices: &[&'static str]) -> Option<&'static str> {
    let word = normal(text);
    let synonym = SYNONYMS.iter().find(|(near, words)| {
        choices.contains(near) && (words.contains(&word.as_str()) || *near == word)
    });
    let each = choices.iter().find(|choice| **choice == "each");
    let of_both = each.filter(|_| BOTH.contains(&word.as_str())).copied();
    synonym
        .map(|(near, _)| *near)
        .or(of_both)
        .or_else(|| by_its_words(&word, choices))
        .or_else(|| nearest(&word, choices))
}

/// Those of `choices` that a text lists; `None` where a part of it is none of them.
pub(super) fn words_meant(text: &str, choices: &[&'static str]) -> Option<Vec<&'static str>> {
    let parts = text.split([',', ';', '/', '+']);
    let mut meant = Vec::new();
    for part in parts {
        let word = word_meant(part, choices)?;
        if !meant.contains(&word) {
            meant.push(word);
        }
    }
    Some(meant)
}

/// The one of `choices` that the words of a longer text stand for: "supine lying", "right leg". Both
/// sides together are each of them.
fn by_its_words(text: &str, choices: &[&'static str]) -> Option<&'static str> {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let stands_for = |choice: &str, word: &str| {
        let mut synonyms = SYNONYMS.iter().filter(|(near, _)| *near == choice);
        choice == word || synonyms.any(|(_, words)| words.contains(&word))
    };
    let is_meant = |choice: &&&str| words.iter().any(|word| stands_for(choice, word));
    let meant: Vec<_> = choices.iter().filter(is_meant).copied().collect();
    match meant[..] {
        [one] => Some(one),
        ["left", "right"] => choices.iter().find(|choice| **choice == "each").copied(),
        _ => None,
    }
}

/// In lower case, with single spaces between its words and no point at its end.
fn normal(text: &str) -> String {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let words: Vec<_> = text.split(['_', ' ']).filter(|it| !it.is_empty()).collect();
    words.join(" ")
}

/// How to go on with words for a side that are the person's, or for both.
fn side_help(key: &str, word: &str) -> Option<Message> {
    if BOTH.contains(&word) && key == "sides" {
        return Some(Message::new("check-both-sides-help"));
    }
    let mut words = word.split(|c: char| !c.is_alphanumeric());
    let is_of_the_person = words.clone().any(|word| SIDE_OF_THE_PERSON.contains(&word));
    let names_more = words.any(|word| ["left", "right", "other", "both", "andere"].contains(&word));
    (is_of_the_person && !names_more)
        .then(|| Message::new("check-side-of-the-person-help").with("key", key))
}

fn days_help(key: &str, word: &str) -> Option<Message> {
    let is_counted = word.contains(|c: char| c.is_ascii_digit()) || word.contains("week");
    if (is_counted || word.contains("woche")) && days(word).is_none() {
        return Some(Message::new("check-key-weekly-help"));
    }
    if EVERY_DAY.contains(&word) {
        return Some(Message::new("check-days-every-help"));
    }
    if let Some(day) = day(word) {
        return Some(did_you_mean(SHORT_DAYS[day]));
    }
    days(word).map(|days| write(key, list(&days)))
}

/// The days that several words name, or a span of days.
pub(super) fn days(text: &str) -> Option<Vec<&'static str>> {
    let text = normal(text);
    if EVERY_OTHER_DAY.contains(&text.as_str()) {
        return Some([0, 2, 4].map(|day| SHORT_DAYS[day]).to_vec());
    }
    if WORKING_DAYS.contains(&text.as_str()) {
        return Some(SHORT_DAYS[..5].to_vec());
    }
    if WEEKEND.contains(&text.as_str()) {
        return Some(SHORT_DAYS[5..].to_vec());
    }
    for span in ["-", "–", " to ", " bis "] {
        if let Some((from, to)) = text.split_once(span)
            && let (Some(from), Some(to)) = (day(from.trim()), day(to.trim()))
        {
            return SHORT_DAYS.get(from..=to).map(<[_]>::to_vec);
        }
    }
    let words = text.split([',', ';', '/', '+', '&', ' ']);
    let words = words.filter(|word| !word.is_empty() && !["and", "und", "et", "y"].contains(word));
    let days: Option<Vec<_>> = words.map(|word| Some(SHORT_DAYS[day(word)?])).collect();
    days.filter(|days| !days.is_empty())
}

/// Which day of the week a word is or begins, from Monday.
fn day(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.');
    if word.chars().count() < 2 {
        return None;
    }
    DAYS.iter().find_map(|names| {
        let mut found = names
            .iter()
            .enumerate()
            .filter(|(_, name)| name.starts_with(word));
        let (day, _) = found.next()?;
        // One that begins two days of a language names neither.
        found.next().is_none().then_some(day)
    })
}

/// A list as it is written.
pub(in crate::routine) fn list(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("[{}]", quoted.join(", "))
}
