//! The person's own file that the window was opened on by its path.

use std::fs;
use std::io;
use std::path::{self, Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::background::{Jobs, Outbox, no_thread};
use crate::clock;
use crate::library::{Changes, Entry, Item, Notice, Origin, Reports, Signal, Woken, read_own};
use crate::receive::{self, Form, Received};
use crate::routine::Routine;
use crate::threads;
use crate::words::Message;

pub(super) struct OpenedFile {
    /// As last read; `None` if none was opened.
    pub(super) entry: Option<Entry>,
    /// Whether it lies outside of the person's library, and can be copied into it.
    is_outside: bool,
    /// What it was taken out of, where it is not what was given: it is there as long as this is.
    unpacked: Option<Arc<Received>>,
    /// Keeps it up to date.
    watcher: Option<Watcher>,
    /// Why it is not kept up to date.
    pub(super) warning: Option<Message>,
    /// Why the file that was opened last can't be opened again.
    pub(super) recent_warning: Option<Message>,
    /// The folder of the person's own routines; `None` where nothing is kept.
    library: Option<PathBuf>,
    jobs: Jobs<News>,
}

pub(super) enum News {
    /// The file has been read again.
    Changed(Box<Entry>),
    /// The one that was opened last has been read, to be opened again.
    Again {
        entry: Box<Entry>,
        is_outside: bool,
        unpacked: Option<Arc<Received>>,
    },
    /// The file that was opened last is one in which a routine file is packed.
    Packed(PathBuf),
}

impl News {
    fn again(path: PathBuf, library: Option<&Path>, unpacked: Option<Arc<Received>>) -> Self {
        Self::Again {
            is_outside: is_outside(&path, library),
            entry: Box::new(read_own(path, None, clock::today())),
            unpacked,
        }
    }
}

/// What has happened with the file.
#[derive(Default)]
pub(super) struct Happened {
    /// It has been opened again.
    pub(super) is_back: bool,
    /// It has been read again.
    pub(super) is_changed: bool,
    /// It is one in which a routine file is packed, and has the page of such.
    pub(super) packed: Option<PathBuf>,
}

impl OpenedFile {
    pub(super) fn new(library: Option<&Path>, jobs: Jobs<News>) -> Self {
        Self {
            entry: None,
            is_outside: false,
            unpacked: None,
            watcher: None,
            warning: None,
            recent_warning: None,
            library: library.map(Path::to_owned),
            jobs,
        }
    }

    /// Takes up what the window is opened on, before there is anything to draw.
    pub(super) fn open(&mut self, entry: Entry, path: &Path) {
        let is_outside = is_outside(path, self.library.as_deref());
        self.receive(entry, is_outside, None);
    }

    /// Has a file read, to be opened again.
    pub(super) fn open_again(&mut self, path: PathBuf) {
        self.recent_warning = None;
        let library = self.library.clone();
        let reading = self.jobs.start(move || {
            let form = receive::form(&path);
            if matches!(form, Ok(form) if form != Form::Text) {
                return Some(News::Packed(path));
            }
            Some(News::again(path, library.as_deref(), None))
        });
        self.recent_warning = reading.err().map(|error| no_thread(&error));
    }

    /// Has the routine file read that was taken out of what was given.
    pub(super) fn look_at(&mut self, opened: Arc<Received>) {
        self.recent_warning = None;
        let library = self.library.clone();
        let reading = self.jobs.start(move || {
            let path = opened.file.clone();
            let unpacked = opened.is_unpacked().then_some(opened);
            Some(News::again(path, library.as_deref(), unpacked))
        });
        self.recent_warning = reading.err().map(|error| no_thread(&error));
    }

    /// Whether the file is a copy that nobody would find again, taken out of what was given.
    pub(super) fn is_unpacked(&self) -> bool {
        self.unpacked.is_some()
    }

    /// Where what was given lies, if it can be copied into the person's library.
    pub(super) fn outside(&self) -> Option<&Path> {
        if let Some(unpacked) = &self.unpacked {
            return Some(&unpacked.given);
        }
        match &self.entry.as_ref()?.origin {
            Origin::Own(path) => self.is_outside.then_some(path),
            Origin::Shipped => None,
        }
    }

    /// Takes in what the file says now; gives what has happened since the last call.
    pub(super) fn take_news(&mut self) -> Happened {
        let mut happened = Happened::default();
        for news in self.jobs.news() {
            match news {
                News::Changed(entry) => {
                    self.entry = Some(*entry);
                    happened.is_changed = true;
                }
                News::Again {
                    entry,
                    is_outside,
                    unpacked,
                } if entry.routine.is_some() => {
                    self.receive(*entry, is_outside, unpacked);
                    happened.is_back = true;
                }
                News::Packed(path) => happened.packed = Some(path),
                News::Again { entry, .. } => {
                    let why = entry.notices.first().map(Notice::message);
                    self.recent_warning =
                        Some(why.unwrap_or_else(|| Message::new("routines-recent-mistakes")));
                }
            }
        }
        happened
    }

    fn receive(&mut self, entry: Entry, is_outside: bool, unpacked: Option<Arc<Received>>) {
        let before = std::mem::replace(&mut self.unpacked, unpacked);
        // To delete what it was taken out of is work for the disk.
        self.jobs.run(move || {
            drop(before);
            None
        });
        if let Origin::Own(path) = &entry.origin {
            let last = entry.routine.clone();
            match Watcher::start(path.clone(), last, self.jobs.outbox()) {
                Ok(watcher) => self.watcher = Some(watcher),
                Err(error) => self.warning = Some(no_thread(&error)),
            }
        }
        self.entry = Some(entry);
        self.is_outside = is_outside;
    }
}

/// Whether a file lies outside of the person's library; nothing does where there is none.
fn is_outside(path: &Path, library: Option<&Path>) -> bool {
    let Some(library) = library else {
        return false;
    };
    let folder = path
        .parent()
        .and_then(|folder| fs::canonicalize(folder).ok());
    folder.is_none_or(|folder| fs::canonicalize(library).ok() != Some(folder))
}

/// How often the file is looked at where the system does not tell of all that happens to it, and after it
/// was opened, until it is watched.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Reads a file again whenever it changes, until this is dropped.
struct Watcher {
    signals: Sender<Signal>,
}

impl Watcher {
    /// `last` is the file's last good version.
    ///
    /// # Errors
    /// If the system has no thread to give.
    fn start(
        path: PathBuf,
        mut last: Option<Arc<Routine>>,
        outbox: Outbox<News>,
    ) -> io::Result<Self> {
        let (mut changes, signals) = Changes::new();
        let failed = outbox.clone();
        threads::start(
            "opened_file",
            move || {
                let mut seen = None;
                let mut often = Some(LOOK_AGAIN);
                while changes.wait(often) != Woken::Stopped {
                    let reports = changes.watch(&path::absolute(&path).unwrap_or(path.clone()));
                    often = (reports != Reports::All).then_some(LOOK_AGAIN);
                    // After the watch is set: a change before it is found, one after it is noticed.
                    let now = Some(look(&path));
                    if seen == now {
                        continue;
                    }
                    seen = now;
                    outbox.send_result(|| {
                        let entry = read_own(path.clone(), last.clone(), clock::today());
                        last.clone_from(&entry.routine);
                        Some(News::Changed(Box::new(entry)))
                    });
                }
            },
            move || failed.failed(),
        )?;
        Ok(Self { signals })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // This fails if the thread has ended already.
        let _ = self.signals.send(Signal::Stop);
    }
}

/// The file, and its folder, in which a picture of the routine may appear.
fn look(path: &Path) -> [Item; 2] {
    let folder = path.parent().unwrap_or(Path::new(""));
    [path, folder].map(|path| Item::at(path.to_owned()))
}
