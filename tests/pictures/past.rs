//! The history of a year, and of nothing yet.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use jiff::Zoned;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use supple::document::{Paper, Sheet};
use supple::handing_out::PageForm;
use supple::history::{History, RecordedSession, SessionOutcome};
use supple::pdf::preview;
use supple::record_report;
use supple::session::StopReason;
use supple::summary::Period;
use supple::ui::hand_out::Sheets;
use supple::ui::{Place, history, record_export as export, record_report as report};

use crate::folders::folders;
use crate::screens::{Draw, Screen, TODAY, at, words};
use crate::year;

/// Those that have room in a high window alone.
pub(crate) const WHOLE: [Screen; 2] = [("history-whole", history), ("session-whole", session)];
pub(crate) const EMPTY: [Screen; 1] = [("history-empty", nothing)];
pub(crate) const REPORT: [Screen; 1] = [("report", report)];
pub(crate) const EXPORT: [Screen; 1] = [("export", exported)];
pub(crate) const SMALL: [Screen; 2] = [("history-small", history), ("session-small", session)];
pub(crate) const SMALL_REPORT: [Screen; 1] = [("report-small", report)];

/// A year, the last session this morning.
fn past() -> &'static Arc<History> {
    static PAST: OnceLock<Arc<History>> = OnceLock::new();
    PAST.get_or_init(|| {
        let place = tempfile::tempdir().unwrap();
        let folders = folders(place.path());
        year::record(&folders, TODAY, 7);
        Arc::new(History::read(&folders.log()))
    })
}

fn nine() -> Zoned {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    TODAY.at(9, 0, 0, 0).to_zoned(zone).unwrap()
}

fn history_of(past: &'static Arc<History>, routine: Option<&str>) -> Draw {
    let mut draft = history::Draft::about(routine);
    let (routines, now) = ([year::back(), year::standing()], nine());
    at(Place::History, move |ui| {
        let view = history::View {
            now: &now,
            history: Some(past),
            reading: 1,
            routines: &routines,
            first_weekday: Weekday::Monday,
            unopened: None,
        };
        draft.sum_up(&view);
        history::show(ui, &words(), &view, &mut draft);
    })
}

pub(crate) fn history() -> Draw {
    history_of(past(), Some("lower-back-relief"))
}

fn nothing() -> Draw {
    static NOTHING: OnceLock<Arc<History>> = OnceLock::new();
    history_of(NOTHING.get_or_init(Arc::default), None)
}

pub(crate) fn session() -> Draw {
    let mut corrections = history::Corrections::default();
    let stopped =
        |it: &&Arc<RecordedSession>| it.outcome == SessionOutcome::Stopped(StopReason::Pain);
    let session = past().sessions.iter().find(stopped).unwrap();
    let (routines, now) = ([year::back(), year::standing()], nine());
    at(Place::Session(session.id), move |ui| {
        let view = history::SessionView {
            session,
            routines: &routines,
            history: Some(past()),
            now: &now,
        };
        history::show_session(ui, &words(), &view, &mut corrections);
    })
}

/// Written for other programs.
fn exported() -> Draw {
    let on_record = on_record();
    let mut draft = export::Draft::about(Some("lower-back-relief".to_owned()), Period::Weeks(26));
    at(Place::Export, move |ui| {
        let view = export::View {
            routines: &on_record,
            written: None,
            usual: Path::new("/home/me/Documents/supple-record-2026-11-23"),
            warning: None,
        };
        export::show(ui, &words(), &view, &mut draft);
    })
}

/// The routines of the year, their ids with their titles.
fn on_record() -> Vec<(String, String)> {
    let on_record = past().routines().into_iter();
    on_record
        .map(|it| (it.id.to_string(), it.title.to_string()))
        .collect()
}

/// Of twelve weeks.
fn report() -> Draw {
    let (routines, today) = ([year::back(), year::standing()], TODAY);
    let asked = record_report::Asked {
        span: record_report::span(past(), record_report::USUAL, today, Weekday::Monday),
        routine: Some("lower-back-relief".to_owned()),
        name: Some("A. Patient".to_owned()),
        with_notes: true,
        with_pain: true,
        today,
        first_weekday: Weekday::Monday,
    };
    let sheet = Sheet {
        paper: Paper::A4,
        large_print: false,
    };
    let document = record_report::document(&words(), past(), &routines, &asked).unwrap();
    let sheets = Sheets {
        sheet,
        pages: preview::pages(&document, sheet).unwrap().0,
        photos: Vec::new(),
    };
    let choice = report::Choice {
        routine: asked.routine,
        name: "A. Patient".to_owned(),
        ..report::Choice::default()
    };
    let on_record = on_record();
    let mut draft = report::Draft::default();
    at(Place::Report, move |ui| {
        let view = report::View {
            choice: &choice,
            routines: &on_record,
            sheet,
            sheets: Some(Ok(&sheets)),
            written: None,
            usual_form: PageForm::Pdf,
            usual: Path::new("/home/me/Documents/supple-report-2026-11-23"),
            warning: None,
        };
        report::show(ui, &words(), &view, &mut draft);
    })
}
