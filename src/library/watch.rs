//! Sees to it that a file saved in an editor is in the library at once.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::Library;
use crate::contain::contained;
use crate::words::Message;

/// No change for this long means that an editor has finished saving: some write a new file and
/// rename it, some empty the file before they fill it.
const QUIET: Duration = Duration::from_millis(150);
/// Changes that never rest are looked at this often.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the folder is looked at where the system says that it can't tell of changes.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// And where it says that it can: on many network drives it tells of this machine's changes alone.
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
        on_change: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let (sender, signals) = mpsc::channel();
        let weak = Arc::downgrade(library);
        let watcher = watcher(sender.clone());
        thread::Builder::new()
            .name("library".to_owned())
            .spawn(move || keep_up_to_date(&weak, watcher, &signals, LOOK_SELDOM, on_change))?;
        Ok(Self { signals: sender })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // The thread is gone already if nobody hears.
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
        let told = match &mut watcher {
            Some(watcher) => watch(watcher, folder, &mut places),
            None => false,
        };
        // Read after the watch is set: a change before it is found, one after it is told.
        // A mistake of the program's own costs this reading alone: the next change is read again.
        let done = contained(|| {
            if library.reload() {
                on_change();
            }
        });
        if done.is_none() {
            library.note_trouble(Message::new("error-background"));
            // Whoever fails at being told is told of nothing more.
            let _ = contained(&on_change);
        }
        drop(library);
        let often = if told { seldom } else { LOOK_AGAIN };
        if !wait_for_change(weak, signals, often) {
            return;
        }
    }
}

fn watcher(changed: Sender<Signal>) -> Option<RecommendedWatcher> {
    let tell = move |event: notify::Result<Event>| {
        if is_change(&event) {
            // Nobody hears once the watch is over.
            let _ = changed.send(Signal::Changed);
        }
    };
    let config = Config::default().with_follow_symlinks(false);
    RecommendedWatcher::new(tell, config).ok()
}

/// Reading a file is an event as well; to take it for a change would never end.
fn is_change(event: &notify::Result<Event>) -> bool {
    !event.as_ref().is_ok_and(|event| event.kind.is_access())
}

/// Watches the folder with what is below it, and the nearest folder above that exists, to learn of
/// a folder that appears or is deleted. `false` if the system refuses.
fn watch(watcher: &mut RecommendedWatcher, folder: &Path, places: &mut Vec<PathBuf>) -> bool {
    loop {
        // Set anew each time: a folder that was deleted and made again is another one.
        for place in places.drain(..) {
            // A place that is gone is no longer watched anyway.
            let _ = watcher.unwatch(&place);
        }
        let mut told = true;
        let mut add = |place: &Path, mode| match watcher.watch(place, mode) {
            Ok(()) => places.push(place.to_owned()),
            Err(_) => told = false,
        };
        let above = nearest_above(folder);
        if let Some(above) = above {
            add(above, RecursiveMode::NonRecursive);
        }
        if folder.is_dir() {
            add(folder, RecursiveMode::Recursive);
        }
        // Of what appears in a folder that appeared before its own was watched nobody tells.
        if nearest_above(folder) == above {
            return told;
        }
    }
}

fn nearest_above(folder: &Path) -> Option<&Path> {
    folder.ancestors().skip(1).find(|above| above.is_dir())
}

/// Waits until something changed and no more is changing; `false` if the watch is over. Looks by
/// itself so often.
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

    #[test]
    fn a_panic_is_told_and_the_next_change_is_seen_all_the_same() {
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
        assert_eq!(library.trouble(), Some(Message::new("error-background")));
        write("second");
        sender.send(Signal::Changed).unwrap();
        woken.recv_timeout(Duration::from_mins(1)).unwrap();
        assert!(library.routine("second").is_some());
        assert_eq!(library.trouble(), None);
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
