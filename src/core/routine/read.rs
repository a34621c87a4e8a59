//! From a file's bytes to a routine, or to every mistake it has.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::again::{self, Above, Used};
use super::diagnostic::{Diagnostic, MOST_SHOWN, locate};
use super::exercise::{self, Alone, Dosing, OfFile};
use super::figures::{self, Figures};
use super::groups::Groups;
use super::keys;
use super::language;
use super::mistake::{Mistake, Severity};
use super::one::read_one;
use super::section::{Section, inner};
use super::syntax::{self, Breaks, Remains};
use super::text::id_or;
use super::{
    Author, Exercise, ImageFault, LARGEST_FILE, MOST_EXERCISES, Routine, Safety, Surroundings,
    defaults, when,
};
use crate::contain::contained;
use crate::figure::{Fault, Figure};
use crate::tables::{Findings, Kind, Noted};
use crate::text::{composed, hex, shown, without_mark};

/// The SHA-256 of a file's content in hexadecimal digits, as [`Routine::sha256`] has it.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The format that this version reads.
const FORMAT: u32 = 1;

/// On the scale of 0 to 10 that people are asked by.
const MOST_PAIN: u32 = 10;

type Mistakes = Noted<Mistake>;

/// Bytes that a figure's own file may have.
const LARGEST_FIGURE: usize = 64 * 1024;

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// `None` if any diagnostic is an error.
    pub routine: Option<Routine>,
    /// In the file's order, at most [`MOST_SHOWN`].
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there are.
    pub more: usize,
    /// Whether lines broke the grammar, so that more may come to light once they are fixed.
    pub may_hide_more: bool,
}

impl Reading {
    /// How many of the diagnostics are errors.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many of the diagnostics are warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .count()
    }
}

/// Reads a routine file. Touches nothing but its arguments.
///
/// A file with breaks of TOML's own grammar has its other mistakes reported as far as they can be found
/// for certain: what seems to be missing may be on a line that could not be read.
pub fn read(bytes: &[u8], surroundings: &Surroundings<'_>) -> Reading {
    contained(|| read_whole(bytes, surroundings)).unwrap_or_else(|| unreadable(bytes))
}

/// The report on a file that the reader itself fails at: one bad file must not take others along.
fn unreadable(bytes: &[u8]) -> Reading {
    let text = String::from_utf8_lossy(bytes);
    finish(&text, one(Mistake::ReaderFailed, 0..0), None)
}

fn read_whole(bytes: &[u8], surroundings: &Surroundings<'_>) -> Reading {
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err((mistake, at)) => {
            let text = String::from_utf8_lossy(without_mark(bytes));
            return finish(&text, one(mistake, at..at), None);
        }
    };
    let sha256 = hash(bytes);
    match syntax::parse(text, Some(&keys::ROUTINE)) {
        Ok(root) => {
            let findings = Findings::new(text);
            let routine = read_root(&root, &findings, surroundings, sha256);
            finish(text, findings.into_noted(), routine)
        }
        Err(breaks) => {
            let certain = certain_of_the_rest(&breaks, surroundings);
            with_breaks(text, certain, breaks)
        }
    }
}

/// Whether the bytes are those of a routine, as far as they can be read, and not a figure's own.
pub fn is_routine(bytes: &[u8]) -> bool {
    let keys = ["format", "title", "exercise", "figure"];
    let is_of_routine = |root: &DeTable<'_>| keys.iter().any(|key| root.contains_key(*key));
    of_what_can_be_read(bytes, is_of_routine).unwrap_or_default()
}

/// The id that a file writes, as far as it can be read, whatever mistakes the file has.
pub fn written_id(bytes: &[u8]) -> Option<String> {
    let id = |root: &DeTable<'_>| Some(composed(root.get("id")?.get_ref().as_str()?).into_owned());
    of_what_can_be_read(bytes, id).flatten()
}

