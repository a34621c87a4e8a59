//! The keys that take one of a few words, and what each word means.

use jiff::civil::Weekday;

use super::{Position, Region, Sides};
use crate::tables::Choices;

pub(super) const DAYS: Choices<Weekday> = Choices {
    names: &["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    values: &[
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ],
};

pub(super) const KINDS: Choices<DoseKind> = Choices {
    names: &["hold", "reps", "time", "open"],
    values: &[
        DoseKind::Hold,
        DoseKind::Reps,
        DoseKind::Time,
        DoseKind::Open,
    ],
};
pub(super) const SIDES: Choices<Sides> = Choices {
    names: &["none", "left", "right", "each", "alternate"],
    values: &[
        Sides::None,
        Sides::Left,
        Sides::Right,
        Sides::Each,
        Sides::Alternate,
    ],
};
pub(super) const POSITIONS: Choices<Position> = Choices {
    names: &["floor", "seated", "standing"],
    values: &[Position::Floor, Position::Seated, Position::Standing],
};

pub(super) const REGIONS: Choices<Region> = Choices {
    names: Region::WORDS,
    values: Region::ALL,
};

/// The word in `kind`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DoseKind {
    Hold,
    Reps,
    Time,
    Open,
}
