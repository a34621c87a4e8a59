//! What is written, tried again and read, without a window.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use super::*;
use crate::history::{Id, Moved, Note, Recorder};
use crate::library::Origin;
use crate::plan::Plan;
use crate::routine::{Exercise, Routine};
use crate::runner::Record as _;
use crate::session::{Attempt, Event, EventKind, Outcome};
use crate::words::LANGUAGES;

/// In a place of the test's own.
fn folders(place: &Path) -> Folders {
    Folders {
        data: place.join("data"),
        config: place.join("config"),
        cache: place.join("cache"),
        record: None,
    }
}

/// The store of a person with nothing yet.
fn store(place: &Path) -> Store {
    Store::open(Some(folders(place))).unwrap()
}

fn ids(messages: &[Message]) -> Vec<&'static str> {
    messages.iter().map(|message| message.id).collect()
}

#[test]
fn where_nothing_is_kept_the_shipped_routines_are_there_and_nothing_is_written() {
    let mut store = Store::open(None).unwrap();
    store.settings.now.muted = true;
    store.settings.save();
    store.library.read(&LANGUAGES[0]);
    store.record.read();
    store.record.take_up(Id::new());
    store.catch_up();
    assert_eq!(ids(&store.warnings()), ["settings-no-home"]);
    assert!(!store.library.entries().is_empty());
    assert!(store.record.log().is_none() && store.record.history().is_none());
    assert!(store.record.unfinished().is_none());
    assert_eq!(store.record.save_in_fallback(), None);
}

#[test]
fn the_one_who_owns_it_is_woken_by_news_and_by_what_changes_on_the_disk() {
    let place = tempfile::tempdir().unwrap();
    let (wake, woken) = mpsc::channel();
    let wake = move || {
        // The test may have seen enough.
        let _ = wake.send(());
    };
    let folders = folders(place.path());
    let own = folders.routines();
    fs::create_dir_all(&own).unwrap();
    let mut store = Store::open(Some(folders)).unwrap();
    store.wake_with(wake);
    let patience = Duration::from_mins(1);
    store.record.read();
    woken.recv_timeout(patience).unwrap();
    store.library.read(&LANGUAGES[0]);
    woken.recv_timeout(patience).unwrap();
    store.take_news();
    assert!(store.record.history().is_some() && store.library.find("mine").is_none());
    let text = "format = 1\ntitle = \"Mine\"\n[[exercise]]\nname = \"Knee\"\n";
    fs::write(own.join("mine.toml"), text).unwrap();
    while store.library.find("mine").is_none() {
        woken.recv_timeout(patience).unwrap();
    }
}

#[test]
fn a_routine_that_is_known_early_is_found_until_the_library_has_been_read() {
    let place = tempfile::tempdir().unwrap();
    let mut first = store(place.path());
    first.library.read(&LANGUAGES[0]);
    first.catch_up();
    let mut known = first.library.entries()[0].clone();
    let id = known.routine.as_ref().unwrap().id.clone();
    // As nothing in the library is.
    known.origin = Origin::Own("early".into());

    let mut store = store(place.path());
    assert_eq!(store.library.find(&id), None);
    store.library.know(known.clone());
    assert_eq!(store.library.find(&id), Some(known));
    store.library.read(&LANGUAGES[0]);
    store.catch_up();
    assert_eq!(store.library.find(&id).unwrap().origin, Origin::Shipped);
}

#[test]
fn a_record_that_was_moved_by_another_copy_meanwhile_is_not_moved_from_where_it_was() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    let (mut store, mut other) = (store(place.path()), store(place.path()));
    assert!(moved(&mut other, at("one")).is_ok());
    let refused = moved(&mut store, at("two")).unwrap_err();
    assert_eq!(refused.id, "record-move-meanwhile");
    assert!(!at("two").exists());
    assert!(moved(&mut other, at("two")).is_ok());
    assert_eq!(other.folders.unwrap().record, Some(at("two")));
    // Once it is read again it is known where it lies.
    store.record.read();
    store.catch_up();
    assert_eq!(store.record.log().unwrap().folder(), at("two"));
    assert_eq!(store.settings.now.record_folder, Some(at("two")));
    assert!(moved(&mut store, at("three")).is_ok());
}