/// What a file's tables say, without the lines that break the grammar; `None` if none can be read.
fn of_what_can_be_read<T>(bytes: &[u8], ask: impl Fn(&DeTable<'_>) -> T) -> Option<T> {
    match syntax::parse(text_of(bytes).ok()?, None) {
        Ok(root) => Some(ask(&root)),
        Err(breaks) => breaks.rest().map(|remains| ask(&remains.root)),
    }
}

/// Reads a figure from a file of its own, such as those that come with Supple. Breaks of the grammar
/// are reported as those of a routine are.
///
/// # Errors
/// What is wrong with it.
pub fn read_figure(bytes: &[u8]) -> Result<Figure, Box<Reading>> {
    let read = contained(|| read_whole_figure(bytes));
    read.unwrap_or_else(|| Err(Box::new(unreadable(bytes))))
}

fn read_whole_figure(bytes: &[u8]) -> Result<Figure, Box<Reading>> {
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err((mistake, at)) => {
            let text = String::from_utf8_lossy(without_mark(bytes));
            return Err(Box::new(finish(&text, one(mistake, at..at), None)));
        }
    };
    if text.len() > LARGEST_FIGURE {
        let limit = LARGEST_FIGURE;
        let mistake = Mistake::Figure(Fault::TooLarge { limit });
        return Err(Box::new(finish(text, one(mistake, 0..0), None)));
    }
    let figure = |source: &str, root: &DeTable<'_>| {
        Figure::from_table(source, first_words(source), root).map_err(|noted| {
            let findings = Findings::new(source);
            findings.note_all(noted, Mistake::Figure);
            findings.into_noted()
        })
    };
    let reading = match syntax::parse(text, None) {
        Ok(root) => match figure(text, &root) {
            Ok(figure) => return Ok(figure),
            Err(mistakes) => finish(text, mistakes, None),
        },
        Err(breaks) => {
            let certain = breaks.rest().and_then(|remains| {
                let mistakes = figure(&breaks.readable, &remains.root).err()?;
                Some(certain(mistakes, &breaks, &remains))
            });
            with_breaks(text, certain.unwrap_or_default(), breaks)
        }
    };
    Err(Box::new(reading))
}

/// The mistakes in what could be read beside breaks of the grammar, as far as they are certain.
fn certain_of_the_rest(breaks: &Breaks, surroundings: &Surroundings<'_>) -> Mistakes {
    let Some(remains) = breaks.rest() else {
        return Mistakes::default();
    };
    let findings = Findings::new(&breaks.readable);
    read_root(&remains.root, &findings, surroundings, String::new());
    certain(findings.into_noted(), breaks, &remains)
}

/// Those of the mistakes that do not depend on a line that could not be read.
fn certain(mut mistakes: Mistakes, breaks: &Breaks, remains: &Remains<'_>) -> Mistakes {
    let noted = mistakes.list.len();
    mistakes.list.retain(|(mistake, span)| {
        let is_certain = !mistake.depends_on_other_lines()
            || matches!(mistake, Mistake::FigureUnknown { .. }) && !breaks.may_hide_figures;
        is_certain && !remains.is_broken_at(span.start)
    });
    mistakes.count -= noted - mistakes.list.len();
    mistakes
}

/// The report on a file with breaks of the grammar, and with what else is certain.
fn with_breaks(text: &str, mut mistakes: Mistakes, breaks: Breaks) -> Reading {
    mistakes.count += breaks.mistakes.len();
    mistakes.list.extend(breaks.mistakes);
    Reading {
        may_hide_more: true,
        ..finish(text, mistakes, None)
    }
}

/// One mistake, with which a file's reading ends.
fn one(mistake: Mistake, span: Range<usize>) -> Mistakes {
    Noted {
        list: vec![(mistake, span)],
        count: 1,
    }
}

/// The bytes as text, if they are few enough and text at all, or else where they are not.
fn text_of(bytes: &[u8]) -> Result<&str, (Mistake, usize)> {
    if bytes.len() > LARGEST_FILE {
        return Err((Mistake::TooLarge, 0));
    }
    let bytes = without_mark(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        (Mistake::NotText { byte: bytes[at] }, at)
    })
}

pub(super) fn finish(text: &str, mistakes: Mistakes, routine: Option<Routine>) -> Reading {
    let Noted { mut list, count } = mistakes;
    let is_error = |(mistake, _): &(Mistake, _)| mistake.severity() == Severity::Error;
    let is_good = !list.iter().any(is_error);
    // A default that is wrong for many exercises is reported once.
    let noted = list.len();
    list.sort_by_key(|(_, span)| span.start);
    list.dedup();
    let count = count - (noted - list.len());
    Reading {
        routine: routine.filter(|_| is_good),
        more: count.saturating_sub(list.len().min(MOST_SHOWN)),
        diagnostics: locate(text, list),
        may_hide_more: false,
    }
}

