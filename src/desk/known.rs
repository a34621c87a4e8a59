//! What the disk says of a day: the settings, the routines and the record, read again when they changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use jiff::Zoned;
use jiff::civil::Date;

use super::kept::KeptFile;
use super::status::Trouble;
use crate::folders::Folders;
use crate::history::History;
use crate::remind::Today;
use crate::reminder::{Candidate, Kept};
use crate::settings::{Settings, SettingsFile};
use crate::words::Words;

/// What is known of a day.
#[derive(Debug)]
pub struct Known {
    /// What the person chose, as their file had it last.
    pub settings: Settings,
    /// Those of the language that the settings had last.
    pub words: Words,
    /// What the person can be reminded of today, as the disk had it last.
    pub candidates: Vec<Candidate>,
    /// By their ids. The routines themselves are let go of: they are needed once an hour.
    titles: BTreeMap<Arc<str>, String>,
}

impl Known {
    /// The title of a routine, or its id where it has none.
    pub fn title(&self, routine: &str) -> String {
        let title = self.titles.get(routine);
        title.cloned().unwrap_or_else(|| routine.to_owned())
    }

    /// A routine that the person can be reminded of.
    pub fn candidate(&self, routine: &str) -> Option<&Candidate> {
        self.candidates.iter().find(|it| *it.routine == *routine)
    }
}

/// What a look at the disk finds.
#[derive(Debug, Clone)]
pub struct Found {
    /// The same as before where nothing has changed.
    pub known: Arc<Known>,
    /// Whether Supple guides somebody on this machine just now.
    pub session_runs: bool,
    /// What is wrong with it.
    pub trouble: Option<Trouble>,
}

/// Whatever reads a day from the disk, and keeps it there.
pub trait Disk {
    /// What is there at this moment; `None` where that takes too long to be waited for.
    fn look(&mut self, here: &Zoned) -> Option<Found>;

    /// Keeps what is to be known of this day when the program is started anew in it.
    fn keep(&mut self, kept: Kept);

    /// Waits a moment for what is still being written.
    fn settle(&mut self) {}
}

/// A day as the disk has it.
#[derive(Debug)]
pub struct DayOnDisk {
    folders: Option<Folders>,
    stamps: Option<Stamps>,
    known: Arc<Known>,
    /// `None` where nothing is kept.
    kept: Option<KeptFile>,
}

impl DayOnDisk {
    /// Reads nothing but the settings yet.
    pub fn new(folders: Option<Folders>) -> Self {
        let settings = settings(folders.as_ref()).unwrap_or_default();
        Self {
            folders,
            stamps: None,
            known: Arc::new(Known {
                words: settings.words(),
                settings,
                candidates: Vec::new(),
                titles: BTreeMap::new(),
            }),
            kept: None,
        }
    }

    /// What was read last.
    pub fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known)
    }

    /// Reads what was kept, and keeps from here on what comes.
    pub fn begin_keeping(&mut self) -> Kept {
        let Some(folders) = &self.folders else {
            return Kept::default();
        };
        let (file, kept) = KeptFile::read(folders);
        self.kept = Some(file);
        kept
    }

    /// Reads what changed since the last time.
    fn refresh(&mut self, here: &Zoned) {
        let stamps = Stamps::take(self.folders.as_ref(), here.date());
        if self.stamps.as_ref() == Some(&stamps) {
            return;
        }
        // One that somebody is at work on changes nothing until it can be read again.
        let settings = settings(self.folders.as_ref());
        let settings = settings.unwrap_or_else(|| self.known.settings.clone());
        let words = settings.words();
        let today = Today::read(self.folders.as_ref(), &words, &settings.reminders, here);
        let titles = today.candidates.iter().map(|candidate| {
            let id = Arc::clone(&candidate.routine);
            let mut routines = today.entries.iter().filter_map(|it| it.routine.as_ref());
            let routine = routines.find(|routine| *routine.id == *id);
            let title = routine.map_or_else(|| id.to_string(), |routine| routine.title.clone());
            (id, title)
        });
        self.known = Arc::new(Known {
            titles: titles.collect(),
            candidates: today.candidates,
            settings,
            words,
        });
        // As they were before it was read: what changes meanwhile is read once more.
        self.stamps = Some(stamps);
    }
}

impl Disk for DayOnDisk {
    fn look(&mut self, here: &Zoned) -> Option<Found> {
        self.refresh(here);
        let folders = self.folders.as_ref();
        Some(Found {
            known: self.known(),
            session_runs: folders.is_some_and(|it| History::is_being_made(&it.log())),
            trouble: self.kept.as_ref().and_then(KeptFile::trouble),
        })
    }

    fn keep(&mut self, kept: Kept) {
        if let Some(file) = &mut self.kept {
            file.keep(&kept);
        }
    }
}

/// What the person chose; nothing if their file can't be read.
fn settings(folders: Option<&Folders>) -> Option<Settings> {
    let Some(folders) = folders else {
        return Some(Settings::default());
    };
    let loaded = SettingsFile::load(folders.settings_file());
    (!loaded.file.is_broken()).then_some(loaded.settings)
}

/// How the files looked from the outside.
#[derive(Debug, PartialEq, Eq)]
struct Stamps {
    /// What a day means changes with it.
    date: Date,
    files: Vec<(PathBuf, Option<SystemTime>, u64)>,
}

impl Stamps {
    /// So deep lie routines and the record's files in their folders.
    const DEPTH: u32 = 2;

    /// More than anybody has: what lies beyond is found when the program is started anew.
    const MOST: usize = 10_000;

    fn take(folders: Option<&Folders>, date: Date) -> Self {
        let mut files = Vec::new();
        if let Some(folders) = folders {
            stamp(&folders.settings_file(), 0, &mut files);
            stamp(&folders.routines(), Self::DEPTH, &mut files);
            stamp(&folders.log(), Self::DEPTH, &mut files);
        }
        files.sort_unstable();
        Self { date, files }
    }
}

/// Takes the stamp of a file, and of what lies in it down to that depth.
fn stamp(path: &Path, depth: u32, files: &mut Vec<(PathBuf, Option<SystemTime>, u64)>) {
    let Ok(about) = fs::metadata(path) else {
        return;
    };
    if files.len() >= Stamps::MOST {
        return;
    }
    files.push((path.to_owned(), about.modified().ok(), about.len()));
    if depth > 0 && about.is_dir() {
        let inside = fs::read_dir(path).into_iter().flatten().flatten();
        inside.for_each(|item| stamp(&item.path(), depth - 1, files));
    }
}
