//! Prints the record.

mod check;
pub(super) mod csv;
mod moved;
mod per;
mod sums;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Zoned;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use self::csv::Separator;
use self::per::Per;
use super::{Context, Failure, complain};
use crate::folders::Folders;
use crate::history::{
    self, History, NotBegun, NotImported, Past, Problem, ProblemKind, RecordedSession, RoutineRef,
    exported,
};
use crate::lengths::minutes_and_seconds;
use crate::library::Library;
use crate::locale;
use crate::report;
use crate::summary::Summary;
use crate::text::{composed, printable};
use crate::words::{List, Message, Words};

/// What of the record to print, and how.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Choice {
    #[command(subcommand)]
    action: Option<Action>,
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    #[arg(long)]
    csv: bool,
    #[arg(long, value_enum, requires = "csv", conflicts_with = "json")]
    separator: Option<Separator>,
    #[arg(long, value_enum, requires = "csv", conflicts_with = "json")]
    per: Option<Per>,
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    #[arg(long, value_name = "ID")]
    routine: Option<String>,
    #[arg(long, exclusive = true)]
    check: bool,
    #[arg(long, exclusive = true, value_name = "FOLDER")]
    move_to: Option<PathBuf>,
}

/// What to do with the record besides printing it.
#[derive(Debug, clap::Subcommand)]
enum Action {
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    match &choice.action {
        Some(Action::Import { file }) => import(context, file),
        None => show(context, choice),
    }
}

/// Takes back what was exported.
fn import(context: &Context, file: &Path) -> Result<(), Failure> {
    let folders = context.folders()?;
    let imported = history::import(folders, file).map_err(|error| {
        let is_environment = matches!(error, NotImported::Unread(_) | NotImported::Unwritten(_));
        Failure::of(error.message(file, folders), is_environment)
    })?;
    let told = Message::new("history-imported")
        .with("added", imported.added)
        .with("there", imported.there);
    super::print(context.words.message(&told) + "\n")
}

/// Prints what can be read, then what can't. A damaged line is reported and is no failure; a file that
/// can't be read at all is one, since the history may be short of years.
fn show(context: &Context, choice: &Choice) -> Result<(), Failure> {
    if choice.check {
        return check::run(context);
    }
    if let Some(folder) = &choice.move_to {
        return moved::run(context, folder);
    }
    let mut history = History::of(context.folders()?);
    let is_new = history.past().is_empty() && history.problems.is_empty();
    let is_known = |past: &Past| choice.takes_routine(past.routine());
    let nothing_of = choice.routine.as_ref();
    let nothing_of = nothing_of.filter(|_| !history.past().iter().any(is_known));
    let is_summed = match choice.per.unwrap_or_default() {
        Per::Hold | Per::Session => !choice.csv && !choice.json,
        Per::Day | Per::Week => !choice.json,
    };
    // Of all of it: what was due depends on what came before.
    let summary = is_summed.then(|| summary_of(context, &history, choice));
    let summary = summary.flatten();
    let routines = history.routines().into_iter();
    let titles = routines.map(|it| (it.id.to_string(), it.title.to_string()));
    let titles: Vec<_> = titles.collect();
    history
        .sessions
        .retain(|session| choice.takes(&session.started, &session.routine));
    history
        .not_begun
        .retain(|it| choice.takes(&it.time, &it.routine));
    let words = &context.words;
    if choice.json {
        super::print_json(&Report::of(&history, words))?;
    } else if choice.csv {
        let separator = choice
            .separator
            .unwrap_or_else(|| Separator::of(locale::of(locale::Of::Numbers), words));
        let table = match choice.per.unwrap_or_default() {
            Per::Hold => csv::table(&history, separator),
            Per::Session => per::sessions(&history, separator),
            Per::Day => per::days(&history, summary.as_ref(), false, separator),
            Per::Week => per::days(&history, summary.as_ref(), true, separator),
        };
        let table = table.map_err(|error| Failure::Environment(not_a_table(&error)))?;
        super::print(table)?;
    } else if let Some(id) = nothing_of {
        // Where there is no such routine, that is why.
        super::routine::find(context, id.as_ref())?;
        super::print(words.get("history-nothing-chosen") + "\n")?;
    } else if is_new {
        super::print(words.get("history-nothing") + "\n")?;
    } else {
        if history.past().is_empty() {
            super::print(words.get("history-nothing-chosen") + "\n")?;
        } else {
            super::print(table(&history, words))?;
        }
        // That nothing was done of what was due is an answer too.
        let says_any = |summary: &Summary| summary.whole.is_due() || !history.past().is_empty();
        if let Some(summary) = summary.filter(says_any) {
            super::print(format!("\n{}", sums::lines(words, &summary, &titles)))?;
        }
    }
    let unreadable = |problem: &Problem| matches!(problem.kind, ProblemKind::Unreadable(_));
    let at = history.problems.iter().position(unreadable);
    let failure = at.map(|at| history.problems.remove(at));
    tell(&history.problems, words);
    match failure {
        Some(problem) => Err(Failure::Environment(problem.message())),
        None => Ok(()),
    }
}

