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
    /// What came of it last.
    last: Outcome,
    is_busy: bool,
    jobs: Jobs<News>,
}

pub(super) struct News(Outcome);

/// What came of saving or bringing back.
#[derive(Default)]
struct Outcome {
    /// A line each.
    done: Vec<Message>,
    /// What went wrong.
    failed: Vec<Message>,
    /// Whether something may have come into the folders.
    is_restored: bool,
}

impl Outcome {
    fn failed(why: Message) -> Self {
        Self {
            failed: vec![why],
            ..Self::default()
        }
    }
}

impl BackingUp {
    pub(super) fn new(jobs: Jobs<News>) -> Self {
        Self {
            last: Outcome::default(),
            is_busy: false,
            jobs,
        }
    }

    /// As Settings show it.
    pub(super) fn view(&self, is_dialog_missing: bool) -> Backup<'_> {
        Backup {
            done: &self.last.done,
            failed: &self.last.failed,
            is_dialog_missing,
        }
    }

    /// Saves all among the person's documents, under the name of the day.
    fn save(&mut self, folders: Folders, log: Option<Log>) {
        self.start(move || {
            // What was said just now is to be in it; what can't be written is told elsewhere.
            let _ = log.map(|log| log.flush());
            saved(&folders, &handing_out::usual_folder(), clock::today())
        });
    }

    fn bring_back(&mut self, folders: Folders, file: PathBuf) {
        self.start(move || restored(&folders, &file));
    }

    /// One at a time.
    fn start(&mut self, work: impl FnOnce() -> Outcome + Send + 'static) {
        if self.is_busy {
            return;
        }
        self.last = Outcome::default();
        match self.jobs.write(move || Some(News(work()))) {
            Ok(()) => self.is_busy = true,
            Err(error) => self.last = Outcome::failed(no_thread(&error)),
        }
    }

    /// What went wrong with what was under way, for the end of the window.
    pub(super) fn untold(&mut self) -> Vec<Message> {
        if !self.is_busy {
            return Vec::new();
        }
        self.take_news();
        self.last.failed.clone()
    }

    /// Takes in what came of it; whether something may have come into the folders.
    fn take_news(&mut self) -> bool {
        let mut is_restored = false;
        for News(outcome) in self.jobs.news() {
            self.is_busy = false;
            is_restored |= outcome.is_restored;
            self.last = outcome;
        }
        is_restored
    }
}

/// Nobody saves all so often; some disks say of every name that it is taken.
const MOST_OF_A_DAY: u32 = 1_000;

/// Saves all in a file of this folder that is not there yet, and says what came of it.
fn saved(folders: &Folders, folder: &Path, today: Date) -> Outcome {
    let packed = match backup::pack(folders) {
        Ok(packed) => packed,
        Err(error) => return Outcome::failed(error.message()),
    };
    let name = format!("supple-{today}");
    let mut others = (2..MOST_OF_A_DAY).map(|number| format!("{name}-{number}"));
    let mut name = name.clone();
    loop {
        let path = folder.join(name + ".zip");
        match handing_out::write(&path, &packed.bytes, false) {
            Err(error) => match (error, others.next()) {
                (Unwritten::Exists(_), Some(other)) => name = other,
                (error, _) => return Outcome::failed(error.message()),
            },
            Ok(left) => {
                let written = Message::new("backup-saved")
                    .with("path", path.as_path())
                    .with("files", packed.files);
                return Outcome {
                    done: vec![written],
                    failed: [packed.notes(), left].concat(),
                    is_restored: false,
                };
            }
        }
    }
}

fn restored(folders: &Folders, file: &Path) -> Outcome {
    match backup::restore(folders, file) {
        Ok(restored) => {
            let mut done = restored.messages();
            if restored.settings.taken > 0 {
                done.push(Message::new("backup-settings-later"));
            }
            Outcome {
                done,
                failed: restored.failures(),
                is_restored: true,
            }
        }
        Err(error) => Outcome::failed(error.message(file)),
    }
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
    fn each_backup_is_a_file_of_its_own_and_comes_back() {
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
            let outcome = saved(&folders, folder.path(), today);
            assert_eq!((outcome.done.len(), outcome.failed.len()), (1, 0));
            assert!(of(name).is_file());
            let back = restored(&folders, &of(name));
            assert_eq!((back.done.len(), back.failed.len()), (3, 0));
        }
        let nowhere = saved(&folders, &of("missing"), today);
        assert_eq!((nowhere.done.len(), nowhere.failed.len()), (0, 1));
        let none = restored(&folders, &of("missing.zip"));
        assert!(none.failed.len() == 1 && !none.is_restored);
    }
}
