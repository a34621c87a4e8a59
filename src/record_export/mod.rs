//! The record for other programs: as a table for a spreadsheet and as JSON. The window and the terminal write the same.

pub mod csv;
pub mod json;
mod per;

use std::sync::Arc;

use jiff::Zoned;
use jiff::civil::{Date, Weekday};

use self::csv::Separator;
use crate::history::{History, RoutineRef};
use crate::routine::{Due, Routine};
use crate::summary::{Question, Summary};

/// What a line of the table is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Per {
    #[default]
    Hold,
    Session,
    Day,
    Week,
}

/// As what the record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table for a spreadsheet, with a line for each of these.
    Table(Per),
    Json,
}

impl Form {
    /// How the name of a file in this form ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Table(_) => "csv",
            Self::Json => "json",
        }
    }
}

/// What of the record is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Without one, from the first entry on.
    pub since: Option<Date>,
    /// Without one, up to the last entry; sums go up to today.
    pub until: Option<Date>,
    /// The id of the one routine that it is about; without one it is about all.
    pub routine: Option<String>,
    pub today: Date,
    pub first_weekday: Weekday,
}

impl Asked {
    /// Whether something of this time and routine is asked for.
    pub fn takes(&self, time: &Zoned, routine: &RoutineRef) -> bool {
        let date = time.date();
        let is_in_time = self.since.is_none_or(|since| date >= since)
            && self.until.is_none_or(|until| date <= until);
        is_in_time && self.takes_routine(routine)
    }

    /// Whether this routine is.
    pub fn takes_routine(&self, routine: &RoutineRef) -> bool {
        let id = self.routine.as_deref();
        id.is_none_or(|id| *routine.id == *id)
    }

    /// The entries that are asked for.
    #[must_use]
    pub fn of(&self, mut history: History) -> History {
        history
            .sessions
            .retain(|session| self.takes(&session.started, &session.routine));
        history
            .not_begun
            .retain(|it| self.takes(&it.time, &it.routine));
        history
    }

    /// What all of the record comes to in the time that is asked for: what was due depends on what came before. Of a
    /// session that is older than the schedules in the record, the routines have its own. `None` if there is no such day.
    pub fn summary(&self, history: &History, routines: &[Arc<Routine>]) -> Option<Summary> {
        let to = self.until.unwrap_or(self.today).min(self.today);
        let begins = history.begins(to)?;
        let from = self.since.unwrap_or(begins);
        if from > to {
            return None;
        }
        let question = Question {
            span: history.span(from, to),
            routine: self.routine.as_deref(),
            today: self.today,
            first_weekday: self.first_weekday,
        };
        let dues: Vec<(&str, Due)> = routines.iter().map(|it| (&*it.sha256, it.due())).collect();
        let due_of = |routine: &RoutineRef| {
            let found = dues.iter().find(|(sha256, _)| *sha256 == &*routine.sha256);
            found.map(|(_, due)| due)
        };
        Some(history.summary(&question, due_of))
    }
}

/// The table of all that is asked for of a record, newest first. `routines` are those there are, for their schedules.
///
/// # Errors
/// Memory is short.
pub fn table(
    history: &History,
    routines: &[Arc<Routine>],
    asked: &Asked,
    per: Per,
    separator: Separator,
) -> ::csv::Result<String> {
    let entries = || asked.of(history.clone());
    let summary = || asked.summary(history, routines);
    match per {
        Per::Hold => csv::holds(&entries(), separator),
        Per::Session => per::sessions(&entries(), separator),
        Per::Day => per::days(&entries(), summary().as_ref(), false, separator),
        Per::Week => per::days(&entries(), summary().as_ref(), true, separator),
    }
}