/// What the time comes to that is printed.
fn summary_of(context: &Context, history: &History, choice: &Choice) -> Option<Summary> {
    let library = Library::open(
        context.folders.as_ref().map(Folders::routines),
        context.words.language(),
    );
    let entries = library.entries();
    let routines = entries.iter().filter_map(|entry| entry.routine.as_ref());
    let dues: Vec<_> = routines.map(|it| (it.sha256.as_str(), it.due())).collect();
    let due_of = |routine: &RoutineRef| {
        let found = dues.iter().find(|(sha256, _)| *sha256 == &*routine.sha256);
        found.map(|(_, due)| due)
    };
    let routine = choice.routine.as_deref().map(composed);
    let days = [choice.since, choice.until];
    sums::of(history, days, routine.as_deref(), due_of)
}

/// A table in memory fails only where memory does.
fn not_a_table(error: &::csv::Error) -> Message {
    Message::new("disk-other").with("reason", error.to_string())
}

impl Choice {
    fn takes(&self, time: &Zoned, routine: &RoutineRef) -> bool {
        let date = time.date();
        let is_in_time = self.since.is_none_or(|since| date >= since)
            && self.until.is_none_or(|until| date <= until);
        is_in_time && self.takes_routine(routine)
    }

    fn takes_routine(&self, routine: &RoutineRef) -> bool {
        let named = self.routine.as_deref();
        named.is_none_or(|id| *routine.id == *composed(id))
    }
}

/// Tells what is wrong with the record.
pub(super) fn tell(problems: &[Problem], words: &Words) {
    const AT_MOST: usize = 20;
    for problem in problems.iter().take(AT_MOST) {
        complain(&words.message(&problem.message()));
    }
    if let Some(more @ 1..) = problems.len().checked_sub(AT_MOST) {
        let more = Message::new("history-more-problems").with("more", more);
        complain(&words.message(&more));
    }
}

/// A few lines for each session, newest first.
fn table(history: &History, words: &Words) -> String {
    let mut table = String::new();
    for past in history.past() {
        let session = match past {
            Past::Session(session) => session,
            Past::NotBegun(it) => {
                not_begun(&mut table, it, words);
                continue;
            }
        };
        let tally = session.tally();
        let held = Message::new("history-held")
            .with("held", minutes_and_seconds(tally.held.whole()))
            .with("prescribed", minutes_and_seconds(tally.dose.of / 1000));
        // Writing to a string can't fail.
        let _ = writeln!(
            table,
            "{}  {:15}  {}  ({})",
            session.started.strftime("%Y-%m-%d %H:%M"),
            words.message(&held),
            report::title(words, &session.routine),
            outcome(session, words),
        );
        if let Some(marks) = marks(session, words) {
            let _ = writeln!(table, "    {marks}");
        }
        for hurt in &session.hurts {
            let hurt = Message::new("history-hurt").with("what", report::hurt(hurt));
            let _ = writeln!(table, "    {}", words.message(&hurt));
        }
        if let Some(pain) = report::pain(session.pain_before, session.pain_after) {
            let _ = writeln!(table, "    {}", words.message(&pain));
        }
        for line in session.note.iter().flat_map(|note| note.lines()) {
            let _ = writeln!(table, "    {}", printable(line));
        }
    }
    table
}

fn not_begun(table: &mut String, it: &NotBegun, words: &Words) {
    // Writing to a string can't fail.
    let _ = writeln!(
        table,
        "{}  {:15}  {}  ({})",
        it.time.strftime("%Y-%m-%d %H:%M"),
        "",
        report::title(words, &it.routine),
        words.message(&report::not_begun(it.why)),
    );
    if let Some(pain) = report::pain(it.pain_before, None) {
        let _ = writeln!(table, "    {}", words.message(&pain));
    }
}

/// That it was told or is not counted, of one of which that is so.
fn marks(session: &RecordedSession, words: &Words) -> Option<String> {
    let marks = report::marks(session);
    (!marks.is_empty()).then(|| words.list(List::Facts, marks.iter().map(|id| words.get(id))))
}

