//! The grammar of TOML, with every break of it found at once.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use super::keys::{self, Group, Key, Takes};
use super::mistake::{Mistake, Syntax};
use super::suggest;
use crate::message::Message;
use crate::tables::Kind;
use crate::text::{Lines, is_hidden, shown};

/// What parts the words of a line from one another, in keys, values and headings.
const SIGNS: [char; 10] = ['=', ',', '.', '[', ']', '{', '}', '"', '\'', '#'];

/// Of a larger file with a break in it the first break alone is reported: a file of nothing but breaks
/// makes more than one for each byte, and each takes memory.
const LARGEST_RECOVERED: usize = 32 * 1024;

/// A file's tables as far as they could be read.
pub(super) struct Remains<'i> {
    pub root: DeTable<'i>,
    lines: Lines,
    /// Lines that broke the grammar, each by the byte at which it starts.
    broken: BTreeSet<usize>,
}

impl Remains<'_> {
    /// Whether the line of a byte broke the grammar. What such a line says is known only in part,
    /// so nothing else can be said about it.
    pub(super) fn is_broken_at(&self, byte: usize) -> bool {
        self.broken.contains(&self.lines.start_of(byte))
    }
}

/// A text's breaks of the grammar, and the text without the lines that they are in.
pub(super) struct Breaks {
    pub mistakes: Vec<(Mistake, Range<usize>)>,
    pub readable: String,
    /// Whether a figure of the file's own may be on a line that could not be read.
    pub may_hide_figures: bool,
    broken: BTreeSet<usize>,
}

/// Reads `text`, or finds its breaks of the grammar. `top` are the keys that may stand before its first
/// heading, if they are known.
pub(super) fn parse<'t>(text: &'t str, top: Option<&'static Group>) -> Result<DeTable<'t>, Breaks> {
    match DeTable::parse(text) {
        Ok(root) => Ok(root.into_inner()),
        Err(first) => Err(Breaks::of(text, first, top)),
    }
}

impl Breaks {
    fn of(text: &str, first: toml::de::Error, top: Option<&'static Group>) -> Self {
        let errors = if text.len() <= LARGEST_RECOVERED {
            DeTable::parse_recoverable(text).1
        } else {
            vec![first]
        };
        let lines = Lines::of(text);
        let headings = headings(text);
        let mut broken = BTreeSet::new();
        let mut mistakes = Vec::new();
        for error in errors {
            let span = error.span().unwrap_or_default();
            let line = lines.start_of(span.start);
            // One break often makes the parser stumble again further along the line.
            if broken.contains(&line) {
                continue;
            }
            let above = headings.range(..line).next_back();
            let read = Line::at(text, span.start, above.copied(), top);
            let (mistake, span) = place(text, &error, &span, &read);
            let heading = headings.range(..line).next_back();
            let is_in_lost_section = heading.is_some_and(|heading| broken.contains(heading));
            // After a heading that is there already, its keys only seem to be there twice.
            if is_in_lost_section && matches!(mistake, Mistake::Syntax(Syntax::KeyTwice { .. })) {
                continue;
            }
            broken.insert(line);
            let unknown = read.unknown_key(text, &span);
            if unknown.is_none() || !is_of_value(&mistake) {
                mistakes.push((mistake, span));
            }
            mistakes.extend(unknown);
        }
        Self {
            mistakes,
            may_hide_figures: text.contains("[figure") || text.contains("figure."),
            readable: blank(text, &broken),
            broken,
        }
    }

    /// What can be read of the rest, so that its mistakes are reported at the same time; nothing of a
    /// file that is too large for it.
    pub(super) fn rest(&self) -> Option<Remains<'_>> {
        if self.readable.len() > LARGEST_RECOVERED {
            return None;
        }
        let (root, errors) = DeTable::parse_recoverable(&self.readable);
        let lines = Lines::of(&self.readable);
        let mut broken = self.broken.clone();
        let more = errors.iter().filter_map(toml::de::Error::span);
        broken.extend(more.map(|span| lines.start_of(span.start)));
        Some(Remains {
            root: root.into_inner(),
            lines,
            broken,
        })
    }
}

