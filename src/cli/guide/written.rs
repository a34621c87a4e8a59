//! What the guide has written already, so that it says each thing once.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::runner::Refused;
use crate::session::State;
use crate::words::Message;

/// What was written last, of each kind.
#[derive(Default)]
pub(super) struct Written {
    pub(super) exercise: Option<usize>,
    /// The exercises whose instructions were written.
    pub(super) told: BTreeSet<usize>,
    pub(super) step: Option<usize>,
    /// The step, and the author's words in it.
    pub(super) words_due: Option<(usize, String)>,
    pub(super) state: Option<State>,
    pub(super) refused: Option<Refused>,
    /// The index of the step.
    pub(super) length: Option<(usize, Option<Duration>)>,
    /// The ids of the warnings that still last.
    pub(super) warnings: Vec<&'static str>,
    /// Whether something was said not to be saved yet, and not yet that it is.
    pub(super) unsaved: bool,
}

impl Written {
    /// Of the warnings that there are at the moment, those to be said: each once for as long as it
    /// lasts, however its numbers change, and anew when it comes back.
    pub(super) fn new_warnings<'m>(&mut self, present: &[&'m Message]) -> Vec<&'m Message> {
        let is_new = |warning: &&&Message| !self.warnings.contains(&warning.id);
        let new = present.iter().filter(is_new).copied().collect();
        self.warnings = present.iter().map(|warning| warning.id).collect();
        self.unsaved |= self.is_unsaved();
        new
    }

    /// Whether it has to be said that what was not saved is saved now.
    pub(super) fn is_saved_again(&mut self) -> bool {
        let is_lost = self.warnings.contains(&"session-record-failed");
        let is_saved_again = self.unsaved && !is_lost && !self.is_unsaved();
        self.unsaved &= !is_saved_again;
        is_saved_again
    }

    fn is_unsaved(&self) -> bool {
        let unsaved = ["record-unwritten", "session-record-slow"];
        self.warnings
            .iter()
            .any(|warning| unsaved.contains(warning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_is_reported_once_while_it_lasts_and_anew_when_it_comes_back() {
        let lost = || Message::new("sound-no-device");
        let unwritten = |lines: u32| Message::new("record-unwritten").with("lines", lines);
        let mut reported = Written::default();
        for (present, new) in [
            (vec![lost()], vec![lost()]),
            (vec![lost()], vec![]),
            (vec![lost(), unwritten(1)], vec![unwritten(1)]),
            (vec![unwritten(2)], vec![]),
            (vec![lost(), unwritten(3)], vec![lost()]),
            (vec![], vec![]),
            (vec![unwritten(4)], vec![unwritten(4)]),
        ] {
            let present: Vec<&Message> = present.iter().collect();
            let new: Vec<&Message> = new.iter().collect();
            assert_eq!(reported.new_warnings(&present), new, "of {present:?}");
        }
    }

    #[test]
    fn what_is_saved_after_all_is_reported_once_and_what_has_failed_is_never_called_saved() {
        let [unwritten, slow, failed, lost] = [
            "record-unwritten",
            "session-record-slow",
            "session-record-failed",
            "sound-no-device",
        ]
        .map(Message::new);
        for (course, told_at) in [
            (
                vec![vec![&unwritten], vec![&unwritten], vec![], vec![]],
                vec![2],
            ),
            (vec![vec![&slow], vec![&unwritten], vec![&lost]], vec![2]),
            (vec![vec![&slow], vec![], vec![&slow], vec![]], vec![1, 3]),
            (vec![vec![&lost], vec![]], vec![]),
            (vec![vec![&unwritten], vec![&failed], vec![&failed]], vec![]),
        ] {
            let mut reported = Written::default();
            let mut at = Vec::new();
            for (moment, present) in course.iter().enumerate() {
                reported.new_warnings(present);
                if reported.is_saved_again() {
                    at.push(moment);
                }
            }
            assert_eq!(at, told_at, "{course:?}");
        }
    }
}
