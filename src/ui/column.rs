//! A page of words alone in the window.

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

/// Lines grow no wider than this.
const WIDEST: f32 = 680.0;

/// One column of words in the middle, which scrolls where it is longer than the window.
pub(super) fn column<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let scrolled = ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width();
        let margin = (room * 0.04).clamp(12.0, 36.0);
        let width = (room - 2.0 * margin).min(WIDEST);
        ui.add_space(margin);
        let column = ui.horizontal_top(|ui| {
            ui.add_space((room - width) / 2.0);
            let layout = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
                ui.set_width(width);
                content(ui)
            })
            .inner
        });
        ui.add_space(margin);
        column.inner
    });
    scrolled.inner
}
