//! The record in another folder: copied and compared, with the old one left as it is.

use std::collections::BTreeMap;
use std::fs;
use std::mem;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::super::moving::moved_to;
use super::super::{MoveTurn, Moved, Old, correct_undone_move, followed};
use super::{DEVICE, Fact, History, Id, Log, hold, line, session};
use crate::folders::Folders;
use crate::words::{LANGUAGES, Words};

/// The folders of a person, with what they have on record.
struct Home {
    place: TempDir,
    folders: Folders,
}

impl Home {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        let folders = Folders {
            data: at("data"),
            config: at("config"),
            cache: at("cache"),
            record: None,
        };
        fs::create_dir(&folders.config).unwrap();
        fs::write(folders.config.join("device"), DEVICE).unwrap();
        Self { place, folders }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Moves the record, as the settings then have it.
    fn move_to(&mut self, folder: &Path) -> Moved {
        let moved = moved_to(&self.folders, folder).unwrap();
        self.folders.record.clone_from(&moved.chosen);
        moved
    }

    fn history(&self) -> History {
        let history = History::of(&self.folders);
        assert_eq!(history.problems, []);
        history
    }

    /// How many sessions there are, and what was held in all of them.
    fn held(&self) -> (usize, u64) {
        let sessions = self.history().sessions;
        let held = sessions.iter().map(|session| session.held_ms());
        (sessions.len(), held.sum())
    }
}

fn write(log: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = log.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// All files below a folder, with what they have.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else if path.file_name().is_some_and(|name| name != "lock") {
            files.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    files
}

/// The name of this year's file of a device.
fn of(device: &str) -> String {
    format!("{device}/2026.jsonl")
}

const OTHER: &str = "01935000-0000-7000-8000-000000000002";

#[test]
fn a_record_that_is_moved_is_whole_there_and_stays_as_it_was_where_it_was() {
    let mut home = Home::new();
    let old = home.folders.log();
    write(&old, &of(DEVICE), session([hold(1, 20_000)]).1);
    write(&old, &of(OTHER), session([hold(1, 7_000)]).1);
    write(&old, "told.jsonl", session([hold(1, 300)]).1);
    let before = files(&old);
    let there = home.at("shared/record");
    let moved = home.move_to(&there);
    assert_eq!((moved.files, &moved.from), (3, &old));
    assert_eq!(home.folders.log(), there);
    assert_eq!(home.held(), (3, 27_300));

    let log = Log::open(&home.folders).unwrap();
    log.write(Id::new(), super::started());
    assert_eq!(log.flush(), Ok(()));
    drop(log);
    assert_eq!(home.held(), (4, 27_300));
    assert_eq!(files(&old), before, "the old one is as it was");

    // Back again, where the old lines still are.
    let moved = home.move_to(&old);
    assert_eq!(moved.chosen, None, "it is the usual one");
    assert_eq!(home.held(), (4, 27_300));
    for (path, content) in before {
        assert!(files(&old)[&path].starts_with(&content), "{path:?}");
    }
}

#[test]
fn where_another_record_lies_both_are_there_and_nothing_is_rewritten() {
    let mut home = Home::new();
    let there = home.at("shared");
    write(
        &home.folders.log(),
        &of(DEVICE),
        session([hold(1, 20_000)]).1,
    );
    write(&there, &of(DEVICE), session([hold(1, 7_000)]).1);
    write(&there, &of(OTHER), session([hold(1, 300)]).1);
    let before = files(&there);
    for _ in 0..3 {
        home.folders.record = None;
        home.move_to(&there);
        assert_eq!(home.held(), (3, 27_300));
    }
    let after = files(&there);
    for (path, content) in &before {
        assert_eq!(&after[path], content);
    }
    assert_eq!(after.len(), before.len() + 1, "copied once");
}

