//! What screens are made of. Every control has a name and a role for screen readers, shows when it
//! has the keyboard, and is worked by it.

mod button;
mod chips;
mod control;
mod field;
mod icon;
mod icon_button;
mod in_front;
mod keys;
mod mark;
mod order;
mod scrolled;
mod stepper;
mod text;

pub use button::{Button, NavItem, NavPlace};
pub use chips::{Pick, chips};
pub use control::{
    NumberPad, choice, choice_width, one_by_one, slider_row, switch, tabs, toggle_row,
};
pub use field::{Field, Lines};
pub use icon::Icon;
pub use icon_button::IconButton;
pub use in_front::{Answered, InFront};
use keys::content_start;
pub use keys::{command_key, digit_key, digits_pressed, pressed, scroll_by_keys};
pub use mark::{chip, dose_dots, more_below, tag};
pub use order::{Along, dropped, moved_by_keys};
pub use scrolled::{BAR, scrolled};
pub use stepper::{Stepped, Stepper};
pub use text::{
    alarm, body, bullets, card_link, heading, link, muted, note, section, short_fact, short_facts,
    short_heading, short_title, small, small_heading, strong, title, warning,
};

use eframe::egui::{
    Align, AsIdSalt, Color32, CornerRadius, Frame, Id, InnerResponse, Layout, Margin, Rect,
    Response, Stroke, StrokeKind, TextEdit, TextWrapMode, Ui, UiBuilder, Vec2, pos2,
};

use super::spoken::announce;
use super::theme::{palette, radius, space};

/// A white card with soft corners, as wide as there is room.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let palette = palette(ui);
    let edge = Stroke::new(palette.edge, palette.line);
    framed(ui, palette.surface, edge, space::M + 2.0, content)
}

/// A quiet panel of one colour, as wide as there is room.
pub fn panel<R>(
    ui: &mut Ui,
    fill: Color32,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    // As thick as the edge of a card, so that the words of both begin at one line.
    let edge = Stroke::new(palette(ui).edge, fill);
    framed(ui, fill, edge, space::M + 2.0, content)
}

fn framed<R>(
    ui: &mut Ui,
    fill: Color32,
    edge: Stroke,
    margin: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    Frame::new()
        .fill(fill)
        .stroke(edge)
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::from(Vec2::splat(margin)))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.vertical(content).inner
        })
}

/// Something that went wrong or needs to be known now. Screen readers say it when it appears.
pub fn notice(ui: &mut Ui, text: &str) -> Response {
    let palette = palette(ui);
    panel(ui, palette.coral_soft, |ui| {
        let response = body(ui, text);
        announce(ui, &response, text);
    })
    .response
}

/// Draws a part of a page whose ids go by its `name`, and not by what is drawn before it. So its controls
/// keep the keyboard while notices and other parts come and go.
pub fn part<R>(ui: &mut Ui, name: impl AsIdSalt, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.scope_id().with(name);
    ui.scope_builder(UiBuilder::new().scope_id(id), content)
        .inner
}

/// Columns of one width, with what `content` puts into each by its number.
pub fn columns(ui: &mut Ui, count: usize, mut content: impl FnMut(&mut Ui, usize)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.columns(count, |columns| {
            for (number, column) in columns.iter_mut().enumerate() {
                // By itself a column stretches its words to its whole width.
                column.vertical(|ui| content(ui, number));
            }
        });
    });
}

/// Cards beside one another, each as high as the highest.
pub fn cards(ui: &mut Ui, count: usize, mut content: impl FnMut(&mut Ui, usize)) {
    let places = u16::try_from(count).map_or(1.0, f32::from);
    let width = (ui.available_width() - space::M * (places - 1.0)) / places;
    cards_with_spare(ui, &vec![width; count], |ui, number, spare| {
        content(ui, number);
        spare.add(ui);
    });
}

/// Cards of such widths beside one another, each as high as the highest: `content` puts the room that a card has to
/// spare where it is to be.
pub fn cards_with_spare(
    ui: &mut Ui,
    widths: &[f32],
    mut content: impl FnMut(&mut Ui, usize, Spare),
) {
    // How high each would be by itself is known once all are drawn.
    let id = ui.scope_id().with("heights of cards");
    let known: Vec<f32> = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let highest = known.iter().copied().fold(0.0, f32::max);
    let mut found = Vec::with_capacity(widths.len());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for (number, width) in widths.iter().enumerate() {
            let spare = known.get(number).map_or(0.0, |own| highest - own);
            let shown = ui.allocate_ui(Vec2::new(*width, 0.0), |ui| {
                card(ui, |ui| content(ui, number, Spare(spare)));
            });
            found.push(shown.response.rect.height() - spare);
        }
    });
    let differs = |(known, found): (&f32, &f32)| (known - found).abs() > 0.5;
    if known.len() != found.len() || known.iter().zip(&found).any(differs) {
        ui.data_mut(|data| data.insert_temp(id, found));
        ui.ctx().request_discard("cards of other heights");
    }
}

