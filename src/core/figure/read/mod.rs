//! From TOML to a figure, strictly: all the mistakes at once, each with its place.

mod check;
mod limbs;
mod marks;
mod numbers;
mod poses;
mod props;

use std::ops::Range;

use toml::de::DeTable;

use super::body::{LimbName, Part, View};
use super::fault::Fault;
use super::geometry::{Rect, point};
use super::props::Prop;
use super::{Figure, Purpose, keys};
use crate::side::Side;
use crate::tables::{Finding, Findings, Kind, Noted};
use marks::Marks;
use numbers::{Table, Value};

const MOST_PROPS: usize = 12;
const MOST_MARKS: usize = 6;
const MOST_PLACES: usize = 12;

/// Reads a figure from its table, whose place in the text is `span`.
pub(super) fn table(
    text: &str,
    span: Range<usize>,
    entries: &DeTable,
) -> Result<Figure, Noted<Fault>> {
    let findings = Findings::new(text);
    let table = Table::new(entries, span, &keys::FIGURE, &findings);
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
    let bust = table.number("bust");
    let frame = table.value("frame").and_then(|value| frame(value));
    let mut things: Vec<Prop> = Vec::new();
    for entry in table.tables("prop", MOST_PROPS, &keys::PROP) {
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
        .tables("highlight", MOST_MARKS, &keys::HIGHLIGHT)
        .iter()
        .filter_map(|entry| marks.highlight(entry))
        .collect();
    let arrows = table
        .tables("arrow", MOST_MARKS, &keys::ARROW)
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
            item.note(Fault::not_one_of(item.key, text));
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
    /// A little less: no number of the file is exactly what it says.
    const LEAST: f32 = 0.1 - 1e-6;
    let [left, low, right, high] = value.numbers()?;
    if right - left < LEAST || high - low < LEAST {
        value.note(Fault::FrameEmpty);
        return None;
    }
    Some(Rect {
        min: point(left, low),
        max: point(right, high),
    })
}
