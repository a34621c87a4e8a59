//! Left and right, as the person has them.

use serde::{Deserialize, Serialize};

use crate::tables::Choices;

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Left,
    Right,
}

impl Side {
    pub(crate) const CHOICES: Choices<Self> = Choices {
        names: &["left", "right"],
        values: &[Self::Left, Self::Right],
    };

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}
