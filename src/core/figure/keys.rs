//! The keys of a figure: what each takes and what counts without it.
//!
//! The one list of them; the tables of `assets/figures/README.md` are held to it.

use super::Purpose;
use super::body::{Bend, Hand, LimbName, Part, View};
use super::props::PropKind;
use crate::side::Side;
pub use crate::tables::{Group, Key, Takes, Without};

/// Where a figure may put things, in torsos.
const FARTHEST: f32 = 8.0;
/// Along a part or a thing, and past its ends; in torsos across it.
const SHARE: Takes = number(-3.0, 3.0);

/// The middle of a thing, or a corner: x and y.
pub const POINT: Takes = Takes::Numbers {
    count: 2,
    least: -FARTHEST,
    most: FARTHEST,
};
/// Within two turns.
pub const ANGLE: Takes = number(-720.0, 720.0);
/// Parts of the body; a limb stands for its parts.
pub const PARTS: Takes = Takes::Words(&LIMBS_AND_PARTS);
/// A part of the body.
pub const PART: Takes = Takes::Word(Part::WORDS);
/// What something can lie on.
pub const THING: Takes = Takes::Word(&PROPS_AND_PARTS);

const PARTLY: Takes = number(0.0, 1.0);
const ARM_KEY: Takes = Takes::Table(&ARM);
const LEG_KEY: Takes = Takes::Table(&LEG);
/// Below 0 for a part that has swung past the line of sight.
const SHORTENING: Takes = Takes::Numbers {
    count: 3,
    least: -1.0,
    most: 1.0,
};

const LIMBS_AND_PARTS: [&str; LimbName::WORDS.len() + Part::WORDS.len()] =
    joined(LimbName::WORDS, Part::WORDS);
const PROPS_AND_PARTS: [&str; PropKind::WORDS.len() + Part::WORDS.len()] =
    joined(PropKind::WORDS, Part::WORDS);

