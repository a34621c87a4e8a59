//! From TOML to a figure, strictly: all the mistakes at once, each with its place.

mod check;
mod keys;
mod marks;
mod poses;
mod props;
mod value;

use std::ops::{Range, RangeInclusive};

use toml::de::DeTable;

use super::Figure;
use super::body::{LimbName, Part, View};
use super::fault::{Fault, Kind, Problem, shown};
use super::geometry::{Rect, point};
use super::props::Prop;
use crate::side::Side;
use marks::Marks;
use value::{Report, Table, Value};

const MOST_PROPS: usize = 12;
const MOST_MARKS: usize = 6;
const MOST_PLACES: usize = 12;

/// Where a figure may put things, in torsos.
const COORDINATES: RangeInclusive<f32> = -8.0..=8.0;
/// Along a part or a prop, and past its ends; in torsos across it.
const SHARES: RangeInclusive<f32> = -3.0..=3.0;

const SIDES: &[&str] = &["left", "right"];
const FIGURE_KEYS: &[&str] = &[
    "view",
    "drawn_for",
    "far",
    "order",
    "hide",
    "bust",
    "frame",
    "cycle",
    "prop",
    "highlight",
    "arrow",
    "pose",
];

/// Reads a figure from its table, whose place is `span`.
pub(super) fn table(span: Range<usize>, entries: &DeTable) -> Result<Figure, Vec<Problem>> {
    let mut report = Report::default();
    let figure = figure(&Table::new(span, entries), &mut report);
    match figure {
        Some(figure) if report.problems.is_empty() => Ok(figure),
        _ => Err(report.problems),
    }
}

fn figure(table: &Table, report: &mut Report) -> Option<Figure> {
    table.only(FIGURE_KEYS, report);
    let view = table
        .need("view", report)
        .and_then(|value| value.word(View::WORDS, &View::ALL, report));
    let drawn_for = table
        .get("drawn_for")
        .and_then(|value| value.word(SIDES, &[Side::Left, Side::Right], report));
    let far = table.get("far").map(|value| parts(&value, report));
    let order = table.get("order").map(|value| order(&value, report));
    let hide = table
        .get("hide")
        .map_or_else(Vec::new, |value| parts(&value, report));
    let bust = table.number_or("bust", 0.0..=0.9, 0.0, report);
    let frame = table.get("frame").and_then(|value| frame(&value, report));
    let mut things: Vec<Prop> = Vec::new();
    for entry in table.tables("prop", MOST_PROPS, report) {
        if let Some(thing) = props::prop(&entry, &things, report) {
            things.push(thing);
        }
    }
    let view = view?;
    let poses = poses::poses(table, view, &things, report)?;
    let marks = Marks {
        props: &things,
        poses: &poses.named,
    };
    let highlights = table
        .tables("highlight", MOST_MARKS, report)
        .iter()
        .filter_map(|entry| marks.highlight(entry, report))
        .collect();
    let arrows = table
        .tables("arrow", MOST_MARKS, report)
        .iter()
        .filter_map(|entry| marks.arrow(entry, report))
        .collect();
    let cycle = match table.get("cycle") {
        None => vec![0, 1],
        Some(value) => value
            .list(MOST_PLACES, report)?
            .iter()
            .filter_map(|item| marks.pose(item, report))
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
    if report.problems.is_empty() {
        poses.places.check(&figure, report);
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
    if let Some(limb) = LimbName::ALL
        .iter()
        .copied()
        .find(|limb| limb.word() == word)
    {
        let [upper, lower, end] = limb.parts();
        return Some(if limb.is_arm() {
            vec![lower, upper, end]
        } else {
            vec![end, lower, upper]
        });
    }
    Part::ALL
        .iter()
        .find(|part| part.word() == word)
        .map(|&part| vec![part])
}

fn parts(value: &Value, report: &mut Report) -> Vec<Part> {
    let items = value.list(Part::ALL.len(), report).unwrap_or_default();
    let mut parts = Vec::new();
    for item in items {
        let Some(text) = item.text(report) else {
            continue;
        };
        if let Some(group) = group(text) {
            parts.extend(group);
        } else {
            let fault = Fault::NotOneOf {
                text: shown(text),
                choices: Part::WORDS,
            };
            report.add(&item.span, fault);
        }
    }
    parts
}

fn order(value: &Value, report: &mut Report) -> Vec<Part> {
    let order = parts(value, report);
    for part in Part::ALL {
        let fault = match order.iter().filter(|&&other| other == part).count() {
            0 => Fault::NotOrdered { part: part.word() },
            1 => continue,
            _ => Fault::Twice { part: part.word() },
        };
        report.add(&value.span, fault);
    }
    order
}

fn frame(value: &Value, report: &mut Report) -> Option<Rect> {
    let [left, low, right, high] = value.numbers(COORDINATES, report)?;
    if right - left < 0.1 || high - low < 0.1 {
        return value.wrong(Kind::Numbers(4), report);
    }
    Some(Rect {
        min: point(left, low),
        max: point(right, high),
    })
}
