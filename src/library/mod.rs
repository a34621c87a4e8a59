//! The routines found: those shipped with the program and the person's own.
//!
//! The person's own are the `.toml` and `.supple` files of one folder. Any of them may be broken in
//! an editor while the program runs: its last good version stays, with the mistakes beside it.

mod begin;
mod bring;
mod conflict;
mod file;
mod find;
mod import;
mod jpeg;
mod photo;
mod picture;
mod pixels;
mod png;
mod reading;
mod reports;
mod save;
mod shipped;
#[cfg(test)]
mod tests;
mod watch;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use jiff::civil::Date;

pub use crate::editing::ordered;
pub use begin::{another, as_another, empty, free_path, naming_schema};
pub use bring::{Copied, bring, of_address, pasted, text_with_pictures, typed_path};
pub(crate) use file::{Item, bytes, bytes_up_to, earlier_of, is_reserved, pictures, read_bytes};
pub use file::{ReadFileError, check_file, is_routine_file, read_file, routine_files_below, text};
pub use find::{FindError, Found, find, is_file};
pub use import::{
    Change, Consent, Doubt, ImportError, Imported, Renamed, Standing, Weighed, file_stem, import,
    import_beside, weigh,
};
pub use photo::photo;
pub(crate) use picture::{LARGEST_PICTURE, MOST_PICTURE_BYTES};
pub use picture::{photograph, picture, picture_file};
pub(crate) use reports::{Changes, Reports, Signal, Woken};
pub use save::{left_of, save};
pub use shipped::SHIPPED;
#[cfg(test)]
pub(crate) use shipped::entries as shipped_in;
pub use watch::Watch;

use reading::Read;

use crate::clock;
use crate::disk::{self, Leftover};
use crate::routine::{Diagnostic, LARGEST_FILE, Reading, Routine};
use crate::text::shown_name;
use crate::words::{Language, Message};

/// Where a routine comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Part of the program.
    Shipped,
    /// A file of the person's own.
    Own(PathBuf),
}

/// One routine that was found, or a file that means to be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub origin: Origin,
    /// The last version without a mistake that this program has seen; `None` if there was none.
    pub routine: Option<Arc<Routine>>,
    /// Whether `routine` is what the file says now: it has no mistake and could be read.
    pub is_current: bool,
    /// The mistakes of the file as it is now.
    pub diagnostics: Vec<Diagnostic>,
    /// How many mistakes there are besides.
    pub more: usize,
    /// What else there is to report of the file.
    pub notices: Vec<Notice>,
    /// The version that this one took the place of last, where that is kept.
    pub earlier: Option<PathBuf>,
}

/// What there is to report of a file besides its mistakes.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// It can't be read; the message says why.
    Unread(Message),
    /// Another file of the person's own has the same id.
    SharedId { id: String, file: String },
    /// A sync program kept another version of it, which was changed elsewhere, in a file beside it.
    ConflictCopy { file: String },
    /// It comes in the place of the shipped routine of its id, which may not be meant.
    ShippedId { id: String },
}

impl Notice {
    /// The note, for the person.
    pub fn message(&self) -> Message {
        match self {
            Self::Unread(message) => message.clone(),
            Self::SharedId { id, file } => Message::new("library-shared-id")
                .with("id", id.as_str())
                .with("file", file.as_str()),
            Self::ConflictCopy { file } => {
                Message::new("library-conflict-copy").with("file", file.as_str())
            }
            Self::ShippedId { id } => Message::new("library-shipped-id").with("id", id.as_str()),
        }
    }
}

impl From<Found> for Entry {
    /// A routine that was found has no mistakes.
    fn from(found: Found) -> Self {
        Self {
            origin: found.origin,
            routine: Some(found.routine),
            is_current: true,
            diagnostics: Vec::new(),
            more: 0,
            notices: Vec::new(),
            earlier: None,
        }
    }
}

impl Entry {
    /// The routine's title, or the file's name where no version was ever good.
    pub fn title(&self) -> String {
        match &self.routine {
            Some(routine) => routine.title.clone(),
            None => self.file().unwrap_or_default(),
        }
    }

    /// The folder that the routine's pictures lie in, or below it; what is shipped brings none.
    pub fn folder(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Own(path) => path.parent(),
            Origin::Shipped => None,
        }
    }

    /// The name of the person's own file.
    pub fn file(&self) -> Option<String> {
        match &self.origin {
            Origin::Own(path) => Some(shown_name(path)),
            Origin::Shipped => None,
        }
    }
}

