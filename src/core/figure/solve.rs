//! From a pose, or a moment between two, to where every joint is.

use super::body::{
    Anchor, Bend, HEAD_RADIUS, Hand, Limb, LimbName, NECK, Part, Pose, Reach, SHOULDER_BREADTH,
    SHOULDERS_AT, Target, Trunk, View,
};
use super::geometry::{Point, lerp, nearest_turn, smooth};

/// Pieces that the curve of the spine is made of.
pub(super) const SPINE_PIECES: u8 = 20;

/// Where everything is at one moment.
#[derive(Debug, Clone)]
pub(super) struct Skeleton {
    pub(super) trunk: Trunk,
    hip: Point,
    /// From the hip to the base of the neck.
    spine: Vec<Point>,
    pub(super) neck: [Point; 2],
    /// The middle of the head.
    pub(super) head: Point,
    /// Where each limb begins.
    roots: [Point; 4],
    limbs: [Solved; 4],
    /// Which limbs are in place; all of them once the skeleton is solved.
    placed: [bool; 4],
}

/// A limb in place: trunk, elbow or knee, wrist or ankle, and the end (the middle of the palm, or
/// the toes).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Solved {
    pub(super) joints: [Point; 4],
    pub(super) angles: [f32; 3],
    pub(super) short: [f32; 3],
    pub(super) hand: Hand,
    /// How much too short the limb was for its target, 0 if it reached it.
    pub(super) missing: f32,
}

/// What a solved moment needs besides the poses.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub(super) view: View,
    /// The main edges of the props, for hands and feet that are pinned to one.
    pub(super) edges: &'a [[Point; 2]],
}

/// Solves the moment `t` between two poses, 0 for `from` and 1 for `to`. None if limbs are pinned to
/// each other in a circle.
pub(super) fn solve(around: Surroundings, from: &Pose, to: &Pose, t: f32) -> Option<Skeleton> {
    let mut skeleton = Skeleton::of_trunk(around.view, from.trunk.blend(&to.trunk, t));
    let mut open = LimbName::ALL.to_vec();
    while !open.is_empty() {
        let before = open.len();
        open.retain(|&name| {
            let solved = skeleton.solve_limb(around, name, [from, to], t);
            if let Some(solved) = solved {
                skeleton.roots[name as usize] = solved.joints[0];
                skeleton.limbs[name as usize] = solved;
                skeleton.placed[name as usize] = true;
            }
            solved.is_none()
        });
        if open.len() == before {
            return None;
        }
    }
    Some(skeleton)
}

impl Skeleton {
    /// The trunk alone: the limbs come one by one.
    fn of_trunk(view: View, trunk: Trunk) -> Self {
        let hip = trunk.root.hip();
        let spine = spine_curve(&trunk, hip);
        let base = spine.last().copied().unwrap_or(hip);
        let neck = [base, base + Point::along(trunk.neck) * (NECK * trunk.tall)];
        let head = neck[1] + Point::along(trunk.head) * (0.88 * HEAD_RADIUS);
        // The mannequin's right is on the left of the way up its spine when it faces the viewer.
        let right = if view == View::Back { -1.0 } else { 1.0 };
        let up = Point::along(spine_angle(&trunk, SHOULDERS_AT));
        let [raised, forward] = trunk.shrug;
        let middle = curve_at(&spine, SHOULDERS_AT) + up * raised - up.left() * forward;
        let shoulder = up.left() * (right * trunk.shoulders);
        let apart = Point::along(trunk.spine[0]).left() * (right * trunk.hips);
        let roots = [
            middle - shoulder,
            middle + shoulder,
            hip - apart,
            hip + apart,
        ];
        let limbs = [Solved::default(); 4];
        Self {
            trunk,
            hip,
            spine,
            neck,
            head,
            roots,
            limbs,
            placed: [false; 4],
        }
    }

    pub(super) fn limb(&self, name: LimbName) -> &Solved {
        &self.limbs[name as usize]
    }

    /// Left and right.
    pub(super) fn shoulders(&self) -> [Point; 2] {
        [self.roots[0], self.roots[1]]
    }

    /// Left and right.
    pub(super) fn hips(&self) -> [Point; 2] {
        [self.roots[2], self.roots[3]]
    }

    /// The middle of the spine at a share of its length, and its direction there.
    pub(super) fn spine_at(&self, share: f32) -> (Point, f32) {
        (
            curve_at(&self.spine, share),
            spine_angle(&self.trunk, share),
        )
    }

    /// Where a target is, and the way of length 1 along what it lies on. None while that is a limb
    /// that is not in place.
    pub(super) fn place(&self, edges: &[[Point; 2]], target: Target) -> Option<(Point, Point)> {
        let (what, at, out) = match target {
            Target::Point(point) => return Some((point, Point::along(0.0))),
            Target::On { what, at, out } => (what, at, out),
        };
        let [from, to] = match what {
            Anchor::Prop(place) => *edges.get(place)?,
            Anchor::Part(Part::Torso) => {
                let (middle, angle) = self.spine_at(at);
                let way = Point::along(angle);
                return Some((middle + way.left() * out, way));
            }
            Anchor::Part(part) => self.bone(part)?,
        };
        let way = to - from;
        let along = match way.length() {
            0.0..1e-6 => Point::along(0.0),
            length => way * (1.0 / length),
        };
        Some((from + way * at + along.left() * out, along))
    }