/// The words of two lists in one, which has room for all of them.
const fn joined<const ALL: usize>(
    first: &[&'static str],
    second: &[&'static str],
) -> [&'static str; ALL] {
    let mut words = [""; ALL];
    let mut at = 0;
    while at < ALL {
        words[at] = if at < first.len() {
            first[at]
        } else {
            second[at - first.len()]
        };
        at += 1;
    }
    words
}

const fn number(least: f32, most: f32) -> Takes {
    Takes::Number { least, most }
}

const fn key(name: &'static str, takes: Takes, without: Without) -> Key {
    Key::new(name, takes, without)
}

/// What a pose must say, and does where it is said at rest.
const AT_REST: Without = Without::As("format-without-rest");
/// Of a limb that is given by angles or by a place.
const OF_ONE_WAY: Without = Without::As("format-without-way");

/// All groups, in the order of the reference.
pub static GROUPS: [&Group; 7] = [&FIGURE, &POSE, &ARM, &LEG, &PROP, &HIGHLIGHT, &ARROW];

/// The keys of a figure itself.
pub static FIGURE: Group = Group {
    name: "figure",
    heading: "",
    parts: &[&[
        key("view", Takes::Word(View::WORDS), Without::Refused),
        key(
            "drawn_for",
            Takes::Word(Side::CHOICES.names),
            Without::As("format-without-drawn-for"),
        ),
        key("far", PARTS, Without::As("format-without-far")),
        key("order", PARTS, Without::As("format-without-order")),
        key("hide", PARTS, Without::Nothing),
        key("bust", number(0.0, 0.9), Without::Number(0.0)),
        key(
            "frame",
            Takes::Numbers {
                count: 4,
                least: -FARTHEST,
                most: FARTHEST,
            },
            Without::As("format-without-frame"),
        ),
        key("cycle", Takes::Poses, Without::As("format-without-cycle")),
        key(
            "purpose",
            Takes::Word(Purpose::WORDS),
            Without::Word("stretch"),
        ),
        key("prop", Takes::Tables(&PROP), Without::Nothing),
        key("highlight", Takes::Tables(&HIGHLIGHT), Without::Nothing),
        key("arrow", Takes::Tables(&ARROW), Without::Nothing),
        key("pose", Takes::Named(&POSE), Without::Refused),
    ]],
    most_used: &["view", "drawn_for", "prop", "highlight", "pose"],
};
/// The keys of a pose.
pub static POSE: Group = Group {
    name: "pose",
    heading: "[pose.NAME]",
    parts: &[&[
        key("hip", POINT, AT_REST),
        key("knee", POINT, Without::Nothing),
        key(
            "spine",
            Takes::NumberOrNumbers {
                count: 3,
                least: -720.0,
                most: 720.0,
            },
            AT_REST,
        ),
        key("tall", number(0.3, 1.0), Without::Number(1.0)),
        key("neck", ANGLE, Without::As("format-without-neck")),
        key("head", ANGLE, Without::As("format-without-head")),
        key(
            "turn",
            number(-180.0, 180.0),
            Without::As("format-without-turn"),
        ),
        key(
            "shoulders",
            number(-0.4, 0.4),
            Without::As("format-without-shoulders"),
        ),
        key("hips", number(0.0, 0.4), Without::As("format-without-hips")),
        key(
            "shrug",
            Takes::Numbers {
                count: 2,
                least: -0.4,
                most: 0.4,
            },
            Without::As("format-without-shrug"),
        ),
        key("belly", number(-0.1, 0.2), Without::Number(0.0)),
        key("left_arm", ARM_KEY, AT_REST),
        key("right_arm", ARM_KEY, AT_REST),
        key("arms", ARM_KEY, Without::Nothing),
        key("left_leg", LEG_KEY, AT_REST),
        key("right_leg", LEG_KEY, AT_REST),
        key("legs", LEG_KEY, Without::Nothing),
    ]],
    most_used: &["hip", "spine", "head", "arms", "legs"],
};
/// The keys of an arm.
pub static ARM: Group = Group {
    name: "arm",
    heading: "",
    parts: &[&[
        key("upper", ANGLE, OF_ONE_WAY),
        key("fore", ANGLE, OF_ONE_WAY),
        key("hand", Takes::Place, OF_ONE_WAY),
        key("elbow", Takes::Word(Bend::WORDS), OF_ONE_WAY),
        key("palm", ANGLE, Without::As("format-without-palm")),
        key("short", SHORTENING, Without::As("format-without-short")),
        key("fingers", ANGLE, Without::Number(Hand::OPEN.fingers)),
        key("thumb", ANGLE, Without::Number(Hand::OPEN.thumb)),
        key("curl", PARTLY, Without::As("format-without-curl")),
        key("flat", PARTLY, Without::Number(Hand::OPEN.flat)),
        key(
            "spread",
            number(0.0, 40.0),
            Without::Number(Hand::OPEN.spread),
        ),
    ]],
    most_used: &["upper", "fore", "hand", "elbow"],
};
/// The keys of a leg.
pub static LEG: Group = Group {
    name: "leg",
    heading: "",
    parts: &[&[
        key("thigh", ANGLE, OF_ONE_WAY),
        key("shin", ANGLE, OF_ONE_WAY),
        key("ankle", Takes::Place, OF_ONE_WAY),
        key("knee", Takes::Word(Bend::WORDS), OF_ONE_WAY),
        key("foot", ANGLE, Without::As("format-without-foot")),
        key("short", SHORTENING, Without::As("format-without-short")),
    ]],
    most_used: &["thigh", "shin", "ankle", "knee", "foot"],
};
/// The keys of a place on a part or on a thing.
pub static PLACE: Group = Group {
    name: "place",
    heading: "",
    parts: &[ON],
    most_used: &["on", "at", "out"],
};
/// The keys of a thing.
pub static PROP: Group = Group {
    name: "prop",
    heading: "[[prop]]",
    parts: &[&[
        key("kind", Takes::Word(PropKind::WORDS), Without::Refused),
        key("from", POINT, Without::As("format-without-box")),
        key("to", POINT, Without::As("format-without-box")),
        key("back", number(-FARTHEST, FARTHEST), Without::Number(0.0)),
        key(
            "through",
            Takes::Places,
            Without::As("format-without-through"),
        ),
        key("behind", PART, Without::As("format-without-behind")),
        key("in_front", Takes::Flag, Without::No),
    ]],
    most_used: &["kind", "from", "to"],
};
/// The keys of a glow where the stretch is felt.
pub static HIGHLIGHT: Group = Group {
    name: "highlight",
    heading: "[[highlight]]",
    parts: &[
        ON,
        &[
            key(
                "size",
                Takes::Numbers {
                    count: 2,
                    least: 0.02,
                    most: 2.0,
                },
                Without::Refused,
            ),
            key("behind", PART, Without::As("format-without-over")),
            key("pose", Takes::Pose, Without::As("format-without-pose")),
        ],
    ],
    most_used: &["on", "at", "size"],
};
/// The keys of an arrow.
pub static ARROW: Group = Group {
    name: "arrow",
    heading: "[[arrow]]",
    parts: &[&[
        key("from", POINT, Without::As("format-without-center")),
        key("to", POINT, Without::As("format-without-center")),
        key("center", POINT, Without::Nothing),
        key(
            "radius",
            number(0.05, 2.0),
            Without::As("format-without-round"),
        ),
        key("start", ANGLE, Without::As("format-without-round")),
        key("end", ANGLE, Without::As("format-without-round")),
        key("pose", Takes::Pose, Without::As("format-without-pose")),
    ]],
    most_used: &["from", "to", "center", "radius"],
};

const ON: &[Key] = &[
    key("on", THING, Without::Refused),
    key("at", SHARE, Without::Number(0.5)),
    key("out", SHARE, Without::Number(0.0)),
];
