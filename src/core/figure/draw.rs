//! From a skeleton to the shapes of its parts.

use super::body::{
    FOOT, HEAD_RADIUS, HIP_BREADTH, LimbName, Part, SHOULDER_BREADTH, SHOULDERS_AT, View,
};
use std::f32::consts::PI;

use super::geometry::{Point, lerp, nearest_turn, smooth};
use super::shape::{Disc, Geometry, Role, Shape, disc};
use super::solve::{Skeleton, Solved};

/// Half the trunk's width along the spine, seen from the front: share of the spine, half width.
const FRONT: &[(f32, f32)] = &[
    (0.0, 0.235),
    (0.1, 0.235),
    (0.2, 0.215),
    (0.35, 0.2),
    (0.5, 0.212),
    (0.7, 0.25),
    (0.84, 0.275),
    (0.9, 0.265),
    (0.95, 0.19),
    (1.0, 0.07),
];

/// The same seen from the side.
const SIDE: &[(f32, f32)] = &[
    (0.0, 0.165),
    (0.1, 0.16),
    (0.2, 0.15),
    (0.35, 0.148),
    (0.5, 0.16),
    (0.7, 0.174),
    (0.78, 0.17),
    (0.86, 0.157),
    (0.9, 0.145),
    (0.95, 0.11),
    (1.0, 0.05),
];

/// Up to here the trunk wears trousers.
const WAISTBAND: f32 = 0.14;

/// How a figure's parts are drawn, the same for every moment.
pub(super) struct Style<'a> {
    pub(super) view: View,
    pub(super) far: &'a [Part],
    /// The parts from the farthest to the nearest.
    pub(super) order: &'a [Part],
    /// The trunk is seen from this share of the spine upwards.
    pub(super) bust: f32,
}

impl Style<'_> {
    fn is_over_upper_arm(&self, forearm: Part, arm: LimbName) -> bool {
        let [upper, ..] = arm.parts();
        let place = |part: Part| self.order.iter().position(|&other| other == part);
        place(forearm) > place(upper)
    }
}

/// The shapes of one part, from the farthest to the nearest.
pub(super) fn part(skeleton: &Skeleton, style: &Style, part: Part) -> Vec<Shape> {
    match part {
        Part::Neck => neck(skeleton),
        Part::Head => head(skeleton),
        Part::Torso => torso(skeleton, style),
        _ => part.limb().map_or_else(Vec::new, |(limb, place)| {
            limb_part(skeleton.limb(limb), part, limb, place, style)
        }),
    }
}

/// A shade darker than the face, whose chin would melt into it seen from the front.
fn neck(skeleton: &Skeleton) -> Vec<Shape> {
    let [base, top] = skeleton.neck;
    let under_chin = top.lerp(skeleton.head, 0.5);
    vec![Shape::hull(
        Role::SkinShade,
        [disc(base, 0.085), disc(top, 0.07), disc(under_chin, 0.07)],
    )]
}

/// A head without a face: hair, jaw, the tip of the nose and an ear show where it looks.
fn head(skeleton: &Skeleton) -> Vec<Shape> {
    let at = skeleton.head;
    let up = Point::along(skeleton.trunk.head);
    let front = Point::along(skeleton.trunk.head - 90.0);
    let (sideways, facing) = skeleton.trunk.turn.to_radians().sin_cos();
    let place = |forward: f32, upward: f32| at + front * forward + up * upward;
    let front_on = facing.max(0.0);
    let hair = Shape::hull(
        Role::Hair,
        [disc(place(0.0, 0.012 * front_on), HEAD_RADIUS)],
    );
    // The side of the head that the viewer sees more of, and the ear there.
    let ear = |side: f32| {
        let forward = side * facing * 0.185 - sideways * 0.03;
        Shape::hull(
            Role::SkinShade,
            [
                disc(place(forward, -0.03), 0.034),
                disc(place(forward, -0.055), 0.024),
            ],
        )
    };
    if facing < -0.5 {
        return vec![ear(1.0), ear(-1.0), hair];
    }
    let brow = disc(
        place(0.056 * sideways, -0.012 - 0.033 * front_on),
        0.14 + 0.013 * front_on,
    );
    let chin = disc(
        place(0.088 * sideways, -0.128 + 0.015 * front_on),
        0.068 + 0.03 * front_on,
    );
    let face = Shape::hull(Role::Skin, [brow, chin]);
    let nose = Shape::hull(
        Role::Skin,
        [
            disc(place(0.17 * sideways, 0.0), 0.02),
            disc(place(0.203 * sideways, -0.05), 0.018),
        ],
    );
    let ears = [ear(1.0), ear(-1.0)];
    if sideways.abs() < 0.5 {
        let mut shapes = Vec::from(ears);
        shapes.extend([hair, face]);
        shapes
    } else {
        let [right, left] = ears;
        let near = if sideways > 0.0 { right } else { left };
        vec![hair, nose, face, near]
    }
}

