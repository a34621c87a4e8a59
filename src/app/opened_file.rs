//! The person's own file that the window was opened on.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::background::{News, Teller};
use crate::clock;
use crate::contain::contained;
use crate::library::{Item, read_own};
use crate::routine::Routine;
use crate::words::Message;

/// How often the file is looked at. Its folder is not watched: it may be any, and of any size.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Reads a file again whenever it changes, until this is dropped.
pub(super) struct Watcher {
    _until_dropped: Sender<()>,
}

impl Watcher {
    /// `last` is the file's last good version.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn start(
        path: PathBuf,
        mut last: Option<Arc<Routine>>,
        teller: Teller,
    ) -> io::Result<Self> {
        let (until_dropped, dropped) = mpsc::channel();
        thread::Builder::new()
            .name("opened_file".to_owned())
            .spawn(move || {
                let mut seen = None;
                while dropped.recv_timeout(LOOK_AGAIN) == Err(RecvTimeoutError::Timeout) {
                    let now = Some(look(&path));
                    if seen == now {
                        continue;
                    }
                    seen = now;
                    let read = contained(|| read_own(path.clone(), last.clone(), clock::today()));
                    teller.tell(match read {
                        Some(entry) => {
                            last.clone_from(&entry.routine);
                            News::OpenedFile(Box::new(entry))
                        }
                        None => News::Trouble(Message::new("error-background")),
                    });
                }
            })?;
        Ok(Self {
            _until_dropped: until_dropped,
        })
    }
}

/// The file, and its folder, in which a picture of the routine may appear.
fn look(path: &Path) -> [Item; 2] {
    let folder = path.parent().unwrap_or(Path::new(""));
    [path, folder].map(|path| Item::at(path.to_owned()))
}