#[test]
fn what_another_window_still_writes_where_the_record_was_comes_along() {
    let mut home = Home::new();
    let old = home.folders.log();
    let (id, text) = session([hold(1, 20_000)]);
    write(&old, &of(DEVICE), &text);
    home.move_to(&home.at("shared"));
    let late = line(id, hold(3, 7_000));
    write(&old, &of(DEVICE), format!("{text}{late}"));
    for _ in 0..2 {
        assert_eq!(home.held(), (1, 27_000));
    }
    assert_eq!(files(&home.at("shared")).len(), 2);
}

#[test]
fn what_an_open_copy_still_writes_comes_along_at_once_after_every_move_and_no_longer_once_it_is_right()
 {
    let mut home = Home::new();
    let [one, two, three] = ["one", "two", "three"].map(|name| home.at(name));
    home.move_to(&one);
    let open = Log::open(&home.folders).unwrap();
    home.move_to(&two);
    let session = Id::new();
    let mark = open.begin(session);
    open.write(session, super::started());
    open.write(session, hold(1, 20_000));
    assert_eq!(open.flush(), Ok(()));
    assert_eq!(home.held(), (1, 20_000));
    open.write(session, hold(3, 7_000));
    assert_eq!(open.flush(), Ok(()));
    drop(mark);
    assert_eq!(home.held(), (1, 27_000));
    assert_eq!(lines_in(&two), 3, "each once");

    // Twice, and with a session of the one that it was moved in between.
    home.move_to(&three);
    let other = Log::open(&home.folders).unwrap();
    other.write(Id::new(), super::started());
    assert_eq!(other.flush(), Ok(()));
    open.write(session, hold(5, 300));
    assert_eq!(open.flush(), Ok(()));
    open.write(session, hold(7, 10));
    assert_eq!(open.flush(), Ok(()));
    assert_eq!(home.held(), (2, 27_310));
    assert_eq!(files(&three).len(), 2, "copied once");

    // Where the record is away no folder is made, and what was written meanwhile follows.
    let away = home.at("away");
    fs::rename(&three, &away).unwrap();
    open.write(Id::new(), super::started());
    assert_eq!(open.flush(), Ok(()));
    assert!(!three.exists());
    fs::rename(&away, &three).unwrap();
    open.write(session, Fact::Closed {});
    assert_eq!(open.flush(), Ok(()));
    assert_eq!(home.held().0, 3);

    // Back where it writes anyway.
    home.move_to(&one);
    let before = files(&three);
    open.write(Id::new(), super::started());
    assert_eq!(open.flush(), Ok(()));
    assert_eq!(home.held().0, 4);
    assert_eq!(files(&three), before);
}

/// How many lines there are in all files.
fn lines_in(folder: &Path) -> usize {
    let lines = |content: Vec<u8>| String::from_utf8(content).unwrap().lines().count();
    files(folder).into_values().map(lines).sum()
}

#[test]
fn what_an_open_copy_wrote_while_the_new_folder_was_not_there_is_taken_in_once_it_is() {
    let mut home = Home::new();
    let (two, away) = (home.at("two"), home.at("away"));
    home.move_to(&home.at("one"));
    let open = Log::open(&home.folders).unwrap();
    home.move_to(&two);
    fs::rename(&two, &away).unwrap();
    let session = Id::new();
    open.write(session, super::started());
    assert_eq!(open.flush(), Ok(()));
    open.write(session, hold(1, 20_000));
    drop(open);
    assert!(!two.exists());
    fs::rename(&away, &two).unwrap();
    assert_eq!(home.held(), (1, 20_000));
}

#[test]
fn what_a_killed_copy_wrote_while_the_new_folder_was_not_there_is_taken_in_as_well() {
    let mut home = Home::new();
    let (two, away) = (home.at("two"), home.at("away"));
    home.move_to(&home.at("one"));
    let open = Log::open(&home.folders).unwrap();
    let session = Id::new();
    open.write(session, super::started());
    assert_eq!(open.flush(), Ok(()));
    home.move_to(&two);
    fs::rename(&two, &away).unwrap();
    open.write(session, hold(1, 20_000));
    open.write(session, hold(3, 7_000));
    assert_eq!(open.flush(), Ok(()));
    // It never comes to its end.
    mem::forget(open);
    fs::rename(&away, &two).unwrap();
    assert_eq!(home.held(), (1, 27_000));
    let lines = lines_in(&two);
    assert_eq!(home.held(), (1, 27_000));
    assert_eq!(lines_in(&two), lines, "taken in once");
}

