//! What a figure's tables hold beside what every format has: numbers, points, and lists of some size.

use std::ops::RangeInclusive;

use toml::de::DeValue;

use crate::figure::fault::Fault;
use crate::figure::geometry::{Point, point};
use crate::tables::{self, Kind};

/// A table of a figure.
pub(super) type Table<'a> = tables::Table<'a, Fault>;
/// What stands at a key of a figure.
pub(super) type Value<'a> = tables::Value<'a, Fault>;

impl tables::Table<'_, Fault> {
    /// The number of a key, or what stands in for it if the key is not there.
    pub(super) fn number_or(&self, key: &'static str, range: RangeInclusive<f32>, or: f32) -> f32 {
        self.value(key)
            .and_then(|value| value.number(range))
            .unwrap_or(or)
    }

    /// The tables of a list, that may have these keys; an absent key gives none.
    pub(super) fn tables(
        &self,
        key: &'static str,
        limit: usize,
        keys: &'static [&'static str],
    ) -> Vec<Self> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let items = value.items(Kind::Tables, limit).unwrap_or_default();
        items
            .into_iter()
            .filter_map(|item| item.table_of_list(keys))
            .collect()
    }
}

impl tables::Value<'_, Fault> {
    pub(super) fn number(self, range: RangeInclusive<f32>) -> Option<f32> {
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

    pub(super) fn numbers<const N: usize>(self, range: RangeInclusive<f32>) -> Option<[f32; N]> {
        if !self.is_list_of(N) {
            return self.wrong(Kind::Numbers(N));
        }
        let items = self.list(Kind::Numbers(N))?.into_iter();
        let numbers: Vec<f32> = items
            .filter_map(|item| item.number(range.clone()))
            .collect();
        numbers.try_into().ok()
    }

    /// One number that stands for all, or each by itself.
    pub(super) fn one_or_each<const N: usize>(
        self,
        range: RangeInclusive<f32>,
    ) -> Option<[f32; N]> {
        match self.content() {
            DeValue::Array(_) if self.is_list_of(N) => self.numbers(range),
            DeValue::Array(_) => self.wrong(Kind::NumberOrNumbers(N)),
            _ => self.number(range).map(|number| [number; N]),
        }
    }

    pub(super) fn point(self, range: RangeInclusive<f32>) -> Option<Point> {
        self.numbers(range).map(|[x, y]| point(x, y))
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
