//! Many people's records side by side, as a table for a clinic: a line for each person and routine.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::Choice;
use crate::cli::history::tell;
use crate::cli::{Context, Failure, complain, print, unwritten};
use crate::clock;
use crate::disk;
use crate::handing_out;
use crate::history::{
    History, NotImported, ProblemKind, RecordedSession, RoutineRef, SessionOutcome,
};
use crate::locale;
use crate::progress::Share;
use crate::record_export::csv::{Separator, number, written};
use crate::record_report;
use crate::summary::{Change, EARLIEST, Question, Span, Sums, TrendKind};
use crate::text::composed;
use crate::words::Message;

const HEADINGS: [&str; 28] = [
    "data",
    "routine",
    "routine_title",
    "revision",
    "from",
    "to",
    "first_day",
    "last_day",
    "sessions_done",
    "sessions_due",
    "sessions_more",
    "sessions_free",
    "sessions_begun",
    "sessions_measured",
    "sessions_told",
    "sessions_stopped",
    "sessions_ended_in_pain",
    "sessions_not_begun",
    "exercises_attempted",
    "exercises_due",
    "held_ms",
    "due_ms",
    "dose_percent",
    "pain_first",
    "pain_last",
    "pain_change",
    "pain_weeks",
    "pain_kind",
];

type Row = [String; HEADINGS.len()];

/// What the table is about.
struct Asked<'a> {
    since: Option<Date>,
    to: Date,
    routine: Option<&'a str>,
    today: Date,
    first_weekday: jiff::civil::Weekday,
    separator: Separator,
}

/// Prints the table, or writes it to a file. Whose record can't be read is told, and costs none of the others.
pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    let today = clock::today();
    let routine = choice.routine.as_deref().map(composed);
    let separator = choice
        .separator
        .unwrap_or_else(|| Separator::of(locale::of(locale::Of::Numbers), &context.words));
    let asked = Asked {
        since: choice.since,
        to: choice.until.unwrap_or(today).min(today),
        routine: routine.as_deref(),
        today,
        first_weekday: clock::first_weekday(),
        separator,
    };
    let mut rows = Vec::new();
    let mut is_short = false;
    for data in &choice.data {
        match record(data) {
            Ok(history) => {
                tell(&history.problems, &context.words);
                rows.extend(of(&data.to_string_lossy(), &history, &asked));
            }
            Err(reason) => {
                complain(&context.words.message(&reason));
                is_short = true;
            }
        }
    }
    let table = written(HEADINGS, rows, separator).map_err(|error| {
        let reason = Message::new("disk-other").with("reason", error.to_string());
        Failure::Environment(reason)
    })?;
    match &choice.output {
        None => print(table)?,
        Some(output) => {
            let done = handing_out::write(output, table.as_bytes(), choice.replace);
            context.tell(&done.map_err(|error| unwritten(&error))?);
            let done = Message::new("handout-written").with("path", output.as_path());
            print(context.words.message(&done) + "\n")?;
        }
    }
    if is_short {
        Err(Failure::ReportedEnvironment)
    } else {
        Ok(())
    }
}

/// A person's record: their folder, the folder of their log, or what `supple history --json` printed.
fn record(data: &Path) -> Result<History, Message> {
    let unread = |reason: Message| {
        Message::new("report-data-unread")
            .with("path", data)
            .with("reason", reason)
    };
    if !data.is_dir() {
        return History::of_export(data).map_err(|error| match error {
            NotImported::Unread(error) => unread(disk::reason_at(data, &error)),
            NotImported::Newer => unread(Message::new("report-data-newer")),
            _ => unread(Message::new("report-data-other")),
        });
    }
    let inside = data.join("log");
    let log = if inside.is_dir() {
        inside
    } else {
        data.to_owned()
    };
    let history = History::of_another(&log);
    let unreadable = history
        .problems
        .iter()
        .find_map(|problem| match &problem.kind {
            ProblemKind::Unreadable(reason) => Some(reason.clone()),
            _ => None,
        });
    match unreadable {
        Some(reason) => Err(unread(reason)),
        None if is_without_lines(&log, &history) => Err(unread(Message::new("report-data-none"))),
        None => Ok(history),
    }
}

