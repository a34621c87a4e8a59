//! Posed figures: a mannequin, a few poses and props, turned into shapes to be drawn.
//!
//! A figure is data, written in TOML and described for its authors in `assets/figures/README.md`.
//! [`Figure::from_table`] turns it into a [`Figure`] or into every mistake it has;
//! [`Figure::shapes`] turns a figure at a [`Moment`] into [`Shape`]s, which know neither the screen
//! nor SVG. A side is drawn once: the other one is the mirror image.

mod body;
mod draw;
mod fault;
pub mod geometry;
pub mod keys;
mod palette;
mod props;
mod read;
mod shape;
mod shipped;
mod solve;
pub mod svg;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;
use std::time::Duration;

pub use fault::Fault;
pub use geometry::{Point, Rect};
pub use palette::Palette;
pub use shape::{Arc, Disc, GLOW, Geometry, Role, Shape, look_alike, outline};
pub use shipped::{names, shipped};

use crate::side::Side;
use crate::tables::Noted;
use body::{LimbName, Part, Pose, Target, View, words};
use draw::Style;
use geometry::smooth;
use props::{Arrow, Layer, Prop, PropKind};
use solve::{Skeleton, Surroundings};

/// How long the mannequin takes from rest into the pose, and back.
pub const BLEND: Duration = Duration::from_secs(1);

/// Where a repetition is: how far the figure is into its pose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Travel {
    /// Whether the part begins in the pose.
    pub from: bool,
    /// Whether it ends there.
    pub to: bool,
    /// Since the part began.
    pub since: Duration,
    /// Of the part.
    pub length: Duration,
}

words! {
    /// What an exercise is done for.
    pub enum Purpose {
        Stretch = "stretch",
        Strength = "strength",
        /// To move a part through all of its range.
        Mobility = "mobility",
    }
}

/// One exercise as a picture that can move. Valid by construction: every moment of it can be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    view: View,
    drawn_for: Option<Side>,
    purpose: Purpose,
    /// Parts behind the body, drawn darker.
    far: Vec<Part>,
    /// The parts that are drawn, from the farthest to the nearest.
    order: Vec<Part>,
    bust: f32,
    /// Rest, hold, and any more in the order of their names.
    poses: Vec<Pose>,
    /// The places of the poses that a paced repetition runs through.
    cycle: Vec<usize>,
    props: Vec<Prop>,
    highlights: Vec<Highlight>,
    arrows: Vec<(Arrow, Option<usize>)>,
    frame: Rect,
}

/// A glow where the stretch is felt.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Highlight {
    place: Target,
    /// Half its length along what it lies on, and across.
    size: [f32; 2],
    layer: Layer,
    /// The pose it is seen in; every pose but rest if none.
    pose: Option<usize>,
}

/// A moment of a figure's movement: how far it is from one pose to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    from: usize,
    to: usize,
    /// From 0 to 1, already eased.
    share: f32,
}

/// No number of a figure is ever not a number: each was read from within a range.
impl Eq for Figure {}

impl Moment {
    /// The pose before and after a hold.
    pub const REST: Self = Self {
        from: 0,
        to: 0,
        share: 0.0,
    };
    /// The pose of the hold.
    pub const HOLD: Self = Self {
        from: 1,
        to: 1,
        share: 0.0,
    };

    /// The given time after a hold has begun: eased from rest into the pose within [`BLEND`].
    pub fn entering(since: Duration) -> Self {
        Self {
            from: 0,
            to: 1,
            share: eased(since, BLEND),
        }
    }

    /// The given time after a hold has ended.
    pub fn leaving(since: Duration) -> Self {
        Self {
            from: 1,
            to: 0,
            share: eased(since, BLEND),
        }
    }

    /// How much of a mark of the given pose, or of every pose but rest, is seen.
    fn weight(self, pose: Option<usize>) -> f32 {
        let belongs =
            |place: usize| f32::from(u8::from(pose.map_or(place != 0, |pose| pose == place)));
        geometry::lerp(belongs(self.from), belongs(self.to), self.share)
    }
}