/// How much higher a card is than it would be by itself.
#[must_use = "a card that does not add it is lower than the others"]
#[derive(Debug)]
pub struct Spare(f32);

impl Spare {
    pub fn add(self, ui: &mut Ui) {
        ui.add_space(self.0);
    }
}

/// Controls beside one another, on as many lines as they need.
pub fn row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::S);
        content(ui)
    })
}

/// A line with something at its left and something at its right end; one below the other where
/// `width_needed` points are not there.
pub fn sides(
    ui: &mut Ui,
    width_needed: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    if ui.available_width() < width_needed {
        left(ui);
        row(ui, right);
        return;
    }
    // Drawn in the order in which it is read, which the Tab key and screen readers follow. So how wide
    // the right end is has to be known before it is drawn.
    let id = ui.next_auto_id().with("right end");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let gap = ui.spacing().item_spacing.x;
    let mut line = ui.available_rect_before_wrap();
    line.max.y = line.min.y + ui.spacing().interact_size.y;
    let words = line.with_max_x((line.max.x - known - gap).max(line.min.x));
    let from_left = UiBuilder::new()
        .max_rect(words)
        .layout(Layout::left_to_right(Align::Center));
    let mut beside = ui.new_child(from_left);
    beside.style_mut().wrap_mode = Some(TextWrapMode::Wrap);
    left(&mut beside);
    // In the middle of what stands at the left, however high that is.
    line.max.y = line.max.y.max(beside.min_rect().bottom());
    let from_right = UiBuilder::new()
        .max_rect(line)
        .layout(Layout::right_to_left(Align::Center));
    let mut end = ui.new_child(from_right);
    end.spacing_mut().item_spacing.x = space::S;
    right(&mut end);
    ui.advance_cursor_after_rect(beside.min_rect() | end.min_rect());
    let width = end.min_rect().width();
    if (width - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("another right end");
    }
}

/// Draws controls in one line that ends at the right of `line`, in the order in which they are read. So
/// how wide they are has to be known before they are drawn.
pub fn at_right_end<R>(ui: &mut Ui, line: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.next_auto_id().with("right end");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let place = line.with_min_x((line.right() - known).max(line.left()));
    let from_left = UiBuilder::new()
        .max_rect(place)
        .layout(Layout::left_to_right(Align::Center));
    let mut end = ui.new_child(from_left);
    end.spacing_mut().item_spacing.x = space::S;
    let shown = content(&mut end);
    let width = end.min_rect().width();
    // Never back up, where nothing stands there.
    ui.advance_cursor_after_rect(end.min_rect() | line.with_max_x(line.left()));
    if (width - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("another right end");
    }
    shown
}

/// Parts of known widths beside one another, each as high as it needs, in the order in which they are
/// read.
#[derive(Debug)]
pub struct Line {
    all: Rect,
    left: f32,
}

impl Line {
    pub fn begin(ui: &Ui) -> Self {
        let at = ui.cursor().min;
        Self {
            all: Rect::from_min_size(at, Vec2::ZERO),
            left: at.x,
        }
    }

    /// Adds a part that is so wide, with this much beside it.
    pub fn add(&mut self, ui: &mut Ui, width: f32, gap: f32, content: impl FnOnce(&mut Ui)) {
        let place = Rect::from_min_max(
            pos2(self.left, self.all.top()),
            pos2(
                self.left + width,
                ui.max_rect().bottom().max(self.all.top()),
            ),
        );
        let mut part = ui.new_child(
            UiBuilder::new()
                .max_rect(place)
                .layout(Layout::top_down(Align::Min)),
        );
        part.set_max_width(width);
        content(&mut part);
        self.all |= part.min_rect();
        self.left += width + gap;
    }

    /// Goes on below the highest part.
    pub fn end(self, ui: &mut Ui) {
        ui.advance_cursor_after_rect(self.all);
    }
}

