//! Checks routine files and reports every mistake.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Serialize;

use super::routine::print_reading;
use super::{CheckFormat, Context, Failure, complain, worse};
use crate::clock;
use crate::lengths;
use crate::library::{check_file, routine_files_below};
use crate::receive::{self, ReceiveError};
use crate::routine::{Diagnostic, Dose, Exercise, Reading, Routine, Severity};
use crate::words::{Message, Words};

pub(super) fn run(
    context: &Context,
    files: &[PathBuf],
    format: CheckFormat,
) -> Result<(), Failure> {
    let today = clock::today();
    let has_folder = files.iter().any(|path| path.is_dir());
    let checked = files.iter().flat_map(|path| {
        // A file that is named is told of in any case, one of a folder if there is something to tell.
        let is_quiet = path.is_dir();
        let files = if is_quiet {
            routine_files_below(path)
        } else {
            vec![Ok(path.clone())]
        };
        files.into_iter().map(move |file| match file {
            Ok(path) => (is_quiet, checked(&path, today), path),
            Err(error) => {
                let path = error.path().to_owned();
                (false, Err(ReceiveError::Read(error)), path)
            }
        })
    });
    match format {
        CheckFormat::Human => {
            let mut worst = Ok(());
            let mut summary = Summary::default();
            for (is_quiet, reading, path) in checked {
                summary.count(&reading);
                if !is_quiet || has_findings(&reading) {
                    print(context, &path, &reading);
                }
                worst = worse(worst, verdict(&reading));
            }
            if has_folder && summary.files > 0 {
                // Nobody is left to report to if the error stream is closed.
                let _ = writeln!(
                    io::stderr(),
                    "{}",
                    context.words.message(&summary.message())
                );
            }
            worst
        }
        CheckFormat::Json => {
            let mut worst = Ok(());
            let mut files = Vec::new();
            for (_, reading, path) in checked {
                files.push(FileReport::of(&path, &reading, &context.words));
                worst = worse(worst, verdict(&reading));
            }
            super::print_json(&Report { format: 1, files })?;
            worst
        }
    }
}

type Checked = Result<Reading, ReceiveError>;

/// What is wrong with the routine in a file, whatever form that has.
fn checked(path: &Path, today: Date) -> Checked {
    let received = receive::open(path)?;
    check_file(&received.file, today).map_err(ReceiveError::Read)
}

fn has_findings(reading: &Checked) -> bool {
    !matches!(reading, Ok(reading) if reading.diagnostics.is_empty())
}

/// What was found in all files together.
#[derive(Default)]
struct Summary {
    files: usize,
    warnings: usize,
    /// Files with mistakes.
    errors: usize,
}

impl Summary {
    fn count(&mut self, reading: &Checked) {
        if let Ok(reading) = reading {
            self.files += 1;
            let found = reading.diagnostics.iter();
            let warnings = found.filter(|found| found.mistake.severity() == Severity::Warning);
            self.warnings += warnings.count();
            self.errors += usize::from(reading.routine.is_none());
        }
    }

    fn message(&self) -> Message {
        Message::new("check-summary-all")
            .with("files", self.files)
            .with("warnings", self.warnings)
            .with("errors", self.errors)
    }
}

fn verdict(reading: &Checked) -> Result<(), Failure> {
    match reading {
        Ok(reading) if reading.routine.is_some() => Ok(()),
        Err(error) if error.is_environment() => Err(Failure::ReportedEnvironment),
        Ok(_) | Err(_) => Err(Failure::Reported),
    }
}

fn print(context: &Context, path: &Path, reading: &Checked) {
    match reading {
        Ok(reading) => {
            print_reading(context, path, reading);
            if let Some(routine) = &reading.routine {
                let length = context.words.message(&length(routine));
                // Nobody is left to report to if the error stream is closed.
                let _ = writeln!(io::stderr(), "{length}");
            }
        }
        Err(error) => complain(&context.words.message(&error.message())),
    }
}

/// How long the routine takes.
pub(super) fn length(routine: &Routine) -> Message {
    let total = routine.size().total;
    let session = routine.first_session();
    let is_open = |exercise: &Exercise| exercise.dose == Dose::Open;
    let id = if session.exercises.iter().any(is_open) {
        "check-length-open"
    } else {
        "check-length"
    };
    Message::new(id).with("time", lengths::exact(total))
}

/// What `check --format json` prints. A contract: fields are added, never changed.
#[derive(Serialize)]
struct Report {
    format: u32,
    files: Vec<FileReport>,
}

#[derive(Serialize)]
struct FileReport {
    path: String,
    /// No errors; there may be warnings.
    ok: bool,
    /// How long the routine takes, without open steps; `None` of a file with errors.
    total_ms: Option<u64>,
    diagnostics: Vec<DiagnosticReport>,
    /// How many more there are than are listed.
    more: usize,
}

#[derive(Serialize)]
struct DiagnosticReport {
    severity: Severity,
    code: &'static str,
    message: String,
    /// Both count from 1; 0 of a file that can't be read, in which there is no place to name.
    line: usize,
    column: usize,
    help: Option<String>,
}

impl FileReport {
    fn of(path: &Path, reading: &Checked, words: &Words) -> Self {
        let (diagnostics, more) = match reading {
            Ok(reading) => {
                let reports = reading.diagnostics.iter();
                let reports = reports.map(|diagnostic| DiagnosticReport::of(diagnostic, words));
                (reports.collect(), reading.more)
            }
            Err(error) => (vec![DiagnosticReport::unread(error, words)], 0),
        };
        Self {
            path: path.to_string_lossy().into_owned(),
            ok: verdict(reading).is_ok(),
            total_ms: reading
                .as_ref()
                .ok()
                .and_then(|reading| reading.routine.as_ref())
                .map(|routine| routine.size().total.as_secs() * 1_000),
            diagnostics,
            more,
        }
    }
}

impl DiagnosticReport {
    fn of(diagnostic: &Diagnostic, words: &Words) -> Self {
        let mistake = &diagnostic.mistake;
        Self {
            severity: mistake.severity(),
            code: mistake.code(),
            message: words.message(&mistake.message()),
            line: diagnostic.place.line,
            column: diagnostic.place.column,
            help: mistake.help().map(|help| words.message(&help)),
        }
    }

    fn unread(error: &ReceiveError, words: &Words) -> Self {
        Self {
            severity: Severity::Error,
            code: "unreadable",
            message: words.message(&error.message()),
            line: 0,
            column: 0,
            help: None,
        }
    }
}
