//! Facts with their names, beside one another where there is room.

use eframe::egui::Ui;

use super::theme::space;
use super::widgets::{body, card, columns, small};
use crate::words::Words;

/// A fact is no narrower than this where others stand beside it.
const WIDTH: f32 = 180.0;

/// Shows facts, each with its name above it.
pub(super) fn show(ui: &mut Ui, words: &Words, facts: &[(&'static str, String)]) {
    card(ui, |ui| {
        let fits = |count: &usize| WIDTH * small_number(*count) <= ui.available_width();
        let count = (1..=facts.len()).rev().find(fits).unwrap_or(1);
        for line in facts.chunks(count) {
            columns(ui, count, |ui, number| {
                let Some((name, text)) = line.get(number) else {
                    return;
                };
                ui.spacing_mut().item_spacing.y = space::XS;
                small(ui, &words.get(name));
                body(ui, text);
            });
        }
    });
    ui.add_space(space::XS);
}

fn small_number(count: usize) -> f32 {
    u8::try_from(count).map_or(f32::MAX, f32::from)
}
