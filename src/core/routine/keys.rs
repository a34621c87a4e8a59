//! The format's keys: what each takes and what counts without it.
//!
//! The one list of them. The reader takes limits from it, the checks and the help the names, and the
//! tables of `routines/README.md` are held to it. What a key says is a text of its own: see [`Key::text`].

use std::time::Duration;

use super::text::{LONGEST_NAME, LONGEST_TEXT};
use super::{choices, defaults};
use crate::side::Side;
use crate::tables::Kind;

/// The keys that may stand below one heading.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// As it is written in a file; empty for what stands before the first heading.
    pub heading: &'static str,
    /// The keys, in the parts in which the reference explains them.
    pub parts: &'static [&'static [Key]],
    /// The most used: they are offered for a key that is like none.
    pub most_used: &'static [&'static str],
}

/// One key of the format.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What stands behind its equals sign.
    pub takes: Takes,
    /// What counts where a file leaves it out.
    pub without: Without,
}

/// What a key takes.
#[derive(Debug, PartialEq, Eq)]
pub enum Takes {
    /// The number of the format.
    Format,
    /// A text of so many characters at most.
    Text { longest: usize },
    /// A list of them.
    Texts { longest: usize },
    /// Letters, digits and hyphens.
    Id,
    /// A BCP 47 tag.
    Language,
    /// The name of a figure.
    Figure,
    /// The id of an exercise that comes with Supple.
    Exercise,
    /// The path of a picture.
    Image,
    /// Words, or an https address.
    Source,
    /// A whole number.
    Whole { least: u32, most: u32 },
    /// `true` or `false`.
    Flag,
    /// Whole seconds.
    Length { least: u64, most: u64 },
    /// A day.
    Date,
    /// Times of day.
    Times,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A list of some of a few words.
    Words(&'static [&'static str]),
    /// One group of keys.
    Table(&'static Group),
    /// One or more groups of keys.
    Tables(&'static Group),
    /// Figures by name; their keys are those of `assets/figures/README.md`.
    Figures,
}

/// What counts where a file leaves a key out.
#[derive(Debug, PartialEq, Eq)]
pub enum Without {
    /// The file can't be used.
    Refused,
    /// Nothing.
    Nothing,
    /// This number.
    Number(u32),
    /// This length of time.
    Length(Duration),
    /// This word or text.
    Word(&'static str),
    /// No.
    No,
    /// What the text of this name says.
    As(&'static str),
}

impl Group {
    /// All keys, in the order of the reference.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> {
        self.parts.iter().copied().flatten()
    }

    /// The key of a name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys().find(|key| key.name == name)
    }

    /// The names of all keys.
    pub fn names(&self) -> Vec<&'static str> {
        self.keys().map(|key| key.name).collect()
    }

    /// The name of a text about the group or a key of it, from its heading.
    fn word(&self) -> &'static str {
        let word = self.heading.trim_matches(['[', ']']);
        if word.is_empty() { "routine" } else { word }
    }
}

impl Key {
    /// The id of the text that explains the key, in a group of keys.
    pub fn text(&self, group: &Group) -> String {
        let group = match group.word() {
            // A default says what the exercise's own key says.
            "defaults" => "exercise",
            word => word,
        };
        let name = format!("format-{group}-{}", self.name);
        name.replace(['_', '.'], "-")
    }
}

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
    /// The words that it chooses from; none where it takes anything else.
    pub fn words(&self) -> &'static [&'static str] {
        match self {
            Self::Word(words) | Self::Words(words) => words,
            _ => &[],
        }
    }

    /// How many characters a text of it may have.
    pub fn longest(&self) -> usize {
        match self {
            Self::Text { longest } | Self::Texts { longest } => *longest,
            Self::Image | Self::Source => LONGEST_TEXT,
            _ => LONGEST_NAME,
        }
    }

    /// What a report on a value of another kind calls it.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Format | Self::Whole { .. } => Kind::Whole,
            Self::Flag => Kind::Flag,
            Self::Length { .. } => Kind::Duration,
            Self::Date => Kind::Date,
            Self::Texts { .. } | Self::Words(_) | Self::Times => Kind::List,
            Self::Table(_) | Self::Figures => Kind::Table,
            Self::Tables(_) => Kind::Tables,
            Self::Text { .. }
            | Self::Id
            | Self::Language
            | Self::Figure
            | Self::Exercise
            | Self::Image
            | Self::Source
            | Self::Word(_) => Kind::Text,
        }
    }
}

