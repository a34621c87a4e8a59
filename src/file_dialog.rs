//! Has the system ask the person for a file, in the dialog that they know from other programs.
//!
//! On Linux and BSD this is the desktop portal, over the session's bus. Elsewhere, and where no portal
//! answers, there is no dialog: whoever asks for a file takes a typed path as well.

#[cfg(all(unix, not(target_os = "macos")))]
mod portal;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub title: String,
    /// What files of this kind are called.
    pub kind: String,
    /// How their names end, in small letters and without the dot.
    pub endings: &'static [&'static str],
    /// The window that the dialog belongs to, as the portal names windows; empty where it has no such name.
    pub parent: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Chosen(PathBuf),
    /// The person closed the dialog, or another was asked for in its place.
    Cancelled,
    /// Nothing that shows a dialog answers, or it went away.
    NotAvailable,
}

/// The dialog: one at a time. A clone is another handle to the same.
#[derive(Clone, Default)]
pub struct FileDialog {
    #[cfg(all(unix, not(target_os = "macos")))]
    shown: std::sync::Arc<portal::Shown>,
}

impl FileDialog {
    /// Whether this system may have one.
    pub const MAY_BE: bool = cfg!(all(unix, not(target_os = "macos")));

    /// Shows it, in the place of one that is still shown, and waits for the person: for a thread of its own.
    pub fn ask(&self, question: &Question) -> Answer {
        #[cfg(all(unix, not(target_os = "macos")))]
        let answer = self.shown.ask(&crate::bus::Address::Session, question);
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        let answer = {
            let _ = question;
            Answer::NotAvailable
        };
        answer
    }
}
