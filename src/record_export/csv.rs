//! A table as spreadsheets take it, and the one with a line for each hold.

use std::borrow::Cow;

use serde::Serialize;
use unic_langid::LanguageIdentifier;

use crate::history::exported::{self, Session};
use crate::history::{History, Hold, Past, RecordedSession};
use crate::summary::Middle;
use crate::text::printable;
use crate::words::Words;

/// What stands between the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Separator {
    #[value(alias = ",")]
    Comma,
    #[value(alias = ";")]
    Semicolon,
    #[value(aliases = ["\t", "\\t"])]
    Tab,
}

impl Separator {
    /// What a spreadsheet expects where the machine is: where decimals have a comma it is a semicolon.
    /// `locale` is that of the system for numbers; without one the language counts.
    pub fn of(locale: Option<LanguageIdentifier>, words: &Words) -> Self {
        let locale = locale.or(words.language().tag.parse().ok());
        match locale {
            Some(locale) if has_decimal_comma(&locale) => Self::Semicolon,
            _ => Self::Comma,
        }
    }

    /// A number that may lie between two, as spreadsheets read it: a semicolon is there since decimals have a comma,
    /// and to a spreadsheet of such a place "3.5" is a day in May.
    pub fn middle(self, middle: Option<Middle>) -> String {
        let number = number(middle.map(Middle::value));
        match self {
            Self::Semicolon => number.replace('.', ","),
            Self::Comma | Self::Tab => number,
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Whether decimals are written with a comma. Source: Unicode CLDR 46, `symbols/decimal` of each
/// locale, and of smaller languages the locales of the GNU C Library 2.36; South Africa by its regional standard, which
/// spreadsheets follow in every language.
fn has_decimal_comma(locale: &LanguageIdentifier) -> bool {
    const LANGUAGES: [&str; 50] = [
        "af", "az", "be", "bg", "br", "bs", "ca", "cs", "da", "de", "el", "eo", "es", "et", "eu",
        "fi", "fo", "fr", "fy", "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ky", "lb",
        "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "se", "sk", "sl", "sq",
        "sr", "sv", "tr", "uk", "vi",
    ];
    const SMALLER: [&str; 36] = [
        "ab", "agr", "an", "ast", "ayc", "ce", "crh", "csb", "cv", "dsb", "ff", "fur", "hsb", "ht",
        "ia", "kab", "kl", "ku", "li", "lij", "ln", "mhr", "nds", "oc", "os", "pap", "quz", "rw",
        "sah", "sc", "sgs", "szl", "tg", "tt", "wa", "wo",
    ];
    /// Where such a language is written with a point all the same.
    const POINTS: [&str; 15] = [
        "de-CH", "de-LI", "it-CH", "es-419", "es-CU", "es-DO", "es-GT", "es-HN", "es-MX", "es-NI",
        "es-PA", "es-PE", "es-PR", "es-SV", "es-US",
    ];
    let region = locale.region.as_ref().map_or("", |region| region.as_str());
    let language = locale.language.as_str();
    let has_point = POINTS.contains(&format!("{language}-{region}").as_str());
    let is_written_with_one = LANGUAGES.contains(&language) || SMALLER.contains(&language);
    // English words on a Danish desktop, with all else as it is there.
    let is_danish = language == "en" && region == "DK";
    region == "ZA" || is_danish || is_written_with_one && !has_point
}

/// Tells a spreadsheet that the text is UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

const HEADINGS: [&str; 28] = [
    "session",
    "started",
    "finished",
    "routine",
    "revision",
    "outcome",
    "reason",
    "pain_before",
    "pain_after",
    "exercise",
    "side",
    "set",
    "rep",
    "prescribed_ms",
    "held_ms",
    "hold_outcome",
    "note",
    "zone",
    "routine_title",
    "exercise_name",
    "hurts",
    "load",
    "optional",
    "reps_done",
    "reps_prescribed",
    "easier",
    "told",
    "not_counted",
];

/// A line for each hold; one without an exercise for a session without holds, or not begun.
pub(super) fn holds(history: &History, separator: Separator) -> csv::Result<String> {
    let mut rows = Vec::new();
    for past in history.past() {
        let session = match past {
            Past::Session(session) => session,
            Past::NotBegun(it) => {
                rows.push(not_begun(&exported::NotBegun::of(it), HEADINGS));
                continue;
            }
        };
        let report = Session::of(session);
        for hold in &session.holds {
            rows.push(line(session, &report, Some(hold)));
        }
        if session.holds.is_empty() {
            rows.push(line(session, &report, None));
        }
    }
    written(HEADINGS, rows, separator)
}

/// A table of these rows, every cell of it a text to a spreadsheet.
///
/// # Errors
/// Memory is short.
pub fn written<const N: usize>(
    headings: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
    separator: Separator,
) -> csv::Result<String> {
    let mut table = csv::WriterBuilder::new()
        .delimiter(separator.byte())
        .from_writer(MARK.to_vec());
    table.write_record(headings)?;
    for row in rows {
        table.write_record(row.map(|field| cell(&field)))?;
    }
    let table = table
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&table).into_owned())
}

fn line(
    of: &RecordedSession,
    session: &Session<'_>,
    hold: Option<&Hold>,
) -> [String; HEADINGS.len()] {
    let reps = hold.and_then(|hold| of.reps_done(hold));
    let easier = hold.map(|hold| of.is_easier(hold));
    let hold = hold.map(exported::Hold::of);
    let hold = hold.as_ref();
    [
        session.id.to_string(),
        session.started.to_string(),
        text(session.finished.as_ref()),
        session.routine.id.to_string(),
        session.routine.revision.to_string(),
        name(&session.outcome),
        session.reason.as_ref().map(name).unwrap_or_default(),
        number(session.pain_before),
        number(session.pain_after),
        hold.map(|hold| hold.exercise.to_string())
            .unwrap_or_default(),
        hold.and_then(|hold| hold.side.as_ref())
            .map(name)
            .unwrap_or_default(),
        number(hold.and_then(|hold| hold.set)),
        number(hold.and_then(|hold| hold.rep)),
        number(hold.and_then(|hold| hold.prescribed_ms)),
        number(hold.map(|hold| hold.held_ms)),
        hold.map(|hold| name(&hold.outcome)).unwrap_or_default(),
        text(session.note.as_ref()),
        text(session.zone.as_ref()),
        session.routine.title.to_string(),
        hold.map(|hold| hold.name.to_string()).unwrap_or_default(),
        hurts(session),
        hold.and_then(|hold| session.load_of(&hold.exercise))
            .unwrap_or_default()
            .to_owned(),
        number(hold.map(|hold| hold.optional)),
        number(reps.map(|reps| reps.done)),
        number(reps.map(|reps| reps.of)),
        number(easier),
        session.told.to_string(),
        session.not_counted.as_ref().map(name).unwrap_or_default(),
    ]
}

/// The row of a session that was not begun.
pub(super) fn not_begun<const N: usize>(
    it: &exported::NotBegun<'_>,
    headings: [&str; N],
) -> [String; N] {
    headings.map(|heading| match heading {
        "session" => it.id.to_string(),
        "started" => it.time.to_string(),
        "routine" => it.routine.id.to_string(),
        "revision" => it.routine.revision.to_string(),
        "outcome" => "not_begun".to_owned(),
        "reason" => name(&it.reason),
        "pain_before" => number(it.pain_before),
        "zone" => text(it.zone.as_ref()),
        "routine_title" => it.routine.title.to_string(),
        _ => String::new(),
    })
}

/// Each time it hurt, for one cell.
pub(super) fn hurts(session: &Session<'_>) -> String {
    let hurts: Vec<String> = session.hurts.iter().map(in_short).collect();
    hurts.join("; ")
}

/// For one cell: "knee-to-chest left easier".
fn in_short(hurt: &exported::Hurt<'_>) -> String {
    let side = hurt.side.as_ref().map(name);
    let answer = hurt.answer.as_ref().map(name);
    let parts = [Some(hurt.exercise.to_string()), side, answer];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

pub(super) fn text(text: Option<&Cow<'_, str>>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// A number for a cell, which is empty without one.
pub fn number(number: Option<impl ToString>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// The name that the JSON gives it.
pub(super) fn name(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

/// A field as a spreadsheet takes it for the text that it is. What looks like a formula gets an apostrophe, since
/// what a routine from elsewhere is called must not be worked out; so do the wide forms of its signs, which some
/// spreadsheets take for the same. A table that is opened with another separator than it was written with is parted
/// inside of its fields, so that each part of one counts. What a field may begin with before that is left out, and
/// what no text needs is spelled out.
fn cell(field: &str) -> String {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let lines: Vec<String> = field.trim_start().lines().map(printable).collect();
    let mut cell = String::with_capacity(field.len());
    let mut begins = true;
    for sign in lines.join("\n").chars() {
        if begins && SIGNS.contains(&sign) {
            cell.push('\'');
        }
        begins = matches!(sign, ',' | ';' | '\n') || begins && sign == '"';
        cell.push(sign);
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::exported::of::rfc_3339;
    use crate::history::{Hold, NotBegun, RecordedSession, SessionOutcome, WhyNot};
    use crate::session::Outcome;

    #[test]
    fn a_cell_is_text_to_a_spreadsheet_whatever_is_in_it() {
        for (field, text) in [
            ("Lower back", "Lower back"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1,A2)", "'@SUM(A1,A2)"),
            ("＝1+1", "'＝1+1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠SUM(A1)", "'＠SUM(A1)"),
            ("\t=1", "'=1"),
            ("\r\n=1", "'=1"),
            ("\n \u{a0}@x", "'@x"),
            ("one\r\ntwo", "one\ntwo"),
            ("x;=1+1;y", "x;'=1+1;y"),
            ("x,\"=1+1\",y", "x,\"'=1+1\",y"),
            ("x\n=1+1", "x\n'=1+1"),
            ("2 - 3, -4", "2 - 3, -4"),
            (
                "bell \u{7} and \u{1b}[31m",
                "bell <U+0007> and <U+001B>[31m",
            ),
            ("", ""),
        ] {
            assert_eq!(cell(field), text);
        }
    }

    #[test]
    fn what_is_read_back_is_what_was_written_with_each_separator() {
        let started: jiff::Zoned = "2026-11-22T07:42[UTC]".parse().unwrap();
        let mut session =
            RecordedSession::sample("back", started.clone(), SessionOutcome::Completed);
        session.note = Some("a, \"b\"; c\td\nlast".into());
        session.holds = vec![Hold::sample(1, 20_000, Outcome::Done)];
        let not_begun = NotBegun {
            id: session.id,
            device: session.id,
            time: started.clone() + jiff::ToSpan::hours(1),
            routine: session.routine.clone(),
            pain_before: Some(6),
            why: WhyNot::PainAboveLimit { limit: 3 },
        };
        let history = History {
            sessions: vec![session.into()],
            not_begun: vec![not_begun],
            ..History::default()
        };
        for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
            let text = holds(&history, separator).unwrap();
            let text = text.strip_prefix('\u{feff}').unwrap();
            let mut rows = csv::ReaderBuilder::new()
                .delimiter(separator.byte())
                .from_reader(text.as_bytes());
            assert_eq!(rows.headers().unwrap(), &HEADINGS[..]);
            let rows: Vec<_> = rows.records().map(Result::unwrap).collect();
            let [first, second] = &rows[..] else {
                panic!("{text}");
            };
            let field = |row: &csv::StringRecord, heading: &str| {
                let at = HEADINGS.iter().position(|it| *it == heading).unwrap();
                row[at].to_owned()
            };
            assert_eq!(field(first, "outcome"), "not_begun");
            assert_eq!(field(first, "reason"), "pain_above_limit");
            assert_eq!(field(first, "pain_before"), "6");
            assert_eq!(field(second, "started"), rfc_3339(&started));
            assert_eq!(field(second, "held_ms"), "20000");
            let note = field(second, "note");
            assert!(
                note.starts_with("a, \"b\"; c") && note.ends_with("d\nlast"),
                "{note:?}"
            );
        }
    }

    #[test]
    fn cells_are_separated_as_spreadsheets_expect_it_where_the_machine_is() {
        let at = |locale: &str| Separator::of(locale.parse().ok(), &Words::of("en"));
        for locale in ["en-US", "en", "de-CH", "es-MX", "ja-JP", "zh-Hans-CN", "he"] {
            assert_eq!(at(locale), Separator::Comma, "{locale}");
        }
        for locale in [
            "fr-FR", "fr-CA", "pt-BR", "de-AT", "es-ES", "es-AR", "en-ZA", "sr-Latn", "hsb-DE",
            "en-DK",
        ] {
            assert_eq!(at(locale), Separator::Semicolon, "{locale}");
        }
        // A machine that is set to no place.
        for (language, separator) in [("en", Separator::Comma), ("de", Separator::Semicolon)] {
            let words = Words::of(language);
            assert_eq!(Separator::of(None, &words), separator);
        }
    }
}