/// The titles that several routines have. There the file's name is shown as well.
pub fn shared_titles(entries: &[Entry]) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    let titles = entries.iter().filter_map(|entry| entry.routine.as_ref());
    let titles = titles.map(|routine| routine.title.as_str());
    titles.filter(|title| !seen.insert(*title)).collect()
}

/// All routines, read once and again whenever [`Library::reload`] is called.
#[derive(Debug)]
pub struct Library {
    folder: Option<PathBuf>,
    /// Read once: their text can't change.
    shipped: Vec<Entry>,
    seen: Mutex<Seen>,
    /// What killed programs left, as found when it was first read.
    left: OnceLock<Vec<Leftover>>,
    /// The reading that has not ended: there is never a second one, since the first may be stuck.
    under_way: Mutex<Option<Receiver<Read>>>,
}

/// How long the folder may take to be read before the person is told that it does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// All routines as they were last read.
#[derive(Debug, Default)]
struct Seen {
    entries: Arc<[Entry]>,
    /// Why some or none of the person's own are there.
    warning: Option<Message>,
    /// Files of the folder that are not read, since there are too many.
    left_out: Arc<[PathBuf]>,
    /// What lay in the folder.
    items: Option<Vec<Item>>,
}

impl Library {
    /// Reads all routines, those shipped in that language; them alone without a `folder`. What
    /// killed programs left half-written in it goes, or is known as [left](Self::left). A folder that
    /// does not answer within seconds is read [later](Self::reload).
    pub fn open(folder: Option<PathBuf>, language: &Language) -> Self {
        let library = Self::unread(folder, shipped::entries(language));
        library.reload();
        library
    }

    /// The same, read when it is first [weighed](weigh) by. Changes nothing in the folder.
    pub fn to_weigh_by(folder: PathBuf, language: &Language) -> Self {
        Self {
            left: OnceLock::from(Vec::new()),
            ..Self::unread(Some(folder), shipped::entries(language))
        }
    }

    /// Reads what is there, unless nothing has changed since that was done last.
    ///
    /// # Errors
    /// The folder does not answer.
    fn be_current(&self) -> Result<(), Message> {
        // What comes with Supple is there once it was read.
        if self.seen().entries.is_empty() || self.is_out_of_date() {
            self.reload();
        }
        let silence = self.is_awaited().then(|| self.warning()).flatten();
        silence.map_or(Ok(()), Err)
    }

    fn unread(folder: Option<PathBuf>, shipped: Vec<Entry>) -> Self {
        Self {
            folder,
            shipped,
            seen: Mutex::default(),
            left: OnceLock::new(),
            under_way: Mutex::default(),
        }
    }

    /// The person's own folder, whether it exists or not.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The routines as they were last read: the person's own by file name, then those shipped.
    pub fn entries(&self) -> Arc<[Entry]> {
        Arc::clone(&self.seen().entries)
    }

    /// Why some or none of the person's own routines are there: their folder can't be read, or holds
    /// too many.
    pub fn warning(&self) -> Option<Message> {
        self.seen().warning.clone()
    }

    /// The files that killed programs left beside others, which may have what is nowhere else.
    pub fn left(&self) -> &[Leftover] {
        self.left.get().map_or(&[], Vec::as_slice)
    }

    /// Why the person may have a routine that is not among the entries: their folder, or a file in it,
    /// can't be read.
    pub fn unseen(&self) -> Option<Message> {
        let seen = self.seen();
        let of_folder = seen.warning.clone().filter(|_| seen.left_out.is_empty());
        let mut notices = seen.entries.iter().flat_map(|entry| &entry.notices);
        of_folder.or_else(|| {
            notices.find_map(|notice| match notice {
                Notice::Unread(why) => Some(why.clone()),
                _ => None,
            })
        })
    }

    /// The files that are not read, since there are too many.
    fn left_out(&self) -> Arc<[PathBuf]> {
        Arc::clone(&self.seen().left_out)
    }

