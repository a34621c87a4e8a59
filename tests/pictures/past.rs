//! The history of a year, and of nothing yet.

use std::sync::OnceLock;

use jiff::Zoned;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use supple::history::{History, RecordedSession, SessionOutcome};
use supple::session::StopReason;
use supple::ui::{Place, history};

use crate::folders::folders;
use crate::screens::{Draw, Screen, TODAY, at, words};
use crate::year;

/// Those that have room in a high window alone.
pub(crate) const WHOLE: [Screen; 2] = [("history-whole", history), ("session-whole", session)];
pub(crate) const EMPTY: [Screen; 1] = [("history-empty", nothing)];
pub(crate) const SMALL: [Screen; 2] = [("history-small", history), ("session-small", session)];

/// A year, the last session this morning.
fn past() -> &'static History {
    static PAST: OnceLock<History> = OnceLock::new();
    PAST.get_or_init(|| {
        let place = tempfile::tempdir().unwrap();
        let folders = folders(place.path());
        year::record(&folders, TODAY, 7);
        History::read(&folders.log())
    })
}

fn nine() -> Zoned {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    TODAY.at(9, 0, 0, 0).to_zoned(zone).unwrap()
}

fn history_of(past: &'static History, routine: Option<&str>) -> Draw {
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
        history::show(ui, &words(), &view, &mut draft);
    })
}

pub(crate) fn history() -> Draw {
    history_of(past(), Some("lower-back-relief"))
}

fn nothing() -> Draw {
    static NOTHING: OnceLock<History> = OnceLock::new();
    history_of(NOTHING.get_or_init(History::default), None)
}

pub(crate) fn session() -> Draw {
    let mut corrections = history::Corrections::default();
    let stopped = |it: &&RecordedSession| it.outcome == SessionOutcome::Stopped(StopReason::Pain);
    let session = past().sessions.iter().find(stopped).unwrap();
    let now = nine();
    at(Place::Session(session.id), move |ui| {
        let view = history::SessionView {
            session,
            history: Some(past()),
            now: &now,
        };
        history::show_session(ui, &words(), &view, &mut corrections);
    })
}
