//! The files that were dropped on the window, and how they come into the library.

use std::path::{Path, PathBuf};

use crate::background::Jobs;
use crate::clock;
use crate::library::{self, Consent, ImportError};
use crate::ui::routines::{Dropped, ImportOutcome};
use crate::words::{Language, Message};

/// Those that were dropped last.
pub(super) struct DroppedFiles {
    /// As far as they have been read.
    read: Vec<Dropped>,
    /// Where all of them lie: of those dropped before there may still be news.
    paths: Vec<PathBuf>,
    /// The folder of the person's own routines; `None` where nothing is kept.
    library: Option<PathBuf>,
    jobs: Jobs<News>,
}

pub(super) enum News {
    /// A file has been read.
    Read(Box<Dropped>),
    /// What came of importing the file at this path.
    Imported(PathBuf, ImportOutcome),
}

impl DroppedFiles {
    pub(super) fn new(library: Option<&Path>, jobs: Jobs<News>) -> Self {
        Self {
            read: Vec::new(),
            paths: Vec::new(),
            library: library.map(Path::to_owned),
            jobs,
        }
    }

    /// As far as they have been read.
    pub(super) fn read(&self) -> &[Dropped] {
        &self.read
    }

    /// Has files read, in the place of those dropped before. Where nothing is kept an
    /// error says so instead.
    pub(super) fn check(&mut self, paths: Vec<PathBuf>) {
        self.read.clear();
        self.paths.clone_from(&paths);
        let is_kept = self.library.is_some();
        for path in paths {
            self.jobs.run(move || {
                let reading = if is_kept {
                    library::check_file(&path, clock::today()).map_err(|error| error.message())
                } else {
                    Err(Message::new("routines-no-home"))
                };
                Some(News::Read(Box::new(Dropped::new(path, reading))))
            });
        }
    }

    /// Has a file copied into the person's library. `language` is the window's.
    pub(super) fn import(&self, path: PathBuf, language: &'static Language, consent: Consent) {
        if let Some(library) = self.library.clone() {
            let jobs = &self.jobs;
            jobs.run(move || Some(import(path, &library, language, &consent)));
        }
    }

    /// Leaves a file alone.
    pub(super) fn dismiss(&mut self, path: &Path) {
        self.read.retain(|dropped| dropped.path != path);
        self.paths.retain(|dropped| dropped != path);
    }

    /// Takes in what came of reading and importing; gives the paths of what is in the library now.
    pub(super) fn take_news(&mut self) -> Vec<PathBuf> {
        let mut imported = Vec::new();
        for news in self.jobs.news() {
            match news {
                News::Read(dropped) => self.take(*dropped),
                News::Imported(path, outcome) => {
                    let is_kept = matches!(outcome, ImportOutcome::Kept(_));
                    if let Some(dropped) = self.at(&path) {
                        dropped.imported = Some(outcome);
                    }
                    imported.extend(is_kept.then_some(path));
                }
            }
        }
        imported
    }

    /// Takes in what a file says, unless others have been dropped since.
    fn take(&mut self, dropped: Dropped) {
        if !self.paths.contains(&dropped.path) {
            return;
        }
        match self.at(&dropped.path) {
            Some(before) => *before = dropped,
            None => self.read.push(dropped),
        }
    }

    fn at(&mut self, path: &Path) -> Option<&mut Dropped> {
        self.read.iter_mut().find(|dropped| dropped.path == path)
    }
}

fn import(path: PathBuf, library: &Path, language: &Language, consent: &Consent) -> News {
    match library::import(&path, library, language, consent) {
        Ok(imported) => News::Imported(path, ImportOutcome::Kept(imported.message())),
        // It was changed since it was dropped.
        Err(ImportError::Mistakes(reading)) => {
            News::Read(Box::new(Dropped::new(path, Ok(*reading))))
        }
        Err(error) => {
            let message = error.message();
            let outcome = match error {
                ImportError::Asks { why, there, given } => ImportOutcome::Asks {
                    why,
                    question: message,
                    yes: Consent::to(&there, &given),
                },
                _ => ImportOutcome::Failed(message),
            };
            News::Imported(path, outcome)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::Store;
    use crate::words::LANGUAGES;

    #[test]
    fn a_yes_is_to_what_was_asked_and_not_to_what_another_window_put_there_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let [library, elsewhere] = ["library", "elsewhere"].map(|name| folder.path().join(name));
        fs::create_dir(&elsewhere).unwrap();
        let file = |name: &str, revision: u32| {
            let path = elsewhere.join(name);
            let text = format!(
                "format = 1\nid = \"back\"\nrevision = {revision}\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\n"
            );
            fs::write(&path, text).unwrap();
            path
        };
        let import = |path: &Path, consent: &Consent| match import(
            path.to_owned(),
            &library,
            &LANGUAGES[0],
            consent,
        ) {
            News::Imported(_, outcome) => outcome,
            News::Read(dropped) => panic!("{dropped:?}"),
        };
        let (first, second, third) = (file("1.toml", 3), file("2.toml", 2), file("3.toml", 5));
        assert!(matches!(
            import(&first, &Consent::Needed),
            ImportOutcome::Kept(_)
        ));
        let ImportOutcome::Asks { yes, .. } = import(&second, &Consent::Needed) else {
            panic!("an older version is asked about");
        };
        assert!(matches!(
            import(&third, &Consent::Needed),
            ImportOutcome::Kept(_)
        ));
        let ImportOutcome::Asks { yes, .. } = import(&second, &yes) else {
            panic!("what is there now is another");
        };
        file("2.toml", 1);
        assert!(matches!(import(&second, &yes), ImportOutcome::Asks { .. }));
        file("2.toml", 2);
        assert!(matches!(import(&second, &yes), ImportOutcome::Kept(_)));
    }

    #[test]
    fn files_that_are_dropped_take_the_place_of_those_dropped_a_moment_before() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(None).unwrap();
        let mut dropped = DroppedFiles::new(Some(folder.path()), store.jobs());
        dropped.check(vec![PathBuf::from("first.toml")]);
        dropped.check(vec![PathBuf::from("last.toml")]);
        store.catch_up();
        dropped.take_news();
        let paths: Vec<_> = dropped.read().iter().map(|it| it.path.clone()).collect();
        assert_eq!(paths, [PathBuf::from("last.toml")]);
    }

    #[test]
    fn a_file_that_is_dropped_where_nothing_is_kept_is_not_offered() {
        let mut store = Store::open(None).unwrap();
        let mut dropped = DroppedFiles::new(None, store.jobs());
        dropped.check(vec![PathBuf::from("clinic.toml")]);
        store.catch_up();
        dropped.take_news();
        let why = dropped.read()[0].reading.as_ref().unwrap_err();
        assert_eq!(why.id, "routines-no-home");
    }
}
