//! What a routine's tables hold beside what every format has: words, doses, dates and times.

use std::ops::Range;
use std::time::Duration;

use jiff::civil::{Date, Time};
use toml::Spanned;
use toml::de::DeValue;
use toml::value::Datetime;

use super::count::Count;
use super::keys::{Group, Key, Takes};
use super::mistake::{Mistake, Severity};
use super::tempo::Tempo;
use super::text::{LONGEST_NAME, NotSeconds, is_id, seconds};
use crate::tables::{Choices, Finding, Kind, Table, Value};
use crate::text::{composed, is_blank, is_right_to_left, refused, shown, with_two_alphabets};

/// A table of a routine file.
pub(super) type Section<'a> = Table<'a, Mistake>;

impl Finding for Mistake {
    fn key_unknown(key: &str, group: &'static Group) -> Self {
        Self::KeyUnknown {
            key: shown(key),
            group,
        }
    }

    fn key_missing(key: &'static str) -> Self {
        Self::KeyMissing { key }
    }

    fn wrong_kind(key: &'static Key, wanted: Kind, written: &str) -> Self {
        Self::WrongKind {
            key: key.name,
            wanted,
            written: shown(written),
        }
    }

    fn not_one_of(key: &'static Key, text: &str) -> Self {
        Self::NotOneOf {
            key: key.name,
            text: shown(text),
            choices: key.takes.words(),
        }
    }

    fn is_warning(&self) -> bool {
        self.severity() == Severity::Warning
    }
}

impl<'a> Table<'a, Mistake> {
    /// What the table of keys says that `key` takes.
    fn takes(&self, key: &str) -> Option<&'static Takes> {
        self.keys.key(key).map(|key| &key.takes)
    }

    /// The most characters that a text of `key` may have.
    fn longest(&self, key: &str) -> usize {
        self.takes(key).map_or(LONGEST_NAME, Takes::longest)
    }

    /// A text, without white space around it.
    pub(super) fn text(&self, key: &'static str) -> Option<Spanned<String>> {
        let text = self.value(key)?.words(self.longest(key))?;
        self.note_alphabets(key, &text);
        Some(text)
    }

    /// Warns of a name or an address that looks like another one and is not.
    fn note_alphabets(&self, key: &'static str, text: &Spanned<String>) {
        let is_name = match self.takes(key) {
            Some(Takes::Text { longest }) => *longest == LONGEST_NAME,
            takes => matches!(takes, Some(Takes::Id | Takes::Source)),
        };
        let word = with_two_alphabets(text.get_ref()).filter(|_| is_name);
        if let Some(word) = word {
            let word = shown(word);
            self.note(Mistake::TwoAlphabets { word }, text.span());
        }
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
        self.need(key)?;
        self.text(key)
    }

    pub(super) fn texts(&self, key: &'static str) -> Vec<Spanned<String>> {
        let longest = self.longest(key);
        self.each(key, |item| item.words(longest))
    }

    /// A whole number within the key's limits.
    pub(super) fn whole(&self, key: &'static str) -> Option<Spanned<u32>> {
        let range = match self.takes(key) {
            Some(Takes::Whole { least, most }) => *least..=*most,
            _ => 0..=u32::MAX,
        };
        let value = self.value(key)?;
        let DeValue::Integer(number) = value.content() else {
            return value.wrong(Kind::Whole);
        };
        let read = u32::from_str_radix(number.as_str(), number.radix()).ok();
        let read = read.filter(|number| range.contains(number));
        let (least, most) = (u64::from(*range.start()), u64::from(*range.end()));
        value.taken(read.ok_or(Mistake::NumberRange { key, least, most }))
    }

    /// A whole number within the key's limits, or two from the lower to the upper.
    pub(super) fn count(&self, key: &'static str) -> Option<Spanned<Count>> {
        let Some(Takes::Count { least, most }) = self.takes(key) else {
            return None;
        };
        let value = self.value(key)?;
        let read = match value.content() {
            DeValue::Integer(number) => {
                let number = u32::from_str_radix(number.as_str(), number.radix());
                // What is negative is out of range like what is too large.
                Count::of(number.unwrap_or(u32::MAX))
            }
            DeValue::String(text) => match Count::read(text) {
                Some(count) => count,
                None => return value.wrong(Kind::Count),
            },
            _ => return value.wrong(Kind::Count),
        };
        let is_within = *least <= read.least && read.most <= *most;
        let (least, most) = (u64::from(*least), u64::from(*most));
        value.taken(if is_within {
            Ok(read)
        } else {
            Err(Mistake::NumberRange { key, least, most })
        })
    }

    pub(super) fn flag(&self, key: &'static str) -> Option<Spanned<bool>> {
        let value = self.value(key)?;
        Some(Spanned::new(value.span(), value.flag()?))
    }

    /// Whole seconds within the key's limits, as a number or as words like `1m 30s`.
    pub(super) fn duration(&self, key: &'static str) -> Option<Spanned<Duration>> {
        let range = match self.takes(key) {
            Some(Takes::Length { least, most }) => *least..=*most,
            _ => 0..=u64::MAX,
        };
        let value = self.value(key)?;
        let read = match value.content() {
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
            _ => return value.wrong(Kind::Duration),
        };
        let (least, most) = (*range.start(), *range.end());
        let read = read.and_then(|seconds| {
            if range.contains(&seconds) {
                Ok(seconds)
            } else {
                Err(Mistake::DurationRange { key, least, most })
            }
        });
        value.taken(read.map(Duration::from_secs))
    }

    /// Whether a length of time is there that can be read.
    pub(super) fn has_length(&self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        match value.content() {
            DeValue::Integer(_) => true,
            DeValue::String(text) => seconds(text).is_ok(),
            _ => false,
        }
    }

    /// The parts of a repetition.
    pub(super) fn tempo(&self, key: &'static str) -> Option<Spanned<Tempo>> {
        let value = self.value(key)?;
        let text = value.text()?;
        value.taken(Tempo::read(text).ok_or_else(|| Mistake::TempoForm { text: shown(text) }))
    }

    /// What one of a few words means.
    pub(super) fn choice<T: Copy>(
        &self,
        key: &'static str,
        choices: &Choices<T>,
    ) -> Option<Spanned<T>> {
        let value = self.value(key)?;
        Some(Spanned::new(value.span(), value.word(choices)?))
    }

    /// What some of a few words mean.
    pub(super) fn choices<T: Copy>(&self, key: &'static str, choices: &Choices<T>) -> Vec<T> {
        self.each(key, |item| item.word(choices))
    }

    /// A date, bare or in quotes.
    pub(super) fn date(&self, key: &'static str) -> Option<Spanned<Date>> {
        let value = self.value(key)?;
        let written = match value.content() {
            DeValue::Datetime(written) => Some(*written),
            DeValue::String(text) => text.parse().ok(),
            _ => return value.wrong(Kind::Date),
        };
        let date = written.and_then(date_alone);
        value.taken(date.ok_or_else(|| Mistake::DateForm {
            text: shown(value.content().as_str().unwrap_or(value.written())),
        }))
    }

    /// Times of day, bare or in quotes.
    pub(super) fn times(&self, key: &'static str) -> Vec<Spanned<Time>> {
        self.each(key, |item| {
            let written = match item.content() {
                DeValue::Datetime(written) => Some(*written),
                DeValue::String(text) => text.parse().ok(),
                _ => None,
            };
            let time = written.and_then(time_alone);
            item.taken(time.ok_or_else(|| Mistake::TimeForm {
                text: shown(item.content().as_str().unwrap_or(item.written())),
            }))
        })
    }

    pub(super) fn section(&self, key: &'static str, group: &'static Group) -> Option<Self> {
        self.value(key)?.table(group)
    }

    /// The texts of a key as they stand in the file, with their quotation marks, and the byte at
    /// which each starts: one, those of a list, or what is said by groups of keys.
    pub(super) fn written(&self, key: &'static str) -> Vec<(usize, &'a str)> {
        let Some(value) = self.value(key).filter(|value| value.is_own()) else {
            return Vec::new();
        };
        let mut spans = Vec::new();
        collect_texts(value.content(), value.span(), &mut spans);
        let source = value.findings().source();
        let texts = spans.into_iter();
        texts
            .filter_map(|span| Some((span.start, source.get(span)?)))
            .collect()
    }

    /// Whether `key` is absent or an empty list.
    pub(super) fn lists_nothing(&self, key: &'static str) -> bool {
        self.value(key).is_none_or(|value| {
            let list = value.content().as_array();
            list.is_some_and(|list| list.is_empty())
        })
    }

    /// The items of a list, each read in the same way; none if the list is absent.
    fn each<T>(&self, key: &'static str, read: impl Fn(Value<'a, Mistake>) -> Option<T>) -> Vec<T> {
        let items = self.value(key).and_then(|value| value.list(Kind::List));
        items
            .unwrap_or_default()
            .into_iter()
            .filter_map(read)
            .collect()
    }
}