/// One cut through the trunk: its middle, the way to its left, and how far it reaches to either
/// side.
struct Slice {
    middle: Point,
    left: Point,
    reach: [f32; 2],
}

impl Slice {
    fn edges(&self) -> [Point; 2] {
        let [left, right] = self.reach;
        [
            self.middle + self.left * left,
            self.middle - self.left * right,
        ]
    }
}

fn slice(skeleton: &Skeleton, style: &Style, share: f32) -> Slice {
    let trunk = &skeleton.trunk;
    let (middle, angle) = skeleton.spine_at(share);
    let breadth = lerp(
        trunk.hips / HIP_BREADTH,
        trunk.shoulders / SHOULDER_BREADTH,
        smooth(share),
    );
    let half = lerp(profile(SIDE, share), profile(FRONT, share), breadth);
    let filled = match style.view {
        View::Side => trunk.belly * (PI * (share - 0.08).clamp(0.0, 0.62) / 0.62).sin(),
        _ => 0.0,
    };
    Slice {
        middle,
        left: Point::along(angle).left(),
        reach: [half, half + filled],
    }
}

fn torso(skeleton: &Skeleton, style: &Style) -> Vec<Shape> {
    const CUTS: u8 = 24;
    let mut shapes = Vec::new();
    if style.bust <= 0.0 {
        let [left, right] = slice(skeleton, style, WAISTBAND).edges();
        let mut seat: Vec<Disc> = skeleton.hips().map(|hip| disc(hip, 0.155)).into();
        if style.view == View::Side {
            let (hip, spine) = skeleton.spine_at(0.0);
            let way = Point::along(spine);
            seat.push(disc(hip + way.left() * 0.035 - way * 0.03, 0.14));
        }
        seat.extend([left, right].map(|edge| disc(edge.lerp(left.lerp(right, 0.5), 0.14), 0.02)));
        shapes.push(Shape::hull(Role::Trousers, seat));
    }
    let hem = if style.bust > 0.0 {
        style.bust
    } else {
        WAISTBAND - 0.02
    };
    let cuts = (0..=CUTS).map(|cut| lerp(hem, 1.0, f32::from(cut) / f32::from(CUTS)));
    let edges: Vec<[Point; 2]> = cuts
        .map(|share| slice(skeleton, style, share).edges())
        .collect();
    let (nape, _) = skeleton.spine_at(0.965);
    let nape = disc(nape, 0.09);
    let [left, right] = slice(skeleton, style, 0.85).edges();
    let inwards = (right - left) * (0.135 / (right - left).length().max(0.01));
    let chest = [disc(left + inwards, 0.135), disc(right - inwards, 0.135)];
    shapes.push(Shape::hull(Role::Top, [nape, chest[0], chest[1]]));
    // To each shoulder, wherever the shoulders are drawn to.
    for (shoulder, chest) in skeleton.shoulders().into_iter().zip([chest[1], chest[0]]) {
        shapes.push(Shape::hull(Role::Top, [nape, disc(shoulder, 0.088), chest]));
    }
    shapes.extend(armpits(skeleton, style));
    let (left, right) = edges.into_iter().map(|[left, right]| (left, right)).unzip();
    shapes.push(Shape {
        geometry: Geometry::Band { left, right },
        role: Role::Top,
        opacity: 1.0,
    });
    shapes
}

