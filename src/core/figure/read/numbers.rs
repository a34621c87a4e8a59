//! What a figure's tables hold beside what every format has: numbers, points, and lists of some size.

use std::ops::RangeInclusive;

use toml::de::DeValue;

use crate::figure::fault::Fault;
use crate::figure::geometry::{Point, point};
use crate::figure::keys::{Group, POINT, Takes, Without};
use crate::tables::{self, Kind};

/// A table of a figure.
pub(super) type Table<'a> = tables::Table<'a, Fault>;
/// What stands at a key of a figure.
pub(super) type Value<'a> = tables::Value<'a, Fault>;

impl tables::Table<'_, Fault> {
    /// The number of a key, or what stands in for it if the key is not there.
    pub(super) fn number_or(&self, key: &'static str, or: f32) -> f32 {
        self.value(key)
            .and_then(tables::Value::number)
            .unwrap_or(or)
    }

    /// The number of a key, or what its row has for where it is not there.
    pub(super) fn number(&self, key: &'static str) -> f32 {
        self.number_or(key, self.without(key))
    }

    /// The number that counts where a key is not there.
    pub(super) fn without(&self, key: &str) -> f32 {
        match self.keys.key(key).map(|key| &key.without) {
            Some(Without::Number(number)) => *number,
            _ => 0.0,
        }
    }

    /// The tables of a list of so many at most; an absent key gives none.
    pub(super) fn tables(
        &self,
        key: &'static str,
        limit: usize,
        group: &'static Group,
    ) -> Vec<Self> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let items = value.items(Kind::Tables, limit).unwrap_or_default();
        items
            .into_iter()
            .filter_map(|item| item.table_of_list(group))
            .collect()
    }
}

impl tables::Value<'_, Fault> {
    /// A number within the key's limits.
    pub(super) fn number(self) -> Option<f32> {
        self.number_within(limits(&self.key.takes))
    }

    /// A list of so many numbers, each within the key's limits.
    pub(super) fn numbers<const N: usize>(self) -> Option<[f32; N]> {
        self.numbers_within(limits(&self.key.takes))
    }

    fn number_within(self, range: RangeInclusive<f32>) -> Option<f32> {
        let Some(number) = number(self.content()) else {
            return self.wrong(Kind::Number);
        };
        if range.contains(&number) {
            return Some(number);
        }
        self.note(Fault::OutOfRange {
            least: *range.start(),
            most: *range.end(),
        });
        None
    }

    pub(super) fn numbers_within<const N: usize>(
        self,
        range: RangeInclusive<f32>,
    ) -> Option<[f32; N]> {
        if !self.is_list_of(N) {
            return self.wrong(Kind::Numbers(N));
        }
        let items = self.list(Kind::Numbers(N))?.into_iter();
        let numbers: Vec<f32> = items
            .filter_map(|item| item.number_within(range.clone()))
            .collect();
        numbers.try_into().ok()
    }

    /// One number that stands for all, or each by itself.
    pub(super) fn one_or_each<const N: usize>(self) -> Option<[f32; N]> {
        match self.content() {
            DeValue::Array(_) if self.is_list_of(N) => self.numbers(),
            DeValue::Array(_) => self.wrong(Kind::NumberOrNumbers(N)),
            _ => self.number().map(|number| [number; N]),
        }
    }

    pub(super) fn point(self) -> Option<Point> {
        self.numbers_within(limits(&POINT))
            .map(|[x, y]| point(x, y))
    }

    /// The items of a list of so many at most.
    pub(super) fn items(self, wanted: Kind, limit: usize) -> Option<Vec<Self>> {
        let items = self.list(wanted)?;
        if items.len() > limit {
            self.note(Fault::TooMany { limit });
            return None;
        }
        Some(items)
    }

    pub(super) fn is_list_of(self, count: usize) -> bool {
        matches!(self.content(), DeValue::Array(items) if items.len() == count)
    }

    pub(super) fn is_table(self) -> bool {
        matches!(self.content(), DeValue::Table(_))
    }
}

/// Between what the numbers of a key must lie.
fn limits(takes: &Takes) -> RangeInclusive<f32> {
    match takes {
        Takes::Number { least, most }
        | Takes::Numbers { least, most, .. }
        | Takes::NumberOrNumbers { least, most, .. } => *least..=*most,
        _ => f32::MIN..=f32::MAX,
    }
}

/// A finite number; nothing for anything else.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a figure is drawn, not measured"
)]
fn number(value: &DeValue) -> Option<f32> {
    let number = match value {
        DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str().parse::<f64>().ok()?,
        DeValue::Float(digits) => digits.as_str().parse::<f64>().ok()?,
        _ => return None,
    };
    number
        .is_finite()
        .then_some(number as f32)
        .filter(|number| number.is_finite())
}
