//! Opens the window; where none can be had, guides in this terminal instead.

use std::ffi::OsStr;
use std::io::{self, IsTerminal as _};

use super::{Context, Failure, complain, guide, no_thread, routine};
use crate::app::{self, NoWindow, Start};
use crate::library::SHIPPED;
use crate::signals;
use crate::store::Store;
use crate::words::{Message, Words};

pub(super) fn run(context: &Context, name: Option<&OsStr>, ask: bool) -> Result<(), Failure> {
    let routine = name.map(|name| routine::find(context, name)).transpose()?;
    let start = Start { routine, ask };
    let words = Words::of(context.words.language().tag);
    // Called just before the process ends: `app::run` does not return then.
    let gone = move |why: Message, unrecorded: Option<Message>| {
        let reported = unrecorded.into_iter().chain([why]);
        reported.for_each(|message| complain(&words.message(&message)));
        signals::exit(Failure::ENVIRONMENT);
    };
    let opened = app::find_display().and_then(|display| {
        let store = Store::open(context.folders.clone())?;
        app::run(display, store, start, gone)
    });
    match opened {
        Ok(None) => Ok(()),
        Ok(Some(reported)) => Err(Failure::Environment(reported)),
        Err(NoWindow::NoDisplay) => guide_instead(context, name, Message::new("error-display")),
        Err(NoWindow::Failed(reason)) => guide_instead(context, name, reason),
        Err(NoWindow::Lost { why, unrecorded }) => {
            context.tell(unrecorded.as_slice());
            Err(Failure::Environment(why))
        }
        Err(NoWindow::NoThread(error)) => Err(no_thread(&error)),
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