    fn bone(&self, part: Part) -> Option<[Point; 2]> {
        if let Some((limb, place)) = part.limb() {
            let joints = self.limb(limb).joints;
            return self.placed[limb as usize].then_some([joints[place], joints[place + 1]]);
        }
        let crown = Point::along(self.trunk.head) * HEAD_RADIUS;
        Some(match part {
            Part::Head => [self.head - crown, self.head + crown],
            Part::Neck => self.neck,
            _ => [self.hip, self.neck[0]],
        })
    }

    /// None while what the limb is pinned to is not in place yet.
    fn solve_limb(
        &self,
        around: Surroundings,
        name: LimbName,
        poses: [&Pose; 2],
        t: f32,
    ) -> Option<Solved> {
        // A raised arm carries its shoulder along, which moves the arm again, a little each time.
        const ROUNDS: u8 = 5;
        let root = self.roots[name as usize];
        let mut solved = self.solve_from(root, around, name, poses, t)?;
        if name.is_arm() {
            for _ in 0..ROUNDS {
                let carried = root + self.carried(root, &solved);
                solved = self.solve_from(carried, around, name, poses, t)?;
            }
        }
        Some(solved)
    }

    /// How far an arm that is raised takes its shoulder with it: up along the trunk and in towards
    /// the neck, more and more from below the horizontal on.
    fn carried(&self, root: Point, arm: &Solved) -> Point {
        const UP: f32 = 0.1;
        const INWARD: f32 = 0.055;
        let angle = spine_angle(&self.trunk, SHOULDERS_AT);
        let up = Point::along(angle);
        let hanging = nearest_turn(arm.angles[0] - angle, 0.0).abs();
        let share = smooth(((120.0 - hanging) / 120.0).clamp(0.0, 1.0)) * arm.short[0].max(0.0);
        let out = (root - curve_at(&self.spine, SHOULDERS_AT)).dot(up.left());
        let breadth = (out / SHOULDER_BREADTH).clamp(-1.0, 1.0);
        up * (UP * share) - up.left() * (INWARD * share * breadth)
    }

    fn solve_from(
        &self,
        root: Point,
        around: Surroundings,
        name: LimbName,
        poses: [&Pose; 2],
        t: f32,
    ) -> Option<Solved> {
        let [from, to] = poses.map(|pose| pose.limb(name));
        let short = [0, 1, 2].map(|part| lerp(from.short[part], to.short[part], t));
        let lengths = name.lengths();
        let bones = Bones {
            root,
            lengths: [0, 1, 2].map(|part| lengths[part] * short[part]),
            is_arm: name.is_arm(),
            view: around.view,
        };
        let alone = |limb: &Limb| match limb.reach {
            Reach::Angles([upper, lower]) => Some((
                [upper, lower, limb.end.unwrap_or(bones.default_end(lower))],
                0.0,
            )),
            Reach::Pinned { to, bend } => {
                let (place, _) = self.place(around.edges, to)?;
                Some(bones.reach(place, bend, limb.end))
            }
        };
        let (angles, missing) = match (&from.reach, &to.reach) {
            // Pinned in both poses alike: the target moves, and the limb stays on it.
            (Reach::Pinned { to: a, bend }, Reach::Pinned { to: b, bend: other })
                if bend == other && from.end.is_some() == to.end.is_some() =>
            {
                let (a, _) = self.place(around.edges, *a)?;
                let (b, _) = self.place(around.edges, *b)?;
                let end = from.end.zip(to.end).map(|(a, b)| lerp(a, b, t));
                bones.reach(a.lerp(b, t), *bend, end)
            }
            (first, second) => {
                let (a, missing_a) = alone(from)?;
                let (b, missing_b) = alone(to)?;
                // Angles that were written turn the way they were written; solved ones the short
                // way, which the settled poses decide once for the whole movement.
                let [start, end] = poses.map(|pose| pose.settled[name as usize]);
                let written = matches!((first, second), (Reach::Angles(_), Reach::Angles(_)));
                let angles = [0, 1, 2].map(|part| {
                    if written {
                        return lerp(a[part], b[part], t);
                    }
                    let end = nearest_turn(end[part], start[part]);
                    lerp(
                        nearest_turn(a[part], start[part]),
                        nearest_turn(b[part], end),
                        t,
                    )
                });
                (angles, lerp(missing_a, missing_b, t))
            }
        };
        let mut joints = [bones.root; 4];
        for part in 0..3 {
            joints[part + 1] = joints[part] + Point::along(angles[part]) * bones.lengths[part];
        }
        Some(Solved {
            joints,
            angles,
            short,
            hand: from.hand.blend(&to.hand, t),
            missing,
        })
    }
}

