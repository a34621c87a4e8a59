//! What every shipped figure promises, at every moment of its movement.

use std::collections::BTreeMap;
use std::fmt::Write as _;

mod reading;

use super::body::{LimbName, Reach, Target};
use super::geometry::lerp;
use super::*;
use crate::routine::read_figure;

/// Moments of one second at sixty frames a second.
const MOMENTS: u8 = 60;

fn every_figure() -> impl Iterator<Item = (&'static str, &'static Figure)> {
    names().map(|name| (name, shipped(name).unwrap()))
}

/// Every moment of every movement of a figure: from pose, to pose, share.
fn moments(figure: &Figure) -> Vec<(usize, usize, f32)> {
    let mut moments = Vec::new();
    for (from, to) in figure.ways() {
        for step in 0..=MOMENTS {
            moments.push((from, to, f32::from(step) / f32::from(MOMENTS)));
        }
    }
    moments
}

#[test]
fn every_shipped_file_is_listed_and_reads_without_a_mistake() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/figures");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    files.sort();
    assert_eq!(files, names().collect::<Vec<_>>());
    for name in &files {
        let text = std::fs::read_to_string(format!("{folder}/{name}.toml")).unwrap();
        assert_eq!(read_figure(text.as_bytes()).err(), None, "{name}");
        assert!(shipped(name).is_some());
    }
}

#[test]
fn limbs_keep_their_declared_length_all_the_way() {
    for (name, figure) in every_figure() {
        for (from, to, share) in moments(figure) {
            let skeleton = figure.skeleton_of(from, to, share).unwrap();
            for limb in LimbName::ALL {
                let joints = skeleton.limb(limb).joints;
                let (a, b) = (figure.poses[from].limb(limb), figure.poses[to].limb(limb));
                for (part, length) in limb.lengths().into_iter().enumerate() {
                    let declared = (length * lerp(a.short[part], b.short[part], share)).abs();
                    let found = (joints[part + 1] - joints[part]).length();
                    assert!(
                        (declared - found).abs() < 1e-4,
                        "{name} {} {share}",
                        limb.word()
                    );
                }
            }
        }
    }
}

#[test]
fn pinned_hands_and_feet_are_on_their_targets() {
    for (name, figure) in every_figure() {
        let edges = figure.edges();
        for (from, to, share) in moments(figure) {
            let skeleton = figure.skeleton_of(from, to, share).unwrap();
            for limb in LimbName::ALL {
                let (a, b) = (figure.poses[from].limb(limb), figure.poses[to].limb(limb));
                let place = |target: Target| skeleton.place(&edges, target).unwrap().0;
                let target = match (&a.reach, &b.reach) {
                    (Reach::Pinned { to, .. }, _) if share == 0.0 => place(*to),
                    (_, Reach::Pinned { to, .. }) if share >= 1.0 => place(*to),
                    // On the same thing all the time: the hand never leaves it.
                    (Reach::Pinned { to, .. }, other)
                        if a.reach == *other && a.end.is_some() == b.end.is_some() =>
                    {
                        place(*to)
                    }
                    _ => continue,
                };
                let solved = skeleton.limb(limb);
                let end = solved.joints[if limb.is_arm() { 3 } else { 2 }];
                let missed = (end - target).length();
                assert!(missed < 0.01, "{name} {} {share}: {missed}", limb.word());
            }
        }
    }
}

#[test]
fn nothing_sinks_through_the_floor() {
    let mut below_floor = BTreeMap::new();
    for (name, figure) in every_figure() {
        for (from, to, share) in moments(figure) {
            let skeleton = figure.skeleton_of(from, to, share).unwrap();
            for (part, by) in figure.sunk(&skeleton) {
                below_floor.insert(
                    format!("{name} {from} to {to}: {}", part.word()),
                    (share, by),
                );
            }
        }
    }
    assert!(below_floor.is_empty(), "{below_floor:#?}");
}

#[test]
fn nothing_jumps() {
    // Between two frames of the second that a movement takes; the fastest hand runs about two
    // torsos in it.
    const FARTHEST: f32 = 0.15;
    for (name, figure) in every_figure() {
        let mut last: Option<(usize, Skeleton)> = None;
        for (from, to, share) in moments(figure) {
            let now = figure.skeleton_of(from, to, share).unwrap();
            if let Some((_, before)) = last.filter(|(pose, _)| *pose == from && share > 0.0) {
                for limb in LimbName::ALL {
                    let pairs = before
                        .limb(limb)
                        .joints
                        .into_iter()
                        .zip(now.limb(limb).joints);
                    for (a, b) in pairs {
                        let moved = (b - a).length();
                        assert!(moved < FARTHEST, "{name} {} {share}: {moved}", limb.word());
                    }
                }
            }
            last = Some((from, now));
        }
    }
}

