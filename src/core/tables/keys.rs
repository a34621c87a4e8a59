//! What a format's keys are: one row for each, of routines and of figures alike.
//!
//! A format lists its keys in such rows (`routine::keys`, `figure::keys`). Its reader takes limits and
//! defaults from them, reports and help take the names, and the tables of the two reference pages are
//! held to them. What a key says is a text of its own: see [`Key::text`].

use std::time::Duration;

use crate::message::Message;

/// The keys that may stand below one heading.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// What the texts about its keys are named by.
    pub name: &'static str,
    /// As it is written in a file; empty for what stands before the first heading.
    pub heading: &'static str,
    /// The keys, in the parts in which the reference explains them.
    pub parts: &'static [&'static [Key]],
    /// The most used: they are offered for a key that is like none.
    pub most_used: &'static [&'static str],
}

/// One key of a format.
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
#[derive(Debug, PartialEq)]
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
    /// A whole number, or two with a "to" between them.
    Count { least: u32, most: u32 },
    /// A number.
    Number { least: f32, most: f32 },
    /// A list of so many numbers.
    Numbers { count: usize, least: f32, most: f32 },
    /// One number, or a list of so many.
    NumberOrNumbers { count: usize, least: f32, most: f32 },
    /// `true` or `false`.
    Flag,
    /// Whole seconds.
    Length { least: u64, most: u64 },
    /// The parts of a repetition.
    Tempo,
    /// A day.
    Date,
    /// Times of day.
    Times,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A list of some of a few words.
    Words(&'static [&'static str]),
    /// Where something is: a point, or a place on a part of the body or on a thing.
    Place,
    /// A list of places.
    Places,
    /// The name of a pose.
    Pose,
    /// A list of names of poses.
    Poses,
    /// One group of keys.
    Table(&'static Group),
    /// One or more groups of keys.
    Tables(&'static Group),
    /// Groups of keys by names that the author gives.
    Named(&'static Group),
}

/// No limit is ever not a number.
impl Eq for Takes {}

/// What counts where a file leaves a key out.
#[derive(Debug, PartialEq)]
pub enum Without {
    /// The file can't be used.
    Refused,
    /// Nothing.
    Nothing,
    /// This whole number.
    Whole(u32),
    /// This number.
    Number(f32),
    /// This length of time.
    Length(Duration),
    /// This word or text.
    Word(&'static str),
    /// No.
    No,
    /// What the text of this name says.
    As(&'static str),
}

/// No default is ever not a number.
impl Eq for Without {}

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
}

impl Key {
    /// A row.
    pub(crate) const fn new(name: &'static str, takes: Takes, without: Without) -> Self {
        Self {
            name,
            takes,
            without,
        }
    }

    /// The id of the text that explains the key, in a group of keys.
    pub fn text(&self, group: &Group) -> String {
        let name = format!("format-{}-{}", group.name, self.name);
        name.replace('_', "-")
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

    /// What a report on a value of another kind calls it.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Format | Self::Whole { .. } => Kind::Whole,
            Self::Count { .. } => Kind::Count,
            Self::Number { .. } => Kind::Number,
            Self::Numbers { count, .. } => Kind::Numbers(*count),
            Self::NumberOrNumbers { count, .. } => Kind::NumberOrNumbers(*count),
            Self::Flag => Kind::Flag,
            Self::Length { .. } => Kind::Duration,
            Self::Date => Kind::Date,
            Self::Texts { .. } | Self::Words(_) | Self::Times | Self::Places | Self::Poses => {
                Kind::List
            }
            Self::Place => Kind::Place,
            Self::Table(_) | Self::Named(_) => Kind::Table,
            Self::Tables(_) => Kind::Tables,
            Self::Text { .. }
            | Self::Id
            | Self::Language
            | Self::Figure
            | Self::Exercise
            | Self::Image
            | Self::Source
            | Self::Pose
            | Self::Tempo
            | Self::Word(_) => Kind::Text,
        }
    }
}

/// What a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    List,
    Whole,
    /// A whole number, or from a lower to an upper one.
    Count,
    Number,
    /// A list of so many.
    Numbers(usize),
    NumberOrNumbers(usize),
    Flag,
    Duration,
    Date,
    Table,
    Tables,
    /// A point, or a table that says what it lies on.
    Place,
}

impl Kind {
    /// What a report calls it.
    pub(crate) fn name(self) -> Message {
        let say = Message::new;
        match self {
            Self::Text => say("check-kind-text"),
            Self::List => say("check-kind-texts"),
            Self::Whole => say("check-kind-whole"),
            Self::Count => say("check-kind-count"),
            Self::Number => say("check-figure-kind-number"),
            Self::Numbers(count) => say("check-figure-kind-numbers").with("count", count),
            Self::NumberOrNumbers(count) => {
                say("check-figure-kind-number-or-numbers").with("count", count)
            }
            Self::Flag => say("check-kind-flag"),
            Self::Duration => say("check-kind-duration"),
            Self::Date => say("check-kind-date"),
            Self::Table => say("check-kind-table"),
            Self::Tables => say("check-kind-tables"),
            Self::Place => say("check-figure-kind-place"),
        }
    }
}