/// The bones of one limb as the view sees them.
struct Bones {
    root: Point,
    lengths: [f32; 3],
    is_arm: bool,
    view: View,
}

impl Bones {
    fn default_end(&self, lower: f32) -> f32 {
        match self.view {
            _ if self.is_arm => lower,
            View::Side => lower + 90.0,
            _ => -90.0,
        }
    }

    /// The angles that bring the middle of the palm, or the ankle, to a place, and how much is
    /// missing.
    fn reach(&self, target: Point, bend: Bend, end: Option<f32>) -> ([f32; 3], f32) {
        let [upper, lower, grip] = self.lengths;
        let (lower, wrist) = match (self.is_arm, end) {
            (true, Some(palm)) => (lower, target - Point::along(palm) * grip),
            (true, None) => (lower + grip, target),
            (false, _) => (lower, target),
        };
        let ([a, b], missing) = two_bones(wrist - self.root, upper, lower, bend);
        // A foot that is put somewhere stands there.
        let stands = !self.is_arm && self.view == View::Side;
        let default = if stands { 0.0 } else { self.default_end(b) };
        ([a, b, end.unwrap_or(default)], missing)
    }
}

/// The directions of two bones that lead to a place, with the joint between them to the side of
/// `bend`; stretched or folded as far as they go if the place is out of reach. On the way from
/// a limb that has swung past the line of sight a bone may have no length, or less than none: it
/// counts as very short.
fn two_bones(way: Point, upper: f32, lower: f32, bend: Bend) -> ([f32; 2], f32) {
    const SHORTEST: f32 = 1e-3;
    let [upper, lower] = [upper, lower].map(|bone| bone.max(SHORTEST));
    let distance = way.length();
    let reached = distance
        .clamp((upper - lower).abs(), upper + lower)
        .max(1e-6);
    let cosine = (upper * upper + reached * reached - lower * lower) / (2.0 * upper * reached);
    let opening = cosine.clamp(-1.0, 1.0).acos().to_degrees();
    let straight = way.angle();
    let joint = |angle: f32| Point::along(angle) * upper;
    let [one, other] = [straight + opening, straight - opening];
    let first = if joint(one).dot(bend.way()) >= joint(other).dot(bend.way()) {
        one
    } else {
        other
    };
    let end = Point::along(straight) * reached;
    (
        [first, (end - joint(first)).angle()],
        (distance - reached).abs(),
    )
}

fn spine_angle(trunk: &Trunk, share: f32) -> f32 {
    let [pelvis, waist, neck] = trunk.spine;
    if share < 0.5 {
        lerp(pelvis, waist, share * 2.0)
    } else {
        lerp(waist, neck, share * 2.0 - 1.0)
    }
}

fn spine_curve(trunk: &Trunk, hip: Point) -> Vec<Point> {
    let piece = 1.0 / f32::from(SPINE_PIECES);
    let length = piece * trunk.tall;
    let mut points = vec![hip];
    let mut here = hip;
    for place in 0..SPINE_PIECES {
        let middle = (f32::from(place) + 0.5) * piece;
        here = here + Point::along(spine_angle(trunk, middle)) * length;
        points.push(here);
    }
    points
}

/// Past its ends the curve goes on straight.
fn curve_at(points: &[Point], share: f32) -> Point {
    let place = share * f32::from(SPINE_PIECES);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the pieces"
    )]
    let piece = place.floor().clamp(0.0, f32::from(SPINE_PIECES - 1)) as u8;
    match points.get(usize::from(piece)..) {
        Some([from, to, ..]) => from.lerp(*to, place - f32::from(piece)),
        _ => Point::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bones that are long, short, of no length, and past the line of sight; two of them may be alike.
    fn bone(random: &mut fastrand::Rng) -> f32 {
        match random.u8(..4) {
            0 => *random.choice(&[-1.0, -0.0, 0.0, 1e-3, 0.05, 1.0]).unwrap(),
            1 => random.f32() * 2.0 - 1.0,
            _ => random.f32(),
        }
    }

    #[test]
    fn two_bones_of_any_length_lead_to_any_place_or_as_near_to_it_as_they_can() {
        let mut random = fastrand::Rng::with_seed(5);
        for _ in 0..20_000 {
            let upper = bone(&mut random);
            let lower = if random.bool() {
                upper
            } else {
                bone(&mut random)
            };
            let even = random.f32();
            let distances = [0.0, 1e-7, (upper - lower).abs(), upper + lower, 8.0, even];
            let far = *random.choice(&distances).unwrap();
            let way = Point::along(random.f32() * 360.0) * far;
            for bend in Bend::ALL {
                let ([a, b], missing) = two_bones(way, upper, lower, bend);
                let case = format!("{upper}, {lower} to {way:?}, {bend:?}: {a}, {b}, {missing}");
                assert!(a.is_finite() && b.is_finite() && missing >= 0.0, "{case}");
                if upper.min(lower) >= 1e-3 {
                    let end = Point::along(a) * upper + Point::along(b) * lower;
                    assert!(((end - way).length() - missing).abs() < 1e-3, "{case}");
                }
            }
        }
    }
}
