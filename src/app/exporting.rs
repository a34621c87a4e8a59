//! The record as it is written for other programs, and what came of that.

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::App;
use super::saving::{self, Saving};
use crate::background::Jobs;
use crate::clock;
use crate::handing_out::{self, Content, Unwritten};
use crate::history::{History, Problem, ProblemKind};
use crate::locale;
use crate::record_export::csv::Separator;
use crate::record_export::{self, Asked, Form, json};
use crate::routine::Routine;
use crate::summary::Period;
use crate::ui::Place;
use crate::ui::hand_out::Written;
use crate::ui::record_export::{Choice, Draft, ExportAction};
use crate::words::{Message, Words};

pub(super) struct Exporting {
    /// Where it is put if the person says nothing else, without the ending of its form; empty until that is known.
    pub(super) usual: PathBuf,
    pub(super) saving: Saving<Choice>,
    jobs: Jobs<PathBuf>,
}

impl Exporting {
    pub(super) fn new(jobs: Jobs<PathBuf>, saving: Jobs<saving::News<Choice>>) -> Self {
        Self {
            usual: PathBuf::new(),
            saving: Saving::new(saving),
            jobs,
        }
    }

    /// Takes in where it is put and what was written; gives what is wrong with what was written from a page that is in
    /// view no more.
    pub(super) fn take_news(&mut self, is_in_view: bool) -> Vec<Message> {
        self.usual = self.jobs.news().pop().unwrap_or(mem::take(&mut self.usual));
        self.saving.take_news(is_in_view)
    }
}

impl App {
    pub(super) fn apply_export(&mut self, action: ExportAction) {
        match action {
            ExportAction::Open(routine, period) => {
                self.drafts.export = Draft::about(routine, period);
                self.exporting.saving.open();
                let name = Message::new("export-file").with("date", clock::today().to_string());
                let name = self.words.message(&name);
                let usual = move || Some(handing_out::usual_place(&name));
                self.exporting.jobs.run(usual);
                self.go(Place::Export);
            }
            ExportAction::Write(it) => {
                let Some(history) = self.store.record.history().cloned() else {
                    return;
                };
                let entries = self.store.library.entries();
                let routines = entries.iter().filter_map(|entry| entry.routine.clone());
                let export = Export {
                    words: Arc::new(self.store.settings.now.words()),
                    routines: routines.collect(),
                    history,
                    what: it.form,
                };
                let path = it.path.clone();
                let work = move || export.write(&it.path, it.replaces);
                self.exporting.saving.start(&path, work);
            }
        }
    }
}

/// What is to be written, as the record was when that was asked for.
struct Export {
    words: Arc<Words>,
    history: Arc<History>,
    routines: Arc<[Arc<Routine>]>,
    what: Choice,
}

impl Export {
    fn write(self, path: &Path, replaces: bool) -> Written<Choice> {
        let bytes = match self.content() {
            Ok(bytes) => bytes,
            Err(reason) => {
                let failed = Message::new("error-write").with("path", path);
                return Written::Failed(failed.with("reason", reason));
            }
        };
        let content = Content {
            bytes,
            left_out: None,
        };
        match handing_out::put(path, content, replaces) {
            Ok(mut notes) => {
                // What is short of years says so.
                let problems = self.history.problems.iter();
                let unreadable =
                    problems.filter(|it| matches!(it.kind, ProblemKind::Unreadable(_)));
                notes.extend(unreadable.map(Problem::message));
                Written::Done {
                    path: path.to_owned(),
                    is_own: false,
                    notes,
                }
            }
            Err(Unwritten::Exists(path)) => Written::Exists {
                form: self.what,
                path,
            },
            Err(error) => Written::Failed(error.message()),
        }
    }

    /// Why there is none is for the person.
    fn content(&self) -> Result<Vec<u8>, Message> {
        let failed = |reason: String| Message::new("disk-other").with("reason", reason);
        let (today, first_weekday) = (clock::today(), clock::first_weekday());
        let begins = self.history.begins(today);
        let span = self.what.period.span(begins, today, first_weekday);
        let is_all = self.what.period == Period::All;
        let asked = Asked {
            since: (!is_all).then_some(span.from),
            until: None,
            routine: self.what.routine.clone(),
            today,
            first_weekday,
        };
        match self.what.form {
            Form::Table(per) => {
                let separator = Separator::of(locale::of(locale::Of::Numbers), &self.words);
                let table =
                    record_export::table(&self.history, &self.routines, &asked, per, separator);
                let table = table.map_err(|error| failed(error.to_string()))?;
                Ok(table.into_bytes())
            }
            Form::Json => {
                let history = asked.of(History::clone(&self.history));
                let report = json::Report::of(&history, &self.words);
                let mut text = serde_json::to_vec_pretty(&report)
                    .map_err(|error| failed(error.to_string()))?;
                text.push(b'\n');
                Ok(text)
            }
        }
    }
}
