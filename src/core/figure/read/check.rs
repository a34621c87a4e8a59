//! Mistakes that only show once a pose is solved.

use std::ops::Range;

use super::limbs::{find, limb_keys};
use super::numbers::Table;
use crate::figure::Figure;
use crate::figure::body::LimbName;
use crate::figure::fault::Fault;
use crate::tables::Findings;

/// How far a limb may miss what it is pinned to, in torsos: less than can be seen.
const MISSED: f32 = 0.01;

/// Where the file speaks of each pose, in the order of the figure's poses.
#[derive(Default)]
pub(super) struct Places(Vec<PosePlaces>);

struct PosePlaces {
    name: String,
    whole: Range<usize>,
    /// In the order of [`LimbName::ALL`].
    limbs: [Range<usize>; 4],
}

impl Places {
    /// Adds a pose by its own table and the ones that say what it leaves out.
    pub(super) fn add(&mut self, name: &str, own: &Table, before: &[&Table]) {
        let limbs = LimbName::ALL.map(|limb| {
            let found = find(own, before, &limb_keys(limb));
            found.map_or_else(|| own.span.clone(), |(_, value)| value.span())
        });
        self.0.push(PosePlaces {
            name: name.to_owned(),
            whole: own.span.clone(),
            limbs,
        });
    }

    /// Notes limbs that don't reach what they are pinned to, parts below the floor, and limbs that
    /// are pinned to each other in a circle.
    pub(super) fn check(&self, figure: &Figure, findings: &Findings<'_, Fault>) {
        for (pose, places) in self.0.iter().enumerate() {
            let Some(skeleton) = figure.skeleton_of(pose, pose, 0.0) else {
                findings.note(Fault::Circle, places.whole.clone());
                continue;
            };
            let name = || places.name.clone();
            for (limb, place) in LimbName::ALL.into_iter().zip(&places.limbs) {
                let by = skeleton.limb(limb).missing;
                if by > MISSED {
                    let limb = limb.word();
                    let pose = name();
                    findings.note(Fault::OutOfReach { pose, limb, by }, place.clone());
                }
            }
            for (part, by) in figure.sunk(&skeleton) {
                let place = part
                    .limb()
                    .map_or(&places.whole, |(limb, _)| &places.limbs[limb as usize]);
                let part = part.word();
                let pose = name();
                findings.note(Fault::BelowFloor { pose, part, by }, place.clone());
            }
        }
        if !findings.is_empty() {
            return;
        }
        // Limbs that wait for each other only between two poses.
        for (from, to) in figure.ways() {
            if figure.skeleton_of(from, to, 0.5).is_none()
                && let Some(places) = self.0.get(to)
            {
                findings.note(Fault::Circle, places.whole.clone());
            }
        }
    }
}
