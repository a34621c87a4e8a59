//! A page of words alone in the window, and what ends it.

use eframe::egui::{Align, Frame, Id, Layout, Margin, ScrollArea, Stroke, Ui, vec2};

use super::spoken;
use super::theme::palette;
use super::widgets::{more_below, scroll_by_keys};

/// The shape of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// It grows no wider than this.
    widest: f32,
    /// Whether its foot is at the end of the window however little stands above.
    fills: bool,
}

/// A page of a few words: its lines stay short, and what ends it is right below them.
const WORDS: Shape = Shape {
    widest: 680.0,
    fills: false,
};
/// A page with pictures beside one another.
pub(super) const PICTURES: Shape = Shape {
    widest: 900.0,
    fills: true,
};

/// A page under a name of its own: the keyboard does not stay with whatever stands in the same place
/// on the next one.
pub(super) fn page<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    spoken::page(ui.ctx(), name);
    ui.push_id(name, content).inner
}

/// One column of words in the middle, which scrolls where it is longer than the window has room for
/// above the [`foot`].
pub(super) fn column<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    column_of(ui, WORDS, content)
}

/// The same in another shape.
pub(super) fn column_of<R>(ui: &mut Ui, shape: Shape, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_height() - foot_height(ui);
    let scroll = ScrollArea::vertical()
        .auto_shrink([false, !shape.fills])
        .max_height(room);
    let scrolled = scroll.show(ui, |ui| {
        scroll_by_keys(ui);
        ui.add_space(margin(ui));
        middle(ui, shape, content)
    });
    more_below(ui, &scrolled);
    scrolled.inner
}

/// What ends a page: right below its column, and always in view.
pub(super) fn foot<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    foot_of(ui, WORDS, content)
}

/// The same in another shape.
pub(super) fn foot_of<R>(ui: &mut Ui, shape: Shape, content: impl FnOnce(&mut Ui) -> R) -> R {
    const SHORT: f32 = 420.0;
    let is_short = ui.ctx().content_rect().height() < SHORT;
    let margin = Margin::symmetric(0, if is_short { 8 } else { 16 });
    let frame = Frame::new().inner_margin(margin);
    let shown = frame.show(ui, |ui| middle(ui, shape, content));
    // What is scrolled ends at a line.
    let (foot, line) = (shown.response.rect, Stroke::new(1.0, palette(ui).line));
    if foot.bottom() >= ui.max_rect().bottom() - 1.0 {
        ui.painter()
            .hline(ui.ctx().content_rect().x_range(), foot.top(), line);
    }
    let height = shown.response.rect.height() + ui.spacing().item_spacing.y;
    if (height - foot_height(ui)).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(foot_id(), height));
        // The column above has had another height in mind.
        ui.ctx().request_discard("another foot");
    }
    shown.inner
}

fn foot_id() -> Id {
    Id::unique("foot")
}

/// Of the foot as it was last drawn.
fn foot_height(ui: &Ui) -> f32 {
    ui.data(|data| data.get_temp(foot_id())).unwrap_or_default()
}

/// Whether the buttons of a foot have room for their keys.
pub(super) fn has_room_for_keys(ui: &Ui) -> bool {
    ui.available_width() >= 320.0
}

fn margin(ui: &Ui) -> f32 {
    (ui.available_width() * 0.04).clamp(12.0, 36.0)
}

fn middle<R>(ui: &mut Ui, shape: Shape, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_width();
    let width = (room - 2.0 * margin(ui)).clamp(0.0, shape.widest);
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
