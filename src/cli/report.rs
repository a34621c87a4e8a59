//! Writes what the record comes to as a page for a clinic, or the records of many people as a table.

mod clinic;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use jiff::civil::Date;

use super::handout::Look;
use super::history::tell;
use super::{Context, Failure, ends_in, print, unwritten};
use crate::clock;
use crate::folders::Folders;
use crate::handing_out::{self, PageForm};
use crate::history::{History, ProblemKind};
use crate::library::Library;
use crate::record_export::csv::Separator;
use crate::record_report::{self, Asked};
use crate::text::composed;
use crate::words::{Message, Words};

/// What a person asked for.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(super) struct Choice {
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    #[arg(long, value_name = "ID")]
    routine: Option<String>,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long)]
    without_notes: bool,
    #[arg(long)]
    without_pain: bool,
    #[arg(short, long, value_name = "FILE", required_unless_present_any = ["csv", "data"])]
    output: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER|FILE", num_args = 1.., requires = "csv")]
    data: Vec<PathBuf>,
    #[arg(
        long,
        requires = "data",
        conflicts_with_all = ["name", "without_notes", "without_pain", "paper", "large_print"]
    )]
    csv: bool,
    #[arg(long, requires = "output", conflicts_with = "csv")]
    fhir: bool,
    #[arg(long, value_enum, requires = "csv")]
    separator: Option<Separator>,
    #[command(flatten)]
    look: Look,
    #[arg(long)]
    replace: bool,
}

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    let to = choice.until.unwrap_or_else(clock::today);
    if choice
        .since
        .is_some_and(|since| since > to.min(clock::today()))
    {
        return Err(Failure::Usage(Message::new("usage-report-dates")));
    }
    match &choice.output {
        _ if choice.csv => clinic::run(context, choice),
        Some(output) => page(context, choice, output),
        // The arguments ask for one of the two.
        None => Err(Failure::Usage(Message::new("usage-report-dates"))),
    }
}

/// One person's page.
fn page(context: &Context, choice: &Choice, output: &Path) -> Result<(), Failure> {
    let form = if choice.fhir {
        // It is in the bundle.
        ends_in(output, "json").then_some(PageForm::Pdf)
    } else {
        PageForm::of(output)
    };
    let Some(form) = form else {
        let id = if choice.fhir {
            "usage-output-fhir"
        } else {
            "usage-output-report"
        };
        return Err(Failure::Usage(Message::new(id).with("path", output)));
    };
    let today = clock::today();
    let to = choice.until.unwrap_or(today).min(today);
    let history = History::of(context.folders()?);
    let unreadable = history
        .problems
        .iter()
        .find(|problem| matches!(problem.kind, ProblemKind::Unreadable(_)));
    if let Some(problem) = unreadable {
        // A page that is short of years without a word is worse than none.
        return Err(Failure::Environment(problem.message()));
    }
    let routine = choice
        .routine
        .as_deref()
        .map(|id| composed(id).into_owned());
    if let Some(id) = &routine
        && !history.sessions.iter().any(|it| *it.routine.id == **id)
    {
        // Where there is no such routine, that is why.
        super::routine::find(context, id.as_ref())?;
    }
    let first_weekday = clock::first_weekday();
    let asked = Asked {
        span: match choice.since {
            Some(from) => history.span(from, to),
            None => record_report::span(&history, record_report::USUAL, to, first_weekday),
        },
        routine,
        name: choice.name.clone(),
        with_notes: !choice.without_notes,
        with_pain: !choice.without_pain,
        today,
        first_weekday,
    };
    let library = Library::open(
        context.folders.as_ref().map(Folders::routines),
        context.words.language(),
    );
    let entries = library.entries();
    let routines = entries.iter().filter_map(|entry| entry.routine.as_ref());
    let routines: Vec<_> = routines.map(Arc::clone).collect();
    let words = &context.words;
    let document = record_report::document(words, &history, &routines, &asked);
    let document = document.ok_or_else(|| Failure::Input(Message::new("error-report-nothing")))?;
    let made = handing_out::page(&document, form, choice.look.sheet());
    let made = made.map_err(|error| {
        let message = error.message_of_report(output);
        Failure::of(message, error.is_environment())
    })?;
    let bytes = if choice.fhir {
        bundle(words, &history, &asked, &document.title, &made.bytes)?
    } else {
        made.bytes
    };
    let written = handing_out::write(output, &bytes, choice.replace);
    context.tell(&written.map_err(|error| unwritten(&error))?);
    context.tell(made.left_out.as_slice());
    tell(&history.problems, words);
    let written = Message::new("handout-written").with("path", output);
    print(words.message(&written) + "\n")
}

/// The report with its observations, for a clinic's system.
fn bundle(
    words: &Words,
    history: &History,
    asked: &Asked,
    title: &str,
    pdf: &[u8],
) -> Result<Vec<u8>, Failure> {
    let bundle = record_report::fhir::bundle(words, history, asked, title, pdf);
    let text = serde_json::to_string_pretty(&bundle).map_err(|error| {
        Failure::Environment(Message::new("error-output").with("reason", error.to_string()))
    })?;
    Ok((text + "\n").into_bytes())
}
