//! The keys of a routine file: what each takes and what counts without it.
//!
//! The one list of them; the tables of `routines/README.md` are held to it.

use super::text::{LONGEST_NAME, LONGEST_TEXT};
use super::{choices, defaults};
use crate::figure;
use crate::side::Side;
use crate::tables::Kind;
pub use crate::tables::{Group, Key, Takes, Without};

impl Key {
    /// What stands between the brackets of its heading, where it has one; else its name.
    pub(super) fn heading(&self) -> &'static str {
        match self.takes {
            Takes::Table(group) | Takes::Tables(group) => group.heading.trim_matches(['[', ']']),
            _ => self.name,
        }
    }
}

impl Takes {
    /// How many characters a text of it may have.
    pub(super) fn longest(&self) -> usize {
        match self {
            Self::Text { longest } | Self::Texts { longest } => *longest,
            Self::Image | Self::Source => LONGEST_TEXT,
            _ => LONGEST_NAME,
        }
    }
}

/// All groups. Where a key may stand in several, the first is the likeliest place.
pub static GROUPS: [&Group; 11] = [
    &SCHEDULE, &EXERCISE, &SAFETY, &ROUTINE, &AUTHOR, &CUE, &STEP, &DEFAULTS, &LEFT, &RIGHT, &GROUP,
];

/// A key of that name, in its likeliest place.
pub(super) fn anywhere(name: &str) -> Option<(&'static Group, &'static Key)> {
    let of = |group: &&'static Group| Some((*group, group.key(name)?));
    GROUPS.iter().find_map(of)
}

/// A key of that name that takes a kind of value: `at` of a cue is another than that of the schedule.
/// In its likeliest place where none takes it.
pub(super) fn of_kind(name: &str, kind: Kind) -> Option<&'static Key> {
    let mut named = GROUPS.iter().filter_map(|group| group.key(name));
    named
        .find(|key| key.takes.kind() == kind)
        .or_else(|| Some(anywhere(name)?.1))
}

/// The keys that may stand below the heading of these parts; `top` are those before the first.
pub(crate) fn below<'a>(
    top: &'static Group,
    heading: impl IntoIterator<Item = &'a str>,
) -> Option<&'static Group> {
    let mut parts = heading.into_iter();
    parts.try_fold(top, |group, part| match group.key(part)?.takes {
        Takes::Table(group) | Takes::Tables(group) => Some(group),
        _ => None,
    })
}

const HOUR: u64 = 3_600;
const NAME: Takes = Takes::Text {
    longest: LONGEST_NAME,
};
const TEXT: Takes = Takes::Text {
    longest: LONGEST_TEXT,
};
const NAMES: Takes = Takes::Texts {
    longest: LONGEST_NAME,
};
const TEXTS: Takes = Takes::Texts {
    longest: LONGEST_TEXT,
};
const PAUSE: Takes = Takes::Length {
    least: 0,
    most: HOUR,
};
const WORK: Takes = Takes::Length {
    least: 1,
    most: HOUR,
};

const fn key(name: &'static str, takes: Takes, without: Without) -> Key {
    Key::new(name, takes, without)
}

const fn whole(name: &'static str, least: u32, most: u32, without: Without) -> Key {
    key(name, Takes::Whole { least, most }, without)
}

const fn count(name: &'static str, most: u32, without: u32) -> Key {
    count_as(name, most, Without::Whole(without))
}

const fn count_as(name: &'static str, most: u32, without: Without) -> Key {
    key(name, Takes::Count { least: 1, most }, without)
}

/// The keys before the first heading.
pub static ROUTINE: Group = Group {
    name: "routine",
    heading: "",
    parts: &[OF_ROUTINE, HEADINGS],
    most_used: &[
        "format", "title", "summary", "schedule", "safety", "exercise",
    ],
};
/// The keys of the author.
pub static AUTHOR: Group = Group {
    name: "author",
    heading: "[author]",
    parts: &[OF_AUTHOR],
    most_used: &["name", "role", "clinic", "contact"],
};
/// The keys of the schedule.
pub static SCHEDULE: Group = Group {
    name: "schedule",
    heading: "[schedule]",
    parts: &[OF_SCHEDULE],
    most_used: &[
        "times_per_day",
        "max_per_day",
        "days",
        "days_per_week",
        "at",
        "review_on",
    ],
};
/// The keys of when to stop.
pub static SAFETY: Group = Group {
    name: "safety",
    heading: "[safety]",
    parts: &[OF_SAFETY],
    most_used: &["pain_limit", "stop_if", "not_if"],
};
/// The keys that count for every exercise.
pub static DEFAULTS: Group = Group {
    // A default says what the exercise's own key says.
    name: "exercise",
    heading: "[defaults]",
    parts: &[DOSE],
    most_used: &["hold", "reps", "sets", "sides", "first_side", "prepare"],
};
/// The keys of exercises that belong together.
pub static GROUP: Group = Group {
    name: "group",
    heading: "[[group]]",
    parts: &[OF_GROUP],
    most_used: &["name", "rounds", "rest_between_rounds", "choose"],
};
/// The keys of an exercise.
pub static EXERCISE: Group = Group {
    name: "exercise",
    heading: "[[exercise]]",
    parts: &[OF_EXERCISE, KIND, DOSE, SIDES, OF_RHYTHM, STEPS, MOMENTS],
    most_used: &[
        "use",
        "name",
        "figure",
        "instructions",
        "hold",
        "reps",
        "sides",
    ],
};
/// The keys of words at a moment.
pub static CUE: Group = Group {
    name: "cue",
    heading: "[[exercise.cue]]",
    parts: &[OF_CUE],
    most_used: &["at", "say"],
};

