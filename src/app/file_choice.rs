//! Files that the person chooses in the system's dialog, and what they are for.

use std::path::PathBuf;

use super::App;
use crate::background::Jobs;
use crate::file_dialog::{Answer, FileDialog, Question};
use crate::store::PictureFor;
use crate::words::Words;

/// What a file is chosen for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ChosenFor {
    /// To be shown by an exercise of the routine that is edited.
    Picture(PictureFor),
    /// To be looked at as one that is dropped on the window.
    Routine,
    /// To be brought back.
    Backup,
}

impl ChosenFor {
    fn endings(&self) -> &'static [&'static str] {
        match self {
            Self::Picture(_) => &["png", "jpg", "jpeg"],
            Self::Routine => &["toml", "supple", "png", "jpg", "jpeg"],
            Self::Backup => &["zip"],
        }
    }

    /// The names of the words for the dialog's title, and for what such files are called.
    fn words(&self) -> [&'static str; 2] {
        match self {
            Self::Picture(_) => ["file-dialog-picture", "file-dialog-pictures"],
            Self::Routine => ["file-dialog-routine", "file-dialog-routines"],
            Self::Backup => ["file-dialog-backup", "file-dialog-backups"],
        }
    }
}

pub(super) struct FileChoice {
    dialog: FileDialog,
    /// The window as the desktop's portal names it; empty where it has no such name, and `None` where no window
    /// is that a dialog could stand in front of.
    pub(super) window: Option<String>,
    /// Whether none could be shown when it was last asked for.
    is_missing: bool,
    jobs: Jobs<News>,
}

pub(super) struct News(ChosenFor, Answer);

impl FileChoice {
    pub(super) fn new(jobs: Jobs<News>) -> Self {
        Self {
            dialog: FileDialog::default(),
            window: None,
            is_missing: false,
            jobs,
        }
    }

    pub(super) fn is_missing(&self) -> bool {
        self.is_missing
    }

    /// Shows the dialog, in `words`.
    pub(super) fn ask(&mut self, what_for: ChosenFor, words: &Words) {
        self.is_missing = false;
        let [title, kind] = what_for.words().map(|id| words.get(id));
        let question = self.window.clone().map(|parent| Question {
            title,
            kind,
            endings: what_for.endings(),
            parent,
        });
        let dialog = self.dialog.clone();
        let asking = self.jobs.start(move || {
            let answer = question.map(|question| dialog.ask(&question));
            let answer = answer.unwrap_or(Answer::NotAvailable);
            Some(News(what_for, answer))
        });
        self.is_missing = asking.is_err();
    }

    /// The files that were chosen, `None` for each dialog that ended without one.
    pub(super) fn take_news(&mut self) -> Vec<(ChosenFor, Option<PathBuf>)> {
        let news = self.jobs.news().into_iter();
        news.map(|News(what_for, answer)| {
            self.is_missing = answer == Answer::NotAvailable;
            match answer {
                Answer::Chosen(path) => (what_for, Some(path)),
                Answer::Cancelled | Answer::NotAvailable => (what_for, None),
            }
        })
        .collect()
    }
}

impl App {
    /// Takes in what came of the system's file dialogs.
    pub(super) fn take_chosen_files(&mut self) {
        for (what_for, path) in self.files.take_news() {
            match (what_for, path) {
                (ChosenFor::Picture(exercise), Some(path)) => {
                    self.store.editor.bring_picture_for(exercise, &path);
                }
                (ChosenFor::Picture(exercise), None) => self.store.editor.no_picture_for(&exercise),
                (ChosenFor::Routine, Some(path)) => {
                    self.drafts.routines.path = None;
                    self.receive(vec![path]);
                }
                (ChosenFor::Backup, Some(path)) => self.bring_back(path),
                (ChosenFor::Routine | ChosenFor::Backup, None) => {}
            }
        }
    }

    /// Has the person choose a file in the system's dialog.
    pub(super) fn choose_file(&mut self, what_for: ChosenFor) {
        self.files.ask(what_for, &self.words);
    }
}