    /// Sets a warning that lasts until the folder is read again.
    fn note_warning(&self, warning: Message) {
        self.seen().warning = Some(warning);
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The routine of that id; the person's own before a shipped one.
    pub fn routine(&self, id: &str) -> Option<Arc<Routine>> {
        self.find(id).map(|found| found.routine)
    }

    /// The same, with where it comes from.
    pub fn find(&self, id: &str) -> Option<Found> {
        let entries = self.entries();
        let mut found = entries.iter().filter_map(|entry| {
            let routine = entry.routine.as_ref().filter(|routine| routine.id == id)?;
            Some(Found {
                routine: Arc::clone(routine),
                origin: entry.origin.clone(),
            })
        });
        found.next()
    }

    /// Whether the folder has not answered yet.
    fn is_awaited(&self) -> bool {
        self.under_way().is_some()
    }

    fn under_way(&self) -> MutexGuard<'_, Option<Receiver<Read>>> {
        let under_way = self.under_way.lock();
        under_way.unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the folder looks different from when it was last read, or is yet to answer. Opens no file; what changed
    /// inside of a folder in it is seen where a file was added to it or taken from it.
    fn is_out_of_date(&self) -> bool {
        self.is_awaited() || self.seen().items != self.folder.as_deref().and_then(file::items)
    }

    /// Reads all files again, and returns whether anything changed. Where the folder does not answer
    /// within seconds, what was read before stays, with a warning; what it answers later is taken in
    /// by the next call.
    pub fn reload(&self) -> bool {
        self.reload_within(PATIENCE)
    }

    fn reload_within(&self, patience: Duration) -> bool {
        let Some(folder) = &self.folder else {
            return self.take_in(Read::default());
        };
        let mut under_way = self.under_way();
        let begun = under_way.take().map_or_else(
            || {
                let sweeps = self.left.get().is_none();
                reading::begin(folder.clone(), self.entries(), sweeps)
            },
            Ok,
        );
        let Ok(reading) = begun else {
            // Without a thread to spare it is read here.
            return self.take_in(Read::of(folder, &self.entries()));
        };
        match reading.recv_timeout(patience) {
            Ok(read) => self.take_in(read),
            Err(RecvTimeoutError::Timeout) => {
                *under_way = Some(reading);
                self.take_none(Message::new("library-folder-silent").with("path", folder.as_path()))
            }
            Err(RecvTimeoutError::Disconnected) => self.take_none(Message::new("error-background")),
        }
    }

    /// Leaves the routines as they were last read, and says why. Returns whether that is news.
    fn take_none(&self, warning: Message) -> bool {
        let mut seen = self.seen();
        if seen.entries.is_empty() {
            seen.entries = self.shipped.clone().into();
        }
        let warning = Some(warning);
        let changed = seen.warning != warning;
        seen.warning = warning;
        changed
    }

    /// Takes in what was read of the folder, and returns whether anything changed.
    fn take_in(&self, read: Read) -> bool {
        let before = self.entries();
        if let Some(left) = read.left {
            // It is looked for only once.
            let _ = self.left.set(left);
        }
        let Own {
            mut entries,
            left_out,
            warning,
        } = read.own;
        note_shared_ids(&mut entries);
        note_shipped_ids(&mut entries);
        let own_ids: Vec<_> = entries
            .iter()
            .filter_map(|entry| Some(entry.routine.as_ref()?.id.clone()))
            .collect();
        let others = self.shipped.iter().filter(|entry| {
            let id = entry.routine.as_ref().map(|routine| &routine.id);
            id.is_none_or(|id| !own_ids.contains(id))
        });
        entries.extend(others.cloned());
        let mut seen = self.seen();
        seen.items = read.items;
        seen.left_out = left_out.into();
        let changed = *before != *entries || seen.warning != warning;
        if changed {
            // Otherwise the old `Arc` is kept, so that its holders can compare by pointer.
            seen.entries = entries.into();
            seen.warning = warning;
        }
        changed
    }
}

/// What is read of the person's own folder at most, in bytes with [`EACH`] for every file besides:
/// seven hundred routines of a usual length. What is read takes several times as much memory, and
/// twice as much while it is read again.
const MOST_IN_ALL: u64 = 6 * 1024 * 1024;

/// What a file costs besides its length, in bytes.
const EACH: u64 = 4 * 1024;

/// The files that are read, and those that are left out.
fn within_limit(paths: Vec<PathBuf>) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let mut left = MOST_IN_ALL;
    paths.into_iter().partition(|path| {
        // No more than this is read of a file that is larger than it may be.
        let length = path.metadata().map_or(0, |file| file.len());
        let cost = length.min(LARGEST_FILE as u64) + EACH;
        let fits = cost <= left;
        left = left.saturating_sub(cost);
        fits
    })
}

