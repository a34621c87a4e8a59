//! Poses: the trunk and the four limbs.

use std::ops::RangeInclusive;

use super::check::Places;
use super::keys::{find, limb_keys};
use super::value::{Report, Table, Value};
use super::{COORDINATES, props};
use crate::figure::body::{
    Bend, HIP_BREADTH, Hand, Limb, LimbName, Pose, Reach, Root, SHOULDER_BREADTH, Target, Trunk,
    View,
};
use crate::figure::fault::{Fault, shown};
use crate::figure::props::Prop;

const MOST_POSES: usize = 8;
pub(super) const ANGLES: RangeInclusive<f32> = -720.0..=720.0;
/// Below 0 for a part that has swung past the line of sight. A limb that is solved can't.
const SHORTENING: RangeInclusive<f32> = -1.0..=1.0;
const SOLVED_SHORTENING: RangeInclusive<f32> = 0.05..=1.0;
const PARTLY: RangeInclusive<f32> = 0.0..=1.0;
const POSE_KEYS: &[&str] = &[
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
const ARM_KEYS: &[&str] = &[
    "upper", "fore", "hand", "elbow", "palm", "short", "fingers", "thumb", "curl", "flat", "spread",
];
const LEG_KEYS: &[&str] = &["thigh", "shin", "ankle", "knee", "foot", "short"];

/// The poses by name, `rest` and `hold` first, and where the file says what about them.
pub(super) struct Poses {
    pub(super) named: Vec<(String, Pose)>,
    pub(super) places: Places,
}

pub(super) fn poses(
    table: &Table,
    view: View,
    props: &[Prop],
    report: &mut Report,
) -> Option<Poses> {
    let all = table.need("pose", report)?.table(report)?;
    let named: Vec<(&str, Value)> = all.iter().collect();
    if named.len() > MOST_POSES {
        report.add(&all.span, Fault::TooMany { limit: MOST_POSES });
        return None;
    }
    for (name, value) in &named {
        let plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if name.is_empty() || !name.chars().all(plain) {
            let fault = Fault::PoseName { name: shown(name) };
            report.add(&value.span, fault);
        }
    }
    let rest_table = all.need("rest", report)?.table(report)?;
    let hold_table = all.need("hold", report)?.table(report)?;
    let reader = PoseReader { view, props };
    let mut places = Places::default();
    let rest = reader.pose(&rest_table, &[], report)?;
    places.add("rest", &rest_table, &[]);
    let mut result = vec![("rest".to_owned(), rest)];
    let later = named
        .iter()
        .filter(|(name, _)| !matches!(*name, "rest" | "hold"))
        .filter_map(|(name, value)| Some((*name, value.table(report)?)))
        .collect::<Vec<_>>();
    for (name, table) in std::iter::once(("hold", hold_table)).chain(later) {
        // What a pose does not say is as at rest.
        let pose = reader.pose(&table, &[&rest_table], report)?;
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
    fn pose(&self, own: &Table, before: &[&Table], report: &mut Report) -> Option<Pose> {
        own.only(POSE_KEYS, report);
        let get = |keys: &[&'static str]| find(own, before, keys);
        let Some((root_key, root)) = get(&["hip", "knee"]) else {
            own.need("hip", report);
            return None;
        };
        let Some((_, spine)) = get(&["spine"]) else {
            own.need("spine", report);
            return None;
        };
        let number = |key: &'static str, range, or: f32, report: &mut Report| {
            get(&[key])
                .and_then(|(_, value)| value.number(range, report))
                .unwrap_or(or)
        };
        let at = root.point(COORDINATES, report)?;
        let spine = spine.one_or_each::<3>(ANGLES, report)?;
        let side = self.view == View::Side;
        let breadth = |full: f32| if side { 0.0 } else { full };
        let turn = match self.view {
            View::Side => 90.0,
            View::Front | View::Top => 0.0,
            View::Back => 180.0,
        };
        let neck = number("neck", ANGLES, spine[2], report);
        let shrug = get(&["shrug"])
            .and_then(|(_, value)| value.numbers(-0.4..=0.4, report))
            .unwrap_or([0.0; 2]);
        let mut trunk = Trunk {
            root: Root::Hip(at),
            spine,
            tall: number("tall", 0.3..=1.0, 1.0, report),
            neck,
            head: number("head", ANGLES, neck, report),
            turn: number("turn", -180.0..=180.0, turn, report),
            shoulders: number("shoulders", -0.4..=0.4, breadth(SHOULDER_BREADTH), report),
            hips: number("hips", 0.0..=0.4, breadth(HIP_BREADTH), report),
            shrug,
            belly: number("belly", -0.1..=0.2, 0.0, report),
        };
        let mut limbs = Vec::new();
        for name in LimbName::ALL {
            let keys = limb_keys(name);
            let Some((_, value)) = get(&keys) else {
                own.need(keys[0], report);
                return None;
            };
            limbs.push(self.limb(name, &value.table(report)?, report)?);
        }
        let limbs: [Limb; 4] = limbs.try_into().ok()?;
        if root_key == "knee" {
            trunk.root = match limbs[LimbName::RightLeg as usize].reach {
                Reach::Angles([thigh, _]) if self.view == View::Side => Root::Knee { at, thigh },
                _ => {
                    report.add(&root.span, Fault::KneeNeedsAngles);
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

    fn limb(&self, name: LimbName, table: &Table, report: &mut Report) -> Option<Limb> {
        let (known, upper, lower, pin, joint, end) = if name.is_arm() {
            (ARM_KEYS, "upper", "fore", "hand", "elbow", "palm")
        } else {
            (LEG_KEYS, "thigh", "shin", "ankle", "knee", "foot")
        };
        table.only(known, report);
        let reach = if let Some(place) = table.get(pin) {
            for key in [upper, lower] {
                if let Some(value) = table.get(key) {
                    let fault = Fault::Mixed {
                        key,
                        with: lower,
                        not: pin,
                    };
                    report.add(&value.span, fault);
                }
            }
            let bend = table
                .need(joint, report)?
                .word(Bend::WORDS, &Bend::ALL, report)?;
            Reach::Pinned {
                to: props::target(&place, self.props, report)?,
                bend,
            }
        } else {
            if let Some(value) = table.get(joint) {
                let fault = Fault::Mixed {
                    key: joint,
                    with: pin,
                    not: upper,
                };
                report.add(&value.span, fault);
            }
            let mut angle = |key| table.need(key, report)?.number(ANGLES, report);
            Reach::Angles([angle(upper)?, angle(lower)?])
        };
        let range = match reach {
            Reach::Angles(_) => SHORTENING,
            Reach::Pinned { .. } => SOLVED_SHORTENING,
        };
        let short = table
            .get("short")
            .and_then(|value| value.numbers(range, report))
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
            fingers: table.number_or("fingers", ANGLES, open.fingers, report),
            thumb: table.number_or("thumb", ANGLES, open.thumb, report),
            curl: table.number_or("curl", PARTLY, if holds { 0.8 } else { 0.0 }, report),
            flat: table.number_or("flat", PARTLY, open.flat, report),
            spread: table.number_or("spread", 0.0..=40.0, open.spread, report),
        };
        let end = table
            .get(end)
            .and_then(|value| value.number(ANGLES, report));
        Some(Limb {
            reach,
            end,
            short,
            hand,
        })
    }
}
