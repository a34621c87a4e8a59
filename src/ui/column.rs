//! A page of words alone in the window.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};

/// Lines grow no wider than this.
const WIDEST: f32 = 680.0;

/// One column of words in the middle, which scrolls where it is longer than the window.
pub(super) fn column<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let scrolled = ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let margin = margin(ui);
        ui.add_space(margin);
        let inner = middle(ui, content);
        ui.add_space(margin);
        inner
    });
    scrolled.inner
}

/// What ends a page, below its column and always in view: shown before the column is.
pub(super) fn foot<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().inner_margin(Margin::symmetric(0, 10));
    let panel = Panel::bottom("foot").resizable(false).frame(frame);
    panel.show(ui, |ui| middle(ui, content)).inner
}

/// Whether the buttons of a foot have room for their keys.
pub(super) fn has_room_for_keys(ui: &Ui) -> bool {
    ui.available_width() >= 320.0
}

fn margin(ui: &Ui) -> f32 {
    (ui.available_width() * 0.04).clamp(12.0, 36.0)
}

fn middle<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_width();
    let width = (room - 2.0 * margin(ui)).min(WIDEST);
    let column = ui.horizontal_top(|ui| {
        ui.add_space((room - width) / 2.0);
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
            ui.set_width(width);
            content(ui)
        })
        .inner
    });
    column.inner
}
