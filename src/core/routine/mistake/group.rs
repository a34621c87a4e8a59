//! What can be wrong with exercises that belong together.

use super::Severity;
use crate::message::Message;
use crate::text::in_latin;

/// One thing that is wrong with exercises that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupFault {
    /// An exercise names a group that the file does not have.
    Unknown {
        name: String,
        /// One that it has, of a name like it.
        near: Option<String>,
    },
    /// Two groups of one name.
    NameTwice { name: String },
    /// An exercise that stands apart from the others of its group.
    Apart { name: String },
    /// Sets of an exercise of a circuit, whose rounds are its sets.
    SetsInCircuit,
    // Allowed, and probably not meant.
    /// A rest between sets in an exercise of a circuit.
    RestInCircuit,
    /// A rest between rounds of which there is one.
    RestWithoutRounds,
    /// A group that no exercise names.
    Empty { name: String },
    /// Rounds of a single exercise.
    OneExercise { name: String },
    /// A choice of as many exercises as there are, or of more.
    NothingToChoose { choose: u32, count: usize },
}

impl GroupFault {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Unknown { .. }
            | Self::NameTwice { .. }
            | Self::Apart { .. }
            | Self::SetsInCircuit => Severity::Error,
            Self::RestInCircuit
            | Self::RestWithoutRounds
            | Self::Empty { .. }
            | Self::OneExercise { .. }
            | Self::NothingToChoose { .. } => Severity::Warning,
        }
    }

    /// The key that is to be changed.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Unknown { .. } | Self::Apart { .. } => "group",
            Self::NameTwice { .. } | Self::Empty { .. } => "name",
            Self::SetsInCircuit => "sets",
            Self::RestInCircuit => "rest_between_sets",
            Self::RestWithoutRounds => "rest_between_rounds",
            Self::OneExercise { .. } => "rounds",
            Self::NothingToChoose { .. } => "choose",
        }
    }

    pub(super) fn message(&self) -> Message {
        let named = |id, name: &str| Message::new(id).with("name", name);
        match self {
            Self::Unknown { name, .. } => named("check-group-unknown", name),
            Self::NameTwice { name } => named("check-group-twice", name),
            Self::Apart { name } => named("check-group-apart", name),
            Self::SetsInCircuit => Message::new("check-sets-in-circuit"),
            Self::RestInCircuit => Message::new("check-rest-in-circuit"),
            Self::RestWithoutRounds => Message::new("check-rest-without-rounds"),
            Self::Empty { name } => named("check-group-empty", name),
            Self::OneExercise { name } => named("check-group-of-one", name),
            Self::NothingToChoose { choose, count } => Message::new("check-nothing-to-choose")
                .with("choose", *choose)
                .with("count", *count),
        }
    }

    pub(super) fn help(&self) -> Message {
        match self {
            Self::Unknown {
                name,
                near: Some(near),
            } if in_latin(name) == in_latin(near) => Message::new("check-two-alphabets-help"),
            Self::Unknown {
                near: Some(near), ..
            } => Message::new("check-not-one-of-help-near").with("near", near.as_str()),
            Self::Unknown { name, .. } => {
                Message::new("check-group-unknown-help").with("name", name.as_str())
            }
            Self::NameTwice { .. } => Message::new("check-group-twice-help"),
            Self::Apart { .. } => Message::new("check-group-apart-help"),
            Self::SetsInCircuit => Message::new("check-sets-in-circuit-help"),
            Self::RestInCircuit => Message::new("check-rest-in-circuit-help"),
            Self::RestWithoutRounds => Message::new("check-rest-without-rounds-help"),
            Self::Empty { name } => {
                Message::new("check-group-empty-help").with("name", name.as_str())
            }
            Self::OneExercise { .. } => Message::new("check-group-of-one-help"),
            Self::NothingToChoose { .. } => Message::new("check-nothing-to-choose-help"),
        }
    }
}