/// What was read of the person's own folder.
#[derive(Default)]
struct Own {
    /// In order of their names.
    entries: Vec<Entry>,
    left_out: Vec<PathBuf>,
    /// That some are left out, or why the folder can't be read.
    warning: Option<Message>,
}

/// Reads the person's own folder. One that isn't there has no entries.
fn own(folder: &Path, before: &[Entry]) -> Own {
    let files = match file::routine_files(folder) {
        Ok(files) => files,
        Err(error) => {
            let warning = Message::new("library-folder-unreadable")
                .with("path", folder)
                .with("reason", disk::reason(&error));
            return Own {
                warning: Some(warning),
                ..Own::default()
            };
        }
    };
    let (paths, left_out) = within_limit(files.routines);
    let warning = (!left_out.is_empty()).then(|| {
        Message::new("library-left-out")
            .with("files", left_out.len())
            .with("path", folder)
    });
    let today = clock::today();
    let entries = paths.into_iter();
    let entries = entries
        .map(|path| {
            let is_it = |entry: &&Entry| matches!(&entry.origin, Origin::Own(it) if *it == path);
            let last = before.iter().find(is_it);
            let last = last.and_then(|entry| entry.routine.clone());
            let copies = files.copies.iter().filter(|copy| copy.of == path);
            let copies = copies.map(|copy| Notice::ConflictCopy {
                file: shown_name(&copy.path),
            });
            let notes: Vec<_> = copies.collect();
            let mut entry = read_own(path, last, today);
            entry.notices.extend(notes);
            entry.earlier = match &entry.origin {
                Origin::Own(path) => files.earlier.get(path).cloned(),
                Origin::Shipped => None,
            };
            entry
        })
        .collect();
    Own {
        entries,
        left_out,
        warning,
    }
}

/// The entry of one file of the person's own as it is now; `last` is its last good version.
pub(crate) fn read_own(path: PathBuf, last: Option<Arc<Routine>>, today: Date) -> Entry {
    let reading = read_file(&path, today);
    let origin = Origin::Own(path);
    match reading {
        Ok(reading) => entry(origin, reading, last),
        Err(error) => unread(origin, last, error.message()),
    }
}

fn entry(origin: Origin, reading: Reading, last: Option<Arc<Routine>>) -> Entry {
    Entry {
        origin,
        is_current: reading.routine.is_some(),
        routine: reading.routine.map(Arc::new).or(last),
        diagnostics: reading.diagnostics,
        more: reading.more,
        notices: Vec::new(),
        earlier: None,
    }
}

fn unread(origin: Origin, last: Option<Arc<Routine>>, note: Message) -> Entry {
    Entry {
        origin,
        routine: last,
        is_current: false,
        diagnostics: Vec::new(),
        more: 0,
        notices: vec![Notice::Unread(note)],
        earlier: None,
    }
}

/// Two files with one id are both shown, since both are the person's own; each names the other.
fn note_shared_ids(entries: &mut [Entry]) {
    let ids: Vec<_> = entries
        .iter()
        .map(|entry| {
            let Origin::Own(path) = &entry.origin else {
                return None;
            };
            Some((entry.routine.as_ref()?.id.clone(), shown_name(path)))
        })
        .collect();
    for (index, entry) in entries.iter_mut().enumerate() {
        let Some((id, _)) = &ids[index] else { continue };
        let mut others = ids.iter().enumerate().filter(|(at, _)| *at != index);
        let twin = others.find_map(|(_, other)| other.as_ref().filter(|(other, _)| other == id));
        if let Some((_, file)) = twin {
            entry.notices.push(Notice::SharedId {
                id: id.clone(),
                file: file.clone(),
            });
        }
    }
}

fn note_shipped_ids(entries: &mut [Entry]) {
    for entry in entries {
        let id = entry.routine.as_ref().map(|routine| routine.id.as_str());
        if let Some(id) = id.filter(|id| SHIPPED.iter().any(|file| file.name == *id)) {
            let id = id.to_owned();
            entry.notices.push(Notice::ShippedId { id });
        }
    }
}
