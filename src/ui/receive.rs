//! Receiving: what a routine file from elsewhere holds and from whom it is, before it is added.

mod broken;
mod changed;
mod holds;
mod listed;
mod sender;
mod ways;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::Ui;
use jiff::civil::Date;

pub use self::listed::Typed;
pub(super) use self::listed::{show_list, show_open};
use super::Action;
use super::column::{PICTURES, column_of, foot_of, page};
use super::picture_cache::Pictures;
use super::theme::space;
use super::way;
use super::widgets::{link, muted, notice, part, sides, small, title};
use crate::library::{Consent, Doubt, Standing, Weighed};
use crate::receive;
use crate::routine::Routine;
use crate::text::shown_name;
use crate::words::{Message, Words};

/// What is asked for about files from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiveAction {
    /// Look at these files. A single one is shown on its page, several are listed.
    Take(Vec<PathBuf>),
    /// Show the page of one of those that are listed.
    Open(PathBuf),
    /// Copy the file into the person's library, as it was shown.
    Add(PathBuf, Consent),
    /// The same beside the routine that has its id, as one of its own.
    AddBeside(PathBuf, Consent),
    /// Leave the page of the file. It stays in the list of several.
    Leave(PathBuf),
    /// Take the file off the list.
    Dismiss(PathBuf),
    /// Show all that the file says, on the page that a routine of the person's own has.
    LookAtAll(PathBuf),
}

/// A file from elsewhere that has been looked at.
#[derive(Debug)]
pub struct Received {
    /// Where it lies, as it was given.
    pub path: PathBuf,
    /// What is shown of it, and lies unpacked as long as anything uses it; `None` of what can't be opened.
    pub opened: Option<Arc<receive::Received>>,
    pub weighed: Weighed,
    /// What came of adding it, once that was asked for.
    pub added: Option<Added>,
}

/// What came of adding a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Added {
    /// It is one of the person's routines, under this id.
    Kept {
        id: String,
        message: Message,
        /// Where it lies, what gave way to it, and what has another name there, a sentence each.
        places: Vec<Message>,
        /// The version that gave way to it.
        earlier: Option<PathBuf>,
    },
    Failed(Message),
}

impl Received {
    /// The file's name, as it is shown.
    pub fn file(&self) -> String {
        shown_name(&self.path)
    }

    /// What it holds; `None` of one that can't be used.
    fn routine(&self) -> Option<&Routine> {
        self.weighed.entry.routine.as_deref()
    }
}

/// A file on its page.
#[derive(Debug)]
pub struct View<'a> {
    pub received: &'a Received,
    pub pictures: Pictures<'a>,
    pub today: Date,
    /// What today's session would have of it.
    pub part: Option<&'a Routine>,
    /// Which week of its programme it is, from 1.
    pub week: u32,
}

/// What was done on the page of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Which file that is.
    path: Option<PathBuf>,
    /// Whether the mistakes of its file are unfolded.
    pub shows_mistakes: bool,
    /// Whether the text for whoever sent it was copied.
    has_copied: bool,
}

/// A window has little height below this.
const LOW: f32 = 340.0;

/// Draws the page. What was done on it is in `draft`, which is kept for it from one call to the next.
pub fn show(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    let path = &view.received.path;
    let was_of_another = draft.path.as_ref().is_some_and(|of| of != path);
    if was_of_another {
        *draft = Draft::default();
    }
    draft.path = Some(path.clone());
    page(ui, &format!("received {}", path.display()), |ui| {
        let mut ways = ways::of(words, view);
        let has_room = ways::has_room_for_hint(ui);
        // In a low window the page keeps room: only what is meant first and the way out stay in view.
        let others = if ui.available_height() < LOW {
            ways::take_middle(&mut ways)
        } else {
            Vec::new()
        };
        let asked = column_of(ui, PICTURES, |ui| {
            let asked = show_content(ui, words, view, draft);
            if !has_room {
                for line in ways::hint(words, view) {
                    small(ui, &line);
                }
            }
            ui.add_space(space::S);
            if others.is_empty() {
                return asked;
            }
            let chosen = part(ui, "other ways", |ui| way::show_others(ui, others));
            ui.add_space(space::S);
            chosen.or(asked)
        });
        let chosen = foot_of(ui, PICTURES, |ui| ways::show(ui, words, view, ways));
        chosen.or(asked)
    })
}

/// Draws the page of a file that is still being read.
pub fn show_reading(ui: &mut Ui, words: &Words, path: &std::path::Path) -> Option<Action> {
    page(ui, &format!("reading {}", path.display()), |ui| {
        column_of(ui, PICTURES, |ui| title(ui, &shown_name(path)));
        foot_of(ui, PICTURES, |ui| {
            super::way::show(ui, [ways::not_now(words, path)])
        })
    })
}

fn show_content(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    let received = view.received;
    let Some(routine) = received.routine() else {
        return broken::show(ui, words, received, draft);
    };
    muted(ui, &words.message(&what(words, received, routine)));
    let mut looks = false;
    let whole = words.get("receive-all");
    let is_beside = ui.available_width() >= 560.0;
    if is_beside {
        let look = |ui: &mut Ui| looks = link(ui, &whole).clicked();
        sides(ui, 0.0, |ui| _ = title(ui, &routine.title), look);
    } else {
        title(ui, &routine.title);
    }
    if let Some(Added::Failed(why)) = &received.added {
        notice(ui, &words.message(why));
    }
    ui.add_space(space::XS);
    match &received.weighed.standing {
        Standing::Update(there) | Standing::Asks(Doubt::Older, there) => {
            sender::show_versions(ui, words, routine, there);
            ui.add_space(space::S);
            changed::show(ui, words, view, routine, there);
        }
        Standing::Asks(Doubt::SameVersion, there) => {
            sender::show(ui, words, routine, false);
            let which = Message::new("receive-which").with("revision", there.revision);
            notice(ui, &words.message(&which));
            ui.add_space(space::S);
            changed::show(ui, words, view, routine, there);
        }
        Standing::Asks(why, there) => {
            sender::show(ui, words, routine, true);
            notice(ui, &words.message(&why.question(there, routine)));
            holds::show(ui, words, view, routine);
        }
        Standing::New | Standing::Same(_) | Standing::Broken | Standing::Homeless => {
            let can_be_added = received.weighed.standing == Standing::New;
            sender::show(ui, words, routine, can_be_added);
            if received.weighed.standing == Standing::Homeless {
                notice(ui, &words.get("routines-no-home"));
            }
            holds::show(ui, words, view, routine);
        }
    }
    if !is_beside {
        looks = link(ui, &whole).clicked();
    }
    looks.then(|| Action::Receive(ReceiveAction::LookAtAll(received.path.clone())))
}

/// What this is to the routines that the person has.
fn what(words: &Words, received: &Received, routine: &Routine) -> Message {
    match &received.weighed.standing {
        Standing::Update(_) => Message::new("receive-update"),
        Standing::Asks(Doubt::Older, _) => Message::new("receive-older"),
        Standing::Asks(Doubt::SameVersion, _) => Message::new("receive-same-version"),
        Standing::Same(_) => Message::new("receive-same").with("file", received.file()),
        Standing::Asks(..) => Message::new("receive-another").with("file", received.file()),
        Standing::New | Standing::Broken | Standing::Homeless => Message::new("receive-new")
            .with("file", received.file())
            .with("version", sender::version(words, routine)),
    }
}
