//! The person's folder read on a thread of its own: a disk that does not answer, as that of a network
//! that is gone, keeps whoever reads it waiting for ever.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::file::{self, Item};
use super::{Entry, Own, own};
use crate::disk::{self, Leftover};
use crate::threads;

/// What was found in the folder.
#[derive(Default)]
pub(super) struct Read {
    /// What lay in it.
    pub(super) items: Option<Vec<Item>>,
    pub(super) own: Own,
    /// What killed programs left; `None` if that was not looked for.
    pub(super) left: Option<Vec<Leftover>>,
}

impl Read {
    /// Reads the folder here; `before` is what was last read of it.
    pub(super) fn of(folder: &Path, before: &[Entry]) -> Self {
        Self {
            // Looked at before it is read: what changes meanwhile is out of date again.
            items: file::items(folder),
            own: own(folder, before),
            left: None,
        }
    }
}

/// Begins to read the folder, from which what killed programs left goes before if it `sweeps`. Nothing
/// is sent if that breaks off.
///
/// # Errors
/// If the system has no thread left.
pub(super) fn begin(
    folder: PathBuf,
    before: Arc<[Entry]>,
    sweeps: bool,
) -> std::io::Result<Receiver<Read>> {
    let (answer, answered) = mpsc::channel();
    let read = move || {
        let left = sweeps.then(|| disk::sweep_all(&folder));
        let read = Read::of(&folder, &before);
        // Nobody is left to care if the library has gone.
        let _ = answer.send(Read { left, ..read });
    };
    threads::start("reader", read, || ())?;
    Ok(answered)
}
