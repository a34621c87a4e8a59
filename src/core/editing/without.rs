//! What counts where a key is not written.

use toml::de::DeValue;

use super::field::{Field, Part, Value};
use super::pieces::Pieces;
use crate::exercises;
use crate::routine::{OF_DOSE, keys};
use crate::tables::Without as OfFormat;

/// What counts where a key is not written, and from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Without {
    /// From the exercise of the library that is used.
    Library(Value),
    /// From what the file says for all exercises.
    Defaults(Value),
    /// What the format says.
    Format(&'static OfFormat),
}

pub(super) fn without(pieces: &Pieces, field: &Field) -> Option<Without> {
    let row = field.row()?;
    let format = Without::Format(&row.without);
    if field.part.steps.len() != 1 || field.part.exercise_index().is_none() {
        return Some(format);
    }
    let used = used(pieces, &field.part);
    if let Some(entries) = used {
        if let Some(value) = entries.get(field.key) {
            return Some(Without::Library(read(value.get_ref())));
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

fn used(pieces: &Pieces, part: &Part) -> Option<&'static toml::de::DeTable<'static>> {
    let id = pieces.value(&part.field("use"))?.shown();
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