impl Value<'_, Mistake> {
    /// A text of so many characters at most, without white space around it.
    fn words(self, longest: usize) -> Option<Spanned<String>> {
        let text = composed(self.text()?);
        let length = text.chars().count();
        let key = self.key.name;
        if let Some((_, refused)) = refused(&text).next() {
            let code = u32::from(refused);
            let span = self.span_of(refused);
            self.findings()
                .note(Mistake::CharacterRefused { code }, span);
        } else if length > longest {
            let limit = longest;
            self.note(Mistake::TextTooLong { key, limit, length });
        } else if is_blank(&text) {
            self.note(Mistake::TextEmpty { key });
        } else {
            if is_right_to_left(&text) {
                self.findings().note_once(Mistake::RightToLeft, self.span());
            }
            return Some(Spanned::new(self.span(), text.trim().to_owned()));
        }
        None
    }

    /// The character's own place within the value where it is written as itself, or else the value's.
    fn span_of(self, refused: char) -> Range<usize> {
        let value = self.span();
        let written = self.findings().source().get(value.clone());
        match written.unwrap_or_default().find(refused) {
            Some(at) => value.start + at..value.start + at + refused.len_utf8(),
            None => value,
        }
    }
}

/// The values without their places.
pub(super) fn inner<T>(values: Vec<Spanned<T>>) -> Vec<T> {
    values.into_iter().map(Spanned::into_inner).collect()
}

fn collect_texts(value: &DeValue<'_>, span: Range<usize>, spans: &mut Vec<Range<usize>>) {
    match value {
        DeValue::String(_) => spans.push(span),
        DeValue::Array(items) => {
            for item in items {
                collect_texts(item.get_ref(), item.span(), spans);
            }
        }
        DeValue::Table(table) => {
            if let Some(said) = table.get("say") {
                collect_texts(said.get_ref(), said.span(), spans);
            }
        }
        _ => {}
    }
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