/// The lines that look like headings, each by the byte at which it starts.
fn headings(text: &str) -> BTreeSet<usize> {
    let mut start = 0;
    let mut headings = BTreeSet::new();
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('[') {
            headings.insert(start);
        }
        start += line.len();
    }
    headings
}

/// The text with spaces in place of the lines in `broken`, every other byte where it was. A broken
/// heading takes its section with it: the section's keys would seem to belong to the one before.
fn blank(text: &str, broken: &BTreeSet<usize>) -> String {
    let mut readable = String::with_capacity(text.len());
    let mut in_lost_section = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_broken = broken.contains(&start);
        if line.trim_start().starts_with('[') {
            in_lost_section = is_broken;
        }
        if is_broken || in_lost_section {
            readable.extend(line.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        } else {
            readable.push_str(line);
        }
        start += line.len();
    }
    readable
}

/// What is wrong with a text that is no TOML, in words.
pub fn explain(text: &str, error: &toml::de::Error) -> Message {
    let span = error.span().unwrap_or_default();
    let line = Line::at(text, span.start, None, None);
    place(text, error, &span, &line).0.message()
}

/// Whether it is about no more than how a value is written: what matters if its key is none.
fn is_of_value(mistake: &Mistake) -> bool {
    match mistake {
        Mistake::DateForm { text } => !suggest::is_date(text),
        Mistake::Syntax(syntax) => matches!(
            syntax,
            Syntax::QuotesMissing { .. } | Syntax::DateForm | Syntax::NumberForm | Syntax::Other
        ),
        _ => false,
    }
}

/// What is wrong, and where. What nobody can see comes first: advice on what stands beside it would
/// look just like what is there already.
fn place(
    text: &str,
    error: &toml::de::Error,
    span: &Range<usize>,
    line: &Line<'_>,
) -> (Mistake, Range<usize>) {
    let found = mistake(text, error, span, line);
    let is_in_a_text = matches!(
        found,
        Mistake::CharacterRefused { .. }
            | Mistake::Syntax(Syntax::Backslash | Syntax::MarkInside { .. })
    );
    match stray(text, span.start).filter(|_| !is_in_a_text) {
        Some((at, c)) => {
            let code = u32::from(c);
            let stray = if is_hidden(c) {
                Mistake::CharacterRefused { code }
            } else {
                Mistake::Syntax(Syntax::SpaceUnusual { code })
            };
            (stray, at..at + c.len_utf8())
        }
        None => (found, span.clone()),
    }
}

/// The first character on the line of a byte that can't be seen or looks like a space and is none,
/// if it stands outside of texts and remarks and beside a key or a value, not between the words of one.
fn stray(text: &str, byte: usize) -> Option<(usize, char)> {
    let start = text.get(..byte)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?.lines().next()?;
    let is_blank = |c: char| c.is_whitespace() || is_hidden(c);
    let mut within = None;
    let mut is_escaped = false;
    for (at, c) in line.char_indices() {
        match within {
            Some(mark) => {
                within = Some(mark).filter(|_| c != mark || is_escaped);
                is_escaped = mark == '"' && c == '\\' && !is_escaped;
            }
            None if c == '#' => return None,
            None if matches!(c, '"' | '\'') => within = Some(c),
            None if is_blank(c) && !matches!(c, ' ' | '\t' | '\r') => {
                let before = line.get(..at)?.chars().rev().find(|c| !is_blank(*c));
                let after = line.get(at..)?.chars().find(|c| !is_blank(*c));
                let is_beside = |c: Option<char>| c.is_none_or(|c| SIGNS.contains(&c));
                if is_hidden(c) || is_beside(before) || is_beside(after) {
                    return Some((start + at, c));
                }
            }
            None => {}
        }
    }
    None
}

