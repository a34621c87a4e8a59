//! Watches the person's folder, so that a file saved in an editor is in the library at once.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Weak};
use std::time::Duration;

use super::Library;
use super::reports::{Changes, Reports, Signal, Woken};
use crate::contain::contained;
use crate::threads;
use crate::words::Message;

/// Keeps a library up to date until it is dropped.
#[derive(Debug)]
pub struct Watch {
    signals: Sender<Signal>,
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
        let (changes, signals) = Changes::new();
        let weak = Arc::downgrade(library);
        let on_change = Arc::new(on_change);
        let (failed, tell) = (Weak::clone(&weak), Arc::clone(&on_change));
        let work = move || keep_up_to_date(&weak, changes, look_again, &*on_change);
        threads::start("library", work, move || {
            if let Some(library) = failed.upgrade() {
                library.note_warning(Message::new("error-background"));
                tell();
            }
        })?;
        Ok(Self { signals })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // This fails if the thread has ended already.
        let _ = self.signals.send(Signal::Stop);
    }
}

/// How often it is looked whether a folder that did not answer has.
const AWAITED: Duration = Duration::from_secs(1);

/// How often the folder is looked at by itself.
fn look_again(reports: Reports) -> Option<Duration> {
    match reports {
        Reports::All => None,
        Reports::Some => Some(Duration::from_secs(30)),
        Reports::None => Some(Duration::from_secs(5)),
    }
}

fn keep_up_to_date(
    weak: &Weak<Library>,
    mut changes: Changes,
    look_again: impl Fn(Reports) -> Option<Duration>,
    on_change: impl Fn(),
) {
    loop {
        let Some(library) = weak.upgrade() else {
            return;
        };
        let Some(folder) = library.folder() else {
            return;
        };
        let reports = changes.watch(folder);
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
        let often = if library.is_awaited() {
            // The reading that is waited for is looked at, not the folder.
            Some(AWAITED)
        } else {
            look_again(reports)
        };
        drop(library);
        if !wait_for_change(weak, &changes, often) {
            return;
        }
    }
}

/// Waits until something has changed and nothing changes any more; `false` if the watch is over. Looks
/// at the folder itself at this interval, too.
fn wait_for_change(library: &Weak<Library>, changes: &Changes, often: Option<Duration>) -> bool {
    loop {
        match changes.wait(often) {
            Woken::Changed => return true,
            Woken::Stopped => return false,
            Woken::NotReported => match library.upgrade() {
                Some(library) if library.is_out_of_date() => return true,
                Some(_) => {}
                None => return false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use std::fs;
    #[cfg(unix)]
    use std::path::PathBuf;
    use std::sync::mpsc;
    use std::thread;

    use super::*;
    use crate::words::LANGUAGES;

    #[test]
    fn a_change_that_the_system_does_not_tell_of_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let routines = folder.path().join("routines");
        std::fs::create_dir(&routines).unwrap();
        let library = Arc::new(Library::open(Some(routines.clone()), &LANGUAGES[0]));
        let (deaf, sender) = Changes::deaf();
        let (wake, woken) = mpsc::channel();
        let weak = Arc::downgrade(&library);
        let watching = thread::spawn(move || {
            let often = |_| Some(Duration::from_millis(1));
            keep_up_to_date(&weak, deaf, often, move || wake.send(()).unwrap());
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
        let (changes, sender) = Changes::new();
        let (wake, woken) = mpsc::channel();
        let weak = Arc::downgrade(&library);
        let watching = thread::spawn(move || {
            let never = |_| None;
            keep_up_to_date(&weak, changes, never, move || wake.send(()).unwrap());
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
        let (deaf, sender) = Changes::deaf();
        let (wake, woken) = mpsc::channel();
        let weak = Arc::downgrade(&library);
        let watching = thread::spawn(move || {
            let fails = std::cell::Cell::new(true);
            let on_change = move || {
                assert!(!fails.replace(false), "as a mistake would");
                wake.send(()).unwrap();
            };
            keep_up_to_date(&weak, deaf, |_| None, on_change);
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
}
