//! What is longer than there is room.

use eframe::egui::{AsIdSalt, ScrollArea, Ui};

use super::{more_below, scroll_by_keys};

/// What is kept free for the bar beside what is scrolled.
pub const BAR: f32 = 8.0;

/// Draws it in all the room there is, scrolled by wheel and keys, with a sign where more lies below.
pub fn scrolled<R>(ui: &mut Ui, salt: impl AsIdSalt, content: impl FnOnce(&mut Ui) -> R) -> R {
    let scroll = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
    let shown = scroll.show(ui, |ui| {
        scroll_by_keys(ui);
        ui.set_max_width(ui.available_width() - BAR);
        content(ui)
    });
    more_below(ui, &shown);
    shown.inner
}
