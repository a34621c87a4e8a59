//! The app without its window.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use eframe::egui::{Context, RawInput, ViewportId};

use super::window::Content;
use super::*;
use crate::folders::Folders;
use crate::ui::hand_out::Written;

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

#[test]
fn a_file_that_was_being_written_when_the_window_closed_and_failed_is_told_at_the_end() {
    let place = tempfile::tempdir().unwrap();
    let store = Store::open(Some(folders(place.path()))).unwrap();
    let mut app = App::open(&Context::default(), store, Start::default());
    app.place = Place::Export;
    let path = place.path().join("out.csv");
    let failed = || Written::Failed(Message::new("disk-full"));
    app.exporting.saving.start(&path, failed);
    let file = place.path().join("file");
    std::fs::write(&file, "mine").unwrap();
    app.store.record.move_to(file.join("below"));
    let untold: Vec<_> = app.close().iter().map(|untold| untold.id).collect();
    assert_eq!(untold, ["disk-full", "record-move-failed"]);
    let again = app.close();
    assert_eq!(again.len(), 2);
}