impl Figure {
    /// Reads a figure from its table in the text of a file: the whole of a file of its own, or a
    /// routine's `[figure.NAME]`. What is missing from it is reported at `span`, in bytes of the text.
    ///
    /// # Errors
    /// Every mistake, with its place in that text.
    pub fn from_table(
        text: &str,
        span: Range<usize>,
        table: &toml::de::DeTable,
    ) -> Result<Self, Noted<Fault>> {
        read::table(text, span, table)
    }

    /// The side that the data shows. A figure without one looks the same for both.
    pub fn drawn_for(&self) -> Option<Side> {
        self.drawn_for
    }

    /// What the exercise that it shows is done for.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Whether it shows a person from the waist up, seated at a table.
    pub fn is_bust(&self) -> bool {
        self.bust > 0.0
    }

    /// Whether it plainly shows somebody lying: from above, or with hips and shoulders near the ground.
    pub fn lies(&self) -> bool {
        /// As high as a body that lies on its side.
        const LOW: f32 = 0.62;
        let is_low = |pose| {
            let parts = self.trunk_heights(pose);
            parts.is_some_and(|[hips, shoulders]| hips < LOW && shoulders < LOW)
        };
        self.is_whole() && (self.view == View::Top || is_low(0) || is_low(1))
    }

    /// Whether it plainly shows somebody on their feet: with the hips as high as no chair is.
    pub fn stands(&self) -> bool {
        const HIGH: f32 = 1.25;
        let is_high = |pose| {
            let parts = self.trunk_heights(pose);
            parts.is_some_and(|[hips, _]| hips > HIGH)
        };
        // On a mat nobody stands: it may be drawn as if seen from above.
        let is_on_mat = self.props.iter().any(|prop| prop.kind == PropKind::Mat);
        let is_upright = self.view != View::Top && !is_on_mat;
        self.is_whole() && is_upright && is_high(0) && is_high(1)
    }

    /// Whether it shows the body from head to foot, and not a hand alone.
    fn is_whole(&self) -> bool {
        let shows = |part| self.order.contains(&part);
        !self.is_bust() && shows(Part::Torso) && (shows(Part::LeftThigh) || shows(Part::RightThigh))
    }

    /// How high above the ground the middle of the hips is in a pose, and that of the shoulders.
    fn trunk_heights(&self, pose: usize) -> Option<[f32; 2]> {
        let skeleton = self.skeleton_of(pose, pose, 0.0)?;
        let middle = |[left, right]: [Point; 2]| f32::midpoint(left.y, right.y);
        Some([middle(skeleton.hips()), middle(skeleton.shoulders())])
    }

    /// The box that holds the figure at every moment, for a painter to fit into its own. What lies
    /// outside may be seen or cut off.
    pub fn frame(&self, side: Option<Side>) -> Rect {
        if self.is_mirrored(side) {
            self.frame.mirrored()
        } else {
            self.frame
        }
    }

    /// The moment of a paced repetition: `since` its start, one each `pace`, through the figure's
    /// poses and back to the first.
    pub fn paced(&self, since: Duration, pace: Duration) -> Moment {
        let count = u32::try_from(self.cycle.len()).unwrap_or(u32::MAX);
        let each = pace
            .checked_div(count)
            .unwrap_or_default()
            .max(Duration::from_millis(1));
        let steps = since.as_millis() / each.as_millis();
        let within = since.as_millis() % each.as_millis();
        let pose = |step: u128| {
            let turn = usize::try_from(step % u128::from(count.max(1))).unwrap_or(0);
            self.cycle.get(turn).copied().unwrap_or(0)
        };
        let within = Duration::from_millis(u64::try_from(within).unwrap_or(0));
        Moment {
            from: pose(steps),
            to: pose(steps + 1),
            share: eased(within, each),
        }
    }

