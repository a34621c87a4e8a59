//! What a day says against another session of a routine, wherever one could be begun.

use eframe::egui::Ui;

use super::widgets::note;
use crate::day::Standing;
use crate::report;
use crate::routine::Routine;
use crate::words::Words;

/// Says why a rest does more good, if it does, or that the routine is over.
pub(super) fn show(ui: &mut Ui, words: &Words, standing: &Standing, routine: &Routine) {
    if let Some(advice) = report::advice(standing, routine) {
        note(ui, &words.message(&advice));
    }
}

/// The same of a routine in a list, which says once of all what came of another one.
pub(super) fn show_in_list(ui: &mut Ui, words: &Words, standing: &Standing, routine: &Routine) {
    if let Some(advice) = report::own_advice(standing, routine) {
        note(ui, &words.message(&advice));
    }
}

/// Says of a whole list that the day had better be a rest, if it had.
pub(super) fn show_of_all(
    ui: &mut Ui,
    words: &Words,
    mut standings: impl Iterator<Item = Standing>,
) {
    if standings.any(|standing| standing.rest_of_day.is_some()) {
        note(ui, &words.get("today-rest-alone"));
    }
}