fn mistake(text: &str, error: &toml::de::Error, span: &Range<usize>, line: &Line<'_>) -> Mistake {
    let at = text.get(span.start..).and_then(|rest| rest.chars().next());
    match at {
        Some(c) if is_hidden(c) && !matches!(c, '\n' | '\r' | '\t') => {
            Mistake::CharacterRefused { code: u32::from(c) }
        }
        _ => match kind(text, error, span, line) {
            Syntax::Other | Syntax::NumberForm if is_behind_backslash(text, span.start) => {
                Mistake::Syntax(Syntax::Backslash)
            }
            Syntax::QuotesMissing { .. } | Syntax::Other if line.is_list_without_brackets() => {
                line.of_kind(Kind::List)
            }
            Syntax::QuotesMissing { .. } | Syntax::Other | Syntax::TextUnfinished
                if line.has_mark_inside() =>
            {
                Mistake::Syntax(Syntax::MarkInside {
                    key: shown(line.key),
                    written: shown(line.value.trim()),
                })
            }
            Syntax::QuotesMissing { .. } => line.bare(),
            // A word that begins like `true` or `nan` is taken for one that is misspelt.
            Syntax::Other | Syntax::NumberForm if at.is_some_and(char::is_alphabetic) => {
                line.bare()
            }
            Syntax::Other if line.has_two_keys() => Mistake::Syntax(Syntax::TwoKeys),
            // `2-3` and `3x10` are taken for the beginnings of a date and a number.
            Syntax::DateForm | Syntax::NumberForm | Syntax::Other if line.is_like_a_number() => {
                line.bare()
            }
            Syntax::DateForm | Syntax::NumberForm | Syntax::Other if line.is_like_a_date() => {
                let text = shown(line.value_alone());
                Mistake::DateForm { text }
            }
            Syntax::DateForm if matches!(line.takes(), Some(Takes::Times)) => Mistake::TimeForm {
                text: shown(text.get(span.clone()).unwrap_or_default()),
            },
            // With anything after it a comma may be meant for a decimal point.
            Syntax::Other if is_comma_at_line_end(text, span.start) => {
                Mistake::Syntax(Syntax::CommaExtra)
            }
            syntax => Mistake::Syntax(syntax),
        },
    }
}

/// A key with what stands behind it.
struct Line<'t> {
    /// Its last part, where it has several: `at` of `schedule.at`.
    key: &'t str,
    /// Its first byte in the text.
    start: usize,
    /// The keys that may stand below the heading above it.
    group: Option<&'static Group>,
    /// The key of the format that it is; in its likeliest place where it is none of those.
    known: Option<&'static Key>,
    /// All that stands behind the equals sign.
    value: &'t str,
}

impl<'t> Line<'t> {
    /// The line of a byte, below the heading that starts at another. Without an equals sign key and
    /// value are empty.
    fn at(text: &'t str, byte: usize, heading: Option<usize>, top: Option<&'static Group>) -> Self {
        let before = text.get(..byte).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = text.get(start..).and_then(|rest| rest.lines().next());
        let (written, value) = line
            .and_then(|line| line.split_once('='))
            .unwrap_or_default();
        let heading = heading.and_then(|start| text.get(start..)?.lines().next());
        let heading = heading.unwrap_or_default().trim_start();
        let heading = heading.trim_start_matches('[').split(']').next();
        let heading = heading.unwrap_or_default();
        let (dotted, last) = written.rsplit_once('.').unwrap_or(("", written));
        let parts = heading.split('.').chain(dotted.split('.')).map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        let group = top.and_then(|top| keys::below(top, parts));
        let key = last.trim();
        let of_group = group.and_then(|group| group.key(key));
        Self {
            key,
            start: start + written.len() - last.trim_start().len(),
            group,
            known: of_group.or_else(|| Some(keys::anywhere(key)?.1)),
            value,
        }
    }