    /// The moment of a part of a repetition that has a tempo: on the way from the start to the pose in
    /// the middle of the figure's own order, or on the way back.
    pub fn travelling(&self, travel: Travel) -> Moment {
        let middle = self.cycle.len() / 2;
        let place = |is_in_pose: bool| if is_in_pose { middle } else { 0 };
        let begins = place(travel.from);
        let ends = match (travel.from, travel.to) {
            (true, false) => self.cycle.len(),
            (_, to) => place(to),
        };
        let count = u32::try_from(ends.saturating_sub(begins)).unwrap_or(u32::MAX);
        let pose = |at: usize| {
            let turn = at.checked_rem(self.cycle.len()).unwrap_or(0);
            self.cycle.get(turn).copied().unwrap_or(0)
        };
        let each = travel.length.checked_div(count).unwrap_or(travel.length);
        let passed = travel.since.as_millis().checked_div(each.as_millis());
        let passed = passed
            .and_then(|passed| u32::try_from(passed).ok())
            .unwrap_or(0);
        let passed = passed.min(count.saturating_sub(1));
        let from = begins + usize::try_from(passed).unwrap_or(0);
        Moment {
            from: pose(from),
            to: pose(if count == 0 { from } else { from + 1 }),
            share: eased(travel.since.saturating_sub(each * passed), each),
        }
    }

    /// The shapes of a moment, from the farthest to the nearest. No side means the side the data
    /// shows.
    pub fn shapes(&self, moment: Moment, side: Option<Side>) -> Vec<Shape> {
        let Some(skeleton) = self.skeleton(moment) else {
            return Vec::new();
        };
        let shapes = self.picture(&skeleton, moment);
        if self.is_mirrored(side) {
            shapes.into_iter().map(Shape::mirrored).collect()
        } else {
            shapes
        }
    }

    fn is_mirrored(&self, side: Option<Side>) -> bool {
        matches!((side, self.drawn_for), (Some(wanted), Some(drawn)) if wanted != drawn)
    }

    fn skeleton(&self, moment: Moment) -> Option<Skeleton> {
        self.skeleton_of(moment.from, moment.to, moment.share)
    }

    fn skeleton_of(&self, from: usize, to: usize, share: f32) -> Option<Skeleton> {
        let (from, to) = (self.poses.get(from)?, self.poses.get(to)?);
        let around = Surroundings {
            view: self.view,
            edges: &self.edges(),
        };
        solve::solve(around, from, to, share)
    }

    /// Lets every pose know the angles its own limbs come to.
    fn settle(&mut self) {
        for place in 0..self.poses.len() {
            let skeleton = self.skeleton_of(place, place, 0.0);
            if let (Some(skeleton), Some(pose)) = (skeleton, self.poses.get_mut(place)) {
                pose.settled = LimbName::ALL.map(|limb| skeleton.limb(limb).angles);
            }
        }
    }

    fn edges(&self) -> Vec<[Point; 2]> {
        self.props.iter().map(Prop::edge).collect()
    }

