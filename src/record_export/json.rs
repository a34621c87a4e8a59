//! The record as JSON: what `supple history --json` prints and `supple history import` takes back.

use std::path::Path;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::history::{History, Problem, ProblemKind, RecordedSession, exported};
use crate::words::Words;

/// All of it. A contract: fields are added, never changed.
#[derive(Serialize)]
pub struct Report<'a> {
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
    /// Of these entries, with what is wrong with the record in the person's language.
    pub fn of(history: &'a History, words: &Words) -> Self {
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
            ProblemKind::Waiting => "waiting",
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
