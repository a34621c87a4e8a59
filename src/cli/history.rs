//! Prints the record.

mod check;
mod moved;
mod sums;
mod turn;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use self::turn::Turn;
use super::{Context, Failure, complain};
use crate::clock;
use crate::folders::Folders;
use crate::history::{
    self, History, NotBegun, NotImported, NotMoved, Past, Problem, ProblemKind, RecordedSession,
};
use crate::lengths::minutes_and_seconds;
use crate::library::Library;
use crate::locale;
use crate::record_export::csv::Separator;
use crate::record_export::{self, Asked, Per, json};
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
    // What came to where the record was while it is moved would be left there.
    let turn = match Turn::take(context.folders()?) {
        Err(NotMoved::Refused(why)) => return Err(Failure::Input(why)),
        // Where nobody can have it, nobody moves.
        turn => turn.ok(),
    };
    let folders = match &turn {
        Some(turn) => &turn.folders,
        None => context.folders()?,
    };
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
    let history = History::of(context.folders()?);
    let is_new = history.past().is_empty() && history.problems.is_empty();
    let asked = choice.asked();
    let is_known = |past: &Past| asked.takes_routine(past.routine());
    let nothing_of = choice.routine.as_ref();
    let nothing_of = nothing_of.filter(|_| !history.past().iter().any(is_known));
    let words = &context.words;
    let routines = || {
        let folder = context.folders.as_ref().map(Folders::routines);
        let entries = Library::open(folder, words.language()).entries();
        let routines = entries.iter().filter_map(|entry| entry.routine.clone());
        routines.collect::<Vec<_>>()
    };
    if choice.json {
        let history = asked.of(history.clone());
        super::print_json(&json::Report::of(&history, words))?;
    } else if choice.csv {
        let separator = choice
            .separator
            .unwrap_or_else(|| Separator::of(locale::of(locale::Of::Numbers), words));
        let per = choice.per.unwrap_or_default();
        let routines = match per {
            Per::Hold | Per::Session => Vec::new(),
            Per::Day | Per::Week => routines(),
        };
        let table = record_export::table(&history, &routines, &asked, per, separator);
        let table = table.map_err(|error| Failure::Environment(not_a_table(&error)))?;
        super::print(table)?;
    } else if let Some(id) = nothing_of {
        // Where there is no such routine, that is why.
        super::routine::find(context, id.as_ref())?;
        super::print(words.get("history-nothing-chosen") + "\n")?;
    } else if is_new {
        super::print(words.get("history-nothing") + "\n")?;
    } else {
        let summary = asked.summary(&history, &routines());
        let titles = history.routines().into_iter();
        let titles = titles.map(|it| (it.id.to_string(), it.title.to_string()));
        let titles: Vec<_> = titles.collect();
        let entries = asked.of(history.clone());
        if entries.past().is_empty() {
            super::print(words.get("history-nothing-chosen") + "\n")?;
        } else {
            super::print(table(&entries, words))?;
        }
        // That nothing was done of what was due is an answer too.
        let says_any = |summary: &Summary| summary.whole.is_due() || !entries.past().is_empty();
        if let Some(summary) = summary.filter(says_any) {
            super::print(format!("\n{}", sums::lines(words, &summary, &titles)))?;
        }
    }
    let mut problems = history.problems;
    let unreadable = |problem: &Problem| matches!(problem.kind, ProblemKind::Unreadable(_));
    let at = problems.iter().position(unreadable);
    let failure = at.map(|at| problems.remove(at));
    tell(&problems, words);
    match failure {
        Some(problem) => Err(Failure::Environment(problem.message())),
        None => Ok(()),
    }
}

/// A table in memory fails only where memory does.
fn not_a_table(error: &::csv::Error) -> Message {
    Message::new("disk-other").with("reason", error.to_string())
}

impl Choice {
    fn asked(&self) -> Asked {
        let routine = self.routine.as_deref();
        Asked {
            since: self.since,
            until: self.until,
            routine: routine.map(|id| composed(id).into_owned()),
            today: clock::today(),
            first_weekday: clock::first_weekday(),
        }
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

#[cfg(test)]
mod tests {
    use jiff::Zoned;

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
        let json = serde_json::to_value(json::Report::of(&history, &Words::of("en"))).unwrap();
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
