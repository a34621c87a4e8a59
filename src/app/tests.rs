//! The app without its window.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use eframe::egui::{Context, RawInput, ViewportId};

use super::window::Content;
use super::*;
use crate::folders::Folders;

mod faults;

fn folders(place: &Path) -> Folders {
    Folders {
        data: place.join("data"),
        config: place.join("config"),
        cache: place.join("cache"),
        record: None,
    }
}

#[test]
fn what_is_kept_stays_open_when_something_else_draws_the_window() {
    let place = tempfile::tempdir().unwrap();
    let store = Store::open(Some(folders(place.path()))).unwrap();
    let [first, second] = [Context::default(), Context::default()];
    let mut app = App::open(&first, store, Start::default());
    app.store.catch_up();
    app.place = Place::Learn(None);
    assert!(app.store.record.history().is_some());

    let (asked, asks) = mpsc::channel();
    second.set_request_repaint_callback(move |_| {
        // The test may have seen enough.
        let _ = asked.send(());
    });
    app.move_to(&second);
    assert!(app.place == Place::Learn(None));
    assert!(app.store.record.history().is_some(), "it is not read anew");
    // Once it needs no further frame, it asks for one when there is news.
    let draws = || {
        let mut drawn = second.run_ui(RawInput::default(), |_| {});
        drawn.textures_delta.clear();
        drawn.viewport_output[&ViewportId::ROOT].repaint_delay < Duration::MAX
    };
    while draws() {}
    while asks.try_recv().is_ok() {}
    app.store.record.read();
    app.store.catch_up();
    assert!(
        asks.try_recv().is_ok(),
        "news are drawn where the app is now"
    );
}