/// All groups. Where a key may stand in several, the first is the likeliest place.
pub static GROUPS: [&Group; 7] = [
    &EXERCISE, &SCHEDULE, &SAFETY, &ROUTINE, &AUTHOR, &CUE, &DEFAULTS,
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
pub(super) fn below<'a>(
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
    Key {
        name,
        takes,
        without,
    }
}

const fn whole(name: &'static str, least: u32, most: u32, without: Without) -> Key {
    key(name, Takes::Whole { least, most }, without)
}

/// The keys before the first heading.
pub static ROUTINE: Group = Group {
    heading: "",
    parts: &[OF_ROUTINE, HEADINGS],
    most_used: &[
        "format", "title", "summary", "schedule", "safety", "exercise",
    ],
};
/// The keys of the author.
pub static AUTHOR: Group = Group {
    heading: "[author]",
    parts: &[OF_AUTHOR],
    most_used: &["name", "role", "clinic", "contact"],
};
/// The keys of the schedule.
pub static SCHEDULE: Group = Group {
    heading: "[schedule]",
    parts: &[OF_SCHEDULE],
    most_used: &["times_per_day", "max_per_day", "days", "at", "review_on"],
};
/// The keys of when to stop.
pub static SAFETY: Group = Group {
    heading: "[safety]",
    parts: &[OF_SAFETY],
    most_used: &["pain_limit", "stop_if", "not_if"],
};
/// The keys that count for every exercise.
pub static DEFAULTS: Group = Group {
    heading: "[defaults]",
    parts: &[DOSE],
    most_used: &["hold", "reps", "sets", "sides", "first_side", "prepare"],
};
/// The keys of an exercise.
pub static EXERCISE: Group = Group {
    heading: "[[exercise]]",
    parts: &[OF_EXERCISE, KIND, DOSE, MOMENTS],
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
    heading: "[[exercise.cue]]",
    parts: &[OF_CUE],
    most_used: &["at", "say"],
};

const OF_ROUTINE: &[Key] = &[
    key("format", Takes::Format, Without::Refused),
    key("title", NAME, Without::Refused),
    key("id", Takes::Id, Without::As("format-without-file-name")),
    whole("revision", 1, u32::MAX, Without::Number(1)),
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
    key("exercise", Takes::Tables(&EXERCISE), Without::Refused),
    key("figure", Takes::Figures, Without::Nothing),
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
    key("at", Takes::Times, Without::As("format-without-at")),
    key("review_on", Takes::Date, Without::Nothing),
];
const OF_SAFETY: &[Key] = &[
    whole("pain_limit", 0, 10, Without::As("format-without-pain")),
    key("stop_if", TEXTS, Without::As("format-without-advice")),
    key("not_if", TEXTS, Without::As("format-without-advice")),
];
const OF_EXERCISE: &[Key] = &[
    key("name", NAME, Without::As("format-without-use")),
    key("id", Takes::Id, Without::As("format-without-name")),
    key("use", Takes::Exercise, Without::Nothing),
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
const KIND: &[Key] = &[key(
    "kind",
    Takes::Word(choices::KINDS.names),
    Without::Word("hold"),
)];
const DOSE: &[Key] = &[
    key("hold", WORK, Without::Length(defaults::HOLD)),
    whole("reps", 1, 1_000, Without::Number(defaults::REPS)),
    whole("sets", 1, 100, Without::Number(defaults::SETS)),
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
    whole("countdown", 0, 60, Without::Number(defaults::COUNTDOWN)),
    key(
        "halfway",
        Takes::Flag,
        Without::As("format-without-halfway"),
    ),
];
const MOMENTS: &[Key] = &[key("cue", Takes::Tables(&CUE), Without::Nothing)];
const OF_CUE: &[Key] = &[
    key("at", PAUSE, Without::Refused),
    key("say", TEXT, Without::Refused),
];
