//! From TOML to a figure, strictly: all the mistakes at once, each with its place.

mod check;
mod keys;
mod marks;
mod numbers;
mod poses;
mod props;

use std::ops::{Range, RangeInclusive};

use toml::de::DeTable;

use super::body::{LimbName, Part, View};
use super::fault::Fault;
use super::geometry::{Rect, point};
use super::props::Prop;
use super::{Figure, Purpose};
use crate::side::Side;
use crate::tables::{Findings, Kind, Noted};
use crate::text::shown;
use marks::{ARROW_KEYS, HIGHLIGHT_KEYS, Marks};
use numbers::{Table, Value};
use props::PROP_KEYS;

const MOST_PROPS: usize = 12;
const MOST_MARKS: usize = 6;
const MOST_PLACES: usize = 12;

/// Where a figure may put things, in torsos.
const COORDINATES: RangeInclusive<f32> = -8.0..=8.0;
/// Along a part or a prop, and past its ends; in torsos across it.
const SHARES: RangeInclusive<f32> = -3.0..=3.0;

const FIGURE_KEYS: &[&str] = &[
    "view",
    "drawn_for",
    "far",
    "order",
    "hide",
    "bust",
    "frame",
    "cycle",
    "purpose",
    "prop",
    "highlight",
    "arrow",
    "pose",
];

/// Reads a figure from its table, whose place in the text is `span`.
pub(super) fn table(
    text: &str,
    span: Range<usize>,
    entries: &DeTable,
) -> Result<Figure, Noted<Fault>> {
    let findings = Findings::new(text);
    let table = Table::new(entries, span, FIGURE_KEYS, &findings);
    match figure(&table, &findings) {
        Some(figure) if findings.is_empty() => Ok(figure),
        _ => Err(findings.into_noted()),
    }
}

fn figure(table: &Table, findings: &Findings<'_, Fault>) -> Option<Figure> {
    let view = table
        .need("view")
        .and_then(|value| value.word(&View::CHOICES));
    let drawn_for = table
        .value("drawn_for")
        .and_then(|value| value.word(&Side::CHOICES));
    let purpose = table
        .value("purpose")
        .and_then(|value| value.word(&Purpose::CHOICES));
    let far = table.value("far").map(|value| parts(value));
    let order = table.value("order").map(|value| order(value));
    let hide = table
        .value("hide")
        .map_or_else(Vec::new, |value| parts(value));
    let bust = table.number_or("bust", 0.0..=0.9, 0.0);
    let frame = table.value("frame").and_then(|value| frame(value));
    let mut things: Vec<Prop> = Vec::new();
    for entry in table.tables("prop", MOST_PROPS, PROP_KEYS) {
        if let Some(thing) = props::prop(&entry, &things) {
            things.push(thing);
        }
    }
    let view = view?;
    let poses = poses::poses(table, view, &things)?;
    let marks = Marks {
        props: &things,
        poses: &poses.named,
    };
    let highlights = table
        .tables("highlight", MOST_MARKS, HIGHLIGHT_KEYS)
        .iter()
        .filter_map(|entry| marks.highlight(entry))
        .collect();
    let arrows = table
        .tables("arrow", MOST_MARKS, ARROW_KEYS)
        .iter()
        .filter_map(|entry| marks.arrow(entry))
        .collect();
    let cycle = match table.value("cycle") {
        None => vec![0, 1],
        Some(value) => value
            .items(Kind::List, MOST_PLACES)?
            .into_iter()
            .filter_map(|item| marks.pose(item))
            .collect(),
    };
    let far = far.unwrap_or_else(|| {
        let limbs: &[LimbName] = match view {
            View::Side => &[LimbName::LeftArm, LimbName::LeftLeg],
            _ => &[],
        };
        limbs.iter().flat_map(|limb| limb.parts()).collect()
    });
    let order = order.unwrap_or_else(|| default_order(view));
    let mut figure = Figure {
        view,
        drawn_for,
        purpose: purpose.unwrap_or(Purpose::Stretch),
        far,
        order: order
            .into_iter()
            .filter(|part| !hide.contains(part))
            .collect(),
        bust,
        poses: poses.named.into_iter().map(|(_, pose)| pose).collect(),
        cycle,
        props: things,
        highlights,
        arrows,
        frame: Rect::EMPTY,
    };
    figure.settle();
    if findings.is_empty() {
        poses.places.check(&figure, findings);
    }
    figure.frame = frame.unwrap_or_else(|| figure.measured_frame());
    Some(figure)
}

fn default_order(view: View) -> Vec<Part> {
    let words: &[&str] = match view {
        View::Side => &[
            "left-arm",
            "left-leg",
            "neck",
            "torso",
            "head",
            "right-leg",
            "right-arm",
        ],
        View::Front | View::Back | View::Top => &[
            "left-leg",
            "right-leg",
            "torso",
            "neck",
            "head",
            "left-arm",
            "right-arm",
        ],
    };
    words
        .iter()
        .flat_map(|word| group(word).unwrap_or_default())
        .collect()
}

/// The parts a word stands for, from the farthest to the nearest.
fn group(word: &str) -> Option<Vec<Part>> {
    if let Some(limb) = LimbName::CHOICES.meaning(word) {
        let [upper, lower, end] = limb.parts();
        return Some(if limb.is_arm() {
            vec![lower, upper, end]
        } else {
            vec![end, lower, upper]
        });
    }
    Part::CHOICES.meaning(word).map(|part| vec![part])
}

fn parts(value: Value) -> Vec<Part> {
    let items = value.items(Kind::List, Part::ALL.len()).unwrap_or_default();
    let mut parts = Vec::new();
    for item in items {
        let Some(text) = item.text() else {
            continue;
        };
        if let Some(group) = group(text) {
            parts.extend(group);
        } else {
            let fault = Fault::NotOneOf {
                text: shown(text),
                choices: Part::WORDS,
            };
            item.note(fault);
        }
    }
    parts
}

fn order(value: Value) -> Vec<Part> {
    let order = parts(value);
    for part in Part::ALL {
        let fault = match order.iter().filter(|&&other| other == part).count() {
            0 => Fault::NotOrdered { part: part.word() },
            1 => continue,
            _ => Fault::Twice { part: part.word() },
        };
        value.note(fault);
    }
    order
}

fn frame(value: Value) -> Option<Rect> {
    let [left, low, right, high] = value.numbers(COORDINATES)?;
    if right - left < 0.1 || high - low < 0.1 {
        return value.wrong(Kind::Numbers(4));
    }
    Some(Rect {
        min: point(left, low),
        max: point(right, high),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_a_figure_is_explained_to_its_authors() {
        let page = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../assets/figures/README.md"
        );
        let page = std::fs::read_to_string(page).unwrap();
        // What stands between single accents: a key by itself, or with a value that it takes.
        let explained: Vec<&str> = page.split('`').skip(1).step_by(2).collect();
        let is_explained = |key: &&str| {
            let words = |code: &&str| {
                let mut words = code.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                words.any(|word| word == *key)
            };
            explained.iter().any(words)
        };
        let all = [
            FIGURE_KEYS,
            PROP_KEYS,
            props::TARGET_KEYS,
            HIGHLIGHT_KEYS,
            ARROW_KEYS,
            poses::POSE_KEYS,
            poses::ARM_KEYS,
            poses::LEG_KEYS,
        ];
        let keys = all.concat();
        let missing: Vec<_> = keys.iter().filter(|key| !is_explained(key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
