//! Controls that hold a value.

use std::ops::RangeInclusive;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Color32, CornerRadius, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, Sense,
    Slider, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, emath::Numeric, pos2, vec2,
};

use super::{Button, body, digits_pressed, focus_ring, note, row, small};
use crate::report::typed_pain;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::{redraw, spoken};
use crate::words::{Message, Words};

/// Something that is on or off, with its name and a word of explanation.
pub fn toggle_row(ui: &mut Ui, on: &mut bool, name: &str, hint: Option<&str>) -> Response {
    // A switch needs little, so that the words have the rest.
    let words = ui.available_width() - 70.0;
    labelled_row(ui, name, hint, words, |ui| switch(ui, on, name))
}

/// The same without its words, for where they stand beside it.
pub fn switch(ui: &mut Ui, on: &mut bool, name: &str) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(vec2(46.0, 26.0), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, name));
    let palette = palette(ui);
    let (fill, edge, knob_x, knob) = if *on {
        (
            palette.teal_fill,
            palette.teal_fill,
            rect.right() - 13.0,
            palette.on_teal,
        )
    } else {
        (
            palette.surface,
            palette.outline,
            rect.left() + 13.0,
            palette.outline,
        )
    };
    let corner = CornerRadius::same(13);
    ui.painter().rect(
        rect,
        corner,
        fill,
        Stroke::new(1.5, edge),
        StrokeKind::Inside,
    );
    ui.painter()
        .circle_filled(pos2(knob_x, rect.center().y), 8.5, knob);
    focus_ring(ui, &response, 13);
    response
}

/// The least width, in points, of a value beside its slider.
const VALUE: f32 = 64.0;

/// A number on a scale, with its name and its value in words.
pub fn slider_row<N: Numeric>(
    ui: &mut Ui,
    value: &mut N,
    range: RangeInclusive<N>,
    step: f64,
    name: &str,
    value_in_words: &str,
) -> Response {
    let words = ui.available_width() * 0.5;
    labelled_row(ui, name, None, words, |ui| {
        // As wide for every value, so that the sliders of a page stand below one another.
        let room = vec2(VALUE, ui.available_height());
        let end = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(room, end, |ui| {
            ui.set_min_width(VALUE);
            small(ui, value_in_words);
        });
        ui.spacing_mut().slider_width = ui.available_width().clamp(60.0, 240.0);
        let slider = Slider::new(value, range).step_by(step).show_value(false);
        let response = ui.add(slider).accessible_name(name);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(value_in_words));
        focus_ring(ui, &response, radius::ROW);
        response
    })
}

/// A name at the left, `width` points wide, and a control at the right, or below where there is no
/// room.
fn labelled_row(
    ui: &mut Ui,
    name: &str,
    hint: Option<&str>,
    width: f32,
    control: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    let words = |ui: &mut Ui| {
        body(ui, name);
        if let Some(hint) = hint {
            small(ui, hint);
        }
    };
    // A hint is nearer to its own name than to the one before.
    if hint.is_some() && ui.min_rect().height() > 0.0 {
        ui.add_space(space::S);
    }
    if ui.available_width() < 280.0 {
        words(ui);
        return ui.horizontal(control).inner;
    }
    // Each in the middle of the height that the words take.
    let high = |text: &str, kind: Type| {
        let color = Color32::PLACEHOLDER;
        let galley = ui
            .painter()
            .layout(text.to_owned(), kind.font(), color, width);
        galley.size().y
    };
    let words_high = hint.map_or(0.0, |hint| {
        high(hint, Type::Small) + ui.spacing().item_spacing.y
    }) + high(name, Type::Body);
    let size = vec2(ui.available_width(), words_high.max(space::CONTROL));
    let row = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.allocate_ui_with_layout(
            vec2(width, words_high),
            Layout::top_down(Align::Min),
            |ui| {
                ui.set_width(width);
                words(ui);
            },
        );
        ui.with_layout(Layout::right_to_left(Align::Center), control)
            .inner
    });
    row.inner
}

/// A few things of which one is chosen; gives the one that was pressed.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: T,
    options: &[(T, String)],
) -> Option<T> {
    let mut pressed = None;
    let group = row(ui, |ui| {
        for (value, text) in options {
            let smallest = vec2(0.0, space::CONTROL);
            let sense = Sense::click();
            if option(ui, smallest, text, text, *value == chosen, sense).clicked() {
                pressed = Some(*value);
            }
        }
    });
    name_group(ui, &group.response, name);
    pressed
}

/// How wide such a choice is in one line.
pub fn choice_width<T>(ui: &Ui, options: &[(T, String)]) -> f32 {
    let width = |(_, text): &(T, String)| {
        let font = Type::Strong.font();
        let color = Color32::PLACEHOLDER;
        let galley = ui.painter().layout_no_wrap(text.clone(), font, color);
        galley.size().x + 2.0 * space::M + space::S
    };
    let widths: f32 = options.iter().map(width).sum();
    // A hair more, so that rounding never breaks the line.
    widths - space::S + 1.0
}

