//! The mannequin: its parts, its measures, and what a pose says about it.
//!
//! The torso is 1 long; everything else is measured in torsos, after the proportions of an adult.

use super::geometry::{Point, lerp};

pub(super) const NECK: f32 = 0.16;
pub(super) const HEAD_RADIUS: f32 = 0.19;
pub(super) const UPPER_ARM: f32 = 0.56;
/// From the elbow to the wrist; with [`GRIP`] it makes the 0.50 from the elbow to what a hand holds.
pub(super) const FOREARM: f32 = 0.42;
/// From the wrist to the middle of the palm.
pub(super) const GRIP: f32 = 0.08;
pub(super) const THIGH: f32 = 0.84;
pub(super) const SHIN: f32 = 0.80;
/// From the ankle to the toes.
pub(super) const FOOT: f32 = 0.25;
/// Where along the spine the shoulder joints are.
pub(super) const SHOULDERS_AT: f32 = 0.9;
/// Half the distance between the shoulder joints, and between the hip joints, seen from the front.
pub(super) const SHOULDER_BREADTH: f32 = 0.255;
pub(super) const HIP_BREADTH: f32 = 0.1;

macro_rules! words {
    ($(#[$meta:meta])* $visible:vis enum $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $visible enum $name { $($(#[$note])* $variant,)* }

        impl $name {
            pub(super) const ALL: [Self; Self::WORDS.len()] = [$(Self::$variant,)*];
            /// What a figure's file calls them, each in the place of [`Self::ALL`].
            pub(super) const WORDS: &'static [&'static str] = &[$($word,)*];
            pub(super) const CHOICES: $crate::tables::Choices<Self> = $crate::tables::Choices {
                names: Self::WORDS,
                values: &Self::ALL,
            };
        }
    };
}
pub(super) use words;

words! {
    /// How the mannequin is seen. From the side it faces right (lying on its back, its head is on
    /// the left), so that its right limbs are the near ones; the other way round is the mirror's.
    pub(super) enum View {
        Side = "side",
        Front = "front",
        Back = "back",
        /// From above, lying on the back.
        Top = "top",
    }
}

words! {
    /// A part of the mannequin.
    pub(super) enum Part {
        Neck = "neck",
        Head = "head",
        Torso = "torso",
        LeftUpperArm = "left-upper-arm",
        LeftForearm = "left-forearm",
        LeftHand = "left-hand",
        RightUpperArm = "right-upper-arm",
        RightForearm = "right-forearm",
        RightHand = "right-hand",
        LeftThigh = "left-thigh",
        LeftShin = "left-shin",
        LeftFoot = "left-foot",
        RightThigh = "right-thigh",
        RightShin = "right-shin",
        RightFoot = "right-foot",
    }
}

words! {
    /// An arm or a leg; a pose keeps its four limbs in this order.
    pub(super) enum LimbName {
        LeftArm = "left-arm",
        RightArm = "right-arm",
        LeftLeg = "left-leg",
        RightLeg = "right-leg",
    }
}

impl LimbName {
    pub(super) fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    pub(super) fn is_arm(self) -> bool {
        matches!(self, Self::LeftArm | Self::RightArm)
    }

    /// From the trunk outwards.
    pub(super) fn parts(self) -> [Part; 3] {
        match self {
            Self::LeftArm => [Part::LeftUpperArm, Part::LeftForearm, Part::LeftHand],
            Self::RightArm => [Part::RightUpperArm, Part::RightForearm, Part::RightHand],
            Self::LeftLeg => [Part::LeftThigh, Part::LeftShin, Part::LeftFoot],
            Self::RightLeg => [Part::RightThigh, Part::RightShin, Part::RightFoot],
        }
    }

    pub(super) fn lengths(self) -> [f32; 3] {
        if self.is_arm() {
            [UPPER_ARM, FOREARM, GRIP]
        } else {
            [THIGH, SHIN, FOOT]
        }
    }
}

impl Part {
    pub(super) fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The limb a part belongs to, and its place in it counted from the trunk; none for the trunk
    /// itself.
    pub(super) fn limb(self) -> Option<(LimbName, usize)> {
        LimbName::ALL.into_iter().find_map(|limb| {
            limb.parts()
                .iter()
                .position(|&part| part == self)
                .map(|place| (limb, place))
        })
    }
}

/// How the mannequin stands, sits or lies. Angles in degrees, counter-clockwise from the right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pose {
    pub(super) trunk: Trunk,
    /// In the order of [`LimbName::ALL`].
    pub(super) limbs: [Limb; 4],
    /// The angles that the limbs come to once the pose is reached: they say which way round a
    /// solved limb turns on its way there.
    pub(super) settled: [[f32; 3]; 4],
}

