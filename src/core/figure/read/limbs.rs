//! Where a file speaks of a part of a pose.

use super::numbers::{Table, Value};
use crate::figure::body::LimbName;

/// A limb's own key, and the one for both limbs of its kind.
pub(super) fn limb_keys(name: LimbName) -> [&'static str; 2] {
    match name {
        LimbName::LeftArm => ["left_arm", "arms"],
        LimbName::RightArm => ["right_arm", "arms"],
        LimbName::LeftLeg => ["left_leg", "legs"],
        LimbName::RightLeg => ["right_leg", "legs"],
    }
}

/// The first of the keys that is in the pose's own table, else in the ones before it, and its value.
pub(super) fn find<'a>(
    own: &Table<'a>,
    before: &[&Table<'a>],
    keys: &[&'static str],
) -> Option<(&'static str, Value<'a>)> {
    let value = |table: &Table<'a>| keys.iter().find_map(|&key| Some((key, table.value(key)?)));
    value(own).or_else(|| before.iter().copied().find_map(value))
}
