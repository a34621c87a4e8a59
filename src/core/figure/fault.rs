//! What can be wrong with a figure's data, and its words.

use crate::message::{List, Message};
use crate::tables::{Finding, Group, Key, Kind};
use crate::text::{nearest, shown};

/// What a mistake is. Texts from the file are stored as [`crate::text::shown`] gives them.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The text is longer than a figure's may be.
    TooLarge {
        /// In bytes.
        limit: usize,
    },
    /// A key that does not belong where it is.
    KeyUnknown {
        key: String,
        /// Where it is written.
        group: &'static Group,
    },
    /// A key that is needed is not there.
    KeyMissing { key: &'static str },
    /// A value of another kind than the key takes.
    WrongKind { wanted: Kind },
    /// A text that is none of the few that fit.
    NotOneOf {
        text: String,
        choices: &'static [&'static str],
    },
    /// A number too low or too high.
    OutOfRange { least: f32, most: f32 },
    /// What is shown of it has no width or no height: the right or the upper edge comes first.
    FrameEmpty,
    /// A list, or the poses, of more than this.
    TooMany { limit: usize },
    /// A name that a pose can't have.
    PoseName { name: String },
    /// The name of a pose that the figure does not have.
    PoseAbsent { name: String },
    /// A place on a prop of which there is none before it in the file.
    PropAbsent {
        kind: &'static str,
        /// What stands between the brackets of a prop's heading in this file.
        heading: String,
    },
    /// A place on a prop that is held, and has no place of its own.
    PropHeld { kind: &'static str },
    /// A part that the order names more than once.
    Twice { part: &'static str },
    /// A part that the order does not name.
    NotOrdered { part: &'static str },
    /// A key that goes with one way of giving a limb, beside the other way.
    Mixed {
        key: &'static str,
        with: &'static str,
        not: &'static str,
    },
    /// The body hangs on a knee whose thigh has no angle.
    KneeNeedsAngles,
    /// Limbs are pinned to each other in a circle.
    Circle,
    /// A limb is too short for what it is pinned to.
    OutOfReach {
        pose: String,
        limb: &'static str,
        /// In torsos.
        by: f32,
    },
    /// A part is drawn below the floor.
    BelowFloor {
        pose: String,
        part: &'static str,
        /// In torsos.
        by: f32,
    },
}

/// No number of a mistake is ever not a number.
impl Eq for Fault {}

impl Finding for Fault {
    fn key_unknown(key: &str, group: &'static Group) -> Self {
        Self::KeyUnknown {
            key: shown(key),
            group,
        }
    }

    fn key_missing(key: &'static str) -> Self {
        Self::KeyMissing { key }
    }

    fn wrong_kind(_: &'static Key, wanted: Kind, _: &str) -> Self {
        Self::WrongKind { wanted }
    }

    fn not_one_of(key: &'static Key, text: &str) -> Self {
        Self::NotOneOf {
            text: shown(text),
            choices: key.takes.words(),
        }
    }

    fn is_warning(&self) -> bool {
        false
    }
}

impl Fault {
    /// The same of a figure that stands below a heading of its file.
    #[must_use]
    pub fn below(self, above: &str) -> Self {
        match self {
            Self::PropAbsent { kind, heading } => Self::PropAbsent {
                kind,
                heading: format!("{above}.{heading}"),
            },
            fault => fault,
        }
    }

    /// What is wrong, and why.
    pub fn message(&self) -> Message {
        let say = Message::new;
        match self {
            Self::TooLarge { limit } => say("check-figure-too-large").with("limit", limit / 1024),
            Self::KeyUnknown { key, .. } => say("check-key-unknown").with("key", key.as_str()),
            Self::KeyMissing { key } => say("check-key-missing").with("key", *key),
            Self::WrongKind { wanted } => {
                say("check-figure-wrong-kind").with("wanted", wanted.name())
            }
            Self::NotOneOf { text, .. } => say("check-figure-word").with("text", text.as_str()),
            Self::OutOfRange { least, most } => say("check-figure-number-range")
                .with("least", least.to_string())
                .with("most", most.to_string()),
            Self::FrameEmpty => say("check-figure-frame"),
            Self::TooMany { limit } => say("check-figure-too-many").with("limit", *limit),
            Self::PoseName { name } => say("check-figure-pose-name").with("name", name.as_str()),
            Self::PoseAbsent { name } => {
                say("check-figure-pose-absent").with("name", name.as_str())
            }
            Self::PropAbsent { kind, .. } => say("check-figure-prop-absent").with("kind", *kind),
            Self::PropHeld { kind } => say("check-figure-prop-held").with("kind", *kind),
            Self::Twice { part } => say("check-figure-part-twice").with("part", *part),
            Self::NotOrdered { part } => say("check-figure-part-missing").with("part", *part),
            Self::Mixed { key, with, not } => say("check-figure-mixed")
                .with("key", *key)
                .with("with", *with)
                .with("not", *not),
            Self::KneeNeedsAngles => say("check-figure-knee"),
            Self::Circle => say("check-figure-circle"),
            Self::OutOfReach { pose, limb, by } => say("check-figure-reach")
                .with("pose", pose.as_str())
                .with("limb", *limb)
                .with("by", hundredths(*by)),
            Self::BelowFloor { pose, part, by } => say("check-figure-floor")
                .with("pose", pose.as_str())
                .with("part", *part)
                .with("by", hundredths(*by)),
        }
    }

    /// Whether it is certain only when every line of the file could be read.
    pub fn depends_on_other_lines(&self) -> bool {
        match self {
            Self::KeyUnknown { .. }
            | Self::WrongKind { .. }
            | Self::NotOneOf { .. }
            | Self::OutOfRange { .. }
            | Self::FrameEmpty
            | Self::PoseName { .. }
            | Self::TooLarge { .. }
            | Self::TooMany { .. }
            | Self::Twice { .. }
            | Self::NotOrdered { .. }
            | Self::PropHeld { .. } => false,
            Self::KeyMissing { .. }
            | Self::PoseAbsent { .. }
            | Self::PropAbsent { .. }
            | Self::Mixed { .. }
            | Self::KneeNeedsAngles
            | Self::Circle
            | Self::OutOfReach { .. }
            | Self::BelowFloor { .. } => true,
        }
    }

    /// How to fix it, where that is not plain from what is wrong.
    pub fn help(&self) -> Option<Message> {
        let say = Message::new;
        Some(match self {
            Self::KeyUnknown { key, group } => match nearest(key, &group.names()) {
                Some(near) => say("check-key-unknown-help-near").with("near", near),
                None => {
                    say("check-figure-key-help-list").with("known", List::Parts.of(group.names()))
                }
            },
            Self::KeyMissing { key } => say("check-key-missing-help").with("key", *key),
            Self::NotOneOf { text, choices } => match nearest(text, choices) {
                Some(near) => say("check-not-one-of-help-near").with("near", near),
                None => say("check-not-one-of-help-list")
                    .with("choices", List::Or.of(choices.iter().copied())),
            },
            Self::PropAbsent { kind, heading } => say("check-figure-prop-absent-help")
                .with("kind", *kind)
                .with("heading", heading.as_str()),
            Self::PropHeld { .. } => say("check-figure-prop-held-help"),
            Self::Twice { .. } | Self::NotOrdered { .. } => say("check-figure-order-help"),
            Self::Circle => say("check-figure-circle-help"),
            Self::OutOfReach { .. } => say("check-figure-reach-help"),
            Self::BelowFloor { .. } => say("check-figure-floor-help"),
            Self::WrongKind {
                wanted: Kind::Table,
            } => say("check-figure-table-help"),
            Self::TooLarge { .. }
            | Self::WrongKind { .. }
            | Self::OutOfRange { .. }
            | Self::FrameEmpty
            | Self::TooMany { .. }
            | Self::PoseName { .. }
            | Self::PoseAbsent { .. }
            | Self::Mixed { .. }
            | Self::KneeNeedsAngles => return None,
        })
    }
}

fn hundredths(length: f32) -> String {
    format!("{length:.2}")
}