/// "completed, 10 of 12 done".
fn outcome(session: &RecordedSession, words: &Words) -> String {
    let done = report::steps_done(&session.tally(), "finish-rounds");
    let parts = [report::outcome(session.outcome), done];
    words.list(List::Parts, parts.iter().map(|part| words.message(part)))
}

/// What `history --json` prints. A contract: fields are added, never changed.
#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    /// Newest first, each made as it is written: a hundred thousand have half a gigabyte of text.
    #[serde(serialize_with = "one_by_one")]
    sessions: &'a [Arc<RecordedSession>],
    /// Newest first.
    not_begun: Vec<exported::NotBegun<'a>>,
    problems: Vec<ProblemReport>,
}

#[derive(Serialize)]
struct ProblemReport {
    /// Such as `damaged-line`; routines/README.md has them all.
    code: &'static str,
    path: String,
    line: Option<usize>,
    message: String,
}

fn one_by_one<S: Serializer>(
    sessions: &[Arc<RecordedSession>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(
        sessions
            .iter()
            .map(|session| exported::Session::of(session)),
    )
}

impl<'a> Report<'a> {
    fn of(history: &'a History, words: &Words) -> Self {
        let problem = |problem: &Problem| ProblemReport::of(problem, words);
        Self {
            format: exported::FORMAT,
            sessions: &history.sessions,
            not_begun: history
                .not_begun
                .iter()
                .map(exported::NotBegun::of)
                .collect(),
            problems: history.problems.iter().map(problem).collect(),
        }
    }
}

impl ProblemReport {
    fn of(problem: &Problem, words: &Words) -> Self {
        let code = match problem.kind {
            ProblemKind::Damaged { .. } => "damaged-line",
            ProblemKind::MoreDamaged { .. } => "more-damaged-lines",
            ProblemKind::TooMuch { .. } => "excess-lines",
            ProblemKind::LongLine => "long-line",
            ProblemKind::LargeFile => "large-file",
            ProblemKind::NoPain => "no-pain",
            ProblemKind::Newer { .. } => "newer-lines",
            ProblemKind::Unreadable(_) => "unreadable",
            ProblemKind::NoStart { .. } => "no-start",
        };
        let path: &Path = &problem.path;
        Self {
            code,
            path: path.to_string_lossy().into_owned(),
            line: problem.line,
            message: words.message(&problem.message()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Hold, SessionOutcome, WhyNot};
    use crate::session::Outcome;

    #[test]
    fn what_was_optional_and_skipped_leaves_no_gap_in_the_time() {
        let started = "2026-11-22T07:42[UTC]".parse().unwrap();
        let mut session = RecordedSession::sample("back", started, SessionOutcome::Completed);
        for (optional, says) in [(true, "0:20 of 0:20"), (false, "0:20 of 0:40")] {
            session.holds = vec![
                Hold::sample(1, 20_000, Outcome::Done),
                Hold {
                    optional,
                    ..Hold::sample(2, 0, Outcome::Skipped)
                },
            ];
            let history = History {
                sessions: vec![session.clone().into()],
                ..History::default()
            };
            let table = table(&history, &Words::of("en"));
            assert!(table.contains(says), "{table}");
        }
    }

    #[test]
    fn a_session_that_was_not_begun_is_told_with_its_pain() {
        let time: Zoned = "2026-11-22T07:42[UTC]".parse().unwrap();
        let session = RecordedSession::sample("back", time.clone(), SessionOutcome::Completed);
        let history = History {
            not_begun: vec![NotBegun {
                id: session.id,
                device: session.id,
                time,
                routine: session.routine,
                pain_before: Some(6),
                why: WhyNot::PainAboveLimit { limit: 3 },
            }],
            ..History::default()
        };
        let table = table(&history, &Words::of("en"));
        for says in [
            "2026-11-22 07:42",
            "pain above the limit of 3",
            "pain 6 before",
        ] {
            assert!(table.contains(says), "{table}");
        }
        let json = serde_json::to_value(Report::of(&history, &Words::of("en"))).unwrap();
        assert_eq!(json["sessions"], serde_json::json!([]));
        let it = &json["not_begun"][0];
        assert_eq!(it["time"], "2026-11-22T07:42:00.000+00:00");
        assert_eq!(
            (&it["pain_before"], &it["pain_limit"]),
            (&6.into(), &3.into())
        );
        assert_eq!(it["reason"], "pain_above_limit");
    }
}
