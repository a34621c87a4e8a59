//! Watches the person's folder, so that a file saved in an editor is in the library at once.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::Library;
use crate::contain::contained;
use crate::threads;
use crate::words::Message;

/// No change for this long means that an editor has finished saving: some write a new file and
/// rename it, some empty the file before they fill it.
const QUIET: Duration = Duration::from_millis(150);
/// The folder is read this often while changes don't stop.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the folder is looked at where the system can't report changes.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// The same where it can: on many network drives it reports this machine's changes alone.
const LOOK_SELDOM: Duration = Duration::from_secs(30);

/// Keeps a library up to date until it is dropped.
#[derive(Debug)]
pub struct Watch {
    signals: Sender<Signal>,
}

enum Signal {
    Changed,
    Stop,
}

impl Watch {
    /// Reloads `library` when its folder changes, and calls `on_change`, on a thread of its own,
    /// after each reload that found something new. A folder that isn't there yet is awaited.
    ///
    /// # Errors
    /// The system has no thread left.
    pub fn start(
        library: &Arc<Library>,
        on_change: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let (sender, signals) = mpsc::channel();
        let weak = Arc::downgrade(library);
        let watcher = watcher(sender.clone());
        let on_change = Arc::new(on_change);
        let (failed, tell) = (Weak::clone(&weak), Arc::clone(&on_change));
        let work = move || keep_up_to_date(&weak, watcher, &signals, LOOK_SELDOM, &*on_change);
        threads::start("library", work, move || {
            if let Some(library) = failed.upgrade() {
                library.note_warning(Message::new("error-background"));
                tell();
            }
        })?;
        Ok(Self { signals: sender })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // This fails if the thread has ended already.
        let _ = self.signals.send(Signal::Stop);
    }
}

fn keep_up_to_date(
    weak: &Weak<Library>,
    mut watcher: Option<RecommendedWatcher>,
    signals: &Receiver<Signal>,
    seldom: Duration,
    on_change: impl Fn(),
) {
    let mut places = Vec::new();
    loop {
        let Some(library) = weak.upgrade() else {
            return;
        };
        let Some(folder) = library.folder() else {
            return;
        };
        let reported = match &mut watcher {
            Some(watcher) => watch(watcher, folder, &mut places),
            None => false,
        };
        // Read after the watch is set: a change before it is found, one after it is noticed.
        // A mistake of the program's own costs this reading alone: the next change is read again.
        let done = contained(|| {
            if library.reload() {
                on_change();
            }
        });
        if done.is_none() {
            library.note_warning(Message::new("error-background"));
            // A callback that has panicked is not called again.
            let _ = contained(&on_change);
        }
        drop(library);
        let often = if reported { seldom } else { LOOK_AGAIN };
        if !wait_for_change(weak, signals, often) {
            return;
        }
    }
}

fn watcher(changed: Sender<Signal>) -> Option<RecommendedWatcher> {
    let tell = move |event: notify::Result<Event>| {
        if is_change(&event) {
            // This fails once the watch is over.
            let _ = changed.send(Signal::Changed);
        }
    };
    let config = Config::default().with_follow_symlinks(false);
    RecommendedWatcher::new(tell, config).ok()
}

/// Reading a file is an event as well: taken for a change, it would cause the next reading without end.
fn is_change(event: &notify::Result<Event>) -> bool {
    !event.as_ref().is_ok_and(|event| event.kind.is_access())
}

/// Watches the folder with what is below it, and what it depends on (see [`Places`]). `false` if the
/// system refuses.
fn watch(watcher: &mut RecommendedWatcher, folder: &Path, before: &mut Vec<PathBuf>) -> bool {
    loop {
        // Watched anew each time: a folder that was deleted and made again is another one.
        for place in before.drain(..) {
            // This fails for a place that is gone, which is no longer watched anyway.
            let _ = watcher.unwatch(&place);
        }
        let mut reported = true;
        let mut add = |place: &Path, mode| match watcher.watch(place, mode) {
            Ok(()) => before.push(place.to_owned()),
            Err(_) => reported = false,
        };
        let places = Places::of(folder);
        for around in &places.around {
            add(around, RecursiveMode::NonRecursive);
        }
        if let Some(inside) = &places.inside {
            add(inside, RecursiveMode::Recursive);
        }
        // A folder may have got files before it was watched itself: of those there is no report.
        if Places::of(folder) == places {
            return reported;
        }
    }
}

