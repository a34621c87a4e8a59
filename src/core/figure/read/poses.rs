//! Poses: the trunk and the four limbs.

use std::ops::RangeInclusive;

use super::check::Places;
use super::limbs::{find, limb_keys};
use super::numbers::{Table, Value};
use super::props;
use crate::figure::body::{
    Bend, HIP_BREADTH, Hand, Limb, LimbName, Pose, Reach, Root, SHOULDER_BREADTH, Target, Trunk,
    View,
};
use crate::figure::fault::Fault;
use crate::figure::keys;
use crate::figure::props::Prop;
use crate::text::shown;

const MOST_POSES: usize = 8;
/// A limb that is solved can't swing past the line of sight.
const SOLVED_SHORTENING: RangeInclusive<f32> = 0.05..=1.0;

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
        found?.1.table(&keys::POSE)
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
        .filter_map(|(name, value)| Some((name, value.table(&keys::POSE)?)))
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
        let number = |key: &'static str, or: f32| {
            get(&[key])
                .and_then(|(_, value)| value.number())
                .unwrap_or(or)
        };
        let at = root.point()?;
        let spine = spine.one_or_each::<3>()?;
        let side = self.view == View::Side;
        let breadth = |full: f32| if side { 0.0 } else { full };
        let turn = match self.view {
            View::Side => 90.0,
            View::Front | View::Top => 0.0,
            View::Back => 180.0,
        };
        let neck = number("neck", spine[2]);
        let shrug = get(&["shrug"])
            .and_then(|(_, value)| value.numbers())
            .unwrap_or([0.0; 2]);
        let mut trunk = Trunk {
            root: Root::Hip(at),
            spine,
            tall: number("tall", own.without("tall")),
            neck,
            head: number("head", neck),
            turn: number("turn", turn),
            shoulders: number("shoulders", breadth(SHOULDER_BREADTH)),
            hips: number("hips", breadth(HIP_BREADTH)),
            shrug,
            belly: number("belly", own.without("belly")),
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
        let (group, upper, lower, pin, joint, end) = if name.is_arm() {
            (&keys::ARM, "upper", "fore", "hand", "elbow", "palm")
        } else {
            (&keys::LEG, "thigh", "shin", "ankle", "knee", "foot")
        };
        let table = value.table(group)?;
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
            let angle = |key| table.need(key)?.number();
            Reach::Angles([angle(upper)?, angle(lower)?])
        };
        let short = table.value("short").and_then(|value| match reach {
            Reach::Angles(_) => value.numbers(),
            Reach::Pinned { .. } => value.numbers_within(SOLVED_SHORTENING),
        });
        let short = short.unwrap_or([1.0; 3]);
        // A hand that is pinned to something holds it.
        let holds = matches!(
            &reach,
            Reach::Pinned {
                to: Target::On { .. },
                ..
            }
        );
        let hand = Hand {
            fingers: table.number("fingers"),
            thumb: table.number("thumb"),
            curl: table.number_or("curl", if holds { 0.8 } else { 0.0 }),
            flat: table.number("flat"),
            spread: table.number("spread"),
        };
        let end = table.value(end).and_then(Value::number);
        Some(Limb {
            reach,
            end,
            short,
            hand,
        })
    }
}