/// The same in one line, with less room around the words where there is little; gives the one that was pressed.
pub fn tabs<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: T,
    options: &[(T, String)],
) -> Option<T> {
    const LEAST: f32 = 3.0;
    let (gap, mut words, mut pages) = (space::XS, 0.0, 0.0_f32);
    let mut widths = Vec::with_capacity(options.len());
    for (_, text) in options {
        let font = Type::Strong.font();
        let galley = ui
            .painter()
            .layout_no_wrap(text.clone(), font, Color32::PLACEHOLDER);
        widths.push(galley.size().x);
        words += galley.size().x;
        pages += 1.0;
    }
    let around = (ui.available_width() - words - gap * (pages - 1.0)) / (2.0 * pages);
    if around < LEAST {
        return choice(ui, name, chosen, options);
    }
    let around = around.min(space::M);
    let mut pressed = None;
    let group = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for ((value, text), width) in options.iter().zip(widths) {
            let size = vec2(width + 2.0 * around, space::CONTROL);
            let sense = Sense::click();
            if option(ui, size, text, text, *value == chosen, sense).clicked() {
                pressed = Some(*value);
            }
        }
    });
    name_group(ui, &group.response, name);
    pressed
}

/// Many things of which one is chosen, shown alone between two buttons that go to the one before and
/// the one after it; gives the one that was gone to. `before` and `after` name the buttons.
pub fn one_by_one<T: Copy + PartialEq>(
    ui: &mut Ui,
    [before, after]: [&str; 2],
    chosen: T,
    options: &[(T, String)],
) -> Option<T> {
    let number = options.iter().position(|(value, _)| *value == chosen);
    let number = number.unwrap_or(0);
    let (_, text) = options.get(number)?;
    row(ui, |ui| {
        let goes_back = ui.add(Button::secondary("‹").name(before)).clicked();
        let goes_on = ui.add(Button::secondary("›").name(after)).clicked();
        let shown = body(ui, text);
        spoken::announce(ui, &shown, text);
        let last = options.len() - 1;
        let next = match (goes_back, goes_on) {
            (true, _) => number.checked_sub(1).unwrap_or(last),
            (_, true) if number == last => 0,
            (_, true) => number + 1,
            _ => return None,
        };
        Some(options[next].0)
    })
    .inner
}

/// Eleven keys for pain from 0 to 10, also on the keyboard: as the number is typed.
#[derive(Debug)]
pub struct NumberPad<'a> {
    /// What the number stands for, for screen readers.
    pub name: &'a str,
    pub chosen: Option<u8>,
}

impl NumberPad<'_> {
    /// Gives the number that is chosen now: the same again takes it back. The numbers stand in one
    /// row, or in two of even keys. `warning` tells what there is to say of a number, which stands below
    /// them. What is chosen anew comes into view with it.
    pub fn show(
        &self,
        ui: &mut Ui,
        words: &Words,
        warning: impl Fn(Option<u8>) -> Option<String>,
    ) -> Option<u8> {
        self.show_with(ui, words, warning, &digits_pressed(ui))
    }

    /// The same beside other pads, where the keys of digits are none of its own.
    pub fn show_without_digits(&self, ui: &mut Ui, words: &Words) -> Option<u8> {
        self.show_with(ui, words, |_| None, &[])
    }

    fn show_with(
        &self,
        ui: &mut Ui,
        words: &Words,
        warning: impl Fn(Option<u8>) -> Option<String>,
        digits: &[u8],
    ) -> Option<u8> {
        let gap = space::XS + 2.0;
        let room = ui.available_width() + gap;
        let width_of = |columns: f32| (room / columns - gap).floor();
        let (columns, width) = match width_of(11.0) {
            ..32.0 => (6, width_of(6.0).max(24.0)),
            width => (11, width.min(space::CONTROL + 4.0)),
        };
        let size = vec2(width, space::CONTROL + 4.0);
        let mut chosen = self.chosen;
        for digit in digits {
            chosen = typed_pain(chosen, *digit);
        }
        let text = match chosen {
            Some(number) => number_name(words, self.name, number),
            None => words.message(&Message::new("pain-no-number").with("name", self.name)),
        };
        let text = match warning(chosen) {
            Some(warning) => format!("{text}. {warning}"),
            None => text,
        };
        let line = Rect::from_min_size(ui.cursor().min, vec2(room - gap, 1.0));
        spoken::typed(ui, line, self.name, &text, chosen != self.chosen);
        let keyboard = Keyboard::of(ui, self.name);
        let moved_to = keyboard.moved_to(ui, if columns < 11 { columns } else { 1 });
        // The Tab key comes to one of them alone.
        let entry = moved_to.or(keyboard.number).or(self.chosen).unwrap_or(0);
        let (mut now_on, mut shown) = (None, None);
        let group = ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(gap);
            for value in 0..=10_u8 {
                let text = value.to_string();
                let name = number_name(words, self.name, value);
                let sense = if value == entry {
                    Sense::click()
                } else {
                    Sense::CLICK
                };
                let is_chosen = self.chosen == Some(value);
                let response = option(ui, size, &text, &name, is_chosen, sense);
                if response.clicked() {
                    chosen = (chosen != Some(value)).then_some(value);
                }
                if moved_to == Some(value) {
                    response.request_focus();
                }
                if response.has_focus() {
                    now_on = Some(value);
                    keep_arrows(&response);
                }
                if chosen == Some(value) {
                    shown = Some(response.rect.expand(gap));
                }
            }
        });
        keyboard.keep(ui, now_on);
        name_group(ui, &group.response, self.name);
        if let Some(text) = warning(chosen) {
            let response = note(ui, &text);
            spoken::announce(ui, &response, &text);
            shown = shown.map(|number| number | response.rect);
        }
        if chosen != self.chosen {
            redraw(ui.ctx());
            if let Some(shown) = shown {
                ui.scroll_to_rect(shown, None);
            }
        }
        chosen
    }
}

