//! Reading one value of a TOML document at a time, noting each mistake with its place.

use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::figure::fault::{Fault, Kind, Problem, shown};
use crate::figure::geometry::{Point, point};

/// The mistakes found so far.
#[derive(Default)]
pub(super) struct Report {
    pub(super) problems: Vec<Problem>,
}

/// What is at one key of the document.
#[derive(Clone)]
pub(super) struct Value<'a> {
    pub(super) span: Range<usize>,
    content: &'a DeValue<'a>,
}

/// A table of the document.
pub(super) struct Table<'a> {
    pub(super) span: Range<usize>,
    entries: &'a DeTable<'a>,
}

impl<'a> Table<'a> {
    pub(super) fn new(span: Range<usize>, entries: &'a DeTable<'a>) -> Self {
        Self { span, entries }
    }

    pub(super) fn get(&self, key: &str) -> Option<Value<'a>> {
        self.entries.get(key).map(Value::of)
    }

    /// Every entry, in the order of the keys, by the key's text.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a str, Value<'a>)> {
        self.entries
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), Value::of(value)))
    }

    pub(super) fn need(&self, key: &'static str, report: &mut Report) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            report.add(&self.span, Fault::KeyMissing { key });
        }
        value
    }

    /// Notes every key that is not among the known ones.
    pub(super) fn only(&self, known: &'static [&'static str], report: &mut Report) {
        for (key, _) in self.entries {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let fault = Fault::KeyUnknown {
                    key: shown(name),
                    known,
                };
                report.add(&key.span(), fault);
            }
        }
    }

    /// The value of a key, read in one way, or what stands in for it if the key is not there.
    pub(super) fn number_or(
        &self,
        key: &str,
        range: RangeInclusive<f32>,
        or: f32,
        report: &mut Report,
    ) -> f32 {
        self.get(key)
            .and_then(|value| value.number(range, report))
            .unwrap_or(or)
    }

    /// The tables of a list; an absent key gives none.
    pub(super) fn tables(&self, key: &str, limit: usize, report: &mut Report) -> Vec<Table<'a>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let items = value.list(limit, report).unwrap_or_default();
        items
            .into_iter()
            .filter_map(|item| item.table(report))
            .collect()
    }
}

impl<'a> Value<'a> {
    fn of(spanned: &'a Spanned<DeValue<'a>>) -> Self {
        Self {
            span: spanned.span(),
            content: spanned.get_ref(),
        }
    }

    pub(super) fn number(&self, range: RangeInclusive<f32>, report: &mut Report) -> Option<f32> {
        let Some(number) = number(self.content) else {
            return self.wrong(Kind::Number, report);
        };
        if range.contains(&number) {
            return Some(number);
        }
        let fault = Fault::OutOfRange {
            least: *range.start(),
            most: *range.end(),
        };
        report.add(&self.span, fault);
        None
    }

    pub(super) fn numbers<const N: usize>(
        &self,
        range: RangeInclusive<f32>,
        report: &mut Report,
    ) -> Option<[f32; N]> {
        let items = match self.content {
            DeValue::Array(items) if items.len() == N => self.list(N, report)?,
            _ => return self.wrong(Kind::Numbers(N), report),
        };
        let numbers: Vec<f32> = items
            .iter()
            .filter_map(|item| item.number(range.clone(), report))
            .collect();
        numbers.try_into().ok()
    }

    /// One number that stands for all, or each by itself.
    pub(super) fn one_or_each<const N: usize>(
        &self,
        range: RangeInclusive<f32>,
        report: &mut Report,
    ) -> Option<[f32; N]> {
        match self.content {
            DeValue::Array(items) if items.len() == N => self.numbers(range, report),
            DeValue::Array(_) => self.wrong(Kind::NumberOrNumbers(N), report),
            _ => self.number(range, report).map(|number| [number; N]),
        }
    }

    pub(super) fn point(&self, range: RangeInclusive<f32>, report: &mut Report) -> Option<Point> {
        self.numbers(range, report).map(|[x, y]| point(x, y))
    }

    pub(super) fn text(&self, report: &mut Report) -> Option<&'a str> {
        match self.content {
            DeValue::String(text) => Some(text),
            _ => self.wrong(Kind::Text, report),
        }
    }

    pub(super) fn flag(&self, report: &mut Report) -> Option<bool> {
        match self.content {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong(Kind::Flag, report),
        }
    }

    /// One of a few words, by its place among them.
    pub(super) fn word<T: Copy>(
        &self,
        words: &'static [&'static str],
        all: &[T],
        report: &mut Report,
    ) -> Option<T> {
        let text = self.text(report)?;
        let found = words
            .iter()
            .position(|word| *word == text)
            .and_then(|place| all.get(place));
        if found.is_none() {
            let fault = Fault::NotOneOf {
                text: shown(text),
                choices: words,
            };
            report.add(&self.span, fault);
        }
        found.copied()
    }

    pub(super) fn list(&self, limit: usize, report: &mut Report) -> Option<Vec<Value<'a>>> {
        let DeValue::Array(items) = self.content else {
            return self.wrong(Kind::List, report);
        };
        if items.len() > limit {
            report.add(&self.span, Fault::TooMany { limit });
            return None;
        }
        Some(items.iter().map(Value::of).collect())
    }

    pub(super) fn table(&self, report: &mut Report) -> Option<Table<'a>> {
        match self.content {
            DeValue::Table(entries) => Some(Table::new(self.span.clone(), entries)),
            _ => self.wrong(Kind::Table, report),
        }
    }

    pub(super) fn is_table(&self) -> bool {
        matches!(self.content, DeValue::Table(_))
    }

    pub(super) fn wrong<T>(&self, wanted: Kind, report: &mut Report) -> Option<T> {
        report.add(&self.span, Fault::WrongKind { wanted });
        None
    }
}

impl Report {
    pub(super) fn add(&mut self, span: &Range<usize>, fault: Fault) {
        self.problems.push(Problem {
            span: span.clone(),
            fault,
        });
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
