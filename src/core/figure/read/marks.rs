//! Highlights and arrows.

use super::numbers::{Table, Value};
use super::props;
use crate::figure::Highlight;
use crate::figure::body::{Anchor, Part, Pose, Target};
use crate::figure::fault::Fault;
use crate::figure::props::{Arrow, Layer, Prop};
use crate::text::shown;

/// What highlights and arrows refer to.
pub(super) struct Marks<'a> {
    pub(super) props: &'a [Prop],
    pub(super) poses: &'a [(String, Pose)],
}

impl Marks<'_> {
    pub(super) fn highlight(&self, table: &Table) -> Option<Highlight> {
        let place = props::on(table, self.props)?;
        let size = table.need("size")?.numbers()?;
        let layer = match (table.value("behind"), place) {
            (Some(value), _) => Layer::Behind(value.word(&Part::CHOICES)?),
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
            pose: self.its_pose(table)?,
        })
    }

    pub(super) fn arrow(&self, table: &Table) -> Option<(Arrow, Option<usize>)> {
        let pose = self.its_pose(table)?;
        if table.value("center").is_none() {
            let point = |key| table.need(key)?.point();
            return Some((
                Arrow::Straight {
                    from: point("from")?,
                    to: point("to")?,
                },
                pose,
            ));
        }
        let center = table.need("center")?.point()?;
        let number = |key| table.need(key)?.number();
        let radius = number("radius")?;
        let (start, end) = (number("start")?, number("end")?);
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
    fn its_pose(&self, table: &Table) -> Option<Option<usize>> {
        match table.value("pose") {
            None => Some(None),
            Some(value) => self.pose(value).map(Some),
        }
    }

    pub(super) fn pose(&self, value: Value) -> Option<usize> {
        let text = value.text()?;
        let found = self.poses.iter().position(|(name, _)| name == text);
        if found.is_none() {
            let fault = Fault::PoseAbsent { name: shown(text) };
            value.note(fault);
        }
        found
    }
}
