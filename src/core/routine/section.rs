//! A table of a routine file, asked key by key; what is wrong with an answer is noted at once.

use std::cell::RefCell;
use std::ops::Range;
use std::time::Duration;

use jiff::civil::{Date, Time};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::choices::Choices;
use super::keys::{Group, Kind, Takes};
use super::mistake::{Mistake, Severity};
use super::text::{LONGEST_NAME, NotSeconds, is_id, seconds};
use crate::text::{composed, is_blank, is_right_to_left, refused, shown};

/// The mistakes noted while a file is read. Beyond [`MOST_NOTED`] errors and as many warnings they are
/// counted alone: no number of warnings hides an error.
pub(super) struct Findings<'s> {
    pub(super) source: &'s str,
    noted: RefCell<Noted>,
}

#[derive(Default)]
struct Noted {
    mistakes: Vec<(Mistake, Range<usize>)>,
    /// Of these and those left out.
    errors: usize,
    warnings: usize,
    /// Whether words from right to left were reported: once for a file.
    right_to_left: bool,
}

/// Mistakes with their places, and how many there were in all.
pub(super) type Mistakes = (Vec<(Mistake, Range<usize>)>, usize);

/// Enough to show the first hundred in the file's order for any file but a hostile one.
const MOST_NOTED: usize = 2_000;

impl<'s> Findings<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            noted: RefCell::default(),
        }
    }

    pub(super) fn note(&self, mistake: Mistake, span: Range<usize>) {
        let mut noted = self.noted.borrow_mut();
        let count = match mistake.severity() {
            Severity::Error => &mut noted.errors,
            Severity::Warning => &mut noted.warnings,
        };
        *count += 1;
        if *count <= MOST_NOTED {
            noted.mistakes.push((mistake, span));
        }
    }

    fn note_right_to_left(&self, span: Range<usize>) {
        let is_told = std::mem::replace(&mut self.noted.borrow_mut().right_to_left, true);
        if !is_told {
            self.note(Mistake::RightToLeft, span);
        }
    }

    pub(super) fn into_mistakes(self) -> Mistakes {
        let noted = self.noted.into_inner();
        (noted.mistakes, noted.errors + noted.warnings)
    }
}

/// One table, with the place at which something missing from it is reported.
#[derive(Clone)]
pub(super) struct Section<'a> {
    table: &'a DeTable<'a>,
    group: &'static Group,
    pub(super) span: Range<usize>,
    findings: &'a Findings<'a>,
}

impl<'a> Section<'a> {
    /// Notes every key that is not of the group.
    pub(super) fn new(
        table: &'a DeTable<'a>,
        span: Range<usize>,
        group: &'static Group,
        findings: &'a Findings<'a>,
    ) -> Self {
        for (key, _) in table {
            let name: &str = key.get_ref();
            if group.key(name).is_none() {
                let name = shown(name);
                findings.note(Mistake::KeyUnknown { key: name, group }, key.span());
            }
        }
        Self {
            table,
            group,
            span,
            findings,
        }
    }

    pub(super) fn note(&self, mistake: Mistake, span: Range<usize>) {
        self.findings.note(mistake, span);
    }

    /// The end of the file's last words: the place for what is missing from its end.
    pub(super) fn end(&self) -> Range<usize> {
        let end = self.findings.source.trim_end().len();
        end..end
    }

    pub(super) fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where `key` is written, or else the section's own place.
    pub(super) fn key_span(&self, key: &str) -> Range<usize> {
        self.table
            .get_key_value(key)
            .map_or_else(|| self.span.clone(), |(key, _)| key.span())
    }