/// Has the record moved, and waits for what comes of it.
fn moved(of: &mut Store, to: PathBuf) -> Result<Moved, Message> {
    let (wake, woken) = mpsc::channel();
    of.wake_with(move || {
        // The test may have seen enough.
        let _ = wake.send(());
    });
    of.record.move_to(to);
    while of.record.is_busy() {
        woken.recv_timeout(Duration::from_mins(1)).unwrap();
        of.take_news();
    }
    of.catch_up();
    of.record.moved().cloned().unwrap()
}

#[test]
fn a_record_that_is_being_moved_is_moved_when_the_window_goes() {
    let place = tempfile::tempdir().unwrap();
    let elsewhere = place.path().join("elsewhere");
    let mut store = store(place.path());
    store.record.move_to(elsewhere.clone());
    drop(store);
    let store = self::store(place.path());
    assert_eq!(store.settings.now.record_folder, Some(elsewhere));
}

/// With the next start it would be where it was, without all that was recorded since.
#[test]
fn a_record_is_not_moved_where_the_settings_can_not_say_so() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    let mut store = store(place.path());
    let settings = at("config/settings.toml");
    for broken in ["not = = toml", "\u{0}"] {
        fs::create_dir_all(at("config")).unwrap();
        fs::write(&settings, broken).unwrap();
        let refused = moved(&mut store, at("elsewhere")).unwrap_err();
        assert_eq!(refused.id, "record-move-unkept");
        let log = store.record.log().unwrap();
        assert_eq!(log.folder(), at("data/log"));
        assert_eq!(store.folders.as_ref().unwrap().record, None);
        assert_eq!(fs::read_to_string(&settings).unwrap(), broken);
        let noted = fs::read_to_string(at("config/record-moves.json"));
        assert!(noted.is_err(), "nothing follows it there: {noted:?}");
    }
    fs::remove_file(&settings).unwrap();
    assert!(moved(&mut store, at("elsewhere")).is_ok());
    assert_eq!(store.record.log().unwrap().folder(), at("elsewhere"));
}

#[test]
fn settings_are_written_when_they_have_changed_and_only_what_has() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("config/settings.toml");
    let (mut store, mut other) = (store(place.path()), store(place.path()));
    store.settings.save();
    store.settings.save_at_last();
    store.catch_up();
    assert!(!file.exists());

    other.settings.now.volume_percent = 30;
    other.settings.save();
    other.catch_up();
    store.settings.now.muted = true;
    store.settings.save();
    store.catch_up();
    let text = fs::read_to_string(&file).unwrap();
    for line in ["volume_percent = 30", "muted = true"] {
        assert!(text.contains(line), "{line}:\n{text}");
    }

    // What is written is not written again, whatever became of the file.
    fs::remove_file(&file).unwrap();
    store.settings.save();
    store.settings.save_at_last();
    store.catch_up();
    assert!(!file.exists());
}