/// Where the side of the chest goes over into an arm that is raised: nothing beside one that hangs.
fn armpits(skeleton: &Skeleton, style: &Style) -> Vec<Shape> {
    if style.view == View::Side {
        return Vec::new();
    }
    let [left, right] = slice(skeleton, style, 0.74).edges();
    let (_, spine) = skeleton.spine_at(SHOULDERS_AT);
    [LimbName::LeftArm, LimbName::RightArm]
        .into_iter()
        .map(|name| {
            let arm = skeleton.limb(name);
            let [root, elbow, ..] = arm.joints;
            let hanging = nearest_turn(arm.angles[0] - spine, 0.0).abs();
            let raised = smooth(((150.0 - hanging) / 110.0).clamp(0.0, 1.0));
            let [near, away] = if (left - root).length() < (right - root).length() {
                [left, right]
            } else {
                [right, left]
            };
            let chest = near.lerp(away, 0.09 / (away - near).length().max(0.2));
            let sleeve = root.lerp(elbow, 0.32 * raised);
            Shape::hull(
                Role::Top,
                [disc(root, 0.09), disc(chest, 0.09), disc(sleeve, 0.08)],
            )
        })
        .collect()
}

fn limb_part(limb: &Solved, part: Part, name: LimbName, place: usize, style: &Style) -> Vec<Shape> {
    let far = style.far.contains(&part);
    let shade = |near: Role, away: Role| if far { away } else { near };
    let [root, middle, end, _] = limb.joints;
    let bone = |role, from, to, start: f32, finish: f32| {
        vec![Shape::hull(role, [disc(from, start), disc(to, finish)])]
    };
    match (name.is_arm(), place) {
        (true, 0) => bone(
            shade(Role::Sleeve, Role::SleeveFar),
            root,
            middle,
            0.095,
            0.075,
        ),
        (true, 1) => {
            let mut shapes = bone(shade(Role::Skin, Role::SkinFar), middle, end, 0.065, 0.046);
            shapes.push(cuff(shade(Role::Sleeve, Role::SleeveFar), middle, end));
            // On its own upper arm the cuff would not be seen, and the forearm begin from nothing.
            let shaded = folded(limb);
            if shaded > 0.0 && !far && style.is_over_upper_arm(part, name) {
                shapes.push(Shape {
                    opacity: shaded,
                    ..cuff(Role::SleeveFar, middle, end)
                });
            }
            shapes
        }
        (true, _) => hand(limb, shade(Role::Skin, Role::SkinFar)),
        (false, 0) => bone(
            shade(Role::Trousers, Role::TrousersFar),
            root,
            middle,
            0.145,
            0.10,
        ),
        (false, 1) => bone(
            shade(Role::Trousers, Role::TrousersFar),
            middle,
            end,
            0.095,
            0.062,
        ),
        (false, _) => vec![foot(limb, style.view, shade(Role::Shoe, Role::ShoeFar))],
    }
}

/// How far an arm is folded at its elbow: not yet at a right angle, wholly at a sharp bend.
fn folded(arm: &Solved) -> f32 {
    let bent = nearest_turn(arm.angles[1] - arm.angles[0], 0.0).abs();
    smooth(((bent - 95.0) / 30.0).clamp(0.0, 1.0))
}

/// The end of a sleeve: it covers the elbow, however sharply that is bent.
fn cuff(role: Role, elbow: Point, wrist: Point) -> Shape {
    const CORNER: f32 = 0.014;
    let edge = elbow.lerp(wrist, 0.24);
    let across = Point::along((wrist - elbow).angle()).left() * (0.072 - CORNER);
    Shape::hull(
        role,
        [
            disc(elbow, 0.075),
            disc(edge + across, CORNER),
            disc(edge - across, CORNER),
        ],
    )
}

