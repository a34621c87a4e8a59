//! Opens the window; where none can be had, guides in this terminal instead.

use std::ffi::OsStr;
use std::io::{self, IsTerminal as _};
use std::path::Path;

use super::{Context, Failure, complain, guide, no_thread, routine};
use crate::app::{self, NoWindow, Start};
use crate::library::SHIPPED;
use crate::receive::{self, Form};
use crate::signals;
use crate::store::Store;
use crate::ui::Place;
use crate::words::{Message, Words};

pub(super) fn run(context: &Context, name: Option<&OsStr>, ask: bool) -> Result<(), Failure> {
    let (start, refused) = match name {
        Some(name) => start(context, name, ask)?,
        None => (Start::default(), None),
    };
    match show(context, start) {
        Ok(untold) if untold.is_empty() => refused.map_or(Ok(()), Err),
        Ok(untold) => Err(all_of(context, &untold)),
        Err(NoWindow::NoDisplay | NoWindow::Failed(_)) if refused.is_some() => {
            refused.map_or(Ok(()), Err)
        }
        Err(NoWindow::NoDisplay) => guide_instead(context, name, Message::new("error-display")),
        Err(NoWindow::Failed(reason)) => guide_instead(context, name, reason),
        Err(lost) => Err(failure(context, lost)),
    }
}

/// Opens the window on the page where reminders are set.
pub(super) fn reminders(context: &Context) -> Result<(), Failure> {
    let start = Start {
        place: Some(Place::Reminders),
        ..Start::default()
    };
    let untold = show(context, start).map_err(|why| failure(context, why))?;
    if untold.is_empty() {
        return Ok(());
    }
    Err(all_of(context, &untold))
}

fn all_of(context: &Context, untold: &[Message]) -> Failure {
    context.tell(untold);
    Failure::ReportedEnvironment
}

fn failure(context: &Context, why: NoWindow) -> Failure {
    match why {
        NoWindow::NoDisplay => Failure::Environment(Message::new("error-display")),
        NoWindow::Failed(why) => Failure::Environment(why),
        NoWindow::Lost { why, untold } => {
            context.tell(&untold);
            Failure::Environment(why)
        }
        NoWindow::NoThread(error) => no_thread(&error),
    }
}

/// Opens the window, and returns what is to be said once it is closed.
fn show(context: &Context, start: Start) -> Result<Vec<Message>, NoWindow> {
    let words = Words::of(context.words.language().tag);
    // Called just before the process ends: `app::run` does not return then.
    let gone = move |why: Message, untold: Vec<Message>| {
        let reported = untold.into_iter().chain([why]);
        reported.for_each(|message| complain(&words.message(&message)));
        signals::exit(Failure::ENVIRONMENT);
    };
    let display = app::find_display()?;
    let store = Store::open(context.folders.clone())?;
    app::run(display, store, start, gone)
}

/// What the window opens on. A file that can't be used is shown in it as well, with what is wrong: whoever opened
/// it from a file manager sees no terminal. The failure is what the command ends with all the same.
fn start(context: &Context, name: &OsStr, ask: bool) -> Result<(Start, Option<Failure>), Failure> {
    let path = Path::new(name);
    let received = |path: &Path| Start {
        received: Some(path.to_owned()),
        ..Start::default()
    };
    if path.is_file() {
        // To look through a photo takes seconds, which a window has something to show for.
        let is_packed = match receive::form(path) {
            Ok(Form::Code) => true,
            Ok(Form::Archive) => receive::open(path).is_ok(),
            _ => false,
        };
        if is_packed {
            return Ok((received(path), None));
        }
    }
    match routine::find(context, name) {
        Ok(found) => {
            let start = Start {
                routine: Some(found),
                ask,
                ..Start::default()
            };
            Ok((start, None))
        }
        Err(failure) if path.is_file() => Ok((received(path), Some(failure))),
        Err(failure) => Err(failure),
    }
}

/// Guides the routine that was named, or the one that is offered first, where somebody sits at a
/// terminal; elsewhere it would be a session that nobody does.
fn guide_instead(context: &Context, name: Option<&OsStr>, why: Message) -> Result<(), Failure> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Failure::Environment(why));
    }
    context.tell(&[why, Message::new("error-guide-instead")]);
    let first = SHIPPED.first().map(|file| OsStr::new(file.name));
    name.or(first).map_or(Ok(()), |name| {
        guide::run(context, name, &guide::Manner::default())
    })
}
