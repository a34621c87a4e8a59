//! Words on a screen.

use eframe::egui::accesskit::Role;
use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, Label, Rect, Response, RichText, Sense, TextFormat, Ui, Vec2, Widget, WidgetInfo, vec2,
};

use super::{Button, Icon};
use crate::ui::spoken;
use crate::ui::text::{indented, lines};
use crate::ui::theme::{Type, palette, space};

/// The name of a screen, where the keyboard rests; smaller where a line has room for few words.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    let few_words = ui.available_width() < 320.0;
    let kind = if few_words { Type::Brand } else { Type::Title };
    let color = palette(ui).ink;
    let label = Label::new(kind.text(text, color)).wrap();
    let (at, galley, label) = label.layout_in_ui(ui);
    ui.painter().galley(at, galley, color);
    let response = spoken::place(ui, label.rect, Role::Heading, text);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_level(1));
    response
}

/// The name of a screen that has much to show, on one line, where the keyboard rests. What has no room
/// stands under the pointer.
pub fn short_title(ui: &mut Ui, text: &str, widest: f32) -> Response {
    let color = palette(ui).ink;
    let galley = lines(ui, text, Type::Brand.font(), widest, 1);
    let (rect, hovered) = ui.allocate_exact_size(galley.size(), Sense::hover());
    if galley.elided {
        hovered.on_hover_text(text);
    }
    ui.painter().galley(rect.min, galley, color);
    let response = spoken::place(ui, rect, Role::Heading, text);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_level(1));
    response
}

/// The name of a part of a screen that tells of danger.
pub fn alarm(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).danger;
    heading_in(ui, text, Type::Heading, 2, color)
}

/// The name of a part of a screen.
pub fn section(ui: &mut Ui, text: &str) -> Response {
    heading_of(ui, text, Type::Heading, 2)
}

/// The name of one of several things.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    heading_of(ui, text, Type::Heading, 3)
}

/// The name of a part of a card, no larger than the words below it.
pub fn small_heading(ui: &mut Ui, text: &str) -> Response {
    heading_of(ui, text, Type::Strong, 3)
}

fn heading_of(ui: &mut Ui, text: &str, kind: Type, level: usize) -> Response {
    let color = palette(ui).ink;
    heading_in(ui, text, kind, level, color)
}

fn heading_in(ui: &mut Ui, text: &str, kind: Type, level: usize, color: Color32) -> Response {
    let response = wrapped(ui, kind.text(text, color));
    tell_heading(ui, &response, text, level);
    response
}

fn tell_heading(ui: &Ui, response: &Response, text: &str, level: usize) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.clear_value();
        node.set_label(text);
    });
}

/// The name of one of several things, on at most two lines. What has no room stands under the pointer.
pub fn short_heading(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).ink;
    let response = shortened(ui, text, Type::Heading, color, 2);
    tell_heading(ui, &response, text, 3);
    response
}

/// A fact on one line, smaller and quieter. What has no room stands under the pointer.
pub fn short_fact(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).muted;
    shortened(ui, text, Type::Small, color, 1)
}

/// The same of several facts, on at most two lines.
pub fn short_facts(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).muted;
    shortened(ui, text, Type::Small, color, 2)
}

/// At most so many lines, which screen readers are told whole.
fn shortened(ui: &mut Ui, text: &str, kind: Type, color: Color32, most: usize) -> Response {
    let galley = lines(ui, text, kind.font(), ui.available_width(), most);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let is_cut = galley.elided;
    ui.painter().galley(rect.min, galley, color);
    if is_cut {
        response.on_hover_text(text)
    } else {
        response
    }
}

/// A sentence that is not to be missed: bold, in the size of the text.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).ink;
    wrapped(ui, Type::Strong.text(text, color))
}

/// The text of a screen: in its ink, to be read.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).ink;
    wrapped(ui, Type::Body.text(text, color))
}

/// The same in size, but quieter: what explains or accompanies the text.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).muted;
    wrapped(ui, Type::Body.text(text, color))
}

