//! Tells when a file or a folder may have changed: by the system's own reports, and by the clock only where
//! those don't tell all.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

/// No change for this long means that an editor has finished saving: some write a new file and
/// rename it, some empty the file before they fill it.
const QUIET: Duration = Duration::from_millis(150);
/// What is watched is looked at this often while changes don't stop.
const PATIENCE: Duration = Duration::from_secs(1);

/// What a thread that watches waits for.
pub(crate) struct Changes {
    /// `None` where the system has no more of them to give.
    watcher: Option<RecommendedWatcher>,
    signals: Receiver<Signal>,
    /// What is watched.
    places: Vec<PathBuf>,
}

#[derive(Debug)]
pub(crate) enum Signal {
    Changed,
    Stop,
}

/// How much of what happens at a place the system reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reports {
    All,
    /// This machine's changes alone, as on network drives, which others may change too.
    Some,
    None,
}

/// How a wait ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Woken {
    /// Something has changed, and nothing changes any more.
    Changed,
    /// Nothing was reported in that time.
    NotReported,
    /// The watch is over.
    Stopped,
}

impl Changes {
    /// With what ends the wait.
    pub(crate) fn new() -> (Self, Sender<Signal>) {
        let (sender, signals) = mpsc::channel();
        let watcher = watcher(sender.clone());
        (Self::of(watcher, signals), sender)
    }

    fn of(watcher: Option<RecommendedWatcher>, signals: Receiver<Signal>) -> Self {
        Self {
            watcher,
            signals,
            places: Vec::new(),
        }
    }

    /// One that receives no reports.
    #[cfg(test)]
    pub(crate) fn deaf() -> (Self, Sender<Signal>) {
        let (sender, signals) = mpsc::channel();
        let deaf = RecommendedWatcher::new(|_| {}, Config::default()).ok();
        (Self::of(deaf, signals), sender)
    }

    /// Watches a file, or a folder with what is below it, and what it depends on (see [`Places`]).
    pub(crate) fn watch(&mut self, path: &Path) -> Reports {
        let Some(watcher) = &mut self.watcher else {
            return Reports::None;
        };
        loop {
            // Watched anew each time: a folder that was deleted and made again is another one.
            for place in self.places.drain(..) {
                // This fails for a place that is gone, which is no longer watched anyway.
                let _ = watcher.unwatch(&place);
            }
            let mut reports = Reports::All;
            let mut add = |place: &Path, mode| match watcher.watch(place, mode) {
                Ok(()) => {
                    if reports == Reports::All && !is_on_this_machine(place) {
                        reports = Reports::Some;
                    }
                    self.places.push(place.to_owned());
                }
                Err(_) => reports = Reports::None,
            };
            let places = Places::of(path);
            for around in &places.around {
                add(around, RecursiveMode::NonRecursive);
            }
            if let Some(inside) = &places.inside {
                add(inside, RecursiveMode::Recursive);
            }
            // A folder may have got files before it was watched itself: of those there is no report.
            if Places::of(path) == places {
                let is_watched = !self.places.is_empty();
                return if is_watched { reports } else { Reports::None };
            }
        }
    }

    /// Waits for a change to what is watched, and until it has been made, for this long at most.
    pub(crate) fn wait(&self, at_most: Option<Duration>) -> Woken {
        let first = match at_most {
            Some(at_most) => self.signals.recv_timeout(at_most),
            None => self.signals.recv().map_err(RecvTimeoutError::from),
        };
        match first {
            Ok(Signal::Changed) => {}
            Err(RecvTimeoutError::Timeout) => return Woken::NotReported,
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return Woken::Stopped,
        }
        let patience = Instant::now() + PATIENCE;
        while Instant::now() < patience {
            match self.signals.recv_timeout(QUIET) {
                Ok(Signal::Changed) => {}
                Err(RecvTimeoutError::Timeout) => return Woken::Changed,
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return Woken::Stopped,
            }
        }
        Woken::Changed
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

/// Whether none but this machine can change what lies there.
#[cfg(target_os = "linux")]
fn is_on_this_machine(place: &Path) -> bool {
    /// Of ext4, XFS, Btrfs, F2FS, ZFS and bcachefs; of what lies in memory or over others; and of FAT, exFAT
    /// and NTFS. As linux/magic.h and the file systems' own sources have them.
    const DISKS: [u32; 12] = [
        0xef53,
        0x5846_5342,
        0x9123_683e,
        0xf2f5_2010,
        0x2fc1_2fc1,
        0xca45_1a4e,
        0x0102_1994,
        0x8584_58f6,
        0x794c_7630,
        0x4d44,
        0x2011_bab0,
        0x7366_746e,
    ];
    rustix::fs::statfs(place).is_ok_and(|it| {
        // As wide as a machine's words, of which the lower half is used.
        let [a, b, c, d, ..] = it.f_type.to_le_bytes();
        DISKS.contains(&u32::from_le_bytes([a, b, c, d]))
    })
}

/// Nothing tells.
#[cfg(not(target_os = "linux"))]
fn is_on_this_machine(_: &Path) -> bool {
    false
}

/// Where changes to a file or a folder happen, each place as it is called without links.
#[derive(Debug, Default, PartialEq, Eq)]
struct Places {
    /// The folder itself, if it is one and is there.
    inside: Option<PathBuf>,
    /// The nearest folders that exist above it and above each link on the way to it: there the file, the
    /// folder or a link appears, is changed, is deleted or is made to lead elsewhere.
    around: BTreeSet<PathBuf>,
}

impl Places {
    fn of(path: &Path) -> Self {
        let inside = fs::canonicalize(path).ok().filter(|it| it.is_dir());
        let mut places = Self {
            inside,
            around: BTreeSet::new(),
        };
        places.go_along(path, 0);
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

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RemoveKind};

    use super::*;

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

    /// As long as nothing changes, whoever waits need not wake up at all.
    #[cfg(target_os = "linux")]
    #[test]
    fn on_a_disk_of_this_machine_all_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        fs::write(&file, "").unwrap();
        let (mut changes, _stop) = Changes::new();
        for path in [folder.path(), &file] {
            assert_eq!(changes.watch(path), Reports::All, "{}", path.display());
        }
        // Where other machines can change files, and where nothing can be watched.
        assert!(!is_on_this_machine(Path::new("/proc")));
        assert_eq!(changes.watch(Path::new("")), Reports::None);
    }

    #[test]
    fn a_file_that_is_written_or_replaced_wakes_whoever_waits() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        fs::write(&file, "").unwrap();
        let (mut changes, stop) = Changes::new();
        assert_ne!(changes.watch(&file), Reports::None);
        fs::write(&file, "written").unwrap();
        assert_eq!(changes.wait(None), Woken::Changed);
        let new = folder.path().join("new");
        fs::write(&new, "replaced").unwrap();
        fs::rename(&new, &file).unwrap();
        assert_eq!(changes.wait(None), Woken::Changed);
        stop.send(Signal::Stop).unwrap();
        while changes.wait(None) != Woken::Stopped {}
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