#[test]
fn one_record_is_moved_by_one_copy_at_a_time() {
    let home = Home::new();
    let old = home.folders.log();
    write(&old, &of(DEVICE), session([hold(1, 20_000)]).1);
    let turn = MoveTurn::take(&home.folders).unwrap();
    let refused = moved_to(&home.folders, &home.at("two")).unwrap_err();
    assert_eq!(refused.id, "record-move-elsewhere");
    assert!(!home.at("two").exists());
    drop(turn);
    assert!(moved_to(&home.folders, &home.at("two")).is_ok());
}

#[test]
fn a_record_that_was_put_back_by_hand_is_followed_no_longer_unless_it_is_just_being_moved() {
    let mut home = Home::new();
    let (one, two) = (home.at("one"), home.at("two"));
    home.move_to(&one);
    let put_back = home.folders.clone();
    home.move_to(&two);
    let begin = |by_settings: &Folders| {
        correct_undone_move(&put_back, || by_settings.record.clone());
        let open = Log::open(&put_back).unwrap();
        open.write(Id::new(), super::started());
        assert_eq!(open.flush(), Ok(()));
    };
    // The settings were read before the move ended.
    begin(&home.folders);
    assert_eq!(home.held().0, 1);
    let turn = MoveTurn::take(&home.folders).unwrap();
    begin(&put_back);
    assert_eq!(home.held().0, 2);
    drop(turn);
    begin(&put_back);
    assert_eq!((home.held().0, lines_in(&one)), (2, 3));
}

/// Which has both of its folders for moments alone: the drive of the new one, and then the disk of the old one.
#[test]
fn what_an_open_copy_keeps_for_the_new_folder_comes_into_that_and_not_into_the_old_one() {
    let mut home = Home::new();
    let (one, two) = (home.at("one"), home.at("two"));
    home.move_to(&one);
    let open = Log::open(&home.folders).unwrap();
    home.move_to(&two);
    let away = home.at("away");
    fs::rename(&two, &away).unwrap();
    open.write(Id::new(), super::started());
    for _ in 0..2 {
        assert_eq!(open.flush(), Ok(()));
    }
    drop(open);
    fs::rename(&away, &two).unwrap();
    assert_eq!(home.held().0, 1);
    assert_eq!(files(&one).len(), 1, "its own lines alone");
}

/// A person goes back and forth between two folders, and the second time does not go through.
#[test]
fn a_copy_that_is_open_in_a_folder_is_followed_where_a_move_back_to_it_was_cut_off() {
    let mut home = Home::new();
    let (one, two) = (home.at("one"), home.at("two"));
    home.move_to(&two);
    let open = Log::open(&home.folders).unwrap();
    home.move_to(&one);
    // It was noted, and ended before the settings had it.
    let cut_off = moved_to(&home.folders, &two).unwrap();
    assert_eq!(cut_off.to, two);
    correct_undone_move(&home.folders, || home.folders.record.clone());
    open.write(Id::new(), super::started());
    assert_eq!(open.flush(), Ok(()));
    assert_eq!(home.held().0, 1);
}

#[test]
fn a_copy_goes_on_where_the_record_is_once_the_settings_say_so_and_no_session_is_under_way() {
    let mut home = Home::new();
    let before = home.folders.clone();
    let by_now = |home: &Home| followed(&before, || home.folders.record.clone());
    assert_eq!(by_now(&home), None);
    let one = home.at("one");
    moved_to(&home.folders, &one).unwrap();
    assert_eq!(by_now(&home), None, "it is being moved");
    home.folders.record = Some(one);
    assert_eq!(by_now(&home), Some(home.folders.clone()));
    let log = Log::open(&before).unwrap();
    let mark = log.begin(Id::new());
    assert_eq!(log.flush(), Ok(()));
    assert_eq!(by_now(&home), None);
    drop(mark);
    assert_eq!(log.flush(), Ok(()));
    assert_eq!(by_now(&home), Some(home.folders.clone()));
    let usual = before.log();
    home.move_to(&usual);
    assert_eq!(by_now(&home), None, "it is there again");
}