#[test]
fn knees_bend_backwards_only() {
    // Where a leg is seen from the side in its full length.
    for (name, figure) in every_figure() {
        if figure.view != View::Side {
            continue;
        }
        for (from, to, share) in moments(figure) {
            let skeleton = figure.skeleton_of(from, to, share).unwrap();
            for limb in [LimbName::LeftLeg, LimbName::RightLeg] {
                let leg = skeleton.limb(limb);
                if leg.short.iter().any(|&share| share < 1.0) {
                    continue;
                }
                let bent = geometry::nearest_turn(leg.angles[0] - leg.angles[1], 90.0);
                assert!(
                    (-6.0..170.0).contains(&bent),
                    "{name} {} {share}: {bent}",
                    limb.word()
                );
            }
        }
    }
}

#[test]
fn the_other_side_is_the_exact_mirror() {
    for (name, figure) in every_figure() {
        let Some(side) = figure.drawn_for() else {
            continue;
        };
        for moment in [Moment::REST, Moment::HOLD, Moment::entering(BLEND / 3)] {
            let own = figure.shapes(moment, Some(side));
            assert_eq!(own, figure.shapes(moment, None), "{name}");
            let other = figure.shapes(moment, Some(side.other()));
            assert_ne!(own, other, "{name}");
            let back: Vec<Shape> = other.into_iter().map(Shape::mirrored).collect();
            assert_eq!(own, back, "{name}");
        }
        let frame = figure.frame(Some(side));
        assert_eq!(frame.mirrored(), figure.frame(Some(side.other())), "{name}");
    }
}

#[test]
fn a_figure_without_a_side_moves_both_sides_alike() {
    // Hands that lie on each other can't be at the same height.
    const NEAR: f32 = 0.1;
    for (name, figure) in every_figure() {
        if figure.drawn_for.is_some() || !matches!(figure.view, View::Front | View::Back) {
            continue;
        }
        for (from, to, share) in moments(figure) {
            let skeleton = figure.skeleton_of(from, to, share).unwrap();
            for (left, right) in [
                (LimbName::LeftArm, LimbName::RightArm),
                (LimbName::LeftLeg, LimbName::RightLeg),
            ] {
                let mirrored = skeleton.limb(left).joints.map(Point::mirrored);
                for (one, other) in mirrored.into_iter().zip(skeleton.limb(right).joints) {
                    assert!(
                        (one - other).length() < NEAR,
                        "{name} {} {share}",
                        right.word()
                    );
                }
            }
        }
    }
}

/// Which side a figure shows, found from what moves in it: the limb on that side that moves most,
/// or the side of the picture that head and knees move to.
#[test]
fn a_figure_shows_the_side_that_it_says() {
    // Figures whose side is where the head, the trunk or the knees go.
    const LEANING: [&str; 7] = [
        "lower-back-rotation",
        "neck-rotation",
        "neck-side-bend",
        "neck-side-bend-hand",
        "neck-side-bend-standing",
        "side-bend-seated",
        "side-bend-standing",
    ];
    for (name, figure) in every_figure() {
        let Some(side) = figure.drawn_for() else {
            continue;
        };
        let rest = figure.skeleton(Moment::REST).unwrap();
        let hold = figure.skeleton(Moment::HOLD).unwrap();
        let found = if LEANING.contains(&name) {
            let nose = |skeleton: &Skeleton| {
                skeleton.head
                    + Point::along(skeleton.trunk.head - 90.0)
                        * skeleton.trunk.turn.to_radians().sin()
            };
            let knee = |skeleton: &Skeleton| skeleton.limb(LimbName::LeftLeg).joints[1];
            let gone = (nose(&hold) - nose(&rest)) + (knee(&hold) - knee(&rest));
            // The mannequin's own left, as the view shows it.
            let left = -Point::along(rest.trunk.spine[1]).left();
            if gone.dot(left) > 0.0 {
                Side::Left
            } else {
                Side::Right
            }
        } else {
            // A highlight on a limb decides; else the leg, else the arm that moves farther.
            let lit = figure
                .highlights
                .iter()
                .find_map(|highlight| match highlight.layer {
                    Layer::Over(part) => part.limb().map(|(limb, _)| limb),
                    _ => None,
                });
            let moved = |limb: LimbName| {
                let pairs = rest
                    .limb(limb)
                    .joints
                    .into_iter()
                    .zip(hold.limb(limb).joints);
                pairs.map(|(a, b)| (b - a).length()).fold(0.0, f32::max)
            };
            let farther = |left: LimbName, right: LimbName| {
                let (a, b) = (moved(left), moved(right));
                ((a - b).abs() > 0.1).then_some(if a > b { left } else { right })
            };
            let limb = lit
                .or_else(|| farther(LimbName::LeftLeg, LimbName::RightLeg))
                .or_else(|| farther(LimbName::LeftArm, LimbName::RightArm));
            match limb {
                Some(LimbName::LeftArm | LimbName::LeftLeg) => Side::Left,
                Some(LimbName::RightArm | LimbName::RightLeg) => Side::Right,
                None => {
                    // Only the feet show it, and they circle.
                    let foot = |limb| rest.limb(limb).angles[2] - hold.limb(limb).angles[2];
                    let left = foot(LimbName::LeftLeg).abs() > foot(LimbName::RightLeg).abs();
                    if left { Side::Left } else { Side::Right }
                }
            }
        };
        assert_eq!(found, side, "{name}");
    }
}