    /// What the table of keys says that `key` takes.
    fn takes(&self, key: &str) -> Option<&'static Takes> {
        self.group.key(key).map(|key| &key.takes)
    }

    /// A text, without white space around it.
    pub(super) fn text(&self, key: &'static str) -> Option<Spanned<String>> {
        self.text_of(key, self.value(key)?)
    }

    /// The section's id, if it has one in the form of ids.
    pub(super) fn id(&self) -> Option<Spanned<String>> {
        let id = self.text("id")?;
        if is_id(id.get_ref()) {
            return Some(id);
        }
        let text = shown(id.get_ref());
        self.note(Mistake::IdForm { text }, id.span());
        None
    }

    /// A text that must be there.
    pub(super) fn required_text(&self, key: &'static str) -> Option<Spanned<String>> {
        if !self.has(key) {
            self.note(Mistake::KeyMissing { key }, self.span.clone());
        }
        self.text(key)
    }

    pub(super) fn texts(&self, key: &'static str) -> Vec<Spanned<String>> {
        self.items(key, Kind::Texts)
            .unwrap_or_default()
            .iter()
            .filter_map(|item| self.text_of(key, item))
            .collect()
    }

    /// A whole number within the key's limits.
    pub(super) fn whole(&self, key: &'static str) -> Option<Spanned<u32>> {
        let range = match self.takes(key) {
            Some(Takes::Whole { least, most }) => *least..=*most,
            _ => 0..=u32::MAX,
        };
        let value = self.value(key)?;
        let DeValue::Integer(number) = value.get_ref() else {
            return self.wrong_kind(key, value, Kind::Whole);
        };
        let read = u32::from_str_radix(number.as_str(), number.radix()).ok();
        let read = read.filter(|number| range.contains(number));
        let (least, most) = (u64::from(*range.start()), u64::from(*range.end()));
        self.taken(
            value.span(),
            read.ok_or(Mistake::NumberRange { key, least, most }),
        )
    }

    pub(super) fn flag(&self, key: &'static str) -> Option<Spanned<bool>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(Spanned::new(value.span(), *flag)),
            _ => self.wrong_kind(key, value, Kind::Flag),
        }
    }

    /// Whole seconds within the key's limits, as a number or as words like `1m 30s`.
    pub(super) fn duration(&self, key: &'static str) -> Option<Spanned<Duration>> {
        let range = match self.takes(key) {
            Some(Takes::Length { least, most }) => *least..=*most,
            _ => 0..=u64::MAX,
        };
        let value = self.value(key)?;
        let read = match value.get_ref() {
            // A negative number is out of range like one too large.
            DeValue::Integer(number) => {
                Ok(u64::from_str_radix(number.as_str(), number.radix()).unwrap_or(u64::MAX))
            }
            DeValue::Float(number) => Err(Mistake::DurationFraction {
                text: shown(number.as_str()),
            }),
            DeValue::String(text) => seconds(text).map_err(|why| match why {
                NotSeconds::Form => Mistake::DurationForm {
                    key,
                    text: shown(text),
                },
                NotSeconds::Fraction => Mistake::DurationFraction { text: shown(text) },
            }),
            _ => return self.wrong_kind(key, value, Kind::Duration),
        };
        let (least, most) = (*range.start(), *range.end());
        let read = read.and_then(|seconds| {
            if range.contains(&seconds) {
                Ok(seconds)
            } else {
                Err(Mistake::DurationRange { key, least, most })
            }
        });
        self.taken(value.span(), read.map(Duration::from_secs))
    }

    /// One of the words in `names`, as the value beside it in `values`.
    pub(super) fn choice<T: Copy>(
        &self,
        key: &'static str,
        choices: &Choices<T>,
    ) -> Option<Spanned<T>> {
        self.choice_of(key, self.value(key)?, choices)
    }

    pub(super) fn choices<T: Copy>(
        &self,
        key: &'static str,
        choices: &Choices<T>,
    ) -> Vec<Spanned<T>> {
        self.items(key, Kind::Texts)
            .unwrap_or_default()
            .iter()
            .filter_map(|item| self.choice_of(key, item, choices))
            .collect()
    }

    /// A date, bare or in quotes.
    pub(super) fn date(&self, key: &'static str) -> Option<Spanned<Date>> {
        let value = self.value(key)?;
        let written = match value.get_ref() {
            DeValue::Datetime(written) => Some(*written),
            DeValue::String(text) => text.parse().ok(),
            _ => return self.wrong_kind(key, value, Kind::Date),
        };
        let date = written.and_then(date_alone);
        let date = date.ok_or_else(|| Mistake::DateForm {
            text: value.get_ref().as_str().map(shown).unwrap_or_default(),
        });
        self.taken(value.span(), date)
    }

    /// Times of day, bare or in quotes.
    pub(super) fn times(&self, key: &'static str) -> Vec<Spanned<Time>> {
        let time = |item: &Spanned<DeValue<'_>>| {
            let written = match item.get_ref() {
                DeValue::Datetime(written) => Some(*written),
                DeValue::String(text) => text.parse().ok(),
                _ => None,
            };
            let time = written.and_then(time_alone);
            let time = time.ok_or_else(|| Mistake::TimeForm {
                text: item.get_ref().as_str().map(shown).unwrap_or_default(),
            });
            self.taken(item.span(), time)
        };
        self.items(key, Kind::Texts)
            .unwrap_or_default()
            .iter()
            .filter_map(time)
            .collect()
    }

    pub(super) fn section(&self, key: &'static str, group: &'static Group) -> Option<Self> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Self::new(table, value.span(), group, self.findings)),
            _ => self.wrong_kind(key, value, Kind::Table),
        }
    }

    /// The tables of `[[key]]` among `items`, each with its keys held against the group.
    pub(super) fn sections(
        &self,
        key: &'static str,
        items: &'a [Spanned<DeValue<'a>>],
        group: &'static Group,
    ) -> Vec<Self> {
        items
            .iter()
            .filter_map(|item| match item.get_ref() {
                DeValue::Table(table) => Some(Self::new(table, item.span(), group, self.findings)),
                _ => self.wrong_kind(key, item, Kind::Tables),
            })
            .collect()
    }

    /// Whether `key` is absent or an empty list.
    pub(super) fn lists_nothing(&self, key: &str) -> bool {
        self.value(key).is_none_or(|value| {
            let list = value.get_ref().as_array();
            list.is_some_and(|list| list.is_empty())
        })
    }

    /// The items of a list; `None` if it is absent or no list. A single table in place of a list of
    /// them is noted and read all the same, so that its own mistakes are reported too.
    pub(super) fn items(
        &self,
        key: &'static str,
        wanted: Kind,
    ) -> Option<&'a [Spanned<DeValue<'a>>]> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Array(items) => Some(items),
            DeValue::Table(_) if wanted == Kind::Tables => {
                let _: Option<()> = self.wrong_kind(key, value, wanted);
                Some(std::slice::from_ref(value))
            }
            _ => self.wrong_kind(key, value, wanted),
        }
    }

    fn text_of(&self, key: &'static str, value: &Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
        let limit = self.takes(key).map_or(LONGEST_NAME, Takes::longest);
        let DeValue::String(text) = value.get_ref() else {
            return self.wrong_kind(key, value, Kind::Text);
        };
        let text = composed(text);
        let length = text.chars().count();
        if let Some((_, refused)) = refused(&text).next() {
            let code = u32::from(refused);
            let span = self.span_of(refused, value.span());
            self.note(Mistake::CharacterRefused { code }, span);
        } else if length > limit {
            let mistake = Mistake::TextTooLong { key, limit, length };
            self.note(mistake, value.span());
        } else if is_blank(&text) {
            self.note(Mistake::TextEmpty { key }, value.span());
        } else {
            if is_right_to_left(&text) {
                self.findings.note_right_to_left(value.span());
            }
            return Some(Spanned::new(value.span(), text.trim().to_owned()));
        }
        None
    }

    /// The character's own place within a value where it is written as itself, or else the value's.
    fn span_of(&self, refused: char, value: Range<usize>) -> Range<usize> {
        let written = self.findings.source.get(value.clone()).unwrap_or_default();
        match written.find(refused) {
            Some(at) => value.start + at..value.start + at + refused.len_utf8(),
            None => value,
        }
    }

    fn choice_of<T: Copy>(
        &self,
        key: &'static str,
        value: &Spanned<DeValue<'_>>,
        choices: &Choices<T>,
    ) -> Option<Spanned<T>> {
        let DeValue::String(text) = value.get_ref() else {
            return self.wrong_kind(key, value, Kind::Text);
        };
        let chosen = choices.names.iter().position(|name| name == text);
        let chosen = chosen.and_then(|index| choices.values.get(index));
        let chosen = chosen.copied().ok_or_else(|| Mistake::NotOneOf {
            key,
            text: shown(text),
            choices: choices.names,
        });
        self.taken(value.span(), chosen)
    }

    /// A value with its place; what is wrong with it is noted.
    pub(super) fn taken<T>(
        &self,
        span: Range<usize>,
        value: Result<T, Mistake>,
    ) -> Option<Spanned<T>> {
        match value {
            Ok(value) => Some(Spanned::new(span, value)),
            Err(mistake) => {
                self.note(mistake, span);
                None
            }
        }
    }

    pub(super) fn wrong_kind<T>(
        &self,
        key: &'static str,
        value: &Spanned<DeValue<'_>>,
        wanted: Kind,
    ) -> Option<T> {
        let written = self.findings.source.get(value.span()).unwrap_or_default();
        let mistake = Mistake::WrongKind {
            key,
            wanted,
            written: shown(written),
        };
        self.note(mistake, value.span());
        None
    }
}

