//! The library as files come, change and go.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::reading::Read;
use super::{Entry, FindError, Library, Notice, Origin, Watch, find, shipped_in};
use crate::words::LANGUAGES;

const GOOD: &str = "format = 1\ntitle = \"First\"\n[[exercise]]\nname = \"Knee\"\n";
const SECOND: &str = "format = 1\ntitle = \"Second\"\n[[exercise]]\nname = \"Knee\"\n";
const BROKEN: &str = "format = 1\ntitle = \"Third\n[[exercise]]\nname = \"Knee\"\n";

/// A person's folder, and a library over it.
struct Home {
    folder: tempfile::TempDir,
    library: Arc<Library>,
}

impl Home {
    /// With no folder for routines yet.
    fn bare() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Arc::new(Library::open(
            Some(folder.path().join("data/routines")),
            &LANGUAGES[0],
        ));
        Self { folder, library }
    }

    fn with(content: &str) -> Self {
        let home = Self::bare();
        home.write(content);
        home.library.reload();
        home
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("data/routines/mine.toml")
    }

    fn write(&self, content: &str) {
        fs::create_dir_all(self.file().parent().unwrap()).unwrap();
        fs::write(self.file(), content).unwrap();
    }

    /// The entry of the person's own file.
    fn own(&self) -> Option<Entry> {
        let entries = self.library.entries();
        let own = entries
            .iter()
            .find(|entry| entry.origin == Origin::Own(self.file()));
        own.cloned()
    }

    fn title(&self) -> Option<String> {
        Some(self.own()?.routine?.title.clone())
    }
}

#[test]
fn a_broken_save_keeps_the_last_good_version_with_the_mistake_beside_it() {
    let home = Home::with(GOOD);
    assert!(home.own().unwrap().is_current);
    home.write(BROKEN);
    assert!(home.library.reload());
    let broken = home.own().unwrap();
    assert_eq!(home.title().as_deref(), Some("First"));
    assert!(!broken.is_current);
    assert_eq!(broken.diagnostics[0].place.line, 2);
    home.write(SECOND);
    assert!(home.library.reload());
    assert_eq!(home.title().as_deref(), Some("Second"));
    assert!(home.own().unwrap().is_current);
}

#[test]
fn a_file_that_was_never_good_is_shown_by_its_name() {
    let home = Home::with(BROKEN);
    let entry = home.own().unwrap();
    assert_eq!(
        (entry.routine.is_none(), entry.title().as_str()),
        (true, "mine.toml")
    );
}

#[test]
fn reading_again_without_a_change_tells_of_none() {
    let home = Home::with(GOOD);
    assert!(!home.library.reload());
    home.write(SECOND);
    assert!(home.library.reload());
    assert!(!home.library.reload());
}

#[test]
fn a_change_shows_from_outside_until_the_folder_is_read_again() {
    let home = Home::bare();
    let is_out_of_date = || home.library.is_out_of_date();
    assert!(!is_out_of_date());
    let folder = home.file().parent().unwrap().to_owned();
    let changes: [&dyn Fn(); 5] = [
        &|| home.write(GOOD),
        &|| home.write(SECOND),
        &|| fs::create_dir(folder.join("pictures")).unwrap(),
        &|| fs::remove_file(home.file()).unwrap(),
        &|| fs::remove_dir_all(&folder).unwrap(),
    ];
    for (index, change) in changes.into_iter().enumerate() {
        change();
        assert!(is_out_of_date(), "change {index}");
        home.library.reload();
        assert!(!is_out_of_date(), "change {index}");
    }
}

#[test]
fn a_deleted_file_is_gone_and_what_it_replaced_is_back() {
    let own = GOOD.replace("format = 1", "format = 1\nid = \"lower-back-relief\"");
    let home = Home::with(&own);
    let title = || {
        home.library
            .routine("lower-back-relief")
            .unwrap()
            .title
            .clone()
    };
    assert_eq!(title(), "First");
    fs::remove_file(home.file()).unwrap();
    assert!(home.library.reload());
    assert_eq!(title(), "Lower back relief");
}

#[cfg(unix)]
#[test]
fn a_file_that_cant_be_read_is_reported() {
    let home = Home::with(GOOD);
    fs::remove_file(home.file()).unwrap();
    std::os::unix::fs::symlink("mine.toml", home.file()).unwrap();
    assert!(home.library.reload());
    let entry = home.own().unwrap();
    assert_eq!(
        home.title().as_deref(),
        Some("First"),
        "the last good version"
    );
    assert!(!entry.is_current);
    assert_eq!(entry.notices.len(), 1);
}

