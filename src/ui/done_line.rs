//! A line of what was done of an exercise.

use eframe::egui::{Align, Layout, Ui};

use super::theme::{is_narrow, space};
use super::widgets::{body, muted, small};
use crate::progress::Tally;
use crate::report;
use crate::words::Words;

/// Draws what was done beside the name of its exercise, or below where there is no room; `id` names
/// the text of how many.
pub(super) fn show(ui: &mut Ui, words: &Words, name: &str, tally: &Tally, id: &'static str) {
    let held = report::held(words, tally, id);
    if is_narrow(ui.ctx()) {
        body(ui, name);
        small(ui, &held);
        ui.add_space(space::XS);
    } else {
        ui.horizontal(|ui| {
            body(ui, name);
            let at_the_end = Layout::right_to_left(Align::Center);
            ui.with_layout(at_the_end, |ui| muted(ui, &held));
        });
    }
}