#[test]
fn what_a_figure_draws_is_finite_and_inside_its_frame() {
    for (name, figure) in every_figure() {
        let frame = figure.frame(None);
        for (from, to, share) in moments(figure) {
            for shape in figure.shapes(Moment { from, to, share }, None) {
                let bounds = shape.bounds();
                assert!(
                    bounds.width().is_finite() && bounds.height().is_finite(),
                    "{name}"
                );
                let room = frame.grown(0.05).join(bounds);
                assert_eq!(
                    room,
                    frame.grown(0.05),
                    "{name} leaves its frame at {share}"
                );
            }
        }
    }
}

#[test]
fn what_moves_is_large_enough_to_be_seen() {
    // In a panel that is twice as broad as high, as a share of its height.
    const LEAST: f32 = 0.2;
    for (name, figure) in every_figure() {
        let frame = figure.frame(None);
        let scale = (2.0 / frame.width()).min(1.0 / frame.height());
        let rest = figure.shapes(Moment::REST, None);
        let hold = figure.shapes(Moment::HOLD, None).into_iter();
        let moved = hold
            .filter(|shape| shape.role != Role::Highlight && !rest.contains(shape))
            .map(|shape| shape.bounds())
            .reduce(Rect::join)
            .unwrap();
        let seen = moved.width().max(moved.height()) * scale;
        assert!(seen > LEAST, "{name}: {seen}");
    }
}

#[test]
fn no_arrow_lies_over_the_body() {
    let mut over_body = BTreeMap::new();
    for (name, figure) in every_figure() {
        for (from, to, share) in moments(figure) {
            let shapes = figure.shapes(Moment { from, to, share }, None);
            let (arrows, rest): (Vec<_>, Vec<_>) = shapes
                .into_iter()
                .partition(|shape| shape.role == Role::Arrow);
            let body = |shape: &&Shape| {
                let prop = [
                    Role::Mat,
                    Role::Prop,
                    Role::PropShade,
                    Role::Towel,
                    Role::Band,
                    Role::Stick,
                ];
                !prop.contains(&shape.role)
            };
            for arrow in &arrows {
                let Geometry::Line { points, .. } = &arrow.geometry else {
                    continue;
                };
                for shape in rest.iter().filter(body) {
                    if points.iter().any(|&point| covers(shape, point)) {
                        over_body.insert(format!("{name} {from} to {to}: {:?}", shape.role), share);
                    }
                }
            }
        }
    }
    assert!(over_body.is_empty(), "{over_body:#?}");
}

/// Whether a shape that is round at its corners holds a point; one of another kind does not.
fn covers(shape: &Shape, point: Point) -> bool {
    let Geometry::Hull(discs) = &shape.geometry else {
        return false;
    };
    (0_u8..180).all(|step| {
        let way = Point::along(f32::from(step) * 2.0);
        let reach = discs.iter().map(|disc| disc.center.dot(way) + disc.radius);
        reach.fold(f32::MIN, f32::max) >= point.dot(way)
    })
}