#[test]
fn a_folder_that_cant_be_read_is_reported_until_it_can_and_is_no_entry() {
    let home = Home::bare();
    assert_eq!(home.library.warning(), None);
    let shipped = home.library.entries();
    let folder = home.file().parent().unwrap().to_owned();
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    fs::write(&folder, "a file").unwrap();
    assert!(home.library.reload());
    let warning = home.library.warning().unwrap();
    assert_eq!(warning.id, "library-folder-unreadable");
    assert_eq!(home.library.entries(), shipped);
    fs::remove_file(&folder).unwrap();
    assert!(home.library.reload());
    assert_eq!(home.library.warning(), None);
}

#[test]
fn a_routine_is_found_by_its_file_or_by_its_id() {
    let home = Home::with(GOOD);
    let library = &home.library;
    let title = |name: &OsStr| find(name, library).map(|found| found.routine.title.clone());
    assert_eq!(title(home.file().as_os_str()).unwrap(), "First");
    assert_eq!(title("mine".as_ref()).unwrap(), "First");
    assert_eq!(
        title("lower-back-relief".as_ref()).unwrap(),
        "Lower back relief"
    );
    assert!(matches!(
        title("absent.supple".as_ref()),
        Err(FindError::File(_))
    ));
    let near = |name: &str| match title(name.as_ref()) {
        Err(FindError::UnknownId { near, .. }) => near,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        near("lower-back-releif").as_deref(),
        Some("lower-back-relief")
    );
    for name in ["lower-back", "lowerback", "LowerBackRelief"] {
        assert_eq!(near(name).as_deref(), Some("lower-back-relief"), "{name}");
    }
    assert_eq!(
        near("hamstrings").as_deref(),
        Some("seated-hips-and-hamstrings")
    );
    assert_eq!(near("something-else-entirely"), None);
    home.write(BROKEN);
    let mistakes = title(home.file().as_os_str());
    assert!(matches!(mistakes, Err(FindError::Mistakes { .. })));
}

/// A watch over a home, and the calls that wake the window.
struct Watched {
    home: Home,
    watch: Watch,
    woken: Receiver<()>,
}

impl Watched {
    fn over(home: Home) -> Self {
        let (wake, woken) = mpsc::channel();
        let watch = Watch::start(&home.library, move || wake.send(()).unwrap()).unwrap();
        Self { home, watch, woken }
    }

    /// Waits to be woken until the library is as wanted.
    #[track_caller]
    fn comes_to(&self, title: Option<&str>) {
        let deadline = Instant::now() + Duration::from_secs(30);
        while self.home.title().as_deref() != title {
            let left = deadline.saturating_duration_since(Instant::now());
            let woken = self.woken.recv_timeout(left);
            assert_eq!(woken, Ok(()), "waiting for {title:?}");
        }
    }
}

#[test]
fn a_saved_file_is_there_at_once_however_the_editor_saves_it() {
    let watched = Watched::over(Home::with(GOOD));
    // In place, emptied first.
    watched.home.write(SECOND);
    watched.comes_to(Some("Second"));
    // By a new file that takes the name.
    let beside = watched.home.file().with_extension("tmp");
    fs::write(&beside, GOOD).unwrap();
    fs::rename(&beside, watched.home.file()).unwrap();
    watched.comes_to(Some("First"));
    // By moving the old file away first.
    fs::rename(watched.home.file(), &beside).unwrap();
    watched.home.write(SECOND);
    watched.comes_to(Some("Second"));
}

#[test]
fn a_folder_may_come_later_go_and_come_again() {
    let watched = Watched::over(Home::bare());
    watched.comes_to(None);
    watched.home.write(GOOD);
    watched.comes_to(Some("First"));
    fs::remove_dir_all(watched.home.folder.path().join("data")).unwrap();
    watched.comes_to(None);
    watched.home.write(SECOND);
    watched.comes_to(Some("Second"));
}

#[test]
fn a_watch_that_is_dropped_ends_its_thread() {
    let Watched { home, watch, woken } = Watched::over(Home::with(GOOD));
    drop(watch);
    let ended = std::iter::from_fn(|| match woken.recv_timeout(Duration::from_secs(30)) {
        Ok(()) => Some(()),
        Err(error) => {
            assert_eq!(error, RecvTimeoutError::Disconnected);
            None
        }
    });
    ended.for_each(drop);
    drop(home);
}

