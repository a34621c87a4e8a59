//! Has the system show a folder.

use std::path::PathBuf;

use crate::background::{Jobs, no_thread};
use crate::words::Message;
use crate::{disk, folders};

pub(super) struct ShownFolder {
    /// Why the last could not be shown.
    pub(super) warning: Option<Message>,
    /// Each gives why, if it could not.
    jobs: Jobs<Message>,
}

impl ShownFolder {
    pub(super) fn new(jobs: Jobs<Message>) -> Self {
        Self {
            warning: None,
            jobs,
        }
    }

    /// Has a folder shown, made if it is not there yet.
    pub(super) fn show(&mut self, folder: PathBuf) {
        self.warning = None;
        let showing = self.jobs.start(move || {
            let shown = disk::create_folder(&folder).and_then(|()| folders::show(&folder));
            shown.err().map(|error| {
                Message::new("settings-folder-warning")
                    .with("folder", folder.as_path())
                    .with("reason", disk::reason(&error))
            })
        });
        if let Err(error) = showing {
            self.warning = Some(no_thread(&error));
        }
    }

    pub(super) fn take_news(&mut self) {
        self.warning = self.jobs.news().pop().or(self.warning.take());
    }
}
