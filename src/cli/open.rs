//! Opens the window; without a display, guides in this terminal instead.

use std::ffi::OsStr;

use super::{Context, Failure, complain, guide, no_thread, routine};
use crate::app::{self, NoWindow, Start};
use crate::library::SHIPPED;
use crate::words::Message;

pub(super) fn run(context: &Context, name: Option<&OsStr>, ask: bool) -> Result<(), Failure> {
    let routine = name.map(|name| routine::find(context, name)).transpose()?;
    match app::run(context.folders.clone(), Start { routine, ask }) {
        Ok(None) => Ok(()),
        Ok(Some(told)) => Err(Failure::Environment(told)),
        Err(NoWindow::NoDisplay) => guide_instead(context, name),
        Err(NoWindow::NoThread(error)) => Err(no_thread(&error)),
        Err(NoWindow::Failed(error)) => Err(Failure::Environment(
            Message::new("error-window").with("reason", error.to_string()),
        )),
    }
}

/// Guides the routine that was named, or the one that is offered first.
fn guide_instead(context: &Context, name: Option<&OsStr>) -> Result<(), Failure> {
    complain(&context.words.get("error-display"));
    let first = SHIPPED.first().map(|file| OsStr::new(file.name));
    name.or(first).map_or(Ok(()), |name| {
        guide::run(context, name, guide::Manner::default())
    })
}