/// Where changes to a folder happen, each place as it is called without links.
#[derive(Debug, Default, PartialEq, Eq)]
struct Places {
    /// The folder itself, if it is there.
    inside: Option<PathBuf>,
    /// The nearest folders that exist above it and above each link on the way to it: there the folder
    /// or a link appears, is deleted or is made to lead elsewhere.
    around: BTreeSet<PathBuf>,
}

impl Places {
    fn of(folder: &Path) -> Self {
        let inside = fs::canonicalize(folder).ok().filter(|it| it.is_dir());
        let mut places = Self {
            inside,
            around: BTreeSet::new(),
        };
        places.go_along(folder, 0);
        if let Some(inside) = &places.inside {
            places.around.remove(inside);
        }
        places
    }

    /// Notes the folders above `path`, and follows the links on the way to it.
    fn go_along(&mut self, path: &Path, links: usize) {
        /// As many links as systems follow.
        const MOST_LINKS: usize = 40;
        self.note_above(path);
        for step in path.ancestors().filter(|step| step.is_symlink()) {
            self.note_above(step);
            if let Ok(target) = fs::read_link(step)
                && links < MOST_LINKS
            {
                let target = step.parent().unwrap_or(Path::new("")).join(target);
                self.go_along(&target, links + 1);
            }
        }
    }

    fn note_above(&mut self, path: &Path) {
        let above = path.ancestors().skip(1).find(|above| above.is_dir());
        self.around
            .extend(above.and_then(|above| fs::canonicalize(above).ok()));
    }
}