    /// What the key takes.
    fn takes(&self) -> Option<&'static Takes> {
        self.known.map(|key| &key.takes)
    }

    /// The value without a remark behind it.
    fn value_alone(&self) -> &'t str {
        self.value.split('#').next().unwrap_or_default().trim()
    }

    /// That the key is none below its heading, if the break is behind it.
    fn unknown_key(&self, text: &str, span: &Range<usize>) -> Option<(Mistake, Range<usize>)> {
        let place = self.start..self.start + self.key.len();
        let behind = text.get(place.end..).filter(|_| place.end <= span.start)?;
        let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let is_key = !self.key.is_empty() && self.key.chars().all(is_bare);
        let group = self.group.filter(|group| group.key(self.key).is_none())?;
        (is_key && behind.trim_start().starts_with('=')).then(|| {
            let key = shown(self.key);
            (Mistake::KeyUnknown { key, group }, place)
        })
    }

    /// A value that is no value of TOML, by what its key takes.
    fn bare(&self) -> Mistake {
        let written = self.value.split(" #").next().unwrap_or_default().trim();
        let takes_text = |takes: &Takes| matches!(takes.kind(), Kind::Text | Kind::List);
        match self.known.map(|key| (key.name, &key.takes)) {
            Some((_, Takes::Date)) => Mistake::DateForm {
                text: shown(written),
            },
            None if suggest::is_date(written) => Mistake::DateForm {
                text: shown(written),
            },
            Some((_, Takes::Times)) => Mistake::TimeForm {
                text: shown(written.trim_matches(['[', ']', ' '])),
            },
            Some((_, Takes::Tempo)) => Mistake::TempoForm {
                text: shown(written),
            },
            Some((key, takes)) if !takes_text(takes) && takes.kind() != Kind::Duration => {
                Mistake::WrongKind {
                    key,
                    wanted: takes.kind(),
                    written: shown(written),
                }
            }
            Some((key, Takes::Length { .. })) if !has_one_number(written) => {
                Mistake::DurationForm {
                    key,
                    text: shown(written),
                }
            }
            _ => Mistake::Syntax(Syntax::QuotesMissing {
                key: shown(self.key),
                takes: self.takes(),
                written: shown(written),
            }),
        }
    }

    /// Whether the key takes a number, and something like one stands behind it.
    fn is_like_a_number(&self) -> bool {
        let value = self.value_alone();
        let begins = value.starts_with(|c: char| c.is_ascii_digit());
        let is_plain = value
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '_'));
        let kind = self.takes().map(Takes::kind);
        let is_tempo = self.takes() == Some(&Takes::Tempo);
        let takes_number =
            is_tempo || matches!(kind, Some(Kind::Whole | Kind::Count | Kind::Duration));
        begins && !is_plain && takes_number
    }

    /// Whether another key and its value follow: `sets = 3, reps = 10`.
    fn has_two_keys(&self) -> bool {
        let value = self.value_alone();
        value.contains('=') && !value.starts_with(['"', '\'', '[', '{', '='])
    }

    /// Whether texts stand one behind the other where the key takes a list of them.
    fn is_list_without_brackets(&self) -> bool {
        let is_list = self.takes().map(Takes::kind) == Some(Kind::List);
        is_list && self.value.trim().starts_with('"') && self.value.contains("\",")
    }

    /// Whether a text is ended by a mark inside it: `"Say "stop""`, `'Don't'`.
    fn has_mark_inside(&self) -> bool {
        let value = self.value.trim();
        ['"', '\''].iter().any(|mark| {
            let inside = value.strip_prefix(*mark);
            let inside = inside.and_then(|rest| rest.strip_suffix(*mark));
            inside.is_some_and(|inside| inside.contains(*mark) && !inside.contains('\\'))
        })
    }

    /// The value is none of this kind, which its key takes.
    fn of_kind(&self, wanted: Kind) -> Mistake {
        Mistake::WrongKind {
            key: self.known.map_or("", |key| key.name),
            wanted,
            written: shown(self.value.trim()),
        }
    }

    /// Whether the value is digits in three parts, like `20.12.2026`.
    fn is_like_a_date(&self) -> bool {
        let parts: Vec<_> = self.value_alone().split(['.', '/', '-']).collect();
        let is_number = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        parts.len() == 3 && parts.iter().all(is_number)
    }
}

