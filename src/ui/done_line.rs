//! A line of what was done of an exercise.

use eframe::egui::{Align, Color32, Layout, Ui};

use super::theme::{Type, is_narrow, space};
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
            // A name without a space takes the room of what stands behind it.
            let of_held = one_line(ui, &held) + ui.spacing().item_spacing.x;
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - of_held).max(0.0));
                body(ui, name);
            });
            let at_the_end = Layout::right_to_left(Align::Center);
            ui.with_layout(at_the_end, |ui| muted(ui, &held));
        });
    }
}

/// How wide a text is on one line.
fn one_line(ui: &Ui, text: &str) -> f32 {
    let (font, color) = (Type::Body.font(), Color32::PLACEHOLDER);
    let line = ui.painter().layout_no_wrap(text.to_owned(), font, color);
    line.size().x
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    #[test]
    fn a_name_without_a_space_leaves_the_number_beside_it_its_one_line() {
        let words = Words::of("en");
        let (long, tally) = ("x".repeat(200), Tally::default());
        let held = report::held(&words, &tally, "finish-holds");
        let line = |name: &str| {
            let show = |ui: &mut Ui| show(ui, &words, name, &tally, "finish-holds");
            let harness = Harness::builder()
                .with_size([800.0, 400.0])
                .with_context_setup(theme::install)
                .build_ui(show);
            let held = harness.get_by_label(&held).rect();
            (held.size(), held.right())
        };
        assert_eq!(line(&long), line("Knee to chest"));
    }
}
