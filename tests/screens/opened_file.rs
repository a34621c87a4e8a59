//! What the window is opened on: a routine of the library, or a file from elsewhere.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use supple::app::Start;
use supple::clock;
use supple::library::{Library, find, read_file};
use supple::words::Words;
use tempfile::TempDir;

use crate::app::{Case, USUAL};
use crate::folders::folders;
use crate::recorded::record_holds;

/// A routine of one exercise that has the title's last word in its name.
fn routine(id: &str, version: &str) -> String {
    format!(
        "format = 1\nid = \"{id}\"\ntitle = \"Mine {version}\"\n\
         [[exercise]]\nname = \"Knee {version}\"\nhold = \"20s\"\nreps = 3\n"
    )
}

/// A home of somebody who has used Supple before, with a place elsewhere.
fn home() -> [TempDir; 2] {
    let [home, elsewhere] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let folders = folders(home.path());
    fs::create_dir_all(folders.routines()).unwrap();
    fs::create_dir_all(&folders.config).unwrap();
    let settings = "safety_card_seen = true\nlanguage = \"en\"\nmuted = true\n";
    fs::write(folders.settings_file(), settings).unwrap();
    [home, elsewhere]
}

fn file(folder: &Path, id: &str) -> PathBuf {
    let file = folder.join("mine.toml");
    fs::write(&file, routine(id, "one")).unwrap();
    file
}

/// The app as `supple open NAME` opens it.
fn open(home: TempDir, name: &OsStr) -> Case {
    open_with(home, name, false)
}

/// With `ask`, as `supple open NAME --start` opens it.
pub(crate) fn open_with(home: TempDir, name: &OsStr, ask: bool) -> Case {
    let language = Words::of("en").language();
    let library = Library::open(Some(folders(home.path()).routines()), language);
    let start = Start {
        routine: Some(find(name, &library).unwrap()),
        ask,
        ..Start::default()
    };
    Case::open(USUAL, home, "en", start)
}

/// The page of a file from elsewhere that is not added, as a routine of the person's own has one.
fn open_whole(home: TempDir, name: &OsStr) -> Case {
    let mut case = open(home, name);
    case.wait_for("See every exercise in full");
    case.click(Role::Link, "See every exercise in full");
    case.wait_for("This file is not one of your routines");
    case
}

/// Starts what is in view, and waits for its session.
fn start(case: &mut Case, name: &str, exercise: &str) {
    case.click(Role::Button, name);
    case.harness.key_press(Key::Enter);
    case.wait_for("It hurts");
    assert!(case.heard().contains(exercise), "{}", case.heard());
}

#[test]
fn who_opens_a_routine_to_start_it_is_asked_for_pain_and_enter_begins() {
    let warned = "[safety]\npain_limit = 3\nnot_if = [\"recent surgery\"]\n";
    for is_elsewhere in [false, true] {
        let [home, elsewhere] = home();
        let folder = if is_elsewhere {
            elsewhere.path().to_owned()
        } else {
            folders(home.path()).routines()
        };
        let file = file(&folder, "mine");
        fs::write(
            &file,
            routine("mine", "one").replace("[[", &format!("{warned}[[")),
        )
        .unwrap();
        let name = if is_elsewhere {
            file.as_os_str()
        } else {
            OsStr::new("mine")
        };
        let mut case = open_with(home, name, true);
        case.wait_for("recent surgery");
        case.press(Key::Num7);
        case.press(Key::Enter);
        case.wait_for("Better not today");
        case.press(Key::Escape);
        case.wait_for("Heading Mine one");
        start(&mut case, "Start", "Knee one");
    }
}

#[test]
fn who_has_not_read_the_safety_card_is_shown_it_before_anything_starts() {
    let [home, elsewhere] = home();
    fs::write(folders(home.path()).settings_file(), "language = \"en\"\n").unwrap();
    let file = file(elsewhere.path(), "mine");
    let mut case = open_with(home, file.as_os_str(), true);
    case.wait_for("Heading Before you begin");
    case.press(Key::Enter);
    case.wait_for("Heading Does anything hurt right now?");
    case.press(Key::Enter);
    case.wait_for("Knee one");
}

#[test]
fn a_routine_of_the_library_that_was_opened_is_what_its_file_says_now() {
    for from_today in [false, true] {
        let [home, _] = home();
        let file = file(&folders(home.path()).routines(), "mine");
        let mut case = open(home, OsStr::new("mine"));
        case.wait_for("Heading Mine one");
        fs::write(file, routine("mine", "two")).unwrap();
        case.wait_for("Heading Mine two");
        if from_today {
            case.press_with(Modifiers::COMMAND, Key::Num1);
            start(&mut case, "Start Mine two", "Knee two");
        } else {
            start(&mut case, "Start", "Knee two");
        }
    }
}

