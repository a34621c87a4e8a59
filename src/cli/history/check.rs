//! Looks at all of the record: `supple history --check`.

use super::super::{Context, Failure, complain, print};
use crate::history::{History, Problem, ProblemKind};

/// Prints how much there is, everything that is wrong with it, and where what can't be read was copied to.
///
/// # Errors
/// Something is wrong.
pub(super) fn run(context: &Context) -> Result<(), Failure> {
    let checkup = History::check(context.folders()?);
    let words = &context.words;
    let lines = [
        Some(checkup.counts()),
        Some(checkup.verdict()),
        checkup.aside(),
    ];
    for line in lines.into_iter().flatten() {
        print(words.message(&line) + "\n")?;
    }
    for problem in &checkup.problems {
        complain(&words.message(&problem.message()));
    }
    let is_unreadable = |problem: &Problem| matches!(problem.kind, ProblemKind::Unreadable(_));
    if checkup.problems.iter().any(is_unreadable) {
        return Err(Failure::ReportedEnvironment);
    }
    let is_fine = checkup.problems.is_empty();
    is_fine.then_some(()).ok_or(Failure::Reported)
}