/// The values without their places.
pub(super) fn inner<T>(values: Vec<Spanned<T>>) -> Vec<T> {
    values.into_iter().map(Spanned::into_inner).collect()
}

fn date_alone(written: Datetime) -> Option<Date> {
    let Datetime {
        date: Some(date),
        time: None,
        offset: None,
    } = written
    else {
        return None;
    };
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    let day = i8::try_from(date.day).ok()?;
    Date::new(year, month, day).ok()
}

fn time_alone(written: Datetime) -> Option<Time> {
    let Datetime {
        date: None,
        time: Some(time),
        offset: None,
    } = written
    else {
        return None;
    };
    let hour = i8::try_from(time.hour).ok()?;
    let minute = i8::try_from(time.minute).ok()?;
    let second = i8::try_from(time.second.unwrap_or(0)).ok()?;
    Time::new(hour, minute, second, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_warnings_takes_the_room_of_an_error() {
        let findings = Findings::new("");
        for _ in 0..3 * MOST_NOTED {
            findings.note(Mistake::RightToLeft, 0..0);
        }
        findings.note(Mistake::TooLarge, 0..0);
        let (mistakes, count) = findings.into_mistakes();
        assert_eq!(count, 3 * MOST_NOTED + 1);
        assert_eq!(mistakes.len(), MOST_NOTED + 1);
        assert_eq!(mistakes.last(), Some(&(Mistake::TooLarge, 0..0)));
    }
}
