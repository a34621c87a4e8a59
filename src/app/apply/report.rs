//! What is asked for where the record is reported.

use std::sync::Arc;

use crate::app::App;
use crate::app::handing_out::Report;
use crate::clock;
use crate::record_report::{self, Asked};
use crate::ui::Place;
use crate::ui::record_report::{Choice, ReportAction};

impl App {
    pub(super) fn apply_report(&mut self, action: ReportAction) {
        let ctx = self.ctx.clone();
        match action {
            ReportAction::Open(routine) => {
                // The rest is as it was chosen last.
                self.report.routine = routine;
                let report = self.asked_of_record();
                self.reporting.open(report, &ctx);
                self.go(Place::Report);
            }
            ReportAction::Ask(choice) => {
                self.report = choice;
                let report = self.asked_of_record();
                self.reporting.take(report, &ctx);
            }
            ReportAction::Lay(sheet) => self.reporting.lay(sheet, &ctx),
            ReportAction::Write(it) => self.reporting.write(it),
        }
    }

    /// What is chosen, of the record as it was read last; `None` while it was not.
    fn asked_of_record(&self) -> Option<Report> {
        let Choice {
            routine,
            period,
            name,
            with_notes,
            with_pain,
        } = self.report.clone();
        let history = self.store.record.history().cloned()?;
        let (today, first_weekday) = (clock::today(), clock::first_weekday());
        let asked = Asked {
            span: record_report::span(&history, period, today, first_weekday),
            routine,
            name: (!name.is_empty()).then_some(name),
            with_notes,
            with_pain,
            today,
            first_weekday,
        };
        let entries = self.store.library.entries();
        let routines = entries.iter().filter_map(|entry| entry.routine.clone());
        Some(Report {
            words: Arc::new(self.store.settings.now.words()),
            history,
            routines: routines.collect(),
            asked,
        })
    }
}
