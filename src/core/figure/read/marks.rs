//! Highlights and arrows.

use super::poses::ANGLES;
use super::value::{Report, Table, Value};
use super::{COORDINATES, props};
use crate::figure::Highlight;
use crate::figure::body::{Anchor, Part, Pose, Target};
use crate::figure::fault::{Fault, shown};
use crate::figure::props::{Arrow, Layer, Prop};

const HIGHLIGHT_KEYS: &[&str] = &["on", "at", "out", "size", "behind", "pose"];
const ARROW_KEYS: &[&str] = &["from", "to", "center", "radius", "start", "end", "pose"];

/// What highlights and arrows refer to.
pub(super) struct Marks<'a> {
    pub(super) props: &'a [Prop],
    pub(super) poses: &'a [(String, Pose)],
}

impl Marks<'_> {
    pub(super) fn highlight(&self, table: &Table, report: &mut Report) -> Option<Highlight> {
        table.only(HIGHLIGHT_KEYS, report);
        let place = props::on(table, self.props, None, report)?;
        let size = table.need("size", report)?.numbers(0.02..=2.0, report)?;
        let layer = match (table.get("behind"), place) {
            (Some(value), _) => Layer::Behind(value.word(Part::WORDS, &Part::ALL, report)?),
            (
                None,
                Target::On {
                    what: Anchor::Part(part),
                    ..
                },
            ) => Layer::Over(part),
            (None, _) => Layer::Over(Part::Torso),
        };
        Some(Highlight {
            place,
            size,
            layer,
            pose: self.its_pose(table, report)?,
        })
    }

    pub(super) fn arrow(
        &self,
        table: &Table,
        report: &mut Report,
    ) -> Option<(Arrow, Option<usize>)> {
        table.only(ARROW_KEYS, report);
        let pose = self.its_pose(table, report)?;
        if table.get("center").is_none() {
            let mut point = |key| table.need(key, report)?.point(COORDINATES, report);
            return Some((
                Arrow::Straight {
                    from: point("from")?,
                    to: point("to")?,
                },
                pose,
            ));
        }
        let center = table.need("center", report)?.point(COORDINATES, report)?;
        let mut number = |key, range| table.need(key, report)?.number(range, report);
        let radius = number("radius", 0.05..=2.0)?;
        let (start, end) = (number("start", ANGLES)?, number("end", ANGLES)?);
        Some((
            Arrow::Round {
                center,
                radius,
                start,
                end,
            },
            pose,
        ))
    }

    /// The pose a mark belongs to; none for every pose but rest. The outer none is a mistake.
    #[expect(
        clippy::option_option,
        reason = "a mistake, no pose of its own, and a pose are three"
    )]
    fn its_pose(&self, table: &Table, report: &mut Report) -> Option<Option<usize>> {
        match table.get("pose") {
            None => Some(None),
            Some(value) => self.pose(&value, report).map(Some),
        }
    }

    pub(super) fn pose(&self, value: &Value, report: &mut Report) -> Option<usize> {
        let text = value.text(report)?;
        let found = self.poses.iter().position(|(name, _)| name == text);
        if found.is_none() {
            let fault = Fault::PoseAbsent { name: shown(text) };
            report.add(&value.span, fault);
        }
        found
    }
}