#[test]
fn a_copy_of_a_conflict_is_reported_and_is_no_routine_until_it_is_alone() {
    let home = Home::with(GOOD);
    let folder = home.file().parent().unwrap().to_owned();
    let names = [
        "mine.sync-conflict-20261128-120000-ABCDEFG.toml",
        "mine.toml.conflict1",
    ];
    for name in names {
        fs::write(folder.join(name), SECOND).unwrap();
    }
    let own = || {
        home.library.reload();
        let entries = home.library.entries();
        let own = entries.iter().filter(|it| it.origin != Origin::Shipped);
        own.cloned().collect::<Vec<_>>()
    };
    let [entry] = &own()[..] else {
        panic!("one routine");
    };
    let copy = |file: &str| Notice::ConflictCopy {
        file: file.to_owned(),
    };
    assert_eq!(entry.notices, names.map(copy));
    fs::remove_file(home.file()).unwrap();
    let [left] = &own()[..] else {
        panic!("what is left is a routine again");
    };
    assert_eq!(left.title(), "Second");
}

#[test]
fn a_routine_is_found_by_its_id_in_either_spelling_of_its_letters() {
    let home = Home::bare();
    let folder = home.file().parent().unwrap().to_owned();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("ru\u{308}cken.toml"), GOOD).unwrap();
    home.library.reload();
    for name in ["ru\u{308}cken", "r\u{fc}cken"] {
        let found = find(name.as_ref(), &home.library).unwrap();
        assert_eq!(found.routine.id, "r\u{fc}cken");
    }
}

#[test]
fn the_name_of_a_file_is_shown_in_one_line() {
    let home = Home::bare();
    let folder = home.file().parent().unwrap().to_owned();
    fs::create_dir_all(&folder).unwrap();
    let name = "a\nb\u{202e}.toml";
    if fs::write(folder.join(name), BROKEN).is_err() {
        return; // a system without such names
    }
    home.library.reload();
    let entries = home.library.entries();
    assert_eq!(entries[0].title(), "a<U+000A>b<U+202E>.toml");
}

#[test]
fn a_folder_with_more_than_is_read_says_how_much_was_left_out() {
    let home = Home::bare();
    let long = format!("{GOOD}{}", "#".repeat(250 * 1024));
    let path = |number| home.file().with_file_name(format!("{number:02}.toml"));
    home.write(GOOD);
    for number in 0..40 {
        fs::write(path(number), &long).unwrap();
    }
    home.library.reload();
    let warning = home.library.warning().unwrap();
    assert_eq!(warning.id, "library-left-out");
    let own = || {
        let entries = home.library.entries();
        let own = entries
            .iter()
            .filter(|entry| entry.origin != Origin::Shipped);
        own.count()
    };
    assert!((20..25).contains(&own()), "{}", own());
    for number in 20..40 {
        fs::remove_file(path(number)).unwrap();
    }
    home.library.reload();
    assert_eq!(home.library.warning(), None);
    assert_eq!(own(), 21);
}

#[test]
fn a_folder_that_does_not_answer_is_told_of_and_read_once_it_does() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let library = Library::unread(Some(path.clone()), shipped_in(&LANGUAGES[0]));
    let shipped = library.shipped.len();
    // A reading that is stuck.
    let (answer, answered) = mpsc::channel();
    *library.under_way() = Some(answered);
    fs::write(path.join("mine.toml"), GOOD).unwrap();

    assert!(library.reload_within(Duration::ZERO), "it is news");
    for _ in 0..3 {
        assert!(!library.reload_within(Duration::ZERO), "once");
        assert_eq!(library.entries().len(), shipped, "no second one reads");
        assert!(library.is_out_of_date(), "it is asked for again");
        for warning in [library.warning(), library.unseen()] {
            assert_eq!(warning.unwrap().id, "library-folder-silent");
        }
    }
    answer.send(Read::of(&path, &[])).unwrap();
    assert!(library.reload_within(Duration::ZERO));
    assert!(library.routine("mine").is_some());
    assert_eq!(library.warning(), None);
    assert!(!library.is_out_of_date());

    // What was read stays when the disk goes away later.
    let (_answer, answered) = mpsc::channel();
    *library.under_way() = Some(answered);
    assert!(library.reload_within(Duration::ZERO));
    assert!(library.routine("mine").is_some());
    assert!(library.unseen().is_some());
}

#[test]
fn a_reading_that_breaks_off_is_told_of_and_the_next_one_is_done() {
    let home = Home::with(GOOD);
    let (broken_off, answered) = mpsc::channel();
    drop(broken_off);
    *home.library.under_way() = Some(answered);
    assert!(home.library.reload());
    assert_eq!(home.library.warning().unwrap().id, "error-background");
    assert_eq!(home.title().as_deref(), Some("First"));
    assert!(home.library.reload());
    assert_eq!(home.library.warning(), None);
}
