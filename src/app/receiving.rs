//! The files from elsewhere that came, and how they come into the library.

use std::path::{Path, PathBuf};

use crate::background::Jobs;
use crate::clock;
use crate::library::{self, Consent, ImportError, Imported, Origin, Weighed, weigh};
use crate::receive;
use crate::ui::Place;
use crate::ui::receive::{Added, Received};
use crate::words::Language;

/// Those that were dropped on the window or opened by their paths, and are not dealt with yet.
pub(super) struct Receiving {
    /// In the order in which they came.
    all: Vec<One>,
    /// Where the page of one leads back to.
    pub(super) back: Place,
    /// The folder of the person's own routines; `None` where nothing is kept.
    library: Option<PathBuf>,
    jobs: Jobs<News>,
}

struct One {
    path: PathBuf,
    /// `None` until it has been looked at.
    received: Option<Received>,
    /// How often it was: a look that was overtaken by a later one says nothing.
    looks: u64,
    /// Whether it is being added, which is done once however often it is asked for.
    is_adding: bool,
}

pub(super) enum News {
    /// A file has been looked at; the number of this look.
    Looked(u64, Box<Received>),
    /// What came of adding the file at this path.
    Added(PathBuf, Added),
}

impl Receiving {
    pub(super) fn new(library: Option<&Path>, jobs: Jobs<News>) -> Self {
        Self {
            all: Vec::new(),
            back: Place::Today,
            library: library.map(Path::to_owned),
            jobs,
        }
    }

    /// As far as they have been looked at.
    pub(super) fn received(&self) -> Vec<&Received> {
        let all = self.all.iter();
        all.filter_map(|one| one.received.as_ref()).collect()
    }

    pub(super) fn get(&self, path: &Path) -> Option<&Received> {
        let one = self.all.iter().find(|one| one.path == path)?;
        one.received.as_ref()
    }

    /// The path of the file as it was given in which the routine file at this path lies.
    pub(super) fn given(&self, path: PathBuf) -> PathBuf {
        let is_it = |received: &&Received| matches!(&received.weighed.entry.origin, Origin::Own(file) if *file == path);
        let received = self.all.iter().filter_map(|one| one.received.as_ref());
        let given = received.into_iter().find(is_it).map(|it| it.path.clone());
        given.unwrap_or(path)
    }

    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// Has a file looked at, also one that was before.
    pub(super) fn take(&mut self, path: PathBuf, language: &'static Language) {
        match self.all.iter_mut().find(|one| one.path == path) {
            Some(one) => {
                if let Some(received) = &mut one.received {
                    received.added = None;
                }
            }
            None => self.all.push(One {
                path: path.clone(),
                received: None,
                looks: 0,
                is_adding: false,
            }),
        }
        self.look(path, language);
    }

    /// Has those looked at again that are not added: they may have been changed, or what the person has.
    pub(super) fn look_again(&mut self, language: &'static Language) {
        let is_open = |one: &&One| one.received.as_ref().is_some_and(|it| it.added.is_none());
        let open: Vec<_> = self.all.iter().filter(is_open).collect();
        let paths: Vec<_> = open.iter().map(|one| one.path.clone()).collect();
        for path in paths {
            self.look(path, language);
        }
    }

    fn look(&mut self, path: PathBuf, language: &'static Language) {
        let library = self.library.clone();
        let Some(one) = self.at(&path) else { return };
        one.looks += 1;
        let number = one.looks;
        self.jobs.run(move || {
            let received = looked(path, library.as_deref(), language);
            Some(News::Looked(number, received))
        });
    }

    /// Has a file copied into the person's library. `language` is the window's.
    pub(super) fn add(&mut self, path: PathBuf, language: &'static Language, consent: Consent) {
        let Some(library) = self.library.clone() else {
            return;
        };
        let Some(one) = self.at(&path).filter(|one| !one.is_adding) else {
            return;
        };
        one.is_adding = true;
        one.looks += 1;
        let number = one.looks;
        self.jobs
            .run(move || Some(add(path, number, &library, language, &consent)));
    }

    /// Has a file copied into the person's library as a routine of its own.
    pub(super) fn add_beside(&mut self, path: PathBuf) {
        let Some(library) = self.library.clone() else {
            return;
        };
        let Some(one) = self.at(&path).filter(|one| !one.is_adding) else {
            return;
        };
        one.is_adding = true;
        self.jobs.run(move || {
            let opened = receive::open(&path).map_err(|error| error.message());
            let added = opened.and_then(|opened| library::import_beside(&opened.file, &library));
            let added = added.map_or_else(Added::Failed, |imported| kept(&imported));
            Some(News::Added(path, added))
        });
    }

    /// Leaves a file alone.
    pub(super) fn dismiss(&mut self, path: &Path) {
        self.all.retain(|one| one.path != path);
    }

    /// Takes in what came of looking and adding; gives the paths of what is in the library now.
    pub(super) fn take_news(&mut self) -> Vec<PathBuf> {
        let mut kept = Vec::new();
        for news in self.jobs.news() {
            match news {
                News::Looked(number, mut received) => {
                    let one = self.at(&received.path);
                    if let Some(one) = one.filter(|one| one.looks == number) {
                        // It may have been added since it was to be looked at.
                        let added = one.received.take().and_then(|before| before.added);
                        let is_kept = |added: &Added| matches!(added, Added::Kept { .. });
                        received.added = added.filter(is_kept);
                        one.received = Some(*received);
                        one.is_adding = false;
                    }
                }
                News::Added(path, added) => {
                    let is_kept = matches!(added, Added::Kept { .. });
                    if let Some(one) = self.at(&path) {
                        one.is_adding = false;
                        if let Some(received) = &mut one.received {
                            received.added = Some(added);
                        }
                    }
                    kept.extend(is_kept.then_some(path));
                }
            }
        }
        kept
    }

    fn at(&mut self, path: &Path) -> Option<&mut One> {
        self.all.iter_mut().find(|one| one.path == path)
    }
}

fn looked(path: PathBuf, library: Option<&Path>, language: &Language) -> Box<Received> {
    let (opened, weighed) = match receive::open(&path) {
        Ok(opened) => {
            let weighed = weigh(&opened.file, library, language);
            (Some(opened), weighed)
        }
        Err(error) => (None, Weighed::unread(&path, error.message())),
    };
    Box::new(Received {
        path,
        opened,
        weighed,
        added: None,
    })
}

/// What is there now, by the id that it has there.
fn kept(imported: &Imported) -> Added {
    let there = library::read_file(&imported.path, clock::today());
    let there = there.ok().and_then(|reading| reading.routine);
    let id = there.as_ref().or(imported.reading.routine.as_ref());
    Added::Kept {
        id: id.map(|routine| routine.id.clone()).unwrap_or_default(),
        message: imported.message(),
    }
}

fn add(path: PathBuf, number: u64, library: &Path, language: &Language, consent: &Consent) -> News {
    let opened = match receive::open(&path) {
        Ok(opened) => opened,
        Err(error) => return News::Added(path, Added::Failed(error.message())),
    };
    match library::import(&opened.file, library, language, consent) {
        Ok(imported) => News::Added(path, kept(&imported)),
        // It was changed since it was looked at, or what is there was: the page shows it as it is now, and asks.
        Err(ImportError::Mistakes(_) | ImportError::Asks { .. }) => {
            News::Looked(number, looked(path, Some(library), language))
        }
        Err(error) => News::Added(path, Added::Failed(error.message())),
    }
}
