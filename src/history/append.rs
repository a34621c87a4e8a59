//! The one place that writes into the record.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::chosen;
use crate::disk::{self, Lock};
use crate::words::Message;

/// How long to wait for another running copy that is writing. It takes milliseconds, unless that
/// copy was halted in the middle.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why a line could not be written.
#[derive(Debug)]
pub(super) struct Unwritable {
    /// The file that can't be written, or the nearest folder above it that is there.
    path: PathBuf,
    error: io::Error,
}

impl Unwritable {
    fn at(path: &Path) -> impl Fn(io::Error) -> Self {
        let at_fault = path.ancestors().find(|path| path.exists());
        let path = at_fault.unwrap_or(path).to_owned();
        move |error| Self {
            path: path.clone(),
            error,
        }
    }

    /// What is wrong and what to do about it.
    pub(super) fn reason(&self) -> Message {
        disk::reason_at(&self.path, &self.error)
    }
}

/// How long to wait for a copy that held the lock the last time too: it is not about to release it.
const SHORT_PATIENCE: Duration = Duration::from_millis(500);

/// The lock under which a device's folder is changed, which another running copy may hold.
#[derive(Debug, Default)]
pub(super) struct Turn {
    is_awaited: AtomicBool,
    is_given_up: AtomicBool,
    /// Whether the last wait for it failed.
    was_in_vain: AtomicBool,
}

impl Turn {
    /// Whether another program holds the lock, and is being waited for.
    pub(super) fn is_awaited(&self) -> bool {
        self.is_awaited.load(Ordering::SeqCst)
    }

    /// From here on waits for no other program.
    pub(super) fn give_up(&self) {
        self.is_given_up.store(true, Ordering::SeqCst);
    }

    /// Waits for the lock under which the folder is changed.
    pub(super) fn wait(&self, folder: &Path) -> io::Result<Lock> {
        let patience = if self.was_in_vain.load(Ordering::SeqCst) {
            SHORT_PATIENCE
        } else {
            PATIENCE
        };
        let lock = Lock::wait_while(&lock_file(folder), patience, || {
            self.is_awaited.store(true, Ordering::SeqCst);
            !self.is_given_up.load(Ordering::SeqCst)
        });
        self.is_awaited.store(false, Ordering::SeqCst);
        let is_busy = |error: &io::Error| error.kind() == io::ErrorKind::ResourceBusy;
        let was_in_vain = lock.as_ref().err().is_some_and(is_busy);
        self.was_in_vain.store(was_in_vain, Ordering::SeqCst);
        lock
    }
}

/// Appends lines to the files of one device, one for each year.
pub(super) struct Writer {
    folder: PathBuf,
    /// A folder around it that is not to be made.
    within: Option<PathBuf>,
    turn: Arc<Turn>,
    open: Open,
    /// The year whose file's name is known to be on the disk.
    synced_name_of: Option<i16>,
    last: Option<Last>,
}

/// The line that was written last.
struct Last {
    year: i16,
    /// Where in its file it ends.
    end: u64,
    line: String,
}

impl Last {
    fn is_in(&self, file: &mut (impl Read + Seek + ?Sized)) -> bool {
        let mut there = vec![0; self.line.len()];
        let start = self.end.saturating_sub(there.len() as u64);
        let read = file
            .seek(SeekFrom::Start(start))
            .and_then(|_| file.read_exact(&mut there));
        read.is_ok() && there == self.line.as_bytes()
    }
}

/// What the writer needs of a file. Tests use one that fails.
pub(super) trait LogFile: Read + Seek + Write {
    /// Returns once everything written is on the disk.
    fn sync(&mut self) -> io::Result<()>;
}

impl LogFile for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }
}

type Open = Box<dyn Fn(&Path) -> io::Result<Box<dyn LogFile>> + Send>;