/// What two windows choose in turn: each choice stays until either of them makes another of its kind.
#[test]
fn two_windows_lose_none_of_what_is_chosen_in_either() {
    for seed in 0..10 {
        let mut random = fastrand::Rng::with_seed(seed);
        let place = tempfile::tempdir().unwrap();
        let mut windows = [store(place.path()), store(place.path())];
        let mut expected = windows[0].settings.now.clone();
        for _ in 0..12 {
            let window = &mut windows[random.usize(0..2)];
            let now = &mut window.settings.now;
            let number = random.u8(50..=100);
            match random.u8(0..6) {
                0 if now.volume_percent != number => {
                    now.volume_percent = number;
                    expected.volume_percent = number;
                }
                1 => {
                    now.muted = !now.muted;
                    expected.muted = now.muted;
                }
                2 => {
                    let language = random.choice(["en", "de", "fr"]).unwrap();
                    let voice = format!("espeak-ng voice-{number}");
                    now.voice_names.insert(language.into(), voice.clone());
                    expected.voice_names.insert(language.into(), voice);
                }
                3 => {
                    if let Some((language, _)) = now.voice_names.pop_first() {
                        expected.voice_names.remove(&language);
                    }
                }
                4 => {
                    let file = format!("/clinic/{number}.toml");
                    now.recent_file = Some(file.clone());
                    expected.recent_file = Some(file);
                }
                5 => {
                    let forgotten = now.recent_file.take();
                    expected.recent_file = expected
                        .recent_file
                        .filter(|it| forgotten.as_ref() != Some(it));
                }
                _ => {}
            }
            window.settings.save();
            window.catch_up();
            assert_eq!(window.warnings(), []);
            let read = store(place.path());
            assert_eq!(read.warnings(), []);
            assert_eq!(read.settings.now, expected, "seed {seed}");
        }
    }
}

#[test]
fn of_settings_that_are_chosen_one_after_another_the_last_are_kept() {
    let place = tempfile::tempdir().unwrap();
    let mut store = store(place.path());
    for percent in [10, 20, 30] {
        store.settings.now.volume_percent = percent;
        store.settings.save();
    }
    // What was handed in is done before it goes.
    drop(store);
    let text = fs::read_to_string(place.path().join("config/settings.toml")).unwrap();
    assert!(text.contains("volume_percent = 30"), "{text}");
}

/// A store whose settings could not be written, since a file is in the way of their folder, and the file.
fn with_something_in_the_way(place: &Path) -> (Store, PathBuf) {
    let mut store = store(place);
    let config = place.join("config");
    fs::remove_dir_all(&config).unwrap();
    fs::write(&config, "in the way").unwrap();
    store.settings.now.volume_percent = 40;
    store.settings.save();
    store.catch_up();
    (store, config)
}

#[test]
fn settings_that_can_not_be_written_are_reported_until_they_are_written() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, config) = with_something_in_the_way(place.path());
    assert_eq!(ids(&store.warnings()), ["settings-unsaved"]);

    fs::remove_file(&config).unwrap();
    store.settings.now.muted = true;
    store.settings.save();
    store.catch_up();
    assert_eq!(store.warnings(), []);
    let text = fs::read_to_string(config.join("settings.toml")).unwrap();
    for line in ["volume_percent = 40", "muted = true"] {
        assert!(text.contains(line), "{line}:\n{text}");
    }
}

#[test]
fn settings_that_could_not_be_written_are_tried_again_at_the_end_alone() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, config) = with_something_in_the_way(place.path());

    fs::remove_file(&config).unwrap();
    store.settings.save();
    store.catch_up();
    assert!(!config.exists(), "each picture would have tried again");
    store.settings.save_at_last();
    drop(store);
    let text = fs::read_to_string(config.join("settings.toml")).unwrap();
    assert!(text.contains("volume_percent = 40"), "{text}");
}

#[test]
fn a_record_that_takes_nothing_is_reported_and_what_it_did_not_take_is_put_elsewhere() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("data"), "in the way").unwrap();
    let mut store = store(place.path());
    let note = Note {
        pain_after: Some(2),
        ..Note::default()
    };
    store.record.log().unwrap().note(Id::new(), note);
    store.record.read();
    store.catch_up();
    assert!(store.record.history().is_some());
    assert_eq!(ids(&store.warnings()), ["record-unwritten"]);
    let reported = store.record.save_in_fallback().unwrap();
    assert_eq!(reported.id, "record-kept-elsewhere");
}