/// The keys of a dose from a week on.
pub static STEP: Group = Group {
    name: "step",
    heading: "[[exercise.step]]",
    parts: &[OF_STEP],
    most_used: &["from_week", "hold", "reps", "sets", "time", "load"],
};
/// The keys of a dose for the left side.
pub static LEFT: Group = Group {
    // What they say is what the exercise's own keys say.
    name: "exercise",
    heading: "[exercise.left]",
    parts: &[DOSE_OF_SIDE],
    most_used: &["hold", "reps", "sets"],
};
/// The keys of a dose for the right side.
pub static RIGHT: Group = Group {
    name: "exercise",
    heading: "[exercise.right]",
    parts: &[DOSE_OF_SIDE],
    most_used: &["hold", "reps", "sets"],
};

const OF_ROUTINE: &[Key] = &[
    key("format", Takes::Format, Without::Refused),
    key("title", NAME, Without::Refused),
    key("id", Takes::Id, Without::As("format-without-file-name")),
    whole("revision", 1, u32::MAX, Without::Whole(1)),
    key("summary", TEXT, Without::Nothing),
    key(
        "language",
        Takes::Language,
        Without::Word(defaults::LANGUAGE),
    ),
    key("updated", Takes::Date, Without::Nothing),
    key("tags", NAMES, Without::Nothing),
    key("author", Takes::Table(&AUTHOR), Without::Nothing),
];
const HEADINGS: &[Key] = &[
    key("schedule", Takes::Table(&SCHEDULE), Without::Nothing),
    key("safety", Takes::Table(&SAFETY), Without::Nothing),
    key("defaults", Takes::Table(&DEFAULTS), Without::Nothing),
    key("group", Takes::Tables(&GROUP), Without::Nothing),
    key("exercise", Takes::Tables(&EXERCISE), Without::Refused),
    key(
        "figure",
        Takes::Named(&figure::keys::FIGURE),
        Without::Nothing,
    ),
];
const OF_AUTHOR: &[Key] = &[
    key("name", NAME, Without::Nothing),
    key("role", TEXT, Without::Nothing),
    key("clinic", TEXT, Without::Nothing),
    key("contact", TEXT, Without::Nothing),
];
const OF_SCHEDULE: &[Key] = &[
    whole("times_per_day", 1, 24, Without::As("format-without-times")),
    whole("max_per_day", 1, 24, Without::As("format-without-limit")),
    key(
        "days",
        Takes::Words(choices::DAYS.names),
        Without::As("format-without-days"),
    ),
    whole("days_per_week", 1, 7, Without::As("format-without-days")),
    whole("days_between", 0, 6, Without::Whole(0)),
    key("at", Takes::Times, Without::As("format-without-at")),
    key("review_on", Takes::Date, Without::Nothing),
    key(
        "first_day",
        Takes::Date,
        Without::As("format-without-first-day"),
    ),
    whole("weeks", 1, 104, Without::As("format-without-end")),
    key("last_day", Takes::Date, Without::As("format-without-end")),
    key("afterwards", TEXT, Without::As("format-without-afterwards")),
];
const OF_SAFETY: &[Key] = &[
    whole("pain_limit", 0, 10, Without::As("format-without-pain")),
    key("stop_if", TEXTS, Without::As("format-without-advice")),
    key("not_if", TEXTS, Without::As("format-without-advice")),
];
const OF_GROUP: &[Key] = &[
    key("name", NAME, Without::Refused),
    count("rounds", 100, defaults::ROUNDS),
    key(
        "rest_between_rounds",
        PAUSE,
        Without::Length(defaults::REST_BETWEEN_ROUNDS),
    ),
    whole("choose", 1, 200, Without::As("format-without-choose")),
];
const OF_EXERCISE: &[Key] = &[
    key("use", Takes::Exercise, Without::Nothing),
    key("name", NAME, Without::As("format-without-use")),
    key("id", Takes::Id, Without::As("format-without-name")),
    key(
        "position",
        Takes::Word(choices::POSITIONS.names),
        Without::Nothing,
    ),
    key("equipment", NAMES, Without::Nothing),
    key(
        "regions",
        Takes::Words(choices::REGIONS.names),
        Without::Nothing,
    ),
    key("instructions", TEXTS, Without::As("format-without-warning")),
    key("feel_it_in", TEXT, Without::Nothing),
    key("caution", TEXT, Without::Nothing),
    key("clinician_note", TEXT, Without::Nothing),
    key("easier", TEXT, Without::Nothing),
    key("harder", TEXT, Without::Nothing),
    key("optional", Takes::Flag, Without::No),
    key("group", NAME, Without::Nothing),
    key("source", Takes::Source, Without::Nothing),
    key("image", Takes::Image, Without::As("format-without-image")),
    key("image_alt", TEXT, Without::Nothing),
    key(
        "figure",
        Takes::Figure,
        Without::As("format-without-figure"),
    ),
    key("say", TEXT, Without::Nothing),
];
/// On which days and in which weeks it is done.
const OF_RHYTHM: &[Key] = &[
    whole("times_per_day", 1, 24, AS_SCHEDULED),
    key("days", Takes::Words(choices::DAYS.names), AS_SCHEDULED),
    whole("days_per_week", 1, 7, AS_SCHEDULED),
    whole("days_between", 0, 6, AS_SCHEDULED),
    whole("from_week", 2, 104, Without::As("format-without-from-week")),
    whole(
        "until_week",
        1,
        104,
        Without::As("format-without-until-week"),
    ),
];
const AS_SCHEDULED: Without = Without::As("format-without-schedule");
/// What of a dose belongs to one exercise alone.
const KIND: &[Key] = &[
    key(
        "kind",
        Takes::Word(choices::KINDS.names),
        Without::Word("hold"),
    ),
    key("time", WORK, Without::Length(defaults::TIME)),
    key("load", NAME, Without::Nothing),
];
/// What one side may have otherwise.
const SIDES: &[Key] = &[
    key(
        "left",
        Takes::Table(&LEFT),
        Without::As("format-without-side"),
    ),
    key(
        "right",
        Takes::Table(&RIGHT),
        Without::As("format-without-side"),
    ),
];
const HOLD: Key = key("hold", WORK, Without::Length(defaults::HOLD));
const REPS: Key = count("reps", 1_000, defaults::REPS);
const SETS: Key = count("sets", 100, defaults::SETS);
const DOSE: &[Key] = &[
    HOLD,
    REPS,
    SETS,
    key(
        "sides",
        Takes::Word(choices::SIDES.names),
        Without::Word("none"),
    ),
    key(
        "first_side",
        Takes::Word(Side::CHOICES.names),
        Without::Word("left"),
    ),
    key("prepare", PAUSE, Without::As("format-without-prepare")),
    key("rest", PAUSE, Without::Length(defaults::REST)),
    key("switch", PAUSE, Without::As("format-without-switch")),
    key(
        "rest_between_sets",
        PAUSE,
        Without::Length(defaults::REST_BETWEEN_SETS),
    ),
    key("rest_after", PAUSE, Without::Length(defaults::REST_AFTER)),
    key("pace", WORK, Without::Length(defaults::PACE)),
    key("tempo", Takes::Tempo, Without::Nothing),
    whole("countdown", 0, 60, Without::Whole(defaults::COUNTDOWN)),
    key(
        "halfway",
        Takes::Flag,
        Without::As("format-without-halfway"),
    ),
];
const STEPS: &[Key] = &[key("step", Takes::Tables(&STEP), Without::Nothing)];
const OF_STEP: &[Key] = &[
    whole("from_week", 2, 104, Without::Refused),
    key("hold", WORK, AS_BEFORE),
    count_as("reps", 1_000, AS_BEFORE),
    count_as("sets", 100, AS_BEFORE),
    key("time", WORK, AS_BEFORE),
    key("pace", WORK, AS_BEFORE),
    key("tempo", Takes::Tempo, AS_BEFORE),
    key("load", NAME, AS_BEFORE),
    key("left", Takes::Table(&LEFT), AS_BEFORE),
    key("right", Takes::Table(&RIGHT), AS_BEFORE),
];
const AS_BEFORE: Without = Without::As("format-without-step");
const DOSE_OF_SIDE: &[Key] = &[HOLD, REPS, SETS];
const MOMENTS: &[Key] = &[key("cue", Takes::Tables(&CUE), Without::Nothing)];
const OF_CUE: &[Key] = &[
    key("at", PAUSE, Without::Refused),
    key("say", TEXT, Without::Refused),
];