impl Writer {
    /// A writer into the folder of a device. The folder is made with the first line.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self::with_files(
            folder,
            Box::new(|path| Ok(Box::new(disk::open_to_append(path)?))),
        )
    }

    pub(super) fn with_files(folder: PathBuf, open: Open) -> Self {
        Self {
            folder,
            within: None,
            turn: Arc::default(),
            open,
            synced_name_of: None,
            last: None,
        }
    }

    /// The same within a folder that is not made where it is missing: the person chose it, and it may be on a
    /// drive that is not connected.
    pub(super) fn within(self, folder: PathBuf) -> Self {
        Self {
            within: Some(folder),
            ..self
        }
    }

    pub(super) fn is_within(&self) -> Option<&Path> {
        self.within.as_deref()
    }

    /// Makes sure that there is a folder to write into.
    pub(super) fn make_folder(&self) -> Result<(), Unwritable> {
        let within = self.within.as_deref().filter(|_| !self.folder.is_dir());
        if let Some((within, error)) = within.and_then(|it| Some((it, chosen::missing(it)?))) {
            return Err(Unwritable {
                path: within.to_owned(),
                error,
            });
        }
        disk::create_folder(&self.folder).map_err(Unwritable::at(&self.folder))
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Shared with those who show why a line takes long.
    pub(super) fn turn(&self) -> &Arc<Turn> {
        &self.turn
    }

    /// Whether the line that was written last is no longer where it was: its file, or a folder above
    /// it, was deleted or exchanged. Any other change only adds to the file.
    pub(super) fn has_lost_lines(&self) -> bool {
        let is_there = |last: &Last| {
            let path = self.file_of(last.year);
            // A pipe in its place would be waited for without end.
            path.is_file() && File::open(path).is_ok_and(|mut file| last.is_in(&mut file))
        };
        self.last.as_ref().is_some_and(|last| !is_there(last))
    }

    /// Writes the line that was written last again where it was lost, with those that are `known` before
    /// it. A line that is there twice is one fact.
    ///
    /// # Errors
    /// As of [`append`](Self::append).
    pub(super) fn append_again(
        &mut self,
        known: impl FnOnce() -> String,
    ) -> Result<(), Unwritable> {
        let Some(last) = &self.last else {
            return Ok(());
        };
        let (year, line) = (last.year, last.line.clone());
        self.append(year, &line, known).map(drop)
    }

    fn file_of(&self, year: i16) -> PathBuf {
        self.folder.join(format!("{year}.jsonl"))
    }

    /// Appends a line that ends with its newline. Once this returns, it is on the disk. Where lines were
    /// lost, those that are `known` come before it; returns whether they do.
    ///
    /// # Errors
    /// The line may be there in part, or be there and not be on the disk. Append the same again: a
    /// line is known by its id, and a part of one is ended first. The file is opened anew each time,
    /// since a sync that follows a failed one may report success for data that was dropped.
    pub(super) fn append(
        &mut self,
        year: i16,
        line: &str,
        known: impl FnOnce() -> String,
    ) -> Result<bool, Unwritable> {
        self.make_folder()?;
        let lock = self.turn.wait(&self.folder);
        let lock = lock.map_err(Unwritable::at(&lock_file(&self.folder)))?;
        let path = self.file_of(year);
        let is_lost = self.append_to(&path, year, line, known);
        drop(lock);
        is_lost.map_err(Unwritable::at(&path))
    }

    /// With the folder locked.
    fn append_to(
        &mut self,
        path: &Path,
        year: i16,
        line: &str,
        known: impl FnOnce() -> String,
    ) -> io::Result<bool> {
        let mut file = (self.open)(path)?;
        // Looked for in the open file: if that is deleted from now on, the next line notices it.
        let is_lost = match &self.last {
            Some(last) if last.year == year => !last.is_in(&mut *file),
            _ => self.has_lost_lines(),
        };
        let mut lines = String::new();
        if !ends_in_a_newline(&mut *file)? {
            lines.push('\n');
        }
        if is_lost {
            lines.push_str(&known());
        }
        lines.push_str(line);
        file.write_all(lines.as_bytes())?;
        file.sync()?;
        let end = file.seek(SeekFrom::End(0))?;
        if self.synced_name_of != Some(year) {
            disk::sync_folder(&self.folder)?;
            self.synced_name_of = Some(year);
        }
        let line = line.to_owned();
        self.last = Some(Last { year, end, line });
        Ok(is_lost)
    }
}

/// The lock under which a device's folder is changed.
pub(super) fn lock(folder: &Path) -> io::Result<Lock> {
    Lock::wait(&lock_file(folder), PATIENCE)
}

fn lock_file(folder: &Path) -> PathBuf {
    folder.join("lock")
}

fn ends_in_a_newline(file: &mut dyn LogFile) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}
