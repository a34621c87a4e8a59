//! Screens: each draws a view model and returns actions.
//!
//! A screen is a function `show(ui, words, &view) -> Option<Action>`. It holds no truth and does no
//! work: what it needs is in its view, and what the person wants is in the [`Action`] that it
//! returns, which [`crate::app`] alone carries out.

mod advice;
pub mod before_session;
mod column;
mod done_line;
pub mod figure;
pub mod finish;
pub mod frame;
pub mod history;
pub mod hurts;
pub mod learn;
mod picture;
pub mod picture_cache;
pub mod player;
pub mod routine;
pub mod routines;
pub mod settings;
pub mod spoken;
mod text;
pub mod theme;
mod timeline;
pub mod today;
pub mod widgets;

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::Context;

use crate::history::Id;
use crate::library::Consent;
use crate::session::{Command, StopReason};
use crate::settings::Settings;

/// Has the window drawn anew, once: what it shows has changed. May be called from any thread.
///
/// egui answers a request for a picture at once with two, so that a layout can settle. Ours settle
/// in the first, and on a machine that draws in software a picture is what a session costs most.
pub fn redraw(ctx: &Context) {
    ctx.request_repaint_after(Duration::from_nanos(1));
}

/// What a person asked of the app on a screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Another screen.
    Go(Place),
    /// Begin a session of the routine with this id: first whatever is to be asked before it.
    Begin { routine: String },
    /// The safety card has been read.
    AcceptSafety,
    /// Pain before the session that is about to begin, and begin it; `None` if it was not told.
    PainBefore(Option<u8>),
    /// Begin, though the pain is above the limit of the routine's author.
    StartAnyway,
    /// Leave the session for another day, since the pain is above that limit.
    PutOff,
    /// Back from what is asked before a session.
    Cancel,
    /// Run the routine sixty times as fast, silent and never recorded.
    Rehearse { routine: String },
    /// Go on with the session that was cut off.
    GoOn,
    /// Leave the session that was cut off as it is.
    LetGo,
    /// Give the session under way a command.
    Session(Command),
    /// Turn the sound off, or on again.
    ToggleSound,
    /// Show the session under way in a window of this form.
    Window(player::Form),
    /// Turn the voice off, or on again.
    ToggleVoice,
    /// End the session under way, and show what was done.
    End(StopReason),
    /// What the person tells after a session. Closes the screen of its end.
    Told {
        pain_after: Option<u8>,
        note: Option<String>,
    },
    /// Copy the file at this path, which was dropped on the window, into the person's library.
    Import(PathBuf, Consent),
    /// Copy the file at this path, whose page is open, into the person's library.
    Keep(PathBuf),
    /// Open the file outside of the library again that was opened last.
    OpenRecent,
    /// Offer that file no longer.
    ForgetRecent,
    /// Leave the file at this path, which was dropped on the window, alone.
    DismissDropped(PathBuf),
    /// Take up other settings.
    Choose(Box<Settings>),
    /// What was typed into a field is taken over, and what it was left for is done.
    Both(Box<[Action; 2]>),
    /// Play all sounds in turn.
    TrySounds,
    /// Stop playing them.
    StopSounds,
    /// Speak a sample.
    TryVoice,
    /// Open a web address outside of the app.
    OpenLink(String),
    /// Open a folder outside of the app.
    OpenFolder(PathBuf),
    /// Put a text on the clipboard.
    Copy(String),
}

impl Action {
    /// What was asked for at once, in this order.
    pub fn both(first: Option<Self>, second: Option<Self>) -> Option<Self> {
        match (first, second) {
            (Some(first), Some(second)) => Some(Self::Both(Box::new([first, second]))),
            (first, second) => first.or(second),
        }
    }
}

/// A place in the app that the navigation leads to, or that a link on a screen does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Today,
    Routines,
    /// The page of the routine with this id.
    Routine(String),
    /// The page of the file outside of the library that was opened by its path. It may have the id
    /// of a routine in the library.
    OpenedFile,
    History,
    /// The page of the session that the record knows under this id.
    Session(Id),
    /// The page of [`learn::PAGES`] at this index, or the list of them.
    Learn(Option<usize>),
    Settings,
}
