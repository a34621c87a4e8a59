//! Has the system show what is not the program's own: a folder, or a page of the web.

use std::path::PathBuf;

use crate::background::{Jobs, no_thread};
use crate::words::Message;
use crate::{disk, folders};

pub(super) struct ShownOutside {
    /// Why the last folder or file could not be shown.
    pub(super) warning: Option<Message>,
    /// The address that was opened last, if that failed.
    pub(super) unopened: Option<String>,
    jobs: Jobs<News>,
}

pub(super) enum News {
    /// Why a folder or a file could not be shown.
    Shown(Message),
    /// This address could not be opened.
    Link(String),
}

impl ShownOutside {
    pub(super) fn new(jobs: Jobs<News>) -> Self {
        Self {
            warning: None,
            unopened: None,
            jobs,
        }
    }

    /// Has a folder shown, made if it is not there yet.
    pub(super) fn show(&mut self, folder: PathBuf) {
        self.warning = None;
        let showing = self.jobs.start(move || {
            let reason = match disk::create_folder(&folder) {
                Err(error) => disk::reason(&error),
                // What the system says of its own programs is in its own words.
                Ok(()) => folders::show(&folder)
                    .err()
                    .map(|_| Message::new("settings-folder-no-program"))?,
            };
            Some(News::Shown(
                Message::new("settings-folder-warning")
                    .with("folder", folder.as_path())
                    .with("reason", reason),
            ))
        });
        if let Err(error) = showing {
            self.warning = Some(no_thread(&error));
        }
    }

    /// Has a file opened by the program that the desktop has for it.
    pub(super) fn show_file(&mut self, file: PathBuf) {
        self.warning = None;
        let showing = self.jobs.start(move || {
            folders::show(&file).err()?;
            let warning = Message::new("hand-out-no-program").with("path", file.as_path());
            Some(News::Shown(warning))
        });
        if let Err(error) = showing {
            self.warning = Some(no_thread(&error));
        }
    }

    /// Has a page of the web opened in the person's browser.
    pub(super) fn open(&mut self, address: String) {
        self.unopened = None;
        let link = address.clone();
        let opening = self
            .jobs
            .start(move || webbrowser::open(&link).err().map(|_| News::Link(link)));
        if opening.is_err() {
            self.unopened = Some(address);
        }
    }

    /// What failed is shown until the person goes elsewhere.
    pub(super) fn forget(&mut self) {
        self.warning = None;
        self.unopened = None;
    }

    pub(super) fn take_news(&mut self) {
        for news in self.jobs.news() {
            match news {
                News::Shown(warning) => self.warning = Some(warning),
                News::Link(address) => self.unopened = Some(address),
            }
        }
    }
}