#[test]
fn what_an_open_copy_keeps_elsewhere_since_it_can_not_write_where_the_record_was_is_taken_in() {
    let mut home = Home::new();
    let one = home.at("one");
    home.move_to(&one);
    let open = Log::open(&home.folders).unwrap();
    home.move_to(&home.at("two"));
    fs::rename(&one, home.at("away")).unwrap();
    // Not where all of any record is looked for.
    fs::write(&home.folders.data, "no folder").unwrap();
    open.write(Id::new(), super::started());
    assert!(open.flush().is_err());
    assert!(open.save_in_fallback().is_err());
    drop(open);
    assert_eq!(home.held().0, 1);
    assert!(!one.exists());
}

#[test]
fn a_chosen_folder_with_nothing_in_it_counts_as_one_whose_drive_is_not_connected() {
    let mut home = Home::new();
    let mount = home.at("mount");
    fs::create_dir(&mount).unwrap();
    home.move_to(&mount);
    assert_eq!(home.held().0, 0, "a record that has only begun is one");
    let (away, empty) = (home.at("away"), |at: &Path| fs::create_dir(at).unwrap());
    fs::rename(&mount, &away).unwrap();
    empty(&mount);
    fs::write(mount.join("readme.txt"), "mine").unwrap();

    let told = History::of(&home.folders).problems;
    assert_eq!(told.len(), 1);
    assert_eq!(History::check(&home.folders).problems, told);
    for language in LANGUAGES {
        let words = Words::only(language);
        let reported = words.message(&told[0].message());
        assert!(reported.contains(mount.to_str().unwrap()), "{reported}");
        assert!(reported.contains(&words.get("disk-emptied")), "{reported}");
    }
    let log = Log::open(&home.folders).unwrap();
    let session = Id::new();
    log.write(session, super::started());
    log.write(session, hold(1, 20_000));
    assert!(log.flush().is_err());
    assert_eq!(log.history().problems, told);
    drop(log);
    assert_eq!(
        files(&mount).len(),
        1,
        "nothing is written beneath the drive"
    );
    let moved = moved_to(&home.folders, &home.at("elsewhere")).unwrap();
    assert_eq!(moved.old, Old::NotThere);

    // Either the drive comes back, or the person means the folder as it is.
    fs::rename(&mount, home.at("beneath")).unwrap();
    fs::rename(&away, &mount).unwrap();
    correct_undone_move(&home.folders, || home.folders.record.clone());
    assert_eq!(home.held(), (1, 20_000));
    home.folders.record = Some(home.at("beneath"));
    let chosen = home.move_to(&home.at("beneath"));
    assert_eq!(
        (chosen.old, &chosen.chosen),
        (Old::IsNew, &home.folders.record)
    );
    home.history();
    let again = moved_to(&home.folders, &home.at("beneath")).unwrap_err();
    assert_eq!(again.id, "record-move-same");
}

#[test]
fn a_record_that_is_not_there_is_moved_with_a_word_about_it() {
    let mut home = Home::new();
    let drive = home.at("drive");
    home.move_to(&drive);
    fs::rename(&drive, home.at("away")).unwrap();
    let same = moved_to(&home.folders, &drive).unwrap_err();
    assert_eq!(same.id, "record-move-failed");
    assert!(!drive.exists());
    let moved = home.move_to(&home.at("new"));
    assert_eq!(moved.old, Old::NotThere);
    for language in LANGUAGES {
        let told = Words::only(language).message(&moved.message());
        assert!(told.contains(drive.to_str().unwrap()), "{told}");
    }
}