#[test]
fn a_paced_movement_runs_through_its_poses_and_comes_back() {
    let figure = shipped("cat-and-camel").unwrap();
    let pace = Duration::from_secs(6);
    let at = |seconds| figure.paced(Duration::from_secs(seconds), pace);
    let pose = |from, to| Moment {
        from,
        to,
        share: 0.0,
    };
    assert_eq!(
        [at(0), at(2), at(4), at(6)],
        [pose(0, 1), pose(1, 2), pose(2, 0), pose(0, 1)]
    );
    assert!((at(1).share - 0.5).abs() < 1e-6);
    // A pace of nothing and a time of ages are drawn too.
    assert!(
        !figure
            .shapes(figure.paced(Duration::MAX, Duration::ZERO), None)
            .is_empty()
    );
}

const PALETTES: [Palette; 4] = [
    Palette::Light,
    Palette::Dark,
    Palette::HighContrastLight,
    Palette::HighContrastDark,
];

/// Where the joints of every figure are and every shape of it, at rest and in the hold, as they were
/// looked at last. After a figure was changed and looked at: `UPDATE_FIGURES=1 cargo test figure`.
#[test]
fn figures_are_as_they_were_looked_at() {
    let (mut joints, mut shapes) = (String::new(), String::new());
    let mut roles = Vec::new();
    for (name, figure) in every_figure() {
        for (pose, moment) in [("rest", Moment::REST), ("hold", Moment::HOLD)] {
            let drawn = figure.shapes(moment, None);
            writeln!(joints, "{name} {pose} {}", joints_of(figure, moment)).unwrap();
            writeln!(shapes, "{name} {pose}").unwrap();
            for shape in &drawn {
                writeln!(shapes, "{}", line_of(shape)).unwrap();
            }
            roles.extend(drawn.into_iter().map(|shape| shape.role));
        }
    }
    roles.sort_by_key(|role| format!("{role:?}"));
    roles.dedup();
    for role in roles {
        write!(shapes, "{role:?}").unwrap();
        for palette in PALETTES {
            let [red, green, blue] = palette.rgb(role);
            write!(shapes, " #{red:02x}{green:02x}{blue:02x}").unwrap();
        }
        shapes.push('\n');
    }
    // Sines differ in their last digits from one machine to another.
    are_as_kept("figures.txt", &joints, 0.015);
    are_as_kept("shapes.txt", &shapes, 2.5);
}

/// Compares with what a file of this folder keeps: numbers may be off by less than `near`.
fn are_as_kept(file: &str, found: &str, near: f32) {
    let path = format!("{}/figure/tests/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_FIGURES").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    let words = |line: &str| -> Vec<String> {
        let words = line.split([' ', ',']);
        words.map(str::to_owned).collect()
    };
    let is_near =
        |(one, other): (&String, &String)| match (one.parse::<f32>(), other.parse::<f32>()) {
            (Ok(one), Ok(other)) => (one - other).abs() < near,
            _ => one == other,
        };
    for (number, (kept, found)) in (1..).zip(kept.lines().zip(found.lines())) {
        let (was, is) = (words(kept), words(found));
        assert!(
            was.len() == is.len() && was.iter().zip(&is).all(is_near),
            "{file}, line {number}\nwas: {kept}\n is: {found}"
        );
    }
    assert_eq!(kept.lines().count(), found.lines().count(), "{file}");
}

fn joints_of(figure: &Figure, moment: Moment) -> String {
    let skeleton = figure.skeleton(moment).unwrap();
    let limbs = LimbName::ALL
        .into_iter()
        .flat_map(|limb| skeleton.limb(limb).joints);
    let mut reported = format!("{} shapes", figure.shapes(moment, None).len());
    for joint in std::iter::once(skeleton.head).chain(limbs) {
        write!(reported, " {:.2},{:.2}", joint.x, joint.y).unwrap();
    }
    reported
}

/// A shape in one line: its kind, its role, and its measures in thousandths of a torso, as they
/// stand in its geometry; how much of it is seen where that is not all.
fn line_of(shape: &Shape) -> String {
    let kind = match &shape.geometry {
        Geometry::Hull(_) => "hull",
        Geometry::Band { .. } => "band",
        Geometry::Line { .. } => "line",
        Geometry::Glow { .. } => "glow",
    };
    let mut reported = format!("{kind} {:?}", shape.role);
    for number in shape.measures() {
        // Without the sign that a rounded nothing may have.
        write!(reported, " {}", (number * 1000.0).round() + 0.0).unwrap();
    }
    if shape.opacity < 1.0 {
        write!(reported, " seen {}", (shape.opacity * 1000.0).round()).unwrap();
    }
    reported
}