impl Pose {
    pub(super) fn limb(&self, name: LimbName) -> &Limb {
        &self.limbs[name as usize]
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Trunk {
    pub(super) root: Root,
    /// Where the spine points at the pelvis, at the waist and at the neck; in between it bends
    /// evenly, so that its length never changes.
    pub(super) spine: [f32; 3],
    /// How much of the trunk's length the view sees, where it leans to the viewer or away.
    pub(super) tall: f32,
    pub(super) neck: f32,
    /// From the chin to the crown.
    pub(super) head: f32,
    /// How far the face is turned: 0 to the viewer, 90 to the mannequin's front as the side view
    /// sees it, 180 away from the viewer.
    pub(super) turn: f32,
    /// Half the breadth between the joints as the view sees it.
    pub(super) shoulders: f32,
    pub(super) hips: f32,
    /// The shoulders drawn up towards the ears, and forward.
    pub(super) shrug: [f32; 2],
    /// The belly filled with breath.
    pub(super) belly: f32,
}

impl Trunk {
    pub(super) fn blend(&self, to: &Self, t: f32) -> Self {
        let pair = |a: [f32; 2], b: [f32; 2]| [lerp(a[0], b[0], t), lerp(a[1], b[1], t)];
        let [s0, s1, s2] = self.spine;
        let [e0, e1, e2] = to.spine;
        Self {
            root: self.root.blend(to.root, t),
            spine: [lerp(s0, e0, t), lerp(s1, e1, t), lerp(s2, e2, t)],
            tall: lerp(self.tall, to.tall, t),
            neck: lerp(self.neck, to.neck, t),
            head: lerp(self.head, to.head, t),
            turn: lerp(self.turn, to.turn, t),
            shoulders: lerp(self.shoulders, to.shoulders, t),
            hips: lerp(self.hips, to.hips, t),
            shrug: pair(self.shrug, to.shrug),
            belly: lerp(self.belly, to.belly, t),
        }
    }
}

/// What holds the mannequin in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Root {
    Hip(Point),
    /// The right knee stays on the floor, and the hip moves round it as the thigh turns.
    Knee {
        at: Point,
        thigh: f32,
    },
}

impl Root {
    pub(super) fn hip(self) -> Point {
        match self {
            Self::Hip(hip) => hip,
            Self::Knee { at, thigh } => at - Point::along(thigh) * THIGH,
        }
    }

    fn blend(self, to: Self, t: f32) -> Self {
        match (self, to) {
            (
                Self::Knee { at, thigh },
                Self::Knee {
                    at: to,
                    thigh: turned,
                },
            ) => Self::Knee {
                at: at.lerp(to, t),
                thigh: lerp(thigh, turned, t),
            },
            _ => Self::Hip(self.hip().lerp(to.hip(), t)),
        }
    }
}

/// An arm or a leg.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Limb {
    pub(super) reach: Reach,
    /// Where the palm or the foot points; if left out the palm goes on from the forearm and the
    /// foot is square to the shin.
    pub(super) end: Option<f32>,
    /// How much of each part's length the view sees, where a part points towards the viewer or away.
    pub(super) short: [f32; 3],
    pub(super) hand: Hand,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reach {
    /// The directions of the upper and the lower part.
    Angles([f32; 2]),
    /// The middle of the palm, or the ankle, is at a place; elbow or knee point to one side.
    Pinned { to: Target, bend: Bend },
}

/// The fingers of a hand. Angles are measured from where the palm points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Hand {
    pub(super) fingers: f32,
    pub(super) thumb: f32,
    /// 0 for an open hand, 1 for a fist.
    pub(super) curl: f32,
    /// 0 for a hand seen edge on, 1 for a palm or its back seen in full.
    pub(super) flat: f32,
    /// Between one finger and the next.
    pub(super) spread: f32,
}

impl Hand {
    pub(super) const OPEN: Self = Self {
        fingers: 0.0,
        thumb: 24.0,
        curl: 0.0,
        flat: 0.0,
        spread: 0.0,
    };

    pub(super) fn blend(&self, to: &Self, t: f32) -> Self {
        Self {
            fingers: lerp(self.fingers, to.fingers, t),
            thumb: lerp(self.thumb, to.thumb, t),
            curl: lerp(self.curl, to.curl, t),
            flat: lerp(self.flat, to.flat, t),
            spread: lerp(self.spread, to.spread, t),
        }
    }
}

/// A place given by a point, or by something that may move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Target {
    Point(Point),
    /// `at` is a share of the way along, `out` the distance to the left of that way.
    On {
        what: Anchor,
        at: f32,
        out: f32,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Part(Part),
    /// The main edge of the prop at this place in the figure's list.
    Prop(usize),
}

words! {
    /// Where an elbow or a knee points: of the two ways to reach a place, the one that takes it
    /// farther this way.
    pub(super) enum Bend {
        Up = "up",
        Down = "down",
        Left = "left",
        Right = "right",
    }
}

impl Bend {
    pub(super) fn way(self) -> Point {
        Point::along(match self {
            Self::Right => 0.0,
            Self::Up => 90.0,
            Self::Left => 180.0,
            Self::Down => 270.0,
        })
    }
}