fn read_root<'a>(
    table: &'a DeTable<'a>,
    findings: &'a Findings<'a, Mistake>,
    surroundings: &Surroundings<'_>,
    sha256: String,
) -> Option<Routine> {
    let root = root_of(table, findings)?;
    let head = Head::read(&root, surroundings);
    let exercises = read_exercises(&root, &head.of_file(surroundings));
    language::warn(&root, table, &language::words(table));
    head.with(exercises, sha256)
}

/// The top of a file; `None` if it is of another format, whose keys are others: what this one makes of them would
/// only mislead.
pub(super) fn root_of<'a>(
    table: &'a DeTable<'a>,
    findings: &'a Findings<'a, Mistake>,
) -> Option<Section<'a>> {
    let format = table.get("format");
    if let Some(quoted) = format.filter(|format| is_quoted_format(format)) {
        let mistake = Mistake::WrongKind {
            key: "format",
            wanted: Kind::Whole,
            written: FORMAT.to_string(),
        };
        findings.note(mistake, quoted.span());
    } else if let Some(unknown) = format.filter(|format| !is_format(format)) {
        let found = shown(findings.source().get(unknown.span()).unwrap_or_default());
        findings.note(Mistake::FormatUnknown { found }, unknown.span());
        return None;
    }
    let span = first_words(findings.source());
    let root = Section::new(table, span, &keys::ROUTINE, findings);
    if format.is_none() {
        root.note(Mistake::FormatMissing, root.span.clone());
    }
    Some(root)
}

fn is_format(value: &Spanned<DeValue<'_>>) -> bool {
    match value.get_ref() {
        DeValue::Integer(number) => {
            u32::from_str_radix(number.as_str(), number.radix()) == Ok(FORMAT)
        }
        _ => false,
    }
}

fn is_quoted_format(value: &Spanned<DeValue<'_>>) -> bool {
    let text = value.get_ref().as_str();
    text.is_some_and(|text| text.trim().parse() == Ok(FORMAT))
}

/// Where the first line that is no comment starts: where something missing from the top is reported.
fn first_words(text: &str) -> Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !words.starts_with('#') {
            return start..start;
        }
        start += line.len();
    }
    0..0
}

/// All that a file says but its exercises.
pub(super) struct Head {
    /// Without exercises and figures, and with an empty title where none can be read.
    routine: Routine,
    dosing: Dosing,
    figures: Figures,
    groups: Groups,
}

impl Head {
    pub(super) fn read(root: &Section<'_>, surroundings: &Surroundings<'_>) -> Self {
        let id = root.id().map(Spanned::into_inner);
        let revision = root.whole("revision");
        let title = root.required_text("title");
        let summary = root.text("summary");
        let language = read_language(root).unwrap_or_else(|| defaults::LANGUAGE.to_owned());
        let updated = root.date("updated");
        let tags = root.texts("tags");
        let author = root.section("author", &keys::AUTHOR);
        let schedule = root.section("schedule", &keys::SCHEDULE);
        let schedule = schedule.map(|section| when::read_schedule(&section, surroundings.today));
        let safety = root.section("safety", &keys::SAFETY);
        let dosing = root.section("defaults", &keys::DEFAULTS);
        Self {
            routine: Routine {
                id_is_written: id.is_some(),
                id: id.unwrap_or_else(|| id_or(surroundings.stem, "routine")),
                revision: revision.map_or(1, Spanned::into_inner),
                title: title.map(Spanned::into_inner).unwrap_or_default(),
                summary: summary.map(Spanned::into_inner),
                language,
                updated: updated.map(Spanned::into_inner),
                tags: inner(tags),
                author: author.as_ref().map(read_author),
                schedule: schedule.unwrap_or_default(),
                safety: safety.as_ref().map(read_safety).unwrap_or_default(),
                exercises: Vec::new(),
                figures: BTreeMap::new(),
                sha256: String::new(),
                due_of_whole: None,
            },
            dosing: dosing.as_ref().map(Dosing::read).unwrap_or_default(),
            figures: figures::read_all(root),
            groups: Groups::read(root),
        }
    }

