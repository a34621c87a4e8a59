//! What is written, tried again and read in the background.

use std::time::{Duration, Instant};

use super::*;
use crate::history::{Id, Note};

/// The store of a person with nothing yet, in a place of the test's own.
fn store(place: &Path) -> Store {
    let folders = Folders {
        data: place.join("data"),
        config: place.join("config"),
        cache: place.join("cache"),
    };
    Store::open(Some(folders), &Context::default()).unwrap()
}

/// Takes in news until it is so.
fn wait_until(store: &mut Store, so: impl Fn(&Store) -> bool) {
    let patience = Instant::now() + Duration::from_secs(30);
    while !so(store) {
        assert!(Instant::now() < patience, "the news never came");
        std::thread::yield_now();
        store.take_news();
    }
}

#[test]
fn what_was_written_before_the_record_was_read_is_rescued_when_the_disk_takes_nothing() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("data"), "in the way").unwrap();
    let mut store = store(place.path());
    let note = Note {
        pain_after: Some(2),
        ..Note::default()
    };
    store.log().unwrap().note(Id::new(), note);
    wait_until(&mut store, |store| store.history.is_some());
    let told = store.save_record_in_fallback().unwrap();
    assert_eq!(told.id, "record-rescued");
}

/// The store of a person whose settings can't be written: a file is in the way of their folder.
fn with_something_in_the_way(place: &Path) -> Store {
    let store = store(place);
    let config = place.join("config");
    fs::remove_dir_all(&config).unwrap();
    fs::write(config, "in the way").unwrap();
    store
}

#[test]
fn settings_that_can_not_be_written_are_told_until_they_are_written() {
    let place = tempfile::tempdir().unwrap();
    let config = place.path().join("config");
    let mut store = with_something_in_the_way(place.path());
    store.settings.volume_percent = 40;
    store.save_settings();
    wait_until(&mut store, |store| !store.troubles().is_empty());
    assert_eq!(store.troubles()[0].id, "settings-unsaved");
    assert_ne!(store.saved, store.settings);

    fs::remove_file(&config).unwrap();
    store.settings.muted = true;
    store.save_settings();
    wait_until(&mut store, |store| store.troubles().is_empty());
    assert_eq!(store.saved, store.settings);
    let text = fs::read_to_string(config.join("settings.toml")).unwrap();
    for line in ["volume_percent = 40", "muted = true"] {
        assert!(text.contains(line), "{line}:\n{text}");
    }
}

#[test]
fn settings_that_could_not_be_written_are_tried_again_at_the_end_alone() {
    let place = tempfile::tempdir().unwrap();
    let config = place.path().join("config");
    let mut store = with_something_in_the_way(place.path());
    store.settings.volume_percent = 40;
    store.save_settings();
    wait_until(&mut store, |store| !store.troubles().is_empty());

    fs::remove_file(&config).unwrap();
    store.save_settings();
    // The background does one thing after another.
    store.history = None;
    store.read_history();
    wait_until(&mut store, |store| store.history.is_some());
    assert!(!config.exists(), "each picture would have tried again");
    store.save_settings_at_last();
    // What was handed in is done before it goes.
    drop(store);
    let text = fs::read_to_string(config.join("settings.toml")).unwrap();
    assert!(text.contains("volume_percent = 40"), "{text}");
}

#[test]
fn files_that_are_dropped_take_the_place_of_those_dropped_a_moment_before() {
    let place = tempfile::tempdir().unwrap();
    let mut store = store(place.path());
    let last = Path::new("last.toml");
    store.check_dropped(vec![PathBuf::from("first.toml")]);
    store.check_dropped(vec![last.to_owned()]);
    wait_until(&mut store, |store| {
        store
            .dropped
            .read()
            .iter()
            .any(|dropped| dropped.path == last)
    });
    assert_eq!(store.dropped.read().len(), 1);
}

#[test]
fn a_file_that_is_dropped_where_nothing_is_kept_is_not_offered() {
    let mut store = Store::open(None, &Context::default()).unwrap();
    store.check_dropped(vec![PathBuf::from("clinic.toml")]);
    wait_until(&mut store, |store| !store.dropped.read().is_empty());
    let why = store.dropped.read()[0].reading.as_ref().unwrap_err();
    assert_eq!(why.id, "routines-no-home");
}
