//! Poses: the trunk and the four limbs.

use std::ops::RangeInclusive;

use super::check::Places;
use super::keys::{find, limb_keys};
use super::numbers::{Table, Value};
use super::{COORDINATES, props};
use crate::figure::body::{
    Bend, HIP_BREADTH, Hand, Limb, LimbName, Pose, Reach, Root, SHOULDER_BREADTH, Target, Trunk,
    View,
};
use crate::figure::fault::Fault;
use crate::figure::props::Prop;
use crate::text::shown;

const MOST_POSES: usize = 8;
pub(super) const ANGLES: RangeInclusive<f32> = -720.0..=720.0;
/// Below 0 for a part that has swung past the line of sight. A limb that is solved can't.
const SHORTENING: RangeInclusive<f32> = -1.0..=1.0;
const SOLVED_SHORTENING: RangeInclusive<f32> = 0.05..=1.0;
const PARTLY: RangeInclusive<f32> = 0.0..=1.0;
pub(super) const POSE_KEYS: &[&str] = &[
    "hip",
    "knee",
    "spine",
    "tall",
    "neck",
    "head",
    "turn",
    "shoulders",
    "hips",
    "shrug",
    "belly",
    "arms",
    "legs",
    "left_arm",
    "right_arm",
    "left_leg",
    "right_leg",
];
pub(super) const ARM_KEYS: &[&str] = &[
    "upper", "fore", "hand", "elbow", "palm", "short", "fingers", "thumb", "curl", "flat", "spread",
];
pub(super) const LEG_KEYS: &[&str] = &["thigh", "shin", "ankle", "knee", "foot", "short"];

/// The poses by name, `rest` and `hold` first, and where the file says what about them.
pub(super) struct Poses {
    pub(super) named: Vec<(String, Pose)>,
    pub(super) places: Places,
}

pub(super) fn poses(table: &Table, view: View, props: &[Prop]) -> Option<Poses> {
    let all = table.need("pose")?;
    let named = all.named()?;
    if named.len() > MOST_POSES {
        all.note(Fault::TooMany { limit: MOST_POSES });
        return None;
    }
    for (name, value) in &named {
        let name = name.get_ref();
        let plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if name.is_empty() || !name.chars().all(plain) {
            value.note(Fault::PoseName { name: shown(name) });
        }
    }
    let needed = |name: &'static str| {
        let found = named.iter().find(|(other, _)| other.get_ref() == name);
        if found.is_none() {
            all.note(Fault::KeyMissing { key: name });
        }
        found?.1.table(POSE_KEYS)
    };
    let rest_table = needed("rest")?;
    let hold_table = needed("hold")?;
    let reader = PoseReader { view, props };
    let mut places = Places::default();
    let rest = reader.pose(&rest_table, &[])?;
    places.add("rest", &rest_table, &[]);
    let mut result = vec![("rest".to_owned(), rest)];
    let later = named
        .iter()
        .map(|(name, value)| (name.get_ref().as_ref(), value))
        .filter(|(name, _)| !matches!(*name, "rest" | "hold"))
        .filter_map(|(name, value)| Some((name, value.table(POSE_KEYS)?)))
        .collect::<Vec<_>>();
    for (name, table) in std::iter::once(("hold", hold_table)).chain(later) {
        // What a pose does not say is as at rest.
        let pose = reader.pose(&table, &[&rest_table])?;
        places.add(name, &table, &[&rest_table]);
        result.push((name.to_owned(), pose));
    }
    Some(Poses {
        named: result,
        places,
    })
}

struct PoseReader<'a> {
    view: View,
    props: &'a [Prop],
}