/// A palm, four fingers and a thumb. Seen edge on, the fingers lie behind one another.
fn hand(limb: &Solved, role: Role) -> Vec<Shape> {
    let hand = &limb.hand;
    let wrist = limb.joints[2];
    let palm = limb.angles[2];
    let length = limb.short[2];
    let way = Point::along(palm);
    let knuckles = wrist + way * (lerp(0.15, 0.105, hand.curl) * length);
    let across = way.left() * (0.05 * hand.flat);
    let mut shapes = Vec::new();
    let fingers = palm + hand.fingers;
    let drawn = lerp(1.0, 0.3, hand.curl);
    let lengths = if hand.flat > 0.0 {
        [0.145, 0.165, 0.155, 0.125]
    } else {
        [0.15; 4]
    };
    let seen = if hand.flat > 0.0 || hand.spread > 0.0 {
        4
    } else {
        1
    };
    // The finger next to the thumb lies on the thumb's side.
    let side = if hand.thumb < 0.0 { -1.0 } else { 1.0 };
    for (place, long) in [1.5_f32, 0.5, -0.5, -1.5]
        .into_iter()
        .zip(lengths)
        .take(seen)
    {
        let place = if seen == 1 { 0.0 } else { place * side };
        let start = knuckles + across * (place / 1.5);
        let direction = Point::along(fingers + hand.spread * place);
        let tip = start + direction * (long * drawn * length);
        let (thick, thin) = if hand.flat > 0.0 {
            (0.026, 0.020)
        } else {
            (0.042, 0.026)
        };
        let thin = lerp(thin, thick, hand.curl);
        shapes.push(Shape::hull(role, [disc(start, thick), disc(tip, thin)]));
    }
    let wide = lerp(0.046, 0.032, hand.flat) + 0.018 * hand.curl;
    shapes.push(Shape::hull(
        role,
        [
            disc(wrist, 0.045),
            disc(knuckles + across, wide),
            disc(knuckles - across, wide),
        ],
    ));
    let root = wrist + way * 0.045 + way.left() * (side * (0.012 + 0.03 * hand.flat));
    // On a fist that is seen in full the thumb lies across the fingers, in its own slight shade.
    let across_fist = hand.curl * hand.flat;
    let long = lerp(0.105, lerp(0.07, 0.11, hand.flat), hand.curl);
    let turned = lerp(1.0, -0.9, smooth(across_fist));
    let thumb = Point::along(palm + hand.thumb * turned) * long;
    let shape = |role, more: f32| {
        let tip = root + thumb * length;
        Shape::hull(
            role,
            [
                disc(root, 0.032 + more),
                disc(tip, lerp(0.02, 0.026, across_fist) + more),
            ],
        )
    };
    if across_fist > 0.0 && role == Role::Skin {
        shapes.push(shape(Role::SkinFar, 0.009 * across_fist));
    }
    shapes.push(shape(role, 0.0));
    shapes
}

/// A shoe. Its sole is on the side of the foot that is away from the shin.
fn foot(limb: &Solved, view: View, role: Role) -> Shape {
    let ankle = limb.joints[2];
    let length = limb.short[2];
    let way = Point::along(limb.angles[2]);
    let shin = Point::along(limb.angles[1]);
    let right = -way.left();
    // From the side the sole is always on the foot's right; from the front a foot that points
    // along the shin shows its top.
    let (sole, profile) = if view == View::Side {
        (right, 1.0)
    } else {
        let across = right.dot(shin);
        (
            right * across.signum(),
            smooth(across.abs().clamp(0.0, 1.0)),
        )
    };
    let place = |forward: f32, down: f32| ankle + way * forward + sole * (down * profile);
    // Seen from the front, the toes are as broad as the ball.
    let broad = way.left() * (0.04 * (1.0 - profile));
    let ball = disc(place(0.68 * FOOT * length, 0.045), 0.045);
    let toes = place(FOOT * length, 0.05);
    let toe = lerp(0.052, 0.04, profile);
    Shape::hull(
        role,
        [
            disc(ankle, 0.06),
            disc(place(-0.045 * profile, 0.035), 0.055),
            ball,
            disc(toes + broad, toe),
            disc(toes - broad, toe),
        ],
    )
}

fn profile(table: &[(f32, f32)], share: f32) -> f32 {
    let mut last = (0.0, table.first().map_or(0.0, |row| row.1));
    for &(at, width) in table {
        if share <= at {
            let t = if at > last.0 {
                (share - last.0) / (at - last.0)
            } else {
                1.0
            };
            return lerp(last.1, width, t);
        }
        last = (at, width);
    }
    last.1
}
