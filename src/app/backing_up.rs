//! All that is the person's, saved in one file and brought back.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::App;
use super::file_choice::ChosenFor;
use crate::background::{Jobs, no_thread};
use crate::backup;
use crate::clock;
use crate::folders::Folders;
use crate::handing_out::{self, Unwritten};
use crate::history::Log;
use crate::ui::settings::Backup;
use crate::words::Message;

pub(super) struct BackingUp {
    /// What came of it last, a line each.
    said: Vec<Message>,
    is_busy: bool,
    jobs: Jobs<News>,
}

pub(super) struct News {
    said: Vec<Message>,
    /// Whether something may have come into the folders.
    is_restored: bool,
}

impl BackingUp {
    pub(super) fn new(jobs: Jobs<News>) -> Self {
        Self {
            said: Vec::new(),
            is_busy: false,
            jobs,
        }
    }

    /// As Settings show it.
    pub(super) fn view(&self, is_dialog_missing: bool) -> Backup<'_> {
        Backup {
            said: &self.said,
            is_dialog_missing,
        }
    }

    /// Saves all among the person's documents, under the name of the day.
    fn save(&mut self, folders: Folders, log: Option<Log>) {
        self.start(move || {
            // What was said just now is to be in it; what can't be written is told elsewhere.
            let _ = log.map(|log| log.flush());
            News {
                said: saved(&folders, &handing_out::usual_folder(), clock::today()),
                is_restored: false,
            }
        });
    }

    fn bring_back(&mut self, folders: Folders, file: PathBuf) {
        self.start(move || match backup::restore(&folders, &file) {
            Ok(restored) => {
                let mut said = restored.messages();
                if restored.settings.taken > 0 {
                    said.push(Message::new("backup-settings-later"));
                }
                said.extend(restored.failures());
                News {
                    said,
                    is_restored: true,
                }
            }
            Err(error) => News {
                said: vec![error.message(&file)],
                is_restored: false,
            },
        });
    }

    /// One at a time.
    fn start(&mut self, work: impl FnOnce() -> News + Send + 'static) {
        if self.is_busy {
            return;
        }
        self.said.clear();
        match self.jobs.start(move || Some(work())) {
            Ok(()) => self.is_busy = true,
            Err(error) => self.said = vec![no_thread(&error)],
        }
    }

    /// Takes in what came of it; whether something may have come into the folders.
    fn take_news(&mut self) -> bool {
        let mut is_restored = false;
        for news in self.jobs.news() {
            self.is_busy = false;
            self.said = news.said;
            is_restored |= news.is_restored;
        }
        is_restored
    }
}

/// Saves all in a file of this folder that is not there yet, and says what came of it.
fn saved(folders: &Folders, folder: &Path, today: Date) -> Vec<Message> {
    let packed = match backup::pack(folders) {
        Ok(packed) => packed,
        Err(error) => return vec![error.message()],
    };
    for number in 1_u32.. {
        let more = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let path = folder.join(format!("supple-{today}{more}.zip"));
        match handing_out::write(&path, &packed.bytes, false) {
            Err(Unwritten::Exists(_)) => {}
            Err(error) => return vec![error.message()],
            Ok(()) => {
                let written = Message::new("backup-saved")
                    .with("path", path.as_path())
                    .with("files", packed.files);
                return [vec![written], packed.notes()].concat();
            }
        }
    }
    Vec::new()
}

impl App {
    pub(super) fn save_everything(&mut self) {
        if let Some(folders) = self.store.folders.clone() {
            self.store.settings.save();
            let log = self.store.record.log().cloned();
            self.backing_up.save(folders, log);
        }
    }

    /// Has the person choose a backup.
    pub(super) fn choose_backup(&mut self) {
        self.choose_file(ChosenFor::Backup);
    }

    pub(super) fn bring_back(&mut self, file: PathBuf) {
        if let Some(folders) = self.store.folders.clone() {
            self.backing_up.bring_back(folders, file);
        }
    }

    pub(super) fn take_news_of_backup(&mut self) {
        if self.backing_up.take_news() {
            self.store.record.read();
            self.store.library.read(self.words.language());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_backup_is_a_file_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let of = |name: &str| folder.path().join(name);
        let folders = Folders {
            data: of("data"),
            config: of("config"),
            cache: of("cache"),
            record: None,
        };
        let today = Date::constant(2026, 11, 30);
        for name in ["supple-2026-11-30.zip", "supple-2026-11-30-2.zip"] {
            let said = saved(&folders, folder.path(), today);
            assert_eq!(said.len(), 1);
            assert!(of(name).is_file(), "{said:?}");
        }
        let said = saved(&folders, &of("missing"), today);
        assert!(!of("missing").exists(), "{said:?}");
        assert_eq!(
            backup::restore(&folders, &of("supple-2026-11-30.zip"))
                .unwrap()
                .sessions,
            0
        );
    }
}