#[test]
fn a_chosen_folder_that_is_not_there_is_named_never_made_and_its_lines_wait() {
    let mut home = Home::new();
    let drive = home.at("drive");
    home.move_to(&drive);
    let away = home.at("away");
    fs::rename(&drive, &away).unwrap();

    let history = History::of(&home.folders);
    let problem = history.problems.first().unwrap().message();
    for language in LANGUAGES {
        let reported = Words::only(language).message(&problem);
        assert!(reported.contains(drive.to_str().unwrap()), "{reported}");
    }
    let log = Log::open(&home.folders).unwrap();
    let session = Id::new();
    let mark = log.begin(session);
    log.write(session, super::started());
    log.write(session, hold(1, 20_000));
    assert!(log.flush().is_err());
    drop(mark);
    drop(log);
    assert!(!drive.exists(), "nothing is made in its place");

    fs::rename(&away, &drive).unwrap();
    assert_eq!(home.held(), (1, 20_000));
}

#[test]
fn what_lay_in_a_folder_that_was_not_there_comes_along_as_it_is_said() {
    let mut home = Home::new();
    write(
        &home.folders.log(),
        &of(DEVICE),
        session([hold(1, 20_000)]).1,
    );
    let drive = home.at("drive");
    home.move_to(&drive);
    write(&drive, &of(OTHER), session([hold(1, 7_000)]).1);
    let away = home.at("away");
    fs::rename(&drive, &away).unwrap();
    let there = home.at("there");
    let moved = home.move_to(&there);
    assert_eq!(moved.old, Old::NotThere);
    // As it says.
    fs::rename(&away, &drive).unwrap();
    home.move_to(&drive);
    home.move_to(&there);
    assert_eq!(home.held(), (2, 27_000));
}

#[test]
fn what_killed_programs_left_in_the_record_goes() {
    let home = Home::new();
    let log = home.folders.log();
    let drafts = [
        ".supple-a1b2c3.tmp".to_owned(),
        format!("{OTHER}/.supple-d4e5f6.tmp"),
    ];
    for draft in &drafts {
        write(&log, draft, "half");
    }
    write(&log, &of(OTHER), session([hold(1, 7_000)]).1);
    let open = Log::open(&home.folders).unwrap();
    assert_eq!(open.flush(), Ok(()));
    drop(open);
    assert!(!drafts.iter().any(|draft| log.join(draft).exists()));
    assert_eq!(home.held(), (1, 7_000));
}

#[test]
fn a_move_that_can_not_be_made_says_why_and_changes_nothing() {
    let home = Home::new();
    let old = home.folders.log();
    write(&old, &of(DEVICE), session([hold(1, 20_000)]).1);
    let refused = |folder: &Path| moved_to(&home.folders, folder).unwrap_err().id;
    assert_eq!(refused(&old), "record-move-same");
    assert_eq!(refused(&old.join(".")), "record-move-same");
    assert_eq!(refused(&old.join("within")), "record-move-within");
    assert_eq!(refused(&home.folders.data), "record-move-within");
    let routines = home.folders.routines();
    assert_eq!(refused(&routines.join("record")), "record-move-routines");
    let file = home.at("file");
    fs::write(&file, "mine").unwrap();
    assert_eq!(refused(&file.join("below")), "record-move-failed");
    let taken = home.at("taken");
    fs::create_dir_all(taken.join(of(DEVICE))).unwrap();
    assert_eq!(refused(&taken), "record-move-failed");
    let noted = home.folders.config.join("record-moves.json");
    assert!(!noted.exists(), "nothing follows it there");
    let log = Log::open(&home.folders).unwrap();
    let mark = log.begin(Id::new());
    assert_eq!(log.flush(), Ok(()));
    assert_eq!(refused(&home.at("there")), "record-move-under-way");
    drop(mark);
    assert_eq!(log.flush(), Ok(()));
    assert!(!home.at("there").exists());
    drop(log);
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
}
