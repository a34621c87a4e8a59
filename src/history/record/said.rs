//! What a person says of a session later.

use serde::{Deserialize, Deserializer, Serialize};

/// The greatest pain on the scale, which begins with 0.
pub(in crate::history) const MOST_PAIN: u8 = 10;

/// What is to be read in the place of what is on record of a session. What is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// 0 to 10.
    #[serde(
        default,
        deserialize_with = "now",
        skip_serializing_if = "Option::is_none"
    )]
    pub pain_before: Option<Now<u8>>,
    /// 0 to 10.
    #[serde(
        default,
        deserialize_with = "now",
        skip_serializing_if = "Option::is_none"
    )]
    pub pain_after: Option<Now<u8>>,
    /// In the person's own words.
    #[serde(
        default,
        deserialize_with = "now",
        skip_serializing_if = "Option::is_none"
    )]
    pub note: Option<Now<String>>,
    /// Why the session counts for nothing, or that it counts.
    #[serde(
        default,
        deserialize_with = "now",
        skip_serializing_if = "Option::is_none"
    )]
    pub not_counted: Option<Now<NotCounted>>,
}

/// What counts from now on; `None` takes back what did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Now<T>(pub Option<T>);

/// Why a session counts for nothing. It stays in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// It ran, and nobody did it.
    NotDone,
    /// Somebody else did it.
    NotMine,
}

/// Why a person left something of a session out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    NoTime,
    TooHard,
    Hurts,
    DidNotKnowHow,
    Other,
}

impl WhyLeftOut {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::NoTime,
        Self::TooHard,
        Self::Hurts,
        Self::DidNotKnowHow,
        Self::Other,
    ];
}

impl Correction {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A key that is there with `null` says that what was there counts no more.
fn now<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Now<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(|it| Some(Now(it)))
}