    /// What of it matters to each exercise.
    pub(super) fn of_file<'a>(&'a self, surroundings: &'a Surroundings<'a>) -> OfFile<'a> {
        OfFile {
            dosing: &self.dosing,
            schedule: &self.routine.schedule,
            figures: &self.figures,
            groups: &self.groups,
            language: &self.routine.language,
            surroundings,
        }
    }

    /// The whole routine; `None` if it has no title.
    pub(super) fn with(self, exercises: Vec<Exercise>, sha256: String) -> Option<Routine> {
        // Only now may what is missing end it: everything that is there has been looked at.
        (!self.routine.title.is_empty()).then_some(Routine {
            exercises,
            figures: self.figures.drawn,
            sha256,
            ..self.routine
        })
    }
}

fn read_language(root: &Section<'_>) -> Option<String> {
    let tag = root.text("language")?;
    let language = tag.get_ref().parse::<unic_langid::LanguageIdentifier>();
    // A tag may have up to eight letters, and none of a language has more than three.
    let language = language.ok().filter(|tag| tag.language.as_str().len() <= 3);
    let language = language.ok_or_else(|| Mistake::LanguageForm {
        text: shown(tag.get_ref()),
    });
    let language = root.taken(tag.span(), language)?;
    Some(language.get_ref().to_string())
}

fn read_author(section: &Section<'_>) -> Author {
    let text = |key| section.text(key).map(Spanned::into_inner);
    Author {
        name: text("name"),
        role: text("role"),
        clinic: text("clinic"),
        contact: text("contact"),
    }
}

fn read_safety(section: &Section<'_>) -> Safety {
    let limit = section.whole("pain_limit");
    if let Some(limit) = limit.as_ref().filter(|limit| *limit.as_ref() == MOST_PAIN) {
        section.note(Mistake::PainLimitless, limit.span());
    }
    Safety {
        pain_limit: limit.and_then(|limit| u8::try_from(limit.into_inner()).ok()),
        stop_if: inner(section.texts("stop_if")),
        not_if: inner(section.texts("not_if")),
    }
}

fn read_exercises(root: &Section<'_>, file: &OfFile<'_>) -> Vec<Exercise> {
    let mut items = match root.value("exercise") {
        Some(exercises) => match exercises.list(Kind::Tables) {
            Some(items) => items,
            None => return Vec::new(),
        },
        None => Vec::new(),
    };
    if items.is_empty() {
        root.note(Mistake::NoExercise, root.end());
    }
    if let Some(too_many) = items.get(MOST_EXERCISES) {
        let count = items.len();
        root.note(Mistake::TooManyExercises { count }, too_many.span());
        items.truncate(MOST_EXERCISES);
    }
    let findings = root.findings();
    let mut all: Vec<Alone> = Vec::with_capacity(items.len());
    let mut above = Above::default();
    for item in items {
        let kept = findings.kept();
        let (Some(section), DeValue::Table(table)) =
            (item.table_of_list(&keys::EXERCISE), item.content())
        else {
            continue;
        };
        let find = |id: &str| {
            let (entries, noted): &(&DeTable<'_>, Vec<_>) = above.get(id)?;
            Some(Used { entries, noted })
        };
        let last = all.last();
        all.push(read_one(table, section, last, find, (file, kept)));
        above.add(again::usable_as(table), || (table, findings.since(kept)));
    }
    exercise::together(all, file, findings)
}

/// An exercise of the library, in a language or else in English.
pub fn of_library(id: &str, language: &str) -> Option<Exercise> {
    let text = format!(
        "format = 1\ntitle = \"{id}\"\nlanguage = \"{language}\"\n[[exercise]]\nuse = \"{id}\"\n"
    );
    let surroundings = Surroundings {
        stem: id,
        today: Date::MIN,
        image: &|_| Err(ImageFault::Absent),
    };
    let exercises = read(text.as_bytes(), &surroundings).routine?.exercises;
    exercises.into_iter().next()
}
