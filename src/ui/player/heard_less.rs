//! How long it is said in words that less is heard than was chosen. Then a small sign says it, for as long
//! as it lasts.

use std::time::Duration;

use eframe::egui::Ui;

use super::view::{NoticeKind, View};
use crate::runner::Snapshot;
use crate::words::Message;

/// Long enough to read it twice.
const SHOWN: Duration = Duration::from_secs(8);

/// What is wrong with the sound, with the time on the session's clock up to which it is shown in words.
#[derive(Debug, Default)]
pub(super) struct HeardLess(Option<(Message, Duration)>);

impl HeardLess {
    /// Takes the words out of what is shown once their time is over. What changes is shown anew.
    pub(super) fn shorten(&mut self, ui: &Ui, view: &mut View<'_>, of: &Snapshot, now: Duration) {
        let Some(warning) = &of.sound_warning else {
            self.0 = None;
            return;
        };
        let known = self.0.take();
        let known = known.filter(|(message, _)| *message == warning.message);
        let until = known.map_or_else(|| now.saturating_add(SHOWN), |(_, until)| until);
        match until.checked_sub(now).filter(|left| !left.is_zero()) {
            Some(left) => ui.ctx().request_repaint_after(left),
            None => view
                .notices
                .retain(|notice| notice.kind != NoticeKind::Sound),
        }
        self.0 = Some((warning.message.clone(), until));
    }
}
