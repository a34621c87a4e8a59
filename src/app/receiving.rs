//! The files from elsewhere that came, and how they come into the library.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::background::{Jobs, no_thread};
use crate::clock;
use crate::library::{self, Change, Consent, ImportError, Imported, Library, Weighed, weigh};
use crate::receive;
use crate::text::shown_path;
use crate::ui::Place;
use crate::ui::receive::{Added, Received};
use crate::words::{Language, Message};

/// Those that were dropped on the window or opened by their paths, and are not dealt with yet.
pub(super) struct Receiving {
    /// In the order in which they came.
    all: Vec<One>,
    /// Where the page of one leads back to.
    pub(super) back: Place,
    /// The folder of the person's own routines; `None` where nothing is kept.
    library: Option<PathBuf>,
    /// What is in it, for those that are looked at: read again only when something is another there.
    weighed_by: Option<(&'static Language, Arc<Library>)>,
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
    /// A file was not added, since it is not what was shown any more; as it is now.
    Changed(Box<Received>),
}

impl Receiving {
    pub(super) fn new(library: Option<&Path>, jobs: Jobs<News>) -> Self {
        Self {
            all: Vec::new(),
            back: Place::Today,
            library: library.map(Path::to_owned),
            weighed_by: None,
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
        let is_open = |one: &&One| one.received.as_ref().is_some_and(|it| !is_kept(it));
        let open: Vec<_> = self.all.iter().filter(is_open).collect();
        let paths: Vec<_> = open.iter().map(|one| one.path.clone()).collect();
        for path in paths {
            self.look(path, language);
        }
    }

    fn look(&mut self, path: PathBuf, language: &'static Language) {
        let library = self.weighed_by(language);
        let Some(one) = self.at(&path) else { return };
        one.looks += 1;
        let number = one.looks;
        let before = one.opened();
        let file = path.clone();
        // To look through a photo takes seconds.
        let looking = self.jobs.start(move || {
            let received = looked(file, before, library.as_deref());
            Some(News::Looked(number, received))
        });
        if let (Err(error), Some(one)) = (looking, self.at(&path)) {
            one.take(Received {
                weighed: Weighed::unread(&path, no_thread(&error)),
                path,
                opened: None,
                added: None,
            });
        }
    }

    fn weighed_by(&mut self, language: &'static Language) -> Option<Arc<Library>> {
        let folder = self.library.clone()?;
        let known = self.weighed_by.as_ref();
        let known = known.filter(|(known, _)| known.tag == language.tag);
        let library = match known {
            Some((_, library)) => Arc::clone(library),
            None => Arc::new(Library::to_weigh_by(folder, language)),
        };
        self.weighed_by = Some((language, Arc::clone(&library)));
        Some(library)
    }

    /// Has a file copied into the person's library as it was shown. `language` is the window's.
    pub(super) fn add(&mut self, path: &Path, language: &'static Language, consent: Consent) {
        self.add_by(path, language, move |file, library| {
            library::import(file, library, language, &consent)
        });
    }

    /// Has a file copied into the person's library, as it was shown, as a routine of its own.
    pub(super) fn add_beside(
        &mut self,
        path: &Path,
        language: &'static Language,
        consent: Consent,
    ) {
        self.add_by(path, language, move |file, library| {
            library::import_beside(file, library, language, &consent)
        });
    }

    fn add_by(
        &mut self,
        path: &Path,
        language: &'static Language,
        import: impl FnOnce(&Path, &Path) -> Result<Imported, ImportError> + Send + 'static,
    ) {
        let Some(library) = self.library.clone() else {
            return;
        };
        let weighed_by = self.weighed_by(language);
        let Some(one) = self.at(path).filter(|one| !one.is_adding) else {
            return;
        };
        let Some(opened) = one.opened() else { return };
        one.is_adding = true;
        self.jobs.run(move || {
            let path = opened.given.clone();
            let imported = if opened.is_current() {
                import(&opened.file, &library)
            } else {
                Err(ImportError::Changed)
            };
            Some(match imported {
                Ok(imported) => News::Added(path, kept(&imported)),
                // The page shows what it is now, and whether it is to be added is for the person to say anew.
                Err(
                    why @ (ImportError::Mistakes(_)
                    | ImportError::Asks { .. }
                    | ImportError::Changed),
                ) => {
                    let mut received = looked(path, Some(opened), weighed_by.as_deref());
                    let can_be_added = received.weighed.entry.routine.is_some();
                    received.added = can_be_added.then(|| Added::Failed(why.message()));
                    News::Changed(received)
                }
                Err(error) => News::Added(path, Added::Failed(error.message())),
            })
        });
    }

    /// Leaves a file alone.
    pub(super) fn dismiss(&mut self, path: &Path) {
        let left = self.all.extract_if(.., |one| one.path == path);
        let left: Vec<_> = left.filter_map(|one| one.received).collect();
        for received in left {
            self.let_go(Some(received));
        }
        if self.all.is_empty() {
            self.weighed_by = None;
        }
    }

    /// What was unpacked of a file may go, which is work for the disk.
    fn let_go(&self, received: Option<Received>) {
        self.jobs.run(move || {
            drop(received);
            None
        });
    }

    /// Takes in what came of looking and adding; gives the paths of what is in the library now.
    pub(super) fn take_news(&mut self) -> Vec<PathBuf> {
        let mut kept = Vec::new();
        for news in self.jobs.news() {
            match news {
                News::Looked(number, received) => {
                    let one = self.at(&received.path);
                    let before = match one.filter(|one| one.looks == number) {
                        Some(one) => one.take(*received),
                        None => Some(*received),
                    };
                    self.let_go(before);
                }
                News::Changed(received) => {
                    let Some(one) = self.at(&received.path) else {
                        continue;
                    };
                    one.is_adding = false;
                    // Those under way began before.
                    one.looks += 1;
                    let before = one.received.replace(*received);
                    self.let_go(before);
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

impl One {
    fn opened(&self) -> Option<Arc<receive::Received>> {
        self.received.as_ref()?.opened.clone()
    }

    /// Takes in what a look found, and gives what was known before.
    fn take(&mut self, mut received: Received) -> Option<Received> {
        let mut before = self.received.take();
        if let Some(before) = &mut before {
            let is_same = before.opened.as_ref().map(Arc::as_ptr)
                == received.opened.as_ref().map(Arc::as_ptr);
            // What came of adding it meanwhile is still to be said.
            let is_said = is_same || is_kept(before);
            received.added = before.added.take().filter(|_| is_said);
        }
        self.received = Some(received);
        before
    }
}

fn is_kept(received: &Received) -> bool {
    matches!(received.added, Some(Added::Kept { .. }))
}

/// Looks at a file. What was taken out of it `before` is good as long as the file is the same.
fn looked(
    path: PathBuf,
    before: Option<Arc<receive::Received>>,
    library: Option<&Library>,
) -> Box<Received> {
    let opened = match before.filter(|before| before.is_current()) {
        Some(before) => Ok(before),
        None => receive::open(&path).map(Arc::new),
    };
    let (opened, weighed) = match opened {
        Ok(opened) => {
            let weighed = weigh(&opened.file, library);
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
    let title = id.map(|routine| routine.title.as_str());
    let message = match imported.change {
        Change::New | Change::Beside { .. } => "receive-kept-new",
        Change::None | Change::Shipped => "receive-kept-same",
        Change::Pictures { .. } => "receive-kept-pictures",
        Change::Replaced { .. } => "receive-kept-replaced",
    };
    let mut places = vec![("receive-kept-in", &imported.path)];
    let earlier = match &imported.change {
        Change::Replaced { previous } => Some(previous.clone()),
        _ => None,
    };
    if let Some(earlier) = &earlier {
        places.push(("receive-kept-previous", earlier));
    }
    let places = places.into_iter();
    let places = places.map(|(id, path)| Message::new(id).with("path", shown_path(path)));
    Added::Kept {
        message: Message::new(message).with("title", title.unwrap_or_default()),
        places: places.chain(imported.renaming()).collect(),
        id: id.map(|routine| routine.id.clone()).unwrap_or_default(),
        earlier,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::share::archive;

    /// A share file with a routine of this title.
    fn pack(path: &Path, title: &str) {
        let text = format!("format = 1\ntitle = \"{title}\"\n[[exercise]]\nname = \"A\"\n");
        let files = [("back.toml".to_owned(), text.into_bytes())];
        fs::write(path, archive::write(&files).unwrap()).unwrap();
    }

    fn look(path: &Path, before: Option<&Received>) -> Received {
        let before = before.and_then(|before| before.opened.clone());
        *looked(path.to_owned(), before, None)
    }

    fn opened(received: &Received) -> Arc<receive::Received> {
        Arc::clone(received.opened.as_ref().unwrap())
    }

    #[test]
    fn what_was_unpacked_stays_until_the_file_is_another() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("back.supple");
        pack(&path, "Back");
        let first = look(&path, None);
        let again = look(&path, Some(&first));
        assert!(Arc::ptr_eq(&opened(&first), &opened(&again)));
        pack(&path, "Shoulder and neck");
        let other = look(&path, Some(&first));
        let routine = other.weighed.entry.routine.as_ref();
        assert_eq!(routine.unwrap().title, "Shoulder and neck");
        let in_use = opened(&first);
        drop((first, again));
        assert!(in_use.file.exists(), "as long as anything uses it");
    }

    #[test]
    fn why_a_file_was_not_added_is_said_until_it_is_another_and_no_look_ends_the_adding() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("back.supple");
        pack(&path, "Back");
        let failed = Added::Failed(Message::new("error-import-changed"));
        for is_same in [true, false] {
            let mut shown = look(&path, None);
            let again = look(&path, is_same.then_some(&shown));
            shown.added = Some(failed.clone());
            let mut one = One {
                path: path.clone(),
                received: Some(shown),
                looks: 0,
                is_adding: true,
            };
            one.take(again);
            assert_eq!(one.received.unwrap().added.is_some(), is_same);
            assert!(one.is_adding);
        }
    }
}