impl PoseReader<'_> {
    /// A pose from its own table, and for what that does not say from the ones before it.
    fn pose(&self, own: &Table, before: &[&Table]) -> Option<Pose> {
        let get = |keys: &[&'static str]| find(own, before, keys);
        let Some((root_key, root)) = get(&["hip", "knee"]) else {
            own.need("hip");
            return None;
        };
        let Some((_, spine)) = get(&["spine"]) else {
            own.need("spine");
            return None;
        };
        let number = |key: &'static str, range, or: f32| {
            get(&[key])
                .and_then(|(_, value)| value.number(range))
                .unwrap_or(or)
        };
        let at = root.point(COORDINATES)?;
        let spine = spine.one_or_each::<3>(ANGLES)?;
        let side = self.view == View::Side;
        let breadth = |full: f32| if side { 0.0 } else { full };
        let turn = match self.view {
            View::Side => 90.0,
            View::Front | View::Top => 0.0,
            View::Back => 180.0,
        };
        let neck = number("neck", ANGLES, spine[2]);
        let shrug = get(&["shrug"])
            .and_then(|(_, value)| value.numbers(-0.4..=0.4))
            .unwrap_or([0.0; 2]);
        let mut trunk = Trunk {
            root: Root::Hip(at),
            spine,
            tall: number("tall", 0.3..=1.0, 1.0),
            neck,
            head: number("head", ANGLES, neck),
            turn: number("turn", -180.0..=180.0, turn),
            shoulders: number("shoulders", -0.4..=0.4, breadth(SHOULDER_BREADTH)),
            hips: number("hips", 0.0..=0.4, breadth(HIP_BREADTH)),
            shrug,
            belly: number("belly", -0.1..=0.2, 0.0),
        };
        let mut limbs = Vec::new();
        for name in LimbName::ALL {
            let keys = limb_keys(name);
            let Some((_, value)) = get(&keys) else {
                own.need(keys[0]);
                return None;
            };
            limbs.push(self.limb(name, value)?);
        }
        let limbs: [Limb; 4] = limbs.try_into().ok()?;
        if root_key == "knee" {
            trunk.root = match limbs[LimbName::RightLeg as usize].reach {
                Reach::Angles([thigh, _]) if self.view == View::Side => Root::Knee { at, thigh },
                _ => {
                    root.note(Fault::KneeNeedsAngles);
                    return None;
                }
            };
        }
        Some(Pose {
            trunk,
            limbs,
            settled: [[0.0; 3]; 4],
        })
    }

    fn limb(&self, name: LimbName, value: Value) -> Option<Limb> {
        let (known, upper, lower, pin, joint, end) = if name.is_arm() {
            (ARM_KEYS, "upper", "fore", "hand", "elbow", "palm")
        } else {
            (LEG_KEYS, "thigh", "shin", "ankle", "knee", "foot")
        };
        let table = value.table(known)?;
        let reach = if let Some(place) = table.value(pin) {
            for key in [upper, lower] {
                if let Some(value) = table.value(key) {
                    let fault = Fault::Mixed {
                        key,
                        with: lower,
                        not: pin,
                    };
                    value.note(fault);
                }
            }
            let bend = table.need(joint)?.word(&Bend::CHOICES)?;
            Reach::Pinned {
                to: props::target(place, self.props)?,
                bend,
            }
        } else {
            if let Some(value) = table.value(joint) {
                let fault = Fault::Mixed {
                    key: joint,
                    with: pin,
                    not: upper,
                };
                value.note(fault);
            }
            let angle = |key| table.need(key)?.number(ANGLES);
            Reach::Angles([angle(upper)?, angle(lower)?])
        };
        let range = match reach {
            Reach::Angles(_) => SHORTENING,
            Reach::Pinned { .. } => SOLVED_SHORTENING,
        };
        let short = table
            .value("short")
            .and_then(|value| value.numbers(range))
            .unwrap_or([1.0; 3]);
        let open = Hand::OPEN;
        // A hand that is pinned to something holds it.
        let holds = matches!(
            &reach,
            Reach::Pinned {
                to: Target::On { .. },
                ..
            }
        );
        let hand = Hand {
            fingers: table.number_or("fingers", ANGLES, open.fingers),
            thumb: table.number_or("thumb", ANGLES, open.thumb),
            curl: table.number_or("curl", PARTLY, if holds { 0.8 } else { 0.0 }),
            flat: table.number_or("flat", PARTLY, open.flat),
            spread: table.number_or("spread", 0.0..=40.0, open.spread),
        };
        let end = table.value(end).and_then(|value| value.number(ANGLES));
        Some(Limb {
            reach,
            end,
            short,
            hand,
        })
    }
}