/// Waits until something has changed and nothing changes any more; `false` if the watch is over. Looks
/// at the folder itself at this interval, too.
fn wait_for_change(library: &Weak<Library>, signals: &Receiver<Signal>, often: Duration) -> bool {
    loop {
        match signals.recv_timeout(often) {
            Ok(Signal::Changed) => break,
            Err(RecvTimeoutError::Timeout) => match library.upgrade() {
                Some(library) if library.is_out_of_date() => return true,
                Some(_) => {}
                None => return false,
            },
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    let patience = Instant::now() + PATIENCE;
    while Instant::now() < patience {
        match signals.recv_timeout(QUIET) {
            Ok(Signal::Changed) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RemoveKind};

    use super::*;
    use crate::words::LANGUAGES;
    use std::thread;

    #[test]
    fn a_change_that_the_system_does_not_tell_of_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let routines = folder.path().join("routines");
        std::fs::create_dir(&routines).unwrap();
        let library = Arc::new(Library::open(Some(routines.clone()), &LANGUAGES[0]));
        let (sender, signals) = mpsc::channel();
        let (wake, woken) = mpsc::channel();
        let weak = Arc::downgrade(&library);
        let deaf = RecommendedWatcher::new(|_| {}, Config::default()).ok();
        let watching = thread::spawn(move || {
            let often = Duration::from_millis(1);
            keep_up_to_date(&weak, deaf, &signals, often, move || wake.send(()).unwrap());
        });
        // The second is written when the folder has been read.
        for name in ["first", "second"] {
            let text = "format = 1\ntitle = \"Mine\"\n[[exercise]]\nname = \"Knee\"\n";
            std::fs::write(routines.join(name).with_extension("toml"), text).unwrap();
            while library.routine(name).is_none() {
                woken.recv_timeout(Duration::from_mins(1)).unwrap();
            }
        }
        sender.send(Signal::Stop).unwrap();
        watching.join().unwrap();
    }

    /// A watch that is woken by the system's reports alone.
    #[cfg(unix)]
    #[test]
    fn a_folder_that_links_lead_to_is_watched_like_any_other() {
        use std::os::unix::fs::symlink;
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        let write = |path: PathBuf| {
            let text = "format = 1\ntitle = \"Mine\"\n[[exercise]]\nname = \"Knee\"\n";
            fs::write(path.with_extension("toml"), text).unwrap();
        };
        for folder in ["data", "drive/one", "drive/two"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        symlink("../link", at("data/routines")).unwrap();
        symlink("drive/one", at("link")).unwrap();
        let library = Arc::new(Library::open(Some(at("data/routines")), &LANGUAGES[0]));
        let (sender, signals) = mpsc::channel();
        let (wake, woken) = mpsc::channel();
        let (weak, events) = (Arc::downgrade(&library), watcher(sender.clone()));
        let watching = thread::spawn(move || {
            let never = Duration::from_hours(1);
            keep_up_to_date(&weak, events, &signals, never, move || {
                wake.send(()).unwrap();
            });
        });
        let see = |name: &str| {
            while library.routine(name).is_none() {
                let reported = woken.recv_timeout(Duration::from_mins(1));
                assert!(reported.is_ok(), "{name} was not seen");
            }
        };
        write(at("drive/one/in-the-folder"));
        see("in-the-folder");
        // One link of two leads elsewhere, to a folder that is there.
        write(at("drive/two/in-another"));
        symlink("drive/two", at("new")).unwrap();
        fs::rename(at("new"), at("link")).unwrap();
        see("in-another");
        // Then to one that appears, like a drive that is plugged in.
        symlink("drive/three", at("new")).unwrap();
        fs::rename(at("new"), at("link")).unwrap();
        fs::create_dir(at("drive/three")).unwrap();
        write(at("drive/three/plugged-in"));
        see("plugged-in");
        // What is below the folder is seen as well.
        write(at("drive/three/last"));
        see("last");
        sender.send(Signal::Stop).unwrap();
        watching.join().unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_in_a_circle_come_to_an_end() {
        let home = tempfile::tempdir().unwrap();
        let link = home.path().join("link");
        std::os::unix::fs::symlink(&link, &link).unwrap();
        let places = Places::of(&link);
        assert_eq!(places.inside, None);
        let above = fs::canonicalize(home.path()).unwrap();
        assert_eq!(places.around, BTreeSet::from([above]));
    }

    #[test]
    fn a_panic_is_reported_and_the_next_change_is_seen_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(Some(folder.path().to_owned()), &LANGUAGES[0]);
        let library = Arc::new(library);
        let write = |name: &str| {
            let text = "format = 1\ntitle = \"Mine\"\n[[exercise]]\nname = \"Knee\"\n";
            std::fs::write(folder.path().join(name).with_extension("toml"), text).unwrap();
        };
        write("first");
        let (sender, signals) = mpsc::channel();
        let (wake, woken) = mpsc::channel();
        let weak = Arc::downgrade(&library);
        let watching = thread::spawn(move || {
            let fails = std::cell::Cell::new(true);
            let on_change = move || {
                assert!(!fails.replace(false), "as a mistake would");
                wake.send(()).unwrap();
            };
            keep_up_to_date(&weak, None, &signals, LOOK_SELDOM, on_change);
        });
        woken.recv_timeout(Duration::from_mins(1)).unwrap();
        assert_eq!(library.warning(), Some(Message::new("error-background")));
        write("second");
        sender.send(Signal::Changed).unwrap();
        woken.recv_timeout(Duration::from_mins(1)).unwrap();
        assert!(library.routine("second").is_some());
        assert_eq!(library.warning(), None);
        sender.send(Signal::Stop).unwrap();
        watching.join().unwrap();
    }

    #[test]
    fn reading_a_file_is_no_change_to_it() {
        let event = |kind| Ok(Event::new(kind));
        for kind in [
            EventKind::Access(AccessKind::Open(AccessMode::Any)),
            EventKind::Access(AccessKind::Read),
        ] {
            assert!(!is_change(&event(kind)), "{kind:?}");
        }
        for kind in [
            EventKind::Any,
            EventKind::Create(CreateKind::File),
            EventKind::Modify(ModifyKind::Any),
            EventKind::Remove(RemoveKind::Folder),
        ] {
            assert!(is_change(&event(kind)), "{kind:?}");
        }
        let lost = notify::Error::generic("the queue overflowed");
        assert!(
            is_change(&Err(lost)),
            "what was lost may have been a change"
        );
    }
}