/// Whether a folder is none of a record at all, as one that was named by mistake.
fn is_without_lines(log: &Path, history: &History) -> bool {
    history.past().is_empty()
        && history.under_way.is_empty()
        && crate::history::files(log).is_ok_and(|files: Vec<PathBuf>| files.is_empty())
}

/// The rows of a person: one for each routine on record, or one without a routine where there is none.
fn of(data: &str, history: &History, asked: &Asked<'_>) -> Vec<Row> {
    let is_asked = |routine: &&RoutineRef| asked.routine.is_none_or(|id| *id == *routine.id);
    let rows = history.routines().into_iter().filter(is_asked);
    let rows: Vec<Row> = rows
        .map(|routine| row(data, history, routine, asked))
        .collect();
    if rows.is_empty() {
        let mut none: Row = Default::default();
        data.clone_into(&mut none[0]);
        return vec![none];
    }
    rows
}

fn row(data: &str, history: &History, routine: &RoutineRef, asked: &Asked<'_>) -> Row {
    let of_it = |session: &&Arc<RecordedSession>| {
        let is_in_time = (EARLIEST..=asked.to).contains(&session.started.date());
        session.counts() && session.routine.id == routine.id && is_in_time
    };
    let sessions: Vec<_> = history.sessions.iter().filter(of_it).collect();
    // The list goes by the moment, and who travels may come into the day before.
    let days = || sessions.iter().map(|session| session.started.date());
    let [first, last] = [days().min(), days().max()];
    let usual = || {
        record_report::USUAL
            .span(first, asked.to, asked.first_weekday)
            .from
    };
    let from = asked.since.unwrap_or_else(usual);
    let span = Span {
        from: from.max(first.unwrap_or(asked.to)).min(asked.to),
        to: asked.to,
    };
    let question = Question {
        span,
        routine: Some(&routine.id),
        today: asked.today,
        first_weekday: asked.first_weekday,
    };
    let summary = history.summary(&question, |_| None);
    let sums: &Sums = &summary.whole;
    let of_span = sessions.iter().filter(|it| span.has(it.started.date()));
    let stopped = of_span
        .clone()
        .filter(|it| matches!(it.outcome, SessionOutcome::Stopped(_)));
    let in_pain = of_span.filter(|it| it.ended_in_pain());
    let not_begun = history.not_begun.iter();
    let not_begun = not_begun.filter(|it| it.routine.id == routine.id && span.has(it.time.date()));
    let is_due = summary.days.iter().any(|day| day.due.is_some());
    let share =
        |share: Share| [Some(share.done), Some(share.of)].map(|it| it.filter(|_| share.of > 0));
    let ([attempted, exercises], [held, due]) = (share(sums.attempted()), share(sums.held()));
    let percent = held
        .zip(due)
        .map(|(held, due)| held.saturating_mul(100) / due);
    let (trend, separator) = (summary.trend.as_ref(), asked.separator);
    [
        data.to_owned(),
        routine.id.to_string(),
        routine.title.to_string(),
        routine.revision.to_string(),
        span.from.to_string(),
        span.to.to_string(),
        number(first),
        number(last),
        sums.sessions.done.to_string(),
        number(is_due.then_some(sums.sessions.of)),
        sums.more.to_string(),
        sums.free.to_string(),
        sums.begun.to_string(),
        sums.begun.saturating_sub(sums.told).to_string(),
        sums.told.to_string(),
        stopped.count().to_string(),
        in_pain.count().to_string(),
        not_begun.count().to_string(),
        number(attempted),
        number(exercises),
        number(held),
        number(due),
        number(percent),
        separator.middle(trend.map(|trend| trend.from)),
        separator.middle(trend.map(|trend| trend.to)),
        trend.map_or("", |trend| change(trend.change)).to_owned(),
        number(trend.map(|trend| trend.weeks)),
        trend.map_or("", |trend| kind(trend.kind)).to_owned(),
    ]
}

fn change(change: Change) -> &'static str {
    match change {
        Change::Less => "less",
        Change::Same => "same",
        Change::More => "more",
    }
}

fn kind(kind: TrendKind) -> &'static str {
    match kind {
        TrendKind::Small => "small",
        TrendKind::MayBeChance => "may_be_chance",
        TrendKind::Noticed => "noticed",
    }
}