/// Buttons beside one another, the one that is meant first at the left, where the keyboard comes
/// first.
/// Gives the place among `buttons` of the one that was pressed.
pub fn buttons<'a>(ui: &mut Ui, buttons: impl Into<Vec<Button<'a>>>) -> Option<usize> {
    let buttons = buttons.into();
    let mut pressed = None;
    let sizes = buttons.iter().map(|button| button.size(ui));
    let size = sizes.reduce(|left, right| {
        let width = left.x + space::S + right.x;
        Vec2::new(width, left.y.max(right.y))
    });
    let mut add = |ui: &mut Ui, (index, button)| {
        if ui.add(button).clicked() {
            pressed = Some(index);
        }
    };
    let numbered = buttons.into_iter().enumerate();
    if ui.layout().prefer_right_to_left() {
        // A hair wider than they are, so that rounding never breaks their words.
        let hair = 1.0;
        let size = size.unwrap_or_default() + Vec2::new(hair, 0.0);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.add_space(hair);
            numbered.for_each(|button| add(ui, button));
        });
    } else {
        numbered.for_each(|button| add(ui, button));
    }
    pressed
}

/// Draws something whose first control takes the keyboard, and so comes into view.
pub fn with_keyboard<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.data_mut(|data| data.insert_temp(next_with_keyboard(), true));
    let shown = content(ui);
    ui.data_mut(|data| data.remove_temp::<bool>(next_with_keyboard()));
    shown
}

/// Under which it is kept that the next control takes the keyboard.
fn next_with_keyboard() -> Id {
    Id::unique("takes the keyboard")
}

/// Draws a ring around a control that has the keyboard, and keeps it in view: when it gets the
/// keyboard, and when what stands above it on the page grows or shrinks meanwhile. What the person
/// has scrolled out of view stays there.
pub(super) fn focus_ring(ui: &Ui, response: &Response, corner: u8) {
    let takes = |ui: &Ui| ui.data_mut(|data| data.remove_temp::<bool>(next_with_keyboard()));
    if response.enabled() && takes(ui).is_some() {
        response.request_focus();
    }
    // A field that a program has filled in, as by the voice: what stands in it is chosen by leaving it.
    if response.changed() && TextEdit::load_state(ui.ctx(), response.id).is_some() {
        response.request_focus();
    }
    if !response.has_focus() {
        return;
    }
    let around = response.rect.expand(space::S);
    let is_seen = ui.clip_rect().contains_rect(around);
    let place = response.rect.min - content_start(ui);
    let last = Id::unique("what has the keyboard");
    let last_drawn = ui.data(|data| data.get_temp::<LastDrawn>(last));
    let was_moved = last_drawn.is_some_and(|last| {
        last.control == response.id && last.is_kept_in_view && (last.place - place).length() > 0.5
    });
    let comes_into_view = response.gained_focus() || was_moved;
    if comes_into_view && !is_seen {
        ui.scroll_to_rect(around, None);
    }
    let now = LastDrawn {
        control: response.id,
        place,
        is_kept_in_view: comes_into_view || is_seen,
    };
    ui.data_mut(|data| data.insert_temp(last, now));
    let palette = palette(ui);
    ui.painter().rect_stroke(
        response.rect.expand(3.0),
        CornerRadius::same(corner + 3),
        Stroke::new(palette.edge + 1.0, palette.focus),
        StrokeKind::Middle,
    );
}

/// The control that had the keyboard when it was last drawn.
#[derive(Clone, Copy)]
struct LastDrawn {
    control: Id,
    /// From the start of the content that it is scrolled with.
    place: Vec2,
    is_kept_in_view: bool,
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Key, ScrollArea, Vec2, vec2};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::{Button, scroll_by_keys};
    use crate::ui::theme;

    const WINDOW: Vec2 = vec2(300.0, 200.0);

    /// A page with something this high above a button, in a window of 200 points.
    fn page() -> Harness<'static, f32> {
        Harness::builder()
            .with_size(WINDOW)
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, above| {
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        scroll_by_keys(ui);
                        ui.add_space(*above);
                        ui.add(Button::primary("Start"));
                        ui.add_space(400.0);
                    });
                },
                20.0,
            )
    }

    fn is_seen(page: &Harness<'static, f32>) -> bool {
        let button = page.get_by_label("Start").rect();
        button.top() >= 0.0 && button.bottom() <= WINDOW.y
    }

    #[test]
    fn what_has_the_keyboard_stays_in_view_when_the_page_grows_above_it() {
        let mut page = page();
        page.key_press(Key::Tab);
        page.run();
        assert!(page.get_by_label("Start").is_focused() && is_seen(&page));
        *page.state_mut() = 500.0;
        page.run();
        assert!(is_seen(&page));
        *page.state_mut() = 0.0;
        page.run();
        assert!(is_seen(&page));
    }

    #[test]
    fn what_was_scrolled_out_of_view_is_not_brought_back_by_a_page_that_grows() {
        let mut page = page();
        page.key_press(Key::Tab);
        page.run();
        page.key_press(Key::End);
        page.run();
        assert!(!is_seen(&page));
        *page.state_mut() = 60.0;
        page.run();
        assert!(!is_seen(&page));
    }
}
