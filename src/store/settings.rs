//! The settings as they are now, and the file that they are kept in.

use std::sync::{Arc, Mutex, PoisonError};

use crate::background::{Background, Jobs};
use crate::folders::Folders;
use crate::settings::{Settings, SettingsFile};
use crate::words::Message;

/// The settings of this program, which other copies of it may change too.
pub struct SettingsStore {
    /// As chosen at the moment.
    pub now: Settings,
    /// As last handed in to be written. A write that fails is tried again with the next choice, and at the
    /// end.
    handed_in: Settings,
    /// As they are known to be written.
    saved: Settings,
    /// `None` where nothing is kept.
    file: Option<Arc<Mutex<SettingsFile>>>,
    /// What is wrong with the file as it was read, until it is written.
    notes: Vec<Message>,
    /// Why they could not be written when this was last tried.
    warning: Option<Message>,
    jobs: Jobs<News>,
}

enum News {
    /// These settings are written.
    Saved(Box<Settings>),
    /// Why settings could not be written.
    Failed(Message),
}

impl SettingsStore {
    pub(super) fn load(folders: Option<&Folders>, background: &Background) -> Self {
        let loaded = folders.map(|folders| SettingsFile::load(folders.settings_file()));
        let (file, now, notes) = match loaded {
            Some(loaded) => (Some(loaded.file), loaded.settings, loaded.notes),
            None => (
                None,
                Settings::default(),
                vec![Message::new("settings-no-home")],
            ),
        };
        Self {
            handed_in: now.clone(),
            saved: now.clone(),
            now,
            file: file.map(|file| Arc::new(Mutex::new(file))),
            notes,
            warning: None,
            jobs: Jobs::on(background),
        }
    }

    /// Has the settings written if they have changed since this was last asked for.
    pub fn save(&mut self) {
        if self.now != self.handed_in {
            self.write();
        }
    }

    /// Whether what was chosen last was handed in to be written.
    pub fn is_handed_in(&self) -> bool {
        self.now == self.handed_in
    }

    /// Has the settings written if they are not known to be written: for the end of the program.
    pub fn save_at_last(&mut self) {
        if self.now != self.saved {
            self.write();
        }
    }

    fn write(&mut self) {
        let Some(file) = self.file.clone() else {
            return;
        };
        self.handed_in = self.now.clone();
        let settings = self.now.clone();
        self.jobs.run(move || {
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            Some(match file.save(&settings) {
                Ok(()) => News::Saved(Box::new(settings)),
                Err(warning) => News::Failed(warning),
            })
        });
    }

    pub(super) fn take_news(&mut self) {
        for news in self.jobs.news() {
            match news {
                News::Saved(settings) => {
                    self.saved = *settings;
                    self.warning = None;
                    self.notes.clear();
                }
                News::Failed(warning) => self.warning = Some(warning),
            }
        }
    }

    /// What is wrong with the file, each once.
    pub(super) fn warnings(&self) -> impl Iterator<Item = Message> {
        let warning = self.warning.iter();
        let warning = warning.filter(|warning| !self.notes.contains(warning));
        self.notes.iter().chain(warning).cloned()
    }
}