#[test]
fn a_session_that_another_copy_has_gone_on_with_is_reported_and_not_given() {
    let place = tempfile::tempdir().unwrap();
    let mut store = store(place.path());
    store.record.take_up(Id::new());
    store.catch_up();
    assert!(store.record.taken_up().is_none());
    assert_eq!(ids(&store.warnings()), ["guide-gone-on-elsewhere"]);
}

#[test]
fn a_session_that_another_copy_goes_on_with_is_not_left_as_it_was_cut_off() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, mut other) = (store(place.path()), store(place.path()));
    let exercises = ["knee", "hip"].map(|name| Exercise::new(name, name));
    let routine = Arc::new(Routine::new("back", "Back", exercises.into()));
    let session = cut_off(&other, &routine);
    store.record.read();
    store.catch_up();
    assert!(store.record.unfinished().is_some());

    other.record.take_up(session);
    other.catch_up();
    let taken_up = other.record.taken_up().unwrap();
    store.record.let_go(session);
    store.catch_up();
    assert_eq!(ids(&store.warnings()), ["guide-gone-on-elsewhere"]);
    drop(taken_up);
    assert_eq!(other.record.log().unwrap().flush(), Ok(()));
    store.record.read();
    store.catch_up();
    assert!(
        store.record.unfinished().is_some(),
        "it can still be gone on with"
    );

    store.record.let_go(session);
    store.catch_up();
    assert_eq!(store.warnings(), []);
    assert_eq!(store.record.unfinished(), None);
}

/// A session of which the first hold was done.
fn cut_off(store: &Store, routine: &Arc<Routine>) -> Id {
    let plan = Plan::of(routine);
    let (first, step) = plan.work().next().unwrap();
    let attempt = Attempt {
        step: first,
        prescribed: step.duration,
        held: step.duration.unwrap_or_default(),
        outcome: Outcome::Done,
        again: false,
    };
    let log = store.record.log().unwrap();
    let mut recorder = Recorder::new(log, routine, None);
    for kind in [EventKind::Started, EventKind::Attempted(attempt)] {
        let at = Duration::ZERO;
        recorder.event(&Event { at, kind }, &plan);
    }
    let session = recorder.session();
    drop(recorder);
    assert_eq!(log.flush(), Ok(()));
    session
}

#[test]
fn a_panic_in_the_background_is_reported_and_what_was_asked_for_after_it_is_done() {
    let place = tempfile::tempdir().unwrap();
    let mut store = store(place.path());
    let jobs = store.jobs::<()>();
    jobs.run(|| panic!("as a mistake would"));
    store.record.read();
    store.catch_up();
    assert_eq!(ids(&store.warnings()), ["error-background"]);
    assert!(store.record.history().is_some());
}

#[test]
fn a_routine_that_a_killed_program_left_is_kept_and_named_at_the_next_start() {
    let place = tempfile::tempdir().unwrap();
    let own = folders(place.path()).routines();
    fs::create_dir_all(own.join("pictures")).unwrap();
    let write = |name: &str, content: &str| fs::write(own.join(name), content).unwrap();
    for name in ["back.toml", "pictures/knee.png"] {
        write(name, "as it is");
        write(&format!("{name}.other-1"), "as it is");
        write(&format!("{name}.other-2"), "another");
    }
    let mut store = store(place.path());
    store.library.read(&LANGUAGES[0]);
    store.catch_up();
    let warnings = store.warnings();
    assert_eq!(ids(&warnings), ["disk-leftover"; 2]);
    for name in ["back.toml", "pictures/knee.png"] {
        assert!(!own.join(format!("{name}.other-1")).exists());
        let left = fs::read_to_string(own.join(format!("{name}.other-2")));
        assert_eq!(left.unwrap(), "another");
    }
    let told = crate::words::Words::of("en").message(&warnings[0]);
    assert!(told.contains("back.toml.other-2"), "{told}");
}