/// The number of a pad that has the keyboard, as it was last drawn.
struct Keyboard {
    id: Id,
    number: Option<u8>,
}

impl Keyboard {
    fn of(ui: &Ui, pad: &str) -> Self {
        let id = ui.scope_id().with(("number with the keyboard", pad));
        let number = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        Self { id, number }
    }

    /// The number that the arrows lead to, with so many of them from a line to the next.
    fn moved_to(&self, ui: &Ui, line: u8) -> Option<u8> {
        let from = self.number?;
        let count = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let mut to = i64::from(from);
        for (key, by) in [
            (Key::ArrowLeft, -1),
            (Key::ArrowRight, 1),
            (Key::ArrowUp, -i64::from(line)),
            (Key::ArrowDown, i64::from(line)),
        ] {
            for _ in 0..count(key) {
                to = Some(to + by)
                    .filter(|to| (0..=10).contains(to))
                    .unwrap_or(to);
            }
        }
        u8::try_from(to).ok().filter(|to| *to != from)
    }

    fn keep(self, ui: &Ui, number: Option<u8>) {
        ui.data_mut(|data| data.insert_temp(self.id, number));
    }
}

/// Has the arrows stay with what `response` is of: they lead to no other control.
fn keep_arrows(response: &Response) {
    let own = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    response
        .ctx
        .memory_mut(|memory| memory.set_focus_lock_filter(response.id, own));
}

/// What a screen reader calls a number of what `name` stands for.
fn number_name(words: &Words, name: &str, number: u8) -> String {
    let message = Message::new("pain-number").with("name", name);
    words.message(&message.with("number", number))
}

/// One of several values to choose from, at least as large as `smallest`.
fn option(
    ui: &mut Ui,
    smallest: Vec2,
    text: &str,
    name: &str,
    chosen: bool,
    sense: Sense,
) -> Response {
    let padding = vec2(space::M, space::S);
    let font = Type::Strong.font();
    let widest = (ui.max_rect().width() - 2.0 * padding.x).max(40.0);
    let galley = ui
        .painter()
        .layout(text.to_owned(), font, Color32::PLACEHOLDER, widest);
    // A number of one or two digits needs no room around it.
    let padding = if smallest.x > 0.0 {
        Vec2::ZERO
    } else {
        padding
    };
    let size = smallest.max(galley.size() + 2.0 * padding);
    let (id, rect) = ui.allocate_space(size);
    // Into the gap around it; numbers stand closer to one another.
    let beyond = if smallest.x > 0.0 {
        0.0
    } else {
        ((space::TARGET - rect.height()) / 2.0).max(0.0)
    };
    let response = ui.interact(rect.expand2(vec2(0.0, beyond)), id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, name));
    let palette = palette(ui);
    let (fill, edge, color) = match (chosen, response.hovered()) {
        // As what is chosen in the menu; a button that acts is filled.
        (true, _) => (palette.teal_soft, palette.teal_ink, palette.teal_ink),
        (false, true) => (palette.chip, palette.outline, palette.ink),
        (false, false) => (palette.surface, palette.outline, palette.ink),
    };
    let width = palette.edge + if chosen { 1.0 } else { 0.0 };
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::ROW),
        fill,
        Stroke::new(width, edge),
        StrokeKind::Inside,
    );
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, &response.clone().with_new_rect(rect), radius::ROW);
    response
}

fn name_group(ui: &Ui, response: &Response, name: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(name);
    });
}