/// Smaller and quieter: a fact or a hint beside what it belongs to.
pub fn small(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).muted;
    wrapped(ui, Type::Small.text(text, color))
}

/// Words about what hurts or went wrong.
pub fn note(ui: &mut Ui, text: &str) -> Response {
    let color = palette(ui).danger;
    wrapped(ui, Type::Body.text(text, color))
}

/// What to mind, beside a warning sign.
pub fn warning(ui: &mut Ui, text: &str) -> Response {
    let (palette, font) = (palette(ui), Type::Body.font());
    let side = font.size + 3.0;
    let mut job = LayoutJob::default();
    job.append(
        text,
        side + space::XS,
        TextFormat::simple(font, palette.ink),
    );
    job.wrap.max_width = ui.available_width();
    let (at, galley, response) = Label::new(indented(ui, job)).layout_in_ui(ui);
    let line = galley.rows.first().map_or(0.0, |row| row.height());
    let square = Rect::from_min_size(at + vec2(0.0, (line - side) / 2.0), Vec2::splat(side));
    Icon::Warning.draw(ui.painter(), square, palette.danger);
    ui.painter().galley(at, galley, palette.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

fn wrapped(ui: &mut Ui, text: RichText) -> Response {
    Label::new(text).wrap().ui(ui)
}

/// Things one below the other, each with a dot before it.
pub fn bullets<T: AsRef<str>>(ui: &mut Ui, items: impl IntoIterator<Item = T>) {
    ui.scope(|ui| {
        // They belong together.
        ui.spacing_mut().item_spacing.y = space::XS;
        for item in items {
            ui.horizontal_top(|ui| {
                ui.add_space(space::XS);
                dot(ui);
                body(ui, item.as_ref());
            });
        }
    });
}

/// Painted alone: it says nothing to a screen reader.
fn dot(ui: &mut Ui) {
    let color = palette(ui).muted;
    let label = Label::new(Type::Body.text("•", color));
    let (at, galley, _) = label.layout_in_ui(ui);
    ui.painter().galley(at, galley, color);
}

/// Words that open something elsewhere when they are pressed.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    link_of(ui, Button::quiet(text))
}

/// The same as the name of a card that can be pressed as a whole.
pub fn card_link(ui: &mut Ui, text: &str) -> Response {
    link_of(ui, Button::quiet(text).low())
}

fn link_of(ui: &mut Ui, button: Button<'_>) -> Response {
    let response = ui.add(button);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_role(Role::Link));
    response
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    #[test]
    fn what_is_too_long_for_its_lines_is_said_whole() {
        let long = "Strength and balance for knees and hips after a long time in bed".repeat(4);
        let mut harness = Harness::builder()
            .with_size([300.0, 400.0])
            .with_context_setup(theme::install)
            .build_ui(|ui| {
                short_heading(ui, &long);
                short_fact(ui, &long);
            });
        harness.run();
        let title = harness.get_by_role_and_label(Role::Heading, &long).rect();
        let fact = harness.get_by_role_and_label(Role::Label, &long).rect();
        assert!(title.height() < 3.0 * Type::Heading.font().size, "{title}");
        assert!(fact.height() < 2.0 * Type::Small.font().size, "{fact}");
    }

    #[test]
    fn a_warning_of_one_long_word_stays_in_its_place() {
        let text = format!("Take care: {}", "x".repeat(200));
        let mut harness = Harness::builder()
            .with_size([300.0, 400.0])
            .with_context_setup(theme::install)
            .build_ui(|ui| {
                warning(ui, &text);
            });
        harness.run();
        let place = harness.get_by_role_and_label(Role::Label, &text).rect();
        let shapes = harness.output().shapes.iter();
        let drawn = shapes.map(|shape| shape.shape.visual_bounding_rect());
        let drawn = drawn.fold(Rect::NOTHING, Rect::union);
        assert!(place.expand(2.0).contains_rect(drawn), "{drawn} in {place}");
    }
}