#[test]
fn a_file_from_elsewhere_never_takes_the_place_of_a_routine_of_its_id() {
    let [home, elsewhere] = home();
    let file = file(elsewhere.path(), "lower-back-relief");
    let mut case = open(home, file.as_os_str());
    case.wait_for("Heading Mine one");
    case.press(Key::Escape);
    case.wait_for("Start Lower back relief");
    start(&mut case, "Start Lower back relief", "Single knee to chest");
}

#[test]
fn a_file_from_elsewhere_begins_as_its_own_page_shows_it() {
    let [home, elsewhere] = home();
    let file = file(elsewhere.path(), "lower-back-relief");
    let mut case = open_whole(home, file.as_os_str());
    case.wait_for("Heading Mine one");
    start(&mut case, "Start", "Knee one");
}

#[test]
fn a_file_from_elsewhere_is_read_again_and_keeps_its_last_good_version() {
    let [home, elsewhere] = home();
    let file = file(elsewhere.path(), "mine");
    let mut case = open_whole(home, file.as_os_str());
    case.wait_for("Heading Mine one");
    fs::write(&file, routine("mine", "two")).unwrap();
    case.wait_for("Heading Mine two");
    fs::write(&file, routine("mine", "three").replace("hold", "hodl")).unwrap();
    case.wait_for("mine.toml, line 6: “hodl” is not a key that belongs here.");
    assert!(case.has(Role::Heading, "Mine two"), "{}", case.heard());
    start(&mut case, "Start", "Knee two");
}

#[test]
fn a_session_of_a_file_from_elsewhere_that_was_cut_off_is_offered_to_go_on_with() {
    for is_the_same in [true, false] {
        let [home, elsewhere] = home();
        let file = file(elsewhere.path(), "mine");
        let reading = read_file(&file, clock::today()).unwrap();
        let begun = Arc::new(reading.routine.unwrap());
        record_holds(&folders(home.path()), &begun, 1);
        if !is_the_same {
            fs::write(&file, routine("mine", "two")).unwrap();
        }
        let mut case = open(home, file.as_os_str());
        case.wait_for("Not now");
        case.press(Key::Escape);
        case.wait_for("Start Lower back relief");
        if is_the_same {
            case.wait_for("A session is unfinished: 1 of 3 holds done.");
            case.click(Role::Button, "Go on from there");
            case.wait_for("It hurts");
            assert!(case.heard().contains("hold 2 of 3"), "{}", case.heard());
        } else {
            assert!(
                !case.heard().contains("A session is unfinished"),
                "{}",
                case.heard()
            );
        }
    }
}

#[test]
fn a_file_from_elsewhere_can_be_kept_from_its_page() {
    let [home, elsewhere] = home();
    let file = file(elsewhere.path(), "mine");
    let mut case = open_whole(home, file.as_os_str());
    case.wait_for("Heading Mine one");
    case.click(Role::Button, "Add to my routines");
    case.wait_for("from the file mine.toml");
    case.click(Role::Button, "Add");
    case.wait_for("“Mine one” is now one of your routines.");
    case.wait_for("Start Mine one");
    let kept = case.folders().routines().join("mine.toml");
    assert_eq!(fs::read(kept).unwrap(), fs::read(&file).unwrap());
    // It is one of the person's routines now, and offered as such alone.
    case.wait_until_gone("Last opened from elsewhere");
}

#[test]
fn a_file_of_the_library_is_not_offered_to_be_kept() {
    let [home, _] = home();
    let file = file(&folders(home.path()).routines(), "mine");
    let mut case = open(home, file.as_os_str());
    case.wait_for("Heading Mine one");
    assert!(!case.has(Role::Button, "Add to my routines"));
    case.press_with(Modifiers::COMMAND, Key::Num2);
    assert!(!case.heard().contains("Last opened from elsewhere"));
}

#[test]
fn a_file_from_elsewhere_is_found_again_at_the_next_start_and_reported_when_it_is_gone() {
    let [home, elsewhere] = home();
    let file = file(elsewhere.path(), "mine");
    let case = open(home, file.as_os_str());
    let home = case.end();
    let mut case = Case::open(USUAL, home, "en", Start::default());
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.wait_for("Last opened from elsewhere");
    case.click(Role::Button, "Look at mine.toml");
    case.wait_for("Heading Mine one");
    fs::remove_file(&file).unwrap();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Look at mine.toml");
    case.wait_for("There is no file");
    case.click(Role::Button, "Forget mine.toml");
    case.wait_until_gone("Last opened from elsewhere");
}
