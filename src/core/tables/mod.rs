//! Reading a file's tables key by key: all mistakes at once, each with its place.
//!
//! The one reader of routines and of figures. It knows TOML and no format: which keys a table may
//! have, and what a mistake is called, is each format's own (see [`Group`] and `Finding`). What only one format
//! has, such as lengths of time or angles, that format adds to `Table` and `Value`.

mod findings;
mod keys;

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use findings::Noted;
pub(crate) use findings::{Finding, Findings};
pub use keys::{Group, Key, Kind, Takes, Without};

/// The words that a key takes, and what each means.
pub(crate) struct Choices<T: 'static> {
    pub(crate) names: &'static [&'static str],
    /// Each in the place of its name.
    pub(crate) values: &'static [T],
}

impl<T: Copy> Choices<T> {
    /// What a word means, if it is one of them.
    pub(crate) fn meaning(&self, word: &str) -> Option<T> {
        let place = self.names.iter().position(|name| *name == word)?;
        self.values.get(place).copied()
    }
}

/// A key that is a name which the author gives.
pub(crate) type Name<'a> = &'a Spanned<Cow<'a, str>>;

/// One table, with the place at which something missing from it is reported.
pub(crate) struct Table<'a, F: Finding> {
    entries: &'a DeTable<'a>,
    /// What counts where the table itself says nothing; see [`Table::on`].
    base: Option<Base<'a>>,
    /// Where all of it is reported, if it is no part of the file's text.
    place: Option<Place>,
    pub(crate) keys: &'static Group,
    pub(crate) span: Range<usize>,
    findings: &'a Findings<'a, F>,
}

/// The bytes of the file's text that something from elsewhere is reported at.
type Place = (usize, usize);

struct Base<'a> {
    entries: &'a DeTable<'a>,
    place: Place,
    /// Of its keys, those that count for nothing here.
    without: &'static [&'static str],
}

impl<'a> Base<'a> {
    fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.entries
            .get(key)
            .filter(|_| !self.without.contains(&key))
    }
}

/// What stands at one key, or one item of a list that does.
pub(crate) struct Value<'a, F> {
    /// The key's row: what it takes, and its name for what is reported.
    pub(crate) key: &'static Key,
    at: &'a Spanned<DeValue<'a>>,
    /// As a table's.
    place: Option<Place>,
    findings: &'a Findings<'a, F>,
}

impl<'a, F: Finding> Table<'a, F> {
    /// Notes every key that is none of `keys`.
    pub(crate) fn new(
        entries: &'a DeTable<'a>,
        span: Range<usize>,
        keys: &'static Group,
        findings: &'a Findings<'a, F>,
    ) -> Self {
        for (key, _) in entries {
            if keys.key(key.get_ref()).is_none() {
                findings.note(F::key_unknown(key.get_ref(), keys), key.span());
            }
        }
        Self {
            entries,
            base: None,
            place: None,
            keys,
            span,
            findings,
        }
    }

