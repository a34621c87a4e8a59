//! Locks among programs.

use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::path::{place, require_file};

/// A lock on a file made for nothing else. The system releases it when the program ends, however
/// it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// Unlocks explicitly instead of relying on the file being closed: a child process that another thread is just
/// starting still shares the open file until it runs its own program.
impl Drop for Lock {
    fn drop(&mut self) {
        // What can't be unlocked was not locked, or is with the program's end.
        let _ = self.file.unlock();
    }
}

impl Lock {
    /// Waits for the lock no longer than `patience`: the program that has it may have been halted
    /// for hours.
    ///
    /// # Errors
    /// `ResourceBusy` if another had it all the time.
    pub fn wait(path: &Path, patience: Duration) -> io::Result<Self> {
        Self::wait_while(path, patience, || true)
    }

    /// The same for as long as `is_worth_it`, which is asked again and again while another has it.
    ///
    /// # Errors
    /// As of [`wait`](Self::wait).
    pub fn wait_while(
        path: &Path,
        patience: Duration,
        is_worth_it: impl Fn() -> bool,
    ) -> io::Result<Self> {
        const NAP: Duration = Duration::from_millis(5);
        let began = Instant::now();
        let file = open_lock(path)?;
        loop {
            if try_lock(&file) {
                return Ok(Self { file });
            }
            if began.elapsed() >= patience || !is_worth_it() {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            thread::sleep(NAP);
        }
    }

    /// Replaces what the locked file says to others.
    ///
    /// # Errors
    /// The disk does not take it; the file is locked all the same.
    pub fn write(&self, content: &[u8]) -> io::Result<()> {
        self.file.set_len(0)?;
        (&self.file).write_all(content)
    }

    /// Whether a program has the lock at the moment. A file that is not there is not locked.
    pub fn is_held(path: &Path) -> bool {
        require_file(path)
            .and_then(|()| File::open(path))
            .is_ok_and(|file| {
                let is_held = matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock));
                let _ = file.unlock();
                is_held
            })
    }
}

fn open_lock(path: &Path) -> io::Result<File> {
    File::options().create(true).append(true).open(place(path)?)
}

/// Some network and removable disks know no locks: there it is better to write without one, each
/// line in one piece at the end of its file, than not to write.
fn try_lock(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}
