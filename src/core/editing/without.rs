//! What counts where a key is not written.

use toml::de::DeValue;

use super::field::{Field, Part, Value};
use super::pieces::Pieces;
use crate::exercises;
use crate::routine::{OF_DOSE, keys, name_of, not_again};
use crate::tables::Without as OfFormat;

/// What counts where a key is not written, and from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Without {
    /// From the exercise that is used: one of the library, or one above.
    Used(Value),
    /// From what the file says for all exercises.
    Defaults(Value),
    /// From what the exercise itself says, of a dose for a side or from a week on.
    Exercise(Value),
    /// What the format says.
    Format(&'static OfFormat),
}

pub(super) fn without(pieces: &Pieces, field: &Field) -> Option<Without> {
    let row = field.row()?;
    let format = Without::Format(&row.without);
    let before = before(field);
    if let Some(of_exercise) = before.last() {
        let written = before.iter().find_map(|field| pieces.value(field));
        return match written {
            Some(value) => Some(Without::Exercise(value)),
            None => without(pieces, of_exercise),
        };
    }
    if field.part.steps.len() != 1 || field.part.exercise_index().is_none() {
        return Some(format);
    }
    if let Some(again) = used_again(pieces, &field.part) {
        let value = pieces.value(&again.field(field.key));
        let says = |key: &str| {
            let row = keys::EXERCISE.key(key);
            row.is_some_and(|row| pieces.value(&field.part.field(row.name)).is_some())
        };
        let value = value.filter(|_| !not_again(says).contains(&field.key));
        if let Some(value) = value {
            return Some(Without::Used(value));
        }
    } else if let Some(entries) = used(pieces, &field.part) {
        if let Some(value) = entries.get(field.key) {
            return Some(Without::Used(read(value.get_ref())));
        }
        // Its dose is its own: a file's defaults are for those that it writes out.
        if OF_DOSE.contains(&field.key) {
            return Some(format);
        }
    }
    let of_all = keys::DEFAULTS
        .key(field.key)
        .and_then(|_| pieces.value(&Part::table("defaults").field(field.key)));
    Some(of_all.map_or(format, Without::Defaults))
}

/// What counts for a key of a dose for a side, or from a week on, where it is not written there: the nearest first, at
/// last the exercise itself. None of a key that says something else.
fn before(field: &Field) -> Vec<Field> {
    let [exercise, nested @ ..] = &field.part.steps[..] else {
        return Vec::new();
    };
    let own = Part {
        steps: vec![*exercise],
    };
    let is_of_dose = keys::LEFT.key(field.key).is_some() || keys::STEP.key(field.key).is_some();
    if !is_of_dose || field.key == "from_week" || exercise.0 != "exercise" {
        return Vec::new();
    }
    let (step, side) = match nested {
        [("step", Some(step))] => (Some(*step), None),
        [("step", Some(step)), (side, None)] => (Some(*step), Some(*side)),
        [(side @ ("left" | "right"), None)] => (None, Some(*side)),
        _ => return Vec::new(),
    };
    let mut parts = Vec::new();
    for step in (0..step.map_or(0, |step| step + 1)).rev() {
        let part = own.item("step", step);
        parts.extend(side.map(|side| part.below(side)));
        parts.push(part);
    }
    parts.extend(side.map(|side| own.below(side)));
    parts.push(own);
    let fields = parts.into_iter().map(|part| part.field(field.key));
    fields.filter(|other| other != field).collect()
}

/// The exercise above that one uses again: it has the id, and is written out.
fn used_again(pieces: &Pieces, part: &Part) -> Option<Part> {
    let text = |part: &Part, key| Some(name_of(&pieces.value(&part.field(key))?.shown()));
    let id = text(part, "use")?;
    let above = (0..part.exercise_index()?).map(Part::exercise);
    let mut named = above.filter(|other| text(other, "id").is_some_and(|it| it == id));
    named.find(|other| text(other, "use").is_none())
}

fn used(pieces: &Pieces, part: &Part) -> Option<&'static toml::de::DeTable<'static>> {
    let id = name_of(&pieces.value(&part.field("use"))?.shown());
    exercises::entries(&id, &pieces.language())
}

fn read(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Array(items) => {
            let texts = items.iter().map(|item| read(item.get_ref()).shown());
            Value::Texts(texts.collect())
        }
        DeValue::String(text) => Value::text(text.as_ref()),
        DeValue::Integer(number) => Value::text(number.as_str()),
        DeValue::Float(number) => Value::text(number.as_str()),
        DeValue::Datetime(time) => Value::text(time.to_string()),
        DeValue::Table(_) => Value::Other(String::new()),
    }
}
