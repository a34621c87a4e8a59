//! Screens: each draws a view model and returns actions.
//!
//! A screen is a function `show(ui, words, &view) -> Option<Action>`. It holds no truth and does no
//! work: what it needs is in its view, and what the person wants is in the [`Action`] that it
//! returns, which [`crate::app`] alone carries out. Each feature's actions stand beside its screen.

mod advice;
pub mod before_session;
mod choosing;
mod column;
mod done_line;
pub mod editor;
mod exercise_words;
pub mod exercises;
mod fact_card;
pub mod figure;
pub mod figures;
pub mod finish;
pub mod frame;
pub mod hand_out;
pub mod history;
pub mod hurts;
pub mod key_help;
pub mod learn;
mod moving;
mod picture;
pub mod picture_cache;
pub mod player;
pub mod receive;
pub mod record_export;
pub mod record_report;
pub mod reminder;
pub mod reminders;
pub mod routine;
pub mod routines;
pub mod settings;
mod source;
pub mod spoken;
mod text;
pub mod theme;
mod timeline;
pub mod today;
mod top;
mod way;
pub mod widgets;

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::Context;

use self::before_session::BeforeAction;
use self::editor::{EditorAction, OpenAction};
use self::exercises::PickAction;
use self::finish::Answers;
use self::hand_out::HandOutAction;
use self::history::HistoryAction;
use self::player::PlayerAction;
use self::receive::ReceiveAction;
use self::record_export::ExportAction;
use self::record_report::ReportAction;
use self::reminders::RemindersAction;
use self::routines::LibraryAction;
use self::settings::SettingsAction;
use crate::history::Id;
use crate::session::Command;

/// Has the window drawn anew, once: what it shows has changed. May be called from any thread.
///
/// egui answers a request for a frame at once with two, so that a layout can settle. Ours settle
/// in the first, and on a machine that draws in software frames are what a session costs most.
pub fn redraw(ctx: &Context) {
    ctx.request_repaint_after(Duration::from_nanos(1));
}

/// What a person asked of the app on a screen, by the feature that it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Another screen.
    Go(Place),
    /// What leads to a session.
    Before(BeforeAction),
    /// Give the session under way a command.
    Session(Command),
    /// What the screen of the session under way is asked for besides.
    Player(PlayerAction),
    /// What the person answered after a session. Closes the screen of its end.
    Answered(Answers),
    Library(LibraryAction),
    /// What is asked for about files from elsewhere.
    Receive(ReceiveAction),
    /// What is asked for where exercises are picked.
    Pick(PickAction),
    /// A way into the editor of a routine.
    Open(OpenAction),
    /// What is asked for in it.
    Editor(EditorAction),
    /// What is asked for where a routine is handed out.
    HandOut(HandOutAction),
    /// What is asked for about the record.
    History(HistoryAction),
    /// What is asked for where it is reported.
    Report(ReportAction),
    /// What is asked for where it is written for other programs.
    Export(ExportAction),
    Settings(SettingsAction),
    /// What is asked for about reminders besides.
    Reminders(RemindersAction),
    /// Have the person choose a routine's file in the system's dialog, where there is one
    /// ([`FileDialog::MAY_BE`](crate::file_dialog::FileDialog::MAY_BE)).
    ChooseRoutineFile,
    /// Show which keys the screen in view has.
    ShowKeys,
    /// What is done outside of the window.
    Outside(Outside),
    /// What was typed into a field is taken over, and what it was left for is done.
    Both(Box<[Action; 2]>),
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

/// What the system is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// Open a web address.
    Link(String),
    /// Open a folder.
    Folder(PathBuf),
    /// Open a file in the program that the desktop has for it.
    File(PathBuf),
    /// Put a text on the clipboard.
    Copy(String),
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
    /// The page of a file from elsewhere, by the path that it was given with, before it is added.
    Received(PathBuf),
    /// Where the routine with this id is handed out; without one, the file that was opened by its path.
    HandOut(Option<String>),
    History,
    /// Where what the record comes to is put on paper.
    Report,
    /// Where the record is written for other programs.
    Export,
    /// The page of the session that the record knows under this id.
    Session(Id),
    /// The page of [`learn::PAGES`] at this index, or the list of them.
    Learn(Option<usize>),
    Settings,
    /// How and when the person is reminded.
    Reminders,
}