    fn style(&self) -> Style<'_> {
        Style {
            view: self.view,
            far: &self.far,
            order: &self.order,
            bust: self.bust,
        }
    }

    fn picture(&self, skeleton: &Skeleton, moment: Moment) -> Vec<Shape> {
        let edges = self.edges();
        let style = self.style();
        let prop = |layer: Layer| {
            self.props
                .iter()
                .filter(move |prop| prop.layer == layer)
                .flat_map(|prop| {
                    let through: Vec<Point> = prop
                        .through
                        .iter()
                        .filter_map(|&place| skeleton.place(&edges, place))
                        .map(|(point, _)| point)
                        .collect();
                    prop.shapes(self.view, &through)
                })
        };
        let glow = |layer: Layer| {
            self.highlights
                .iter()
                .filter(move |highlight| highlight.layer == layer)
                .filter_map(|highlight| {
                    let opacity = moment.weight(highlight.pose);
                    let (center, way) = skeleton.place(&edges, highlight.place)?;
                    let axis = way * highlight.size[0];
                    let geometry = Geometry::Glow {
                        center,
                        axis,
                        across: highlight.size[1],
                    };
                    (opacity > 0.0).then_some(Shape {
                        geometry,
                        role: Role::Highlight,
                        opacity,
                    })
                })
        };
        let mut shapes: Vec<Shape> = prop(Layer::Farthest).collect();
        for &part in &self.order {
            shapes.extend(prop(Layer::Behind(part)));
            shapes.extend(glow(Layer::Behind(part)));
            shapes.extend(draw::part(skeleton, &style, part));
            shapes.extend(glow(Layer::Over(part)));
        }
        shapes.extend(prop(Layer::Nearest));
        for (arrow, pose) in &self.arrows {
            let opacity = moment.weight(*pose);
            if opacity > 0.0 {
                shapes.extend(arrow.shapes(opacity));
            }
        }
        shapes
    }

    /// The parts that are lower than the floor, and by how much.
    fn sunk(&self, skeleton: &Skeleton) -> Vec<(Part, f32)> {
        // From above there is no floor to see, and a bust is cut off above it.
        if self.view == View::Top || self.bust > 0.0 {
            return Vec::new();
        }
        let style = self.style();
        let depth = |part: Part| {
            let shapes = draw::part(skeleton, &style, part);
            shapes
                .iter()
                .map(|shape| -shape.bounds().min.y)
                .fold(0.0, f32::max)
        };
        let sunk = self.order.iter().map(|&part| (part, depth(part)));
        sunk.filter(|(_, by)| *by > TOLERANCE).collect()
    }

    /// Every pair of poses that some moment lies between.
    fn ways(&self) -> Vec<(usize, usize)> {
        let around = self
            .cycle
            .iter()
            .copied()
            .zip(self.cycle.iter().copied().cycle().skip(1));
        std::iter::once((0, 1)).chain(around).collect()
    }

    /// The box of what is seen at each pose, and of some looks at each way between two.
    fn measured_frame(&self) -> Rect {
        const MARGIN: f32 = 0.05;
        /// Parts of one way, with a look from one to the next.
        const MOST_PARTS: u8 = 12;
        /// Parts of all ways: a figure that has many takes no longer to read.
        const ALL_PARTS: u8 = 30;
        // There and back look the same. The way from rest into the hold is always one of them.
        let ways: BTreeSet<_> = self
            .ways()
            .into_iter()
            .map(|(from, to)| (from.min(to), from.max(to)))
            .collect();
        let count = u8::try_from(ways.len()).unwrap_or(u8::MAX);
        let parts = (ALL_PARTS / count).clamp(1, MOST_PARTS);
        let poses: BTreeSet<_> = ways.iter().flat_map(|&(from, to)| [from, to]).collect();
        let poses = poses.into_iter().map(|pose| Moment {
            from: pose,
            to: pose,
            share: 0.0,
        });
        let between = ways.iter().flat_map(|&(from, to)| {
            (1..parts).map(move |part| Moment {
                from,
                to,
                share: f32::from(part) / f32::from(parts),
            })
        });
        let shapes = poses
            .chain(between)
            .flat_map(|moment| self.shapes(moment, None));
        let bounds = shapes.map(|shape| shape.bounds()).reduce(Rect::join);
        // A figure that hides everything still has a place.
        let bounds = bounds.unwrap_or_else(|| Rect::around(Point::default(), 0.5, 0.5));
        bounds.grown(MARGIN)
    }
}

/// How deep a body presses into what it lies on.
const TOLERANCE: f32 = 0.02;

/// From 0 to 1 while the time runs, with a gentle start and end.
fn eased(since: Duration, whole: Duration) -> f32 {
    let share = since.as_secs_f32() / whole.as_secs_f32().max(1e-3);
    smooth(share.clamp(0.0, 1.0))
}
