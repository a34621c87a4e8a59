//! What a day says against another session of a routine, wherever one could be begun.

use eframe::egui::Ui;

use super::widgets::note;
use crate::day::Standing;
use crate::report;
use crate::words::Words;

/// Says why a rest does more good, if it does.
pub(super) fn show(ui: &mut Ui, words: &Words, standing: &Standing) {
    if let Some(advice) = report::advice(standing) {
        note(ui, &words.message(&advice));
    }
}
