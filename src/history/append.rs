//! The one place that writes into the record.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::disk::{self, Lock};

/// How long to wait for another running copy that is writing. It takes milliseconds, unless that
/// copy was halted in the middle.
const PATIENCE: Duration = Duration::from_secs(5);

/// Appends lines to the files of one device, one for each year.
pub(super) struct Writer {
    folder: PathBuf,
    open: Open,
    /// The year whose file's name is known to be on the disk.
    synced_name_of: Option<i16>,
}

/// What the writer asks of a file. A test puts a file in its place that fails.
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
    /// A writer into the folder of a device, which is made with the first line.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self::with_files(folder, Box::new(|path| Ok(Box::new(open_to_append(path)?))))
    }

    pub(super) fn with_files(folder: PathBuf, open: Open) -> Self {
        Self {
            folder,
            open,
            synced_name_of: None,
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Appends a line, which brings its newline. Once this returns, the line is on the disk.
    ///
    /// # Errors
    /// The line may be there in part, or be there and not be on the disk. Append the same again: a
    /// line is known by its id, and a part of one is ended first. The file is opened anew each time,
    /// since a sync that follows a failed one may report success for data that was dropped.
    pub(super) fn append(&mut self, year: i16, line: &str) -> io::Result<()> {
        disk::create_folder(&self.folder)?;
        let _lock = lock(&self.folder)?;
        let mut file = (self.open)(&self.folder.join(format!("{year}.jsonl")))?;
        if ends_in_a_newline(&mut *file)? {
            file.write_all(line.as_bytes())?;
        } else {
            file.write_all(format!("\n{line}").as_bytes())?;
        }
        file.sync()?;
        if self.synced_name_of != Some(year) {
            disk::sync_folder(&self.folder)?;
            self.synced_name_of = Some(year);
        }
        Ok(())
    }
}

/// The lock under which a device's folder is changed.
pub(super) fn lock(folder: &Path) -> io::Result<Lock> {
    Lock::wait(&folder.join("lock"), PATIENCE)
}

fn open_to_append(path: &Path) -> io::Result<File> {
    File::options()
        .read(true)
        .append(true)
        .create(true)
        .open(path)
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
