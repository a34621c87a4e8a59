//! Files from elsewhere: looked at, tried, added or left.

use std::path::{Path, PathBuf};

use crate::app::{App, Shown};
use crate::library::Standing;
use crate::ui::Place;
use crate::ui::receive::ReceiveAction;

impl App {
    pub(super) fn apply_receive(&mut self, action: ReceiveAction) {
        let language = self.words.language();
        match action {
            ReceiveAction::Take(paths) => self.receive(paths),
            ReceiveAction::Open(path) => self.look_at_received(path),
            ReceiveAction::Add(path, consent) => self.receiving.add(&path, language, consent),
            ReceiveAction::AddBeside(path, consent) => {
                self.receiving.add_beside(&path, language, consent);
            }
            ReceiveAction::Leave(path) => self.leave_received(&path),
            ReceiveAction::Dismiss(path) => self.receiving.dismiss(&path),
            ReceiveAction::LookAtAll(path) => {
                let received = self.receiving.get(&path);
                if let Some(opened) = received.and_then(|it| it.opened.clone()) {
                    self.opened_file.look_at(opened);
                }
            }
        }
    }

    /// Has files looked at; the page of a single one is shown, several are listed.
    pub(in crate::app) fn receive(&mut self, paths: Vec<PathBuf>) {
        let language = self.words.language();
        let is_one = paths.len() == 1;
        for path in &paths {
            self.receiving.take(path.clone(), language);
        }
        if !matches!(self.shown, Shown::Place) {
            // What is under way is not left for them: they stay in the list.
            return;
        }
        match paths.into_iter().next() {
            Some(path) if is_one => self.look_at_received(path),
            _ => self.go(Place::Routines),
        }
    }

    fn look_at_received(&mut self, path: PathBuf) {
        if !matches!(self.place, Place::Received(_)) {
            self.receiving.back = self.place.clone();
        }
        self.go(Place::Received(path));
    }

    /// Back from the page of a file. It can be found again: it stays in the list of several, and one alone is
    /// offered as the last that was opened.
    fn leave_received(&mut self, path: &Path) {
        let is_one = self.receiving.count() == 1;
        let standing = self.receiving.get(path).map(|it| &it.weighed.standing);
        let can_be_added = !matches!(
            standing,
            Some(Standing::Same(_) | Standing::Broken | Standing::Homeless)
        );
        if is_one || !can_be_added {
            self.receiving.dismiss(path);
        }
        if can_be_added {
            self.remember(path);
        }
        let back = if is_one {
            self.receiving.back.clone()
        } else {
            Place::Routines
        };
        self.go(back);
    }
}
