//! Props, and the places that hands, feet, towels and highlights are at.

use super::MOST_PLACES;
use super::numbers::{Table, Value};
use crate::figure::body::{Anchor, Part, Target};
use crate::figure::fault::Fault;
use crate::figure::geometry::point;
use crate::figure::keys;
use crate::figure::props::{Layer, Prop, PropKind};
use crate::tables::Kind;

pub(super) fn prop(table: &Table, before: &[Prop]) -> Option<Prop> {
    let kind = table.need("kind")?.word(&PropKind::CHOICES)?;
    let layer = match table.value("behind") {
        Some(value) => Layer::Behind(value.word(&Part::CHOICES)?),
        None if table
            .value("in_front")
            .is_some_and(|value| value.flag() == Some(true)) =>
        {
            Layer::Nearest
        }
        None => Layer::Farthest,
    };
    let mut prop = Prop {
        kind,
        from: point(0.0, 0.0),
        to: point(0.0, 0.0),
        back: table.number("back"),
        through: Vec::new(),
        layer,
    };
    if kind.is_held() {
        for place in table.need("through")?.items(Kind::List, MOST_PLACES)? {
            prop.through.push(target(place, before)?);
        }
    } else {
        prop.from = table.need("from")?.point()?;
        prop.to = table.need("to")?.point()?;
    }
    Some(prop)
}

/// A point, or a place on a part or on a prop.
pub(super) fn target(value: Value, props: &[Prop]) -> Option<Target> {
    if value.is_table() {
        return on(&value.table(&keys::PLACE)?, props);
    }
    if value.is_list_of(2) {
        return value.point().map(Target::Point);
    }
    value.wrong(Kind::Place)
}

/// A place on a part or on a prop. What is held has no place of its own: it follows the hands.
pub(super) fn on(table: &Table, props: &[Prop]) -> Option<Target> {
    let what = table.need("on")?;
    let text = what.text()?;
    let anchor = if let Some(kind) = PropKind::CHOICES.meaning(text) {
        let word = kind.word();
        if kind.is_held() {
            what.note(Fault::PropHeld { kind: word });
            return None;
        }
        let Some(prop) = props.iter().position(|prop| prop.kind == kind) else {
            what.note(Fault::PropAbsent {
                kind: word,
                heading: "prop".to_owned(),
            });
            return None;
        };
        Anchor::Prop(prop)
    } else {
        Anchor::Part(what.word(&Part::CHOICES)?)
    };
    Some(Target::On {
        what: anchor,
        at: table.number("at"),
        out: table.number("out"),
    })
}
