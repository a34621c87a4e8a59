//! What the page of a session says of weights and bands.

use super::*;
use crate::history::Load;

/// A session of this day in which the exercise was done with this.
fn with_load(started: &str, load: &str) -> RecordedSession {
    let mut session = all();
    session.started = at(started);
    session.loads = vec![Load {
        exercise: "knee".into(),
        load: load.into(),
    }];
    session
}

/// The page of the newest of these sessions, with the others before it or without them.
fn page(sessions: Vec<RecordedSession>, has_history: bool) -> Harness<'static> {
    let history = History {
        sessions: sessions.into_iter().map(Arc::new).collect(),
        ..History::default()
    };
    let mut harness = Harness::builder()
        .with_size([1280.0, 1200.0])
        .with_context_setup(theme::install)
        .build_ui(move |ui| {
            let view = SessionView {
                routines: &[],
                session: &history.sessions[0],
                history: has_history.then_some(&history),
                now: &at("2026-11-22T12:00"),
            };
            show_session(ui, &Words::of("en"), &view, &mut Corrections::default());
        });
    harness.run();
    harness
}

#[test]
fn a_session_says_what_was_lifted_and_since_when_it_was_that() {
    const TITLE: &str = "Weights and bands";
    let course = || {
        vec![
            with_load("2026-11-20T08:00", "2 kg"),
            with_load("2026-11-12T08:00", "2 kg"),
            with_load("2026-11-02T08:00", "1 kg"),
        ]
    };
    let since = "2 kg since 12 November 2026 · 1 kg since 2 November 2026";
    for (sessions, has_history, says) in [
        (course(), true, since),
        // Before the record is read, and where nothing changed.
        (course(), false, "2 kg"),
        (course().split_off(2), true, "1 kg"),
    ] {
        let page = page(sessions, has_history);
        assert!(page.query_by_label(TITLE).is_some());
        assert!(page.query_by_label(says).is_some(), "{says}");
    }
    let without = page(vec![all()], true);
    assert!(without.query_by_label(TITLE).is_none());
}
