//! The top of a screen that fills the window: the way back, its name, and what can be done with all
//! of it.

use eframe::egui::{Align, Key, Layout, Rect, Ui, UiBuilder};

use super::theme::{is_narrow, space};
use super::widgets::{Icon, IconButton, at_right_end, pressed, row, short_title, small};

/// What stands at the left.
#[derive(Debug)]
pub(super) struct Top<'a> {
    /// What the arrow leads to.
    pub(super) back: &'a str,
    /// The key that does the same.
    pub(super) key: &'a str,
    pub(super) title: &'a str,
    /// Beside the title, where there is room.
    pub(super) about: &'a str,
}

/// How much of a wide screen a long title takes.
pub(super) const SHARE: f32 = 0.36;

/// Draws it, with buttons at the right, or below where there is no room; gives whether the way back
/// was taken, and what the buttons give. The buttons come in the order in which they are read.
pub(super) fn show<R>(ui: &mut Ui, top: &Top<'_>, buttons: impl FnOnce(&mut Ui) -> R) -> (bool, R) {
    let mut goes_back = pressed(ui, Key::Escape);
    let room = ui.available_width();
    let narrow = is_narrow(ui.ctx());
    let line = ui.available_rect_before_wrap();
    let line = line.with_max_y(line.top() + space::CONTROL);
    let mut left = ui.new_child(
        UiBuilder::new()
            .max_rect(line)
            .layout(Layout::left_to_right(Align::Center)),
    );
    let back = IconButton {
        icon: Icon::Back,
        name: top.back,
        key: top.key,
    };
    goes_back |= left.add(back).clicked();
    let share = if narrow { room - 60.0 } else { room * SHARE };
    short_title(&mut left, top.title, share);
    if !narrow && !top.about.is_empty() {
        left.add_space(space::XS);
        small(&mut left, top.about);
    }
    let used = left.min_rect();
    ui.advance_cursor_after_rect(used);
    if narrow {
        let shown = row(ui, buttons).inner;
        return (goes_back, shown);
    }
    let mut beside = line;
    beside.min.x = used.right() + space::M;
    let shown = at_right_end(ui, beside, buttons);
    ui.add_space(space::S);
    (goes_back, shown)
}

/// Draws into a part of the screen. Parts are drawn in the order in which they are read, which the Tab
/// key and screen readers follow.
pub(super) fn within<R>(ui: &mut Ui, place: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new()
        .max_rect(place)
        .layout(Layout::top_down(Align::Min));
    content(&mut ui.new_child(builder))
}