/// Whether what stands at this byte belongs to a backslash before it: `\ud800`.
fn is_behind_backslash(text: &str, byte: usize) -> bool {
    let before = text.get(..byte).unwrap_or_default();
    let before = before.trim_end_matches(|c: char| c.is_ascii_hexdigit());
    let before = before.strip_suffix(['u', 'U']).unwrap_or(before);
    before.ends_with('\\')
}

/// Whether digits stand in one place alone: `20 s` needs nothing but quotation marks.
fn has_one_number(written: &str) -> bool {
    let numbers = written.split(|c: char| !c.is_ascii_digit());
    numbers.filter(|number| !number.is_empty()).count() == 1
}

/// Whether a comma stands at this byte with nothing after it but a remark.
fn is_comma_at_line_end(text: &str, byte: usize) -> bool {
    let rest = text.get(byte..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    line.strip_prefix(',')
        .is_some_and(|after| after.trim().is_empty() || after.trim_start().starts_with('#'))
}

/// Which break it is, from the parser's own words: it has no other name for them. Words that are
/// new to us make [`Syntax::Other`].
fn kind(text: &str, error: &toml::de::Error, span: &Range<usize>, line: &Line<'_>) -> Syntax {
    let found = text.get(span.clone()).unwrap_or_default();
    let said = error.message();
    let said = said.split(", expected").next().unwrap_or(said);
    match said {
        "duplicate key" => Syntax::KeyTwice { key: shown(found) },
        said if said.starts_with("cannot extend value of type") => {
            Syntax::KeyTwice { key: shown(found) }
        }
        "string values must be quoted" if found.is_empty() => Syntax::ValueMissing,
        "missing value" | "missing value for key" => Syntax::ValueMissing,
        "string values must be quoted" | "invalid value"
            if found.contains(['“', '”', '„', '‘', '’', '«', '»']) =>
        {
            Syntax::CurlyQuotes
        }
        "string values must be quoted" => Syntax::QuotesMissing {
            key: line.key.to_owned(),
            takes: line.takes(),
            written: line.value.to_owned(),
        },
        "key with no value" | "missing assignment between key-value pairs" => Syntax::EqualsMissing,
        "invalid basic string"
        | "invalid literal string"
        | "invalid multi-line basic string"
        | "invalid multi-line literal string"
        | "missing opening quote" => Syntax::TextUnfinished,
        "missing escaped value" | "too few unicode value digits" => Syntax::Backslash,
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            Syntax::CommaMissing
        }
        said if said.starts_with("unclosed") => Syntax::BracketMissing,
        said if said.starts_with("missing") && said.ends_with("opening") => Syntax::BracketMissing,
        said if said.starts_with("extra comma") => Syntax::CommaExtra,
        said if said.starts_with("cannot recurse") => Syntax::TooDeep,
        said if said.starts_with("carriage return") => Syntax::LineEnd,
        said if said.contains("unquoted key") || said.contains("keys cannot be") => {
            Syntax::KeyForm {
                key: shown(line.key),
                group: line.group,
            }
        }
        said if is_about_a_date(said) => Syntax::DateForm,
        said if is_about_a_number(said) => Syntax::NumberForm,
        _ => Syntax::Other,
    }
}

fn is_about_a_date(said: &str) -> bool {
    ["date", "time", "offset", "hour", "minute", "month"]
        .iter()
        .any(|word| said.contains(word))
}

fn is_about_a_number(said: &str) -> bool {
    [
        "leading zero",
        "radix",
        "numeric sign",
        "number prefix",
        "unexpected sign",
        "integer",
        "float",
        "`_`",
    ]
    .iter()
    .any(|word| said.contains(word))
}