    /// The table with what the `entries` of another say beneath it, but `without` these keys. All of that is
    /// reported at `place`: what is wrong with the other table alone is reported there.
    pub(crate) fn on(
        self,
        entries: &'a DeTable<'a>,
        place: Range<usize>,
        without: &'static [&'static str],
    ) -> Self {
        let place = (place.start, place.end);
        Self {
            base: Some(Base {
                entries,
                place,
                without,
            }),
            ..self
        }
    }

    /// Whether another table lies beneath this one.
    pub(crate) fn has_base(&self) -> bool {
        self.base.is_some()
    }

    /// What stands at a key. A key without a row is never there.
    pub(crate) fn value(&self, key: &'static str) -> Option<Value<'a, F>> {
        let own = self.entries.get(key).map(|at| (at, self.place));
        let of_base = |base: &Base<'a>| Some((base.get(key)?, Some(base.place)));
        let (at, place) = own.or_else(|| self.base.as_ref().and_then(of_base))?;
        let key = self.keys.key(key)?;
        Some(Value {
            key,
            at,
            place,
            findings: self.findings,
        })
    }

    /// The value of a key that must be there.
    pub(crate) fn need(&self, key: &'static str) -> Option<Value<'a, F>> {
        let value = self.value(key);
        if value.is_none() {
            self.note(F::key_missing(key), self.span.clone());
        }
        value
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        let in_base = |base: &Base<'_>| base.get(key).is_some();
        self.has_own(key) || self.base.as_ref().is_some_and(in_base)
    }

    /// Whether the table itself has the key.
    pub(crate) fn has_own(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Where `key` is written, or else the table's own place.
    pub(crate) fn key_span(&self, key: &str) -> Range<usize> {
        let own = self.entries.get_key_value(key);
        let own = own.filter(|_| self.place.is_none());
        match (own, &self.base) {
            (Some((key, _)), _) => key.span(),
            (None, Some(base)) => base.place.0..base.place.1,
            (None, None) => self.span.clone(),
        }
    }

    /// The end of the file's last words: the place for what is missing from its end.
    pub(crate) fn end(&self) -> Range<usize> {
        let end = self.findings.source().trim_end().len();
        end..end
    }

    pub(crate) fn note(&self, finding: F, span: Range<usize>) {
        self.findings.note(finding, span);
    }

    pub(crate) fn findings(&self) -> &'a Findings<'a, F> {
        self.findings
    }

    /// A value with its place; what is wrong with it is noted.
    pub(crate) fn taken<T>(&self, span: Range<usize>, value: Result<T, F>) -> Option<Spanned<T>> {
        self.findings.taken(span, value)
    }
}

impl<'a, F: Finding> Value<'a, F> {
    pub(crate) fn span(self) -> Range<usize> {
        match self.place {
            Some((start, end)) => start..end,
            None => self.at.span(),
        }
    }

    /// Whether it stands in the file's own text.
    pub(crate) fn is_own(self) -> bool {
        self.place.is_none()
    }

    /// The value itself, for kinds that one format alone has.
    pub(crate) fn content(self) -> &'a DeValue<'a> {
        self.at.get_ref()
    }

    pub(crate) fn text(self) -> Option<&'a str> {
        match self.content() {
            DeValue::String(text) => Some(text),
            _ => self.wrong(Kind::Text),
        }
    }

    pub(crate) fn flag(self) -> Option<bool> {
        match self.content() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong(Kind::Flag),
        }
    }

    /// What one of a few words means.
    pub(crate) fn word<T: Copy>(self, choices: &Choices<T>) -> Option<T> {
        let text = self.text()?;
        let chosen = choices.meaning(text);
        if chosen.is_none() {
            self.note(F::not_one_of(self.key, text));
        }
        chosen
    }

    /// The items of a list of the wanted kind. A single table in place of a list of them is noted and
    /// read all the same, so that its own mistakes are reported too.
    pub(crate) fn list(self, wanted: Kind) -> Option<Vec<Self>> {
        match self.content() {
            DeValue::Array(items) => Some(items.iter().map(|at| Self { at, ..self }).collect()),
            DeValue::Table(_) if wanted == Kind::Tables => {
                let _: Option<()> = self.wrong(wanted);
                Some(vec![self])
            }
            _ => self.wrong(wanted),
        }
    }

    /// A table that may have these keys.
    pub(crate) fn table(self, keys: &'static Group) -> Option<Table<'a, F>> {
        self.table_or(Kind::Table, keys)
    }

    /// One of the tables of a list, that may have these keys.
    pub(crate) fn table_of_list(self, keys: &'static Group) -> Option<Table<'a, F>> {
        self.table_or(Kind::Tables, keys)
    }

    fn table_or(self, wanted: Kind, keys: &'static Group) -> Option<Table<'a, F>> {
        match self.content() {
            DeValue::Table(entries) => Some(Table {
                place: self.place,
                ..Table::new(entries, self.span(), keys, self.findings)
            }),
            _ => self.wrong(wanted),
        }
    }

    /// What a table holds whose keys are names that the author gives, in the order of the names.
    pub(crate) fn named(self) -> Option<Vec<(Name<'a>, Self)>> {
        match self.content() {
            DeValue::Table(entries) => Some(
                entries
                    .iter()
                    .map(|(name, at)| (name, Self { at, ..self }))
                    .collect(),
            ),
            _ => self.wrong(Kind::Table),
        }
    }

    /// Notes that the value is of another kind than its key takes.
    pub(crate) fn wrong<T>(self, wanted: Kind) -> Option<T> {
        self.note(F::wrong_kind(self.key, wanted, self.written()));
        None
    }

    /// The value as it stands in the file.
    pub(crate) fn written(self) -> &'a str {
        let source = self.findings.source();
        source.get(self.span()).unwrap_or_default()
    }

    pub(crate) fn note(self, finding: F) {
        self.findings.note(finding, self.span());
    }

    pub(crate) fn findings(self) -> &'a Findings<'a, F> {
        self.findings
    }

    /// The value as it was read, with its place; what is wrong with it is noted.
    pub(crate) fn taken<T>(self, value: Result<T, F>) -> Option<Spanned<T>> {
        self.findings.taken(self.span(), value)
    }
}

// Derived, these would ask the same of `F`.
impl<F> Clone for Value<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<F> Copy for Value<'_, F> {}
