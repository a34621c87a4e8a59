//! Props, and the places that hands, feet, towels and highlights are at.

use super::value::{Report, Table, Value};
use super::{COORDINATES, MOST_PLACES, SHARES};
use crate::figure::body::{Anchor, Part, Target};
use crate::figure::fault::{Fault, Kind};
use crate::figure::geometry::point;
use crate::figure::props::{Layer, Prop, PropKind};

const PROP_KEYS: &[&str] = &[
    "kind", "from", "to", "back", "through", "behind", "in_front",
];
const TARGET_KEYS: &[&str] = &["on", "at", "out"];

pub(super) fn prop(table: &Table, before: &[Prop], report: &mut Report) -> Option<Prop> {
    table.only(PROP_KEYS, report);
    let kind = table
        .need("kind", report)?
        .word(PropKind::WORDS, &PropKind::ALL, report)?;
    let layer = match table.get("behind") {
        Some(value) => Layer::Behind(value.word(Part::WORDS, &Part::ALL, report)?),
        None if table
            .get("in_front")
            .is_some_and(|value| value.flag(report) == Some(true)) =>
        {
            Layer::Nearest
        }
        None => Layer::Farthest,
    };
    let mut prop = Prop {
        kind,
        from: point(0.0, 0.0),
        to: point(0.0, 0.0),
        back: table.number_or("back", COORDINATES, 0.0, report),
        through: Vec::new(),
        layer,
    };
    if kind == PropKind::Towel {
        for place in table.need("through", report)?.list(MOST_PLACES, report)? {
            prop.through.push(target(&place, before, report)?);
        }
    } else {
        prop.from = table.need("from", report)?.point(COORDINATES, report)?;
        prop.to = table.need("to", report)?.point(COORDINATES, report)?;
    }
    Some(prop)
}

/// A point, or a place on a part or on a prop.
pub(super) fn target(value: &Value, props: &[Prop], report: &mut Report) -> Option<Target> {
    if value.is_table() {
        return on(&value.table(report)?, props, Some(TARGET_KEYS), report);
    }
    match value.numbers(COORDINATES, &mut Report::default()) {
        Some([x, y]) => Some(Target::Point(point(x, y))),
        None => value.wrong(Kind::Target, report),
    }
}

pub(super) fn on(
    table: &Table,
    props: &[Prop],
    known: Option<&'static [&'static str]>,
    report: &mut Report,
) -> Option<Target> {
    if let Some(known) = known {
        table.only(known, report);
    }
    let what = table.need("on", report)?;
    let text = what.text(report)?;
    let anchor = if let Some(place) = PropKind::WORDS.iter().position(|word| *word == text) {
        let kind = *PropKind::ALL.get(place)?;
        let Some(prop) = props.iter().position(|prop| prop.kind == kind) else {
            report.add(&what.span, Fault::PropAbsent { kind: kind.word() });
            return None;
        };
        Anchor::Prop(prop)
    } else {
        Anchor::Part(what.word(Part::WORDS, &Part::ALL, report)?)
    };
    Some(Target::On {
        what: anchor,
        at: table.number_or("at", SHARES, 0.5, report),
        out: table.number_or("out", SHARES, 0.0, report),
    })
}
